"""Where the pieces of a picture stand: one description for the screen and for paper, in whatever unit of length.

``em`` is the height of the small letters, ``measure`` the width of words in them; everything else follows from these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from models.statistics.values import Form, Picture, in_short, said

Measure = Callable[[str], float]
Align = Literal["left", "right", "centre"]
Ink = Literal["text", "dim", "on_dark"]

_STEPS = 4
_LINE, _LEGEND, _AXIS = 1.5, 2.0, 1.8
_COLUMNS_HIGH, _ROW, _PALE_ROW, _CELL = 16.0, 2.0, 2.6, 2.1
_MOST_MARKED = 31
_DARK_FROM = 72


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box; ``colour`` dark, pale, grid or heat. ``heat`` is in percent of the darkest."""

    x: float
    y: float
    width: float
    height: float
    colour: Literal["dark", "pale", "grid", "axis", "heat"]
    heat: int = 100


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words in the middle of its room; what does not fit is shortened."""

    x: float
    y: float
    width: float
    height: float
    text: str
    align: Align = "left"
    ink: Ink = "dim"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: Literal["dark", "pale"]


Shape = Box | Words | Stroke


@dataclass
class Drawing:
    """The shapes in the order they are drawn, and of each place the room that belongs to it: x, y, width, height."""

    shapes: list[Shape] = field(default_factory=list)
    places: list[tuple[float, float, float, float]] = field(default_factory=list)


def height_of(picture: Picture, em: float) -> float:
    """How high a picture wants to be."""
    legend = _LEGEND if picture.pale else 0.0
    if picture.form is Form.HEAT:
        return (_CELL * len(picture.rows) + _AXIS) * em
    if picture.form in (Form.BARS, Form.FUNNEL):
        return (legend + (_PALE_ROW if picture.pale else _ROW) * max(1, len(picture.names))) * em
    return (legend + _COLUMNS_HIGH) * em


def drawing(picture: Picture, width: float, height: float, em: float, measure: Measure) -> Drawing:
    """The picture laid out in so much room."""
    found = Drawing()
    top = _legend(found, picture, width, em, measure) if picture.pale else 0.0
    makers = {
        Form.COLUMNS: _columns,
        Form.LINES: _lines,
        Form.BARS: _bars,
        Form.FUNNEL: _funnel,
        Form.HEAT: _heat,
    }
    makers[picture.form](found, picture, top, width, height, em, measure)
    return found


def top_of(most: int) -> int:
    """The value at the upper edge: the next round number that is divided by four."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if most <= _STEPS * factor * step:
                return _STEPS * factor * step
        step *= 10


def _legend(found: Drawing, picture: Picture, width: float, em: float, measure: Measure) -> float:
    """Which colour is what, at the right of the first line; returns where the rest begins."""
    x = width
    for name, colour in reversed(list(zip(picture.legend, ("dark", "pale"), strict=True))):
        room = measure(name) + 0.2 * em
        x -= room
        found.shapes.append(Words(x, 0.0, room, _LINE * em, name, "left"))
        x -= 1.3 * em
        found.shapes.append(Box(x, 0.35 * em, 0.8 * em, 0.8 * em, "dark" if colour == "dark" else "pale"))
        x -= 1.2 * em
    return _LEGEND * em


def _most(picture: Picture) -> int:
    return max((value for value in (*picture.values, *picture.pale) if value), default=0)


@dataclass(frozen=True, slots=True)
class _Axes:
    """Where values stand: from ``left`` on, each place so wide; the line of nothing, and the height of one."""

    left: float
    place: float
    zero: float
    scale: float

    def middle(self, number: int) -> float:
        """The middle of a place."""
        return self.left + (number + 0.5) * self.place

    def y(self, value: int) -> float:
        """The height at which a value stands."""
        return self.zero - self.scale * value


def _axes(
    found: Drawing, picture: Picture, top: float, width: float, height: float, em: float, measure: Measure
) -> _Axes:
    """The grid with its figures and the names beneath; what is less than nothing has steps of its own."""
    most = _most(picture)
    lowest = min((value for value in (*picture.values, *picture.pale) if value), default=0)
    unit = top_of(max(most, -lowest)) // _STEPS
    below = -(min(lowest, 0) // unit)
    above = max(-(-most // unit), 1) if below else _STEPS
    ticks = [in_short(picture.kind, unit * step) for step in range(-below, above + 1)]
    left = max(map(measure, ticks)) + 0.8 * em
    floor, room = height - _AXIS * em, height - _AXIS * em - top - 1.6 * em
    thin, step_high = 0.07 * em, room / (above + below)
    for number, tick in enumerate(ticks):
        y = floor - step_high * number
        found.shapes.append(Box(left, y - thin / 2, width - left, thin, "axis" if number == below else "grid"))
        found.shapes.append(Words(0.0, y - _LINE * em / 2, left - 0.6 * em, _LINE * em, tick, "right"))
    place = (width - left) / max(1, len(picture.names))
    found.places = [(left + number * place, top, place, height - top) for number in range(len(picture.names))]
    for number, name, every in _named(picture.names, place, em, measure):
        x = left + (number + 0.5 - every / 2) * place
        found.shapes.append(Words(x, floor + 0.2 * em, place * every, _LINE * em, name, "centre"))
    return _Axes(left, place, floor - step_high * below, step_high / unit)


def _named(names: Sequence[str], place: float, em: float, measure: Measure) -> Iterator[tuple[int, str, int]]:
    """The names that are written: all where there is room, else every second, fifth, tenth."""
    widest = max(map(measure, names), default=0.0) + 0.5 * em
    every = next((each for each in (1, 2, 5, 10, 20) if place * each >= widest), 0)
    if not every:
        every = 1 if len(names) <= _MOST_MARKED // 2 else 5
    for number, name in enumerate(names):
        if number % every == 0:
            yield number, name, every


def _columns(
    found: Drawing, picture: Picture, top: float, width: float, height: float, em: float, measure: Measure
) -> None:
    axes = _axes(found, picture, top, width, height, em, measure)
    wide = min(2.2 * em, axes.place * (0.36 if picture.pale else 0.6))
    for number, value in enumerate(picture.values):
        middle = axes.middle(number)
        begin = middle - wide if picture.pale else middle - wide / 2
        if picture.pale and picture.pale[number]:
            found.shapes.append(_column(axes, middle, wide, picture.pale[number] or 0, em, "pale"))
        if value:
            found.shapes.append(_column(axes, begin, wide, value, em, "dark"))
        words = in_short(picture.kind, value) if value else ""
        if words and measure(words) <= axes.place * 1.05:
            y = axes.y(max(value or 0, 0)) - _LINE * em
            found.shapes.append(
                Words(begin - axes.place, y, wide + 2 * axes.place, _LINE * em, words, "centre", "text")
            )


def _column(axes: _Axes, x: float, wide: float, value: int, em: float, colour: Literal["dark", "pale"]) -> Box:
    """A column up from the line of nothing, or down from it."""
    tall = max(axes.scale * abs(value), 0.1 * em)
    return Box(x, axes.zero - tall if value > 0 else axes.zero, wide - 0.08 * em, tall, colour)


def _lines(
    found: Drawing, picture: Picture, top: float, width: float, height: float, em: float, measure: Measure
) -> None:
    axes = _axes(found, picture, top, width, height, em, measure)
    _line(found, axes, picture.pale, em, "pale")
    _line(found, axes, picture.values, em, "dark")
    best = max(((value or 0, -number) for number, value in enumerate(picture.values)), default=(0, 0))
    if best[0]:
        words = in_short(picture.kind, best[0])
        wide = measure(words) + 0.4 * em
        x = min(max(axes.middle(-best[1]) - wide / 2, axes.left), width - wide)
        y = axes.y(max(best[0], 0)) - _LINE * em
        found.shapes.append(Words(x, y, wide, _LINE * em, words, "centre", "text"))


def _line(
    found: Drawing, axes: _Axes, values: Sequence[int | None], em: float, colour: Literal["dark", "pale"]
) -> None:
    """A line through values with a dot at each where there are few; it has a gap where there is none."""
    points: list[tuple[float, float]] = []
    dot = 0.5 * em
    for number, value in enumerate([*values, None]):
        if value is not None:
            x, y = axes.middle(number), axes.y(value)
            points.append((x, y))
            if len(values) <= _MOST_MARKED:
                found.shapes.append(Box(x - dot / 2, y - dot / 2, dot, dot, colour))
            continue
        if len(points) > 1:
            found.shapes.append(Stroke(tuple(points), colour))
        points = []


def _bars(
    found: Drawing, picture: Picture, top: float, width: float, height: float, em: float, measure: Measure
) -> None:
    step = (height - top) / max(1, len(picture.names))
    left = min(max(map(measure, picture.names), default=0.0), width * 0.3) + 0.8 * em
    ends = [_at_end(picture, number) for number in range(len(picture.names))]
    right = max(map(measure, ends), default=0.0) + 0.8 * em
    room, most = width - left - right, max(_most(picture), 1)
    for number, (name, value) in enumerate(zip(picture.names, picture.values, strict=True)):
        y = top + number * step
        found.places.append((0.0, y, width, step))
        found.shapes.append(Words(0.0, y, left - 0.8 * em, _LINE * em, name, "right", "text"))
        long = room * max(value or 0, 0) / most
        found.shapes.append(Box(left, y + 0.25 * em, max(long, 0.08 * em), 1.0 * em, "dark"))
        if picture.pale:
            pale = room * max(picture.pale[number] or 0, 0) / most
            found.shapes.append(Box(left, y + 1.4 * em, max(pale, 0.08 * em), 0.45 * em, "pale"))
        found.shapes.append(Words(left + long + 0.4 * em, y, right, _LINE * em, ends[number], "left", "text"))


def _at_end(picture: Picture, number: int) -> str:
    note = f" · {picture.notes[number]}" if picture.notes else ""
    return f"{said(picture.kind, picture.values[number])}{note}"


def _funnel(
    found: Drawing, picture: Picture, top: float, width: float, height: float, em: float, measure: Measure
) -> None:
    step = (height - top) / max(1, len(picture.names))
    left = max(map(measure, picture.names), default=0.0) + 0.8 * em
    ends = [_at_end(picture, number) for number in range(len(picture.names))]
    right = max(map(measure, ends), default=0.0) + 0.8 * em
    room, middle = width - left - right, left + (width - left - right) / 2
    whole, whole_before = (
        max((value or 0 for value in values), default=0) or 1 for values in (picture.values, picture.pale)
    )
    for number, (name, value) in enumerate(zip(picture.names, picture.values, strict=True)):
        y = top + number * step
        found.places.append((0.0, y, width, step))
        found.shapes.append(Words(0.0, y, left - 0.8 * em, 1.7 * em, name, "right", "text"))
        if picture.pale:
            pale = max(room * (picture.pale[number] or 0) / whole_before, 0.1 * em)
            found.shapes.append(Box(middle - pale / 2, y + 1.75 * em, pale, 0.4 * em, "pale"))
        long = max(room * (value or 0) / whole, 0.1 * em)
        found.shapes.append(Box(middle - long / 2, y + 0.1 * em, long, 1.5 * em, "dark"))
        found.shapes.append(Words(width - right + 0.4 * em, y, right, 1.7 * em, ends[number], "left", "text"))


def _heat(
    found: Drawing, picture: Picture, top: float, width: float, height: float, em: float, measure: Measure
) -> None:
    left = max(map(measure, picture.rows), default=0.0) + 0.8 * em
    across, most = len(picture.names), max(_most(picture), 1)
    wide, tall = (width - left) / max(1, across), (height - _AXIS * em) / max(1, len(picture.rows))
    for number, name in enumerate(picture.names):
        found.shapes.append(Words(left + number * wide, 0.0, wide, _LINE * em, name, "centre"))
    for line, row in enumerate(picture.rows):
        y = _AXIS * em + line * tall
        found.shapes.append(Words(0.0, y, left - 0.6 * em, tall, row, "right", "text"))
        for number in range(across):
            value = picture.values[line * across + number] or 0
            x, heat, gap = left + number * wide, 100 * value // most, 0.06 * em
            found.places.append((x, y, wide, tall))
            found.shapes.append(
                Box(x + gap, y + gap, wide - 2 * gap, tall - 2 * gap, "heat" if value else "grid", heat)
            )
            if value:
                ink: Ink = "on_dark" if heat >= _DARK_FROM else "text"
                found.shapes.append(Words(x, y, wide, tall, in_short(picture.kind, value), "centre", ink))
