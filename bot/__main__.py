"""The composition root: the one place where the concrete parts meet."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # our products are small: more threads only slow them down

from bot import cli
from bot.config import Settings
from bot.crew import Limits
from bot.fetch import Web
from bot.intake import Workshop
from bot.reader import Reader

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.ports import Summarizer


class Parts:
    """Makes each part when a command asks for it, and loads its modules only then: a command starts faster so."""

    def workshop(self, settings: Settings, format: str, columns: Sequence[str] = ()) -> Workshop:
        """Reads with the limits of the settings, extracts with the default engine."""
        from bot.extract import LateEngine

        most, links = int(settings.reading.max_megabytes * 1_000_000), settings.links
        web = Web(links.user_agent, most, links.max_seconds, links.max_redirects)
        reader = Reader(format, most, web, (*settings.reading.columns, *columns))
        limits = Limits(settings.reading.max_seconds, settings.reading.max_memory_megabytes)
        return Workshop(reader, LateEngine(), settings.reading.workers, limits)

    def summarizer(self) -> Summarizer:
        """The default one."""
        from bot.summarize import TrainedSummarizer

        return TrainedSummarizer()

    def desk(self, settings: Settings, format: str = "auto", columns: Sequence[str] = ()) -> Desk:
        """Opens the archive, makes it where there is none."""
        from bot.answer import Responder
        from bot.desk import Desk
        from bot.search import Searcher
        from bot.store.sqlite import SqliteStore

        store = SqliteStore(settings.store.path, keep=settings.retention)
        responder = Responder(store, Searcher(store), self.summarizer())
        return Desk(store, responder, self.workshop(settings, format, columns))

    def service(self, settings: Settings) -> Callable[[Desk], int]:
        """Runs the Telegram bot; what its settings lack is told before an archive is opened."""
        import handlers

        handlers.check(settings.telegram)
        return lambda desk: handlers.run(desk, settings)


def main() -> None:
    """Entry point of the `onrecord` command."""
    cli.main(Parts())


if __name__ == "__main__":
    main()
