"""Whether follow-up is in step with the files: every open task with its cause, every prospect with a next contact."""

from __future__ import annotations

from collections.abc import Iterator

from models.followup import starting
from models.kernel.i18n import _
from models.kernel.tables import run_sql
from models.shop.profile import trade
from models.trades.follow_up import NEXT_CONTACT, rules_of

_CAUSES = {
    "customer": "c.id = t.cause_id",
    "register_line": "EXISTS (SELECT 1 FROM register_line r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.left_at IS NOT NULL)",
    "promise": "EXISTS (SELECT 1 FROM promise r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id)",
    "test_drive": "EXISTS (SELECT 1 FROM test_drive r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.state = 'closed')",
    "customer_loss": "EXISTS (SELECT 1 FROM customer_loss r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.woken_at IS NOT NULL)",
    "delivery": "EXISTS (SELECT 1 FROM delivery r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.handed_over_at IS NOT NULL)",
    "delivery_defect": "EXISTS (SELECT 1 FROM delivery_defect r WHERE r.id = t.cause_id "
    "AND r.customer_id = t.customer_id AND r.mended_on IS NULL)",
    "work_order": "EXISTS (SELECT 1 FROM work_order r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.state = 'handed_back')",
    "appointment": "EXISTS (SELECT 1 FROM appointment r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.state = 'no_show')",
    "complaint": "EXISTS (SELECT 1 FROM complaint r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id "
    "AND r.state <> 'closed')",
    "owned_goods": "EXISTS (SELECT 1 FROM owned_goods r WHERE r.id = t.cause_id AND r.customer_id = t.customer_id)",
}
"""What is true of an open task ``t`` of customer ``c``, by its cause."""

_CLOSED = "('ordered', 'delivered', 'lost')"


def causes() -> Iterator[str]:
    """Each open task has the cause it was written for, in the file it stands in, and a rule that makes such tasks."""
    known = rules_of(trade())
    for task_id, rule, cause in run_sql(
        "SELECT id, rule, cause FROM follow_up_task WHERE state = 'open' ORDER BY id"
    ).fetchall():
        if rule not in known or cause not in _CAUSES:
            yield _("Follow-up {number}: nobody knows the rule {rule}.").format(number=task_id, rule=rule)
    for cause, holds in _CAUSES.items():
        rows = run_sql(
            "SELECT t.id FROM follow_up_task t JOIN customer c ON c.id = t.customer_id "
            f"WHERE t.state = 'open' AND t.cause = ? AND NOT ({holds}) ORDER BY t.id",
            cause,
        )
        for (task_id,) in rows.fetchall():
            yield _("Follow-up {number}: what it was written for is not there.").format(number=task_id)
    over = run_sql(
        "SELECT t.id FROM follow_up_task t JOIN customer c ON c.id = t.customer_id WHERE t.state = 'open' "
        "AND (c.merged_into_id IS NOT NULL OR c.erased_at IS NOT NULL OR c.stage = 'lost') ORDER BY t.id"
    )
    for (task_id,) in over.fetchall():
        yield _("Follow-up {number} is open, but its file is closed.").format(number=task_id)


def next_contacts() -> Iterator[str]:
    """Once the store has begun with follow-up, each prospect who is looked after has a next contact (C5)."""
    if starting.begun_on() is None or not rules_of(trade())[NEXT_CONTACT].on:
        return
    rows = run_sql(
        "SELECT c.id FROM customer c LEFT JOIN follow_up_task t ON t.rule = ? AND t.cause = 'customer' "
        "AND t.cause_id = c.id AND t.period = '' AND t.state = 'open' WHERE c.owner_id IS NOT NULL "
        f"AND c.merged_into_id IS NULL AND c.erased_at IS NULL AND c.stage NOT IN {_CLOSED} "
        "AND (t.id IS NULL OR t.counted_from <> c.last_contact_at OR t.level <> c.intent) ORDER BY c.id",
        NEXT_CONTACT,
    )
    for (customer_id,) in rows.fetchall():
        yield _("Customer file {number}: the next contact is not as the level of intent asks.").format(
            number=customer_id
        )


def results() -> Iterator[str]:
    """A task that is done or dropped has that on its record."""
    rows = run_sql(
        "SELECT t.id FROM follow_up_task t WHERE t.state <> 'open' AND NOT EXISTS "
        "(SELECT 1 FROM follow_up_result r WHERE r.task_id = t.id AND r.at <= t.closed_at AND (t.state = 'dropped') "
        "= (r.result = 'dropped')) ORDER BY t.id"
    )
    for (task_id,) in rows.fetchall():
        yield _("Follow-up {number} has ended, but nothing says how.").format(number=task_id)
