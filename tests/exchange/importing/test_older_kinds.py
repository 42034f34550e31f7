"""Workbooks of the older and the other kind (xls, ods) say the same as xlsx, and are refused when they lie (X3).

The files in ``kept`` are one list of customers as three kinds of workbook: a title and two lines of headings in merged
cells, dates, numbers kept as text, a hidden sheet, a line of totals.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pytest

from exchange.importing import child, headings, reading, taking_over
from exchange.importing.customers import LABELS
from models.customers.file_lists import goods
from models.customers.lists import customer_file
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel import search
from models.kernel.errors import RuleError
from tests.campaigns import campaign, has_long_form
from tests.exchange.importing.test_reading import damaged, read_all
from tests.models.shops import Shop

KEPT = Path(__file__).parent / "kept"
KINDS = ("xls", "ods", "xlsx")
CELLS = [
    ["远航汽车 保有客户清单"],
    ["客户信息", "", "", "车辆信息"],
    ["姓名", "手机", "生日", "车牌号", "购车日期", "行驶里程", "备注"],
    ["张三", "13900000001", "1990-05-06", "浙A12345", "2020-03-01 14:30:00", "32100", "老客户，“转介绍”"],
    ["歐陽䶮", "139 0000 0002", "1958-03-04", "粤B·D12345", "2021-12-31", "8,600", "第一行\n第二行 😀"],
    ["李四", "13900000003", "1988年8月8日", "", "2024-02-29", "12", "=1+1"],
    ["王五", "1.39E+10", "", "", "", "", "科学计数法的电话"],
    ["赵六", "13900000004", "2030-01-01", "", "", "", "生日在将来"],
    ["合计", "", "", "", "", "32112"],
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_workbook_says_the_same(kind: str) -> None:
    path = KEPT / f"customers.{kind}"
    assert reading.read(path).sheets == ["客户"], "a hidden sheet is not offered"
    assert reading.read(path, "客户").rows == CELLS
    sheet = headings.understood([list(row) for row in CELLS], ImportKind.CUSTOMERS, LABELS)
    assert sheet.headings == tuple(CELLS[2])
    assert sheet.left_out == (9,)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_its_customers_come_in(folder_shop: Shop, kind: str) -> None:
    actor = folder_shop.manager
    opened = taking_over.open_file(actor, KEPT / f"customers.{kind}", ImportKind.CUSTOMERS)
    found = taking_over.check(actor, opened, opened.meaning, OnDuplicate.SKIP, lambda done, total: None)
    assert [(each.row, each.column, each.value) for each in found.problems] == [
        (6, "", ""),
        (7, "手机", "1.39E+10"),
        (8, "生日", "2030-01-01"),
    ]
    taking_over.write(actor, found)
    (hit,) = search.find("欧阳", ("customer",))
    assert str(customer_file(folder_shop.owner, hit.record_id).birthday) == "1958-03-04"
    (car,) = goods(hit.record_id)
    assert (car.form.plate, car.form.mileage, str(car.form.bought_on)) == ("粤BD12345", 8_600, "2021-12-31")


def test_days_that_are_counted_from_1904_are_the_same_days() -> None:
    rows = reading.read(KEPT / "counted_from_1904.xls", "客户").rows
    assert rows[1] == ["张三", "13900000001", "1990-05-06"]


def test_a_small_file_that_says_it_has_ten_thousand_million_cells_is_refused(tmp_path: Path) -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="10000" office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    told = io.BytesIO()
    with zipfile.ZipFile(KEPT / "customers.ods") as old, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            content = old.read(each)
            if each.filename == "content.xml":
                content = re.sub("</table:table>", row, content.decode(), count=1).encode()
            new.writestr(each, content)
    path = tmp_path / "list.ods"
    path.write_bytes(told.getvalue())
    with pytest.raises(RuleError, match=r"memory|too many cells|columns|damaged"):
        reading.read(path, "客户")


@has_long_form
def test_no_damage_hangs_or_breaks_the_reading_of_the_other_kinds(tmp_path: Path) -> None:
    chance = random.Random(97)
    for number in range(campaign(120, 4_000)):
        content = (KEPT / f"customers.{('xls', 'ods')[number % 2]}").read_bytes()
        (tmp_path / f"{number:05d}").write_bytes(
            repacked(content, chance) if number % 4 == 1 else damaged(content, chance)
        )
    assert read_all(tmp_path) > campaign(100, 3_500)


def repacked(content: bytes, chance: random.Random) -> bytes:
    """A packed workbook that unpacks well, but whose content is damaged."""
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            part = old.read(each)
            new.writestr(each, damaged(part, chance) if each.filename == "content.xml" else part)
    return told.getvalue()


def test_a_workbook_that_is_locked_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "locked.xlsx", "w") as packed:
        packed.writestr("xl/workbook.xml", b"x")
    content = bytearray((tmp_path / "locked.xlsx").read_bytes())
    place = content.index(b"PK\x01\x02") + 8
    content[place] |= 1
    (tmp_path / "locked.xlsx").write_bytes(content)
    with pytest.raises(RuleError, match="password"):
        child.sheets(tmp_path / "locked.xlsx")
