"""The menu: which commands chats offer, by language, and by who sees them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.answer import Command
from bot.language import ENGLISH, LANGUAGES, Language

log = structlog.stdlib.get_logger(__name__)


async def show_menus(bot: Bot, commands: Sequence[Command], operators: Iterable[int]) -> None:
    """Put the commands into all menus; without a menu the bot works too."""
    for say in LANGUAGES:
        code = None if say is ENGLISH else say.code  # those whose language we don't speak get English
        for scope in (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()):
            await show_menu(bot, commands, scope, say, code)
        await show_menu(bot, commands, BotCommandScopeAllChatAdministrators(), say, code)
        for operator in operators:
            await show_menu(bot, commands, BotCommandScopeChat(operator), say, code, operating=True)


async def show_menu(
    bot: Bot,
    commands: Sequence[Command],
    scope: BotCommandScope,
    say: Language,
    code: str | None = None,
    operating: bool = False,
) -> None:
    """Put the commands into one menu, called as in a language.

    Args:
        bot: Ours.
        commands: All there are.
        scope: Whose menu.
        say: The language.
        code: For those who use Telegram in that language; None: for all who have no menu of theirs.
        operating: Whether to offer the operators' commands.
    """
    shown = [BotCommand(name_of(one, say), say(one.description)) for one in commands if _fits(one, scope, operating)]
    try:
        await bot.set_my_commands(shown, scope, code)
    except TelegramError as error:  # an operator who never wrote to the bot has no menu to set
        log.warning("menu_not_set", error=type(error).__name__)


def name_of(command: Command, say: Language) -> str:
    """What a command is called in a language: the first word of its usage, without the slash."""
    return say(command.usage).split()[0].removeprefix("/")


def _fits(command: Command, scope: BotCommandScope, operating: bool) -> bool:
    if command.operators:
        return operating
    if isinstance(scope, BotCommandScopeAllPrivateChats | BotCommandScopeChat):
        return command.place != "group"
    return command.place != "private" and (
        command.place != "group" or isinstance(scope, BotCommandScopeAllChatAdministrators)
    )
