"""The main job on a wire story: loaded with `onrecord ingest`, asked about through Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.e2e.client import Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

LABELS = ("Where: ", "When: ", "Who is quoted: ", "In their words")
"""Lines of a summary that are the bot's own."""


@dataclass(frozen=True)
class Case:
    """What must be found in one article."""

    path: Path
    headline: str
    head: tuple[str, ...]
    """Facts of its first lines, as the bot shows them: place, date, agency."""
    speaker: str
    said: dict[str, str]
    """Words as half remembered, with what they must bring up, all by the speaker."""
    via: str
    via_words: str
    """Words that stand on record by way of a medium."""
    institution: str
    institution_said: str
    what: str
    """Words of what the article is about."""


def sample() -> Case:
    with as_file(files("seeds") / "01-adler-naval-drills.txt") as path:
        return Case(
            path=path,
            headline="Adler: Naval drills off Halmer alarm Veldania and its neighbors",
            head=("Lisena", "14 March", "EFE"),
            speaker="Marek Adler",
            said={
                "closed doors and open hatc": "Karstad rejects a “policy of closed doors and open hatches”",
                "smoke on the horizon": "We have asked for nothing but notice",
                "charts not threats": "We will go there with charts, not with threats",
                "orderly return": "orderly return to the observer mission",
                "two years of patient talks": "alarm his country and could undo two years of patient talks",
            },
            via="TASS",
            via_words="smoke on the horizon",
            institution="Lisena",
            institution_said="respect every comma of the treaty",
            what="naval drills",
        )


def mission() -> Case:
    return Case(
        path=next(iter(sorted((SHARED / "seeds").glob("*.txt"))), SHARED / "seeds"),
        headline="Lavrov: US, S. Korea Japan military activity worries Pyongyang, Moscow",
        head=("Moscow", "19 October", "EFE"),
        speaker="Sergei Lavrov",
        said={
            "unconstructive and dangerous lin": "unconstructive and dangerous line",
            "nuclear aspects": "transferring strategic infrastructure, including nuclear aspects",
            "pursue this course together": "We pursue this course together with North Korea and China",
            "regular negotiation process": "regular negotiation process on security issues",
            "intensification of military activity worries": "military activity by the United States",
        },
        via="TASS",
        via_words="nuclear aspects",
        institution="Kremlin",
        institution_said="has not presented any evidence",
        what="military activity",
    )


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(sample, id="sample"),
        pytest.param(
            mission,
            id="mission",
            marks=[
                pytest.mark.shared,
                pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="../shared/seeds is not there"),
            ],
        ),
    ],
)
def case(request: pytest.FixtureRequest) -> Case:
    made: Case = request.param()
    return made


@pytest.fixture(scope="module")
def bot(case: Case, module_bots: Bots) -> Bot:
    """A bot with just that article."""
    bot = module_bots()
    loaded = bot.command("ingest", case.path)
    assert loaded.returncode == 0, loaded.stderr
    return bot.start()


def test_the_article_stands_alone_with_its_facts(case: Case, user: User) -> None:
    listed = user.ask("/articles").text
    assert listed.startswith("1 article\n")
    for fact in (case.headline, *case.head, "Politics"):
        assert fact in listed


def test_what_was_said_is_the_speakers(case: Case, user: User) -> None:
    for fragment, words in case.said.items():
        told = user.ask(f"/who {fragment}").text
        assert words in told.replace("\n", " "), fragment
        assert case.speaker in told, fragment


def test_the_medium_that_passed_it_on_is_told(case: Case, user: User) -> None:
    assert f"via {case.via}" in user.ask(f"/who {case.via_words}").text


def test_an_institution_speaks(case: Case, user: User) -> None:
    for message in (f"/quote {case.institution.lower()}", f"/quote the {case.institution}"):
        told = user.ask(message).text
        assert case.institution_said in told
        assert case.institution in told
    assert case.institution in user.ask(f"/who {case.institution_said}").text


def test_the_speaker_has_all_the_statements(case: Case, user: User) -> None:
    pages = user.pages(user.ask(f"what did {case.speaker.split()[-1]} say?"))
    quotes = [quote for page in pages for quote in page.quotes]
    assert len(quotes) == len(case.said)
    for words in case.said.values():
        assert sum(words in quote for quote in quotes) == 1, words


def test_what_nobody_said_is_not_on_record(user: User) -> None:
    assert user.ask("/who to be or not to be").text.startswith("Not on record")


def test_the_summary_says_who_where_and_what_verbatim(case: Case, user: User) -> None:
    shown = user.ask("/summary")
    record = case.path.read_text(encoding="utf-8")
    lines = [line for line in shown.text.split("\n") if line]
    assert lines[0] == case.headline
    told = [line for line in lines[1:] if not line.startswith(LABELS) and line[0] not in "“—"]
    sentences = [line for line in told if line in record]
    assert sentences == told[: len(sentences)], "the sentences come first"
    assert any(case.what in sentence for sentence in sentences)
    assert any(case.speaker in sentence for sentence in sentences)
    assert f"Where: {case.head[0]}" in lines
    assert any(line.startswith("Who is quoted: ") and case.speaker in line for line in lines)


def test_the_text_is_the_article_without_furniture(case: Case, user: User) -> None:
    text = "\n".join(page.text for page in user.pages(user.ask("/article")))
    record = case.path.read_text(encoding="utf-8")
    for furniture in ("Related Articles", "Back to top", record.split("\n\n")[-3]):
        assert furniture not in text
    body = [paragraph for paragraph in record.split("\n\n")[3:-4] if len(paragraph) > 80]
    assert len(body) >= 5
    for paragraph in body:
        assert paragraph in text


def test_loading_it_again_changes_nothing(case: Case, bot: Bot, user: User) -> None:
    before = user.ask(f"/quote {case.speaker}").text
    again = bot.command("ingest", "--json", case.path)
    assert '"state": "unchanged"' in again.stdout
    assert user.ask(f"/quote {case.speaker}").text == before
