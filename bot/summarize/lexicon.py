"""Words that tell a summary sentence from others. Data only; all as `bot.text.fold` writes them."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """a an the and or but nor if then than so as at by for from in into of off on onto out over to up with about
    after again against all also am any are arent be because been before being below between both can cant could
    couldnt did didnt do does doesnt doing dont down during each few had has have havent having he her here hers
    herself him himself his how i id im ive is isnt it its itself just me more most my myself no not now only other
    our ours ourselves own same she should shouldnt some such that thats the their theirs them themselves there these
    they theyre theyve this those through too under until very was wasnt we were werent weve what when where which
    while who whom why will wont would wouldnt you your yours yourself yes one much many may might must shall
    said says say mr mrs ms
    el la los las un una unos unas lo al del de en y o u que se su sus por para con sin es son fue ser ha han como
    mas pero le les ya si esta este esto dijo""".split()
)
"""Words that say nothing of what an article is about."""
PRONOUNS = frozenset("he she they it his her their its him them this that these those el ella ellos ellas".split())
"""Words that, at a sentence's start, point back at an earlier one."""
CONNECTIVES = frozenset(
    """but and however also so yet still meanwhile then or nor though although instead moreover furthermore besides
    nevertheless nonetheless otherwise therefore thus pero y sin ademas tambien""".split()
)
"""Words that, at a sentence's start, go on from an earlier one."""
FIRST_PERSON = frozenset("i im ive id my me we were weve our us you your yo mi nosotros nuestro nuestra".split())
REPORTS = frozenset(
    """said says told added warned announced claimed argued insisted explained confirmed denied stated wrote
    according dijo afirmo anuncio""".split()
)
"""Words by which somebody is quoted."""
