"""Who stands in which day's line-up, and the rulebook of the floor."""

from __future__ import annotations

import json
from datetime import date

from models.kernel import settings
from models.kernel.permissions import Role
from models.rotation.log import Day
from models.rotation.policies import Policy, policy_from
from models.rotation.tables import RotationLineUp
from models.shop.tables import RotationHoliday
from models.staff.lists import everybody

_POLICY = "rotation_policy"


def policy() -> Policy:
    """The rulebook as it is set."""
    return policy_from(settings.read(_POLICY, {}))


def write_policy(new: Policy) -> None:
    """Set the rulebook, inside an action's transaction."""
    settings.write(_POLICY, new.plain())


def planned(day: date, last: Day | None) -> tuple[str, ...]:
    """The line-up of a day: planned for it, none on a holiday, its weekday's, the last day's, else every consultant.

    Who has left the company is left out.
    """
    here = {str(row.id): row.roles for row in everybody()}
    return tuple(name for name in _names(day, last, here) if name in here)


def _names(day: date, last: Day | None, here: dict[str, frozenset[Role]]) -> list[str]:
    if row := RotationLineUp.get_or_none(RotationLineUp.day == day):
        return json.loads(row.people)
    if RotationHoliday.get_or_none(RotationHoliday.day == day):
        return []
    if row := RotationLineUp.get_or_none(RotationLineUp.weekday == day.weekday()):
        return json.loads(row.people)
    if last:
        return json.loads(last.line_up)
    return [name for name, roles in here.items() if Role.SALES in roles]


def weekday_line_ups() -> dict[int, tuple[int, ...]]:
    """The line-ups of weekdays, 0 for Monday, as staff ids."""
    rows = RotationLineUp.select().where(RotationLineUp.weekday.is_null(False))
    return {row.weekday: tuple(int(name) for name in json.loads(row.people)) for row in rows}


def dated_line_ups(since: date) -> dict[date, tuple[int, ...]]:
    """The line-ups planned for single days, from ``since`` on, as staff ids."""
    rows = RotationLineUp.select().where(RotationLineUp.day >= since).order_by(RotationLineUp.day)
    return {row.day: tuple(int(name) for name in json.loads(row.people)) for row in rows}
