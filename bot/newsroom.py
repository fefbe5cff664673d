"""The newsroom: what people send to be put on record, read, shown to them, and kept or discarded as they decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.intake import Workshop
from bot.model import Draft, Drafted, Parsed, Receipt, State
from bot.ports import Drafts, Store
from bot.text import tokens_of

CHAT = "chat"
"""The path of what was sent without a name of its own."""
MOST_HEADLINE = 300
"""Characters."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Upload:
    """What somebody sent. Its name is shown and kept, and never used as a path."""

    data: bytes
    name: str = ""
    """The file's, as they called it; empty: it is text."""
    source: str | None = None
    """Where a forwarded post comes from: its outlet, where the post itself names none."""
    url: str | None = None
    """Its link."""
    published: str | None = None
    """ISO 8601."""
    link: str | None = None
    """What is to be loaded instead of the data."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of an upload: a draft to decide on, what of it is on record already, and what couldn't be read."""

    draft: Draft | None = None
    known: tuple[Receipt, ...] = ()
    errors: tuple[str, ...] = ()


class Newsroom:
    """Takes uploads and turns those that are kept into articles on record. Blocking; safe from any thread."""

    def __init__(
        self, store: Store, drafts: Drafts, workshop: Workshop, make_room: Callable[[], None] = lambda: None
    ) -> None:
        """`make_room` is called when an article of one's own has come on record."""
        self._store, self._drafts, self._workshop, self._make_room = store, drafts, workshop, make_room

    @property
    def most_bytes(self) -> int:
        """Larger uploads are refused."""
        return self._workshop.reader.max_bytes

    def read(self, upload: Upload, owner: str) -> Proof:
        """Read an upload into a draft of its own."""
        items: list[Drafted] = []
        known: list[Receipt] = []
        errors: list[str] = []
        for one in self._read(upload):
            receipt = self._store.known(one.parsed) if isinstance(one, Drafted) else None
            if isinstance(one, str):
                errors.append(one)
            elif receipt is not None:
                known.append(receipt)
            else:
                items.append(one)
        return Proof(self._drafts.keep(owner, items) if items else None, tuple(known), tuple(errors))

    def draft(self, draft_id: str) -> Draft | None:
        """The draft of an id; None where it was decided on, or is too old."""
        return self._drafts.get(draft_id)

    def keep(self, draft_id: str) -> list[Receipt] | None:
        """Put a draft on record; None where it is gone. It is dropped afterwards: doing both twice changes nothing."""
        draft = self._drafts.get(draft_id)
        if draft is None:
            return None
        receipts = [self._store.add(one.parsed, one.extraction) for one in draft.items]
        if any(one.state is State.NEW for one in receipts):
            self._make_room()
        self._drafts.drop(draft_id)
        return receipts

    def discard(self, draft_id: str) -> bool:
        """Forget a draft; False where it is gone."""
        return self._drafts.drop(draft_id)

    def ask_headline(self, draft_id: str, owner: str) -> bool:
        """Take the owner's next words for the draft's headline; False where it is gone, or holds several articles."""
        draft = self._drafts.get(draft_id)
        if draft is None or len(draft.items) != 1:
            return False
        return self._drafts.change(replace(draft, owner=owner, asks_headline=True))

    def headline(self, owner: str, words: str) -> Draft | None:
        """Give the draft that waits for it the owner's words as its headline; None where none waits."""
        draft = self._drafts.asking(owner)
        return self.retitle(draft.id, words) if draft else None

    def retitle(self, draft_id: str, words: str) -> Draft | None:
        """Give a draft of one article a headline; None where it is gone, holds several, or no word is in the words."""
        draft = self._drafts.get(draft_id)
        headline = " ".join(words.split())[:MOST_HEADLINE]
        if draft is None or len(draft.items) != 1 or not tokens_of(headline):
            return None
        (item,) = draft.items
        parsed = replace(item.parsed, article=replace(item.parsed.article, headline=headline))
        draft = replace(draft, items=(replace(item, parsed=parsed),), asks_headline=False)
        return draft if self._drafts.change(draft) else None

    def ask_no_more(self, owner: str) -> None:
        """Take the owner's next words for no headline."""
        draft = self._drafts.asking(owner)
        if draft:
            self._drafts.change(replace(draft, asks_headline=False))

    def remove(self, article_id: str) -> bool:
        """Take an article off the record; False if there was none."""
        return self._store.remove(article_id)

    def _read(self, upload: Upload) -> Iterator[Drafted | str]:
        """Each article, or why there is none. The file is ours: of its name only a harmless ending is used."""
        if upload.link:
            yield from self._run(upload.link)
            return
        with TemporaryDirectory(prefix="onrecord-") as folder:
            ending = _ENDING.search(upload.name) if upload.name else None
            path = Path(folder) / f"upload{ending[0].lower() if ending else '.txt'}"
            path.write_bytes(upload.data)
            for one in self._run(str(path)):
                yield one if isinstance(one, str) else replace(one, parsed=_named(one.parsed, upload, str(path)))

    def _run(self, path: str) -> Iterator[Drafted | str]:
        for reading, extractions in self._workshop.run([path]):
            if reading.error is not None:
                yield reading.error
            for parsed, extraction in zip(reading.parsed, extractions, strict=True):
                if extraction is not None:
                    yield Drafted(parsed, extraction)


def _named(parsed: Parsed, upload: Upload, path: str) -> Parsed:
    """The article under the name that it was sent with, and with what is known of a forwarded post."""
    article = parsed.article
    article = replace(
        article,
        provider=article.provider or upload.source,
        url=article.url or upload.url,
        published=article.published or upload.published,
    )
    number = parsed.path.removeprefix(path)
    return Parsed(article, f"{CHAT}: {shown_name(upload.name)}{number}" if upload.name else f"{CHAT}{number}")


def shown_name(name: str) -> str:
    """A file's name as it is shown: its last part, printable, not too long."""
    last = re.split(r"[/\\]", name)[-1]
    return "".join(character for character in last if character.isprintable()).strip()[-80:] or "file"
