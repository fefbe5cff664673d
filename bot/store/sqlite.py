"""The archive in one SQLite file."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from zlib import crc32

from bot.model import (
    UNFILTERED,
    ArticleRef,
    Census,
    Extraction,
    Filters,
    Memory,
    Parsed,
    Person,
    Receipt,
    StoredArticle,
    StoredQuote,
)
from bot.store import chats, index, people, reading, writing
from bot.store import filters as narrowing
from bot.store.database import Database
from bot.store.totals import census, set_total, total

LOCK_TIMEOUT = 10.0
"""Seconds to wait for another process that is writing; storing one article takes some hundredths."""
MEMORY_LASTS = 30 * 60.0
"""Seconds after which a chat's last topic is no longer what "he" means."""
INDEX_FORM = f"1 {unicodedata.unidata_version}"
"""How words are normalised: raise the number whenever `bot.text` or the stems change, and archives are indexed anew."""


class SqliteStore:
    """`bot.ports.Store` in one file. Safe from any thread; several processes may share the file."""

    def __init__(
        self,
        path: Path,
        lock_timeout: float = LOCK_TIMEOUT,
        memory_lasts: float = MEMORY_LASTS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open the archive; make it, and its folder, where there is none.

        Args:
            path: The file.
            lock_timeout: Seconds to wait for another process that is writing.
            memory_lasts: Seconds for which a chat's last topic is remembered.
            clock: Tells the seconds since 1970.

        Raises:
            StoreTooNewError: A newer version of onrecord wrote it.
            StoreDamagedError: It is another application's file, no database, or broken.
            StoreLockedError: Another process was writing all the time.
            StoreError: It can't be opened: rights, a folder of that name, the drive.
        """
        self._database = Database(path, lock_timeout)
        self._memory_lasts, self._clock = memory_lasts, clock
        self._people: tuple[int, list[Person]] = (-1, [])
        self._counting = Lock()
        try:
            self._index_as_now()
        except BaseException:
            self.close()
            raise

    def _index_as_now(self) -> None:
        form = crc32(INDEX_FORM.encode())
        with self._database.reading() as connection:
            if total(connection, "index") == form:
                return
        with self._database.writing() as connection:
            writing.reindex(connection)
            set_total(connection, "index", form)

    # --- writing

    def add(self, parsed: Parsed, extraction: Extraction) -> Receipt:
        """Store an article with its quotes and index entries; see `bot.ports.Store`."""
        with self._database.writing() as connection:
            return writing.add(connection, parsed, extraction, self._clock())

    def known(self, parsed: Parsed) -> Receipt | None:
        """The receipt of an article that is stored already; see `bot.ports.Store`."""
        with self._database.reading() as connection:
            return writing.known(connection, parsed)

    def remove(self, article_id: str) -> bool:
        """Forget an article and all that came from it; False if there was none."""
        with self._database.writing() as connection:
            number = reading.article_number(connection, article_id)
            if number is not None:
                writing.remove(connection, number)
            return number is not None

    # --- articles and quotes

    def article(self, article_id: str) -> StoredArticle | None:
        """One article, whole; an earlier revision's id leads to the current one."""
        with self._database.reading() as connection:
            number = reading.article_number(connection, article_id)
            return None if number is None else reading.stored_article(connection, number)

    def articles(self, limit: int = 50, offset: int = 0, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles, latest first."""
        with self._database.reading() as connection:
            return reading.refs(connection, limit, offset, filters)

    def outlets(self) -> list[str]:
        """The providers of all articles, each once."""
        with self._database.reading() as connection:
            return narrowing.distinct(connection, "provider")

    def quote(self, quote_id: str) -> StoredQuote | None:
        """One quote by its id."""
        with self._database.reading() as connection:
            return reading.quote_by_id(connection, quote_id)

    def people(self) -> list[Person]:
        """Everybody with a quote, one entry a name, most quoted first; read once for each state of the archive."""
        with self._counting, self._database.reading() as connection:
            changes = total(connection, "changes")
            if self._people[0] != changes:
                self._people = (changes, people.everybody(connection))
            return list(self._people[1])

    def quotes_of(self, name: str, limit: int | None = None, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        """What the speaker of that very name is on record with, in order; at most `limit` if given."""
        with self._database.reading() as connection:
            speaker = people.number_of(connection, name)
            if speaker is None:
                return []
            most = None if filters.exact else limit
            found = reading.quotes_of(connection, reading.numbers_said_by(connection, speaker, most, filters))
            return narrowing.holding(filters, found)[: limit if limit is None else max(0, limit)]

    # --- search

    def match_quotes(
        self, words: Sequence[str], limit: int = 200, speaker: str | None = None, filters: Filters = UNFILTERED
    ) -> list[StoredQuote]:
        """Quotes with any of the words or phrases, best first; one speaker's only if given.

        At most `index.RANKED` quotes are ranked: common words beside rare ones are left out, and of a word that is
        common and alone the latest quotes are taken.
        """
        with self._database.reading() as connection:
            number = None if speaker is None else people.number_of(connection, speaker)
            if speaker is not None and number is None:
                return []
            numbers = index.matching_quotes(connection, words, limit, number, filters)
            return narrowing.holding(filters, reading.quotes_of(connection, numbers))

    def match_articles(self, words: Sequence[str], limit: int = 50, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles with any of the words or phrases in headline or text, best first; the same limits hold."""
        with self._database.reading() as connection:
            return reading.refs_of(connection, index.matching_articles(connection, words, limit, filters))

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """How many quotes hold each of the words, in any form; 0 for words not on record."""
        with self._database.reading() as connection:
            return index.frequencies(connection, words)

    def vocabulary(self, prefix: str) -> list[str]:
        """Normalised words of the quotes that begin so, most frequent first."""
        with self._database.reading() as connection:
            return list(index.vocabulary(connection, prefix))

    def census(self) -> Census:
        """How much is on record."""
        with self._database.reading() as connection:
            return census(connection)

    # --- chats

    def remember(self, message: str) -> str:
        """The id of a message, which `recall` knows from now on."""
        message_id = chats.id_of(message)
        if self.recall(message_id) is None:
            with self._database.writing() as connection:
                chats.remember(connection, message)
        return message_id

    def recall(self, message_id: str) -> str | None:
        """The message of an id."""
        with self._database.reading() as connection:
            return chats.message_of(connection, message_id)

    def memory(self, chat: str) -> Memory:
        """What a chat was last about; an empty memory if nothing is known or it is too long ago."""
        with self._database.reading() as connection:
            return chats.memory_of(connection, chat, self._clock() - self._memory_lasts)

    def keep_memory(self, chat: str, memory: Memory) -> None:
        """Replace what is remembered of a chat."""
        now = self._clock()
        with self._database.writing() as connection:
            chats.keep_memory(connection, chat, memory, now, now - self._memory_lasts)

    def seen_update(self, update_id: int) -> bool:
        """Whether an update was seen before; remembers it."""
        with self._database.writing() as connection:
            return chats.see_update(connection, update_id)

    def close(self) -> None:
        """Close all connections. Closing twice does no harm."""
        self._database.close()
