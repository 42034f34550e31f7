"""What the desk lends at all: its kinds, and the things of a kind that have numbers (W12)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.loans import lists
from models.loans.kind_actions import KindForm, ThingForm, add_kind, add_thing, change_kind, change_thing
from models.loans.kinds import Keeping
from models.loans.rules import MOST_KM
from models.loans.views import KindRow, ThingRow
from ui.kit import wording
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.editors import ChipChoice, CountEdit, MoneyEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import Button, Text, column, row


class KindsSheet(Sheet):
    """The kinds above, the things of the one chosen beneath; Enter changes what is chosen."""

    def __init__(self, parent: QWidget, actor: Actor) -> None:
        self._actor = actor
        self._kinds: dict[int, KindRow] = {}
        self._things: dict[int, ThingRow] = {}
        self.kinds = RecordTable(_kind_columns(), lambda ids: [self._kinds[each] for each in ids])
        self.things = RecordTable(_thing_columns(), lambda ids: [self._things[each] for each in ids])
        self.kinds.selected.connect(lambda kind_id: self._show_things())
        self.kinds.opened.connect(lambda kind_id: self.ask_kind(self._kinds[kind_id]))
        self.things.opened.connect(lambda thing_id: self.ask_thing(self._things[thing_id]))
        self._add_thing = Button(_("Add a number…"), self.ask_thing, icon="plus", name="add_thing")
        body = column(
            row("stretch", Button(_("New kind…"), self.ask_kind, icon="plus", name="add_kind")),
            self.kinds,
            row(Text(_("Each with a number"), "bold"), "stretch", self._add_thing),
            self.things,
        )
        body.setMinimumHeight(460)
        super().__init__(parent, _("What we lend"), body, Button(_("Close"), self.accept, name="close"), width=680)
        self.refresh()

    def refresh(self) -> None:
        """Show kinds and things as they are now."""
        self._kinds = {each.id: each for each in lists.kinds(all_of_them=True)}
        self.kinds.set_ids(list(self._kinds))
        self.kinds.refresh_rows()
        if self.kinds.selected_id is None:
            self.kinds.select_first()
        self._show_things()

    def _show_things(self) -> None:
        kind = self._kinds.get(self.kinds.selected_id or 0)
        numbered = kind is not None and kind.keeping is not Keeping.POOL
        self._add_thing.setEnabled(numbered)
        found = lists.things(kind.id) if kind is not None and numbered else []
        self._things = {each.id: each for each in found}
        self.things.set_ids(list(self._things))
        self.things.refresh_rows()

    def ask_kind(self, kind: KindRow | None = None) -> FormDialog:
        """Ask about a new kind, or about one there is."""
        fields: list[Field | tuple[Field, ...] | QWidget] = [
            Field("name", _("Name"), TextEdit(longest=40), required=True),
            Field("keeping", _("How they are told apart"), ChipChoice(Keeping)),
            (
                Field("count", _("How many there are"), CountEdit(0, 9999)),
                Field("deposit", _("Usual deposit"), MoneyEdit()),
                Field("hours", _("Usually for (hours)"), CountEdit(0, 99_999)),
            ),
            Field("active", _("In use"), Tick(_("Is lent out"))),
        ]

        def accept(values: dict[str, Any]) -> None:
            form = KindForm(
                *(values["name"], values["keeping"], values["count"] or 0),
                deposit=values["deposit"] or 0,
                hours=values["hours"] or 0,
                active=values["active"],
            )
            if kind is None:
                add_kind(self._actor, form)
            else:
                change_kind(self._actor, kind.id, kind.version, form)
            self.refresh()

        dialog = FormDialog(self, _("Kind of thing"), fields, accept, width=560)
        shown = kind or KindRow(0, 0, "", Keeping.POOL, 0, 24, True, 1, 0)
        for name in ("name", "keeping", "count", "deposit", "hours", "active"):
            dialog.form.editor(name).set_value(getattr(shown, name))
        dialog.open()
        return dialog

    def ask_thing(self, thing: ThingRow | None = None) -> FormDialog | None:
        """Ask about a new thing of the kind chosen, or about one there is."""
        kind = self._kinds.get(self.kinds.selected_id or 0)
        if kind is None:
            return None
        car = kind.keeping is Keeping.CAR
        fields: list[Field | tuple[Field, ...] | QWidget] = [
            Field("label", _("Plate") if car else _("Number"), TextEdit(longest=40), required=True)
        ]
        if car:
            fields += [
                Field("model", _("Model"), TextEdit(longest=60)),
                Field("mileage_km", _("Odometer (km)"), CountEdit(0, MOST_KM * 10)),
            ]
        fields.append(Field("active", _("In use"), Tick(_("Is lent out"))))

        def accept(values: dict[str, Any]) -> None:
            form = ThingForm(
                values["label"], values.get("model", ""), values.get("mileage_km") or 0, active=values["active"]
            )
            if thing is None:
                add_thing(self._actor, kind.id, form)
            else:
                change_thing(self._actor, thing.id, thing.version, form)
            self.refresh()

        dialog = FormDialog(self, kind.name, fields, accept)
        shown = thing or ThingRow(0, 0, kind.id, "", "", 0, True, 0)
        for name in dialog.form.field_names:
            dialog.form.editor(name).set_value(getattr(shown, name))
        dialog.open()
        return dialog


def _kind_columns() -> list[Column]:
    return [
        Column("name", _("Kind"), lambda each: each.name, bold=True, sortable=False),
        Column("keeping", _("How they are told apart"), lambda each: label(each.keeping), width=150, sortable=False),
        Column("count", _("There are"), lambda each: str(each.count), right=True, width=80, sortable=False),
        Column("out", _("Lent out"), lambda each: str(each.out), right=True, width=70, sortable=False),
        Column(
            *("deposit", _("Usual deposit"), lambda each: wording.yuan(each.deposit) if each.deposit else "–"),
            right=True,
            width=110,
            sortable=False,
        ),
    ]


def _thing_columns() -> list[Column]:
    def state(each: ThingRow) -> str:
        return _("Lent out") if each.loan_id else _("At the desk") if each.active else _("Out of use")

    return [
        Column("label", _("Number"), lambda each: each.label, bold=True, width=130, sortable=False),
        Column("model", _("Model"), lambda each: each.model, sortable=False),
        Column(
            *("km", _("Odometer (km)"), lambda each: f"{each.mileage_km:,}" if each.mileage_km else "–"),
            right=True,
            width=110,
            sortable=False,
        ),
        Column("state", _("State"), state, width=110, sortable=False),
    ]
