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
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.pinyin import spellings
from models.kernel.store import transaction
from models.kernel.tables import insert_rows
from models.shop.profile import trade


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


REACHED = {RegisterKind.VISIT: Stage.VISITED, RegisterKind.CALL: Stage.CONTACTED}
"""How far a contact brings a prospect (C5)."""


@action(Permission.OPEN_FILE)
def open_file(act: Act, form: FileForm, contact: ContactForm) -> None:
    """Open a file at first contact, with the register line of that contact (C1, C2).

    Raises RuleError at the field that is wrong.
    """
    customer_id = write_file(act, form, contact)
    write_line(act, contact, customer_id, first_time=True)
    act.on("customer", customer_id)


def write_file(act: Act, form: FileForm, contact: ContactForm) -> int:
    """Inside an action: the rows of a new file, opened at ``contact``, whose own line is not written here."""
    customer = Customer.create(**file_values(act.actor, form, contact))
    _write_phones(customer.id, form.phones)
    _make_findable(customer, form.phones)
    act.touch("customer", customer.id)
    act.note(**opening_note(form, contact))
    return customer.id


@action(Permission.EDIT_FILE)
def edit_file(act: Act, customer_id: int, version: int, form: FileForm) -> None:
    """Change a file; only its owner or a manager gives it to another owner (C7).

    Raises RuleError at the field that is wrong, StaleEdit where somebody was faster.
    """
    values = _values(form)
    customer = Customer.get_by_id(customer_id)
    values["owner_id"] = form.owner_id or customer.owner_id
    _check_hand_over(act.actor, customer.owner_id, values["owner_id"])
    values["intent"] = form.intent or customer.intent
    values["referred_by_id"] = values.pop("referred_by")
    changed = save_edit(customer, version, values)
    phones_before = _numbers(customer_id)
    if phones_before != tuple(rules.checked_phone(each) for each in form.phones):
        CustomerPhone.delete().where(CustomerPhone.customer == customer_id).execute()
        _write_phones(customer_id, form.phones)
        changed["phones"] = (phones_before, form.phones)
    _make_findable(customer, form.phones)
    act.on("customer", customer_id)
    act.note(changed={name: _shown(name, *both) for name, both in changed.items()})


def _check_hand_over(actor: Actor, owner_id: int | None, to: int | None) -> None:
    if owner_id in (None, to, actor.id) or actor.may(Permission.SEE_ALL_PERSONAL):
        return
    raise RuleError("Only who looks after this customer, or a manager, may hand the file over.", field="owner_id")


@action(Permission.REGISTER)
def register_contact(act: Act, customer_id: int | None, contact: ContactForm) -> None:
    """A line of the visit or call register for a known customer, or an anonymous one (C2)."""
    act.on("register_line", write_contact(act, customer_id, contact).id)


def write_contact(act: Act, customer_id: int | None, contact: ContactForm) -> RegisterLine:
    """Inside an action: a new line of a register, and what the contact changes in the file."""
    if customer_id is not None:
        customer = Customer.get_by_id(customer_id)
        at = max(customer.last_contact_at, contact.at or clock.now())
        stage = further(customer.stage, REACHED[contact.kind])
        Customer.update(last_contact_at=at, stage=stage).where(Customer.id == customer_id).execute()
        act.touch("customer", customer_id)
        search.mark_used("customer", customer_id)
    return write_line(act, contact, customer_id, first_time=customer_id is None)


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


def file_values(actor: Actor, form: FileForm, contact: ContactForm) -> dict[str, Any]:
    """The values of a new file. Raises RuleError at the field that is wrong (C1)."""
    at = contact.at or clock.now()
    sells = actor.roles & {Role.SALES, Role.SALES_MANAGER}
    return {
        **_values(form),
        "owner": form.owner_id or (actor.id if sells else None),
        "intent": form.intent or trade().intent_levels[-1].code,
        "stage": REACHED[contact.kind],
        **{"created_at": at, "changed_at": at, "last_contact_at": at},
    }


def opening_note(form: FileForm, contact: ContactForm) -> dict[str, Any]:
    """What the trail says of a file that is opened."""
    return {"source": form.source, "contact": contact.kind.value}


def phone_rows(customer_id: int, numbers: tuple[str, ...]) -> list[dict[str, Any]]:
    """The rows of a file's phones. Raises RuleError for one that is none."""
    checked = [rules.checked_phone(number) for number in numbers]
    return [
        {"customer": customer_id, "position": position, "number": number, "digits": rules.phone_digits(number)}
        for position, number in enumerate(checked)
    ]


def _write_phones(customer_id: int, numbers: tuple[str, ...]) -> None:
    if rows := phone_rows(customer_id, numbers):
        insert_rows(CustomerPhone, rows)


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
    if not 1 <= contact.party_size <= 99:
        raise RuleError("Type a whole number from {least} to {most}.", field="party_size", least=1, most=99)
    at = contact.at or clock.now()
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
    }


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
    return ["" if each is None else str(each) for each in (before, after)]
