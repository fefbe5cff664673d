"""The engine: valid spans whatever the text, each paragraph for itself, the same on every run."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.extract import extract
from bot.extract.engine import Engine
from bot.model import Article, Attribution, Extraction, QuoteKind, Span

PIECES = [
    "“",
    "”",
    '"',
    "''",
    "said",
    " he ",
    "Mara Lind",
    "the minister",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "who",
    "Mr. ",
    " and ",
    "é",
    "🙂",
]
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join)


def check(text: str, found: Extraction) -> None:
    for quote in found.quotes:
        assert quote.content
        assert list(quote.content) == sorted(quote.content)
        assert all(0 <= span.start < span.end <= len(text) for span in quote.content)
        assert 0.0 <= quote.confidence <= 1.0
        if quote.speaker:
            assert quote.speaker.span.of(text) == quote.speaker.mention
            assert quote.speaker.name.strip()
            assert "\n" not in quote.speaker.name
        if quote.cue:
            assert quote.cue.span.of(text) == quote.cue.text


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("“A,” he said, who")
def test_any_text_gives_valid_quotes(text: str) -> None:
    found = extract(text)
    check(text, found)
    assert found == extract(text)


class Everything:
    """Attributes any spans at all, as a broken model might."""

    def attribute(self, text: str) -> list[Attribution]:
        size = len(text)
        return [Attribution((Span(-3, size + 9), Span(1, 2)), Span(5, 2), Span(0, size * 2), None, 7.0)]


class Choking:
    """Fails on one word."""

    def attribute(self, text: str) -> list[Attribution]:
        if "poison" in text:
            raise ValueError("poison")
        return [Attribution((Span(0, len(text)),))]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_spans_of_a_broken_attributor_are_mended(text: str) -> None:
    check(text, Engine(Everything()).extract(Article(text)))


def test_a_bad_paragraph_spoils_only_itself() -> None:
    text = "All is well here.\n\nHere is poison.\n\nAnd here it is fine."
    found = Engine(Choking()).extract(Article(text))
    assert [quote.text(text) for quote in found.quotes] == ["All is well here.", "And here it is fine."]


def test_marks_are_left_out_at_the_ends_and_kinds_follow_them() -> None:
    text = "“The bridge is safe again,” said Mara Lind, the mayor."
    quote = extract(text).quotes[0]
    assert quote.kind is QuoteKind.DIRECT
    assert quote.text(text).startswith("The bridge")
    assert "”" not in quote.text(text)


def test_people_are_counted_with_roles_and_aliases() -> None:
    text = "“It holds,” said Mara Lind, the mayor of Varnes.\n\n“We checked it twice last week,” Lind said."
    person = extract(text).people[0]
    assert (person.name, person.quotes, person.aliases) == ("Mara Lind", 2, ("Lind",))
    assert person.roles == ("mayor of Varnes",)
