"""What screens read about customers: pages of plain rows, a file, its timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import peewee
from peewee import fn

from models.customers import rules, seeing
from models.customers.belongings import phones_of_people
from models.customers.finding import without_guesses
from models.customers.kinds import BestWay, CustomerKind, FormOfAddress, IdType, RegisterKind, Stage
from models.customers.protection import days_left, live
from models.customers.tables import Customer, CustomerPhone, CustomerTag, NeedsAssessment, RegisterLine
from models.kernel import clock, search
from models.kernel.permissions import Actor
from models.kernel.tables import moment, run_sql
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
    phones: tuple[str, ...]
    phone_labels: tuple[str, ...]
    no_contact: bool
    wechat: str
    email: str
    address: str
    id_type: IdType
    id_number: str
    birthday: date | None
    company: str
    best_way: BestWay
    best_time: str
    source: str
    campaign: str
    referred_by_id: int | None
    referred_by: str
    owner_id: int | None
    owner: str
    intent: str
    stage: Stage
    grade: str
    needs: str
    tags: tuple[str, ...]
    wish: str
    note: str
    drink: str
    seat: str
    hobby: str
    taboo: str
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


def rows(actor: Actor, wanted: Sequence[int]) -> list[CustomerRow]:
    """Rows for these ids, in their order; ids that are gone are left out."""
    if not wanted:
        return []
    read = run_sql(_ROWS.format(ids=", ".join("?" * len(wanted))), *wanted).fetchall()
    open_to = seeing.seen(actor, {row[0]: row[8] for row in read})
    levels = trade().intent_levels
    within = {level.code: timedelta(days=level.contact_within_days) for level in levels}
    last_level = timedelta(days=levels[-1].contact_within_days)
    found = {row[0]: _row(row, within.get(row[6], last_level), masked=row[0] not in open_to) for row in read}
    return [found[each] for each in wanted if each in found]


_ROWS = """SELECT c.id, c.name, c.form_of_address, c.kind, c.wish, p.number, c.intent, c.stage, c.owner_id, s.name,
    c.last_contact_at FROM customer c
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
    LEFT JOIN staff s ON s.id = c.owner_id WHERE c.id IN ({ids})"""


_FORMS = {each.value: each for each in FormOfAddress}
_KINDS = {each.value: each for each in CustomerKind}
_STAGES = {each.value: each for each in Stage}


def _row(row: tuple[Any, ...], within: timedelta, *, masked: bool) -> CustomerRow:
    customer_id, name, form, kind, wish, number, intent, stage, _owner_id, owner, contacted_at = row
    phone = rules.masked_phone(number or "") if masked else (number or "")
    last = moment(contacted_at)
    return CustomerRow(
        *(customer_id, name, _FORMS[form], _KINDS[kind], wish, phone, intent, _STAGES[stage], owner or ""),
        *(last, last + within),
    )


def next_contact(intent: str, last: datetime, levels: Sequence[IntentLevel]) -> datetime:
    """When the file's owner should be in contact again (C5); an unknown level counts as the last one."""
    level = next((level for level in levels if level.code == intent), levels[-1])
    return last + timedelta(days=level.contact_within_days)


def customer_file(actor: Actor, customer_id: int) -> CustomerFile:
    """One file. Raises peewee's DoesNotExist for an unknown id."""
    customer = Customer.get_by_id(customer_id)
    owner = customer.owner
    seen = seeing.may_see(actor, customer.owner_id, customer_id)
    phones = list(CustomerPhone.select().where(CustomerPhone.customer == customer_id).order_by(CustomerPhone.position))
    numbers = [phone.number for phone in phones]
    tags = CustomerTag.select(CustomerTag.tag).where(CustomerTag.customer == customer_id)
    template = trade()
    return CustomerFile(
        id=customer.id,
        version=customer.version,
        name=customer.name,
        form_of_address=customer.form_of_address,
        kind=customer.kind,
        phones=tuple(numbers if seen else (rules.masked_phone(each) for each in numbers)),
        phone_labels=tuple(phone.label for phone in phones),
        no_contact=customer.no_contact,
        wechat=customer.wechat if seen else rules.masked_numbers(customer.wechat),
        email=customer.email,
        address=customer.address if seen else rules.masked_text(customer.address, 3),
        id_type=customer.id_type,
        id_number=customer.id_number if seen else rules.masked_text(customer.id_number, 3, 2),
        birthday=customer.birthday,
        company=customer.company,
        best_way=customer.best_way,
        best_time=customer.best_time,
        source=customer.source,
        campaign=customer.campaign,
        referred_by_id=customer.referred_by_id,
        referred_by=customer.referred_by.name if customer.referred_by_id else "",
        owner_id=customer.owner_id,
        owner=owner.name if owner else "",
        intent=customer.intent,
        stage=customer.stage,
        grade=customer.grade,
        needs=_needs(customer_id),
        tags=tuple(tag for (tag,) in tags.order_by(CustomerTag.position).tuples()),
        wish=customer.wish,
        note=customer.note if seen else rules.masked_numbers(customer.note),
        drink=customer.drink,
        seat=customer.seat,
        hobby=customer.hobby,
        taboo=customer.taboo,
        created_at=customer.created_at,
        last_contact_at=customer.last_contact_at,
        next_contact_at=next_contact(customer.intent, customer.last_contact_at, template.intent_levels),
        protected_days=days_left(customer, clock.now()),
        masked=not seen and bool(numbers or customer.address or customer.id_number or phones_of_people(customer_id)),
    )


def _needs(customer_id: int) -> str:
    """The line that stands on the file and the quote: what the customer said last that they need (C6)."""
    query = NeedsAssessment.select(NeedsAssessment.summary).where(NeedsAssessment.customer == customer_id)
    return query.order_by(NeedsAssessment.asked_at.desc(), NeedsAssessment.id.desc()).limit(1).scalar() or ""


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
    return rows(actor, found_ids(actor, query, limit))


def found_ids(actor: Actor, query: str, limit: int = 50) -> list[int]:
    """The files that ``find`` gives; as many hits are read as it takes to fill the page with what may be told."""
    most = limit
    while True:
        hits = [hit.record_id for hit in search.find(query, ("customer",), most)]
        told = without_guesses(actor, query, hits)
        if len(told) >= limit or len(hits) < most:
            return told[:limit]
        most *= 4


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
    return Customer.select(fn.COUNT(Customer.id)).where(live()).scalar()


def _preferred() -> object:
    return (CustomerPhone.customer == Customer.id) & (CustomerPhone.position == 0)
