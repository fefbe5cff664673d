"""The command line: onrecord chat | run | ask | ingest | extract | summarize | people."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from bot import contract, roll
from bot.config import Settings, load
from bot.errors import OnRecordError
from bot.intake import Workshop
from bot.language import LANGUAGES, SOURCE, language_of
from bot.model import Receipt, input_of
from bot.parse import FORMATS
from bot.reader import STDIN, walk
from bot.report import Report

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.ports import Summarizer

SOME_FAILED, UNUSABLE = 1, 2
"""Exit status: some inputs failed; wrong usage or configuration (nothing could be done)."""


class Parts(Protocol):
    """What the composition root makes for the commands, each only when a command needs it."""

    def workshop(self, settings: Settings, format: str, columns: Sequence[str] = ()) -> Workshop:
        """Reads and extracts inputs."""
        ...

    def summarizer(self) -> Summarizer:
        """Chooses summary sentences."""
        ...

    def desk(self, settings: Settings, format: str = "auto", columns: Sequence[str] = ()) -> Desk:
        """Opens the archive, makes it where there is none."""
        ...

    def service(self, settings: Settings) -> Callable[[Desk], int]:
        """Checks the settings, then gives what runs the Telegram bot until it is told to end; the exit status."""
        ...


@dataclass
class Context:
    """What all commands share."""

    parts: Parts
    config: Path | None = None

    def settings(self, store: Path | None = None) -> Settings:
        """The settings in force, with the archive that `--store` names."""
        settings = load(self.config)
        return replace(settings, store=replace(settings.store, path=store)) if store else settings


app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who said what, on the record: load news articles and ask about them.\n\n"
    "Start with `onrecord chat`: it talks to you here, about sample articles until you load your own with "
    "`onrecord ingest`. With a token from @BotFather, `onrecord run` talks in Telegram.",
)

people_app = typer.Typer(
    name="people",
    no_args_is_help=True,
    help="Who is taken for whom.\n\nNames of one person in several articles are put together by rules that rather "
    "miss one than take two for one. What you merge and split wins over them and is remembered.",
)
app.add_typer(people_app)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON Lines, one object an input, for programs.")]
StoreOption = Annotated[Path | None, typer.Option("--store", help="The archive's file.", show_default=False)]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option("--column", help="Of tables: what a column is, as FIELD=NAME.", show_default=False),
]
LanguageOption = Annotated[
    str, typer.Option("--language", help=f"What the bot speaks: {', '.join(one.code for one in LANGUAGES)}.")
]
PathsArgument = Annotated[
    list[str], typer.Argument(help="Files, folders and links; - is standard input.", show_default=False)
]
SomePathsArgument = Annotated[
    list[str] | None, typer.Argument(help="Files, folders and links; - is standard input.", show_default=False)
]
FormatOption = Annotated[str, typer.Option("--format", help=f"What the inputs are: {', '.join(('auto', *FORMATS))}.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # loads the mail library

        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def _common(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option(help="Settings; see config.example.toml.", show_default=False)] = None,
    show_version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    assert not show_version  # noqa: S101 - its callback has ended the process
    context.obj.config = config


@app.command()
def chat(context: typer.Context, store: StoreOption = None, language: LanguageOption = SOURCE) -> None:
    """Talk to the bot here in the terminal: the same answers as in Telegram, no token needed."""
    from bot.terminal import converse  # line editing takes a while to load

    settings = context.obj.settings(store)
    desk = context.obj.parts.desk(settings)
    try:
        _load_samples(desk, settings)
        converse(desk, language_of(language))
    finally:
        desk.close()


@app.command()
def run(context: typer.Context, store: StoreOption = None) -> None:
    """Run the Telegram bot (token: ONRECORD_TELEGRAM__TOKEN, or telegram.token_file in the settings)."""
    settings = context.obj.settings(store)
    serve = context.obj.parts.service(settings)
    desk = context.obj.parts.desk(settings)
    try:
        _load_samples(desk, settings)
        raise typer.Exit(serve(desk))
    finally:
        desk.close()


@app.command()
def ask(
    context: typer.Context,
    messages: Annotated[list[str] | None, typer.Argument(help="Each as one would type it, in quotes.")] = None,
    json_lines: JsonOption = False,
    store: StoreOption = None,
    session: Annotated[bool, typer.Option(help="Let each message build on the ones before.")] = False,
    language: LanguageOption = SOURCE,
    out: Annotated[Path | None, typer.Option(help="Folder for pictures and files that come along.")] = None,
) -> None:
    """Ask the bot, one answer a message; without a message, one a line from standard input.

    Example: onrecord ask "/who nuclear aspects" "what did the minister say about the harbour?"
    """
    from bot.compose import plain  # only this command and `chat` compose
    from bot.terminal import kept

    settings = context.obj.settings(store)
    desk = context.obj.parts.desk(settings)
    try:
        _load_samples(desk, settings)
        for message in messages or _lines():
            began = perf_counter()
            turn = desk.ask(message, chat="ask" if session else None, say=language_of(language))
            milliseconds = 1000 * (perf_counter() - began)
            reply = plain(turn.reply)
            if json_lines:
                _print_json(contract.answer(turn.answer, reply, milliseconds))
            else:
                typer.echo(reply + "\n")
            if out and turn.reply.attachment:
                typer.echo(kept(turn.reply.attachment, out), err=json_lines)
    finally:
        desk.close()


@app.command()
def ingest(
    context: typer.Context,
    paths: SomePathsArgument = None,
    json_lines: JsonOption = False,
    store: StoreOption = None,
    format: FormatOption = "auto",
    columns: ColumnsOption = None,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what couldn't be loaded.")] = False,
) -> None:
    """Load articles into the archive. Loading the same again changes nothing; an edited one becomes a new revision.

    After an interruption, load the same again: it goes on from there.
    """
    settings = context.obj.settings(store)
    desk = context.obj.parts.desk(settings, _known(format), columns or ())
    report = Report()
    try:
        wanted = [*(paths or []), *(failure.path for failure in desk.failures() if retry)]
        if not wanted and not retry:
            raise typer.BadParameter("name files, folders or links, or give --retry", param_hint="PATHS")
        for receipt in _with_progress(desk.ingest(wanted), wanted):
            report.note(receipt)
            if receipt.error:
                _complain(receipt.path, receipt.error)
            if json_lines:
                _print_json(contract.receipt(receipt))
    finally:
        desk.close()
    if not json_lines:
        typer.echo("\n".join(report.lines()))
    _finish(report.failed > 0)


@app.command()
def extract(
    context: typer.Context, paths: PathsArgument, json_lines: JsonOption = False, format: FormatOption = "auto"
) -> None:
    """Show who said what in articles, without loading them."""
    workshop = context.obj.parts.workshop(context.obj.settings(), _known(format))
    summarizer: Summarizer = context.obj.parts.summarizer()
    failed = False
    for reading, extractions in workshop.run(paths):
        if reading.error is not None:
            failed = True
            _fail(reading.path, reading.error, json_lines)
        for parsed, found in zip(reading.parsed, extractions, strict=True):
            item = parsed.article
            if found is not None and json_lines:
                sentences = [span.of(item.text) for span in summarizer.summarize(item)]
                _print_json(contract.extraction(parsed.path, item, found, sentences))
            elif found is not None:
                typer.echo(item.headline or parsed.path)
                for quote in found.quotes:
                    speaker = quote.speaker.name if quote.speaker else "unknown"
                    typer.echo(f"  {speaker} ({quote.kind}): {quote.text(item.text)}")
    _finish(failed)


@app.command()
def summarize(
    context: typer.Context,
    paths: PathsArgument,
    sentences: Annotated[int, typer.Option(min=1, max=100, help="At most so many.")] = 3,
    json_lines: JsonOption = False,
    format: FormatOption = "auto",
) -> None:
    """Show the sentences that tell what articles are about, without loading them."""
    workshop: Workshop = context.obj.parts.workshop(context.obj.settings(), _known(format))
    summarizer: Summarizer = context.obj.parts.summarizer()
    failed = False
    for reading, _ in workshop.run(paths, wanted=lambda _: False):
        if reading.error is not None:
            failed = True
            _fail(reading.path, reading.error, json_lines)
        for parsed in reading.parsed:
            spans = summarizer.summarize(parsed.article, sentences)
            if json_lines:
                _print_json(contract.summary(parsed.path, parsed.article, spans))
            else:
                typer.echo(
                    "\n".join([parsed.article.headline or parsed.path, *(s.of(parsed.article.text) for s in spans)])
                )
    _finish(failed)


@people_app.command("list")
def list_people(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Everybody of that very name.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    json_lines: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Show who is on record, most quoted first, with the other names that articles use."""
    with _desk(context, store) as desk:
        for person in desk.people(name, limit)[:limit]:
            if json_lines:
                _print_json(contract.person(person))
            else:
                typer.echo(roll.line(person))


@people_app.command()
def merge(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Any name of one person.", show_default=False)],
    other: Annotated[str, typer.Argument(help="Any name of the other.", show_default=False)],
    store: StoreOption = None,
) -> None:
    """Take two names for one person's from now on.

    Example: onrecord people merge "Mara Lind" "Mara Solberg"
    """
    with _desk(context, store) as desk:
        typer.echo(roll.merge(desk, name, other))


@people_app.command()
def split(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A name that isn't the person's it was taken for.", show_default=False)],
    store: StoreOption = None,
) -> None:
    """Undo a merge of a name, or let a name that the rules joined stand for itself from now on.

    Example: onrecord people split "Lind"
    """
    with _desk(context, store) as desk:
        typer.echo(roll.split(desk, name))


@people_app.command()
def rulings(context: typer.Context, store: StoreOption = None) -> None:
    """Show what was merged and split and is in force."""
    with _desk(context, store) as desk:
        for one in roll.lines(desk.rulings()):
            typer.echo(one)


@contextmanager
def _desk(context: typer.Context, store: Path | None) -> Iterator[Desk]:
    desk: Desk = context.obj.parts.desk(context.obj.settings(store))
    try:
        yield desk
    finally:
        desk.close()


def main(parts: Parts) -> None:
    """Run the command that the process's arguments name, and end the process with its status."""
    try:
        app(obj=Context(parts), prog_name="onrecord")
    except OnRecordError as error:
        typer.echo(f"onrecord: {error}", err=True)
        sys.exit(UNUSABLE)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left: no traceback for that
        sys.exit(0)


def _known(format: str) -> str:
    if format not in ("auto", *FORMATS):
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(('auto', *FORMATS))}", param_hint="--format")
    return format


def _load_samples(desk: Desk, settings: Settings) -> None:
    number = desk.load_samples() if settings.store.samples else 0
    if number:
        typer.echo(
            f"The archive is empty, so {number} sample articles were loaded (all invented). "
            "Load your own with: onrecord ingest FILE-OR-FOLDER...",
            err=True,
        )


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text.strip():
            yield text


def _with_progress(receipts: Iterable[Receipt], paths: list[str]) -> Iterator[Receipt]:
    """The receipts, with a progress bar where somebody watches."""
    if not sys.stderr.isatty():
        yield from receipts
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    total = None if STDIN in paths else sum(1 for _ in walk(paths))
    last = None
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total, rate="")
        for receipt in receipts:
            speed = progress.tasks[0].speed  # not known before the second
            last, before = input_of(receipt.path), last
            progress.update(task, advance=int(last != before), rate=f"{speed:.0f}/s" if speed else "")
            yield receipt


def _print_json(item: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")


def _fail(path: str, error: str, json_lines: bool) -> None:
    _complain(path, error)
    if json_lines:
        _print_json(contract.failure(path, error))


def _complain(path: str, error: str) -> None:
    typer.echo(f"onrecord: {path}: {error}", err=True)


def _finish(failed: bool) -> None:
    if failed:
        raise typer.Exit(SOME_FAILED)
