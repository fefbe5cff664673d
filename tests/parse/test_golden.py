"""Golden pairs: each sample file of a format with the articles that it holds beside it, all of our own writing.

Those of documents are made by samples.py.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.contract import article
from bot.parse import FORMATS, parse

FOLDER = Path(__file__).parent / "golden"
EXPECTED = ".expected.json"
SAMPLES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(EXPECTED))
WITHOUT = {"plain", "wire", "archive", "warc"}
"""Formats whose samples are the seeds, the tables of test_wire.py, archives of the samples (test_bundle.py), and
web archives made in test_tables.py."""


def expected(sample: Path) -> list[dict[str, Any]]:
    return json.loads(sample.with_name(sample.name + EXPECTED).read_text(encoding="utf-8"))


def test_every_format_has_a_sample() -> None:
    assert {item["format"] for sample in SAMPLES for item in expected(sample)} - WITHOUT == set(FORMATS) - WITHOUT


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.name for sample in SAMPLES])
def test_a_sample_is_read_as_expected(sample: Path) -> None:
    found = [{k: v for k, v in article(one).items() if k != "id"} for one in parse(sample.name, sample.read_bytes())]
    assert found == expected(sample)
    assert all(item["text"] and item["headline"] for item in found)


TOLD = [sample for sample in SAMPLES if sample.suffix != ".csv"]


@pytest.mark.parametrize("sample", TOLD, ids=[sample.name for sample in TOLD])
def test_the_content_tells_the_format_whatever_the_name(sample: Path) -> None:
    found = parse("download", sample.read_bytes())
    assert [one.text for one in found] == [item["text"] for item in expected(sample)]
