"""The outline of a body with its marks, and the fuel gauge, on paper (W3, paper.md)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.kernel.i18n import pick, translator
from models.service.reception_papers import BodyMark, ChoiceLine
from models.trades.outlines import WHOLE, drawing, outline
from reports import style, text
from reports.checklist import DONE, draw_box
from reports.flow import Block
from reports.style import LEFT, Type

if TYPE_CHECKING:
    from reports.page import Sheet

_INK, _DETAIL, _GLASS = "#3A4652", "#6B7783", style.TINT
_POINTS_PER_MM = 72 / 25.4
_NUMBER = Type(6.5, 8, True, "#FFFFFF")
_WIDE, _SMALL = 71.0, 24.0
_PANEL, _SIDE_X, _SIDE_WIDTH = 124.0, LEFT + 130.0, 44.0


def draw_view(
    sheet: Sheet, code: str, view_code: str, x: float, y: float, width: float, *, plain: bool = False, most: float = 0.0
) -> float:
    """One view ``width`` mm wide, or as high as ``most``, with its upper left corner at a place; its height.

    ``plain`` draws it in black lines alone, for dot matrix.
    """
    view = outline(code).view(view_code)
    scale = width / view.width
    if most and view.height * scale > most:
        scale = most / view.height
    for ink, commands in drawing(code, view_code):
        strong = ink == "body"
        weight = (0.3 if strong else 0.2) * _POINTS_PER_MM
        colour = style.INK if plain else _INK if strong else _DETAIL
        fill = "" if ink == "line" else "#FFFFFF" if strong or plain else _GLASS
        sheet.path(commands, x, y, scale, max(weight, 0.75) if plain else weight, colour, fill)
    return view.height * scale


def draw_marks(
    sheet: Sheet,
    code: str,
    view_code: str,
    marks: Sequence[BodyMark],
    x: float,
    y: float,
    width: float,
    *,
    plain: bool = False,
) -> None:
    """The numbered discs of a view."""
    view = outline(code).view(view_code)
    scale = width / view.width
    for number, mark in enumerate(marks, 1):
        if mark.view != view_code:
            continue
        across, down = x + mark.x * view.width * scale / WHOLE, y + mark.y * view.height * scale / WHOLE
        draw_disc(sheet, number, across, down, 1.7, plain=plain)


def draw_disc(sheet: Sheet, number: int, x: float, y: float, radius: float, *, plain: bool = False) -> None:
    """A number in a disc around a place."""
    sheet.disc(x, y, radius, style.INK if plain else style.ACCENT, 0.75 if plain else 0.0)
    kind = _NUMBER.but(colour=style.INK) if plain else _NUMBER
    words = str(number)
    sheet.write(x - text.measure(words, kind) / 2, y + 0.36 * kind.size * style.POINT, words, kind)


class BodyPanel(Block):
    """The views with their marks at the left; fuel, lights and what was put on at the right."""

    above = style.HEADING_GAP

    def __init__(
        self,
        code: str,
        marks: Sequence[BodyMark],
        fuel: int | None,
        lists: Sequence[tuple[str, Sequence[ChoiceLine]]],
        language: str,
    ) -> None:
        self.code, self.marks, self.fuel, self.language = code, marks, fuel, language
        self.lists = [(title, list(lines)) for title, lines in lists if lines]
        self.places = list(self._laid_out())

    def _laid_out(self) -> list[tuple[str, float, float, float]]:
        """Each view with its place in the panel and its width."""
        views = {each.code: each for each in outline(self.code).views}
        if "left" not in views:
            only = next(iter(views.values()))
            return [(only.code, (_PANEL - 100) / 2, 0.0, 100.0)]

        def height(code: str, width: float) -> float:
            return float(views[code].height * width / views[code].width)

        middle = (_PANEL - _WIDE) / 2
        top = height("right", _WIDE) + 3
        ends = top + (height("top", _WIDE) - height("front", _SMALL)) / 2
        below = top + max(height("top", _WIDE), height("front", _SMALL)) + 3
        return [
            ("right", middle, 0.0, _WIDE),
            ("front", 0.0, ends, _SMALL),
            ("top", middle, top, _WIDE),
            ("rear", _PANEL - _SMALL, ends, _SMALL),
            ("left", middle, below, _WIDE),
        ]

    @property
    def height(self) -> float:
        views = outline(self.code)
        drawn = max(y + views.view(code).height * width / views.view(code).width for code, _x, y, width in self.places)
        return max(drawn, self._side_height()) + 1

    def _side_height(self) -> float:
        gauge = 27.0 if self.fuel is not None else 0.0
        return gauge + sum(6 + 4.8 * ((len(lines) + 1) // 2) + 2.4 for _title, lines in self.lists)

    def draw(self, sheet: Sheet, top: float) -> None:
        for code, x, y, width in self.places:
            draw_view(sheet, self.code, code, LEFT + x, top + y, width)
            draw_marks(sheet, self.code, code, self.marks, LEFT + x, top + y, width)
            name = pick(outline(self.code).view(code).name, self.language)
            beside = 0.0 if code in ("front", "rear") else x - (_PANEL - _WIDE) / 2
            above = y - 3.4 if code in ("front", "rear") else y
            sheet.text(LEFT + (x if code in ("front", "rear") else beside), top + max(above, 0), name, style.REMARK)
        place = top
        if self.fuel is not None:
            draw_gauge(sheet, self.fuel, _SIDE_X, place, self.language)
            place += 27.0
        for title, lines in self.lists:
            sheet.text(_SIDE_X, place, title, style.FACT_LABEL)
            place += 5
            for number, line in enumerate(lines):
                x, y = _SIDE_X + number % 2 * _SIDE_WIDTH / 2, place + number // 2 * 4.8
                draw_box(sheet, x, y + 0.4, DONE if line.chosen else "")
                kind = text.fit(line.name, _SIDE_WIDTH / 2 - 5, style.CELL, 6)
                sheet.text(x + 4.4, y, line.name, kind)
            place += 4.8 * ((len(lines) + 1) // 2) + 2.4
            sheet.rule(_SIDE_X, place - 1.2, _SIDE_WIDTH, colour=style.HAIRLINE)


def draw_gauge(sheet: Sheet, eighths: int, x: float, top: float, language: str) -> None:
    """A half ring in eight steps, filled as far as the tank is."""
    _ = translator(language)
    sheet.text(x, top, _("Fuel"), style.FACT_LABEL)
    sheet.text(x + 12, top, f"{eighths}/8", style.CELL)
    middle, base, radius = x + _SIDE_WIDTH / 2, top + 23.0, 15.5
    for step in range(8):
        begin, end = (math.pi - math.pi * each / 8 for each in (step + 0.06, step + 0.94))
        outer, inner = _arc(middle, base, radius, begin, end), _arc(middle, base, radius - 2.6, end, begin)
        commands = [("M", outer[0]), *(("L", at) for at in outer[1:]), *(("L", at) for at in inner), ("Z", ())]
        colour = style.ACCENT if step < eighths else style.HAIRLINE
        sheet.path(commands, 0, 0, 1, 0.1, colour, colour)
    angle = math.pi - math.pi * eighths / 8
    tip = (middle + 11 * math.cos(angle), base - 11 * math.sin(angle))
    sheet.path([("M", (middle, base)), ("L", tip)], 0, 0, 1, 1.4, style.INK)
    sheet.disc(middle, base, 1.0, style.INK)
    for words, at in (("E", x + 1.5), ("F", x + _SIDE_WIDTH - 4)):
        sheet.text(at, base - 3, words, style.CELL)


def _arc(x: float, y: float, radius: float, begin: float, end: float) -> list[tuple[float, float]]:
    steps = [begin + (end - begin) * each / 6 for each in range(7)]
    return [(x + radius * math.cos(each), y - radius * math.sin(each)) for each in steps]


class MarkList(Block):
    """What the marks say, by their numbers, three beside each other."""

    above = 2.0

    def __init__(self, marks: Sequence[BodyMark]) -> None:
        self.marks = marks
        self.rows = [text.wrap(mark.words, style.WIDTH / 3 - 8, style.CELL) for mark in marks]

    def _heights(self) -> list[float]:
        rows = [self.rows[place : place + 3] for place in range(0, len(self.rows), 3)]
        return [max(len(lines) for lines in row) * style.CELL.line + 1.2 for row in rows]

    @property
    def height(self) -> float:
        return sum(self._heights()) + 1

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, top, style.WIDTH, colour=style.HAIRLINE)
        top += 1.4
        for row, height in enumerate(self._heights()):
            for column in range(3):
                number = row * 3 + column
                if number >= len(self.rows):
                    break
                x = LEFT + column * style.WIDTH / 3
                draw_disc(sheet, number + 1, x + 1.8, top + style.CELL.line / 2, 1.8)
                for place, line in enumerate(self.rows[number]):
                    sheet.text(x + 5, top + place * style.CELL.line, line, style.CELL)
            top += height
