"""What could be misunderstood without a word is understood, told, or refused (X3)."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from exchange.importing import limits, reading, rejects, taking_over, text_files
from exchange.importing.headings import guessed
from models.catalog.lists import find_items
from models.customers.file_lists import goods
from models.customers.lists import customer_file
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel import search
from models.kernel.errors import RuleError
from models.kernel.i18n import say
from tests.exchange.importing.files import Rows, checked, opened, text_file
from tests.models.shops import Shop, customer

SKIP = OnDuplicate.SKIP
HEADINGS = {
    ImportKind.CUSTOMERS: [
        (
            "序号 客户名 性别 联系电话 手机号 证件号码 意向车系 意向车型 归属销售 首次接触时间 "
            "最近一次跟进时间 备注信息",
            " name form_of_address phone_2 phone id_number  wish owner created last_contact note",
        ),
        (
            "车主姓名 车主手机 车牌号码 发动机号 品牌名称 车系名称 车型名称 上牌日期 购车时间 行驶里程(KM) "
            "交强险到期日 保险到期时间 年审有效期至 质保截止日期 服务顾问",
            "name phone plate  make  model  bought_on mileage  insurance_until  warranty_until ",
        ),
        (
            "客戶名稱 行動電話 住家電話 身份證字號 車號 車身號碼 車款 交車日期 下次驗車日 業務人員 建檔日",
            "name phone phone_3 id_number plate serial model bought_on inspection_until owner created",
        ),
        (
            "聯絡人 客户名称 Mobile_No. E-mail_Address DOB VIN_No. Insurance_Exp. Sales_Rep Created_At",
            " name phone email birthday serial insurance_until owner created",
        ),
    ],
    ImportKind.GOODS: [
        ("商品代码 商品名 规格型号 大类 零售单价/元 最新进价 批发价", "code name spec category price cost "),
        ("條碼 料號 品名 建議售價 標準成本", " code name price cost"),
    ],
    ImportKind.PARTS: [
        (
            "配件图号 备件名称 计量单位 销售价 仓库名称 库位号 账面数量 库存下限 最高库存 供货商",
            "code name unit price  place quantity minimum maximum supplier",
        ),
    ],
    ImportKind.STOCK: [
        (
            "车型代码 车型 外饰颜色 内饰颜色 车身号码 仓库 停放位置 进货成本 到店时间",
            "code name colour  number  place cost arrived_on",
        )
    ],
}


@pytest.mark.parametrize("kind", HEADINGS)
def test_columns_of_the_usual_systems_are_known(folder_shop: Shop, kind: ImportKind) -> None:
    labels = {key: each.label for key, each in taking_over.columns(folder_shop.owner, kind).items()}
    for words, meaning in HEADINGS[kind]:
        found = dict(zip(words.split(), guessed(words.split(), kind, labels), strict=True))
        assert found == dict(zip(words.split(), meaning.split(" "), strict=True))


def prices(shop: Shop, *rows: tuple[str, ...]) -> dict[str, int]:
    """What goods cost after rows of prices were taken over."""
    found = checked(shop.owner, rows, kind=ImportKind.GOODS)
    assert found.problems == []
    taking_over.write(shop.owner, found)
    return {code: each.price for code in ("V8", "V9") for each in find_items(shop.owner, code)}


def test_amounts_are_in_ten_thousands_where_heading_or_title_says_so(folder_shop: Shop) -> None:
    head = ("编码", "名称", "类别", "指导价（万元）")
    told = prices(folder_shop, head, ("V8", "澜川 V8", "整车", "18.98"), ("V9", "澜川 V9", "整车", "21.98万"))
    assert told == {"V8": 18_980_000, "V9": 21_980_000}


def test_amounts_are_in_ten_thousands_where_a_line_above_says_so(folder_shop: Shop) -> None:
    rows = (
        ("车型价格表", "", "", "單位：萬元"),
        ("编码", "名称", "类别", "指导价"),
        ("V8", "澜川 V8", "整车", "18.98"),
    )
    assert prices(folder_shop, *rows) == {"V8": 18_980_000}


def days(shop: Shop, *cells: str) -> list[str]:
    """How the birthdays of a column are read, or why they are not."""
    rows = (("姓名", "手机", "生日"), *((f"张{n}", f"1390000000{n}", cell) for n, cell in enumerate(cells)))
    found = checked(shop.owner, rows)
    if found.batch is not None:
        taking_over.write(shop.owner, found)
    why = {each.row: say(each.error) for each in found.problems}
    ids = {n: hits[0].record_id for n in range(len(cells)) if (hits := search.find(f"1390000000{n}", ("customer",)))}
    return [str(customer_file(shop.owner, ids[n]).birthday) if n in ids else why[n + 2] for n in range(len(cells))]


def test_which_number_is_the_month_is_seen_by_the_other_days_of_the_column(folder_shop: Shop) -> None:
    assert days(folder_shop, "5/3/1990", "25/12/1991 10:30", "1992-01-02") == ["1990-03-05", "1991-12-25", "1992-01-02"]


def test_a_column_written_both_ways_is_refused_where_it_is_not_clear(folder_shop: Shop) -> None:
    first, *others = days(folder_shop, "5/3/1990", "25/12/1991", "12/25/1992", "4/4/1993")
    assert "the month" in first
    assert others == ["1991-12-25", "1992-12-25", "1993-04-04"]


def test_where_nothing_is_said_nothing_is_taken(folder_shop: Shop) -> None:
    rows = (
        ("姓名", "性别", "手机", "电话2", "地址", "生日", "车牌", "行驶里程", "购车日期", "微信"),
        ("张三", "未知", "\u202d13900000001\u202c", "-", "NULL", "1900-01-01 00:00:00", "无", "0", "0000-00-00", "N/A"),
        ("李四", "保密", "13900000002", "", "", "", "未上牌", "", "", "无"),
    )
    found = checked(folder_shop.owner, rows)
    assert (found.new, found.problems) == (2, [])
    taking_over.write(folder_shop.owner, found)
    (hit,) = search.find("张三", ("customer",))
    file = customer_file(folder_shop.owner, hit.record_id)
    assert (file.phones, file.address, file.birthday, file.wechat) == (("13900000001",), "", None, "")
    assert list(goods(hit.record_id)) == []


def damaged_workbook(path: Path) -> Path:
    """A workbook with errors, a formula whose result was never saved, one that is empty, and merged cells."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("封面 & 说明").write(0, 0, "说明")
        sheet = book.add_worksheet("客户 & 车辆")
        sheet.write_row(0, 0, ("姓名", "手机", "备注", "车牌"))
        sheet.merge_range("A2:A3", "张三")
        sheet.merge_range("B2:B3", "13900000001")
        sheet.write_column(1, 3, ("浙A11111", "浙A22222"))
        for row, (name, number) in enumerate((("李四", 13900000002), ("王五", 13900000003), ("赵六", 13900000004)), 3):
            sheet.write_row(row, 0, (name, number))
        sheet.write_formula(3, 2, "=VLOOKUP(A4,Z:Z,1,0)", None, "#N/A")
        sheet.write_formula(4, 2, "=A5&A6", None, "never saved")
        sheet.write_formula(5, 2, '=""', None, "gone")
    with zipfile.ZipFile(path) as old:
        parts = {each.filename: old.read(each) for each in old.infolist()}
    cells = parts["xl/worksheets/sheet2.xml"]
    parts["xl/worksheets/sheet2.xml"] = re.sub(b"<v>never saved</v>", b"", cells.replace(b"gone", b"")).replace(
        b' t="str"><f>A5', b"><f>A5"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def test_errors_and_formulas_without_result_are_refused_and_merged_cells_hold_for_all_their_lines(
    folder_shop: Shop, tmp_path: Path
) -> None:
    actor = folder_shop.owner
    one = taking_over.open_file(actor, damaged_workbook(tmp_path / "list.xlsx"), ImportKind.CUSTOMERS, "客户 & 车辆")
    found = taking_over.check(actor, one, one.meaning, SKIP, lambda done, total: None)
    assert [(each.row, each.value) for each in found.problems] == [(4, "#N/A"), (5, "#CALC!")]
    assert "no value" in say(found.problems[0].error)
    assert (found.rows, found.new, found.repeated) == (5, 2, 1)
    taking_over.write(actor, found)
    (hit,) = search.find("张三", ("customer",))
    assert {each.form.plate for each in goods(hit.record_id)} == {"浙A11111", "浙A22222"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_text_cut_off_in_the_middle_of_a_character_costs_its_row_alone(
    folder_shop: Shop, tmp_path: Path, encoding: str
) -> None:
    rows = (
        ("姓名", "地址", "手机"),
        ("林三", "台北市信義區松仁路", "0912345671"),
        ("林四", "高雄市左營區", "0912345672"),
    )
    path = text_file(tmp_path / "list.csv", rows, encoding)
    path.write_bytes(path.read_bytes().replace("路".encode(encoding), "路".encode(encoding)[:-1]))
    found = checked(folder_shop.owner, [*text_files.read(path.read_bytes())])
    assert (found.new, found.wrong) == (1, {2})
    assert "broken" in say(found.problems[0].error)


def test_a_quotation_mark_that_nothing_closes_swallows_no_rows() -> None:
    good = '姓名,手机,备注\n张三,1,"第一行\n第二行, 还有"\n李四,2,说"好"\n'
    assert len(list(text_files.rows_of(good))) == 3
    for bad in ('张三,1,"老客户\n李四,2,x\n王五,3,"好\n赵六,4,y\n', '张三,1,"老客户\n李四,2,x\n'):
        with pytest.raises(RuleError, match="In line 4 begins a text with a quotation mark"):
            list(text_files.rows_of('姓名,手机,备注\n陈,0,"一\n二"\n' + bad))


@pytest.mark.parametrize("content", [b"%PDF-1.4\n1 0 obj\nendobj\n", b"{\\rtf1 a\n}", b" <div>\n<table><tr></table>"])
def test_what_only_looks_like_text_is_refused(content: bytes) -> None:
    with pytest.raises(RuleError):
        list(text_files.read(content))


def test_as_many_rows_as_are_promised_go_in_beside_title_and_headings(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("标题\n姓名,手机\n" + "张三,1\n" * limits.ROWS, encoding="utf-8")
    assert len(reading.read(path).rows) == limits.ROWS + 2


def test_a_cover_of_several_lines_is_not_taken_for_the_list(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("说明").write_column(0, 0, ("本表由系统导出", "请勿修改"))
        book.add_worksheet("客户").write_row(1, 0, ("张三", "13900000001", "男"))
        book.worksheets()[1].write_row(0, 0, ("姓名", "手机", "性别"))
    assert reading.read(path).sheet == "客户"


FAMILY: Rows = (
    ("姓名", "手机", "车牌", "行驶里程"),
    ("张三", "13900000001（太太）", "浙A11111", ""),
    ("张三", "13900000001、13900000009、139-0000-0001", "浙A22222", "500"),
    ("", "13900000001", "浙A11111", "32000"),
    ("李四", "13900000001", "浙A33333", ""),
)


def test_rows_of_one_person_become_one_file_and_another_name_is_told(folder_shop: Shop) -> None:
    skipped = checked(folder_shop.owner, FAMILY)
    assert (skipped.new, skipped.added, skipped.out) == (1, 2, 1)
    assert [each.row for each in skipped.problems] == [5]
    merged = checked(folder_shop.owner, FAMILY, OnDuplicate.MERGE)
    assert (merged.new, merged.added, merged.out) == (1, 3, 0)
    assert "one file called 张三" in say(merged.problems[0].error)
    taking_over.write(folder_shop.owner, skipped)
    (hit,) = search.find("张三", ("customer",))
    file = customer_file(folder_shop.owner, hit.record_id)
    assert (file.phones, file.phone_labels) == (("13900000001", "13900000009"), ("太太", ""))
    cars = {each.form.plate: each.form.mileage for each in goods(hit.record_id)}
    assert cars == {"浙A11111": 32_000, "浙A22222": 500}
    again = checked(folder_shop.owner, (FAMILY[0], ("王五", "13900000001", "浙A55555", "")), OnDuplicate.MERGE)
    assert "is called 张三" in say(again.problems[0].error)


def test_where_a_person_is_refused_none_of_their_rows_is_lost(folder_shop: Shop) -> None:
    rows = (
        ("姓名", "手机", "生日", "车牌"),
        ("张三", "13900000001", "2090-01-01", "浙A1"),
        ("张三", "13900000001", "", "浙A2"),
    )
    found = checked(folder_shop.owner, rows)
    assert (found.rows, found.new, found.added, found.wrong) == (2, 0, 0, {2, 3})


def test_a_letter_that_no_vin_has_is_told(folder_shop: Shop) -> None:
    rows = (("姓名", "手机", "车架号"), ("张三", "13900000001", "LYH7V2A58TA00O317"))
    (problem,) = checked(folder_shop.owner, rows).problems
    assert (problem.column, problem.refused) == ("车架号", False)


def test_rows_to_mend_come_back_with_their_columns_known(folder_shop: Shop, tmp_path: Path) -> None:
    actor = folder_shop.owner
    rows = (("甲", "乙", "乙"), ("张三", "13900000001", "=1+1"), ("李四", "139", "'=2"))
    one = opened(rows, ImportKind.CUSTOMERS, actor)
    found = taking_over.check(actor, one, ("name", "phone", "note"), SKIP, lambda done, total: None)
    taking_over.write(actor, found)
    for path in (tmp_path / "wrong.xlsx", tmp_path / "wrong.csv"):
        assert rejects.save(path, one.sheet, found) == 1
        again = taking_over.open_file(actor, path, ImportKind.CUSTOMERS)
        assert (again.known, again.meaning, again.sheet.headings) == (True, ("name", "phone", "note"), rows[0])
        assert again.sheet.rows[0][1][:2] == ["李四", "139"]


def test_a_file_opened_here_keeps_what_it_says(folder_shop: Shop) -> None:
    known = customer(folder_shop, "张三", "13900000001")
    rows = (("姓名", "手机", "地址", "邮箱"), ("", "13900000001", "NULL", "zhang@x.cn"))
    taking_over.write(folder_shop.owner, checked(folder_shop.owner, rows, OnDuplicate.MERGE))
    file = customer_file(folder_shop.owner, known)
    assert (file.name, file.address, file.email) == ("张三", "杭州市滨江区长河路88号", "zhang@x.cn")
