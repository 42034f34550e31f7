"""The check tells of a stock that is not what its movements and contracts say (S3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from models.catalog.kinds import Kept
from models.checking import stock as checks
from models.kernel.tables import run_sql
from models.sales.contract_actions import sign_contract
from models.stock import actions
from models.stock.actions import QuantityForm
from tests.models.shops import Shop, customer
from tests.models.stock.goods import approved, car, draft, signed_with

Check = Callable[[], Iterator[str]]


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A car free, one reserved by a contract, and mats by quantity."""
    actions.keep_item(shop.owner, shop.mats, Kept.QUANTITY)
    actions.receive_quantity(shop.owner, QuantityForm(shop.mats, 500, 10_000))
    car(shop, 1)
    signed_with(shop, customer(shop), car(shop, 2))
    return shop


def test_what_the_actions_write_is_sound(stocked: Shop) -> None:
    assert [*checks.quantities(), *checks.units()] == []
    sign_contract(stocked.consultant, approved(stocked, draft(stocked, customer(stocked, "李", "13900002222"))))
    assert [*checks.quantities(), *checks.units()] == []


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        ("UPDATE stock_quantity SET quantity = quantity - 100", checks.quantities),
        ("UPDATE stock_quantity SET value = value + 1", checks.quantities),
        ("UPDATE stock_quantity SET reserved = reserved + 100", checks.quantities),
        ("UPDATE stock_unit SET state = 'in_stock' WHERE state = 'reserved'", checks.units),
        ("UPDATE stock_unit SET state = 'reserved' WHERE state = 'in_stock'", checks.units),
        ("UPDATE stock_unit SET state = 'sold', left_on = '2036-01-01' WHERE state = 'reserved'", checks.units),
        ("UPDATE stock_unit SET arrived_on = NULL WHERE state = 'in_stock'", checks.units),
        ("UPDATE contract_unit SET released_at = 1", checks.units),
        ("UPDATE contract SET state = 'cancelled'", checks.units),
    ],
)
def test_harm_is_told(stocked: Shop, harm: str, check: Check) -> None:
    run_sql(harm)
    assert list(check())
