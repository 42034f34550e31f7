"""What belongs to a file in rows of its own: phones, tags, contact people of a company, owned goods (C1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from models.customers import rules
from models.customers.tables import ContactPerson, ContactPhone, CustomerPhone, CustomerTag, OwnedGoods
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.pinyin import compared
from models.kernel.tables import insert_rows

MOST_MILEAGE = 9_999_999


@dataclass(frozen=True)
class PersonForm:
    """Somebody who speaks for a company; the first phone is the preferred one."""

    name: str = ""
    post: str = ""
    phones: tuple[str, ...] = ()
    wechat: str = ""
    email: str = ""
    note: str = ""


@dataclass(frozen=True)
class GoodsForm:
    """A vehicle or other goods a customer owns; ``mileage`` in kilometres, ``gone_on`` when they no longer had it."""

    make: str = ""
    model: str = ""
    colour: str = ""
    serial: str = ""
    plate: str = ""
    bought_on: date | None = None
    bought_at: str = ""
    mileage: int | None = None
    mileage_on: date | None = None
    insurance_until: date | None = None
    inspection_until: date | None = None
    warranty_until: date | None = None
    note: str = ""
    gone_on: date | None = None


def phone_rows(customer_id: int, numbers: Sequence[str], labels: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The rows of a file's phones, each with its label. Raises RuleError for one that is none."""
    said = [*labels, *[""] * len(numbers)]
    return [
        {"customer": customer_id, "label": label, **row} for row, label in zip(_numbered(numbers), said, strict=False)
    ]


def _numbered(numbers: Sequence[str]) -> list[dict[str, Any]]:
    checked = [rules.checked_phone(number) for number in numbers]
    return [
        {"position": position, "number": number, "digits": rules.phone_digits(number)}
        for position, number in enumerate(checked)
    ]


def write_phones(customer_id: int, numbers: Sequence[str], labels: Sequence[str]) -> None:
    """Inside an action: the phones of a file that has none."""
    if rows := phone_rows(customer_id, numbers, labels):
        insert_rows(CustomerPhone, rows)


def tag_rows(customer_id: int, tags: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of a file's tags. Raises RuleError for too many or too long ones."""
    checked = rules.checked_tags(tags)
    return [{"customer": customer_id, "position": position, "tag": tag} for position, tag in enumerate(checked)]


def write_tags(customer_id: int, tags: Sequence[str]) -> None:
    """Inside an action: the tags of a file that has none."""
    if rows := tag_rows(customer_id, tags):
        insert_rows(CustomerTag, rows)


def person_values(form: PersonForm) -> dict[str, Any]:
    """The values of a contact person. Raises RuleError at the field that is wrong."""
    if not form.name:
        raise RuleError("Type a name.", field="name")
    if len(form.phones) > rules.MOST_PHONES:
        raise RuleError("At most {most} phone numbers.", field="phones", most=rules.MOST_PHONES)
    return {each.name: getattr(form, each.name) for each in fields(form) if each.name != "phones"}


def write_person(customer_id: int, form: PersonForm) -> Any:
    """Inside an action: a new contact person with their phones."""
    person = ContactPerson.create(customer=customer_id, **person_values(form))
    write_person_phones(person.id, form.phones)
    return person


def write_person_phones(person_id: int, numbers: Sequence[str]) -> None:
    """Inside an action: the phones of a contact person who has none."""
    if rows := _numbered(numbers):
        insert_rows(ContactPhone, [{"contact_person": person_id, **row} for row in rows])


def phones_of_people(customer_id: int) -> dict[int, tuple[str, ...]]:
    """The unmasked phones of a company's contact people, for who has asked for them on record (C11)."""
    found: dict[int, tuple[str, ...]] = {}
    query = ContactPhone.select(ContactPhone.contact_person_id, ContactPhone.number).join(ContactPerson)
    query = query.where(ContactPerson.customer == customer_id)
    for person_id, number in query.order_by(ContactPhone.contact_person, ContactPhone.position).tuples():
        found[person_id] = (*found.get(person_id, ()), number)
    return found


def goods_values(form: GoodsForm) -> dict[str, Any]:
    """The values of owned goods. Raises RuleError at the field that is wrong; a doubtful VIN is not."""
    if not (form.make or form.model or form.serial or form.plate):
        raise RuleError("Type the model, the plate or the serial number.", field="model")
    if form.mileage is not None and not 0 <= form.mileage <= MOST_MILEAGE:
        raise RuleError("Type a whole number from {least} to {most}.", field="mileage", least=0, most=MOST_MILEAGE)
    today = clock.today()
    for name in ("bought_on", "mileage_on", "gone_on"):
        if (day := getattr(form, name)) is not None and day > today:
            raise RuleError("This day lies in the future.", field=name)
    mileage_on = None if form.mileage is None else form.mileage_on or today
    keys = {"serial_key": compared(form.serial), "plate_key": compared(form.plate)}
    return {**vars(form), "mileage_on": mileage_on, **keys}


def write_goods(customer_id: int, form: GoodsForm) -> Any:
    """Inside an action: new goods of a customer."""
    return OwnedGoods.create(customer=customer_id, **goods_values(form))


def goods_name(goods: Any) -> str:
    """What to call goods, given as row or form."""
    return " ".join(part for part in (goods.make, goods.model) if part) or goods.plate or goods.serial
