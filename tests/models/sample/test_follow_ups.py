"""The sample's follow-up: mostly done in time, some late, promises kept and to come, and nothing the check minds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from models import checking
from models.followup import lists, starting
from models.kernel import clock, store
from models.kernel.tables import run_sql
from models.sample import build

EVENING = datetime(2026, 11, 21, 19, 0).astimezone()


def count(where: str) -> int:
    """How many tasks there are of a sort."""
    return int(run_sql(f"SELECT count(*) FROM follow_up_task WHERE {where}").fetchone()[0])


def test_a_store_that_follows_up_as_stores_do(tmp_path: Path) -> None:
    address = str(tmp_path / "s.desk")
    with clock.standing_at(EVENING):
        build.make(address, customers=250, days=60)
        assert list(checking.findings(address)) == []
        opened = store.open_store(address)
        try:
            assert starting.begun_on() == EVENING.date(), "the day has begun: opening it lays nothing out anew"
            late = count(f"state = 'open' AND due_at < {int(EVENING.timestamp() * 1000)}")
            assert 0 < late < count("state = 'open'") / 4
            assert count("rule = 'promise' AND state = 'done'") > 0
            assert count("rule = 'visit_left' AND state = 'done'") > 0
            shares = [row.share for row in lists.compliance(EVENING.date())]
            assert all(share is not None and 50_00 <= share < 100_00 for share in shares)
            assert len(shares) >= 2
        finally:
            store.close(opened)
