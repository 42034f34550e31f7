"""Who sees a customer's personal values because they are the advisor of an open work order (C11)."""

from __future__ import annotations

from collections.abc import Collection

from models.kernel.permissions import Actor
from models.kernel.tables import run_sql


def with_open_order(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    """Whose orders, that are neither closed nor cancelled, somebody is the advisor of."""
    marks = ", ".join("?" * len(customer_ids))
    sql = f"""SELECT customer_id FROM work_order WHERE customer_id IN ({marks})
        AND advisor_id = ? AND state NOT IN ('closed', 'cancelled')"""
    return {row[0] for row in run_sql(sql, *customer_ids, actor.id).fetchall()}
