"""Extra work: what was found, and how the customer answered, by call or signature (W7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.service import extra_actions as extra
from models.service import terms
from models.service.estimate_actions import LineForm
from models.service.extra_actions import AnswerForm, ExtraForm
from models.service.kinds import Consent, LineKind, Stance, WorkState
from models.service.views import ExtraView, OrderLineView
from ui.kit.dialogs import FormDialog
from ui.kit.editors import MoneyEdit, PhoneEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.layout import fill
from ui.kit.moment_edit import MomentEdit
from ui.kit.signing import SigningField
from ui.kit.widgets import Band, Text
from ui.kit.wording import yuan
from ui.service.asking import ask_reason, consent_of
from ui.service.lines_table import LinesModel, LinesTable
from ui.service.ticks import Ticks
from ui.service.typed_work import TypedWork, forms
from ui.service.work_box import WorkBox

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage


class ExtraLines(QWidget):
    """The grid of an estimate with the box that adds to it, for extra work."""

    edited = Signal()

    def __init__(self, who: Callable[[], Actor], template: str, lines: Sequence[TypedWork] = ()) -> None:
        super().__init__()
        self.lines = LinesModel()
        self.lines.set_lines(lines, writable=True)
        self.table, self.box = LinesTable(self.lines), WorkBox(who)
        for hidden in (5, 6):
            self.table.setColumnHidden(hidden, True)
        self.box.template = terms.template_of(template)
        self.box.found.connect(self.lines.add)
        self.lines.edited.connect(self.edited)
        self._total = Text("", "bold")
        self.lines.edited.connect(self._show_total)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        fill(inside, self.box, self.table, self._total)
        self.setFocusProxy(self.box)
        self._show_total()

    def _show_total(self) -> None:
        self._total.setText(yuan(sum(each.money.amount for each in self.lines.lines)))
        self._total.setVisible(bool(self.lines.lines))

    def value(self) -> tuple[LineForm, ...]:
        """The lines as typed. Raises the first wrong value's RuleError."""
        return forms(self.lines.lines)

    def set_value(self, value: Any) -> None:
        """Show these lines."""
        self.lines.set_lines([TypedWork(each) for each in value or ()], writable=True)


def ask_extra(page: OrderPage) -> FormDialog:
    """Note extra work on the order's page; its price is seen at once."""
    return _ask(page, None)


def ask_price(page: OrderPage, found: ExtraView) -> FormDialog:
    """Change what an open extra takes and costs."""
    return _ask(page, found)


def _ask(page: OrderPage, known: ExtraView | None) -> FormDialog:
    view = page.view
    assert view is not None
    may = page.actor.may(Permission.ESTIMATE_WORK)
    own = [TypedWork.of_view(line) for line in view.lines if known is not None and line.extra_id == known.id]
    only_price = len(own) == 1 and own[0].form.kind is LineKind.OTHER
    lines = ExtraLines(lambda: page.actor, view.template, () if only_price else own)
    found, safety, amount, promise = TextEdit(longest=1000), Tick(_("Concerns safety")), MoneyEdit(), MomentEdit()
    open_work = [(line.id, line.name) for line in view.lines if _open(line)]
    held = Ticks(open_work, [line for line, _name in open_work] if len(open_work) == 1 else ())
    if known is not None:
        found.set_value(known.found)
        safety.set_value(known.safety)
        promise.set_value(known.promised_at)
        amount.set_value(known.amount if only_price else None)

    def keep(values: dict[str, Any]) -> None:
        form = ExtraForm(
            found=values["found"],
            lines=values["lines"],
            amount=values.get("amount") or 0,
            safety=values["safety"],
            affects=values.get("affects", ()),
            promised_at=values["promised_at"],
        )
        if known is None:
            extra.find_extra(page.actor, view.row.id, form)
        else:
            extra.price_extra(page.actor, known.id, known.version, form)

    fields: list[Any] = [
        Field("found", _("What was found"), found, required=True),
        Field("lines", _("What it takes"), lines),
        (Field("promised_at", _("New time"), promise), Field("safety", "", safety)),
    ]
    if may:
        fields.append(Field("amount", _("Or only a higher price"), amount))
    if open_work:
        fields.append(Field("affects", _("Work on these lines stops until the customer has agreed"), held))
    dialog = FormDialog(page, _("Extra work"), fields, keep, _("Ask the customer"), width=860)
    dialog.open()
    return dialog


def _open(line: OrderLineView) -> bool:
    return line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN and line.work is not WorkState.DONE


def ask_call(page: OrderPage, found: ExtraView) -> FormDialog:
    """The customer agreed on the phone: who was called under which number, what they said."""
    view = page.view
    assert view is not None
    name, number, said = TextEdit(longest=60), PhoneEdit(), TextEdit(longest=1000)
    name.set_value(view.sheet.brought_by or view.row.customer)
    number.set_value("" if view.masked else view.sheet.brought_phone or view.phone)
    return _answer(
        page,
        found,
        _("The customer agreed on the phone"),
        [
            (
                Field("name", _("Who was called"), name, required=True),
                Field("number", _("Number"), number, required=True),
            ),
            Field("said", _("What they said"), said, required=True),
        ],
        lambda values: AnswerForm(Consent.CALLED, values["name"], values["number"], values["said"]),
    )


def ask_signature(page: OrderPage, found: ExtraView) -> FormDialog:
    """The customer agrees by signature, on the screen or on the printed paper."""
    view = page.view
    assert view is not None
    who = view.sheet.brought_by or view.row.customer
    name, pad = TextEdit(longest=60), SigningField(who)
    name.set_value(who)

    def signed(values: dict[str, Any]) -> AnswerForm:
        consent = consent_of(pad, values["name"])
        return AnswerForm(consent.consent, consent.name, content=consent.content)

    fields: list[Any] = [Field("name", _("Who signs"), name, required=True), pad]
    return _answer(page, found, _("The customer agrees"), fields, signed)


def _answer(
    page: OrderPage, found: ExtraView, title: str, fields: list[Any], form: Callable[[dict[str, Any]], AnswerForm]
) -> FormDialog:
    """Agreed to; lines that the customer does not want are ticked."""
    from dataclasses import replace

    view = page.view
    assert view is not None
    promise, own = MomentEdit(), [line for line in view.lines if line.extra_id == found.id]
    promise.set_value(found.promised_at or view.row.promised_at)
    refused = Ticks([(line.id, line.name) for line in own])
    warned = Tick(_("They were told what it means for safety"))
    some = len(own) > 1
    fields = [
        Band("accent", _("{found}, {amount}").format(found=found.found, amount=yuan(found.amount)), icon="cash-plus"),
        *fields,
        Field("promised_at", _("New time"), promise),
        *([Field("refused", _("They do not want"), refused)] if some else []),
        *([Field("warned", "", warned)] if some and any(line.safety for line in own) else []),
    ]

    def keep(values: dict[str, Any]) -> None:
        moved = values["promised_at"] if values["promised_at"] != view.row.promised_at else None
        more = {"refused": values.get("refused", ()), "warned": values.get("warned", False), "promised_at": moved}
        extra.agree_extra(page.actor, found.id, found.version, replace(form(values), **more))

    dialog = FormDialog(page, title, fields, keep, _("The customer agrees"), width=640)
    dialog.open()
    return dialog


def ask_refusal(page: OrderPage, found: ExtraView) -> FormDialog:
    """The customer does not want it; what concerns safety is told them."""
    view = page.view
    assert view is not None
    name, number, said = TextEdit(longest=60), PhoneEdit(), TextEdit(longest=1000)
    name.set_value(view.sheet.brought_by or view.row.customer)
    number.set_value("" if view.masked else view.sheet.brought_phone or view.phone)
    serious = found.safety or any(line.safety for line in view.lines if line.extra_id == found.id)
    warned = Tick(_("They were told what it means for safety"))

    def keep(values: dict[str, Any]) -> None:
        told = AnswerForm(
            Consent.CALLED, values["name"], values["number"], values["said"], warned=values.get("warned", False)
        )
        extra.refuse_extra(page.actor, found.id, found.version, told)

    fields: list[Any] = [
        (Field("name", _("Who was asked"), name, required=True), Field("number", _("Number"), number, required=True)),
        Field("said", _("What they said"), said, required=True),
        *([Field("warned", "", warned)] if serious else []),
    ]
    intro = _("It is kept on the vehicle and comes up at the next visit.")
    dialog = FormDialog(
        page, _("The customer declines"), fields, keep, _("Customer does not want it"), intro=intro, width=640
    )
    dialog.open()
    return dialog


def ask_withdraw(page: OrderPage, found: ExtraView) -> FormDialog:
    """It is not needed after all."""
    return ask_reason(
        page,
        _("Not needed after all"),
        _("Withdraw"),
        lambda reason: extra.withdraw_extra(page.actor, found.id, reason),
        found.found,
    )
