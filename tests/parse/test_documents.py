"""Documents: what the golden pairs don't show - limits, broken files, and one article or several."""

from __future__ import annotations

import base64
import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import EmptyError, InputError, TooLargeError, UnreadableError
from bot.model import Article
from bot.parse import packed, parse, pdf
from bot.parse.document import Block, articles_of
from tests.parse import samples

FIRST = "The old ferry of Orvik will sail on, the town council decided on Thursday after a debate of three long hours."
SECOND = "“It stays ours as long as I am mayor of this town,” said Mara Lind, the mayor, after the vote was taken."
FILED = [Block("By Ada Lund"), Block(FIRST), Block(SECOND)]
CHAPTER = [Block(FIRST), Block(SECOND)]


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_golden_files_are_what_their_maker_makes(name: str) -> None:
    assert (samples.FOLDER / name).read_bytes() == samples.SAMPLES[name]()


def bundled(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def headlines(blocks: list[Block]) -> list[str | None]:
    return [article.headline for article in articles_of(blocks, "docx")]


def test_headings_part_articles_where_most_open_as_articles_do() -> None:
    assert headlines([Block("One", 1), *FILED, Block("Two", 1), *FILED]) == ["One", "Two"]
    assert headlines([Block("Review", 1), Block("One", 2), *FILED]) == ["Review"]
    assert headlines([Block("One", 1), *CHAPTER, Block("Two", 1), *CHAPTER]) == ["One"]
    assert headlines([Block("One", 1), *FILED, Block("Two", 1), Block("By Ole Varg")]) == ["One"]


def test_lines_of_marks_part_articles_too() -> None:
    first, second = [Block("Ferry of Orvik stays"), *FILED], [Block("Marlow yard opens"), *FILED]
    assert headlines([*first, Block("* * *"), *second]) == ["Ferry of Orvik stays", "Marlow yard opens"]
    (one,) = articles_of([*first, Block("* * *"), *CHAPTER, Block("* * *"), *CHAPTER], "docx")
    assert one.text == "\n\n".join([FIRST, SECOND] * 3)


def test_what_stands_before_the_headline() -> None:
    (found,) = articles_of([Block("Politics"), Block("Ferry stays", 1), *FILED], "odt")
    assert (found.section, found.headline, found.byline) == ("Politics", "Ferry stays", "Ada Lund")
    (found,) = articles_of([*CHAPTER, *CHAPTER, Block("More", 2), *CHAPTER], "odt")
    assert "More" in found.text


def test_without_text() -> None:
    for blocks in ([], [Block(" ")], [Block("* * *")]):
        with pytest.raises(EmptyError):
            articles_of(blocks, "docx")
    with pytest.raises(EmptyError, match="characters recognised"):
        parse("scan.pdf", samples.pdf_of([[]]))


def test_limits_of_packed_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST_PART", 500)
    for name in ("two.docx", "story.odt", "magazine.epub"):
        with pytest.raises(TooLargeError, match="unpacks to too much"):
            parse(name, samples.SAMPLES[name]())
    monkeypatch.setattr(packed, "MOST_PARTS", 2)
    with pytest.raises(TooLargeError, match="parts"):
        parse("two.docx", samples.docx())


def test_limits_of_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 100)
    with pytest.raises(TooLargeError, match="more text"):
        parse("a.pdf", samples.pdf())
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(TooLargeError, match="over 1 pages"):
        parse("a.pdf", samples.pdf())


def typeset(lines: list[str], step: int = 12, x: int = 50) -> Article:
    page = [(x, 700 - step * at, 10, line) for at, line in enumerate(lines)]
    (found,) = parse("a.pdf", samples.pdf_of([page]))
    return found


def test_words_broken_at_line_ends() -> None:
    lines = ["The ferry of Orvik, a well-known ship, will sail on as be-", "fore, the council said. It is a well-",
             "known sight on the fjord, and its cap-", "tain is Mara-", "Luise Lind."]  # fmt: skip
    text = (
        "The ferry of Orvik, a well-known ship, will sail on as before, the council said. It is a well-known sight on "
        "the fjord, and its captain is Mara- Luise Lind."
    )
    assert typeset(lines).text == text


def test_paragraphs_without_space_between_them() -> None:
    full = "The ferry of Orvik will sail on as it has for so many years"
    assert typeset([full, "and more.", full, "and on."]).text == f"{full} and more.\n\n{full} and on."


def test_an_old_document_is_told_from_mail() -> None:
    with pytest.raises(UnreadableError, match="save it as DOCX"):
        parse("a.doc", samples.compound({"WordDocument": b"x"}))


def test_an_attachment_that_is_broken_does_not_lose_the_mail() -> None:
    found = parse("mail.eml", samples.eml().replace(b"ferry.png", b"ferry.zip").replace(b"iVBORw0KGgo=", b"UEsDBAo="))
    assert [one.headline for one in found] == [samples.HEADLINE, samples.OTHER]


def test_mail_may_be_in_an_archive_and_an_archive_in_mail_and_no_deeper() -> None:
    inner = bundled({"yard.txt": f"{samples.OTHER}\n\n{samples.OTHER_FIRST}".encode()})
    mail = samples.eml().replace(b"ferry.png", b"ferry.zip").replace(b"iVBORw0KGgo=", base64.b64encode(inner))
    assert len(parse("mail.eml", mail)) == 3
    assert len(parse("mails.zip", bundled({"mail.eml": samples.eml()}))) == 2
    assert len(parse("mails.zip", bundled({"mail.eml": mail}))) == 2


def test_a_note_about_an_attachment_is_no_article() -> None:
    note = samples.eml().replace(samples.FIRST.encode(), b"See below.").replace(samples.QUOTE.encode(), b"", 1)
    note = note.replace(samples.LAST.encode(), b"", 1)
    assert [one.headline for one in parse("mail.eml", note)] == [samples.OTHER]


def test_a_saved_page_is_read_as_a_page() -> None:
    page = f"<html><body><article><h1>{samples.HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    saved = (
        "From: <Saved by a browser>\nSubject: x\nDate: Thu, 19 Oct 2023 18:30:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        "--b\nContent-Type: text/html; charset=utf-8\n\n"
        f"{page}\n--b--\n"
    )
    (found,) = parse("page.mhtml", saved.encode())
    assert (found.format, found.headline) == ("html", samples.HEADLINE)
    assert found.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("name", samples.SAMPLES)
@settings(deadline=None)
@given(data=st.data())
def test_a_broken_document_is_read_or_refused(name: str, data: st.DataObject) -> None:
    whole = samples.SAMPLES[name]()
    place = data.draw(st.integers(8, len(whole) - 1))
    patch = data.draw(st.binary(max_size=8))
    for broken in (
        whole[:place],
        whole[:place] + patch + whole[place + len(patch) :],
        whole[:place] + whole[place + 1 :],
    ):
        with contextlib.suppress(InputError):
            assert all(one.text for one in parse(name, broken))


@settings(deadline=None)
@given(st.sampled_from(["%PDF-1.4\n", "{\\rtf1 ", "---\na: b\n---\n", "# A\n\n"]), st.text(max_size=400))
def test_any_text_behind_a_formats_mark_is_read_or_refused(mark: str, text: str) -> None:
    with contextlib.suppress(InputError):
        assert parse("a", (mark + text).encode("utf-8", "replace"))


def test_spreadsheets_and_presentations_are_refused_by_name() -> None:
    for part, words in (("xl/workbook.xml", "a spreadsheet"), ("ppt/presentation.xml", "a presentation")):
        with pytest.raises(UnreadableError, match=words):
            parse("a", samples.zipped({part: "<a/>"}))


def test_files_named_for_code_are_not_taken_for_markdown(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="source code or settings"):
        parse("a.toml", b"# Settings\n\na = 1")
