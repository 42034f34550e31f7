"""Whom the store knows already, asked for many people at once, and what their files say (C3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from models.customers.tables import Customer, OwnedGoods
from models.kernel.tables import run_sql

_AT_ONCE = 500
_LIVE = "c.merged_into_id IS NULL AND c.erased_at IS NULL"


@dataclass
class Known:
    """The oldest file for each phone (digits), ID number, serial number and plate (each as it is compared)."""

    phones: dict[str, int] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    serials: dict[str, int] = field(default_factory=dict)
    plates: dict[str, int] = field(default_factory=dict)

    def certain(self, phones: Iterable[str], id_key: str) -> int:
        """The file of the same person beyond doubt: same phone or ID number; 0 for nobody."""
        for digits in phones:
            if digits in self.phones:
                return self.phones[digits]
        return self.ids.get(id_key, 0) if id_key else 0

    def likely(self, serial: str, plate: str) -> int:
        """A file that owns goods with this serial number or plate; 0 for none."""
        return (self.serials.get(serial, 0) if serial else 0) or (self.plates.get(plate, 0) if plate else 0)


def known(phones: Collection[str], ids: Collection[str], serials: Collection[str], plates: Collection[str]) -> Known:
    """Whom the store knows of all these."""
    mine = "SELECT t.digits, c.id FROM customer_phone t JOIN customer c ON c.id = t.customer_id WHERE t.digits"
    theirs = (
        "SELECT t.digits, c.id FROM contact_phone t JOIN contact_person o ON o.id = t.contact_person_id "
        "JOIN customer c ON c.id = o.customer_id WHERE t.digits"
    )
    owned = "SELECT t.{0}, c.id FROM owned_goods t JOIN customer c ON c.id = t.customer_id AND t.gone_on IS NULL "
    owned += "WHERE t.{0}"
    found = Known()
    for told, sql, keys in (
        (found.phones, mine, phones),
        (found.phones, theirs, phones),
        (found.ids, "SELECT c.id_key, c.id FROM customer c WHERE c.id_key", ids),
        (found.serials, owned.format("serial_key"), serials),
        (found.plates, owned.format("plate_key"), plates),
    ):
        for some in _parts(keys):
            rows = run_sql(f"{sql} IN ({_marks(some)}) AND {_LIVE} ORDER BY c.id", *some).fetchall()
            for key, customer_id in rows:
                told.setdefault(key, customer_id)
    return found


@dataclass
class Standing:
    """What a file says that somebody might add to: its own columns and its goods as stored, the keys of other rows."""

    values: dict[str, Any]
    phones: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    goods: list[dict[str, Any]] = field(default_factory=list)


def standing_files(customer_ids: Collection[int]) -> dict[int, Standing]:
    """What these files say."""
    columns = [each.column_name for each in Customer._meta.sorted_fields]
    goods = [each.column_name for each in OwnedGoods._meta.sorted_fields]
    found: dict[int, Standing] = {}
    for some in _parts(customer_ids):
        among = f"IN ({_marks(some)})"
        for row in run_sql(f"SELECT {', '.join(columns)} FROM customer WHERE id {among}", *some).fetchall():
            found[row[0]] = Standing(dict(zip(columns, row, strict=True)))
        for sql, kind in (
            ("SELECT customer_id, digits FROM customer_phone WHERE customer_id", "phones"),
            ("SELECT customer_id, tag FROM customer_tag WHERE customer_id", "tags"),
        ):
            for customer_id, key in run_sql(f"{sql} {among}", *some).fetchall():
                getattr(found[customer_id], kind).add(key)
        for row in run_sql(f"SELECT {', '.join(goods)} FROM owned_goods WHERE customer_id {among} ORDER BY id", *some):
            told = dict(zip(goods, row, strict=True))
            found[told["customer_id"]].goods.append(told)
    return found


def _parts(keys: Collection[Any]) -> Iterator[list[Any]]:
    every = sorted(key for key in keys if key)
    for first in range(0, len(every), _AT_ONCE):
        yield every[first : first + _AT_ONCE]


def _marks(some: list[Any]) -> str:
    return ", ".join("?" * len(some))
