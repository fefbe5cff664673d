"""Places: the chats, channels and topics of forums that something is posted to, as the store names them."""

from __future__ import annotations

from dataclasses import dataclass

_PREFIX = "tg:"


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, or one topic of a forum."""

    chat: int
    topic: int | None = None

    @property
    def key(self) -> str:
        """Its name in the store."""
        return f"{_PREFIX}{self.chat}/{self.topic}" if self.topic else f"{_PREFIX}{self.chat}"


def place_of(key: str) -> Place:
    """The place of a name that `Place.key` gave."""
    chat, _, topic = key.removeprefix(_PREFIX).partition("/")
    return Place(int(chat), int(topic) if topic else None)
