"""What is done with customer files and registers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from models.customers import rules
from models.customers.kinds import CustomerKind, FormOfAddress, RegisterKind, Stage, further
from models.customers.tables import Customer, CustomerPhone, RegisterLine
from models.kernel import clock, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission, Role
from models.kernel.pinyin import spellings
from models.kernel.store import transaction
from models.shop.profile import trade
from models.staff.tables import Staff


@dataclass(frozen=True)
class FileForm:
    """What is asked about a customer (C1); ``owner_id`` None leaves the file to whoever opens it, if they sell."""

    name: str = ""
    form_of_address: FormOfAddress = FormOfAddress.NONE
    phones: tuple[str, ...] = ()
    no_contact: bool = False
    kind: CustomerKind = CustomerKind.PERSON
    contact_person: str = ""
    wechat: str = ""
    email: str = ""
    address: str = ""
    id_number: str = ""
    best_time: str = ""
    source: str = ""
    referred_by_id: int | None = None
    owner_id: int | None = None
    intent: str = ""
    wish: str = ""
    note: str = ""


@dataclass(frozen=True)
class ContactForm:
    """A line of the visit or call register (C2); ``phone`` is for a caller without a file."""

    kind: RegisterKind
    party_size: int = 1
    about: str = ""
    result: str = ""
    phone: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Personal:
    """The personal values of a file, unmasked."""

    phones: tuple[str, ...]
    address: str
    id_number: str


_REACHED = {RegisterKind.VISIT: Stage.VISITED, RegisterKind.CALL: Stage.CONTACTED}


@action(Permission.OPEN_FILE)
def open_file(act: Act, form: FileForm, contact: ContactForm) -> None:
    """Open a file at first contact, with the register line of that contact (C1, C2).

    Raises RuleError at the field that is wrong.
    """
    values = _values(form)
    at = contact.at or clock.now()
    values["owner"] = form.owner_id or _owner_from(act)
    values["intent"] = form.intent or trade().intent_levels[-1].code
    customer = Customer.create(**values, stage=_REACHED[contact.kind], created_at=at, changed_at=at, last_contact_at=at)
    _write_phones(customer, form.phones)
    _register(act, contact, customer, first_time=True)
    _make_findable(customer, form.phones)
    act.on("customer", customer.id)
    act.note(source=form.source, contact=contact.kind.value)


@action(Permission.EDIT_FILE)
def edit_file(act: Act, customer_id: int, version: int, form: FileForm) -> None:
    """Change a file. Raises RuleError at the field that is wrong, StaleEdit where somebody was faster."""
    values = _values(form)
    customer = Customer.get_by_id(customer_id)
    values["owner"] = form.owner_id or customer.owner_id
    values["intent"] = form.intent or customer.intent
    current = {**values, "owner": Staff.get_or_none(Staff.id == values["owner"])}
    current["referred_by"] = Customer.get_or_none(Customer.id == form.referred_by_id)
    changed = save_edit(customer, version, current)
    phones_before = _numbers(customer_id)
    if phones_before != tuple(rules.checked_phone(each) for each in form.phones):
        CustomerPhone.delete().where(CustomerPhone.customer == customer_id).execute()
        _write_phones(customer, form.phones)
        changed["phones"] = (phones_before, form.phones)
    _make_findable(customer, form.phones)
    act.on("customer", customer_id)
    act.note(changed={name: _shown(name, *both) for name, both in changed.items()})


@action(Permission.REGISTER)
def register_contact(act: Act, customer_id: int | None, contact: ContactForm) -> None:
    """A line of the visit or call register for a known customer, or an anonymous one (C2)."""
    customer = None
    if customer_id is not None:
        customer = Customer.get_by_id(customer_id)
        at = max(customer.last_contact_at, contact.at or clock.now())
        stage = further(customer.stage, _REACHED[contact.kind])
        Customer.update(last_contact_at=at, stage=stage).where(Customer.id == customer_id).execute()
        act.touch("customer", customer_id)
        search.mark_used("customer", customer_id)
    line = _register(act, contact, customer, first_time=customer is None)
    act.on("register_line", line.id)


@action(Permission.REGISTER)
def leave(act: Act, line_id: int, result: str) -> None:
    """Close a visit: the time out and what came of it. Raises RuleError where it was closed already."""
    line = RegisterLine.get_by_id(line_id)
    if line.left_at:
        raise RuleError("This visit has already been closed.")
    save_edit(line, line.version, {"left_at": clock.now(), "result": result})
    act.on("register_line", line_id)
    if line.customer_id:
        act.touch("customer", line.customer_id)


@action(Permission.REVEAL_PERSONAL)
def reveal_personal(act: Act, customer_id: int) -> None:
    """The file's personal values unmasked, as ``Changes.answer``; that they were seen is on record (C11)."""
    customer = Customer.get_by_id(customer_id)
    act.on("customer", customer_id)
    act.changes.touched.clear()
    act.changes.answer = Personal(_numbers(customer_id), customer.address, customer.id_number)


@action(Permission.REGISTER)
def reach_stage(act: Act, customer_id: int, stage: Stage) -> None:
    """Move a prospect on to ``stage``, never back (C5)."""
    advance(act, customer_id, stage)
    act.on("customer", customer_id)


def advance(act: Act, customer_id: int, stage: Stage) -> None:
    """Inside another area's action: a prospect has come as far as ``stage``, and was in contact now."""
    customer = Customer.get_by_id(customer_id)
    Customer.update(stage=further(customer.stage, stage), last_contact_at=clock.now()).where(
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
    values = {each.name: getattr(form, each.name) for each in fields(form)}
    del values["phones"], values["owner_id"], values["intent"]
    values["referred_by"] = values.pop("referred_by_id")
    return values


def _owner_from(act: Act) -> int | None:
    return act.actor.id if act.actor.roles & {Role.SALES, Role.SALES_MANAGER} else None


def _write_phones(customer: Customer, numbers: tuple[str, ...]) -> None:
    for position, number in enumerate(numbers):
        number = rules.checked_phone(number)
        CustomerPhone.create(customer=customer.id, position=position, number=number, digits=rules.phone_digits(number))


def _numbers(customer_id: int) -> tuple[str, ...]:
    rows = CustomerPhone.select().where(CustomerPhone.customer == customer_id).order_by(CustomerPhone.position)
    return tuple(row.number for row in rows)


def _register(act: Act, contact: ContactForm, customer: Customer | None, *, first_time: bool) -> RegisterLine:
    if not 1 <= contact.party_size <= 99:
        raise RuleError("Type a whole number from {least} to {most}.", field="party_size", least=1, most=99)
    phone = rules.checked_phone(contact.phone, "phone") if contact.phone else ""
    at = contact.at or clock.now()
    line = RegisterLine.create(
        kind=contact.kind,
        at=at,
        left_at=at if contact.kind is RegisterKind.CALL else None,
        customer=customer,
        staff=act.actor.id,
        party_size=contact.party_size,
        first_time=first_time,
        phone=phone,
        about=contact.about,
        result=contact.result,
    )
    act.touch("register_line", line.id)
    return line


def _make_findable(customer: Customer, phones: tuple[str, ...]) -> None:
    search.index("customer", customer.id, search_fields(customer.name, customer.contact_person, phones))


def search_fields(name: str, contact_person: str, phones: tuple[str, ...]) -> list[str]:
    """What a file is found by (C4): name and contact person with their sound, and the phones' digits."""
    fields_ = [name, *spellings(name)]
    if contact_person:
        fields_ += [contact_person, *spellings(contact_person)]
    return fields_ + [rules.phone_digits(number) for number in phones]


def _shown(name: str, before: Any, after: Any) -> list[str]:
    """What the trail may say of a change: personal values only as masks."""
    if name == "phones":
        return [", ".join(rules.masked_phone(each) for each in numbers) for numbers in (before, after)]
    if name in ("address", "id_number", "email", "wechat", "note"):
        return [rules.masked_text(str(before)), rules.masked_text(str(after))]
    if name in ("owner", "referred_by"):
        return [str(each.id) if each else "" for each in (before, after)]
    return [str(before), str(after)]
