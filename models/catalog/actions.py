"""What is done with the catalogue."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from models.catalog.kinds import Availability, OptionKind
from models.catalog.tables import Item, ItemOption
from models.kernel import clock, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Actor, Permission, require
from models.kernel.pinyin import spellings
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.shop.profile import trade
from models.trades.template import Category, CategoryKind

MOST_OPTIONS = 60
LONGEST_LEAD = 999


@dataclass(frozen=True)
class OptionForm:
    """An option or colour; price and cost in fen on top of the item's. ``id`` 0 is new, ``cost`` None as it was."""

    kind: OptionKind
    name: str
    price: int = 0
    cost: int | None = None
    active: bool = True
    id: int = 0


@dataclass(frozen=True)
class StockForm:
    """“Is there one?” as told today; what is ``scarce`` needs the day until which that holds."""

    availability: Availability
    expected_on: date | None = None
    lead_days: int = 0
    stock_note: str = ""
    scarce: str = ""
    scarce_until: date | None = None


@dataclass(frozen=True)
class ItemForm:
    """What is asked about an item; price and cost in fen. ``cost`` None leaves it as it is, for who may not see it.

    ``options`` and ``stock`` None leave those as they are; an option that is no longer named is no longer offered.
    """

    code: str
    category: str
    name: str
    price: int
    spec: str = ""
    unit: str = ""
    cost: int | None = None
    active: bool = True
    options: tuple[OptionForm, ...] | None = None
    stock: StockForm | None = None


@action(Permission.KEEP_CATALOG)
def add_item(act: Act, form: ItemForm) -> None:
    """Add an item. Raises RuleError at the field that is wrong."""
    item = write_item(act, form)
    act.note(code=form.code, price=form.price)
    act.on("item", item.id)


@action(Permission.KEEP_CATALOG)
def change_item(act: Act, item_id: int, version: int, form: ItemForm) -> None:
    """Change an item; quotes and contracts keep what they were written with. Raises RuleError, StaleEdit."""
    check_item(act.actor, form, item_id)
    item = Item.get_by_id(item_id)
    changed = save_edit(item, version, _values(form, item))
    _write_options(item, form.options)
    make_findable(item)
    act.on("item", item_id)
    act.note(changed={name: both for name, both in changed.items() if name != "cost"})


def write_item(act: Act, form: ItemForm) -> Item:
    """A new item inside an action. Raises RuleError at the field that is wrong."""
    check_item(act.actor, form)
    item = Item.create(**_values(form, Item()))
    _write_options(item, form.options)
    make_findable(item)
    return item


def overwrite_item(act: Act, item: Item, form: ItemForm) -> None:
    """The same item with other values, inside an action. Raises RuleError at the field that is wrong."""
    check_item(act.actor, form, item.id)
    save_edit(item, item.version, _values(form, item))
    _write_options(item, form.options)
    make_findable(item)


def _values(form: ItemForm, item: Item) -> dict[str, Any]:
    """What is written of the item; the day on which its availability was told is the day it is told another one."""
    plain = {name: value for name, value in asdict(form).items() if name not in ("options", "stock")}
    values = {name: value for name, value in plain.items() if value is not None}
    if form.stock is not None:
        told = {name: _one_line(value) for name, value in asdict(form.stock).items()}
        if any(getattr(item, name) != value for name, value in told.items()):
            values = {**values, **told, "told_on": clock.today()}
    return values


def _one_line(value: object) -> object:
    return one_line(value) if type(value) is str else value


def check_item(actor: Actor, form: ItemForm, item_id: int = 0) -> None:
    """Raises RuleError at the field that is wrong, NotAllowed where somebody sets a cost that is not theirs to see."""
    if not form.code:
        raise RuleError("Type a code.", field="code")
    if not form.name:
        raise RuleError("Type a name.", field="name")
    if form.category not in {each.code for each in sold_categories()}:
        raise RuleError("Choose a category.", field="category")
    _check_amount(form.price, "price")
    if form.cost is not None:
        require(actor, Permission.SEE_COST)
        _check_amount(form.cost, "cost")
    if Item.select().where(Item.code == form.code, Item.id != item_id).exists():
        raise RuleError("Another item has this code.", field="code")
    _check_options(actor, form.options or ())
    if form.stock:
        _check_stock(form.stock)


def sold_categories() -> list[Category]:
    """The trade's categories of what is sold; what is deducted from a price stands in no catalogue."""
    return [each for each in trade().categories if each.kind is not CategoryKind.DEDUCTION]


def _check_options(actor: Actor, options: tuple[OptionForm, ...]) -> None:
    if len(options) > MOST_OPTIONS:
        raise RuleError("At most {most} options and colours.", field="options", most=MOST_OPTIONS)
    names: set[tuple[OptionKind, str]] = set()
    for position, option in enumerate(options):
        where, name = f"options.{position}", one_line(option.name)
        if not name:
            raise RuleError("Type a name.", field=f"{where}.name")
        limited(name, ItemOption.name.limit, f"{where}.name")
        if (option.kind, name) in names:
            raise RuleError("This stands here twice.", field=f"{where}.name")
        names.add((option.kind, name))
        _check_amount(option.price, f"{where}.price")
        if option.cost is not None:
            require(actor, Permission.SEE_COST)
            _check_amount(option.cost, f"{where}.cost")


def _check_stock(stock: StockForm) -> None:
    if not 0 <= stock.lead_days <= LONGEST_LEAD:
        raise RuleError("Type a whole number from {least} to {most}.", field="lead_days", least=0, most=LONGEST_LEAD)
    if stock.scarce and not stock.scarce_until:
        raise RuleError("Until when does this hold? Only what has a day is told to customers.", field="scarce_until")
    if stock.scarce_until and not stock.scarce:
        raise RuleError("Type what there is little of.", field="scarce")


def _check_amount(amount: int, field: str) -> None:
    if amount < 0:
        raise RuleError("The amount cannot be negative.", field=field)
    if amount > LARGEST:
        raise RuleError("The amount is too large.", field=field)


def _write_options(item: Item, options: tuple[OptionForm, ...] | None) -> None:
    """Those named in their order; what stood there before and is not named stays on record, no longer offered.

    A name that comes back is the one that was there.
    """
    if options is None:
        return
    before = {each.id: each for each in ItemOption.select().where(ItemOption.item == item.id)}
    named = {option.id for option in options}
    again = {(each.kind, each.name): each.id for each in before.values() if each.id not in named}
    for position, option in enumerate(options):
        known = option.id or again.get((option.kind, one_line(option.name)), 0)
        row = before.pop(known, None) or ItemOption(item=item.id)
        row.position, row.kind, row.name = position, option.kind, option.name
        row.price, row.active = option.price, option.active
        row.cost = row.cost if option.cost is None else option.cost
        row.save()
    for position, row in enumerate(before.values(), len(options)):
        row.position, row.active = position, False
        row.save()


def make_findable(item: Item) -> None:
    """Let the search find an item by what it says now."""
    search.index("item", item.id, search_fields(item.code, item.name, item.spec))


def search_fields(code: str, name: str, spec: str) -> list[str]:
    """What an item is found by: code, name with its sound, specification."""
    return [code, name, *spellings(name[:12]), spec]
