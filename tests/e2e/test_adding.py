"""Adding articles in the chat: what operators send, what they are shown, what they decide; nobody else can."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.e2e.client import Bot, Shown, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

ADMIN = 77
STORY = """Politics

Orvik closes its tannery after {years} years

Orvik, Mar 3 (AFP) - The tannery on the Lenne will close in June, its director said Monday.

“We have no hides left to tan and no water left to spoil,” director Runa Ostheim said at the gate.

Mayor Pelle Vantor said he would not shed a tear. “The river has waited longer than any of us,” Vantor said.

{more}
"""
GIVEN_BACK = (
    "The works opened in the year of the great flood and gave work to half of the valley for three generations."
)
CHANNEL = {"id": -100500, "type": "channel", "title": "Lenne Valley Wire", "username": "lennewire"}


def story(years: int = 140, more: str = GIVEN_BACK) -> str:
    return STORY.format(years=years, more=more)


@pytest.fixture(scope="module")
def bot(module_bots: Bots) -> Bot:
    """A bot with an operator and a folder."""
    folder = module_bots.folder / "press"
    folder.mkdir()
    (folder / "one.txt").write_text(story(11), encoding="utf-8")
    return module_bots(TELEGRAM__ADMINS=ADMIN, READING__FOLDERS=folder).start()


@pytest.fixture
def admin(bot: Bot) -> User:
    return User(bot, id=ADMIN)


def shown_after_reading(user: User, of: str) -> Shown:
    """The draft that takes the place of the message that says what is read."""
    status = user.reply()
    assert status.text.startswith("Reading")
    assert of in status.text
    draft = user.reply()
    assert draft.method == "editMessageText"
    assert draft.id == status.id
    return draft


def pasted(admin: User, years: int) -> Shown:
    admin.say(story(years))
    return shown_after_reading(admin, "the text")


def test_a_pasted_article_is_shown_and_kept(admin: User) -> None:
    draft = pasted(admin, 140)
    for understood in ("Orvik closes its tannery after 140 years", "Orvik, 3 March", "AFP", "Runa Ostheim (",
                       "Pelle Vantor (", "statements", "Not on record yet"):  # fmt: skip
        assert understood in draft.text
    assert list(draft.buttons) == ["Keep", "Discard", "Fix headline"]
    assert "Not on record" in admin.ask("/who no hides left to tan after").text
    admin.tap(draft, draft.buttons["Keep"])
    kept = admin.reply()
    assert kept.id == draft.id
    assert kept.text.startswith("Kept, and on record now: Orvik closes its tannery after 140 years")
    assert "Runa Ostheim" in admin.press(kept, "Quotes").text


def test_a_discarded_draft_is_gone(admin: User) -> None:
    draft = pasted(admin, 150)
    assert admin.press(draft, "Discard").text == "Discarded."
    for label in ("Keep", "Discard", "Fix headline"):
        assert "decided on already" in admin.toast(admin.tap(draft, draft.buttons[label]))
    assert "150 years" not in admin.ask("/articles").text


def test_the_headline_can_be_put_right(admin: User) -> None:
    draft = pasted(admin, 160)
    asked = admin.press(draft, "Fix headline")
    assert asked.method == "sendMessage"
    mended = admin.ask("Tannery on the <Lenne> shuts & moves")
    assert mended.text.startswith("Tannery on the <Lenne> shuts & moves")
    assert "Tannery on the <Lenne>" in admin.press(mended, "Keep").text
    assert "Tannery on the <Lenne> shuts & moves" in admin.ask("/articles tannery shuts moves").text


def test_a_command_leaves_the_headline_as_it_is(admin: User) -> None:
    draft = pasted(admin, 170)
    admin.press(draft, "Fix headline")
    assert "/who <words>" in admin.ask("/help who").text
    assert "Kept" not in admin.ask("Another headline").text
    assert "170 years" in admin.press(draft, "Keep").text


def test_a_long_text_that_telegram_cut_is_one_article(admin: User) -> None:
    text = story(180, "\n\n".join([GIVEN_BACK] * 60) + "\n\n“It ends here,” Vantor said.")
    assert len(text) > 4096
    admin.say(text[:4096])
    admin.say(text[4096:])
    draft = shown_after_reading(admin, "the text")
    assert "180 years" in draft.text
    admin.press(draft, "Keep")
    assert "Pelle Vantor" in admin.ask("/who it ends here").text


NAMES = ("tannery.txt", "../../tannery<b>.txt", "..\\x", "/etc/passwd", "名.html", "n" * 300, "")


@pytest.mark.parametrize(("years", "name"), list(enumerate(NAMES, 200)))
def test_a_files_name_is_no_path(bot: Bot, admin: User, years: int, name: str) -> None:
    before = set(Path(bot.folder).rglob("*"))
    admin.upload(name, story(years).encode())
    draft = shown_after_reading(admin, "Reading")
    assert "Orvik closes its tannery" in draft.text
    assert admin.press(draft, "Keep").text.startswith("Kept")
    assert {path.name for path in set(Path(bot.folder).rglob("*")) - before} <= {"archive.sqlite-wal"}


def test_what_is_on_record_is_no_draft(admin: User) -> None:
    admin.press(pasted(admin, 190), "Keep")
    admin.say(story(190))
    draft = shown_after_reading(admin, "the text")
    assert "on record already" in draft.text
    assert not draft.buttons


def test_files_of_an_album_are_read_one_by_one(admin: User) -> None:
    for number in range(3):
        admin.upload(f"part{number}.txt", story(300 + number).encode(), media_group_id="album-1")
    drafts = [shown_after_reading(admin, f"part{number}.txt ({number + 1} of 3)") for number in range(3)]
    assert [f"{300 + number} years" in draft.text for number, draft in enumerate(drafts)] == [True] * 3
    assert "301 years" in admin.press(drafts[1], "Keep").text


def test_a_file_of_many_articles_is_one_draft(admin: User) -> None:
    lines = "\n".join(
        f'{{"headline": "Lenne day {n}", "text": "“Day {n} is dry,” said Runa Ostheim."}}' for n in range(12)
    )
    admin.upload("days.jsonl", lines.encode())
    draft = shown_after_reading(admin, "days.jsonl")
    assert draft.text.startswith("12 articles")
    assert "and 2 more" in draft.text
    assert list(draft.buttons) == ["Keep all", "Discard all"]
    assert "12 articles" in admin.press(draft, "Keep all").text


def test_a_forwarded_post_keeps_its_origin(admin: User) -> None:
    text = f"{GIVEN_BACK} {GIVEN_BACK}\n\n“The last vat was emptied on Friday,” Runa Ostheim said."
    origin = {"type": "channel", "date": 1_700_000_000, "chat": CHANNEL, "message_id": 12}
    admin.send(text=text, forward_origin=origin)
    draft = shown_after_reading(admin, "the text")
    assert "Lenne Valley Wire" in draft.text
    admin.press(draft, "Keep")
    told = admin.ask("/who the last vat was emptied")
    assert "Lenne Valley Wire" in told.text
    assert "https://t.me/lennewire/12" in told.source


def test_add_takes_text_and_answers(admin: User) -> None:
    admin.say(f"/add {story(401)}")
    assert "401 years" in shown_after_reading(admin, "the text").text
    file = {"message_id": 5, "date": 1, "chat": admin.chat, "from": admin.sender,
            "document": admin.file("b.txt", story(402).encode())}  # fmt: skip
    admin.say("/add", reply_to_message=file)
    assert "402 years" in shown_after_reading(admin, "b.txt").text
    assert "/add" in admin.ask("/add").text
    admin.say("/add http://127.0.0.1:9/story")
    assert shown_after_reading(admin, "http://127.0.0.1:9/story").text.startswith("Not read: ")


@pytest.mark.parametrize("claimed", [20 * 1024 * 1024 + 1, 3_000_000_000])
def test_a_file_that_is_too_large_is_not_fetched(bot: Bot, admin: User, claimed: int) -> None:
    admin.send(document=admin.file("big.txt", b"x", file_size=claimed))
    assert "big.txt is too large: files of up to 20" in shown_after_reading(admin, "big.txt").text
    assert not [call for call in bot.made("getFile") if call["at"] > admin.bot.made("sendMessage")[-1]["at"]]


@pytest.mark.parametrize(("name", "data"), [("empty.txt", b""), ("noise.bin", bytes(range(256)) * 40)])
def test_what_cannot_be_read_is_told_with_its_reason(admin: User, name: str, data: bytes) -> None:
    admin.upload(name, data)
    assert shown_after_reading(admin, name).text.startswith("Not read: ")


def test_a_file_that_cannot_be_fetched_is_told(bot: Bot, admin: User) -> None:
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: wrong file_id or the file is unavailable"}
    bot.fail("getFile", status=400, body=refusal)
    admin.upload("lost.txt", story().encode())
    assert "lost.txt could not be fetched" in shown_after_reading(admin, "lost.txt").text


def test_remove_asks_first(admin: User) -> None:
    admin.press(pasted(admin, 501), "Keep")
    asked = admin.ask("/remove tannery after 501 years")
    assert "Orvik closes its tannery after 501 years" in asked.text
    removed = admin.press(asked, "Remove")
    assert removed.text.startswith("Off the record: Orvik closes its tannery after 501 years")
    assert removed.text.split(": ")[1] not in admin.ask("/articles after 501 years").text
    assert "No article like that" in admin.toast(admin.tap(asked, next(iter(asked.buttons.values()))))


def test_reload_loads_the_operators_folders(bot: Bot, admin: User) -> None:
    status = admin.ask("/reload")
    told = admin.reply()
    assert told.id == status.id
    assert told.text.startswith("Loaded: ")
    (bot.folder.parent / "press" / "two.txt").write_text(story(12), encoding="utf-8")
    admin.ask("/reload")
    assert "1 new, 1 unchanged" in admin.reply().text


def test_nobody_else_can_add_or_remove(bot: Bot, admin: User) -> None:
    draft = pasted(admin, 601)
    stranger = User(bot)
    for text in (f"/add {story(602)}", "/remove 1", "/reload", "/keep 0123456789ab", "/discard x", "/headline x"):
        assert "Only the operators" in stranger.ask(text).text
    for label in draft.buttons:
        assert "Only the operators" in stranger.toast(stranger.tap(draft, draft.buttons[label]))
    stranger.upload("mine.txt", story(603).encode())
    assert "only read text" in stranger.reply().text
    assert "too long" in stranger.ask(story(604, GIVEN_BACK * 8)).text
    assert "Kept" in admin.press(draft, "Keep").text


def test_a_draft_outlives_a_restart(bots: Bots) -> None:
    bot = bots(TELEGRAM__ADMINS=ADMIN).start()
    admin = User(bot, id=ADMIN)
    draft, other = pasted(admin, 701), pasted(admin, 702)
    admin.press(other, "Fix headline")
    bot.stop(signal.SIGKILL)
    bot.start()
    assert "701 years" in admin.press(draft, "Keep").text
    assert "A new headline" in admin.ask("A new headline").text
