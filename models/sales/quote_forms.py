"""What is typed in a quote, checked field by field, and its rows written (S1, S2, S9)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import msgspec

from models.catalog.kinds import OptionKind
from models.catalog.lists import stock_of
from models.catalog.tables import Item, ItemOption
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.permissions import Actor, Permission, require
from models.kernel.tables import insert_rows, limited
from models.kernel.text import one_line
from models.sales import rules
from models.sales.finance import FinanceMethod, Terms, check_terms
from models.sales.tables import FinanceOffer, Quote, QuoteLine
from models.shop.profile import trade
from models.trades.template import CategoryKind

LONGEST_VALIDITY = 365
MOST_OFFERS = 3


@dataclass(frozen=True)
class LineForm:
    """A line as typed: quantity in hundredths, price and discount in fen; ``item_id`` None for a free line.

    ``options`` are ids of what is picked of the item; the price is what one costs with them. ``cost`` is for a free
    line and who may see costs; None leaves it as it was. In a category of deductions the price is negative;
    ``appraisal_id`` is that of the used vehicle such a line deducts.
    """

    category: str
    name: str
    unit_price: int
    quantity: int = 100
    discount: int = 0
    spec: str = ""
    unit: str = ""
    item_id: int | None = None
    options: tuple[int, ...] = ()
    cost: int | None = None
    appraisal_id: int | None = None


@dataclass(frozen=True)
class OfferForm:
    """A finance offer as typed (S9): money in fen, rate in hundredths of a percent a year."""

    method: FinanceMethod
    down_payment: int
    months: int
    rate: int
    fee: int = 0
    name: str = ""
    chosen: bool = False

    @property
    def terms(self) -> Terms:
        """What its schedule is worked out from."""
        return Terms(self.method, self.down_payment, self.months, self.rate, self.fee)


@dataclass(frozen=True)
class QuoteForm:
    """A quote as typed; ``plan`` is a code of the trade's template, empty for its first.

    ``expected_on`` is the day of delivery the customer is told, None where the goods' own availability tells it.
    """

    lines: tuple[LineForm, ...] = field(default=())
    whole_discount: int = 0
    plan: str = ""
    valid_days: int = 0
    needs: str = ""
    note: str = ""
    offers: tuple[OfferForm, ...] = ()
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """An option or colour as it was picked; its price in fen is part of the line's."""

    id: int
    kind: OptionKind
    name: str
    price: int


def picked(stored: str) -> tuple[Picked, ...]:
    """What a line holds of options, as ``write_lines`` kept it."""
    return tuple(
        Picked(each["id"], OptionKind(each["kind"]), each["name"], each["price"]) for each in json.loads(stored or "[]")
    )


def described(spec: str, options: Iterable[Picked]) -> str:
    """The specification of a line with what was picked before it, as papers and contracts say it."""
    return " · ".join([each.name for each in options] + ([spec] if spec else []))


def checked(actor: Actor, form: QuoteForm) -> dict[str, object]:
    """The values of a quote's own row. Raises RuleError at the field that is wrong."""
    template = trade()
    kinds = {category.code: category.kind for category in template.categories}
    for position, line in enumerate(form.lines):
        check_line(actor, line, f"lines.{position}", kinds)
    plans = [plan.code for plan in template.payment_plans]
    if form.plan and form.plan not in plans:
        raise RuleError("Choose a plan of payments.", field="plan")
    days = form.valid_days or template.quote_valid_days
    if not 1 <= days <= LONGEST_VALIDITY:
        raise RuleError(
            "Type a whole number from {least} to {most}.", field="valid_days", least=1, most=LONGEST_VALIDITY
        )
    if form.expected_on and form.expected_on < clock.today():
        raise RuleError("This day has passed.", field="expected_on")
    lines = [rules.PricedLine(e.category, e.quantity, e.unit_price, e.discount) for e in form.lines]
    total = rules.price(lines, form.whole_discount, list(kinds)).total
    check_offers(form.offers, total)
    return {
        "total": total,
        "whole_discount": form.whole_discount,
        "plan": form.plan or plans[0],
        "valid_days": days,
        "needs": form.needs,
        "note": form.note,
        "expected_on": form.expected_on,
    }


def check_offers(offers: Sequence[OfferForm], total: int) -> None:
    """Raises RuleError at ``offers.N.…`` for what cannot be financed, at ``offers`` for too many."""
    if len(offers) > MOST_OFFERS:
        raise RuleError("At most {most} finance offers.", field="offers", most=MOST_OFFERS)
    if sum(offer.chosen for offer in offers) > 1:
        raise RuleError("Only one offer can be chosen.", field="offers")
    for position, offer in enumerate(offers):
        limited(one_line(offer.name), FinanceOffer.name.limit, f"offers.{position}.name")
        check_terms(offer.terms, total, f"offers.{position}")


def check_line(actor: Actor, line: LineForm, where: str, kinds: Mapping[str, CategoryKind]) -> None:
    """Raises RuleError at the field of a typed line that is wrong; ``where`` is the line."""
    if not line.name:
        raise RuleError("Type what is sold.", field=f"{where}.name")
    for each in (QuoteLine.name, QuoteLine.spec, QuoteLine.unit):
        limited(one_line(getattr(line, each.name)), each.limit, f"{where}.{each.name}")
    if line.category not in kinds:
        raise RuleError("Choose a category.", field=f"{where}.category")
    if not 0 < line.quantity <= LARGEST_QUANTITY:
        raise RuleError("The quantity must be more than zero.", field=f"{where}.quantity")
    deducted = kinds[line.category] is CategoryKind.DEDUCTION
    if abs(line.unit_price) > LARGEST:
        raise RuleError("The amount is too large.", field=f"{where}.unit_price")
    if deducted and line.unit_price > 0:
        raise RuleError("What is deducted is typed with a minus.", field=f"{where}.unit_price")
    if not deducted and line.unit_price < 0:
        raise RuleError("The amount cannot be negative.", field=f"{where}.unit_price")
    if line.appraisal_id and not deducted:
        raise RuleError("A trade-in is deducted from the price.", field=f"{where}.category")
    if line.cost is not None:
        require(actor, Permission.SEE_COST)
        if not 0 <= line.cost <= LARGEST:
            raise RuleError("The amount is too large.", field=f"{where}.cost")


def deductions() -> set[str]:
    """The codes of the trade's categories whose lines are taken off the price."""
    return {category.code for category in trade().categories if category.kind is CategoryKind.DEDUCTION}


def write_lines(quote: Quote, lines: Sequence[LineForm]) -> None:
    """Replace a quote's lines; costs, catalogue prices and availability are taken from the catalogue as it is now.

    Raises RuleError at ``lines.N.options`` for what the item does not have.
    """
    before = list(QuoteLine.select().where(QuoteLine.quote == quote.id))
    QuoteLine.delete().where(QuoteLine.quote == quote.id).execute()
    free_costs = {(row.category, row.name): row.cost for row in before if not row.item_id}
    rows = [{"quote": quote.id, **row} for row in line_rows(lines, free_costs)]
    if rows:
        insert_rows(QuoteLine, rows)


def line_rows(lines: Sequence[LineForm], free_costs: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    """What is stored of typed lines; ``free_costs`` are what lines of one's own cost, by category and name.

    Raises RuleError at ``lines.N.options`` for what the item does not have.
    """
    wanted = {line.item_id for line in lines if line.item_id}
    goods = {each.id: each for each in Item.select().where(Item.id.in_(wanted))} if wanted else {}
    options = _options_of(lines)
    rows = []
    for position, line in enumerate(lines):
        item = goods.get(line.item_id or 0)
        chosen = _chosen(line, options, f"lines.{position}.options")
        rows.append(
            {
                **{"position": position, "item": line.item_id, "category": line.category, "name": line.name},
                **{"spec": line.spec, "unit": line.unit, "quantity": line.quantity},
                **{"unit_price": line.unit_price, "discount": line.discount, "appraisal_id": line.appraisal_id},
                **(_from_catalogue(item, chosen) if item else _free(line, free_costs)),
            }
        )
    return rows


def _from_catalogue(item: Item, chosen: Sequence[ItemOption]) -> dict[str, Any]:
    """Cost and catalogue price of one with what was picked; where the item's own cost is not known, none is."""
    kept = [asdict(Picked(each.id, each.kind, each.name, each.price)) for each in chosen]
    return {
        "cost": item.cost + sum(each.cost for each in chosen) if item.cost else 0,
        "listed": item.price + sum(each.price for each in chosen),
        "options": json.dumps(kept, ensure_ascii=False) if kept else "",
        "stock": msgspec.json.encode(stock_of(item)).decode() if _told(item) else "",
    }


def _told(item: Item) -> bool:
    return item.told_on is not None


def _free(line: LineForm, before: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    """A line of one's own: its cost as typed, else as somebody who may see costs typed it before."""
    cost = before.get((line.category, line.name), 0) if line.cost is None else line.cost
    return {"cost": cost, "listed": 0, "options": "", "stock": ""}


def _options_of(lines: Sequence[LineForm]) -> dict[int, ItemOption]:
    wanted = {each for line in lines for each in line.options}
    return {each.id: each for each in ItemOption.select().where(ItemOption.id.in_(wanted))} if wanted else {}


def _chosen(line: LineForm, options: Mapping[int, ItemOption], where: str) -> list[ItemOption]:
    """What is picked for a line, colours first."""
    found = [options[each] for each in dict.fromkeys(line.options) if each in options]
    if len(found) != len(line.options) or any(each.item_id != line.item_id for each in found):
        raise RuleError("This option does not belong to these goods.", field=where)
    if sum(each.kind is OptionKind.COLOUR for each in found) > 1:
        raise RuleError("Pick one colour.", field=where)
    found.sort(key=lambda each: (each.kind is not OptionKind.COLOUR, each.position))
    said = described(line.spec, (Picked(each.id, each.kind, each.name, each.price) for each in found))
    limited(said, QuoteLine.spec.limit, where)
    return found


def write_offers(quote: Quote, offers: Sequence[OfferForm]) -> None:
    """Replace a quote's finance offers."""
    FinanceOffer.delete().where(FinanceOffer.quote == quote.id).execute()
    for position, offer in enumerate(offers):
        FinanceOffer.create(quote=quote, position=position, **asdict(offer))


def terms_of(quote: Quote) -> tuple[object, ...]:
    """What an approval of a quote is given for: every line with its prices and cost, and the discount on the whole."""
    names = ("category", "name", "item", "quantity", "unit_price", "discount", "cost", "listed", "options")
    columns = [QuoteLine._meta.combined[name] for name in names]
    rows = QuoteLine.select(*columns).where(QuoteLine.quote == quote.id).order_by(QuoteLine.position)
    return (quote.whole_discount, *rows.tuples())
