"""Pure rules of deliveries: what the plan demands before a hand-over, clashes in the calendar, readings, days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.text import folded, narrow
from models.sales.states import ContractState
from models.trades.template import DueEvent

MOST_MINUTES = 14 * 24 * 60
MOST_READING = 999_999_999
WHOLE = 100
"""Readings are kept in hundredths."""


@dataclass(frozen=True, slots=True)
class StageOwed:
    """A stage of payment and what of it is not paid, in fen."""

    name: str
    event: str
    days: int
    due_on: date | None
    owed: int


def owed_before_hand_over(stages: Iterable[StageOwed], day: date) -> list[StageOwed]:
    """The stages the plan demands before a hand-over on ``day`` and that are not paid (D3).

    What is due some days after delivery or acceptance, or on the acceptance itself, comes after it; what has a later
    day of its own does too. Everything else is demanded.
    """
    return [stage for stage in stages if stage.owed > 0 and _demanded(stage, day)]


def _demanded(stage: StageOwed, day: date) -> bool:
    if stage.event == DueEvent.ACCEPTANCE.value:
        return stage.days < 0
    if stage.event == DueEvent.DELIVERY.value:
        return stage.days <= 0
    return stage.due_on is None or stage.due_on <= day


class Whom(LabelledEnum):
    """What two hand-overs cannot share (D6)."""

    BAY = "bay", N_("bay")
    CONSULTANT = "consultant", N_("consultant")
    ADVISOR = "advisor", N_("service advisor")


@dataclass(frozen=True, slots=True)
class Booked:
    """A delivery as it stands in the calendar; whoever takes part is busy the whole time."""

    id: int
    number: str
    customer: str
    starts_at: datetime
    minutes: int
    bay_id: int | None
    consultant_id: int
    advisor_id: int | None

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


def clashes(wanted: Booked, others: Sequence[Booked]) -> Iterator[tuple[Whom, Booked]]:
    """What of ``wanted`` is taken, and by which delivery (D6); one that ends as the other begins is no clash."""
    for other in others:
        if other.id == wanted.id or other.starts_at >= wanted.ends_at or wanted.starts_at >= other.ends_at:
            continue
        busy = {other.consultant_id, other.advisor_id} - {None}
        if wanted.bay_id is not None and wanted.bay_id == other.bay_id:
            yield Whom.BAY, other
        if wanted.consultant_id in busy:
            yield Whom.CONSULTANT, other
        if wanted.advisor_id in busy:
            yield Whom.ADVISOR, other


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How far a signed contract is: what is planned, what is left, what the cashier booked, what is owed."""

    planned: bool = False
    all_handed_over: bool = False
    all_booked: bool = False
    all_closed: bool = False
    owed: int = 0

    @property
    def state(self) -> ContractState:
        """The state that follows (S6, D3); nobody moves a contract on from its signing by hand.

        Delivered is everything handed over, settled is paid and booked besides, closed is nothing left to follow up.
        """
        if not self.planned:
            return ContractState.SIGNED
        if not self.all_handed_over:
            return ContractState.IN_DELIVERY
        if not self.all_booked or self.owed > 0:
            return ContractState.DELIVERED
        return ContractState.CLOSED if self.all_closed else ContractState.SETTLED


def compared(serial: str) -> str:
    """A VIN or serial number as it is compared: capitals, without blanks and dashes, full-width letters made narrow."""
    return folded(narrow(serial)).upper()


def check_mileage(reading: int, before: int | None) -> None:
    """Refuse a mileage that is no whole number of kilometres, or less than was read before; hundredths of a km.

    Raises RuleError at ``reading``.
    """
    if reading % WHOLE:
        raise RuleError("Type the mileage in whole kilometres.", field="reading")
    if before is not None and reading < before * WHOLE:
        raise RuleError("The mileage was {before} km before; it never goes back.", field="reading", before=before)


def late(starts_at: datetime, minutes: int, now: datetime) -> bool:
    """Whether the time of a delivery that has not been handed over is past (D2)."""
    return starts_at + timedelta(minutes=minutes) < now


def days_after(day: date, days: int) -> date:
    """The day so many days later, before it when negative; at the ends of the calendar its first or last."""
    return date.fromordinal(max(date.min.toordinal(), min(day.toordinal() + days, date.max.toordinal())))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, the last of the month where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(min(year, date.max.year), month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
