"""Opening a work order with sixty lines, against the statements it needs (W2–W9)."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.measure import Ratio, opened, side_by_side
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.tables import database, run_sql
from models.sample import build
from models.service import estimate_actions as estimating
from models.service.estimate_actions import ConsentForm, EstimateForm, LineForm
from models.service.inspection_actions import finish_inspection, judge_rest
from models.service.kinds import Consent, LineKind
from models.service.reading import order_view
from models.service.reception_actions import OpenForm, SheetForm, open_order, receive, save_sheet
from models.staff.lists import everybody

LINES = 60


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """The whole order as its page shows it, and its own statements run bare.

    Both take so little that a busy machine's turns are longer than they are: the best of many rounds counts.
    """
    with opened(_made(os.environ.get("FRONTDESK_DATA", ""))):
        owner = _owner()
        (order_id,) = run_sql("SELECT max(id) FROM work_order").fetchone()
        if len(order_view(owner, order_id).lines) != LINES:
            raise AssertionError("the order is not whole")
        statements = _statements(lambda: order_view(owner, order_id))

        def raw() -> list[Any]:
            return [database.execute_sql(sql, values).fetchall() for sql, values in statements]

        name = f"a work order of {LINES} lines / its {len(statements)} statements"
        yield side_by_side(
            name, lambda: order_view(owner, order_id), raw, aim=3.0, rounds=60 if quick else 300, pick=min
        )


def _statements(work: Callable[[], object]) -> list[tuple[str, Any]]:
    """The statements that ``work`` asks the database, with their values."""
    asked: list[tuple[str, Any]] = []
    execute = database.obj.execute_sql

    def noted(sql: str, params: Any = None) -> Any:
        asked.append((sql, params))
        return execute(sql, params)

    with patch.object(database.obj, "execute_sql", noted):
        work()
    return asked


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
