"""Booking an appointment: one box finds customer and vehicle, the next free times are offered, Enter books (W1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.appointments import lists, planning
from models.appointments.booking_actions import AppointmentForm, change_appointment, make_appointment, parts_of
from models.appointments.kinds import Purpose
from models.appointments.lists import AppointmentView
from models.appointments.rules import Slot, survey_fee
from models.catalog import lists as catalog
from models.catalog.kinds import Kept
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.belongings import GoodsForm
from models.customers.kinds import RegisterKind
from models.customers.lists import rows as customer_rows
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _, label, pick
from models.kernel.money import quantity_text
from models.kernel.permissions import Actor
from models.parts.availability import availability
from models.service import terms
from models.service.finding import find_vehicles, newest_goods, vehicles_of
from models.trades.service_template import SurveyFee
from ui.kit import notices, wording
from ui.kit.desk import Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChoiceBox, CountEdit, MoneyEdit, NoteEdit, PhoneEdit, QuantityEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.moment_edit import MomentEdit
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.widgets import Button, IconButton, Panel, Text, clear, flowing, row
from ui.service import planner_wording

_MOST_FOUND, _OFFERED = 8, 3


class BookingPanel(Panel):
    """``booked`` with the id of the appointment made or changed; ``left`` when it is put away."""

    booked = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._changes: AppointmentView | None = None
        self.customer_id = 0
        self.goods_id: int | None = None
        self._typed = ""
        self._owners: dict[int | None, int] = {}
        self.parts: dict[int, int] = {}
        self._title = Text("", "title")
        self.box = SearchBox(self._find, _("Plate, phone, VIN or name"))
        self.box.setObjectName("find_customer")
        self.box.chosen.connect(self._chosen)
        self.fresh = Button(_("New customer…"), self.ask_new, icon="account-plus-outline", name="new_customer")
        self.who = Text("", "bold", wrap=True)
        self.form = self._make_form()
        self._slots: list[Slot] = []
        self.slots = [
            Button("", partial(self.take_slot, number), key=f"Ctrl+{number + 1}", name=f"slot_{number + 1}")
            for number in range(_OFFERED)
        ]
        self._none_free = Text(_("Nothing is free in the next weeks."), "dim", wrap=True)
        self.part_box = SearchBox(self._find_parts, _("Parts to have ready: name or number"))
        self.part_box.setObjectName("find_part")
        self.part_box.chosen.connect(lambda kind, item_id: self.want_part(item_id))
        self._parts = QVBoxLayout()
        self.book = Button(_("Book"), self.submit, kind="primary", hint="Enter", name="book")
        self.put_away = Button(_("Close"), self.left.emit, key="Esc", name="close_booking")
        self.add(
            flowing(self._title, "stretch", self.put_away, self.book),
            self.box,
            row(self.who, "stretch", self.fresh),
            self.form,
        )
        self.add(Text(_("Next free"), "fine"))
        self.add(*self.slots, self._none_free)
        self.add(self.part_box)
        self.body.addLayout(self._parts)
        self.add("stretch")
        self.begin()

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def _make_form(self) -> Form:
        self.when = MomentEdit(at=time(0))
        self.hours = QuantityEdit()
        self.purpose = ChoiceBox(Purpose)
        self.bay, self.advisor = ChoiceBox([]), ChoiceBox([])
        self.distance, self.fee = CountEdit(0, 2000), MoneyEdit()
        self._place = Field("place", _("Place of the visit"), TextEdit(longest=200))
        self.equipment = Tick(_equipment())
        self._brought = Field("equipment", _("Equipment"), self.equipment)
        self._away = (Field("distance", _("Distance in km"), self.distance), Field("survey_fee", _("Fee"), self.fee))
        form = Form(
            (Field("purpose", _("What for"), self.purpose), Field("minutes", _("Hours"), self.hours)),
            Field("wish", _("Customer's own words"), NoteEdit(lines=2)),
            Field("starts_at", _("Time of the appointment"), self.when),
            (Field("bay_id", _("Workshop bay"), self.bay), Field("advisor_id", _("Advisor"), self.advisor)),
            Field("courtesy", _("Pick-up, courtesy car"), TextEdit(longest=120)),
            self._place,
            self._brought,
            self._away,
            on_enter=self.submit,
        )
        self.hours.edited.connect(self.offer)
        self.when.edited.connect(self.offer)
        self.advisor.edited.connect(self.offer)
        self.bay.edited.connect(self.offer)
        self.purpose.edited.connect(self._purpose_changed)
        for each in (self.distance, self.equipment):
            each.edited.connect(self._reckon_fee)
        return form

    def begin(self, customer_id: int = 0, at: datetime | None = None) -> None:
        """Begin a new appointment, for a customer and at a time where told."""
        self._changes, self.parts = None, {}
        self._title.setText(_("New appointment"))
        self.book.say(_("Book"))
        self.box.clear()
        self._offer_choices()
        first = self.actor.id if any(self.actor.id == key for key, _name in _advisors()) else None
        self.form.set_values(
            {
                **{"purpose": Purpose.MAINTENANCE, "minutes": 100, "wish": "", "starts_at": at, "courtesy": ""},
                **{"bay_id": None, "advisor_id": first},
                **{"place": "", "distance": None, "equipment": False, "survey_fee": None},
            }
        )
        self.form.clear_errors()
        self._take(customer_id, newest_goods(customer_id) if customer_id else None)
        self._purpose_changed()
        self._show_parts()

    def change(self, view: AppointmentView) -> None:
        """Change an appointment there is."""
        self.begin(view.row.customer_id)
        self._changes, held = view, view.row
        self._title.setText(_("Change {number}").format(number=held.number))
        self.book.say(_("Save"))
        self.form.set_values(
            {
                **{"purpose": held.purpose, "minutes": held.minutes * 100 // 60, "wish": held.wish},
                **{"starts_at": held.starts_at, "courtesy": view.courtesy, "bay_id": held.bay_id},
                **{"advisor_id": held.advisor_id, "place": view.place, "survey_fee": view.survey_fee or None},
            }
        )
        self.parts = parts_of(held.id)
        self._take(held.customer_id, held.goods_id)
        self._purpose_changed(keep_fee=True)
        self._show_parts()

    def place_at(self, at: datetime, **places: int | None) -> None:
        """Put the appointment that is typed at a time, and at a bay or with an advisor."""
        self.form.set_values({"starts_at": at, **places})
        self.form.clear_errors()
        self.offer()

    def take_focus(self) -> None:
        """Put the keys where typing begins."""
        if self.customer_id:
            self.form.focus("wish")
        else:
            self.box.setFocus()

    def _offer_choices(self) -> None:
        self.bay.set_choices([(each.id, planner_wording.bay(each)) for each in lists.bays()], empty=_("First free"))
        self.advisor.set_choices(_advisors(), empty=_("Anybody"))

    def _find(self, text: str) -> Sequence[Group]:
        found = find_vehicles(self.actor, text, _MOST_FOUND)
        self._typed, self._owners = text, {each.goods_id: each.customer_id for each in found}
        hits = [
            Hit(
                "vehicle" if each.goods_id else "customer",
                each.goods_id or each.customer_id,
                wording.joined(each.plate, each.customer),
                wording.joined(each.name if each.goods_id else _("No vehicle on file"), each.phone),
            )
            for each in found
        ]
        fresh = Hit("new", 0, _("New customer…"), text)
        return (
            Group(_("Customers and vehicles"), "car-outline", hits),
            Group(_("Not known yet"), "account-plus-outline", [fresh]),
        )

    def _chosen(self, kind: str, number: int) -> None:
        if kind == "new":
            self.ask_new(self._typed)
        elif kind == "vehicle":
            self._take(self._owners[number], number)
            self.take_focus()
        else:
            self._take(number, newest_goods(number))
            self.take_focus()

    def _take(self, customer_id: int, goods_id: int | None) -> None:
        self.customer_id, self.goods_id = customer_id, goods_id
        self.box.setVisible(self._changes is None)
        self.fresh.setVisible(self._changes is None and not customer_id)
        if not customer_id:
            self.who.setText("")
            return
        held = customer_rows(self.actor, [customer_id])[0]
        own = next((each for each in vehicles_of(customer_id) if each[0] == goods_id), None)
        missed = lists.missed_count(customer_id)
        shown = _("did not come {count} times").format(count=missed) if missed else ""
        self.who.setText(wording.joined(held.name, held.phone, own[1] if own else _("No vehicle on file"), shown))

    def ask_new(self, typed: str = "") -> FormDialog:
        """Take on somebody with what is needed to call and to know the vehicle again: name, phone, plate."""
        digits = sum(each.isdigit() for each in typed)

        def take(values: dict[str, Any]) -> None:
            form = FileForm(values["name"], phones=(values["phone"],) if values["phone"] else ())
            owned = (GoodsForm(plate=values["plate"]),) if values["plate"] else ()
            contact = ContactForm(RegisterKind.CALL, about=label(self.purpose.value()))
            customer_id = open_file(self.actor, form, contact, (), owned).id
            self._take(customer_id, newest_goods(customer_id))
            self.take_focus()

        name, phone, plate = TextEdit(longest=60), PhoneEdit(), TextEdit(longest=20)
        fields: list[Field | tuple[Field, ...] | QWidget] = [
            Field("name", _("Name"), name, required=True),
            (Field("phone", _("Phone"), phone), Field("plate", _("Plate"), plate)),
        ]
        dialog = FormDialog(self, _("New customer"), fields, take, _("Take on"), width=480)
        (phone if digits >= 7 and digits * 2 > len(typed) else plate if digits else name).set_value(typed)
        dialog.open()
        dialog.form.focus("name")
        return dialog

    def _purpose_changed(self, *, keep_fee: bool = False) -> None:
        survey = self.purpose.value() is Purpose.SURVEY
        for field in (self._place, *self._away):
            field.setVisible(survey)
        self._brought.setVisible(survey and bool(_equipment()))
        self.form.field("bay_id").setVisible(not survey)
        if survey and not keep_fee:
            self._reckon_fee()
        self.offer()

    def _reckon_fee(self) -> None:
        """The fee that the trade's template names for distance and equipment; another may be typed."""
        try:
            km = self.distance.value() or 0
        except RuleError:
            return
        fees = [(each.up_to_km, each.fee) for each in _fees()]
        self.fee.set_value(survey_fee(fees, km, equipment=self.equipment.value()))

    def offer(self) -> None:
        """Offer the next free times for so much work, from the day typed on."""
        try:
            minutes, at = self._minutes(), self.when.value()
        except RuleError:
            return
        now = clock.now()
        after = at if at and at > now else now
        found = lists.free_slots(minutes, after, self.advisor.value(), len(self.slots)) if minutes > 0 else []
        names = {each.id: each.name for each in lists.bays()}
        self._slots = found
        for number, button in enumerate(self.slots):
            button.setVisible(number < len(found))
            if number < len(found):
                slot = found[number]
                day = clock.local(slot.starts_at).date()
                words = (planner_wording.weekday(day), wording.moment(slot.starts_at), names.get(slot.bay_id or 0, ""))
                button.say(wording.joined(*words))
        self._none_free.setVisible(not found)
        self._doubt(at, minutes)

    def _doubt(self, at: datetime | None, minutes: int) -> None:
        """Say at the bay that those left at the time typed are kept for walk-ins."""
        bay_id = self.bay.value() or (lists.free_bay(at, minutes, self._held_id()) if at else None)
        kept = at is not None and minutes > 0 and lists.takes_kept(at, minutes, bay_id, self._held_id())
        words = _("The bays left then are kept for walk-ins.") if kept else ""
        self.form.field("bay_id").say_doubt(words)

    def take_slot(self, number: int) -> None:
        """Take one of the times offered."""
        slot = self._slots[number]
        self.when.set_value(slot.starts_at)
        self.bay.set_value(slot.bay_id)
        self.form.clear_errors()

    def _minutes(self) -> int:
        return -(-(self.hours.value() or 0) * 60 // 100)

    def _find_parts(self, text: str) -> Sequence[Group]:
        items = [each for each in catalog.find_items(self.actor, text, 2 * _MOST_FOUND) if each.kept is Kept.QUANTITY]
        here = availability([each.id for each in items])
        hits = [
            Hit(
                "part",
                each.id,
                each.name,
                wording.joined(each.code, _("{count} in stock").format(count=quantity_text(here[each.id].free))),
            )
            for each in items[:_MOST_FOUND]
        ]
        return (Group(_("Parts"), "car-cog", hits),)

    def want_part(self, item_id: int, quantity: int = 100) -> None:
        """Want one more of a part."""
        self.parts[item_id] = self.parts.get(item_id, 0) + quantity
        self._show_parts()
        self.part_box.setFocus()

    def _drop_part(self, item_id: int) -> None:
        self.parts.pop(item_id, None)
        self._show_parts()

    def _show_parts(self) -> None:
        clear(self._parts)
        here = availability(list(self.parts))
        for item_id, quantity in self.parts.items():
            lacks = here[item_id].free < quantity and not self._changes
            name = catalog.item(self.actor, item_id).name
            words = _("{name} × {quantity}").format(name=name, quantity=quantity_text(quantity))
            when = here[item_id].expected_on
            due = _("expected {day}").format(day=wording.day(when)) if when else _("not on order")
            text = wording.joined(words, _("not in stock"), due) if lacks else words
            away = IconButton("close", _("Without this part"), partial(self._drop_part, item_id))
            line = QHBoxLayout()
            line.addWidget(Text(text, wrap=True, tone="bad" if lacks else ""), 1)
            line.addWidget(away)
            holder = QWidget()
            holder.setLayout(line)
            line.setContentsMargins(0, 0, 0, 0)
            self._parts.addWidget(holder)

    def submit(self) -> None:
        """Book it, or save the changes; what is wrong is said at its field."""
        if not self.customer_id:
            self.box.setFocus()
            notices.tell(_("Say who comes: type plate, phone or name."), "warn")
            return
        self.form.submit(self._send)

    def _send(self, values: dict[str, Any]) -> None:
        if values["starts_at"] is None:
            raise RuleError("Say when.", field="starts_at")
        minutes = self._minutes()
        survey = values["purpose"] is Purpose.SURVEY
        bay_id = None if survey else values["bay_id"] or lists.free_bay(values["starts_at"], minutes, self._held_id())
        form = AppointmentForm(
            **{name: values[name] for name in ("starts_at", "purpose", "wish", "advisor_id", "courtesy")},
            minutes=minutes,
            goods_id=self.goods_id,
            bay_id=bay_id,
            place=values["place"] if survey else "",
            survey_fee=(values["survey_fee"] or 0) if survey else 0,
            parts=dict(self.parts),
        )
        if self._changes is None:
            appointment_id = make_appointment(self.actor, self.customer_id, form).id
        else:
            held = self._changes.row
            appointment_id = change_appointment(self.actor, held.id, held.version, form).id
        notices.tell(_("Booked: {moment}").format(moment=wording.moment(values["starts_at"])), "ok")
        self.booked.emit(appointment_id)

    def _held_id(self) -> int:
        return self._changes.row.id if self._changes else 0


def _fees() -> Sequence[SurveyFee]:
    return next((each.survey_fees for each in terms.templates() if each.survey_fees), ())


def _equipment() -> str:
    """What may be brought along to a survey visit for a fee of its own, in words."""
    return next((pick(each.name) for each in _fees() if not each.up_to_km), "")


def _advisors() -> list[tuple[int, str]]:
    return [(each.id, each.name) for each in planning.advisors()]
