"""The trained tagger: its weights, the labels it gives, and that any text is read the same way everywhere."""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract.tagger import weights
from bot.extract.tagger.attributor import Tagger
from bot.extract.tagger.decoding import best
from bot.extract.tagger.features import read
from bot.extract.tagger.labels import NAMES, allowed
from bot.extract.tagger.network import EXACT, FORBIDDEN, LIMIT
from bot.extract.tagger.words import CASE, CLASS, case_of, plain, shape_class, suffix_of
from tests.extract.test_engine import TEXTS

ARTICLE = """Bridge of Aldersund to open again

ALDERSUND, May 3 (XYZ) - The bridge across the sound will open on Monday, mayor Mara Lind said.

"We looked at every pillar," she told reporters. "Nothing moved."

Lind said that the city had paid for the work. The ministry denied that it had refused to help."""


FREE = np.where(allowed(), np.int32(0), np.int32(FORBIDDEN))
"""Transitions that only forbid."""


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def test_the_weights_are_those_of_this_version() -> None:
    data = files("bot.extract.tagger").joinpath(weights.FILE).read_bytes()
    assert hashlib.sha256(data).hexdigest() == weights.SHA256
    assert len(data) < 5_000_000
    assert weights.SHA256 in files("bot.extract.tagger").joinpath("MODEL_CARD.md").read_text(encoding="utf-8")


def test_damaged_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "SHA256", "0" * 64)
    with pytest.raises(weights.DamagedWeightsError, match="checksum"):
        weights.load.__wrapped__()


def test_every_sum_of_the_network_is_exact_in_single_precision() -> None:
    """So the order in which a machine adds up can't change a label."""
    data = files("bot.extract.tagger").joinpath(weights.FILE).read_bytes()
    with np.load(io.BytesIO(data)) as arrays:
        layers = [name for name in arrays.files if name.startswith("conv")]
        assert layers
        for name in layers:
            bias = np.abs(arrays["bias" + name.removeprefix("conv")].astype(np.int64))
            assert np.all(np.abs(arrays[name].astype(np.int64)).sum(axis=0) * LIMIT + bias < EXACT)
        assert np.all(np.abs(arrays["out"].astype(np.int64)).sum(axis=0) * LIMIT < EXACT)


def test_who_said_what_in_a_short_article(tagger: Tagger) -> None:
    found = tagger.attribute(ARTICLE)
    spoken = [
        (one.source.of(ARTICLE) if one.source else None, [span.of(ARTICLE) for span in one.content]) for one in found
    ]
    assert ("she", ["We looked at every pillar", "Nothing moved"]) in spoken
    assert any(source == "Lind" and "paid for the work" in words[0] for source, words in spoken)
    assert any(source == "The ministry" and "refused to help" in words[0] for source, words in spoken)


def test_lines_wrapped_to_a_width_change_nothing(tagger: Tagger) -> None:
    plain_words = (
        "Mara Lind, who has been mayor of Aldersund since May, said on Tuesday that the bridge was safe again."
    )
    wrapped = "Mara Lind, who has been mayor of Aldersund since May,\nsaid on Tuesday that the bridge was safe again."
    one, other = tagger.attribute(plain_words), tagger.attribute(wrapped)
    assert [a.content for a in one] == [b.content for b in other] != []


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_valid_spans_and_the_same_again(tagger: Tagger, text: str) -> None:
    found = tagger.attribute(text)
    for one in found:
        assert one.content
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)
        for span in (one.cue, one.source, one.via):
            assert span is None or 0 <= span.start < span.end <= len(text)
    assert Tagger().attribute(text) == found


def test_a_long_text_is_read_as_its_parts_are(tagger: Tagger) -> None:
    """Blocks of the network overlap by all that a token can see, so a cut between them changes nothing."""
    text = "\n\n".join([ARTICLE] * 200)
    found = tagger.attribute(text)
    middle = [one for one in found if one.content[0].start >= len(ARTICLE) * 20]
    step = len(ARTICLE) + 2
    starts = [{one.content[0].start - n * step for one in middle if 0 <= one.content[0].start - n * step < step}
              for n in range(21, 190)]  # fmt: skip
    assert all(each == starts[0] for each in starts)


def test_a_megabyte_is_read_in_bounded_memory_and_linear_work(tagger: Tagger) -> None:
    sizes = []
    for times in (100, 1000):
        text = "\n\n".join([ARTICLE] * (times * 1000 // len(ARTICLE)))
        found = tagger.attribute(text)
        sizes.append((len(read(text).words), len(found)))
    (words, few), (more_words, many) = sizes
    assert 9 <= more_words / words <= 11
    assert 9 <= many / few <= 11


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, len(NAMES) - 1), min_size=1, max_size=40), st.integers(0, 10_000), st.data())
def test_the_best_labels_follow_the_rules(labels: list[int], seed: int, data: st.DataObject) -> None:
    scores = np.random.default_rng(seed).integers(-500, 500, (len(labels), len(NAMES)))
    scores[np.arange(len(labels)), labels] += 600
    edges = np.array(sorted({*data.draw(st.sets(st.integers(0, len(labels) - 1), max_size=3)), len(labels) - 1}))
    found = best(scores.astype(np.int32), edges.astype(np.int32), FREE)
    assert not found[edges].any()
    assert all(allowed()[a, b] for a, b in zip([0, *found[:-1]], found, strict=True))


def test_labels_that_break_no_rule_stay_as_they_are() -> None:
    wanted = np.array([0, 3, 4, 5, 9, 10, 0, 7, 8, 0])
    scores = np.zeros((len(wanted), len(NAMES)), np.int32)
    scores[np.arange(len(wanted)), wanted] = 10
    assert best(scores, np.array([9], np.int32), FREE).tolist() == wanted.tolist()


@pytest.mark.parametrize(
    ("word", "low", "kind", "case"),
    [
        ("Said", "said", "ed", "title"),
        ("”", "<double>", "double", "mark"),
        ("--", "<dash>", "dash", "mark"),
        ("2016", "<digits>", "digits", "digits"),
        ("UN", "un", "other", "upper"),
        ("", "", "break", "break"),
    ],
)
def test_words_by_themselves(word: str, low: str, kind: str, case: str) -> None:
    assert plain(word) == low
    assert case_of(word) == CASE[case]
    if kind != "ed":
        assert shape_class(word.lower()) == CLASS[kind]
    assert suffix_of(low) == suffix_of("xyz" + low[-3:]) or len(low) < 3
