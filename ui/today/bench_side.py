"""What the workshop wants of its advisors: delays to tell, extra work to ask, orders to dispatch (W6–W9)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel import clock
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.service import late_lists
from models.service.work_views import AskRow, LateRow
from ui.kit import wording
from ui.today.need import Need


def needs(actor: Actor) -> Iterator[Need]:
    """Each thing that waits for this person: an advisor's own orders, everybody's for who approves work."""
    if not actor.may(Permission.ESTIMATE_WORK):
        return
    everybody = actor.may(Permission.APPROVE_WORK)
    yield from (_late(each) for each in late_lists.late_orders(actor) if everybody or each.advisor_id == actor.id)
    yield from (_asked(each) for each in late_lists.open_extras(actor) if everybody or each.advisor_id == actor.id)
    yield from (_dispatch(each) for each in late_lists.to_dispatch(actor) if everybody or each.advisor_id == actor.id)


def count(actor: Actor) -> int:
    """How much of that there is."""
    return sum(1 for _each in needs(actor))


def _late(each: LateRow) -> Need:
    told = _("Promised {promised}, expected {expected}; the customer has not been told").format(
        promised=wording.moment(each.promised_at), expected=wording.moment(each.forecast_at)
    )
    title = (_("Work order late: {customer} {plate}") if each.late else _("Will be late: {customer} {plate}")).format(
        customer=each.customer, plate=each.plate or each.vehicle
    )
    tone, rank = ("bad", 3) if each.late else ("warn", 2)
    return Need(
        *(tone, rank, each.promised_at, "clock-alert-outline", title, told, _("Open"), "work_order", each.order_id)
    )


def _asked(each: AskRow) -> Need:
    title = _("Extra work to be agreed: {customer} {plate}").format(
        customer=each.customer, plate=each.plate or each.vehicle
    )
    return Need(
        "bad",
        4,
        each.since,
        "phone-alert-outline",
        title,
        each.about,
        _("Ask the customer"),
        "work_order",
        each.order_id,
    )


def _dispatch(each: AskRow) -> Need:
    title = _("To be dispatched: {customer} {plate}").format(customer=each.customer, plate=each.plate or each.vehicle)
    since = min(each.since, clock.now())
    detail = wording.joined(each.number, each.about)
    return Need("accent", 5, since, "account-wrench-outline", title, detail, _("Open"), "work_order", each.order_id)
