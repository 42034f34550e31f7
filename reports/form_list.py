"""Lists on the form of 241 × 140 mm: facts, a head, lines one under the other, as many forms as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.kernel.i18n import Translator, label
from models.papers.facts import PaperSize, Printing
from reports import text
from reports.checklist import DONE, SKIPPED
from reports.form_parts import INSET, FormFacts, FormFiller
from reports.forms import FORMS, FRAME_LEFT, FRAME_RIGHT, SMALLEST, FormSheet
from reports.style import Type

_FACTS, _HEAD, _FIRST, _LAST, _NOTES, _SIGNERS = 4, 7, 9, 24, 26, 28
_FRAME_TOP = 6.5
_LABEL = 2.0
_BOX = 4.6


@dataclass(frozen=True)
class FormLine:
    """A line of the list: a cell for each column, perhaps with a box before the first words, perhaps bold."""

    cells: tuple[str, ...]
    mark: str | None = None
    strong: bool = False


@dataclass(frozen=True)
class FormColumn:
    """A column between two places of the form."""

    title: str
    left: float
    right: float
    side: str = "left"
    box: bool = False

    @property
    def room(self) -> float:
        """What words may take of it."""
        return self.right - self.left - 2 * INSET - (_BOX if self.box else 0.0)


@dataclass(frozen=True)
class ListForm:
    """All a list says: ``facts`` by their labels in two rows, ``halves`` how many lines stand beside each other.

    ``drawing`` is put on the first form, beside the list.
    """

    title: str
    number_label: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[FormColumn, ...]
    lines: tuple[FormLine, ...]
    halves: int
    notes: tuple[str, ...]
    signers: tuple[tuple[str, str], ...]
    last_signer: str
    fine: str
    drawing: Callable[[FormSheet], None] | None = None


def draw(paper: FormFacts, printing: Printing, content: ListForm, _: Translator) -> bytes:
    """The PDF of a list on forms; each copy of a set that is printed one by one has all its forms."""
    page = FormSheet(FORMS[PaperSize.FORM_140], f"{content.title} {paper.number}", paper.store, printing)
    filler = _Filler(page, paper, _, content)
    marks = [_("Copy 1 Stub"), _("Copy 2 Customer"), _("Copy 3 Accounts")]
    for copy in (None,) if printing.carbonless else range(len(marks)):
        for number in range(1, len(filler.forms) + 1):
            filler.fill(number)
            page.marks(marks, copy)
            page.watermark(label(printing.watermark, printing.language))
            page.sheet.next_page()
    return page.sheet.finish()


class _Filler(FormFiller):
    """Writes a list form by form; a line whose words need more room takes several lines."""

    def __init__(self, page: FormSheet, paper: FormFacts, _: Translator, content: ListForm) -> None:
        super().__init__(page, paper, _)
        self.content = content
        self.forms = self._divided()

    def _wrapped(self, line: FormLine) -> list[list[str]]:
        """The words of each cell, in lines."""
        return [
            text.wrap(words, column.room, self._kind(line)) if column.side == "left" else [words]
            for column, words in zip(self.content.columns, line.cells, strict=True)
        ]

    def _kind(self, line: FormLine) -> Type:
        return self.strong if line.strong else self.body

    def _divided(self) -> list[list[list[FormLine]]]:
        """For each form, the lines of each of its halves; a heading never ends one."""
        room = _LAST - _FIRST + 1
        columns: list[list[FormLine]] = [[]]
        used = 0
        for place, line in enumerate(self.content.lines):
            tall = max(map(len, self._wrapped(line)))
            following = self.content.lines[place + 1 : place + 2]
            need = tall + (max(map(len, self._wrapped(following[0]))) if line.strong and following else 0)
            if columns[-1] and used + need > room:
                columns.append([])
                used = 0
            columns[-1].append(line)
            used += tall
        halves = self.content.halves
        return [columns[start : start + halves] for start in range(0, len(columns), halves)]

    def fill(self, number: int) -> None:
        """One form of the list."""
        content, count, page = self.content, len(self.forms), self.page
        self.header(content.title, content.number_label, page.printing.printed_at.date())
        self._facts()
        page.frame(_FRAME_TOP, _LAST + 1.5 - _FRAME_TOP)
        page.rule(FRAME_LEFT, _FRAME_TOP + 2, FRAME_RIGHT - FRAME_LEFT)
        width = (FRAME_RIGHT - FRAME_LEFT) / content.halves
        for half, lines in enumerate(self.forms[number - 1]):
            self._column(half * width, lines)
        for half in range(content.halves):
            for column in content.columns:
                left = column.left + half * width
                self._cell(left, column, _HEAD, column.title, self.strong)
        if content.halves > 1:
            page.upright(FRAME_LEFT + width, _FRAME_TOP, _LAST + 1.5 - _FRAME_TOP)
        if content.drawing is not None and number == 1:
            content.drawing(page)
        if number < count:
            words = self.translate("Continued on the next form")
            page.put(FRAME_LEFT, _NOTES, words, self.body, "right", FRAME_RIGHT - FRAME_LEFT)
            self.qr_code(_SIGNERS)
        else:
            self._end()
        self.fine_print(content.fine, number, count)

    def _facts(self) -> None:
        """Facts in two rows of three, each with its label before it."""
        facts = self.content.facts
        width = (FRAME_RIGHT - FRAME_LEFT) / 3
        for place, (name, value) in enumerate(facts[:6]):
            row, column = divmod(place, 3)
            left = FRAME_LEFT + column * width
            used = text.measure(name, self.small) + _LABEL
            self.page.put(left, _FACTS + row, name, self.small)
            self.page.put(left + used, _FACTS + row, value, self.strong, room=width - used - 2)

    def _column(self, shift: float, lines: Sequence[FormLine]) -> None:
        row = _FIRST
        for line in lines:
            wrapped = self._wrapped(line)
            for column, words in zip(self.content.columns, wrapped, strict=True):
                for place, each in enumerate(words):
                    boxed = line.mark is None
                    self._cell(column.left + shift, column, row + place, each, self._kind(line), flush=boxed)
                if column.box and line.mark is not None:
                    self._box(column.left + shift + INSET, row, line.mark)
            row += max(map(len, wrapped))

    def _cell(self, left: float, column: FormColumn, line: int, words: str, kind: Type, flush: bool = True) -> None:
        indent = _BOX if column.box and not flush else 0.0
        room = column.right - column.left - 2 * INSET - indent
        self.page.put(left + INSET + indent, line, words, kind, column.side, room)  # type: ignore[arg-type]

    def _box(self, x: float, line: int, mark: str) -> None:
        self.page.tick_box(self.form.x(x), line, mark == DONE)
        if mark == SKIPPED:
            self.page.rule(x + 0.7, line + 0.5, 1.7, thick=True)

    def _end(self) -> None:
        """Notes and signers, on the last form."""
        content, page = self.content, self.page
        room = FRAME_RIGHT - FRAME_LEFT
        words = "   ".join(content.notes)
        lines, kind = text.fit_lines(words, room, self.body, 2, SMALLEST) if words else ([], self.body)
        for place, each in enumerate(lines):
            page.put(FRAME_LEFT, _NOTES + place, each, kind)
        width = 130.0 / max(1, len(content.signers))
        people = [
            (FRAME_LEFT + place * width, width - 2, name, who) for place, (name, who) in enumerate(content.signers)
        ]
        self.signers(_SIGNERS, people, content.last_signer)
