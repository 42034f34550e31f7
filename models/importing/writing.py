"""Keeping which rows of the store an import wrote."""

from __future__ import annotations

from collections.abc import Iterable

from models.customers.many_files import Wrote
from models.importing.tables import ImportedRow
from models.kernel.tables import insert_values, new_ids


def record(run_id: int, written: Iterable[Wrote]) -> None:
    """Inside an action: write what comes, and keep that this import wrote it."""
    rows = list(written)
    numbered = zip(new_ids(ImportedRow, len(rows)), rows, strict=True)
    columns = ("id", "run_id", "stands_in", "row_id", "counted", "before")
    insert_values(ImportedRow, columns, ((own, run_id, *row) for own, row in numbered))
