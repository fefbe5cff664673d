"""The golden paragraphs: who said what, by kind of news, never worse than `golden/ratchet.json` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.extract import extract
from tests.golden.scoring import gold_quotes, pairs, shown, speaker_fits

FOLDER = Path(__file__).parent / "golden"
RATCHET = FOLDER / "ratchet.json"
GROUPS = sorted(path.stem for path in FOLDER.glob("*.json") if path != RATCHET)
ALIKE = 0.3
"""Overlap (0 to 1) from which a statement counts as found, as PolNeAR's scorers have it (IoU of letters)."""


def items(group: str) -> list[dict[str, Any]]:
    return json.loads((FOLDER / f"{group}.json").read_text(encoding="utf-8"))


def minimum(group: str) -> float:
    """The least F1 (0 to 1) of a group; a group of paragraphs in which nobody speaks counts silence as 1."""
    return json.loads(RATCHET.read_text(encoding="utf-8"))[group]


def score(group: str) -> tuple[float, list[str]]:
    """F1 of content with the right speaker over a group's paragraphs, and what went wrong."""
    right = wanted = found = 0
    faults = []
    for item in items(group):
        text = item["text"]
        gold = gold_quotes(text, item["quotes"])
        quotes = extract(text, language=item["language"]).quotes
        hits = sum(speaker_fits(one.gold, one.found) for one in pairs(text, gold, quotes, ALIKE))
        right += hits
        wanted += len(gold)
        found += len(quotes)
        if not hits == len(gold) == len(quotes):
            faults.append(f"{item['id']} ({item['why']})")
            faults += [f"    wanted  {shown(text, one.kind, one.content, one.speaker)}" for one in gold]
            for one in quotes:
                speaker = one.speaker.name if one.speaker else None
                faults.append(f"    found   {shown(text, one.kind, one.content, speaker)}")
    return (2 * right / (wanted + found) if wanted + found else 1.0), faults


def test_the_paragraphs_are_whole() -> None:
    every = [item for group in GROUPS for item in items(group)]
    assert len(every) >= 64
    assert len({item["id"] for item in every}) == len(every)
    assert sum(item["language"] == "es" for item in every) >= 12
    assert any(not item["quotes"] for item in every)
    assert {quote["kind"] for item in every for quote in item["quotes"]} == {
        "direct",
        "mixed",
        "indirect",
        "attributed",
    }


def test_every_group_has_its_minimum() -> None:
    assert sorted(json.loads(RATCHET.read_text(encoding="utf-8"))) == GROUPS


@pytest.mark.parametrize("group", GROUPS)
def test_the_gold_stands_in_its_text(group: str) -> None:
    for item in items(group):
        assert item["text"].strip()
        assert item["why"]
        assert len(gold_quotes(item["text"], item["quotes"])) == len(item["quotes"])
        for quote in item["quotes"]:
            assert quote["cue"] is None or quote["cue"] in item["text"]
            mention = quote["speaker"]["mention"]
            assert mention is None or mention in item["text"]


@pytest.mark.parametrize("group", GROUPS)
def test_who_said_what_is_found_as_well_as_before(group: str) -> None:
    f1, faults = score(group)
    print(f"{group:<12} F1 {f1:.3f}  (minimum {minimum(group):.2f})", *faults, sep="\n")
    assert f1 >= minimum(group), "\n".join(faults)
