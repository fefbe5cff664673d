"""The classes of words that lists have: verbs of saying by their form, nouns for speakers, small words."""

from __future__ import annotations

from bot.extract import lexicon
from bot.extract.tagger.words import CLASS

SAY = frozenset("say says said saying tell tells told telling".split())
SMALL = {
    "he": "he",
    "she": "she",
    "it": "it",
    "they": "they",
    "i": "i",
    "we": "we",
    "you": "you",
    "who": "who",
    **dict.fromkeys("him her them me us himself herself themselves".split(), "him"),
    **dict.fromkeys("his their its my our your whose 's".split(), "whose"),
    **dict.fromkeys("the a an this these those some any no every each another both all".split(), "determiner"),
    "that": "that",
    "which": "which",
    **dict.fromkeys("if whether unless".split(), "if"),
    **dict.fromkeys("what how why where whatever".split(), "what"),
    **dict.fromkeys("because although though since".split(), "because"),
    **dict.fromkeys("when while after before until once".split(), "when"),
    **dict.fromkeys("but yet however".split(), "but"),
    "and": "and",
    "or": "or",
    "to": "to",
    "of": "of",
    **dict.fromkeys("in on at during inside".split(), "in"),
    **dict.fromkeys("by via through".split(), "by"),
    "for": "for",
    "with": "with",
    "as": "as",
    **dict.fromkeys("about over against on from into".split(), "about"),
    "on": "in",
    **dict.fromkeys("is are was were be been being am 're 'm".split(), "be"),
    **dict.fromkeys("has have had having 've 'd".split(), "have"),
    **dict.fromkeys("does do did doing".split(), "do"),
    **dict.fromkeys("will would shall should can could may might must 'll".split(), "modal"),
    **dict.fromkeys("not n't never no nor neither".split(), "negation"),
    **dict.fromkeys("also then later earlier again now still already further recently once".split(), "not_yet"),
    **dict.fromkeys(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow".split(), "day"
    ),
    **dict.fromkeys(
        "january february march april june july august september october november december jan feb mar apr jun jul "
        "aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.".split(),
        "month",
    ),
    **dict.fromkeys(
        "one two three four five six seven eight nine ten several many few dozens hundreds".split(), "number"
    ),
    **dict.fromkeys("according accordance".split(), "accord"),
    **dict.fromkeys("mr. mrs. ms. dr. mr mrs ms dr sir dame lord lady miss".split(), "honorific"),
    **dict.fromkeys("sen. rep. gov. gen. col. lt. sgt. capt. rev. prof. hon.".split(), "title"),
}


def _form(verb: str, base: str) -> str:
    for ending in ("ing", "s"):
        if verb.endswith(ending):
            return f"{base}_{ending}"
    irregular = {
        "spoke",
        "spoken",
        "wrote",
        "written",
        "swore",
        "sworn",
        "thought",
        "knew",
        "known",
        "felt",
        "saw",
        "seen",
        "found",
        "meant",
        "understood",
        "forgot",
        "sought",
        "chose",
    }
    return f"{base}_ed" if verb.endswith("ed") or verb in irregular else base


def classes() -> dict[str, int]:
    """The class of every word that a list has; where several have it, the later of these."""
    found: dict[str, str] = {}
    for words, name in [
        (lexicon.PERSON_NOUNS, "person"),
        (lexicon.GROUP_NOUNS, "group"),
        (lexicon.INSTITUTION_NOUNS, "institution"),
        (lexicon.TITLES - lexicon.PERSON_NOUNS, "title"),
        (lexicon.MEDIA, "medium"),
        (lexicon.THOUGHT_NOUNS, "thought_noun"),
        (lexicon.THOUGHT_ADJECTIVES, "feeling"),
        (lexicon.SPEECH_NOUNS, "speech_noun"),
    ]:
        found |= dict.fromkeys(words, name)
    found |= {verb: _form(verb, "think") for verb in lexicon.THOUGHT_VERBS}
    found |= {verb: _form(verb, "report") for verb in lexicon.SPEECH_VERBS}
    found |= dict.fromkeys(SAY, "say")
    found |= SMALL
    return {word: CLASS[name] for word, name in sorted(found.items())}
