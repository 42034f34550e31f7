"""The sample's catalogue, and what a customer puts together from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from models.catalog.actions import ItemForm, add_item
from models.kernel import money
from models.kernel.i18n import SOURCE_LANGUAGE, pick
from models.kernel.permissions import Actor, Role
from models.sales import rules
from models.sales.quote_actions import LineForm
from models.sample.words import file
from models.trades.template import CategoryKind, DemoItem, DemoOption, DiscountLimit, Trade

_LINE_WORTH = (3_000_00, 9_000_00)
_CHEAP, _CHEAP_COUNT = 60_00, (20, 120)
_MOST_GOODS = 8


@dataclass(frozen=True)
class Goods:
    """One thing the store sells; ``options`` go with it only."""

    item_id: int
    form: ItemForm
    kind: CategoryKind
    unit: str
    options: tuple[Goods, ...] = ()


@dataclass
class Catalogue:
    """What is in the store's catalogue, by kind."""

    trade: Trade
    goods: list[Goods]

    def of(self, kind: CategoryKind) -> list[Goods]:
        """What there is of one kind."""
        return [each for each in self.goods if each.kind is kind]

    def names(self, rng: Random) -> tuple[str, str]:
        """Two different main goods, as customers speak of them."""
        main = self.of(CategoryKind.GOODS)
        first, second = rng.sample(main, 2) if len(main) > 1 else (main[0], main[0])
        return first.form.name, second.form.name

    def costs(self) -> dict[int, int]:
        """What each item costs the store, by its id."""
        everything = [*self.goods, *(option for each in self.goods for option in each.options)]
        return {each.item_id: each.form.cost or 0 for each in everything}

    def basket(self, rng: Random, wanted: str) -> tuple[LineForm, ...]:
        """What one customer is quoted: the goods they want, more up to a usual sum, then accessories, services."""
        worth = money.portion(self.trade.countersign_above, rng.randint(3_000, 11_000))
        lines: list[LineForm] = []
        main = rng.sample(self.of(CategoryKind.GOODS), k=min(_MOST_GOODS, len(self.of(CategoryKind.GOODS))))
        main = [each for each in main if each.form.name != wanted]
        main += [each for each in self.of(CategoryKind.GOODS) if each.form.name == wanted]
        while main and sum(money.line_amount(e.unit_price, e.quantity) for e in lines) < worth:
            chosen = main.pop()
            lines.append(_line(rng, chosen))
            lines += [_line(rng, each) for each in chosen.options if rng.random() < 0.5]
        lines += self._some(rng, CategoryKind.ACCESSORY, 4) + self._some(rng, CategoryKind.SERVICE, 2)
        if rng.random() < 0.6:
            lines += [_line(rng, each) for each in self.of(CategoryKind.PASS_THROUGH)]
        return tuple(lines)

    def extras(self, rng: Random) -> list[LineForm]:
        """Something more for a quote."""
        return [line for kind in (CategoryKind.ACCESSORY, CategoryKind.SERVICE) for line in self._some(rng, kind, 4)]

    def _some(self, rng: Random, kind: CategoryKind, most: int) -> list[LineForm]:
        there = self.of(kind)
        return [_line(rng, each) for each in rng.sample(there, k=rng.randint(0, min(most, len(there))))]


def fill_catalogue(actor: Actor, trade: Trade, language: str) -> Catalogue:
    """Add the trade's sample goods and their options; an option that goes with several goods stands once."""
    kinds = {category.code: category.kind for category in trade.categories}
    options: dict[tuple[str, int, int], Goods] = {}
    goods = []
    for item in trade.demo.items:
        for option in item.options:
            key = (pick(option.name, language), int(option.price), int(option.cost))
            if key not in options:
                form = _option_form(option, item.category, len(options) + 1, language)
                options[key] = _added(actor, form, kinds[item.category], {})
        own = tuple(options[pick(each.name, language), each.price, each.cost] for each in item.options)
        goods.append(_added(actor, _form(item, language), kinds[item.category], item.unit, own))
    return Catalogue(trade, goods)


def _form(item: DemoItem, language: str) -> ItemForm:
    return ItemForm(
        code=item.code.upper().replace("_", "-"),
        category=item.category,
        name=pick(item.name, language),
        price=int(item.price),
        spec=pick(item.spec, language) if item.spec else "",
        unit=pick(item.unit, language),
        cost=int(item.cost),
    )


def _option_form(option: DemoOption, category: str, number: int, language: str) -> ItemForm:
    return ItemForm(
        code=f"OPT-{number:02d}",
        category=category,
        name=pick(option.name, language),
        price=int(option.price),
        cost=int(option.cost),
    )


def _added(
    actor: Actor, form: ItemForm, kind: CategoryKind, unit: dict[str, str], options: tuple[Goods, ...] = ()
) -> Goods:
    return Goods(add_item(actor, form).id, form, kind, pick(unit, SOURCE_LANGUAGE), options)


def _line(rng: Random, goods: Goods) -> LineForm:
    form = goods.form
    return LineForm(
        category=form.category,
        name=form.name,
        unit_price=form.price,
        quantity=_quantity(rng, goods),
        spec=form.spec,
        unit=form.unit,
        item_id=goods.item_id,
    )


def _quantity(rng: Random, goods: Goods) -> int:
    """Hundredths: by measure as much as comes to a usual sum, cheap things by the dozen, everything else once."""
    least, most = file().units.get(goods.unit, _CHEAP_COUNT if goods.form.price < _CHEAP else (1, 1))
    wanted = rng.randint(*_LINE_WORTH) // max(goods.form.price, 1)
    return 100 * min(max(wanted, least), most)


def discounted(
    rng: Random, lines: tuple[LineForm, ...], trade: Trade, level: Role | None
) -> tuple[tuple[LineForm, ...], int]:
    """Lines and a discount on the whole such that ``level`` is the lowest role that may give them; None for nothing."""
    if level is None or not lines:
        return lines, 0
    amount = _discount(rng, lines, trade.discount_limits, level)
    first = lines[0]
    if rng.random() < 0.4 or amount > money.line_amount(first.unit_price, first.quantity) // 5:
        return lines, amount
    return (replace(first, discount=amount), *lines[1:]), 0


def _discount(rng: Random, lines: tuple[LineForm, ...], limits: tuple[DiscountLimit, ...], level: Role) -> int:
    priced = [rules.PricedLine(e.category, e.quantity, e.unit_price) for e in lines]
    own = {limit.category for limit in limits if limit.role is Role.SALES and limit.category}
    counted = sum(line.list_price for line in priced if line.category not in own)
    ceilings = [_ceiling(limits, role, counted) for role in (Role.SALES, Role.SALES_MANAGER)]
    least, most = {
        Role.SALES: (ceilings[0] // 4, ceilings[0]),
        Role.SALES_MANAGER: (ceilings[0] * 11 // 10, ceilings[1] * 9 // 10),
    }.get(level, (ceilings[1] * 11 // 10, ceilings[1] * 13 // 10))
    step = 100_00 if most >= 1_000_00 else 10_00
    return rng.randint(least, max(least, most)) // step * step


def _ceiling(limits: tuple[DiscountLimit, ...], role: Role, counted: int) -> int:
    general = next((limit for limit in limits if limit.role is role and not limit.category), None)
    if general is None:
        return 0
    by_share = counted if general.percent is None else money.portion(counted, general.percent)
    return by_share if general.amount is None else min(by_share, general.amount)
