"""What is done with the catalogue."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from models.catalog.tables import Item
from models.kernel import search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission, require
from models.kernel.pinyin import spellings
from models.shop.profile import trade


@dataclass(frozen=True)
class ItemForm:
    """What is asked about an item; price and cost in fen. ``cost`` None leaves it as it is, for who may not see it."""

    code: str
    category: str
    name: str
    price: int
    spec: str = ""
    unit: str = ""
    cost: int | None = None
    active: bool = True


@action(Permission.KEEP_CATALOG)
def add_item(act: Act, form: ItemForm) -> None:
    """Add an item. Raises RuleError at the field that is wrong."""
    _check(act, form)
    item = Item.create(**_values(form))
    _make_findable(item)
    act.on("item", item.id)
    act.note(code=form.code, price=form.price)


@action(Permission.KEEP_CATALOG)
def change_item(act: Act, item_id: int, version: int, form: ItemForm) -> None:
    """Change an item; quotes and contracts keep what they were written with. Raises RuleError, StaleEdit."""
    _check(act, form, item_id)
    item = Item.get_by_id(item_id)
    changed = save_edit(item, version, _values(form))
    _make_findable(item)
    act.on("item", item_id)
    act.note(changed={name: both for name, both in changed.items() if name != "cost"})


def _values(form: ItemForm) -> dict[str, Any]:
    return {name: value for name, value in asdict(form).items() if value is not None}


def _check(act: Act, form: ItemForm, item_id: int = 0) -> None:
    if not form.code:
        raise RuleError("Type a code.", field="code")
    if not form.name:
        raise RuleError("Type a name.", field="name")
    if form.category not in {category.code for category in trade().categories}:
        raise RuleError("Choose a category.", field="category")
    _check_amount(form.price, "price")
    if form.cost is not None:
        require(act.actor, Permission.SEE_COST)
        _check_amount(form.cost, "cost")
    if Item.select().where(Item.code == form.code, Item.id != item_id).exists():
        raise RuleError("Another item has this code.", field="code")


def _check_amount(amount: int, field: str) -> None:
    if amount < 0:
        raise RuleError("The amount cannot be negative.", field=field)
    if amount > LARGEST:
        raise RuleError("The amount is too large.", field=field)


def _make_findable(item: Item) -> None:
    search.index("item", item.id, search_fields(item.code, item.name, item.spec))


def search_fields(code: str, name: str, spec: str) -> list[str]:
    """What an item is found by: code, name with its sound, specification."""
    return [code, name, *spellings(name[:12]), spec]
