"""Language, privacy and access, over HTTP."""

from __future__ import annotations

import json

import httpx
import pytest

from tests.e2e.client import Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

SMOKE = "smoke on the horizon"


def document(user: User) -> dict[str, object]:
    """The file that the bot sends next, read."""
    shown = user.reply()
    assert shown.method == "sendDocument"
    url = user.bot.emulator.url
    given = {"file_id": shown.call["result"]["document"]["file_id"]}
    path = httpx.post(f"{url}/bot{user.bot.token}/getFile", json=given, trust_env=False).json()["result"]["file_path"]
    file = httpx.get(f"{url}/file/bot{user.bot.token}/{path}", trust_env=False)
    return dict(json.loads(file.content))


def in_a_group(bot: Bot, *people: User) -> dict[str, object]:
    """A group of these people."""
    chat = {"id": -1_000_000 - people[0].id, "type": "supergroup", "title": "The newsroom"}
    for person in people:
        person.chat = chat
    return chat


def test_the_bot_speaks_telegrams_language_until_another_is_chosen(bot: Bot) -> None:
    ana = User(bot, "es-AR")
    shown = ana.ask(f"/who {SMOKE}")
    assert "14 de marzo" in shown.text
    assert "coincidencia exacta" in shown.text
    assert any(SMOKE in words for words in shown.quotes)
    assert "English" in ana.press(ana.ask("/idioma"), "English").text
    assert "exact match" in ana.ask(f"/who {SMOKE}").text


def test_buttons_speak_the_users_language(bot: Bot) -> None:
    ana = User(bot, "es")
    shown = ana.ask("/cita Katrin Holmvik")
    assert "2/" in ana.press(shown, "Siguiente ▶").text
    assert "demasiado antiguo" in ana.toast(ana.tap(shown, "p:forged:0"))


def test_people_of_one_chat_are_each_spoken_to_in_their_language(bot: Bot) -> None:
    ana, ida = User(bot, "es"), User(bot, "de")
    in_a_group(bot, ana, ida)
    assert "coincidencia" in ana.ask(f"/who {SMOKE}").text
    ida.read = ana.read
    assert "exact match" in ida.ask(f"/who {SMOKE}").text


def test_a_groups_admins_choose_its_language_and_whom_it_answers(bot: Bot) -> None:
    admin, member = User(bot), User(bot)
    chat = in_a_group(bot, admin, member)
    bot.admins(int(str(chat["id"])), admin)
    assert "admins" in member.ask("/settings").text
    admin.read = member.read
    shown = admin.press(admin.ask("/settings"), "Español")
    assert "solo" in admin.press(shown, "Solo a administradores").text
    member.say(f"/who {SMOKE}")
    told = admin.ask(f"/who {SMOKE}")
    assert "coincidencia" in told.text
    assert admin.unread() == []
    assert "administradores" in member.toast(member.tap(shown, "p:anything:0"))


def test_everything_stored_of_somebody_is_told_and_deleted_at_once(bots: Bots) -> None:
    bot = bots().start()
    ana, ben = User(bot, "es"), User(bot)
    ana.press(ana.ask("/language"), "English")
    shown = ana.ask("/quote Katrin Holmvik")
    ben.ask(f"/who {SMOKE}")
    ana.say("/mydata")
    told = json.dumps(document(ana))
    assert f"tg:{ana.id}" in told
    assert "Katrin Holmvik" in told
    assert str(ben.id) not in told
    gone = ana.press(ana.ask("/forget"), "Delete everything")
    assert "nothing about you is stored" in gone.text
    assert gone.buttons == {}
    ana.say("/mydata")
    assert "nada guardado" in ana.reply().text
    assert "demasiado antiguo" in ana.toast(ana.tap(shown, shown.buttons[shown.label("Next")]))
    ben.say("/mydata")
    assert f"tg:{ben.id}" in json.dumps(document(ben))


def test_privacy_is_told_in_words(user: User) -> None:
    told = user.ask("/privacy").text
    for words in ("30 minutes", "365 days", "/mydata", "/forget"):
        assert words in told


def test_an_invitation_lets_in_once_and_over_a_restart(bots: Bots) -> None:
    bot = bots(TELEGRAM__ACCESS="invite", TELEGRAM__ADMINS="42").start()
    admin, guest, stranger = User(bot, id=42), User(bot), User(bot)
    assert str(guest.id) in guest.ask(f"/who {SMOKE}").text
    link = admin.ask("/invite").text.split("?start=")[1].strip()
    assert "Welcome" in guest.ask(f"/start {link}").text
    assert "who said what" in guest.reply().text
    assert "doesn’t work" in stranger.ask(f"/start {link}").text
    assert bot.stop() == 0
    bot.start()
    shown = guest.ask("/quote Katrin Holmvik")
    assert "Katrin Holmvik" in shown.text
    assert str(stranger.id) in stranger.toast(stranger.tap(shown, shown.buttons[shown.label("Next")]))
    assert str(stranger.id) in stranger.ask(f"/who {SMOKE}").text


def test_operators_alone_see_stats_and_hear_of_faults(bots: Bots) -> None:
    bot = bots(TELEGRAM__ADMINS="42").start()
    admin, user = User(bot, id=42), User(bot)
    assert "operators" in user.ask("/stats").text
    assert "14 articles" in admin.ask("/stats").text
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: my secret"}
    bot.fail("sendMessage", chat=user.id, status=400, body=refusal)
    told = user.ask(f"/who {SMOKE}").text
    error_id = told.split("(error ")[1].split(")")[0]
    report = admin.reply()
    assert error_id in report.text
    assert "secret" not in report.text
    assert SMOKE not in report.text


def test_a_group_that_the_bot_leaves_is_forgotten(bots: Bots) -> None:
    bot = bots().start()
    admin = User(bot)
    chat = in_a_group(bot, admin)
    bot.admins(int(str(chat["id"])), admin)
    admin.press(admin.ask("/settings"), "Español")
    me = {"id": int(bot.token.split(":")[0]), "is_bot": True, "first_name": "b"}
    member, gone = {"user": me, "status": "member"}, {"user": me, "status": "left"}
    change = {"chat": chat, "from": admin.sender, "date": 1, "old_chat_member": member, "new_chat_member": gone}
    bot.send(my_chat_member=change)
    assert "exact match" in admin.ask(f"/who {SMOKE}").text
