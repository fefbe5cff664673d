"""What Telegram itself refuses or spoils, found in the calls that a bot made.

No emulator of the Bot API checks these. Lengths are UTF-16 units after the markup is parsed, as Telegram counts.
Source of the rules: the Bot API's reference, "Formatting options", "Inline mode" and each method's parameters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

MOST_TEXT, MOST_CAPTION, MOST_TOAST = 4096, 1024, 200
"""UTF-16 units (toast: characters)."""
MOST_ENTITIES = 100
MOST_DATA = 64
"""Bytes of a button's callback data, of an inline result's id, of an inline answer's next offset."""
MOST_BUTTONS, MOST_BUTTONS_A_ROW = 100, 8
MOST_COMMANDS, MOST_DESCRIPTION = 100, 256
MOST_INLINE_RESULTS = 50

ATTRIBUTES = {
    **dict.fromkeys("b strong i em u ins s strike del code pre tg-spoiler".split(), re.compile("")),
    "a": re.compile(r' href="[^"<>]+"'),
    "span": re.compile(r' class="tg-spoiler"'),
    "blockquote": re.compile(r"( expandable)?"),
}
"""Each allowed tag with the attributes that it may (or must) have. "code" in "pre" may name its language."""
LANGUAGE = re.compile(r' class="language-[^"<>]+"')
PLAIN_INSIDE = {"code", "pre"}
"""Tags that hold no other formatting ("code" in "pre" apart)."""
ACTIONS = set(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)
BUTTON_KINDS = set(
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay".split()
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>[^<>]*)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


@dataclass(frozen=True)
class Parsed:
    """A text as Telegram would show it."""

    text: str
    entities: int
    faults: tuple[str, ...]


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> Parsed:
    """The text without its markup, how many pieces are formatted, and what is wrong with the markup."""
    faults: list[str] = []
    shown: list[str] = []
    opened: list[str] = []
    entities = place = 0
    for match in _TAG.finditer(source):
        shown.append(_characters(source[place : match.start()], faults))
        place = match.end()
        entities += not match["end"]
        _step(match, opened, faults)
    shown.append(_characters(source[place:], faults))
    faults += [f"<{name}> is never closed" for name in opened]
    return Parsed("".join(shown), entities, tuple(faults))


def _characters(source: str, faults: list[str]) -> str:
    bare = _ENTITY.sub("", source)
    faults += [f"bare {mark!r} in {source[:60]!r}" for mark in "<&" if mark in bare]
    return unescape(source)


def _step(match: re.Match[str], opened: list[str], faults: list[str]) -> None:
    """Open or close a tag."""
    name = match["name"].lower()
    if match["end"]:
        if not opened or opened[-1] != name:
            faults.append(f"</{name}> closes {f'<{opened[-1]}>' if opened else 'nothing'}")
        elif match["attributes"].strip():
            faults.append(f"</{name}> has attributes")
        if name in opened:
            del opened[opened.index(name) :]
        return
    code_of_pre = name == "code" and opened[-1:] == ["pre"]
    allowed = ATTRIBUTES.get(name)
    if allowed is None:
        faults.append(f"<{name}> is not allowed")
    elif not allowed.fullmatch(match["attributes"]) and not (code_of_pre and LANGUAGE.fullmatch(match["attributes"])):
        faults.append(f"{match.group()} has attributes that are not allowed, or lacks one")
    if name in opened:
        faults.append(f"<{name}> inside itself")
    if PLAIN_INSIDE & set(opened) and not code_of_pre:
        faults.append(f"<{name}> inside <{opened[-1]}>")
    opened.append(name)


def faults_of(call: Mapping[str, Any]) -> list[str]:
    """What Telegram would refuse or spoil in one recorded call; an empty list if nothing."""
    given = call["given"]
    check = CHECKS.get(call["method"])
    found = list(check(given)) if check else []
    if "reply_markup" in given:
        found += _markup(given["reply_markup"])
    return found


def _formatted(given: Mapping[str, Any], field: str, least: int, most: int) -> Iterator[str]:
    source = given.get(field) or ""
    mode = given.get("parse_mode")
    if mode not in (None, "HTML"):
        yield f"parse_mode {mode!r}: this project writes HTML only"
    parsed = parse_html(source) if mode == "HTML" else Parsed(source, len(given.get("entities") or ()), ())
    yield from parsed.faults
    length = units(parsed.text.strip())
    if not least <= length <= most:
        yield f"{field} of {length} units; {least} to {most} are allowed"
    if parsed.entities > MOST_ENTITIES:
        yield f"{parsed.entities} formatted pieces; {MOST_ENTITIES} are allowed"
    if any("\ud800" <= character <= "\udfff" for character in source):
        yield "half a surrogate pair"


def _text(given: Mapping[str, Any]) -> Iterator[str]:
    yield from _formatted(given, "text", 1, MOST_TEXT)


def _caption(given: Mapping[str, Any]) -> Iterator[str]:
    yield from _formatted(given, "caption", 0, MOST_CAPTION)


def _markup(markup: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(markup, Mapping):
        yield f"reply_markup is no object: {markup!r}"
        return
    rows = markup.get("inline_keyboard", [])
    if sum(map(len, rows)) > MOST_BUTTONS:
        yield f"{sum(map(len, rows))} buttons; {MOST_BUTTONS} are allowed"
    for row in rows:
        if len(row) > MOST_BUTTONS_A_ROW:
            yield f"{len(row)} buttons in a row; {MOST_BUTTONS_A_ROW} are allowed"
        for button in row:
            yield from _button(button)


def _button(button: Mapping[str, Any]) -> Iterator[str]:
    if not button.get("text", "").strip():
        yield "a button without words"
    if len(BUTTON_KINDS & set(button)) != 1:
        yield f"button {button.get('text')!r} must do exactly one thing"
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MOST_DATA:
        yield f"callback data of {len(data.encode())} bytes; 1 to {MOST_DATA} are allowed"


def _toast(given: Mapping[str, Any]) -> Iterator[str]:
    if len(given.get("text") or "") > MOST_TOAST:
        yield f"toast of {len(given['text'])} characters; {MOST_TOAST} are allowed"


def _commands(given: Mapping[str, Any]) -> Iterator[str]:
    commands = given.get("commands", [])
    if len(commands) > MOST_COMMANDS:
        yield f"{len(commands)} commands; {MOST_COMMANDS} are allowed"
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            yield f"command {command['command']!r}: 1 to 32 of a-z, 0-9 and _ are allowed"
        if not 1 <= len(command["description"]) <= MOST_DESCRIPTION:
            yield f"command {command['command']!r}: a description has 1 to {MOST_DESCRIPTION} characters"


def _action(given: Mapping[str, Any]) -> Iterator[str]:
    if given.get("action") not in ACTIONS:
        yield f"action {given.get('action')!r} doesn't exist"


def _webhook(given: Mapping[str, Any]) -> Iterator[str]:
    if not _SECRET.fullmatch(given.get("secret_token") or ""):
        yield "secret_token: up to 256 of A-Z, a-z, 0-9, _ and - are allowed"


def _inline(given: Mapping[str, Any]) -> Iterator[str]:
    results = given.get("results", [])
    ids = [str(result.get("id", "")) for result in results]
    if len(results) > MOST_INLINE_RESULTS:
        yield f"{len(results)} inline results; {MOST_INLINE_RESULTS} are allowed"
    if len(set(ids)) != len(ids):
        yield "inline results with the same id"
    yield from (f"inline id of {len(one.encode())} bytes" for one in ids if not 1 <= len(one.encode()) <= MOST_DATA)
    if len(str(given.get("next_offset") or "").encode()) > MOST_DATA:
        yield f"next_offset over {MOST_DATA} bytes"
    for result in results:
        content = result.get("input_message_content", {})
        if "message_text" in content:
            yield from _text({**content, "text": content["message_text"]})
        yield from _markup(result.get("reply_markup", {}))


CHECKS: dict[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "sendMessage": _text,
    "editMessageText": _text,
    "sendPhoto": _caption,
    "sendDocument": _caption,
    "editMessageCaption": _caption,
    "answerCallbackQuery": _toast,
    "setMyCommands": _commands,
    "sendChatAction": _action,
    "setWebhook": _webhook,
    "answerInlineQuery": _inline,
}
"""The check of each method that can go wrong."""
