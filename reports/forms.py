"""Continuous forms, and the A5 sheet on the same grid: lines of 1/6 inch, text on lines, rules between them."""

from __future__ import annotations

from dataclasses import dataclass

from models.papers.facts import PaperSize, Printing, StoreHead, Watermark
from reports import style, text
from reports.page import Align, Sheet
from reports.style import POINT, Type

LINE = 25.4 / 6
"""The height of one line in mm: 12 points."""

FRAME_LEFT, FRAME_RIGHT = 16.5, 212.5
MARKS_LEFT, MARKS_WIDTH = 216.2, 7.2
SMALLEST = 9.0

_INSET = 1.6
_TIGHT = 11.0


@dataclass(frozen=True, slots=True)
class Form:
    """One size of form. Lines are counted from 0; the first and the last stay empty on continuous paper.

    ``row`` is the height of a row of the frame in lines, ``spare`` how many lines the frame may grow, ``last`` the
    line of the last fine print. ``colour`` draws everything, ``accent`` title and mark, ``tint`` the label cells.
    """

    size: tuple[float, float]
    row: int
    spare: int
    sign_line: float
    last: int
    mark_step: float
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0
    colour: str = style.FORM_BLACK
    accent: str = style.FORM_BLACK
    tint: str = ""
    thick: float = 1.5
    thin: float = 0.75
    continuous: bool = True

    def x(self, place: float) -> float:
        """A place on the widest form, brought to this one."""
        return self.left + place * self.scale

    def y(self, line: float) -> float:
        """The upper edge of a line."""
        return self.top + line * LINE

    def kind(self, size: float, bold: bool = False, tracking: float = 0.0, leading: float = 12.0) -> Type:
        """Type in this form's colour on its lines."""
        return Type(size, leading, bold, self.colour, tracking)


_A5_SCALE = 178.0 / (FRAME_RIGHT - FRAME_LEFT)
FORMS = {
    PaperSize.FORM_93: Form((241.0, 22 * LINE), 2, 2, 17.5, 19, 5.3),
    PaperSize.FORM_140: Form((241.0, 33 * LINE), 3, 4, 28.5, 31, 9.0),
    PaperSize.A5: Form(
        (210.0, 148.0),
        3,
        4,
        28.5,
        31,
        9.0,
        left=12.0 - FRAME_LEFT * _A5_SCALE,
        top=3.5,
        scale=_A5_SCALE,
        colour=style.INK,
        accent=style.ACCENT,
        tint=style.TINT2,
        thick=0.8,
        thin=0.4,
        continuous=False,
    ),
}


class FormSheet:
    """A form being filled in: everything is placed by line, and shrinks or narrows rather than leaves its cell."""

    def __init__(self, form: Form, title: str, store: StoreHead, printing: Printing) -> None:
        self.form = form
        self.printing = printing
        self.sheet = Sheet(form.size, title, store.name, printing.language, store.look.accent)

    def put(self, x: float, line: float, words: str, kind: Type, align: Align = "left", room: float = 0.0) -> None:
        """``words`` on a line from ``x``; with ``room`` they are fitted into it."""
        place, room = self.form.x(x), room * self.form.scale
        if room:
            kind = text.fit(words, room, kind, SMALLEST)
        self.sheet.text(place, self.form.y(line) + (LINE - kind.line) / 2, words, kind, align, room)

    def lines(self, x: float, line: float, height: float, words: list[str], kind: Type) -> None:
        """Lines of words in the middle of a cell ``height`` lines high that begins on the half line ``line``."""
        if len(words) > 1 and len(words) >= height:
            kind = kind.but(leading=_TIGHT)
        top = self.form.y(line) + (height * LINE - len(words) * kind.line) / 2
        for row in words:
            self.sheet.text(self.form.x(x), top, row, kind)
            top += kind.line

    def label(self, x: float, line: float, height: int, width: float, words: str) -> None:
        """A label in the middle of its cell; two or three Han characters are spread to the width of four."""
        form = self.form
        if form.tint:
            edge = form.thin * POINT * 1.5
            left, top = form.x(x) + edge, form.y(line) + edge
            self.sheet.box(left, top, width * form.scale - 2 * edge, height * LINE - 2 * edge, form.tint)
        kind = form.kind(10)
        if len(words) in (2, 3) and all(character >= "\u2e80" for character in words):
            kind = kind.but(tracking=(4 - len(words)) / (len(words) - 1))
        middle = line + (height - 1) / 2
        self.put(x + _INSET, middle, words, kind, "centre", width - 2 * _INSET)

    def amount(self, x: float, line: float, height: int, width: float, words: str, kind: Type) -> None:
        """An amount flush right in a cell, on one line."""
        self.put(x + _INSET, line + (height - 1) / 2, words, kind, "right", width - 2 * _INSET)

    def value(self, x: float, line: float, height: int, width: float, words: str, kind: Type) -> None:
        """Words in the middle of a cell, in as many lines as it has where one is not enough."""
        room = (width - 2 * _INSET) * self.form.scale
        one_line = text.measure(words, kind.but(size=SMALLEST)) <= room
        if one_line:
            self.put(x + _INSET, line + (height - 1) / 2, words, kind, room=width - 2 * _INSET)
        else:
            lines, kind = text.fit_lines(words, room, kind, height, SMALLEST)
            self.lines(x + _INSET, line, height, lines, kind)

    def rule(self, x: float, line: float, width: float, thick: bool = False) -> None:
        """A level rule."""
        form = self.form
        self.sheet.rule(form.x(x), form.y(line), width * form.scale, form.thick if thick else form.thin, form.colour)

    def upright(self, x: float, line: float, height: float) -> None:
        """An upright rule over ``height`` lines."""
        form = self.form
        self.sheet.upright(form.x(x), form.y(line), height * LINE, form.thin, form.colour)

    def frame(self, line: float, height: float) -> None:
        """The outer frame over ``height`` lines."""
        form = self.form
        left, width = form.x(FRAME_LEFT), (FRAME_RIGHT - FRAME_LEFT) * form.scale
        self.sheet.frame(left, form.y(line), width, height * LINE, form.thick, form.colour)

    def tick_box(self, x: float, line: float, ticked: bool) -> None:
        """A box of 3.1 mm in the middle of a line at ``x`` of the sheet, ticked or not."""
        form, size = self.form, 3.1
        y = form.y(line) + (LINE - size) / 2
        self.sheet.frame(x, y, size, size, 0.75, form.colour)
        if ticked:
            self.sheet.tick(x, y, size, 1.5, form.colour)

    def watermark(self, words: str) -> None:
        """DRAFT or VOID across the form: outlined on continuous paper, which prints no tints."""
        if self.printing.watermark is Watermark.NONE:
            return
        form = self.form
        size = min(form.size) * 0.36 / POINT
        kind = text.fit(words, form.size[0] * 0.5, Type(size, size, True, form.accent, 0.1), 24)
        self.sheet.watermark(words, kind, outline=form.continuous)

    def marks(self, names: list[str], current: int | None) -> None:
        """The names of the copies down the right edge; the one being printed is framed."""
        form = self.form
        x, width = form.x(MARKS_LEFT), MARKS_WIDTH * form.scale
        for number, name in enumerate(names):
            top = form.y(3.5 + number * form.mark_step)
            height = min(form.mark_step, 5.3) * LINE - 0.6
            if number == current:
                self.sheet.frame(x, top, width, height, 1.5, form.colour)
            self._mark(x + width / 2, top, height, name, number == current)

    def _mark(self, x: float, top: float, height: float, name: str, bold: bool) -> None:
        """A name from top to bottom: Han characters upright, other words turned."""
        form = self.form
        kind = form.kind(SMALLEST, bold)
        if name.isascii():
            kind = text.fit(name, height - 1.5, kind, SMALLEST)
            start = top + (height - text.measure(name, kind)) / 2
            self.sheet.upright_text(x, start, name, kind)
            return
        step, gap = 9.3 * POINT, 4 * POINT
        place = top + (height - sum(gap if character == " " else step for character in name)) / 2
        for character in name:
            if character != " ":
                self.sheet.write(x - 10, place + 8.2 * POINT, character, kind, "centre", 20)
            place += gap if character == " " else step
