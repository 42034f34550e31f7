"""What stands beside a quote's lines: what makes up the price, the plan of payments, the versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import clock, i18n, money
from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.sales.rules import Price
from models.sales.views import QuoteRow
from models.shop.profile import trade
from models.trades.rules import plan_stages
from ui.kit.editors import ChoiceBox, MoneyEdit, show_wrong
from ui.kit.widgets import Button, Chip, Line, Panel, Text, clear, row
from ui.sales import wording


def figure(title: str, value: str, tone: str = "", bold: bool = False) -> QWidget:
    """Words at the left, a figure at the right."""
    amount = Text(value, "bold" if bold else "body", tone=tone)
    amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return row(Text(title, "bold" if bold else "body", tone=tone, elide=True), amount, gap=8)


class PriceMakeUp(QWidget):
    """The categories, the discounts and the total of a price; ``between`` stands before the total."""

    def __init__(self, between: QWidget | None = None) -> None:
        super().__init__()
        self._figures = QVBoxLayout()
        self._figures.setSpacing(6)
        self.total = Text("", "total", tone="accent")
        self.words = Text("", "fine", wrap=True)
        for each in (self.total, self.words):
            each.setAlignment(Qt.AlignmentFlag.AlignRight)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self._figures)
        if between is not None:
            box.addWidget(between)
        box.addWidget(Line())
        foot = QHBoxLayout()
        foot.addWidget(Text(_("Total"), "bold"))
        foot.addWidget(self.total, 1)
        box.addLayout(foot)
        box.addWidget(self.words)

    def show_price(self, price: Price, with_whole: bool) -> None:
        """Show ``price``; ``with_whole`` also writes the discount on the whole as a figure."""
        clear(self._figures)
        for each in price.categories:
            self._figures.addWidget(figure(wording.category(each.category), money.plain(each.list_price)))
        on_lines = price.saved - price.whole_discount
        if on_lines:
            self._figures.addWidget(figure(_("Discounts on lines"), wording.off(on_lines), "warn"))
        if with_whole and price.whole_discount:
            self._figures.addWidget(figure(_("Discount on the whole"), wording.off(price.whole_discount), "warn"))
        self.total.setText(wording.yuan(price.total))
        self.total.set_tone("accent")
        self.words.setText(wording.words(price.total))
        self.words.set_tone("")
        self.words.setVisible(bool(self.words.text()))

    def show_wrong(self, reason: str) -> None:
        """No total while something is wrong; why instead."""
        self.total.setText("–")
        self.words.setText(reason)
        self.words.set_tone("bad")
        self.words.show()


class PricePanel(Panel):
    """The running price of a quote, and the discount on the whole."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.whole = MoneyEdit()
        self.whole.setObjectName("whole_discount")
        self.whole.setAccessibleName(_("Discount on the whole"))
        self.whole.setFixedWidth(130)
        self.whole.edited.connect(self.edited)
        self.whole.wrong.connect(lambda text: self.say_wrong(text) if text else None)
        self._reason = Text("", "fine", wrap=True, tone="bad")
        self._reason.hide()
        entry = QWidget()
        box = QVBoxLayout(entry)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(row(Text(_("Discount on the whole"), elide=True), self.whole))
        box.addWidget(self._reason)
        self.make_up = PriceMakeUp(entry)
        self.add(Text(_("Price make-up"), "dim"), self.make_up)

    def say_wrong(self, text: str) -> None:
        """Put ``text`` under the discount on the whole; "" takes it back."""
        show_wrong(self.whole, bool(text))
        self._reason.setText(text)
        self._reason.setVisible(bool(text))

    def whole_discount(self) -> int:
        """The discount on the whole in fen. Raises RuleError at ``whole_discount``."""
        try:
            return self.whole.value() or 0
        except RuleError as error:
            self.say_wrong(i18n.say(error))
            raise RuleError(error.template, field="whole_discount", **error.parameters) from error


class PlanPanel(Panel):
    """The plan of payments chosen, and what it comes to."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        plans = trade().payment_plans
        self.plan = ChoiceBox([(each.code, pick(each.name)) for each in plans])
        self.plan.setObjectName("plan")
        self.plan.setAccessibleName(_("Plan of payments"))
        self.plan.edited.connect(self.edited)
        self._stages = QVBoxLayout()
        self._stages.setSpacing(6)
        self.add(Text(_("Plan of payments"), "dim"), self.plan)
        self.body.addLayout(self._stages)

    def show_stages(self, total: int | None) -> None:
        """Show the stages of the plan chosen for ``total`` fen; nothing while it is not known."""
        clear(self._stages)
        plan = next((each for each in trade().payment_plans if each.code == self.plan.value()), None)
        if plan is None or total is None:
            return
        for stage in plan_stages(plan, total, clock.today(), {}):
            words = figure(pick(stage.name), money.plain(stage.amount))
            words.setToolTip(pick(stage.condition))
            self._stages.addWidget(words)


class EditionsPanel(Panel):
    """The versions of a quote; a click opens one, another shows what changed since the one before."""

    def __init__(self, open_quote: Callable[[int], object], show_changes: Callable[[], object]) -> None:
        super().__init__()
        self._open = open_quote
        self._changes = Button(_("What changed"), show_changes, kind="link", name="what_changed")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add(row(Text(_("Versions"), "dim"), "stretch", self._changes))
        self.body.addLayout(self._rows)

    def show_editions(self, editions: Sequence[QuoteRow], current: int) -> None:
        """Show the versions, newest first; ``current`` is the one on the page."""
        clear(self._rows)
        first = min((each.edition for each in editions), default=0)
        self._changes.setVisible(any(each.id == current and each.edition > first for each in editions))
        for each in sorted(editions, key=lambda one: one.edition, reverse=True):
            words = _("v{edition}  {day}").format(edition=each.edition, day=wording.short_day(each.quoted_on))
            link = Button(words, partial(self._open, each.id), kind="link", name=f"edition_{each.edition}")
            link.setEnabled(each.id != current)
            state, tone = wording.quote_state(each)
            self._rows.addWidget(row(link, Chip(state, tone), "stretch", Text(wording.yuan(each.total))))
