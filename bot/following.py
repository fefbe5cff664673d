"""Following: who is told of what when it is new on record, and when. Blocking; safe from any thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer import Responder
from bot.answer.parts import result_of
from bot.model import ArticleRef, Bulletin, Follow, Habits, News, Person, Result
from bot.ports import Follows
from bot.text import normalise, tokens_of
from bot.timing import is_quiet, next_daily

MOST_FOLLOWS = 50
"""Of one chat."""
ALL = ("all", "todo")
MOST_CHARACTERS = 200
"""Of what is to be followed."""
_WORDS = re.compile(
    r'\s*(?:[“"«](?P<quoted>[^“”"«»]+)[”"»]|(?:by|de) (?P<speaker>[^:]+)(?::\s*(?P<topic>.+))?)\s*', re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why nothing is followed yet: several people may be meant, or nobody on record is called so."""

    name: str
    topic: str | None = None
    people: tuple[Person, ...] = ()
    near: tuple[str, ...] = ()
    """The closest names on record, where nobody is called so."""


class Following:
    """What chats follow, and what is new of it."""

    def __init__(self, follows: Follows, responder: Responder) -> None:
        """The responder knows who may be meant by a name."""
        self._follows, self._responder = follows, responder

    # --- asked for by chats

    def follow(self, chat: str, owner: str, words: str) -> Follow | Doubt | None:
        """Follow what the words say, or tell what is in doubt; None where they say nothing, or the chat follows enough.

        Words between quotation marks are a topic. Others are a speaker on record, "speaker about topic" or, after
        "by", a name as it is, whether it is on record or not.
        """
        words = words.strip()[:MOST_CHARACTERS]
        plain = _WORDS.fullmatch(words)
        if not tokens_of(words) or len(self._follows.of(chat)) >= MOST_FOLLOWS:
            return None
        if plain:
            speaker = plain["speaker"].strip() if plain["speaker"] else None
            topic = f"“{plain['quoted'].strip()}”" if plain["quoted"] else plain["topic"]
            return self._follows.add(chat, owner, speaker, topic if tokens_of(topic or "") else None)
        split = self._responder.speaker(words)
        if len(split.people) == 1:
            return self._follows.add(chat, owner, split.people[0].person.name, split.topic)
        near = () if split.people else self._responder.near_speakers(split.name)
        return Doubt(split.name, split.topic, tuple(hit.person for hit in split.people), tuple(near))

    def of(self, chat: str) -> list[Follow]:
        """What a chat follows, in the order in which it began to."""
        return self._follows.of(chat)

    def unfollow(self, chat: str, words: str) -> list[Follow]:
        """Follow no longer what is meant: its place in the list ("2"), its number ("#17"), its words, or "all"."""
        follows = self._follows.of(chat)
        meant = [one for place, one in enumerate(follows, 1) if _is_meant(one, place, words.strip())]
        return [found for one in meant if (found := self._follows.drop(chat, one.number))]

    def habits(self, chat: str) -> Habits:
        """When and how a chat is told."""
        return self._follows.habits(chat)

    def set_habits(self, chat: str, habits: Habits, now: float) -> Habits:
        """Replace them; when the next digest is due follows from them."""
        due = next_daily(habits.digest, habits.zone, now) if habits.digest else None
        habits = replace(habits, due=due)
        self._follows.set_habits(chat, habits)
        return habits

    # --- telling

    def mark(self) -> int:
        """A number that rises with what is stored."""
        return self._follows.mark()

    def ready(self, until: int, now: float) -> list[str]:
        """The chats that may be told something now, of what is new up to a mark."""
        return [chat for chat, habits in self._follows.waiting(until) if _is_time(habits, now)]

    def claim(self, chat: str, until: int, now: float) -> Bulletin | None:
        """Take what is new for a chat, so that nobody else tells it; None where nothing is."""
        habits = self._follows.habits(chat)
        due = next_daily(habits.digest, habits.zone, now) if habits.digest else None
        return self._follows.claim(chat, until, due)

    def give_back(self, bulletin: Bulletin) -> None:
        """Undo a claim of what surely wasn't told; it is ready again."""
        self._follows.give_back(bulletin)

    def drop_chat(self, chat: str) -> None:
        """Forget a chat: it can't be told anything any more."""
        self._follows.drop_chat(chat)

    def move_chat(self, chat: str, to: str) -> None:
        """Call a chat by another name."""
        self._follows.move_chat(chat, to)


def results_of(news: News) -> list[Result]:
    """The statements of news as lines of an answer; the same words of the same speaker in several articles once."""
    groups: dict[tuple[str | None, str], list[Result]] = {}
    for quote in news.quotes:
        said = quote.quote.speaker.name if quote.quote.speaker else None
        groups.setdefault((said, normalise(quote.text)), []).append(result_of(quote))
    return [replace(first, also=_articles(others)) for first, *others in groups.values()]


def _articles(results: Sequence[Result]) -> tuple[ArticleRef, ...]:
    return tuple(result.article for result in results if result.article)


def _is_time(habits: Habits, now: float) -> bool:
    if habits.digest and habits.due is not None:
        return habits.due <= now
    return not is_quiet(habits.quiet, habits.zone, now)


def _is_meant(follow: Follow, place: int, words: str) -> bool:
    if words in (*ALL, str(place), f"#{follow.number}"):
        return True
    asked = normalise(words)
    return bool(asked) and asked in (normalise(follow.speaker or ""), normalise(follow.topic or ""))
