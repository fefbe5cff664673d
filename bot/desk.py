"""The desk: the one thing that the faces (Telegram, terminal, shell) talk to. Blocking; safe from any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path

from bot.answer import COMMANDS, Command, Responder
from bot.compose import compose, example, snippets
from bot.fetch.links import is_link
from bot.following import Following
from bot.intake import Workshop
from bot.language import ENGLISH, Language
from bot.model import (
    Answer,
    ArticleRef,
    Button,
    Census,
    Failure,
    Guest,
    Memory,
    Parsed,
    Person,
    Receipt,
    Reply,
    Ruling,
    Snippet,
    State,
    Status,
    input_of,
)
from bot.newsroom import Newsroom
from bot.ports import Guestbook, Store
from bot.reader import Reading
from bot.studio import attachment

PRESS = "p"
"""First field of a button's data: "p:<message id>:<page>", the page empty where the answer chooses it."""

SAMPLE = "sample:"
"""How the origin of a sample article begins."""
MOST_SAMPLES = 100
WITHDRAWN = "was withdrawn by its publisher; it is not to be used"
GONE = "withdrawn by its publisher: the article is no longer on record"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message answered: what was found, and how it is put."""

    answer: Answer
    reply: Reply


class Desk:
    """Loads articles into the archive and answers messages from it."""

    commands: tuple[Command, ...] = COMMANDS

    def __init__(self, store: Store, responder: Responder, workshop: Workshop) -> None:
        """The parts are made at the composition root; the desk closes store and workshop."""
        self._store, self._responder, self._workshop = store, responder, workshop
        self._samples_gone = False
        self.following = Following(store.follows, responder)
        self.newsroom = Newsroom(store, store.drafts, workshop, self._drop_samples)

    # --- writing

    def ingest(self, paths: Iterable[str]) -> Iterator[Receipt]:
        """Load files and folders; one receipt an article, in order. A bad input never stops the rest.

        The sample articles make room for the first article of one's own.
        """
        ledger = self._store.ledger
        failures = {failure.path for failure in ledger.failures()}
        for receipt in self._load(paths):
            if receipt.state is State.NEW:
                self._drop_samples()
            if receipt.error and _can_be_tried_again(receipt.path):
                ledger.failed(input_of(receipt.path), receipt.error)
            elif not receipt.error and receipt.path in failures:
                ledger.settled(receipt.path)
            yield receipt

    def failures(self) -> list[Failure]:
        """The inputs that couldn't be loaded and are still there; those that are gone are forgotten."""
        ledger = self._store.ledger
        for failure in ledger.failures():
            if not _can_be_tried_again(failure.path):
                ledger.settled(failure.path)
        return ledger.failures()

    def load_samples(self) -> int:
        """Load the sample articles if the archive is empty; how many there are now because of that."""
        if self._store.census().articles:
            return 0
        with as_file(files("seeds")) as folder:
            paths = sorted(str(path) for path in folder.glob("*.txt"))
            receipts = list(self._load(paths, lambda path: SAMPLE + Path(path).name))
        return sum(receipt.error is None for receipt in receipts)

    def _load(self, paths: Iterable[str], called: Callable[[str], str] = str) -> Iterator[Receipt]:
        """Load inputs under the names that `called` gives them in the archive."""

        def named(parsed: Parsed) -> Parsed:
            return replace(parsed, path=called(parsed.path))

        runs = self._workshop.run(paths, wanted=lambda parsed: self._store.known(named(parsed)) is None)
        for reading, extractions in runs:
            if reading.error is not None:
                yield self._without(reading)
            for parsed, extraction in zip(map(named, reading.parsed), extractions, strict=True):
                known = self._store.known(parsed) if extraction is None else None
                if self._store.ledger.is_withdrawn(parsed.article):
                    yield Receipt(parsed.path, error=WITHDRAWN)
                elif known is not None:
                    yield known
                elif extraction is not None:
                    yield self._store.add(parsed, extraction)

    def _without(self, reading: Reading) -> Receipt:
        """The receipt of an input without an article; where that is because it was withdrawn, so is what is stored."""
        gone = self._store.ledger.withdraw(reading.withdrawn) if reading.withdrawn else None
        if gone is None:
            return Receipt(reading.path, error=reading.error)
        return Receipt(reading.path, State.UPDATED, gone, note=GONE)

    def _drop_samples(self) -> None:
        if self._samples_gone:
            return
        for article in self._store.articles(limit=MOST_SAMPLES):
            if (article.path or "").startswith(SAMPLE):
                self._store.remove(article.id)
        self._samples_gone = True

    # --- reading

    def ask(self, message: str, chat: str | None = None, page: int | None = None, say: Language = ENGLISH) -> Turn:
        """Answer one message, in the language that is given.

        `chat` names the conversation whose memory is used and kept (None: no memory).
        """
        memory = self._store.memory(chat) if chat else Memory()
        answer, after = self._responder.answer(message, memory)
        if chat and after != memory and answer.status is not Status.ERROR:
            self._store.keep_memory(chat, after)
        return Turn(answer, replace(compose(answer, page, say), attachment=attachment(say, answer)))

    def pick(self, words: str, say: Language = ENGLISH) -> list[Snippet]:
        """Statements to paste for words, or for "speaker: topic"; for no words, examples of what can be typed."""
        if not words.strip():
            tried = [choice.message for choice in self._responder.answer("/start")[0].choices]
            answers = [(one.partition(" ")[2], self._responder.answer(one)[0]) for one in tried]
            return [one for typed, answer in answers for one in example(say, typed, answer)]
        asked = (f"/quote {words}",) if ":" in words and not words.startswith("/") else ()
        for message in (*asked, words):
            found = snippets(say, self._responder.answer(message)[0])
            if found:
                return found
        return []

    def data_of(self, button: Button, chat: str = "") -> str:
        """A button's data: at most 64 bytes, and good for long, restarts included. `chat` is where it is shown."""
        page = "" if button.page is None else button.page
        return f"{PRESS}:{self._store.remember(button.message, chat)}:{page}"

    def press(self, data: str, chat: str | None = None, say: Language = ENGLISH) -> Turn | None:
        """Answer a pressed button by its data; None if no button of ours has such data (any more)."""
        meant = self.meant(data)
        return None if meant is None else self.ask(meant.message, chat, meant.page, say)

    def meant(self, data: str) -> Button | None:
        """The button of some data, without its label; None if no button of ours has such data (any more)."""
        kind, _, rest = data.partition(":")
        message_id, _, page = rest.partition(":")
        if kind != PRESS or (page and not (page.isascii() and page.isdigit() and len(page) <= 4)):
            return None
        message = self._store.recall(message_id)
        return None if message is None else Button("", message, int(page) if page else None)

    def find_articles(self, words: str, chat: str) -> list[ArticleRef]:
        """The articles that words may mean in a conversation; one where it is clear."""
        return self._responder.articles(words, self._store.memory(chat))

    # --- people

    def people(self, name: str | None = None, limit: int | None = None) -> list[Person]:
        """Everybody with a quote, most quoted first, or everybody of one very name."""
        return self._store.people(limit) if name is None else self._store.people_named(name)

    def merge_people(self, name: str, other: str) -> bool:
        """Take two names for one person's from now on; False if either isn't just one person's."""
        return self._store.merge_people(name, other)

    def split_person(self, name: str) -> bool:
        """Let a name stand for itself from now on; False if it does already, or isn't just one person's."""
        return self._store.split_person(name)

    def rulings(self) -> list[Ruling]:
        """What was merged and split and is in force."""
        return self._store.rulings()

    # --- those who ask

    @property
    def guests(self) -> Guestbook:
        """What is kept of those who ask."""
        return self._store.guests

    def greet(self, update_id: int, person: str, chat: str) -> Guest | None:
        """Who is behind an update; None where it was seen before. `chat` is whose settings count: a chat's name."""
        if self._store.seen_update(update_id):
            return None
        own = self.guests.settings(person)
        there = own if chat == person else self.guests.settings(chat)
        return Guest(own, there, self.guests.admitted(person))

    def census(self) -> Census:
        """How much is on record."""
        return self._store.census()

    def close(self) -> None:
        """Close the archive, and end the processes that read."""
        self._workshop.close()
        self._store.close()


def _can_be_tried_again(path: str) -> bool:
    """Whether an input may be there at another time: a link, or a file that exists."""
    return is_link(path) or Path(input_of(path)).is_file()
