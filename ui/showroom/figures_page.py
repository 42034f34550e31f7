"""Figures of a day or a month: everybody's turns and how fairly they fell, what came of them and what they brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.kernel.money import plain
from models.papers.facts import PaperKind
from models.rotation import figures, lists
from models.rotation.figures import PeriodFigures
from models.rotation.kinds import ReceptionResult
from models.rotation.manager_actions import correct
from models.rotation.paper_facts import day_id
from models.rotation.papers import Shares
from ui.kit import papers, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, Panel
from ui.showroom.floor import Floor

_MOST_DAYS, _DAYS_OFFERED = 400, 31
_ALL = 0
_LEAST = 72
_NONE = "–"


@dataclass(frozen=True)
class Row:
    """A line of the table: somebody's figures of the period, or everybody's together (``id`` 0)."""

    id: int
    name: str
    shares: Shares
    turns: int


class FiguresPage(QWidget):
    """A period chosen above, its people beneath."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._rows: list[Row] = []
        self.period = ChoiceBox([])
        self.period.edited.connect(self._show)
        self.correct_button = Button(_("Write a correction…"), self._ask_correction, name="correct")
        sheet = Button(_("Closing sheet"), self._show_sheet, icon="file-document-outline", name="day_sheet")
        self.sheet_button = sheet
        self.panel = Panel(_("Figures"), sheet, self.correct_button, self.period, flush=True)
        columns = [Column("name", _("Colleague"), lambda row: row.name, bold=True, sortable=False)]
        columns += [
            Column(key, title, say, right=True, width=max(least, _room(title)), sortable=False)
            for key, title, say, least in _columns()
        ]
        empty = EmptyState("chart-bar", _("No day has been recorded yet."))
        self.table = RecordTable(columns, self._fetch, empty=empty)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.horizontalHeader().setMinimumSectionSize(_LEAST)
        self.closing = FactGrid(columns=6)
        self.closing.setContentsMargins(theme.INSIDE, theme.GAP, theme.INSIDE, theme.GAP)
        self.panel.add(self.table, self.closing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.show_floor()

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed; the last line is everybody."""
        return self._rows

    def show_floor(self) -> None:
        """Offer the days and months there are."""
        days = [day for day, _closed in lists.days(_MOST_DAYS)]
        months = list(dict.fromkeys(day.replace(day=1) for day in days))
        choices: list[tuple[tuple[date, ...], str]] = [((day,), day.isoformat()) for day in days[:_DAYS_OFFERED]]
        for month in months:
            of_month = tuple(day for day in days if day.replace(day=1) == month)
            choices.append((of_month, _("Month {month}").format(month=f"{month:%Y-%m}")))
        self.period.set_choices(choices)
        self._show()

    def _days(self) -> tuple[date, ...]:
        return self.period.value() or ()

    def _show(self) -> None:
        days = self._days()
        found = figures.figures(days)
        self._rows = [Row(each.id, each.name, each.shares, found.total.counted) for each in found.people]
        if self._rows:
            self._rows.append(Row(_ALL, _("Together"), found.total, found.total.counted))
        self.table.set_ids([each.id for each in self._rows])
        self.closing.set_facts(_closing(found) if days else [])
        self.sheet_button.setVisible(len(days) == 1)
        past = len(days) == 1 and days[0] < self._floor.board.day
        self.correct_button.setVisible(past and self._floor.may_manage)

    def _show_sheet(self) -> None:
        (day,) = self._days()
        papers.show_paper(self, self._floor.actor, PaperKind.ROTATION_DAY, day_id(day))

    def _ask_correction(self) -> None:
        (day,) = self._days()

        def write(values: dict[str, Any]) -> None:
            self._floor.do(correct, day, values["reason"])

        FormDialog(
            self,
            _("Correction to {day}").format(day=day.isoformat()),
            [Field("reason", _("What should have been"), TextEdit(longest=200), required=True)],
            write,
            intro=_("The day stays as it is; the correction stands in today's log."),
        ).open()

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [each for each in self._rows if each.id in set(ids)]


def _room(title: str) -> int:
    """The width a column's title needs."""
    return QFontMetrics(theme.font(theme.FINE)).horizontalAdvance(title) + 2 * theme.GAP


def _columns() -> list[tuple[str, str, Callable[[Row], str], int]]:
    """Key, title, what it says, least width."""
    counts = (
        *(("counted", _("Counted")), ("uncounted", _("Uncounted")), ("courtesy", _("Courtesy"))),
        *(("passed", _("Passed")), ("made_up", _("Made up")), ("owed", _("Owed"))),
        *(("false_claims", _("False claims")), ("quotes", _("Quotes")), ("orders", _("Orders"))),
        ("first_visits", _("First visits")),
    )
    columns: list[tuple[str, str, Callable[[Row], str], int]] = [
        (key, title, partial(_count, key), _LEAST) for key, title in counts
    ]
    columns.insert(1, ("share", _("Share of turns"), _share, _LEAST))
    columns.append(("ratio", _("Close ratio"), lambda row: row.shares.close_ratio or _NONE, _LEAST))
    columns.append(("amount", _("Contracts signed"), lambda row: _money(row.shares.amount), 116))
    columns.append(("per_turn", _("Per turn"), lambda row: _money(row.shares.per_turn), 100))
    return columns


def _count(key: str, row: Row) -> str:
    return str(getattr(row.shares, key) or _NONE)


def _share(row: Row) -> str:
    return f"{round(100 * row.shares.counted / row.turns)} %" if row.turns else _NONE


def _money(fen: int) -> str:
    return plain(fen) if fen else _NONE


def _closing(found: PeriodFigures) -> list[tuple[str, ...]]:
    """What came of the receptions of the period."""
    total = found.total
    facts: list[tuple[str, ...]] = [
        (_("Receptions"), str(found.receptions)),
        (_("Turns used"), str(total.counted)),
        (_("Given by the manager"), str(found.overrides)),
        (_("First visits"), str(total.first_visits)),
        (_("First visits that ordered"), f"{total.first_orders} ({total.close_ratio or _NONE})"),
        (_("Per turn"), _money(total.per_turn)),
    ]
    for result in ReceptionResult:
        if count := found.results.get(result.value, 0):
            facts.append((label(result), str(count)))
    return facts
