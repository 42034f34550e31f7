"""What the floor says of a customer: who owned, received, helped out, handed over or sent them, by which rule (S8)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.customers.kinds import RegisterKind
from models.customers.tables import RegisterLine
from models.kernel import clock
from models.kernel.i18n import N_, LabelledEnum
from models.rotation import log
from models.rotation.corrections import voided
from models.rotation.events import Arrive, Event
from models.rotation.kinds import ArrivalKind


class Part(LabelledEnum):
    """What somebody had to do with a customer on the floor."""

    OWNED = "owned", N_("Owner")
    RECEIVED = "received", N_("Received")
    COURTESY = "courtesy", N_("Received as a courtesy")
    HANDED_OVER = "handed_over", N_("Handed over")
    REFERRED = "referred", N_("Seller of who sent them")


@dataclass(frozen=True, slots=True)
class FloorPart:
    """One person's part in one visit, and the rule that made it so.

    ``line_id`` is the visit's line in the register, ``at`` when it began. ``handed_to`` is who took over from somebody
    who handed over, by R2 (manager), R7 (recognised), R8 (discovered) or R11 (the customer insisted).
    """

    line_id: int
    at: datetime
    part: Part
    staff_id: int
    rule: str
    handed_to: int | None = None


def floor_history(
    customer_id: int, until: datetime | None = None, since: datetime | None = None
) -> tuple[FloorPart, ...]:
    """Everybody's part in a customer's visits from ``since`` to ``until``, oldest first; in a visit, in the order of
    what was decided, so that the last ``OWNED`` is whose customer it became.

    What a manager took back is left out (R14). A visit that never went over the floor has no parts.
    """
    lines = RegisterLine.select(RegisterLine.id, RegisterLine.at).where(
        RegisterLine.customer == customer_id, RegisterLine.kind == RegisterKind.VISIT
    )
    if since is not None:
        lines = lines.where(RegisterLine.at >= since)
    if until is not None:
        lines = lines.where(RegisterLine.at <= until)
    days: dict[date, list[tuple[int, Event, list[dict[str, Any]]]]] = {}
    found: list[FloorPart] = []
    for line_id, at in lines.order_by(RegisterLine.at, RegisterLine.id).tuples():
        day = clock.local(at).date()
        if day not in days:
            days[day] = _standing(day)
        found += dict.fromkeys(_parts(line_id, at, days[day]))
    return tuple(found)


def _standing(day: date) -> list[tuple[int, Event, list[dict[str, Any]]]]:
    """The events of a day that were not taken back, with what they decided."""
    row = log.day_of(day)
    if row is None:
        return []
    happened = log.events_of(row.id)
    void = voided([event for _number, event, _told, _staff in happened])
    return [(number, event, json.loads(told)) for number, event, told, _staff in happened if number not in void]


def _parts(line_id: int, at: datetime, happened: list[tuple[int, Event, list[dict[str, Any]]]]) -> Iterator[FloorPart]:
    """Who had which part in one visit; the same part twice is told twice."""
    customer, with_whom = str(line_id), ""
    for _number, event, decisions in happened:
        if (
            isinstance(event, Arrive)
            and event.customer == customer
            and event.kind is ArrivalKind.REFERRAL
            and event.who
        ):
            yield FloorPart(line_id, at, Part.REFERRED, int(event.who), "R10")
        for decision in decisions:
            receiver = decision.get("receiver")
            if decision["customer"] != customer or not receiver:
                continue
            rule = decision["rule"]
            if with_whom and with_whom != receiver:
                yield FloorPart(line_id, at, Part.HANDED_OVER, int(with_whom), rule, int(receiver))
            part = Part.COURTESY if decision.get("courtesy") else Part.RECEIVED
            yield FloorPart(line_id, at, part, int(receiver), rule)
            yield FloorPart(line_id, at, Part.OWNED, int(decision["owner"]), rule)
            with_whom = receiver
