"""What screens read of imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.importing.arriving import waiting
from models.importing.kinds import ImportKind
from models.importing.tables import ImportRun
from models.kernel.permissions import Actor, Permission
from models.staff.lists import names


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import: when, by whom, which file, how many rows; ``may_undo`` whether this reader may try.

    ``uid`` says which it is while ``waiting`` parts of it still come in.
    """

    id: int
    kind: ImportKind
    file_name: str
    at: datetime
    by: str
    new: int
    merged: int
    left_out: int
    wrong: int
    undone_at: datetime | None
    undone_by: str
    may_undo: bool
    uid: str
    waiting: int


def kinds(actor: Actor) -> list[ImportKind]:
    """What this person may take over."""
    customers = actor.may(Permission.IMPORT_CUSTOMERS)
    goods = actor.may(Permission.IMPORT_GOODS)
    return [each for each in ImportKind if (customers if each is ImportKind.CUSTOMERS else goods)]


def imports(actor: Actor, limit: int = 200) -> list[ImportRow]:
    """The imports this person may make, the last one first."""
    mine, people, coming = kinds(actor), names(), waiting()
    query = ImportRun.select().where(ImportRun.kind.in_(mine)).order_by(ImportRun.id.desc()).limit(limit)
    return [
        ImportRow(
            *(each.id, each.kind, each.file_name, each.created_at, people.get(each.staff_id, "")),
            *(each.new, each.merged, each.left_out, each.wrong, each.undone_at),
            *(people.get(each.undone_by_id, ""), each.undone_at is None and each.uid not in coming),
            *(each.uid, coming.get(each.uid, 0)),
        )
        for each in query
    ]
