"""How quick and how steady the bot is: `python -m bench.soak [--archive FILE] [--minutes 10]`.

On an archive of 100,000 quotes (made by `bench.archive`, or the file given, which is copied first):

- own time: updates one by one through the whole bot, in this process, with a Telegram that answers at once; from the
  moment an update comes in until the bot calls Telegram with its answer, on the clock and as time of the processor;
- soak: the bot as a process of its own before the Bot API emulator, 50 chats at once, 20 updates a second: what was
  lost, what came out of order, how long answers took, the emulator's time included, and how its memory grew after a
  warm-up of a fifth of the time.

Prints the figures and keeps them in results/soak.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, perf_counter, process_time, sleep
from typing import Any

from bench import archive
from bot.__main__ import Parts
from bot.config import Settings, StoreSettings, TelegramSettings
from bot.desk import Desk
from handlers.app import build
from tests.e2e.client import Bot, Emulator
from tests.handlers.fakes import TOKEN, Telegram

KEPT = Path(__file__).parent / "results" / "soak.json"
QUOTES = 100_000
UPDATES, WARM_UP = 800, 50
"""Measured one by one, after so many that aren't."""
CHATS, RATE = 50, 20
"""At once; updates a second in all."""
MARK = "zq{}x"
"""A word that is not on record, so that the reply repeats it: it tells which message was answered."""
SAMPLE = 5.0
"""Seconds between two looks at the memory."""
DRAIN = 120.0
"""Seconds that the last answers may take."""

Memory = list[tuple[float, int]]
"""Bytes, each with the seconds since the beginning."""
Sent = dict[int, list[tuple[float, int]]]
"""Of each user, the messages: when (milliseconds since 1970), and the how many-th."""


def questions(desk: Desk, seed: int = 5) -> Iterator[str]:
    """Messages as people send them, for ever: of speakers, words and articles that are on record, and of none."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    people = [person.name for person in desk.people(limit=300)]
    told = [result for name in people[:40] for result in desk.ask(f"/quote {name}").answer.results]
    words = [word for result in told for word in result.text.split() if len(word) > 5 and word.isalpha()]
    for number in count():
        said = dice.choice(told).text.split()
        start = dice.randrange(max(1, len(said) - 5))
        yield from (
            f"/who {' '.join(said[start : start + 6])}",
            f"/quote {dice.choice(people)} about {dice.choice(words)}",
            f"what did {dice.choice(people)} say about {dice.choice(words)}?",
            f"/quote {dice.choice(people)}",
            f"/articles {dice.choice(words)}",
            f"/quotes {number % 8 + 1}",
            dice.choice(("/people", "/articles", "/help", "/start")),
            f"/check “{' '.join(said[start : start + 8])}”",
        )


# --- own time


async def own_time(desk: Desk) -> dict[str, float]:
    """Milliseconds for each of `UPDATES`: of the clock, and of the processor."""
    telegram = Telegram()
    settings = Settings(telegram=TelegramSettings(token=TOKEN, rate_per_minute=600, burst=100))
    app = build(desk, settings, telegram, telegram)
    await app.initialize()
    await app.start()
    clock, processor = [], []
    for number, text in enumerate(islice(questions(desk), WARM_UP + UPDATES)):
        before, began, worked = len(telegram.made("sendMessage")), perf_counter(), process_time()
        app.update_queue.put_nowait(_update(app, number, text))
        while len(telegram.made("sendMessage")) == before:
            telegram.called.clear()
            await telegram.called.wait()
        if number >= WARM_UP:
            clock.append(1000 * (perf_counter() - began))
            processor.append(1000 * (process_time() - worked))
        await app.update_queue.join()
        telegram.calls.clear()
    await app.stop()
    await app.shutdown()
    return {**_spread("clock", clock), **_spread("processor", processor)}


def _update(app: Any, number: int, text: str) -> Any:
    from telegram import Update

    user = {"id": 1000 + number, "is_bot": False, "first_name": "Ida"}  # each in a chat of its own: no pace to keep
    message = {"message_id": number, "date": 1, "chat": {**user, "type": "private"}, "from": user, "text": text}
    return Update.de_json({"update_id": number, "message": message}, app.bot)


def _spread(name: str, values: Sequence[float]) -> dict[str, float]:
    cuts = quantiles(values, n=100)
    return {
        f"{name} p50": round(median(values), 1),
        f"{name} p99": round(cuts[98], 1),
        f"{name} max": round(max(values), 1),
    }


# --- soak


def soak(path: Path, asked: Iterator[str], seconds: float, rate: float) -> dict[str, Any]:
    """Let many chats talk at once to a bot of its own."""
    emulator = Emulator()
    bot = Bot(emulator, path.parent, STORE__PATH=path, TELEGRAM__ACCESS="open")
    bot.start()
    try:
        memory, sent = _talk(bot, asked, seconds, rate)
        calls = _answers(bot, sum(map(len, sent.values())))
    finally:
        status = bot.stop()
        emulator.close()
    return {**_compared(sent, calls), **_grown(memory, seconds), "exit status": status}


def _talk(
    bot: Bot, asked: Iterator[str], seconds: float, rate: float
) -> tuple[list[tuple[float, int]], dict[int, list[Any]]]:
    """Send messages at the rate; the memory (bytes) at each second looked, and what each chat sent, when."""
    began = monotonic()
    memory: Memory = []
    sent: Sent = {}
    for number in range(int(rate * seconds)):
        pause = began + number / rate - monotonic()
        if pause > 0:
            sleep(pause)
        user = 5000 + number % CHATS
        turn = len(sent.setdefault(user, []))
        text = f"/quote {MARK.format(turn)}" if turn % 2 else next(asked)
        person = {"id": user, "is_bot": False, "first_name": "Ida", "language_code": "en"}
        sent[user].append((1000 * time.time(), turn))
        bot.send(message={"from": person, "chat": {"id": user, "type": "private"}, "text": text})
        if not memory or monotonic() - began - memory[-1][0] >= SAMPLE:
            memory.append((monotonic() - began, _resident(bot)))
    return memory, sent


def _resident(bot: Bot) -> int:
    assert bot.process is not None
    pages = int(Path(f"/proc/{bot.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _answers(bot: Bot, expected: int) -> list[dict[str, Any]]:
    """All answers, once they have come or won't."""
    deadline = monotonic() + DRAIN
    while True:
        calls = bot.made("sendMessage", state="took")
        if len(calls) >= expected or monotonic() > deadline:
            return calls
        sleep(1.0)


def _compared(sent: Sent, calls: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What was lost or came out of order, and how long answers took (milliseconds, the emulator's time included)."""
    lost = disordered = 0
    waits: list[float] = []
    for user, messages in sent.items():
        answers = [call for call in calls if int(call["given"]["chat_id"]) == user]
        lost += max(0, len(messages) - len(answers))
        for (at, turn), answer in zip(messages, answers, strict=False):
            waits.append(answer["at"] - at)
            disordered += turn % 2 and MARK.format(turn) not in answer["given"]["text"]
    return {
        "updates": sum(map(len, sent.values())),
        "lost": lost,
        "out of order": disordered,
        **_spread("answer", waits),
    }


def _grown(memory: Memory, seconds: float) -> dict[str, float]:
    """Megabytes after the warm-up and at the end, and the share by which they differ."""
    warm, span = seconds / 5, seconds / 10
    first = median(size for at, size in memory if warm <= at <= warm + span)
    last = median(size for at, size in memory if at >= seconds - span)
    return {"megabytes": round(first / 1e6, 1), "megabytes at the end": round(last / 1e6, 1),
            "growth": round(last / first - 1, 4)}  # fmt: skip


def main() -> int:
    """Measure all."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--archive", type=Path)
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--rate", type=float, default=RATE, help="updates a second")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite"
        if given.archive:
            shutil.copy(given.archive, path)
        else:
            archive.build(path, QUOTES)
        desk = Parts().desk(Settings(store=StoreSettings(path=path)))
        figures: dict[str, Any] = {"quotes": desk.ask("/start").answer.facts["quotes"]}
        figures["own time, ms"] = asyncio.run(own_time(desk))
        print(json.dumps(figures, indent=1), flush=True)
        figures["load"] = round(os.getloadavg()[0], 1)
        talk = soak(path, questions(desk, 7), 60 * given.minutes, given.rate)
        figures["soak"] = {"minutes": given.minutes, "updates a second": given.rate, **talk}
        desk.close()
    print(json.dumps(figures, indent=1))
    KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
