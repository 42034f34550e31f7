"""What a file is found by (C4), and letting it be found, and stand in lists by name, by what it says now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from models.customers import rules
from models.customers.marks import VIN_LENGTH
from models.customers.tables import ContactPerson, ContactPhone, Customer, CustomerPhone, CustomerTag, OwnedGoods
from models.kernel import search
from models.kernel.pinyin import compared, sort_key, spellings
from models.kernel.tables import run_sql, run_sql_often

_LAST = 6


@dataclass
class Said:
    """What a file says that it is found by: names are found by their sound too, numbers by any part."""

    names: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    serials: list[str] = field(default_factory=list)


def search_fields(said: Said) -> list[str]:
    """The fields of a file's search text: each name with its sound, digits, words, each VIN also by its last six."""
    found: list[str] = []
    for name in said.names:
        if name:
            found += [name, *spellings(name)]
    found += [rules.phone_digits(number) for number in said.numbers]
    found += said.words
    for serial in said.serials:
        found += [serial, *_last_six(compared(serial))]
    return found


def make_findable(customer_id: int) -> None:
    """Inside an action: let a file be found by what its rows say now."""
    for found_id, said in said_by(customer_id, customer_id).items():
        search.index("customer", found_id, search_fields(said))
        key = sort_key(said.names[0])
        run_sql("UPDATE customer SET sort_key = ? WHERE id = ? AND sort_key <> ?", key, found_id, key)


def renew() -> None:
    """Work out anew where each file stands in a list by name."""
    last = 0
    while page := run_sql("SELECT id, name FROM customer WHERE id > ? ORDER BY id LIMIT 5000", last).fetchall():
        run_sql_often("UPDATE customer SET sort_key = ? WHERE id = ?", ((sort_key(name), id_) for id_, name in page))
        last = page[-1][0]


def said_by(first: int, last: int) -> dict[int, Said]:
    """What the files with ids from ``first`` to ``last`` say that they are found by.

    In a store that was salvaged a phone may be there whose file is lost; it says nothing.
    """
    customers = Customer.select(Customer.id, Customer.name, Customer.company, Customer.wechat)
    said: dict[int, Said] = defaultdict(Said)
    for customer_id, name, company, wechat in customers.where(Customer.id.between(first, last)).tuples():
        said[customer_id] = Said([name, company], [], [wechat])
    there = list(said)
    phones = CustomerPhone.select(CustomerPhone.customer_id, CustomerPhone.number).order_by(CustomerPhone.position)
    for customer_id, number in phones.where(CustomerPhone.customer.between(first, last)).tuples():
        said[customer_id].numbers.append(number)
    tags = CustomerTag.select(CustomerTag.customer_id, CustomerTag.tag).order_by(CustomerTag.position)
    for customer_id, tag in tags.where(CustomerTag.customer.between(first, last)).tuples():
        said[customer_id].words.append(tag)
    people = ContactPerson.select(ContactPerson.customer_id, ContactPerson.name).order_by(ContactPerson.id)
    for customer_id, name in people.where(ContactPerson.customer.between(first, last)).tuples():
        said[customer_id].names.append(name)
    numbers = ContactPhone.select(ContactPerson.customer_id, ContactPhone.number).join(ContactPerson)
    numbers = numbers.where(ContactPerson.customer.between(first, last)).order_by(ContactPhone.id)
    for customer_id, number in numbers.tuples():
        said[customer_id].numbers.append(number)
    goods = OwnedGoods.select(OwnedGoods.customer_id, OwnedGoods.plate, OwnedGoods.serial).order_by(OwnedGoods.id)
    for customer_id, plate, serial in goods.where(OwnedGoods.customer.between(first, last)).tuples():
        said[customer_id].words.append(plate)
        said[customer_id].serials.append(serial)
    return {customer_id: said[customer_id] for customer_id in there}


def _last_six(key: str) -> Sequence[str]:
    return (key[-_LAST:],) if len(key) == VIN_LENGTH else ()
