"""Who sees a customer's personal values because they hand over to them, or are introduced to them (C11)."""

from __future__ import annotations

from collections.abc import Collection

from models.kernel.permissions import Actor
from models.kernel.tables import run_sql


def with_open_delivery(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    """Whose deliveries, that are neither closed nor cancelled, somebody answers for or is the advisor of."""
    marks = ", ".join("?" * len(customer_ids))
    sql = f"""SELECT customer_id FROM delivery WHERE customer_id IN ({marks})
        AND (consultant_id = ? OR advisor_id = ?) AND state NOT IN ('closed', 'cancelled')"""
    return {row[0] for row in run_sql(sql, *customer_ids, actor.id, actor.id).fetchall()}
