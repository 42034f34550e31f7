"""Contracts of a store from before: who asked for approvals, and what makes each stage due, is known afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.sales.amendment_actions import AmendmentForm, ChangedLine, draft_amendment
from models.sales.cancellation_actions import settlement
from models.sales.lists import contract_ids, contract_view
from models.sales.supplement_lists import amendment_view
from models.sales.supplement_states import Fault
from tests.models.shops import opened
from tests.models.stores import dumps


@pytest.fixture(params=["sqlite", "postgresql"])
def old_store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A populated store of the schema before; returns its address."""
    if request.param == "sqlite":
        dumps.load_folder(2, tmp_path / "old.desk")
        return str(tmp_path / "old.desk")
    address = request.getfixturevalue("postgres_url")
    dumps.load_server(2, address)
    return str(address)


def test_an_old_contract_knows_what_the_trail_and_its_trade_told(old_store: str) -> None:
    with opened(old_store):
        (contract_id,) = contract_ids()
        asked = run_sql("SELECT DISTINCT asked_by_id FROM contract_approval").fetchall()
        applied = run_sql("SELECT staff_id FROM audit_line WHERE action = 'sales.submit_contract'").fetchall()
        assert [row[0] for row in asked] == [row[0] for row in applied]
        stages = run_sql("SELECT code, event, days, deposit FROM contract_stage ORDER BY position").fetchall()
        assert [tuple(row) for row in stages] == [("deposit", "signing", 0, 1), ("balance", "delivery", -1, 0)]
        assert settlement(contract_id, Fault.CUSTOMER).proposed == 0


def test_an_old_contract_can_be_amended(old_store: str) -> None:
    with opened(old_store):
        (contract_id,) = contract_ids()
        owner = Actor(1, "王总", frozenset({Role.OWNER}))
        before = contract_view(owner, contract_id)
        line = before.lines[0]
        change = ChangedLine(line.position, line.quantity, line.unit_price + 100_000, line.discount)
        form = AmendmentForm("dearer", (change,), subject={"delivery_date": "2037-01-02"})
        view = amendment_view(owner, draft_amendment(owner, contract_id, form).id)
        assert view.total == before.row.total + 100_000 == sum(stage.amount for stage in view.stages)
        assert [str(stage.due_on) for stage in view.stages][1] == "2037-01-01"
