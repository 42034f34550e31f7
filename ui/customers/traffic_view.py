"""The traffic table on screen (C2): pictures first, the table behind, a period beside the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.customers.paper_facts import traffic_table
from models.customers.papers import TrafficLine, TrafficPaper
from models.customers.traffic import Period
from models.kernel import clock, i18n
from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.bars import Bar, Bars
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import FactGrid, TabStrip, Text, column, fill, row

_NONE = "–"
_CHARTS, _LEAST_TABLE, _NARROW = 200, 150, 620
_MAY_HIDE = (2, 3)
"""The columns that a narrow page does without: the period before, and persons."""


@dataclass(frozen=True)
class _Row:
    """A line of the table, numbered as tables need it."""

    id: int
    line: TrafficLine


class TrafficView(QWidget):
    """Visits by hour and weekday as bars, what came of them as figures, and every cut of the table."""

    def __init__(self) -> None:
        super().__init__()
        self._period = Period(clock.today(), clock.today())
        self._rows: list[_Row] = []
        self.facts = FactGrid(columns=6)
        self.hours, self.weekdays = Bars(), Bars()
        self._compared = Text("", "fine", elide=True)
        self.cuts = TabStrip(
            [
                ("by_hour", _("By hour")),
                ("by_weekday", _("By weekday")),
                ("by_source", _("By channel")),
                ("by_return", _("First visit or again")),
            ]
        )
        self.cuts.chosen.connect(lambda cut: self._show_cut())
        self.table = RecordTable(_columns(), self._fetch)
        self.table.setMinimumHeight(_LEAST_TABLE)
        charts = QWidget()
        beside = QHBoxLayout(charts)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.INSIDE)
        beside.addWidget(column(row(Text(_("Visits by hour"), "bold"), self._compared), self.hours), 5)
        beside.addWidget(column(Text(_("By weekday"), "bold"), self.weekdays), 4)
        charts.setFixedHeight(_CHARTS)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, theme.GAP, theme.INSIDE, 0)
        box.setSpacing(theme.GAP)
        fill(box, self.facts, charts, self.cuts, self.table)
        box.setStretch(3, 1)

    def show_period(self, period: Period) -> None:
        """The traffic of these days beside as many before them."""
        self._period = period
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        found = self._found = traffic_table(self._period, i18n.language())
        self.facts.set_facts(_facts(found))
        self.hours.show_bars(_bars(found.by_hour))
        days_of_week = zip(range(1, 8), found.by_weekday, strict=True)
        short = QLocale.FormatType.ShortFormat
        self.weekdays.show_bars(
            [Bar(QLocale().standaloneDayName(day, short), line.visits, line.before) for day, line in days_of_week]
        )
        days = _days(found)
        self._compared.setText(_("pale and in brackets: {period}").format(period=days))
        self._show_cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for place in _MAY_HIDE:
            self.table.setColumnHidden(place, event.size().width() < _NARROW)

    def _show_cut(self) -> None:
        lines = getattr(self._found, self.cuts.selected)
        self._rows = [_Row(number, line) for number, line in enumerate((*lines, self._found.total), start=1)]
        self.table.set_ids([each.id for each in self._rows])
        self.table.refresh_rows()

    def _fetch(self, ids: Sequence[int]) -> list[_Row]:
        return [each for each in self._rows if each.id in set(ids)]


def _days(found: TrafficPaper) -> str:
    if found.first_before == found.last_before:
        return found.first_before.isoformat()
    return _("{first} to {last}").format(first=found.first_before.isoformat(), last=found.last_before.isoformat())


def _facts(found: TrafficPaper) -> list[tuple[str, ...]]:
    names = (_("Left contact"), _("Test drives"), _("Quotes"), _("Orders"))
    shares = zip(names, found.total.shares, found.shares_before, strict=True)
    return [
        (_("Visits"), f"{found.total.visits} ({found.total.before})"),
        (_("Calls"), f"{found.calls} ({found.calls_before})"),
        *((name, f"{_share(now)} ({_share(before)})") for name, now, before in shares),
    ]


def _bars(lines: Sequence[TrafficLine]) -> list[Bar]:
    return [Bar(line.name.removesuffix(":00"), line.visits, line.before) for line in lines]


def _columns() -> list[Column]:
    shares = (_("Left contact"), _("Test drives"), _("Quotes"), _("Orders"))
    return [
        Column("name", "", lambda each: each.line.name, bold=True, sortable=False),
        Column("visits", _("Visits"), lambda each: _count(each.line.visits), right=True, width=70, sortable=False),
        Column("before", _("Previous"), lambda each: _count(each.line.before), right=True, width=76, sortable=False),
        Column("people", _("Persons"), lambda each: _count(each.line.people), right=True, width=76, sortable=False),
        *(_share_column(place, title) for place, title in enumerate(shares)),
    ]


def _share_column(place: int, title: str) -> Column:
    def said(each: _Row) -> str:
        return _share(each.line.shares[place]) if each.line.visits else _NONE

    return Column(f"share_{place}", title, said, right=True, width=84, sortable=False)


def _count(number: int) -> str:
    return str(number) if number else _NONE


def _share(share: int) -> str:
    return f"{(share + 50) // 100}\N{NO-BREAK SPACE}%"
