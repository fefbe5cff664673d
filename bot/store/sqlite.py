"""The archive in one SQLite file."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from zlib import crc32

from bot.config import RetentionSettings
from bot.model import (
    UNFILTERED,
    ArticleRef,
    Census,
    Extraction,
    Filters,
    Memory,
    Parsed,
    Person,
    Presence,
    Profile,
    Receipt,
    Ruling,
    StoredArticle,
    StoredQuote,
)
from bot.store import chats, directory, people, presence, ranking, reading, writing
from bot.store import filters as narrowing
from bot.store.database import Database
from bot.store.drafts import SqliteDrafts
from bot.store.follows import SqliteFollows
from bot.store.guestbook import SqliteGuestbook
from bot.store.ledger import SqliteLedger
from bot.store.rulings import all_rulings
from bot.store.totals import census, set_total, total

LOCK_TIMEOUT = 10.0
"""Seconds to wait for another process that is writing; storing one article takes some hundredths."""
DAY = 24 * 60 * 60.0
"""Seconds; how exactly it is told when a button was shown last."""
INDEX_FORM = f"1 {unicodedata.unidata_version}"
"""How words are normalised: raise the number whenever `bot.text` or the stems change, and archives are indexed anew."""


class SqliteStore:
    """`bot.ports.Store` in one file. Safe from any thread; several processes may share the file."""

    def __init__(
        self,
        path: Path,
        lock_timeout: float = LOCK_TIMEOUT,
        keep: RetentionSettings = RetentionSettings(),  # noqa: B008 - immutable
        clock: Callable[[], float] = time.time,
        most_messages: int = chats.MOST_MESSAGES,
    ) -> None:
        """Open the archive; make it, and its folder, where there is none.

        Args:
            path: The file.
            lock_timeout: Seconds to wait for another process that is writing.
            keep: How long chats are remembered.
            clock: Tells the seconds since 1970.
            most_messages: How many messages behind buttons are kept.

        Raises:
            StoreTooNewError: A newer version of onrecord wrote it.
            StoreDamagedError: It is another application's file, no database, or broken.
            StoreLockedError: Another process was writing all the time.
            StoreError: It can't be opened: rights, a folder of that name, the drive.
        """
        self._database = Database(path, lock_timeout)
        self.drafts = SqliteDrafts(self._database, clock=clock)
        self.ledger = SqliteLedger(self._database, clock)
        self._memory_lasts, self._clock = 60 * keep.memory_minutes, clock
        self._most_messages = most_messages
        self.guests = SqliteGuestbook(self._database, keep, clock)
        self.follows = SqliteFollows(self._database, clock)
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

    def quotes_of(self, name: str, limit: int | None = None, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        """What the speaker of that very name is on record with, in order; at most `limit` if given."""
        with self._database.reading() as connection:
            most = None if filters.exact else limit
            numbers = reading.numbers_said_by(connection, directory.forms_named(connection, name), most, filters)
            found = reading.quotes_of(connection, numbers)
            return narrowing.holding(filters, found)[: limit if limit is None else max(0, limit)]

    def latest(self, limit: int, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        """The latest quotes of anybody: latest article first, then by place."""
        with self._database.reading() as connection:
            found = reading.quotes_of(connection, presence.latest(connection, limit, filters))
            return narrowing.holding(filters, found)

    # --- people

    def people(self, limit: int | None = None) -> list[Person]:
        """Everybody with a quote, most quoted first; all, or at most `limit`."""
        with self._database.reading() as connection:
            return directory.everybody(connection, limit)

    def people_named(self, name: str) -> list[Person]:
        """Everybody of that very name."""
        with self._database.reading() as connection:
            return directory.people_of(connection, directory.numbers_named(connection, name))

    def match_people(self, words: Sequence[str], limit: int = 100) -> list[Person]:
        """People with any of the words, or one that sounds alike, in names, aliases or roles."""
        with self._database.reading() as connection:
            return directory.matching(connection, words, limit)

    def name_words(self, prefix: str) -> list[str]:
        """Words of names and roles that begin so, those of most people first."""
        with self._database.reading() as connection:
            return directory.vocabulary(connection, prefix)

    def profiles(self, name: str) -> list[Profile]:
        """All that is known of everybody of that very name."""
        with self._database.reading() as connection:
            return directory.profiles(connection, directory.numbers_named(connection, name))

    def presence(self, name: str) -> Presence:
        """Where everybody of that very name is quoted."""
        with self._database.reading() as connection:
            numbers, forms = directory.numbers_named(connection, name), directory.forms_named(connection, name)
            return presence.presence(connection, numbers, forms)

    def people_in(self, articles: Iterable[str]) -> list[Person]:
        """Everybody whom the articles of these ids name, article by article, as each of them does."""
        with self._database.reading() as connection:
            return presence.people_in(connection, articles)

    def merge_people(self, name: str, other: str) -> bool:
        """Take two names for one person's from now on; see `bot.ports.Store`."""
        with self._database.writing() as connection:
            return people.merge(connection, name, other)

    def split_person(self, name: str) -> bool:
        """Undo what made a name one with others; see `bot.ports.Store`."""
        with self._database.writing() as connection:
            return people.split(connection, name)

    def rulings(self) -> list[Ruling]:
        """What was merged and split, in the order in which it was."""
        with self._database.reading() as connection:
            return all_rulings(connection)

    # --- search

    def match_quotes(
        self, words: Sequence[str], limit: int = 200, speaker: str | None = None, filters: Filters = UNFILTERED
    ) -> list[StoredQuote]:
        """Quotes with any of the words or phrases, best first; one speaker's only if given.

        At most some thousand quotes are looked at (`bot.store.ranking`): common words are looked for only beside rare
        ones or in pairs, and of a word that is common and alone the latest quotes are taken.
        """
        with self._database.reading() as connection:
            forms = None if speaker is None else directory.forms_named(connection, speaker)
            numbers = ranking.matching_quotes(connection, words, limit, forms, filters)
            return narrowing.holding(filters, reading.quotes_of(connection, numbers))

    def match_articles(self, words: Sequence[str], limit: int = 50, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles with any of the words or phrases in headline or text, best first; the same limits hold."""
        with self._database.reading() as connection:
            return reading.refs_of(connection, ranking.matching_articles(connection, words, limit, filters))

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """How many quotes hold each of the words, in any form; 0 for words not on record."""
        with self._database.reading() as connection:
            return ranking.frequencies(connection, words)

    def vocabulary(self, prefix: str) -> list[str]:
        """Normalised words of the quotes that begin so, most frequent first."""
        with self._database.reading() as connection:
            return list(ranking.vocabulary(connection, prefix))

    def changes(self) -> int:
        """A number that grows with every write that readers can see."""
        with self._database.reading() as connection:
            return total(connection, "changes")

    def census(self) -> Census:
        """How much is on record."""
        with self._database.reading() as connection:
            return census(connection)

    # --- chats

    def remember(self, message: str, chat: str = "") -> str:
        """The id of a message, which `recall` knows from now on."""
        message_id, now = chats.id_of(message), self._clock()
        with self._database.reading() as connection:
            fresh = chats.is_fresh(connection, message_id, self._most_messages)
            known = fresh and chats.is_shown_lately(connection, message_id, chat, now - DAY)
        if not known:
            with self._database.writing() as connection:
                chats.remember(connection, message, self._most_messages)
                chats.show(connection, message, chat, now)
        return message_id

    def recall(self, message_id: str) -> str | None:
        """The message of an id; None also for one that was forgotten, as very many were used since."""
        with self._database.reading() as connection:
            message = chats.message_of(connection, message_id)
            fresh = chats.is_fresh(connection, message_id, self._most_messages)
        if message is not None and not fresh:
            with self._database.writing() as connection:
                chats.remember(connection, message, self._most_messages)
        return message

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
            return chats.see_update(connection, update_id, self._clock())

    def close(self) -> None:
        """Close all connections. Closing twice does no harm."""
        self._database.close()
