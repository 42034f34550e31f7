"""What is told of a part: its catalogue values, where it lies, its minimum, supplier, warranty (W11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.catalog.actions import ItemForm, overwrite_item, sold_categories, write_item
from models.catalog.kinds import Kept
from models.catalog.tables import Item
from models.kernel import search
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Permission
from models.parts.tables import Part
from models.stock import keeping
from models.stock.tables import StockQuantity
from models.trades.template import CategoryKind

MOST_MONTHS, MOST_KM = 600, 1_000_000
CATEGORY = "part"


@dataclass(frozen=True)
class PartForm:
    """What is asked about a part; ``code`` is its number. Price and cost in fen, quantities in hundredths.

    ``cost`` None leaves it as it is; what a receipt says of the cost goes into the moving average, this is only what is
    taken where no receipt says one. A ``category`` of "" is that of parts.
    """

    code: str
    name: str
    price: int = 0
    unit: str = ""
    spec: str = ""
    cost: int | None = None
    category: str = ""
    place: str = ""
    other_numbers: str = ""
    minimum: int = 0
    maximum: int = 0
    pack: int = 0
    supplier: str = ""
    warranty_months: int = 0
    warranty_km: int = 0
    active: bool = True


def parts_category() -> str:
    """The category of parts: the trade's own for them, else accessories, else its first."""
    categories = sold_categories()
    own = [each.code for each in categories if each.code == CATEGORY]
    accessories = [each.code for each in categories if each.kind is CategoryKind.ACCESSORY]
    return (own or accessories or [categories[0].code])[0]


@action(Permission.KEEP_PARTS)
def add_part(act: Act, form: PartForm) -> None:
    """Add a part that is not in the catalogue yet. Raises RuleError at the field that is wrong."""
    check_part(form)
    item = write_item(act, _item_form(form))
    keeping.set_kept(act, item, Kept.QUANTITY)
    write_part(item, form)
    act.on("part", item.id)
    act.touch("item", item.id)
    act.note(code=form.code, price=form.price, minimum=form.minimum)


@action(Permission.KEEP_PARTS)
def change_part(act: Act, item_id: int, version: int, form: PartForm) -> None:
    """Change what is told of a part. Raises RuleError at the field that is wrong, StaleEdit with both values."""
    check_part(form)
    item = Item.get_by_id(item_id)
    if item.kept is not Kept.QUANTITY:
        raise RuleError("This item is not kept by quantity.", field="item_id")
    before = values_of(item)
    new = {name: value for name, value in vars(form).items() if value is not None}
    if item.version != version:
        differing = [name for name in new if name != "category" and before[name] != new[name]]
        raise StaleEdit({name: before[name] for name in differing}, {name: new[name] for name in differing})
    if not form.active and _held(item):
        raise RuleError("Some of it is still here, reserved, or on order.", field="active")
    overwrite_item(act, item, _item_form(form, item.category))
    write_part(item, form)
    act.on("part", item_id)
    act.touch("item", item_id)
    after = values_of(Item.get_by_id(item_id))
    changed = [name for name in after if name != "cost" and before[name] != after[name]]
    act.note(changed={name: (before[name], after[name]) for name in changed})


def check_part(form: PartForm) -> None:
    """Raises RuleError at the field of the part's own that is wrong; the catalogue checks its own."""
    for name in ("minimum", "maximum", "pack"):
        if not 0 <= getattr(form, name) <= LARGEST_QUANTITY:
            raise RuleError("The quantity is too large.", field=name)
    if form.maximum and form.maximum < form.minimum:
        raise RuleError("The maximum is below the minimum.", field="maximum")
    for name, most in (("warranty_months", MOST_MONTHS), ("warranty_km", MOST_KM)):
        if not 0 <= getattr(form, name) <= most:
            raise RuleError("Type a whole number from {least} to {most}.", field=name, least=0, most=most)


def write_part(item: Item, form: PartForm) -> None:
    """Write what a part has besides the catalogue, and let it be found by its other numbers too."""
    row = Part.get_or_none(Part.item == item.id) or Part(item=item.id)
    for name in _OWN:
        setattr(row, name, getattr(form, name))
    row.save()
    held = keeping.holding_of(item.id)
    held.place = form.place
    held.save()
    if form.other_numbers:
        search.index("part", item.id, [each for each in form.other_numbers.replace("，", ",").split(",") if each])
    else:
        search.forget("part", item.id)


def tell_part(act: Act, item: Item, told: Mapping[str, Any]) -> None:
    """An item is a part from now on, kept by quantity; ``told`` are some of its fields, the others stay.

    Raises RuleError for one that is kept by its number.
    """
    if item.kept is Kept.NOT:
        keeping.set_kept(act, item, Kept.QUANTITY)
    if item.kept is not Kept.QUANTITY:
        raise RuleError("This item is not kept by quantity.", field="item_id")
    row = Part.get_or_none(Part.item == item.id) or Part(item=item.id)
    for name, value in told.items():
        setattr(row, name, value)
    if row.maximum and row.maximum < row.minimum:
        row.maximum = row.minimum
    if told:
        row.save()


def values_of(item: Item) -> dict[str, Any]:
    """What a part says now, by the fields of its form."""
    row = Part.get_or_none(Part.item == item.id) or Part()
    held = StockQuantity.get_or_none(StockQuantity.item == item.id)
    catalogue = {name: getattr(item, name) for name in ("code", "name", "price", "unit", "spec", "cost", "active")}
    own = {name: getattr(row, name) for name in _OWN}
    return {**catalogue, **own, "category": item.category, "place": held.place if held else ""}


_OWN = ("other_numbers", "minimum", "maximum", "pack", "supplier", "warranty_months", "warranty_km")


def _held(item: Item) -> bool:
    held = StockQuantity.get_or_none(StockQuantity.item == item.id)
    return bool(held and (held.quantity or held.reserved))


def _item_form(form: PartForm, before: str = "") -> ItemForm:
    return ItemForm(
        *(form.code, form.category or before or parts_category(), form.name, form.price, form.spec, form.unit),
        cost=form.cost,
        active=form.active,
    )
