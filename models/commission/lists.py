"""What screens read about commission: a contract's, a month by person, bookings, disputes; one's own or all (S8)."""

from __future__ import annotations

from datetime import date
from typing import Any

import peewee

from models.commission.booking import booked, earned_on, full_on
from models.commission.kinds import SplitState
from models.commission.splitting import latest_split, shares_of, why
from models.commission.tables import CommissionDispute, CommissionEntry, CommissionTerms
from models.commission.views import CommissionView, DisputeRow, EntryRow, PersonMonth, ShareRow
from models.customers.tables import Customer
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.sales.quote_actions import is_own
from models.sales.states import SIGNED_STATES
from models.sales.tables import Contract, Payment
from models.staff import lists as staff
from models.staff.tables import Staff

_MONTH = """
SELECT COALESCE(e.staff_id, 0), COUNT(DISTINCT e.contract_id),
    SUM(CASE WHEN e.booked_on BETWEEN ? AND ? THEN e.amount ELSE 0 END),
    SUM(CASE WHEN e.booked_on BETWEEN ? AND ? AND t.held = 1 AND t.released_on IS NULL THEN e.amount ELSE 0 END),
    SUM(CASE WHEN t.held = 0 AND e.booked_on BETWEEN ? AND ? THEN e.amount
        WHEN t.released_on IS NOT NULL AND t.held = 1
        AND (CASE WHEN t.released_on > e.booked_on THEN t.released_on ELSE e.booked_on END) BETWEEN ? AND ?
        THEN e.amount ELSE 0 END)
FROM commission_entry e JOIN commission_terms t ON t.contract_id = e.contract_id
WHERE (e.booked_on BETWEEN ? AND ? OR t.released_on BETWEEN ? AND ?) {only}
GROUP BY COALESCE(e.staff_id, 0)"""
_WINDOWS = 6


def sees_all(actor: Actor) -> bool:
    """Whether this person sees everybody's commission: who rules on it, and who pays it out."""
    return actor.may(Permission.RULE_COMMISSION) or actor.may(Permission.CLOSE_MONTH)


def month(actor: Actor, first: date, last: date) -> list[PersonMonth]:
    """Everybody's commission of a period by name, what waits for the manager first; a consultant sees their own."""
    window = [first.isoformat(), last.isoformat()]
    only = "" if sees_all(actor) else "AND e.staff_id = ?"
    values: list[Any] = [*window * _WINDOWS, *([] if sees_all(actor) else [actor.id])]
    names = staff.names()
    rows = []
    for staff_id, contracts, *sums in run_sql(_MONTH.format(only=only), *values).fetchall():
        name = names.get(staff_id, "") if staff_id else _("Waiting for a decision")
        rows.append(PersonMonth(staff_id, name, contracts, *(int(each) for each in sums)))
    return sorted(rows, key=lambda row: (bool(row.id), row.name, row.id))


def entries(actor: Actor, first: date, last: date, staff_id: int | None = None) -> list[EntryRow]:
    """The bookings of a period, newest first, of one person (0: of nobody yet) or of all; a consultant's own only."""
    conditions: list[Any] = [CommissionEntry.booked_on.between(first, last)]
    if not sees_all(actor):
        conditions.append(CommissionEntry.staff == actor.id)
    if staff_id is not None:
        conditions.append(CommissionEntry.staff == staff_id if staff_id else CommissionEntry.staff.is_null())
    return _entry_rows(*conditions)


def entries_of(actor: Actor, contract_id: int) -> list[EntryRow]:
    """The bookings on a contract, newest first; a consultant's own only."""
    conditions: list[Any] = [CommissionEntry.contract == contract_id]
    if not sees_all(actor):
        conditions.append(CommissionEntry.staff == actor.id)
    return _entry_rows(*conditions)


def of_contract(actor: Actor, contract_id: int) -> CommissionView | None:
    """A contract's commission for its page; None where there is none to see for this person."""
    contract: Contract = Contract.get_by_id(contract_id)
    terms = CommissionTerms.get_or_none(CommissionTerms.contract == contract_id)
    split = latest_split(contract_id)
    if terms is None or split is None:
        return None
    everything, standing = sees_all(actor), booked(contract_id)
    names = staff.names()
    shares = tuple(
        ShareRow(staff_id, names.get(staff_id, ""), share, standing.get(staff_id, 0))
        for staff_id, share in shares_of(split)
        if everything or staff_id == actor.id
    )
    own = is_own(actor, contract.consultant_id)
    signed = contract.state in SIGNED_STATES
    if not (everything or shares or own):
        return None
    decided = split.decided_by_id
    return CommissionView(
        contract_id=contract_id,
        number=contract.number,
        state=split.state,
        why=why(split),
        reason=split.reason,
        decided_by=names.get(decided, "") if decided else "",
        shares=shares,
        undecided=standing.get(None, 0) if everything else 0,
        full=full_on(contract, terms) if everything else 0,
        earned=earned_on(contract, terms) if everything else 0,
        held=terms.held and terms.released_on is None,
        released_on=terms.released_on,
        disputes=tuple(_dispute_rows(CommissionDispute.contract == contract_id)),
        sees_all=everything,
        may_confirm=signed
        and own
        and split.state is SplitState.PROPOSED
        and bool(shares_of(split))
        and actor.may(Permission.SIGN_CONTRACT),
        may_rule=signed and actor.may(Permission.RULE_COMMISSION),
        may_claim=signed and actor.may(Permission.CLAIM_COMMISSION),
    )


def waiting(actor: Actor) -> list[int]:
    """The signed contracts whose split or dispute waits for a manager; nothing for anybody else."""
    if not actor.may(Permission.RULE_COMMISSION):
        return []
    disputed = CommissionDispute.select(CommissionDispute.contract).where(CommissionDispute.ruled_at.is_null())
    undecided = run_sql(
        "SELECT s.contract_id FROM commission_split s LEFT JOIN commission_share h ON h.split_id = s.id "
        "WHERE s.edition = (SELECT MAX(edition) FROM commission_split l WHERE l.contract_id = s.contract_id) "
        "GROUP BY s.contract_id, s.id HAVING COUNT(h.id) = 0"
    ).fetchall()
    ids = {row[0] for row in disputed.tuples()} | {row[0] for row in undecided}
    signed = Contract.select(Contract.id).where(Contract.id.in_(list(ids)), Contract.state.in_(list(SIGNED_STATES)))
    return sorted(row[0] for row in signed.tuples())


def disputes(open_only: bool = True) -> list[DisputeRow]:
    """Disputes, the longest open first."""
    return _dispute_rows(CommissionDispute.ruled_at.is_null()) if open_only else _dispute_rows()


def _entry_rows(*conditions: object) -> list[EntryRow]:
    query = (
        CommissionEntry.select(
            *(
                CommissionEntry.id,
                CommissionEntry.contract_id,
                Contract.number,
                Customer.name,
                CommissionEntry.staff_id,
            ),
            *(CommissionEntry.amount, CommissionEntry.cause, Payment.number, CommissionEntry.booked_on),
            *(CommissionTerms.held, CommissionTerms.released_on),
        )
        .join(Contract)
        .join(Customer)
        .switch(CommissionEntry)
        .join(Payment, peewee.JOIN.LEFT_OUTER, on=(CommissionEntry.payment == Payment.id))
        .switch(CommissionEntry)
        .join(CommissionTerms, on=(CommissionTerms.contract == CommissionEntry.contract))
        .where(*conditions)
        .order_by(CommissionEntry.id.desc())
    )
    names, rows = staff.names(), []
    for *head, staff_id, amount, cause, receipt, day, held, released in query.tuples():
        who = names.get(staff_id, "") if staff_id else _("Waiting for a decision")
        values: list[Any] = [*head, who, amount, cause, receipt or "", day, held and released is None]
        rows.append(EntryRow(*values))
    return rows


def _dispute_rows(*conditions: object) -> list[DisputeRow]:
    query = (
        CommissionDispute.select(
            *(CommissionDispute.id, CommissionDispute.contract_id, Contract.number, Customer.name, Staff.name),
            *(CommissionDispute.created_at, CommissionDispute.claim, CommissionDispute.ruled_by_id),
            CommissionDispute.ruling,
        )
        .join(Contract)
        .join(Customer)
        .switch(CommissionDispute)
        .join(Staff, on=(CommissionDispute.raised_by == Staff.id))
        .order_by(CommissionDispute.id)
    )
    names, rows = staff.names(), []
    for *head, ruled_by, ruling in (query.where(*conditions) if conditions else query).tuples():
        values: list[Any] = [*head, names.get(ruled_by, "") if ruled_by else "", ruling]
        rows.append(DisputeRow(*values))
    return rows
