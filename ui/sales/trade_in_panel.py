"""Beside a quote: what the customer said after driving, and the trade-ins that one click deducts (S4, S5)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.kernel import clock, i18n, money
from models.kernel.i18n import _, pick
from models.sales.views import QuoteView
from models.shop.profile import trade
from models.test_drives.lists import last_drive
from models.trade_ins import lists
from models.trade_ins.views import AppraisalRow
from ui.kit import wording as words
from ui.kit.widgets import Button, Panel, Text, clear, row
from ui.sales import wording
from ui.sales.typed_lines import TypedLine


class TradeInPanel(Panel):
    """``deducted`` with the line to put beneath the others."""

    deducted = Signal(object)

    def __init__(self, open_record: Callable[[str, int], object]) -> None:
        super().__init__()
        self._open = open_record
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)

    def show_quote(self, view: QuoteView, writable: bool) -> None:
        """Show the last test drive, each valid appraisal, and why one may not be deducted as it is."""
        clear(self._rows)
        customer_id = view.row.customer_id
        taken = {line.appraisal_id for line in view.lines if line.appraisal_id}
        self._show_drive(customer_id)
        if view.undeductible is not None:
            self._rows.addWidget(Text(i18n.say(view.undeductible), "body", wrap=True, tone="bad"))
        if lists.has_trade_ins():
            self._show_appraisals(customer_id, taken, writable)
        self.setVisible(self._rows.count() > 0)

    def _show_drive(self, customer_id: int) -> None:
        drive = last_drive(customer_id)
        if drive is None:
            return
        levels = {level.code: pick(level.name) for level in trade().intent_levels}
        day = wording.short_day(clock.local(drive.starts_at).date())
        link = Button(drive.number, partial(self._open, "test_drive", drive.id), kind="link", name="last_drive")
        self._rows.addWidget(row(Text(_("Test drive"), "dim"), link, "stretch", Text(day, "fine")))
        said = words.joined(drive.car, levels.get(drive.wish, drive.wish), drive.next_step)
        self._rows.addWidget(Text(said, "body", wrap=True))

    def _show_appraisals(self, customer_id: int, taken: Collection[int], writable: bool) -> None:
        found = [each for each in lists.deductible(customer_id) if each.id in taken or writable]
        if found:
            self._rows.addWidget(Text(_("Trade-in"), "dim"))
        for each in found:
            link = Button(
                each.vehicle, partial(self._open, "appraisal", each.id), kind="link", name=f"appraisal_{each.id}"
            )
            figure = Text(f"−{money.plain(each.price)}", "bold")
            self._rows.addWidget(row(link, "stretch", figure))
            if each.id not in taken and writable:
                take = Button(_("Deduct"), partial(self._deduct, each), icon="plus", name=f"deduct_{each.id}")
                self._rows.addWidget(row("stretch", take))

    def _deduct(self, each: AppraisalRow) -> None:
        line = TypedLine(lists.deduction_category(), each.vehicle[:80], unit_price=-each.price)
        line.deducted, line.appraisal_id = True, each.id
        line.spec = words.joined(each.plate, each.number)
        self.deducted.emit(line)
