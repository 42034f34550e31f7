"""What needs this person now, worst first: money, people and approvals that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from models.customers import lists as customers
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor
from models.sales import lists as sales
from models.sales.views import DuePayment, OpenApproval
from models.shop.profile import trade
from ui.kit import wording

_WORST_FIRST = ("bad", "warn", "accent")
MOST_CALLS = 50
"""How many follow-ups are listed by name; a line stands for the rest."""


@dataclass(frozen=True)
class Need:
    """One thing that waits; ``since`` orders equals. The button opens ``kind`` and ``id``; "call" is a customer's."""

    tone: str
    since: datetime
    icon: str
    title: str
    detail: str
    button: str
    kind: str
    id: int


def needs(actor: Actor) -> list[Need]:
    """Everything that waits for this person, worst first, within that the longest waiting first."""
    found = [_approval(each) for each in sales.open_approvals(actor)]
    found += [_payment(each) for each in sales.due_payments(actor)]
    found += _calls(actor)
    return sorted(found, key=lambda each: (_WORST_FIRST.index(each.tone), each.since))


def count(actor: Actor) -> int:
    """How many things wait for this person."""
    return len(sales.open_approvals(actor)) + len(sales.due_payments(actor)) + customers.count(actor, customers.DUE)


def calls_left_out(actor: Actor) -> int:
    """How many follow-ups are due beyond those listed by name."""
    return max(0, customers.count(actor, customers.DUE) - MOST_CALLS)


def _approval(each: OpenApproval) -> Need:
    title = _("{step}: contract {number}, {amount}").format(
        step=label(each.step), number=each.number, amount=wording.yuan(each.total)
    )
    asked = _("asked {moment}").format(moment=wording.moment(each.asked_at))
    detail = wording.GAP.join(part for part in (each.customer, each.because, each.consultant, asked) if part)
    return Need("warn", each.asked_at, "shield-check-outline", title, detail, _("Decide"), "contract", each.contract_id)


def _payment(each: DuePayment) -> Need:
    title = _("Contract {number}: {stage} {amount}").format(
        number=each.number, stage=each.stage, amount=wording.yuan(each.still_open)
    )
    when, _tone = wording.due(each.due_on)
    tone, icon = ("bad", "clock-alert-outline") if each.overdue else ("accent", "cash-clock")
    detail = wording.GAP.join((each.customer, when))
    since = datetime.combine(each.due_on, time.min).astimezone()
    return Need(tone, since, icon, title, detail, _("Show"), "contract", each.contract_id)


def _calls(actor: Actor) -> list[Need]:
    ids = customers.ids(actor, customers.DUE, "next", descending=False)[:MOST_CALLS]
    levels = {each.code: pick(each.name) for each in trade().intent_levels}
    found = []
    for each in customers.rows(actor, ids):
        name = each.name or label(each.form_of_address)
        title = _("Call {name}: {wish}") if each.wish else _("Call {name}")
        when, tone = wording.due_at(each.next_contact_at)
        level = _("Level {level}").format(level=levels.get(each.intent, each.intent))
        detail = wording.GAP.join(part for part in (when, level, each.phone) if part)
        icon = "phone-alert-outline" if tone == "bad" else "phone-outline"
        found.append(
            Need(
                tone if tone == "bad" else "warn",
                each.next_contact_at,
                icon,
                title.format(name=name, wish=each.wish),
                detail,
                _("Call now"),
                "call",
                each.id,
            )
        )
    return found


def day_bounds() -> tuple[datetime, datetime]:
    """The beginning of today and this moment."""
    return datetime.combine(clock.today(), time.min).astimezone(), clock.now()
