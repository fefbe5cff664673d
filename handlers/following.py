"""Following in chats: what is followed, when it is told, and who may decide that, for chats and for channels."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Chat, ChatMemberAdministrator, ChatMemberOwner
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from bot.compose import following
from bot.compose import following_wording as words
from bot.compose.body import said
from bot.following import MOST_FOLLOWS, Doubt
from bot.model import Habits, Reply
from bot.timing import clock_in, time_of, zones_like
from handlers.admins import GroupAdmins
from handlers.clerk import Clerk, Desk
from handlers.counter import Asked, command_of
from handlers.place import Place

ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
OFF = frozenset({"off", "no", "none", "nunca"})
_CHANNEL = re.compile(r"(?P<rest>.*?)\s*\b(?:in|en|to)\s+(?P<channel>@[A-Za-z]\w{3,31})\s*", re.DOTALL | re.ASCII)
_DAILY = re.compile(r"(?:daily|every day|cada día|diario)\b\s*(?:at|a las)?\s*(?P<time>.*)", re.IGNORECASE)
_UNTIL = re.compile(r"(?P<begins>[^-–]+?)\s*(?:-|–|to|a|until)\s*(?P<ends>.+)")


def _is_scheduled(rest: str) -> bool:
    """Whether /digest is to come by itself, or no longer; else it asks for a day's news now."""
    match = _CHANNEL.fullmatch(rest)
    words = match["rest"] if match else rest
    return bool(_DAILY.fullmatch(words)) or words.casefold() in OFF


class _Refused(Exception):  # noqa: N818 - no fault: an answer
    """Somebody may not decide for a chat; why, in words of ours."""

    def __init__(self, text: str, **facts: object) -> None:
        super().__init__(text)
        self.text, self.facts = text, facts


@dataclass(frozen=True, slots=True)
class _Request:
    """A command about a place, from somebody who may decide for it."""

    asked: Asked
    rest: str
    place: Place
    where: str
    """The channel as typed; empty for the chat itself."""


class Following:
    """The counter for /follow and what goes with it."""

    def __init__(self, clerk: Clerk, desk: Desk, admins: GroupAdmins, clock: Callable[[], float] = time.time) -> None:
        """`admins` knows who decides for groups; `clock` tells the seconds since 1970."""
        self._clerk, self._following, self._admins, self._clock = clerk, desk.following, admins, clock
        self._deeds: dict[str, Callable[[_Request], Awaitable[Reply]]] = {
            "follow": self._follow,
            "following": self._list,
            "unfollow": self._unfollow,
            "digest": self._digest,
            "quiet": self._quiet,
            "timezone": self._timezone,
        }
        self.commands = frozenset(self._deeds)

    async def take(self, asked: Asked) -> bool:
        """Deal with a message or a button, if it is for here."""
        name, rest = command_of(asked.text)
        if name not in self._deeds or (name == "digest" and not _is_scheduled(rest)):
            return False
        try:
            reply = await self._deeds[name](await self._request(asked, rest))
        except _Refused as refusal:
            await asked.tell(refusal.text, **refusal.facts)
        else:
            await asked.show(reply)
        return True

    # --- who may decide

    async def _request(self, asked: Asked, rest: str) -> _Request:
        match = _CHANNEL.fullmatch(rest)
        if match:
            channel = await self._channel(asked, match["channel"])
            return _Request(asked, match["rest"], Place(channel.id), match["channel"])
        message = asked.typed or (asked.query.message if asked.query else None)
        topic = getattr(message, "message_thread_id", None) if getattr(message, "is_topic_message", None) else None
        if not await self._admins.decides(asked.app.bot, asked.chat, asked.update):
            raise _Refused(words.GROUP_ADMINS_ONLY)
        return _Request(asked, rest, Place(asked.chat.id, topic), "")

    async def _channel(self, asked: Asked, name: str) -> Chat:
        """A channel that both the bot and the user are administrators of."""
        bot = asked.app.bot
        try:
            channel: Chat = await bot.get_chat(name)
            own = await bot.get_chat_member(channel.id, bot.id)
            theirs = await bot.get_chat_member(channel.id, asked.user)
        except (BadRequest, Forbidden) as error:
            raise _Refused(words.NO_CHANNEL, where=name) from error
        if theirs.status not in ADMINS:
            raise _Refused(words.NOT_YOUR_CHANNEL, where=name)
        may_post = isinstance(own, ChatMemberAdministrator) and own.can_post_messages
        if not (may_post or isinstance(own, ChatMemberOwner)):
            raise _Refused(words.NOT_MY_CHANNEL, where=name)
        return channel

    # --- what is followed

    async def _follow(self, request: _Request) -> Reply:
        say, key = request.asked.say, request.place.key
        found = await self._clerk.do(self._following.follow, key, f"tg:{request.asked.user}", request.rest)
        if found is None:
            enough = len(await self._clerk.do(self._following.of, key)) >= MOST_FOLLOWS
            return said(say(words.ENOUGH, number=MOST_FOLLOWS) if enough else say(words.HOW))
        if isinstance(found, Doubt):
            if found.people:
                return following.which(say, found.name, found.topic, found.people, request.where)
            return following.nobody(say, found.name, found.topic, found.near, request.where)
        return following.followed(say, found, await self._in_language(request), request.where)

    async def _list(self, request: _Request) -> Reply:
        follows = await self._clerk.do(self._following.of, request.place.key)
        return following.listing(request.asked.say, follows, await self._habits(request), request.where)

    async def _unfollow(self, request: _Request) -> Reply:
        if not request.rest:
            return await self._list(request)
        follows = await self._clerk.do(self._following.unfollow, request.place.key, request.rest)
        if not follows:
            raise _Refused(words.NOT_FOLLOWED)
        return following.unfollowed(request.asked.say, follows)

    # --- when it is told

    async def _digest(self, request: _Request) -> Reply:
        say = request.asked.say
        match = _DAILY.fullmatch(request.rest)
        at = time_of(match["time"]) if match else None
        if at is None and request.rest.casefold() not in OFF:
            return said(say(words.DIGEST_HOW))
        habits = await self._change(request, digest=at)
        return said(say(words.DIGEST_ON, time=at, zone=habits.zone) if at else say(words.DIGEST_OFF))

    async def _quiet(self, request: _Request) -> Reply:
        say = request.asked.say
        if request.rest.casefold() in OFF:
            await self._change(request, quiet=None)
            return said(say(words.QUIET_OFF))
        match = _UNTIL.fullmatch(request.rest)
        begins, ends = (time_of(match["begins"]), time_of(match["ends"])) if match else (None, None)
        if begins is None or ends is None:
            return said(say(words.QUIET_HOW))
        habits = await self._change(request, quiet=(begins, ends))
        return said(say(words.QUIET_ON, begins=begins, ends=ends, zone=habits.zone))

    async def _timezone(self, request: _Request) -> Reply:
        say = request.asked.say
        if not request.rest:
            zone = (await self._habits(request)).zone
            return said(say(words.ZONE_HOW, zone=zone, time=clock_in(zone, self._clock())))
        found = await self._clerk.do(zones_like, request.rest)
        if len(found) != 1:
            return following.zones(say, found, request.where)
        await self._change(request, zone=found[0])
        return said(say(words.ZONE_SET, zone=found[0], time=clock_in(found[0], self._clock())))

    async def _habits(self, request: _Request) -> Habits:
        return await self._clerk.do(self._following.habits, request.place.key)

    async def _in_language(self, request: _Request) -> Habits:
        """The habits, with the language of whoever asked last."""
        return await self._change(request)

    async def _change(self, request: _Request, **changes: object) -> Habits:
        own = {"language": request.asked.say.code, "channel": bool(request.where), **changes}
        habits = replace(await self._habits(request), **own)  # type: ignore[arg-type]
        return await self._clerk.do(self._following.set_habits, request.place.key, habits, self._clock())
