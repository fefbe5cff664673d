"""Language, privacy, invitations and groups' settings, up to the calls that Telegram gets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from bot.compose import reception_wording as words
from bot.language import ENGLISH, SPANISH
from bot.model import ChatSettings
from handlers import wording
from handlers.menu import show_menus
from tests.handlers.fakes import ADA, BEN, GROUP, FakeDesk, Params, Stage, refused, talk

ANA = {"id": 9, "is_bot": False, "first_name": "Ana", "language_code": "es-MX"}


def test_the_users_choice_wins_over_telegrams_language() -> None:
    stage = Stage()
    assert talk(stage, lambda s: s.write(None, ANA, photo=[])).said() == [SPANISH(wording.NOT_TEXT)]
    stage = Stage()
    told = talk(stage, lambda s: [s.write("/language en", ANA), s.write(None, ANA, photo=[])])
    assert told.said() == [words.LANGUAGE_SET, wording.NOT_TEXT]
    assert stage.desk.guests.settings("tg:9") == ChatSettings("en")


@pytest.mark.parametrize(
    "asked",
    [
        "/language es",
        "/language Español",
        "/idioma castellano",
        "en español",
        "Habla español, por favor.",
        "Speak Spanish",
    ],
)
def test_a_language_is_chosen_in_many_ways(asked: str) -> None:
    told = talk(Stage(), lambda s: s.write(asked, ADA))
    assert told.said() == [SPANISH(words.LANGUAGE_SET)]
    (menu,) = told.made("setMyCommands")
    assert menu["scope"] == {"type": "chat", "chat_id": ADA["id"]}
    assert "quien" in {command["command"] for command in menu["commands"]}


def test_the_choice_can_be_taken_back() -> None:
    told = talk(Stage(), lambda s: [s.write("/language en", ANA), s.write("/language auto", ANA)])
    assert told.said()[-1] == SPANISH(words.LANGUAGE_UNSET)


@pytest.mark.parametrize("words_said", ["Spanish", "español", "the report in English arrived", "/who in Spanish"])
def test_words_that_name_a_language_are_no_choice(words_said: str) -> None:
    assert talk(Stage(), lambda s: s.write(words_said)).said() == [f"re: {words_said}"]


def test_languages_are_offered_by_their_own_names() -> None:
    (shown,) = talk(Stage(), lambda s: s.write("/language")).made("sendMessage")
    labels = [button["text"] for row in shown["reply_markup"]["inline_keyboard"] for button in row]
    assert labels == ["English", "Español", words.AS_TELEGRAM]
    assert "Español" in talk(Stage(), lambda s: s.write("/language klingon")).said()[0]


def in_group(*acts: tuple[str, Params]) -> Callable[[Stage], object]:
    return lambda s: [s.write(text, user, GROUP) for text, user in acts]


def test_a_groups_language_is_its_admins_to_choose() -> None:
    stage = Stage()
    told = talk(stage, in_group(("/language es", ADA), ("/language es", BEN), ("/language", ADA)))
    assert told.said() == [words.GROUP_ADMINS_ONLY, SPANISH(words.LANGUAGE_SET_HERE), SPANISH(words.GROUP_ADMINS_ONLY)]
    assert len(told.made("getChatAdministrators")) == 1


def test_a_groups_admins_may_keep_it_to_themselves_without_noise() -> None:
    stage = Stage()
    told = talk(stage, in_group(("/settings admins", BEN), ("/who smoke", ADA), ("/who smoke", BEN)))
    assert len(told.said()) == 2
    assert told.said()[1] == "re: /who smoke"

    def press(s: Stage) -> None:
        s.desk.guests.keep_settings("tg:-100", ChatSettings(admins_only=True))
        s.press("p:1:1", ADA, GROUP)

    assert talk(Stage(), press).toasts() == [words.ANSWERED_ARE_ADMINS]


def test_an_admin_who_stays_anonymous_is_known() -> None:
    told = talk(Stage(), lambda s: s.write("/language es", ADA, GROUP, sender_chat=GROUP))
    assert told.said() == [SPANISH(words.LANGUAGE_SET_HERE)]


def test_where_telegram_tells_no_admins_nobody_is_one() -> None:
    stage = Stage()
    stage.telegram.script["getChatAdministrators"] = [refused(400, "Bad Request: no")]
    assert talk(stage, in_group(("/settings", BEN))).said() == [words.GROUP_ADMINS_ONLY]
    assert talk(Stage(), lambda s: s.write("/settings")).said() == [words.OF_GROUPS]


def test_a_group_that_the_bot_leaves_is_forgotten() -> None:
    def leave(s: Stage) -> None:
        s.desk.guests.keep_settings("tg:-100", ChatSettings("es"))
        member = {"user": {"id": 123456, "is_bot": True, "first_name": "b"}, "status": "member"}
        gone = {**member, "status": "left"}
        s.put(
            my_chat_member={"chat": GROUP, "from": BEN, "date": 1, "old_chat_member": member, "new_chat_member": gone}
        )

    stage = Stage()
    assert talk(stage, leave).said() == []
    assert stage.desk.guests.chosen == {}


def test_privacy_tells_how_long_things_are_kept() -> None:
    (told,) = talk(Stage(), lambda s: s.write("/privacy")).said()
    assert "30 minutes" in told
    assert "365 days" in told
    assert "/mydata" in told
    assert "/forget" in told


def test_my_data_comes_as_a_file_and_only_in_private() -> None:
    def act(s: Stage) -> None:
        s.write("/language es", ADA)
        s.write("/mydata", ADA)
        s.write("/mydata", BEN)
        s.write("/mydata", ANA, GROUP)

    told = talk(Stage(), act)
    (document,) = told.made("sendDocument")
    assert document["caption"] == SPANISH(words.MYDATA)
    assert set(told.said()[-3:]) == {SPANISH(words.LANGUAGE_SET), words.NO_DATA, SPANISH(words.IN_PRIVATE)}


def test_forgetting_is_confirmed_first() -> None:
    stage = Stage()
    told = talk(stage, lambda s: [s.write("/language es", ADA), s.write("/forget", ADA)])
    assert told.said()[1] == SPANISH(words.FORGET)
    assert stage.desk.guests.chosen
    stage.number, stage.desk.seen = 0, set()
    stage = Stage(stage.desk)
    assert talk(stage, lambda s: s.write("/forget yes", ADA)).said() == [SPANISH(words.FORGOTTEN)]
    assert stage.desk.guests.chosen == {}


@pytest.mark.parametrize("command", ["/invite", "/stats"])
def test_operators_commands_are_for_operators(command: str) -> None:
    assert talk(Stage(admins=[8]), lambda s: s.write(command, ADA)).said() == [words.OPERATORS_ONLY]
    (told,) = talk(Stage(admins=[8], access="invite"), lambda s: s.write(command, BEN)).said()
    assert told != words.OPERATORS_ONLY


@pytest.mark.parametrize(("typed", "answers"), [("/stats", 0), ("/stats@OnRecordBot", 1)])
def test_in_groups_operators_commands_may_be_another_bots(typed: str, answers: int) -> None:
    assert len(talk(Stage(admins=[8]), lambda s: s.write(typed, ADA, GROUP)).said()) == answers


def test_an_invitation_lets_in() -> None:
    def act(s: Stage) -> None:
        s.write("smoke", ADA)
        s.write("/start i_wrong", ADA)
        s.write("/start i_open-sesame", ADA)
        s.write("smoke", ADA)

    told = talk(Stage(access="invite"), act).said()
    assert told[0] == wording.PRIVATE.format(user=ADA["id"])
    assert told[1:] == [words.NO_INVITATION, words.INVITED, "re: /start i_open-sesame", "re: smoke"]


def test_no_invitation_lets_in_where_there_are_none() -> None:
    told = talk(Stage(access="allow"), lambda s: [s.write("/start i_open-sesame"), s.write("smoke")])
    assert told.said()[-1] == wording.PRIVATE.format(user=ADA["id"])


def test_an_invitation_is_a_link_and_never_shown_to_a_group() -> None:
    stage = Stage(admins=[8], access="invite")
    (told,) = talk(stage, lambda s: s.write("/invite 3", BEN)).said()
    assert "https://t.me/OnRecordBot?start=i_open-sesame" in told
    assert "3 people" in told
    shown = talk(Stage(admins=[8], access="invite"), lambda s: s.write("/invite@OnRecordBot", BEN, GROUP)).said()
    assert shown == [words.IN_PRIVATE]
    assert talk(Stage(admins=[8]), lambda s: s.write("/invite", BEN)).said() == [words.NOT_NEEDED.format(access="open")]


def test_stats_count_what_was_answered_and_failed() -> None:
    def rule(message: str) -> None:
        if message == "fail":
            raise KeyError(message)

    stage = Stage(FakeDesk(rule), admins=[8])
    told = talk(stage, lambda s: [s.write("smoke", BEN), s.write("fail", BEN), s.write("/stats", BEN)]).said()
    assert "1 answered, 1 failed" in told[-1] or "1 answered, 0 failed" in told[-1]


def test_operators_hear_of_a_fault_by_its_id_and_not_of_each() -> None:
    def rule(message: str) -> None:
        raise KeyError(message)

    with capture_logs() as logged:
        telegram = talk(Stage(FakeDesk(rule), admins=[8]), lambda s: [s.write("my secret", ANA), s.write("more", ANA)])
    reports = [one["text"] for one in telegram.made("sendMessage") if one["chat_id"] == BEN["id"]]
    ids = [event["id"] for event in logged if event["event"] == "update_failed"]
    assert len(ids) == 2
    assert len(reports) == 1
    assert ids[0] in reports[0]
    assert "KeyError" in reports[0]
    assert "secret" not in reports[0]
    told = [one["text"] for one in telegram.made("sendMessage") if one["chat_id"] == ANA["id"]]
    assert told == [SPANISH(wording.FAILED, id=one) for one in ids]


def test_menus_come_in_each_language_and_for_each_kind_of_chat() -> None:
    async def play(stage: Stage) -> None:
        async with stage:
            await show_menus(stage.app.bot, stage.desk.commands, (8,))

    stage = Stage()
    asyncio.run(play(stage))
    menus = {(one["scope"]["type"], one.get("language_code")): {c["command"] for c in one["commands"]}
             for one in stage.telegram.made("setMyCommands")}  # fmt: skip
    assert len(menus) == 8
    assert {"who", "mydata"} <= menus["all_private_chats", None]
    assert {"quien", "misdatos"} <= menus["all_private_chats", "es"]
    assert "mydata" not in menus["all_group_chats", None]
    assert "settings" not in menus["all_group_chats", None]
    assert "settings" in menus["all_chat_administrators", None]
    assert "invite" in menus["chat", None]
    assert not {"invite", "add"} & menus["all_private_chats", None]


def test_without_a_menu_the_bot_works_too() -> None:
    stage = Stage()
    stage.telegram.script["setMyCommands"] = [refused(400, "Bad Request: chat not found")]
    with capture_logs() as logged:
        assert talk(stage, lambda s: s.write("en español")).said() == [SPANISH(words.LANGUAGE_SET)]
    assert "menu_not_set" in [event["event"] for event in logged]
    assert ENGLISH(words.LANGUAGE_SET) != SPANISH(words.LANGUAGE_SET)
