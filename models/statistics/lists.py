"""The statistics in their order, whose figures each person may see, and a statistic asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.customers.traffic import Period
from models.kernel import i18n
from models.kernel.errors import NotAllowed
from models.kernel.i18n import N_
from models.kernel.permissions import Actor, Permission
from models.statistics import prospects, visits
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
        *("funnel", N_("Sales funnel"), "filter-variant", prospects.funnel),
        *(frozenset({_P.SEE_ALL_FIGURES}), frozenset({_P.QUOTE})),
        ("customer",),
    ),
    Offer(
        *("traffic_hours", N_("Traffic by hour"), "clock-outline", visits.by_hour, frozenset({_P.REGISTER})),
        heard=("register_line",),
    ),
    Offer(
        *("traffic_weekdays", N_("Traffic by weekday"), "calendar-week", visits.by_weekday, frozenset({_P.REGISTER})),
        heard=("register_line",),
    ),
    Offer(
        *("sources", N_("Sources"), "source-branch", prospects.sources),
        *(frozenset({_P.SEE_ALL_FIGURES}), frozenset({_P.QUOTE})),
        ("customer", "register_line"),
    ),
    Offer(
        *("lost", N_("Lost reasons"), "account-remove-outline", prospects.lost_reasons),
        *(frozenset({_P.SEE_ALL_FIGURES}), frozenset({_P.QUOTE})),
        ("customer",),
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
    offer = next((each for each in OFFERS if each.code == code), None)
    if offer is None:
        raise LookupError(code)
    language = language or i18n.language()
    say = i18n.translator(language)
    return offer.make(Asked(actor, offer.whose(actor), period, compared_with(period), say, language))
