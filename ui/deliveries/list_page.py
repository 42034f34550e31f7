"""The front of the tab: the list with its filters, contracts to plan, and the calendar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.delivery import lists
from models.delivery.listing import Filter, delivery_ids
from models.delivery.views import CalendarEntry, PlannableContract
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from ui.deliveries import wording
from ui.deliveries.calendar_page import CalendarPage
from ui.deliveries.planning import PlanDialog
from ui.kit import theme
from ui.kit import wording as kit
from ui.kit.desk import Desk
from ui.kit.layout import Front
from ui.kit.record_page import Page
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, FilterChips, Line, Panel, TabStrip

LIST, CALENDAR, TO_PLAN = "list", "calendar", "to_plan"
_LEAST = QSize(740, 260)
_COUNTED = (Filter.TODAY, Filter.LATE, Filter.COMING, Filter.READY, Filter.POSTPONED)


class ListPage(Page):
    """Deliveries as a list and as a calendar. ``opened`` with kind and id of a record."""

    opened = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plannable: dict[int, PlannableContract] = {}
        self.strip = TabStrip([(LIST, _("List")), (CALENDAR, _("Calendar"))])
        self.strip.chosen.connect(self.show_view)
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.refresh())
        self.table, self.to_plan = self._deliveries(), self._contracts()
        self.calendar = CalendarPage(desk)
        self.calendar.opened.connect(lambda delivery_id: self.opened.emit("delivery", delivery_id))
        self.plan = Button(_("Plan a delivery"), self.ask_plan, kind="primary", icon="plus", key="Ctrl+N", name="plan")
        self._lists, self._front = Front(), Front()
        for table in (self.table, self.to_plan):
            self._lists.addWidget(table)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._chip_items()
        self.chips.select(Filter.COMING.value)

    def _lay_out(self) -> None:
        listing = QWidget()
        below = QVBoxLayout(listing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(theme.INSIDE, 2, theme.INSIDE, 10)
        line.addWidget(self.chips)
        below.addLayout(line)
        below.addWidget(Line())
        below.addWidget(self._lists, 1)
        for page in (listing, self.calendar):
            self._front.addWidget(page)
        panel = Panel(flush=True)
        head = QHBoxLayout()
        head.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 4)
        head.addWidget(self.strip, 1)
        head.addWidget(self.plan)
        panel.body.addLayout(head)
        panel.add(self._front)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.addWidget(panel)

    def _deliveries(self) -> RecordTable:
        empty = EmptyState(
            "clipboard-check-outline",
            _("No deliveries here"),
            _("A delivery is planned from a signed contract: look under “To plan”, or press “Plan a delivery”."),
        )
        table = RecordTable(_columns(), lists.rows, tall=True, empty=empty)
        table.opened.connect(lambda delivery_id: self.opened.emit("delivery", delivery_id))
        return table

    def _contracts(self) -> RecordTable:
        empty = EmptyState(
            *("file-sign", _("Nothing waits to be planned")),
            _("Signed contracts stand here until everything of them is in a delivery."),
        )
        table = RecordTable(
            _contract_columns(),
            lambda ids: [self._plannable[each] for each in ids if each in self._plannable],
            tall=True,
            empty=empty,
        )
        table.opened.connect(self.plan_contract)
        return table

    def _chip_items(self) -> None:
        actor = self._desk.session.actor
        found = []
        for each in Filter:
            count = len(delivery_ids(actor, each)) if each in _COUNTED else 0
            words = f"{label(each)} {count}" if count else label(each)
            found.append((each.value, words, "bad" if each is Filter.LATE and count else "neutral"))
        self._plannable = {row.id: row for row in lists.plannable(actor)}
        waiting = len(self._plannable)
        to_plan = f"{_('To plan')} {waiting}" if waiting else _("To plan")
        self.chips.set_items([*found[:2], (TO_PLAN, to_plan, "warn" if waiting else "neutral"), *found[2:]])

    def show_view(self, key: str) -> None:
        """Bring the list or the calendar to the front."""
        self.strip.select(key)
        self._front.setCurrentIndex(key == CALENDAR)
        self.refresh()
        self.front.setFocus()

    def show_filter(self, key: str) -> None:
        """Bring the list to the front with one of its filters."""
        self.strip.select(LIST)
        self._front.setCurrentIndex(0)
        self.chips.select(key)
        self.refresh()
        self.front.setFocus()

    @property
    def front(self) -> QWidget:
        """What takes the keys: the list or the calendar in front."""
        if self.strip.selected == CALENDAR:
            return self.calendar
        return self.to_plan if self.chips.selected == TO_PLAN else self.table

    def refresh(self) -> None:
        """Show what there is now."""
        actor = self._desk.session.actor
        self.plan.setVisible(actor.may(Permission.PLAN_DELIVERY))
        if self.strip.selected == CALENDAR:
            self.calendar.refresh()
            return
        self._chip_items()
        to_plan = self.chips.selected == TO_PLAN
        self._lists.setCurrentWidget(self.to_plan if to_plan else self.table)
        ids = list(self._plannable) if to_plan else delivery_ids(actor, Filter(self.chips.selected))
        table = self.to_plan if to_plan else self.table
        table.set_ids(ids)
        table.refresh_rows()
        if ids and table.selected_id is None:
            table.select_first()

    def ask_plan(self) -> None:
        """Plan the contract chosen under “To plan”, or show which ones wait."""
        chosen = self.to_plan.selected_id if self.chips.selected == TO_PLAN else None
        if self.strip.selected == LIST and chosen:
            self.plan_contract(chosen)
        else:
            self.show_filter(TO_PLAN)

    def plan_contract(self, contract_id: int) -> None:
        """Ask for the plan of a contract's delivery; planned, it opens."""
        contract = lists.plannable_contract(contract_id)
        dialog = PlanDialog(
            self, self._desk.session.actor, contract, lambda planned: self.opened.emit("delivery", planned)
        )
        dialog.open()


def _columns() -> list[Column]:
    def when(row: CalendarEntry) -> str:
        return wording.span(row.starts_at, row.ends_at)

    def progress(row: CalendarEntry) -> str:
        return f"{row.progress.done} / {row.progress.total}"

    return [
        Column("when", _("Appointed time"), when, detail=lambda row: row.bay or _("no bay"), width=160, sortable=False),
        Column("customer", _("Customer"), lambda row: row.customer, detail=lambda row: row.goods, bold=True),
        Column(
            *("state", _("State"), lambda row: wording.state(row)[0]),
            tone=lambda row: wording.state(row)[1],
            chip=True,
            width=110,
            sortable=False,
        ),
        Column("done", _("Checklist"), progress, right=True, width=90, sortable=False),
        Column(
            *("people", _("Consultant"), lambda row: row.consultant),
            detail=lambda row: row.advisor,
            width=120,
            sortable=False,
        ),
        Column(
            *("number", _("Number"), lambda row: row.number),
            detail=lambda row: row.contract_number,
            width=150,
            sortable=False,
        ),
    ]


def _contract_columns() -> list[Column]:
    def goods(row: PlannableContract) -> str:
        return kit.joined(*(line.name for line in row.lines))

    return [
        Column("customer", _("Customer"), lambda row: row.customer, detail=goods, bold=True),
        Column("number", _("Contract"), lambda row: row.number, width=150, sortable=False),
        Column(
            *("agreed", _("Agreed for"), lambda row: row.agreed_on.isoformat() if row.agreed_on else "–"),
            width=130,
            sortable=False,
        ),
        Column(
            *("units", _("VIN or serial number"), lambda row: ", ".join(unit.serial for unit in row.units) or "–"),
            width=190,
            sortable=False,
        ),
        Column("lines", _("Lines"), lambda row: str(len(row.lines)), right=True, width=70, sortable=False),
        Column("consultant", _("Consultant"), lambda row: row.consultant, width=110, sortable=False),
    ]
