"""Small articles with what was found in them, for tests of anything that stores them."""

from __future__ import annotations

from bot.model import Article, Cue, Dateline, Extraction, Parsed, Person, Quote, QuoteKind, Span, Speaker, SpeakerKind


def quote(text: str, words: str, name: str | None = None, role: str | None = None) -> Quote:
    """A direct quotation of words that stand in a text."""
    start = text.index(words)
    speaker = None if name is None else Speaker(name, name, Span(0, 1), role)
    return Quote(QuoteKind.DIRECT, (Span(start, start + len(words)),), Cue("said", Span(0, 1)), speaker, None, 0.9)


def loaded(path: str, article: Article, *quotes: Quote, people: tuple[Person, ...] = ()) -> tuple[Parsed, Extraction]:
    """What `Store.add` takes."""
    return Parsed(article, path), Extraction(quotes, people)


MARA, TOMAS, BOARD = "Mara Lind", "Tomás Reuel", "Harbour Board"
_BRIDGE = (
    "The bridge at Orvik is open again. “We checked every bolt of the bridge,” said Mara Lind, the mayor.\n\n"
    "“Nobody needs to be afraid,” she said, “of bridges.” The ferry rests.\n\n"
    "Tomás Reuel, an engineer, warned of “a long winter”."
)
BRIDGE = Article(
    _BRIDGE,
    headline="Orvik opens its bridge",
    section="Region",
    byline="By Ane Holt",
    dateline=Dateline("Orvik, Oct 19 (NDP).-", "Orvik", "--10-19", "NDP"),
    provider="NDP",
    desk="ah/mr",
    language="en",
    format="wire",
    dropped=("Related articles",),
)
_SPLIT = Quote(
    QuoteKind.DIRECT,
    tuple(
        Span(_BRIDGE.index(words), _BRIDGE.index(words) + len(words))
        for words in ("Nobody needs to be afraid", "of bridges")
    ),
    speaker=Speaker(MARA, "she", Span(_BRIDGE.index("she"), _BRIDGE.index("she") + 3)),
)
WITH_BRIDGE = loaded(
    "press/bridge.txt",
    BRIDGE,
    quote(_BRIDGE, "We checked every bolt of the bridge", MARA, "mayor"),
    _SPLIT,
    quote(_BRIDGE, "a long winter", TOMAS, "engineer"),
    people=(
        Person(MARA, SpeakerKind.PERSON, ("mayor",), ("Lind",), 2),
        Person(TOMAS, SpeakerKind.PERSON, ("engineer",), (), 1),
        Person("Ole Vik", SpeakerKind.PERSON, ("pilot",), (), 0),
    ),
)
_BUDGET = "“Taxes will rise,” said Mara Lind. The Harbour Board has “no comment on the bridge”. “Wait,” someone said."
BUDGET = Article(
    _BUDGET,
    headline="Council fights over budget",
    provider="Tidende",
    published="2023-11-02T08:00:00Z",
    url="https://tidende.example/budget",
)
WITH_BUDGET = loaded(
    "press/budget.html",
    BUDGET,
    quote(_BUDGET, "Taxes will rise", MARA),
    quote(_BUDGET, "no comment on the bridge", BOARD),
    quote(_BUDGET, "Wait"),
    people=(
        Person(MARA, SpeakerKind.PERSON, ("Mayor of Orvik", "mayor"), ("Lind", "Mayor Lind"), 1),
        Person(BOARD, SpeakerKind.INSTITUTION, (), (), 1),
    ),
)
