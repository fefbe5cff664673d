"""The door: who may ask, how fast, and nothing twice; the same for messages and buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from bot.config import TelegramSettings
from bot.language import Language
from handlers import wording

MOST_BUCKETS = 10_000
"""Users of whom it is remembered how fast they ask; from here on those who have been quiet are forgotten."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether somebody may ask now and, if not, what to tell them."""

    admitted: bool
    words: str = ""
    told_before: bool = False
    """Whether they were told already; a chat needs no second line of it, a button its toast."""
    may_show_invitation: bool = False
    """Whether an invitation would let them in."""


ADMITTED = Verdict(admitted=True)


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    told: bool = False


class Throttle:
    """A token bucket a user, or a group: `burst` messages at once, then `rate_per_minute`."""

    def __init__(self, rate_per_minute: int, burst: int, clock: Callable[[], float] = monotonic) -> None:
        """`clock` tells seconds."""
        self._rate, self._burst, self._clock = rate_per_minute / 60, burst, clock
        self._buckets: dict[int, _Bucket] = {}

    def wait(self, user: int) -> float:
        """Seconds that the user has to wait; 0 if they may ask now, which is counted."""
        bucket = self._filled(user)
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / self._rate
        bucket.tokens -= 1
        bucket.told = False
        return 0.0

    def told(self, user: int) -> bool:
        """Whether the user has been told to wait since they last might ask; from now on they have."""
        bucket = self._filled(user)
        told, bucket.told = bucket.told, True
        return told

    def _filled(self, user: int) -> _Bucket:
        now = self._clock()
        if user not in self._buckets and len(self._buckets) >= MOST_BUCKETS:
            self._forget_the_quiet(now)
        bucket = self._buckets.setdefault(user, _Bucket(self._burst, now))
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._rate)
        bucket.at = now
        return bucket

    def _forget_the_quiet(self, now: float) -> None:
        full = self._burst / self._rate  # seconds after which any bucket is full, hence as good as none
        self._buckets = {user: bucket for user, bucket in self._buckets.items() if now - bucket.at < full}


TYPING = 6
"""Times as many inline queries as messages: one comes at each pause in typing."""


class Gate:
    """Who may ask: everybody, or only the users and chats that the settings name."""

    def __init__(self, settings: TelegramSettings) -> None:
        """Reads `access`, `allow` and `admins`."""
        self._open, self.invites = settings.access == "open", settings.access == "invite"
        self._users = {*settings.allow, *settings.admins}
        self._groups = {one for one in settings.allow if one < 0}  # Telegram's ids of groups are negative

    def admits(self, user: int, chat: int, invited: bool = False) -> bool:
        """Whether this user may ask in this chat; `invited`: whether an invitation let them in."""
        return self._open or (self.invites and invited) or user in self._users or chat in self._groups


class Door:
    """Gate and throttle together."""

    def __init__(self, settings: TelegramSettings, clock: Callable[[], float] = monotonic) -> None:
        """`clock` tells seconds."""
        self._gate = Gate(settings)
        self._throttle = Throttle(settings.rate_per_minute, settings.burst, clock)
        self._typing = Throttle(TYPING * settings.rate_per_minute, TYPING * settings.burst, clock)
        self._groups = Throttle(settings.group_rate_per_minute, settings.group_rate_per_minute, clock)

    def verdict(self, user: int, chat: int, say: Language, invited: bool = False) -> Verdict:
        """Whether the user may ask now; strangers are throttled too, so that refusing them costs little."""
        wait = self._throttle.wait(user)
        if wait:
            return self._too_fast(self._throttle, user, wait, say)
        if not self._gate.admits(user, chat, invited):
            return Verdict(False, say(wording.PRIVATE, user=user), may_show_invitation=self._gate.invites)
        wait = self._groups.wait(chat) if chat < 0 else 0.0
        return self._too_fast(self._groups, chat, wait, say) if wait else ADMITTED

    def typed(self, user: int, say: Language, invited: bool = False) -> Verdict:
        """Whether the user may be answered as they type, which asks at each pause."""
        wait = self._typing.wait(user)
        if wait:
            return self._too_fast(self._typing, user, wait, say)
        return ADMITTED if self._gate.admits(user, user, invited) else Verdict(False, say(wording.PRIVATE, user=user))

    def _too_fast(self, throttle: Throttle, who: int, wait: float, say: Language) -> Verdict:
        words = say(wording.TOO_FAST, seconds=wording.seconds(say, wait))
        return Verdict(False, words, throttle.told(who))
