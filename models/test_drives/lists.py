"""What screens read of test drives: pages of rows, one of them, the plan of a day (S4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from models.catalog.tables import Item
from models.customers.file_lists import needs
from models.customers.needs_rules import in_words
from models.customers.rules import masked_text
from models.customers.seeing import may_see
from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.flow import available
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, run_sql
from models.shop.profile import trade
from models.staff.lists import names
from models.stock.kinds import UnitState
from models.stock.tables import StockUnit
from models.test_drives import rules, standing
from models.test_drives.states import DRIVE_MOVES, DriveState
from models.test_drives.tables import TestDrive, TestDrivePoint
from models.test_drives.views import DayLane, DemoCar, DriveFilter, DriveRow, DriveView, LicenceView, PointRow

_ROWS = """SELECT d.id, d.number, d.customer_id, c.name, d.unit_id, i.name, u.vin || u.serial, d.consultant_id, s.name,
    d.state, d.starts_at, d.ends_at, d.out_at, d.back_at, d.out_km, d.back_km, d.wish, d.next_step
    FROM test_drive d JOIN customer c ON c.id = d.customer_id JOIN stock_unit u ON u.id = d.unit_id
    JOIN item i ON i.id = u.item_id JOIN staff s ON s.id = d.consultant_id"""
_DRIVEN = "state IN ('returned', 'closed')"
_SHORT = f"{_DRIVEN} AND back_at - out_at < {rules.LEAST_MINUTES * 60_000} AND back_km - out_km < {rules.LEAST_KM}"
_FILTERS = {
    DriveFilter.TODAY: ("starts_at >= ? AND starts_at < ?", "starts_at, id"),
    DriveFilter.COMING: ("state IN ('booked', 'out')", "starts_at, id"),
    DriveFilter.FEEDBACK: ("state = 'returned'", "starts_at, id"),
    DriveFilter.SHORT: (_SHORT, "starts_at DESC, id DESC"),
    DriveFilter.ALL: ("1 = 1", "starts_at DESC, id DESC"),
}


def drive_ids(shown: DriveFilter) -> list[int]:
    """The drives a chip shows: what is to come soonest first, what is past latest first."""
    where, order = _FILTERS[shown]
    rows = run_sql(f"SELECT id FROM test_drive WHERE {where} ORDER BY {order}", *_bounds(shown)).fetchall()
    return [row[0] for row in rows]


def counts() -> dict[DriveFilter, int]:
    """How many each chip shows."""
    return {
        shown: run_sql(f"SELECT count(*) FROM test_drive WHERE {where}", *_bounds(shown)).fetchone()[0]
        for shown, (where, _order) in _FILTERS.items()
    }


def _bounds(shown: DriveFilter) -> tuple[int, ...]:
    begin, end = day_bounds(clock.today())
    return (begin, end) if shown is DriveFilter.TODAY else ()


def day_bounds(day: date) -> tuple[int, int]:
    """When a local day begins and ends, in UTC milliseconds."""
    first = datetime.combine(day, time.min).astimezone()
    after = datetime.combine(day + timedelta(days=1), time.min).astimezone()
    return milliseconds(first), milliseconds(after)


def drive_rows(wanted: Iterable[int]) -> list[DriveRow]:
    """Rows for these drives, in their order."""
    ids = list(wanted)
    if not ids:
        return []
    found = {row.id: row for row in _read(f"WHERE d.id IN ({', '.join('?' * len(ids))})", *ids)}
    return [found[each] for each in ids if each in found]


def drives_of(customer_id: int) -> list[DriveRow]:
    """A customer's drives, latest first."""
    return _read("WHERE d.customer_id = ? ORDER BY d.starts_at DESC, d.id DESC", customer_id)


def last_drive(customer_id: int) -> DriveRow | None:
    """The last drive that took place."""
    return next((each for each in drives_of(customer_id) if each.has_taken_place), None)


def todays_drives(actor: Actor) -> list[DriveRow]:
    """Today's bookings and open drives of whoever accompanies them; all of them for reception and managers.

    Feedback that is open from earlier days counts as today's.
    """
    begin, end = day_bounds(clock.today())
    where = "WHERE (d.state = 'booked' AND d.starts_at >= ? AND d.starts_at < ?) OR d.state IN ('out', 'returned')"
    if not actor.may(Permission.TEST_DRIVE):
        return []
    sees_all = actor.may(Permission.SEE_ALL_PERSONAL) or not actor.may(Permission.QUOTE)
    rows = _read(f"{where} ORDER BY d.starts_at, d.id", begin, end)
    return [row for row in rows if sees_all or row.consultant_id == actor.id]


def demo_cars() -> list[DemoCar]:
    """The cars that can be booked, by name."""
    query = (
        StockUnit.select(StockUnit, Item.name.alias("item_name"))
        .join(Item)
        .where(StockUnit.state == UnitState.DEMO)
        .order_by(Item.name, StockUnit.id)
    )
    return [_car(row) for row in query.objects()]


def _car(row: Any) -> DemoCar:
    return DemoCar(row.id, row.item_name, row.vin or row.serial, row.colour, row.mileage_km)


def day_plan(day: date) -> list[DayLane]:
    """Every demo car with its drives of a day; a car that is none any more stays while something is booked on it."""
    begin, end = day_bounds(day)
    rows = _read(
        "WHERE d.starts_at >= ? AND d.starts_at < ? AND d.state NOT IN ('cancelled', 'no_show') "
        "ORDER BY d.starts_at, d.id",
        *(begin, end),
    )
    cars = {car.id: car for car in demo_cars()}
    for row in rows:
        cars.setdefault(row.unit_id, DemoCar(row.unit_id, row.car, row.car_number, "", 0))
    return [DayLane(car, tuple(row for row in rows if row.unit_id == car.id)) for car in cars.values()]


def drive_view(actor: Actor, drive_id: int) -> DriveView:
    """A test drive with everything its page shows; the licence's number masked for who may not see it."""
    drive = TestDrive.get_by_id(drive_id)
    facts = standing.facts_of(drive)
    points = TestDrivePoint.select().where(TestDrivePoint.drive == drive_id).order_by(TestDrivePoint.position)
    return DriveView(
        row=drive_rows([drive_id])[0],
        version=drive.version,
        note=drive.note,
        reason=drive.reason,
        fuel=drive.fuel,
        clean=drive.clean,
        insured=drive.insured,
        known_km=drive.unit.mileage_km,
        licence=_licence(actor, drive),
        signed_at=drive.signed_at,
        signature_id=drive.signature_id,
        routes=standing.routes_of(drive),
        route=drive.route,
        rode_first=drive.rode_first,
        swapped_engine_off=drive.swapped_engine_off,
        liked=drive.liked,
        disliked=drive.disliked,
        next_at=drive.next_at,
        points=tuple(PointRow(each.point, each.agreed, each.remark) for each in points),
        lacks=facts.lacks,
        actions=available(DRIVE_MOVES, drive.state, actor, facts),
    )


def _licence(actor: Actor, drive: TestDrive) -> LicenceView:
    owner = Customer.get_by_id(drive.customer_id).owner_id
    seen = may_see(actor, owner, drive.customer_id) or drive.consultant_id == actor.id
    number = drive.licence_number if seen else masked_text(drive.licence_number)
    return LicenceView(
        name=drive.licence_name,
        number=number,
        kind=drive.licence_class,
        until=drive.licence_until,
        seen_by=names().get(drive.licence_seen_by_id or 0, ""),
        scan_id=drive.licence_scan_id if seen else None,
        masked=not seen and bool(drive.licence_number),
    )


def class_name(code: str, language: str = "") -> str:
    """What a class of licence is called."""
    return next((pick(each.name, language) for each in standing.terms().licence_classes if each.code == code), code)


def focus_points(customer_id: int) -> list[str]:
    """What the last needs assessment says, a point for each question that was answered (C6)."""
    last = next(iter(needs(customer_id)), None)
    if last is None:
        return []
    questions = {question.code: question for question in trade().needs}
    return [
        _("{question}: {answer}").format(
            question=pick(questions[code].name) if code in questions else code,
            answer=in_words(questions.get(code), answer, _(", ")),
        )
        for code, answer in last.answers.items()
    ]


def own_routes() -> Sequence[standing.OfferedRoute]:
    """The store's routes."""
    return standing.known_routes()


def has_test_drives() -> bool:
    """Whether the trade has test drives at all."""
    return trade().test_drives is not None


def _read(rest: str, *values: Any) -> list[DriveRow]:
    moments = [TestDrive.starts_at, TestDrive.ends_at, TestDrive.out_at, TestDrive.back_at]
    found = []
    for row in run_sql(f"{_ROWS} {rest}", *values).fetchall():
        times = [field.python_value(value) for field, value in zip(moments, row[10:14], strict=True)]
        told = [*row[:9], DriveState(row[9]), *times, *row[14:]]
        found.append(DriveRow(*told))
    return found
