"""The overdue list of very many contracts, against the raw SQL it needs."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import Ratio, opened, side_by_side
from models.cashier.overdue import overdue_stages
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import milliseconds, new_uid, run_sql, run_sql_often
from models.sales.states import PAYABLE_STATES
from models.sample import build
from models.staff.lists import everybody

_PAYABLE = ", ".join(f"'{state.value}'" for state in PAYABLE_STATES)
_LATE = f"""SELECT c.id FROM contract c WHERE c.state IN ({_PAYABLE}) AND c.id IN (
    SELECT contract_id FROM contract_stage WHERE due_on < ?
    UNION SELECT contract_id FROM amended_stage WHERE due_on < ?)"""
_RAW = (
    f"""SELECT c.id, c.number, u.id, u.name, p.name FROM contract c JOIN customer u ON u.id = c.customer_id
    JOIN staff p ON p.id = c.consultant_id WHERE c.id IN ({_LATE})""",
    f"""SELECT s.contract_id, s.position, s.code, s.amount, s.name, s.due_on FROM contract_stage s
    JOIN contract c ON c.id = s.contract_id AND c.amendment_no = 0 WHERE s.contract_id IN ({_LATE}) ORDER BY 1, 2""",
    f"""SELECT contract_id, stage, SUM(amount) FROM payment WHERE contract_id IN ({_LATE})
    GROUP BY contract_id, stage""",
)
_TOTAL = 200_000_00


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Everything that is overdue, worked out stage by stage, and the three statements that fetch what it is made of."""
    count, rounds = (2_000, 5) if quick else (20_000, 20)
    with opened(signed(count)):
        cashier = next(each for each in everybody() if each.roles & {Role.CASHIER, Role.OWNER})
        actor = Actor(cashier.id, cashier.name, cashier.roles)
        days = [clock.today().isoformat()] * 2

        def raw() -> list[Any]:
            return [run_sql(sql, *days).fetchall() for sql in _RAW]

        def ours() -> list[Any]:
            return list(overdue_stages(actor))

        if len(ours()) < count // 4:
            raise AssertionError("the overdue list is not whole")
        yield side_by_side(f"overdue list of {count:,} contracts / raw SQL", ours, raw, aim=3.0, rounds=rounds)


def signed(count: int) -> str:
    """The address of a store with so many signed contracts, half of them with something overdue; gone at the end.

    Made once per run, and once more where the program's own data, which hold the store's key, lie elsewhere.
    """
    return _made(count, os.environ.get("FRONTDESK_DATA", ""))


@cache
def _made(count: int, _data: str) -> str:
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-bench-money-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    address = str(folder / "money.desk")
    build.make(address, customers=20, days=5)
    with opened(address), transaction():
        _write(Random(4), count)
    with opened(address):
        run_sql("ANALYZE")
        run_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return address


def _write(rng: Random, count: int) -> None:
    customers = [row[0] for row in run_sql("SELECT id FROM customer").fetchall()]
    people = [each.id for each in everybody() if Role.SALES in each.roles]
    first = run_sql("SELECT COALESCE(MAX(id), 0) + 1 FROM contract").fetchone()[0]
    now, today = milliseconds(clock.now()), clock.today()
    contracts, stages, payments = [], [], []
    for number in range(first, first + count):
        day = today - timedelta(days=rng.randrange(400))
        contracts.append(
            (number, new_uid(), now, now, f"HT-0-{number:06d}", rng.choice(customers), rng.choice(people), day)
        )
        stages += _stages(number, day)
        paid = rng.choice((0, 20_000_00, 60_000_00, _TOTAL))
        if paid:
            payments.append((new_uid(), now, now, f"SJ-0-{number:06d}", number, day.isoformat(), paid, people[0]))
    run_sql_often(
        "INSERT INTO contract (id, uid, version, created_at, changed_at, number, customer_id, consultant_id, state, "
        "plan, whole_discount, total, subject, place, signed_on, reason) "
        f"VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'signed', 'plan', 0, {_TOTAL}, '{{}}', '', ?, '')",
        [(*row[:-1], row[-1].isoformat()) for row in contracts],
    )
    run_sql_often(
        "INSERT INTO contract_stage (contract_id, position, code, name, condition, share, amount, due_on) "
        "VALUES (?, ?, ?, ?, '{}', ?, ?, ?)",
        stages,
    )
    run_sql_often(
        "INSERT INTO payment (uid, version, created_at, changed_at, number, contract_id, received_on, amount, method, "
        "payer, reference_number, cashier_id, note) VALUES (?, 1, ?, ?, ?, ?, ?, ?, 'card', 'x', '', ?, '')",
        payments,
    )


def _stages(contract_id: int, day: date) -> list[tuple[Any, ...]]:
    """A deposit, a stage after thirty days, and the balance after ninety."""
    plan = (("deposit", 10_00, 0), ("progress", 30_00, 30), ("balance", 60_00, 90))
    name = '{"en": "%s", "zh_CN": "阶段款"}'
    return [
        (
            contract_id,
            place,
            code,
            name % code,
            share,
            _TOTAL * share // 100_00,
            (day + timedelta(days=after)).isoformat(),
        )
        for place, (code, share, after) in enumerate(plan)
    ]
