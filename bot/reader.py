"""Inputs -> parsed articles: files, folders, links, and the pages of web archives; whatever is wrong is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from bot.errors import InputError, LinkError, TooLargeError, UnreadableError, WithdrawnError
from bot.fetch.links import is_link, name_for, own_link
from bot.model import Article, Parsed
from bot.parse import REACH, is_heavy, parse
from bot.parse.warc import ENDINGS, at, pages
from bot.ports import Fetcher

STDIN = "-"
LIGHT = ("plain", "wire")
"""Formats that take little time and memory whatever is in them."""


class Page(NamedTuple):
    """A page of a web archive, which is read like an input of its own."""

    path: str
    """The archive's, with "#2" behind it for the second page."""
    link: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one input: its articles, or why there are none."""

    path: str
    parsed: tuple[Parsed, ...] = ()
    error: str | None = None
    withdrawn: tuple[str, ...] = ()
    """With an error: what the article that its publisher took back may be known by (guid, link)."""


def walk(paths: Iterable[str]) -> Iterator[str]:
    """The files that the paths stand for: folders walked in the order of names, hidden files left out."""
    for path in paths:
        if path != STDIN and not is_link(path) and Path(path).is_dir():
            yield from walk_folder(path)
        else:
            yield path


def walk_folder(folder: str) -> Iterator[str]:
    """Every file below a folder, hidden ones left out; a folder that can't be opened stands for itself."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk_folder(entry.path)
        elif entry.is_file():
            yield entry.path


def unfold(paths: Iterable[str]) -> Iterator[str | Page]:
    """The files that the paths stand for, and instead of a web archive its pages, one at a time in memory.

    An archive that is broken, or can't be opened, stands for itself.
    """
    for path in walk(paths):
        if not path.lower().endswith(ENDINGS) or is_link(path):
            yield path
            continue
        try:
            with Path(path).open("rb") as stream:
                for number, (link, data) in enumerate(pages(stream), 1):
                    yield Page(f"{path}#{number}", link, data)
        except (OSError, InputError):
            yield path


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads and parses inputs. Picklable, so that processes can have one each."""

    format: str = "auto"
    max_bytes: int = 20_000_000
    fetcher: Fetcher | None = None
    """Loads links; without one they are refused."""

    columns: tuple[str, ...] = ()
    """Of tables, those that aren't called as usual: "text=Inhalt"."""

    def read(self, given: str | Page) -> Reading:
        """The articles of one input; whatever is wrong with it becomes `Reading.error`."""
        path = given if isinstance(given, str) else given.path
        try:
            articles = self._articles(given)
        except WithdrawnError as error:
            return Reading(path, error=str(error), withdrawn=error.names)
        except InputError as error:
            return Reading(path, error=str(error))
        return Reading(path, tuple(Parsed(article, where) for article, where in _numbered(articles, path)))

    def _articles(self, given: str | Page) -> list[Article]:
        if isinstance(given, Page):
            return [at(article, given.link) for article in parse("page.html", given.data)]
        if is_link(given):
            return self._linked(given)
        return parse(_name(given), self._bytes(given), self.format, self.columns)

    def is_heavy(self, path: str | Page) -> bool:
        """Whether it may take much time or memory; False for what can't be read at all."""
        if isinstance(path, Page) or is_link(path):
            return True
        if path == STDIN or self.format in LIGHT:
            return False
        try:
            with Path(path).open("rb") as file:
                return is_heavy(Path(path).name, file.read(REACH))
        except (OSError, InputError):
            return False

    def _linked(self, link: str) -> list[Article]:
        """The articles that a link leads to; one that is there alone has a link of that site."""
        if self.fetcher is None:
            raise LinkError("is a link, and links are not loaded here; save the page and load the file")
        fetched = self.fetcher.fetch(link)
        if fetched is None:
            raise LinkError("was not sent by the server; try again later")
        articles = parse(name_for(fetched), fetched.data, self.format, self.columns)
        if len(articles) == 1 and articles[0].format != "feed":
            return [replace(articles[0], url=own_link(articles[0].url, fetched.url))]
        return articles

    def _bytes(self, path: str) -> bytes:
        try:
            if path == STDIN:
                data = sys.stdin.buffer.read(self.max_bytes + 1)
            else:
                with Path(path).open("rb") as file:
                    data = file.read(self.max_bytes + 1)
        except OSError as error:
            raise UnreadableError(f"can't be read ({error.strerror}); check the path and its rights") from error
        if len(data) > self.max_bytes:
            megabytes = self.max_bytes / 1_000_000
            raise TooLargeError(f"is over {megabytes:g} MB; split it, or raise reading.max_megabytes")
        return data


def _name(path: str) -> str:
    return Path(path).name if path != STDIN else "stdin"


def _numbered(articles: list[Article], path: str) -> Iterator[tuple[Article, str]]:
    for number, article in enumerate(articles, 1):
        yield article, path if number == 1 else f"{path}#{number}"
