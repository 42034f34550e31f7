"""Words of appointments: what they are for, how they stand, what happened (W1)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Permission


class Purpose(LabelledEnum):
    """What a customer comes for."""

    MAINTENANCE = "maintenance", N_("Maintenance")
    REPAIR = "repair", N_("Repair")
    WARRANTY = "warranty", N_("Warranty work")
    BODY = "body", N_("Body and paint")
    INSPECTION = "inspection", N_("Official inspection")
    SURVEY = "survey", N_("Survey visit")
    OTHER = "other", N_("Something else")


class AppointmentState(LabelledEnum):
    """How an appointment stands."""

    BOOKED = "booked", N_("Appointment made")
    CONFIRMED = "confirmed", N_("Confirmed by phone")
    ARRIVED = "arrived", N_("Customer here")
    NO_SHOW = "no_show", N_("Did not come")
    CANCELLED = "cancelled", N_("Called off")


class AppointmentAction(LabelledEnum):
    """What is done with one."""

    CONFIRM = "confirm", N_("Confirm")
    ARRIVE = "arrive", N_("Is here")
    MISS = "miss", N_("Did not come")
    CANCEL = "cancel", N_("Call off")
    CHANGE = "change", N_("Change")


class EventKind(LabelledEnum):
    """What happened to an appointment; the log is never changed."""

    MADE = "made", N_("Appointment made")
    CHANGED = "changed", N_("Appointment changed")
    MOVED = "moved", N_("Moved to another time")
    CALLED = "called", N_("Reminder call")
    ARRIVED = "arrived", N_("Customer here")
    MISSED = "missed", N_("Did not come")
    CANCELLED = "cancelled", N_("Called off")


OPEN_STATES = (AppointmentState.BOOKED, AppointmentState.CONFIRMED)
"""While somebody is expected."""

TAKEN_STATES = (*OPEN_STATES, AppointmentState.ARRIVED)
"""While the bay is taken."""


@dataclass(frozen=True)
class AppointmentFacts:
    """What the guards ask: whether its time has begun."""

    begun: bool = False


def _may_be_missed(facts: AppointmentFacts) -> None:
    if not facts.begun:
        raise RuleError("The time of the appointment has not come yet.")


_S, _A, _P = AppointmentState, AppointmentAction, Permission.RECEIVE_VEHICLE
APPOINTMENT_MOVES: dict[tuple[AppointmentState, AppointmentAction], Move[AppointmentState, AppointmentFacts]] = {
    **{(state, _A.CHANGE): Move(_S.BOOKED, _P) for state in OPEN_STATES},
    **{(state, _A.CONFIRM): Move(_S.CONFIRMED, _P) for state in OPEN_STATES},
    **{(state, _A.ARRIVE): Move(_S.ARRIVED, _P) for state in (*OPEN_STATES, _S.NO_SHOW)},
    **{(state, _A.MISS): Move(_S.NO_SHOW, _P, _may_be_missed) for state in OPEN_STATES},
    **{(state, _A.CANCEL): Move(_S.CANCELLED, _P) for state in OPEN_STATES},
}
