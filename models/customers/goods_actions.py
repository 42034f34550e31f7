"""What is done with the vehicles and other goods a customer owns (C1)."""

from __future__ import annotations

from typing import Any

from models.customers.belongings import GoodsForm, goods_name, goods_values, write_goods
from models.customers.findable import make_findable
from models.customers.protection_actions import standing
from models.customers.rules import masked_text
from models.customers.tables import OwnedGoods
from models.kernel.actions import Act, action, save_edit
from models.kernel.permissions import Permission

_COMPARED = ("serial_key", "plate_key")
_MASKED = ("serial", "plate", "note", "bought_at")


@action(Permission.EDIT_FILE)
def add_goods(act: Act, customer_id: int, form: GoodsForm) -> None:
    """A customer owns something else. Raises RuleError at the field that is wrong."""
    goods = write_goods(standing(customer_id).id, form)
    _finish(act, customer_id, goods.id)
    act.note(goods=_called(goods))


@action(Permission.EDIT_FILE)
def change_goods(act: Act, goods_id: int, version: int, form: GoodsForm) -> None:
    """Change what is known of goods; ``gone_on`` says since when the customer no longer has them.

    Raises RuleError at the field that is wrong, StaleEdit.
    """
    goods = OwnedGoods.get_by_id(goods_id)
    changed = save_edit(goods, version, goods_values(form))
    _finish(act, goods.customer_id, goods_id)
    said = {name: [_said(name, each) for each in both] for name, both in changed.items() if name not in _COMPARED}
    act.note(goods=_called(goods), changed=said)


def _said(name: str, value: Any) -> str:
    """What the trail says of a value: what names a person's own thing only as a mask."""
    said = "" if value is None else str(value)
    return masked_text(said, 2) if name in _MASKED else said


def _called(goods: Any) -> str:
    return goods_name(goods) if goods.make or goods.model else masked_text(goods_name(goods), 2)


def _finish(act: Act, customer_id: int, goods_id: int) -> None:
    make_findable(customer_id)
    act.on("customer", customer_id)
    act.touch("owned_goods", goods_id)
