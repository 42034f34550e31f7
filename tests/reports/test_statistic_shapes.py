"""Where the pieces of a picture stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.statistics.values import Form, Kind, Picture, said
from reports.statistic_shapes import Box, Stroke, Words, drawing, height_of

VALUES = st.one_of(st.none(), st.integers(0, 10**11))


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    form = draw(st.sampled_from(list(Form)))
    names = tuple(draw(st.lists(st.text("周一二三四五六日abc", max_size=12), min_size=1, max_size=40)))
    rows = ("一", "二") if form is Form.HEAT else ()
    count = len(names) * max(1, len(rows))
    amounts = VALUES if form in (Form.HEAT, Form.FUNNEL) else st.one_of(VALUES, st.integers(-(10**9), 0))
    values = tuple(draw(st.lists(amounts, min_size=count, max_size=count)))
    pale = values[::-1] if form is not Form.HEAT and draw(st.booleans()) else ()
    kind = draw(st.sampled_from([Kind.COUNT, Kind.MONEY]))
    return Picture(form, "T", kind, names, values, pale, ("now", "before"), rows)


@given(pictures(), st.sampled_from([(1000.0, 12.0), (480.0, 12.0), (261.0, 2.6)]))
def test_a_picture_stays_in_its_room_and_has_a_place_for_each_value(
    picture: Picture, paper: tuple[float, float]
) -> None:
    width, em = paper
    height = height_of(picture, em)
    found = drawing(picture, width, height, em, lambda words: len(words) * em)
    assert len(found.places) == len(picture.places) == len(picture.values)
    slack = 0.01 * em
    for shape in found.shapes:
        if isinstance(shape, Box):
            assert shape.width >= 0
            assert shape.height >= 0
            assert -slack <= shape.y <= shape.y + shape.height <= height + slack
            assert shape.x + shape.width <= width + slack
        elif isinstance(shape, Stroke):
            assert all(-slack <= x <= width + slack and -slack <= y <= height + slack for x, y in shape.points)
        else:
            assert isinstance(shape, Words)
            assert -slack <= shape.y <= height
    told = [picture.told(place) for place in range(len(picture.places))]
    assert all(said(picture.kind, value) in words for value, words in zip(picture.values, told, strict=True))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=12))
def test_bars_are_as_long_as_their_values(values: list[int]) -> None:
    names = tuple(map(str, range(len(values))))
    picture = Picture(Form.BARS, "T", Kind.COUNT, names, tuple(values))
    found = drawing(picture, 900.0, height_of(picture, 12.0), 12.0, lambda words: 6.0 * len(words))
    bars = [shape.width for shape in found.shapes if isinstance(shape, Box)]
    longest, most = max(bars), max(values)
    assert all(bar == pytest.approx(max(longest * value / most, 0.96)) for bar, value in zip(bars, values, strict=True))
