"""Today's log: what happened, what was decided, and by which rule, in plain words; newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _
from models.rotation.views import LogRow
from ui.kit import wording as say
from ui.kit.dialogs import Sheet
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, Panel, Text, column
from ui.showroom import wording
from ui.showroom.errands import Errands
from ui.showroom.floor import Floor

_WIDE = 800


@dataclass(frozen=True)
class Line:
    """A row of the log with its place in the list."""

    id: int
    row: LogRow


class LogPanel(Panel):
    """The log; a line opens with everything about it, and for the manager with the way to take it back."""

    def __init__(self, floor: Floor, *buttons: QWidget) -> None:
        super().__init__(_("Today's log"), *buttons, flush=True)
        self._floor, self._errands = floor, Errands(floor, self)
        columns = [
            Column("at", _("Time"), lambda line: say.time_of_day(line.row.at), width=64, sortable=False),
            Column("what", _("What happened"), lambda line: line.row.what, width=230, tone=_tone, sortable=False),
            Column(
                *("turn", _("Turn"), lambda line: wording.turn(line.row)[0]),
                tone=lambda line: wording.turn(line.row)[1],
                chip=True,
                width=98,
                sortable=False,
            ),
            Column("why", _("Who receives, and why"), _decided, tone=_tone, sortable=False),
        ]
        hint = _("Sign people in, then record who comes through the door.")
        empty = EmptyState("clipboard-text-clock-outline", _("Nothing has happened today."), hint)
        self.table = RecordTable(columns, self._fetch, empty=empty)
        self.table.opened.connect(self.open_line)
        self.table.setMinimumHeight(96)
        self._lines: list[Line] = []
        self.add(self.table)
        floor.changed.connect(self.show_floor)
        self.show_floor()

    @property
    def rows(self) -> list[LogRow]:
        """What is listed, from the top."""
        return [line.row for line in self._lines]

    def show_floor(self) -> None:
        """List the log as it stands."""
        rows = self._floor.board.log
        if [line.row for line in reversed(self._lines)] != list(rows):
            self._lines = [Line(place + 1, row) for place, row in enumerate(rows)][::-1]
            self.table.set_ids([line.id for line in self._lines])
        self._show_sums()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sums()

    def _show_sums(self) -> None:
        """The sums need room beside the buttons."""
        assert self.head is not None
        self.head.set_text(_("Today's log"), _sums(self._floor.board.log) if self.width() >= _WIDE else "")

    def open_line(self, line_id: int) -> None:
        """Everything about one line."""
        row = next(line.row for line in self._lines if line.id == line_id)
        facts = [
            (_("Time"), say.time_of_day(row.at)),
            (_("Recorded by"), row.recorded_by),
            (_("Rule"), row.rule),
            (_("Turn"), wording.turn(row)[0]),
        ]
        words = [Text(part, wrap=True) for part in (row.what, row.answer, *row.why) if part]
        if row.voided_by is not None:
            words.append(Text(_("Taken back by line {number}.").format(number=row.voided_by), "dim", wrap=True))
        close = Button(_("Close"), hint="Esc", name="close")
        buttons = [close]
        if self._floor.may_manage and row.voided_by is None and row.kind not in ("void", "day_closed"):
            back = Button(_("Take back…"), kind="danger", name="take_back")
            buttons.insert(0, back)
        body = column(*words, 8, FactGrid(facts, columns=4))
        sheet = Sheet(self, _("Line {number} of the log").format(number=row.number), body, *buttons, width=560)
        close.clicked.connect(lambda checked: sheet.accept())
        if len(buttons) > 1:
            back.clicked.connect(lambda checked: self._take_back(sheet, row))
        sheet.open()

    def _take_back(self, sheet: Sheet, row: LogRow) -> None:
        sheet.accept()
        self._errands.take_back(row.number, wording.whole(row))

    def _fetch(self, ids: Sequence[int]) -> list[Line]:
        wanted = set(ids)
        return [line for line in self._lines if line.id in wanted]


def _tone(line: Line) -> str:
    return "dim" if line.row.voided_by is not None else ""


def _decided(line: Line) -> str:
    return wording.sentences(line.row.answer, *line.row.why)


def _sums(rows: Sequence[LogRow]) -> str:
    """How many arrivals, counted, uncounted and courtesy receptions; what was taken back is left out."""
    standing = [row for row in rows if row.voided_by is None]
    turns = [row for row in standing if row.receiver]
    facts = (
        _("arrivals {count}").format(count=sum(row.kind == "arrive" for row in standing)),
        _("counted {count}").format(count=sum(row.counted for row in turns)),
        _("courtesy {count}").format(count=sum(row.courtesy for row in turns)),
    )
    return say.GAP.join(facts)
