"""Two files side by side, field by field, for choosing what the one that is made of them says (C3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.customers import merging, rules, seeing
from models.customers.linked import links
from models.customers.protection_actions import standing
from models.customers.tables import CustomerMerge, CustomerPhone
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.staff.lists import names

_MASKS = {"address": (3, 0), "id_number": (3, 2)}


@dataclass(frozen=True)
class Both:
    """A field in which two files differ: its name, what each says, and whether the second says it better unasked."""

    name: str
    kept: str
    gone: str
    takes_gone: bool


@dataclass(frozen=True)
class Comparison:
    """Two files before they are merged: their versions, what differs, and how many records of each table move."""

    versions: dict[int, int]
    fields: tuple[Both, ...]
    moving: dict[str, int]


@dataclass(frozen=True)
class Undoable:
    """A merge of today that may still be undone."""

    id: int
    kept_id: int
    gone_id: int


def comparison(actor: Actor, kept_id: int, gone_id: int) -> Comparison:
    """What to choose between; personal values as this person may see them.

    Raises RuleError for a file with itself, or one that was merged or erased.
    """
    if kept_id == gone_id:
        raise RuleError("A file cannot be merged with itself.")
    files = (standing(kept_id), standing(gone_id))
    open_to = seeing.seen(actor, {each.id: each.owner_id for each in files})
    kept, gone = merging.values(kept_id), merging.values(gone_id)

    def shown(name: str, row: dict[str, Any]) -> str:
        return _shown(name, row, masked=row["id"] not in open_to)

    said = [
        Both(name, shown(name, kept), shown(name, gone), kept[name] in ("", None))
        for name in merging.choices()
        if kept[name] != gone[name] and gone[name] not in ("", None, kept_id)
    ]
    phones = [_phones(each.id, each.id not in open_to) for each in files]
    if phones[1] and phones[0] != phones[1]:
        said.insert(0, Both(merging.PHONES, phones[0], phones[1], not phones[0]))
    return Comparison({each.id: each.version for each in files}, tuple(said), _moving(gone_id))


def undoable(actor: Actor, customer_id: int) -> Undoable | None:
    """The merge of today that this person may still undo, if there is one."""
    last = (
        CustomerMerge.select()
        .where(CustomerMerge.kept == customer_id, CustomerMerge.undone_at.is_null())
        .order_by(CustomerMerge.id.desc())
        .first()
    )
    if last is None or clock.local(last.created_at).date() != clock.today():
        return None
    if last.staff_id != actor.id and not actor.may(Permission.MANAGE_FILES):
        return None
    return Undoable(last.id, last.kept_id, last.gone_id)


def _shown(name: str, row: dict[str, Any], *, masked: bool) -> str:
    value = row[name]
    if value in (None, ""):
        return ""
    if name == "owner_id":
        return names().get(value, "")
    if name == "referred_by_id":
        return str(merging.values(value)["name"])
    if masked and name in _MASKS:
        return rules.masked_text(str(value), *_MASKS[name])
    return rules.masked_numbers(str(value)) if masked else str(value)


def _phones(customer_id: int, masked: bool) -> str:
    query = CustomerPhone.select(CustomerPhone.number).where(CustomerPhone.customer == customer_id)
    numbers = [row[0] for row in query.order_by(CustomerPhone.position, CustomerPhone.id).tuples()]
    return ", ".join(rules.masked_phone(each) if masked else each for each in numbers)


def _moving(gone_id: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for link in links():
        condition, given = link.named(gone_id)
        count = run_sql(f"SELECT count(*) FROM {link.table} t WHERE {condition}", *given).fetchone()[0]
        if count:
            counts[link.table] = counts.get(link.table, 0) + count
    return counts
