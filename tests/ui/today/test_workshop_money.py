"""What the workshop's money asks on Today, for each who may do something about it."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.service.hand_back_actions import HandBackForm, hand_back, overrule_payment
from models.service.late_actions import note_call
from tests.models.service.orders import car, crew
from tests.models.service.settled import pay, ready, settle_as_proposed
from tests.ui.conftest import Shop
from ui.today import workshop_money


def titles(actor: Actor) -> list[tuple[str, str]]:
    """Tone and words of what is asked."""
    found = list(workshop_money.needs(actor))
    assert len(found) == workshop_money.count(actor)
    assert {each.kind for each in found} <= {"work_order"}
    return [(each.tone, each.title) for each in found]


def test_from_the_call_to_the_last_fen(shop: Shop, look: None) -> None:
    team, file_id = crew(shop), shop.customer("葉靜宜", "199 0000 0322")  # type: ignore[arg-type]
    goods_id = car(shop, file_id, "浙A7K3P9", "")  # type: ignore[arg-type]
    order_id = ready(shop, team, customer_id=file_id, goods_id=goods_id)  # type: ignore[arg-type]
    call = ("warn", "Call 葉靜宜: 浙A7K3P9 is ready")
    assert titles(team.advisor) == titles(shop.reception) == [call]
    assert titles(shop.cashier) == titles(team.technician) == []
    note_call(team.advisor, order_id, "葉靜宜", "五点来取")
    settle_as_proposed(team.advisor, order_id)
    assert titles(shop.cashier) == [("accent", "葉靜宜 pays ¥740.00")]
    assert titles(team.advisor) == []
    overrule_payment(shop.manager, order_id, "月结客户")
    hand_back(team.advisor, order_id, HandBackForm())
    owes = ("bad", "葉靜宜 has not paid ¥740.00")
    assert titles(shop.cashier) == titles(team.advisor) == [owes]
    pay(shop.cashier, order_id)
    assert titles(shop.cashier) == titles(team.advisor) == []
