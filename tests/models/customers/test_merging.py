"""Two files become one and come apart again, and no row that names a file is forgotten (C3)."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import peewee
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checking import follow_up, searching, storage, trail
from models.customers import linked, merging
from models.customers.actions import ContactForm, FileForm, edit_file, open_file, register_contact
from models.customers.belongings import GoodsForm, PersonForm
from models.customers.goods_actions import add_goods
from models.customers.grade_actions import propose_grade
from models.customers.kinds import RegisterKind, Relation, Stage
from models.customers.lists import customer_file, find, rows, timeline
from models.customers.merge_actions import keep_apart, merge_files, undo_merge
from models.customers.needs_actions import NeedsForm, assess_needs
from models.customers.people_actions import add_person
from models.customers.relation_actions import relate
from models.customers.tables import Customer
from models.kernel import audit, clock, store
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.tables import database, run_sql
from models.loans.kind_actions import take_usual
from models.papers.actions import attach
from models.sales.quote_actions import QuoteForm, start_quote
from tests.campaigns import campaign, has_long_form
from tests.models.customers.references import APART, every_reference, plant
from tests.models.service.orders import authorised
from tests.models.shops import Shop, customer, quote, signed_contract
from tests.models.test_drives.driving import demo_car


def test_every_column_that_names_a_file_is_known(shop: Shop) -> None:
    known = {(link.table, link.column) for link in linked.find_links()}
    behind_the_models = {("audit_line", "record_id"), ("search_entry", "record_id")}
    assert known == every_reference() | behind_the_models
    assert linked.LEFT_ALONE.keys() <= known


def test_a_table_of_a_later_day_is_found(shop: Shop) -> None:
    with store.transaction():
        run_sql("CREATE TABLE raffle (id INTEGER PRIMARY KEY, customer_id BIGINT NOT NULL REFERENCES customer (id))")
        run_sql("CREATE TABLE remark (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id BIGINT NOT NULL)")
        found = {(link.table, link.column, link.kind) for link in linked.find_links()}
        run_sql("DROP TABLE raffle")
        run_sql("DROP TABLE remark")
    assert {("raffle", "customer_id", ""), ("remark", "record_id", "kind")} <= found


def test_each_field_of_a_file_is_chosen_or_follows(shop: Shop) -> None:
    led = {name for names in merging.COMPANIONS.values() for name in names}
    columns = {field.column_name for field in Customer._meta.sorted_fields}
    assert {*merging.choices(), *led, *merging.TECHNICAL, *merging.BOTH} == columns


def movable() -> list[linked.Link]:
    return [
        link
        for link in linked.links()
        if (link.table, link.column) not in linked.LEFT_ALONE and link.column != "merged_into_id"
    ]


def test_every_row_moves_and_comes_back(shop: Shop) -> None:
    """One row in every table that names a file, planted as its fields say: none stays behind, all come back."""
    kept, gone, third = (
        customer(shop, name, phone)
        for name, phone in (("甲", "1"), ("乙", "2"), ("丙", "3"))
        for phone in ("139" + phone * 8,)
    )
    signed_contract(shop, customer_id=third)
    demo_car(shop)
    take_usual(shop.owner)
    authorised(shop, shop.owner, customer_id=third)
    with store.transaction():
        for number, link in enumerate(movable()):
            plant(link, gone, third, number + 1)
    before = everything()
    merge_files(shop.manager, kept, gone, ())
    for link in movable():
        condition, given = link.named(gone)
        left = run_sql(f"SELECT count(*) FROM {link.table} t WHERE {condition}", *given).fetchone()[0]
        condition, given = link.named(kept)
        there = run_sql(f"SELECT count(*) FROM {link.table} t WHERE {condition}", *given).fetchone()[0]
        assert left == 0, link
        assert there > 0 or link.other, "what would be said twice is put aside"
    undo_merge(shop.manager, last_merge())
    assert everything() == before
    assert list(audit.broken_lines()) == []


def last_merge() -> int:
    return run_sql("SELECT max(id) FROM customer_merge").fetchone()[0]


def everything() -> dict[str, list[str]]:
    """What all tables say, but for versions, the trail and the search."""
    said = {}
    for name in sorted(database.obj.get_tables()):
        if name.startswith(("sqlite_", "search_grams", "frontdesk_")) or name in APART:
            continue
        cursor = run_sql(f"SELECT * FROM {name} ORDER BY 1")
        names = [each[0] for each in cursor.description]
        rows_ = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        for row in rows_:
            row.pop("version", None), row.pop("changed_at", None)
        said[name] = [json.dumps(row, default=lambda blob: bytes(blob).hex(), sort_keys=True) for row in rows_]
    return said


FIELDS = ("name", "address", "id_number", "owner_id", "intent", "note", "wish", merging.PHONES)


@has_long_form
@settings(max_examples=campaign(8, 300))
@given(st.integers(0, 2**32), st.sets(st.sampled_from(FIELDS)))
def test_undone_everything_is_as_before(shop: Shop, seed: int, from_gone: set[str]) -> None:
    """Random links between files; a merge and its undoing leave every row as it was, also what came in between."""
    dice = random.Random(seed)
    files = [customer(shop, f"客{place}", f"138{dice.randrange(10):04}{place:04}") for place in range(4)]
    kept, gone = files[:2]
    with store.transaction():
        for number, link in enumerate(dice.sample(movable(), 8)):
            whose, other = dice.sample(files, 2)
            if link.table not in ("customer_phone", "customer_tag") or dice.random() < 0.7:
                try:
                    with store.transaction():
                        plant(link, whose, other, seed % 10_000 * 100 + number)
                except peewee.IntegrityError:
                    continue
    before = everything()
    merge_files(shop.manager, kept, gone, from_gone)
    merged = everything()
    assert merged["customer"] != before["customer"]
    line = register_contact(shop.manager, kept, ContactForm(RegisterKind.CALL, about="seither")).id
    undo_merge(shop.manager, last_merge())
    after = everything()
    assert [row for row in after["register_line"] if json.loads(row)["id"] == line]
    after["register_line"] = [row for row in after["register_line"] if json.loads(row)["id"] != line]
    contacted = {"last_contact_at", "stage", "owner_id"}
    assert without(after, kept, contacted) == without(before, kept, contacted)
    assert run_sql("SELECT customer_id FROM register_line WHERE id = ?", line).fetchone()[0] == kept


def without(said: dict[str, list[str]], customer_id: int, names: set[str]) -> dict[str, list[Any]]:
    """All that is said, but for what a contact since the merge has changed in one file."""
    result: dict[str, list[Any]] = {name: list(each) for name, each in said.items()}
    files = [json.loads(row) for row in said["customer"]]
    for row in files:
        if row["id"] == customer_id:
            for name in names:
                row.pop(name)
    result["customer"] = files
    return result


def test_a_merged_file_is_found_nowhere_and_leads_to_the_kept_one(shop: Shop) -> None:
    kept, gone = customer(shop, "张三", "13811112222"), customer(shop, "章三", "13933332222")
    register_contact(shop.consultant, gone, ContactForm(RegisterKind.CALL, about="白色有现车吗"))
    merge_files(shop.consultant, kept, gone, {"name"})
    assert [row.id for row in find(shop.consultant, "章三")] == [kept]
    assert find(shop.consultant, "张三") == []
    assert [row.id for row in find(shop.consultant, "13933332222")] == [kept], "both phones lead to it"
    assert linked.resolved(gone) == linked.resolved(kept) == kept
    assert linked.merged_into(kept) == [gone]
    assert customer_file(shop.consultant, kept).phones == ("13811112222", "13933332222")
    assert len(timeline(kept)) == 3, "both histories are kept"
    register_contact(shop.consultant, gone, ContactForm(RegisterKind.CALL))
    assert len(timeline(kept)) == 4, "who still has the old file open writes into the kept one"
    undo_merge(shop.consultant, last_merge())
    assert {row.id for row in find(shop.consultant, "章三")} | {row.id for row in find(shop.consultant, "张三")} == {
        kept,
        gone,
    }
    assert rows(shop.consultant, [gone])[0].phone == "13933332222"


def test_the_trail_tells_of_merge_and_undo(shop: Shop) -> None:
    kept, gone = customer(shop), customer(shop, "张三", "13900001111")
    merge_files(shop.consultant, kept, gone, {"name"})
    undo_merge(shop.consultant, last_merge())
    undone, merged = audit.history("customer", kept)[:2]
    assert (merged.action, merged.details["merged"]) == ("customers.merge_files", gone)
    assert (undone.action, undone.details["apart"]) == ("customers.undo_merge", gone)
    assert "13900001111" not in json.dumps(merged.details)


def test_phones_that_both_had_and_rewritten_ones_come_apart(shop: Shop) -> None:
    """An edit writes a file's phones anew; the undoing still knows whose each was."""
    kept, gone = customer(shop, "张三", "13811112222"), customer(shop, "张三", "138-1111-2222")
    edit_file(shop.consultant, gone, 1, FileForm("张三", phones=("13811112222", "02155556666")))
    merge_files(shop.consultant, kept, gone, {merging.PHONES})
    assert customer_file(shop.consultant, kept).phones == ("13811112222", "02155556666")
    version = customer_file(shop.consultant, kept).version
    more = FileForm("张三", phones=("13700000000", "13811112222", "02155556666"), note="merged")
    edit_file(shop.consultant, kept, version, more)
    undo_merge(shop.consultant, last_merge())
    assert customer_file(shop.consultant, kept).phones == ("13700000000", "13811112222")
    assert customer_file(shop.consultant, gone).phones == ("13811112222", "02155556666")
    assert customer_file(shop.consultant, kept).note == "merged", "what was changed since stays"


def test_relations_between_the_two_and_to_a_third(shop: Shop) -> None:
    kept, gone, third = (customer(shop, name, f"1380000{place}000") for place, name in enumerate("甲乙丙", 1))
    relate(shop.consultant, kept, gone, Relation.SPOUSE)
    relate(shop.consultant, gone, third, Relation.CHILD)
    relate(shop.consultant, kept, third, Relation.CHILD)
    before = everything()["customer_relation"]
    merge_files(shop.consultant, kept, gone, ())
    (only,) = run_sql("SELECT customer_id, other_id FROM customer_relation").fetchall()
    assert set(only) == {kept, third}
    undo_merge(shop.consultant, last_merge())
    assert everything()["customer_relation"] == before


@pytest.mark.parametrize("stage", [Stage.LOST, Stage.DELIVERED])
def test_the_kept_file_has_come_as_far_as_either(shop: Shop, stage: Stage) -> None:
    kept, gone = customer(shop), customer(shop, "张三", "13900001111")
    with store.transaction():
        run_sql("UPDATE customer SET stage = ? WHERE id = ?", stage.value, gone)
    merge_files(shop.consultant, kept, gone, ())
    assert customer_file(shop.consultant, kept).stage is (Stage.VISITED if stage is Stage.LOST else stage)


def test_what_cannot_be_merged_says_why(shop: Shop) -> None:
    kept, gone, third = (customer(shop, name, f"1380000{place}000") for place, name in enumerate("甲乙丙", 1))
    with pytest.raises(RuleError, match="with itself"):
        merge_files(shop.consultant, kept, kept, ())
    with pytest.raises(RuleError, match="with itself"):
        keep_apart(shop.consultant, kept, kept)
    with pytest.raises(RuleError, match="no field"):
        merge_files(shop.consultant, kept, gone, {"uid"})
    with pytest.raises(StaleEdit):
        merge_files(shop.consultant, kept, gone, (), {kept: 7})
    with pytest.raises(peewee.DoesNotExist):
        merge_files(shop.consultant, kept, 999, ())
    merge_files(shop.consultant, kept, gone, ())
    for pair in ((kept, gone), (third, gone), (gone, third)):
        with pytest.raises(RuleError, match="merged into another"):
            merge_files(shop.consultant, *pair, ())
    with pytest.raises(RuleError, match="merged into another"):
        edit_file(shop.consultant, gone, 1, FileForm("x", no_contact=True))


def test_nobody_loses_a_customer_by_a_merge(shop: Shop) -> None:
    mine, hers = customer(shop), customer(shop, "张三", "13900001111", by=shop.colleague)
    pool = customer(shop, "李四", "13900002222", by=shop.reception)
    for choice in ((), {"owner_id"}):
        with pytest.raises(NotAllowed, match="manager"):
            merge_files(shop.reception, mine, hers, choice)
    with pytest.raises(NotAllowed):
        merge_files(shop.consultant, mine, hers, ())
    merge_files(shop.consultant, hers, mine, ())
    assert customer_file(shop.manager, hers).owner_id == shop.colleague.id, "one's own may be given away"
    merge_files(shop.reception, pool, hers, ())
    assert customer_file(shop.manager, pool).owner_id == shop.colleague.id, "an owner is better than none"


def test_a_merge_is_undone_once_the_same_day_by_who_did_it(shop: Shop) -> None:
    kept, gone, third = (customer(shop, name, f"1380000{place}000") for place, name in enumerate("甲乙丙", 1))
    first = merge_files(shop.consultant, kept, gone, ()).answer
    second = merge_files(shop.consultant, kept, third, ()).answer
    assert isinstance(first, int)
    assert isinstance(second, int)
    with pytest.raises(NotAllowed):
        undo_merge(shop.colleague, second)
    with pytest.raises(RuleError, match="later merge"):
        undo_merge(shop.consultant, first)
    with clock.standing_at(datetime.now(UTC) + timedelta(days=1)), pytest.raises(RuleError, match="same day"):
        undo_merge(shop.consultant, second)
    undo_merge(shop.manager, second)
    with pytest.raises(RuleError, match="undone already"):
        undo_merge(shop.consultant, second)
    undo_merge(shop.consultant, first)
    assert len(find(shop.consultant, "138000")) == 3


def test_a_merged_file_merged_on_leads_to_the_last(shop: Shop) -> None:
    first, second, third = (customer(shop, name, f"1380000{place}000") for place, name in enumerate("甲乙丙", 1))
    one = merge_files(shop.consultant, second, first, ()).answer
    two = merge_files(shop.consultant, third, second, ()).answer
    assert isinstance(one, int)
    assert isinstance(two, int)
    assert linked.resolved(first) == linked.resolved(second) == third
    assert set(linked.merged_into(third)) == {first, second}
    with pytest.raises(RuleError, match="later merge"):
        undo_merge(shop.consultant, one)
    undo_merge(shop.consultant, two)
    undo_merge(shop.consultant, one)
    assert [linked.resolved(each) for each in (first, second, third)] == [first, second, third]


def test_papers_and_contracts_of_both_are_kept(shop: Shop) -> None:
    kept, gone = customer(shop), customer(shop, "张三", "13900001111")
    quote(shop, kept), signed_contract(shop, customer_id=gone)
    attach(shop.consultant, "customer", gone, "scan.pdf", b"%PDF-1.7 x")
    merge_files(shop.consultant, kept, gone, ())
    for table, count in (("quote", 2), ("contract", 1), ("register_line", 2)):
        assert run_sql(f"SELECT count(*) FROM {table} WHERE customer_id = ?", kept).fetchone()[0] == count
    assert run_sql("SELECT record_id FROM attachment").fetchone()[0] == kept
    assert customer_file(shop.consultant, kept).stage is Stage.ORDERED


def test_opening_a_file_is_no_reason_to_keep_its_referrer_in_a_circle(shop: Shop) -> None:
    kept = customer(shop)
    form = FileForm("张三", phones=("13900001111",), referred_by_id=kept)
    gone = open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id
    merge_files(shop.consultant, kept, gone, ())
    assert customer_file(shop.consultant, kept).referred_by_id is None


def test_the_store_stays_sound(shop: Shop) -> None:
    """What the store's own check reads: the search, follow-up, references, the trail."""
    kept, gone = customer(shop, "张三", "13811112222"), customer(shop, "章三", "13933332222")
    quote(shop, gone, offered_by=shop.consultant)
    signed_contract(shop, customer_id=kept)
    checks = (searching.records, searching.entries, storage.references, follow_up.causes, trail.lines)
    for act in (
        lambda: merge_files(shop.consultant, kept, gone, ()),
        lambda: undo_merge(shop.consultant, last_merge()),
    ):
        act()
        assert [line for check in checks for line in check()] == []


def test_nothing_more_is_written_into_a_file_that_is_gone(shop: Shop) -> None:
    kept, gone = customer(shop, "张三", "13811112222"), customer(shop, "章三", "13933332222")
    merge_files(shop.consultant, kept, gone, ())
    for write in (
        lambda: start_quote(shop.consultant, gone, QuoteForm()),
        lambda: add_goods(shop.consultant, gone, GoodsForm(model="V7")),
        lambda: add_person(shop.consultant, gone, PersonForm("李四")),
        lambda: assess_needs(shop.consultant, gone, NeedsForm({}, "x")),
        lambda: relate(shop.consultant, kept, gone, Relation.SPOUSE),
        lambda: propose_grade(shop.consultant, gone, "va", "x"),
    ):
        with pytest.raises(RuleError, match="merged into another"):
            write()
