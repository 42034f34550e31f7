"""What is done at the desk about people: who is here, away, busy, and what to do when their turn comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.rotation import events
from models.rotation.desk import at_desk, at_late_desk, own_last
from models.rotation.desk import close as close_floor
from models.rotation.kinds import TurnChoice
from models.staff.tables import Staff

UNDO_SECONDS = 10
"""How long whoever did something may undo it without the manager."""


@action(Permission.RECEIVE_ROTATION)
def sign_in(act: Act, staff_ids: Sequence[int]) -> None:
    """People begin to work, or are back. The first unattended customer goes to them at once (R1)."""
    desk = at_desk(act)
    desk.happen(events.SignIn(tuple(working(each) for each in staff_ids), at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def sign_out(act: Act, staff_ids: Sequence[int]) -> None:
    """People go home."""
    desk = at_desk(act)
    desk.happen(events.SignOut(tuple(str(each) for each in staff_ids), at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def go_away(act: Act, staff_id: int, sent_by: str = "") -> None:
    """Somebody leaves the floor: for the store where ``sent_by`` says who sent them (R4), else for themselves (R3)."""
    desk = at_desk(act)
    desk.happen(events.Away(working(staff_id), "store" if sent_by else "personal", sent_by, at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def come_back(act: Act, staff_id: int) -> None:
    """Somebody is back on the floor."""
    desk = at_desk(act)
    desk.happen(events.Back(str(staff_id), at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def begin_signing(act: Act, staff_id: int) -> None:
    """Somebody sits down to sign and is busy until ``end_signing`` (R9)."""
    desk = at_desk(act)
    desk.happen(events.Busy(str(staff_id), at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def end_signing(act: Act, staff_id: int) -> None:
    """The signing is done."""
    desk = at_desk(act)
    desk.happen(events.Finish(who=str(staff_id), at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def say_on_turn(act: Act, staff_id: int, choice: TurnChoice, to: int | None = None) -> None:
    """What to do when their turn next comes while they are busy; ``to`` is whom to delegate it to (R9)."""
    desk = at_desk(act)
    desk.happen(events.OnTurn(str(staff_id), TurnChoice(choice), str(to) if to else "", at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def undo(act: Act, number: int) -> None:
    """Take back one's own last event within ten seconds. Raises RuleError when it is too late (R14)."""
    desk = at_desk(act)
    own_last(desk, number, UNDO_SECONDS)
    desk.happen(events.Void(number, _("undone at once"), at=desk.now))


@action(Permission.RECEIVE_ROTATION)
def close_day(act: Act, day: date | None = None) -> None:
    """Close today, or an earlier day that nobody closed.

    Raises RuleError while customers are still here without a result, and for a day that is closed or never was.
    """
    close_floor(at_late_desk(act, day) if day and day < clock.today() else at_desk(act))


def working(staff_id: int) -> str:
    """The name in the log of somebody on the staff. Raises RuleError for who is not."""
    if not Staff.select().where(Staff.id == staff_id, Staff.left_on.is_null()).exists():
        raise RuleError("This person does not work here.", field="staff_id")
    return str(staff_id)
