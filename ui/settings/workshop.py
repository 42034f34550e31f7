"""The workshop's settings: hourly rate, what is left off totals, the catalogue of operations (W4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, pick
from models.kernel.money import plain, quantity_text
from models.service import lists, terms
from models.service.operation_actions import (
    FARTHEST_WARRANTY,
    LONGEST_WARRANTY,
    OperationForm,
    add_operation,
    change_operation,
    change_terms,
    take_shipped_operations,
)
from models.service.rules import Rounding
from models.service.terms import Terms
from models.service.views import OperationRow
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, CountEdit, MoneyEdit, PercentEdit, QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, EmptyState, Panel, row
from ui.settings.desk import SettingsDesk

_MOST = 5000


class WorkshopPage(QWidget):
    """Rate and rounding above, operations beneath."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[int, OperationRow] = {}
        self.terms = Form(
            (
                Field("rate", _("Standard hour"), MoneyEdit(), _("Empty: as the template has it")),
                Field("rounding", _("Left off a total"), ChoiceBox(Rounding)),
                Field("discount_share", _("An advisor may give off"), PercentEdit(), _("More waits for a manager.")),
            ),
            on_enter=self._keep_terms,
        )
        keep = Button(_("Save"), self._keep_terms, name="keep_terms")
        upper = Panel(_("Rate and rounding"), keep)
        upper.add(self.terms)
        self.search = TextEdit(_("Code, name, pinyin"), longest=60)
        self.search.setObjectName("operation_search")
        self.search.setFixedWidth(220)
        self.search.textEdited.connect(lambda text: self.show_all())
        self.shipped = Button(_("Add the usual ones"), self._take_shipped, icon="playlist-plus", name="shipped")
        self.new = Button(_("New operation"), self.ask_new, kind="primary", icon="plus", name="new_operation")
        empty = EmptyState(
            *("wrench-outline", _("No operations yet")),
            _("Add the usual ones of the trade and change them, or begin your own list."),
        )
        self.table = RecordTable(_columns(), self._fetch, empty=empty)
        self.table.opened.connect(self.open_operation)
        lower = Panel(_("Operations"), self.shipped, self.new, flush=True)
        lower.add(row(self.search, "stretch", margins=(16, 10, 16, 10)), self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(upper)
        box.addWidget(lower, 1)
        kept = terms.terms()
        self.terms.set_values({"rate": kept.rate, "rounding": kept.rounding, "discount_share": kept.discount_share})
        self.show_all()

    def show_all(self) -> None:
        """Read the catalogue again."""
        found = lists.operations(self._desk.session.actor, self.search.value(), active_only=False, limit=_MOST)
        self._rows = {each.id: each for each in found}
        self.table.set_ids(list(self._rows))
        self.table.refresh_rows()

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if changes is None or changes.touches("operation") or changes.touches("workshop"):
            self.show_all()

    def _fetch(self, ids: Sequence[int]) -> list[OperationRow]:
        return [self._rows[each] for each in ids if each in self._rows]

    def _keep_terms(self) -> None:
        actor = self._desk.session.actor

        def keep(values: dict[str, Any]) -> None:
            change_terms(actor, Terms(values["rate"], values["rounding"], values["discount_share"] or 0))

        if self.terms.submit(keep):
            notices.tell(_("Saved."))

    def _take_shipped(self) -> None:
        try:
            for template in terms.templates():
                take_shipped_operations(self._desk.session.actor, template.code)
        except FrontdeskError as error:
            notices.error(error)

    def ask_new(self) -> FormDialog:
        """Ask about a new operation."""
        actor = self._desk.session.actor
        return self._ask(_("New operation"), lambda form: add_operation(actor, form))

    def open_operation(self, operation_id: int | None) -> FormDialog | None:
        """Show an operation to change it."""
        found = self._rows.get(operation_id or 0)
        if found is None:
            return None
        actor = self._desk.session.actor
        dialog = self._ask(
            found.name, lambda form: change_operation(actor, found.id, found.version, form), found.template
        )
        names = dialog.form.field_names
        values = {name: getattr(found, name) for name in names if name != "rate"}
        dialog.form.set_values({**values, "rate": found.own_rate, "hours": found.hours or None})
        return dialog

    def _ask(self, title: str, keep: Any, template: str = "") -> FormDialog:
        found = terms.template_of(template) if template else terms.templates()[0]
        skills = [(each.code, pick(each.name)) for each in found.skills]
        fields: list[Any] = [
            (
                Field("code", _("Code"), TextEdit(longest=40), required=True),
                Field("skill", _("Skill"), ChoiceBox(skills)),
            ),
            Field("name", _("Name"), TextEdit(longest=80), required=True),
            (
                Field("hours", _("Standard hours"), QuantityEdit(zero=True)),
                Field("rate", _("Rate per hour"), MoneyEdit(), _("Empty: the workshop's")),
                Field("price", _("Fixed price"), MoneyEdit(), _("instead of hours")),
            ),
            (
                Field("warranty_months", _("Warranty, months"), CountEdit(0, LONGEST_WARRANTY)),
                Field("warranty_km", _("Warranty, km"), CountEdit(0, FARTHEST_WARRANTY)),
            ),
            (
                Field("road_test", _("Quality check"), Tick(_("With a road test"))),
                Field("safety", _("Warning"), Tick(_("Concerns safety"))),
                Field("active", _("In use"), Tick(_("Offered in estimates"))),
            ),
        ]

        def submit(values: dict[str, Any]) -> None:
            values = {name: value for name, value in values.items()}
            for name in ("hours", "warranty_months", "warranty_km"):
                values[name] = values[name] or 0
            keep(OperationForm(template=found.code, **values))

        dialog = FormDialog(self, title, fields, submit, width=640)
        dialog.form.editor("active").set_value(True)
        dialog.open()
        return dialog


def _columns() -> tuple[Column, ...]:
    def priced(each: OperationRow) -> str:
        return plain(each.price) if each.price is not None else ""

    def warranty(each: OperationRow) -> str:
        if not (each.warranty_months or each.warranty_km):
            return ""
        return _("{months} months / {km} km").format(months=each.warranty_months, km=f"{each.warranty_km:,}")

    def skill(each: OperationRow) -> str:
        found = terms.template_of(each.template).skills
        return next((pick(one.name, i18n.language()) for one in found if one.code == each.skill), each.skill)

    return (
        Column("code", _("Code"), lambda each: each.code, width=150, sortable=False),
        Column("name", _("Name"), lambda each: each.name, bold=True, sortable=False),
        Column("skill", _("Skill"), skill, width=130, sortable=False),
        Column("hours", _("Hours"), lambda each: quantity_text(each.hours) if each.hours else "", right=True, width=70),
        Column("price", _("Fixed price"), priced, right=True, width=100, sortable=False),
        Column("warranty", _("Warranty"), warranty, width=170, sortable=False),
        Column(
            *("state", _("State"), lambda each: _("In use") if each.active else _("Not in use")),
            tone=lambda each: "ok" if each.active else "neutral",
            chip=True,
            width=90,
            sortable=False,
        ),
    )
