"""Rows that name a customer, in every table that can."""

from __future__ import annotations

from typing import Any

import peewee

from models.customers import linked
from models.customers.tables import Customer
from models.kernel.tables import CountField, EnumField, FlagField, run_sql
from tests.models.test_store import all_tables

APART = {"search_entry", "audit_line", "audit_head", "follow_up_task", "follow_up_result", "customer_merge"}
"""Tables that say that something was done; tasks follow their causes by themselves."""
SEEDED: dict[str, dict[str, Any]] = {
    "owned_goods": {"mileage": 1},
    "attachment": {"kind": "customer", "content": b"x"},
    "test_drive": {"starts_at": 1, "ends_at": 2, "unit_id": 1},
    "loan": {"lent_at": 1, "due_at": 2},
    "survey": {"subject": "delivery"},
    "warranty_given": {"months": 12, "ended_reason": ""},
}
"""What a row of a table needs beyond what its fields say."""


def models_by_table() -> dict[str, Any]:
    """Every table by its name."""
    return {table._meta.table_name: table for table in all_tables()}


def row_for(table: Any, link: linked.Link, customer_id: int, other_id: int, number: int) -> dict[str, Any]:
    """A row of any table that names this file; what its fields do not tell stands in ``SEEDED``."""
    values: dict[str, Any] = {}
    for field in table._meta.sorted_fields:
        if field.column_name in (link.column, "id", "uid"):
            continue
        if isinstance(field, peewee.ForeignKeyField):
            values[field.column_name] = named_by(field, other_id)
        elif field.default is not None:
            continue
        elif isinstance(field, EnumField):
            values[field.column_name] = next(each for each in field.enum if each.value)
        elif field.null:
            continue
        elif isinstance(field, FlagField):
            values[field.column_name] = False
        elif isinstance(field, CountField | peewee.BigIntegerField):
            values[field.column_name] = number
        elif isinstance(field, peewee.BlobField):
            values[field.column_name] = b"x"
        else:
            values[field.column_name] = f"2036-01-{number % 28 + 1:02}"
    seeded = SEEDED.get(link.table, {})
    text = {field.column_name for field in table._meta.sorted_fields if type(field).__name__ in ("TextLine", "Note")}
    values |= {name: f"{name[:8]} {number}"[:20] for name in text - values.keys() if name != "number"}
    return {**values, **seeded, link.column: customer_id}


def named_by(field: peewee.ForeignKeyField, other_id: int) -> int | None:
    """A record for a reference: the other file, or the first that there is."""
    table = field.rel_model._meta.table_name
    if table == "customer":
        return other_id
    if field.null:
        return None
    row = run_sql(f"SELECT min(id) FROM {table}").fetchone()
    return row[0]


def plant(link: linked.Link, customer_id: int, other_id: int, number: int) -> None:
    """A row that names a file, in any table of the store."""
    if link.table == "customer":
        run_sql(f"UPDATE customer SET {link.column} = ? WHERE id = ?", customer_id, other_id)
        return
    table = models_by_table()[link.table]
    values = row_for(table, link, customer_id, other_id, number)
    names = {field.column_name: field for field in table._meta.sorted_fields}
    row = table(**{names[column].name: value for column, value in values.items()})
    data = {name: value for name, value in row.__data__.items() if name != "id"}
    columns = ", ".join(table._meta.fields[name].column_name for name in data)
    marks = ", ".join("?" * len(data))
    stored = [table._meta.fields[name].db_value(value) for name, value in data.items()]
    run_sql(f"INSERT INTO {link.table} ({columns}) VALUES ({marks})", *stored)


def every_reference() -> set[tuple[str, str]]:
    """Every foreign key to a file, and every id beside which its kind stands, as the tables of the program say."""
    found = set()
    for name, table in models_by_table().items():
        columns = {field.column_name for field in table._meta.sorted_fields}
        for field in table._meta.sorted_fields:
            if isinstance(field, peewee.ForeignKeyField):
                if field.rel_model is Customer:
                    found.add((name, field.column_name))
            elif field.column_name == "record_id" and "kind" in columns:
                found.add((name, "record_id"))
            elif field.column_name.endswith("_id") and field.column_name[:-3] in columns:
                found.add((name, field.column_name))
    return found
