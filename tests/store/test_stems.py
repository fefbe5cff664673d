"""Stems: forms of one word come out alike, other words don't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.stems import stem
from bot.text import tokens_of


@pytest.mark.parametrize(
    "forms",
    [
        "bridge bridges bridged bridging",
        "check checks checked checking",
        "stop stops stopped stopping",
        "tax taxes taxed taxing",
        "party parties",
        "carry carries carried carrying",
        "clear clearly",
        "class classes",
        "sanction sanctions sanctioned",
        "wish wishes wished",
        "muro muros",
    ],
)
def test_forms_of_one_word_come_out_alike(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["bus bush", "us u", "king kin", "red r", "string str", "news new", "sing s", "this thi", "need ne", "1990s 1990"],
)
def test_other_words_stay_apart(words: str) -> None:
    first, second = words.split()
    assert stem(first) != stem(second)


@given(st.text())
def test_a_stem_is_a_word_that_no_tokenizer_parts(text: str) -> None:
    for word in tokens_of(text):
        assert stem(word)
        assert " " not in stem(word)
