"""Web pages: the words found, the facts that the page declares, and anything thrown at it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import EmptyError, InputError, TooLargeError
from bot.model import Article
from bot.parse import page, parse

PROSE = (
    "The council of Marlow voted on Tuesday to keep the old ferry in service for another year, after much talk.",
    "“It leaks, but it leaks slowly,” harbour master Eve Stone said after the vote, and asked the council for pumps.",
    "The new bridge, which was to open in spring, is to open in another spring, the mayor said on Wednesday.",
)
BODY = "<article>" + "".join(f"<p>{paragraph}</p>" for paragraph in PROSE) + "</article>"


def read(head: str = "", body: str = BODY, encoding: str = "utf-8") -> Article:
    document = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    (article,) = parse("a.html", document.encode(encoding), "html")
    return article


def declared(**fields: object) -> str:
    item = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


def test_the_words() -> None:
    assert read().text.split("\n\n") == list(PROSE)


def test_what_is_shown_as_heading_is_the_headline() -> None:
    og = '<meta property="og:title" content="Wet feet in Marlow"><title>Wet feet in Marlow</title>'
    heading = "<h1>Marlow keeps its ferry</h1>"
    for head in (declared(headline="Marlow keeps its ferry") + og, og):
        assert read(head, heading + BODY).headline == "Marlow keeps its ferry"
    assert read(declared(headline="Ferry news for searchers") + og, "<h1>Wet feet in Marlow</h1>" + BODY).headline == (
        "Wet feet in Marlow"
    )
    assert read(og, "<h1>Courier</h1>" + BODY).headline == "Wet feet in Marlow"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ([{"@type": "Person", "name": "Ada Lund"}, {"@type": "Person", "name": "Tom Reller"}], "Ada Lund, Tom Reller"),
        ([{"@type": "Person", "name": "Ada Lund"}, {"@type": "Organization", "name": "AFP"}], "Ada Lund"),
        ({"@type": "Organization", "name": "Courier Newsroom"}, "Courier Newsroom"),
        ("By Ada Lund", "Ada Lund"),
        ({"@type": "Person", "name": "https://courier.example/ada"}, None),
        ({"@type": "Person", "name": "ada.lund"}, None),
        (None, None),
    ],
)
def test_authors(author: object, byline: str | None) -> None:
    assert read(declared(author=author)).byline == byline


def test_the_day_in_the_link_is_the_day_at_home() -> None:
    link = '<link rel="canonical" href="https://courier.example/2024/03/13/ferry">'
    assert read(declared(datePublished="2024-03-14T05:30:00Z") + link).published == "2024-03-13"
    assert read(declared(datePublished="2024-03-13T23:30:00Z") + link).published == "2024-03-13T23:30:00+00:00"


def test_other_articles_on_the_page_are_not_asked() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    head = (
        broken
        + f'<script type="application/ld+json">{json.dumps(listed)}</script>'
        + "<title>Marlow ferry stays</title>"
    )
    assert read(head).headline == "Marlow ferry stays"


def test_a_page_that_builds_its_text_by_script_declares_it() -> None:
    article = read(
        declared(headline="Ferry", articleBody="\n\n".join(PROSE)), "<div id=root></div><p>Loading words</p>"
    )
    assert article.text.split("\n\n") == list(PROSE)


def test_marks_of_quotation_elements_are_kept() -> None:
    body = BODY.replace("in another spring", "in <q>another <b>spring</b></q>, or <q>never</q>")
    text = read(body=body).text
    assert "“another spring”" in text
    assert "“never”" in text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert "“It leaks" in read(f'<meta charset="{encoding}">', encoding=encoding).text


def test_an_encoding_that_nobody_knows_is_told_by_the_text() -> None:
    assert "“It leaks" in read('<meta charset="x-marlow">', encoding="cp1252").text


def test_limits() -> None:
    with pytest.raises(TooLargeError, match="over 5 MB"):
        parse("a.html", b"<p>" + b"x" * page.LARGEST, "html")
    deep = "<div>" * 20_000 + PROSE[0]
    try:
        (article,) = parse("a.html", deep.encode(), "html")
    except InputError:
        return
    assert article.text


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<!DOCTYPE html><script>x</script>", b"<html><body><img src=x></body></html>"]
)
def test_pages_without_words(data: bytes) -> None:
    with pytest.raises(EmptyError):
        parse("a.html", data)


TAGS = st.sampled_from(
    "html head body p div h1 q a ul li table tr td br script meta article blockquote time span".split()
)


@settings(max_examples=60)
@given(st.lists(st.tuples(TAGS, st.text('aé &<>]{"\n\x01“', max_size=12), st.booleans()), max_size=20))
def test_any_page_is_read_or_refused(parts: list[tuple[str, str, bool]]) -> None:
    document = "".join(f"<{tag}>{text}" + (f"</{tag}>" if closed else "") for tag, text, closed in parts)
    try:
        articles = parse("a.html", document.encode(), "html")
    except InputError:
        return
    assert all(article.text.strip() for article in articles)
