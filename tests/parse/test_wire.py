"""News copy read whole: heads, bodies and tails of many agencies and pages. All people and places are invented."""

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.model import Article
from bot.parse import FORMATS, parse
from bot.parse.wire import article_of

BODY = (
    "The council of Marlow voted on Tuesday to keep the old ferry in service for another year.\n\n"
    "“It leaks, but it leaks slowly,” harbour master Ada Lund said after the vote.\n\n"
    "The new bridge is to open in spring."
)
LINE = "MARLOW, Oct 19 (Reuters) - "


def read(text: str) -> Article:
    return article_of(text)


def test_a_story_with_everything() -> None:
    article = read(f"World\n\nMarlow keeps its ferry\n\nBy Ada Lund\n\n{LINE}{BODY}\n\n(Reporting by Ada Lund)\n")
    assert (article.section, article.headline, article.byline) == ("World", "Marlow keeps its ferry", "Ada Lund")
    assert article.text == BODY
    assert article.provider == "Reuters"
    assert article.dropped == ("By Ada Lund", "(Reporting by Ada Lund)")


@pytest.mark.parametrize(
    ("line", "names", "provider"),
    [
        ("By Ada Lund", "Ada Lund", None),
        ("By ADA LUND and TOM O'RELLY", "Ada Lund and Tom O'Relly", None),
        ("BY ADA LUND", "Ada Lund", None),
        ("Por Ada Lund", "Ada Lund", None),
        ("Von Ada Lund und Tom Reller, dpa", "Ada Lund und Tom Reller", "dpa"),
        ("By Ada Lund, PA", "Ada Lund", "PA"),
        ("By Ada Lund, Reuters", "Ada Lund", "Reuters"),
        ("By ADA LUND, AP Sports Writer", "Ada Lund", "AP"),
        ("By ADA LUND Associated Press Writer", "Ada Lund", "AP"),
        ("By The Associated Press", None, "AP"),
        ("By Ada Lund | AFP", "Ada Lund", "AFP"),
        ("By Ada Lund, Tom Reller and Eve Stone", "Ada Lund, Tom Reller and Eve Stone", None),
        ("Ada Lund, AFP", "Ada Lund", "AFP"),
        ("^By ADA LUND=", "Ada Lund", None),
        ("By Ada Lund, dpa =", "Ada Lund", "dpa"),
        ("By Ludwig van Houten", "Ludwig van Houten", None),
        ("By Ada Lund, Reuters, AFP", "Ada Lund", "AFP"),
        ("By Ada Lund, PA, staff writer, Reuters", "Ada Lund", "Reuters"),
    ],
)
def test_bylines(line: str, names: str | None, provider: str | None) -> None:
    article = read(f"Marlow keeps its ferry\n\n{line}\n\n{BODY}")
    assert (article.byline, article.provider, article.text) == (names, provider, BODY)
    assert article.headline == "Marlow keeps its ferry"


@pytest.mark.parametrize(
    ("end", "provider", "desk"),
    [
        (" EFE\n\nabc/def", "EFE", "abc/def"),
        (" EFE abc/def", "EFE", "abc/def"),
        ("\n\nEFE\n\nabc/def", "EFE", "abc/def"),
        (" (EFE)\n", "EFE", None),
        (" (ANSA).", "ANSA", None),
        ("\n\nab/cd/efg", None, "ab/cd/efg"),
        ("\n\nab-cd/ef", None, None),
        ("\n\n(ab/cd-ef)", None, "ab/cd-ef"),
        ("\n\n(ab)", None, "ab"),
        ("\n\n==Kyodo", "Kyodo", None),
        ("\n\nEnditem", None, None),
        (" Enditem", None, None),
        ("\n\n(END)", None, None),
        ("\n\nENDS", None, None),
        ("\n\n -- BERNAMA", "Bernama", None),
        ("\n\nPTI ABC XY XY", "PTI", "ABC XY XY"),
        (" PTI", "PTI", None),
        ("\n\n--IANS\n\nabc/xy", "IANS", "abc/xy"),
        (" (ANI)", "ANI", None),
        ("\n\n REUTER", "Reuters", None),
        ("\n\n-0-", None, None),
        ("\n\ndpa abc xyz", "dpa", "abc xyz"),
        ("\n\n(MORE)", None, None),
        ("… [+1904 chars]", None, None),
        (" (Reporting by Tom Reller; Editing by Eve Stone)", None, None),
        ("\n\n(Reporting by Tom Reller; Editing by Eve Stone)\n\nOur Standards: The Lund Principles.", None, None),
        ("\n\n___\n\nAssociated Press writer Tom Reller in Ostheim contributed to this report.", None, None),
        ("\n\nAP-NY-10-19-98 1630EDT", "AP", None),
        ("\n\nNNNN", None, None),
        ("\n\n## Note to editors\n- adds a comment by the mayor.\n\n* * * *\nNot for publication.", None, None),
        ("\n\n(This story has not been edited by our staff and comes from a feed.)", None, None),
        ("\n\n© 2023 The Marlow Courier. All rights reserved.", None, None),
        ("\n\nCopyright 2023 The Marlow Courier", None, None),
        ("\n\nShare on Facebook\n\nTopics: Ferry, Marlow\n\nRead next: The bridge that sank", None, None),
        (
            "\n\nRelated Articles\n\nThe bridge that sank\n\nFive ferries to ride before you die\n\nBack to top button",
            None,
            None,
        ),
        ("\n\nArtículos relacionados\n\nEl puente que se hundió\n\nVolver arriba", None, None),
        ("\n\nMore from World\n\nThe bridge that sank\n", None, None),
        ("\n\nSign up for our newsletter\n\nWe use cookies to improve your visit. Accept all", None, None),
        ("\n\nFollow us on Twitter\n\n12 comments\n\nLeave a comment", None, None),
    ],
)
def test_what_stands_behind_the_last_words_is_split_off(end: str, provider: str | None, desk: str | None) -> None:
    article = read(f"Marlow keeps its ferry\n\nMARLOW — {BODY}{end}")
    if end == "\n\nab-cd/ef":
        assert article.text == BODY + end
        return
    assert article.text.rstrip("…") == BODY
    assert (article.provider, article.desk) == (provider, desk)
    assert article.dropped or desk


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Related Articles",
        "Read more: The bridge that sank",
        "(STORY CAN END HERE)",
        "Share this article",
    ],
)
def test_furniture_between_paragraphs_is_split_off(line: str) -> None:
    article = read(f"{LINE}{BODY}\n\n{line}\n\nThe ferry was built in 1931.")
    assert article.text == f"{BODY}\n\nThe ferry was built in 1931."
    assert line in article.dropped


@pytest.mark.parametrize(
    "prose",
    [
        "Share prices of the ferry company rose by a tenth.",
        "Related articles of the treaty were struck out, the council said.",
        "More from the harbour was expected on Monday, she said.",
        "Home",
        "1931",
        "“Read more,” he said.",
        "Reuters reported that the bridge had sunk.",
        "Sport",
        "He ends up in and/or on the water.",
        "Editing by hand is slow, she told AFP.",
    ],
)
def test_prose_that_looks_like_furniture_stays(prose: str) -> None:
    text = f"{BODY}\n\n{prose}\n\nThe ferry was built in 1931 by Reller and Sons."
    article = read(LINE + text)
    assert article.text == text


def test_hard_wrapped_copy_with_indented_paragraphs() -> None:
    article = read(
        "MARLOW KEEPS ITS FERRY\n\n"
        "    By Ada Lund, Reuters\n"
        "    MARLOW, March 2 - The council of Marlow voted on Tuesday\n"
        "to keep the old ferry in service for another year, a long-\n"
        "awaited act.\n"
        "    The vote was 12 to 11 after a night of talks that ended\n"
        "when the lamps went out, said Mayor Eve Stone.\n"
        "    Fares 14 cts vs 12 cts\n"
        "    Riders 1,200 vs 1,350\n"
        " REUTER\n"
    )
    assert article.headline == "MARLOW KEEPS ITS FERRY"
    assert (article.byline, article.provider) == ("Ada Lund", "Reuters")
    assert article.text.split("\n\n") == [
        "The council of Marlow voted on Tuesday to keep the old ferry in service for another year, a long-awaited act.",
        "The vote was 12 to 11 after a night of talks that ended when the lamps went out, said Mayor Eve Stone.",
        "Fares 14 cts vs 12 cts",
        "Riders 1,200 vs 1,350",
    ]


def test_hard_wrapped_copy_with_blank_lines() -> None:
    article = read(
        "Marlow (dpa) - The council of Marlow voted on Tuesday to keep the\n"
        "old ferry in service for another year, the harbour master said in\n"
        "a letter.\n\n"
        "The new bridge is to open in spring if the last of its stones can\n"
        "be found.\n"
    )
    assert len(article.text.split("\n\n")) == 2
    assert "keep the old ferry" in article.text


def test_one_line_a_paragraph_without_blank_lines() -> None:
    article = read(LINE + BODY.replace("\n\n", "\n"))
    assert article.text == BODY


def test_a_head_with_transmission_codes() -> None:
    article = read(
        "LNW19980809.0700  NEWS STORY  1998-08-09 16:30:00\n"
        "w1195 &Cx1f; wstm-\n"
        "u i &Cx13;  &Cx11;  BC-Marlow-Ferry   08-09 0145\n"
        "BC-Marlow-Ferry, 1st Ld-Writethru,0145\n"
        "Marlow keeps its ferry &UR; Eds: RECASTS lead &QL; &UR; By ADA LUND &QC; &UR; Associated Press Writer &QC;\n\n"
        "Marlow keeps its ferry\n\n"
        f"MARLOW, Arvania (AP) _\n\n{BODY}"
    )
    assert (article.headline, article.byline, article.text) == ("Marlow keeps its ferry", "Ada Lund", BODY)
    assert article.published == "1998-08-09T16:30:00"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Marlow", "AP")


def test_a_head_with_codes_and_without_dateline() -> None:
    article = read(
        "LNW19980809.0700  NEWS STORY\nBC-MARLOW-FERRY\nMARLOW KEEPS ITS FERRY\n(For use by clients)\n"
        f"By ADA LUND\nc.1998 The Marlow Courier\n\nMARLOW KEEPS ITS FERRY\n\n{BODY}"
    )
    assert (article.headline, article.byline, article.text) == ("MARLOW KEEPS ITS FERRY", "Ada Lund", BODY)
    assert article.provider == "The Marlow Courier"


def test_a_second_headline_stays_among_the_words() -> None:
    article = read(f"Marlow keeps its ferry\n\nThe bridge will have to wait, says the mayor\n\n{LINE}{BODY}")
    assert article.headline == "Marlow keeps its ferry"
    assert article.text == f"The bridge will have to wait, says the mayor\n\n{BODY}"


def test_text_that_begins_with_prose_has_no_headline() -> None:
    article = read(BODY)
    assert (article.headline, article.section, article.dateline, article.text) == (None, None, None, BODY)


def test_a_question_may_be_a_headline() -> None:
    assert (
        read(f"Will the old ferry of Marlow ever sink?\n\n{BODY}").headline == "Will the old ferry of Marlow ever sink?"
    )


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    article = read(f"Marlow keeps its ferry - marlowcourier.com\n\n{BODY}")
    assert (article.headline, article.provider) == ("Marlow keeps its ferry", "marlowcourier.com")
    assert read(f"Marlow keeps its ferry | AP\n\n{BODY}").provider == "AP"


def test_the_year_of_the_dateline_comes_from_the_day_of_publication() -> None:
    article = read(f"Marlow keeps its ferry\n\nPublished: January 1, 2024 08:15\n\nMARLOW, Dec 31 (AFP) - {BODY}")
    assert article.published == "2024-01-01T08:15:00"
    assert article.dateline is not None
    assert article.dateline.date == "2023-12-31"


def test_a_date_in_the_words_is_no_day_of_publication() -> None:
    article = read(f"{LINE}{BODY}\n\nThe ferry was built on October 19, 1931.")
    assert article.published is None
    assert article.dateline is not None
    assert article.dateline.date == "--10-19"


@pytest.mark.parametrize(
    "text", ["Marlow", "Related Articles", "Back to top button\n\nShare", "EFE", "(AP)", "?!", "MARLOW —"]
)
def test_what_has_no_body_is_its_own_text(text: str) -> None:
    article = read(text)
    assert article.text.split() == text.split()
    assert article.headline is None


def test_other_scripts_and_pictures_go_through() -> None:
    text = "أعلنت بلدية مارلو يوم الثلاثاء أن العبّارة القديمة ستبقى 🚢👩🏽‍✈️.\n\nהמעבורת תישאר. 👨‍👩‍👧"
    assert read(text).text == text


def test_the_first_of_several_datelines_counts() -> None:
    article = read(f"{LINE}{BODY}\n\nOSTHEIM (AP) — A bridge sank.")
    assert article.dateline is not None
    assert article.dateline.place == "Marlow"
    assert article.text.endswith("OSTHEIM (AP) — A bridge sank.")


WORDS = re.compile(r"\w+")


def all_words(article: Article) -> Counter[str]:
    line = article.dateline
    fields = [article.text, article.headline, article.section, article.desk, line and line.raw, *article.dropped]
    return Counter(word for one in fields if one for word in WORDS.findall(one))


PIECES = st.sampled_from(
    [
        "World", "Marlow keeps its ferry", "By Ada Lund, PA", LINE, "MARLOW —", BODY, "EFE", "abc/def", "Share",
        "Related Articles", "(AP)", "/TASS/.", "The ferry sank. EFE", "1998-08-09", "BC-Marlow", "NNNN", "___", "x",
        "“It leaks,”", "She said so.\n  Then she left.", "## Note to editors", "Topics: ferries", "ZCZC", "a b", "(ab)",
    ]
)  # fmt: skip


@example([("World", "\n")] * 4 + [("abc/def", "\n")] * 2)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", " ", "\r\n"])), min_size=1, max_size=12))
def test_no_word_is_lost(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    article = read(text)
    assert Counter(WORDS.findall(text)) - all_words(article) == Counter()
    assert article.text.strip()


@given(st.text(min_size=1))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        articles = parse("any", text.encode("utf-8", "surrogatepass"))
    except InputError:
        return
    assert all(article.text.strip() for article in articles)


@pytest.mark.parametrize("format", ["auto", *FORMATS])
@given(data=st.binary())
def test_any_bytes_are_read_or_refused(format: str, data: bytes) -> None:
    try:
        articles = parse("any", data, format)
    except InputError:
        return
    assert articles
    assert all(article.text.strip() for article in articles)
