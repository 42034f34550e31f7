"""What screens read of what belongs to a file: contact people, goods, relations, needs, grades, tags in use."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from models.customers import rules
from models.customers.belongings import GoodsForm, PersonForm, goods_name, phones_of_people
from models.customers.grade_actions import may_grant
from models.customers.kinds import HOUSEHOLD, Decision, FormOfAddress, Relation, seen_from_there
from models.customers.needs_rules import Answer
from models.customers.protection import live
from models.customers.seeing import may_see
from models.customers.tables import (
    ContactPerson,
    ContactPhone,
    Customer,
    CustomerRelation,
    CustomerTag,
    GradeProposal,
    NeedsAssessment,
    OwnedGoods,
)
from models.kernel.permissions import Actor
from models.kernel.pinyin import compared
from models.shop.profile import trade
from models.staff.tables import Staff

_MOST_TAGS = 200


@dataclass(frozen=True)
class PersonRow:
    """A contact person; the phones are masked unless the reader may see them (C11)."""

    id: int
    version: int
    form: PersonForm
    masked: bool


@dataclass(frozen=True)
class GoodsRow:
    """Owned goods with what to call them."""

    id: int
    version: int
    name: str
    form: GoodsForm


@dataclass(frozen=True)
class RelationRow:
    """Another file, and what its customer is to this one."""

    id: int
    name: str
    form_of_address: FormOfAddress
    relation: Relation
    owner: str


@dataclass(frozen=True)
class NeedsRow:
    """A needs assessment: answers by the code of their question."""

    id: int
    version: int
    asked_at: datetime
    staff: str
    answers: Mapping[str, Answer]
    summary: str


@dataclass(frozen=True)
class ProposalRow:
    """A proposed grade; ``mine_to_decide`` for who may grant it."""

    id: int
    customer_id: int
    customer: str
    grade: str
    reason: str
    proposed_by: str
    proposed_at: datetime
    mine_to_decide: bool


def people(actor: Actor, customer_id: int) -> list[PersonRow]:
    """A company's contact people, in the order in which they were named."""
    owner_id = Customer.get_by_id(customer_id).owner_id
    seen = may_see(actor, owner_id, customer_id)
    found = ContactPerson.select().where(ContactPerson.customer == customer_id).order_by(ContactPerson.id)
    phones = phones_of_people(customer_id)
    rows = []
    for person in found:
        numbers = phones.get(person.id, ())
        form = PersonForm(
            person.name,
            person.post,
            numbers if seen else tuple(rules.masked_phone(each) for each in numbers),
            person.wechat,
            person.email,
            person.note,
        )
        rows.append(PersonRow(person.id, person.version, form, not seen and bool(numbers)))
    return rows


def goods(customer_id: int) -> list[GoodsRow]:
    """What a customer owns, newest first, what they no longer have at the end."""
    rows = OwnedGoods.select().where(OwnedGoods.customer == customer_id).order_by(OwnedGoods.id.desc())
    found = [GoodsRow(row.id, row.version, goods_name(row), _goods_form(row)) for row in rows]
    return sorted(found, key=lambda row: row.form.gone_on is not None)


@dataclass(frozen=True)
class GoodsHit:
    """Owned goods that were searched for, and whose they are."""

    customer_id: int
    plate: str
    name: str
    serial: str
    owner: str

    @property
    def details(self) -> tuple[str, ...]:
        """What stands beside the plate."""
        return (self.name if self.plate else "", self.serial, self.owner)


def goods_found(query: str, customer_ids: Sequence[int]) -> list[GoodsHit]:
    """Of the goods these customers own, those whose plate or serial number holds a word of ``query`` (C4)."""
    words = [key for key in map(compared, query.split()) if key]
    if not words or not customer_ids:
        return []
    rows = OwnedGoods.select(OwnedGoods, Customer.name.alias("owner")).join(Customer)
    held = [
        (row.customer_id, GoodsHit(row.customer_id, row.plate, goods_name(row), row.serial, row.owner))
        for row in rows.where(OwnedGoods.customer.in_(list(customer_ids))).order_by(OwnedGoods.id.desc()).objects()
        if any(word in key for word in words for key in (row.plate_key, row.serial_key))
    ]
    turns = {customer_id: turn for turn, customer_id in enumerate(customer_ids)}
    return [hit for _customer_id, hit in sorted(held, key=lambda each: turns[each[0]])]


def _goods_form(row: Any) -> GoodsForm:
    return GoodsForm(**{name: getattr(row, name) for name in GoodsForm.__dataclass_fields__})


def relations(customer_id: int) -> list[RelationRow]:
    """The files that are related to this one, whichever of the two said so."""
    kinds = _relations(customer_id)
    query = (
        Customer.select(Customer.id, Customer.name, Customer.form_of_address, Staff.name)
        .join(Staff, peewee.JOIN.LEFT_OUTER, on=(Staff.id == Customer.owner))
        .where(Customer.id.in_(list(kinds)), live())
        .order_by(Customer.id)
        .tuples()
    )
    return [RelationRow(id_, name, form, kinds[id_], owner or "") for id_, name, form, owner in query]


def household(customer_id: int) -> dict[int, Relation]:
    """Who counts as this customer under the rotation's policy: spouse, parents, children, colleagues."""
    return {other: relation for other, relation in _relations(customer_id).items() if relation in HOUSEHOLD}


def _relations(customer_id: int) -> dict[int, Relation]:
    query = CustomerRelation.select(CustomerRelation.customer_id, CustomerRelation.other_id, CustomerRelation.kind)
    said = query.where((CustomerRelation.customer == customer_id) | (CustomerRelation.other == customer_id)).tuples()
    return {
        (other if one == customer_id else one): (kind if one == customer_id else seen_from_there(kind))
        for one, other, kind in said
    }


def needs(customer_id: int) -> list[NeedsRow]:
    """What a customer said they need, newest first."""
    query = (
        NeedsAssessment.select(NeedsAssessment, Staff.name.alias("staff_name"))
        .join(Staff, on=(NeedsAssessment.staff == Staff.id))
        .where(NeedsAssessment.customer == customer_id)
        .order_by(NeedsAssessment.asked_at.desc(), NeedsAssessment.id.desc())
        .objects()
    )
    return [
        NeedsRow(row.id, row.version, row.asked_at, row.staff_name, _answers(row.answers), row.summary) for row in query
    ]


def _answers(text: str) -> dict[str, Answer]:
    said = json.loads(text)
    return {code: tuple(answer) if isinstance(answer, list) else answer for code, answer in said.items()}


def open_proposals(actor: Actor, customer_id: int = 0) -> list[ProposalRow]:
    """The grades that are proposed and not decided, oldest first: of one file, or all this person may decide."""
    query = (
        GradeProposal.select(GradeProposal, Customer.name.alias("customer_name"), Staff.name.alias("staff_name"))
        .join(Customer, on=(GradeProposal.customer == Customer.id))
        .switch(GradeProposal)
        .join(Staff, on=(GradeProposal.proposed_by == Staff.id))
        .where(GradeProposal.decision == Decision.OPEN)
    )
    if customer_id:
        query = query.where(GradeProposal.customer == customer_id)
    mine = {grade.code for grade in trade().grades if may_grant(actor, grade)}
    rows = [
        ProposalRow(
            *(row.id, row.customer_id, row.customer_name, row.grade, row.reason, row.staff_name, row.proposed_at),
            row.grade in mine,
        )
        for row in query.order_by(GradeProposal.proposed_at, GradeProposal.id).objects()
    ]
    return [row for row in rows if customer_id or row.mine_to_decide]


def tags_in_use() -> list[str]:
    """The tags that files have, in their order; one look into the index for each, at most two hundred."""
    found: list[str] = []
    following = CustomerTag.tag > ""
    while len(found) < _MOST_TAGS:
        tag = CustomerTag.select(peewee.fn.MIN(CustomerTag.tag)).where(following).scalar()
        if tag is None:
            break
        found.append(tag)
        following = CustomerTag.tag > tag
    return found


def phone_holders(digits: Collection[str]) -> list[int]:
    """The files one of whose contact people has one of these numbers, given as digits."""
    query = ContactPhone.select(ContactPerson.customer_id).join(ContactPerson).join(Customer)
    found = query.where(ContactPhone.digits.in_(list(digits)), live()).order_by(ContactPerson.customer).distinct()
    return [customer_id for (customer_id,) in found.tuples()] if digits else []
