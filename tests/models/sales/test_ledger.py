"""The contract ledger: its filters, and figures that are the same on screen, on paper and in a file (S6)."""

from __future__ import annotations

import csv
import io
from datetime import datetime, time, timedelta

import pytest

from models.kernel import clock
from models.kernel.money import plain
from models.sales.contract_actions import cancel_contract
from models.sales.ledger import ORDERS, LedgerFilter, as_csv, ledger, ledger_paper
from models.sales.lists import contract_rows, contract_view
from models.sales.states import ContractState
from tests.models.sales.lives import amended, called_off, cheaper, pay
from tests.models.shops import CAR_PRICE, Shop, customer, filled_contract, quote, signed_contract

DEPOSIT = 1_000_000


@pytest.fixture
def contracts(shop: Shop) -> list[int]:
    """Four signed contracts: as it was, amended, paid beyond its total, cancelled; and one that never was signed."""
    ids = [signed_contract(shop, customer_id=customer(shop, f"客户{n}", f"1380000000{n}")) for n in range(4)]
    amended(shop, ids[1])
    pay(shop, ids[1], DEPOSIT)
    pay(shop, ids[2], CAR_PRICE)
    amended(shop, ids[2], cheaper(300_000))
    called_off(shop, ids[3])
    draft = filled_contract(shop, quote(shop, customer(shop, "另一位", "13900000000")))
    cancel_contract(shop.manager, draft, "x")
    return ids


def test_the_ledger_holds_every_signed_contract(shop: Shop, contracts: list[int]) -> None:
    found = ledger(LedgerFilter(), "number", False)
    assert [row.id for row in found.rows] == contracts[:3]
    assert [(row.signed_total, row.amended, row.received) for row in found.rows] == [
        (CAR_PRICE, 0, 0),
        (CAR_PRICE, 80_000, DEPOSIT),
        (CAR_PRICE, -300_000, CAR_PRICE),
    ]
    assert (found.total, found.received, found.overdue) == (3 * CAR_PRICE - 220_000, CAR_PRICE + DEPOSIT, 0)
    assert [row.id for row in ledger(LedgerFilter(state=ContractState.CANCELLED)).rows] == [contracts[3]]


def test_screen_ledger_paper_and_file_agree_to_the_fen(shop: Shop, contracts: list[int]) -> None:
    later = datetime.combine(clock.today() + timedelta(days=5000), time(12)).astimezone()
    with clock.standing_at(later):
        found, paper = ledger(LedgerFilter(), "number", False), ledger_paper(LedgerFilter(), "en")
        table = list(csv.reader(io.StringIO(as_csv(found))))
        views = [contract_view(shop.owner, row.id) for row in found.rows]
        rows = contract_rows([row.id for row in found.rows])
    assert found.overdue > 0
    for row, listed, view, line, cells in zip(found.rows, rows, views, paper.lines, table[1:], strict=False):
        overdue = sum(
            stage.amount - stage.paid for stage in view.stages if stage.due_on and stage.due_on < later.date()
        )
        figures = (row.total, row.received, row.overdue)
        assert figures == (view.row.total, view.row.received, overdue)
        assert figures == (listed.total, listed.received, listed.overdue)
        assert figures == (line.total, line.received, line.overdue)
        assert [float(each) * 100 for each in (cells[7], cells[8], cells[10])] == pytest.approx(figures, abs=0.001)
        assert sum(stage.amount for stage in view.stages) == row.total == view.price.total
    sums = (found.signed_total, found.amended, found.total, found.received, found.overdue)
    assert sums == (paper.signed_total, paper.amended, paper.total, paper.received, paper.overdue)
    assert sums == tuple(
        sum(getattr(row, name) for row in found.rows)
        for name in ("signed_total", "amended", "total", "received", "overdue")
    )
    assert table[-1][7] == plain(found.total).replace(",", "")


def test_filters_and_orders(shop: Shop, contracts: list[int]) -> None:
    today, day = clock.today(), timedelta(days=1)
    for wanted, count in (
        (LedgerFilter(today, today), 3),
        (LedgerFilter(today + day), 0),
        (LedgerFilter(None, today - day), 0),
        (LedgerFilter(consultant_id=shop.consultant.id), 3),
        (LedgerFilter(consultant_id=shop.manager.id), 0),
        (LedgerFilter(overdue=True), 0),
        (LedgerFilter(state=ContractState.CLOSED), 0),
    ):
        assert len(ledger(wanted).rows) == count, wanted
        assert len(ledger_paper(wanted, "en").lines) == count
    with clock.standing_at(datetime.combine(today + 2 * day, time(12)).astimezone()):
        assert [row.id for row in ledger(LedgerFilter(overdue=True)).rows] == [contracts[0]]
    for order in ORDERS:
        up, down = (tuple(row.id for row in ledger(LedgerFilter(), order, each).rows) for each in (False, True))
        assert up == down[::-1]
    named = ledger_paper(LedgerFilter(today, today, shop.consultant.id, ContractState.SIGNED, True), "en")
    assert [part.split()[0] for part in named.about] == ["Signed", "Signed", "孙悦", "Signed", "Overdue"]
    assert named.number != ledger_paper(LedgerFilter(), "en").number


def test_a_name_is_no_formula(shop: Shop) -> None:
    signed_contract(shop, customer_id=customer(shop, "=1+1", "13700000000"))
    assert "'=1+1" in as_csv(ledger(LedgerFilter()))
