"""The settlement on the order's page: what was done, the next service, the sums; then what was paid of it (W9)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.kernel import i18n, money
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.papers.facts import PaperKind
from models.service import money_lists, settlement_actions
from models.service.money_views import SettleOffer, WorkPaymentRow
from models.service.rules import MOST_MILEAGE, Totals
from models.service.settlement_actions import SettleForm
from models.service.states import WorkOrderState
from models.service.views import OrderView
from ui.kit import notices, papers, theme
from ui.kit import wording as kit
from ui.kit.editors import CountEdit, DateEdit, NoteEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Chip, Line, Panel, Text, clear, row
from ui.service import money_asking as asking

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_S = WorkOrderState
_RIGHT = Qt.AlignmentFlag.AlignRight
SHOWN = (_S.READY, _S.SETTLED, _S.HANDED_BACK, _S.FOLLOWED_UP, _S.CLOSED)


class SettlementSection:
    """While it is ready a short form; from the settlement on its sums."""

    def __init__(self, page: OrderPage) -> None:
        self._page = page
        self._of: tuple[int, WorkOrderState] | None = None
        self.widget = Panel(flush=True)
        self.discounts = Button(
            *(_("Discounts…"), partial(asking.ask_discounts, page)), icon="percent-outline", key="F8", name="discounts"
        )
        self._number = Text("", "bold")
        self._state = Text("", "dim")
        head = (Text(_("Settlement sheet"), "title"), self._number, self._state, "stretch", self.discounts)
        self.widget.add(row(*head, margins=(theme.INSIDE, 8, theme.INSIDE, 8)), Line())
        self.form = Form(
            Field("done_words", _("What was done, in plain words"), NoteEdit(lines=3)),
            (
                Field("next_on", _("Next service on"), DateEdit()),
                Field("next_km", _("or at (km)"), CountEdit(0, MOST_MILEAGE)),
            ),
        )
        self._done = Text("", wrap=True)
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(theme.INSIDE)
        self._sums.setVerticalSpacing(6)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(theme.INSIDE, 10, theme.INSIDE, 12)
        box.setSpacing(10)
        box.addWidget(self.form)
        box.addWidget(self._done)
        box.addLayout(self._sums)
        self.widget.add(inside)

    def show_order(self, view: OrderView) -> None:
        """Show the order; what is typed stays until it is another order or state."""
        state = view.row.state
        actor = self._page.actor
        sees = actor.may(Permission.SETTLE_WORK) or actor.may(Permission.RECEIVE_VEHICLE)
        self.widget.setVisible(state in SHOWN and sees)
        if not self.widget.isVisibleTo(self._page):
            self._of = None
            return
        ready = state is _S.READY
        settles = ready and actor.may(Permission.SETTLE_WORK)
        self.form.setVisible(settles)
        self.discounts.setVisible(settles)
        self._done.setVisible(not ready)
        self._done.setText(view.done_words)
        settled = view.settlement
        self._number.setText(settled.number if settled else "")
        when = _("{name}, {moment}").format(name=settled.staff, moment=kit.moment(settled.at)) if settled else ""
        self._state.setText(when)
        offer = money_lists.settle_offer(actor, view.row.id) if ready else None
        if offer is not None and self._of != (view.row.id, state):
            self.form.set_values({"done_words": offer.done_words, "next_on": offer.next_on, "next_km": offer.next_km})
        self._of = (view.row.id, state)
        self._show_sums(settled.totals if settled else view.totals, view, offer)

    def _show_sums(self, totals: Totals, view: OrderView, offer: SettleOffer | None) -> None:
        clear(self._sums)
        rows = [(_("Charge for labour"), totals.labour, ""), (_("Charge for parts"), totals.parts, "")]
        rows += [(_("Other"), totals.other, "")] if totals.other else []
        waits = offer is not None and offer.waits
        rows += [(_("Discount"), -totals.discount, "bad" if waits else "")] if totals.discount else []
        rows += [(_("Rounded off"), totals.rounding, "")] if totals.rounding else []
        rows += [(_("Items free of charge"), totals.free, "dim")] if totals.free else []
        for line, (name, amount, tone) in enumerate(rows):
            tone = "" if tone == "dim" else tone
            self._sums.addWidget(Text(name, "dim"), line, 0)
            self._sums.addWidget(Text(money.plain(amount), tone=tone), line, 1, _RIGHT)
        self._sums.addWidget(Text(_("To be paid"), "bold"), len(rows), 0)
        total = Text(kit.yuan(totals.total), "total")
        total.setObjectName("settle_total")
        self._sums.addWidget(total, len(rows), 1, _RIGHT)
        self._sums.addWidget(Text(money.in_words(totals.total, i18n.language()), "fine"), len(rows), 2)
        self._sums.setColumnStretch(2, 1)

    def settle(self) -> bool:
        """Settle the order as it stands here; what is wrong is said at its field. Whether it went through."""
        page = self._page

        def take(values: dict[str, Any]) -> None:
            form = SettleForm(values["done_words"], values["next_on"], values["next_km"])
            settlement_actions.settle(page.actor, page.order_id, form)

        try:
            return bool(self.form.submit(take))
        except FrontdeskError as error:
            notices.error(error)
            return False


class PaymentsSection:
    """Money on the order: each receipt, and what is open."""

    def __init__(self, page: OrderPage) -> None:
        self._page = page
        self.widget = Panel(flush=True)
        self._open = Text("", "dim")
        self.take = Button(_("Take payment"), partial(asking.ask_payment, page), icon="cash-plus", name="take_money")
        head = (Text(_("Payments"), "title"), self._open, "stretch", self.take)
        self.widget.add(row(*head, margins=(theme.INSIDE, 8, theme.INSIDE, 8)), Line())
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        self._rows.setSpacing(6)
        self.widget.body.addLayout(self._rows)

    def show_order(self, view: OrderView) -> None:
        """Show what was received; hidden while nothing was and nothing is to be."""
        actor = self._page.actor
        sees = actor.may(Permission.TAKE_PAYMENT) or actor.may(Permission.SETTLE_WORK)
        due = view.settlement.total if view.settlement else view.deposit if view.authorised is not None else 0
        wanted = bool(view.payments) or due > 0 or view.sheet.survey_fee > 0
        self.widget.setVisible(sees and wanted and view.row.state is not _S.CANCELLED)
        if not self.widget.isVisibleTo(self._page):
            return
        owed = due - view.paid
        self._open.setText(_("open {amount}").format(amount=kit.yuan(owed)) if owed > 0 else "")
        self.take.setVisible(actor.may(Permission.TAKE_PAYMENT) and (view.settlement is None or owed > 0))
        clear(self._rows)
        payments = money_lists.payments_of(view.row.id)
        for payment in payments:
            self._rows.addWidget(self._row(payment))
        if not payments:
            before = view.settlement is None and view.deposit > 0
            words = _("{amount} is asked for before the work.").format(amount=kit.yuan(view.deposit))
            self._rows.addWidget(Text(words if before else _("Nothing was received yet."), "dim"))

    def _row(self, payment: WorkPaymentRow) -> QWidget:
        actor, page = self._page.actor, self._page
        parts: list[QWidget] = [Text(payment.number, "bold"), Text(payment.received_on.isoformat(), "dim")]
        parts += [Text(label(payment.method)), Text(payment.payer)]
        if payment.reverses:
            parts.append(Chip(_("reverses {number}").format(number=payment.reverses), "warn"))
        if payment.reversed_by:
            parts.append(Chip(_("reversed by {number}").format(number=payment.reversed_by), "warn"))
        figure = Text(money.plain(payment.amount), "bold", tone="bad" if payment.amount < 0 else "")
        buttons: list[QWidget] = []
        if actor.may(Permission.PRINT):
            show = partial(papers.show_paper, page, actor, PaperKind.WORK_RECEIPT, payment.id)
            buttons.append(Button(_("Receipt"), show, kind="link", name=f"receipt_{payment.id}"))
        if actor.may(Permission.REVERSE_PAYMENT) and not payment.reverses and not payment.reversed_by:
            undo = partial(asking.ask_reversal, page, actor, payment)
            buttons.append(Button(_("Reverse…"), undo, kind="link", name=f"reverse_{payment.id}"))
        whole = row(*parts, "stretch", figure, *buttons, gap=12)
        whole.setObjectName(f"payment_{payment.id}")
        whole.setToolTip(payment.note)
        return whole
