"""Outlines: every view is drawn and named, and its mirrored side names the other side's parts (W3)."""

from __future__ import annotations

import pytest

from models.trades.outlines import WHOLE, described, drawing, outline, outlines, zone_at


@pytest.mark.parametrize("code", sorted(outlines()))
def test_every_view_is_drawn_within_its_size_and_named_everywhere(code: str) -> None:
    for view in outline(code).views:
        strokes = drawing(code, view.code)
        assert strokes
        for _ink, commands in strokes:
            assert commands[0][0] == "M"
            for letter, numbers in commands:
                assert len(numbers) == {"M": 2, "L": 2, "C": 6, "Z": 0}[letter]
                assert all(-2 <= x <= view.width + 2 for x in numbers[0::2])
                assert all(-2 <= y <= view.height + 2 for y in numbers[1::2])
        for language in ("en", "zh_CN", "zh_TW"):
            assert all(
                zone_at(code, view.code, x, y, language) for x in range(0, WHOLE + 1, 250) for y in (1, 500, 999)
            )


@pytest.mark.parametrize("code", [each for each in outlines() if each in ("sedan", "suv", "van")])
def test_the_right_side_is_the_left_one_turned(code: str) -> None:
    wheel_left, wheel_right = (
        zone_at(code, "left", 215, 750, "zh_CN"),
        zone_at(code, "right", WHOLE - 215, 750, "zh_CN"),
    )
    assert (wheel_left, wheel_right) == ("左前轮", "右前轮")


def test_a_mark_is_told_by_part_damage_and_note() -> None:
    assert described("sedan", "left", 215, 750, "scratch", "8 cm", "zh_CN") == "左前轮 划痕 8 cm"
