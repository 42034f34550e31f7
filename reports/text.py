"""Words on paper: how wide they are, where their lines break, how they are made to fit.

Lines break between Han characters and at spaces; no line begins with closing or ends with opening punctuation.
Of two full-width marks in a row the half that is blank is closed up.
"""

from __future__ import annotations

import re
import unicodedata

from reports import fonts
from reports.fonts import CLOSING, OPENING
from reports.style import POINT, Type

NOT_AT_START = frozenset(CLOSING + "？！…—～·％‰℃”’々〻ー,.;:?!)]}%°")
NOT_AT_END = frozenset(OPENING + "“‘([{￥¥$€£№")

_CLOSE_UP = re.compile(f"[{CLOSING}](?=[{CLOSING}{OPENING}！？])|[{OPENING}](?=[{OPENING}])")
_BLANK_RIGHT = frozenset(CLOSING)
_FIRST_WIDE = "\u2e80"
_HALF = 500.0


def em(kind: Type) -> float:
    """One em in mm, as wide as it is drawn."""
    return kind.size * POINT * kind.squeeze


def units(text: str, bold: bool) -> float:
    """The width of ``text`` in thousandths of an em."""
    total = sum(map(fonts.widths(bold).__getitem__, text))
    if not text.isascii():
        total -= _HALF * len(_CLOSE_UP.findall(text))
    return total


def closed_up(text: str) -> str:
    """``text`` with the narrow form of each mark that is followed by another."""
    return text if text.isascii() else _CLOSE_UP.sub(lambda mark: fonts.narrow(mark[0]), text)


def hung(text: str, align: str) -> str:
    """``text`` whose closing mark, when it stands flush right, leaves its blank half outside."""
    return text[:-1] + fonts.narrow(text[-1]) if align == "right" and text[-1:] in _BLANK_RIGHT else text


def measure(text: str, kind: Type) -> float:
    """The width of one line of ``text`` in mm."""
    return (units(text, kind.bold) / 1000 + kind.tracking * max(0, len(text) - 1)) * em(kind)


def fit(text: str, room: float, kind: Type, smallest: float = 6.0) -> Type:
    """``kind`` made small enough for one line of ``room`` mm: smaller type first, then narrower."""
    width = measure(text, kind)
    if width <= room:
        return kind
    kind = kind.but(size=max(min(smallest, kind.size), int(kind.size * room / width * 20) / 20))
    width = measure(text, kind)
    return kind if width <= room else kind.but(squeeze=room / width)


def fit_lines(text: str, room: float, kind: Type, most: int, smallest: float) -> tuple[list[str], Type]:
    """``text`` in at most ``most`` lines of ``room`` mm: smaller type first, then narrower; its own breaks go."""
    text, room = text.replace("\n", " "), max(room, 1.0)
    lines = wrap(text, room, kind)
    while len(lines) > most and kind.size > smallest:
        kind = kind.but(size=max(smallest, kind.size - 0.5))
        lines = wrap(text, room, kind)
    while len(lines) > most:
        kind = kind.but(squeeze=kind.squeeze * 0.92)
        lines = wrap(text, room, kind)
    return lines, kind


def wrap(text: str, room: float, kind: Type) -> list[str]:
    """The lines of ``text`` in ``room`` mm; a space at a break stays at the end of its line."""
    limit, tracking = room / em(kind) * 1000, kind.tracking * 1000
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if units(paragraph, kind.bold) + tracking * len(paragraph) <= limit:
            lines.append(paragraph)
        else:
            lines += _broken(paragraph, limit, kind.bold, tracking)
    return lines


def may_break(before: str, after: str) -> bool:
    """Whether a line may end after ``before`` and the next begin with ``after``."""
    if after == " " or after in NOT_AT_START or before in NOT_AT_END or unicodedata.combining(after):
        return False
    return before == " " or before >= _FIRST_WIDE or after >= _FIRST_WIDE


def _broken(paragraph: str, limit: float, bold: bool, tracking: float) -> list[str]:
    """``paragraph`` cut into lines of at most ``limit`` thousandths of an em; blank halves of marks may hang out."""
    widths = fonts.widths(bold)
    closed_up = {mark.end() for mark in _CLOSE_UP.finditer(paragraph)}
    lines: list[str] = []
    start = candidate = 0
    used = 0.0
    for place, character in enumerate(paragraph):
        width = widths[character] + tracking - (_HALF if place in closed_up else 0.0)
        visible = width - (_HALF if character in _BLANK_RIGHT else 0.0)
        if place > start and may_break(paragraph[place - 1], character):
            candidate = place
        if used + visible > limit and place > start and character != " ":
            end = candidate if candidate > start else place
            lines.append(paragraph[start:end])
            start = candidate = end
            used = units(paragraph[start:place], bold) + tracking * (place - start)
        used += width
    lines.append(paragraph[start:])
    return lines
