"""A statistic on the screen: its pictures, and the table behind them, sortable, with its sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from models.kernel.i18n import _
from models.statistics import values
from models.statistics.values import Fact, Form, Kind, Statistic, Value, said
from ui.kit import table, theme
from ui.kit.layout import clear
from ui.kit.table import RecordTable
from ui.kit.widgets import EmptyState, Panel, Text, column, row
from ui.statistics.picture_view import PictureView

_HEAD, _MOST_ROWS, _LEAST_WIDTH = 34, 34, 72
_NARROW = 118
_WIDER = {Kind.MONEY: 116, Kind.SHARE: 88}


@dataclass(frozen=True)
class Row:
    """A line of the table, numbered as tables need it; ``id`` 0 is the last line with the sums."""

    id: int
    values: tuple[Value, ...]


class StatisticView(QWidget):
    """Shows one statistic; nothing before ``show_statistic``."""

    def __init__(self) -> None:
        super().__init__()
        self.statistic: Statistic | None = None
        self.pictures: list[PictureView] = []
        self.table: RecordTable | None = None
        self._order = ("", False)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.GAP)

    def show_statistic(self, statistic: Statistic) -> None:
        """Show this one in place of the one before; an order that was chosen stays for the same statistic."""
        if self.statistic is None or self.statistic.code != statistic.code:
            self._order = ("", False)
        self.statistic = statistic
        clear(self._box)
        self.pictures, self.table = [], None
        if statistic.is_empty:
            nothing = _("Nothing is overdue") if statistic.first_before is None else _("Nothing in this period")
            empty = EmptyState("chart-box-outline", nothing, first_step(statistic.code))
            empty.setMinimumHeight(220)
            self._box.addWidget(empty, 1)
            return
        panels = [self._pictured(picture) for picture in statistic.pictures]
        if len(panels) == 2 and all(picture.form is Form.LINES for picture in statistic.pictures):
            panels = [row(*panels, gap=theme.GAP)]
        for panel in panels:
            self._box.addWidget(panel)
        self._box.addWidget(self._tabled(statistic))
        self._box.addStretch(1)

    @property
    def rows(self) -> list[Row]:
        """The lines in the order chosen, the sums last."""
        assert self.statistic is not None
        lines = [Row(number, each) for number, each in enumerate(self.statistic.rows, start=1)]
        key, descending = self._order
        place = next((place for place, each in enumerate(self.statistic.columns) if each.code == key), None)
        if place is not None:
            there = [line for line in lines if line.values[place] is not None]
            nothing = [line for line in lines if line.values[place] is None]
            lines = [*sorted(there, key=lambda line: line.values[place] or 0, reverse=descending), *nothing]
        return [*lines, Row(0, self.statistic.total)] if self.statistic.total else lines

    def _pictured(self, picture: values.Picture) -> QWidget:
        view = PictureView(picture)
        self.pictures.append(view)
        caption = Text("", "fine", elide=True)
        view.pointed.connect(caption.setText)
        panel = Panel()
        panel.add(row(Text(picture.title, "bold"), caption, gap=theme.INSIDE), view)
        return panel

    def _tabled(self, statistic: Statistic) -> QWidget:
        columns = [_column(place, each) for place, each in enumerate(statistic.columns)]
        shown = _Table(columns, self._fetch, on_sort=self._sort)
        shown.setAccessibleName(statistic.title)
        shown.sort_by(*self._order)
        shown.setHorizontalScrollBarPolicy(shown.horizontalScrollBarPolicy().ScrollBarAsNeeded)
        self.table = shown
        shown.set_ids([each.id for each in self.rows])
        lines = min(len(self.rows), _MOST_ROWS)
        shown.setFixedHeight(_HEAD + theme.ROW * lines + 16)
        panel = Panel(flush=True)
        panel.add(shown)
        return panel

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        if self.table is not None:
            self.table.set_ids([each.id for each in self.rows])

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        wanted = set(ids)
        return [each for each in self.rows if each.id in wanted]


class _Table(RecordTable):
    """Words take the room that figures leave; where that is too little the table is moved sideways."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        titles, columns = self.horizontalHeader(), self.records.columns
        words = [place for place, each in enumerate(columns) if not each.width]
        left = event.size().width() - sum(each.width for each in columns)
        for place in words:
            if left >= _NARROW * len(words):
                titles.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                titles.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(place, _NARROW)


def figures(facts: Sequence[Fact]) -> QWidget:
    """Figures beside each other, each with what it was before."""
    return row(*map(_fact, facts), "stretch", gap=theme.INSIDE * 2)


def _fact(fact: Fact) -> QWidget:
    before = _("before: {value}").format(value=said(fact.kind, fact.before)) if fact.before is not None else ""
    return column(Text(fact.title, "fine"), Text(said(fact.kind, fact.now), "title"), Text(before, "fine"), gap=0)


def _column(place: int, each: values.Column) -> table.Column:
    def words(line: Row) -> str:
        return said(each.kind, line.values[place])

    figures = each.kind is not Kind.TEXT
    room = QFontMetrics(theme.font(theme.FINE, True)).horizontalAdvance(f"{each.title} ↓") + 2 * theme.GAP + 8
    return table.Column(
        *(each.code, each.title, words),
        tone=(lambda line: "dim") if each.dim else None,
        right=figures,
        width=max(_WIDER.get(each.kind, _LEAST_WIDTH), room) if figures else 0,
        bold=place == 0,
    )


def first_step(code: str) -> str:
    """What to do so that a statistic has something to say."""
    return _FIRST.get(code, lambda: "")()


_FIRST = {
    "funnel": lambda: _("Open a customer file at the first visit or call; it is counted from then on."),
    "traffic_hours": lambda: _("Register each visit with “New visit”; the table counts the register."),
    "traffic_weekdays": lambda: _("Register each visit with “New visit”; the table counts the register."),
    "conversion": lambda: _("Register visits with who received them and what came of them."),
    "compliance": lambda: _("Set intent levels and log contacts; follow-ups write themselves and are counted here."),
    "sources": lambda: _("Note the channel when a file is opened or a visit registered."),
    "lost": lambda: _("Give a prospect up with its reason in the customer's file; it is counted here."),
    "revenue": lambda: _("Sign a contract or settle a work order; its amount is counted on that day."),
    "collections": lambda: _("Take a payment on a contract or a work order; it is counted on that day."),
    "aging": lambda: _("Every stage is paid or not due yet."),
    "punctuality": lambda: _("Plan a delivery of a signed contract; it is counted on the day it is appointed for."),
    "load": lambda: _("Enter the workshop's bays and hours in the settings, then book appointments."),
    "hours": lambda: _("Let technicians start and stop their lines; hours are counted when a line is done."),
    "turnover": lambda: _("Take parts into stock and issue them to work orders; their movements are counted."),
    "satisfaction": lambda: _("Ask customers after a delivery or a service; the page “Satisfaction” says whom."),
}
