"""Pure rules of follow-up: when a task is due, which days of a customer call for one, what a result leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from models.customers.kinds import CLOSED_STAGES, Stage
from models.followup.kinds import Result, TaskAction, TaskState, Why
from models.kernel.flow import Move
from models.kernel.permissions import Permission
from models.trades.follow_up import (
    BIRTHDAY,
    INSPECTION,
    INSURANCE,
    NEXT_SERVICE,
    PURCHASE_DAY,
    REPLACEMENT,
    WARRANTY,
    Reckoned,
    Rule,
)

MOST_TRIES = 3
"""So often not reached, and the task goes to the manager."""

SPREAD_PER_DAY = 10
"""How many next contacts a person gets for one day when a store begins with follow-up, most urgent first."""

_LAST_SECOND = time(23, 59, 59)

MOVES: Mapping[tuple[TaskState, TaskAction], Move[TaskState, None]] = {
    (TaskState.OPEN, TaskAction.SETTLE): Move(TaskState.DONE, Permission.FOLLOW_UP),
    (TaskState.OPEN, TaskAction.TRY): Move(TaskState.OPEN, Permission.FOLLOW_UP),
    (TaskState.OPEN, TaskAction.DROP): Move(TaskState.DROPPED, Permission.FOLLOW_UP),
}
"""What a person does to a task; what the program itself drops and opens again follows the causes."""


@dataclass(frozen=True, slots=True)
class Goods:
    """Owned goods as far as their days go; ``name`` is what they are called.

    The next service is expected on ``service_on``, by the last work order and its advisor.
    """

    id: int
    name: str
    bought_on: date | None
    insurance_until: date | None
    inspection_until: date | None
    warranty_until: date | None
    service_on: date | None = None
    advisor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A task that should be there: what causes it, the occasion, the day it is due; whose, None for the owner's."""

    rule: str
    cause: str
    cause_id: int
    period: str = ""
    about: str = ""
    due_on: date | None = None
    staff_id: int | None = None


@dataclass(frozen=True)
class Standing:
    """What a customer's file says that matters here; ``owner_id`` is None where nobody active looks after it."""

    id: int
    owner_id: int | None
    has_owner: bool
    intent: str
    stage: Stage
    last_contact_at: datetime
    birthday: date | None = None
    merged: bool = False
    erased: bool = False
    loss_woken: int = 0
    granted_until: datetime | None = None
    goods: Sequence[Goods] = field(default=())

    @property
    def is_prospect(self) -> bool:
        """Whether they may still buy."""
        return self.stage not in CLOSED_STAGES

    def dropped_for(self, rule: Rule) -> Why | None:
        """Why no task of ``rule`` belongs to this customer; None where one may."""
        if self.erased:
            return Why.ERASED
        if self.merged:
            return Why.MERGED
        if self.stage is Stage.LOST:
            return Why.LOST
        if rule.prospects and not self.is_prospect:
            return Why.BOUGHT
        return None if rule.on else Why.RULE_OFF


def end_of(day: date) -> datetime:
    """The last second of a day at the counter: what is due on a day is not overdue before the next."""
    return datetime.combine(day, _LAST_SECOND).astimezone()


def due_after(rule: Rule, begun: datetime, now: datetime) -> datetime | None:
    """When a task of so many hours or days is due; one written late is due today, and None where that is too late."""
    if rule.reckoned is Reckoned.HOURS:
        due = begun + timedelta(hours=rule.after)
    else:
        due = end_of(begun.astimezone().date() + timedelta(days=rule.after))
    if due >= now:
        return due
    return end_of(now.astimezone().date()) if due + timedelta(days=rule.grace) >= now else None


def occasions(rules: Mapping[str, Rule], customer: Standing, today: date) -> Iterator[Wanted]:
    """The tasks that a customer's days call for now: those whose time has come and is not long past."""
    if customer.birthday:
        yield from _yearly(rules[BIRTHDAY], "customer", customer.id, "", customer.birthday, today)
    for goods in customer.goods:
        for code, until in (
            (INSURANCE, goods.insurance_until),
            (INSPECTION, goods.inspection_until),
            (WARRANTY, goods.warranty_until),
        ):
            if until:
                yield from _at(rules[code], "owned_goods", goods.id, goods.name, until, today)
        if goods.service_on:
            for wanted in _at(rules[NEXT_SERVICE], "owned_goods", goods.id, goods.name, goods.service_on, today):
                yield replace(wanted, staff_id=goods.advisor_id)
        if goods.bought_on:
            yield from _yearly(rules[PURCHASE_DAY], "owned_goods", goods.id, goods.name, goods.bought_on, today)
            rule = rules[REPLACEMENT]
            again = years_after(goods.bought_on, _for_model(rule, goods.name))
            if again:
                yield from _at(rule, "owned_goods", goods.id, goods.name, again, today)


def _yearly(rule: Rule, cause: str, cause_id: int, about: str, first: date, today: date) -> Iterator[Wanted]:
    """A day that comes every year; the first itself is none."""
    for year in (today.year - 1, today.year, today.year + 1):
        day = years_after(first, year - first.year) if year > first.year else None
        if day:
            yield from _at(rule, cause, cause_id, about, day, today)


def _at(rule: Rule, cause: str, cause_id: int, about: str, day: date, today: date) -> Iterator[Wanted]:
    lead = rule.after if rule.reckoned is Reckoned.DAYS_BEFORE else 0
    begins = day - timedelta(days=min(lead, (day - date.min).days))
    if begins <= today <= last_day(rule, day):
        yield Wanted(rule.code, cause, cause_id, day.isoformat(), about, max(begins, today))


def last_day(rule: Rule, day: date) -> date:
    """Until when a task for ``day`` may still be begun."""
    return min(day, date.max - timedelta(days=rule.grace)) + timedelta(days=rule.grace)


def years_after(day: date, years: int) -> date | None:
    """The same day ``years`` later, the 28th for a 29th of February; None beyond the calendar."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28) if day.year + years <= date.max.year else None


def _for_model(rule: Rule, name: str) -> int:
    """A rule's number for goods called ``name``; the longest text that stands in the name wins."""
    held = [text for text in rule.per_model if text.casefold() in name.casefold()]
    return rule.per_model[max(held, key=len)] if held else rule.after


def after_result(
    result: Result, now: datetime, wished: datetime | None, again: datetime | None, missed: int
) -> datetime | None:
    """When a task is due next, None where it is done: at the customer's time, or ``again``, the next contact that the
    level of intent asks for. Who was not reached is tried tomorrow, by the manager today after the third time.
    """
    if result is Result.NOT_REACHED:
        return end_of(now.astimezone().date()) if missed == MOST_TRIES else now + timedelta(days=1)
    return wished if result is Result.POSTPONED else again


def spread(overdue: Sequence[tuple[int, int]], today: date) -> dict[int, date]:
    """A day for each of ``overdue`` (owner, customer), given most urgent first: so many per person and day."""
    places: dict[int, int] = {}
    days = {}
    for owner, customer in overdue:
        place = places.get(owner, 0)
        places[owner] = place + 1
        days[customer] = today + timedelta(days=place // SPREAD_PER_DAY)
    return days
