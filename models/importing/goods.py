"""Goods and parts written by an import, and what they were before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from models.catalog.actions import overwrite_item, write_item
from models.catalog.tables import Item, ItemOption
from models.customers.many_files import Wrote
from models.importing import stock
from models.importing.rows import CountRow, GoodsRow
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from models.parts.part_actions import tell_part
from models.parts.tables import Part


def write(act: Act, rows: Sequence[GoodsRow]) -> Iterator[Wrote]:
    """Inside an action: write items; gives each that was written. Raises RuleError that says which code is wrong."""
    for row in rows:
        try:
            if row.item_id:
                before = json.dumps(standing(row.item_id), ensure_ascii=False)
                overwrite_item(act, Item.get_by_id(row.item_id), row.form)
                item_id = row.item_id
            else:
                before, item_id = "", write_item(act, row.form).id
        except RuleError as error:
            raise RuleError(error.template, field=row.form.code, **error.parameters) from error
        act.touch("item", item_id)
        counted = [CountRow(item_id, row.quantity, row.place)] if row.quantity is not None else []
        try:
            if row.part is not None:
                tell_part(act, Item.get_by_id(item_id), row.part)
            found = list(stock.count(act, counted))
        except RuleError as error:
            raise RuleError(error.template, field=row.form.code, **error.parameters) from error
        yield "item", item_id, Item.get_by_id(item_id).version, before
        yield from found


def standing(item_id: int) -> dict[str, Any]:
    """An item, its options, and what it has as a part, as they are stored."""
    return {
        "item": _rows(Item, "id", item_id)[0],
        "options": _rows(ItemOption, "item_id", item_id),
        "part": _rows(Part, "item_id", item_id),
    }


def _rows(table: Any, column: str, value: int) -> list[dict[str, Any]]:
    columns = [each.column_name for each in table._meta.sorted_fields]
    name = table._meta.table_name
    rows = run_sql(f"SELECT {', '.join(columns)} FROM {name} WHERE {column} = ? ORDER BY id", value).fetchall()
    return [dict(zip(columns, row, strict=True)) for row in rows]
