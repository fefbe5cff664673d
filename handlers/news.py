"""News: tells chats what is new of what they follow; once, when they want it, and in one message."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import structlog
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.compose import following
from bot.errors import OnRecordError
from bot.following import results_of
from bot.language import language_of
from bot.model import Bulletin
from handlers.clerk import Clerk, Desk
from handlers.door import Gate
from handlers.logs import places
from handlers.place import Place, place_of
from handlers.render import Rendered

LOOKS = 4
"""Looks for something new in the time that it takes to settle."""
LONGEST_WAIT = 15
"""Times to settle after which what is new is told though more keeps coming."""
AT_ONCE = 8
"""Chats told at the same time: one that is slow holds up no other."""
AGAIN = 60.0
"""Seconds until a chat is tried again that couldn't be reached."""
GONE = (
    "chat not found",
    "user is deactivated",
    "not enough rights",
    "need administrator rights",
    "have no rights",
    "bot is not a member",
    "chat_write_forbidden",
    "peer_id_invalid",
    "topic_closed",
    "thread not found",
)
"""Telegram's words for a chat that nothing can be posted to, now or later."""

log = structlog.stdlib.get_logger(__name__)


class Newsboy:
    """Looks now and then for what is new on record, and tells it.

    What is new is claimed before it is sent. So nothing is told twice, not by a restart in the middle either; a process
    that is killed between the two leaves one message untold. What surely wasn't sent is given back and told later.
    """

    def __init__(
        self,
        clerk: Clerk,
        desk: Desk,
        bot: Bot,
        gate: Gate,
        settle: float,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Put together.

        Args:
            clerk: Crosses into threads.
            desk: Knows who follows what.
            bot: Sends.
            gate: Who may ask, and so be told.
            settle: Seconds without anything new after which what is new is told.
            clock: Tells the seconds since 1970.
        """
        self._clerk, self._desk, self._following, self._bot, self._gate = clerk, desk, desk.following, bot, gate
        self._settle, self._clock = settle, clock
        self._stopping, self._room = asyncio.Event(), asyncio.Semaphore(AT_ONCE)
        self._mark = 0
        self._first = self._last = 0.0
        self._until = 0
        self._later: dict[str, float] = {}

    async def run(self) -> None:
        """Look until told to stop; what is being told is told first."""
        while not self._stopping.is_set():
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one bulletin, others are to be told
                told = str(error) if isinstance(error, OnRecordError) else ""
                log.error("news_failed", error=type(error).__name__, told=told, where=places(error))  # noqa: TRY400
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), self._settle / LOOKS)

    def stop(self) -> None:
        """Look no more."""
        self._stopping.set()

    async def look(self) -> None:
        """Look once, and tell the chats whose time it is."""
        now = self._clock()
        await self._notice(now)
        chats = await self._clerk.do(self._following.ready, self._until, now)
        await asyncio.gather(*(self._tell(chat, now) for chat in chats if self._later.get(chat, now) <= now))

    async def _notice(self, now: float) -> None:
        """See how far there is something new, and whether loading has come to a rest."""
        mark = await self._clerk.do(self._following.mark)
        if mark != self._mark:
            self._first = now if self._mark == self._until else self._first
            self._mark, self._last = mark, now
        if now - self._last >= self._settle or now - self._first >= LONGEST_WAIT * self._settle:
            self._until = self._mark

    async def _tell(self, chat: str, now: float) -> None:
        async with self._room:
            if not self._stopping.is_set():
                await self._told(chat, now)

    async def _told(self, chat: str, now: float) -> None:
        bulletin = await self._clerk.do(self._following.claim, chat, self._until, now)
        self._later.pop(chat, None)
        bulletin = bulletin and await self._clerk.do(self._let_in, bulletin)
        if bulletin is None:
            return
        place = place_of(chat)
        say = language_of(bulletin.habits.language)
        results = {one.follow.number: results_of(one) for one in bulletin.news}
        reply = following.bulletin(say, bulletin, results, buttons=not bulletin.habits.channel)
        await self._send(place, await self._clerk.shown(reply, say), bulletin, now)

    def _let_in(self, bulletin: Bulletin) -> Bulletin | None:
        """What is for those who may still ask; None where nothing is."""
        chat = place_of(bulletin.chat).chat
        news = tuple(one for one in bulletin.news if self._admits(one.follow.owner, chat))
        return replace(bulletin, news=news) if news else None

    def _admits(self, owner: str, chat: int) -> bool:
        invited = self._gate.invites and self._desk.guests.admitted(owner)
        return self._gate.admits(place_of(owner).chat, chat, invited)

    async def _send(self, place: Place, shown: Rendered, bulletin: Bulletin, now: float) -> None:
        sent = 0
        try:
            for text in shown.texts:
                keyboard = shown.keyboard if sent == len(shown.texts) - 1 else None
                await self._bot.send_message(place.chat, text, message_thread_id=place.topic, reply_markup=keyboard)
                sent += 1
        except TelegramError as error:
            await self._after(error, place, bulletin, now, sent)
        else:
            log.info("news_told", statements=sum(one.count for one in bulletin.news))

    async def _after(self, error: TelegramError, place: Place, bulletin: Bulletin, now: float, sent: int) -> None:
        """See to what couldn't be sent."""
        log.warning("news_not_told", error=type(error).__name__)
        if isinstance(error, ChatMigrated):
            await self._clerk.do(self._following.give_back, bulletin)
            moved = Place(error.new_chat_id, place.topic)
            await self._clerk.do(self._following.move_chat, bulletin.chat, moved.key)
        elif _is_gone(error):
            await self._clerk.do(self._following.drop_chat, bulletin.chat)
        elif not sent and _surely_not_sent(error):
            await self._clerk.do(self._following.give_back, bulletin)
            self._later[bulletin.chat] = now + AGAIN


def _is_gone(error: TelegramError) -> bool:
    reason = error.message.casefold()
    return isinstance(error, Forbidden) or (isinstance(error, BadRequest) and any(words in reason for words in GONE))


def _surely_not_sent(error: TelegramError) -> bool:
    """Whether the message can't have arrived. One without an answer in time may have, and a refused one never will."""
    return isinstance(error, RetryAfter) or (
        isinstance(error, NetworkError) and not isinstance(error, (TimedOut, BadRequest))
    )
