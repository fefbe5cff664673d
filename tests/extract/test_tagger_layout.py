"""Paragraphs as a reader sees them: wrapped lines belong together, others don't."""

from bot.extract.tagger.layout import read_paragraphs

WRAPPED = """The harbour of Lindau will stay closed until the storm
has passed, the port authority said, and no ship may leave
before noon.
"""


def shown(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in read_paragraphs(text)]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert len(shown(WRAPPED + "\n" + WRAPPED)) == 2
    assert shown(WRAPPED)[0].endswith("before noon.")


def test_an_indented_line_begins_a_paragraph() -> None:
    indented = "".join(f"    {WRAPPED}" for _ in range(3))
    assert len(shown(indented)) == 3


def test_a_short_line_ends_a_paragraph() -> None:
    assert len(shown(WRAPPED + WRAPPED)) == 2


def test_lines_that_are_paragraphs_stay_so() -> None:
    lines = ["Mara Lind said that the bridge was safe again and that the engineers had looked at every pillar of it.",
             "“We checked,” she said.", "The bridge was closed in May."]  # fmt: skip
    assert shown("\n".join(lines)) == lines


def test_a_list_of_short_lines_stays_a_list() -> None:
    assert len(shown("One\nTwo\nThree\nFour\nFive")) == 5


def test_empty_text_has_no_paragraph() -> None:
    assert shown(" \n\r\n\u2028 ") == []
