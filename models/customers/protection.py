"""Whose a prospect is and for how long, and which are free for whoever contacts them next (C7).

Protection is worked out, never stored: it lasts so many days from the last registered contact, or as long as it was
granted beside; of an owner's prospects those count that are protected longest, up to the most. Who has bought stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import peewee

from models.customers.care import Care, care
from models.customers.kinds import Stage
from models.customers.tables import Customer
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.permissions import Actor, Permission, Role
from models.staff.tables import Staff

BOUGHT = (Stage.ORDERED, Stage.DELIVERED)
_NO_PROSPECT = (*BOUGHT, Stage.LOST)
_SELLS = {Role.SALES, Role.SALES_MANAGER}
MAY_OWN = {*_SELLS, Role.OWNER}
"""Whose files may be, as ``staff.lists.sellers`` says."""


@dataclass(frozen=True)
class Leaver:
    """Somebody gone from the company who still has files: how many prospects, how many who have bought."""

    id: int
    name: str
    left_on: date
    prospects: int
    bought: int


def live() -> Any:
    """The condition of a file that is in lists: neither merged into another nor erased."""
    return Customer.merged_into.is_null() & Customer.erased_at.is_null()


def protected_until(customer: Any) -> datetime | None:
    """How long contact or grant protects a file for its owner, whatever else the owner has; None without one."""
    return None if customer.owner_id is None else _end(customer, care())


def _end(customer: Any, policy: Care) -> datetime:
    until: datetime = customer.last_contact_at + policy.span
    if customer.granted_to_id == customer.owner_id and customer.granted_until is not None:
        until = max(until, customer.granted_until)
    return until


def protected(owner_id: int, at: datetime) -> dict[int, datetime]:
    """An owner's protected prospects with their end, the longest protected first; never more than the most."""
    policy = care()
    wanted = (Customer.id, Customer.owner, Customer.last_contact_at, Customer.granted_to, Customer.granted_until)
    theirs = Customer.select(*wanted).where(Customer.owner == owner_id, Customer.stage.not_in(_NO_PROSPECT), live())
    fresh = theirs.where(Customer.last_contact_at > at - policy.span)
    fresh = fresh.order_by(Customer.last_contact_at.desc(), Customer.id.desc()).limit(policy.most)
    granted = theirs.where(Customer.granted_to == owner_id, Customer.granted_until > at)
    ends = {customer.id: _end(customer, policy) for customer in (*fresh, *granted)}
    first = sorted(ends, key=lambda each: (ends[each], each), reverse=True)[: policy.most]
    return {each: ends[each] for each in first}


def all_protected(at: datetime) -> set[int]:
    """Every protected prospect of the store: at most so many for each member of staff."""
    return {each for (staff_id,) in Staff.select(Staff.id).tuples() for each in protected(staff_id, at)}


def is_protected(customer: Any, at: datetime) -> bool:
    """Whether a file is its owner's alone: bought, or a protected prospect; a lost one by its days only."""
    until = protected_until(customer)
    if until is None:
        return False
    if customer.stage in BOUGHT:
        return True
    return until > at and (customer.stage is Stage.LOST or customer.id in protected(customer.owner_id, at))


def days_left(customer: Any, at: datetime) -> int:
    """The days of protection a prospect has left, begun ones counted; 0 for one without."""
    if customer.stage in _NO_PROSPECT or not is_protected(customer, at):
        return 0
    return -((at - _end(customer, care())) // timedelta(days=1))


def in_pool(at: datetime) -> Any:
    """The condition of a prospect that is free for whoever contacts them next."""
    guarded = list(all_protected(at))
    return Customer.stage.not_in(_NO_PROSPECT) & live() & (Customer.owner.is_null() | Customer.id.not_in(guarded))


def sells(actor: Actor) -> bool:
    """Whether somebody may become the owner of who they contact."""
    return bool(actor.roles & _SELLS)


def contacted(act: Act, customer: Any) -> int | None:
    """Inside an action that contacts a file: whose it is from now on.

    An unprotected file goes to who contacts it, or to the pool where they sell nothing; so does a prospect of somebody
    who has left. Who has bought stays with their seller until the manager names another (R5).
    """
    owner_id = customer.owner_id
    if owner_id is not None and is_protected(customer, clock.now()):
        works_here = Staff.get_by_id(owner_id).left_on is None
        if works_here or customer.stage in BOUGHT:
            return int(owner_id)
    return act.actor.id if sells(act.actor) else None


def may_give_away(actor: Actor, owner_id: int | None) -> bool:
    """Whether somebody may change whose a file is: its owner, a manager, anyone for one of the pool."""
    return owner_id in (None, actor.id) or actor.may(Permission.MANAGE_FILES)


def leavers() -> list[Leaver]:
    """Who has left and still has files, the most files first."""
    found = []
    for staff_id, name, left_on in Staff.select(Staff.id, Staff.name, Staff.left_on).tuples():
        if left_on is not None:
            theirs = Customer.select().where(Customer.owner == staff_id, live())
            bought = theirs.where(Customer.stage.in_(BOUGHT)).count()
            found.append(Leaver(staff_id, name, left_on, theirs.count() - bought, bought))
    left = [each for each in found if each.prospects or each.bought]
    return sorted(left, key=lambda each: (-each.prospects - each.bought, each.name))


def files_of(staff_id: int) -> list[int]:
    """Whom somebody looks after: who has bought first, then prospects, the last contacted first."""
    bought_first = peewee.Case(None, [(Customer.stage.in_(BOUGHT), 0)], 1)
    query = Customer.select(Customer.id).where(Customer.owner == staff_id, live())
    return [row[0] for row in query.order_by(bought_first, Customer.last_contact_at.desc(), Customer.id).tuples()]


def spread(customer_ids: Iterable[int], staff_ids: Sequence[int]) -> dict[int, int]:
    """Files shared among people one after the other, so that nobody gets more than one more than another."""
    return {customer_id: staff_ids[place % len(staff_ids)] for place, customer_id in enumerate(customer_ids)}
