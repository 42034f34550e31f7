"""Inspection, estimate, choice, authorisation, deferred work (W4, W5)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.service.estimate_actions import (
    ChoiceForm,
    ConsentForm,
    EstimateForm,
    LineForm,
    authorise,
    choose_lines,
    drop_deferred,
    give_estimate,
    reopen_estimate,
    save_estimate,
    take_up_deferred,
)
from models.service.inspection_actions import PointForm, finish_inspection, judge_point, judge_rest
from models.service.kinds import Charge, Grade, LineKind, MissingPart, Stance, Supply
from models.service.lists import deferred_of
from models.service.reading import order_view
from models.service.reception_actions import cancel_order
from models.service.states import WorkOrderState
from tests.models.service.orders import (
    authorised,
    car,
    consent,
    crew,
    estimated,
    inspected,
    labour,
    part,
    received,
    tomorrow,
)
from tests.models.shops import Shop, customer


def test_every_point_is_judged_before_the_estimate(shop: Shop) -> None:
    people = crew(shop)
    order_id = received(shop, people.advisor)
    points = order_view(people.advisor, order_id).points
    judge_point(people.technician, points[0].id, PointForm(Grade.NOW, "3 mm", "见底"))
    with pytest.raises(RuleError, match="is not checked"):
        finish_inspection(people.technician, order_id)
    judge_rest(people.technician, order_id)
    judge_point(people.technician, points[1].id, PointForm(Grade.OPEN))
    with pytest.raises(RuleError, match=points[1].wording):
        finish_inspection(people.technician, order_id)
    judge_rest(people.technician, order_id)
    finish_inspection(people.technician, order_id)
    view = order_view(people.advisor, order_id)
    assert (view.points[0].grade, view.points[0].measured, view.points[0].staff) == (Grade.NOW, "3 mm", "田吉昌")
    assert view.row.state is WorkOrderState.INSPECTED


def test_the_customer_authorises_work_price_and_time(shop: Shop) -> None:
    people = crew(shop)
    free = labour("拆检", 50, charge=Charge.WARRANTY)
    order_id = estimated(shop, people.advisor, labour(discount=2_000), part(parent=0), free, discount=1_000)
    view = order_view(people.advisor, order_id)
    assert view.totals.total == 22_000 + 52_000 - 2_000 - 1_000
    assert view.totals.free == 11_000
    assert view.lines[1].parent_id == view.lines[0].id
    with pytest.raises(RuleError) as caught:
        authorise(people.advisor, order_id, ConsentForm("葉靜宜", content=b"no picture"))
    assert caught.value.field == "content"
    with pytest.raises(NotAllowed):
        authorise(people.technician, order_id, consent())
    authorise(people.advisor, order_id, consent())
    view = order_view(people.advisor, order_id)
    assert (view.row.state, view.authorised) == (WorkOrderState.AUTHORISED, 71_000)
    assert view.authorisations[0].total == 71_000
    assert view.first_promised_at == view.row.promised_at
    with pytest.raises(RuleError, match="take it back"):
        save_estimate(people.advisor, order_id, view.version, EstimateForm((labour(),)))
    reopen_estimate(people.advisor, order_id, "客户加项")
    view = order_view(people.advisor, order_id)
    assert (view.row.state, view.authorised) == (WorkOrderState.INSPECTED, None)


def test_nothing_is_authorised_that_is_undecided_or_past(shop: Shop) -> None:
    people = crew(shop)
    lines = (
        labour("方案一", option="a", option_name="原厂", stance=Stance.OFFERED),
        labour("方案二", option="a", option_name="国产", stance=Stance.OFFERED),
        part(supply=Supply.ORDER, item_id=None),
    )
    order_id = estimated(shop, people.advisor, *lines)
    with pytest.raises(RuleError) as caught:
        authorise(people.advisor, order_id, consent())
    said = str(caught.value)
    assert "方案一" in said
    assert "is not here" in said
    one, other, pads = (line.id for line in order_view(people.advisor, order_id).lines)
    with pytest.raises(RuleError, match="alternatives"):
        choose_lines(people.advisor, order_id, ChoiceForm({one: Stance.CHOSEN, other: Stance.CHOSEN}))
    assert order_view(people.advisor, order_id).lines[0].stance is Stance.OFFERED, "nothing half written"
    stances = {one: Stance.CHOSEN, other: Stance.REFUSED}
    choose_lines(people.advisor, order_id, ChoiceForm(stances, {pads: MissingPart.WAIT}))
    with clock.standing_at(clock.now() + timedelta(days=3)), pytest.raises(RuleError, match="promised time"):
        authorise(people.advisor, order_id, consent())
    authorise(people.advisor, order_id, consent())
    assert order_view(people.advisor, order_id).deferred == (), "an alternative not picked is not put off"


def test_deferred_and_refused_work_comes_up_next_time(shop: Shop) -> None:
    people = crew(shop)
    file_id = customer(shop)
    goods_id = car(shop, file_id)
    brakes = labour("更换前制动盘", 120, stance=Stance.REFUSED, safety=True)
    lines = (labour(), labour("更换雨刮片", 10, stance=Stance.DEFERRED), brakes)
    order_id = estimated(shop, people.advisor, *lines, customer_id=file_id, goods_id=goods_id)
    assert deferred_of(goods_id, file_id) == []
    authorise(people.advisor, order_id, consent())
    kept = deferred_of(goods_id, file_id)
    assert [(each.name, each.safety, each.refused) for each in kept] == [
        ("更换前制动盘", True, True),
        ("更换雨刮片", False, False),
    ]
    cancel_order(people.advisor, order_id, "x")
    again = inspected(shop, people.advisor, customer_id=file_id, goods_id=goods_id)
    take_up_deferred(people.advisor, again, (kept[0].id,))
    drop_deferred(people.advisor, kept[1].id)
    with pytest.raises(RuleError, match="not open"):
        take_up_deferred(people.advisor, again, (kept[1].id,))
    view = order_view(people.advisor, again)
    assert [(line.name, line.stance, line.amount) for line in view.lines] == [("更换前制动盘", Stance.OFFERED, 26_400)]
    assert view.deferred == ()
    save_estimate(people.advisor, again, view.version, EstimateForm((labour(),), 0, tomorrow()))
    assert [each.name for each in deferred_of(goods_id, file_id)] == ["更换前制动盘"], "taken off again"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (labour(hours=0), "lines.0.quantity"),
        (labour(hours=1_000_00), "lines.0.quantity"),
        (labour(name=""), "lines.0.name"),
        (labour(discount=30_000), "lines.0.discount"),
        (part(price=-1), "lines.0.unit_price"),
        (part(parent=0), "lines.0.parent"),
        (part(item_id=99_999), "lines.0.item_id"),
        (LineForm(LineKind.LABOUR, "x" * 81, 100, 1), "lines.0.name"),
    ],
)
def test_a_wrong_line_is_said_at_its_place(folder_shop: Shop, line: LineForm, field: str) -> None:
    order_id = inspected(folder_shop, folder_shop.owner)
    version = order_view(folder_shop.owner, order_id).version
    with pytest.raises(RuleError) as caught:
        save_estimate(folder_shop.owner, order_id, version, EstimateForm((line,)))
    assert caught.value.field == field
    assert order_view(folder_shop.owner, order_id).lines == ()


def test_a_promise_lies_ahead_and_an_old_estimate_is_stale(folder_shop: Shop) -> None:
    order_id = inspected(folder_shop, folder_shop.owner)
    version = order_view(folder_shop.owner, order_id).version
    for promised_at in (clock.now() - timedelta(minutes=1), clock.now() + timedelta(days=400)):
        with pytest.raises(RuleError) as caught:
            save_estimate(folder_shop.owner, order_id, version, EstimateForm((labour(),), 0, promised_at))
        assert caught.value.field == "promised_at"
    with pytest.raises(RuleError) as caught:
        save_estimate(folder_shop.owner, order_id, version, EstimateForm((labour(),), 22_001, tomorrow()))
    assert caught.value.field == "discount"
    save_estimate(folder_shop.owner, order_id, version, EstimateForm((labour(),), 0, tomorrow()))
    with pytest.raises(StaleEdit):
        save_estimate(folder_shop.owner, order_id, version, EstimateForm((labour(), part()), 0, tomorrow()))
    assert len(order_view(folder_shop.owner, order_id).lines) == 1


def test_an_estimate_needs_lines_and_an_order_goes_its_way(folder_shop: Shop) -> None:
    owner = folder_shop.owner
    order_id = inspected(folder_shop, owner)
    with pytest.raises(RuleError, match="no line"):
        give_estimate(owner, order_id)
    with pytest.raises(IllegalMove):
        authorise(owner, order_id, consent())
    done = authorised(folder_shop, owner, customer_id=customer(folder_shop, "乙", "13700001111"))
    with pytest.raises(IllegalMove):
        authorise(owner, done, consent())
