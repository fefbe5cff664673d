"""Loading: versions and kills of the news industry's formats, what failed and is tried again, and the report."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.model import Receipt, State
from bot.report import Report
from tests.conftest import Run

NITF = """<?xml version="1.0"?><nitf><head><docdata management-status="{status}"><doc-id regsrc="NNA" id-string="17"/>
</docdata></head><body><body.head><hedline><hl1>{headline}</hl1></hedline></body.head><body.content><p>{text}</p>
</body.content></body></nitf>"""
FERRY = "“The ferry of Orvik stays as long as I am mayor,” said Mara Lind on Tuesday."


def version(folder: Path, name: str, text: str = FERRY, status: str = "usable", headline: str = "Ferry stays") -> Path:
    path = folder / name
    path.write_text(NITF.format(status=status, text=text, headline=headline), encoding="utf-8")
    return path


def test_a_correction_is_a_new_revision_though_all_of_it_is_another(onrecord: Run, tmp_path: Path) -> None:
    first = version(tmp_path, "1.xml")
    corrected = version(tmp_path, "2.xml", "“It is sold,” said Tom Brandt, the yard's owner.", headline="Ferry sold")
    lines = onrecord("ingest", "--json", first, corrected).objects
    assert [line["state"] for line in lines] == ["new", "updated"]
    assert not onrecord("ask", "--json", "/quote Lind").objects[0]["results"]
    assert onrecord("ask", "--json", "/quote Brandt").objects[0]["results"]


def test_a_kill_takes_the_earlier_version_off_the_record_for_good(onrecord: Run, tmp_path: Path) -> None:
    first, kill = version(tmp_path, "1.xml"), version(tmp_path, "2.xml", status="canceled")
    (new,) = onrecord("ingest", "--json", first).objects
    (killed,) = onrecord("ingest", "--json", kill).objects
    assert (killed["state"], killed["article_id"], killed["error"]) == ("updated", new["article_id"], None)
    assert "withdrawn by its publisher" in killed["note"]
    assert not onrecord("ask", "--json", "/quote Lind").objects[0]["results"]
    again = onrecord("ingest", "--json", first, kill)
    assert again.status == 1
    assert all("withdrawn" in line["error"] for line in again.objects)


def test_a_kill_of_what_was_never_loaded_is_refused(onrecord: Run, tmp_path: Path) -> None:
    done = onrecord("ingest", version(tmp_path, "2.xml", status="canceled"))
    assert done.status == 1
    assert "withdrawn" in done.err


def test_what_failed_is_tried_again(onrecord: Run, tmp_path: Path) -> None:
    story, gone = tmp_path / "story.txt", tmp_path / "gone.txt"
    story.write_text("")
    gone.write_text("")
    done = onrecord("ingest", story, gone)
    assert done.out.splitlines()[0] == "2 failed"
    assert done.out.splitlines()[-1] == "Try these again: onrecord ingest --retry"
    assert onrecord("ingest", "--retry").status == 1
    story.write_text(FERRY, encoding="utf-8")
    gone.unlink()
    assert onrecord("ingest", "--retry").out == "1 new\n"
    assert onrecord("ingest", "--retry").out == "nothing to load\n"


def test_ingest_wants_something_to_load(onrecord: Run) -> None:
    done = onrecord("ingest")
    assert done.status == 2
    assert "--retry" in done.err


def test_the_report_tells_reasons_by_their_number() -> None:
    report = Report()
    for at in range(3):
        report.note(Receipt(f"{at}.txt", error="is empty; give a file"))
        report.note(Receipt(f"{at}.txt", State.DUPLICATE, "a"))
    report.note(Receipt("4.pdf", error="is locked"))
    report.note(Receipt("5.xml", State.UPDATED, "a", note="withdrawn"))
    assert report.lines() == [
        "3 duplicate, 1 withdrawn, 4 failed",
        "  3 is empty; give a file (first: 0.txt)",
        "  1 is locked (first: 4.pdf)",
        "Try these again: onrecord ingest --retry",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_load_that_was_killed_goes_on_where_it_was(onrecord: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for at in range(150):
        (folder / f"{at:03}.txt").write_text(f"{FERRY} Number {at}.", encoding="utf-8")
    command = [sys.executable, "-m", "bot", "ingest", "--json", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=tmp_path) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    assert b'"new"' in first
    time.sleep(0.1)
    states = [line["state"] for line in onrecord("ingest", "--json", folder).objects]
    assert len(states) == 150
    assert states[0] == "unchanged"
    assert states.count("new") + states.count("unchanged") == 150
    assert onrecord("ingest", folder).out == "150 unchanged\n"
