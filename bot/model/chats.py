"""Chats: who asks, how they want it, and what they are to be told of when it is new."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model.archive import StoredQuote


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What somebody chose for themselves or, for a group, its admins did."""

    language: str | None = None
    """ISO 639-1; None: as Telegram tells."""
    admins_only: bool = False
    """Whether only a group's admins may ask there."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Whoever is behind an update, as far as anything is kept of them."""

    own: ChatSettings
    chat: ChatSettings
    """Of the chat that they are in; their own in a private one."""
    invited: bool


@dataclass(frozen=True, slots=True)
class Follow:
    """Something that a chat is told of when it is new on record: a speaker, words, or both."""

    number: int
    """Its own; rises."""
    chat: str
    """Where it is told: the chat, as the face that runs it names it."""
    owner: str
    """Who asked for it."""
    speaker: str | None
    """A name; whoever is called so when something is new."""
    topic: str | None
    """Words that have to stand in a statement, in any form; those between quotation marks in a row."""
    mark: int
    """The number of the last statement that was looked at."""


@dataclass(frozen=True, slots=True)
class Habits:
    """When and how a chat wants to be told what is new."""

    zone: str = "UTC"
    """IANA name of the time zone that its times are in."""
    quiet: tuple[str, str] | None = None
    """From when to when ("22:00", "07:00") nothing is told; what is new meanwhile is told after."""
    digest: str | None = None
    """When ("08:00") all that is new is told at once; None: as soon as it is on record."""
    due: float | None = None
    """The next digest, in seconds since 1970; None without one."""
    language: str = "en"
    """ISO 639-1."""
    channel: bool = False
    """Whether only administrators write there: buttons would be anybody's."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new for one follow."""

    follow: Follow
    quotes: tuple[StoredQuote, ...]
    """The latest, last stored first."""
    count: int
    """How many there are in all."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What is new for a chat, claimed: whoever has it tells it, and nobody else does."""

    chat: str
    news: tuple[News, ...]
    """Never empty."""
    habits: Habits
    """As they were before the claim."""
    until: int
    """The number of the last statement that was looked at for it."""
