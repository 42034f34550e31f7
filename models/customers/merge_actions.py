"""Making one file of two, undoing it the same day, and saying that two are about different people (C3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from models.customers import merging
from models.customers.findable import make_findable
from models.customers.protection import may_give_away
from models.customers.protection_actions import standing
from models.customers.tables import Customer, CustomerApart, CustomerMerge
from models.kernel import clock, search
from models.kernel.actions import Act, action
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Permission


@action(Permission.EDIT_FILE)
def merge_files(
    act: Act, kept_id: int, gone_id: int, from_gone: Collection[str], versions: Mapping[int, int] | None = None
) -> None:
    """Make one file of two: everything of ``gone_id`` moves to ``kept_id``, which takes over the fields ``from_gone``.

    ``versions`` are those the files were read with. Raises RuleError for a file with itself, or one that was merged or
    erased already; NotAllowed where it would take a file from whoever looks after it; StaleEdit.
    """
    if kept_id == gone_id:
        raise RuleError("A file cannot be merged with itself.")
    kept, gone = standing(kept_id), standing(gone_id)
    _check_versions((kept, gone), versions or {})
    unknown = set(from_gone) - {*merging.choices(), merging.PHONES}
    if unknown:
        raise RuleError("A file has no field {name}.", name=", ".join(sorted(unknown)))
    _check_owners(act, kept, gone, from_gone)
    merge = merging.join(kept_id, gone_id, from_gone)
    done = CustomerMerge.create(kept=kept_id, gone=gone_id, staff=act.actor.id, content=merge.to_json())
    _count_up(kept_id, gone_id)
    search.forget("customer", gone_id)
    make_findable(kept_id)
    _touch_all(act, merge, kept_id, gone_id)
    act.changes.answer = done.id
    moved = {f"{each.table}.{each.column}": len(each.ids) for each in merge.moved}
    act.note(merged=gone_id, fields=sorted(merge.fields), moved=moved)


@action(Permission.EDIT_FILE)
def undo_merge(act: Act, merge_id: int) -> None:
    """Take two files apart again, on the day they were merged; what came since stays with the kept one.

    Raises RuleError when the day is over, a later merge stands before it, or a file was erased; NotAllowed for
    somebody other than who merged them, or a manager.
    """
    done = CustomerMerge.get_by_id(merge_id)
    if done.undone_at is not None:
        raise RuleError("This merge has been undone already.")
    if clock.local(done.created_at).date() != clock.today():
        raise RuleError("A merge can be undone only on the same day.")
    if done.staff_id != act.actor.id and not act.actor.may(Permission.MANAGE_FILES):
        raise NotAllowed("Only who merged the files, or a manager, may undo it.")
    if Customer.get_by_id(done.kept_id).merged_into_id is not None or _later(done):
        raise RuleError("These files were merged again since. Undo the later merge first.")
    standing(done.kept_id)
    merge = merging.Merge.from_json(done.content)
    merging.part(merge, done.kept_id, done.gone_id)
    CustomerMerge.update(undone_at=clock.now(), undone_by=act.actor.id).where(CustomerMerge.id == merge_id).execute()
    _count_up(done.kept_id, done.gone_id)
    make_findable(done.kept_id)
    make_findable(done.gone_id)
    _touch_all(act, merge, done.kept_id, done.gone_id)
    act.note(apart=done.gone_id)


@action(Permission.EDIT_FILE)
def keep_apart(act: Act, first_id: int, second_id: int) -> None:
    """Two files that look alike are about different people: they are not proposed for merging again."""
    if first_id == second_id:
        raise RuleError("A file cannot be merged with itself.")
    pair = sorted((standing(first_id).id, standing(second_id).id))
    if not CustomerApart.select().where(CustomerApart.first == pair[0], CustomerApart.second == pair[1]).exists():
        CustomerApart.create(first=pair[0], second=pair[1], staff=act.actor.id)
    act.on("customer", first_id)
    act.note(different_from=second_id)


def _check_versions(files: Collection[Any], versions: Mapping[int, int]) -> None:
    for each in files:
        if versions.get(each.id, each.version) != each.version:
            raise StaleEdit({}, {})


def _check_owners(act: Act, kept: Any, gone: Any, from_gone: Collection[str]) -> None:
    """Nobody loses a file by a merge but by their own or the manager's hand (C7)."""
    takes_gone = "owner_id" in from_gone or kept.owner_id is None
    owner_id = gone.owner_id if takes_gone else kept.owner_id
    for each in (kept, gone):
        if each.owner_id != owner_id and not may_give_away(act.actor, each.owner_id):
            raise NotAllowed("These files belong to different people: the manager merges them.")


def _later(done: CustomerMerge) -> bool:
    later = CustomerMerge.select().where(
        CustomerMerge.kept == done.kept_id, CustomerMerge.id > done.id, CustomerMerge.undone_at.is_null()
    )
    return later.exists()


def _count_up(*customer_ids: int) -> None:
    Customer.update(version=Customer.version + 1, changed_at=clock.now()).where(
        Customer.id.in_(list(customer_ids))
    ).execute()


def _touch_all(act: Act, merge: merging.Merge, kept_id: int, gone_id: int) -> None:
    """The files, and the records that changed hands, so that whoever shows or follows one hears of it."""
    for moved in merge.moved:
        for record_id in moved.ids:
            act.touch(moved.table, record_id)
    act.touch("customer", gone_id)
    act.on("customer", kept_id)
