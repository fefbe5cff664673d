"""What people ask, typed as they type it, about the sample articles."""

from __future__ import annotations

import pytest

from tests.e2e.client import Bot, Shown, User

pytestmark = pytest.mark.e2e

NOT_ON_RECORD = "Not on record"


def test_start_welcomes_with_examples_that_have_an_answer(user: User) -> None:
    welcome = user.ask("/start")
    assert "who said what" in welcome.text
    assert 2 <= len(welcome.buttons) <= 4
    for label in welcome.buttons:
        shown = user.press(welcome, label)
        assert NOT_ON_RECORD not in shown.text
        assert len(shown.text) > 60


@pytest.mark.parametrize(("language", "needed"), [("en", "who quote people help"), ("es", "quien cita personas ayuda")])
def test_help_names_every_command_of_the_menu(bot: Bot, language: str, needed: str) -> None:
    user = User(bot, language)
    told = user.ask("/help").text
    menus = [call["given"] for call in bot.made("setMyCommands", wait=1)]
    (menu,) = (
        {command["command"] for command in given["commands"]}
        for given in menus
        if given["scope"]["type"] == "all_private_chats" and given.get("language_code", "en") == language
    )
    assert set(needed.split()) <= menu
    assert [name for name in menu if f"/{name}" not in told] == []


def test_who_names_speaker_outlet_and_article(user: User) -> None:
    shown = user.ask("/who smoke on the horizon")
    assert "We have asked for nothing but notice, and we have been given smoke on the horizon" in shown.text
    for fact in ("Marek Adler", "Veldanian Foreign Minister", "via TASS", "EFE", "Lisena", "14 March", "exact"):
        assert fact in shown.text
    assert "<blockquote>" in shown.source


@pytest.mark.parametrize(
    "message",
    [
        "/who smok on the horizn",
        "/who charts not thraets",
        "who said “smoke on the horizon”?",
        "Who said we will go there with charts?",
        "smoke on the horizon",
    ],
)
def test_words_are_found_misspelt_and_in_plain_questions(user: User, message: str) -> None:
    assert "Marek Adler" in user.ask(message).text


def test_a_free_question_is_answered_by_a_sentence_of_an_article(user: User) -> None:
    shown = user.ask("how long does the lantern shark keep watch?")
    assert "swims in slow circles above its resting companions for some 40 minutes" in shown.text
    assert "AFP" in shown.text
    assert "don’t say" in user.ask("when was the parliament of Belmora dissolved?").text


@pytest.mark.parametrize(
    "message",
    [
        "/quote Holmvik about the squares",
        "/quote holmvick: squares",
        "/quote squares: Holmvik",
        "what did Katrin Holmvik say about the squares?",
        "What did the prime minister say about the squares",
    ],
)
def test_quotes_of_a_speaker_on_a_topic(user: User, message: str) -> None:
    shown = user.ask(message)
    assert "I heard the squares, and I heard the members of this house" in shown.text
    assert "Katrin Holmvik" in shown.text


@pytest.mark.parametrize("message", ["/who to be or not to be", "/quote Napoleon", "who said abracadabra simsalabim?"])
def test_what_nobody_said_is_not_on_record(user: User, message: str) -> None:
    shown = user.ask(message)
    assert shown.text.startswith(NOT_ON_RECORD)
    assert "<blockquote>" not in shown.source


def test_articles_and_people_are_lists_to_go_on_from(user: User) -> None:
    listed = user.ask("/articles").text
    titles = [line.removeprefix("2. ") for line in listed.splitlines() if line.startswith("2. ")]
    assert len(titles) == 1
    assert user.ask("summarise the second one").text.startswith(titles[0])
    people = user.ask("/people").text.split("\n\n")[0].splitlines()
    counts = [int(line.rsplit(" · ", 1)[1]) for line in people]
    assert counts == sorted(counts, reverse=True)
    assert any(line.startswith("Katrin Holmvik, Prime Minister · ") for line in people)


def test_a_chat_remembers_who_was_talked_of(bot: Bot, user: User) -> None:
    user.ask("/quote Viktor Strand")
    assert "I did not steal it" in user.ask("what did he say about money?").text
    stranger = User(bot)
    assert "steal" not in stranger.ask("what did he say about money?").text


def test_summary_has_facts_and_ways_to_go_on(user: User) -> None:
    shown = user.ask("/summary confidence vote")
    assert shown.text.startswith("Veldania’s premier survives vote as coalition frays")
    assert {"Quotes", "People", "Full text"} <= set(shown.buttons)
    pages = user.pages(user.press(shown, "Quotes"))
    assert any("There is no plan, no paper" in quote for page in pages for quote in page.quotes)


def test_spanish_articles_and_questions(user: User) -> None:
    assert "Ellos han esperado cuatro años" in user.ask("/who ellos han esperado cuatro anos").text
    assert "No hemos venido a ganar una discusión" in user.ask("¿qué dijo Adler sobre una discusión?").text


@pytest.mark.parametrize(
    "text",
    [
        "/who <b>bold</b> & \"quoted\" 'words' <",
        "/who </blockquote><script>alert(1)</script>",
        "/who &lt;b&gt; &amp;amp; &nbsp;",
        "/quote '; DROP TABLE articles; --",
        '/who NEAR("a" OR *) AND NOT ^x: {col} -- "',
        "/who 🌊🌊🌊 👩‍👩‍👧‍👦 🇪🇸",
        "/who שלום עולם، مرحبا بالعالم",
        "/who \u202eevil\u202c \u200b\u2066x\u2069",
        "/quote %s %n {0} ${x} \\",
        "/summary ../../../etc/passwd",
        "/people *",
        "/nosuchcommand <i>x</i>",
        "//",
        "/",
        "<",
        "?!",
        "/who",
        "/quote",
        "0",
        "x" * 4096,
        "/who " + "word " * 800,
        "🌊" * 2048,
    ],
    ids=lambda text: ascii(text[:24]),
)
def test_any_message_gets_one_valid_reply(user: User, text: str) -> None:
    shown = user.ask(text)
    assert shown.text.strip()
    assert "went wrong" not in shown.text
    assert user.ask("/help who").text.count("/who <words>") == 1
    assert user.unread() == []


def test_the_users_own_words_come_back_as_they_were_typed(user: User) -> None:
    words = "<b>zyx</b> & 'wvu' &lt"
    assert words in user.ask(f"/quote {words}").text


def test_what_is_no_text_is_answered_in_words(user: User) -> None:
    user.bot.send(message={"from": user.sender, "chat": user.chat, "photo": [photo()], "caption": "look"})
    assert "text" in user.reply().text


def test_an_edited_message_is_no_new_question(user: User) -> None:
    asked = user.say("/who smoke on the horizon")
    user.reply()
    user.bot.send(edited_message={**asked["message"], "edit_date": asked["message"]["date"], "text": "/who charts"})
    assert "/who <words>" in user.ask("/help who").text


def photo() -> dict[str, object]:
    return {"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}


def test_replies_are_html_without_link_previews(user: User) -> None:
    shown: Shown = user.ask("/who smoke on the horizon")
    assert shown.call["given"]["parse_mode"] == "HTML"
    assert shown.call["given"]["link_preview_options"] == {"is_disabled": True}
