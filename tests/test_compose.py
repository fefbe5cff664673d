"""Answers put into words, pages and buttons."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.compose import compose, plain
from bot.compose.body import QUOTES_A_PAGE
from bot.compose.build import ARTICLES_A_PAGE
from bot.compose.cards import CONTEXT_CHARACTERS, marked
from bot.compose.differences import MOST_DIFFERENCES
from bot.compose.paging import PAGE_SIZE, size
from bot.compose.wording import NOTES, VERDICTS, shortened
from bot.model import (
    Answer,
    ArticleRef,
    Block,
    BlockKind,
    Change,
    Choice,
    Difference,
    Flag,
    Match,
    Note,
    QuoteKind,
    Reply,
    Result,
    Span,
    Speaker,
    SpeakerKind,
    Status,
    Style,
    Verdict,
)

ARTICLE = ArticleRef("0123456789abcdef", "Orvik bridge reopens", None, "2023-10-19", "NDP", "Orvik", None, "x.txt", 4)
SPEAKER = Speaker("Mara Lind", "she", Span(0, 3), "Mayor")
QUOTE = Result(
    "quote",
    "We checked every bolt",
    ARTICLE,
    quote_kind=QuoteKind.DIRECT,
    speaker=SPEAKER,
    via="TIDE",
    before="“",
    after=",” she said, cited by TIDE.",
    match=Match.CLOSE,
)
TELEGRAM_LIMIT = 4096
UNSHOWN = (Verdict.OWN_VOICE, Verdict.NOT_ON_RECORD)
"""They come without results, and have their notes."""


def shown(reply: Reply, kind: BlockKind | None = None) -> list[str]:
    return ["".join(piece.text for piece in block.pieces) for block in reply.blocks if kind in (None, block.kind)]


def who(*results: Result) -> Answer:
    return Answer("/who bolt", "who", results=results, subject="bolt", again="/who bolt")


def test_a_quote_shows_words_speaker_outlet_place_date_headline_and_match() -> None:
    reply = compose(who(QUOTE))
    words, told, context = shown(reply)
    assert words == "“We checked every bolt”"
    assert told.split("\n") == [
        "— Mara Lind, Mayor · via TIDE · close match",
        "NDP · Orvik, 19 October 2023 · Orvik bridge reopens",
    ]
    assert context == "“We checked every bolt,” she said, cited by TIDE."
    assert [block.kind for block in reply.blocks][::2] == [BlockKind.QUOTE, BlockKind.CONTEXT]


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("We did it", QuoteKind.DIRECT, "“We did it”"),
        ("“We did it”", QuoteKind.DIRECT, "“We did it”"),
        ("We did,” she said. “All of it", QuoteKind.DIRECT, "“We did,” she said. “All of it”"),
        ('We did," she said. "All of it', QuoteKind.DIRECT, '"We did," she said. "All of it"'),
        ("a “long and dark” winter", QuoteKind.MIXED, "a “long and dark” winter"),
        ("winter would be long", QuoteKind.INDIRECT, "winter would be long"),
    ],
)
def test_only_somebodys_own_words_get_marks(words: str, kind: QuoteKind, expected: str) -> None:
    assert marked(words, kind) == expected


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (QuoteKind.INDIRECT, "reported indirectly"),
        (QuoteKind.MIXED, "partly in their own words"),
        (QuoteKind.ATTRIBUTED, "a view ascribed to them, not their words"),
    ],
)
def test_how_it_is_on_record(kind: QuoteKind, told: str) -> None:
    assert told in plain(compose(who(replace(QUOTE, quote_kind=kind))))


def test_unknown_and_collective_speakers_are_labelled() -> None:
    assert "doesn’t say who" in plain(compose(who(replace(QUOTE, speaker=None))))
    board = replace(SPEAKER, name="Harbour Board", role=None, kind=SpeakerKind.INSTITUTION)
    assert "Harbour Board (institution)" in plain(compose(who(replace(QUOTE, speaker=board))))


def test_sources_of_the_same_statement() -> None:
    other = replace(ARTICLE, id="f" * 16, provider="Tidende")
    assert "In 2 outlets: NDP, Tidende" in plain(compose(who(replace(QUOTE, also=(other,)))))
    same = replace(other, provider=ARTICLE.provider)
    assert "Also in 1 other article" in plain(compose(who(replace(QUOTE, also=(same,)))))
    assert "In nearly the same words in 1 other article: Tidende" in plain(
        compose(who(replace(QUOTE, nearly=(other,))))
    )


def test_a_statement_and_its_article_bear_their_links() -> None:
    reply = compose(who(replace(QUOTE, quote_id=f"{ARTICLE.id}-1-22")))
    links = {piece.start: piece.text for block in reply.blocks for piece in block.pieces if piece.start}
    assert links == {f"q_{ARTICLE.id}-1-22": "Orvik, 19 October 2023", f"a_{ARTICLE.id}": "Orvik bridge reopens"}
    linked = replace(ARTICLE, url="https://example.org/bridge")
    pieces = [piece for block in compose(who(replace(QUOTE, article=linked))).blocks for piece in block.pieces]
    assert [(piece.text, piece.url) for piece in pieces if piece.url] == [("Orvik bridge reopens", linked.url)]


def test_the_passage_looked_for_is_marked_and_its_page_shown_first() -> None:
    paragraphs = [Result("sentence", f"{number} " + "x" * 1000, ARTICLE, (Span(1004 * number, 1004 * number + 1002),))
                  for number in range(8)]  # fmt: skip
    answer = Answer("/article", "article", results=tuple(paragraphs), facts={"passage": f"{1004 * 5}-{1004 * 5 + 10}"})
    marks = [piece.text for block in compose(answer).blocks for piece in block.pieces if piece.style is Style.MARK]
    assert marks == ["5 xxxxxxxx"]
    assert compose(answer).page > 0
    assert compose(answer, 0).page == 0


def test_context_is_verbatim_and_short() -> None:
    before = "The night was long. " * 40
    (context,) = shown(compose(who(replace(QUOTE, before=before, after=""))), BlockKind.CONTEXT)
    assert context.startswith("… The night was long. ")
    assert context.endswith(QUOTE.text)
    assert len(context) <= CONTEXT_CHARACTERS + len(QUOTE.text) + 2


def test_pages_have_marks_and_buttons() -> None:
    results = [replace(QUOTE, text=f"We checked bolt {number}") for number in range(2 * QUOTES_A_PAGE + 1)]
    first, second, third = (compose(who(*results), page) for page in range(3))
    assert [reply.pages for reply in (first, second, third)] == [3, 3, 3]
    assert shown(second)[-1] == "2/3"
    assert [button.label for button in first.buttons[0]] == ["Next ▶"]
    assert [(button.label, button.page) for button in second.buttons[0]] == [("◀ Back", 0), ("Next ▶", 2)]
    assert [button.message for button in third.buttons[0]] == ["/who bolt"]
    every = [text for reply in (first, second, third) for text in shown(reply, BlockKind.QUOTE)]
    assert every == [f"“{result.text}”" for result in results]


@pytest.mark.parametrize(("page", "expected"), [(-3, 0), (0, 0), (99, 1)])
def test_a_page_that_is_not_there_gives_the_nearest(page: int, expected: int) -> None:
    assert compose(who(*[QUOTE] * (QUOTES_A_PAGE + 1)), page).page == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=6000), min_size=1, max_size=6), st.sampled_from(["who", "article"]))
def test_no_page_is_too_long_and_nothing_is_lost(texts: list[str], command: str) -> None:
    article = replace(ARTICLE, headline="Bridge " * 900, provider="Tide " * 900)
    speaker = replace(SPEAKER, name="Lind " * 900, role="Mayor " * 900)
    results = tuple(replace(QUOTE, text=text, article=article, speaker=speaker, before="", after="") for text in texts)
    answer = Answer("x", command, results=results, subject="A headline " * 900, again="/x")
    pages = [compose(answer, page) for page in range(compose(answer).pages)]
    assert all(size(reply.blocks) < TELEGRAM_LIMIT for reply in pages)
    told = "".join("".join(shown(reply)) for reply in pages)
    assert all(c in told for text in texts for c in text.split())


@pytest.mark.parametrize("length", [10, PAGE_SIZE, 5 * PAGE_SIZE])
@pytest.mark.parametrize("unit", ["The bridge is safe. ", "word ", "x", "🙂"])
def test_long_texts_are_cut_at_edges(length: int, unit: str) -> None:
    text = (unit * length)[:length].strip()
    answer = Answer("/article 1", "article", results=(Result("sentence", text, ARTICLE),), subject="Bridge")
    pages = [compose(answer, page) for page in range(compose(answer).pages)]
    parts = [part for reply in pages for part in shown(reply)[1:] if "/" not in part]
    assert "".join("".join(parts).split()) == "".join(text.split())
    if unit.endswith(". "):
        assert all(part.endswith(".") for part in parts[:-1])


def test_an_article_leads_to_its_quotes_people_and_text() -> None:
    answer = Answer(
        "/summary",
        "summary",
        results=(Result("summary", "The bridge reopens.", ARTICLE), replace(QUOTE, match=None)),
        facts={"where": "Orvik", "when": "--10-19", "who": "Mara Lind (Mayor)"},
        again="/summary 0123456789abcdef",
    )
    reply = compose(answer)
    assert [button.label for button in reply.buttons[0]] == ["Quotes", "People", "Full text"]
    assert shown(reply)[:3] == [
        "Orvik bridge reopens",
        "The bridge reopens.",
        "Where: Orvik\nWhen: 19 October\nWho is quoted: Mara Lind (Mayor)",
    ]


def test_choices_are_buttons_and_lines() -> None:
    answer = Answer(
        "/quote Lind",
        "quote",
        Status.AMBIGUOUS,
        note=Note.WHICH_SPEAKER,
        subject="Lind",
        choices=(Choice("Mara Lind, Mayor (3)", "/quote Mara Lind"), Choice("Jon Lind (1)", "/quote Jon Lind")),
    )
    reply = compose(answer)
    assert [[button.message for button in row] for row in reply.buttons] == [["/quote Mara Lind"], ["/quote Jon Lind"]]
    assert "Mara Lind, Mayor (3): /quote Mara Lind" in plain(reply)
    assert "/quote" not in plain(reply, buttons=False)


@pytest.mark.parametrize("note", list(Note))
def test_every_note_has_words(note: Note) -> None:
    facts = {"articles": "1", "quotes": "2", "speaker": "Mara Lind", "topic": "{ice} & <fog>", "filters": "since:2023"}
    facts |= {"first": "Mara Lind", "second": "Jon {Lind}"}
    command = "help" if note is Note.HELP else "x"
    reply = compose(Answer("m", command, Status.NOT_FOUND, note=note, subject="who {0} <b>", facts=facts))
    assert plain(reply).strip()
    assert note in NOTES or note is Note.USAGE


def test_what_users_typed_is_shortened() -> None:
    reply = compose(Answer("m", "who", Status.NOT_FOUND, note=Note.NOBODY_SAID, subject="bolt " * 300))
    assert len(plain(reply)) < 400


def test_a_list_of_articles_is_numbered_through() -> None:
    results = tuple(
        Result("article", f"Story {n}", replace(ARTICLE, id=f"{n:016x}")) for n in range(ARTICLES_A_PAGE + 2)
    )
    answer = Answer("/articles", "articles", results=results, facts={"articles": "10"}, again="/articles")
    assert f"{ARTICLES_A_PAGE + 1}. Story {ARTICLES_A_PAGE}" in plain(compose(answer, 1))


@given(st.text(), st.integers(min_value=2, max_value=80))
def test_shortened_is_never_too_long(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def checked(verdict: Verdict, result: Result = QUOTE, **facts: str) -> Answer:
    return Answer("/check x", "check", results=(result,), subject="x", facts=facts, verdict=verdict)


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict not in UNSHOWN])
def test_every_verdict_has_words(verdict: Verdict) -> None:
    first = shown(compose(checked(verdict, speaker="Jon {Lind}")))[0]
    assert first.startswith(VERDICTS[verdict].split("{")[0])
    assert verdict is not Verdict.SOMEBODY_ELSE or "from Mara Lind, not from Jon {Lind}" in first


def test_what_changes_the_sense_comes_first_and_is_named() -> None:
    differences = (
        Difference(Change.SWAPPED, "every nut", "every bolt"),
        Difference(Change.LEFT_OUT, "", "not", (Flag.NEGATION,)),
        Difference(Change.PUT_IN, "ten {0}", "", (Flag.NUMBER, Flag.CONDITION)),
    )
    told = shown(compose(checked(Verdict.ALTERED, replace(QUOTE, differences=differences))))
    assert told[1].split("\n") == [
        "• NEGATION CHANGED: you left out “not”.",
        "• NUMBER CHANGED AND CONDITION CHANGED: you put in “ten {0}”, which is not on record.",
        "• You wrote “every nut”, on record: “every bolt”.",
    ]
    assert "match" not in "".join(told)
    assert "record: “every nut” for “every bolt”" in plain(compose(who(replace(QUOTE, differences=differences))))


def test_many_differences_are_counted() -> None:
    differences = (Difference(Change.PUT_IN, "word " * 80, ""),) * (MOST_DIFFERENCES + 2)
    told = plain(compose(checked(Verdict.ALTERED, replace(QUOTE, differences=differences))))
    assert "• 2 more differences" in told
    assert len(told) < PAGE_SIZE


def test_nobody_known_said_it() -> None:
    told = plain(compose(checked(Verdict.VERBATIM, replace(QUOTE, speaker=None), speaker="Jon Lind")))
    assert "not whether Jon Lind did" in told


def test_plain_shows_links() -> None:
    linked = replace(ARTICLE, url="https://ndp.example/bridge")
    assert "Orvik bridge reopens <https://ndp.example/bridge>" in plain(compose(who(replace(QUOTE, article=linked))))


def test_blocks_are_never_empty() -> None:
    bare = Result("quote", "We did it", ArticleRef("0" * 16), quote_kind=QuoteKind.DIRECT)
    assert all(isinstance(block, Block) and block.pieces for block in compose(who(bare)).blocks)
