"""Files as other systems write them, for the tests of imports."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from exchange.importing import headings, taking_over
from exchange.importing.checked import Checked
from exchange.importing.taking_over import Opened
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel.permissions import Actor
from models.kernel.tables import database, run_sql

Rows = Sequence[Sequence[str]]

CUSTOMERS: Rows = (
    ("客户姓名", "性别", "手机号码", "身份证号", "车牌号", "车架号(VIN)", "车型", "购车日期", "销售顾问", "备注"),
    ("张三", "男", "13900000001", "", "浙A·12345", "LYH7V2A58TA000317", "V7", "2020/3/1", "孙悦", "老客户"),
    ("李四", "女士", "139 0000 0002", "", "", "", "", "", "", ""),
    ("欧阳䶮", "先生", "13900000003", "11010519491231002X", "", "", "", "", "李想", "喜欢蓝色"),
)


def text_file(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """A text file of rows."""
    told = io.StringIO(newline="")
    csv.writer(told, delimiter=delimiter).writerows(rows)
    path.write_bytes(told.getvalue().encode(encoding))
    return path


def opened(rows: Rows, kind: ImportKind, actor: Actor) -> Opened:
    """Rows as if they had been read from a file."""
    labels = {key: each.label for key, each in taking_over.columns(actor, kind).items()}
    sheet = headings.understood([list(row) for row in rows], kind, labels)
    meaning = headings.guessed(sheet.headings, kind, labels)
    return Opened(Path("list.xlsx"), kind, ("",), "", sheet, meaning, known=False)


def checked(
    actor: Actor, rows: Rows, how: OnDuplicate = OnDuplicate.SKIP, kind: ImportKind = ImportKind.CUSTOMERS
) -> Checked:
    """The dry run over rows."""
    each = opened(rows, kind, actor)
    return taking_over.check(actor, each, each.meaning, how, lambda done, total: None)


def everything(*besides: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the store by table, in order; the trail and the lists of imports left out."""
    left_out = {"audit_line", "audit_head", "import_run", "import_mapping", "setting", *besides}
    tables = [each for each in database.obj.get_tables() if not each.startswith(("sqlite_", "search_grams"))]
    return {
        table: sorted((tuple(row) for row in run_sql(f"SELECT * FROM {table}").fetchall()), key=repr)
        for table in sorted(tables)
        if table not in left_out and table != "frontdesk_schema"
    }
