"""Taking over checked rows all at once, and undoing an import as a whole (X3)."""

from __future__ import annotations

from collections.abc import Iterable

from models.customers.many_files import Wrote
from models.followup.starting import catch_up
from models.importing import goods, undoing
from models.importing.batches import CustomerBatch, GoodsBatch
from models.importing.kinds import ImportKind
from models.importing.mappings import remember
from models.importing.stock import StockBatch
from models.importing.tables import ImportedRow, ImportRun
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission, require
from models.kernel.tables import insert_stored, new_ids


@action(Permission.IMPORT_CUSTOMERS)
def import_customers(act: Act, batch: CustomerBatch) -> None:
    """Write customer files with phones, tags and goods, and add to those that are there (C3).

    Raises RuleError where there is nothing, or where somebody opened a file for one of these people meanwhile.
    """
    if not batch.files and not batch.additions:
        raise RuleError("There is nothing to import.")
    _write_run(act, batch, batch.write(), len(batch.files), len(batch.additions))
    catch_up()
    act.touch("customer", 0)


@action(Permission.IMPORT_GOODS)
def import_goods(act: Act, batch: GoodsBatch) -> None:
    """Write goods, or parts with what is here of them; an item that is there gets the file's values.

    Raises RuleError, its field the code of the item that is wrong.
    """
    if not batch.rows:
        raise RuleError("There is nothing to import.")
    new = sum(not row.item_id for row in batch.rows)
    _write_run(act, batch, goods.write(act, batch.rows), new, len(batch.rows) - new)


@action(Permission.IMPORT_GOODS)
def import_stock(act: Act, batch: StockBatch) -> None:
    """Take units into stock, and set the quantities that were counted.

    Raises RuleError, its field the number or code that is wrong.
    """
    if not batch.units and not batch.counts:
        raise RuleError("There is nothing to import.")
    _write_run(act, batch, batch.write(act), len(batch.units), len(batch.counts))


@action(Permission.IMPORT_GOODS)
def undo_import(act: Act, run_id: int) -> None:
    """Take back everything an import wrote. Raises RuleError where something else refers to it, or it has changed."""
    run = ImportRun.get_by_id(run_id)
    if run.kind is ImportKind.CUSTOMERS:
        require(act.actor, Permission.IMPORT_CUSTOMERS)
    if run.undone_at is not None:
        raise RuleError("This import has been undone already.")
    undoing.take_back(act, run)
    ImportRun.update(undone_at=clock.now(), undone_by=act.actor.id).where(ImportRun.id == run_id).execute()
    act.on("import", run_id)
    act.note(kind=run.kind.value, new=run.new, merged=run.merged)


def _write_run(
    act: Act, batch: CustomerBatch | GoodsBatch | StockBatch, written: Iterable[Wrote], new: int, merged: int
) -> None:
    source = batch.source
    counts = {"new": new, "merged": merged, "left_out": source.left_out, "wrong": source.wrong}
    run = ImportRun.create(kind=batch.kind, file_name=source.file_name[-200:], staff=act.actor.id, **counts)
    rows = list(written)
    insert_stored(
        ImportedRow,
        [
            {"id": own, "run_id": run.id, "stands_in": table, "row_id": each, "counted": version, "before": before}
            for own, (table, each, version, before) in zip(new_ids(ImportedRow, len(rows)), rows, strict=True)
        ],
    )
    if any(source.meaning):
        remember(batch.kind, source.headings, source.meaning)
    act.on("import", run.id)
    act.note(kind=batch.kind.value, **counts)
