"""A statistic as it is printed, in the paper's language."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.shop.paper_look import paper_head
from models.statistics import lists
from models.statistics.papers import StatisticAsked, StatisticPaper


def statistic_paper(actor: Actor, wanted: StatisticAsked, language: str) -> StatisticPaper:
    """A statistic of some days as this person may see it. Raises NotAllowed for who may not see it at all."""
    place = next(number for number, each in enumerate(lists.OFFERS, start=1) if each.code == wanted.code)
    whose = lists.OFFERS[place - 1].whose(actor)
    days = f"{wanted.period.first:%Y%m%d}-{wanted.period.last:%Y%m%d}"
    number = f"TJ{place:02d}-{days}" + (f"-{whose}" if whose else "")
    found = lists.statistic(actor, wanted.code, wanted.period, language)
    return StatisticPaper(paper_head(PaperKind.STATISTIC), number, found)
