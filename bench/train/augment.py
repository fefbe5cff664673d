"""The training text in other clothes: every style of marks, wrapped lines, datelines, other names and institutions."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from bench.train.corpus import Event, Example, shifted
from bot.extract.marks import quotations
from bot.extract.tagger.layout import read_paragraphs

Edit = tuple[int, int, str]

STYLES = [  # (share, opening, closing), of double marks
    (0.44, None, None),
    (0.15, '"', '"'),
    (0.09, "“", "”"),
    (0.12, "``", "''"),
    (0.03, "''", "''"),
    (0.06, "‘", "’"),
    (0.04, "'", "'"),
    (0.02, "«", "»"),
    (0.01, "„", "“"),
    (0.04, "", ""),
]
CITIES = """MOSCOW LONDON PARIS BEIJING TOKYO GENEVA BRUSSELS WASHINGTON BERLIN MADRID SYDNEY NAIROBI JAKARTA BOGOTA
OSLO LIMA CAIRO MANILA SEOUL HANOI""".split()
AGENCIES = "AP AFP Reuters Xinhua EFE dpa PTI".split()
MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
INSTITUTIONS = """the ministry|police|the company|the bank|analysts|officials|the central bank|the government|the agency
the newspaper|Xinhua|the Foreign Ministry|a spokesman|a company spokeswoman|the Defense Department|the IMF|Boeing Co
prosecutors|witnesses|an official|a senior official|the report|the union|the airline|the army|state television
the court|traders|a statement|Tokyo|the Kremlin|the U.N.|the commission|diplomats|a police spokesman|the firm
the defence ministry|local media|researchers|the coach|doctors|a source close to the talks""".replace("\n", "|").split(
    "|"
)
INSERTS = [
    " Friday",
    " on Tuesday",
    " Wednesday",
    " in a statement",
    " late Monday",
    " in an interview",
    " at a news conference",
    " in a report",
    " here",
    " earlier this week",
    " Thursday night",
    " on Sunday",
]
TOLD = [
    "told reporters",
    "told Reuters",
    "told AFP",
    "told a news conference",
    "told The Associated Press",
    "told the BBC",
    "told state television",
    "told journalists",
    "told Xinhua",
    "told parliament",
    "told the court",
]
VERBS = [
    "announced",
    "added",
    "stressed",
    "noted",
    "confirmed",
    "explained",
    "warned",
    "disclosed",
    "reported",
    "stated",
    "acknowledged",
    "insisted",
    "reiterated",
    "pointed out",
]


def augmented(example: Example, rng: random.Random, strength: float = 1.0) -> Example:
    """The example as another outlet would print it.

    Args:
        example: An article with its gold.
        rng: The source of all choices.
        strength: 0 leaves the article as it is, 1 changes it as usual.
    """
    steps: list[tuple[float, Callable[[Example, random.Random], Example]]] = [
        (0.5, _speakers),
        (0.25, _datelined),
        (0.5, _signs),
        (0.56, _restyled),
        (0.3, _headline),
        (0.12, _joined),
        (0.14, _wrapped),
    ]
    for share, step in steps:
        if rng.random() < share * strength:
            example = step(example, rng)
    return example


def _speakers(example: Example, rng: random.Random) -> Example:
    """Institutions in place of named people, and agencies' ways to say when and to whom."""
    edits: list[Edit] = []
    for event in example.events:
        if len(event.source) == 1 and rng.random() < 0.12:
            a, b = event.source[0]
            old = example.text[a:b]
            if b - a < 60 and old[:1].isupper() and "\n" not in old:
                new = rng.choice(INSTITUTIONS)
                edits.append(
                    (a, b, new[0].upper() + new[1:] if a == 0 or example.text[a - 2 : a] in ("\n\n", ". ") else new)
                )
        if len(event.cue) == 1 and example.text[slice(*event.cue[0])] == "said":
            edits += _said(event, rng)
    return shifted(example, edits)


def _said(event: Event, rng: random.Random) -> list[Edit]:
    a, b = event.cue[0]
    follows = bool(event.source) and event.source[-1][1] <= a
    roll = rng.random()
    if follows and roll < 0.08:
        return [(a, b, rng.choice(TOLD))]
    if roll < 0.14:
        return [(a, b, rng.choice(VERBS))]
    if follows and roll < 0.24:
        return [(b, b, rng.choice(INSERTS))]
    return []


def _datelined(example: Example, rng: random.Random) -> Example:
    blocks = read_paragraphs(example.text)
    if len(blocks) < 3:
        return example
    city, agency = rng.choice(CITIES), rng.choice(AGENCIES)
    day = f"{rng.choice(MONTHS)} {rng.randint(1, 30)}"
    line = rng.choice(
        [
            f"{city} ({agency}) {rng.choice(['_', '--', '-', '—'])} ",
            f"{city}, {day} ({agency}) {rng.choice(['-', '--', '—'])} ",
            f"{city.title()}, {day} ({agency}).- ",
            f"{city}, {day} - ",
            f"    By A. Reporter, {agency}\n    {city}, {day} - ",
        ]
    )
    return shifted(example, [(blocks[1].start, blocks[1].start, line)])


def _signs(example: Example, rng: random.Random) -> Example:
    """Dashes and apostrophes as typewriters and agencies write them."""
    edits: list[Edit] = []
    dash = rng.choice([" _ ", " -- ", " - ", "--", " – "])
    straight = rng.random() < 0.7
    for m in re.finditer(r"\s*(?:—|–|--)\s*|(?<=\w)[’'](?=\w)", example.text):
        sign = m.group()
        if "\n" in sign or m.start() == 0:
            continue
        if sign in ("’", "'"):
            edits.append((m.start(), m.end(), "'" if straight else "’"))
        else:
            edits.append((m.start(), m.end(), dash))
    return shifted(example, edits)


def _restyled(example: Example, rng: random.Random) -> Example:
    roll, opening, closing = rng.random() * 0.56, "", ""
    for share, opening_, closing_ in STYLES[1:]:
        opening, closing = opening_ or "", closing_ or ""
        roll -= share
        if roll < 0:
            break
    text = example.text
    lost = 0.03 if rng.random() < 0.3 else 0.0
    edits: list[Edit] = []
    for paragraph in read_paragraphs(text):
        for q in quotations(text, paragraph):
            if q.single:
                continue
            first = 2 if text[q.outer.start : q.outer.start + 2] in ("``", "''") else 1
            if rng.random() >= lost:
                edits.append((q.outer.start, q.outer.start + first, opening))
            else:
                edits.append((q.outer.start, q.outer.start + first, rng.choice(["", opening * 2])))
            if q.closed:
                last = 2 if text[q.outer.end - 2 : q.outer.end] == "''" else 1
                new = closing if rng.random() >= lost else rng.choice(["", closing * 2])
                edits.append((q.outer.end - last, q.outer.end, new))
    return shifted(example, edits)


def _headline(example: Example, _: random.Random) -> Example:
    first = read_paragraphs(example.text)[:1]
    return shifted(
        example,
        [
            (p.start, p.end, p.of(example.text).upper())
            for p in first
            if len(p.of(example.text).upper()) == p.end - p.start
        ],
    )


def _joined(example: Example, rng: random.Random) -> Example:
    """Paragraphs run together, as scrapers and summarisers' corpora have them."""
    joint = rng.choice([" ", "\n", " "])
    share = rng.choice([1.0, 0.5])
    edits = [
        (m.start(), m.end(), joint)
        for m in re.finditer(r"(?<=[.”\"'’])\s*\n\s*\n\s*", example.text)
        if rng.random() < share
    ]
    return shifted(example, edits[1:])


def _wrapped(example: Example, rng: random.Random) -> Example:
    """Lines of at most so many characters, as teleprinters and mail have them."""
    width = rng.randint(56, 78)
    indented = rng.random() < 0.5
    edits: list[Edit] = []
    paragraphs = read_paragraphs(example.text)
    for p, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        at, room = p.start, width - (4 if indented else 0)
        while p.end - at > room:
            cut = max((i for i in range(at + 1, at + room + 1) if example.text[i] in " \n"), default=None)
            if cut is None:
                break
            edits.append((cut, cut + 1, "\n"))
            at, room = cut + 1, width
        if indented and following:
            edits.append((p.end, following.start, "\n    "))
    return shifted(example, edits)
