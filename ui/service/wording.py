"""How the workshop says things on screen: states with their tones, vehicles, hours, promises."""

from __future__ import annotations

from datetime import datetime

from models.kernel import clock
from models.kernel.i18n import N_, _, label
from models.kernel.money import quantity_text
from models.service.kinds import Grade, LineKind, Stance, WorkState
from models.service.states import WorkOrderState
from models.service.views import OrderRow
from ui.kit.wording import joined, moment

_S = WorkOrderState
WAY = (
    ((_S.BOOKED,), N_("Booking")),
    ((_S.RECEIVED,), N_("Taking in")),
    ((_S.INSPECTED,), N_("Pre-inspection")),
    ((_S.ESTIMATED,), N_("Estimate")),
    ((_S.AUTHORISED,), N_("Authorisation")),
    ((_S.DISPATCHED,), N_("Dispatch")),
    ((_S.IN_WORK, _S.WAITING_APPROVAL, _S.WAITING_PARTS), N_("Work")),
    ((_S.QUALITY_CHECK,), N_("Quality check")),
    ((_S.READY,), N_("Finished")),
    ((_S.SETTLED,), N_("Settling")),
    ((_S.HANDED_BACK,), N_("Hand-back")),
)
"""The steps of an order, with the states that have reached each."""

_TONES = {
    **{state: "accent" for state in (_S.RECEIVED, _S.INSPECTED, _S.AUTHORISED, _S.DISPATCHED)},
    **{state: "warn" for state in (_S.ESTIMATED, _S.IN_WORK, _S.QUALITY_CHECK)},
    **{state: "bad" for state in (_S.WAITING_APPROVAL, _S.WAITING_PARTS)},
    **{state: "ok" for state in (_S.READY, _S.SETTLED, _S.HANDED_BACK)},
}
GRADE_TONES = {Grade.OK: "ok", Grade.SOON: "warn", Grade.NOW: "bad"}
STANCE_TONES = {Stance.CHOSEN: "ok", Stance.OFFERED: "warn", Stance.DEFERRED: "neutral", Stance.REFUSED: "bad"}
WORK_TONES = {WorkState.RUNNING: "warn", WorkState.STOPPED: "bad", WorkState.DONE: "ok"}


def state(row: OrderRow) -> tuple[str, str]:
    """The state in words, and its tone."""
    return label(row.state), _TONES.get(row.state, "neutral")


def step_of(row: OrderRow) -> int:
    """How many steps of the way lie behind an order: the present one is the next to be done."""
    place = next((place for place, (states, _name) in enumerate(WAY) if row.state in states), len(WAY))
    if row.state is _S.CANCELLED:
        return 0
    working = row.state in (_S.IN_WORK, _S.WAITING_APPROVAL, _S.WAITING_PARTS)
    return place if working or row.state is _S.BOOKED else place + 1


def vehicle(row: OrderRow) -> str:
    """Plate, what it is, its reading."""
    km = _("{km} km").format(km=f"{row.mileage:,}") if row.mileage is not None else ""
    return joined(row.plate, row.vehicle if row.vehicle != row.plate else "", km)


def promise(row: OrderRow) -> tuple[str, str]:
    """Until when it was promised, and its tone: red once that has passed."""
    if row.promised_at is None:
        return "", ""
    words = _("Promised {moment}").format(moment=near(row.promised_at))
    return words, "bad" if row.late else "dim"


def near(at: datetime) -> str:
    """The time alone today, else the day with it."""
    local = clock.local(at)
    return f"{local:%H:%M}" if local.date() == clock.today() else moment(at)


def amount(kind: LineKind, quantity: int, unit: str) -> str:
    """Hours or pieces with their unit."""
    return (
        _("{hours} h").format(hours=quantity_text(quantity))
        if kind is LineKind.LABOUR
        else (f"{quantity_text(quantity)} {unit}".strip())
    )
