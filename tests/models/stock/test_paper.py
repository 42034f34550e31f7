"""The stock list's facts are what the stock says, costs only for who may see them (S3)."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.stock import actions
from models.stock.actions import CorrectionForm
from models.stock.paper_facts import stock_paper
from reports import prints
from tests.models.shops import Shop
from tests.models.stock.goods import COST, car, vin


def test_the_list_is_what_the_stock_says_to_who_asks(shop: Shop) -> None:
    old, coming = car(shop, 1, age=100), car(shop, 2, age=None)
    actions.correct_unit(shop.owner, old, 1, CorrectionForm(vin(1), "调价", cost=COST + 1))

    def said(actor: Actor) -> list[tuple[str, int | None, int | None]]:
        return [(each.number, each.age, each.cost) for each in stock_paper(actor, "en").lines]

    assert said(shop.owner) == [(vin(1), 100, COST + 1), (vin(2), None, COST)]
    assert said(shop.consultant) == [(vin(1), 100, None), (vin(2), None, None)]
    assert (stock_paper(shop.owner, "en").value, stock_paper(shop.consultant, "en").value) == (COST + 1, None)
    assert coming
    assert not prints.issue(shop.owner, PaperKind.STOCK_LIST, 0).copy
