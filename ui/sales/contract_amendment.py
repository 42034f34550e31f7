"""An amendment on its page: lines more or less, other prices and days, and what the contract comes to with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from models.kernel import money
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, pick
from models.papers.facts import PaperKind
from models.sales import amendment_actions as amending
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.quote_forms import LineForm
from models.sales.supplement_lists import amendment_view
from models.sales.supplement_states import SupplementAction
from models.sales.supplement_views import AmendmentView, ChangeLine
from models.shop.profile import trade
from models.trades.template import FieldKind, SubjectField
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import DateEdit, MoneyEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, FactGrid, Line, Panel, Text, clear, row
from ui.sales import wording
from ui.sales.contract_lines import GoodsPanel, GoodsRow
from ui.sales.contract_supplement import SupplementPage
from ui.sales.desk import Desk
from ui.sales.quote_side import PriceMakeUp, figure


class AmendmentPage(SupplementPage):
    """One amendment; what is changed on its draft is saved at once."""

    kind = PaperKind.AMENDMENT
    doing: dict[SupplementAction, Callable[..., Any]] = {
        SupplementAction.SUBMIT: amending.submit_amendment,
        SupplementAction.APPROVE: amending.approve_amendment,
        SupplementAction.RETURN: amending.return_amendment,
        SupplementAction.SIGN: amending.sign_amendment,
        SupplementAction.WITHDRAW: amending.withdraw_amendment,
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: AmendmentView | None = None
        self.goods = GoodsPanel(lambda: self.actor, amending=True)
        self.goods.changed.connect(self._save_lines)
        self._facts, self._reason = FactGrid(columns=3), Text("", wrap=True)
        self._change = Button(_("Reason, dates and facts…"), self.ask_facts, icon="pencil-outline", name="facts")
        self._discount = Button(_("Discount on the whole…"), self.ask_discount, kind="link", name="whole_discount")
        about = Panel(_("Reason and changed facts"), self._change)
        about.add(self._reason, self._facts)
        self._sums, self._stages = QVBoxLayout(), QVBoxLayout()
        self._price = PriceMakeUp()
        price, plan = Panel(), Panel()
        price.add(Text(_("Contract total"), "dim"))
        price.body.addLayout(self._sums)
        price.add(Line(), self._price, self._discount)
        plan.add(Text(_("Plan of payments after it"), "dim"))
        plan.body.addLayout(self._stages)
        for part in (self.goods, about):
            self.main.addWidget(part)
        for part in (price, plan, self._approvals, self._papers):
            self.side.addWidget(part)

    def read(self, record_id: int) -> AmendmentView:
        return amendment_view(self.actor, record_id)

    def title(self, number: str) -> str:
        return _("Amendment {number}").format(number=number)

    def signing_words(self) -> tuple[str, str]:
        return _("Sign the amendment"), _("From now on the contract comes to its new total and its open stages move.")

    def signed_band(self) -> Band:
        return Band("ok", _("Signed: the contract holds with this amendment."), icon="check-circle-outline")

    def show_body(self, view: AmendmentView) -> None:
        self.view = view
        self.goods.show_rows([_row(place, line) for place, line in enumerate(view.lines, 1)], view.writable)
        self._reason.setText(view.row.reason or _("No reason given yet."))
        names = {field.code: pick(field.name) for field in trade().contract.subject_fields}
        words = _("{before} → {after}")
        facts = [
            (names.get(code, code), words.format(before=view.subject_before.get(code) or "–", after=value or "–"))
            for code, value in view.subject.items()
        ]
        self._facts.set_facts(facts)
        self._facts.setVisible(bool(facts))
        self._change.setVisible(view.writable)
        self._discount.setVisible(view.writable)
        self._show_sums(view)
        self._price.show_price(view.price, with_whole=True)

    def _show_sums(self, view: AmendmentView) -> None:
        clear(self._sums)
        self._sums.addWidget(figure(_("Before"), money.plain(view.total_before)))
        self._sums.addWidget(figure(_("Change of the total"), money.plain(view.change)))
        self._sums.addWidget(figure(_("After"), money.plain(view.total), bold=True))
        clear(self._stages)
        for stage in view.stages:
            paid = stage.amount > 0 and stage.paid >= stage.amount
            words = figure(stage.name, money.plain(stage.amount), "ok" if paid else "")
            words.setToolTip(stage.condition)
            self._stages.addWidget(words)
            if stage.due_on and not paid:
                self._stages.addWidget(Text(_("due on {day}").format(day=stage.due_on.isoformat()), "fine"))
        credit = view.received - view.total
        if credit > 0:
            self._stages.addWidget(row(Text(_("Credit {amount}").format(amount=wording.yuan(credit)), tone="accent")))

    def form(self) -> AmendmentForm:
        """The amendment as it stands."""
        view = self.view
        assert view is not None
        return AmendmentForm(
            reason=view.row.reason,
            changed=tuple(_changed(line) for line in view.lines if line.before),
            added=tuple(_line_form(line) for line in view.lines if not line.before),
            whole_discount=view.whole_discount,
            subject=view.subject,
        )

    def _save_lines(self, rows: list[GoodsRow]) -> None:
        changed = tuple(ChangedLine(each.position or 0, *each.now) for each in rows if each.before)
        added = tuple(each.form for each in rows if not each.before)
        self._save(replace(self.form(), changed=changed, added=added), quiet=True)

    def _save(self, form: AmendmentForm, *, quiet: bool = False) -> None:
        """Save the draft; with ``quiet`` what is wrong is told here, else raised for a dialog to show."""
        assert self.view is not None
        try:
            amending.save_amendment(self.actor, self.record_id, self.view.version, form)
        except FrontdeskError as error:
            if not quiet:
                raise
            notices.error(error)
            self.show_record(self.record_id)

    def ask_facts(self) -> None:
        """Ask for the reason, and for what of the contract's facts changes."""
        view = self.view
        if view is None:
            return
        fields = trade().contract.subject_fields
        now = view.subject_before | view.subject

        def accept(values: dict[str, Any]) -> None:
            typed = {each.code: _text(values[f"subject.{each.code}"]) for each in fields}
            subject = {code: value for code, value in typed.items() if value != view.subject_before.get(code, "")}
            self._save(replace(self.form(), reason=values["reason"], subject=subject))

        dialog = FormDialog(
            self,
            _("Reason, dates and facts"),
            [Field("reason", _("Reason"), TextEdit(longest=200), required=True), *(_fact(each) for each in fields)],
            accept,
            intro=_("What you leave as it is does not change."),
            columns=2,
            width=640,
        )
        values: dict[str, Any] = {f"subject.{each.code}": _value(each, now.get(each.code, "")) for each in fields}
        dialog.form.set_values({"reason": view.row.reason, **values})
        dialog.open()

    def ask_discount(self) -> None:
        """Ask for the discount on the whole that holds after it."""
        if self.view is None:
            return
        before = wording.yuan(self.view.whole_before)
        field = Field("whole_discount", _("Discount on the whole"), MoneyEdit())
        dialog = FormDialog(
            self,
            _("Discount on the whole"),
            [field],
            lambda values: self._save(replace(self.form(), whole_discount=values["whole_discount"] or 0)),
            intro=_("So far {amount}.").format(amount=before),
        )
        dialog.form.set_values({"whole_discount": self.view.whole_discount or None})
        dialog.open()


def _row(number: int, line: ChangeLine) -> GoodsRow:
    return GoodsRow(number, _line_form(line), line.position if line.before else None, line.before, line.difference)


def _line_form(line: ChangeLine) -> LineForm:
    return LineForm(
        category=line.category,
        name=line.name,
        unit_price=line.unit_price,
        quantity=line.quantity,
        discount=line.discount,
        spec=line.spec,
        unit=line.unit,
        item_id=line.item_id,
    )


def _changed(line: ChangeLine) -> ChangedLine:
    return ChangedLine(line.position, line.quantity, line.unit_price, line.discount)


def _fact(field: SubjectField) -> Field:
    editor = DateEdit() if field.kind is FieldKind.DATE else TextEdit(longest=200)
    return Field(f"subject.{field.code}", pick(field.name), editor)


def _value(field: SubjectField, text: str) -> str | date | None:
    if field.kind is FieldKind.DATE:
        return date.fromisoformat(text) if text else None
    return text


def _text(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""
