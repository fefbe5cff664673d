"""The words of replies, as data: marked for translation, and said in a user's language by `bot.language`."""

from __future__ import annotations

from bot.language import N_
from bot.model import Change, Flag, Match, Note, QuoteKind, SpeakerKind, Verdict

MATCHES = {Match.EXACT: N_("exact match"), Match.CLOSE: N_("close match"), Match.PARTIAL: N_("partial match")}
KINDS = {
    QuoteKind.DIRECT: "",
    QuoteKind.MIXED: N_("partly in their own words"),
    QuoteKind.INDIRECT: N_("reported indirectly"),
    QuoteKind.ATTRIBUTED: N_("a view ascribed to them, not their words"),
}
"""How the words stand on record."""
SPEAKERS = {
    SpeakerKind.PERSON: "",
    SpeakerKind.INSTITUTION: N_("institution"),
    SpeakerKind.GROUP: N_("several people"),
    SpeakerKind.ANONYMOUS: N_("not named in the article"),
}
NOTES = {
    Note.WELCOME: N_(
        "I read news articles and answer who said what, word for word, on the record.\n"
        "{articles} and {quotes} are loaded. Ask in your own words, or try:"
    ),
    Note.HELP: N_("Ask in your own words, or with a command:"),
    Note.NOBODY_SAID: N_("Not on record: nobody is quoted with “{subject}” in the articles I have."),
    Note.ARTICLES_OWN_VOICE: N_("Nobody is quoted with “{subject}”: it stands in an article’s own voice."),
    Note.ARTICLES_DONT_SAY: N_("The articles I have don’t say: no sentence of theirs answers “{subject}”."),
    Note.NO_SUCH_SPEAKER: N_("Not on record: nobody called “{subject}” is quoted in the articles I have."),
    Note.NOTHING_ON_TOPIC: N_("Not on record: {speaker} is quoted, but not about “{topic}”."),
    Note.GONE: N_("What this link leads to is not on record (any more): it was edited or removed, or the link is cut."),
    Note.NO_SUCH_ARTICLE: N_("No article like “{subject}” is loaded."),
    Note.EMPTY_ARCHIVE: N_(
        "No articles are loaded yet, so nothing is on record. Whoever runs this bot loads them with: "
        "onrecord ingest FILE-OR-FOLDER"
    ),
    Note.WHICH_SPEAKER: N_("Several people on record fit “{subject}”. Whom do you mean?"),
    Note.WHICH_ARTICLE: N_("Several articles fit “{subject}”. Which one do you mean?"),
    Note.WHO_IS_MEANT: N_("Whom do you mean? Name somebody, and I remember it for the next question."),
    Note.NOT_UNDERSTOOD: N_("I don’t understand that. Type some words that were said, or the name of a speaker."),
    Note.THANKS: N_("You’re welcome. Ask on:"),
    Note.NO_TOPICS: N_("Too little is on record to tell what is talked of most."),
    Note.NEITHER_ON_TOPIC: N_("Not on record: neither {first} nor {second} is quoted about “{topic}”."),
    Note.BAD_FILTER: N_(
        "I can’t use “{subject}”. Filters are: since:2026-01 until:2026-03-15 from:OUTLET "
        "in:PLACE-OR-SECTION kind:direct (or mixed, indirect) sort:new (or old, best) “exact words”."
    ),
    Note.FILTERED_OUT: N_("Nothing on record fits {filters}, but there is something without that."),
    Note.ELSEWHERE: N_("{subject} works in Telegram alone."),
    Note.TOO_LONG: N_("That is too long for me. A few words of what was said are enough: the rarer, the better."),
}
USAGES = {
    "who": N_("Tell me the words: /who followed by what was said, as far as you remember it."),
    "ask": N_("Ask me something: /ask followed by a question that an article could answer."),
    "check": N_(
        "Tell me the quotation: /check followed by the words, between quotation marks if you like, and by "
        "the name of the one who is said to have said it."
    ),
    "person": N_("Tell me who: /person followed by a name."),
    "compare": N_("Name two speakers: /compare followed by one, “and”, the other, and “on” with a topic if you like."),
    "timeline": N_("Tell me whom or what: /timeline followed by a name, a topic, or both with a colon between."),
    "card": N_(
        "Find a statement first, then /card shows it as a picture; /card 2 the second one, /card with words the one "
        "that has them, and “dark” behind it makes it dark."
    ),
    "cite": N_("Find statements or an article first, then /cite tells how to cite them; /cite 2 only the second one."),
    "export": N_("Ask something that has an answer first, then /export csv (or json, markdown) sends it as a file."),
    "quote": N_("Tell me who: /quote followed by a name, and “about” with a topic if you like."),
}
KIND_NAMES = {
    QuoteKind.DIRECT: N_("in quotation marks"),
    QuoteKind.MIXED: N_("partly so"),
    QuoteKind.INDIRECT: N_("reported indirectly"),
    QuoteKind.ATTRIBUTED: N_("ascribed views"),
}
"""How often somebody is quoted in which way: "4 in quotation marks, 2 reported indirectly"."""
VERDICTS = {
    Verdict.VERBATIM: N_("Word for word on record."),
    Verdict.ALTERED: N_("Altered: not word for word what is on record."),
    Verdict.TRUNCATED: N_("Cut short: word for word, but what was left out beside it changes what is said."),
    Verdict.SOMEBODY_ELSE: N_("Said by somebody else: on record from {said_by}, not from {speaker}."),
    Verdict.REPORTED: N_("Only reported indirectly: the article’s wording, not the speaker’s own words."),
}
"""OWN_VOICE and NOT_ON_RECORD have their notes."""
NEARLY_IN_OWN_VOICE = N_("Altered: nobody is quoted with “{subject}”. An article’s own words are much like it:")
ALTERED_TOO = N_("The words are altered, too.")
PUNCTUATION = N_("Only the punctuation differs.")
NOBODY_NAMED = N_("The article doesn’t say who said it, so not whether {speaker} did.")
CHANGES = {
    Change.LEFT_OUT: N_("you left out “{record}”"),
    Change.PUT_IN: N_("you put in “{yours}”, which is not on record"),
    Change.SWAPPED: N_("you wrote “{yours}”, on record: “{record}”"),
}
FLAGS = {
    Flag.NEGATION: N_("NEGATION CHANGED"),
    Flag.NUMBER: N_("NUMBER CHANGED"),
    Flag.CONDITION: N_("CONDITION CHANGED"),
}
"""Loud in words, so that it is heard as well as seen."""
BRIEFLY = {
    Change.LEFT_OUT: N_("“{record}” left out"),
    Change.PUT_IN: N_("“{yours}” put in"),
    Change.SWAPPED: N_("“{yours}” for “{record}”"),
}
AGAINST_THE_RECORD = N_("Your words against the record: ")
IN_MARKS = N_("“{subject}” stands between quotation marks in an article, but I can’t tell whose words they are.")
UNNAMED_ARTICLE = N_("No article like that is loaded (any more).")
UNKNOWN_COMMAND = N_("I have no command {subject}.")
UNKNOWN_SPEAKER = N_("The article doesn’t say who")
MEANWHILE = N_("Meanwhile, what they said about “{topic}”:")
YEARLESS = N_("Articles whose date lacks the year fit no dates.")
TRY = N_("Try:")
DID_YOU_MEAN = N_("Did you mean:")
KEY_QUOTES = N_("In their words")
FACTS = (
    ("where", N_("Where")),
    ("when", N_("When")),
    ("who", N_("Who is quoted")),
    ("numbers", N_("Numbers")),
    ("source", N_("Source")),
)
CARD, CARD_ONE = N_("Card"), N_("Card {number}")
"""Leads to the statement as a picture."""
DARK, LIGHT = N_("Dark"), N_("Light")
EXPORT, CITE, CHART = N_("Export"), N_("Cite"), N_("Chart")
FORMATS = {"csv": "CSV", "json": "JSON", "markdown": "Markdown"}
NO_FONT = N_("There is no picture of this: no font here shows {characters}. The words stand above.")
MOST_QUOTED = N_("Who is quoted most")
BY_DAY, BY_MONTH, BY_YEAR = N_("by day"), N_("by month"), N_("by year")
NO_DATES = N_("None of these statements has a date with a year, so there is no chart over time.")
NOT_ALL = N_("there are more on record")
EXPORTED = N_("Choose a kind of file:")
TYPE = N_("Type: {words}")
"""What can be typed, above what that finds."""
CITED_IN, UNTITLED = N_("as cited in"), N_("[Untitled article]")
APA, PLAIN_CITATION = N_("APA style"), N_("Plain")
READ, READ_ONE = N_("Read in the article"), N_("Read {number}")
"""Leads from a statement to its article; and where several are shown, from one of them."""
NO_QUOTES = N_("Nobody is quoted in this article.")
NO_TEXT = N_("There is nothing to show of this article.")
ALSO_CALLED, ON_RECORD, OUTLETS, BESIDE = N_("Also called"), N_("On record"), N_("Outlets"), N_("Quoted together with")
LATEST = N_("Latest statement")
TALKS_OF, TALKED_OF = N_("What {speaker} talks of most"), N_("What is talked of most")
SILENT = N_("Nothing is on record from {speaker}{about}.")
NO_YEAR = N_("Date without a year")
CHOICES = {
    "all": N_("All statements"),
    "timeline": N_("Timeline"),
    "more": N_("Later ▶"),
    "longer": N_("Longer"),
    "shorter": N_("Shorter"),
}
"""Buttons with a name of their own."""
COMMANDS = frozenset(
    {
        N_("/who"),
        N_("/quote"),
        N_("/check"),
        N_("/ask"),
        N_("/summary"),
        N_("/digest"),
        N_("/articles"),
        N_("/people"),
        N_("/person"),
        N_("/topics"),
        N_("/compare"),
        N_("/timeline"),
        N_("/quotes"),
        N_("/article"),
        N_("/help"),
    }
)
"""Those that are suggested; translated as the commands' usage is."""
PREVIOUS, NEXT = N_("◀ Back"), N_("Next ▶")
QUOTES, PEOPLE, FULL_TEXT, SUMMARY = N_("Quotes"), N_("People"), N_("Full text"), N_("Summary")
SOURCE = N_("Source")
IN_ARTICLES = N_("{statements} in {articles}")
ABOUT = N_(", about “{topic}”")
"""Behind a name."""
ARTICLES_ABOUT = N_("Articles about “{words}”")
VIA = N_("via {medium}")
AND = N_(" AND ")
"""Between flags."""


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with "…" behind it where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(None, 1)[0] if " " in cut[most // 2 :] else cut).rstrip() + "…"


DIGEST = N_("The news")
OUTLETS_DIFFER = N_("Outlets differ")
