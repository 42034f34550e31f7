"""How a database carries out the statements of a test: what each reads, and by which index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from models.kernel.tables import database


@contextmanager
def explained(*tables: str) -> Iterator[list[str]]:
    """The statement and the plan of each reading of these tables, as they are carried out."""
    told: list[str] = []
    execute = database.obj.execute_sql
    word = "EXPLAIN" if database.obj.for_update else "EXPLAIN QUERY PLAN"

    def noted(sql: str, params: Any = None, *rest: Any) -> Any:
        if sql.lstrip().startswith(("SELECT", "WITH")) and any(table in sql.split() for table in tables):
            rows = execute(f"{word} {sql}", params).fetchall()
            told.append("\n".join([f"{word} {sql}", *(str(row[-1]) for row in rows)]))
        return execute(sql, params, *rest)

    database.obj.execute_sql = noted
    try:
        yield told
    finally:
        del database.obj.execute_sql
