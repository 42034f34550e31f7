"""The reception sheet on the order's page: filled in with the customer at the vehicle, saved while typing (W3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from models.customers.file_lists import goods
from models.kernel import i18n
from models.kernel.errors import FrontdeskError, RuleError, StaleEdit
from models.kernel.i18n import _, pick
from models.kernel.permissions import Permission
from models.service import terms
from models.service.kinds import OldParts, Waits
from models.service.reception_actions import SheetForm, save_sheet
from models.service.states import SHEET_STATES, WorkOrderState
from models.service.views import OrderView
from models.trades.service_template import ServiceTemplate, SheetField
from models.trades.template import Named
from ui.kit import notices, theme
from ui.kit.editors import ChipChoice, ChoiceBox, CountEdit, MoneyEdit, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Line, Panel, Text, clear, column, flowing, row
from ui.kit.wording import joined

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_PAUSE = 700
_MOST_KM = 9_999_999
_ASKED = ("asked_what", "asked_when", "asked_where", "asked_who", "asked_why", "asked_how", "asked_often")


class Ticks(QWidget):
    """Several of a few codes, as ticks beside each other."""

    def __init__(self, choices: Sequence[Named]) -> None:
        super().__init__()
        self.ticks = {each.code: Tick(pick(each.name)) for each in choices}
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for code, tick in self.ticks.items():
            tick.setObjectName(code)
            box.addWidget(tick)
        box.addStretch(1)

    def codes(self) -> tuple[str, ...]:
        """The codes ticked."""
        return tuple(code for code, tick in self.ticks.items() if tick.value())

    def set_codes(self, codes: Sequence[str]) -> None:
        """Tick these."""
        for code, tick in self.ticks.items():
            tick.set_value(code in codes)


class SheetSection:
    """The sheet: open while the order is at reception, folded to a line afterwards, closed once work is dispatched."""

    def __init__(self, page: OrderPage) -> None:
        self._page = page
        self._order = 0
        self._template = ""
        self.dirty = self._open = self._filling = False
        self._pause = QTimer(page, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)
        self.widget = Panel(flush=True)
        self._fold = Button(_("Change…"), self.unfold, kind="plain", icon="pencil-outline", name="change_sheet")
        self._told = Text("", "fine")
        self._state: WorkOrderState | None = None
        head = row(
            *(Text(_("Reception sheet"), "title"), "stretch", self._told, self._fold),
            margins=(theme.INSIDE, 8, theme.INSIDE, 8),
        )
        self._body = QWidget()
        self._box = QVBoxLayout(self._body)
        self._box.setContentsMargins(theme.INSIDE, theme.INSIDE, theme.INSIDE, theme.INSIDE)
        self._box.setSpacing(theme.GAP)
        self.widget.add(head, Line(), self._body)
        self.form: Form | None = None
        self.ticks: dict[str, Ticks] = {}

    def show_order(self, view: OrderView) -> None:
        """Show the sheet; what somebody is typing stays."""
        other = view.row.id != self._order
        if other or view.template != self._template:
            self._build(view)
        self._order = view.row.id
        if other:
            self._open, self.dirty = view.row.state is WorkOrderState.BOOKED, False
        changeable = view.row.state in SHEET_STATES and self._page.actor.may(Permission.RECEIVE_VEHICLE)
        folds = self._state is WorkOrderState.BOOKED and view.row.state is not WorkOrderState.BOOKED
        self._open = self._open and changeable and not folds
        self._body.setVisible(self._open)
        self._fold.setVisible(changeable and not self._open)
        self._told.setText("" if self._open else _summary(view))
        self._state = view.row.state
        self.widget.setVisible(view.row.state is not WorkOrderState.CANCELLED)
        if other or not (self.dirty or self._has_focus()):
            self._fill(view)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._body.isAncestorOf(focused)

    def unfold(self) -> None:
        """Open the sheet to change it."""
        self._open = True
        self._body.show()
        self._fold.hide()
        self._told.setText("")
        self.take_focus()

    def take_focus(self) -> bool:
        """Put the keys into the sheet where it is open."""
        if not self._open or self.form is None:
            return False
        names = [each for each in ("mileage", "place", "complaint") if each in self.form.field_names]
        empty = [each for each in names if not self.form.editor(each).value()]
        self.form.focus((empty or names)[0])
        return True

    def _build(self, view: OrderView) -> None:
        template = terms.template_of(view.template)
        self._template = view.template
        clear(self._box)
        self.goods = ChoiceBox([], _("None"))
        self.repeat = ChoiceBox([], _("No repeat repair"))
        of_trade = self._vehicle_fields(template) if template.vehicle else _place_fields()
        self.form = Form(*of_trade, *self._told_fields(template), on_enter=self._next_field)
        self.form.edited.connect(self.edited)
        self._box.addWidget(self.form)
        self._build_lists(template)
        self._build_ticks(template)

    def _vehicle_fields(self, template: ServiceTemplate) -> list[Any]:
        needed = set(template.asks)
        return [
            (
                Field("goods_id", _("Vehicle"), self.goods, required=True),
                Field("mileage", _("Mileage (km)"), CountEdit(0, _MOST_KM), required=SheetField.MILEAGE in needed),
                Field("fuel", _("Fuel, eighths of a tank"), _fuel(), required=SheetField.FUEL in needed),
                Field("key_tag", _("Key tag"), TextEdit(longest=40), required=SheetField.KEY in needed),
            ),
            Field("mileage_reason", _("Why the reading is less than before"), TextEdit(longest=200)),
        ]

    def _told_fields(self, template: ServiceTemplate) -> list[Any]:
        """Who came, what they say, what they leave and how they want it."""
        by = SheetField.BROUGHT_BY in template.asks
        asked = [Field(name, label, TextEdit(longest=400)) for name, label in zip(_ASKED, _asked_labels(), strict=True)]
        belongings = TextEdit(_("Nothing, or what is left in it"), longest=400)
        return [
            (
                Field("brought_by", _("Brought by"), TextEdit(longest=60), required=by),
                Field("brought_phone", _("Phone"), TextEdit(longest=40)),
            ),
            Field("complaint", _("In the customer's own words"), NoteEdit(lines=2), required=True),
            tuple(asked[:4]),
            tuple(asked[4:]),
            (
                Field("belongings", _("Left in the vehicle"), belongings),
                Field("repeat", _("Repeat repair"), self.repeat),
            ),
            (
                Field("waits", _("The customer"), ChipChoice(Waits)),
                Field("old_parts", _("Old parts"), ChipChoice(OldParts)),
            ),
        ]

    def _build_lists(self, template: ServiceTemplate) -> None:
        """What is looked at on the vehicle, tick by tick."""
        self.ticks = {}
        for name, words, choices in (
            ("lights", _("Warning lights on"), template.lights),
            ("functions", _("Works as it should"), template.functions),
            ("covers", _("Protection put on"), template.covers),
        ):
            if choices:
                self.ticks[name] = Ticks(choices)
                self._box.addWidget(column(Text(words, "fine"), self.ticks[name], gap=2))
        for group in self.ticks.values():
            for tick in group.ticks.values():
                tick.edited.connect(self.edited)

    def _build_ticks(self, template: ServiceTemplate) -> None:
        """What the customer was asked, and allows."""
        self.valuables = Tick(_("Customer asked to take valuables along"))
        self.road_test = Tick(_("Road test allowed"))
        self.wash = Tick(_("Wash wanted"))
        self._box.addWidget(flowing(self.valuables, self.road_test, self.wash))
        self.valuables.setVisible(SheetField.VALUABLES in template.asks)
        self.road_test.setVisible(template.vehicle)
        self.wash.setVisible(template.washes)
        for tick in (self.valuables, self.road_test, self.wash):
            tick.edited.connect(self.edited)

    def _next_field(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.focusNextChild()

    def _fill(self, view: OrderView) -> None:
        form, sheet = self.form, view.sheet
        assert form is not None
        self.dirty, self._filling = False, True
        form.clear_errors()
        owned = [each for each in goods(view.row.customer_id) if each.form.gone_on is None]
        self.goods.set_choices([(each.id, joined(each.form.plate, each.name)) for each in owned], _("None"))
        again = [(each.id, f"{each.number} {each.complaint[:30]}") for each in view.repeats]
        self.repeat.set_choices(again, _("No repeat repair"))
        values: dict[str, Any] = {name: getattr(sheet, name) for name in (*_ASKED, *_PLAIN)}
        values |= {"goods_id": view.row.goods_id, "repeat": view.repeat_of.id if view.repeat_of else None}
        form.set_values({name: value for name, value in values.items() if name in form.field_names})
        for name, group in self.ticks.items():
            group.set_codes(getattr(sheet, name))
        self.valuables.set_value(sheet.valuables_asked)
        self.road_test.set_value(sheet.road_test_allowed)
        self.wash.set_value(sheet.wash_wanted)
        self._show_reason(view)
        self._filling = False

    def _show_reason(self, view: OrderView) -> None:
        if self.form is not None and "mileage_reason" in self.form.field_names:
            sheet = view.sheet
            less = sheet.mileage is not None and sheet.mileage_before is not None
            shown = bool(sheet.mileage_reason) or (less and sheet.mileage < sheet.mileage_before)  # type: ignore[operator]
            self.form.field("mileage_reason").setVisible(shown)

    def edited(self) -> None:
        """Something of the sheet was typed or marked: it is saved in a moment."""
        if not self._filling:
            self.dirty = True
            self._pause.start()

    def save(self) -> bool:
        """Save what is typed; what is wrong is said at its field and stays typed. Whether all could be saved."""
        self._pause.stop()
        if not self.dirty or self.form is None:
            return True
        assert self._page.view is not None
        self.dirty = False
        try:
            save_sheet(self._page.actor, self._order, self._page.known_version, self._typed(self._page.view))
        except FrontdeskError as error:
            self.dirty = True
            self._refused(error)
            return False
        self._page.kept()
        self.form.clear_errors()
        return True

    def show_missing(self, view: OrderView) -> None:
        """Say at each field that has to be filled in that it is not, and go to the first."""
        form = self.form
        assert form is not None
        form.clear_errors()
        sheet, first = view.sheet, ""
        told = {
            SheetField.MILEAGE: sheet.mileage is not None,
            SheetField.FUEL: sheet.fuel is not None,
            SheetField.COMPLAINT: bool(sheet.complaint),
            SheetField.BROUGHT_BY: bool(sheet.brought_by),
            SheetField.KEY: bool(sheet.key_tag),
            SheetField.PLACE: bool(sheet.place),
        }
        lacking = [_FIELDS[each] for each in terms.template_of(view.template).asks if not told.get(each, True)]
        if view.row.goods_id is None and "goods_id" in form.field_names:
            lacking.insert(0, "goods_id")
        for name in lacking:
            form.field(name).say_wrong(_("This must be filled in."))
            first = first or name
        if first:
            form.focus(first)
        elif not sheet.valuables_asked:
            notices.tell(_("Ask the customer to take valuables along, and tick it."), "warn")
            self.valuables.setFocus()

    def _refused(self, error: FrontdeskError) -> None:
        if isinstance(error, StaleEdit):
            notices.tell(_("Somebody else has just changed this order; look at it again."), "warn")
            self._page.kept()
        elif isinstance(error, RuleError):
            self._say(error)
        else:
            notices.error(error)

    def _say(self, error: RuleError) -> None:
        """At the field, without taking the keys away from where somebody is typing."""
        form = self.form
        assert form is not None
        form.clear_errors()
        if error.field in form.field_names:
            field = form.field(error.field or "")
            field.show()
            field.say_wrong(i18n.say(error))
        else:
            notices.error(error)

    def _typed(self, view: OrderView) -> SheetForm:
        form = self.form
        assert form is not None
        values = form.values()
        repeat = values.pop("repeat")
        told = {name: group.codes() for name, group in self.ticks.items()}
        return SheetForm(
            **{"goods_id": view.row.goods_id, **values, **told},
            outline=self._page.outline,
            marks=tuple(self._page.marks()),
            valuables_asked=self.valuables.value(),
            road_test_allowed=self.road_test.value(),
            wash_wanted=self.wash.value(),
            repeat_of=repeat,
            not_repeat=repeat is None and view.repeat_of is not None,
        )


_FIELDS = {
    SheetField.MILEAGE: "mileage",
    SheetField.FUEL: "fuel",
    SheetField.COMPLAINT: "complaint",
    SheetField.BROUGHT_BY: "brought_by",
    SheetField.KEY: "key_tag",
    SheetField.PLACE: "place",
}
_PLAIN = (
    *("mileage", "mileage_reason", "fuel", "key_tag", "brought_by", "brought_phone", "complaint", "belongings"),
    *("waits", "old_parts", "place", "survey_fee"),
)


def _fuel() -> ChoiceBox:
    words = {0: _("Empty"), 8: _("Full")}
    return ChoiceBox([(each, words.get(each, f"{each}/8")) for each in range(9)], "–")


def _asked_labels() -> tuple[str, ...]:
    return (
        *(_("What"), _("When"), _("Where"), _("Who was driving"), _("Why, as they think"), _("How it happens")),
        _("How often, how much"),
    )


def _summary(view: OrderView) -> str:
    sheet = view.sheet
    fuel = _("fuel {eighths}/8").format(eighths=sheet.fuel) if sheet.fuel is not None else ""
    key = _("key {tag}").format(tag=sheet.key_tag) if sheet.key_tag else ""
    return joined(sheet.brought_by, sheet.brought_phone, fuel, key)


def _place_fields() -> list[Any]:
    return [
        (
            Field("place", _("Place of the work"), TextEdit(longest=200), required=True),
            Field("survey_fee", _("Survey fee"), MoneyEdit()),
        )
    ]
