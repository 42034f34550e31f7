"""Figures of a day or a month: turns, courtesies, passes, debts, false claims per person, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _, label
from models.papers.facts import PaperKind
from models.rotation import lists
from models.rotation.kinds import ReceptionResult
from models.rotation.manager_actions import correct
from models.rotation.paper_facts import day_id
from models.rotation.views import ClosingFigures
from ui.kit import papers, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, TextEdit
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FactGrid, Panel
from ui.showroom.floor import Floor

_FIGURES = ("counted", "uncounted", "courtesy", "passed", "made_up", "owed", "false_claims", "quotes", "orders")
_MOST_DAYS, _DAYS_OFFERED = 400, 31


@dataclass(frozen=True)
class Sums:
    """A person's figures of a period. ``owed`` is how the period's last day ended."""

    id: int
    name: str
    figures: dict[str, int]

    @property
    def close_ratio(self) -> str:
        """Contracts won in a hundred turns."""
        turns = self.figures["counted"]
        return f"{round(100 * self.figures['orders'] / turns)} %" if turns else "–"


class FiguresPage(QWidget):
    """A period chosen above, its people beneath."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor = floor
        self._sums: list[Sums] = []
        self.period = ChoiceBox([])
        self.period.edited.connect(self._show)
        self.correct_button = Button(_("Write a correction…"), self._ask_correction, name="correct")
        sheet = Button(_("Closing sheet"), self._show_sheet, icon="file-document-outline", name="day_sheet")
        self.sheet_button = sheet
        self.panel = Panel(_("Figures"), sheet, self.correct_button, self.period, flush=True)
        titles = (
            *(_("Counted"), _("Uncounted"), _("Courtesy"), _("Passed"), _("Made up"), _("Owed"), _("False claims")),
            *(_("Quotes"), _("Contracts")),
        )
        columns = [Column("name", _("Colleague"), lambda row: row.name, bold=True, sortable=False)]
        for key, title in zip(_FIGURES, titles, strict=True):
            columns.append(Column(key, title, partial(_figure, key), right=True, width=76, sortable=False))
        columns.append(
            Column("ratio", _("Close ratio"), lambda row: row.close_ratio, right=True, width=84, sortable=False)
        )
        empty = EmptyState("chart-bar", _("No day has been recorded yet."))
        self.table = RecordTable(columns, self._fetch, empty=empty)
        self.closing = FactGrid(columns=6)
        self.closing.setContentsMargins(theme.INSIDE, theme.GAP, theme.INSIDE, theme.GAP)
        self.panel.add(self.table, self.closing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.show_floor()

    @property
    def sums(self) -> Sequence[Sums]:
        """What is listed."""
        return self._sums

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
        self._sums = sums(days)
        self.table.set_ids([each.id for each in self._sums])
        self.closing.set_facts(_closing(lists.closing(each) for each in days) if days else [])
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

    def _fetch(self, ids: Sequence[int]) -> list[Sums]:
        return [each for each in self._sums if each.id in set(ids)]


def sums(days: Sequence[date]) -> list[Sums]:
    """Everybody's figures of these days, newest day first, by name."""
    found: dict[int, Sums] = {}
    for day in days:
        board = lists.board(day)
        for card in (*board.queue, *board.others):
            before = found.get(card.id)
            figures = {key: getattr(card, key) for key in _FIGURES}
            if before is not None:
                owed = before.figures["owed"]
                figures = {key: count + before.figures[key] for key, count in figures.items()} | {"owed": owed}
            found[card.id] = Sums(card.id, card.name, figures)
    return sorted(found.values(), key=lambda each: -each.figures["counted"])


def _figure(key: str, row: Sums) -> str:
    return str(row.figures[key]) if row.figures[key] else "–"


def _closing(days: Any) -> list[tuple[str, ...]]:
    """What came of the receptions of these days, summed."""
    figures: list[ClosingFigures] = list(days)
    visits = sum(each.first_visits for each in figures)
    orders = sum(each.first_orders for each in figures)
    facts: list[tuple[str, ...]] = [
        (_("Receptions"), str(sum(each.receptions for each in figures))),
        (_("Turns used"), str(sum(each.turns for each in figures))),
        (_("Given by the manager"), str(sum(each.overrides for each in figures))),
        (_("First visits"), str(visits)),
        (_("First visits that ordered"), f"{orders} ({round(100 * orders / visits)} %)" if visits else "–"),
    ]
    for result in ReceptionResult:
        count = sum(each.results.get(result.value, 0) for each in figures)
        if count:
            facts.append((label(result), str(count)))
    return facts
