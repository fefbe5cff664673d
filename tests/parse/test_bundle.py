"""Archives: all that is in them, as if it lay in a folder; and what would explode."""

import contextlib
import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import EmptyError, InputError, TooLargeError
from bot.parse import bundle, parse

PROSE = b"The council of Marlow met on Tuesday and voted to keep the old ferry."
FOLDER = Path(__file__).parent / "golden"
SAMPLES = [path for path in sorted(FOLDER.iterdir()) if not path.name.endswith(".expected.json")]


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(files: dict[str, bytes], mode: str) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            item = tarfile.TarInfo(name)
            item.size = len(data)
            archive.addfile(item, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hosts"
        archive.addfile(link)
    return made.getvalue()


FILES = {path.name: path.read_bytes() for path in SAMPLES}
BROKEN = {".hidden.txt": PROSE, "__MACOSX/a.txt": PROSE, "a.py": PROSE, "b.zip": zipped({"a.txt": PROSE})}


@pytest.mark.parametrize("data", [zipped(FILES | BROKEN), tarred(FILES | BROKEN, "w"), tarred(FILES | BROKEN, "w:gz")])
def test_an_archive_is_read_like_its_files(data: bytes) -> None:
    found = parse("download", data)
    assert found == [article for name, one in FILES.items() for article in parse(name, one)]


def test_a_file_that_is_zipped_alone() -> None:
    (article,) = parse("ferry.txt.gz", gzip.compress(PROSE))
    assert article.text.encode() == PROSE
    with pytest.raises(EmptyError):
        parse("ferry.py.gz", gzip.compress(PROSE))


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LARGEST_FILE", 1000)
    monkeypatch.setattr(bundle, "MOST_FILES", 3)
    monkeypatch.setattr(bundle, "LARGEST", 1500)
    bomb = {"a.txt": PROSE, "b.txt": b" " * 10_000_000}
    for data in (zipped(bomb), tarred(bomb, "w:gz"), gzip.compress(b" " * 10_000_000)):
        with pytest.raises(TooLargeError, match="unpacks to too much"):
            parse("a", data)
    with pytest.raises(TooLargeError, match="unpacks"):
        parse("a", zipped({f"{number}.txt": PROSE * 10 for number in range(3)}))
    with pytest.raises(TooLargeError, match="files"):
        parse("a", zipped({f"{number}.txt": PROSE for number in range(5)}))


def test_without_an_article() -> None:
    with pytest.raises(EmptyError, match=r"without an article \(1 files\)"):
        parse("a", zipped({"a.py": PROSE}))


@given(st.integers(4, len(zipped({"a.txt": PROSE})) - 1), st.integers(0, 255))
def test_a_broken_archive_is_read_or_refused(place: int, byte: int) -> None:
    for whole in (zipped({"a.txt": PROSE}), gzip.compress(PROSE), tarred({"a.txt": PROSE}, "w:gz")):
        for data in (whole[:place], whole[:place] + bytes([byte]) + whole[place + 1 :]):
            with contextlib.suppress(InputError):
                assert parse("a.txt", data)
