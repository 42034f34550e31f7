"""Files as people really keep them, from the workbook to the store and back out again (X3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from exchange.importing import rejects, taking_over
from exchange.importing.checked import Checked
from exchange.importing.taking_over import Opened
from models.catalog.lists import find_items
from models.customers.file_lists import goods
from models.customers.lists import customer_file
from models.importing.actions import undo_import
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.lists import imports
from models.kernel import search
from models.kernel.errors import RuleError, StorageError
from models.kernel.i18n import say
from models.kernel.permissions import Actor
from tests.exchange.importing.files import everything
from tests.models.shops import Shop

PEOPLE: tuple[tuple[Any, ...], ...] = (
    ("张三", 13900000001, "男", "浙A·12345", "LYH7V2A58TA000317", "32,100公里", "老客户 👨‍👩‍👧"),
    ("李四", "'139 0000 0002", "女士", "", "", "", '=HYPERLINK("http://x")'),
    ("王五", "1.39E+10", "", "", "", "", ""),
    ("赵六", 1.3912345678e10, "", "浙A·88888", "", "32100", "数字存成了文本"),
)


def messy(path: Path, people: tuple[tuple[Any, ...], ...] = PEOPLE) -> Path:
    """A workbook with a title over all columns, two lines of merged headings, gaps, the headings said again, and at the
    end a line of totals and one that says who made it.
    """
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    book.add_worksheet("说明").write(0, 0, "由某某系统导出")
    sheet = book.add_worksheet("客户")
    sheet.merge_range("A1:G1", "某某汽车销售服务有限公司客户清单")
    sheet.merge_range("A3:C3", "客户信息")
    sheet.merge_range("D3:F3", "车辆信息")
    sheet.merge_range("G3:G4", "备注")
    names = ("姓名", "手机", "性别", "车牌号", "VIN", "行驶里程")
    sheet.write_row(3, 0, names)
    for place, row in enumerate(people[:2]):
        sheet.write_row(4 + place, 0, row)
    sheet.write_row(7, 0, (*names, "备注"))
    for place, row in enumerate(people[2:]):
        sheet.write_row(8 + place, 0, row)
    sheet.write_row(9 + len(people), 0, ("合计：", "4 人", "", "", "", 64200))
    sheet.write_row(11 + len(people), 0, ("制表人：李", "", "審核：王"))
    book.close()
    return path


def dry_run(actor: Actor, opened: Opened) -> Checked:
    return taking_over.check(actor, opened, opened.meaning, OnDuplicate.SKIP, lambda done, total: None)


def found(actor: Actor, name: str) -> tuple[Any, Any]:
    """The file of somebody, and the first thing they own."""
    (hit,) = search.find(name, ("customer",))
    return customer_file(actor, hit.record_id), next(iter(goods(hit.record_id)), None)


def test_a_workbook_as_people_keep_it_goes_in_and_out_again(shop: Shop, tmp_path: Path) -> None:
    before = everything()
    opened = taking_over.open_file(shop.owner, messy(tmp_path / "客户 2026.xlsx"), ImportKind.CUSTOMERS)
    assert (opened.sheets, opened.sheet_name) == (("说明", "客户"), "客户"), "not the cover"
    assert opened.sheet.headings == ("姓名", "手机", "性别", "车牌号", "VIN", "行驶里程", "备注")
    assert "" not in opened.meaning
    assert opened.sheet.left_out == (8, 14, 16), "the headings said again, the totals, who made it"
    checked = dry_run(shop.owner, opened)
    (problem,) = checked.problems
    assert (problem.row, problem.column, problem.value) == (9, "手机", "1.39E+10")
    assert "has shortened this number" in say(problem.error)
    done = taking_over.write(shop.owner, checked)
    three, car = found(shop.owner, "张三")
    assert three.phones == ("13900000001",)
    assert (car.form.plate, car.form.serial, car.form.mileage) == ("浙A12345", "LYH7V2A58TA000317", 32_100)
    assert "👨" in three.note
    four, _none = found(shop.owner, "李四")
    assert four.note == '=HYPERLINK("http://x")'
    six, car = found(shop.owner, "赵六")
    assert (six.phones, car.form.mileage) == (("13912345678",), 32_100)
    assert search.find("王五", ("customer",)) == []
    assert search.find("合计", ("customer",)) == []
    undo_import(shop.owner, done.id)
    assert everything() == before


def test_wrong_rows_mended_in_their_file_go_in(folder_shop: Shop, tmp_path: Path) -> None:
    actor = folder_shop.owner
    opened = taking_over.open_file(actor, messy(tmp_path / "客户.xlsx"), ImportKind.CUSTOMERS, "客户")
    checked = dry_run(actor, opened)
    taking_over.write(actor, checked)
    with pytest.raises(StorageError, match="choose another place"):
        rejects.save(tmp_path / "gone" / "wrong.csv", opened.sheet, checked)
    assert rejects.save(tmp_path / "wrong.csv", opened.sheet, checked) == 1
    text = (tmp_path / "wrong.csv").read_text("utf-8-sig")
    (tmp_path / "wrong.csv").write_text(text.replace("1.39E+10", "13900000003"), "utf-8-sig")
    again = taking_over.open_file(actor, tmp_path / "wrong.csv", ImportKind.CUSTOMERS, "a text file has no sheets")
    checked = dry_run(actor, again)
    assert (checked.new, checked.problems) == (1, [])
    taking_over.write(actor, checked)
    assert found(actor, "王五")[0].phones == ("13900000003",)


def test_a_thousand_columns_and_a_sheet_that_is_not_there(folder_shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("客户").write_row(0, 0, [f"第{number}列" for number in range(1_000)])
    before = everything()
    with pytest.raises(RuleError, match="1000 columns; at most 200"):
        taking_over.open_file(folder_shop.owner, path, ImportKind.CUSTOMERS)
    with pytest.raises(RuleError, match="no sheet called 顾客; there are 客户"):
        taking_over.open_file(folder_shop.owner, path, ImportKind.CUSTOMERS, "顾客")
    assert everything() == before
    assert imports(folder_shop.owner) == []


PASTED = {
    ImportKind.CUSTOMERS: ('姓名\t手机\t备注\r\n张三\t13900000001\t"第一行\n第二行"\r\n\r\n李四\t139\t\r\n', 3, "李四"),
    ImportKind.GOODS: ("编码\t名称\t类别\t单价\nV9\t澜川 V9\t整车\t21.98万\nV8\t澜川 V8\t整车\t很贵\n", 3, "V8"),
    ImportKind.PARTS: ("货号\t名称\t单价\t库存数量\nLJ-1\t机油滤清器\t45\t8\nLJ-2\t滤芯\t30\t八\n", 3, "LJ-2"),
    ImportKind.STOCK: ("编码\tVIN\t颜色\nV7\tLYH7V2A58TA000317\t白\nV7\tLYH7\t白\n", 3, "V7"),
}


@pytest.mark.parametrize("kind", ImportKind)
def test_rows_pasted_from_a_spreadsheet_go_the_same_way(folder_shop: Shop, tmp_path: Path, kind: ImportKind) -> None:
    actor, (text, wrong, first) = folder_shop.owner, PASTED[kind]
    before = everything()
    opened = taking_over.open_pasted(actor, text, kind)
    assert "" not in opened.meaning
    checked = dry_run(actor, opened)
    assert (checked.new, len(checked.problems)) == (1, 1)
    assert checked.problems[0].row == wrong + (kind is ImportKind.CUSTOMERS)
    done = taking_over.write(actor, checked)
    assert rejects.save(tmp_path / "wrong.xlsx", opened.sheet, checked) == 1
    assert taking_over.open_file(actor, tmp_path / "wrong.xlsx", kind).sheet.rows[0][1][0] == first
    (run,) = imports(actor)
    assert (run.file_name, run.new, run.wrong) == ("Pasted rows", 1, 1)
    assert taking_over.open_pasted(actor, text, kind).known
    undo_import(actor, done.id)
    if kind in (ImportKind.CUSTOMERS, ImportKind.GOODS):
        assert everything() == before


def test_rows_without_headings_are_counted_and_none_of_them_is_lost(folder_shop: Shop) -> None:
    actor = folder_shop.owner
    opened = taking_over.open_pasted(actor, "V9\t澜川 V9\t219800\nV8\t澜川 V8\t189800\n", ImportKind.GOODS)
    assert opened.sheet.headings == ("Column 1", "Column 2", "Column 3")
    assert [number for number, _row in opened.sheet.rows] == [1, 2]
    meaning = ("code", "name", "price")
    checked = taking_over.check(actor, opened, meaning, OnDuplicate.SKIP, lambda done, total: None)
    assert checked.new + len(checked.wrong) == 2
    for text in ("", "\n\t\n", "姓名\t手机\n"):
        with pytest.raises(RuleError, match="no rows"):
            taking_over.open_pasted(actor, text, ImportKind.CUSTOMERS)
    assert find_items(actor, "V9") == []
