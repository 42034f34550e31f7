"""The sample's shelf of parts: what a car workshop keeps, and how it came and went over the past months (W11)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from models.kernel.i18n import LANGUAGES, pick
from models.kernel.parsing import parse_money
from models.kernel.permissions import Actor, Permission
from models.parts import availability, count_actions, lists
from models.parts.count_actions import CountForm, Entry
from models.parts.count_lists import count_rows
from models.parts.document_lists import purchase_lines, purchase_rows
from models.parts.part_actions import PartForm, add_part
from models.parts.purchase_actions import OrderLine, PurchaseForm, order_parts
from models.parts.slip_actions import OutForm, OutLine, ReceiptForm, ReceiptLine, receive_parts, use_parts
from models.sales.reserving import vin_fields
from models.sample.crew import Crew
from models.sample.days import Past, at
from models.stock.keeping import ONE

_FILE = Path(__file__).resolve().parents[2] / "resources" / "sample_parts.csv"
_SEED = 48_151
_LEAD, _WEEK, _MONTH = 4, 7, 30
_UNITS = {
    "piece": {"en": "piece", "zh_CN": "个", "zh_TW": "個"},
    "set": {"en": "set", "zh_CN": "套", "zh_TW": "套"},
    "can": {"en": "can", "zh_CN": "桶", "zh_TW": "桶"},
    "bottle": {"en": "bottle", "zh_CN": "瓶", "zh_TW": "瓶"},
    "tin": {"en": "tin", "zh_CN": "罐", "zh_TW": "罐"},
    "tube": {"en": "tube", "zh_CN": "支", "zh_TW": "支"},
    "box": {"en": "box", "zh_CN": "盒", "zh_TW": "盒"},
}
_SUPPLIERS = {
    "maker": {"en": "Lanchuan genuine parts", "zh_CN": "澜川原厂配件中心", "zh_TW": "瀾川原廠零件中心"},
    "yongsheng": {"en": "Yongsheng Auto Parts", "zh_CN": "永盛汽配", "zh_TW": "永盛汽配"},
    "xinda": {"en": "Xinda Lubricants", "zh_CN": "鑫达油品", "zh_TW": "鑫達油品"},
    "hengli": {"en": "Hengli Tyres", "zh_CN": "恒力轮胎", "zh_TW": "恆力輪胎"},
}
_USED = {"en": "quick service bay", "zh_CN": "快修工位领用", "zh_TW": "快修工位領用"}
_BEGUN = {"en": "opening stock", "zh_CN": "期初入库", "zh_TW": "期初入庫"}
_MISCOUNTED = {"en": "box opened, one missing", "zh_CN": "拆包后少一件", "zh_TW": "拆包後少一件"}


@dataclass(frozen=True)
class Kept:
    """A part of the sample: how it is kept, and how many are used in a month."""

    item_id: int
    supplier: str
    cost: int
    monthly: int


@cache
def rows() -> Sequence[dict[str, str]]:
    """The parts as the file tells them."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def begin(crew: Crew, language: str) -> list[Kept]:
    """The shelf as the workshop began with it; empty where the trade has no cars."""
    if not vin_fields():
        return []
    keeper = crew.who_may(Permission.KEEP_PARTS)
    shelf = [_added(keeper, each, language) for each in rows()]
    _opening(keeper, shelf, language)
    return shelf


def happen(crew: Crew, past: Past, language: str, shelf: Sequence[Kept]) -> Iterator[datetime]:
    """Parts used week by week and bought again; an order on its way, a count that waits for its approval.

    Gives each moment at which it goes on.
    """
    if not shelf:
        return
    rng, keeper = Random(_SEED), crew.who_may(Permission.KEEP_PARTS)
    weeks = list(_weeks(past.first, past.end.date()))
    for number, day in enumerate(weeks):
        yield at(day, 17 * 60 + 10)
        _use(rng, keeper, shelf, pick(_USED, language))
        if (len(weeks) - number) % 2:
            last = day == weeks[-1]
            orders = _order(keeper, day, last=last)
            if not last:
                yield at(day + timedelta(days=2), 10 * 60 + 20)
                for order_id in orders:
                    _come(keeper, order_id, day)
    yield past.end - timedelta(minutes=40)
    _count(keeper, language)


def _added(keeper: Actor, told: dict[str, str], language: str) -> Kept:
    cost = _fen(told["cost"])
    form = PartForm(
        code=told["code"],
        name=pick({each: told[each] for each in LANGUAGES}, language),
        price=_fen(told["price"]),
        unit=pick(_UNITS[told["unit"]], language),
        cost=cost if keeper.may(Permission.SEE_COST) else None,
        place=told["place"],
        minimum=int(told["minimum"]) * ONE,
        maximum=int(told["maximum"]) * ONE,
        pack=int(told["pack"]) * ONE,
        supplier=pick(_SUPPLIERS[told["supplier"]], language),
        warranty_months=int(told["months"]),
        warranty_km=int(told["km"]),
    )
    return Kept(add_part(keeper, form).id, form.supplier, cost, int(told["used"]))


def _opening(keeper: Actor, shelf: Sequence[Kept], language: str) -> None:
    """What the workshop began with: a full shelf, a receipt for each supplier."""
    parts = {row.id: row for row in lists.part_rows(keeper, [each.item_id for each in shelf])}
    for supplier in dict.fromkeys(each.supplier for each in shelf):
        lines = tuple(
            ReceiptLine(each.item_id, parts[each.item_id].maximum, each.cost)
            for each in shelf
            if each.supplier == supplier and parts[each.item_id].maximum
        )
        receive_parts(keeper, ReceiptForm(lines, supplier, note=pick(_BEGUN, language)))


def _weeks(first: date, last: date) -> Iterator[date]:
    day = first + timedelta(days=2)
    while day < last:
        yield day
        day += timedelta(days=_WEEK)


def _use(rng: Random, keeper: Actor, shelf: Sequence[Kept], reason: str) -> None:
    """What a week takes: about a quarter of the month's, and no more than is free."""
    here = availability.availability([each.item_id for each in shelf])
    lines = []
    for each in shelf:
        about = each.monthly * _WEEK / _MONTH * rng.uniform(0.6, 1.4)
        wanted = int(about) + (rng.random() < about % 1)
        quantity = min(wanted * ONE, here[each.item_id].free)
        if quantity:
            lines.append(OutLine(each.item_id, quantity))
    if lines:
        use_parts(keeper, OutForm(tuple(lines), reason))


def _order(keeper: Actor, day: date, *, last: bool) -> list[int]:
    """What is below its minimum is ordered, of the last time only a part; gives the orders."""
    placed = []
    wanted = lists.part_rows(keeper, lists.reorder_ids(keeper))
    for supplier in dict.fromkeys(row.supplier for row in wanted):
        rows_of = [row for row in wanted if row.supplier == supplier]
        if last:
            rows_of = rows_of[: (len(rows_of) + 1) // 2]
        lines = tuple(OrderLine(row.id, row.to_order, row.last_cost) for row in rows_of)
        if lines:
            form = PurchaseForm(supplier, lines, day + timedelta(days=_LEAD))
            placed.append(order_parts(keeper, form).id)
    return placed


def _come(keeper: Actor, order_id: int, day: date) -> None:
    (order,) = purchase_rows(keeper, [order_id])
    lines = tuple(
        ReceiptLine(line.item_id, line.quantity, line.cost, purchase_line_id=line.id)
        for line in purchase_lines(keeper, order_id)
    )
    receive_parts(keeper, ReceiptForm(lines, order.supplier, f"SH{day:%m%d}{order_id:03d}"))


def _count(keeper: Actor, language: str) -> None:
    """The small parts were counted today; two differ, and somebody else has to look at it."""
    place = next((row["place"] for row in rows() if row["code"] == "TYR-VALVE"), "")
    count_id = count_actions.open_count(keeper, CountForm(place, with_book=True)).id
    entries = []
    for number, (item_id, here) in enumerate(_at(keeper, place)):
        short = ONE if number in (1, 3) and here >= ONE else 0
        entries.append(Entry(item_id, here - short, pick(_MISCOUNTED, language) if short else ""))
    count_actions.enter_counts(keeper, count_id, tuple(entries))
    count_actions.submit_count(keeper, count_id, _version(count_id))


def _at(keeper: Actor, place: str) -> list[tuple[int, int]]:
    return [(row.id, row.here) for row in lists.part_rows(keeper, lists.part_ids(keeper, place=place))]


def _version(count_id: int) -> int:
    return count_rows([count_id])[0].version


def _fen(yuan: str) -> int:
    return parse_money(yuan)
