"""Following: told once of what is new, when it is wanted, in chats and in channels; kept over restarts."""

from __future__ import annotations

import json
import signal
import sqlite3
import time
from collections.abc import Mapping
from typing import Any

import pytest

from tests.e2e.client import PATIENCE, Bot, Shown, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

STORY = "Orvik counts its boats ({number})\n\nOrvik, Mar 3 (AFP) - The count is done.\n\n{said}"
SETTLE = 0.4
"""Seconds."""
USAGE = "/who <words>"
CHANNEL_ID = -1_000_700_000
POSTER = {"status": "administrator", "can_be_edited": False, "is_anonymous": False, "can_manage_chat": True,
          "can_delete_messages": True, "can_manage_video_chats": True, "can_restrict_members": True,
          "can_promote_members": False, "can_change_info": True, "can_invite_users": True, "can_post_stories": False,
          "can_edit_stories": False, "can_delete_stories": False, "can_post_messages": True}  # fmt: skip


@pytest.fixture(scope="module")
def bot(module_bots: Bots) -> Bot:
    """A bot that tells what is new soon."""
    return module_bots(TELEGRAM__NEWS_WAIT=SETTLE).start()


def publish(bot: Bot, speaker: str, *words: str) -> None:
    """Load an article in a process of its own."""
    folder = bot.folder / "press"
    folder.mkdir(exist_ok=True)
    number = len(list(folder.iterdir()))
    said = "\n\n".join(f"“{one},” said {speaker}, the harbour master." for one in words)
    path = folder / f"{number}.txt"
    path.write_text(STORY.format(number=number, said=said), encoding="utf-8")
    loaded = bot.command("ingest", path)
    assert loaded.returncode == 0, loaded.stderr


def quiet_after(user: User) -> None:
    """Wait as long as news take to be told, and see that nothing came."""
    time.sleep(4 * SETTLE)
    assert USAGE in user.ask("/help who").text
    assert user.unread() == []


def test_somebody_on_record_is_followed(bot: Bot, user: User) -> None:
    asked = user.ask("/follow Adler")
    assert "Whom do you mean?" in asked.text
    assert "said by Marek Adler" in user.press(asked, "Marek Adler").text
    assert "1. said by Marek Adler" in user.ask("/following").text


def test_what_is_new_comes_in_one_message(bot: Bot, user: User) -> None:
    user.ask("/follow by Sunniva Berge")
    user.ask("/follow “masts”")
    publish(bot, "Sunniva Berge", "We lost nine boats and two <masts> in the night", "The ice took the rest of them")
    news = user.reply()
    assert news.text.startswith("New on record")
    assert "said by Sunniva Berge · 2 statements" in news.text
    assert "said about “masts” · 1 statement" in news.text
    assert "two <masts> in the night" in news.text
    assert "Orvik counts its boats" in news.text
    assert "nine boats" in user.press(news, "All statements: Sunniva Berge").text
    quiet_after(user)


def test_unfollowed_is_silent(bot: Bot, user: User) -> None:
    followed = user.ask("/follow “herring”")
    assert user.press(followed, "Unfollow").text == "No longer followed: said about “herring”."
    user.ask("/follow “mackerel”")
    user.ask("/follow “capelin”")
    assert "mackerel" in user.ask("/unfollow 1").text
    assert "isn’t followed" in user.ask("/unfollow 7").text
    assert "capelin" in user.ask("/unfollow all").text
    publish(bot, "Sunniva Berge", "Herring and mackerel and capelin are late")
    quiet_after(user)


def test_an_unknown_name_can_be_followed_as_a_name_or_as_words(bot: Bot, user: User) -> None:
    asked = user.ask("/follow Xandria Quell")
    assert "Nobody called “Xandria Quell” is on record" in asked.text
    assert "said by Xandria Quell" in user.press(asked, "Said by “Xandria Quell”").text
    publish(bot, "Xandria Quell", "The piers will be counted again")
    assert "The piers will be counted again" in user.reply().text


@pytest.mark.parametrize("text", ["/follow", "/follow ?!", "/follow “ ”"])
def test_nothing_to_follow_is_told(user: User, text: str) -> None:
    assert "/follow Lind" in user.ask(text).text


def test_quiet_hours_hold_back(bot: Bot, user: User) -> None:
    user.ask("/follow “lanterns”")
    assert "Nothing is told" in user.ask("/quiet 00:00-23:59").text
    publish(bot, "Sunniva Berge", "Hang the lanterns higher")
    quiet_after(user)
    assert "any hour" in user.ask("/quiet off").text
    assert "Hang the lanterns higher" in user.reply().text


def test_times_are_set_by_city(user: User) -> None:
    assert "UTC" in user.ask("/timezone").text
    assert "Europe/Madrid" in user.ask("/timezone Madrid").text
    assert "08:30 (Europe/Madrid)" in user.ask("/digest daily 8.30").text
    assert "08:30 (Europe/Madrid)" in user.ask("/digest daily 08:30").text
    assert "Europe/Lisbon" in user.ask("/timezone Lisbonn").text
    asked = user.ask("/timezone Louisville")
    assert "America/Louisville" in user.press(asked, "America/Louisville").text
    assert "know no time zone" in user.ask("/timezone ../../etc").text
    assert "/digest daily 08:00" in user.ask("/digest daily at dawn").text
    assert "/quiet 22:00-07:00" in user.ask("/quiet later").text
    assert "as soon as" in user.ask("/digest off").text


def due_now(bot: Bot, chat: int) -> None:
    """Let the digest of a chat be due, as if its time had come."""
    with sqlite3.connect(bot.folder / "archive.sqlite") as archive:
        (habits,) = archive.execute("SELECT habits FROM habits WHERE chat = ?", (f"tg:{chat}",)).fetchone()
        changed = json.dumps({**json.loads(habits), "due": time.time() - 1})
        archive.execute("UPDATE habits SET habits = ? WHERE chat = ?", (changed, f"tg:{chat}"))
    archive.close()


def test_a_digest_comes_once_also_over_restarts(bots: Bots) -> None:
    bot = bots(TELEGRAM__NEWS_WAIT=SETTLE).start()
    user = User(bot)
    user.ask("/follow “anchors”")
    hour = (time.gmtime().tm_hour + 12) % 24
    assert f"{hour:02}:00 (UTC)" in user.ask(f"/digest daily {hour}:00").text
    publish(bot, "Sunniva Berge", "Anchors are dear this spring", "No anchors were lost")
    quiet_after(user)
    bot.stop(signal.SIGKILL)
    due_now(bot, user.id)
    bot.start()
    news = user.reply()
    assert "2 statements" in news.text
    bot.stop(signal.SIGKILL)
    bot.start()
    quiet_after(user)


def test_what_came_while_the_bot_was_down_is_told_once(bots: Bots) -> None:
    bot = bots(TELEGRAM__NEWS_WAIT=SETTLE).start()
    user = User(bot)
    user.ask("/follow “buoys”")
    assert bot.stop() == 0
    publish(bot, "Sunniva Berge", "The buoys are painted")
    bot.start()
    assert "The buoys are painted" in user.reply().text
    quiet_after(user)


def test_who_blocked_the_bot_follows_nothing_any_more(bot: Bot, user: User) -> None:
    gone = User(bot)
    gone.ask("/follow “ropes”")
    user.ask("/follow “ropes”")
    refusal = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    bot.fail("sendMessage", chat=gone.chat["id"], status=403, body=refusal)
    publish(bot, "Sunniva Berge", "Coil the ropes")
    assert "Coil the ropes" in user.reply().text
    publish(bot, "Sunniva Berge", "Cut the ropes")
    assert "Cut the ropes" in user.reply().text
    assert "Nothing is followed here" in gone.ask("/following").text


def test_news_that_failed_on_their_way_are_told_once(bot: Bot, user: User) -> None:
    user.ask("/follow “sails”")
    bot.fail("sendMessage", chat=user.chat["id"], status=502, body="<html>Bad Gateway</html>")
    publish(bot, "Sunniva Berge", "Furl the sails")
    assert "Furl the sails" in user.reply().text
    quiet_after(user)


# --- groups and channels


def chat_known(bot: Bot, chat: Mapping[str, Any], **members: Mapping[str, Any]) -> None:
    """Let the emulator know a chat and who is what in it; ids are written "u7"."""
    by_id = {user.removeprefix("u"): member for user, member in members.items()}
    bot.emulator.post("chats", token=bot.token, chat=chat, members=by_id)


def own(bot: Bot) -> str:
    return f"u{bot.token.split(':')[0]}"


def test_in_groups_administrators_decide(bot: Bot, user: User) -> None:
    group = {"id": -1_000_600_000 - user.id, "type": "supergroup", "title": "The harbour"}
    admin, member = User(bot, chat=group), User(bot, chat=group)
    bot.admins(group["id"], admin)
    assert "administrators decide" in member.ask("/follow “tides”").text
    admin.read = member.read
    followed = admin.ask("/follow “tides”")
    assert "said about “tides”" in followed.text
    assert "administrators decide" in member.toast(member.tap(followed, followed.buttons["Unfollow"]))
    publish(bot, "Sunniva Berge", "Tides wait for nobody")
    assert "Tides wait for nobody" in admin.reply().text


@pytest.fixture
def channel(user: User) -> dict[str, Any]:
    return {"id": CHANNEL_ID - user.id, "type": "channel", "title": "The log", "username": f"log{user.id}"}


def test_news_are_posted_into_a_channel_of_ones_own(bot: Bot, user: User, channel: dict[str, Any]) -> None:
    chat_known(bot, channel, **{f"u{user.id}": POSTER, own(bot): POSTER})
    where = f"@{channel['username']}"
    told = user.ask(f"/follow “compass” in {where}")
    assert told.text == f"I’ll post into {where} when something new is on record: said about “compass”."
    assert "1. said about “compass”" in user.ask(f"/following in {where}").text
    assert "Nothing is followed here" in user.ask("/following").text
    publish(bot, "Sunniva Berge", "The compass lies")
    posted = bot.made("sendMessage", wait=PATIENCE, given={"chat_id": channel["id"]})
    assert "The compass lies" in Shown(posted[0]).text
    assert not Shown(posted[0]).buttons
    assert "compass" in user.press(told, "Unfollow").text
    assert "Nothing is followed here" in user.ask(f"/following in {where}").text


def test_a_channel_needs_both_to_be_administrators(bot: Bot, user: User, channel: dict[str, Any]) -> None:
    where = f"@{channel['username']}"
    assert f"no channel {where}" in user.ask(f"/follow “compass” in {where}").text
    chat_known(bot, channel, **{own(bot): POSTER})
    assert "Only administrators" in user.ask(f"/follow “compass” in {where}").text
    chat_known(bot, channel, **{f"u{user.id}": POSTER})
    assert "I can’t post" in user.ask(f"/follow “compass” in {where}").text
    chat_known(bot, channel, **{f"u{user.id}": POSTER, own(bot): {**POSTER, "can_post_messages": False}})
    assert "I can’t post" in user.ask(f"/follow “compass” in {where}").text


def test_it_speaks_spanish(bot: Bot) -> None:
    user = User(bot, language="es")
    assert "Le avisaré" in user.ask("/sigue “faros”").text
    publish(bot, "Sunniva Berge", "Faros is not a word of ours")
    assert "Nuevo en el registro" in user.reply().text
