"""The cashier takes the money of a work order from Today, by keys through the real window (W9)."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import store
from models.kernel.permissions import Actor, Role
from models.papers.facts import PaperKind
from models.service import money_lists
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from models.staff import lists as staff
from tests.journeys.desk import TODAY, Desk
from tests.journeys.papers import assert_on_record
from tests.journeys.people import World
from tests.models.service.orders import car, crew
from tests.models.service.settled import settled


@pytest.fixture
def waiting(desk: Desk, world: World, place: Path) -> Desk:
    """A shop with a work order that is settled, which the cashier opened from Today."""
    opened = store.open_store(str(place))
    owner = next(Actor(each.id, each.name, each.roles) for each in staff.everybody() if Role.OWNER in each.roles)
    shop: Any = SimpleNamespace(owner=owner, reception=owner)
    customer_id = open_file(owner, FileForm("葉靜宜", phones=("199 0000 0322",)), ContactForm(RegisterKind.VISIT)).id
    settled(shop, crew(shop), customer_id=customer_id, goods_id=car(shop, customer_id))
    store.close(opened)
    desk.open_in(world, place)
    desk.log_in(world.cashier)
    desk.press(TODAY, "Enter")
    desk.button("take_payment")
    return desk


@pytest.mark.parametrize("world", ["zh_CN"], indirect=True)
def test_a_payment_on_a_work_order_and_its_receipt(waiting: Desk, world: World, tmp_path: Path) -> None:
    """Four keys from the order to the receipt on paper."""
    order_id = WorkOrder.get().id
    waiting.count_anew()
    waiting.press("F6", "Enter")
    waiting.button("save")
    waiting.press("Enter")
    waiting.see(QLineEdit, "fileNameEdit")
    waiting.press("Enter")
    waiting.wait(lambda: list(tmp_path.glob("*.pdf")))
    assert waiting.presses <= 4
    (payment,) = money_lists.payments_of(order_id)
    (receipt,) = tmp_path.glob("*.pdf")
    assert_on_record(PaperKind.WORK_RECEIPT, payment.number, receipt)
    assert payment.amount == 74_000
    assert WorkOrder.get_by_id(order_id).state is WorkOrderState.SETTLED
