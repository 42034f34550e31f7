"""What the manager decides about the rotation: exceptions, corrections, the order, the rulebook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.rotation import events, log, planning
from models.rotation.actions import working
from models.rotation.desk import at_desk
from models.rotation.policies import Policy, policy_from
from models.rotation.state import checked_line_up
from models.rotation.tables import RotationLineUp
from models.shop.tables import RotationHoliday


@action(Permission.MANAGE_ROTATION)
def override(act: Act, line_id: int, to: int, reason: str) -> None:
    """Give a customer who is here to somebody, with a reason (R2)."""
    desk = at_desk(act)
    customer = str(line_id)
    if customer not in desk.state.receptions and all(each.customer != customer for each in desk.state.unattended):
        raise RuleError("Nobody is receiving this customer.", field="customer")
    desk.happen(events.Override(customer, working(to), reason, at=desk.now), line_id=line_id)


@action(Permission.MANAGE_ROTATION)
def let_stand_in(act: Act, absent: int, by: int) -> None:
    """``by`` takes the place of somebody in the line-up while they are away (R12)."""
    desk = at_desk(act)
    desk.happen(events.StandIn(str(absent), working(by), at=desk.now))


@action(Permission.MANAGE_ROTATION)
def take_back(act: Act, number: int, reason: str) -> None:
    """Void today's event with this number, with a reason (R14)."""
    desk = at_desk(act)
    desk.happen(events.Void(number, reason, at=desk.now))


@action(Permission.MANAGE_ROTATION)
def correct(act: Act, day: date, reason: str) -> None:
    """A remark in today's log about an earlier day, which itself is never edited. Raises RuleError for no such day."""
    if day >= clock.today() or log.day_of(day) is None:
        raise RuleError("There was no rotation on that day.", field="day")
    desk = at_desk(act)
    desk.happen(events.Correction(day.isoformat(), reason, at=desk.now))


@action(Permission.MANAGE_ROTATION)
def change_line_up(act: Act, staff_ids: Sequence[int]) -> None:
    """Another order for the rest of today; it goes on with whose turn it is."""
    desk = at_desk(act)
    desk.happen(events.LineUpChanged(tuple(working(each) for each in staff_ids), at=desk.now))


@action(Permission.MANAGE_ROTATION)
def plan_weekday(act: Act, weekday: int, staff_ids: Sequence[int]) -> None:
    """The line-up of a weekday (0 is Monday) from the next one on; nobody forgets it."""
    if weekday not in range(7):
        raise RuleError("Choose a weekday.", field="weekday")
    RotationLineUp.delete().where(RotationLineUp.weekday == weekday).execute()
    _plan(act, staff_ids, weekday=weekday)


@action(Permission.MANAGE_ROTATION)
def plan_day(act: Act, day: date, staff_ids: Sequence[int]) -> None:
    """The line-up of one day ahead; nobody forgets it."""
    if day < clock.today() or log.day_of(day) is not None:
        raise RuleError("This day has begun already. Change its line-up on the board.", field="day")
    RotationLineUp.delete().where(RotationLineUp.day == day).execute()
    _plan(act, staff_ids, day=day)


def _plan(act: Act, staff_ids: Sequence[int], **when: object) -> None:
    people = checked_line_up(working(each) for each in staff_ids)
    act.on("rotation_line_up", RotationLineUp.create(people=log.written_names(people), **when).id)
    act.note(people=list(people), **{name: str(value) for name, value in when.items()})


@action(Permission.MANAGE_ROTATION)
def set_holiday(act: Act, day: date, name: str) -> None:
    """A day without rotation; an empty name makes it an ordinary one again."""
    RotationHoliday.delete().where(RotationHoliday.day == day).execute()
    act.on("rotation_holiday", RotationHoliday.create(day=day, name=name).id if name else day.toordinal())
    act.note(day=day.isoformat(), name=name)


@action(Permission.MANAGE_ROTATION)
def change_policy(act: Act, new: Policy) -> None:
    """Another rulebook from now on, in today's log too. Raises RuleError at the switch that is wrong."""
    checked = policy_from(new.plain())
    planning.write_policy(checked)
    desk = at_desk(act)
    if desk.state.closed or desk.state.policy == checked:
        act.on("rotation_day", desk.day.id)
    else:
        desk.happen(events.PolicyChanged(checked, at=desk.now))
    act.note(policy=checked.plain())
