"""The commands, as data: /help, the menu in Telegram and the documents are made from this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.language import N_


@dataclass(frozen=True, slots=True)
class Command:
    """One command that users can type."""

    name: str
    """Without the slash; lower-case letters, at most 32."""
    usage: str
    """As one would type it, with <needed> and [optional] parts. Translations may begin with an alias."""
    description: str
    """One line, at most 256 characters."""
    examples: tuple[str, ...] = ()
    """Whole messages; with made-up names."""
    aliases: tuple[str, ...] = ()
    """Other names that do the same, without the slash."""
    place: Literal["private", "group"] | None = None
    """The only kind of chat that it is for; "group": for its admins."""
    operators: bool = False
    """Whether it is for the bot's operators alone."""


COMMANDS: tuple[Command, ...] = (
    Command(
        "who",
        N_("/who <words>"),
        N_("Who said these words"),
        (N_("/who the bridge is safe again"), N_("who said “we will rebuild”?")),
        ("whosaid", "said", "quien"),
    ),
    Command(
        "quote",
        N_("/quote <speaker> [about <topic>]"),
        N_("What somebody said, on all or on one topic"),
        (
            N_("/quote Lind about the bridge"),
            N_("/quote Mara Lind: budget since:2023-03 from:Tidende"),
            N_("what did the mayor say about schools?"),
        ),
        ("say", "cita"),
    ),
    Command(
        "check",
        N_("/check <quotation> [speaker]"),
        N_("Whether a quotation is word for word on record"),
        (N_("/check “nobody needs to be afraid” - Lind"), N_("did Lind say that the bridge is safe?")),
        ("verify", "factcheck", "verifica", "comprueba"),
    ),
    Command(
        "ask",
        N_("/ask <question>"),
        N_("What the articles say to a question, in their own sentences"),
        (N_("/ask when does the bridge reopen?"), N_("how many people live in Varn?")),
        ("question", "pregunta"),
    ),
    Command(
        "summary",
        N_("/summary [article, topic or speaker]"),
        N_("An article, or all on a topic, in a few of their own sentences"),
        (
            N_("/summary"),
            N_("/summary 2 short"),
            N_("/summary bridge reopens"),
            N_("/summary about the harbour last week"),
        ),
        ("sum", "summarise", "summarize", "tldr", "resumen"),
    ),
    Command(
        "digest",
        N_("/digest [day or topic]"),
        N_("A day’s news, event by event"),
        (N_("/digest"), N_("/digest yesterday"), N_("/digest daily 08:00"), N_("/digest off")),
        ("roundup", "briefing", "boletin"),
    ),
    Command(
        "articles",
        N_("/articles [words]"),
        N_("The articles on record, latest first"),
        (N_("/articles"), N_("/articles harbour")),
        ("list", "news", "articulos"),
    ),
    Command(
        "people",
        N_("/people [name or article]"),
        N_("Who is on record, most quoted first"),
        (N_("/people"), N_("/people Lind"), N_("/people 2")),
        ("speakers", "personas"),
    ),
    Command(
        "person",
        N_("/person <name>"),
        N_("One speaker: roles, how often quoted, where, beside whom, on what"),
        (N_("/person Mara Lind"), N_("what is Lind's role?")),
        ("profile", "persona", "perfil"),
    ),
    Command(
        "topics",
        N_("/topics [speaker]"),
        N_("What is talked of most"),
        (N_("/topics"), N_("/topics Mara Lind"), N_("what does Lind talk about?")),
        ("subjects", "temas"),
    ),
    Command(
        "compare",
        N_("/compare <speaker> and <speaker> [on <topic>]"),
        N_("Two speakers side by side"),
        (N_("/compare Mara Lind | Jon Lind | budget"), N_("compare Lind and Reuel on the bridge")),
        ("versus", "vs", "compara"),
    ),
    Command(
        "timeline",
        N_("/timeline <speaker or topic>"),
        N_("What was said, in order of dates"),
        (N_("/timeline Mara Lind"), N_("/timeline Lind: bridge"), N_("timeline of the harbour strike")),
        ("chronology", "cronologia"),
    ),
    Command(
        "card",
        N_("/card [number or words]"),
        N_("A statement as a picture to share"),
        ("/card", "/card 2 dark", "/card we will rebuild"),
        ("picture", "tarjeta"),
    ),
    Command(
        "chart",
        N_("/chart [speaker or topic]"),
        N_("Who is quoted most, or somebody or something over time, as a chart"),
        ("/chart", "/chart Mara Lind", "/chart Lind: bridge"),
        ("graph", "grafico"),
    ),
    Command(
        "cite",
        N_("/cite [number or article]"),
        N_("How to cite what was found: APA style and plain"),
        ("/cite", "/cite 2", "/cite bridge reopens"),
        ("citation", "referencia"),
    ),
    Command(
        "export",
        N_("/export [csv, json or markdown]"),
        N_("What was found last as a file, with its sources"),
        ("/export", "/export csv"),
        ("save", "exporta"),
    ),
    Command(
        "quotes",
        N_("/quotes [article]"),
        N_("All that is said in one article"),
        (N_("/quotes"), N_("/quotes 2")),
        ("citas",),
    ),
    Command(
        "article",
        N_("/article [article]"),
        N_("The full text of an article"),
        (N_("/article 2"), N_("/article bridge reopens")),
        ("read", "text", "articulo"),
    ),
    Command(
        "language",
        N_("/language [language]"),
        N_("The language that I speak with you"),
        (N_("/language"), N_("/language español"), N_("in English, please")),
        ("lang", "idioma"),
    ),
    Command(
        "settings",
        N_("/settings"),
        N_("What I speak in this group, and whom I answer"),
        (N_("/settings"),),
        ("ajustes",),
        place="group",
    ),
    Command("privacy", N_("/privacy"), N_("What I keep of you, and for how long"), (N_("/privacy"),), ("privacidad",)),
    Command(
        "mydata",
        N_("/mydata"),
        N_("A file with everything that I have stored about you"),
        (N_("/mydata"),),
        ("misdatos",),
        place="private",
    ),
    Command(
        "forget",
        N_("/forget"),
        N_("Delete everything that I have stored about you"),
        (N_("/forget"),),
        ("forgetme", "olvida", "olvidame"),
        place="private",
    ),
    Command(
        "invite",
        N_("/invite [number]"),
        N_("A link that lets in so many people"),
        (N_("/invite"), N_("/invite 10")),
        ("invita",),
        operators=True,
    ),
    Command("stats", N_("/stats"), N_("How much is on record, and how busy I am"), (N_("/stats"),), operators=True),
    Command(
        "follow",
        N_("/follow <speaker or “words”>"),
        N_("Be told when something new is on record"),
        (
            N_("/follow Lind"),
            N_("/follow “bridge”"),
            N_("/follow Lind about the bridge"),
            N_("/follow Lind in @yourchannel"),
        ),
        ("subscribe", "sigue"),
    ),
    Command(
        "following",
        N_("/following"),
        N_("What is followed here, and when it is told"),
        (N_("/following"),),
        ("follows", "seguidos"),
    ),
    Command(
        "unfollow",
        N_("/unfollow <what>"),
        N_("Be told no longer"),
        (N_("/unfollow 1"), N_("/unfollow Lind"), N_("/unfollow all")),
        ("unsubscribe", "nosigas"),
    ),
    Command(
        "quiet",
        N_("/quiet <from>-<to>"),
        N_("Hours in which nothing is told, or “off”"),
        (N_("/quiet 22:00-07:00"), N_("/quiet off")),
        ("silencio",),
    ),
    Command(
        "timezone",
        N_("/timezone <city>"),
        N_("The time zone of these times"),
        (N_("/timezone Madrid"),),
        ("tz", "zona"),
    ),
    Command(
        "add",
        N_("/add <text>"),
        N_("Put an article on record: its text, or as an answer to a message or file"),
        (N_("/add"),),
        ("agrega",),
        operators=True,
    ),
    Command(
        "remove",
        N_("/remove <article>"),
        N_("Take an article off the record"),
        (N_("/remove 2"),),
        ("quita",),
        operators=True,
    ),
    Command("reload", N_("/reload"), N_("Load the operator’s folders"), (N_("/reload"),), ("recarga",), operators=True),
    Command(
        "help",
        N_("/help [command]"),
        N_("What you can ask"),
        (N_("/help"), N_("/help quote")),
        ("ayuda", "commands"),
    ),
    Command("start", N_("/start"), N_("Begin, with examples to tap")),
)

ELSEWHERE = frozenset(
    "follow following unfollow quiet timezone add remove reload language settings privacy mydata forget invite "
    "stats".split()
)
"""Commands that only the conversation in Telegram has."""
FOR_ALL: tuple[Command, ...] = tuple(command for command in COMMANDS if not command.operators)

BY_NAME: dict[str, Command] = {name: command for command in COMMANDS for name in (command.name, *command.aliases)}
"""Each command under its name and its aliases."""
