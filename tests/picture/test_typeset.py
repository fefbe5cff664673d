"""Text in lines: nothing lost, nothing changed, within its space."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.picture import Unshowable
from bot.picture.fonts import Style, faces, shipped
from bot.picture.typeset import LEFT_OUT, REFERENCE, Setting, fitted, paragraph

ROOMS = {60: 200.0, 50: 300.0, 40: 400.0}
WIDTH = 900.0
WORDS = "We checked every bolt of the bridge, twice, and will check it again before the first lorry drives over it."


def lines(setting: Setting) -> list[str]:
    return [one.text[start:end] for one, stretches in setting.paragraphs for start, end in stretches]


def fit(text: str) -> Setting:
    return fitted(text, Style.QUOTE, WIDTH, 1.3, ROOMS)


def test_a_short_text_is_set_large_and_a_long_one_small() -> None:
    assert fit("We did.").size == 60
    assert fit(WORDS).size == 50
    assert fit(WORDS * 3).size == 40


def test_words_are_neither_changed_nor_lost() -> None:
    assert " ".join(lines(fit(WORDS))) == WORDS


def test_what_fits_at_no_size_is_cut_at_a_word_with_a_mark() -> None:
    setting = fit(WORDS * 30)
    told = " ".join(lines(setting))
    assert told.endswith(LEFT_OUT)
    assert (WORDS * 30).startswith(told.removesuffix(LEFT_OUT))
    assert (WORDS * 30)[len(told.removesuffix(LEFT_OUT))] == " "
    assert setting.height <= ROOMS[40]


def test_paragraphs_stay_apart() -> None:
    setting = fit("One.\n\nTwo.")
    assert lines(setting) == ["One.", "Two."]
    assert setting.height > 2 * setting.size * setting.leading


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcdé —-/«»“”.,אבج12", min_size=1, max_size=60), min_size=1, max_size=30))
def test_no_line_is_longer_than_its_space(words: list[str]) -> None:
    setting = fit(" ".join(words))
    assert setting.length <= WIDTH or setting.overflows
    assert setting.height <= max(ROOMS.values())


def test_lines_are_even() -> None:
    setting = fit("one two three four five six seven eight nine ten")
    widths = [one.width(*line) * setting.size / REFERENCE for one, found in setting.paragraphs for line in found]
    assert len(widths) > 1
    assert min(widths) > 0.6 * max(widths)


def test_addresses_are_parted_and_words_are_not() -> None:
    address = "https://www.example.org/" + "a" * 100
    assert "".join(lines(fit(address))) == address
    assert len(lines(fit("Donaudampfschifffahrt"))) == 1


def test_east_asian_lines_break_between_letters_but_not_before_marks() -> None:
    try:
        setting = fit("我们检查了每一个螺栓，" * 12)
    except Unshowable:
        pytest.skip("no font for Chinese on this system")
    assert setting.lines > 2
    assert not [line for line in lines(setting) if line.startswith("，")]


def test_each_script_has_its_face_and_marks_go_with_their_words() -> None:
    chosen = faces("Lind «ليلى» שלום Мира", Style.QUOTE, folders=())
    names = [face.path.stem for face in chosen]
    assert names[0] == names[-1] == "NotoSerif-Regular"
    assert names[6] == names[7] == "NotoNaskhArabic-Regular"
    assert "NotoSerifHebrew-Regular" in names


def test_characters_without_a_font_are_named() -> None:
    with pytest.raises(Unshowable) as error:
        faces("Lind 橋は安全", Style.QUOTE, folders=())
    assert error.value.characters == "".join(sorted("橋は安全"))


def test_the_shipped_faces_have_what_newspapers_print() -> None:
    for style in Style:
        for one in "“”‘’«»„–—…€№ßÆŁŐșđăñÑçТтЇЎ":
            assert any(one in face.coverage for face in shipped(style)), one
        assert "橋" not in shipped(style)[0].coverage


def test_what_is_not_seen_is_left_out() -> None:
    assert paragraph("a\u202eb\u0000c\u2066d\ufeff", Style.PLAIN).text == "abcd"
