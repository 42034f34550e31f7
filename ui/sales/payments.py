"""The money of a contract: stages, payments, taking one with its receipt, reversing a mistake."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.kernel import money
from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.sales import payment_actions
from models.sales.payment_actions import PaymentForm
from models.sales.views import ContractView, PaymentRow, StageRow
from ui.kit import papers, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, NoteEdit
from ui.kit.forms import Field
from ui.kit.payment_dialog import PaymentDialog
from ui.kit.widgets import Button, Chip, Line, Panel, Text, clear, row
from ui.sales import wording
from ui.sales.bars import StageBar
from ui.sales.desk import Desk

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MoneyPanel(Panel):
    """Stages as a bar and a list, and beneath them what was paid."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(_("Plan of payments"))
        self._page, self._desk = page, desk
        self._bar = StageBar()
        self._credit = Text("", "bold", tone="accent")
        self._credit.setObjectName("credit")
        if self.head is not None:
            self.head.add(self._credit)
        self._stages = QGridLayout()
        self._stages.setHorizontalSpacing(theme.INSIDE)
        self._stages.setVerticalSpacing(8)
        self._payments = QVBoxLayout()
        self._payments.setSpacing(6)
        self.add(self._bar)
        self.body.addLayout(self._stages)
        self.body.addLayout(self._payments)

    def show_contract(self, view: ContractView, signed: bool) -> None:
        """Show stages and payments of a contract."""
        if self.head is not None:
            received = _("received {received} of {total}").format(
                received=wording.yuan(view.row.received), total=wording.yuan(view.row.total)
            )
            self.head.set_text(_("Plan of payments"), received if signed else "")
            credit = view.row.received - view.row.total
            self._credit.setText(_("Credit {amount}").format(amount=wording.yuan(credit)))
            self._credit.setVisible(signed and credit > 0)
        self._bar.setVisible(signed)
        self._bar.show_stages(view.stages)
        clear(self._stages)
        for line, stage in enumerate(view.stages):
            self._add_stage(line, stage, signed)
        self._stages.setColumnStretch(1, 1)
        clear(self._payments)
        if view.payments:
            self._payments.addWidget(Line())
            self._payments.addWidget(Text(_("Payments"), "dim"))
        for payment in view.payments:
            self._payments.addWidget(self._payment_row(payment))

    def _add_stage(self, line: int, stage: StageRow, signed: bool) -> None:
        due = Text(wording.day(stage.due_on), "dim")
        amount = Text(money.plain(stage.amount), "bold")
        chip = Chip(_(wording.STAGE_WORDS[stage.state]), wording.STAGE_TONES[stage.state])
        cells: list[tuple[QWidget, Qt.AlignmentFlag]] = [
            *((Text(stage.name), _LEFT), (Text(stage.condition, "dim", elide=True), _MIDDLE), (due, _LEFT)),
            *((Text(f"{money.quantity_text(stage.share)} %", "dim"), _RIGHT), (amount, _RIGHT), (chip, _LEFT)),
        ]
        for column, (widget, side) in enumerate(cells):
            if column == 1:
                self._stages.addWidget(widget, line, column)
            else:
                self._stages.addWidget(widget, line, column, side | _MIDDLE)
        chip.setVisible(signed)

    def _payment_row(self, payment: PaymentRow) -> QWidget:
        actor: Actor = self._desk.session.actor
        parts: list[QWidget] = [Text(payment.number, "bold"), Text(payment.received_on.isoformat(), "dim")]
        parts += [Text(label(payment.method)), Text(wording.shortened(payment.payer))]
        if payment.reverses:
            parts.append(Chip(_("reverses {number}").format(number=payment.reverses), "warn"))
        if payment.reversed_by:
            parts.append(Chip(_("reversed by {number}").format(number=payment.reversed_by), "warn"))
        if payment.amount < 0 and not payment.reverses:
            parts.append(Chip(_("Refund"), "accent"))
        figure = Text(money.plain(payment.amount), "bold", tone="bad" if payment.amount < 0 else "")
        buttons: list[QWidget] = []
        if actor.may(Permission.PRINT):
            show = partial(papers.show_paper, self._page, actor, PaperKind.RECEIPT, payment.id)
            buttons.append(Button(_("Receipt"), show, kind="link", name=f"receipt_{payment.id}"))
        if actor.may(Permission.REVERSE_PAYMENT) and not payment.reverses and not payment.reversed_by:
            undo = partial(ask_reversal, self._page, actor, payment)
            buttons.append(Button(_("Reverse…"), undo, kind="link", name=f"reverse_{payment.id}"))
        whole = row(*parts, "stretch", figure, *buttons, gap=12)
        whole.setObjectName(f"payment_{payment.id}")
        whole.setToolTip(payment.note)
        return whole


def ask_payment(page: QWidget, actor: Actor, view: ContractView) -> FormDialog:
    """Open the dialog that takes money on a contract: the next amount and the payer are proposed."""
    open_ones = [(stage.code, stage.name) for stage in view.stages if stage.paid < stage.amount]

    def take(values: dict[str, Any], again: bool) -> Changes:
        form = PaymentForm(
            values["amount"] or 0,
            values["method"],
            values["payer"],
            values["reference"],
            values["received_on"],
            values["note"],
            values["stage"] or "",
            again,
        )
        return payment_actions.take_payment(actor, view.row.id, form)

    return PaymentDialog(
        *(page, actor, take, PaperKind.RECEIPT),
        amount=view.next_amount,
        payer=view.parties[0].name if view.parties else view.row.customer,
        more=Field("stage", _("For"), ChoiceBox(open_ones, empty=_("Oldest open stage first"))),
    ).ask()


def ask_reversal(page: QWidget, actor: Actor, payment: PaymentRow) -> None:
    """Ask why, then undo a payment by a counter-entry."""

    def reverse(values: dict[str, Any]) -> None:
        payment_actions.reverse_payment(actor, payment.id, values["reason"])

    words = _("Receipt {number} over {amount} stays in the books; a counter-entry with its own number undoes it.")
    FormDialog(
        page,
        _("Reverse a payment"),
        [Field("reason", _("Reason"), NoteEdit())],
        reverse,
        _("Reverse"),
        intro=words.format(number=payment.number, amount=wording.yuan(payment.amount)),
    ).open()
