"""What is written for many at once is what the actions write one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.customers import bulk
from models.customers.actions import leave, open_file, register_contact
from models.customers.bulk import Contacted, Entry, Left, Opened
from models.kernel import audit, clock, search, store
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sample.counter import Counter
from models.sample.crew import Crew
from models.sample.days import past
from models.sample.furnishing import furnish
from models.sample.goods import Catalogue, fill_catalogue
from models.sample.people import People
from models.sample.words import Words
from models.shop.actions import Founding, found
from models.shop.profile import Profile
from models.staff.actions import StaffForm, hire
from models.trades import files
from tests.models.shops import opened
from tests.postgres import Server

NOW = datetime(2026, 11, 21, 19, 0).astimezone()
TABLES = {
    "customer": "id, version, created_at, changed_at, kind, name, form_of_address, no_contact, wechat, "
    "email, address, id_type, id_number, id_key, birthday, company, best_way, best_time, campaign, grade, drink, seat, "
    "hobby, taboo, source, referred_by_id, owner_id, intent, stage, wish, note, "
    "last_contact_at",
    "customer_phone": "id, customer_id, position, number, digits, label",
    "customer_tag": "id, customer_id, position, tag",
    "contact_person": "id, version, created_at, changed_at, customer_id, name, post, wechat, email, note",
    "contact_phone": "id, contact_person_id, position, number, digits",
    "owned_goods": "id, version, created_at, changed_at, customer_id, make, model, colour, serial, serial_key, plate, "
    "plate_key, bought_on, bought_at, mileage, mileage_on, insurance_until, inspection_until, warranty_until, note, "
    "gone_on",
    "register_line": "id, version, created_at, changed_at, kind, at, left_at, customer_id, staff_id, party_size, "
    "first_time, phone, about, result",
    "search_entry": "kind, record_id, text, used_at",
    "audit_line": "id, at, staff_id, action, kind, record_id, details",
}
_names = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def two_addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where two stores can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "one.desk"), str(tmp_path / "other.desk")
        return
    server: Server = request.getfixturevalue("postgres_server")
    number = next(_names)
    with server.database(f"bulk_{number}") as one, server.database(f"bulk_other_{number}") as other:
        yield one, other


def founded() -> tuple[Crew, Catalogue]:
    """The shop in which it happens, in the open store."""
    with clock.standing_at(NOW - timedelta(days=40)):
        owner = found(Founding(Profile("Shop"), "car_dealership", "Owner", "1357"))
        actors = [owner]
        for name, roles in (("Desk", {"reception"}), ("Seller", {"sales"}), ("Manager", {"sales_manager"})):
            form = StaffForm(name, frozenset(roles), pin="2468")  # type: ignore[arg-type]  # values are roles too
            actors.append(Actor(hire(owner, form).id, name, form.roles))
        return Crew(tuple(actors)), fill_catalogue(owner, files.load("car_dealership"), "zh_CN")


def planned(crew: Crew, catalogue: Catalogue) -> list[Entry]:
    """Fifty customers and what follows, in the order of time; the same each time."""
    rng, words = Random(5), Words("zh_CN")
    counter = Counter(rng, past(NOW, 30), words, crew, catalogue)
    visitors = counter.visitors(People(rng, words), 50)
    counter.follow_up(visitors)
    furnish(counter, visitors)
    entries = [entry for visitor in visitors for entry in visitor.entries]
    return sorted([*entries, *counter.strangers(6)], key=lambda each: each.at)


def one_by_one(entries: list[Entry]) -> None:
    """The same entries as a person at the desk makes them."""
    for entry in entries:
        with clock.standing_at(entry.at):
            if isinstance(entry, Opened):
                referred_by = entry.referred_by.customer_id if entry.referred_by else None
                form = replace(entry.form, referred_by_id=referred_by)
                changes = open_file(entry.actor, form, replace(entry.contact, at=None), entry.people, entry.goods)
                entry.customer_id, entry.line_id = changes.id, changes.ids("register_line").pop()
            elif isinstance(entry, Contacted):
                customer_id = entry.file.customer_id if entry.file else None
                entry.line_id = register_contact(entry.actor, customer_id, replace(entry.contact, at=None)).id
            else:
                leave(entry.actor, entry.visit.line_id, entry.result)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """What is in the open store, without what is random on purpose."""
    return {name: run_sql(f"SELECT {names} FROM {name} ORDER BY id").fetchall() for name, names in TABLES.items()}


def test_many_at_once_are_what_the_actions_write(two_addresses: tuple[str, str]) -> None:
    found_rows, found_hits = [], []
    for address, write in zip(two_addresses, (one_by_one, in_three_parts), strict=True):
        store.create(address)
        with opened(address):
            entries = planned(*founded())
            write(entries)
            found_rows.append(everything())
            found_hits.append([search.find(query) for query in ("安岚", "wang", "zhang", "1", "欧阳", "4", "李")])
            assert list(audit.broken_lines()) == []
    kinds = {type(entry) for entry in entries}
    assert kinds == {Opened, Contacted, Left}
    for name in TABLES:
        assert found_rows[0][name] == found_rows[1][name], name
    assert found_hits[0] == found_hits[1]
    assert all(found_hits[0][:4])
    assert len(found_rows[0]["customer"]) == 50
    assert all(found_rows[0][name] for name in TABLES)


def in_three_parts(entries: list[Entry]) -> None:
    """So that some entries refer to files and visits of an earlier part."""
    third = len(entries) // 3
    for part in (entries[:third], entries[third : 2 * third], entries[2 * third :]):
        bulk.write(part)
    with store.transaction():
        search.rebuild()
