"""Adding: operators put articles on record in the chat, and take them off; everybody else is refused politely."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog
from telegram import ForceReply, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.compose import newsroom
from bot.compose import newsroom_wording as words
from bot.compose.body import said
from bot.errors import OnRecordError
from bot.language import Language
from bot.model import Receipt, Reply
from handlers.clerk import Clerk, Desk
from handlers.counter import Asked, command_of
from handlers.gathering import Gathering
from handlers.showing import put_instead, toast
from handlers.uploads import Sent, TooLargeUploadError, fetched, is_article, links, may_go_on, pieces, texts

PROGRESS = 3.0
"""Seconds between two tellings of how far long work is."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(slots=True)
class _Load:
    """Folders being loaded, as the thread that does it and those who watch see it."""

    receipts: list[Receipt] = field(default_factory=list)
    stopped: bool = False


class Adding:
    """The operators' counter: drafts, removals, the operator's folders."""

    def __init__(
        self,
        clerk: Clerk,
        desk: Desk,
        admins: Sequence[int],
        folders: Sequence[str] = (),
        gathering: Gathering | None = None,
        progress: float = PROGRESS,
    ) -> None:
        """`folders` are what /reload loads; `progress` is in seconds, see `PROGRESS`."""
        self._clerk, self._desk, self._newsroom = clerk, desk, desk.newsroom
        self._admins, self._folders = frozenset(admins), folders
        self._gathering, self._progress = gathering or Gathering(), progress
        self._load: asyncio.Task[None] | None = None
        self.commands: dict[str, Callable[[Asked, str], Awaitable[None]]] = {
            "add": self._add,
            "keep": self._keep,
            "discard": self._discard,
            "headline": self._headline,
            "remove": self._remove,
            "reload": self._reload,
        }

    async def take(self, asked: Asked) -> bool:
        """Deal with a message or a button, if it is for here."""
        name, rest = command_of(asked.text)
        if name in self.commands:
            if asked.user in self._admins:
                await self.commands[name](asked, rest)
            else:
                await asked.tell(words.ADMINS_ONLY)
            return True
        if asked.user not in self._admins or asked.typed is None:
            return False
        return self._gathered(asked, asked.typed) or await self._retitled(asked, name)

    # --- articles

    def _gathered(self, asked: Asked, message: Message) -> bool:
        """Take a message that is an article, or a part of one."""
        cut, album = ("text", message.chat.id, asked.user), ("album", message.chat.id, message.media_group_id)
        goes_on = bool(message.text) and not message.forward_origin and self._gathering.expects(cut)
        known = goes_on or (message.media_group_id is not None and self._gathering.expects(album))
        if message.chat.type != ChatType.PRIVATE or not (known or is_article(message)):
            return False
        if message.media_group_id or goes_on or may_go_on(message):
            self._gathering.add(album if message.media_group_id else cut, message, self._reading(asked), asked.start)
        else:
            asked.start(self._draft(asked, message, pieces([message])))
        return True

    def _reading(self, asked: Asked) -> Callable[[Sequence[Message]], Awaitable[None]]:
        return lambda messages: self._draft(asked, messages[0], pieces(messages))

    async def _add(self, asked: Asked, rest: str) -> None:
        message = asked.typed
        answered = message.reply_to_message if message else None
        sent = pieces([answered]) if answered else []
        if message and rest:
            sent = links(rest) or list(texts([rest], message))
        if message is None or not sent:
            await asked.tell(words.NOTHING_TO_READ)
        else:
            asked.start(self._draft(asked, message, sent))

    async def _draft(self, asked: Asked, message: Message, sent: Sequence[Sent]) -> None:
        """Read pieces one by one; of each a message says that it is read, and then what was understood."""
        for number, piece in enumerate(sent, 1):
            told = words.READING if len(sent) == 1 else words.READING_OF
            name = piece.name or asked.say(words.A_TEXT)
            status = await asked.post(said(asked.say(told, name=name, number=number, all=len(sent))), message)
            await put_instead(
                status, await self._clerk.shown(await self._proof(asked, piece), asked.say, asked.conversation)
            )

    async def _proof(self, asked: Asked, piece: Sent) -> Reply:
        say = asked.say
        try:
            upload = await fetched(piece, self._newsroom.most_bytes)
        except TooLargeUploadError as error:
            return said(say(words.TOO_LARGE, name=piece.name, megabytes=say.number(error.most // 1_000_000)))
        except TelegramError as error:
            log.warning("file_not_fetched", error=type(error).__name__)
            return said(say(words.NOT_FETCHED, name=piece.name))
        proof = await self._clerk.take_time(self._newsroom.read, upload, asked.conversation)
        if proof.draft:
            return newsroom.draft(say, proof.draft, proof.known, proof.errors)
        return newsroom.undrafted(say, proof.known, proof.errors)

    # --- decisions

    async def _keep(self, asked: Asked, draft_id: str) -> None:
        draft = await self._clerk.do(self._newsroom.draft, draft_id)
        receipts = await self._clerk.do(self._newsroom.keep, draft_id) if draft else None
        if not draft or not receipts:
            await asked.tell(words.GONE)
            return
        log.info("kept", articles=len(receipts))
        await asked.show(newsroom.kept(asked.say, receipts, draft.items[0].parsed.article.headline))

    async def _discard(self, asked: Asked, draft_id: str) -> None:
        if await self._clerk.do(self._newsroom.discard, draft_id):
            await asked.show(said(asked.say(words.DISCARDED)))
        else:
            await asked.tell(words.GONE)

    async def _headline(self, asked: Asked, rest: str) -> None:
        draft_id, _, headline = rest.partition(" ")
        if headline:
            draft = await self._clerk.do(self._newsroom.retitle, draft_id, headline)
            await asked.show(newsroom.draft(asked.say, draft) if draft else said(asked.say(words.GONE)))
        elif await self._clerk.do(self._newsroom.ask_headline, draft_id, asked.conversation):
            if asked.query:
                await toast(asked.query)
            await asked.chat.send_message(asked.say(words.ASK_HEADLINE), reply_markup=ForceReply())
        else:
            await asked.tell(words.GONE)

    async def _retitled(self, asked: Asked, command: str) -> bool:
        """Take words for the headline that was asked for; a command ends the asking."""
        if command:
            await self._clerk.do(self._newsroom.ask_no_more, asked.conversation)
            return False
        draft = await self._clerk.do(self._newsroom.headline, asked.conversation, asked.text) if asked.text else None
        if draft:
            await asked.show(newsroom.draft(asked.say, draft))
        return draft is not None

    # --- what is on record

    async def _remove(self, asked: Asked, rest: str) -> None:
        named, _, sure = rest.partition(" ")
        if not rest:
            await asked.tell(words.REMOVE_WHICH)
            return
        certain = sure == "yes"
        found = await self._clerk.do(self._desk.find_articles, named if certain else rest, asked.conversation)
        if not found:
            await asked.tell(words.REMOVE_NONE)
        elif certain and found[0].id == named:
            await self._clerk.do(self._newsroom.remove, named)
            log.info("removed")
            await asked.show(newsroom.removed(asked.say, found[0]))
        else:
            await asked.show(newsroom.removal(asked.say, found))

    async def _reload(self, asked: Asked, _: str) -> None:
        if not self._folders:
            await asked.tell(words.NO_FOLDERS)
        elif self._load and not self._load.done():
            await asked.tell(words.RELOADING_ALREADY)
        else:
            status = await asked.post(said(asked.say(words.RELOADING, number=0)))
            self._load = asyncio.create_task(self._loading(asked.say, status))

    async def _loading(self, say: Language, status: Message) -> None:
        """Load the folders, telling how far it is now and then. It ends with the program."""
        load = _Load()
        work = asyncio.ensure_future(self._clerk.take_time(self._ingest, load))
        told = 0
        try:
            while not work.done():
                await asyncio.wait({work}, timeout=self._progress)
                if not work.done() and told < len(load.receipts):
                    told = len(load.receipts)
                    await status.edit_text(say(words.RELOADING, number=say.number(told)))
            work.result()
            reply = newsroom.reloaded(say, load.receipts)
        except OnRecordError as error:
            reply = said(say(words.UNREAD, error=error))
        finally:
            load.stopped = True
        await put_instead(status, await self._clerk.shown(reply, say))

    def _ingest(self, load: _Load) -> None:
        for receipt in self._desk.ingest(self._folders):
            load.receipts.append(receipt)
            if load.stopped:
                return
