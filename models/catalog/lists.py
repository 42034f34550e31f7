"""What screens read of the catalogue; the cost shows only to those who may see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from models.catalog.kinds import Kept, OptionKind, StockAnswer
from models.catalog.tables import Item, ItemOption
from models.kernel import search
from models.kernel.permissions import Actor, Permission


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option or colour; price and cost in fen come on top of the item's, ``cost`` None for who may not see it."""

    id: int
    kind: OptionKind
    name: str
    price: int
    cost: int | None
    active: bool


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
    options: tuple[OptionRow, ...] = ()
    stock: StockAnswer = field(default_factory=StockAnswer)
    kept: Kept = Kept.NOT


Counted = Callable[[Mapping[int, StockAnswer]], dict[int, StockAnswer]]
_counted: Counted = dict


def answer_from(counted: Counted) -> None:
    """Tell who makes of what the catalogue tells the answer that the stock gives, for the items that are counted."""
    global _counted
    _counted = counted


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


def items_by_id(actor: Actor, wanted: Collection[int]) -> dict[int, ItemRow]:
    """These items by their ids."""
    return {row.id: row for row in _rows(actor, Item.select().where(Item.id.in_(list(wanted))))} if wanted else {}


def stock_of(each: Item) -> StockAnswer:
    """“Is there one?” of an item: as the stock counts it, or else as the catalogue tells it."""
    return _answers([each])[each.id]


def _answers(rows: Iterable[Item]) -> dict[int, StockAnswer]:
    told = {
        each.id: StockAnswer(
            *(each.availability, each.expected_on, each.lead_days, each.stock_note, each.told_on),
            *(each.scarce, each.scarce_until),
        )
        for each in rows
    }
    counted = {each.id: told[each.id] for each in rows if each.kept is not Kept.NOT}
    return {**told, **_counted(counted)} if counted else told


def _rows(actor: Actor, found: Iterable[Item]) -> list[ItemRow]:
    sees_cost = actor.may(Permission.SEE_COST)
    rows = list(found)
    options, answers = _options([each.id for each in rows], sees_cost), _answers(rows)
    return [
        ItemRow(
            *(each.id, each.version, each.code, each.category, each.name, each.spec, each.unit, each.price),
            *(each.cost if sees_cost else None, each.active, tuple(options[each.id])),
            *(answers[each.id], each.kept),
        )
        for each in rows
    ]


def _options(item_ids: list[int], sees_cost: bool) -> dict[int, list[OptionRow]]:
    query = ItemOption.select().order_by(ItemOption.item, ItemOption.position)
    if len(item_ids) <= _FEW:
        query = query.where(ItemOption.item.in_(item_ids))
    found: dict[int, list[OptionRow]] = defaultdict(list)
    for each in query if item_ids else ():
        cost = each.cost if sees_cost else None
        found[each.item_id].append(OptionRow(each.id, each.kind, each.name, each.price, cost, each.active))
    return found


_FEW = 200
"""Beyond this many items the options of all are read, which is faster than naming each."""
