"""The work on an order's page: each line with its technician, standard and actual hours, what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.service import board
from models.service import work_actions as working
from models.service.kinds import LineKind, Stance, WorkState
from models.service.states import WORK_STATES, WorkOrderState
from models.service.views import OrderLineView, OrderView
from models.service.work_actions import DoneForm
from ui.kit import theme
from ui.kit.layout import clear
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, Line, Panel, Text, row
from ui.kit.wording import joined
from ui.service import extra_asking, work_asking, work_words

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_S = WorkOrderState
SHOWN = (
    *(_S.AUTHORISED, *WORK_STATES, _S.QUALITY_CHECK, _S.READY, _S.SETTLED),
    *(_S.HANDED_BACK, _S.FOLLOWED_UP, _S.CLOSED),
)
"""While an order has work to show."""

_MINUTE = 30_000


def fit(table: RecordTable, count: int, height: int = theme.TALL_ROW) -> None:
    """As high as its rows: the page scrolls, not the table."""
    table.setFixedHeight(34 + max(count, 1) * height + 2)


class WorkSection:
    """作业: the lines of labour, the one in front with its buttons beneath."""

    def __init__(self, page: OrderPage) -> None:
        self.page = page
        self._lines: dict[int, OrderLineView] = {}
        self._held: set[int] = set()
        self._bays: dict[int, str] = {}
        self._standard: dict[int, int] = {}
        self.assign = Button(
            _("Technicians…"), partial(work_asking.ask_dispatch, page), icon="account-wrench-outline", name="assign"
        )
        self.found = Button(_("Extra work"), partial(extra_asking.ask_extra, page), icon="plus", name="find_extra")
        self.table = RecordTable(self._columns(), self._rows, tall=True)
        self.table.setObjectName("work_lines")
        self.table.selected.connect(lambda _line: self._show_buttons())
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        self._buttons.setSpacing(8)
        self.widget = Panel(flush=True)
        margins = (theme.INSIDE, 8, theme.INSIDE, 8)
        head = row(Text(_("Work"), "title"), "stretch", self.assign, self.found, margins=margins)
        self.widget.add(head, Line(), self.table)
        self.widget.body.addLayout(self._buttons)
        self._clock = QTimer(self.widget, interval=_MINUTE)
        self._clock.timeout.connect(self.table.refresh_rows)
        self._clock.start()

    def _columns(self) -> Sequence[Column]:
        return [
            Column("name", _("Work / technician"), lambda line: line.name, detail=self._about, sortable=False),
            Column(
                *("standard", _("Standard hours"), lambda line: work_words.hours(self._standard.get(line.id, 0))),
                right=True,
                width=110,
            ),
            Column("actual", _("Actual"), lambda line: work_words.worked(line.minutes), right=True, width=90),
            Column(
                "state",
                _("State"),
                lambda line: self._state(line)[0],
                tone=lambda line: self._state(line)[1],
                chip=True,
                width=150,
            ),
        ]

    def _rows(self, ids: Sequence[int]) -> list[OrderLineView]:
        return [self._lines[each] for each in ids if each in self._lines]

    def _about(self, line: OrderLineView) -> str:
        who = line.technician or _("nobody yet")
        extra = _("extra work") if line.extra_id is not None else ""
        return joined(who, self._bays.get(line.bay_id or 0, ""), extra, line.found_words or line.note)

    def _state(self, line: OrderLineView) -> tuple[str, str]:
        return work_words.state(line, held=line.id in self._held)

    def show_order(self, view: OrderView) -> None:
        """Show the labour of an order that is authorised."""
        shown = view.row.state in SHOWN
        lines = [line for line in view.lines if line.kind is LineKind.LABOUR and line.stance is not Stance.DEFERRED]
        self.widget.setVisible(shown and bool(lines))
        if not shown:
            self._lines = {}
            return
        self._lines = {line.id: line for line in lines}
        known = board.lines_of_order(view.row.id)
        self._held = {line.id for line in known if line.held}
        self._bays = board.bay_names()
        self._standard = {line.id: line.quantity for line in lines} | {line.id: line.standard for line in known}
        self.table.set_ids(list(self._lines))
        self.table.refresh_rows()
        fit(self.table, len(lines))
        actor, state = self.page.actor, view.row.state
        assignable = state in (_S.AUTHORISED, *WORK_STATES) and any(not work_words.is_done(line) for line in lines)
        self.assign.setVisible(assignable and actor.may(Permission.DISPATCH_WORK))
        findable = state in (*WORK_STATES, _S.QUALITY_CHECK, _S.READY)
        self.found.setVisible(findable and actor.may(Permission.INSPECT_VEHICLE))
        self._show_buttons()

    def _show_buttons(self) -> None:
        clear(self._buttons)
        line = self._lines.get(self.table.selected_id or 0)
        view = self.page.view
        if line is None or view is None or line.stance is not Stance.CHOSEN:
            return
        for name, words, icon, act in self._choices(view, line):
            self._buttons.addWidget(Button(words, act, icon=icon, name=name))
        self._buttons.addStretch(1)

    def _choices(self, view: OrderView, line: OrderLineView) -> list[tuple[str, str, str, Callable[[], object]]]:
        """What may be done with the line in front, as (name, words, icon, what it does)."""
        page, me = self.page, self.page.actor
        found: list[tuple[str, str, str, Callable[[], object]]] = []
        mine = line.technician_id in (None, me.id)
        if view.row.state in WORK_STATES and me.may(Permission.DO_WORK) and mine:
            if line.running_since is not None:
                found.append(("stop_line", _("Stop…"), "pause", partial(work_asking.ask_stop, page, line)))
                found.append(("finish_line", _("It is done"), "check", partial(self._finish, line)))
            elif line.work is not WorkState.DONE:
                found.append(
                    ("start_line", _("Begin the work"), "play", partial(page.act, working.start_line, line.id, True))
                )
            else:
                found.append(("again", _("Not done yet…"), "restore", partial(work_asking.ask_again, page, line)))
        changeable = view.row.state in (_S.AUTHORISED, *WORK_STATES, _S.QUALITY_CHECK, _S.READY)
        if changeable and me.may(Permission.ESTIMATE_WORK):
            found.append(("use_less", _("Fewer hours…"), "timer-outline", partial(work_asking.ask_less, page, line)))
            if line.work in (WorkState.WAITING, WorkState.STOPPED):
                leave = partial(work_asking.ask_leave_out, page, line)
                found.append(("leave_out", _("Not needed…"), "cancel", leave))
        return found

    def _finish(self, line: OrderLineView) -> None:
        """Done, and checked by who did it."""
        self.page.act(working.finish_line, line.id, DoneForm(checked=True))
