"""What an input is told by its content, then by its name; what holds no article is refused with a reason."""

from pathlib import Path

import pytest

import seeds
from bot.errors import InputError, UnreadableError
from bot.parse import parse
from bot.parse.sniff import CODE, REFUSED, TABLES, format_of

PROSE = b"The council of Marlow met on Tuesday and voted to keep the old ferry.\n"


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.txt", PROSE, "wire"),
        ("a", PROSE, "wire"),
        ("a.xml", PROSE, "wire"),
        ("a.txt", b"From: the harbour\n\n" + PROSE, "wire"),
        ("a.txt", b"{The council} met.", "wire"),
        ("a.txt", b"[Marlow] The council met.", "wire"),
        ("a.txt", b"<The council> met, they say.", "wire"),
        ("a.txt", b"< 5 boats", "wire"),
        ("a.txt", b'{"title": "x"}', "json"),
        ("a.txt", b' \n[{"title": "x"}]', "json"),
        ("a.json", b"not json", "json"),
        ("a.txt", b"<!DOCTYPE html><p>x", "html"),
        ("a.txt", b"\xef\xbb\xbf\n<!doctype HTML>\n<p>x", "html"),
        ("a.txt", b"<!-- saved -->\n<html lang=en>", "html"),
        ("a.txt", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'.encode("utf-16"), "html"),
        ("a.txt", b'<?xml version="1.0"?><rss version="2.0">', "feed"),
        ("a.txt", b"<feed xmlns='x'>", "feed"),
        ("a.txt", b"<rdf:RDF xmlns:rdf='x'>", "feed"),
        ("a.txt", b'<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "n.dtd">\n<nitf>', "nitf"),
        ("a.txt", b"<NewsML>", "newsml"),
        ("a.txt", b'<newsItem xmlns="x">', "newsml"),
        ("a.txt", b"<g2:newsMessage xmlns:g2='x'>", "newsml"),
        ("a.txt", b"<?xml version='1.0'?><Story>", "xml"),
        ("a.txt", b"\x01eca062 4 i 211 ccccb   dpa 061\r\n", "iptc7901"),
        ("a.txt", b"eca00075 3 i 510    dpa 1003\n", "iptc7901"),
        ("a.txt", b"\x16\x16\x01W2870\x1fasian\n", "anpa"),
        ("a.html", PROSE, "wire"),
    ],
)
def test_the_content_tells(name: str, data: bytes, format: str) -> None:
    assert format_of(name, data) == format


@pytest.mark.parametrize("ending", sorted(CODE | TABLES))
def test_code_and_tables_are_refused_by_their_names(ending: str) -> None:
    with pytest.raises(UnreadableError, match=r"article.*(--format|JSON)"):
        parse(f"a.{ending.upper()}", PROSE)
    assert parse(f"a.{ending}", PROSE, "wire")[0].text == PROSE.decode().strip()


def test_the_reasons_are_told_apart() -> None:
    assert len(CODE) > 20
    assert not CODE & TABLES
    assert REFUSED["py"] != REFUSED["xlsx"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"name": "onrecord", "version": "1", "scripts": {"test": "x y z a b c d"}}', "without an article"),
        (b"{}", "without an article"),
        (b'{"title": "Ferry", "text": "Too short"}', "without an article"),
        (b'{"title": "Ferry", ', "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"<?xml version='1.0'?><project><name>x</name></project>", "XML without an article"),
        (
            b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><path d='M0'/></svg>",
            "XML without an article",
        ),
        (b"#!/bin/sh\necho hello\n", "script"),
    ],
)
def test_what_holds_no_article_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parse("a", data)


def test_of_our_own_samples_only_the_articles_are_read() -> None:
    read, refused = [], []
    for path in sorted(Path(seeds.__file__).parent.iterdir()):
        if path.is_file():
            try:
                read += parse(path.name, path.read_bytes())
            except InputError:
                refused.append(path.suffix)
    assert len(read) == len(refused) - 1 >= 10
    assert set(refused) == {".json", ".py"}
