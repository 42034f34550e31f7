"""What is done before, during and after a drive: car and licence seen, agreement signed, out, back, feedback (S4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.customers.actions import ContactForm, advance, write_contact
from models.customers.kinds import Outcome, RegisterKind, Stage
from models.customers.tables import Customer, RegisterLine
from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.papers.actions import put_beside
from models.sales.signatures import Signature
from models.sales.supplement_states import SignedHow
from models.shop.profile import trade
from models.stock import keeping
from models.test_drives import rules
from models.test_drives.booking_actions import UNSIGNED
from models.test_drives.standing import (
    OfferedRoute,
    facts_of,
    known_routes,
    moved,
    routes_of,
    routes_text,
    terms,
    touch,
)
from models.test_drives.states import DRIVE_MOVES, DriveAction, DriveState
from models.test_drives.tables import TestDrive, TestDrivePoint

KIND = "test_drive"
_PNG = b"\x89PNG"


@dataclass(frozen=True)
class CarForm:
    """What was seen at the car: fuel in eighths of a tank, None where nobody looked."""

    fuel: int | None
    clean: bool
    insured: bool


@dataclass(frozen=True)
class LicenceForm:
    """The licence as it was seen; ``scan`` is its name and content, None leaves the one that is there.

    An empty number leaves the number as it is, for who sees it only masked.
    """

    name: str
    number: str
    kind: str
    until: date | None
    scan: tuple[str, bytes] | None = None


@dataclass(frozen=True)
class StartForm:
    """Which route, what the odometer says; ``out_at`` None is now."""

    route: str
    km: int
    out_at: datetime | None = None


@dataclass(frozen=True)
class ReturnForm:
    """The odometer at the return, and whether the order was kept: ride first, engine off, swap, drive."""

    km: int
    rode_first: bool = True
    swapped_engine_off: bool = True
    back_at: datetime | None = None


@dataclass(frozen=True)
class PointForm:
    """A focus point and whether the drive agreed with it; None where it was not asked."""

    point: str
    agreed: bool | None = None
    remark: str = ""


@dataclass(frozen=True)
class FeedbackForm:
    """What they said: likes and dislikes, each focus point, the wish to buy as a level of intent, what comes next."""

    liked: str
    disliked: str
    points: tuple[PointForm, ...]
    wish: str
    next_step: str
    next_at: datetime | None = None


@action(Permission.TEST_DRIVE)
def look_over_car(act: Act, drive_id: int, form: CarForm) -> None:
    """Note fuel, cleanness and insurance of the car. Raises RuleError at ``fuel`` for what no gauge shows."""
    if form.fuel is not None and not 0 <= form.fuel <= rules.FULL:
        raise RuleError("Type a whole number from {least} to {most}.", field="fuel", least=0, most=rules.FULL)
    _prepared(act, drive_id, {"fuel": form.fuel, "clean": form.clean, "insured": form.insured})


@action(Permission.TEST_DRIVE)
def see_licence(act: Act, drive_id: int, form: LicenceForm) -> None:
    """Note that the licence was seen, with its scan; the agreement has to be signed again where it changes.

    Raises RuleError at the field that is wrong: no number, a class that is not valid for the car, expired.
    """
    drive = TestDrive.get_by_id(drive_id)
    number = form.number or drive.licence_number
    classes = [each.code for each in terms().licence_classes]
    rules.check_licence(number, form.kind, form.until, classes, clock.today())
    if not form.name:
        raise RuleError("Type a name.", field="name")
    for field, text in (("name", form.name), ("number", number)):
        limited(text, getattr(TestDrive, f"licence_{field}").limit, field)
    new: dict[str, Any] = {
        **{"licence_name": form.name, "licence_number": number, "licence_class": form.kind},
        **{"licence_until": form.until, "licence_seen_by_id": act.actor.id},
    }
    if form.scan is not None:
        try:
            new["licence_scan_id"] = put_beside(act, KIND, drive_id, *form.scan).id
        except RuleError as error:
            raise RuleError(error.template, field="scan", **error.parameters) from error
    differs = any(getattr(drive, name) != new[name] for name in ("licence_name", "licence_number", "licence_class"))
    _prepared(act, drive_id, new | (UNSIGNED if differs else {}))


@action(Permission.TEST_DRIVE)
def offer_routes(act: Act, drive_id: int, names: tuple[str, ...]) -> None:
    """Say which of the store's routes are offered, by their names. Raises RuleError for fewer than two."""
    chosen = tuple(route for route in known_routes() if names_of(route) & set(names))
    if len(chosen) < rules.LEAST_ROUTES:
        raise RuleError("Offer at least {least} routes.", field="routes", least=rules.LEAST_ROUTES)
    before = routes_of(TestDrive.get_by_id(drive_id))
    _prepared(act, drive_id, {"routes": routes_text(chosen)} | (UNSIGNED if chosen != before else {}))


def names_of(route: OfferedRoute) -> set[str]:
    """What a route is called, in every language."""
    return set(route.name.values())


@action(Permission.TEST_DRIVE)
def sign_agreement(act: Act, drive_id: int, signature: Signature) -> None:
    """Keep the customer's signature under the agreement: drawn, or the scan of the paper.

    Raises RuleError before the licence is seen and two routes are offered, and for a drawn one that is no picture.
    """
    drive = TestDrive.get_by_id(drive_id)
    if not drive.licence_number or drive.licence_seen_by_id is None:
        raise RuleError("See the licence first: it stands in the agreement.")
    if len(routes_of(drive)) < rules.LEAST_ROUTES:
        raise RuleError("Offer at least {least} routes.", field="routes", least=rules.LEAST_ROUTES)
    drawn = signature.content.startswith(_PNG)
    if signature.how is SignedHow.DRAWN and not drawn:
        raise RuleError("The signature is no picture.", field="signatures")
    suffix = "png" if drawn else "pdf" if signature.content.startswith(b"%PDF-") else "jpg"
    kept = put_beside(
        act, KIND, drive_id, f"{drive.number} {signature.name}"[:50].strip() + f".{suffix}", signature.content
    )
    _prepared(act, drive_id, {"signed_how": signature.how, "signature_id": kept.id, "signed_at": clock.now()})


@action(Permission.TEST_DRIVE)
def start_drive(act: Act, drive_id: int, form: StartForm) -> None:
    """The car goes out. Raises RuleError naming all that is missing, at ``route`` for none of those offered, at ``km``
    for less than the car has run, at ``out_at`` for a time to come.
    """
    drive = TestDrive.get_by_id(drive_id)
    route = next((each for each in routes_of(drive) if form.route in names_of(each)), None)
    if route is None:
        raise RuleError("Choose one of the routes offered.", field="route")
    rules.check_out_km(form.km, drive.unit.mileage_km)
    out_at = form.out_at or clock.now()
    if out_at > clock.now():
        raise RuleError("This time is still to come.", field="out_at")
    moved(act, drive, DriveAction.START, route=form.route, out_km=form.km, out_at=out_at)


@action(Permission.TEST_DRIVE)
def return_drive(act: Act, drive_id: int, form: ReturnForm) -> None:
    """The car is back: the customer has test driven, their visit says so, and the car has its new mileage.

    Raises RuleError at ``km`` for less than it went out with, at ``back_at`` for a time before that or to come.
    """
    drive = TestDrive.get_by_id(drive_id)
    move(DRIVE_MOVES, drive.state, DriveAction.RETURN, act.actor, facts_of(drive))
    back_at = form.back_at or clock.now()
    rules.check_return(drive.out_at, drive.out_km, back_at, form.km, clock.now())
    moved(
        *(act, drive, DriveAction.RETURN),
        back_at=back_at,
        back_km=form.km,
        rode_first=form.rode_first,
        swapped_engine_off=form.swapped_engine_off,
    )
    keeping.drive_unit(act, drive.unit_id, max(form.km, drive.unit.mileage_km), drive.number)
    _tell_register(act, drive)
    advance(act, drive.customer_id, Stage.TESTED)
    km = form.km - drive.out_km
    act.note(km=km, minutes=rules.minutes_between(drive.out_at, back_at))


@action(Permission.TEST_DRIVE)
def record_feedback(act: Act, drive_id: int, form: FeedbackForm) -> None:
    """Keep what the customer said; the wish to buy becomes their level of intent, the next step a promise to keep.

    Raises RuleError at the field that is wrong, IllegalMove before the car is back.
    """
    drive = TestDrive.get_by_id(drive_id)
    move(DRIVE_MOVES, drive.state, DriveAction.CLOSE, act.actor, facts_of(drive))
    _check_feedback(form)
    for position, each in enumerate(form.points):
        TestDrivePoint.create(drive=drive, position=position, point=each.point, agreed=each.agreed, remark=each.remark)
    said = {name: getattr(form, name) for name in ("liked", "disliked", "wish", "next_step", "next_at")}
    moved(act, drive, DriveAction.CLOSE, **said)
    customer = Customer.get_by_id(drive.customer_id)
    changed = save_edit(customer, customer.version, {"intent": form.wish})
    act.note(wish=form.wish, **({"intent": list(changed["intent"])} if changed else {}))


def _check_feedback(form: FeedbackForm) -> None:
    if form.wish not in {level.code for level in trade().intent_levels}:
        raise RuleError("Ask how soon they want to buy.", field="wish")
    if not form.next_step:
        raise RuleError("Agree on a next step.", field="next_step")
    if form.next_at is not None and form.next_at < clock.now():
        raise RuleError("This time is past already.", field="next_at")
    for name in ("liked", "disliked", "next_step"):
        limited(getattr(form, name), getattr(TestDrive, name).limit, name)
    _check_points(form.points)


def _check_points(points: Sequence[PointForm]) -> None:
    for position, each in enumerate(points):
        limited(each.remark, TestDrivePoint.remark.limit, f"points.{position}")


def _prepared(act: Act, drive_id: int, new: dict[str, Any]) -> None:
    """Write what was seen before the start. Raises IllegalMove once it is out."""
    drive = TestDrive.get_by_id(drive_id)
    state = move(DRIVE_MOVES, drive.state, DriveAction.PREPARE, act.actor, facts_of(drive))
    changed = save_edit(drive, drive.version, new)
    assert state is DriveState.BOOKED, "preparing moves nothing on"
    touch(act, drive)
    act.note(changed=sorted(changed))


def _tell_register(act: Act, drive: TestDrive) -> None:
    """The visit during which they drove led to a test drive; who came only for it is a visitor too (C2)."""
    day = clock.local(drive.out_at).date()
    visits = RegisterLine.select().where(
        RegisterLine.kind == RegisterKind.VISIT, RegisterLine.customer == drive.customer_id
    )
    line = next((each for each in visits.order_by(RegisterLine.id.desc()) if clock.local(each.at).date() == day), None)
    if line is None:
        visit = ContactForm(RegisterKind.VISIT, about=drive.number, outcome=Outcome.TEST_DRIVE)
        write_contact(act, drive.customer_id, visit, takes_over=False)
    elif line.outcome not in (Outcome.TEST_DRIVE, Outcome.QUOTE, Outcome.ORDER):
        save_edit(line, line.version, {"outcome": Outcome.TEST_DRIVE})
        act.touch("register_line", line.id)
