"""The sample's deals, worked out before they happen: what becomes of a quote, and on which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from itertools import cycle, islice
from random import Random

from models.kernel.permissions import Role
from models.sample.days import Past
from models.trades.template import DueEvent, PaymentPlan, Trade


class End(StrEnum):
    """How far a deal has come by the end of the past."""

    QUOTE_DRAFT = auto()
    QUOTE_WAITING = auto()
    OFFERED = auto()
    REVISED = auto()
    DECLINED = auto()
    EXPIRED = auto()
    DRAFT = auto()
    SUBMITTED = auto()
    APPROVED = auto()
    CANCELLED = auto()
    SIGNED_TODAY = auto()
    DUE_TODAY = auto()
    DUE_SOON = auto()
    DUE_LATER = auto()
    OVERDUE = auto()
    PART_PAID = auto()
    PAID = auto()
    CALLED_OFF = auto()


_QUOTES = (
    *(
        End.OFFERED,
        End.QUOTE_WAITING,
        End.EXPIRED,
        End.QUOTE_DRAFT,
        End.DECLINED,
        End.REVISED,
        End.EXPIRED,
        End.OFFERED,
        End.DECLINED,
    ),
    *(End.EXPIRED, End.DECLINED, End.OFFERED, End.QUOTE_WAITING, End.EXPIRED),
)
_QUOTES_LONG_AGO = (End.DECLINED, End.EXPIRED, End.EXPIRED)
_CONTRACTS = (
    *(End.DUE_TODAY, End.SUBMITTED, End.PAID, End.OVERDUE, End.SIGNED_TODAY, End.DRAFT, End.APPROVED, End.CANCELLED),
    *(
        End.PAID,
        End.DUE_SOON,
        End.CALLED_OFF,
        End.PAID,
        End.SUBMITTED,
        End.PART_PAID,
        End.PAID,
        End.DUE_LATER,
        End.PAID,
        End.PAID,
    ),
    *(End.DUE_LATER, End.PAID, End.PAID, End.OVERDUE, End.PAID, End.PAID, End.DUE_SOON, End.SIGNED_TODAY, End.PAID),
)
_CONTRACTS_LONG_AGO = (*(End.PAID,) * 10, End.DUE_LATER, End.PAID, End.CANCELLED)
_WAITING = (End.DRAFT, End.SUBMITTED, End.APPROVED)
_MOST_WAITING_QUOTES = 36
_LEVELS = (
    *(Role.SALES, None, Role.SALES_MANAGER, Role.SALES, None, Role.SALES, Role.SALES_MANAGER, Role.SALES),
    *(None, Role.OWNER, Role.SALES, Role.OWNER, Role.SALES_MANAGER, None, Role.SALES, Role.SALES, Role.SALES_MANAGER),
)
_SIGNED = (
    *(End.SIGNED_TODAY, End.DUE_TODAY, End.DUE_SOON, End.DUE_LATER, End.OVERDUE, End.PART_PAID, End.PAID),
    End.CALLED_OFF,
)
_BEYOND_SELLERS = (Role.SALES_MANAGER, Role.OWNER)


@dataclass(frozen=True)
class Deal:
    """A deal as planned: its days, plan of payments, the role its discounts need.

    ``granted`` is how many approvals are given, ``paid`` how many stages are paid. Who ``compares`` gets another
    quote; ``amended`` is changed after signing, with ``trouble`` something was booked wrong.
    """

    end: End
    quoted_on: date
    plan: PaymentPlan
    level: Role | None
    revised: bool = False
    returned: bool = False
    granted: int = 9
    signed_on: date | None = None
    events: dict[DueEvent, date] | None = None
    paid: int = 0
    part_paid: bool = False
    mistake: bool = False
    compares: bool = False
    amended: bool = False
    trouble: bool = False

    @property
    def has_contract(self) -> bool:
        """Whether the quote became a contract."""
        return self.end in _SIGNED or self.end in (*_WAITING, End.CANCELLED)

    @property
    def is_open(self) -> bool:
        """Whether the quote still waits for an answer."""
        return self.end in (End.QUOTE_DRAFT, End.QUOTE_WAITING, End.OFFERED, End.REVISED)


def ends(quotes: int, contracts: int) -> list[End]:
    """What becomes of so many quotes, of which so many become contracts; what is open stays a believable number."""
    won = [*islice(_CONTRACTS, contracts), *islice(cycle(_CONTRACTS_LONG_AGO), max(0, contracts - len(_CONTRACTS)))]
    others = quotes - contracts
    open_ones = list(islice(cycle(_QUOTES), min(others, _MOST_WAITING_QUOTES)))
    return [*won, *open_ones, *islice(cycle(_QUOTES_LONG_AGO), others - len(open_ones))]


def planned(rng: Random, past: Past, trade: Trade, end: End, place: int) -> Deal:
    """The days of a deal that comes to ``end``; ``place`` varies what need not be drawn."""
    level = _BEYOND_SELLERS[place % 2] if end is End.QUOTE_WAITING else _LEVELS[place % len(_LEVELS)]
    plans = trade.payment_plans
    plan = rng.choices(plans, [5, 3, *(1 for _each in plans[2:])][: len(plans)])[0]
    if end not in _SIGNED:
        back = _days_back(rng, end, trade.quote_valid_days, len(past.days))
        quoted_on = max(past.last - timedelta(days=back), past.first)
        soon = past.last + timedelta(days=rng.randint(2, 5))
        events = _events(rng, plan, _open_stage(plan), soon, soon + timedelta(days=rng.randint(9, 20)))
        revised = end is End.REVISED or place % 5 == 0
        returned = end is End.APPROVED or place % 7 == 3
        granted = place // 10 if end is End.SUBMITTED else 9
        compares = end is End.OFFERED
        return Deal(end, quoted_on, plan, level, revised, returned, granted, events=events, compares=compares)
    plan = _plan_for(rng, plans, end)
    stage = _open_stage(plan)
    wait = max(0, plan.stages[stage].due.days) if stage < len(plan.stages) else 0
    signed_on, due = _signed_and_due(rng, past, end, wait)
    events = _events(rng, plan, stage, signed_on, due)
    first_quote = max(past.first, signed_on - timedelta(days=rng.randint(2, 7)))
    return Deal(
        end,
        first_quote,
        plan,
        level,
        revised=place % 3 == 0,
        signed_on=signed_on,
        events=events,
        paid=len(plan.stages) if end is End.PAID else max(stage, 1) if end is End.CALLED_OFF else stage,
        part_paid=end is End.PART_PAID,
        mistake=end is End.PAID and place % 4 == 2,
        amended=end is End.DUE_LATER,
        trouble=end is End.DUE_SOON or (end is End.PAID and place % 16 == 2),
    )


def _days_back(rng: Random, end: End, valid_days: int, days: int) -> int:
    """How many days before the last one the quote was made."""
    if end in (End.QUOTE_DRAFT, End.QUOTE_WAITING):
        return rng.randint(0, 1)
    if end in (End.OFFERED, End.REVISED):
        return rng.randint(1, max(1, valid_days - 1))
    if end in _WAITING:
        return rng.randint(2, 5)
    least = min(valid_days + 4, days - 1)
    return rng.randint(least, max(least, days - 3))


def _plan_for(rng: Random, plans: tuple[PaymentPlan, ...], end: End) -> PaymentPlan:
    """What is paid may have any plan; where a stage is still open, its day must be free to choose."""
    if end is End.PAID:
        return rng.choice(plans)
    staged = [plan for plan in plans if _open_stage(plan) < len(plan.stages)]
    return rng.choice(staged or list(plans))


def _open_stage(plan: PaymentPlan) -> int:
    """The first stage that is not due by signing; as many as there are stages where every one is."""
    places = [place for place, stage in enumerate(plan.stages) if stage.due.event is not DueEvent.SIGNING]
    return places[0] if places else len(plan.stages)


def _signed_and_due(rng: Random, past: Past, end: End, wait: int) -> tuple[date, date]:
    """The day of signing, and the day on which the open stage is due, which is ``wait`` days after its event."""
    last, today = past.last, past.today
    due = {
        End.DUE_TODAY: lambda: today,
        End.DUE_SOON: lambda: today + timedelta(days=rng.randint(1, 3)),
        End.OVERDUE: lambda: today - timedelta(days=rng.randint(2, 11)),
        End.PART_PAID: lambda: today - timedelta(days=rng.randint(1, 6)),
        End.PAID: lambda: last - timedelta(days=rng.randint(1, max(1, len(past.days) - 12))),
    }.get(end, lambda: today + timedelta(days=rng.randint(6, 26)))()
    if end is End.SIGNED_TODAY:
        return last, due + timedelta(days=wait)
    signed_on = min(due, last) - timedelta(days=wait + rng.randint(3, 24))
    return min(max(signed_on, past.first + timedelta(days=min(5, len(past.days) - 2))), last), max(due, signed_on)


def _events(rng: Random, plan: PaymentPlan, stage: int, signed_on: date, due: date) -> dict[DueEvent, date]:
    """The days of the events such that ``stage`` is due on ``due`` and the later ones after it."""
    events: dict[DueEvent, date] = {DueEvent.SIGNING: signed_on}
    for each in plan.stages[stage:]:
        if each.due.event not in events:
            events[each.due.event] = due - timedelta(days=each.due.days)
            due += timedelta(days=rng.randint(8, 25))
    last = max(events.values())
    for event in DueEvent:
        if event not in events:
            last += timedelta(days=rng.randint(3, 9))
            events[event] = last
    return events
