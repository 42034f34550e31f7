"""What is asked at each step of a test drive: booking, car, licence, routes, signature, out, back, feedback (S4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor
from models.sales.signatures import Signature
from models.shop.profile import trade
from models.staff import lists as staff
from models.test_drives import lists, rules
from models.test_drives.booking_actions import BookingForm, book_drive, change_booking
from models.test_drives.driving_actions import (
    CarForm,
    FeedbackForm,
    LicenceForm,
    PointForm,
    ReturnForm,
    StartForm,
    look_over_car,
    offer_routes,
    record_feedback,
    return_drive,
    see_licence,
    sign_agreement,
    start_drive,
)
from models.test_drives.views import DriveView
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, CountEdit, DateEdit, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field
from ui.kit.moment_edit import MomentEdit
from ui.kit.widgets import Button, Text, row
from ui.sales.asking import ask_file, read_file
from ui.sales.contract_signing import SigningDialog

_FUEL = ((2, "¼"), (4, "½"), (6, "¾"), (8, "1"))
_YES, _NO, _OPEN = "yes", "no", ""
_MOST_KM = rules.MOST_KM


def ask_booking(
    page: QWidget,
    actor: Actor,
    customer_id: int,
    done: Callable[[int], object],
    unit_id: int = 0,
    begin: datetime | None = None,
) -> FormDialog:
    """Ask which car, when, how long and who comes along; a clash is said at its field."""
    car, moment, minutes, people, note = _booking_editors()
    if unit_id:
        car.set_value(unit_id)
    moment.set_value(begin or _next_quarter())
    terms = trade().test_drives
    minutes.set_value(terms.minutes if terms else 30)
    people.set_value(actor.id)

    def book(values: dict[str, Any]) -> None:
        done(book_drive(actor, customer_id, _booking(values)).id)

    dialog = FormDialog(page, _("Book a test drive"), _fields(car, moment, minutes, people, note), book, _("Book"))
    dialog.open()
    return dialog


def ask_change(page: QWidget, actor: Actor, view: DriveView) -> FormDialog:
    """Ask what changes of a booking."""
    car, moment, minutes, people, note = _booking_editors()
    lasts = view.row.ends_at - view.row.starts_at
    car.set_value(view.row.unit_id)
    moment.set_value(clock.local(view.row.starts_at))
    minutes.set_value(int(lasts.total_seconds()) // 60)
    people.set_value(view.row.consultant_id)
    note.set_value(view.note)

    def change(values: dict[str, Any]) -> None:
        change_booking(actor, view.row.id, view.version, _booking(values))

    dialog = FormDialog(page, _("Change the booking"), _fields(car, moment, minutes, people, note), change)
    dialog.open()
    return dialog


def _booking_editors() -> tuple[Any, ...]:
    cars = ChoiceBox([(each.id, each.title) for each in lists.demo_cars()], empty=_("Choose a car"))
    people = ChoiceBox([(each.id, each.name) for each in staff.everybody()])
    return cars, MomentEdit(), CountEdit(1, 999), people, TextEdit(longest=200)


def _fields(car: Any, moment: Any, minutes: Any, people: Any, note: Any) -> list[Any]:
    return [
        Field("unit_id", _("Demo car"), car),
        (Field("starts_at", _("From"), moment), Field("minutes", _("Minutes"), minutes)),
        Field("consultant_id", _("Accompanied by"), people),
        Field("note", _("Note"), note),
    ]


def _booking(values: dict[str, Any]) -> BookingForm:
    if values["starts_at"] is None:
        raise RuleError("Type the day and the time.", field="starts_at")
    given = {**values, "unit_id": values["unit_id"] or 0, "minutes": values["minutes"] or 0}
    return BookingForm(**given)


def _next_quarter() -> datetime:
    now = clock.local(clock.now()).replace(second=0, microsecond=0)
    return now + timedelta(minutes=15 - now.minute % 15)


def ask_car(page: QWidget, actor: Actor, view: DriveView) -> FormDialog:
    """Ask for fuel, cleanness and insurance."""
    fuel = ChipChoice(_FUEL)
    if view.fuel is not None:
        fuel.set_value(min((each for each, _name in _FUEL), key=lambda each: abs(each - (view.fuel or 0))))
    clean, insured = Tick(_("Clean inside and outside")), Tick(_("Insurance is valid today"))
    clean.set_value(view.clean)
    insured.set_value(view.insured)

    def check(values: dict[str, Any]) -> None:
        look_over_car(actor, view.row.id, CarForm(values["fuel"] or None, values["clean"], values["insured"]))

    fields = [
        Field("fuel", _("Fuel, at least half"), fuel),
        Field("clean", _("Clean"), clean),
        Field("insured", _("Insured"), insured),
    ]
    dialog = FormDialog(page, _("Check the car"), fields, check)
    dialog.open()
    return dialog


class LicenceDialog(FormDialog):
    """Asks for the licence as it was seen, with a scan or photo of it."""

    def __init__(self, page: QWidget, actor: Actor, view: DriveView) -> None:
        self._actor, self._view = actor, view
        self._scan: tuple[str, bytes] | None = None
        self._file = Text(_("A scan is there.") if view.licence.scan_id else "", "dim", elide=True)
        terms = trade().test_drives
        classes = ChoiceBox(
            [(each.code, pick(each.name)) for each in terms.licence_classes] if terms else [], empty="–"
        )
        name, number, until = TextEdit(longest=60), TextEdit(longest=40), DateEdit()
        name.set_value(view.licence.name)
        number.set_value("" if view.licence.masked else view.licence.number)
        classes.set_value(view.licence.kind or None)
        until.set_value(view.licence.until)
        hint = _("Leave empty to keep {number}.").format(number=view.licence.number) if view.licence.masked else ""
        choose = Button(_("Scan or photo of the licence…"), self.ask_scan, icon="paperclip", name="licence_scan")
        fields: list[Any] = [
            Field("name", _("Driver"), name),
            Field("number", _("Driving licence number"), number, hint=hint),
            (Field("kind", _("Class of licence"), classes), Field("until", _("Valid until"), until)),
            row(choose, self._file),
        ]
        super().__init__(page, _("Driving licence"), fields, self._see, _("Seen"), width=560)

    def ask_scan(self) -> None:
        """Let the person choose the scan."""
        ask_file(self, _("Scan of the licence"), _("Scans (*.pdf *.jpg *.jpeg *.png)"), self.take_scan)

    def take_scan(self, path: Path) -> None:
        """Take a scan; what is too large or none is said beneath."""
        try:
            content = read_file(path)
        except RuleError as error:
            self.form.show_error(error)
            return
        if content is not None:
            self._scan = (path.name, content)
            self._file.setText(path.name)

    def _see(self, values: dict[str, Any]) -> None:
        form = LicenceForm(values["name"], values["number"], values["kind"] or "", values["until"], self._scan)
        see_licence(self._actor, self._view.row.id, form)


def ask_routes(page: QWidget, actor: Actor, view: DriveView) -> FormDialog:
    """Ask which routes are offered: at least two."""
    offered = {name for each in view.routes for name in each.name.values()}
    fields = []
    for place, each in enumerate(lists.own_routes()):
        tick = Tick(_("{via}, {km} km, {minutes} min").format(via=pick(each.via), km=each.km, minutes=each.minutes))
        tick.set_value(bool(offered & set(each.name.values())))
        fields.append(Field(f"route_{place}", each.title, tick))

    def offer(values: dict[str, Any]) -> None:
        names = [each.title for place, each in enumerate(lists.own_routes()) if values[f"route_{place}"]]
        offer_routes(actor, view.row.id, tuple(names))

    dialog = FormDialog(page, _("Routes offered"), fields, offer, width=620)
    dialog.open()
    return dialog


def ask_signature(page: QWidget, actor: Actor, view: DriveView) -> SigningDialog:
    """Ask for the customer's signature: on the screen, or the scan of the signed agreement."""

    def sign(signed_on: object, signatures: tuple[Signature, ...]) -> None:
        if not signatures:
            raise RuleError("Choose the scan of the signed agreement, or let them sign on this screen.")
        sign_agreement(actor, view.row.id, signatures[0])

    intro = _("Print the agreement first, or hand over the screen: routes and licence stand in it.")
    driver = view.licence.name or view.row.customer
    dialog = SigningDialog(page, _("Sign the agreement"), [driver], intro, sign)
    dialog.open()
    return dialog


def ask_start(page: QWidget, actor: Actor, view: DriveView) -> FormDialog:
    """Ask for the route and the odometer."""
    route = ChipChoice([(each.title, each.title) for each in view.routes])
    if view.routes:
        route.set_value(view.routes[0].title)
    km = CountEdit(0, _MOST_KM)
    km.set_value(view.known_km)

    def start(values: dict[str, Any]) -> None:
        start_drive(actor, view.row.id, StartForm(values["route"] or "", values["km"] or 0))

    fields = [Field("route", _("Route"), route), Field("km", _("Odometer, km"), km)]
    dialog = FormDialog(page, _("Start the test drive"), fields, start, _("Start"))
    dialog.open()
    dialog.form.focus("km")
    return dialog


def ask_return(page: QWidget, actor: Actor, view: DriveView) -> FormDialog:
    """Ask for the odometer at the return and whether the order was kept."""
    km = CountEdit(0, _MOST_KM)
    km.set_value(view.row.out_km)
    rode, swapped = Tick(_("They rode along first")), Tick(_("Places changed with the engine off"))
    for tick in (rode, swapped):
        tick.set_value(True)

    def back(values: dict[str, Any]) -> None:
        return_drive(actor, view.row.id, ReturnForm(values["km"] or 0, values["rode_first"], values["swapped"]))

    fields = [
        Field("km", _("Odometer, km"), km),
        Field("rode_first", _("Ride first"), rode),
        Field("swapped", _("Then the swap"), swapped),
    ]
    dialog = FormDialog(page, _("The car is back"), fields, back, _("Back"))
    dialog.open()
    return dialog


def ask_feedback(page: QWidget, actor: Actor, view: DriveView) -> FormDialog:
    """Ask what they liked, each focus point, how soon they want to buy, and what comes next."""
    points = lists.focus_points(view.row.customer_id)
    answers = ((_YES, _("Agreed")), (_NO, _("Not agreed")), (_OPEN, _("Not asked")))
    fields: list[Any] = [
        Field("liked", _("What they liked"), NoteEdit(lines=2)),
        Field("disliked", _("What they did not like"), NoteEdit(lines=2)),
    ]
    for place, point in enumerate(points):
        choice = ChipChoice(answers)
        choice.set_value(_OPEN)
        fields.append((Field(f"point_{place}", point, choice), Field(f"remark_{place}", _("Remark"), TextEdit())))
    levels = ChoiceBox([(level.code, pick(level.name)) for level in trade().intent_levels], empty="–")
    fields += [
        Field("wish", _("Wish to buy"), levels),
        (Field("next_step", _("Next step"), TextEdit(longest=200)), Field("next_at", _("When"), MomentEdit())),
    ]

    def keep(values: dict[str, Any]) -> None:
        said = tuple(
            PointForm(
                point,
                {_YES: True, _NO: False}.get(values[f"point_{place}"] or _OPEN),
                values[f"remark_{place}"],
            )
            for place, point in enumerate(points)
        )
        names = ("liked", "disliked", "next_step", "next_at")
        form = FeedbackForm(points=said, wish=values["wish"] or "", **{name: values[name] for name in names})
        record_feedback(actor, view.row.id, form)

    dialog = FormDialog(page, _("Feedback"), fields, keep, width=680)
    dialog.setMinimumHeight(520)
    dialog.open()
    return dialog
