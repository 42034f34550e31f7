"""Warranties for tests, given inside an action as the settlement of an order does."""

from __future__ import annotations

from models.kernel.actions import acting
from models.kernel.permissions import Permission
from models.warranty.giving_actions import WarrantyForm, give_warranty
from tests.models.shops import Shop


def given(shop: Shop, form: WarrantyForm) -> int:
    """Give it; returns its id."""
    with acting(shop.manager, "warranty.give", Permission.SETTLE_WORK) as act:
        warranty_id = give_warranty(act, form)
        act.on("warranty", warranty_id)
    return warranty_id
