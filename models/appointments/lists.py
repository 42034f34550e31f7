"""What screens read of appointments: a day, reminders due, parts missing, free slots, those of a customer (W1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from models.appointments import planning, rules
from models.appointments.kinds import OPEN_STATES, AppointmentState, EventKind, Purpose
from models.appointments.tables import Appointment, AppointmentEvent, AppointmentPart
from models.customers.belongings import goods_name
from models.customers.rules import masked_phone
from models.customers.seeing import may_see
from models.customers.tables import CustomerPhone
from models.kernel import clock, search
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, moment, run_sql
from models.parts.availability import PartAnswer, availability
from models.staff.lists import names

_ROWS = """SELECT a.id, a.version, a.number, a.customer_id, c.name, a.goods_id, g.plate, g.make, g.model, g.serial,
    a.plate, a.purpose, a.wish, a.bay_id, b.name, a.advisor_id, s.name, a.starts_at, a.minutes, a.state, a.work_order_id
    FROM appointment a JOIN customer c ON c.id = a.customer_id LEFT JOIN owned_goods g ON g.id = a.goods_id
    LEFT JOIN workshop_bay b ON b.id = a.bay_id LEFT JOIN staff s ON s.id = a.advisor_id
    WHERE {where} ORDER BY a.starts_at, a.id"""
_SET = (EventKind.MADE, EventKind.MOVED)
_OPEN = ", ".join(f"'{each.value}'" for each in OPEN_STATES)
_REMIND = """a.state = 'booked' AND a.starts_at >= ? AND a.starts_at < ?"""


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """An appointment in the planner and in lists; ``vehicle`` in one line."""

    id: int
    version: int
    number: str
    customer_id: int
    customer: str
    goods_id: int | None
    plate: str
    vehicle: str
    purpose: Purpose
    wish: str
    bay_id: int | None
    bay: str
    advisor_id: int | None
    advisor: str
    starts_at: datetime
    minutes: int
    state: AppointmentState
    order_id: int | None

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class _Goods(NamedTuple):
    make: str
    model: str
    plate: str
    serial: str


@dataclass(frozen=True, slots=True)
class WantedPart:
    """A part to have ready; ``missing`` in hundredths is what of it is not here for this appointment."""

    item_id: int
    name: str
    quantity: int
    missing: int
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class AppointmentEventRow:
    """A line of the log."""

    at: datetime
    kind: EventKind
    text: str
    reached: bool | None
    starts_at: datetime | None
    new_starts_at: datetime | None
    staff: str


@dataclass(frozen=True)
class AppointmentView:
    """An appointment whole; the phone is masked unless this person may see it (C11)."""

    row: AppointmentRow
    phone: str
    masked: bool
    courtesy: str
    place: str
    survey_fee: int
    parts: tuple[WantedPart, ...]
    events: tuple[AppointmentEventRow, ...]
    reason: str

    @property
    def tries(self) -> int:
        """How often nobody answered since its time was set."""
        since = max((each.at for each in self.events if each.kind in _SET), default=None)
        calls = [each for each in self.events if each.kind is EventKind.CALLED and since and each.at >= since]
        return sum(not each.reached for each in calls)


@dataclass(frozen=True, slots=True)
class BayRow:
    """A bay."""

    id: int
    version: int
    name: str
    skill: str
    closed: bool


def bays(*, closed: bool = False) -> list[BayRow]:
    """The bays in their order; with ``closed`` those too that are planned no more."""
    sql = "SELECT id, version, name, skill, closed FROM workshop_bay ORDER BY position, id"
    found = [BayRow(row[0], row[1], row[2], row[3], bool(row[4])) for row in run_sql(sql).fetchall()]
    return [each for each in found if closed or not each.closed]


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """A day from midnight to midnight at the counter."""
    begin = datetime.combine(day, time.min).astimezone()
    return begin, datetime.combine(day + timedelta(days=1), time.min).astimezone()


def of_day(actor: Actor, day: date, *, cancelled: bool = False) -> list[AppointmentRow]:
    """The appointments that begin on a day, by time; those called off only if asked for."""
    begin, end = day_bounds(day)
    where = "a.starts_at >= ? AND a.starts_at < ?" + ("" if cancelled else " AND a.state <> 'cancelled'")
    return _rows(where, milliseconds(begin), milliseconds(end))


def of_customer(customer_id: int) -> list[AppointmentRow]:
    """Every appointment of a customer, by time."""
    return _rows("a.customer_id = ?", customer_id)


def expected(actor: Actor, goods_id: int | None, customer_id: int, day: date) -> AppointmentRow | None:
    """The appointment a vehicle, or its customer, is expected for on a day."""
    begin, end = day_bounds(day)
    rows = _rows(
        f"a.customer_id = ? AND a.state IN ({_OPEN}) AND a.starts_at >= ? AND a.starts_at < ?",
        *(customer_id, milliseconds(begin), milliseconds(end)),
    )
    own = [row for row in rows if row.goods_id in (goods_id, None)]
    return own[0] if own else None


def reminders_due(actor: Actor) -> list[AppointmentRow]:
    """Whom to call: those who come tomorrow, or today, and have not been reached yet (W1)."""
    until = day_bounds(clock.today() + timedelta(days=1))[1]
    return _rows(_REMIND, milliseconds(clock.now()), milliseconds(until))


def overdue(actor: Actor) -> list[AppointmentRow]:
    """Those whose time has passed and who are not here: late, or not coming."""
    return _rows(f"a.state IN ({_OPEN}) AND a.starts_at < ?", milliseconds(clock.now()))


def lacking_parts(actor: Actor) -> list[tuple[AppointmentRow, tuple[WantedPart, ...]]]:
    """The appointments to come for which a part is not here, by time (W1)."""
    rows = _rows(
        f"a.state IN ({_OPEN}) AND a.starts_at >= ? AND a.id IN (SELECT appointment_id FROM appointment_part)",
        milliseconds(clock.now()),
    )
    found = ((row, tuple(part for part in wanted_parts(row.id) if part.missing)) for row in rows)
    return [(row, parts) for row, parts in found if parts]


def wanted_parts(appointment_id: int) -> tuple[WantedPart, ...]:
    """The parts of an appointment and whether they are here."""
    query = AppointmentPart.select().where(AppointmentPart.appointment == appointment_id).order_by(AppointmentPart.id)
    wanted = list(query)
    answers = availability([each.item_id for each in wanted])
    return tuple(
        WantedPart(
            each.item_id,
            each.item.name,
            each.quantity,
            _missing(each, answers[each.item_id]),
            answers[each.item_id].expected_on,
        )
        for each in wanted
    )


_CLAIMS = f"""SELECT coalesce(sum(p.quantity), 0),
    coalesce(sum(CASE WHEN a.starts_at < ? OR (a.starts_at = ? AND a.id < ?) THEN p.quantity ELSE 0 END), 0)
    FROM appointment_part p JOIN appointment a ON a.id = p.appointment_id
    WHERE p.item_id = ? AND a.state IN ({_OPEN})"""


def _missing(part: AppointmentPart, answer: PartAnswer) -> int:
    """What of it is not here, with who comes earlier served first."""
    at = milliseconds(part.appointment.starts_at)
    every, earlier = run_sql(_CLAIMS, at, at, part.appointment_id, part.item_id).fetchone()
    left = answer.here - (answer.reserved - int(every)) - int(earlier)
    return max(part.quantity - max(left, 0), 0)


def rows(wanted: Sequence[int]) -> list[AppointmentRow]:
    """These appointments, in the order of ``wanted``."""
    if not wanted:
        return []
    found = {each.id: each for each in _rows(f"a.id IN ({', '.join('?' * len(wanted))})", *wanted)}
    return [found[each] for each in wanted if each in found]


def found_ids(query: str, limit: int = 50) -> list[int]:
    """The appointments found by number, plate or name."""
    return [hit.record_id for hit in search.find(query, ("appointment",), limit)]


def appointment_view(actor: Actor, appointment_id: int) -> AppointmentView:
    """An appointment as its panel shows it to this person."""
    appointment = Appointment.get_by_id(appointment_id)
    phone_row = CustomerPhone.get_or_none(
        CustomerPhone.customer == appointment.customer_id, CustomerPhone.position == 0
    )
    phone = phone_row.number if phone_row else ""
    sees = may_see(actor, appointment.customer.owner_id, appointment.customer_id)
    people = names()
    events = AppointmentEvent.select().where(AppointmentEvent.appointment == appointment_id)
    return AppointmentView(
        row=rows([appointment_id])[0],
        phone=phone if sees else masked_phone(phone),
        masked=bool(phone) and not sees,
        courtesy=appointment.courtesy,
        place=appointment.place,
        survey_fee=appointment.survey_fee,
        parts=wanted_parts(appointment_id),
        events=tuple(
            AppointmentEventRow(
                *(each.at, each.kind, each.text, each.reached, each.starts_at, each.new_starts_at),
                people.get(each.staff_id, ""),
            )
            for each in events.order_by(AppointmentEvent.id)
        ),
        reason=appointment.reason,
    )


def free_slots(minutes: int, after: datetime, advisor_id: int | None = None, count: int = 3) -> list[rules.Slot]:
    """The next free times for so much work, from a moment on (W1)."""
    return planning.next_free(minutes, after, advisor_id, count)


def takes_kept(starts_at: datetime, minutes: int, bay_id: int | None, but: int = 0) -> bool:
    """Whether an appointment then would take a bay that is kept for walk-ins."""
    span = rules.span_of(clock.local(starts_at), max(minutes, 1))
    return planning.takes_kept(rules.Taken(but, "", span, bay_id, None, None))


def load_of(day: date) -> dict[int, int]:
    """For each open hour of a day how many vehicles are planned at the same time."""
    begin, end = (clock.local(each) for each in day_bounds(day))
    return rules.load(day, planning.taken(begin, end), planning.hours(), begin.tzinfo)


@dataclass(frozen=True)
class DayBoard:
    """A day of the planner: its appointments by time, the bays, the hours, how many are booked at once by the hour.

    ``room`` is how many vehicles can be booked at once, ``lacking`` the appointments whose parts are not all here.
    """

    rows: list[AppointmentRow]
    bays: list[BayRow]
    hours: rules.WorkshopHours
    load: dict[int, int]
    room: int
    lacking: frozenset[int]


def day_board(actor: Actor, day: date) -> DayBoard:
    """Everything the planner shows of a day."""
    found, every, hours = of_day(actor, day), bays(closed=True), planning.hours()
    used = {row.bay_id for row in found}
    begin, end = (clock.local(each) for each in day_bounds(day))
    return DayBoard(
        rows=found,
        bays=[each for each in every if not each.closed or each.id in used],
        hours=hours,
        load=rules.load(day, planning.taken(begin, end), hours, begin.tzinfo),
        room=max(0, sum(not each.closed for each in every) - hours.walk_ins),
        lacking=lacking_among([row for row in found if row.state in OPEN_STATES]),
    )


def lacking_among(found: Sequence[AppointmentRow]) -> frozenset[int]:
    """Those of these appointments whose parts are not all here."""
    if not found:
        return frozenset()
    marks = ", ".join("?" * len(found))
    sql = f"SELECT DISTINCT appointment_id FROM appointment_part WHERE appointment_id IN ({marks})"
    wanting = [row[0] for row in run_sql(sql, *(row.id for row in found)).fetchall()]
    return frozenset(each for each in wanting if any(part.missing for part in wanted_parts(each)))


@dataclass(frozen=True)
class DayLoad:
    """How full a day is: ``load`` by the hour, ``count`` appointments that begin on it."""

    day: date
    open: bool
    load: dict[int, int]
    room: int
    count: int


def week_load(day: date) -> list[DayLoad]:
    """The load of the week of a day, Monday first."""
    monday, hours, room = day - timedelta(days=day.weekday()), planning.hours(), len(planning.open_bays())
    begin, end = day_bounds(monday)[0], day_bounds(monday + timedelta(days=6))[1]
    taken = [each for each in planning.taken(clock.local(begin), clock.local(end))]
    found = []
    for each in (monday + timedelta(days=number) for number in range(7)):
        own = [one for one in taken if one.span.starts_at.date() <= each <= one.span.ends_at.date()]
        count = sum(one.span.starts_at.date() == each for one in taken)
        is_open = hours.of(each) is not None
        there = rules.load(each, own, hours, clock.local(day_bounds(each)[0]).tzinfo)
        found.append(DayLoad(each, is_open, there, max(0, room - hours.walk_ins), count))
    return found


def free_bay(starts_at: datetime, minutes: int, but: int = 0) -> int | None:
    """The first bay that is free then; the first of all where none is, None where there are no bays."""
    span = rules.span_of(clock.local(starts_at), max(minutes, 1))
    known = planning.open_bays()
    free = rules.free_bays(span, known, planning.taken(span.starts_at, span.ends_at), but)
    return next(iter(free or known), None)


def missed_count(customer_id: int) -> int:
    """How often a customer did not come."""
    sql = "SELECT count(*) FROM appointment WHERE customer_id = ? AND state = 'no_show'"
    return int(run_sql(sql, customer_id).fetchone()[0])


def _rows(where: str, *values: Any) -> list[AppointmentRow]:
    return [_row(each) for each in run_sql(_ROWS.format(where=where), *values).fetchall()]


def _row(row: tuple[Any, ...]) -> AppointmentRow:
    (appointment_id, version, number, customer_id, customer, goods_id, plate, make, model, serial, typed, *rest) = row
    purpose, wish, bay_id, bay, advisor_id, advisor, starts_at, minutes, state, order_id = rest
    goods = _Goods(make, model, plate, serial) if goods_id else None
    return AppointmentRow(
        *(appointment_id, version, number, customer_id, customer, goods_id, plate or typed),
        vehicle=goods_name(goods) if goods else typed,
        purpose=Purpose(purpose),
        wish=wish,
        bay_id=bay_id,
        bay=bay or "",
        advisor_id=advisor_id,
        advisor=advisor or "",
        starts_at=moment(starts_at),
        minutes=minutes,
        state=AppointmentState(state),
        order_id=order_id,
    )
