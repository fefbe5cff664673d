"""The words of replies, as data, and small facts made readable."""

from __future__ import annotations

import re

from bot.model import Change, Flag, Match, Note, QuoteKind, SpeakerKind, Verdict

MATCHES = {Match.EXACT: "exact match", Match.CLOSE: "close match", Match.PARTIAL: "partial match"}
KINDS = {
    QuoteKind.DIRECT: "",
    QuoteKind.MIXED: "partly in their own words",
    QuoteKind.INDIRECT: "reported indirectly",
    QuoteKind.ATTRIBUTED: "a view ascribed to them, not their words",
}
"""How the words stand on record."""
SPEAKERS = {
    SpeakerKind.PERSON: "",
    SpeakerKind.INSTITUTION: "institution",
    SpeakerKind.GROUP: "several people",
    SpeakerKind.ANONYMOUS: "not named in the article",
}
NOTES = {
    Note.WELCOME: "I read news articles and answer who said what, word for word, on the record.\n"
    "{articles} and {quotes} are loaded. Ask in your own words, or try:",
    Note.HELP: "Ask in your own words, or with a command:",
    Note.NOBODY_SAID: "Not on record: nobody is quoted with “{subject}” in the articles I have.",
    Note.ARTICLES_OWN_VOICE: "Nobody is quoted with “{subject}”: it stands in an article’s own voice.",
    Note.NO_SUCH_SPEAKER: "Not on record: nobody called “{subject}” is quoted in the articles I have.",
    Note.NOTHING_ON_TOPIC: "Not on record: {speaker} is quoted, but not about “{topic}”.",
    Note.NO_SUCH_ARTICLE: "No article like “{subject}” is loaded.",
    Note.EMPTY_ARCHIVE: "No articles are loaded yet, so nothing is on record. Whoever runs this bot loads them with: "
    "onrecord ingest FILE-OR-FOLDER",
    Note.WHICH_SPEAKER: "Several people on record fit “{subject}”. Whom do you mean?",
    Note.WHICH_ARTICLE: "Several articles fit “{subject}”. Which one do you mean?",
    Note.WHO_IS_MEANT: "Whom do you mean? Name somebody, and I remember it for the next question.",
    Note.NOT_UNDERSTOOD: "I don’t understand that. Type some words that were said, or the name of a speaker.",
    Note.THANKS: "You’re welcome. Ask on:",
    Note.NO_TOPICS: "Too little is on record to tell what is talked of most.",
    Note.NEITHER_ON_TOPIC: "Not on record: neither {first} nor {second} is quoted about “{topic}”.",
    Note.BAD_FILTER: "I can’t use “{subject}”. Filters are: since:2026-01 until:2026-03-15 from:OUTLET "
    "in:PLACE-OR-SECTION kind:direct (or mixed, indirect) sort:new (or old, best) “exact words”.",
    Note.FILTERED_OUT: "Nothing on record fits {filters}, but there is something without that.",
    Note.TOO_LONG: "That is too long for me. A few words of what was said are enough: the rarer, the better.",
}
USAGES = {
    "who": "Tell me the words: /who followed by what was said, as far as you remember it.",
    "check": "Tell me the quotation: /check followed by the words, between quotation marks if you like, and by "
    "the name of the one who is said to have said it.",
    "person": "Tell me who: /person followed by a name.",
    "compare": "Name two speakers: /compare followed by one, “and”, the other, and “on” with a topic if you like.",
    "timeline": "Tell me whom or what: /timeline followed by a name, a topic, or both with a colon between.",
    "quote": "Tell me who: /quote followed by a name, and “about” with a topic if you like.",
}
KIND_NAMES = {
    QuoteKind.DIRECT: "in quotation marks",
    QuoteKind.MIXED: "partly so",
    QuoteKind.INDIRECT: "reported indirectly",
    QuoteKind.ATTRIBUTED: "ascribed views",
}
"""How often somebody is quoted in which way: "4 in quotation marks, 2 reported indirectly"."""
VERDICTS = {
    Verdict.VERBATIM: "Word for word on record.",
    Verdict.ALTERED: "Altered: not word for word what is on record.",
    Verdict.TRUNCATED: "Cut short: word for word, but what was left out beside it changes what is said.",
    Verdict.SOMEBODY_ELSE: "Said by somebody else: on record from {said_by}, not from {speaker}.",
    Verdict.REPORTED: "Only reported indirectly: the article’s wording, not the speaker’s own words.",
}
"""OWN_VOICE and NOT_ON_RECORD have their notes."""
NEARLY_IN_OWN_VOICE = "Altered: nobody is quoted with “{subject}”. An article’s own words are much like it:"
ALTERED_TOO = "The words are altered, too."
PUNCTUATION = "Only the punctuation differs."
NOBODY_NAMED = "The article doesn’t say who said it, so not whether {speaker} did."
CHANGES = {
    Change.LEFT_OUT: "you left out “{record}”",
    Change.PUT_IN: "you put in “{yours}”, which is not on record",
    Change.SWAPPED: "you wrote “{yours}”, on record: “{record}”",
}
FLAGS = {Flag.NEGATION: "NEGATION CHANGED", Flag.NUMBER: "NUMBER CHANGED", Flag.CONDITION: "CONDITION CHANGED"}
"""Loud in words, so that it is heard as well as seen."""
BRIEFLY = {
    Change.LEFT_OUT: "“{record}” left out",
    Change.PUT_IN: "“{yours}” put in",
    Change.SWAPPED: "“{yours}” for “{record}”",
}
AGAINST_THE_RECORD = "Your words against the record: "
IN_MARKS = "“{subject}” stands between quotation marks in an article, but I can’t tell whose words they are."
UNNAMED_ARTICLE = "No article like that is loaded (any more)."
UNKNOWN_COMMAND = "I have no command {subject}."
UNKNOWN_SPEAKER = "The article doesn’t say who"
MEANWHILE = "Meanwhile, what they said about “{topic}”:"
YEARLESS = "Articles whose date lacks the year fit no dates."
TRY = "Try:"
DID_YOU_MEAN = "Did you mean:"
KEY_QUOTES = "In their words"
FACTS = (("where", "Where"), ("when", "When"), ("who", "Who is quoted"))
NO_QUOTES = "Nobody is quoted in this article."
NO_TEXT = "There is nothing to show of this article."
ALSO_CALLED, ON_RECORD, OUTLETS, BESIDE = "Also called", "On record", "Outlets", "Quoted together with"
LATEST = "Latest statement"
TALKS_OF, TALKED_OF = "What {speaker} talks of most", "What is talked of most"
SILENT = "Nothing is on record from {speaker}{about}."
NO_YEAR = "Date without a year"
CHOICES = {"all": "All statements", "timeline": "Timeline", "more": "Later ▶"}
"""Buttons with a name of their own."""
PREVIOUS, NEXT = "◀ Back", "Next ▶"
QUOTES, PEOPLE, FULL_TEXT, SUMMARY = "Quotes", "People", "Full text", "Summary"

_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?:[T ].*)?", re.DOTALL)


def readable_date(date: str) -> str:
    """ISO 8601 as people write it: "2023-10-19" is "19 October 2023", "--10-19" is "19 October"."""
    match = _DATE.fullmatch(date)
    if not match or not 1 <= int(match["month"]) <= len(_MONTHS):
        return date
    day = str(int(match["day"])) if match["day"] else ""
    year = "" if match["year"] == "-" else match["year"]
    return " ".join(filter(None, (day, _MONTHS[int(match["month"]) - 1], year)))


def counted(number: int | str, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 statement", "2 statements"."""
    return f"{number} {one if int(number) == 1 else many or one + 's'}"


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with "…" behind it where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(None, 1)[0] if " " in cut[most // 2 :] else cut).rstrip() + "…"
