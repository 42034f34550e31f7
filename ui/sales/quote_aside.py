"""The column beside a quote's lines: price, ways to pay, stock, approvals, what is open, versions, note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.sales import rules
from models.sales.quote_forms import check_offers
from models.sales.views import QuoteView
from models.shop.profile import trade
from ui.kit import theme
from ui.kit.editors import NoteEdit
from ui.kit.widgets import Panel, Text
from ui.sales.finance_panel import FinancePanel
from ui.sales.open_panel import OpenPanel
from ui.sales.quote_approval import ApprovalPanel
from ui.sales.quote_side import EditionsPanel, PlanPanel, PricePanel
from ui.sales.stock_panel import StockPanel
from ui.sales.trade_in_panel import TradeInPanel
from ui.sales.typed_lines import TypedLine


class QuoteAside(QWidget):
    """The panels beside the lines; ``edited`` when something was typed into one of them."""

    edited = Signal()

    def __init__(
        self,
        who: Callable[[], Actor],
        open_record: Callable[[str, int], object],
        show_changes: Callable[[], object],
    ) -> None:
        super().__init__()
        self.price, self.plan, self.finance, self.stock = PricePanel(), PlanPanel(), FinancePanel(), StockPanel()
        self.approvals, self.open = ApprovalPanel(), OpenPanel(who, open_record)
        self.trade_in, self._writable = TradeInPanel(open_record), False
        self.editions = EditionsPanel(lambda quote_id: open_record("quote", quote_id), show_changes)
        self.note = NoteEdit(_("Printed under the quote"), lines=2)
        self.note.setObjectName("note")
        note = Panel()
        note.add(Text(_("Note"), "dim"), self.note)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        panels = (self.price, self.trade_in, self.finance, self.plan, self.stock, self.approvals, self.open)
        for panel in (*panels, self.editions, note):
            box.addWidget(panel)
        box.addStretch(1)
        for part in (self.price, self.plan, self.finance, self.stock, self.note):
            part.edited.connect(self.edited)

    def show_quote(self, view: QuoteView, writable: bool) -> None:
        """Show everything of ``view``."""
        self.price.whole.set_value(view.whole_discount or None)
        self.price.say_wrong("")
        self.plan.plan.set_value(view.plan)
        self.finance.show_offers(view.offers, writable)
        self.stock.day.set_value(view.expected_on)
        self.write_note(view.note)
        for editor in (self.price.whole, self.plan.plan, self.stock.day, self.note):
            editor.setEnabled(writable)
        self._writable = writable
        self.show_state(view)

    def show_state(self, view: QuoteView) -> None:
        """Show what does not stand in the inputs: approvals, open points, versions."""
        self.approvals.show_approvals(view.approvals)
        self.trade_in.show_quote(view, self._writable)
        self.open.show_quote(view)
        self.editions.show_editions(view.editions, view.row.id)

    def write_note(self, text: str) -> None:
        """Show a note without telling that somebody typed it."""
        self.note.blockSignals(True)
        self.note.set_value(text)
        self.note.blockSignals(False)

    def run_price(self, lines: Sequence[TypedLine], wrong: bool) -> None:
        """Everything that follows from the lines: price, stages, ways to pay, stock; ``wrong``: one is in red."""
        self.price.say_wrong("")
        self.finance.say_wrong(None)
        total = None
        try:
            price = self.priced(lines)
        except RuleError as error:
            self._say_wrong(error, wrong)
        else:
            total = price.total
            self.price.make_up.show_price(price, with_whole=False)
            try:
                check_offers(self.finance.offers, total)
            except RuleError as error:
                self.finance.say_wrong(error)
        self.plan.show_stages(total)
        self.finance.show_total(total)
        self.stock.show_lines(lines)

    def priced(self, lines: Sequence[TypedLine]) -> rules.Price:
        """The price of what stands on the page. Raises the first RuleError."""
        for line in lines:
            line.form()
        codes = [category.code for category in trade().categories]
        return rules.price([line.priced() for line in lines], self.price.whole_discount(), codes)

    def _say_wrong(self, error: RuleError, at_lines: bool) -> None:
        if error.field == "whole_discount":
            self.price.say_wrong(i18n.say(error))
        self.price.make_up.show_wrong(_("Correct what is marked in red.") if at_lines else i18n.say(error))

    def go_to(self, field: str) -> None:
        """Go to the input that an error names."""
        if field.startswith("offers"):
            self.finance.chips.setFocus()
        elif field == "expected_on":
            self.stock.day.setFocus()
        else:
            self.price.whole.setFocus()
