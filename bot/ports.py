"""The seams: what one part needs of another, as Protocols. Each has one contract suite in tests/contracts/."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from bot.model import (
    UNFILTERED,
    Article,
    ArticleHit,
    ArticleRef,
    Attribution,
    Bulletin,
    Census,
    ChatSettings,
    Draft,
    Drafted,
    Extraction,
    Failure,
    Fetched,
    Filters,
    Follow,
    Habits,
    Hit,
    Memory,
    Parsed,
    PassageHit,
    Person,
    PersonHit,
    Presence,
    Profile,
    Receipt,
    Ruling,
    Span,
    StoredArticle,
    StoredQuote,
    Subject,
    Validators,
)


class Attributor(Protocol):
    """Finds what is attributed to whom, as stretches of text (rules, or the trained tagger)."""

    def attribute(self, text: str) -> list[Attribution]:
        """The attributions of a text, by place; never raises for any text."""
        ...


class Extractor(Protocol):
    """Article -> people and quotes."""

    def extract(self, article: Article) -> Extraction:
        """Who said what in the article's text. Never raises for any text; a bad paragraph spoils only itself."""
        ...


class Fetcher(Protocol):
    """Loads what links lead to. Picklable, so that processes can have one each."""

    def fetch(self, link: str, known: Validators = ...) -> Fetched | None:
        """What the link leads to; None where it is still what the validators were given with.

        Raises:
            LinkError: It may not be followed, or leads to nothing that can be read.
            TooLargeError: What it leads to is too large.
        """
        ...


class Summarizer(Protocol):
    """Chooses the sentences that tell what an article is about."""

    def summarize(self, article: Article, sentences: int = 3) -> list[Span]:
        """At most `sentences` spans of whole sentences of `article.text`, in reading order."""
        ...

    def ranked(self, article: Article, sentences: int = 3) -> list[Span]:
        """Sentences of `article.text`, best first, for a summary of `sentences`: `summarize` takes the first ones.

        Of a very long article only those are ranked that are near its beginning.
        """
        ...


class Search(Protocol):
    """Ranked, scored hits for words as people type them. Nothing good enough gives an empty list, never a guess."""

    def who(self, fragment: str, limit: int = 20, filters: Filters = UNFILTERED) -> list[Hit]:
        """Statements that hold the fragment, half-remembered or misspelt; best first."""
        ...

    def own_voice(self, fragment: str, limit: int = 5) -> list[ArticleHit]:
        """Articles whose text holds the very words, outside anybody's statement; `passage` is the sentence."""
        ...

    def speakers(self, name: str, limit: int = 8) -> list[PersonHit]:
        """Speakers whose name, alias or role fits, best first; typos, accents, partial names."""
        ...

    def near_speakers(self, name: str, limit: int = 3) -> list[str]:
        """The closest names on record for a "did you mean", however far."""
        ...

    def said(
        self, speaker: str | None, topic: str | None = None, limit: int = 50, filters: Filters = UNFILTERED
    ) -> list[Hit]:
        """What the speaker of that very name is on record with; about a topic best first, or all, latest first.

        None means anybody, and finds nothing without a topic. All comes earliest first where `filters.sort` says so.
        """
        ...

    def subjects(self, speaker: str | None = None, limit: int = 12, filters: Filters = UNFILTERED) -> list[Subject]:
        """What the speaker of that very name, or anybody, talks of most of late; best first."""
        ...

    def articles(self, phrase: str, limit: int = 8, filters: Filters = UNFILTERED) -> list[ArticleHit]:
        """Articles by a part of the headline (typos allowed), else by what they are about; best first."""
        ...

    def about(self, topic: str, limit: int = 200, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles that hold all telling words of the topic, in any form, in headline or text; the best by rank."""
        ...

    def passages(self, question: str, limit: int = 3, filters: Filters = UNFILTERED) -> list[PassageHit]:
        """Sentences, in whoever's voice, that answer a question; best first, none where no article seems to answer."""
        ...


class Ledger(Protocol):
    """What loading leaves behind besides articles. It outlives a restart."""

    def failed(self, path: str, error: str) -> None:
        """Keep an input that couldn't be loaded, or count another try."""
        ...

    def settled(self, path: str) -> None:
        """Forget that an input couldn't be loaded."""
        ...

    def failures(self) -> list[Failure]:
        """The inputs that couldn't be loaded, in the order of their paths."""
        ...

    def withdraw(self, names: Iterable[str]) -> str | None:
        """Take what is known by any of the names (guid, link) off the record for good; its id, None if it wasn't on."""
        ...

    def is_withdrawn(self, article: Article) -> bool:
        """Whether its publisher withdrew the article, in whatever version."""
        ...

    def validators(self, link: str) -> Validators:
        """What a feed's server called the version that was loaded last; empty ones for a feed that wasn't."""
        ...

    def keep_validators(self, link: str, validators: Validators) -> None:
        """Note what a feed's server calls the version that is loaded now."""
        ...


class Drafts(Protocol):
    """What was sent to be put on record, until whoever sent it decides; it outlives a restart, for some days."""

    def keep(self, owner: str, items: Iterable[Drafted]) -> Draft:
        """Keep what somebody sent."""
        ...

    def get(self, draft_id: str) -> Draft | None:
        """The draft of an id; None where it was decided on, or is too old."""
        ...

    def asking(self, owner: str) -> Draft | None:
        """The draft whose headline is the owner's next words."""
        ...

    def change(self, draft: Draft) -> bool:
        """Replace the draft of that id; False where it is gone. One draft an owner may ask for its headline."""
        ...

    def drop(self, draft_id: str) -> bool:
        """Forget a draft; False if there was none."""
        ...


class Guestbook(Protocol):
    """What is kept of those who ask. Safe from any thread.

    Somebody, or a group, is named `<face>:<id>` ("tg:7"); a conversation `<face>:<id of the chat>:<id of the user>`.
    """

    def settings(self, owner: str) -> ChatSettings:
        """What somebody, or a group's admins, chose."""
        ...

    def keep_settings(self, owner: str, settings: ChatSettings) -> None:
        """Replace it."""
        ...

    def everything(self, owner: str) -> dict[str, list[dict[str, Any]]]:
        """All that is stored about somebody, or about a group: table by table, row by row, as plain data."""
        ...

    def forget(self, owner: str) -> int:
        """Delete all of that, from the file too, at once; how many rows there were."""
        ...

    def invite(self, by: str, uses: int) -> str:
        """A new code that lets in so many people, for some days: 16 of A-Za-z0-9_-. It is stored only as a hash."""
        ...

    def admit(self, owner: str, code: str) -> bool:
        """Let somebody in by a code, once and for all; False where it is none (any more)."""
        ...

    def admitted(self, owner: str) -> bool:
        """Whether somebody was let in by a code."""
        ...

    def counts(self) -> dict[str, int]:
        """How many rows there are of each kind of what is kept of people: "setting", "guest", "chat", "message"."""
        ...

    def tidy(self) -> int:
        """Delete what is older than it is to be kept; how many rows that were."""
        ...


class Follows(Protocol):
    """Who follows what, and what of it they were told. Chats are known by the names that a face gives them.

    What is new is told by the numbers of statements, which only rise, whoever stored them.
    """

    def add(self, chat: str, owner: str, speaker: str | None, topic: str | None) -> Follow:
        """Follow from now on; what the chat follows already is that."""
        ...

    def of(self, chat: str) -> list[Follow]:
        """What a chat follows, in the order in which it began to."""
        ...

    def drop(self, chat: str, number: int) -> Follow | None:
        """Follow something no longer; what it was, None if the chat didn't."""
        ...

    def drop_chat(self, chat: str) -> None:
        """Forget what a chat follows, and its habits."""
        ...

    def move_chat(self, chat: str, to: str) -> None:
        """Call a chat by another name; what it had under that name before is forgotten."""
        ...

    def habits(self, chat: str) -> Habits:
        """When and how a chat wants to be told."""
        ...

    def set_habits(self, chat: str, habits: Habits) -> None:
        """Replace them."""
        ...

    def mark(self) -> int:
        """The number of the statement that was stored last; it rises, whatever is removed."""
        ...

    def waiting(self, until: int) -> list[tuple[str, Habits]]:
        """The chats that may have something new up to a mark, with their habits."""
        ...

    def claim(self, chat: str, until: int, due: float | None = None) -> Bulletin | None:
        """Take what is new for a chat up to a mark, once for all who ask; None where nothing is.

        `due` is when the chat's next digest is.
        """
        ...

    def give_back(self, bulletin: Bulletin) -> None:
        """Undo a claim of what surely wasn't told."""
        ...


class Store(Protocol):
    """The archive. Reading methods may be called from any thread; writing ones are serialised.

    Words passed to the `match_*` methods are plain words: quoting them for the engine is the store's business.
    Several words in one string ("go back") are a phrase: they have to stand in a row. Filters are applied before a
    limit is; of articles, those on statements (`kind`, `exact`) are not asked.
    """

    @property
    def drafts(self) -> Drafts:
        """What was sent to be put on record and is not decided on."""
        ...

    @property
    def ledger(self) -> Ledger:
        """What loading leaves behind besides articles."""
        ...

    @property
    def guests(self) -> Guestbook:
        """What is kept of those who ask."""
        ...

    @property
    def follows(self) -> Follows:
        """Who follows what."""
        ...

    def add(self, parsed: Parsed, extraction: Extraction) -> Receipt:
        """Store the article, its quotes and its index entries in one transaction; the same again changes nothing."""
        ...

    def known(self, parsed: Parsed) -> Receipt | None:
        """The receipt (`unchanged`, `duplicate_of`) if adding would change nothing, so extraction can be spared."""
        ...

    def remove(self, article_id: str) -> bool:
        """Forget an article and all that came from it; False if there was none."""
        ...

    def article(self, article_id: str) -> StoredArticle | None:
        """One article, whole."""
        ...

    def articles(self, limit: int = 50, offset: int = 0, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles, latest first (by their own date, then by when they were loaded)."""
        ...

    def outlets(self) -> list[str]:
        """The providers of all articles, each once."""
        ...

    def quote(self, quote_id: str) -> StoredQuote | None:
        """One quote by its id."""
        ...

    def people(self, limit: int | None = None) -> list[Person]:
        """Everybody with a quote, one entry a person whatever names articles use, most quoted first."""
        ...

    def people_named(self, name: str) -> list[Person]:
        """Everybody of that very name, quoted or not: as `Person.name`, else as a speaker's name, else as an alias.

        One, unless articles use the name for several people.
        """
        ...

    def match_people(self, words: Sequence[str], limit: int = 100) -> list[Person]:
        """People with a quote who have any of the words, or one that sounds alike, in names, aliases or roles.

        Those who share most and the rarest words first. Words are as `bot.naming` has them; misspelt ones are to be
        mended before, by `name_words`. Of a person's roles and aliases the most frequent are told.
        """
        ...

    def name_words(self, prefix: str) -> Iterable[str]:
        """Words of names and roles on record that begin so, those of most people first; to mend misspelt ones."""
        ...

    def profiles(self, name: str) -> list[Profile]:
        """All that is known of everybody of that very name, as `people_named` has them."""
        ...

    def presence(self, name: str) -> Presence:
        """Where everybody of that very name is quoted."""
        ...

    def people_in(self, articles: Iterable[str]) -> list[Person]:
        """Everybody whom the articles of these ids name, article by article, as each of them does."""
        ...

    def merge_people(self, name: str, other: str) -> bool:
        """Take two names for one person's from now on, whatever the rules say; False if either isn't just one person's.

        It is remembered, also while neither is on record.
        """
        ...

    def split_person(self, name: str) -> bool:
        """Let a name stand for itself from now on; False if it isn't on record, or shares a person with no other.

        A name that was merged comes free as it was before; another one no longer joins anybody by the rules.
        """
        ...

    def rulings(self) -> list[Ruling]:
        """What was merged and split and is in force, in the order in which it was."""
        ...

    def quotes_of(self, name: str, limit: int | None = None, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        """What everybody of that very name (see `people_named`) is on record with; all, or at most `limit`.

        Latest article first; earliest first where `filters.sort` asks for it.
        """
        ...

    def latest(self, limit: int, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        """The latest quotes of anybody: latest article first, then by place."""
        ...

    def match_quotes(
        self, words: Sequence[str], limit: int = 200, speaker: str | None = None, filters: Filters = UNFILTERED
    ) -> list[StoredQuote]:
        """Quotes with any of the words (stems count), best first by the engine's rank; one speaker's only if given."""
        ...

    def match_articles(self, words: Sequence[str], limit: int = 50, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles with any of the words in headline or text, best first by the engine's rank."""
        ...

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """How many quotes hold each of the words, stems counting as in `match_quotes`; 0 for words not on record."""
        ...

    def vocabulary(self, prefix: str) -> Iterable[str]:
        """Normalised words of the index that begin so, most frequent first; to mend misspelt words."""
        ...

    def changes(self) -> int:
        """A number that grows with every write that readers can see: what was read before is still so if it stands."""
        ...

    def census(self) -> Census:
        """How much is on record."""
        ...

    def remember(self, message: str, chat: str = "") -> str:
        """A short id (at most 16 of A-Za-z0-9_-) for a message, for a button to carry; same message, same id.

        Of very many messages those longest neither remembered nor recalled are forgotten.
        `chat` names the conversation that shows the button; "" where none does.
        """
        ...

    def recall(self, message_id: str) -> str | None:
        """The message of an id, also after a restart; None where there is none (any more)."""
        ...

    def memory(self, chat: str) -> Memory:
        """What that chat was last about; an empty one if nothing is known or it is too long ago."""
        ...

    def keep_memory(self, chat: str, memory: Memory) -> None:
        """Replace what is remembered of a chat."""
        ...

    def seen_update(self, update_id: int) -> bool:
        """Whether this Telegram update was seen before; remembers it. Also across restarts."""
        ...

    def close(self) -> None:
        """Close all connections. Closing twice does no harm."""
        ...
