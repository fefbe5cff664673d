"""The command line as people and programs use it: what it prints where, how it ends, and what it says of bad input."""

from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

STORY = """Region

Orvik bridge reopens after storm

Orvik, Oct 19 (NDP).- Mayor Mara Lind said Thursday that the Orvik bridge was safe again.

“We checked every bolt and every cable of it twice,” Lind said. “Nobody needs to be afraid.”

The old ferry lay at the quay with its engines cold. NDP
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


# --- the main job


def test_an_empty_archive_gets_the_samples_and_says_so(onrecord: Run) -> None:
    first = onrecord("ask", "/articles")
    assert "sample articles were loaded" in first.err
    assert "onrecord ingest" in first.err
    assert onrecord("ask", "/articles").err == ""


def test_samples_make_room_for_ones_own(onrecord: Run, story: Path) -> None:
    onrecord("ask", "/articles")
    assert onrecord("ingest", story).out == "1 new\n"
    done = onrecord("ask", "/articles")
    assert done.out.startswith("1 article\n")
    assert done.err == ""


def test_without_samples_nothing_is_on_record(onrecord: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_STORE__SAMPLES", "false")
    (line,) = onrecord("ask", "--json", "/who nobody").objects
    assert line["status"] == "not_found"
    assert "onrecord ingest" in line["reply"]


def test_ask_answers_one_line_a_message(onrecord: Run, story: Path) -> None:
    onrecord("ingest", story)
    done = onrecord("ask", "--json", stdin="/who checked every bolt\n\n/who to be or not to be\nwhat did lind say?\n")
    who, nobody, plain = done.objects
    assert (who["command"], who["status"]) == ("who", "ok")
    assert who["results"][0]["speaker"]["name"] == "Mara Lind"
    assert who["results"][0]["article"]["path"] == str(story)
    assert (nobody["status"], nobody["results"]) == ("not_found", [])
    assert (plain["command"], plain["status"]) == ("quote", "ok")
    text = who["results"][0]["text"]
    assert text in STORY
    assert text in who["reply"]


def test_ask_answers_in_the_language_that_is_wanted(onrecord: Run, story: Path) -> None:
    assert onrecord("ingest", story).status == 0
    assert "No consta" in onrecord("ask", "--language", "es", "/who nobody ever said this at all").out
    assert "Not on record" in onrecord("ask", "--language", "xx", "/who nobody ever said this at all").out


def test_ask_remembers_only_within_a_session(onrecord: Run, story: Path) -> None:
    onrecord("ingest", story)
    messages = ["/quote Mara Lind", "what else did she say?"]
    assert onrecord("ask", "--json", *messages).objects[1]["status"] == "not_found"
    assert onrecord("ask", "--json", "--session", *messages).objects[1]["status"] == "ok"


def test_ingesting_twice_changes_nothing(onrecord: Run, story: Path) -> None:
    (first,) = onrecord("ingest", "--json", story).objects
    (second,) = onrecord("ingest", "--json", story).objects
    assert (first["state"], second["state"]) == ("new", "unchanged")
    assert first["quotes"] == second["quotes"] > 0
    assert first["article_id"] == second["article_id"]


def test_an_edited_file_becomes_a_new_revision(onrecord: Run, story: Path) -> None:
    onrecord("ingest", story)
    story.write_text(STORY.replace("twice", "thrice"), encoding="utf-8")
    (line,) = onrecord("ingest", "--json", story).objects
    assert line["state"] == "updated"
    (found,) = onrecord("ask", "--json", "/who every cable of it").objects
    assert "thrice" in found["results"][0]["text"]
    assert len(found["results"]) == 1


def test_ingest_reads_standard_input(onrecord: Run) -> None:
    (line,) = onrecord("ingest", "--json", "-", stdin=STORY).objects
    assert (line["path"], line["state"]) == ("-", "new")


def test_extract_prints_the_article_and_who_said_what(onrecord: Run, story: Path) -> None:
    (line,) = onrecord("extract", "--json", story).objects
    article = line["article"]
    assert (article["section"], article["headline"]) == ("Region", "Orvik bridge reopens after storm")
    assert article["dateline"]["agency"] == "NDP"
    for quote in line["quotes"]:
        start, end = quote["content"][0][0], quote["content"][-1][1]
        assert article["text"][start:end] == quote["text"]
    assert {quote["speaker"]["name"] for quote in line["quotes"]} == {"Mara Lind"}
    assert all(sentence in article["text"] for sentence in line["summary"])
    assert "Mara Lind (direct): We checked" in onrecord("extract", story).out


def test_plain_text_keeps_its_offsets(onrecord: Run, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_bytes("First.\r\n\r\n“It holds,” said Mara Lind.\r\n".encode())
    (line,) = onrecord("extract", "--json", "--format", "plain", path).objects
    assert line["article"]["text"] == path.read_bytes().decode()
    assert line["quotes"][0]["text"] == "It holds"


def test_summarize_gives_verbatim_sentences(onrecord: Run, story: Path) -> None:
    (line,) = onrecord("summarize", "--json", "--sentences", "2", story).objects
    assert len(line["sentences"]) == 2
    (article,) = (one["article"] for one in onrecord("extract", "--json", story).objects)
    assert [article["text"][start:end] for start, end in line["spans"]] == line["sentences"]
    assert line["sentences"][0] in onrecord("summarize", story).out


@pytest.mark.parametrize(
    "command", [[], ["chat"], ["run"], ["ask"], ["ingest"], ["extract"], ["summarize"], ["people"]]
)
def test_help_teaches(onrecord: Run, command: list[str]) -> None:
    done = onrecord(*command, "--help")
    assert done.status == 0
    assert "Usage: onrecord" in done.out
    assert len(done.out.splitlines()) > 5


def test_the_version_is_told(onrecord: Run) -> None:
    assert onrecord("--version").out.startswith("onrecord 0.")


# --- bad input: each a clear message, nothing lost, nothing half-written


def test_one_bad_input_stops_nothing(onrecord: Run, story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))
    paths = [tmp_path / "empty.txt", tmp_path / "photo.jpg", tmp_path / "missing.txt", story]
    for command in ("ingest", "extract", "summarize"):
        done = onrecord(command, "--json", *paths)
        assert done.status == 1
        assert [Path(line["path"]) for line in done.objects] == paths
        assert [line["error"] is None for line in done.objects] == [False, False, False, True]
        for path in paths[:3]:
            assert f"onrecord: {path}: " in done.err
        assert "Traceback" not in done.err
    assert onrecord("ask", "/articles").out.startswith("1 article\n")


def test_an_input_that_is_too_large_is_refused(onrecord: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    done = onrecord("ingest", path)
    assert done.status == 1
    assert "over 20 MB" in done.err
    assert "reading.max_megabytes" in done.err


@pytest.mark.parametrize(
    "text",
    [
        "No words of anybody here, only fog and a late boat.",
        "“The bridge is safe, said Mara Lind, the mayor, and nobody closed the mark.",
        "قالت مارا ليند: «الجسر آمن». 🙂🙂",
        "אמרה מארה לינד: „הגשר בטוח”",
        "MARA LIND SAID THE BRIDGE WAS SAFE",
        "\ufeffMara Lind said: ‘It holds.’",
    ],
)
def test_any_text_is_an_article(onrecord: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    (line,) = onrecord("ingest", "--json", tmp_path / "text.txt").objects
    assert line["state"] == "new"
    assert onrecord("ask", "/summary").status == 0


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_are_read(onrecord: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "text.txt").write_bytes("“Está bien”, said José Peña, the mayor.".encode(encoding))
    (line,) = onrecord("extract", "--json", tmp_path / "text.txt").objects
    assert "José Peña" in line["article"]["text"]
    assert not line["article"]["text"].startswith("\ufeff")


def test_wrong_usage_ends_with_two(onrecord: Run, story: Path) -> None:
    assert onrecord("extract", "--format", "carrier-pigeon", story).status == 2
    assert onrecord("nonsense").status == 2
    done = onrecord("--config", "nowhere.toml", "ask", "/help")
    assert done.status == 2
    assert "nowhere.toml" in done.err


def test_the_bot_without_a_token_says_what_to_do(
    onrecord: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("ONRECORD_TELEGRAM__TOKEN", raising=False)
    done = onrecord("run")
    assert done.status == 2
    assert "@BotFather" in done.err
    assert "ONRECORD_TELEGRAM__TOKEN" in done.err
    assert not (tmp_path / "archive.sqlite").exists()


def test_an_archive_that_is_none_is_left_alone(onrecord: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear editor, " * 500)
    done = onrecord("ask", "--store", path, "/people")
    assert done.status == 2
    assert str(path) in done.err
    assert path.read_text() == "Dear editor, " * 500


def test_a_newer_archive_is_left_alone(onrecord: Run, story: Path, tmp_path: Path) -> None:
    onrecord("ingest", story)
    path = tmp_path / "archive.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    done = onrecord("ask", "/people")
    assert done.status == 2
    assert "newer version" in done.err


# --- as a process of its own


def process(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot", *arguments]


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "ONRECORD_STORE__PATH": str(folder / "archive.sqlite"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }


def test_whoever_stops_reading_gets_no_traceback(tmp_path: Path) -> None:
    story = "“It holds,” said Mara Lind. " * 20
    paths = []
    for at in range(40):
        paths.append(str(tmp_path / f"{at}.txt"))
        Path(paths[-1]).write_text(f"{story} {at}", encoding="utf-8")
    command = process("extract", "--json", *paths)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path)
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
    assert b"Traceback" not in err
    assert b"Exception" not in err


def test_loading_shows_its_progress_where_somebody_watches(tmp_path: Path, story: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(process("ingest", str(story)), stderr=theirs, capture_output=False, env=environment(tmp_path))
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "reading" in shown
    assert "1/1" in shown


# --- people


@pytest.fixture
def two_names(onrecord: Run, tmp_path: Path) -> None:
    for number, name in enumerate(("Mara Lind", "Mara Solberg")):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"“The quay {number} is dry,” said {name}, a pilot.\n", encoding="utf-8")
        assert onrecord("ingest", path).status == 0


@pytest.mark.usefixtures("two_names")
def test_people_are_merged_and_split_again(onrecord: Run) -> None:
    before = onrecord("people", "list").out
    assert {line.split()[1] + " " + line.split()[2].strip(",") for line in before.splitlines()} == {
        "Mara Lind",
        "Mara Solberg",
    }
    assert "one person from now on" in onrecord("people", "merge", "Mara Lind", "Mara Solberg").out
    (line,) = onrecord("people", "list", "--json").objects
    assert line["quotes"] == 2
    assert "already" in onrecord("people", "merge", "Mara Lind", "Mara Solberg").out
    assert onrecord("people", "rulings").out == 'merge "Mara Lind" "Mara Solberg"\n'
    assert "stands for itself" in onrecord("people", "split", "Mara Solberg").out
    assert onrecord("people", "list").out == before
    assert onrecord("people", "rulings").out == ""


@pytest.mark.usefixtures("two_names")
@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        (("merge", "Mara Lind", "Nobody"), "Nobody: nobody on record"),
        (("split", "Mara Lind"), "stands for itself already"),
        (("split", "Nobody"), "nobody on record"),
    ],
)
def test_who_is_not_on_record_cannot_be_ruled(onrecord: Run, command: tuple[str, ...], complaint: str) -> None:
    done = onrecord("people", *command)
    assert done.status == 2
    assert complaint in done.err
