"""Reception: language, privacy, invitations and groups' settings; what the bot is told of those who ask."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic

import structlog
from telegram import BotCommandScopeChat
from telegram.constants import ChatType

from bot.compose import reception
from bot.compose import reception_wording as words
from bot.compose.body import said
from bot.config import RetentionSettings, TelegramSettings
from bot.language import LANGUAGES, language_of
from bot.model import ChatSettings
from bot.text import fold
from handlers.admins import GroupAdmins
from handlers.clerk import Clerk, Desk
from handlers.counter import Asked, command_of
from handlers.menu import show_menu
from handlers.tally import Tally

OPERATORS = frozenset({"invite", "stats"})
MOST_USES = 1000
"""Of one code of invitation."""
INVITATION = "i_"
"""How the payload of a link begins that lets in."""
AUTO = frozenset({"auto", "none", "default", "telegram", "automatico"})
NAMES = {"english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "castellano": "es"}
_IN_PLAIN_WORDS = re.compile(
    r"(?:(?:please )?(?:speak|talk|answer|reply)(?: to me)?(?: in)?|in|"
    r"(?:por favor,? )?(?:habla|hablame|responde|respondeme)(?: en)?|en) "
    r"(?P<language>english|ingles|spanish|espanol|castellano)(?:,? please|,? por favor)?[.!]*"
)
"""Folded; a name of a language alone may be a word that was said."""

log = structlog.stdlib.get_logger(__name__)
Deed = Callable[[Asked, str], Awaitable[None]]


def invitation_of(text: str) -> str | None:
    """The code of a link that lets in, as it comes in a message; None for any other message."""
    name, payload = command_of(text)
    return payload.removeprefix(INVITATION) if name == "start" and payload.startswith(INVITATION) else None


class Reception:
    """The counter for what concerns those who ask, rather than the record."""

    def __init__(
        self,
        clerk: Clerk,
        desk: Desk,
        settings: TelegramSettings,
        keep: RetentionSettings,
        admins: GroupAdmins,
        tally: Tally,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`tally` counts what was answered; `clock` tells seconds."""
        self._clerk, self._desk, self._guests = clerk, desk, desk.guests
        self._settings, self._keep, self._admins = settings, keep, admins
        self._tally, self._clock, self._began = tally, clock, clock()
        self._deeds: dict[str, Deed] = {
            "language": self._language,
            "settings": self._group,
            "privacy": self._privacy,
            "mydata": self._mydata,
            "forget": self._forget,
            "invite": self._invite,
            "stats": self._stats,
        }
        self.commands = dict(self._deeds)

    async def take(self, asked: Asked) -> bool:
        """Deal with a message or a button, if it is for here."""
        name, rest = command_of(asked.text)
        plain = None if name else _IN_PLAIN_WORDS.fullmatch(fold(asked.text.strip()))
        if plain:
            name, rest = "language", NAMES[plain["language"]]
        if name not in self._deeds:
            return False
        if name in OPERATORS and asked.user not in self._settings.admins:
            await asked.tell(words.OPERATORS_ONLY)
        else:
            await self._deeds[name](asked, rest)
        return True

    # --- language and groups

    async def _language(self, asked: Asked, rest: str) -> None:
        grouped = _in_a_group(asked)
        if not await self._admins.decides(asked.app.bot, asked.chat, asked.update):
            await asked.tell(words.GROUP_ADMINS_ONLY)
        elif not rest:
            await asked.show(reception.languages(asked.say, grouped))
        elif fold(rest) in AUTO:
            await self._choose(asked, language=None)
            say = language_of(asked.update.effective_user.language_code if asked.update.effective_user else None)
            await replace(asked, say=say).show(said(say(words.LANGUAGE_UNSET)))
        else:
            await self._speak(asked, rest)

    async def _speak(self, asked: Asked, rest: str) -> None:
        code = NAMES.get(fold(rest), fold(rest))
        chosen = next((one for one in LANGUAGES if one.code == code), None)
        if chosen is None:
            await asked.tell(words.NO_SUCH_LANGUAGE, languages=", ".join(one.name for one in LANGUAGES))
            return
        await self._choose(asked, language=chosen.code)
        told = words.LANGUAGE_SET_HERE if _in_a_group(asked) else words.LANGUAGE_SET
        await replace(asked, say=chosen).show(said(chosen(told)))
        if not _in_a_group(asked):
            operating = asked.user in self._settings.admins
            scope = BotCommandScopeChat(asked.chat.id)
            await show_menu(asked.app.bot, self._desk.commands, scope, chosen, operating=operating)

    async def _group(self, asked: Asked, rest: str) -> None:
        if not _in_a_group(asked):
            await asked.tell(words.OF_GROUPS)
            return
        if not await self._admins.decides(asked.app.bot, asked.chat, asked.update):
            await asked.tell(words.GROUP_ADMINS_ONLY)
            return
        wanted = fold(rest)
        known = await self._clerk.do(self._guests.settings, _place(asked))
        if wanted in ("everybody", "admins"):
            known = await self._choose(asked, admins_only=wanted == "admins")
        elif wanted in AUTO or wanted in {one.code for one in LANGUAGES}:
            known = await self._choose(asked, language=None if wanted in AUTO else wanted)
        say = language_of(known.language, asked.say.code)
        await replace(asked, say=say).show(reception.settings(say, known))

    async def _choose(self, asked: Asked, **chosen: object) -> ChatSettings:
        """Keep a choice for the chat; in a private one, that is for whoever is in it."""
        before = await self._clerk.do(self._guests.settings, _place(asked))
        after = replace(before, **chosen)  # type: ignore[arg-type]
        await self._clerk.do(self._guests.keep_settings, _place(asked), after)
        return after

    # --- privacy

    async def _privacy(self, asked: Asked, _: str) -> None:
        await asked.show(reception.privacy(asked.say, self._keep))

    async def _mydata(self, asked: Asked, _: str) -> None:
        if _in_a_group(asked):
            await asked.tell(words.IN_PRIVATE)
            return
        told = await self._clerk.do(self._guests.everything, _person(asked))
        if not told:
            await asked.tell(words.NO_DATA)
            return
        content = {"about": _person(asked), "made": datetime.now(UTC).isoformat(timespec="seconds"), "stored": told}
        file = json.dumps(content, indent=2).encode()  # only ASCII: half characters can be written so, too
        await asked.chat.send_document(file, asked.say(words.MYDATA), filename="onrecord-mydata.json")

    async def _forget(self, asked: Asked, rest: str) -> None:
        if _in_a_group(asked):
            await asked.tell(words.IN_PRIVATE)
        elif fold(rest) not in ("yes", "si"):
            await asked.show(reception.forgetting(asked.say))
        else:
            rows = await self._clerk.do(self._guests.forget, _person(asked))
            log.info("forgotten", rows=rows)
            await asked.show(said(asked.say(words.FORGOTTEN)))

    # --- operators

    async def _invite(self, asked: Asked, rest: str) -> None:
        if _in_a_group(asked):
            await asked.tell(words.IN_PRIVATE)
            return
        if self._settings.access != "invite":
            await asked.tell(words.NOT_NEEDED, access=self._settings.access)
            return
        uses = min(max(1, int(rest)), MOST_USES) if rest.isascii() and rest.isdigit() and len(rest) < 6 else 1
        code = await self._clerk.do(self._guests.invite, _person(asked), uses)
        link = f"https://t.me/{asked.app.bot.username}?start={INVITATION}{code}"
        await asked.show(reception.invitation(asked.say, link, uses, self._keep))

    async def _stats(self, asked: Asked, _: str) -> None:
        census = await self._clerk.do(self._desk.census)
        counts = await self._clerk.do(self._guests.counts)
        seconds = self._clock() - self._began
        await asked.show(reception.stats(asked.say, census, counts, seconds, self._tally.answered, self._tally.failed))


def _in_a_group(asked: Asked) -> bool:
    return bool(asked.chat.type != ChatType.PRIVATE)


def _person(asked: Asked) -> str:
    return f"tg:{asked.user}"


def _place(asked: Asked) -> str:
    """Whose choices count in the chat: in a private one, its user's (it has their id)."""
    return f"tg:{asked.chat.id}"
