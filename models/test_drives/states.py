"""States of a test drive, who may move it on, and what stands in the way (S4)."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.errors import RuleError
from models.kernel.flow import Move
from models.kernel.i18n import N_, LabelledEnum, _, label
from models.kernel.permissions import Permission


class DriveState(LabelledEnum):
    """How far a test drive is."""

    BOOKED = "booked", N_("Drive booked")
    OUT = "out", N_("On the road")
    RETURNED = "returned", N_("Back, feedback open")
    CLOSED = "closed", N_("Closed")
    CANCELLED = "cancelled", N_("Cancelled")
    NO_SHOW = "no_show", N_("Did not come")


class DriveAction(LabelledEnum):
    """What is done with a test drive."""

    PREPARE = "prepare", N_("Prepare")
    START = "start", N_("Start")
    RETURN = "return", N_("Note the return")
    CLOSE = "close", N_("Feedback")
    CANCEL = "cancel", N_("Cancel booking")
    MISS = "miss", N_("Did not come")


class Lack(LabelledEnum):
    """What is missing before the key is handed out."""

    CAR = "car", N_("the car is no demo car any longer")
    OUT = "out", N_("the car is still on the road")
    FUEL = "fuel", N_("the tank is not half full")
    CLEAN = "clean", N_("the car is not clean")
    INSURED = "insured", N_("nobody has checked the insurance")
    LICENCE = "licence", N_("nobody has seen the licence")
    EXPIRED = "expired", N_("the licence has expired")
    ROUTES = "routes", N_("fewer than two routes are offered")
    SIGNATURE = "signature", N_("the agreement is not signed")


TAKEN_STATES = (DriveState.BOOKED, DriveState.OUT)
"""The states in which the car is taken."""

DRIVEN_STATES = (DriveState.RETURNED, DriveState.CLOSED)
"""The states of a drive that has taken place."""

TONES = {
    DriveState.BOOKED: "accent",
    DriveState.OUT: "warn",
    DriveState.RETURNED: "warn",
    DriveState.CLOSED: "ok",
    DriveState.CANCELLED: "neutral",
    DriveState.NO_SHOW: "bad",
}
"""How each is coloured."""


@dataclass(frozen=True)
class DriveFacts:
    """What the guards ask: what is missing before the start, and whether the time of the booking has begun."""

    lacks: tuple[Lack, ...] = ()
    begun: bool = True


def refuse_lacks(lacks: tuple[Lack, ...]) -> None:
    """Raises RuleError that names everything missing."""
    if lacks:
        raise RuleError("Not yet possible: {missing}.", missing=_("; ").join(label(each) for each in lacks))


def _is_ready(facts: DriveFacts) -> None:
    refuse_lacks(facts.lacks)


def _has_begun(facts: DriveFacts) -> None:
    if not facts.begun:
        raise RuleError("The time of the booking has not come yet.")


_S, _A, _P = DriveState, DriveAction, Permission
DRIVE_MOVES = {
    (_S.BOOKED, _A.PREPARE): Move(_S.BOOKED, _P.TEST_DRIVE),
    (_S.BOOKED, _A.START): Move(_S.OUT, _P.TEST_DRIVE, _is_ready),
    (_S.BOOKED, _A.CANCEL): Move(_S.CANCELLED, _P.TEST_DRIVE),
    (_S.BOOKED, _A.MISS): Move(_S.NO_SHOW, _P.TEST_DRIVE, _has_begun),
    (_S.OUT, _A.RETURN): Move(_S.RETURNED, _P.TEST_DRIVE),
    (_S.RETURNED, _A.CLOSE): Move(_S.CLOSED, _P.TEST_DRIVE),
}
