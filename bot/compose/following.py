"""What chats follow, and what is new of it, put into words, with their buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.compose import following_wording as words
from bot.compose.body import cut, said
from bot.compose.cards import joined, quote_card, statements, text
from bot.compose.wording import shortened
from bot.language import Language
from bot.model import Block, Bulletin, Button, Follow, Habits, News, Person, Reply, Result, Style

MOST_NEWS = 6
"""Follows of one message whose statements are shown; of more it is told how many there are."""
QUOTES_OF_ONE = 3
MOST_LISTED = 50
LABEL_CHARACTERS = 60
BUTTONS_A_ROW = 2


def followed(say: Language, follow: Follow, habits: Habits, where: str) -> Reply:
    """That something is followed from now on; `where` names a channel, empty for this chat."""
    what = told_of(say, follow)
    told = say(words.FOLLOWED_IN, what=what, where=where) if where else say(words.FOLLOWED, what=what)
    daily = say(words.DAILY, time=habits.digest, zone=habits.zone) if habits.digest else ""
    return said(
        f"{told} {daily}".strip(), Button(say(words.UNFOLLOW), _message("unfollow", f"#{follow.number}", where))
    )


def which(say: Language, name: str, topic: str | None, people: Sequence[Person], where: str) -> Reply:
    """Which of several people is meant."""
    about = f": {topic}" if topic else ""
    buttons = [
        Button(_label(line_of(person)), _message("follow", f"by {person.name}{about}", where)) for person in people
    ]
    return _asked(say(words.WHICH, subject=cut(name)), buttons)


def nobody(say: Language, name: str, topic: str | None, near: Sequence[str], where: str) -> Reply:
    """What to follow where nobody on record is called so."""
    about = f": {topic}" if topic else ""
    shown = shortened(name, LABEL_CHARACTERS // 2)
    buttons = [Button(_label(one), _message("follow", f"by {one}{about}", where)) for one in near]
    buttons.append(Button(_label(say(words.BY_NAME, name=shown)), _message("follow", f"by {name}{about}", where)))
    buttons.append(Button(_label(say(words.BY_WORDS, name=shown)), _message("follow", f"“{name}”", where)))
    return _asked(say(words.NOBODY, name=cut(name)), buttons)


def listing(say: Language, follows: Sequence[Follow], habits: Habits, where: str) -> Reply:
    """What is followed, when it is told, and the buttons to end it."""
    if not follows:
        return said(say(words.NOTHING))
    lines = [text(f"{number}. {told_of(say, one)}") for number, one in enumerate(follows, 1)]
    buttons = [
        Button(say(words.UNFOLLOW_ONE, number=number), _message("unfollow", f"#{one.number}", where))
        for number, one in enumerate(follows, 1)
    ]
    blocks = (text(say(words.LIST), Style.BOLD), joined(lines), text(when(say, habits)))
    return Reply(blocks, _rows(buttons))


def unfollowed(say: Language, follows: Sequence[Follow]) -> Reply:
    """What is no longer followed."""
    return said(say(words.UNFOLLOWED, what="; ".join(told_of(say, one) for one in follows)))


def zones(say: Language, names: Sequence[str], where: str) -> Reply:
    """Which time zone is meant."""
    if not names:
        return said(say(words.NO_ZONE))
    return _asked(say(words.WHICH_ZONE), [Button(one, _message("timezone", one, where)) for one in names])


def bulletin(say: Language, one: Bulletin, results: Mapping[int, Sequence[Result]], buttons: bool) -> Reply:
    """What is new for a chat; `results` are the statements of each follow, by its number."""
    blocks = [text(say(words.NEWS), Style.BOLD)]
    for news in one.news[:MOST_NEWS]:
        blocks += _news(say, news, results[news.follow.number])
    rest = one.news[MOST_NEWS:]
    blocks += [text(f"• {_heading(say, news)}") for news in rest[:MOST_LISTED]]
    rows = tuple(_ways(say, news.follow) for news in one.news[:MOST_NEWS]) if buttons else ()
    return Reply(tuple(blocks), rows)


def told_of(say: Language, follow: Follow) -> str:
    """What is followed, in words."""
    speaker, topic = cut(follow.speaker), cut(follow.topic)
    if speaker and topic:
        return say(words.SAID_BY_ABOUT, speaker=speaker, topic=topic)
    return say(words.SAID_BY, speaker=speaker) if speaker else say(words.SAID_ABOUT, topic=topic)


def when(say: Language, habits: Habits) -> str:
    """When a chat is told."""
    if habits.digest:
        return say(words.DAILY, time=habits.digest, zone=habits.zone)
    quiet = say(words.QUIET, begins=habits.quiet[0], ends=habits.quiet[1]) if habits.quiet else ""
    return f"{say(words.AT_ONCE, zone=habits.zone)} {quiet}".strip()


def line_of(person: Person) -> str:
    """Somebody to choose: name, role, how often quoted."""
    role = f", {person.roles[0]}" if person.roles else ""
    return f"{person.name}{role} ({person.quotes})"


def _news(say: Language, news: News, results: Sequence[Result]) -> list[Block]:
    blocks = [text(_heading(say, news), Style.BOLD)]
    for result in results[:QUOTES_OF_ONE]:
        blocks += quote_card(say, result, context=False)
    left = news.count - sum(1 + len(result.also) for result in results[:QUOTES_OF_ONE])
    return [*blocks, text(say(words.MORE, number=say.number(left)), Style.ITALIC)] if left > 0 else blocks


def _heading(say: Language, news: News) -> str:
    return f"{told_of(say, news.follow)} · {statements(say, news.count)}"


def _ways(say: Language, follow: Follow) -> tuple[Button, ...]:
    asked = f"{follow.speaker or ''} about {follow.topic}" if follow.topic else follow.speaker
    return (
        Button(_label(f"{say(words.ALL)}: {follow.speaker or follow.topic}"), f"/quote {asked}".replace("  ", " ")),
        Button(say(words.UNFOLLOW), f"/unfollow #{follow.number}"),
    )


def _message(command: str, rest: str, where: str) -> str:
    return f"/{command} {rest} in {where}" if where else f"/{command} {rest}"


def _asked(told: str, buttons: Sequence[Button]) -> Reply:
    return Reply((text(told),), tuple((button,) for button in buttons))


def _rows(buttons: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[place : place + BUTTONS_A_ROW]) for place in range(0, len(buttons), BUTTONS_A_ROW))


def _label(told: str) -> str:
    return shortened(told, LABEL_CHARACTERS)
