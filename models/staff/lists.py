"""What screens read about the staff."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.staff.tables import Draft, Staff


@dataclass(frozen=True)
class StaffRow:
    """A member of staff as lists show them."""

    id: int
    version: int
    name: str
    phone: str
    roles: frozenset[Role]
    present: bool


def everybody(*, left: bool = False) -> list[StaffRow]:
    """Who works here now, by name; with ``left`` also who has gone."""
    query = Staff.select().order_by(Staff.id)
    if not left:
        query = query.where(Staff.left_on.is_null())
    return [StaffRow(each.id, each.version, each.name, each.phone, each.roles, not each.left_on) for each in query]


def sellers() -> list[StaffRow]:
    """Who may own customers."""
    return [row for row in everybody() if row.roles & {Role.SALES, Role.SALES_MANAGER, Role.OWNER}]


def names() -> dict[int, str]:
    """Every name by staff id, of who has left too."""
    return dict(run_sql("SELECT id, name FROM staff ORDER BY id").fetchall())


def draft(actor: Actor, form: str) -> str:
    """What this person was typing in ``form``, or nothing."""
    row = Draft.get_or_none(Draft.staff == actor.id, Draft.form == form)
    return row.content if row else ""
