"""kill -9 at random moments of real work: what the screen said was saved is saved, and nothing is half done."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from models.kernel import audit, numbering
from models.kernel.tables import database, run_sql
from tests.campaigns import campaign, has_long_form
from tests.faults.working import TABLES, Saved, work_until_killed
from tests.models.shops import Shop, opened

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
WHOLE = [
    "SELECT count(*) FROM quote q WHERE NOT EXISTS (SELECT 1 FROM quote_line l WHERE l.quote_id = q.id)",
    "SELECT count(*) FROM customer c WHERE NOT EXISTS (SELECT 1 FROM customer_phone p WHERE p.customer_id = c.id)",
    "SELECT count(*) FROM customer c WHERE NOT EXISTS (SELECT 1 FROM register_line r WHERE r.customer_id = c.id)",
    """SELECT count(*) FROM (SELECT 'customer' AS kind, id FROM customer UNION ALL SELECT 'quote', id FROM quote
    UNION ALL SELECT 'payment', id FROM payment) r
    WHERE NOT EXISTS (SELECT 1 FROM search_entry s WHERE s.kind = r.kind AND s.record_id = r.id)""",
    """SELECT count(*) FROM (SELECT 'customer' AS kind, id FROM customer UNION ALL SELECT 'quote', id FROM quote
    UNION ALL SELECT 'payment', id FROM payment) r
    WHERE NOT EXISTS (SELECT 1 FROM audit_line a WHERE a.kind = r.kind AND a.record_id = r.id)""",
]
"""Each counts what was done by half, which is nothing."""


def lost(said: Iterable[Saved]) -> list[Saved]:
    """What was told as saved and is not there."""
    return [
        saved
        for saved in said
        if run_sql(f"SELECT {TABLES[saved.table]} FROM {saved.table} WHERE id = ?", saved.record_id).fetchone()
        != (saved.value,)
    ]


def check_soundness() -> None:
    """The trail follows, no number is missing or double, no record is there by half."""
    assert list(audit.broken_lines()) == []
    given = {series.split("-")[0]: last for series, last in numbering.series().items()}
    for prefix, table in (("BJ", "quote"), ("SJ", "payment")):
        numbers = [row[0] for row in run_sql(f"SELECT number FROM {table} ORDER BY number").fetchall()]
        assert [int(number.split("-")[-1]) for number in numbers] == list(range(1, given.get(prefix, 0) + 1))
    for sql in WHOLE:
        assert run_sql(sql).fetchone()[0] == 0, sql


def pull_the_plug(shop: Shop, cycles: int) -> int:
    """Kill somebody at work again and again; returns how many things they had said were saved."""
    everything: list[Saved] = []
    for cycle in range(cycles):
        said = work_until_killed(shop, cycle)
        assert said, "each does something before the end"
        everything += said
        with opened(shop.address):
            assert lost(said) == []
            check_soundness()
    with opened(shop.address):
        assert lost(everything) == []
    return len(everything)


@has_long_form
def test_on_disk_nothing_that_was_said_is_lost(closed_shop: Shop) -> None:
    cycles = campaign(100, 500)
    assert pull_the_plug(closed_shop, cycles) > 2 * cycles
    with opened(closed_shop.address):
        assert run_sql("PRAGMA quick_check").fetchall() == [("ok",)]
        assert run_sql("PRAGMA cipher_integrity_check").fetchall() == []
        assert run_sql("PRAGMA foreign_key_check").fetchall() == []


@has_long_form
def test_on_a_server_nothing_that_was_said_is_lost(closed_server_shop: Shop) -> None:
    cycles = campaign(25, 250)
    assert pull_the_plug(closed_server_shop, cycles) > 2 * cycles


@pytest.mark.parametrize("kind", ["closed_shop", "closed_server_shop"])
def test_the_control_that_speaks_too_early_is_found_out(request: pytest.FixtureRequest, kind: str) -> None:
    """Were actions told before their commit, this campaign would notice."""
    shop: Shop = request.getfixturevalue(kind)
    said = work_until_killed(shop, 1, too_early=True)
    assert said
    with opened(shop.address):
        assert lost(said) == said
        check_soundness()


def test_the_control_with_half_an_action_is_found_out(closed_shop: Shop) -> None:
    halves = [
        "DELETE FROM customer_phone WHERE customer_id = 1",
        "UPDATE counter SET last = last + 1",
        "DELETE FROM search_entry WHERE kind = 'quote'",
        "DELETE FROM audit_line WHERE id = (SELECT max(id) FROM audit_line)",
    ]
    for half in halves:
        with opened(closed_shop.address), database.atomic() as transaction:
            run_sql(half)
            with pytest.raises(AssertionError):
                check_soundness()
            transaction.rollback()
            check_soundness()
