"""Breaking lines and fitting words; faces and what they lack."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import fonts, style, text
from reports.style import Type

KIND = Type(8.5, 12)
HAN = "甲乙丙丁合同交付验收，。、；：？！）》」（《「“”…—％ abc123 "


@settings(max_examples=300)
@given(st.text(HAN, max_size=120), st.floats(15, 80))
def test_lines_give_the_text_back_and_no_line_is_too_wide(words: str, room: float) -> None:
    lines = text.wrap(words, room, KIND)
    assert "".join(lines) == words
    half = 0.5 * text.em(KIND)
    assert all(text.measure(line.rstrip(), KIND) <= room + half + 1e-6 for line in lines)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(["甲方", "验收", "（注）", "《甲》", "，", "。", "abc", " ", "「乙」", "；"]), max_size=60
    ),
    st.floats(20, 80),
)
def test_no_line_begins_or_ends_with_a_prohibited_mark(parts: list[str], room: float) -> None:
    joined = "甲"
    for part in parts:
        repeated = part in "，。； " and joined[-1] in "，。； ）》」"
        joined += "" if repeated else part
    for number, line in enumerate(text.wrap(joined + "甲", room, KIND)):
        assert line[-1] not in text.NOT_AT_END
        if number:
            assert line[0] not in text.NOT_AT_START


def test_paired_full_width_marks_are_closed_up() -> None:
    one, other = text.measure("（甲）", KIND), text.measure("，乙", KIND)
    assert text.measure("（甲），乙", KIND) == pytest.approx(one + other - 0.5 * text.em(KIND))


def test_words_are_not_broken_and_too_long_ones_are() -> None:
    lines = text.wrap("delivery of the vehicle " * 4, 30, KIND)
    assert {word for line in lines for word in line.split()} == {"delivery", "of", "the", "vehicle"}
    assert len(text.wrap("W" * 100, 30, KIND)) > 1


def test_tracked_type_wraps_within_its_room() -> None:
    title = style.CONTRACT_TITLE
    assert all(text.measure(line, title) <= 174 for line in text.wrap("汽车购销合同" * 10, 174, title))


@given(st.text("甲0123456789,.", min_size=1, max_size=60), st.floats(3, 50))
def test_fitted_words_stay_in_their_room(words: str, room: float) -> None:
    assert text.measure(words, text.fit(words, room, KIND)) <= room + 0.01


def test_words_with_many_breaks_of_their_own_still_fit() -> None:
    lines, kind = text.fit_lines("甲\n乙\n丙\n" * 30, 40, KIND, 2, 6)
    assert len(lines) <= 2
    assert all(text.measure(line, kind) <= 40 + text.em(kind) for line in lines)


def test_missing_characters_are_named() -> None:
    assert fonts.missing("欧阳䶮 𠮷龘㛃 Café") == set()
    assert fonts.missing("好😀\u200d") == {"😀"}


def test_missing_stays_true_after_a_stand_in_was_drawn() -> None:
    fonts.face_for("😀", bold=False)
    assert fonts.missing("😀") == {"😀"}


def test_codes_beyond_the_basic_plane_are_surrogate_pairs() -> None:
    assert "<41> <d842dfb7>" in fonts.to_unicode("X", [0] * 0x41 + [0x20BB7])


def test_digits_are_tabular() -> None:
    for bold in (False, True):
        assert len({fonts.widths(bold)[digit] for digit in "0123456789"}) == 1
