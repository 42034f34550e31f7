"""Reception: the sheet, mileage, repeat repair, the gate (W2, W3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.customers.tables import OwnedGoods
from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError
from models.service.kinds import EventKind
from models.service.reading import order_view
from models.service.reception_actions import MarkForm, OpenForm, cancel_order, open_order, receive, save_sheet
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from tests.models.service.orders import car, crew, fill_sheet, opened, received, sheet
from tests.models.shops import Shop, customer


def test_the_vehicle_is_received_when_the_sheet_says_everything(shop: Shop) -> None:
    people = crew(shop)
    order_id = opened(shop, people.advisor)
    with pytest.raises(RuleError) as caught:
        receive(people.advisor, order_id)
    for what in ("Mileage", "Fuel level", "Customer's own words", "Valuables"):
        assert what in str(caught.value)
    fill_sheet(people.advisor, order_id)
    receive(people.advisor, order_id)
    view = order_view(people.advisor, order_id)
    assert view.row.state is WorkOrderState.RECEIVED
    assert view.sheet.marks[0].note == "8 cm"
    assert view.sheet.lights == ("abs",)
    assert OwnedGoods.get_by_id(view.row.goods_id).mileage == 40_268
    assert [event.kind for event in view.events] == [EventKind.OPENED, EventKind.CHANGED, EventKind.RECEIVED]
    assert all(event.staff == "许念安" for event in view.events)
    assert len(view.points) == 26


def test_mileage_never_runs_backwards_without_a_reason(shop: Shop) -> None:
    people = crew(shop)
    order_id = opened(shop, people.advisor)
    for mileage, field in ((39_999, "mileage_reason"), (9_999_999, "mileage"), (0, "mileage_reason")):
        with pytest.raises(RuleError) as caught:
            fill_sheet(people.advisor, order_id, mileage=mileage)
        assert caught.value.field == field
    fill_sheet(people.advisor, order_id, mileage=100, mileage_reason="更换仪表")
    receive(people.advisor, order_id)
    view = order_view(people.advisor, order_id)
    assert OwnedGoods.get_by_id(view.row.goods_id).mileage == 100
    assert view.events[-1].text == "更换仪表"


def test_a_repeat_repair_is_found_by_itself(shop: Shop) -> None:
    people = crew(shop)
    file_id = customer(shop)
    goods_id = car(shop, file_id)
    first = received(shop, people.advisor, customer_id=file_id, goods_id=goods_id)
    with pytest.raises(RuleError, match="is here already"):
        open_order(people.advisor, OpenForm(file_id, goods_id))
    state = {"state": WorkOrderState.HANDED_BACK, "handed_back_at": clock.now()}
    WorkOrder.update(**state).where(WorkOrder.id == first).execute()
    again = opened(shop, people.advisor, file_id, goods_id)
    fill_sheet(people.advisor, again, complaint="空调不制冷", mileage=40_300)
    assert order_view(people.advisor, again).repeat_of is None
    fill_sheet(people.advisor, again, complaint="刹车还是响", mileage=40_300)
    view = order_view(people.advisor, again)
    assert view.repeat_of is not None
    assert (view.repeat_of.id, view.row.repeat) == (first, True)
    fill_sheet(people.advisor, again, complaint="刹车还是响", mileage=40_300, not_repeat=True)
    assert order_view(people.advisor, again).repeat_of is None
    with clock.standing_at(clock.now() + timedelta(days=31)):
        with pytest.raises(RuleError, match="too long ago"):
            fill_sheet(people.advisor, again, mileage=40_300, repeat_of=first)
        fill_sheet(people.advisor, again, complaint="刹车还是响", mileage=40_300)
        assert order_view(people.advisor, again).repeat_of is None


def test_what_cannot_be_is_said_at_its_field(shop: Shop) -> None:
    people = crew(shop)
    order_id = opened(shop, people.advisor)
    version = order_view(people.advisor, order_id).version
    goods_id = order_view(people.advisor, order_id).row.goods_id
    for wrong, field in (
        ({"fuel": 9}, "fuel"),
        ({"marks": (MarkForm("left", 1001, 0, "dent"),)}, "marks"),
        ({"marks": (MarkForm("left", 1, 1, "dent"),) * 61}, "marks"),
        ({"complaint": "x" * 2001}, "complaint"),
        ({"goods_id": 999}, "goods_id"),
        ({"repeat_of": 999}, "repeat_of"),
    ):
        with pytest.raises(RuleError) as caught:
            save_sheet(people.advisor, order_id, version, sheet(**{"goods_id": goods_id, **wrong}))
        assert caught.value.field == field
    assert order_view(people.advisor, order_id).sheet.marks == ()


def test_cancelling_takes_a_reason_and_a_role(shop: Shop) -> None:
    people = crew(shop)
    order_id = received(shop, people.advisor)
    with pytest.raises(RuleError, match="reason"):
        cancel_order(people.advisor, order_id, "")
    with pytest.raises(NotAllowed):
        cancel_order(people.technician, order_id, "x")
    cancel_order(shop.reception, order_id, "客户改期")
    view = order_view(people.advisor, order_id)
    assert (view.row.state, view.reason) == (WorkOrderState.CANCELLED, "客户改期")
    with pytest.raises(IllegalMove):
        cancel_order(people.advisor, order_id, "x")
