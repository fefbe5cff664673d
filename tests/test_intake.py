"""Inputs -> articles: walking, reading, limits, and one bad input that stops nothing."""

from __future__ import annotations

import io
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.crew import Limits
from bot.extract.engine import Engine
from bot.intake import FEW, WINDOW, Workshop
from bot.model import Article, Extraction, Parsed
from bot.reader import Reader, Reading, walk

STORY = "“The bridge is safe again,” said Mara Lind, the mayor of Orvik. Number {}."


def stories(folder: Path, number: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    for at in range(number):
        (folder / f"{at:03}.txt").write_text(STORY.format(at), encoding="utf-8")
    return [str(folder / f"{at:03}.txt") for at in range(number)]


def test_folders_are_walked_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    wanted = [str(tmp_path / "a" / "z.txt"), str(tmp_path / "b.txt"), "-", str(tmp_path / "gone.txt")]
    assert list(walk([str(tmp_path), "-", str(tmp_path / "gone.txt")])) == wanted


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    stories(tmp_path / "a", 1)
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    assert len(list(walk([str(tmp_path)]))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="no folder is closed to the superuser")
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    (path,) = walk([str(tmp_path)])
    assert "check the path and its rights" in str(Reader().read(path).error)


def test_a_folder_that_cannot_be_opened_stands_for_itself(tmp_path: Path) -> None:
    """As it does when it goes, or is closed to us, after it was listed."""
    (path,) = walk([str(tmp_path / "gone")])
    assert "can't be read" in str(Reader().read(path).error)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8, "not text"),
        (b"x" * 1_000_001, "over 1 MB"),
    ],
)
def test_what_is_wrong_with_an_input_is_told(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    reading = Reader(max_bytes=1_000_000).read(str(path))
    assert reading.parsed == ()
    assert words in str(reading.error)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    (parsed,) = Reader().read("-").parsed
    assert parsed.path == "-"
    assert parsed.article.text == STORY


@pytest.mark.parametrize("number", [FEW, FEW + 1, 150])
def test_many_are_read_in_order_whatever_the_number_of_processes(tmp_path: Path, number: int) -> None:
    paths = stories(tmp_path / "many", number)
    paths.insert(3, str(tmp_path / "missing.txt"))
    for workers in (1, 2):
        runs = list(Workshop(Reader(), Engine(), workers).run(paths))
        assert [reading.path for reading, _ in runs] == paths
        assert [reading.path for reading, _ in runs if reading.error] == [paths[3]]
        found = [one for _, extractions in runs for one in extractions]
        assert len(found) == number
        assert all(one is not None and one.quotes for one in found)


def test_what_is_not_wanted_is_not_extracted(tmp_path: Path) -> None:
    paths = stories(tmp_path / "many", 40)

    def wanted(parsed: Parsed) -> bool:
        return parsed.article.text.endswith("7.")

    runs = list(Workshop(Reader(), Engine(), 2).run(paths, wanted))
    assert [found is not None for _, (found,) in runs] == [at % 10 == 7 for at in range(40)]


FAULTS = {"hang": "over 2 seconds", "kill": "signal 9", "memory": "of memory", "raise": "a fault of our own"}


def misbehave(how: str) -> None:
    """What a harmful input may do to the process that reads it."""
    if how == "hang":
        time.sleep(600)
    elif how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    elif how == "memory":
        bytearray(100_000_000_000)
    elif how == "raise":
        raise ZeroDivisionError


@dataclass(frozen=True, slots=True)
class FaultyReader(Reader):
    """Misbehaves for files that are named for it."""

    def read(self, path: str) -> Reading:
        misbehave(Path(path).stem)
        return Reader.read(self, path)


class FaultyExtractor:
    """Misbehaves for articles that say so, and finds nothing in others."""

    def extract(self, article: Article) -> Extraction:
        misbehave(article.text.split()[-1])
        return Extraction()


def faulty() -> Workshop:
    return Workshop(FaultyReader(), FaultyExtractor(), 2, Limits(seconds=2))


def test_an_input_that_ends_its_process_spoils_only_itself(tmp_path: Path) -> None:
    paths = stories(tmp_path / "many", 40)
    for at, name in enumerate(FAULTS):
        paths.insert(2 * at, str(tmp_path / f"{name}.txt"))
    runs = list(faulty().run(paths))
    assert [reading.path for reading, _ in runs] == paths
    failed = {Path(reading.path).stem: reading.error for reading, _ in runs if reading.error}
    assert failed.keys() == FAULTS.keys()
    assert all(words in str(failed[name]) for name, words in FAULTS.items())


def test_an_article_that_ends_its_process_spoils_only_itself(tmp_path: Path) -> None:
    paths = stories(tmp_path / "many", 40)
    lines = "\n".join(f'{{"headline": "Ferry", "text": "The ferry of Orvik does {how}"}}' for how in ("sail", *FAULTS))
    bundle = tmp_path / "many" / "bundle.jsonl"
    bundle.write_text(lines)
    runs = list(faulty().run([str(bundle), *paths]))
    assert [len(reading.parsed) for reading, _ in runs] == [1, 0, 0, 0, 0] + [1] * 40
    assert [reading.path for reading, _ in runs[1:5]] == [f"{bundle}#{number}" for number in (2, 3, 4, 5)]
    assert all(words in str(reading.error) for (reading, _), words in zip(runs[1:5], FAULTS.values(), strict=True))


def test_a_single_input_that_may_be_harmful_is_read_elsewhere(tmp_path: Path) -> None:
    page = tmp_path / "kill.html"
    page.write_text("<html><body><p>The ferry sails.</p></body></html>")
    (run,) = faulty().run([str(page)])
    assert "signal 9" in str(run[0].error)


def test_no_more_than_a_window_of_inputs_is_taken_up(tmp_path: Path) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        for path in stories(tmp_path / "many", 200):
            taken += 1
            yield path

    runs = Workshop(Reader("plain"), FaultyExtractor(), 2).run(endless())
    for number in range(1, 11):
        next(runs)
        assert taken <= number + WINDOW
    runs.close()


def test_processes_wait_for_the_next_run(tmp_path: Path) -> None:
    paths = stories(tmp_path / "many", 40)
    workshop = Workshop(Reader(), FaultyExtractor(), 2)
    broken_off = workshop.run(paths)
    next(broken_off)
    broken_off.close()
    assert len(list(workshop.run(paths))) == len(list(workshop.run(paths))) == 40
    workshop.close()
    assert len(list(workshop.run(paths))) == 40
    workshop.close()
