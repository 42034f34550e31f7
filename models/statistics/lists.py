"""The statistics in their order, whose figures each person may see, and a statistic asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.customers.traffic import Period
from models.kernel import i18n
from models.kernel.errors import NotAllowed
from models.kernel.i18n import N_
from models.kernel.permissions import Actor, Permission
from models.statistics import handing, money, people, prospects, shelf, visits, workshop
from models.statistics.asking import Asked
from models.statistics.periods import compared_with
from models.statistics.values import Statistic

_P = Permission


@dataclass(frozen=True)
class Offer:
    """A statistic that can be asked for: who sees everybody's figures, who their own, and which records change it."""

    code: str
    title: str
    icon: str
    make: Callable[[Asked], Statistic]
    everybody: frozenset[Permission]
    own: frozenset[Permission] = frozenset()
    heard: tuple[str, ...] = ()

    def whose(self, actor: Actor) -> int | None:
        """Whose figures this person sees: None for everybody's, else their own id. Raises NotAllowed for neither."""
        if any(map(actor.may, self.everybody)):
            return None
        if any(map(actor.may, self.own)):
            return actor.id
        raise NotAllowed("Your role may not see these figures.")


OFFERS: tuple[Offer, ...] = (
    Offer(
        "funnel",
        N_("Sales funnel"),
        "filter-variant",
        prospects.funnel,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.QUOTE}),
        heard=("customer",),
    ),
    Offer(
        "traffic_hours",
        N_("Traffic by hour"),
        "clock-outline",
        visits.by_hour,
        everybody=frozenset({_P.REGISTER}),
        heard=("register_line",),
    ),
    Offer(
        "traffic_weekdays",
        N_("Traffic by weekday"),
        "calendar-week",
        visits.by_weekday,
        everybody=frozenset({_P.REGISTER}),
        heard=("register_line",),
    ),
    Offer(
        "conversion",
        N_("Conversion per person"),
        "account-arrow-right-outline",
        people.conversion,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.QUOTE}),
        heard=("register_line", "contract"),
    ),
    Offer(
        "compliance",
        N_("Follow-up in time"),
        "phone-check-outline",
        people.compliance,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.FOLLOW_UP}),
        heard=("follow_up", "promise", "customer"),
    ),
    Offer(
        "sources",
        N_("Sources"),
        "source-branch",
        prospects.sources,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.QUOTE}),
        heard=("customer", "register_line"),
    ),
    Offer(
        "lost",
        N_("Lost reasons"),
        "account-remove-outline",
        prospects.lost_reasons,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.QUOTE}),
        heard=("customer",),
    ),
    Offer(
        "revenue",
        N_("Revenue and collections"),
        "chart-line",
        money.revenue,
        everybody=frozenset({_P.SEE_MONEY_FIGURES}),
        heard=("contract", "payment", "work_payment", "settlement", "work_order"),
    ),
    Offer(
        "collections",
        N_("Collections by method"),
        "cash-multiple",
        money.collections,
        everybody=frozenset({_P.SEE_MONEY_FIGURES}),
        heard=("payment", "work_payment"),
    ),
    Offer(
        "aging",
        N_("Overdue by age"),
        "clock-alert-outline",
        money.aging,
        everybody=frozenset({_P.SEE_MONEY_FIGURES}),
        own=frozenset({_P.REMIND}),
        heard=("contract", "payment", "work_payment", "settlement"),
    ),
    Offer(
        "punctuality",
        N_("Delivery punctuality"),
        "truck-check-outline",
        handing.punctuality,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.HAND_OVER}),
        heard=("delivery",),
    ),
    Offer(
        "load",
        N_("Workshop load"),
        "garage-open-variant",
        workshop.load,
        everybody=frozenset({_P.SEE_WORKSHOP_FIGURES}),
        heard=("appointment", "work_order", "workshop", "workshop_bay"),
    ),
    Offer(
        "hours",
        N_("Actual and standard hours"),
        "timer-outline",
        workshop.hours,
        everybody=frozenset({_P.SEE_WORKSHOP_FIGURES}),
        own=frozenset({_P.DO_WORK}),
        heard=("work_order",),
    ),
    Offer(
        "turnover",
        N_("Parts turnover"),
        "rotate-3d-variant",
        shelf.turnover,
        everybody=frozenset({_P.SEE_COST}),
        heard=("item", "part", "part_slip", "stock_count", "purchase_order", "work_order", "contract"),
    ),
    Offer(
        "satisfaction",
        N_("Satisfaction"),
        "star-outline",
        people.satisfaction,
        everybody=frozenset({_P.SEE_ALL_FIGURES}),
        own=frozenset({_P.FOLLOW_UP}),
        heard=("survey", "complaint"),
    ),
)
"""Every statistic, in the order they are offered."""


def offered(actor: Actor) -> list[Offer]:
    """The statistics this person may see anything of."""
    return [each for each in OFFERS if any(map(actor.may, each.everybody | each.own))]


def statistic(actor: Actor, code: str, period: Period, language: str = "") -> Statistic:
    """A statistic of a period beside the period before of equal kind, in a language or the screen's.

    Raises NotAllowed for who may not see it, LookupError for one there is not.
    """
    whose = refuse(actor, code)
    language = language or i18n.language()
    asked = Asked(actor, whose, period, compared_with(period), i18n.translator(language), language)
    return offer(code).make(asked)


def offer(code: str) -> Offer:
    """A statistic by its code. Raises LookupError for one there is not."""
    found = next((each for each in OFFERS if each.code == code), None)
    if found is None:
        raise LookupError(code)
    return found


def refuse(actor: Actor, code: str) -> int | None:
    """Whose figures of a statistic this person sees, None for everybody's. Raises NotAllowed for nobody's."""
    return offer(code).whose(actor)
