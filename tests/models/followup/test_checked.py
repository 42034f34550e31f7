"""The check tells of a task without its cause, a prospect without a next contact, an end without its reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.checking import follow_up
from models.followup import starting
from models.followup.actions import PromiseForm, make_promise, withdraw_promise
from models.kernel import clock
from models.kernel.tables import run_sql
from tests.models.followup.test_causes import DAY, open_tasks, visited
from tests.models.shops import Shop, customer

_CHECKS = (follow_up.causes, follow_up.next_contacts, follow_up.results)


@pytest.fixture
def followed(shop: Shop) -> Shop:
    """A shop that has begun with follow-up, with a visit, a promise and one that was withdrawn."""
    starting.daily_pass()
    file_id = customer(shop)
    visited(shop, file_id)
    visited(shop, file_id)
    for what in ("发配置表", "送脚垫"):
        make_promise(shop.consultant, file_id, PromiseForm(what, clock.now() + DAY))
    first = next(row for row in open_all(shop, file_id) if row[1] == "promise")
    withdraw_promise(shop.consultant, first[0], 1, "不用了")
    return shop


def open_all(shop: Shop, file_id: int) -> list[tuple[int, str]]:
    """The ids and rules of a customer's open tasks."""
    rows = run_sql("SELECT id, rule FROM follow_up_task WHERE customer_id = ? AND state = 'open'", file_id)
    return list(rows.fetchall())


def test_a_sound_store_is_sound(followed: Shop) -> None:
    assert [told for check in _CHECKS for told in check()] == []
    assert set(open_tasks(followed, 1)) == {"next_contact", "visit_left", "promise"}


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        ("UPDATE follow_up_task SET cause_id = 999 WHERE rule = 'promise' AND state = 'open'", follow_up.causes),
        ("UPDATE follow_up_task SET rule = 'moon' WHERE rule = 'visit_left' AND state = 'open'", follow_up.causes),
        ("UPDATE register_line SET left_at = NULL WHERE kind = 'visit'", follow_up.causes),
        ("UPDATE customer SET stage = 'lost'", follow_up.causes),
        ("UPDATE customer SET intent = 'h'", follow_up.next_contacts),
        (
            "UPDATE follow_up_task SET state = 'done', closed_at = 1 WHERE rule = 'next_contact'",
            follow_up.next_contacts,
        ),
        ("DELETE FROM follow_up_result WHERE why = 'withdrawn'", follow_up.results),
        ("UPDATE follow_up_result SET result = 'reached' WHERE why = 'came_again'", follow_up.results),
    ],
)
def test_harm_is_told(followed: Shop, harm: str, check: object) -> None:
    run_sql(harm)
    assert len(list(check())) >= 1  # type: ignore[operator]


def test_a_store_that_has_not_begun_is_not_held_to_it(shop: Shop) -> None:
    with clock.standing_at(clock.now() - timedelta(days=400)):
        customer(shop)
    run_sql("DELETE FROM follow_up_task")
    assert list(follow_up.next_contacts()) == []
