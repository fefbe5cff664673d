"""News-industry formats: what they tell of an article, what is not to be used, and anything thrown at them."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import EmptyError, InputError, UnreadableError
from bot.model import Article
from bot.parse import parse
from bot.parse.records import FIELDS
from bot.parse.story import Story, article_of, moment, names_of

BODY = "<p>The council of Marlow voted on Tuesday to keep the ferry.</p><p>“It leaks,” Eve Stone said.</p>"
TEXT = "The council of Marlow voted on Tuesday to keep the ferry.\n\n“It leaks,” Eve Stone said."


def nitf(head: str = "", top: str = "", body: str = BODY) -> bytes:
    inner = f"<body.head>{top}</body.head><body.content>{body}</body.content>"
    return f"<nitf><head>{head}</head><body>{inner}</body></nitf>".encode()


def read(data: bytes, format: str = "auto") -> Article:
    (article,) = parse("a", data, format)
    return article


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_withdrawn_story_is_refused(status: str) -> None:
    with pytest.raises(UnreadableError, match="withdrawn"):
        read(nitf(f'<docdata management-status="{status}"/>'))


def test_an_embargo_holds_until_it_is_over() -> None:
    docdata = '<docdata management-status="embargoed"><date.release norm="{}"/></docdata>'
    assert read(nitf(docdata.format("20160909T000100+0100"))).text == TEXT
    with pytest.raises(UnreadableError, match="embargo until 9998-09-09"):
        read(nitf(docdata.format("99980909T000100")))
    item = {"headline": "Ferry", "body_html": BODY, "embargoed": "9998-01-01T00:00:00Z"}
    with pytest.raises(UnreadableError, match="embargo"):
        read(json.dumps(item).encode())


def test_what_the_text_says_again_is_taken_off() -> None:
    top = "<hedline><hl1>Marlow keeps its ferry</hl1></hedline>"
    again = "<p>Marlow keeps its ferry</p><p>(Adds mayor)</p><p>By Ada Lund</p>"
    words = f"<p>MARLOW, Oct 19 (Reuters) - Words came.</p>{BODY}<p>(Reporting by Ada Lund)</p>"
    article = read(nitf(top=top, body=again + words))
    assert article.text == f"Words came.\n\n{TEXT}"
    assert (article.byline, article.provider) == ("Ada Lund", "Reuters")
    assert article.dateline is not None
    assert article.dateline.raw == "MARLOW, Oct 19 (Reuters) -"
    assert len(article.dropped) == 4


def test_a_second_headline_before_the_dateline_stays() -> None:
    article = read(nitf(body=f"<p>A night of talks</p><p>MARLOW, Oct 19 (AP) - Words came.</p>{BODY}"))
    assert article.text == f"A night of talks\n\nWords came.\n\n{TEXT}"
    assert article.dateline is not None


def test_lines_within_a_paragraph() -> None:
    wrapped = (
        "The council of Marlow voted on Tuesday to keep the old<br/>"
        "ferry in service for another year, the master said in<br/>a letter."
    )
    article = read(nitf(body=f"<p>{wrapped}</p><p>One line.<br/><br/>Another line.</p><pre>Ada: yes\nEve: no</pre>"))
    assert article.text.split("\n\n")[1:] == ["One line.", "Another line.", "Ada: yes", "Eve: no"]
    assert "old ferry" in article.text


def test_encodings_that_are_declared_wrongly() -> None:
    document = (
        f'<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><body.content>{BODY}</body.content></body></nitf>'
    )
    assert read(document.encode()).text == TEXT
    cyrillic = document.replace("ISO-8859-1", "windows-1251").replace("Eve Stone", "Ева Стоун")
    assert "Ева Стоун" in read(cyrillic.encode("cp1251", "xmlcharrefreplace")).text
    assert read(document.replace("ISO-8859-1", "x-unknown").encode("utf-16")).text == TEXT


def test_entities_and_outside_files_are_not_followed() -> None:
    bomb = '<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hosts">]>'
    article = read(bomb.encode() + nitf(body=BODY + "<p>&b;&f; stays</p>"))
    assert "aaaa" not in article.text
    assert "localhost" not in article.text
    with pytest.raises(UnreadableError, match="entities"):
        parse("a", b"<nitf><body><!ENTITY a 'b'></body></nitf>")


def test_depth_and_breaks() -> None:
    deep = b"<nitf><body><body.content>" + b"<p>" * 50_000 + b"x"
    with contextlib.suppress(InputError):
        parse("a", deep)
    cut = nitf()[:-60]
    assert read(cut).text.startswith("The council")


@pytest.mark.parametrize(
    "data", [b"<nitf/>", nitf(body=""), nitf(body="<p>...</p>"), nitf(body="<media>Ferry</media>")]
)
def test_no_words_no_article(data: bytes) -> None:
    with pytest.raises(EmptyError, match="no text"):
        parse("a", data)


@pytest.mark.parametrize("data", [b"<newsItem/>", b"<newsMessage><packageItem/></newsMessage>", b"<NewsML/>"])
def test_packages_and_stubs(data: bytes) -> None:
    with pytest.raises(InputError, match=r"no text|no item"):
        parse("a", data)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20240314T101500+0100", "2024-03-14T10:15:00+01:00"),
        ("2024-03-14T10:15:00.123Z", "2024-03-14T10:15:00+00:00"),
        ("2024-03-14 10:15", "2024-03-14T10:15:00"),
        ("2024-03-14", "2024-03-14"),
        ("20240314", "2024-03-14"),
        ("Thu, 14 Mar 2024 10:15:00 +0100", "2024-03-14T10:15:00+01:00"),
        ("March 14, 2024 10:15", "2024-03-14T10:15:00"),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_moments(written: str | None, iso: str | None) -> None:
    assert moment(written) == iso


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Ada Lund", "Ada Lund"),
        ("By ADA LUND and TOM RELLER, Associated Press", "Ada Lund and Tom Reller"),
        ("Ada Lund, Press Association Sport", "Ada Lund"),
        ("Paula d'Orsa and Frances d'Emil", "Paula d'Orsa and Frances d'Emil"),
        ("lund.ada", None),
        ("admin", None),
        ("ada@courier.example", None),
        ("Staff Reporter", None),
        ("The council has voted to keep the ferry", None),
        ("艾达", "艾达"),
        (" ", None),
        (None, None),
    ],
)
def test_names(written: str | None, names: str | None) -> None:
    assert names_of(written) == names


@pytest.mark.parametrize(
    ("raw", "place", "date", "agency"),
    [
        ("Marlow (dpa) - ", "Marlow", None, "dpa"),
        ("Marlow (HPA) -", "Marlow", None, None),
        ("MARLOW, Monday (Reuters)", "Marlow", None, "Reuters"),
        ("Marlow, 14 March 2024", "Marlow", "2024-03-14", None),
        ("March 14", None, "2023-03-14", None),
        ("New Marlow, NM", "New Marlow", None, None),
    ],
)
def test_datelines_in_fields_of_their_own(raw: str, place: str | None, date: str | None, agency: str | None) -> None:
    line = article_of(Story(["Words came."], dateline=raw, published="2023-03-15")).dateline
    assert line is not None
    assert (line.raw, line.place, line.date, line.agency) == (raw.strip(), place, date, agency)


@pytest.mark.parametrize("raw", ["2013-03-04 11:40:31 GMT", "--", "", None])
def test_what_is_no_dateline(raw: str | None) -> None:
    assert article_of(Story(["Words came."], dateline=raw)).dateline is None


def test_the_lexicon_of_names_is_filled() -> None:
    for names in FIELDS.values():
        parts = names.split()
        assert parts
        assert len(parts) == len(set(parts))
        assert all(part.isalnum() and part == part.lower() for part in parts)


TREES = st.recursive(
    st.text() | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(" ".join(FIELDS.values()).split()), inner, max_size=6)
    ),
    max_leaves=20,
)


@given(TREES)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        articles = parse("a.json", json.dumps(value).encode())
    except InputError:
        return
    assert all(article.text.strip() for article in articles)


NAMES = st.sampled_from(
    "nitf body body.head body.content hl1 p br byline dateline location newsItem contentSet inlineXML html headline "
    "NewsML NewsItem NewsManagement DataContent provider name title content itemMeta section table td pre".split()
)


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, st.text("aé &<>]\n\x01“", max_size=8), st.booleans()), min_size=1, max_size=30))
def test_any_tree_is_read_or_refused(parts: list[tuple[str, str, bool]]) -> None:
    document = "".join(f"<{name}>{text}" + (f"</{name}>" if closed else "") for name, text, closed in parts)
    for format in ("newsml", "nitf", "xml", "auto"):
        try:
            articles = parse("a", document.encode(), format)
        except InputError:
            continue
        assert all(article.text.strip() for article in articles)
