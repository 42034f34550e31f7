"""Every action on work orders once, by somebody who may."""

from __future__ import annotations

from models.service import estimate_actions as estimating
from models.service import inspection_actions as inspecting
from models.service import operation_actions as catalogue
from models.service import reception_actions as receiving
from models.service.kinds import Grade, Stance
from models.service.lists import deferred_of
from models.service.reading import order_view
from models.service.rules import Rounding
from models.service.terms import Terms
from tests.models.service.orders import PLATE, authorised, car, consent, crew, estimated, inspected, labour, part
from tests.models.shops import Shop, customer


def serve_everything(shop: Shop) -> None:
    """All of it."""
    people, file_id = crew(shop), customer(shop, "送修客", "13900007711")
    goods_id = car(shop, file_id, PLATE.replace("A", "B"))
    keep_the_catalogue(shop)
    safety = labour("更换前制动盘", 120, stance=Stance.REFUSED, safety=True)
    lines = (labour(), part(parent=0), labour("更换雨刮片", 10, stance=Stance.DEFERRED), safety)
    order_id = estimated(shop, people.advisor, *lines, customer_id=file_id, goods_id=goods_id)
    last = order_view(people.advisor, order_id).lines[2].id
    estimating.choose_lines(people.advisor, order_id, estimating.ChoiceForm({last: Stance.DEFERRED}))
    estimating.authorise(people.advisor, order_id, consent())
    estimating.reopen_estimate(people.advisor, order_id, "加项")
    estimating.give_estimate(people.advisor, order_id)
    estimating.authorise(people.advisor, order_id, consent())
    receiving.change_advisor(shop.manager, order_id, people.controller.id)
    receiving.cancel_order(people.advisor, order_id, "改期")
    again = inspected(shop, people.advisor, customer_id=file_id, goods_id=goods_id)
    point = order_view(people.advisor, again).points[0]
    inspecting.judge_point(people.technician, point.id, inspecting.PointForm(Grade.NOW, "3 mm"))
    first, second = deferred_of(goods_id, file_id)
    estimating.take_up_deferred(people.advisor, again, (first.id,))
    estimating.drop_deferred(people.advisor, second.id)
    authorised(shop, people.advisor, customer_id=customer(shop, "另一位", "13900007722"))


def keep_the_catalogue(shop: Shop) -> None:
    """The actions of the catalogue of operations and the workshop's terms."""
    catalogue.take_shipped_operations(shop.owner, "vehicle")
    form = catalogue.OperationForm("X-1", "检查异响", "vehicle", "chassis", 50)
    operation = catalogue.add_operation(shop.owner, form).id
    catalogue.change_operation(shop.manager, operation, 1, form)
    catalogue.change_terms(shop.manager, Terms(24_000, Rounding.NONE))
