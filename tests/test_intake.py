"""Inputs -> articles: walking, reading, limits, and one bad input that stops nothing."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from bot.extract.engine import Engine
from bot.intake import FEW, Reader, Workshop, walk
from bot.model import Parsed

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
    paths = stories(tmp_path / "many", 20)

    def wanted(parsed: Parsed) -> bool:
        return parsed.article.text.endswith("7.")

    runs = list(Workshop(Reader(), Engine(), 2).run(paths, wanted))
    assert [found is not None for _, (found,) in runs] == [at % 10 == 7 for at in range(20)]
