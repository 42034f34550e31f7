"""What is filled in on a contract's draft: the subject by the trade's template, one or two buyers, place and plan."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers.rules import masked_phone, masked_text
from models.kernel import i18n
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, pick
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.views import ContractView, PartyRow
from models.shop.profile import trade
from models.trades.template import FieldKind, SubjectField
from ui.kit import theme
from ui.kit.editors import ChoiceBox, DateEdit, NoteEdit, PhoneEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, FactGrid, Line, Panel, Text, clear

_COLUMNS = 4
_PARTY = ("name", "id_number", "phone", "address")


class ContractFields(QWidget):
    """The inputs of a draft, or the same facts to read. ``edited`` after every change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.GAP)
        self.form: Form | None = None
        self._view: ContractView | None = None
        self._parties = 1

    def show_contract(self, view: ContractView, writable: bool, masked: bool) -> None:
        """Show a contract's facts, to be filled in when ``writable``; ``masked`` hides personal values."""
        clear(self._box)
        self.form, self._view = None, view
        if writable:
            self._parties = len(view.parties)
            self._build(view)
        else:
            self._read_only(view, masked)

    def values(self) -> ContractForm:
        """What was typed. Raises RuleError at the field that is wrong."""
        if self.form is None:
            raise ValueError("nothing to fill in")
        values = self.form.values()
        subject = {field.code: _text(values[f"subject.{field.code}"]) for field in trade().contract.subject_fields}
        parties = tuple(
            PartyForm(**{name: values[f"parties.{number}.{name}"] for name in _PARTY})
            for number in range(self._parties)
        )
        return ContractForm(parties, subject, values["plan"], values["place"], values["clauses"])

    def say_wrong(self, error: FrontdeskError) -> None:
        """Say an error at its field without leaving the one being typed in."""
        if self.form is None:
            return
        self.form.clear_errors()
        if error.field in self._names():
            self.form.field(error.field).say_wrong(i18n.say(error))
        else:
            self.form.show_error(error)

    def clear_wrong(self) -> None:
        """Take back what was said to be wrong."""
        if self.form is not None:
            self.form.clear_errors()

    def go_to(self, name: str) -> None:
        """Go to a field, if there is one called so."""
        if self.form is not None and name in self._names():
            self.form.focus(name)

    def _build(self, view: ContractView) -> None:
        subject = [_subject_field(field) for field in _fields()]
        plans = ChoiceBox([(each.code, pick(each.name)) for each in trade().payment_plans])
        terms: list[Field | tuple[Field, ...]] = [
            Field("plan", _("Plan of payments"), plans),
            Field("place", _("Place of signing"), TextEdit(longest=60)),
            (Field("clauses", _("Further agreements, one a line; printed as typed"), NoteEdit(lines=2)),),
        ]
        parties = [field for number in range(self._parties) for field in _party_fields(number, self._parties)]
        panel = Panel(pick(trade().contract.subject_title), self._party_button())
        self.form = Form(*subject, *terms, Line(), *parties, columns=_COLUMNS)
        panel.add(self.form)
        self._box.addWidget(panel)
        panel.show()
        self.form.set_values(_stored(view, self._parties))
        self.form.edited.connect(self.edited)

    def _party_button(self) -> Button:
        if self._parties == 1:
            return Button(_("Second buyer"), self.add_party, icon="account-plus-outline", name="second_buyer")
        return Button(_("One buyer only"), self.drop_party, icon="account-minus-outline", name="one_buyer")

    def add_party(self) -> None:
        """Make room for a second name (S6)."""
        self._rebuild(2)

    def drop_party(self) -> None:
        """Take the second name away."""
        self._rebuild(1)

    def _rebuild(self, parties: int) -> None:
        if self.form is None or self._view is None:
            return
        before = self.form
        self._parties = parties
        clear(self._box)
        self._build(self._view)
        for field in before.findChildren(Field):
            if field.name in self._names():
                _hand_on(field.editor, self.form.editor(field.name))
        if parties > 1:
            self.form.focus("parties.1.name")
        self.edited.emit()

    def _names(self) -> set[str]:
        return {field.name for field in self.form.findChildren(Field)} if self.form else set()

    def _read_only(self, view: ContractView, masked: bool) -> None:
        facts = [(pick(field.name), view.subject.get(field.code, "")) for field in _fields()]
        plan = next((pick(each.name) for each in trade().payment_plans if each.code == view.plan), view.plan)
        panel = Panel(pick(trade().contract.subject_title))
        panel.add(
            FactGrid([*facts, (_("Plan of payments"), plan), (_("Place of signing"), view.place)], columns=_COLUMNS)
        )
        if view.clauses:
            panel.add(Line(), Text(_("Further agreements"), "fine"), Text(view.clauses, wrap=True))
        buyers = Panel(_("Buyers"))
        for party in view.parties:
            buyers.add(FactGrid(_party_facts(party, masked), columns=_COLUMNS))
        self._box.addWidget(panel)
        self._box.addWidget(buyers)


def _fields() -> tuple[SubjectField, ...]:
    return trade().contract.subject_fields


def _subject_field(field: SubjectField) -> Field:
    editor: QWidget = DateEdit() if field.kind is FieldKind.DATE else TextEdit(longest=200)
    return Field(f"subject.{field.code}", pick(field.name), editor, required=field.required)


def _party_fields(number: int, of: int) -> list[Field]:
    words = {
        "name": _("Buyer"),
        "id_number": _("ID number"),
        "phone": _("Phone"),
        "address": _("Address"),
    }
    if of > 1:
        words["name"] = _("Buyer {number}").format(number=number + 1)
    editors: dict[str, QWidget] = {name: TextEdit(longest=200) for name in _PARTY}
    editors["phone"] = PhoneEdit()
    return [Field(f"parties.{number}.{name}", words[name], editors[name], required=name == "name") for name in _PARTY]


def _stored(view: ContractView, parties: int) -> dict[str, Any]:
    """What is stored, by the names of the fields."""
    values: dict[str, Any] = {"plan": view.plan, "place": view.place, "clauses": view.clauses}
    for field in _fields():
        text = view.subject.get(field.code, "")
        values[f"subject.{field.code}"] = (date.fromisoformat(text) if text else None) if _is_day(field) else text
    for number, party in enumerate(view.parties[:parties]):
        values.update({f"parties.{number}.{name}": text for name, text in asdict(party).items()})
    return values


def _is_day(field: SubjectField) -> bool:
    return field.kind is FieldKind.DATE


def _text(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""


def _hand_on(before: Any, after: Any) -> None:
    """Put what stands in one input into another of its kind, wrong texts too."""
    if isinstance(before, DateEdit):
        after.line.setText(before.line.text())
    elif isinstance(before, ChoiceBox | NoteEdit):
        after.set_value(before.value())
    else:
        after.setText(before.text())


def _party_facts(party: PartyRow, masked: bool) -> list[tuple[str, str]]:
    phone = masked_phone(party.phone) if masked and party.phone else party.phone
    number = masked_text(party.id_number, 3, 4) if masked and party.id_number else party.id_number
    address = masked_text(party.address, 3) if masked and party.address else party.address
    return [(_("Buyer"), party.name), (_("ID number"), number), (_("Phone"), phone), (_("Address"), address)]
