"""Language, privacy, access and groups, put into words, with their buttons."""

from __future__ import annotations

from bot.compose import reception_wording as words
from bot.compose.body import said
from bot.compose.cards import articles, statements, text
from bot.config import RetentionSettings
from bot.language import LANGUAGES, Language
from bot.model import Block, Button, Census, ChatSettings, Piece, Reply, Style

_HOUR, _DAY = 60 * 60, 24 * 60 * 60


def languages(say: Language, in_a_group: bool) -> Reply:
    """Which language is wanted; each is called as its speakers call it."""
    asked = words.WHICH_LANGUAGE_HERE if in_a_group else words.WHICH_LANGUAGE
    none = words.EACH_THEIR_OWN if in_a_group else words.AS_TELEGRAM
    buttons = [Button(one.name, f"/language {one.code}") for one in LANGUAGES]
    return said(say(asked), *buttons, Button(say(none), "/language auto"))


def settings(say: Language, chosen: ChatSettings) -> Reply:
    """What a group's admins chose, and the buttons to choose anew."""
    names = {one.code: one.name for one in LANGUAGES}
    spoken = names.get(chosen.language or "") or say(words.EACH_THEIR_OWN)
    who = words.ADMINS if chosen.admins_only else words.EVERYBODY
    row = [Button(one.name, f"/settings {one.code}") for one in LANGUAGES]
    row.append(Button(say(words.EACH_THEIR_OWN), "/settings auto"))
    who_row = (
        Button(say(words.OPEN_TO_ALL), "/settings everybody"),
        Button(say(words.OPEN_TO_ADMINS), "/settings admins"),
    )
    return Reply((text(say(words.SETTINGS, language=spoken, who=say(who))),), (tuple(row), who_row))


def privacy(say: Language, keep: RetentionSettings) -> Reply:
    """What is kept of somebody, and for how long."""
    facts = {
        "memory": duration(say, 60 * keep.memory_minutes),
        "buttons": duration(say, _DAY * keep.button_days),
        "updates": duration(say, _DAY * keep.update_days),
    }
    return said(say(words.PRIVACY, **facts))


def forgetting(say: Language) -> Reply:
    """Whether everything is to be deleted."""
    return said(say(words.FORGET), Button(say(words.FORGET_ALL), "/forget yes"))


def invitation(say: Language, link: str, uses: int, keep: RetentionSettings) -> Reply:
    """A link that lets in."""
    people = say.plural("{number} person", "{number} people", uses)
    told = say(words.INVITE, people=people, time=duration(say, _DAY * keep.invite_days))
    return Reply((text(told), Block((Piece(link, Style.CODE),))))


def stats(say: Language, census: Census, counts: dict[str, int], seconds: float, answered: int, failed: int) -> Reply:
    """How much is on record, how many are known, and how many updates were answered since the start."""
    known = {
        "settings": say.plural("{number} chat", "{number} chats", counts["setting"]),
        "guests": say.plural("{number} person", "{number} people", counts["guest"]),
        "chats": say.plural("{number} chat", "{number} chats", counts["chat"]),
        "buttons": say.plural("{number} message", "{number} messages", counts["message"]),
    }
    record = {
        "articles": articles(say, census.articles),
        "quotes": statements(say, census.quotes),
        "people": say.plural("{number} person", "{number} people", census.people),
    }
    since = {"time": duration(say, seconds), "answered": say.number(answered), "failed": say.number(failed)}
    return said(say(words.STATS, **record, **known, **since))


def duration(say: Language, seconds: float) -> str:
    """A time in whole minutes, hours or days, whichever it has at least two of: "30 minutes", "36 hours"."""
    if seconds >= 2 * _DAY:
        return say.plural("{number} day", "{number} days", round(seconds / _DAY))
    if seconds >= 2 * _HOUR:
        return say.plural("{number} hour", "{number} hours", round(seconds / _HOUR))
    return say.plural("{number} minute", "{number} minutes", max(1, round(seconds / 60)))
