"""What is done with customer files and registers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from models.customers import rules
from models.customers.belongings import (
    GoodsForm,
    PersonForm,
    phones_of_people,
    write_goods,
    write_person,
    write_phones,
    write_tags,
)
from models.customers.findable import Said, make_findable, search_fields
from models.customers.kinds import BestWay, CustomerKind, FormOfAddress, IdType, Outcome, RegisterKind, Stage, further
from models.customers.linked import resolved
from models.customers.protection import contacted, may_give_away, sells
from models.customers.protection_actions import check_works_here, standing
from models.customers.tables import Customer, CustomerPhone, CustomerTag, RegisterLine
from models.kernel import clock, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission
from models.kernel.pinyin import compared, sort_key
from models.kernel.store import transaction
from models.shop.profile import trade
from models.staff.lists import everybody


@dataclass(frozen=True)
class FileForm:
    """What is asked about a customer (C1).

    ``owner_id`` None leaves a new file to whoever opens it, if they sell, and an old one to its owner; ``NOBODY`` puts
    either into the pool (C7).

    The first phone is the preferred one; ``phone_labels`` stand in the same order, those left out are empty.
    """

    name: str = ""
    form_of_address: FormOfAddress = FormOfAddress.NONE
    phones: tuple[str, ...] = ()
    no_contact: bool = False
    kind: CustomerKind = CustomerKind.PERSON
    phone_labels: tuple[str, ...] = ()
    wechat: str = ""
    email: str = ""
    address: str = ""
    id_type: IdType = IdType.NONE
    id_number: str = ""
    birthday: date | None = None
    company: str = ""
    best_way: BestWay = BestWay.NONE
    best_time: str = ""
    source: str = ""
    campaign: str = ""
    referred_by_id: int | None = None
    owner_id: int | None = None
    intent: str = ""
    wish: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    drink: str = ""
    seat: str = ""
    hobby: str = ""
    taboo: str = ""


@dataclass(frozen=True)
class ContactForm:
    """A line of the visit or call register (C2); ``phone`` is for a caller without a file.

    ``source`` is the channel through which they came, ``reason`` why a visitor left, ``message_for_id`` whom a caller
    left a message for; without ``source``, the file's own stands.
    """

    kind: RegisterKind
    party_size: int = 1
    about: str = ""
    result: str = ""
    phone: str = ""
    at: datetime | None = None
    source: str = ""
    outcome: Outcome = Outcome.NONE
    reason: str = ""
    invited_for: datetime | None = None
    message_for_id: int | None = None


@dataclass(frozen=True)
class Personal:
    """The personal values of a file, unmasked; ``people_phones`` by the id of the contact person."""

    phones: tuple[str, ...]
    address: str
    id_number: str
    people_phones: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


_MASKED = ("address", "id_number", "birthday", "email", "wechat", "note", "drink", "seat", "hobby", "taboo", "tags")
_SHORTENED = ("name", "company")
_KEPT_APART = ("phones", "phone_labels", "tags", "owner_id", "intent")
_KEPT_TOGETHER = frozenset(each.name for each in fields(FileForm) if each.name not in _KEPT_APART)

NOBODY = 0
"""The ``owner_id`` of a form that puts a file into the pool."""

REACHED = {RegisterKind.VISIT: Stage.VISITED, RegisterKind.CALL: Stage.CONTACTED}
"""How far a contact brings a prospect (C5)."""


@action(Permission.OPEN_FILE)
def open_file(
    act: Act,
    form: FileForm,
    contact: ContactForm,
    people: tuple[PersonForm, ...] = (),
    goods: tuple[GoodsForm, ...] = (),
) -> None:
    """Open a file at first contact, with the register line of that contact (C1, C2).

    ``people`` are a company's contact people. Raises RuleError at the field that is wrong.
    """
    customer_id = write_file(act, form, contact, people, goods)
    write_line(act, contact, customer_id, first_time=True)
    act.on("customer", customer_id)


def write_file(
    act: Act,
    form: FileForm,
    contact: ContactForm,
    people: Sequence[PersonForm] = (),
    goods: Sequence[GoodsForm] = (),
) -> int:
    """Inside an action: the rows of a new file, opened at ``contact``, whose own line is not written here."""
    if form.owner_id:
        check_works_here(form.owner_id, "owner_id")
    customer = Customer.create(**file_values(act.actor, form, contact.kind, contact.at))
    write_phones(customer.id, form.phones, form.phone_labels)
    write_tags(customer.id, form.tags)
    for person in people:
        write_person(customer.id, person)
    for each in goods:
        act.touch("owned_goods", write_goods(customer.id, each).id)
    search.index("customer", customer.id, search_fields(said_in(form, people, goods)))
    act.touch("customer", customer.id)
    act.note(**opening_note(form, contact))
    return customer.id


@action(Permission.EDIT_FILE)
def edit_file(act: Act, customer_id: int, version: int, form: FileForm) -> None:
    """Change a file; only its owner or a manager gives it to another owner (C7).

    Raises RuleError at the field that is wrong, StaleEdit where somebody was faster.
    """
    values = _values(form)
    customer = standing(customer_id)
    values["owner_id"] = _owner_after(act.actor, customer.owner_id, form.owner_id)
    values["intent"] = form.intent or customer.intent
    values["referred_by_id"] = values.pop("referred_by")
    changed = save_edit(customer, version, values)
    changed.pop("id_key", None)
    changed |= _rewrite_phones(customer_id, form)
    changed |= _rewrite_tags(customer_id, form.tags)
    make_findable(customer_id)
    act.on("customer", customer_id)
    act.note(changed={name: _shown(name, *both) for name, both in changed.items()})


def _rewrite_phones(customer_id: int, form: FileForm) -> dict[str, tuple[Any, Any]]:
    kept = CustomerPhone.select().where(CustomerPhone.customer == customer_id).order_by(CustomerPhone.position)
    before = [(row.number, row.label) for row in kept]
    labels = [*form.phone_labels, *[""] * len(form.phones)]
    after = [(rules.checked_phone(number), label) for number, label in zip(form.phones, labels, strict=False)]
    if before == after:
        return {}
    CustomerPhone.delete().where(CustomerPhone.customer == customer_id).execute()
    write_phones(customer_id, form.phones, form.phone_labels)
    return {"phones": ([number for number, _label in before], [number for number, _label in after])}


def _rewrite_tags(customer_id: int, tags: Sequence[str]) -> dict[str, tuple[Any, Any]]:
    kept = CustomerTag.select(CustomerTag.tag).where(CustomerTag.customer == customer_id).order_by(CustomerTag.position)
    before, after = tuple(tag for (tag,) in kept.tuples()), rules.checked_tags(tags)
    if before == after:
        return {}
    CustomerTag.delete().where(CustomerTag.customer == customer_id).execute()
    write_tags(customer_id, after)
    return {"tags": (", ".join(before), ", ".join(after))}


def _owner_after(actor: Actor, owner_id: int | None, asked: int | None) -> int | None:
    """Whose a file is after an edit. Raises RuleError for who may not give it away, or to whom it cannot go (C7)."""
    to = owner_id if asked is None else asked or None
    if to == owner_id:
        return owner_id
    if not may_give_away(actor, owner_id):
        raise RuleError("Only who looks after this customer, or a manager, may hand the file over.", field="owner_id")
    if to is not None:
        check_works_here(to, "owner_id")
    return to


@action(Permission.REGISTER)
def register_contact(act: Act, customer_id: int | None, contact: ContactForm) -> None:
    """A line of the visit or call register for a known customer, or an anonymous one (C2)."""
    act.on("register_line", write_contact(act, customer_id, contact).id)


def write_contact(act: Act, customer_id: int | None, contact: ContactForm, *, takes_over: bool = True) -> RegisterLine:
    """Inside an action: a new line of a register, and what the contact changes in the file.

    An unprotected file goes to who is in contact now (C7); not where the rotation says who receives them.
    """
    if customer_id is not None:
        customer_id = resolved(customer_id)
        customer = Customer.get_by_id(customer_id)
        owner_id = contacted(act, customer) if takes_over else customer.owner_id
        at = max(customer.last_contact_at, contact.at or clock.now())
        stage = further(customer.stage, REACHED[contact.kind])
        Customer.update(last_contact_at=at, stage=stage, owner=owner_id).where(Customer.id == customer_id).execute()
        act.touch("customer", customer_id)
        search.mark_used("customer", customer_id)
    return write_line(act, contact, customer_id, first_time=customer_id is None)


@action(Permission.REGISTER)
def leave(act: Act, line_id: int, result: str, outcome: Outcome = Outcome.NONE, reason: str = "") -> None:
    """Close a visit: the time out, what came of it, why they left. Raises RuleError where it was closed already."""
    line = RegisterLine.get_by_id(line_id)
    if line.left_at:
        raise RuleError("This visit has already been closed.")
    said = {"result": result, "outcome": outcome, "reason": reason}
    save_edit(line, line.version, {"left_at": clock.now(), **{name: each for name, each in said.items() if each}})
    act.on("register_line", line_id)
    if line.customer_id:
        act.touch("customer", line.customer_id)


@action(Permission.REVEAL_PERSONAL)
def reveal_personal(act: Act, customer_id: int) -> None:
    """The file's personal values unmasked, as ``Changes.answer``; that they were seen is on record (C11)."""
    customer = Customer.get_by_id(customer_id)
    act.on("customer", customer_id)
    act.changes.touched.clear()
    act.changes.answer = Personal(
        *(_numbers(customer_id), customer.address, customer.id_number, phones_of_people(customer_id))
    )


@action(Permission.REGISTER)
def reach_stage(act: Act, customer_id: int, stage: Stage) -> None:
    """Move a prospect on to ``stage``, never back (C5)."""
    advance(act, customer_id, stage)
    act.on("customer", customer_id)


def advance(act: Act, customer_id: int, stage: Stage, *, takes_over: bool = True) -> None:
    """Inside another area's action: a prospect has come as far as ``stage``, and was in contact now.

    ``takes_over`` gives an unprotected file to who is in contact now (C7).
    """
    customer = Customer.get_by_id(customer_id)
    owner_id = contacted(act, customer) if takes_over else customer.owner_id
    Customer.update(stage=further(customer.stage, stage), last_contact_at=clock.now(), owner=owner_id).where(
        Customer.id == customer_id
    ).execute()
    act.touch("customer", customer_id)


def mark_opened(customer_id: int) -> None:
    """Note that a file was opened, so that it comes first among equals in a search (C4)."""
    with transaction():
        search.mark_used("customer", customer_id)


def _values(form: FileForm) -> dict[str, Any]:
    reachable = bool(form.wechat or form.email or form.address)
    rules.check_file(form.name, form.form_of_address, form.phones, reachable, form.no_contact)
    rules.check_birthday(form.birthday, clock.today())
    values = {name: value for name, value in vars(form).items() if name in _KEPT_TOGETHER}
    values["referred_by"] = values.pop("referred_by_id")
    return {**values, "id_key": compared(form.id_number)}


def file_values(actor: Actor, form: FileForm, contact: RegisterKind, at: datetime | None) -> dict[str, Any]:
    """The values of a new file, of somebody with whom there was contact then. Raises RuleError at the field (C1)."""
    at = at or clock.now()
    return {
        **_values(form),
        "sort_key": sort_key(form.name),
        "owner": (actor.id if sells(actor) else None) if form.owner_id is None else form.owner_id or None,
        "intent": form.intent or trade().intent_levels[-1].code,
        "stage": REACHED[contact],
        **{"created_at": at, "changed_at": at, "last_contact_at": at},
    }


def opening_note(form: FileForm, contact: ContactForm) -> dict[str, Any]:
    """What the trail says of a file that is opened."""
    return {"source": form.source, "contact": contact.kind.value}


def _numbers(customer_id: int) -> tuple[str, ...]:
    rows = CustomerPhone.select().where(CustomerPhone.customer == customer_id).order_by(CustomerPhone.position)
    return tuple(row.number for row in rows)


def write_line(act: Act, contact: ContactForm, customer_id: int | None, *, first_time: bool) -> RegisterLine:
    """Inside an action: a new line of a register, and nothing else."""
    line = RegisterLine.create(**line_values(act.actor, contact, customer_id, first_time=first_time))
    act.touch("register_line", line.id)
    return line


def line_values(actor: Actor, contact: ContactForm, customer_id: int | None, *, first_time: bool) -> dict[str, Any]:
    """The values of a register's new line. Raises RuleError at the field that is wrong (C2)."""
    at = contact.at or clock.now()
    check_line(contact.kind, at, contact.party_size, contact.invited_for, contact.message_for_id)
    return {
        "kind": contact.kind,
        "at": at,
        "left_at": at if contact.kind is RegisterKind.CALL else None,
        "customer": customer_id,
        "staff": actor.id,
        "party_size": contact.party_size,
        "first_time": first_time,
        "phone": rules.checked_phone(contact.phone, "phone") if contact.phone else "",
        "about": contact.about,
        "result": contact.result,
        "source": contact.source,
        "outcome": contact.outcome,
        "reason": contact.reason,
        "invited_for": contact.invited_for,
        "message_for": contact.message_for_id,
    }


def check_line(
    kind: RegisterKind, at: datetime, party_size: int, invited_for: datetime | None, message_for_id: int | None
) -> None:
    """Raises RuleError for a line of a register that cannot be: a call invites, and leaves messages for who is here."""
    if not 1 <= party_size <= 99:
        raise RuleError("Type a whole number from {least} to {most}.", field="party_size", least=1, most=99)
    if invited_for and invited_for < at:
        raise RuleError("An invitation is for a time to come.", field="invited_for")
    if kind is RegisterKind.VISIT and (invited_for or message_for_id):
        raise RuleError("Invitations and messages belong to calls.", field="invited_for")
    if message_for_id and message_for_id not in {each.id for each in everybody()}:
        raise RuleError("This person does not work here.", field="message_for_id")


def said_in(form: FileForm, people: Sequence[PersonForm], goods: Sequence[GoodsForm]) -> Said:
    """What a new file says that it is found by (C4)."""
    return Said(
        [form.name, form.company, *(person.name for person in people)],
        [*form.phones, *(number for person in people for number in person.phones)],
        [form.wechat, *form.tags, *(each.plate for each in goods)],
        [each.serial for each in goods],
    )


def _shown(name: str, before: Any, after: Any) -> list[str]:
    """What the trail may say of a change: personal values only as masks."""
    if name == "phones":
        return [", ".join(rules.masked_phone(each) for each in numbers) for numbers in (before, after)]
    if name in _MASKED:
        return [rules.masked_text(str(each or "")) for each in (before, after)]
    if name in _SHORTENED:
        return [rules.masked_text(each, 1) for each in (before, after)]
    return ["" if each is None else str(each) for each in (before, after)]
