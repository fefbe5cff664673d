"""Any message -> command and slots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.commands import BY_NAME, COMMANDS, ELSEWHERE, Command
from bot.answer.grammar import KEYWORDS, RULES
from bot.answer.intent import clean, closest_command, understand
from bot.answer.parts import Intent


def slots(intent: Intent) -> dict[str, object]:
    named = {name: getattr(intent, name) for name in ("words", "speaker", "topic", "article", "sentences", "follows")}
    return {"command": intent.command, **{name: value for name, value in named.items() if value}}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("/who the bridge is safe", "the bridge is safe"),
        ("/who@onrecord_bot the bridge", "the bridge"),
        ("/WHO the bridge", "the bridge"),
        ("who said the bridge is safe?", "the bridge is safe"),
        ("Who said that the bridge is safe?", "the bridge is safe"),
        ("who said: “the bridge is safe”", "the bridge is safe"),
        ("who was it that said the bridge is safe", "the bridge is safe"),
        ("please tell me who said the bridge is safe", "the bridge is safe"),
        ("who talked about the bridge", "the bridge"),
        ("who mentioned the bridge", "the bridge"),
        ("who has commented on the bridge?", "the bridge"),
        ("did anyone say that the bridge is safe?", "the bridge is safe"),
        ("has anybody said anything about the bridge", "the bridge"),
        ("what was said about the bridge?", "the bridge"),
        ("where does “the bridge is safe” come from?", "the bridge is safe"),
        ("which article says the bridge is safe", "the bridge is safe"),
        ("quotes about the bridge", "the bridge"),
        ("who siad the bridge is safe", "the bridge is safe"),
        ("¿Quién dijo que el puente es seguro?", "el puente es seguro"),
        ("quien ha dicho el puente", "el puente"),
    ],
)
def test_who(message: str, words: str) -> None:
    assert slots(understand(message)) == {"command": "who", "words": words}


@pytest.mark.parametrize(
    ("message", "speaker", "topic"),
    [
        ("what did Lind say about the bridge?", "Lind", "bridge"),
        ("What did Mara Lind say?", "Mara Lind", None),
        ("what has the mayor said on taxes", "the mayor", "taxes"),
        ("what does Lind think of the ferry?", "Lind", "ferry"),
        ("what Lind said about the bridge", "Lind", "bridge"),
        ("everything Lind said", "Lind", None),
        ("did Lind say anything about taxes?", "Lind", "taxes"),
        ("has Lind commented on taxes?", "Lind", "taxes"),
        ("how did Lind react to the storm?", "Lind", "storm"),
        ("what is Lind's view on taxes?", "Lind", "taxes"),
        ("what’s Lind’s position on taxes?", "Lind", "taxes"),
        ("Lind's statements about taxes", "Lind", "taxes"),
        ("quotes by Mara Lind", "Mara Lind", None),
        ("show me all quotes from Lind about the bridge please", "Lind", "bridge"),
        ("quotes about the bridge by Lind", "Lind", "bridge"),
        ("Lind said about the bridge", "Lind", "bridge"),
        ("could you tell me what Lind said on taxes, please", "Lind", "taxes"),
        ("waht did Lind say abuot taxes", "Lind", "taxes"),
        ("/quote what lind said about korea", "lind", "korea"),
        ("¿Qué dijo Lind sobre el puente?", "Lind", "puente"),
        ("que opina Mara Lind de los impuestos", "Mara Lind", "impuestos"),
    ],
)
def test_quote(message: str, speaker: str, topic: str | None) -> None:
    expected = {"command": "quote", "speaker": speaker, **({"topic": topic} if topic else {})}
    assert slots(understand(message)) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("what else did he say?", {"speaker": "he"}),
        ("what did she say about taxes?", {"speaker": "she", "topic": "taxes"}),
        ("and Reuel?", {"words": "Reuel"}),
        ("what about Reuel", {"words": "Reuel"}),
        ("and about taxes?", {"topic": "taxes"}),
        ("anything else?", {}),
        ("¿y Reuel?", {"words": "Reuel"}),
        ("¿y sobre los impuestos?", {"topic": "impuestos"}),
        ("¿qué más dijo?", {}),
    ],
)
def test_going_on(message: str, expected: dict[str, str]) -> None:
    assert slots(understand(message)) == {"command": "quote", "follows": True, **expected}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("/summary", {"command": "summary"}),
        ("/summary 2", {"command": "summary", "article": "2"}),
        ("/summary 2 in 5 sentences", {"command": "summary", "article": "2", "sentences": 5}),
        ("summarise the second one", {"command": "summary", "article": "the second one"}),
        ("Summarize this", {"command": "summary", "article": "this"}),
        ("tl;dr", {"command": "summary"}),
        ("what is the second one about?", {"command": "summary", "article": "the second one"}),
        ("what happened in Orvik?", {"command": "summary", "article": "Orvik"}),
        ("resume el segundo", {"command": "summary", "article": "el segundo"}),
        ("shorter", {"command": "summary", "sentences": 1}),
        ("longer please", {"command": "summary", "sentences": 10}),
        ("list the articles", {"command": "articles"}),
        ("what articles do you have?", {"command": "articles"}),
        ("articles about the ferry", {"command": "articles", "words": "the ferry"}),
        ("list the artcles", {"command": "articles"}),
        ("¿qué noticias hay?", {"command": "articles"}),
        ("people", {"command": "people"}),
        ("who is quoted in the second article?", {"command": "people", "article": "the second article"}),
        ("list the speakers", {"command": "people"}),
        ("quotes in the second one", {"command": "quotes", "article": "the second one"}),
        ("read the second one", {"command": "article", "article": "the second one"}),
        ("full text of 2", {"command": "article", "article": "2"}),
        ("help", {"command": "help"}),
        ("what can you do?", {"command": "help"}),
        ("ayuda", {"command": "help"}),
        ("/help quote", {"command": "help", "words": "quote"}),
        ("Hello!", {"command": "start"}),
        ("hola", {"command": "start"}),
        ("/start q_0123456789abcdef-1-20", {"command": "start", "words": "q_0123456789abcdef-1-20"}),
        ("thanks a lot!", {"command": "thanks"}),
        ("tell me about sharks", {"command": "bare", "words": "sharks"}),
        ("any news about floods?", {"command": "articles", "words": "floods"}),
        ("read me the shark story", {"command": "article", "article": "the shark story"}),
        ("the bridge is safe again", {"command": "bare", "words": "the bridge is safe again"}),
        ("who is Mara Lind?", {"command": "who is", "speaker": "Mara Lind"}),
        ("/qoute Lind", {"command": "unknown", "words": "Lind", "topic": "qoute"}),
    ],
)
def test_everything_else(message: str, expected: dict[str, object]) -> None:
    assert slots(understand(message)) == expected


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_examples_of_a_command_ask_for_it(command: Command) -> None:
    for example in command.examples:
        if example.startswith("/") or command.name not in ELSEWHERE:
            assert understand(example).command == command.name


def test_commands_fit_the_menu() -> None:
    assert COMMANDS
    for command in COMMANDS:
        assert command.name.isascii()
        assert command.name.islower()
        assert len(command.name) <= 32
        assert 3 <= len(command.description) <= 256
        assert command.usage.startswith(f"/{command.name}")
    names = [name for command in COMMANDS for name in (command.name, *command.aliases)]
    assert len(names) == len(set(names)) == len(BY_NAME)


def test_the_grammar_is_complete() -> None:
    assert {command for command, _ in RULES} <= {*BY_NAME, "more", "thanks", "bare"}
    assert len(KEYWORDS) == len(set(KEYWORDS)) > 10


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("qoute", "quote"), ("sumary", "summary"), ("artikles", "articles"), ("hlep", "help"), ("xyzzyx", None)],
)
def test_the_closest_command(typed: str, meant: str | None) -> None:
    assert closest_command(typed) == meant


@given(st.text())
def test_clean_gives_one_line_that_can_be_stored(message: str) -> None:
    text = clean(message)
    assert text == text.strip()
    assert "\n" not in text
    assert text.encode("utf-8").decode("utf-8") == clean(text) == text
