"""A store of very many customers for measurements: the rows that the actions would write, by a bulk route."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import opened, own_data
from models.customers.findable import Said, search_fields
from models.customers.kinds import Stage
from models.customers.tables import Customer, CustomerPhone, OwnedGoods
from models.kernel import clock, search
from models.kernel.permissions import Role
from models.kernel.pinyin import sort_key
from models.kernel.store import transaction
from models.kernel.tables import Table, new_uid, run_sql, run_sql_often
from models.sample import build
from models.sample.people import People
from models.sample.words import Words
from models.shop.profile import trade
from models.staff.lists import everybody

_AT_ONCE = 20_000
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉萍红建国文华春梅志龙海鹏飞宇晨雨欣子涵梓轩浩然思远嘉怡"
_PROVINCES = "京沪粤浙苏鲁川渝鄂湘皖闽赣豫冀晋陕甘宁"
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_YEARS = 5


@dataclass(frozen=True)
class _Drawn:
    """One invented customer."""

    name: str
    phones: tuple[str, ...]
    plate: str
    serial: str


@contextmanager
def crowd(count: int) -> Iterator[None]:
    """A store with ``count`` customers, open for the measurement; made once per run and gone at its end."""
    folder = made(count)
    with own_data(folder), opened(str(folder / "many.desk")):
        yield


@cache
def made(count: int) -> Path:
    """The folder of such a store, with the data that open it; never written to."""
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-bench-many-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(folder / "many.desk")
    with own_data(folder):
        build.make(address, customers=20, days=5)
        with opened(address):
            for first in range(0, count, _AT_ONCE):
                with transaction():
                    _write(Random(first), min(_AT_ONCE, count - first))
            run_sql("ANALYZE")
            run_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


def _write(rng: Random, count: int) -> None:
    """So many customers with phones, goods and what they are found by."""
    first = run_sql("SELECT max(id) + 1 FROM customer").fetchone()[0]
    people = list(_drawn(rng, count))
    levels = [level.code for level in trade().intent_levels]
    owners = [*(each.id for each in everybody() if Role.SALES in each.roles), None]
    stages = [Stage.VISITED, Stage.CONTACTED, Stage.QUOTED, Stage.DELIVERED, Stage.LOST]
    now = clock.now()
    contacts = sorted(now - timedelta(minutes=rng.randrange(_YEARS * 500_000)) for _each in people)
    customers = [
        {
            **{"id": number, "uid": new_uid(), "name": each.name, "sort_key": sort_key(each.name), "source": "web"},
            **{"owner": rng.choice(owners), "intent": rng.choice(levels), "stage": rng.choice(stages)},
            **{"created_at": at, "changed_at": at, "last_contact_at": at},
        }
        for number, (each, at) in enumerate(zip(people, contacts, strict=True), first)
    ]
    insert(Customer, customers)
    phones = [
        {"customer": number, "position": place, "number": phone, "digits": phone}
        for number, each in enumerate(people, first)
        for place, phone in enumerate(each.phones)
    ]
    insert(CustomerPhone, phones)
    goods = [
        {
            **{"uid": new_uid(), "created_at": now, "changed_at": now, "customer": number, "make": "澜川"},
            **{"model": "V7", "plate": each.plate, "plate_key": each.plate, "serial": each.serial},
            "serial_key": each.serial,
        }
        for number, each in enumerate(people, first)
        if each.plate
    ]
    insert(OwnedGoods, goods)
    said = (Said([each.name], list(each.phones), [each.plate], [each.serial]) for each in people)
    search.index_many(
        ("customer", number, search_fields(each), at)
        for number, (each, at) in enumerate(zip(said, contacts, strict=True), first)
    )


def _drawn(rng: Random, count: int) -> Iterator[_Drawn]:
    people = People(rng, Words("zh_CN"))
    for _each in range(count):
        surname = people.name(male=True)[0]
        given = "".join(rng.choices(_GIVEN, k=rng.choice((1, 2, 2))))
        phones = tuple(f"1{rng.randrange(10**9, 10**10)}" for _phone in range(rng.choice((1, 1, 2))))
        plate = serial = ""
        if rng.random() < 0.4:
            plate = rng.choice(_PROVINCES) + rng.choice(_LETTERS) + f"{rng.randrange(10**5):05d}"
            serial = "L" + "".join(rng.choices(_LETTERS + "0123456789", k=10)) + f"{rng.randrange(10**6):06d}"
        yield _Drawn(surname + given, phones, plate, serial)


def insert(table: type[Table], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of a table, with its defaults for what they leave out."""
    fields = {field.name: field for field in table._meta.sorted_fields}
    plain = {name: field.default for name, field in fields.items() if name != "id" and name not in rows[0]}
    plain = {name: fields[name].db_value(each() if callable(each) else each) for name, each in plain.items()}
    names = [*plain, *rows[0]]
    columns = ", ".join(fields[name].column_name for name in names)
    sql = f"INSERT INTO {table._meta.table_name} ({columns}) VALUES ({', '.join('?' * len(names))})"
    same = tuple(plain.values())
    run_sql_often(sql, ((*same, *(fields[name].db_value(row[name]) for name in rows[0])) for row in rows))
