"""The twenty-five behaviours of `docs/behaviours.md`, each over HTTP, by polling and by webhook."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from importlib.resources import as_file, files

import pytest

from tests.e2e.client import BACK, NEXT, PATIENCE, Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

SMOKE = "smoke on the horizon"
ADMIN = 42
PAGE = """<html><head><title>Bridge opens</title><link rel="canonical" href="https://news.example/bridge"></head><body>
<article><h1>Bridge opens again after the storm</h1>
<p>The bridge of Orvik opened again on Thursday, five months after the storm that closed it to everybody.</p>
<p>“We have checked every bolt of it twice,” said Mara Lind, the mayor of Orvik. Nobody in the town had doubted it.</p>
</article></body></html>"""
WORDS = "The wall of this harbour will stand for a hundred winters to come"
MARKED = "A <b>bold</b> plan & a fair one, with 5 < 6 reasons for it"


@pytest.fixture(scope="module", params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> Callable[[], dict[str, object]]:
    """Gives the settings of the mode; a webhook listens on a port that nobody uses."""

    def settings() -> dict[str, object]:
        if request.param == "polling":
            return {}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        return {
            "PROXY": f"http://127.0.0.1:{port}",
            "TELEGRAM__MODE": "webhook",
            "TELEGRAM__WEBHOOK_PORT": port,
            "TELEGRAM__WEBHOOK_URL": "https://bot.example.org/hook",
        }

    return settings


@pytest.fixture(scope="module")
def bot(mode: Callable[[], dict[str, object]], module_bots: Bots) -> Bot:
    """A bot that knows the sample articles and a few more."""
    bot = module_bots(TELEGRAM__ADMINS=ADMIN, **mode())
    more = bot.folder / "more"
    more.mkdir()
    (more / "bridge.html").write_text(PAGE, encoding="utf-8")
    for agency in ("EFE", "AFP", "Kyodo", "TASS"):
        said = f"“{WORDS},” Mayor Tovik Marle said on Thursday.\n\n“{MARKED},” he said." if agency == "EFE" else ""
        said = said or f"“{WORDS},” Mayor Tovik Marle said on Thursday."
        story = f"Harbour wall to stand, writes {agency}\n\nOrvik, Oct 19, 2023 ({agency}).- The wall rose.\n\n{said}"
        (more / f"{agency}.txt").write_text(story, encoding="utf-8")
    with as_file(files("seeds")) as samples:  # which would leave when other articles come
        loaded = bot.command("ingest", *sorted(samples.glob("*.txt")), more)
    assert loaded.returncode == 0, loaded.stderr
    return bot.start()


def test_01_every_answer_shows_quote_speaker_outlet_date_and_link(user: User) -> None:
    shown = user.ask(f"/who {SMOKE}")
    assert SMOKE in shown.quotes[0]
    for fact in ("Marek Adler", "EFE", "14 March"):
        assert fact in shown.text
    assert "https://t.me/onrecord_test_bot?start=q_" in shown.source


@pytest.mark.parametrize(
    "asked",
    ["/quote Holmvik about boats", "/quote boats by Holmvik", "/quote Hollmvik: boats", "/quote boats Holmvik"],
)
def test_02_quote_takes_speaker_and_topic_in_any_order_with_typos(user: User, asked: str) -> None:
    shown = user.ask(asked)
    assert "Katrin Holmvik" in shown.text
    assert any("boats" in words for words in shown.quotes)


def test_03_who_ranks_near_matches_and_says_exact_or_close(user: User) -> None:
    assert "exact match" in user.ask(f"/who {SMOKE}").text
    shown = user.ask("/who we can pay for concret now or boats later")
    assert "close match" in shown.text
    assert shown.quotes[0].startswith("“We can pay for concrete now")


def test_04_only_stored_text_is_shown_word_for_word(user: User) -> None:
    text = "\n".join(page.text for page in user.pages(user.ask("/article naval drills off Halmer")))
    for quote in user.ask(f"/who {SMOKE}").quotes:
        for line in quote.split("\n"):
            assert line.strip("“”") in text


def test_05_an_ambiguous_name_gives_buttons_with_role_and_count(user: User) -> None:
    asked = user.ask("/quote Adler")
    assert re.search(r"Ruth Adler, .*coach.* \(\d+\)", asked.label("Ruth Adler"))
    assert "Ruth Adler" in user.press(asked, "Ruth Adler").text


def test_06_nothing_found_says_why_and_offers_names_and_a_looser_search(user: User) -> None:
    nobody = user.ask("/quote Katrin Holmvikson-Brandt")
    assert "Not on record" in nobody.text or "Katrin Holmvik" in nobody.text
    nothing = user.ask("/who the submarines of the horizon were painted")
    assert nothing.text.startswith("Not on record: nobody is quoted")
    assert any(label.startswith("/who ") for label in nothing.buttons)


def test_07_pages_turn_in_one_message(user: User) -> None:
    first = user.ask("/quote Katrin Holmvik")
    assert re.search(r"1/\d+$", first.text)
    second = user.press(first, NEXT)
    assert (second.method, second.id) == ("editMessageText", first.id)
    assert re.search(r"2/\d+$", second.text)
    assert BACK in second.buttons


@pytest.mark.parametrize(
    "asked", ["who said we have been given smoke on the horizon?", "what did Adler say about talks?"]
)
def test_08_plain_questions_need_no_command(user: User, asked: str) -> None:
    assert "Marek Adler" in user.ask(asked).text


def test_09_summary_by_link_part_of_the_title_number_and_reply(user: User) -> None:
    title = "Bridge opens again after the storm"
    for words in ("https://news.example/bridge", "bridge opens again", title):
        assert title in user.ask(f"/summary {words}").text
    listed = user.ask("/articles bridge opens again")
    assert title in user.ask("/summary 1").text
    assert title in user.ask("/summary", reply_to_message=listed.call["result"]).text


def test_10_context_is_an_expandable_blockquote(user: User) -> None:
    assert "<blockquote expandable>" in user.ask("/who checked every bolt of it twice").source


def test_11_markup_is_escaped_and_long_answers_are_split_at_a_quotes_edge(user: User) -> None:
    shown = user.ask("/who a fair one, with reasons for it")
    assert any(MARKED in words for words in shown.quotes)
    for page in user.pages(user.ask("/quote Katrin Holmvik")):
        assert page.quotes


def test_12_typing_shows_what_takes_long_and_callbacks_are_answered_at_once(bot: Bot, user: User) -> None:
    first = user.ask("/quote Katrin Holmvik")
    update = user.tap(first, first.buttons[NEXT])
    assert user.toast(update) == ""
    assert "2/" in user.reply().text
    (toast,) = bot.made("answerCallbackQuery", given={"callback_query_id": update["callback_query"]["id"]})
    assert toast["given"].get("text") is None


def test_13_start_is_short_with_examples_to_tap_and_help_tells_of_one_command(user: User) -> None:
    welcome = user.ask("/start")
    assert len(welcome.text.splitlines()) == 2
    assert len(welcome.buttons) == 3
    assert "Not on record" not in user.press(welcome, next(iter(welcome.buttons))).text
    assert "/quote <speaker>" in user.ask("/help quote").text


def test_14_inline_mode_brings_statements_to_paste(bot: Bot, user: User) -> None:
    query = {"id": f"inline{user.id}", "from": user.sender, "query": SMOKE, "offset": ""}
    bot.send(inline_query=query)
    (call,) = bot.made("answerInlineQuery", wait=PATIENCE, given={"inline_query_id": query["id"]})
    card = call["given"]["results"][0]["input_message_content"]["message_text"]
    for fact in (SMOKE, "Marek Adler", "EFE", "14 March"):
        assert fact in card


def test_15_a_deep_link_opens_its_statement(user: User) -> None:
    (payload,) = re.findall(r"\?start=(q_[A-Za-z0-9_-]{1,62})", user.ask(f"/who {SMOKE}").source)
    assert SMOKE in user.ask(f"/start {payload}").quotes[0]


def test_16_the_same_words_of_four_outlets_are_one_answer(user: User) -> None:
    shown = user.ask("/who this harbour will stand for a hundred winters")
    assert len(shown.quotes) == 1
    assert "In 4 outlets" in shown.text


def test_17_indirect_and_unknown_speakers_are_called_so(user: User) -> None:
    shown = user.ask("/quote Marek Adler about talks")
    assert "reported indirectly" in shown.text


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ("/quote Tovik Marle since:2023-10", True),
        ("/quote Tovik Marle until:2023-09", False),
        ("/quote Tovik Marle from:Reuters", False),
        ('/quote Tovik Marle "hundred winters"', True),
    ],
)
def test_18_filters_narrow_a_question(user: User, asked: str, there: bool) -> None:
    shown = user.ask(asked)
    assert bool(shown.quotes) is there
    assert there or "without that" in shown.text


def test_19_the_bot_speaks_english_and_spanish_by_user(bot: Bot, user: User) -> None:
    ana = User(bot, "es")
    assert "coincidencia exacta" in ana.ask(f"/quien {SMOKE}").text
    assert "exact match" in user.ask(f"/who {SMOKE}").text
    assert "exact match" in _after(ana, "in English", f"/who {SMOKE}")


def _after(user: User, said: str, asked: str) -> str:
    user.ask(said)
    return user.ask(asked).text


def test_20_groups_hear_answers_to_commands_and_replies_only(user: User) -> None:
    user.chat = {"id": -1_000_000 - user.id, "type": "supergroup", "title": "The newsroom"}
    user.say("has anybody read the one with the smoke on the horizon?")
    shown = user.ask(f"/who {SMOKE}")
    assert "Marek Adler" in shown.text
    assert "patient talks" in user.ask("and about talks?", reply_to_message=shown.call["result"]).text
    assert user.unread() == []


def test_21_privacy_is_told_and_data_given_and_deleted(user: User) -> None:
    assert "/forget" in user.ask("/privacy").text
    user.ask(f"/who {SMOKE}")
    user.say("/mydata")
    assert user.reply().method == "sendDocument"
    assert "stored any more" in user.press(user.ask("/forget"), "Delete everything").text
    assert "nothing stored" in user.ask("/mydata").text


def test_22_who_asks_too_fast_is_told_how_long_to_wait(bots: Bots, mode: Callable[[], dict[str, object]]) -> None:
    hasty = User(bots(TELEGRAM__RATE_PER_MINUTE=20, TELEGRAM__BURST=2, **mode()).start())
    for _ in range(3):
        hasty.say("/help who")
    told = [hasty.reply().text for _ in range(3)]
    assert re.search(r"wait \d seconds?", told[-1])


def test_23_buttons_survive_a_restart_and_stale_ones_say_what_to_do(
    bots: Bots, mode: Callable[[], dict[str, object]]
) -> None:
    bot = bots(**mode()).start()
    user = User(bot)
    first = user.ask("/quote Katrin Holmvik")
    assert bot.stop() == 0
    bot.start()
    assert "2/" in user.press(first, NEXT).text
    assert "Send your question again" in user.toast(user.tap(first, "p:forged:0"))


def test_24_operators_add_articles_and_others_are_refused(bot: Bot, user: User) -> None:
    admin = User(bot, id=ADMIN)
    assert "articles" in admin.ask("/stats").text
    headline = f"Ferry of Lenne sails again, number {user.id}"
    story = f"Region\n\n{headline}\n\nLenne, Mar 3 (NDP) - It sails.\n\n“We sail at six,” captain Ola Brandt said.\n"
    assert "Reading" in admin.ask(f"/add {story}").text
    draft = admin.reply()
    for command in ("/stats", "/add x", "/reload", "/remove 1"):
        assert "operators" in user.ask(command).text
    assert "operators" in user.toast(user.tap(draft, draft.buttons["Keep"]))
    assert headline in admin.press(draft, "Keep").text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("/compare Marek Adler and Katrin Holmvik", "Katrin Holmvik"),
        ("/people", "Marek Adler"),
        ("/topics", "talked of most"),
    ],
)
def test_25_compare_people_and_topics_are_there_to_browse(user: User, asked: str, told: str) -> None:
    assert told in user.ask(asked).text
