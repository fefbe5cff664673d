"""Fit the curve that makes search's scores probabilities: `python -m bench.calibrate [--write]`.

Half the articles of the training split are loaded with their gold quotes. Fragments of quotes of all articles are asked
as they stand, misspelt, half remembered, misheard, reworded, paraphrased, or by their gist; those of the articles left
out have no answer. The best candidates of each question are labelled by whether they hold the fragment, and a logistic
curve is fitted to their measures, with cross-validation by fragment. The threshold is the lowest that keeps silent on
`SILENT` of the questions without an answer, and not below `LEAST`; words of a gist or a paraphrase may well stand in
another statement that is as good an answer, so these don't count there.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.model import Article, Extraction, Parsed, Person, Quote, QuoteKind, Span, Speaker, StoredQuote
from bot.search.forms import synonyms
from bot.search.index import Index
from bot.search.lexicon import STOP_WORDS
from bot.search.matching import Measures, compare, said
from bot.search.statements import CANDIDATES
from bot.store.sqlite import SqliteStore
from bot.text import tokens_of

DATA = Path(__file__).parents[2] / "shared" / "data" / "polnear"
CURVES = Path(__file__).parents[1] / "bot" / "search" / "curves.json"
SILENT = 0.995
"""Share of the questions without an answer that have to stay without one."""
LEAST = 0.45
"""Probability: no threshold below this, since a larger archive holds more that is like a fragment by chance. Set with
`bench/search.py`: among a million quotes half-remembered words are still found, and what nobody said isn't."""
FRAGMENTS = 2
FOLDS = 5
RIDGE = 1e-2
"""Penalty on the squared weights: the measures overlap, and the curve must not lean on their differences."""
BEST = 3
"""Candidates of a question that the curve is fitted to."""
KEYS = {c: n for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for c, n in zip(row, row[1:] + row[-2], strict=True)}
_SOUND_ALIKE = "their there,to two,for four,its it's,right write,hear here,no know,by buy,our hour,whether weather"
HOMOPHONES = {a: b for one in _SOUND_ALIKE.split(",") for a, b in (one.split(), one.split()[::-1])}
LITTLE_WORDS = [words.split("+") for words in "the a of in for to with that which on at by as+well and also".split()]
"""What translations put in the place of little words."""
SPELT_OUT = {
    "don't": "do not", "can't": "cannot", "won't": "will not", "it's": "it is", "that's": "that is", "we're": "we are",
    "i'm": "I am", "they're": "they are", "we'll": "we will", "isn't": "is not", "didn't": "did not", "he's": "he is",
}  # fmt: skip

_Rows = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Question:
    """A fragment as somebody might type it, and the words that were said."""

    noise: str
    text: str
    words: tuple[str, ...]
    """Normalised, as said."""


def load(split: Path) -> Iterator[tuple[Article, list[Quote]]]:
    """The articles of a split with their gold quotes (brat standoff: Source, Cue, Content)."""
    for path in sorted((split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        notes = sorted((split / "attributions").glob(f"{path.stem}_*.ann"))
        yield Article(text), _quotes(text, notes[0].read_text(encoding="utf-8")) if notes else []


def _quotes(text: str, notes: str) -> list[Quote]:
    spans: dict[str, list[Span]] = {}
    found: dict[Span, Quote] = {}
    for line in notes.splitlines():
        columns = [*line.split("\t"), ""]
        if line.startswith("T"):
            places = filter(None, columns[1].partition(" ")[2].split(";"))
            spans[columns[0]] = [Span(*map(int, place.split())) for place in places]
        elif line.startswith("E"):
            parts = [part.split(":") for part in columns[1].split()]
            content = sorted(span for role, ref in parts if role.startswith("Content") for span in spans.get(ref, []))
            source = sorted(span for role, ref in parts if role.startswith("Source") for span in spans.get(ref, []))
            if content and source:
                name = source[0].of(text)
                found[Span(content[0].start, content[-1].end)] = Quote(
                    QuoteKind.INDIRECT, tuple(content), speaker=Speaker(name, name, source[0])
                )
    return [found[span] for span in sorted(found)]


# --- questions


def exact(words: list[str], _: random.Random) -> list[str]:
    """As they stand."""
    return words


def typos(words: list[str], rng: random.Random) -> list[str]:
    """A quarter of the words misspelt."""
    hit = set(rng.sample(range(len(words)), max(1, len(words) // 4)))
    return [slip(word, rng) if n in hit else word for n, word in enumerate(words)]


def half(words: list[str], rng: random.Random) -> list[str]:
    """Little words and some others forgotten, two neighbours swapped."""
    kept = [word for word in words if rng.random() < (0.4 if word.lower() in STOP_WORDS else 0.85)]
    kept = kept if len(kept) >= 4 else [word for word in words if word.lower() not in STOP_WORDS]
    if len(kept) > 3 and rng.random() < 0.5:
        n = rng.randrange(len(kept) - 1)
        kept[n], kept[n + 1] = kept[n + 1], kept[n]
    return [slip(word, rng) if rng.random() < 0.1 else word for word in kept]


def misheard(words: list[str], rng: random.Random) -> list[str]:
    """As dictated: words that sound the same, plurals lost, long words parted, no capitals."""
    heard = [HOMOPHONES.get(word.lower(), word.lower()) for word in words]
    heard = [f"{word[:4]} {word[4:]}" if len(word) > 8 and rng.random() < 0.2 else word for word in heard]
    return [word[:-1] if word.endswith("s") and len(word) > 4 and rng.random() < 0.3 else word for word in heard]


def reworded(words: list[str], rng: random.Random) -> list[str]:
    """As after a translation there and back: other little words, verbs and contractions written out."""
    found: list[str] = []
    for word in words:
        if word.lower() in STOP_WORDS and rng.random() < 0.3:
            found += rng.choice(LITTLE_WORDS)
        else:
            found += SPELT_OUT.get(word.lower().replace("’", "'"), word).split()
    return [_synonym(word, rng) if rng.random() < 0.3 else word for word in found]


def paraphrased(words: list[str], rng: random.Random) -> list[str]:
    """In the teller's own words: telling words replaced by others of like meaning, and the two halves swapped."""
    changed = [_synonym(word, rng) for word in words]
    half = len(changed) // 2
    return [*changed[half:], *changed[:half]] if rng.random() < 0.5 else changed


def _synonym(word: str, rng: random.Random) -> str:
    known = sorted(synonyms(word.lower()))
    return rng.choice(known) if known else word


def gist(words: list[str], rng: random.Random) -> list[str]:
    """Four or five telling words of the whole statement, in order."""
    telling = [n for n, word in enumerate(words) if word.lower() not in STOP_WORDS and len(word) > 2]
    return [words[n] for n in sorted(rng.sample(telling, min(len(telling), rng.randint(4, 5))))]


NOISES: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    exact,
    typos,
    half,
    misheard,
    reworded,
    paraphrased,
    gist,
)


LOOSE = (gist.__name__, paraphrased.__name__)
"""Noises that keep too little of the words to say that nobody said them."""


def slip(word: str, rng: random.Random) -> str:
    """One slip of the fingers inside a word of four letters or more."""
    if len(word) < 4:
        return word
    n = rng.randrange(1, len(word) - 1)
    made = [word[:n] + word[n + 1] + word[n] + word[n + 2 :], word[:n] + word[n + 1 :], word[: n + 1] + word[n:]]
    return rng.choice([*made, word[:n] + KEYS.get(word[n].lower(), word[n]) + word[n + 1 :]])


def questions(articles: Sequence[tuple[Article, list[Quote]]], rng: random.Random) -> Iterator[Question]:
    """One fragment of up to `FRAGMENTS` quotes of each article, in each noise."""
    for article, quotes in articles:
        for quote in rng.sample(quotes, min(FRAGMENTS, len(quotes))):
            longest = max(quote.content, key=lambda span: span.end - span.start)
            words = re.findall(r"[^\W_][\w'’-]*", longest.of(article.text))
            size = rng.randint(6, 12)
            if len(words) < 8:
                continue
            start = rng.randrange(max(1, len(words) - size + 1))
            part = words[start : start + size]
            if sum(word.lower() not in STOP_WORDS for word in part) >= 4:
                for noise in NOISES:
                    typed = noise(words if noise is gist else part, rng)
                    yield Question(noise.__name__, " ".join(typed), tuple(tokens_of(" ".join(part))))


def runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All three words in a row: a fragment of which none is on record was said by nobody."""
    return zip(words, words[1:], words[2:], strict=False)


# --- fitting


def rows_of(index: Index, question: Question) -> list[tuple[Measures, bool]]:
    """The measures of the best candidates of a question, and whether each holds the words that were said."""
    query = index.query(question.text)
    if query is None:
        return []
    found = compare(query, index.store.match_quotes(query.terms, CANDIDATES))
    found.sort(key=lambda pair: -sum(pair[1].vector()))
    return [(measures, holds(one.quote, question)) for one, measures in found[:BEST]]


def holds(quote: StoredQuote, question: Question) -> bool:
    """Whether the words were said there; letters and figures may be parted differently."""
    return "".join(question.words) in "".join(tokens_of(said(quote)))


def fit(rows: _Rows, labels: _Rows) -> tuple[_Rows, float]:
    """Weights and bias of a logistic curve; measures that would count against a candidate count nothing."""
    used = list(range(rows.shape[1]))
    while True:
        weights, bias = _fit(rows[:, used], labels)
        if (weights >= 0).all():
            whole = np.zeros(rows.shape[1])
            whole[used] = weights
            return whole, bias
        used = [one for one, weight in zip(used, weights, strict=True) if weight > 0]


def _fit(rows: _Rows, labels: _Rows) -> tuple[_Rows, float]:
    """The same by Newton's method, with a ridge; of any sign."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    weights = np.zeros(x.shape[1])
    penalty = RIDGE * len(rows) * np.diag([*np.ones(rows.shape[1]), 0.0]) / 100
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ weights)))
        step = np.linalg.solve(x.T * (p * (1 - p)) @ x + penalty, x.T @ (labels - p) - penalty @ weights)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights[:-1], float(weights[-1])


def probabilities(rows: _Rows, weights: _Rows, bias: float) -> _Rows:
    """The curve's values."""
    return 1 / (1 + np.exp(-(rows @ weights + bias)))


def calibration_error(scores: _Rows, labels: _Rows, bins: int = 10) -> float:
    """Expected calibration error: mean gap between score and share of right ones, in ten equal steps of the score."""
    steps = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = [abs(scores[steps == n].mean() - labels[steps == n].mean()) * (steps == n).mean() for n in set(steps)]
    return float(sum(gaps))


def cross_validated(rows: _Rows, labels: _Rows, groups: npt.NDArray[np.int64]) -> _Rows:
    """Each row's score from a curve fitted without its group."""
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        out = groups % FOLDS == fold
        scores[out] = probabilities(rows[out], *fit(rows[~out], labels[~out]))
    return scores


def main() -> None:
    """Fit, say how good it is, and write the curve if asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write bot/search/curves.json")
    parser.add_argument("--articles", type=int, default=840, help="articles of the training split (840)")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"{DATA} is missing: this measurement needs the data beside the checkout")
    rng = random.Random(7)  # noqa: S311 - repeatable, not secret
    articles = list(load(DATA / "train"))
    rng.shuffle(articles)  # so that outlets and weeks stand in both halves
    articles = articles[: args.articles]
    loaded, absent = articles[::2], articles[1::2]
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "archive.db"))
        for number, (article, quotes) in enumerate(loaded):
            people = tuple(dict.fromkeys(Person(quote.speaker.name) for quote in quotes if quote.speaker))
            store.add(Parsed(article, f"{number}.txt"), Extraction(tuple(quotes), people))
        runs = {run for article, _ in loaded for run in runs_of(tokens_of(article.text))}
        unheard = [question for question in questions(absent, rng) if runs.isdisjoint(runs_of(question.words))]
        asked = [*questions(loaded, rng), *unheard]
        index = Index(store)
        answers = [(question, rows_of(index, question)) for question in asked]
        store.close()
    report(answers, args.write)


def report(asked: list[tuple[Question, list[tuple[Measures, bool]]]], write: bool) -> None:
    """Fit the curve, print what it is worth, write it."""
    flat = [(n, measures.vector(), right) for n, (_, rows) in enumerate(asked) for measures, right in rows]
    groups = np.array([n // len(NOISES) for n, _, _ in flat])
    question = np.array([n for n, _, _ in flat])
    rows, labels = np.array([row for _, row, _ in flat]), np.array([float(right) for _, _, right in flat])
    scores = cross_validated(rows, labels, groups)
    answerable = {n for n, (_, found) in enumerate(asked) if any(right for _, right in found)}
    best = {n: scores[question == n].max() for n in set(question)}
    unanswered = sorted(best[n] for n in best if n not in answerable and asked[n][0].noise not in LOOSE)
    threshold = max(LEAST, round(float(np.quantile(unanswered, SILENT)), 2))
    weights, bias = fit(rows, labels)
    names = [field.name for field in fields(Measures)]
    print(f"{len(asked)} questions, {len(answerable)} with an answer among the candidates; {len(flat)} candidates")
    print(
        "weights", {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}, round(bias, 2)
    )
    print(f"cross-validated: calibration error {calibration_error(scores, labels):.3f}, threshold {threshold}")
    print(
        f"without an answer: {len(unanswered)}, the highest scores {[round(float(one), 2) for one in unanswered[-8:]]}"
    )
    for noise in NOISES:
        mine = [best[n] for n in answerable if asked[n][0].noise == noise.__name__]
        print(f"  {noise.__name__}: {len(mine)} with an answer, found {np.mean(np.array(mine) >= threshold):.3f}")
    if write:
        curve = {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
        who = {"weights": curve, "bias": round(bias, 3), "threshold": threshold}
        stored = {"command": "python -m bench.calibrate --write", "curves": {"who": who}}
        CURVES.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
