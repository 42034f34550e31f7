"""Keeping which rows of the store an import wrote."""

from __future__ import annotations

from collections.abc import Iterable

from models.customers.many_files import Wrote
from models.importing.tables import ImportedRow
from models.kernel.tables import insert_stored, new_ids


def record(run_id: int, written: Iterable[Wrote]) -> None:
    """Inside an action: write what comes, and keep that this import wrote it."""
    rows = list(written)
    insert_stored(
        ImportedRow,
        [
            {"id": own, "run_id": run_id, "stands_in": table, "row_id": each, "counted": version, "before": before}
            for own, (table, each, version, before) in zip(new_ids(ImportedRow, len(rows)), rows, strict=True)
        ],
    )
