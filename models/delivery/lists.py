"""What screens read of deliveries: the calendar by bay and person, those of a contract, counts, templates, bays."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from models.delivery import rules, templates
from models.delivery.kinds import EventKind, NoteDecision
from models.delivery.standing import ExpectedUnit, expected_for, lines_left, lines_planned
from models.delivery.states import LIVE_STATES, DeliveryState
from models.delivery.tables import Bay
from models.delivery.views import (
    BayView,
    CalendarEntry,
    Counts,
    DeliveryStep,
    LineView,
    PlannableContract,
    Progress,
    TemplateRow,
    UnitView,
)
from models.kernel import clock
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, moment, run_sql
from models.sales.standing import StandingLine, standing
from models.sales.states import AMENDABLE_STATES
from models.sales.tables import Contract
from models.shop.profile import trade
from models.trades.delivery_template import DeliveryTemplate
from models.trades.template import CategoryKind, DueEvent

_ENTRIES = """SELECT d.id, d.number, d.name, d.contract_id, t.number, d.customer_id, c.name, d.state, d.starts_at,
    d.minutes, d.bay_id, b.name, d.consultant_id, s.name, d.advisor_id, a.name
    FROM delivery d JOIN contract t ON t.id = d.contract_id JOIN customer c ON c.id = d.customer_id
    JOIN staff s ON s.id = d.consultant_id LEFT JOIN staff a ON a.id = d.advisor_id
    LEFT JOIN bay b ON b.id = d.bay_id WHERE {where} ORDER BY d.starts_at, d.id"""
_PROGRESS = """SELECT delivery_id, count(*), sum(CASE WHEN state = 'open' THEN 0 ELSE 1 END),
    sum(CASE WHEN state = 'open' AND required = 1 AND gate <> 'after' THEN 1 ELSE 0 END)
    FROM delivery_item WHERE delivery_id IN ({ids}) GROUP BY delivery_id"""
_GOODS = """SELECT l.delivery_id, k.name FROM delivery_line l
    JOIN contract_line k ON k.contract_id = l.contract_id AND k.position = l.line
    WHERE l.delivery_id IN ({ids}) ORDER BY l.delivery_id, l.line"""
_PLANNABLE = f"""SELECT t.id, t.number, t.customer_id, c.name, t.consultant_id, s.name, t.subject, t.amendment_no
    FROM contract t JOIN customer c ON c.id = t.customer_id JOIN staff s ON s.id = t.consultant_id
    WHERE t.state IN ({", ".join(f"'{state.value}'" for state in AMENDABLE_STATES)}) {{own}}
    ORDER BY t.signed_on DESC, t.id DESC LIMIT ?"""
_LINES = """SELECT contract_id, category, position, name, spec, quantity, unit FROM contract_line
    WHERE contract_id IN ({ids}) AND quantity > 0 ORDER BY contract_id, position"""
_TAKEN = "SELECT contract_id, line FROM delivery_line WHERE contract_id IN ({ids}) AND released = 0"
_AT_ONCE = 500
MOST_PLANNABLE = 200
_LIVE = ", ".join(f"'{state.value}'" for state in LIVE_STATES)


def deliveries(
    actor: Actor,
    since: datetime,
    until: datetime,
    *,
    bay_id: int | None = None,
    person_id: int | None = None,
    cancelled: bool = False,
) -> list[CalendarEntry]:
    """The calendar between two moments, by time: of one bay or one person if told (D6)."""
    where, values = "d.starts_at >= ? AND d.starts_at < ?", [milliseconds(since), milliseconds(until)]
    if bay_id is not None:
        where, values = f"{where} AND d.bay_id = ?", [*values, bay_id]
    if person_id is not None:
        where, values = f"{where} AND (d.consultant_id = ? OR d.advisor_id = ?)", [*values, person_id, person_id]
    if not cancelled:
        where = f"{where} AND d.state <> 'cancelled'"
    return _entries(where, values)


def of_contract(actor: Actor, contract_id: int) -> list[CalendarEntry]:
    """Every delivery of a contract, the cancelled ones too, by time."""
    return _entries("d.contract_id = ?", [contract_id])


def of_customer(actor: Actor, customer_id: int) -> list[CalendarEntry]:
    """Every delivery of a customer, by time."""
    return _entries("d.customer_id = ?", [customer_id])


def late_ones(actor: Actor) -> list[CalendarEntry]:
    """Deliveries whose time has passed without hand-over or postponement (D2), the longest first."""
    found = _entries(f"d.state IN ({_LIVE}) AND d.starts_at < ?", [milliseconds(clock.now())])
    return [entry for entry in found if entry.late]


def unfinished(actor: Actor) -> list[CalendarEntry]:
    """Deliveries that are not over: planned or handed over and not closed, by time."""
    return _entries("d.state NOT IN ('closed', 'cancelled')", [])


def rows(ids: Sequence[int]) -> list[CalendarEntry]:
    """These deliveries, in the order of ``ids``; one that is unknown is left out."""
    found = {each.id: each for each in _entries(f"d.id IN ({', '.join('?' * len(ids))})", ids)} if ids else {}
    return [found[each] for each in ids if each in found]


def coming(actor: Actor) -> list[CalendarEntry]:
    """Deliveries before their hand-over, by time."""
    return _entries(f"d.state IN ({_LIVE})", [])


def unbooked(actor: Actor) -> list[CalendarEntry]:
    """What was handed over and the cashier has not booked as delivered, by time (D3)."""
    return _entries("d.handed_over_at IS NOT NULL AND d.booked_at IS NULL", [])


def entry(delivery_id: int) -> CalendarEntry:
    """One delivery as lists show it. Raises LookupError for an unknown id."""
    found = _entries("d.id = ?", [delivery_id])
    if not found:
        raise LookupError(delivery_id)
    return found[0]


def _entries(where: str, values: Sequence[object]) -> list[CalendarEntry]:
    rows = run_sql(_ENTRIES.format(where=where), *values).fetchall()
    ids = [row[0] for row in rows]
    progress, goods, now = _progress(ids), goods_of(ids), clock.now()
    return [_entry(row, progress.get(row[0], Progress()), goods.get(row[0], ""), now) for row in rows]


def _entry(row: Sequence[Any], progress: Progress, goods: str, now: datetime) -> CalendarEntry:
    state, starts_at = DeliveryState(row[7]), moment(row[8])
    return CalendarEntry(
        *(row[0], row[1], pick(json.loads(row[2])), row[3], row[4], row[5], row[6], goods, state, starts_at, row[9]),
        *(row[10], row[11] or "", row[12], row[13], row[14], row[15] or ""),
        late=state in LIVE_STATES and rules.late(starts_at, row[9], now),
        progress=progress,
    )


def _by_id(sql: str, ids: Sequence[int]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield from run_sql(sql.format(ids=", ".join("?" * len(some))), *some).fetchall()


def _progress(ids: Sequence[int]) -> dict[int, Progress]:
    return {row[0]: Progress(int(row[2]), int(row[1]), int(row[3])) for row in _by_id(_PROGRESS, ids)}


def goods_of(ids: Sequence[int]) -> dict[int, str]:
    """What each of these deliveries hands over, by its id."""
    names: dict[int, list[str]] = {}
    for delivery_id, name in _by_id(_GOODS, ids):
        names.setdefault(delivery_id, []).append(name)
    return {delivery_id: " · ".join(each) for delivery_id, each in names.items()}


def counts(actor: Actor) -> Counts:
    """How many of what there are now; what is one's own for who sees only that."""
    day = clock.today().isoformat()
    live = coming(actor)
    waiting = "SELECT count(*) FROM dispatch_note WHERE decision = ?"
    to_book = "SELECT count(*) FROM delivery WHERE booked_at IS NULL AND handed_over_at IS NOT NULL"
    return Counts(
        today=sum(clock.local(each.starts_at).date().isoformat() == day for each in live),
        late=sum(each.late for each in live),
        to_confirm=sum(each.state is DeliveryState.PLANNED for each in live),
        to_release=run_sql(waiting, NoteDecision.OPEN.value).fetchone()[0],
        to_book=run_sql(to_book).fetchone()[0],
        defects=run_sql("SELECT count(*) FROM delivery_defect WHERE mended_on IS NULL").fetchone()[0],
    )


def plannable(actor: Actor) -> list[PlannableContract]:
    """The contracts signed last with lines that are in no delivery, the earliest agreed day first; own ones, or all.

    Without their units, which ``plannable_contract`` tells. At most ``MOST_PLANNABLE``: a store that comes from a
    version without deliveries has handed over what is older.
    """
    everybody = actor.may(Permission.SEE_ALL_PERSONAL)
    own, values = ("", []) if everybody else ("AND t.consultant_id = ?", [actor.id])
    heads = run_sql(_PLANNABLE.format(own=own), *values, MOST_PLANNABLE).fetchall()
    lines = _lines_left([row[0] for row in heads])
    rows = [_plannable_row(row, lines.get(row[0], [])) for row in heads]
    return sorted((row for row in rows if row.lines), key=lambda row: (row.agreed_on or date.max, row.id))


def _plannable_row(row: Sequence[Any], lines: list[LineView]) -> PlannableContract:
    contract_id, number, customer_id, customer, consultant_id, consultant, subject, amendments = row
    if amendments:
        return replace(plannable_contract(contract_id), units=())
    who = (customer_id, customer, consultant_id, consultant)
    return PlannableContract(contract_id, number, *who, _agreed_day(json.loads(subject)), tuple(lines), ())


def _lines_left(contracts: Sequence[int]) -> dict[int, list[LineView]]:
    """The lines of contracts that were never amended and that are in no delivery."""
    taken = {(row[0], row[1]) for row in _by_id(_TAKEN, contracts)}
    off = {category.code for category in trade().categories if category.kind is CategoryKind.DEDUCTION}
    found: dict[int, list[LineView]] = {}
    for contract_id, category, *line in _by_id(_LINES, contracts):
        if category not in off and (contract_id, line[0]) not in taken:
            found.setdefault(contract_id, []).append(LineView(*line))
    return found


def plannable_contract(contract_id: int) -> PlannableContract:
    """What of a contract is in no delivery yet."""
    contract = Contract.get_by_id(contract_id)
    taken = lines_planned(contract_id)
    lines = [line for line in lines_left(contract) if line.position not in taken]
    return PlannableContract(
        id=contract.id,
        number=contract.number,
        customer_id=contract.customer_id,
        customer=contract.customer.name,
        consultant_id=contract.consultant_id,
        consultant=contract.consultant.name,
        agreed_on=_agreed_on(contract),
        lines=tuple(line_view(line) for line in lines),
        units=tuple(
            UnitView(u.unit_id, u.name, u.serial, None, "") for u in expected_for(contract, lines) if not u.sold
        ),
    )


def _agreed_on(contract: Contract) -> date | None:
    return _agreed_day(standing(contract).subject)


def _agreed_day(facts: Mapping[str, str]) -> date | None:
    """The day that the facts of the subject agree on for the delivery."""
    codes = (field.code for field in trade().contract.subject_fields if field.event is DueEvent.DELIVERY)
    return next((date.fromisoformat(facts[code]) for code in codes if facts.get(code)), None)


def line_view(line: StandingLine) -> LineView:
    """A contract's line as a delivery shows it."""
    return LineView(line.position, line.name, line.spec, line.quantity, line.unit)


def unit_view(unit: ExpectedUnit, compared_at: datetime | None, by: str) -> UnitView:
    """A unit with when and by whom it was compared."""
    return UnitView(unit.unit_id, unit.name, unit.serial, compared_at, by)


def bays(*, closed: bool = False) -> list[BayView]:
    """The store's bays in their order; with ``closed`` those that are planned no more too."""
    query = Bay.select().order_by(Bay.position, Bay.id)
    return [BayView(bay.id, bay.version, bay.name, bay.closed) for bay in query if closed or not bay.closed]


def template_rows() -> list[TemplateRow]:
    """Every template, the trade's own first."""
    used = dict(
        run_sql(f"SELECT template, count(*) FROM delivery WHERE state IN ({_LIVE}) GROUP BY template").fetchall()
    )
    usable = templates.offered()
    return [
        _template_row(template, no, retired, code in usable, used.get(code, 0))
        for code, (template, no, retired) in templates.known().items()
    ]


def _template_row(template: DeliveryTemplate, no: int, retired: bool, offered: bool, used: int) -> TemplateRow:
    return TemplateRow(
        code=template.code,
        name=pick(template.name),
        no=no,
        items=sum(len(section.items) for section in template.sections),
        minutes=template.minutes,
        in_bay=template.in_bay,
        drives_home=template.drives_home,
        parts=tuple(pick(part) for part in template.parts),
        bring=pick(template.bring or {}),
        retired=retired,
        offered=offered,
        used=used,
    )


def steps_of_customer(customer_id: int) -> list[DeliveryStep]:
    """Every step of a customer's deliveries, newest first: for the timeline of their file."""
    sql = """SELECT e.delivery_id, d.number, e.at, e.kind, e.text, s.name, e.new_starts_at
        FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id JOIN staff s ON s.id = e.staff_id
        WHERE d.customer_id = ? ORDER BY e.at DESC, e.id DESC"""
    return [
        DeliveryStep(row[0], row[1], moment(row[2]), EventKind(row[3]), row[4], row[5], _moment(row[6]))
        for row in run_sql(sql, customer_id).fetchall()
    ]


def _moment(stored: int | None) -> datetime | None:
    return None if stored is None else moment(stored)
