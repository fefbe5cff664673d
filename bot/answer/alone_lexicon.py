"""Words that tie a sentence to the ones before it. Data only; all as `bot.text.fold` writes them."""

from __future__ import annotations

GENDER = {"he": "m", "his": "m", "she": "f", "her": "f", "el": "", "ella": "f"}
"""Pronouns that stand for one person; "el" is an article as often."""
PRONOUNS = frozenset("he she they it his her their its this that these those ella ellos ellas esto eso".split())
"""Words that at a sentence's start point back at an earlier one."""
SPEAKING = frozenset("he she they it ella ellos ellas el".split())
"""Pronouns that may say something."""
POSSESSIVE = frozenset("his her their its".split())
OF_TIME = frozenset(
    "week month year day morning afternoon evening night weekend summer autumn fall winter spring".split()
)
"""Behind "this" and "that" they point at the day of the article, not at a sentence."""
FILLS_IN = frozenset("is was will would has had took takes remains remained seems seemed".split())
"""Behind "it", where the subject comes later: "it was not clear who ..."."""
EXPLETIVE = frozenset(
    """not clear unclear known unknown likely unlikely possible impossible important time too hard difficult easy
    expected hoped feared believed thought said reported raining snowing nearly almost over more less""".split()
)
"""The second word behind such an "it"."""
POINTS_BACK = frozenset(
    """but and however also so yet still then or nor though although instead moreover furthermore besides nevertheless
    nonetheless otherwise therefore thus meanwhile both others another such neither either all some most many none
    few each i we my our pero y sin ademas tambien asimismo aunque ambos otros""".split()
)
"""Other words at a sentence's start that go on from an earlier one, or by which a reporter speaks."""
WHOLE = frozenset("of in people over around across".split())
"""Behind "all", "some", "most" and the like, where the sentence itself tells what is counted: "most of the ..."."""
SOMEBODY = frozenset(
    """man woman boy girl child mother father mum dad parent wife husband partner widow widower son daughter brother
    sister uncle aunt nephew niece cousin grandmother grandfather friend colleague neighbour neighbor boss rival
    predecessor successor driver officer guard spokesman spokeswoman spokesperson lawyer doctor suspect victim
    witness patient teacher nurse player teammate hombre mujer madre padre hijo hija hermano hermana esposa marido
    abogado abogada portavoz""".split()
)
"""People without a name, whom a pronoun may stand for as well."""
