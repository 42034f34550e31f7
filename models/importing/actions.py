"""Taking over checked rows all at once, and undoing an import as a whole (X3)."""

from __future__ import annotations

from models.followup.starting import catch_up
from models.importing import undoing
from models.importing.batches import Batch, CustomerBatch, GoodsBatch, StockBatch
from models.importing.kinds import ImportKind
from models.importing.mappings import remember
from models.importing.tables import ImportPart, ImportRun
from models.importing.writing import record
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission, require
from models.kernel.tables import new_uid


@action(Permission.IMPORT_CUSTOMERS)
def import_customers(act: Act, batch: CustomerBatch, put_down: str = "") -> None:
    """Write customer files with phones, tags and goods, and add to those that are there (C3).

    ``put_down`` is the uid under which the parts of a large batch wait (``models.importing.arriving``): then this only
    decides that they come in. Raises RuleError where there is nothing, or where somebody opened a file for one of these
    people meanwhile.
    """
    _begin(act, batch, put_down)
    if not put_down:
        catch_up()
        act.touch("customer", 0)


@action(Permission.IMPORT_GOODS)
def import_goods(act: Act, batch: GoodsBatch, put_down: str = "") -> None:
    """Write goods, or parts with what is here of them; an item that is there gets the file's values.

    ``put_down`` as above. Raises RuleError, its field the code of the item that is wrong.
    """
    _begin(act, batch, put_down)


@action(Permission.IMPORT_GOODS)
def import_stock(act: Act, batch: StockBatch, put_down: str = "") -> None:
    """Take units into stock, and set the quantities that were counted.

    ``put_down`` as above. Raises RuleError, its field the number or code that is wrong.
    """
    _begin(act, batch, put_down)


@action(Permission.IMPORT_GOODS)
def undo_import(act: Act, run_id: int, *, by_parts: bool = False) -> None:
    """Take back everything an import wrote. Raises RuleError where something else refers to it, or it has changed.

    With ``by_parts`` this only decides that it goes, and takes it out of what is found (``models.importing.leaving``).
    """
    run = ImportRun.get_by_id(run_id)
    if run.kind is ImportKind.CUSTOMERS:
        require(act.actor, Permission.IMPORT_CUSTOMERS)
    if run.undone_at is not None:
        raise RuleError("This import has been undone already.")
    if ImportPart.select().where(ImportPart.run_uid == run.uid).exists():
        raise RuleError("This import is still coming in.")
    undoing.check(run)
    if by_parts:
        undoing.make_unfindable(run)
    else:
        undoing.take_back(act, run)
    ImportRun.update(undone_at=clock.now(), undone_by=act.actor.id).where(ImportRun.id == run_id).execute()
    act.on("import", run_id)
    act.note(kind=run.kind.value, new=run.new, merged=run.merged)


def _begin(act: Act, batch: Batch, put_down: str) -> None:
    """The import on record, and unless its parts are put down all that it brings."""
    batch.check()
    source, (new, merged) = batch.source, batch.counts()
    counts = {"new": new, "merged": merged + source.joined, "left_out": source.left_out, "wrong": source.wrong}
    told = {"kind": batch.kind, "file_name": source.file_name[-200:], "staff": act.actor.id}
    run = ImportRun.create(uid=put_down or new_uid(), **told, **counts)
    if not put_down:
        record(run.id, batch.write(act))
    if any(source.meaning):
        remember(batch.kind, source.headings, source.meaning)
    act.on("import", run.id)
    act.note(kind=batch.kind.value, **counts)
