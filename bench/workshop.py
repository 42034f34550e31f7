"""The board of a day of forty orders and a technician's own work, against the raw SQL they need."""

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
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import insert_rows, run_sql
from models.sample import build
from models.service import board, technician_lists
from models.service.board import LaneBy
from models.service.kinds import Charge, LineKind, MissingPart, Stance, Supply, WorkState
from models.service.states import WorkOrderState
from models.service.tables import WorkLine, WorkOrder, WorkSession
from models.staff.tables import Staff

ORDERS, LINES, TECHNICIANS = 40, 5, 8
_CARDS = """SELECT l.*, o.number, o.state, o.promised_at, o.place, g.plate, g.make, g.model, g.serial, p.hours
    FROM work_line l JOIN work_order o ON o.id = l.order_id LEFT JOIN owned_goods g ON g.id = o.goods_id
    LEFT JOIN operation p ON p.id = l.operation_id WHERE l.kind = 'labour' AND l.stance = 'chosen'
    AND o.state IN ('authorised', 'dispatched', 'in_work', 'waiting_approval', 'waiting_parts', 'quality_check')"""
_SESSIONS = "SELECT line_id, staff_id, started_at, ended_at FROM work_session"
_PEOPLE = "SELECT s.*, t.skills, t.bay_id FROM staff s LEFT JOIN technician t ON t.staff_id = s.id"


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """The day's board by technician, and a technician's own work, beside the rows they are made of."""
    rounds = 10 if quick else 40
    with opened(busy()):
        first = Staff.select().where(Staff.left_on.is_null()).order_by(Staff.id).first()
        owner = Actor(first.id, first.name, first.roles)
        own = Staff.get(Staff.name == "技师 1")
        technician = Actor(own.id, own.name, own.roles)

        def raw() -> list[Any]:
            return [run_sql(sql).fetchall() for sql in (_CARDS, _SESSIONS, _PEOPLE)]

        def whole() -> list[Any]:
            return list(board.lanes(owner, LaneBy.TECHNICIAN))

        def mine() -> list[Any]:
            return list(technician_lists.my_work(technician).lines)

        if sum(len(lane.lines) for lane in whole()) < ORDERS * LINES:
            raise AssertionError("the board is not whole")
        yield side_by_side(f"board of {ORDERS} orders / raw SQL", whole, raw, aim=3.0, rounds=rounds, pick=min)
        yield side_by_side("a technician's work / raw SQL of the board", mine, raw, aim=3.0, rounds=rounds, pick=min)


def busy() -> str:
    """The address of a store with a workshop full of orders; gone at the end."""
    return _made(os.environ.get("FRONTDESK_DATA", ""))


@cache
def _made(_data: str) -> str:
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-bench-workshop-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(folder / "workshop.desk")
    build.make(address, customers=20, days=5)
    with opened(address), transaction():
        _write()
    with opened(address):
        run_sql("ANALYZE")
    return address


def _write() -> None:
    people = [
        Staff.create(name=f"技师 {number + 1}", roles=frozenset({Role.TECHNICIAN}), pin_hash="x").id
        for number in range(TECHNICIANS)
    ]
    customers = [row[0] for row in run_sql("SELECT id FROM customer ORDER BY id").fetchall()]
    now = clock.now()
    for number in range(ORDERS):
        order = WorkOrder.create(
            number=f"WX-0-{number:06d}",
            template="vehicle",
            state=WorkOrderState.IN_WORK,
            customer=customers[number % len(customers)],
            advisor=people[0],
            promised_at=now + timedelta(hours=number % 9 + 1),
        )
        _write_lines(order.id, number, people)


def _write_lines(order_id: int, number: int, people: list[int]) -> None:
    common = {"order": order_id, "kind": LineKind.LABOUR, "code": "", "unit": "", "quantity": 100, "unit_price": 22_000}
    common |= {
        "stance": Stance.CHOSEN,
        "charge": Charge.CUSTOMER,
        "supply": Supply.STOCK,
        "missing": MissingPart.NOTHING,
    }
    for place in range(LINES):
        done = place < 2
        line = WorkLine.create(
            **common,
            position=place,
            name=f"项目 {place}",
            technician=people[(number + place) % len(people)],
            work=WorkState.DONE if done else WorkState.WAITING,
            done_at=clock.now() if done else None,
        )
        if done:
            begun = clock.now() - timedelta(hours=3)
            session = {"order": order_id, "line": line.id, "staff": line.technician_id, "started_at": begun}
            insert_rows(
                WorkSession, [{**session, "ended_at": begun + timedelta(hours=1), "reason": "done", "note": ""}]
            )
