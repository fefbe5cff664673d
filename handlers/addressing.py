"""Which messages are meant for the bot."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from telegram import Message
from telegram.constants import ChatType

_COMMAND = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?:\s|:|$)")


def meant_for(message: Message, bot_id: int, bot_name: str, commands: AbstractSet[str]) -> bool:
    """Whether a text is meant for the bot.

    In a private chat everything is. In a group only commands and answers to what the bot said are; a command that
    names a bot must name this one, and one that names none must be among `commands` (others may be another bot's, as
    may those for operators: refusing them would be noise).
    """
    if message.chat.type == ChatType.PRIVATE:
        return True
    command = _COMMAND.match(message.text or "")
    if command and command["bot"]:
        return command["bot"].casefold() == bot_name.casefold()
    if command and command["name"].casefold() in commands:
        return True
    answered = message.reply_to_message
    return bool(answered and answered.from_user and answered.from_user.id == bot_id)
