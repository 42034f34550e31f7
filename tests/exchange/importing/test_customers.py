"""Customers taken over from other systems: whole, once each, and undone without a trace (X3, C3)."""

from __future__ import annotations

import pytest

from exchange.importing import rejects, taking_over
from models.customers.actions import FileForm, edit_file
from models.customers.file_lists import goods
from models.customers.kinds import FormOfAddress
from models.customers.lists import customer_file
from models.followup.starting import begin_day
from models.importing.actions import undo_import
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.lists import imports
from models.importing.mappings import remembered
from models.kernel import audit, search
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.i18n import say
from models.kernel.tables import run_sql
from tests.exchange.importing.files import CUSTOMERS, checked, everything, opened
from tests.models.shops import Shop, customer


def test_rows_become_files_with_phones_and_cars_that_are_found_and_looked_after(shop: Shop) -> None:
    begin_day()
    found = checked(shop.manager, CUSTOMERS)
    assert (found.rows, found.new, found.problems) == (3, 3, [])
    done = taking_over.write(shop.manager, found)
    hits = [hit.record_id for hit in search.find("张三", ("customer",))]
    file = customer_file(shop.owner, hits[0])
    assert (file.name, file.form_of_address, file.phones) == ("张三", FormOfAddress.MR, ("13900000001",))
    assert file.owner == "孙悦"
    (car,) = goods(hits[0])
    assert (car.form.plate, car.form.serial, str(car.form.bought_on)) == ("浙A12345", "LYH7V2A58TA000317", "2020-03-01")
    assert {hit.record_id for hit in search.find("000317", ("customer",))} == {hits[0]}
    tasks = run_sql("SELECT count(*) FROM follow_up_task WHERE rule = 'next_contact' AND state = 'open'").fetchone()
    assert tasks[0] == 2, "those who have an owner are to be called"
    (line,) = audit.history("import", done.id)
    assert line.details == {"kind": "customers", "new": 3, "merged": 0, "left_out": 0, "wrong": 0}
    assert list(audit.broken_lines()) == []


@pytest.mark.parametrize("how", [OnDuplicate.SKIP, OnDuplicate.MERGE, OnDuplicate.NEW])
def test_undoing_leaves_the_store_as_it_was(shop: Shop, how: OnDuplicate) -> None:
    known = customer(shop, "张先生", "139-0000-0001")
    before = everything()
    done = taking_over.write(shop.manager, checked(shop.manager, CUSTOMERS, how))
    counts = {OnDuplicate.SKIP: (2, 0), OnDuplicate.MERGE: (2, 1), OnDuplicate.NEW: (3, 0)}[how]
    (row,) = imports(shop.manager)
    assert (row.new, row.merged) == counts
    if how is OnDuplicate.MERGE:
        file = customer_file(shop.owner, known)
        assert (file.name, file.form_of_address) == ("张先生", FormOfAddress.MR), "what the file says wins"
        assert [each.form.plate for each in goods(known)] == ["浙A12345"]
    undo_import(shop.manager, done.id)
    after = everything()
    if how is OnDuplicate.MERGE:
        stamps = {"customer": (1, 2, 3, 4), "search_entry": (0, 4)}
        for table, columns in stamps.items():
            for rows in (before[table], after[table]):
                rows[:] = [tuple("" if n in columns else each for n, each in enumerate(row)) for row in rows]
    assert after == before
    assert imports(shop.manager)[0].undone_by == "高经理"
    with pytest.raises(RuleError, match="undone already"):
        undo_import(shop.manager, done.id)


def test_what_others_rely_on_is_not_undone(shop: Shop) -> None:
    done = taking_over.write(shop.manager, checked(shop.manager, CUSTOMERS))
    (file_id,) = (hit.record_id for hit in search.find("李四", ("customer",)))
    edit_file(shop.manager, file_id, 1, FileForm("李四", phones=("13900000002",), wish="V5"))
    before = everything()
    with pytest.raises(RuleError, match="1 of its rows"):
        undo_import(shop.manager, done.id)
    assert everything() == before


def test_every_problem_is_told_with_its_place_and_goes_into_a_file_to_mend(shop: Shop) -> None:
    rows = [
        ("客户导出表",),
        (),
        ("姓名", "手机", "生日", "销售顾问", "行驶里程", "车牌"),
        ("张三", "1.39E+10", "1990-02-30", "无名氏", "很多", "浙A1"),
        ("李四", "13900000002", "", "", "", ""),
        ("王五", "", "", "", "", ""),
        ("赵六", "13900000004", "", "", "32,100公里", ""),
        ("姓名", "手机", "生日", "销售顾问", "行驶里程", "车牌"),
        ("合计", "4"),
    ]
    found = checked(shop.manager, rows)
    assert [(each.row, each.column, each.value) for each in found.problems] == [
        (4, "手机", "1.39E+10"),
        (4, "生日", "1990-02-30"),
        (4, "销售顾问", "无名氏"),
        (4, "行驶里程", "很多"),
        (6, "手机", ""),
        (7, "", ""),
    ]
    assert (found.rows, found.new, found.wrong) == (4, 1, {4, 6, 7})
    assert "a column “Left no contact”" in say(found.problems[4].error)
    sheet = opened(rows, ImportKind.CUSTOMERS, shop.manager).sheet
    assert sheet.left_out == (8, 9)
    headings, wrong = rejects.wrong_rows(sheet, found)
    assert headings[:6] == list(rows[2])
    assert [row[:2] for row in wrong] == [["张三", "1.39E+10"], ["王五", ""], ["赵六", "13900000004"]]
    assert all(row[6] for row in wrong)


def test_the_same_person_in_several_rows_becomes_one_file(shop: Shop) -> None:
    rows = (
        ("姓名", "手机", "车牌", "地址"),
        ("张三", "13900000001", "浙A11111", ""),
        ("张三", "13900000001", "浙A22222", "滨江路1号"),
        ("张三", "139 0000 0001", "浙A·11111", ""),
    )
    assert checked(shop.manager, rows, OnDuplicate.SKIP).repeated == 2
    assert checked(shop.manager, rows, OnDuplicate.NEW).new == 3
    found = checked(shop.manager, rows, OnDuplicate.MERGE)
    assert (found.new, found.repeated) == (1, 2)
    taking_over.write(shop.manager, found)
    (file_id,) = (hit.record_id for hit in search.find("浙A22222", ("customer",)))
    assert {each.form.plate for each in goods(file_id)} == {"浙A11111", "浙A22222"}


def test_a_second_list_completes_the_cars_of_the_first_and_is_undone(shop: Shop) -> None:
    people = (("姓名", "手机", "车牌"), ("张三", "13900000001", "浙A11111"), ("李四", "13900000002", ""))
    taking_over.write(shop.manager, checked(shop.manager, people))
    before = everything()
    cars = (
        ("车主", "手机", "车牌", "车架号", "里程", "保险到期"),
        ("张三", "13900000001", "浙A·11111", "LYH7V2A58TA000317", "32100", ""),
        ("张三", "13900000001", "浙A11111", "", "1", "2030-01-02"),
        ("张三", "13900000001", "浙A11111", "LYH7V2A58TA000318", "", ""),
        ("李四", "13900000002", "浙A11111", "", "", ""),
    )
    found = checked(shop.manager, cars, OnDuplicate.MERGE)
    assert (found.new, found.merged, found.repeated, found.same) == (0, 2, 2, 0)
    done = taking_over.write(shop.manager, found)
    (hit,) = search.find("张三", ("customer",))
    first, second = sorted(goods(hit.record_id), key=lambda each: each.id)
    assert (first.form.serial, first.form.mileage) == ("LYH7V2A58TA000317", 32_100)
    assert str(first.form.insurance_until) == "2030-01-02"
    assert (second.form.serial, second.form.plate) == ("LYH7V2A58TA000318", "浙A11111"), "a plate that moved on"
    assert {each.record_id for each in search.find("000317", ("customer",))} == {hit.record_id}
    assert checked(shop.manager, cars, OnDuplicate.MERGE).out == 4, "nothing is there to add the second time"
    undo_import(shop.manager, done.id)
    after = everything()
    for table in ("customer", "owned_goods", "search_entry"):
        stamps = {"search_entry": (0, 4)}.get(table, (2, 3, 4))
        for rows in (before[table], after[table]):
            rows[:] = [tuple("" if n in stamps else each for n, each in enumerate(row)) for row in rows]
    assert after == before


def test_who_may_not_see_personal_data_takes_over_no_customers(shop: Shop) -> None:
    found = checked(shop.manager, CUSTOMERS)
    for actor in (shop.consultant, shop.cashier, shop.reception):
        with pytest.raises(NotAllowed):
            taking_over.write(actor, found)


def test_somebody_opened_a_file_between_check_and_import(shop: Shop) -> None:
    found = checked(shop.manager, CUSTOMERS)
    customer(shop, "张三", "13900000001")
    before = everything()
    with pytest.raises(RuleError, match="meanwhile"):
        taking_over.write(shop.manager, found)
    assert everything() == before


def test_how_columns_were_read_is_remembered_without_their_words(shop: Shop) -> None:
    each = opened((("甲", "乙"), ("张三", "13900000001")), ImportKind.CUSTOMERS, shop.manager)
    assert each.meaning == ("", "")
    found = taking_over.check(shop.manager, each, ("name", "phone"), OnDuplicate.SKIP, lambda done, total: None)
    taking_over.write(shop.manager, found)
    assert remembered(ImportKind.CUSTOMERS, ("甲", "乙")) == ("name", "phone")
    assert remembered(ImportKind.CUSTOMERS, ("甲", "丙")) is None
    assert "甲" not in str(run_sql("SELECT headings, meaning FROM import_mapping").fetchall())
