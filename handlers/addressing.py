"""Which messages are meant for the bot."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from telegram import Message
from telegram.constants import ChatType

LONGEST_LINE = 200
"""Characters of a message's first line that may name an article."""
_OF_AN_ARTICLE = re.compile(r"/(?:summary|sum|tldr|quotes|article|read)(?:@\w+)?", re.IGNORECASE)
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


def asked_in(message: Message) -> str:
    """What a message asks: its text; /summary and the like alone, in answer to a message, ask for that one's article.

    That is named by the first link in the message answered, else by its first line: our own begin with the headline.
    """
    text, answered = message.text or "", message.reply_to_message
    told = (answered.text or answered.caption or "").strip() if answered else ""
    if answered is None or not told or not _OF_AN_ARTICLE.fullmatch(text.strip()):
        return text
    entities = {
        **answered.parse_entities(["text_link", "url"]),
        **answered.parse_caption_entities(["text_link", "url"]),
    }
    link = next((entity.url or words for entity, words in entities.items()), None)
    return f"{text.strip()} {link or told.splitlines()[0][:LONGEST_LINE]}"
