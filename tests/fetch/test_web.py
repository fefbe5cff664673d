"""Loading links: redirects, limits, kinds, robots.txt and conditions, against a server of our own."""

from __future__ import annotations

import gzip
from pathlib import Path
from time import monotonic

import pytest

from bot.errors import LinkError, TooLargeError
from bot.extract.engine import Engine
from bot.fetch import Web
from bot.fetch.door import Door
from bot.fetch.links import is_link, name_for, own_link
from bot.intake import Workshop
from bot.model import Fetched, Validators
from bot.reader import Reader
from tests.fetch.conftest import Page, Site

STORY = """<html><head><link rel="canonical" href="{}"></head><body><article><h1>Ferry of Orvik stays</h1>
<p>“The ferry of Orvik stays as long as I am mayor of this town,” said Mara Lind on Tuesday.</p>
<p>The council had voted in the spring to sell the ship, which is ninety years old.</p></article></body></html>"""


def test_a_page_is_loaded(site: Site) -> None:
    site.pages["/ferry"] = Page(b"<p>Stays.</p>", headers={"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'})
    fetched = site.web().fetch(site.link("/ferry#comments"))
    assert fetched == Fetched(site.link("/ferry"), b"<p>Stays.</p>", "text/html", Validators('"1"'))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/ferry"]
    assert all(headers["User-Agent"] == "orvikbot/1" for _, headers in site.asked)


def test_conditions_are_sent_and_heeded(site: Site) -> None:
    site.pages["/feed"] = Page(b"<rss/>", headers={"Content-Type": "text/xml", "ETag": '"7"', "Last-Modified": "then"})
    web = site.web()
    fetched = web.fetch(site.link("/feed"))
    assert fetched is not None
    assert fetched.validators == Validators('"7"', "then")
    assert web.fetch(site.link("/feed"), fetched.validators) is None
    assert site.asked[-1][1]["If-Modified-Since"] == "then"


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    """A name that leads elsewhere when it is asked again gains nothing: it isn't asked again."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.3"]])
    site.pages["/ferry"] = Page(b"stays")
    known = {site.link("/"): (monotonic(), "")}
    web = Web("orvikbot/1", door=Door(lambda host, port: next(answers), site.allows), robots=known)
    assert web.fetch(site.link("/ferry")) is not None
    assert next(answers) == ["127.0.0.2"]


def test_redirects_are_followed_within_their_limit(site: Site) -> None:
    for at in range(4):
        site.pages[f"/{at}"] = Page(status=302, headers={"Location": f"/{at + 1}"})
    site.pages["/4"] = Page(b"there")
    fetched = site.web(max_redirects=4).fetch(site.link("/0"))
    assert fetched is not None
    assert fetched.url == site.link("/4")
    with pytest.raises(LinkError, match="over 3 times"):
        site.web(max_redirects=3).fetch(site.link("/0"))


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1/", "http://127.0.0.1:1/", "http://169.254.169.254/latest", "http://[::1]/", "file:///etc/hosts",
     "ftp://orvik.example/", "gopher://orvik.example/", "http://a:b@orvik.example/", "http://[::"],
)  # fmt: skip
def test_no_redirect_leads_into_the_house(site: Site, location: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return site.resolve(host, port) if host.endswith(".example") else [host.strip("[]")]

    site.pages["/out"] = Page(status=302, headers={"Location": location})
    web = Web("orvikbot/1", door=Door(resolve, site.allows))
    with pytest.raises(LinkError):
        web.fetch(site.link("/out"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/out"]


@pytest.mark.parametrize("link", ["file:///etc/hosts", "ftp://orvik.example/a", "http://", "http://a:b@orvik.example/",
                                  "http://[::", "javascript://orvik.example/%0a", "https:///a"])  # fmt: skip
def test_what_is_no_link_of_the_web_is_refused(site: Site, link: str) -> None:
    with pytest.raises(LinkError):
        site.web().fetch(link)
    assert site.asked == []


@pytest.mark.parametrize("packed", [False, True])
def test_no_more_than_the_limit_is_loaded(site: Site, packed: bool) -> None:
    data = b" " * 3_000_000
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"} if packed else {"Content-Type": "text/html"}
    site.pages["/large"] = Page(gzip.compress(data) if packed else data, headers=headers)
    with pytest.raises(TooLargeError, match="over 2 MB"):
        site.web(max_bytes=2_000_000).fetch(site.link("/large"))
    assert site.web(max_bytes=3_000_000).fetch(site.link("/large")) is not None


def test_a_server_that_drips_is_left(site: Site) -> None:
    site.pages["/drip"] = Page(b"x" * 100, drip=0.1)
    with pytest.raises(LinkError, match=r"Timeout|over 0\.5 seconds"):
        site.web(max_seconds=0.5).fetch(site.link("/drip"))


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "text/css", "application/javascript", "application/x-msdownload"]
)
def test_what_no_article_comes_in_is_not_loaded(site: Site, kind: str) -> None:
    site.pages["/a"] = Page(b"x", headers={"Content-Type": kind})
    with pytest.raises(LinkError, match=f"leads to {kind}"):
        site.web().fetch(site.link("/a"))


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_what_the_server_says_is_told(site: Site, status: int) -> None:
    site.pages["/a"] = Page(status=status)
    with pytest.raises(LinkError, match=f"the server says {status}"):
        site.web().fetch(site.link("/a"))


def test_robots_txt_is_heeded_and_loaded_once(site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: orvikbot\nDisallow: /private*/\n\nUser-agent: *\nDisallow: /")
    site.pages["/open"] = Page(b"x")
    site.pages["/private-1/a"] = Page(b"x")
    web = site.web()
    assert web.fetch(site.link("/open")) is not None
    with pytest.raises(LinkError, match=r"robots\.txt"):
        web.fetch(site.link("/private-1/a"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open"]


def test_all_is_barred_where_robots_txt_cannot_be_told(site: Site) -> None:
    site.pages["/robots.txt"] = Page(status=503)
    site.pages["/open"] = Page(b"x")
    with pytest.raises(LinkError, match=r"robots\.txt"):
        site.web().fetch(site.link("/open"))


def test_robots_txt_of_each_host_on_the_way_is_asked(site: Site) -> None:
    site.pages["/out"] = Page(status=301, headers={"Location": site.link("/in", "marlow.example")})
    site.pages["/in"] = Page(b"x")
    site.web().fetch(site.link("/out"))
    assert [headers["Host"].split(".")[0] for _, headers in site.asked] == ["orvik", "orvik", "marlow", "marlow"]


def test_links_are_told_from_paths() -> None:
    assert all(is_link(one) for one in ("http://a.example", "HTTPS://a.example/b", "ftp://a.example"))
    assert not any(is_link(one) for one in ("story.txt", "/a/b", "C:\\a", "http:story.txt", "-"))


@pytest.mark.parametrize(
    ("link", "kind", "name"),
    [("http://a.example/news.php?id=3", "text/html", "news.html"), ("http://a.example/", "text/html", "page.html"),
     ("http://a.example/a/report.pdf", None, "report.pdf"), ("http://a.example/feed", "text/xml", "feed"),
     ("http://a.example/.html", "text/plain", ".html.txt")],
)  # fmt: skip
def test_names_for_the_sniffing(link: str, kind: str | None, name: str) -> None:
    assert name_for(Fetched(link, b"", kind)) == name


def test_a_page_cannot_take_another_sites_place() -> None:
    loaded = "https://www.orvik.example/ferry?from=mail"
    for own in ("https://orvik.example/ferry", "https://news.orvik.example/ferry"):
        assert own_link(own, loaded) == own
    for other in (None, "https://marlow.example/ferry", "https://evil-orvik.example/ferry", "ferry", "http://["):
        assert own_link(other, loaded) == loaded


def test_a_link_becomes_an_article(site: Site) -> None:
    site.pages["/ferry?id=1"] = Page(STORY.format("https://orvik.example/ferry").encode())
    site.pages["/stolen"] = Page(STORY.format("https://marlow.example/ferry").encode())
    reader = Reader(fetcher=site.web())
    (own,), (stolen,) = (reader.read(site.link(path)).parsed for path in ("/ferry?id=1", "/stolen"))
    assert own.article.url == "https://orvik.example/ferry"
    assert own.path == site.link("/ferry?id=1")
    assert stolen.article.url == site.link("/stolen")
    assert "Mara Lind" in own.article.text
    assert "404" in str(reader.read(site.link("/gone")).error)
    assert "links are not loaded here" in str(Reader().read(site.link("/ferry?id=1")).error)


def test_a_link_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Which has the door of the program: it leads to no server of this machine."""
    reader = Reader(fetcher=Web("orvikbot/1"))
    assert reader.is_heavy("http://127.0.0.1/")
    workshop = Workshop(reader, Engine(), 1)
    ((reading, _),) = workshop.run(["http://127.0.0.1/"])
    workshop.close()
    assert "not of the public web" in str(reading.error)
