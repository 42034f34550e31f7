"""The sample's catalogue, and what a customer puts together from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from models.catalog.actions import ItemForm, OptionForm, StockForm, add_item
from models.catalog.kinds import Availability, OptionKind
from models.catalog.tables import ItemOption
from models.kernel import money
from models.kernel.i18n import SOURCE_LANGUAGE, pick
from models.kernel.permissions import Actor, Role
from models.sales import rules
from models.sales.finance import FinanceMethod
from models.sales.quote_forms import LineForm, OfferForm
from models.sample.words import file, subject_of
from models.trades.template import CategoryKind, DemoItem, DiscountLimit, Trade

_LINE_WORTH = (3_000_00, 9_000_00)
_CHEAP, _CHEAP_COUNT = 60_00, (20, 120)
_MOST_GOODS = 8
_WORTH_A_LOAN = 50_000_00
_STOCK = (
    *(StockForm(Availability.IN_STOCK), StockForm(Availability.IN_STOCK)),
    *(StockForm(Availability.TO_ORDER, lead_days=30), None),
)
"""What the main goods' availability is, one after the other; of some nobody has told."""


@dataclass(frozen=True)
class Goods:
    """One thing the store sells; ``options`` are what may be picked of it, each by its id."""

    item_id: int
    form: ItemForm
    kind: CategoryKind
    unit: str
    options: dict[int, OptionForm] = field(default_factory=dict)


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

    def more(self, rng: Random) -> LineForm:
        """One thing that is added to an order later."""
        small = [*self.of(CategoryKind.ACCESSORY), *self.of(CategoryKind.SERVICE)]
        return _line(rng, rng.choice(small or self.goods))

    def offers(self, rng: Random, lines: tuple[LineForm, ...]) -> tuple[OfferForm, ...]:
        """Two ways of paying by instalments, where the trade has loans and the sum is worth one."""
        total = sum(money.line_amount(each.unit_price, each.quantity) for each in lines)
        loans = any(stage.code == "loan" for plan in self.trade.payment_plans for stage in plan.stages)
        if not loans or total < _WORTH_A_LOAN:
            return ()
        down = money.portion(total, rng.choice((30_00, 40_00))) // 1000_00 * 1000_00
        return (
            OfferForm(FinanceMethod.EQUAL_INSTALMENTS, down, 36, rng.choice((3_85, 4_20)), chosen=True),
            OfferForm(FinanceMethod.EQUAL_PRINCIPAL, down, rng.choice((24, 60)), rng.choice((2_99, 4_55)), 800_00),
        )

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
        lines += self._some(rng, CategoryKind.ACCESSORY, 4) + self._some(rng, CategoryKind.SERVICE, 2)
        if rng.random() < 0.6:
            lines += [_line(rng, each) for each in self.of(CategoryKind.PASS_THROUGH)]
        return tuple(lines)

    def colour(self, lines: Sequence[LineForm]) -> str:
        """The first colour that was picked, empty where none was."""
        every = {key: option for each in self.goods for key, option in each.options.items()}
        picked = (every[each] for line in lines for each in line.options)
        return next((each.name for each in picked if each.kind is OptionKind.COLOUR), "")

    def extras(self, rng: Random) -> list[LineForm]:
        """Something more for a quote."""
        return [line for kind in (CategoryKind.ACCESSORY, CategoryKind.SERVICE) for line in self._some(rng, kind, 4)]

    def _some(self, rng: Random, kind: CategoryKind, most: int) -> list[LineForm]:
        there = self.of(kind)
        return [_line(rng, each) for each in rng.sample(there, k=rng.randint(0, min(most, len(there))))]


def fill_catalogue(actor: Actor, trade: Trade, language: str) -> Catalogue:
    """Add the trade's sample goods with their colours and options."""
    kinds = {category.code: category.kind for category in trade.categories}
    goods = []
    for place, item in enumerate(trade.demo.items):
        is_main = kinds[item.category] is CategoryKind.GOODS
        colours = colours_of(trade.code, language) if is_main else ()
        form = _form(item, language, _STOCK[place % len(_STOCK)] if is_main else None, colours)
        item_id = add_item(actor, form).id
        rows = ItemOption.select(ItemOption.id).where(ItemOption.item == item_id).order_by(ItemOption.position)
        options = dict(zip((row[0] for row in rows.tuples()), form.options or (), strict=True))
        goods.append(Goods(item_id, form, kinds[item.category], pick(item.unit, SOURCE_LANGUAGE), options))
    return Catalogue(trade, goods)


def colours_of(trade: str, language: str) -> tuple[OptionForm, ...]:
    """The colours in which the main goods come, the last at a higher price."""
    names = [pick(each, language) for each in subject_of(trade).texts.get("colour", [])]
    dear = len(names) - 1
    return tuple(
        OptionForm(OptionKind.COLOUR, name, *((2_000_00, 1_400_00) if place == dear else (0, 0)))
        for place, name in enumerate(names)
    )


def _form(item: DemoItem, language: str, stock: StockForm | None, colours: tuple[OptionForm, ...]) -> ItemForm:
    options = (
        OptionForm(OptionKind.OPTION, pick(each.name, language), int(each.price), int(each.cost))
        for each in item.options
    )
    return ItemForm(
        code=item.code.upper().replace("_", "-"),
        category=item.category,
        name=pick(item.name, language),
        price=int(item.price),
        spec=pick(item.spec, language) if item.spec else "",
        unit=pick(item.unit, language),
        cost=int(item.cost),
        options=(*colours, *options),
        stock=stock,
    )


def _line(rng: Random, goods: Goods) -> LineForm:
    form, picked = goods.form, _picked(rng, goods)
    return LineForm(
        category=form.category,
        name=form.name,
        unit_price=form.price + sum(goods.options[each].price for each in picked),
        quantity=_quantity(rng, goods),
        spec=form.spec,
        unit=form.unit,
        item_id=goods.item_id,
        options=picked,
    )


def _picked(rng: Random, goods: Goods) -> tuple[int, ...]:
    """A colour where there are any, and every other option or so."""
    colours = [each for each, option in goods.options.items() if option.kind is OptionKind.COLOUR]
    others = [each for each in goods.options if each not in colours]
    return (*([rng.choice(colours)] if colours else []), *(each for each in others if rng.random() < 0.4))


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
