"""What screens read about customers: pages of plain rows, a file, its timeline, likely duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import peewee
from peewee import fn

from models.customers import rules
from models.customers.kinds import CLOSED_STAGES, CustomerKind, FormOfAddress, RegisterKind, Stage
from models.customers.tables import Customer, CustomerPhone, RegisterLine
from models.kernel import clock, search
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from models.staff.tables import Staff
from models.trades.template import IntentLevel


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A file as the list shows it; ``phone`` is masked unless the reader may see it."""

    id: int
    name: str
    form_of_address: FormOfAddress
    kind: CustomerKind
    wish: str
    phone: str
    intent: str
    stage: Stage
    owner: str
    last_contact_at: datetime
    next_contact_at: datetime


@dataclass(frozen=True)
class CustomerFile:
    """A file as the record shows it; personal values are masked unless the reader may see them (C11)."""

    id: int
    version: int
    name: str
    form_of_address: FormOfAddress
    kind: CustomerKind
    contact_person: str
    phones: tuple[str, ...]
    no_contact: bool
    wechat: str
    email: str
    address: str
    id_number: str
    best_time: str
    source: str
    referred_by_id: int | None
    referred_by: str
    owner_id: int | None
    owner: str
    intent: str
    stage: Stage
    wish: str
    note: str
    created_at: datetime
    last_contact_at: datetime
    next_contact_at: datetime
    protected_days: int
    masked: bool


@dataclass(frozen=True)
class Contact:
    """A line of a register as the timeline and the register show it."""

    id: int
    kind: RegisterKind
    at: datetime
    left_at: datetime | None
    customer_id: int | None
    customer: str
    staff: str
    party_size: int
    first_time: bool
    about: str
    result: str


@dataclass(frozen=True)
class Duplicate:
    """A file that may be about the same person: ``certain`` for the same phone (C3)."""

    id: int
    name: str
    phone: str
    owner: str
    certain: bool


ALL, MINE, DUE, POOL = "all", "mine", "due", "pool"
FILTERS = (ALL, MINE, DUE, POOL)
ORDERS = ("recent", "name", "intent", "next")
_DAY = 86_400_000
_NEVER = 10**15


def ids(actor: Actor, which: str = ALL, order: str = "recent", *, descending: bool = True) -> list[int]:
    """The ids of the files in one filter, in order; rows are fetched by page with ``rows``."""
    column = _order(order)
    query = _filtered(Customer.select(Customer.id), actor, which)
    both = (column.desc(), Customer.id.desc()) if descending else (column.asc(), Customer.id.asc())
    return [row[0] for row in query.order_by(*both).tuples()]


def _order(order: str) -> Any:
    """What the list is ordered by: intent by how soon they buy, the next contact by its day, closed files last."""
    levels = trade().intent_levels
    if order == "intent":
        return peewee.Case(Customer.intent, [(level.code, place) for place, level in enumerate(levels)], len(levels))
    if order == "next":
        days = peewee.Case(
            Customer.intent, [(each.code, each.contact_within_days * _DAY) for each in levels], 30 * _DAY
        )
        closed = Customer.stage.in_(CLOSED_STAGES)
        return peewee.Case(None, [(closed, _NEVER)], Customer.last_contact_at + days)
    return {"recent": Customer.last_contact_at, "name": Customer.name}[order]


def count(actor: Actor, which: str) -> int:
    """How many files are in one filter."""
    return _filtered(Customer.select(), actor, which).count()


def _filtered(query: Any, actor: Actor, which: str) -> Any:
    if which == MINE:
        return query.where(Customer.owner == actor.id)
    if which == POOL:
        return query.where(Customer.owner.is_null())
    if which == DUE:
        now = clock.now()
        late = [
            (Customer.intent == level.code)
            & (Customer.last_contact_at < now - timedelta(days=level.contact_within_days))
            for level in trade().intent_levels
        ]
        some_late = late[0]
        for each in late[1:]:
            some_late |= each
        return query.where(some_late, Customer.owner == actor.id, Customer.stage.not_in(CLOSED_STAGES))
    return query


def rows(actor: Actor, wanted: Sequence[int]) -> list[CustomerRow]:
    """Rows for these ids, in their order; ids that are gone are left out."""
    query = (
        Customer.select(
            *(Customer.id, Customer.name, Customer.form_of_address, Customer.kind, Customer.wish, CustomerPhone.number),
            *(Customer.intent, Customer.stage, Customer.owner_id, Staff.name, Customer.last_contact_at),
        )
        .join(CustomerPhone, peewee.JOIN.LEFT_OUTER, on=_preferred())
        .switch(Customer)
        .join(Staff, peewee.JOIN.LEFT_OUTER, on=(Staff.id == Customer.owner))
        .where(Customer.id.in_(list(wanted)))
        .tuples()
    )
    levels = trade().intent_levels
    found = {row[0]: _row(actor, row, levels) for row in query}
    return [found[each] for each in wanted if each in found]


def _row(actor: Actor, row: tuple[Any, ...], levels: Sequence[IntentLevel]) -> CustomerRow:
    customer_id, name, form, kind, wish, number, intent, stage, owner_id, owner, last = row
    phone = (number or "") if may_see(actor, owner_id) else rules.masked_phone(number or "")
    return CustomerRow(
        customer_id, name, form, kind, wish, phone, intent, stage, owner or "", last, next_contact(intent, last, levels)
    )


def may_see(actor: Actor, owner_id: int | None) -> bool:
    """Whether personal values show unmasked: to the owner of the file, and to managers (C11)."""
    return actor.may(Permission.SEE_ALL_PERSONAL) or (owner_id is not None and owner_id == actor.id)


def next_contact(intent: str, last: datetime, levels: Sequence[IntentLevel]) -> datetime:
    """When the file's owner should be in contact again (C5); an unknown level counts as the last one."""
    level = next((level for level in levels if level.code == intent), levels[-1])
    return last + timedelta(days=level.contact_within_days)


def customer_file(actor: Actor, customer_id: int) -> CustomerFile:
    """One file. Raises peewee's DoesNotExist for an unknown id."""
    customer = Customer.get_by_id(customer_id)
    owner = customer.owner
    seen = may_see(actor, customer.owner_id)
    numbers = [
        phone.number
        for phone in CustomerPhone.select()
        .where(CustomerPhone.customer == customer_id)
        .order_by(CustomerPhone.position)
    ]
    template = trade()
    left = template.protection.days - (clock.now() - customer.last_contact_at).days
    return CustomerFile(
        id=customer.id,
        version=customer.version,
        name=customer.name,
        form_of_address=customer.form_of_address,
        kind=customer.kind,
        contact_person=customer.contact_person,
        phones=tuple(numbers if seen else (rules.masked_phone(each) for each in numbers)),
        no_contact=customer.no_contact,
        wechat=customer.wechat,
        email=customer.email,
        address=customer.address if seen else rules.masked_text(customer.address, 3),
        id_number=customer.id_number if seen else rules.masked_text(customer.id_number, 3, 2),
        best_time=customer.best_time,
        source=customer.source,
        referred_by_id=customer.referred_by_id,
        referred_by=customer.referred_by.name if customer.referred_by_id else "",
        owner_id=customer.owner_id,
        owner=owner.name if owner else "",
        intent=customer.intent,
        stage=customer.stage,
        wish=customer.wish,
        note=customer.note,
        created_at=customer.created_at,
        last_contact_at=customer.last_contact_at,
        next_contact_at=next_contact(customer.intent, customer.last_contact_at, template.intent_levels),
        protected_days=max(0, left) if owner else 0,
        masked=not seen and bool(numbers or customer.address or customer.id_number),
    )


def timeline(customer_id: int) -> list[Contact]:
    """A customer's visits and calls, newest first."""
    return _contacts(RegisterLine.customer == customer_id)


def register(kind: RegisterKind, since: datetime, until: datetime) -> list[Contact]:
    """A register's lines from ``since`` up to ``until``, newest first."""
    return _contacts(RegisterLine.kind == kind, RegisterLine.at >= since, RegisterLine.at < until)


def _contacts(*conditions: object) -> list[Contact]:
    query = (
        RegisterLine.select(RegisterLine, Customer.name.alias("customer_name"), Staff.name.alias("staff_name"))
        .join(Customer, peewee.JOIN.LEFT_OUTER, on=(RegisterLine.customer == Customer.id))
        .switch(RegisterLine)
        .join(Staff, on=(RegisterLine.staff == Staff.id))
        .where(*conditions)
        .order_by(RegisterLine.at.desc(), RegisterLine.id.desc())
        .objects()
    )
    return [
        Contact(
            *(line.id, line.kind, line.at, line.left_at, line.customer_id, line.customer_name or "", line.staff_name),
            *(line.party_size, line.first_time, line.about, line.result),
        )
        for line in query
    ]


def find(actor: Actor, query: str, limit: int = 50) -> list[CustomerRow]:
    """The files found by any part of name, sound, initials or phone (C4), best first."""
    return rows(actor, [hit.record_id for hit in search.find(query, ("customer",), limit)])


def duplicates(actor: Actor, name: str, phones: Sequence[str], besides: int = 0) -> list[Duplicate]:
    """Files that may be about the same person: same phone is certain, same name is likely (C3)."""
    digits = [rules.phone_digits(each) for each in phones]
    digits = [each for each in digits if len(each) >= rules.FEWEST_DIGITS]
    same_phone = CustomerPhone.select(CustomerPhone.customer).where(CustomerPhone.digits.in_(digits))
    certain = {row.customer_id for row in same_phone} if digits else set()
    likely = [hit.record_id for hit in search.find(name, ("customer",), 5)] if len(name.strip()) >= 2 else []
    wanted = [*certain, *(each for each in likely if each not in certain)]
    return [
        Duplicate(row.id, row.name, row.phone, row.owner, row.id in certain)
        for row in rows(actor, wanted)
        if row.id != besides and (row.id in certain or row.name == name.strip())
    ]


def visits_by_hour(since: datetime, until: datetime) -> dict[int, int]:
    """How many visits began in each local hour of the day."""
    hours: dict[int, int] = {}
    for (at,) in (
        RegisterLine.select(RegisterLine.at)
        .where(RegisterLine.kind == RegisterKind.VISIT, RegisterLine.at >= since, RegisterLine.at < until)
        .tuples()
    ):
        hour = clock.local(at).hour
        hours[hour] = hours.get(hour, 0) + 1
    return hours


def total() -> int:
    """How many files there are."""
    return Customer.select(fn.COUNT(Customer.id)).scalar()


def _preferred() -> object:
    return (CustomerPhone.customer == Customer.id) & (CustomerPhone.position == 0)
