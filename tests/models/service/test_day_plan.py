"""The day plan's facts: the planner's day by bay and by advisor, phones masked, who may have it (W1, C11)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.appointments.booking_actions import cancel_appointment
from models.kernel import clock
from models.kernel.errors import NotAllowed
from models.papers.facts import PaperKind
from models.service.day_plan_facts import day_plan_paper
from reports import prints
from tests.models.appointments.booking import at, booked, two_bays
from tests.models.service.orders import car, crew
from tests.models.shops import Shop, customer


def test_a_day_stands_by_bay_and_by_advisor_with_what_was_promised(shop: Shop) -> None:
    people = crew(shop)
    bay, _other = two_bays(shop)
    file_id = customer(shop, "欧阳䶮", "13900006611")
    goods_id = car(shop, file_id, "浙C12345", "LYH7V2A58TA000611")
    placed = {"bay_id": bay, "advisor_id": people.advisor.id}
    booked(shop, people.advisor, at(1, 9), file_id, goods_id=goods_id, wish="做保养", **placed)
    booked(shop, people.advisor, at(1, 11), customer(shop, "乙", "13700001111"), plate="浙B00001")
    gone = booked(shop, people.advisor, at(1, 15), customer(shop, "丙", "13700002222"), bay_id=bay)
    cancel_appointment(shop.reception, gone, "改期")
    day = clock.today() + timedelta(days=1)
    plan = day_plan_paper(shop.reception, day.toordinal(), "zh_CN")
    assert [(lane.name, [line.plate for line in lane.lines]) for lane in plan.bays] == [
        ("举升机 1 · 机修", ["浙C12345"]),
        ("", ["浙B00001"]),
    ]
    assert [lane.name for lane in plan.advisors] == [people.advisor.name, ""]
    first = plan.lines[0]
    assert (first.phone, first.model, first.asked_for) == ("139****6611", "澜川 L3 2023", "保养 做保养")
    assert (first.begins_at, first.ends_at, first.promised_at) == (at(1, 9), at(1, 10), None)
    assert (plan.opens, plan.closes, plan.closed) == ("08:30", "17:30", "")
    with pytest.raises(NotAllowed):
        day_plan_paper(shop.consultant, day.toordinal(), "zh_CN")
    paper = prints.issue(shop.reception, PaperKind.DAY_PLAN, day.toordinal())
    assert paper.number.startswith(f"YYB-{day:%Y%m%d}-")
    assert paper.pdf.startswith(b"%PDF")
