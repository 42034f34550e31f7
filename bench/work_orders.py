"""Opening a work order with sixty lines, against the raw SQL it needs (W2–W9)."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from bench.measure import Ratio, opened, side_by_side
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.sample import build
from models.service import estimate_actions as estimating
from models.service.estimate_actions import ConsentForm, EstimateForm, LineForm
from models.service.inspection_actions import finish_inspection, judge_rest
from models.service.kinds import Consent, LineKind
from models.service.reading import order_view
from models.service.reception_actions import OpenForm, SheetForm, open_order, receive, save_sheet
from models.staff.lists import everybody

LINES = 60
_OF_ORDER = (
    "work_order_event",
    "damage_mark",
    "inspection_point",
    "extra_work",
    "authorisation",
    "work_session",
    "quality_check",
    "settlement",
    "work_payment",
    "gate_pass",
    "deferred_work",
)
_HEAD = """SELECT o.*, c.*, g.*, s.* FROM work_order o JOIN customer c ON c.id = o.customer_id
    JOIN staff s ON s.id = o.advisor_id LEFT JOIN owned_goods g ON g.id = o.goods_id WHERE o.id = ?"""


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """The whole order as its page shows it, and every row it is made of as the database gives it."""
    with opened(_made(os.environ.get("FRONTDESK_DATA", ""))):
        owner = _owner()
        (order_id,) = run_sql("SELECT max(id) FROM work_order").fetchone()

        def raw() -> list[Any]:
            parts = [run_sql(f"SELECT * FROM {table} WHERE order_id = ?", order_id).fetchall() for table in _OF_ORDER]
            lines = run_sql("SELECT * FROM work_line WHERE order_id = ? ORDER BY position", order_id).fetchall()
            people = run_sql("SELECT id, name FROM staff").fetchall()
            return [*parts, lines, people, run_sql(_HEAD, order_id).fetchall()]

        if len(order_view(owner, order_id).lines) != LINES:
            raise AssertionError("the order is not whole")
        name = f"a work order of {LINES} lines / raw SQL"
        yield side_by_side(name, lambda: order_view(owner, order_id), raw, aim=3.0, rounds=20 if quick else 100)


def _owner() -> Actor:
    first = next(each for each in everybody() if Role.OWNER in each.roles)
    return Actor(first.id, first.name, first.roles)


@cache
def _made(_data: str) -> str:
    """The address of a store with one such order; gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-bench-orders-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(folder / "orders.desk")
    build.make(address, customers=20, days=5)
    with opened(address):
        _serve(_owner())
        run_sql("ANALYZE")
    return address


def _serve(owner: Actor) -> None:
    """An order up to its authorisation: sheet, inspection, sixty lines of labour and parts."""
    (customer_id,) = run_sql("SELECT min(id) FROM customer WHERE merged_into_id IS NULL").fetchone()
    add_goods(owner, customer_id, GoodsForm("澜川", "L3", "白", "LYH7V2A58TA000777", "浙A7K3P9", mileage=40_000))
    (goods_id,) = run_sql("SELECT max(id) FROM owned_goods").fetchone()
    order_id = open_order(owner, OpenForm(customer_id, goods_id, "vehicle", "异响")).id
    sheet = SheetForm(
        goods_id, 40_268, fuel=5, valuables_asked=True, brought_by="葉靜宜", complaint="异响", key_tag="17"
    )
    save_sheet(owner, order_id, order_view(owner, order_id).version, sheet)
    receive(owner, order_id)
    judge_rest(owner, order_id)
    finish_inspection(owner, order_id)
    lines = tuple(
        LineForm(LineKind.PART if number % 2 else LineKind.LABOUR, f"第 {number} 项", 100, 22_000 + number)
        for number in range(LINES)
    )
    promised = clock.now() + timedelta(days=1)
    version = order_view(owner, order_id).version
    estimating.save_estimate(owner, order_id, version, EstimateForm(lines, 0, promised))
    estimating.give_estimate(owner, order_id)
    estimating.authorise(owner, order_id, ConsentForm("葉靜宜", Consent.SCANNED))
