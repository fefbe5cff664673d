"""The conversation: messages, buttons, and what the bot can't read; each read, let in, asked and shown."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import structlog
from telegram import Chat, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, ContextTypes, MessageHandler, filters

from bot.answer import Command
from bot.compose import reception_wording
from bot.language import Language, language_of
from handlers import wording
from handlers.addressing import asked_in, meant_for
from handlers.admins import GroupAdmins
from handlers.clerk import Clerk, Told
from handlers.counter import Asked, Counter
from handlers.door import ADMITTED, Door, Verdict
from handlers.reception import invitation_of
from handlers.showing import TYPING_AFTER, answer, show_instead, toast, typing
from handlers.tally import Tally

Context = ContextTypes.DEFAULT_TYPE
Handler = MessageHandler[Context, None] | CallbackQueryHandler[Context, None] | ChatMemberHandler[Context, None]

GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})

AT_ONCE = 0.3
"""Seconds that a button may wait for its answer before its waiting is ended."""
ALBUMS = 100
"""Albums of pictures remembered, to answer each once and not for each picture."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """Whoever is behind an update: where, how they are spoken to, and whether they may ask."""

    user: int
    chat: Chat
    say: Language
    verdict: Verdict

    @property
    def conversation(self) -> str:
        """The name under which the desk remembers what was talked about: each member of a group has their own."""
        return f"tg:{self.chat.id}:{self.user}"


class Conversation:
    """Answers updates. Keeps nothing of what people write."""

    def __init__(
        self,
        clerk: Clerk,
        door: Door,
        commands: Sequence[Command],
        counters: Sequence[Counter] = (),
        admins: GroupAdmins | None = None,
        tally: Tally | None = None,
        at_once: float = AT_ONCE,
        patience: float = TYPING_AFTER,
    ) -> None:
        """What no counter takes is a question for the clerk. See `AT_ONCE` and `TYPING_AFTER` for the seconds."""
        self._clerk, self._door, self._counters = clerk, door, counters
        self._admins, self._tally = admins or GroupAdmins(), tally or Tally()
        for_all = (one for one in commands if not one.operators)
        self._commands = frozenset(name for one in for_all for name in (one.name, *one.aliases))
        self._at_once, self._patience = at_once, patience
        self._albums: deque[str] = deque(maxlen=ALBUMS)

    def handlers(self) -> list[Handler]:
        """What to register. An edited message is no new question: the answer to it stands already."""
        new = filters.UpdateType.MESSAGE
        other = new & filters.ChatType.PRIVATE & ~filters.TEXT & ~filters.StatusUpdate.ALL
        return [
            MessageHandler(new & filters.TEXT, self.message),
            MessageHandler(other, self.other),
            CallbackQueryHandler(self.button),
            ChatMemberHandler(self.removed, ChatMemberHandler.MY_CHAT_MEMBER),
        ]

    async def message(self, update: Update, context: Context) -> None:
        """Deal with a text."""
        message = update.message
        if (
            not message
            or not message.text
            or not meant_for(message, context.bot.id, context.bot.username, self._commands)
        ):
            return
        visit = await self._admitted(update, context, message)
        if visit is None or await self._taken(visit, update, context, message.text):
            return
        began = perf_counter()
        async with typing(message, self._patience):
            told = await self._clerk.ask(asked_in(message), visit.conversation, visit.say, context.bot.username)
        await answer(message, told.shown)
        self._answered(update, told, began)

    async def other(self, update: Update, context: Context) -> None:
        """Deal with a file; say that a picture, a voice message and the like can't be read."""
        message = update.message
        if not message:
            return
        if self._is_of_a_known_album(message):  # let in, or not, with the first of it
            visit = await self._visit(update, context, at_door=False)
            if visit:
                await self._taken(visit, update, context, "")
            return
        visit = await self._admitted(update, context, message)
        if visit and not await self._taken(visit, update, context, ""):
            await message.reply_text(visit.say(wording.NOT_TEXT))

    async def button(self, update: Update, context: Context) -> None:
        """Answer a pressed button in the place of the message that it belongs to."""
        query, visit = update.callback_query, await self._visit(update, context)
        if query is None or visit is None:
            return
        if not visit.verdict.admitted:
            await toast(query, visit.verdict.words)
            return
        meant = await self._clerk.meant(query.data or "")
        if meant and await self._taken(visit, update, context, meant.message):
            return
        began, say = perf_counter(), visit.say
        asking = asyncio.create_task(self._clerk.press(query.data or "", visit.conversation, say, context.bot.username))
        quick, _waiting = await asyncio.wait({asking}, timeout=self._at_once)
        if not quick:
            await toast(query)
        told = await asking
        if quick:
            await toast(query, "" if told else say(wording.STALE_BUTTON))
        elif told is None and query.message:
            await query.message.chat.send_message(say(wording.STALE_BUTTON))
        if told:
            await show_instead(query, told.shown)
            self._answered(update, told, began)

    async def removed(self, update: Update, _: Context) -> None:
        """Forget a group that the bot was taken out of."""
        change = update.my_chat_member
        if change and change.chat.type != ChatType.PRIVATE and change.new_chat_member.status in GONE:
            await self._clerk.forget(f"tg:{change.chat.id}")

    async def _taken(self, visit: Visit, update: Update, context: Context, text: str) -> bool:
        """Whether a counter has dealt with a message or a button."""
        asked = Asked(
            text, update, visit.chat, visit.user, visit.conversation, visit.say, self._clerk, context.application
        )
        for counter in self._counters:
            if await counter.take(asked):
                return True
        return False

    async def _admitted(self, update: Update, context: Context, message: Message) -> Visit | None:
        """Whoever wrote a message, if they may ask; else they are told why not, once."""
        visit = await self._visit(update, context)
        if visit is None or visit.verdict.admitted:
            return visit
        code = invitation_of(message.text or "") if visit.verdict.may_show_invitation else None
        if code is not None and await self._clerk.let_in(f"tg:{visit.user}", code):
            await message.reply_text(visit.say(reception_wording.INVITED))
            return visit
        if code is not None:
            await message.reply_text(visit.say(reception_wording.NO_INVITATION))
        elif visit.verdict.words and not visit.verdict.told_before:
            await message.reply_text(visit.verdict.words)
        return None

    async def _visit(self, update: Update, context: Context, at_door: bool = True) -> Visit | None:
        """Whoever is behind an update; None for one that was seen before, or that nobody is behind."""
        user, chat = update.effective_user, update.effective_chat
        if not user or not chat:
            return None
        guest = await self._clerk.greet(update.update_id, f"tg:{user.id}", f"tg:{chat.id}")
        if guest is None:
            return None
        say = language_of(guest.chat.language, guest.own.language, user.language_code)
        verdict = self._door.verdict(user.id, chat.id, say, guest.invited) if at_door else ADMITTED
        if verdict.admitted and guest.chat.admins_only and not await self._admins.decides(context.bot, chat, update):
            verdict = Verdict(False, say(reception_wording.ANSWERED_ARE_ADMINS), told_before=True)
        if not verdict.admitted:
            log.info("not_admitted", update=update.update_id)
        return Visit(user.id, chat, say, verdict)

    def _is_of_a_known_album(self, message: Message) -> bool:
        album = message.media_group_id
        known = album in self._albums
        if album and not known:
            self._albums.append(album)
        return known

    def _answered(self, update: Update, told: Told, began: float) -> None:
        self._tally.answered += 1
        milliseconds = round(1000 * (perf_counter() - began))
        kind = "button" if update.callback_query else "message"
        command, status = told.command, told.status
        log.info("answered", update=update.update_id, kind=kind, command=command, status=status, ms=milliseconds)
