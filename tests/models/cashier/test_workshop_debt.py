"""What the workshop is owed stands among what is overdue, on screen, paper and statistic to the fen (S7, W9)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.cashier.overdue import aging, overdue, overdue_stages
from models.cashier.paper_facts import aging_paper
from models.cashier.rules import Age
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor
from models.service.hand_back_actions import HandBackForm, hand_back, overrule_payment
from models.service.late_actions import note_call
from models.service.money_lists import unpaid
from tests.models.service.orders import Crew, crew, labour, part
from tests.models.service.settled import pay, settled
from tests.models.shops import Shop
from tests.models.statistics.asking import ask, total_of


def lent(shop: Shop, team: Crew, paid: int, **order: object) -> int:
    """An order handed back with something open."""
    order_id = settled(shop, team, labour(), part(parent=0), **order)
    if paid:
        pay(shop.cashier, order_id, paid)
    overrule_payment(shop.manager, order_id, "月结客户")
    hand_back(team.advisor, order_id, HandBackForm())
    return order_id


def seen(actor: Actor) -> list[tuple[int, int]]:
    return [(row.order_id, row.still_open) for row in overdue(actor)]


def test_a_debt_of_the_workshop_ages_from_the_hand_back(shop: Shop) -> None:
    team = crew(shop)
    with clock.standing_at(clock.now() - timedelta(days=45)):
        order_id = lent(shop, team, 100_00)
        assert overdue(shop.cashier) == [], "due today is not overdue"
        (owed,) = unpaid(shop.cashier)
    (row,) = overdue(shop.cashier)
    assert (row.order_id, row.contract_id, row.days, row.interest) == (order_id, 0, 45, 0)
    assert (row.still_open, row.number, row.consultant) == (owed.owed, owed.order, team.advisor.name)
    assert overdue_stages(shop.cashier) == []
    (line,) = aging([row])
    assert line.by_age == {Age.MONTH: 0, Age.TWO_MONTHS: owed.owed, Age.THREE_MONTHS: 0, Age.LONGER: 0}
    for actor, own in ((shop.owner, True), (team.advisor, True), (shop.consultant, False), (shop.reception, False)):
        assert seen(actor) == ([(order_id, owed.owed)] if own else []), actor.name
    paper = aging_paper(shop.cashier, "zh_CN")
    assert (paper.still_open, paper.totals[1], paper.lines[0].number) == (owed.owed, owed.owed, owed.order)
    statistic = ask(shop.owner, "aging")
    assert (total_of(statistic)["open"], total_of(statistic)["contracts"]) == (owed.owed, 1)
    note_call(team.advisor, order_id, "葉靜宜", "月底付")
    pay(shop.cashier, order_id, owed.owed - 1)
    assert seen(shop.cashier) == [(order_id, 1)], "to the fen"
    pay(shop.cashier, order_id)
    assert overdue(shop.cashier) == []
    with pytest.raises(RuleError, match="not here"):
        note_call(team.advisor, order_id, "葉靜宜", "谢谢")
