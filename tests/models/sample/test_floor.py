"""The sample's floor: every visit of the last days went through the rotation, files keep their owners."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from models import checking
from models.kernel import clock, i18n, store
from models.kernel.tables import run_sql
from models.rotation import lists, log
from models.rotation.kinds import Presence
from models.sample import build

EVENING = datetime(2026, 11, 21, 19, 0).astimezone()


@pytest.mark.parametrize(("staff", "customers"), [(8, 120), (3, 40), (1, 20), (2, 600)])
def test_every_visit_went_over_the_floor_and_owners_agree(staff: int, customers: int, tmp_path: Path) -> None:
    address = str(tmp_path / "s.desk")
    with clock.standing_at(EVENING):
        build.make(address, customers=customers, days=20, staff=staff)
        assert list(checking.findings(address)) == []
        opened = store.open_store(address)
        try:
            merged = "SELECT kept_id FROM customer_merge"  # which may have made another the owner since
            sql = f"SELECT id, owner_id FROM customer WHERE owner_id IS NOT NULL AND id NOT IN ({merged})"
            owners = dict(run_sql(sql).fetchall())
            lines = {
                line: (customer, receiver)
                for line, customer, receiver in run_sql(
                    "SELECT id, customer_id, staff_id FROM register_line WHERE kind = 'visit'"
                ).fetchall()
            }
            _compare(owners, lines, all_of_them=customers < 300)
        finally:
            store.close(opened)


def _compare(owners: dict[int, int], lines: dict[int, tuple[int, int]], *, all_of_them: bool) -> None:
    seen = set()
    for row in log.all_days():
        state = log.state_of(row)
        seen |= {int(each.customer) for each in (*state.finished, *state.receptions.values())}
        for each in (*state.finished, *state.receptions.values()):
            customer, receiver = lines[int(each.customer)]
            assert receiver == int(each.receiver)
            assert owners.get(customer, int(each.owner)) == int(each.owner)
        seen |= {int(entry.event.customer) for entry in state.log if hasattr(entry.event, "customer")}
    assert not all_of_them or seen == set(lines)


def test_today_is_open_and_lively_the_days_before_are_closed(tmp_path: Path) -> None:
    address = str(tmp_path / "s.desk")
    i18n.set_language("en")
    with clock.standing_at(EVENING):
        build.make(address, customers=200, days=40)
        opened = store.open_store(address)
        try:
            days = lists.days()
            assert len(days) == 30
            assert [closed for _day, closed in days] == [False] + [True] * 29
            board = lists.board()
            assert len(board.receptions) == 2
            assert [each.presence for each in board.queue].count(Presence.WAITING) == 2
            kinds = {row.kind for day, _closed in days for row in lists.board(day).log}
            assert {"sign_in", "arrive", "finish", "away", "back", "override", "day_closed"} <= kinds
            rules = {row.rule for day, _closed in days for row in lists.board(day).log}
            assert {"R1", "R2", "R5", "R7"} <= rules
        finally:
            store.close(opened)
