"""Pure rules of warranty: until when and how far it holds, whichever ends first (W10)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from models.kernel.i18n import N_, LabelledEnum

MOST_MONTHS = 240
MOST_KM = 1_000_000


class Ended(LabelledEnum):
    """Why a warranty no longer holds."""

    NOT = "", N_("It holds")
    TIME = "time", N_("Its time is over")
    DISTANCE = "distance", N_("Its distance is driven")


@dataclass(frozen=True)
class WarrantyState:
    """How a warranty stands: its last day and km, None where it is not limited that way, and what ended it first.

    ``km_left`` is None where nobody knows how far the vehicle has come, 0 once that is over.
    """

    until: date | None
    until_km: int | None
    km_left: int | None
    ended: Ended

    @property
    def holds(self) -> bool:
        """Whether work under it is free of charge to the customer."""
        return self.ended is Ended.NOT


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last of the month where it has none; the calendar's end at the latest."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def warranty_state(
    given_on: date, given_km: int | None, months: int, km: int, today: date, km_now: int | None
) -> WarrantyState:
    """How a warranty of so many ``months`` or ``km`` (0 is no such limit) stands today, whichever ends first.

    The last day and the last km are still within. A mileage that nobody read, or one below that at the beginning,
    ends nothing.
    """
    until = months_after(given_on, months) if months else None
    until_km = given_km + km if km and given_km is not None else None
    left = None if until_km is None or km_now is None else min(max(0, until_km - km_now), km)
    if until is not None and today > until:
        ended = Ended.TIME
    elif until_km is not None and km_now is not None and km_now > until_km:
        ended = Ended.DISTANCE
    else:
        ended = Ended.NOT
    return WarrantyState(until, until_km, left, ended)
