"""The sample articles: each with its pair, read as expected, and who said what found in them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import seeds
from bot import parse as parser
from bot.extract.engine import Engine
from bot.model import Article
from tests.golden.scoring import Gold, Pair, gold_quotes, pairs, shown, solid, speaker_fits

FOLDER = Path(seeds.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
SAME = 0.8
"""Share (0 to 1) of letters and digits in common from which two statements are the same."""
SHARES = {"content": 0.88, "kind": 0.88, "speaker": 0.86, "via": 1.0}
"""At least this share (0 to 1) of all expected statements: found, of the right kind, with the right name, and of
those that a medium passed on, with that medium. Raise when the engine gets better; lower only with a reason."""


def raw(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def body(name: str) -> str:
    """The article's text as the pair tells: from its first words to its last."""
    text, pair = raw(name), expected(name)
    return text[text.index(pair["first"]) : text.rindex(pair["last"]) + len(pair["last"])]


def article(name: str) -> Article:
    """The article with its body as expected, so that a fault of the parser doesn't count against the engine."""
    pair = expected(name)
    return Article(body(name), headline=pair["headline"], language=pair["language"])


def test_there_are_enough_articles_of_every_sort() -> None:
    assert len(NAMES) >= 12
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == NAMES
    quotes = [quote for name in NAMES for quote in expected(name)["quotes"]]
    assert {quote["kind"] for quote in quotes} == {"direct", "mixed", "indirect", "attributed"}
    assert {quote["speaker"]["kind"] for quote in quotes} == {"person", "institution", "group", "anonymous"}
    assert any(quote["via"] for quote in quotes)
    assert {expected(name)["language"] for name in NAMES} == {"en", "es"}


def test_a_surname_of_two_people_and_a_speaker_of_several_articles_are_among_them() -> None:
    articles: dict[str, set[str]] = {}
    for name in NAMES:
        for quote in expected(name)["quotes"]:
            if quote["speaker"]["kind"] == "person":
                articles.setdefault(quote["speaker"]["name"], set()).add(name)
    surnames = Counter(person.split()[-1] for person in articles)
    assert max(surnames.values()) >= 2
    assert max(map(len, articles.values())) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_the_pair_is_whole_and_its_words_stand_in_the_article(name: str) -> None:
    pair = expected(name)
    text = body(name)
    assert len(text.split("\n\n")) == pair["paragraphs"]
    assert pair["quotes"]
    gold = gold_quotes(text, pair["quotes"])
    assert [one.content for one in gold] == sorted(one.content for one in gold)
    assert all(solid(text, one.content) for one in gold)
    for quote in pair["quotes"]:
        assert quote["cue"] is None or quote["cue"] in text
        assert quote["speaker"]["mention"] is None or quote["speaker"]["mention"] in text
    assert all(words in text for words in pair["not_quotes"])
    assert all(line in raw(name).split("\n") for line in pair["dropped"])


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_parsed_as_expected(name: str) -> None:
    pair = expected(name)
    (parsed,) = parser.parse(f"{name}.txt", (FOLDER / f"{name}.txt").read_bytes())
    line = parsed.dateline
    got = {
        "section": parsed.section,
        "headline": parsed.headline,
        "byline": parsed.byline,
        "dateline": line and {"raw": line.raw.strip(), "place": line.place, "date": line.date, "agency": line.agency},
        "provider": parsed.provider,
        "desk": parsed.desk,
        "language": parsed.language,
        "text": parsed.text,
    }
    wanted = {key: pair[key] for key in got if key != "text"} | {"text": body(name)}
    assert got == wanted
    assert [line for line in pair["dropped"] if line not in parsed.dropped] == []


def judged(name: str) -> tuple[list[Gold], list[Pair], str]:
    """The expected quotes of an article, those found again, and the difference in words."""
    item = article(name)
    gold = gold_quotes(item.text, expected(name)["quotes"])
    found = Engine().extract(item).quotes
    met = pairs(item.text, gold, found, SAME)
    faults = [f"  missed    {shown(item.text, g.kind, g.content, g.speaker)}" for g in missed(gold, met)]
    for one in met:
        got = one.found.speaker.name if one.found.speaker else None
        if not speaker_fits(one.gold, one.found) or one.gold.kind != one.found.kind or one.gold.via != one.found.via:
            faults.append(f"  wanted    {shown(item.text, one.gold.kind, one.gold.content, one.gold.speaker)}")
            faults.append(f"  found     {shown(item.text, one.found.kind, one.found.content, got)}")
    return gold, met, "\n".join([name, *faults])


def missed(gold: list[Gold], met: list[Pair]) -> list[Gold]:
    have = {id(one.gold) for one in met}
    return [one for one in gold if id(one) not in have]


def test_who_said_what_is_found() -> None:
    gold: list[Gold] = []
    met: list[Pair] = []
    report = []
    for name in NAMES:
        wanted, got, difference = judged(name)
        gold += wanted
        met += got
        report.append(difference)
    passed_on = sum(one.via is not None for one in gold)
    shares = {
        "content": len(met) / len(gold),
        "kind": sum(one.gold.kind == one.found.kind for one in met) / len(gold),
        "speaker": sum(speaker_fits(one.gold, one.found) for one in met) / len(gold),
        "via": sum(one.gold.via is not None and one.gold.via == one.found.via for one in met) / passed_on,
    }
    print(*report, shares, sep="\n")
    low = {key: share for key, share in shares.items() if share < SHARES[key]}
    assert not low, f"lower than {SHARES}: {low}\n" + "\n".join(report)


@pytest.mark.parametrize("name", [name for name in NAMES if expected(name)["not_quotes"]])
def test_scare_quotes_titles_and_nicknames_are_nobodys_words(name: str) -> None:
    """A statement may hold them; none may be made of them alone."""
    item = article(name)
    for quote in Engine().extract(item).quotes:
        words = {span.of(item.text).strip(" ,.“”‘’\"'«»") for span in quote.content}
        assert not words & set(expected(name)["not_quotes"]), shown(item.text, quote.kind, quote.content, None)
