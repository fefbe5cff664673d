"""Tables and web archives: columns however they are called, limits, and rows and pages that hold nothing."""

from __future__ import annotations

import contextlib
import datetime
import gzip
import io
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from bot.crew import Limits
from bot.errors import EmptyError, InputError, TooLargeError, UnreadableError
from bot.extract.engine import Engine
from bot.intake import Workshop
from bot.parse import parse, table, warc
from bot.reader import Reader, unfold

FERRY = "“The ferry of Orvik stays as long as I am mayor,” said Mara Lind on Tuesday."
YARD = "“Nobody here builds in secret,” said Tom Brandt, who runs the yard of Marlow."
PAGE = "<html><body><article><h1>{}</h1><p>{}</p><p>The council had voted to sell it.</p></article></body></html>"


def test_columns_of_any_name() -> None:
    data = f"Titel;Inhalt;text;Zeitung\nDie Fähre;{FERRY};x;Kurier\n".encode()
    with pytest.raises(UnreadableError, match=r"columns: Titel, Inhalt, text, Zeitung.*--column text=NAME"):
        parse("a.csv", data)
    (found,) = parse("a.csv", data, columns=("text=Inhalt", "headline=Titel", "provider=Zeitung"))
    assert (found.headline, found.text, found.provider) == ("Die Fähre", FERRY, "Kurier")


@pytest.mark.parametrize("column", ["colour=Farbe", "text", "text="])
def test_a_field_that_there_is_not(column: str) -> None:
    with pytest.raises(UnreadableError, match="FIELD=NAME of headline, text"):
        parse("a.csv", b"a,b\n1,2\n", columns=(column,))


@pytest.mark.parametrize("delimiter", ",;\t|")
def test_any_delimiter(delimiter: str) -> None:
    data = delimiter.join(["title", "text"]) + "\r\n" + delimiter.join(["Ferry", f'"{FERRY}"']) + "\r\n"
    for name in ("a.csv", "a.tsv"):
        assert [one.text for one in parse(name, data.encode("utf-16"))] == [FERRY]


def test_limits_of_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 2)
    with pytest.raises(TooLargeError, match="rows"):
        parse("a.csv", f"title,text\n{f'Ferry,{FERRY[:9]}' * 1}\n1,2\n3,4\n".encode())
    monkeypatch.setattr(table, "LARGEST", 100)
    with pytest.raises(TooLargeError, match="unpacks"):
        parse("a", packed({"title": ["Ferry"], "text": [FERRY]}))


def packed(columns: dict[str, list[object]]) -> bytes:
    made = io.BytesIO()
    parquet.write_table(pa.table(columns), made)
    return made.getvalue()


def test_parquet() -> None:
    day = datetime.datetime(2023, 10, 19, 9, 30, tzinfo=datetime.UTC)
    data = packed({"title": ["Ferry", None], "text": [FERRY, None], "date": [day, day], "embedding": [[1.0], [2.0]]})
    (found,) = parse("download", data)
    assert (found.text, found.published, found.format) == (FERRY, "2023-10-19T09:30:00+00:00", "table")
    (found,) = parse("a", packed({"Titel": ["Ferry"], "Inhalt": [FERRY]}), columns=("text=Inhalt", "headline=Titel"))
    assert found.text == FERRY


@settings(deadline=None)
@given(st.data())
def test_a_broken_table_is_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([packed({"title": ["Ferry"], "text": [FERRY]}), f"title,text\nF,{FERRY}\n".encode()])
    )
    place = data.draw(st.integers(4, len(whole) - 1))
    for broken in (whole[:place], whole[:place] + data.draw(st.binary(max_size=6)) + whole[place + 1 :]):
        with contextlib.suppress(InputError):
            assert parse("a.csv", broken)


def record(link: str, page: str, status: int = 200, kind: str = "text/html") -> bytes:
    answer = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n\r\n".encode() + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {link}\r\nWARC-Date: 2023-10-19T09:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


RECORDS = [
    record("https://orvik.example/ferry", PAGE.format("Ferry stays", FERRY)),
    record("https://orvik.example/gone", PAGE.format("Gone", FERRY), status=404),
    record("https://orvik.example/a.png", "x", kind="image/png"),
    record("https://marlow.example/yard", PAGE.format("Yard opens", YARD)),
]
LINKS = ["https://orvik.example/ferry", "https://marlow.example/yard"]


@pytest.mark.parametrize("data", [b"".join(RECORDS), b"".join(map(gzip.compress, RECORDS))])
def test_the_pages_of_a_web_archive(data: bytes, tmp_path: Path) -> None:
    assert [one.url for one in parse("download", data)] == LINKS
    path = tmp_path / "news.warc.gz"
    path.write_bytes(data)
    workshop = Workshop(Reader(), Engine(), 1, Limits())
    readings = [reading for reading, _ in workshop.run([str(path)])]
    workshop.close()
    assert [reading.path for reading in readings] == [f"{path}#1", f"{path}#2"]
    assert [parsed.article.url for reading in readings for parsed in reading.parsed] == LINKS


def test_a_web_archive_without_an_article(tmp_path: Path) -> None:
    with pytest.raises(EmptyError):
        parse("a.warc", RECORDS[2])
    path = tmp_path / "broken.warc"
    path.write_bytes(RECORDS[0] + b"WARC/1.0\r\n\xff")
    assert [getattr(one, "link", one) for one in unfold([str(path)])] in (LINKS[:1], [LINKS[0], str(path)])
    assert list(unfold([str(tmp_path / "missing.warc")])) == [str(tmp_path / "missing.warc")]


def test_pages_that_are_too_large_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "LARGEST_PAGE", 100)
    with pytest.raises(EmptyError):
        parse("a.warc", b"".join(RECORDS))
