"""What screens and papers read of loans."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from models.customers.rules import masked_phone, masked_text
from models.customers.seeing import seen
from models.customers.tables import Customer
from models.kernel import clock, search
from models.kernel.actions import PROGRAM
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import milliseconds, moment, run_sql
from models.loans.kinds import Keeping, LoanFilter, LoanState
from models.loans.tables import Loan
from models.loans.views import KindRow, LoanRow, LoanView, ThingRow
from models.staff.lists import names

_ROWS = """SELECT l.id, l.version, l.number, l.state, l.kind_id, k.name, k.keeping, COALESCE(t.label, ''), l.count,
    l.customer_id, COALESCE(b.name, l.name), l.phone, s.name, l.lent_at, l.due_at, l.deposit,
    l.signed_at, l.ended_at, l.cost, l.kept, l.reminded_at, c.owner_id, l.lent_by_id
    FROM loan l JOIN loan_kind k ON k.id = l.kind_id LEFT JOIN loan_thing t ON t.id = l.thing_id
    JOIN staff s ON s.id = l.lent_by_id LEFT JOIN staff b ON b.id = l.borrower_id
    LEFT JOIN customer c ON c.id = l.customer_id"""
_FILTERS = {
    LoanFilter.OUT: ("state = 'out'", "due_at, id"),
    LoanFilter.OVERDUE: ("state = 'out' AND due_at < ?", "due_at, id"),
    LoanFilter.DAMAGED: ("state = 'lost' OR cost > 0", "ended_at DESC, id DESC"),
    LoanFilter.ALL: ("1 = 1", "lent_at DESC, id DESC"),
}
_MOST_FOUND = 200


def loan_ids(shown: LoanFilter, text: str = "") -> list[int]:
    """The loans a chip shows, what is due first at the top; with ``text`` those found by it."""
    where, order = _FILTERS[shown]
    rows = run_sql(f"SELECT id FROM loan WHERE {where} ORDER BY {order}", *_values(shown)).fetchall()
    ids = [row[0] for row in rows]
    if not text:
        return ids
    found = {hit.record_id for hit in search.find(text, ("loan",), _MOST_FOUND)}
    return [each for each in ids if each in found]


def counts() -> dict[LoanFilter, int]:
    """How many each chip shows."""
    return {
        shown: run_sql(f"SELECT count(*) FROM loan WHERE {where}", *_values(shown)).fetchone()[0]
        for shown, (where, _order) in _FILTERS.items()
    }


def _values(shown: LoanFilter) -> tuple[int, ...]:
    return (milliseconds(clock.now()),) if shown is LoanFilter.OVERDUE else ()


def loan_rows(actor: Actor, wanted: Iterable[int]) -> list[LoanRow]:
    """Rows for these loans, in their order."""
    ids = list(wanted)
    if not ids:
        return []
    found = {row.id: row for row in _read(actor, f"WHERE l.id IN ({', '.join('?' * len(ids))})", *ids)}
    return [found[each] for each in ids if each in found]


def loans_of(customer_id: int) -> list[LoanRow]:
    """What a customer borrowed, latest first; the phone masked for everybody."""
    return _read(PROGRAM, "WHERE l.customer_id = ? ORDER BY l.lent_at DESC, l.id DESC", customer_id)


def overdue(actor: Actor) -> list[LoanRow]:
    """What should be back and is not, for who lends; the longest overdue first."""
    if not actor.may(Permission.LEND):
        return []
    return loan_rows(actor, loan_ids(LoanFilter.OVERDUE))


def count_overdue(actor: Actor) -> int:
    """How many loans should be back, for who lends."""
    return counts()[LoanFilter.OVERDUE] if actor.may(Permission.LEND) else 0


def with_open_loan(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    """Whose personal values somebody sees because they lent them something that is still out (C11)."""
    ids = list(customer_ids)
    if not ids:
        return set()
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT customer_id FROM loan WHERE state = 'out' AND lent_by_id = ? AND customer_id IN ({marks})"
    return {row[0] for row in run_sql(sql, actor.id, *ids).fetchall()}


def kinds(*, all_of_them: bool = False) -> list[KindRow]:
    """What the desk lends, in the order in which it was set up: each keeps its key."""
    sql = """SELECT k.id, k.version, k.name, k.keeping, k.deposit, k.hours, k.active, k.count,
        (SELECT count(*) FROM loan_thing t WHERE t.kind_id = k.id AND t.active = 1),
        (SELECT COALESCE(sum(l.count), 0) FROM loan l WHERE l.kind_id = k.id AND l.state = 'out')
        FROM loan_kind k ORDER BY k.id"""
    rows = run_sql(sql).fetchall()
    return [
        KindRow(
            *(row[0], row[1], row[2], Keeping(row[3]), row[4], row[5], bool(row[6])),
            *(row[7] if row[3] == Keeping.POOL else row[8], row[9]),
        )
        for row in rows
        if all_of_them or row[6]
    ]


def things(kind_id: int) -> list[ThingRow]:
    """The things of a kind, by number."""
    sql = """SELECT t.id, t.version, t.kind_id, t.label, t.model, t.mileage_km, t.active,
        COALESCE((SELECT max(l.id) FROM loan l WHERE l.thing_id = t.id AND l.state = 'out'), 0)
        FROM loan_thing t WHERE t.kind_id = ? ORDER BY t.label, t.id"""
    rows = run_sql(sql, kind_id).fetchall()
    return [ThingRow(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]), row[7]) for row in rows]


def deposits_held() -> int:
    """What deposits the desk holds now, in fen."""
    held: int = run_sql("SELECT COALESCE(sum(deposit), 0) FROM loan WHERE state = 'out'").fetchone()[0]
    return held


def loan_view(actor: Actor, loan_id: int) -> LoanView:
    """A loan with everything its panel shows; the licence's number masked for who may not see it."""
    loan = Loan.get_by_id(loan_id)
    people = names()
    shown = loan.lent_by_id == actor.id or actor.may(Permission.SEE_ALL_PERSONAL)
    if loan.customer_id is not None and not shown:
        owner = Customer.get_by_id(loan.customer_id).owner_id
        shown = loan.customer_id in seen(actor, {loan.customer_id: owner})
    return LoanView(
        row=loan_rows(actor, [loan_id])[0],
        model=loan.thing.model if loan.thing_id is not None else "",
        condition_out=loan.condition_out,
        note=loan.note,
        out_km=loan.out_km,
        out_fuel=loan.out_fuel,
        licence_number=loan.licence_number if shown else masked_text(loan.licence_number),
        licence_masked=not shown and bool(loan.licence_number),
        licence_until=loan.licence_until,
        licence_seen_by=people.get(loan.licence_seen_by_id or 0, ""),
        signed_at=loan.signed_at,
        reminded_said=loan.reminded_said,
        taken_by=people.get(loan.taken_by_id or 0, ""),
        condition_in=loan.condition_in,
        back_km=loan.back_km,
        back_fuel=loan.back_fuel,
        given_back=loan.given_back,
    )


def _read(actor: Actor, rest: str, *values: Any) -> list[LoanRow]:
    rows = run_sql(f"{_ROWS} {rest}", *values).fetchall()
    open_to = seen(actor, {row[9]: row[21] for row in rows if row[9] is not None})
    return [_row(actor, row, row[9] in open_to) for row in rows]


def _row(actor: Actor, row: Any, shown: bool) -> LoanRow:
    """A row; whoever lends sees the phone while the thing is out: they have to call."""
    state, keeping = LoanState(row[3]), Keeping(row[6])
    out = state is LoanState.OUT
    shown = shown or row[22] == actor.id or (out and actor.may(Permission.LEND))
    return LoanRow(
        *(row[0], row[1], row[2], state, row[4], row[5], keeping, row[7], row[8], row[9], row[10]),
        phone=row[11] if shown else masked_phone(row[11]),
        lent_by=row[12],
        lent_at=moment(row[13]),
        due_at=moment(row[14]),
        overdue=out and moment(row[14]) < clock.now(),
        deposit=row[15],
        unsigned=out and keeping is Keeping.CAR and row[16] is None,
        ended_at=None if row[17] is None else moment(row[17]),
        cost=row[18],
        kept=row[19],
        reminded_at=None if row[20] is None else moment(row[20]),
    )
