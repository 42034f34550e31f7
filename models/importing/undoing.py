"""Taking an import back as a whole, while nothing else refers to what it wrote and nobody has changed it (X3)."""

from __future__ import annotations

import json
from typing import Any

from models.catalog.actions import make_findable as item_findable
from models.catalog.tables import Item
from models.customers.findable import make_findable
from models.customers.linked import Link, find_links
from models.customers.tables import Customer, OwnedGoods
from models.importing import stock
from models.importing.kinds import ImportKind
from models.importing.tables import ImportRun
from models.kernel import clock, search
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.tables import milliseconds, run_sql

_OWN = {
    "customer": {"customer_phone", "customer_tag", "search_entry", "audit_line", "owned_goods", "follow_up_task"},
    "owned_goods": {"audit_line", "follow_up_task"},
    "item": {"item_option", "search_entry", "audit_line", "stock_quantity", "stock_movement", "part"},
}
"""Tables whose rows go with what was imported, or stay on record whatever happens."""

_OF_CUSTOMERS, _OF_GOODS = ("customer", "owned_goods"), ("item",)
"""Tables that an import of each sort fills."""

_NULLABLE = frozenset(
    field.column_name for table in (Customer, OwnedGoods) for field in table._meta.sorted_fields if field.null
)
_NEW = "SELECT row_id FROM imported_row WHERE run_id = ? AND stands_in = ? AND before = ''"
_TASKS = f"SELECT id FROM follow_up_task WHERE customer_id IN ({_NEW})"


def check(run: Any) -> None:
    """Raises RuleError where something refers to what an import wrote, or somebody has changed it."""
    written = _written(run)
    _check_unchanged(run, written)
    for table in written:
        _check_unreferred(run, table)
    _check_no_later_rows(run)
    _refuse(stock.changed_since(run.id))


def _written(run: Any) -> tuple[str, ...]:
    return _OF_CUSTOMERS if run.kind is ImportKind.CUSTOMERS else _OF_GOODS


def make_unfindable(run: Any) -> None:
    """Inside an action: let what was new no longer be found; much faster at once than part by part."""
    kind = _written(run)[0]
    search.forget_those(kind, _NEW, run.id, kind)


def take_back(act: Act, run: Any) -> None:
    """Inside an action: make the store as it was before what was checked came in."""
    if run.kind is ImportKind.CUSTOMERS:
        _take_back_additions(act, run)
        _delete_customers(run)
    else:
        stock.take_back(act, run.id)
        _restore_items(act, run)
        _delete_items(run)
    run_sql("DELETE FROM imported_row WHERE run_id = ?", run.id)
    act.touch("customer", 0)
    act.touch("item", 0)


def _refuse(count: int) -> None:
    if count:
        raise RuleError(
            "This import can no longer be undone: {count} of its rows were changed since, or something refers to them.",
            count=count,
        )


def _check_unchanged(run: ImportRun, written: tuple[str, ...]) -> None:
    """Nobody has edited, merged or erased what was written."""
    for table in written:
        more = "OR t.merged_into_id IS NOT NULL OR t.erased_at IS NOT NULL" if table == "customer" else ""
        rows = run_sql(
            f"SELECT count(*) FROM imported_row r LEFT JOIN {table} t ON t.id = r.row_id "
            f"WHERE r.run_id = ? AND r.stands_in = ? AND (t.id IS NULL OR t.version <> r.counted {more})",
            *(run.id, table),
        )
        _refuse(rows.fetchone()[0])


def _check_unreferred(run: ImportRun, table: str) -> None:
    for link in find_links(table):
        if link.table not in _OWN[table] and link.table != "imported_row":
            _refuse(_referring(run, table, link))


def _referring(run: ImportRun, table: str, link: Link) -> int:
    """How many rows there name one that was imported; asked row by row there, since most have few or none."""
    kind, values = (f"AND t.{link.kind} = ?", (table,)) if link.kind else ("", ())
    rows = run_sql(
        f"SELECT count(*) FROM {link.table} t WHERE EXISTS ({_NEW} AND row_id = t.{link.column}) {kind}",
        *(run.id, table, *values),
    )
    return int(rows.fetchone()[0])


def _check_no_later_rows(run: ImportRun) -> None:
    """What belongs to the files, and did not come with them: other goods, calls that somebody made."""
    goods = "SELECT row_id FROM imported_row WHERE run_id = ? AND stands_in = 'owned_goods'"
    rows = run_sql(
        f"SELECT count(*) FROM owned_goods WHERE customer_id IN ({_NEW}) AND id NOT IN ({goods})",
        *(run.id, "customer", run.id),
    )
    _refuse(rows.fetchone()[0])
    done = run_sql(
        f"SELECT count(*) FROM follow_up_result WHERE staff_id IS NOT NULL AND task_id IN ({_TASKS})",
        *(run.id, "customer"),
    )
    _refuse(done.fetchone()[0])
    counted = "SELECT row_id FROM imported_row WHERE run_id = ? AND stands_in = 'stock_quantity'"
    held = run_sql(
        f"SELECT count(*) FROM stock_quantity WHERE item_id IN ({_NEW}) AND item_id NOT IN ({counted}) "
        "AND (quantity <> 0 OR reserved <> 0)",
        *(run.id, "item", run.id),
    )
    _refuse(held.fetchone()[0])


def _delete_customers(run: ImportRun) -> None:
    new = (run.id, "customer")
    run_sql(f"DELETE FROM follow_up_result WHERE task_id IN ({_TASKS})", *new)
    run_sql(f"DELETE FROM follow_up_task WHERE customer_id IN ({_NEW})", *new)
    for table in ("customer_phone", "customer_tag", "owned_goods"):
        run_sql(f"DELETE FROM {table} WHERE customer_id IN ({_NEW})", *new)
    run_sql(f"DELETE FROM customer WHERE id IN ({_NEW})", *new)
    search.forget_those(
        "customer", _NEW, *new
    )  # at the end: what follows a change of the index takes ten times as long


def _take_back_additions(act: Act, run: ImportRun) -> None:
    """Take out of files that were there what the import added, and empty what it filled."""
    for goods_id, columns in _filled(run, "owned_goods"):
        _empty("owned_goods", goods_id, columns)
    for customer_id, columns in _filled(run, "customer"):
        for child in ("customer_phone", "customer_tag", "owned_goods"):
            run_sql(f"DELETE FROM {child} WHERE customer_id = ? AND id IN ({_NEW})", customer_id, run.id, child)
        _empty("customer", customer_id, columns)
        make_findable(customer_id)
        act.touch("customer", customer_id)


def _filled(run: ImportRun, table: str) -> list[tuple[int, list[str]]]:
    """The rows that were there already, and which of their columns the import filled."""
    rows = run_sql(
        "SELECT row_id, before FROM imported_row WHERE run_id = ? AND stands_in = ? AND before <> ''", run.id, table
    )
    return [(row_id, [each for each in before.split(",") if each != "-"]) for row_id, before in rows.fetchall()]


def _empty(table: str, row_id: int, columns: list[str]) -> None:
    emptied = "".join(f"{each} = NULL, " if each in _NULLABLE else f"{each} = '', " for each in columns)
    sql = f"UPDATE {table} SET {emptied}version = version + 1, changed_at = ? WHERE id = ?"
    run_sql(sql, milliseconds(clock.now()), row_id)


def _restore_items(act: Act, run: ImportRun) -> None:
    rows = run_sql(
        "SELECT row_id, before FROM imported_row WHERE run_id = ? AND stands_in = 'item' AND before <> ''", run.id
    )
    for item_id, before in rows.fetchall():
        told = json.loads(before)
        _set("item", {**told["item"], "changed_at": milliseconds(clock.now())})
        kept = [each["id"] for each in told["options"]]
        marks = ", ".join("?" * len(kept)) or "0"
        run_sql(f"DELETE FROM item_option WHERE item_id = ? AND id NOT IN ({marks})", item_id, *kept)
        for each in told["options"]:
            _set("item_option", each)
        for each in told.get("part", ()):
            _set("part", each)
        if not told.get("part"):
            run_sql("DELETE FROM part WHERE item_id = ?", item_id)
        run_sql("UPDATE item SET version = version + 1 WHERE id = ?", item_id)
        item_findable(Item.get_by_id(item_id))
        act.touch("item", item_id)


def _set(table: str, row: dict[str, Any]) -> None:
    columns = [each for each in row if each not in ("id", "version")]
    assigned = ", ".join(f"{each} = ?" for each in columns)
    run_sql(f"UPDATE {table} SET {assigned} WHERE id = ?", *(row[each] for each in columns), row["id"])


def _delete_items(run: ImportRun) -> None:
    """Take new items out; one of which the stock knows movements stays on record, no longer offered."""
    moved = "SELECT item_id FROM stock_movement"
    new, values = f"{_NEW} AND row_id NOT IN ({moved})", (run.id, "item")
    now = milliseconds(clock.now())
    run_sql(
        f"UPDATE item SET active = 0, version = version + 1, changed_at = ? WHERE id IN ({_NEW}) AND id IN ({moved})",
        *(now, *values),
    )
    for table in ("item_option", "stock_quantity", "part"):
        run_sql(f"DELETE FROM {table} WHERE item_id IN ({new})", *values)
    run_sql(f"DELETE FROM item WHERE id IN ({new})", *values)
    search.forget_those("item", new, *values)
