"""The drawer: the take of a day by method, and each of its receipts (S7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.cashier import lists
from models.cashier.views import Drawer, DrawerEntry
from models.kernel import clock, money
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from ui.kit import theme
from ui.kit.editors import DateEdit
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, IconButton, Panel, Text, clear, row
from ui.sales import wording
from ui.sales.desk import Desk
from ui.sales.money_part import MoneyPart


class DrawerPage(MoneyPart):
    """What must be in the drawer on a day; Enter on a receipt opens its contract or work order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._entries: dict[int, DrawerEntry] = {}
        self.day = DateEdit(clock.today())
        self.day.setFixedWidth(140)
        self.day.edited.connect(self.refresh)
        earlier = IconButton("chevron-left", _("The day before"), lambda: self._step(-1), name="day_before")
        later = IconButton("chevron-right", _("The day after"), lambda: self._step(1), name="day_after")
        self._sum = Text("", "total")
        self._sum.setObjectName("take")
        self._methods = QVBoxLayout()
        self._methods.setSpacing(8)
        empty = EmptyState("cash-register", _("Nothing was taken on this day."))
        self.table = RecordTable(_columns(), self._fetch, tall=True, empty=empty)
        self.table.opened.connect(self._open)
        side = Panel(_("Take of the day"))
        side.add(row(earlier, self.day, later, "stretch"), self._sum)
        side.body.addLayout(self._methods)
        side.add("stretch")
        side.setFixedWidth(290)
        listed = Panel(flush=True)
        listed.add(self.table)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(listed, 1)
        box.addWidget(side)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Look again at the day that is typed; one that cannot be read leaves what is shown."""
        try:
            day = self.day.value()
        except FrontdeskError:
            return
        drawer = lists.drawer(day or clock.today())
        self._entries = {entry.id: entry for entry in drawer.entries}
        self.table.set_ids(list(self._entries))
        self.table.refresh_rows()
        self._show_methods(drawer)

    def _show_methods(self, drawer: Drawer) -> None:
        self._sum.setText(wording.yuan(drawer.amount))
        clear(self._methods)
        for line in drawer.lines:
            count = Text(_("{count} receipts").format(count=line.count), "fine")
            self._methods.addWidget(
                row(Text(label(line.method)), count, "stretch", Text(money.plain(line.amount), "bold"))
            )
            if line.went_out:
                words = _("{in_} in, {out} back").format(in_=money.plain(line.came_in), out=money.plain(line.went_out))
                self._methods.addWidget(Text(words, "fine"))

    def _step(self, days: int) -> None:
        try:
            day = self.day.value() or clock.today()
        except FrontdeskError:
            day = clock.today()
        self.day.set_value(day + timedelta(days=days))
        self.refresh()

    def _open(self, place: int) -> None:
        entry = self._entries[place]
        self.opened.emit(entry.kind, entry.record_id)

    def _fetch(self, ids: Sequence[int]) -> list[DrawerEntry]:
        return [self._entries[each] for each in ids if each in self._entries]


def _columns() -> list[Column]:
    return [
        Column(
            *("number", _("Receipt"), lambda entry: entry.number),
            detail=lambda entry: entry.record,
            width=170,
            bold=True,
            sortable=False,
        ),
        Column(
            *("payer", _("Payer"), lambda entry: entry.payer),
            detail=lambda entry: _("taken by {name}").format(name=entry.cashier),
            sortable=False,
        ),
        Column("method", _("Method"), lambda entry: label(entry.method), width=120, sortable=False),
        Column(
            *("amount", _("Amount"), lambda entry: money.plain(entry.amount)),
            tone=lambda entry: "bad" if entry.amount < 0 else "",
            right=True,
            width=140,
            bold=True,
            sortable=False,
        ),
    ]
