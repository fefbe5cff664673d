"""The checker finds what Telegram refuses, and lets pass what it takes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.checker import ATTRIBUTES, faults_of, parse_html, units


def message(text: str, **given: Any) -> dict[str, Any]:
    return {"method": "sendMessage", "given": {"chat_id": 1, "text": text, "parse_mode": "HTML", **given}}


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(**given: Any) -> dict[str, Any]:
    return {"text": "Next", "callback_data": "p:1:1", **given}


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "<b>bold <i>both</i></b> &amp; &lt;tag&gt; &quot;x&quot; &#39;",
        '<a href="https://example.org/?a=1&amp;b=2">link</a>',
        "<blockquote expandable>“words”</blockquote>",
        '<pre><code class="language-python">x</code></pre>',
        '<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>',
        "5 > 4",
        "x" * 4096,
        "🌊" * 2048,
        "<b>" + "x" * 4096 + "</b>",
        "&lt;" * 4096,
        "<i>a</i>" * 100,
    ],
)
def test_takes_what_telegram_takes(text: str) -> None:
    assert faults_of(message(text)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "0 units"),
        ("<b></b>", "0 units"),
        (" \n ", "0 units"),
        ("x" * 4097, "4097 units"),
        ("🌊" * 2049, "4098 units"),
        ("5 < 4", "bare '<'"),
        ("a <3 b", "bare '<'"),
        ("R&D", "bare '&'"),
        ("&nbsp;", "bare '&'"),
        ("<b>x", "<b> is never closed"),
        ("x</b>", "</b> closes nothing"),
        ("<b><i>x</b></i>", "</b> closes <i>"),
        ("<p>x</p>", "<p> is not allowed"),
        ("<br>", "<br> is not allowed"),
        ("<a>x</a>", "has attributes that are not allowed, or lacks one"),
        ('<a href="">x</a>', "has attributes that are not allowed, or lacks one"),
        ('<b class="x">x</b>', "has attributes that are not allowed, or lacks one"),
        ("<blockquote>x<blockquote>y</blockquote></blockquote>", "<blockquote> inside itself"),
        ("<code><b>x</b></code>", "<b> inside <code>"),
        ("<i>a</i>" * 101, "101 formatted pieces"),
    ],
)
def test_finds_what_telegram_refuses_in_a_text(text: str, fault: str) -> None:
    assert any(fault in found for found in faults_of(message(text))), faults_of(message(text))


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        (keyboard([button(callback_data="")]), "callback data of 0 bytes"),
        (keyboard([button(callback_data="ü" * 33)]), "callback data of 66 bytes"),
        (keyboard([button(text=" ")]), "a button without words"),
        (keyboard([{"text": "Next"}]), "exactly one thing"),
        (keyboard([button(url="https://example.org")]), "exactly one thing"),
        (keyboard([button()] * 9), "9 buttons in a row"),
        (keyboard(*[[button()]] * 101), "101 buttons"),
        ("{", "no object"),
    ],
)
def test_finds_what_telegram_refuses_in_buttons(markup: Any, fault: str) -> None:
    assert any(fault in found for found in faults_of(message("x", reply_markup=markup)))


def test_takes_as_many_buttons_as_telegram() -> None:
    markup = keyboard(*[[button(callback_data="x" * 64)] * 8] * 12)
    assert faults_of(message("x", reply_markup=markup)) == []


@pytest.mark.parametrize(
    ("method", "given", "fault"),
    [
        ("sendMessage", {"text": "*x*", "parse_mode": "Markdown"}, "HTML only"),
        ("editMessageText", {"text": "<b>", "parse_mode": "HTML"}, "never closed"),
        ("sendDocument", {"caption": "x" * 1025}, "1025 units"),
        ("answerCallbackQuery", {"text": "x" * 201}, "201 characters"),
        ("sendChatAction", {"action": "thinking"}, "doesn't exist"),
        ("setMyCommands", {"commands": [{"command": "Who", "description": "x"}]}, "'Who'"),
        ("setMyCommands", {"commands": [{"command": "who", "description": ""}]}, "description"),
        ("setMyCommands", {"commands": [{"command": "who", "description": "x"}] * 101}, "101 commands"),
        ("setWebhook", {"secret_token": "with space"}, "secret_token"),
        ("answerInlineQuery", {"results": [{"id": "1"}, {"id": "1"}]}, "same id"),
        ("answerInlineQuery", {"results": [{"id": "x" * 65}]}, "65 bytes"),
        ("answerInlineQuery", {"results": [{"id": str(n)} for n in range(51)]}, "51 inline results"),
        ("answerInlineQuery", {"results": [], "next_offset": "x" * 65}, "next_offset"),
        (
            "answerInlineQuery",
            {"results": [{"id": "1", "input_message_content": {"message_text": "<b>", "parse_mode": "HTML"}}]},
            "never closed",
        ),
    ],
)
def test_finds_what_telegram_refuses_in_other_calls(method: str, given: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in faults_of({"method": method, "given": given}))


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendDocument", {"caption": "x" * 1024}),
        ("sendPhoto", {}),
        ("answerCallbackQuery", {}),
        ("answerCallbackQuery", {"text": "x" * 200}),
        ("sendChatAction", {"action": "typing"}),
        ("setMyCommands", {"commands": [{"command": "who", "description": "Who said it"}]}),
        ("setWebhook", {"url": "https://bot.example.org/hook", "secret_token": "a-b_c"}),
        ("answerInlineQuery", {"results": [{"id": "x" * 64}], "next_offset": "50"}),
        ("getUpdates", {"timeout": 10}),
    ],
)
def test_takes_other_calls_that_telegram_takes(method: str, given: dict[str, Any]) -> None:
    assert faults_of({"method": method, "given": given}) == []


def test_counts_and_shows_as_telegram_does() -> None:
    parsed = parse_html("<b>A&amp;B</b> <i>&lt;b&gt;</i> &#8212; 🌊")
    assert (parsed.text, parsed.entities, parsed.faults) == ("A&B <b> — 🌊", 2, ())
    assert units("🌊é") == 3


def test_every_tag_has_its_rule() -> None:
    assert set(ATTRIBUTES) == {
        *"b strong i em u ins s strike del span tg-spoiler a code pre blockquote".split()
    }  # custom emoji are left out: only paying bots may send them
