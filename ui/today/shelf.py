"""What the parts want: below minimum and late orders of who keeps them, counts of who may approve them (W11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.parts import count_lists, document_lists, lists
from models.parts.kinds import PartFilter
from ui.kit import wording
from ui.today.need import Need


def needs(actor: Actor) -> Iterator[Need]:
    """Each thing that waits for this person on the shelf."""
    if actor.may(Permission.KEEP_PARTS):
        below = lists.counts()[PartFilter.BELOW]
        if below:
            title = _("{count} parts below their minimum").format(count=below)
            detail = _("The reorder list proposes how much, by supplier.")
            yield Need("warn", 6, clock.now(), "car-cog", title, detail, _("Show"), "reorder", 0)
        yield from _late_orders(actor)
    for each in count_lists.waiting_counts(actor):
        title = _("Count {number}: {count} differences to approve").format(number=each.number, count=each.differing)
        detail = wording.joined(each.place or _("All places"), each.submitted_by)
        at = each.submitted_at or each.opened_at
        yield Need("warn", 3, at, "clipboard-list-outline", title, detail, _("Decide"), "stock_count", each.id)


def count(actor: Actor) -> int:
    """How much of that there is."""
    return sum(1 for _each in needs(actor))


def _late_orders(actor: Actor) -> Iterator[Need]:
    for each in document_lists.purchase_rows(actor, document_lists.late_orders(clock.today())):
        assert each.expected_on is not None
        since = datetime.combine(each.expected_on, time.min).astimezone()
        title = _("Order {number} has not come").format(number=each.number)
        when, _tone = wording.due(each.expected_on)
        detail = wording.joined(each.supplier, when)
        yield Need("warn", 5, since, "truck-alert-outline", title, detail, _("Show"), "purchase_order", each.id)
