"""The commands, as data: /help, the menu in Telegram and the documents are made from this."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command that users can type."""

    name: str
    """Without the slash; lower-case letters, at most 32."""
    usage: str
    """As one would type it, with <needed> and [optional] parts."""
    description: str
    """One line, at most 256 characters."""
    examples: tuple[str, ...] = ()
    """Whole messages; with made-up names."""
    aliases: tuple[str, ...] = ()
    """Other names that do the same, without the slash."""


COMMANDS: tuple[Command, ...] = (
    Command(
        "who",
        "/who <words>",
        "Who said these words",
        ("/who the bridge is safe again", "who said “we will rebuild”?"),
        ("whosaid", "said", "quien"),
    ),
    Command(
        "quote",
        "/quote <speaker> [about <topic>]",
        "What somebody said, on all or on one topic",
        (
            "/quote Lind about the bridge",
            "/quote Mara Lind: budget since:2023-03 from:Tidende",
            "what did the mayor say about schools?",
        ),
        ("say", "cita"),
    ),
    Command(
        "check",
        "/check <quotation> [speaker]",
        "Whether a quotation is word for word on record",
        ("/check “nobody needs to be afraid” - Lind", "did Lind say that the bridge is safe?"),
        ("verify", "factcheck", "verifica", "comprueba"),
    ),
    Command(
        "summary",
        "/summary [article]",
        "An article in a few of its own sentences",
        ("/summary", "/summary 2", "/summary bridge reopens", "/summary 2 in 5 sentences"),
        ("sum", "summarise", "summarize", "tldr", "resumen"),
    ),
    Command(
        "articles",
        "/articles [words]",
        "The articles on record, latest first",
        ("/articles", "/articles harbour"),
        ("list", "news", "articulos"),
    ),
    Command(
        "people",
        "/people [name or article]",
        "Who is on record, most quoted first",
        ("/people", "/people Lind", "/people 2"),
        ("speakers", "personas"),
    ),
    Command(
        "person",
        "/person <name>",
        "One speaker: roles, how often quoted, where, beside whom, on what",
        ("/person Mara Lind", "what is Lind's role?"),
        ("profile", "persona", "perfil"),
    ),
    Command(
        "topics",
        "/topics [speaker]",
        "What is talked of most",
        ("/topics", "/topics Mara Lind", "what does Lind talk about?"),
        ("subjects", "temas"),
    ),
    Command(
        "compare",
        "/compare <speaker> and <speaker> [on <topic>]",
        "Two speakers side by side",
        ("/compare Mara Lind | Jon Lind | budget", "compare Lind and Reuel on the bridge"),
        ("versus", "vs", "compara"),
    ),
    Command(
        "timeline",
        "/timeline <speaker or topic>",
        "What was said, in order of dates",
        ("/timeline Mara Lind", "/timeline Lind: bridge", "timeline of the harbour strike"),
        ("chronology", "cronologia"),
    ),
    Command(
        "quotes",
        "/quotes [article]",
        "All that is said in one article",
        ("/quotes", "/quotes 2"),
        ("citas",),
    ),
    Command(
        "article",
        "/article [article]",
        "The full text of an article",
        ("/article 2", "/article bridge reopens"),
        ("read", "text", "articulo"),
    ),
    Command("help", "/help [command]", "What you can ask", ("/help", "/help quote"), ("ayuda", "commands")),
    Command("start", "/start", "Begin, with examples to tap"),
)

BY_NAME: dict[str, Command] = {name: command for command in COMMANDS for name in (command.name, *command.aliases)}
"""Each command under its name and its aliases."""
