"""What screens read of the catalogue; the cost shows only to those who may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.catalog.tables import Item
from models.kernel import search
from models.kernel.permissions import Actor, Permission


@dataclass(frozen=True)
class ItemRow:
    """An item; price and cost in fen, ``cost`` None for who may not see it."""

    id: int
    version: int
    code: str
    category: str
    name: str
    spec: str
    unit: str
    price: int
    cost: int | None
    active: bool


def items(actor: Actor, *, active_only: bool = True) -> list[ItemRow]:
    """The whole catalogue by category and code."""
    query = Item.select().order_by(Item.category, Item.code)
    return _rows(actor, query.where(Item.active == 1) if active_only else query)


def find_items(actor: Actor, query: str, limit: int = 12) -> list[ItemRow]:
    """Active items found by any part of code, name, sound or specification, best first."""
    wanted = [hit.record_id for hit in search.find(query, ("item",), limit)]
    found = {row.id: row for row in _rows(actor, Item.select().where(Item.id.in_(wanted), Item.active == 1))}
    return [found[each] for each in wanted if each in found]


def item(actor: Actor, item_id: int) -> ItemRow:
    """One item."""
    return _rows(actor, [Item.get_by_id(item_id)])[0]


def _rows(actor: Actor, found: Iterable[Item]) -> list[ItemRow]:
    sees_cost = actor.may(Permission.SEE_COST)
    return [
        ItemRow(
            *(each.id, each.version, each.code, each.category, each.name, each.spec, each.unit, each.price),
            *(each.cost if sees_cost else None, each.active),
        )
        for each in found
    ]
