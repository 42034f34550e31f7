"""The list of files against a plain slow one: every filter, every order, read a page at a time from either end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers import listing
from models.customers.kinds import CLOSED_STAGES, Stage
from models.customers.listing import ALL, DUE, FILTERS, MINE, ORDERS, POOL, Place
from models.customers.protection import all_protected
from models.customers.tables import Customer
from models.kernel import clock, store
from models.kernel.permissions import Actor
from models.kernel.pinyin import sort_key
from models.kernel.tables import database, insert_rows, run_sql
from models.shop.profile import trade
from tests.campaigns import campaign, has_long_form
from tests.models.plans import explained
from tests.models.shops import Shop, customer

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LEVELS = ("h", "a", "b", "c", "n", "gone", "")
NAMES = ("王伟", "汪伟", "王薇", "李安", "连杰", "單田芳", "Anna", "anna", "", "𠮷野家", "欧阳䶮", "欧阳修")
a_file = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(LEVELS),
    st.sampled_from(list(Stage)),
    st.integers(0, 3),
    st.integers(0, 40).map(lambda days: NOW - timedelta(days=days)),
    st.sampled_from(["listed"] * 8 + ["merged", "erased"]),
)


def fill(shop: Shop, files: list[tuple[Any, ...]]) -> None:
    """So many files and no others."""
    owners = (None, shop.consultant.id, shop.colleague.id, shop.consultant.id)
    with store.transaction():
        run_sql("UPDATE customer SET merged_into_id = NULL")
        run_sql("DELETE FROM customer")
        for number, (name, intent, stage, owner, at, what) in enumerate(files, 1):
            values = {"name": name, "sort_key": sort_key(name), "intent": intent, "stage": stage}
            Customer.create(
                **{**values, "owner": owners[owner], "last_contact_at": at, "uid": f"u{number}"},
                merged_into=None,
                erased_at=NOW if what == "erased" else None,
            )
        if files:
            last = run_sql("SELECT max(id) FROM customer").fetchone()[0]
            for number, each in enumerate(files):
                if each[-1] == "merged":
                    run_sql("UPDATE customer SET merged_into_id = ? WHERE id = ?", last, last - len(files) + 1 + number)


def plainly(actor: Actor, which: str, order: str, descending: bool) -> list[int]:
    """The same list the slow way: everything read, filtered and sorted here."""
    levels = trade().intent_levels
    guarded = all_protected(NOW)
    places = {level.code: place for place, level in enumerate(levels)}
    days = {level.code: level.contact_within_days for level in levels}

    def next_at(each: Any) -> datetime:
        return each.last_contact_at + timedelta(days=days.get(each.intent, levels[-1].contact_within_days))

    def in_filter(each: Any) -> bool:
        if which == MINE:
            return each.owner_id == actor.id
        if which == POOL:
            return each.stage not in CLOSED_STAGES and each.id not in guarded
        if which == DUE:
            return each.owner_id == actor.id and each.stage not in CLOSED_STAGES and next_at(each) < NOW
        return True

    def key(each: Any) -> tuple[Any, ...]:
        closed = each.stage in CLOSED_STAGES
        if order == "recent" or (closed and order in ("next", "intent")):
            return (closed and order != "recent", 99, each.last_contact_at, each.id)
        if order == "name":
            return (sort_key(each.name), each.id)
        if order == "next":
            return (False, 99, next_at(each), each.id)
        return (False, places.get(each.intent, len(levels)), each.last_contact_at, each.id)

    listed = [each for each in Customer.select() if each.merged_into_id is None and each.erased_at is None]
    return [each.id for each in sorted(filter(in_filter, listed), key=key, reverse=descending)]


def backwards(actor: Actor, which: str, order: str, descending: bool) -> list[int]:
    """The list read from its end, in small pages."""
    found: list[int] = []
    beyond: Place | None = None
    while places := listing.page(actor, which, order, descending=descending, beyond=beyond, backwards=True, limit=3):
        found = [place.id for place in places] + found
        beyond = places[0]
    return found


@has_long_form
@settings(max_examples=campaign(8, 200))
@given(files=st.lists(a_file, max_size=25), descending=st.booleans())
def test_every_list_is_what_the_slow_one_is(shop: Shop, files: list[tuple[Any, ...]], descending: bool) -> None:
    fill(shop, files)
    with clock.standing_at(NOW):
        for which in FILTERS:
            for order in ORDERS:
                wanted = plainly(shop.consultant, which, order, descending)
                asked = (shop.consultant, which, order)
                assert list(listing.everything(*asked, descending=descending)) == wanted, (which, order)
                assert backwards(*asked, descending) == wanted, (which, order)
                assert {each for each in wanted if listing.place_of(*asked, each)} == set(wanted)
            assert listing.count(shop.consultant, which) == len(wanted)


def test_a_page_goes_on_where_the_last_one_ended_whatever_happened(shop: Shop) -> None:
    fill(shop, [(f"客{number}", "h", Stage.VISITED, 1, NOW - timedelta(hours=number), "listed") for number in range(9)])
    first = listing.page(shop.consultant, MINE, "recent", limit=4)
    run_sql("UPDATE customer SET last_contact_at = last_contact_at - 86400000 WHERE id = ?", first[-1].id)
    after = listing.page(shop.consultant, MINE, "recent", beyond=first[-1], limit=9)
    assert len(first) + len(after) == 9
    assert not {place.id for place in first} & {place.id for place in after}


def test_a_file_that_is_not_in_a_filter_has_no_place(shop: Shop) -> None:
    theirs = customer(shop, by=shop.colleague)
    assert listing.place_of(shop.consultant, MINE, "next", theirs) is None
    assert listing.place_of(shop.colleague, MINE, "next", theirs) is not None


def crowd(shop: Shop, count: int) -> None:
    """So many more files, of every level, stage and owner."""
    dice = Random(count)
    rows = [
        {
            **{"uid": f"{count}-{number}", "version": 1, "created_at": NOW, "changed_at": NOW, "name": f"客{number}"},
            **{"kind": "person", "sort_key": f"ke{number}", "intent": dice.choice(LEVELS), "form_of_address": ""},
            **{"stage": dice.choice(list(Stage)), "owner": dice.choice((None, shop.consultant.id, shop.colleague.id))},
            **dict.fromkeys(("no_contact",), False),
            **dict.fromkeys(("wechat", "email", "address", "id_number", "best_time", "source", "wish", "note"), ""),
            "last_contact_at": NOW - timedelta(minutes=dice.randrange(50_000)),
        }
        for number in range(count)
    ]
    with store.transaction():
        insert_rows(Customer, rows)
    run_sql("ANALYZE customer")


def steps(shop: Shop) -> dict[tuple[str, str], int]:
    """How many steps the database takes to open each list, to jump to its end, and to count it."""
    taken: dict[tuple[str, str], int] = {}
    connection = database.connection()
    for which in (ALL, MINE, DUE):
        for order in ORDERS:
            count = [0]

            def step(count: list[int] = count) -> int:
                count[0] += 1
                return 0

            connection.set_progress_handler(step, 10)
            listing.page(shop.consultant, which, order)
            listing.page(shop.consultant, which, order, backwards=True)
            listing.count(shop.consultant, which)
            connection.set_progress_handler(None, 0)
            taken[which, order] = count[0]
    return taken


def test_opening_and_jumping_to_the_end_take_as_many_steps_for_many_as_for_few(folder_shop: Shop) -> None:
    with clock.standing_at(NOW):
        crowd(folder_shop, 9_000)
        few = steps(folder_shop)
        crowd(folder_shop, 18_000)
        many = steps(folder_shop)
    for each, taken in many.items():
        assert taken <= 1.4 * few[each], each


@pytest.mark.parametrize("order", ORDERS)
def test_no_page_reads_the_table_from_end_to_end(shop: Shop, order: str) -> None:
    crowd(shop, 3_000)
    with clock.standing_at(NOW), explained("customer") as told:
        for which in FILTERS:
            first = listing.page(shop.consultant, which, order)
            listing.page(shop.consultant, which, order, backwards=True)
            listing.page(shop.consultant, which, order, beyond=first[-1])
            listing.place_of(shop.consultant, which, order, first[0].id)
    assert len(told) >= 16
    for plan in told:
        carried_out = [line for line in plan.split("\n") if line.lstrip(" ->").startswith(("SCAN", "SEARCH", "Seq"))]
        assert "Seq Scan" not in plan, plan
        assert all("USING" in line for line in carried_out if "customer" in line), plan
        assert "TEMP B-TREE" not in plan, plan


def test_lists_by_name_follow_the_sound(shop: Shop) -> None:
    for number, name in enumerate(("李白", "连杰", "李安", "單田芳", "曾国藩", "Anna", "王伟", "汪伟")):
        customer(shop, name, f"1380000{number:04d}")
    names = [Customer.get_by_id(each).name for each in listing.everything(shop.consultant, order="name")]
    assert names == ["Anna", "李安", "李白", "连杰", "單田芳", "汪伟", "王伟", "曾国藩"]
