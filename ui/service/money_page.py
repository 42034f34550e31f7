"""The workshop's money: what is to be settled or paid, settlements and payments of a month with their sums (W9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from models.cashier import rules
from models.kernel import clock, money
from models.kernel.changes import Changes
from models.kernel.i18n import N_, LabelledEnum, _, label
from models.kernel.permissions import Actor
from models.service import lists, money_lists
from models.service.money_views import RevenueRow, SettlementRow, WorkPaymentRow, summed
from models.service.views import OrderRow
from ui.kit import theme
from ui.kit import wording as kit
from ui.kit.desk import Desk
from ui.kit.editors import ChoiceBox
from ui.kit.record_page import Page
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import EmptyState, FilterChips, Line, Panel, Text, clear, row
from ui.service import wording

_MONTHS = 24
_HEARD = ("work_order", "work_payment", "settlement")
_DAYS_SHOWN = 31


class Kept(LabelledEnum):
    """What the page lists."""

    READY = "ready", N_("To be settled")
    UNPAID = "unpaid", N_("Not paid")
    SETTLED = "settled", N_("Settlements")
    BACK = "back", N_("Handed back")
    PAYMENTS = "payments", N_("Payments")


_OF_MONTH = (Kept.SETTLED, Kept.BACK, Kept.PAYMENTS)


class MoneyPage(Page):
    """The lists at the left, their sums beside; Enter opens the work order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[Kept, dict[int, Any]] = {each: {} for each in Kept}
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self._show())
        self.month = ChoiceBox([])
        self.month.edited.connect(self._show)
        self._tables = {each: self._table(each) for each in Kept}
        self._stack = QStackedWidget()
        for table in self._tables.values():
            self._stack.addWidget(table)
        self._title, self._sums = Text("", "total"), QVBoxLayout()
        self._title.setObjectName("money_total")
        self._sums.setSpacing(6)
        self._lay_out()
        self.chips.set_items([(each.value, label(each), "neutral") for each in Kept])
        self.chips.select(Kept.READY.value)
        self.setFocusProxy(self._tables[Kept.READY])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 10)
        top.setSpacing(theme.GAP)
        top.addWidget(self.chips, 1)
        top.addWidget(self.month)
        listing = Panel(flush=True)
        listing.body.addLayout(top)
        listing.add(Line(), self._stack)
        side = Panel()
        side.add(self._title)
        side.body.addLayout(self._sums)
        side.add("stretch")
        side.setFixedWidth(250)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.setSpacing(theme.GAP)
        box.addWidget(listing, 1)
        box.addWidget(side)

    def _table(self, what: Kept) -> RecordTable:
        empty = {
            Kept.READY: EmptyState("check-all", _("Nothing waits to be settled."), _("Orders come here when ready.")),
            Kept.UNPAID: EmptyState("cash-check", _("Everything is paid.")),
        }.get(what, EmptyState("cash-register", _("Nothing in this month.")))
        columns = {Kept.READY: _order_columns, Kept.PAYMENTS: _payment_columns}.get(what, _settlement_columns)
        table = RecordTable(
            columns(),
            lambda ids: [self._rows[what][each] for each in ids if each in self._rows[what]],
            tall=True,
            empty=empty,
        )
        table.opened.connect(lambda record: self._open(self._rows[what][record]))
        return table

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def what(self) -> Kept:
        """What is listed."""
        return Kept(self.chips.selected or Kept.READY.value)

    @property
    def table(self) -> RecordTable:
        """The list in front."""
        return self._tables[self.what]

    def show_page(self) -> None:
        """The page comes to the front."""
        self._show()

    def open_record(self, kind: str, record_id: int) -> None:
        """No record is opened here: its order's page shows it."""

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Show what changed."""
        if changes is None or any(changes.touches(kind) for kind in _HEARD):
            self._show()

    def _show(self) -> None:
        chosen = self.month.value()
        self.month.set_choices([(each, each) for each in rules.recent_months(clock.today(), _MONTHS)])
        self.month.set_value(chosen or self.month.value())
        what = self.what
        self.month.setVisible(what in _OF_MONTH)
        found = self._found(what)
        self._rows[what] = {each.id: each for each in found}
        self._stack.setCurrentWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.set_ids(list(self._rows[what]))
        self.table.refresh_rows()
        clear(self._sums)
        if what is Kept.READY:
            self._title.setText(_("{count} orders").format(count=len(found)))
        elif what is Kept.PAYMENTS:
            self._sum_payments(found)
        else:
            self._sum_settlements(found, what)

    def _found(self, what: Kept) -> Sequence[Any]:
        first, last = rules.days_of(self.month.value())
        if what is Kept.READY:
            return lists.rows(self.actor, money_lists.to_settle())
        if what is Kept.UNPAID:
            return money_lists.unpaid(self.actor)
        if what is Kept.PAYMENTS:
            return money_lists.work_payments(first, last)
        return money_lists.settlements(first, last) if what is Kept.SETTLED else money_lists.handed_back(first, last)

    def _sum_payments(self, rows: Sequence[WorkPaymentRow]) -> None:
        self._title.setText(kit.yuan(sum(each.amount for each in rows)))
        for method in dict.fromkeys(each.method for each in rows):
            self._line(label(method), sum(each.amount for each in rows if each.method is method))

    def _sum_settlements(self, rows: Sequence[SettlementRow], what: Kept) -> None:
        whole = summed("", rows)
        self._title.setText(kit.yuan(whole.owed if what is Kept.UNPAID else whole.total))
        for name, amount in (
            *((_("Charge for labour"), whole.labour), (_("Charge for parts"), whole.parts)),
            *((_("Other"), whole.other), (_("Discount"), -whole.discount), (_("Rounded off"), whole.rounding)),
            *((_("To be paid"), whole.total), (_("Still open"), whole.owed)),
            (_("Items free of charge"), whole.free),
        ):
            if amount:
                self._line(name, amount)
        self._groups(_("By advisor"), money_lists.by_advisor(rows))
        self._groups(_("By day"), money_lists.by_day(rows)[-_DAYS_SHOWN:])

    def _groups(self, title: str, rows: Sequence[RevenueRow]) -> None:
        if not rows:
            return
        self._sums.addWidget(Line())
        self._sums.addWidget(Text(title, "dim"))
        for each in rows:
            line = row(Text(each.name), "stretch", Text(money.plain(each.total), "bold"))
            parts = _("{count} orders, labour {labour}, parts {parts}")
            told = parts.format(count=each.count, labour=money.plain(each.labour), parts=money.plain(each.parts))
            line.setToolTip(told)
            self._sums.addWidget(line)

    def _line(self, name: str, amount: int) -> None:
        self._sums.addWidget(row(Text(name, "dim"), "stretch", Text(money.plain(amount))))

    def _open(self, each: Any) -> None:
        order_id = each.id if isinstance(each, OrderRow) else each.order_id
        self._desk.open_record("work_order", order_id)


def _order_columns() -> list[Column]:
    return [
        Column("number", _("Work order"), lambda each: each.number, detail=wording.vehicle, width=210, bold=True),
        Column("customer", _("Customer"), lambda each: each.customer, detail=lambda each: each.advisor),
        Column(
            *("promise", _("Promised"), lambda each: kit.moment(each.promised_at) if each.promised_at else ""),
            tone=lambda each: wording.promise(each)[1],
            width=130,
        ),
    ]


def _settlement_columns() -> list[Column]:
    return [
        Column(
            *("number", _("Settlement sheet"), lambda each: each.number),
            detail=lambda each: each.order,
            width=150,
            bold=True,
        ),
        Column("customer", _("Customer"), lambda each: each.customer, detail=_of_settlement),
        Column("at", _("Settled at"), lambda each: kit.moment(each.at), width=110),
        Column("labour", _("Labour"), lambda each: money.plain(each.labour), right=True, width=100),
        Column("parts", _("Parts"), lambda each: money.plain(each.parts), right=True, width=100),
        Column("total", _("To be paid"), lambda each: money.plain(each.total), right=True, width=110, bold=True),
        Column(
            *("owed", _("Still open"), lambda each: money.plain(each.owed) if each.owed else ""),
            tone=lambda each: "bad" if each.owed > 0 else "warn",
            right=True,
            width=100,
        ),
    ]


def _of_settlement(each: SettlementRow) -> str:
    invoice = _("invoice {number}").format(number=each.invoice_number) if each.invoice_number else ""
    wanted = _("invoice wanted") if each.invoice_title and not each.invoice_number else ""
    return kit.joined(each.plate, each.advisor, invoice, wanted)


def _payment_columns() -> list[Column]:
    return [
        Column("number", _("Receipt"), lambda each: each.number, detail=lambda each: each.order, width=150, bold=True),
        Column("payer", _("Payer"), lambda each: each.payer, detail=lambda each: kit.joined(each.plate, each.cashier)),
        Column("day", _("Day"), lambda each: each.received_on.isoformat(), width=110),
        Column("method", _("Method"), lambda each: label(each.method), width=110),
        Column(
            *("amount", _("Amount"), lambda each: money.plain(each.amount)),
            detail=lambda each: each.reverses or each.reversed_by,
            tone=lambda each: "bad" if each.amount < 0 else "",
            right=True,
            width=130,
            bold=True,
        ),
    ]
