"""Feeds: each entry with text is an article; what is wrong with one never loses the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import EmptyError, InputError, UnreadableError
from bot.parse import parse

ITEM = "<item><title>{}</title><link>https://courier.example/{}</link><description>{}</description></item>"


def rss(*items: str, head: str = "") -> bytes:
    return f'<rss version="2.0"><channel><title>Courier</title>{head}{"".join(items)}</channel></rss>'.encode()


def test_a_feed_without_text_is_told_so() -> None:
    with pytest.raises(EmptyError, match=r"2 entries.*pages that it links to"):
        parse("a", rss(ITEM.format("One", 1, ""), ITEM.format("Two", 2, "<p></p>")))


@pytest.mark.parametrize("data", [b"<rss>", b"<rss/>", b'{"version": "https://jsonfeed.org/version/1", "items": 5}'])
def test_what_is_no_feed(data: bytes) -> None:
    with pytest.raises(InputError, match=r"feed|JSON"):
        parse("a", data, "feed")


def test_exports_of_wordpress() -> None:
    wp = "<wp:post_type>{}</wp:post_type><wp:status>{}</wp:status><wp:post_id>1</wp:post_id>"
    items = [
        ITEM.format("One", 1, "The ferry stays.\nThe bridge goes." + "").replace(
            "</item>", wp.format("post", "publish") + "</item>"
        ),
        ITEM.format("Two", 2, "A draft of words.").replace("</item>", wp.format("post", "draft") + "</item>"),
        ITEM.format("Menu", 3, "Home and words.").replace("</item>", wp.format("nav_menu_item", "publish") + "</item>"),
    ]
    (article,) = parse("a", rss(*items).replace(b"<rss ", b'<rss xmlns:wp="http://wordpress.org/export/1.2/" '))
    assert article.text == "The ferry stays.\n\nThe bridge goes."


def test_entities_are_not_followed() -> None:
    bomb = b'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/hosts">]>'
    (article,) = parse("a", bomb + rss(ITEM.format("One", 1, "The ferry &a;&f; stays.")))
    assert "aaaa" not in article.text
    assert "localhost" not in article.text


def test_a_name_is_never_opened() -> None:
    with pytest.raises(UnreadableError):
        parse("a", b"https://courier.example/feed.xml", "feed")
    with pytest.raises(UnreadableError):
        parse("a", __file__.encode(), "feed")


PARTS = st.sampled_from(["title", "link", "description", "author", "pubDate", "category", "content", "entry", "item"])


@given(st.lists(st.tuples(PARTS, st.text("aé &<>]2\n\x01“", max_size=8), st.booleans()), max_size=20))
def test_any_feed_is_read_or_refused(parts: list[tuple[str, str, bool]]) -> None:
    items = "".join(f"<{name}>{text}" + (f"</{name}>" if closed else "") for name, text, closed in parts)
    for document in (rss(f"<item>{items}"), f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{items}'.encode()):
        try:
            articles = parse("a", document)
        except InputError:
            continue
        assert all(article.text.strip() for article in articles)
