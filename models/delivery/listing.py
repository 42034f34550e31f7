"""The saved filters of the list of deliveries, each as the ids it holds in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from models.delivery import lists
from models.delivery.kinds import EventKind
from models.delivery.states import DONE_STATES, LIVE_STATES, DeliveryState
from models.kernel import clock
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Actor
from models.kernel.tables import milliseconds, run_sql


class Filter(LabelledEnum):
    """What of the deliveries a list shows."""

    TODAY = "today", N_("Today")
    LATE = "late", N_("Late deliveries")
    COMING = "coming", N_("Coming")
    READY = "ready", N_("Ready")
    POSTPONED = "postponed", N_("Postponed")
    DONE = "done", N_("Delivered")
    ALL = "all", N_("All")


_LIVE = ", ".join(f"'{state.value}'" for state in LIVE_STATES)
_DONE = ", ".join(f"'{state.value}'" for state in DONE_STATES)
_WHERE = {
    Filter.COMING: f"state IN ({_LIVE}) ORDER BY starts_at, id",
    Filter.READY: f"state = '{DeliveryState.READY.value}' ORDER BY starts_at, id",
    Filter.POSTPONED: f"state IN ({_LIVE}) AND id IN (SELECT delivery_id FROM delivery_event "
    f"WHERE kind = '{EventKind.POSTPONED.value}') ORDER BY starts_at, id",
    Filter.DONE: f"state IN ({_DONE}) ORDER BY handed_over_at DESC, id DESC",
    Filter.ALL: "1 = 1 ORDER BY starts_at DESC, id DESC",
}


def delivery_ids(actor: Actor, chosen: Filter) -> list[int]:
    """The deliveries of a filter: what comes by its time, what is done newest first."""
    if chosen is Filter.LATE:
        return [each.id for each in lists.late_ones(actor)]
    if chosen is Filter.TODAY:
        begin = datetime.combine(clock.today(), time.min).astimezone()
        end = datetime.combine(clock.today() + timedelta(days=1), time.min).astimezone()
        where = "starts_at >= ? AND starts_at < ? AND state <> 'cancelled' ORDER BY starts_at, id"
        found = run_sql(f"SELECT id FROM delivery WHERE {where}", milliseconds(begin), milliseconds(end))
        return [row[0] for row in found.fetchall()]
    return [row[0] for row in run_sql(f"SELECT id FROM delivery WHERE {_WHERE[chosen]}").fetchall()]


_LEAST_NUMBER = 4


def found(text: str, customer_ids: Sequence[int], most: int) -> list[int]:
    """The deliveries whose number ends with what was typed, then those of these customers, the latest first."""
    typed = text.strip().upper()
    ids: list[int] = []
    if len(typed) >= _LEAST_NUMBER:
        by_number = "SELECT id FROM delivery WHERE number LIKE ? ORDER BY id DESC LIMIT ?"
        escaped = typed.replace("%", "").replace("_", "")
        ids = [row[0] for row in run_sql(by_number, f"%{escaped}", most).fetchall()]
    if customer_ids:
        places = ", ".join("?" * len(customer_ids))
        by_customer = f"SELECT id FROM delivery WHERE customer_id IN ({places}) ORDER BY starts_at DESC LIMIT ?"
        ids += [row[0] for row in run_sql(by_customer, *customer_ids, most).fetchall()]
    return list(dict.fromkeys(ids))[:most]
