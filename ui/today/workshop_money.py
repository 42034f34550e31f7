"""What the workshop's money wants from this person now: calls to come for it, payments, discounts to decide (W9)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.service import money_lists
from models.service.money_views import SettlementRow
from models.service.states import BACK_STATES
from ui.kit import wording
from ui.today.need import Need


def needs(actor: Actor) -> Iterator[Need]:
    """Everything of it; the list puts it in its order."""
    for each in money_lists.to_call(actor):
        title = _("Call {customer}: {plate} is ready").format(customer=each.customer, plate=each.plate)
        since = _("since {moment}").format(moment=wording.moment(each.since))
        detail = wording.joined(each.number, since)
        yield Need("warn", 2, each.since, "car-key", title, detail, _("Call now"), "work_order", each.id)
    for each in money_lists.discounts_to_decide(actor):
        title = _("Discount of {amount} on {number}").format(amount=wording.yuan(each.amount), number=each.number)
        detail = wording.joined(each.customer, each.plate)
        icon = "percent-outline"
        yield Need("warn", 3, each.since, icon, title, detail, _("Decide"), "work_order", each.id)
    for row in _unpaid(actor):
        yield _payment(row)


def count(actor: Actor) -> int:
    """How many of them there are."""
    return len(money_lists.to_call(actor)) + len(money_lists.discounts_to_decide(actor)) + len(_unpaid(actor))


def _unpaid(actor: Actor) -> list[SettlementRow]:
    """What is not paid: everything for who takes money, what has gone for the advisor of it."""
    rows = money_lists.unpaid(actor)
    if actor.may(Permission.TAKE_PAYMENT):
        return rows
    return [each for each in rows if each.advisor_id == actor.id and each.state in BACK_STATES]


def _payment(row: SettlementRow) -> Need:
    gone = row.state in BACK_STATES
    words = _("{customer} has not paid {amount}") if gone else _("{customer} pays {amount}")
    title = words.format(customer=row.customer, amount=wording.yuan(row.owed))
    back = _("handed back {moment}").format(moment=wording.moment(row.handed_back_at)) if row.handed_back_at else ""
    detail = wording.joined(row.plate, row.number, row.advisor, back)
    tone, icon = ("bad", "clock-alert-outline") if gone else ("accent", "cash-clock")
    return Need(tone, 2, row.at, icon, title, detail, _("Show"), "work_order", row.order_id)
