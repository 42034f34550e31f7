"""A delivery from its plan to its end, and the contract, the commission and the file that follow it."""

from __future__ import annotations

from models.customers.kinds import Stage
from models.customers.lists import customer_file
from models.delivery.lists import steps_of_customer
from models.delivery.reading import delivery_view
from models.delivery.states import DeliveryState
from models.kernel.tables import run_sql
from models.sales.lists import contract_view
from models.sales.states import ContractState
from tests.models.delivery.handing import VIN, closed, planned
from tests.models.shops import Shop, signed_contract


def test_from_the_plan_to_the_end(shop: Shop) -> None:
    contract_id = signed_contract(shop)
    first = planned(shop, contract_id)
    assert contract_view(shop.owner, contract_id).row.state is ContractState.IN_DELIVERY
    assert delivery_view(shop.consultant, first).entry.state is DeliveryState.PLANNED
    delivery_id = closed(shop, hours=50)
    view = delivery_view(shop.owner, delivery_id)
    assert view.entry.state is DeliveryState.CLOSED
    assert view.contract_state is ContractState.CLOSED
    assert customer_file(shop.owner, view.entry.customer_id).stage is Stage.DELIVERED
    sql = "SELECT serial, mileage FROM owned_goods WHERE customer_id = ?"
    assert [tuple(row) for row in run_sql(sql, view.entry.customer_id).fetchall()] == [(VIN, 2)]
    steps = [step.kind.value for step in reversed(steps_of_customer(view.entry.customer_id))]
    assert steps[0] == "planned"
    assert steps[-1] == "closed"
