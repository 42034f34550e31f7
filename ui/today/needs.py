"""What needs this person now, worst first: people, promises, money and approvals that wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from models.cashier import lists as cashier
from models.commission import lists as commission
from models.complaints import lists as complaints
from models.complaints.states import ComplaintState
from models.complaints.views import ComplaintRow
from models.customers import losing, protection
from models.customers.losing import Loss
from models.customers.protection import Leaver
from models.delivery.alarms import alarms
from models.delivery.kinds import AlarmKind
from models.delivery.views import Alarm
from models.followup import lists as follow_up
from models.followup.lists import TaskRow
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Permission
from models.rotation import lists as rotation
from models.rotation.views import Here, ReceptionRow, UnattendedRow
from models.sales import lists as sales
from models.sales.views import DuePayment, OpenApproval
from models.shop.profile import trade
from models.trades.follow_up import NEXT_CONTACT, PROMISE, VISIT_LEFT, WOKEN
from ui.kit import wording
from ui.today import appointments, bench_side, files, shelf, workshop_money
from ui.today.need import FOLLOW_UP, SHOWROOM, Need

_WORST_FIRST = ("bad", "warn", "accent")
PAGE = 50
"""How many follow-ups are listed at first, and how many more each time they are asked for."""

_CALLS = (NEXT_CONTACT, VISIT_LEFT, WOKEN)
_ICONS = {PROMISE: "handshake-outline", "birthday": "cake-variant-outline", "purchase_day": "calendar-heart"}


@dataclass(frozen=True)
class Needs:
    """The needs in their order, and how many follow-ups were left out."""

    listed: list[Need]
    left_out: int


def needs(actor: Actor, most: int = PAGE) -> Needs:
    """Everything that waits for this person, worst first, within that the longest waiting first.

    Of follow-ups at most so many of each sort are listed by name.
    """
    found = list(_floor(actor))
    found += [_complaint(each) for each in complaints.needing(actor, PAGE)]
    found += [_approval(each) for each in sales.open_approvals(actor)]
    found += [_payment(each) for each in sales.due_payments(actor)]
    found += _at_the_desk(actor)
    found += [_delivery(each) for each in _alarms(actor)]
    found += files.needs(actor)
    found += appointments.needs(actor)
    found += workshop_money.needs(actor)
    found += shelf.needs(actor)
    found += bench_side.needs(actor)
    found += list(_files(actor))
    left_out = 0
    for rows, count in _follow_ups(actor, most):
        found += [_task(each, actor) for each in rows]
        left_out += max(0, count - len(rows))
    return Needs(sorted(found, key=_place), left_out)


def _place(each: Need) -> tuple[bool, int, int, datetime]:
    """Whoever waits in the showroom, then complaints, then everything by how bad it is."""
    return not each.above, _WORST_FIRST.index(each.tone), each.rank, each.since


def count(actor: Actor) -> int:
    """How many things wait for this person; what only others are late with does not count."""
    own = len(sales.open_approvals(actor)) + len(sales.due_payments(actor)) + follow_up.count_mine(actor)
    own += len(cashier.invoices_to_decide(actor)) + len(commission.waiting(actor))
    own += files.count(actor) + len(_alarms(actor)) + workshop_money.count(actor) + shelf.count(actor)
    own += bench_side.count(actor) + complaints.count_needing(actor)
    own += appointments.count(actor)
    if actor.may(Permission.MANAGE_FILES):
        own += follow_up.count_managers() + len(losing.waiting_losses()) + len(protection.leavers())
    here = _here(actor)
    return own + (len(here.unattended) if here else 0)


def _here(actor: Actor) -> Here | None:
    return rotation.here() if actor.may(Permission.RECEIVE_ROTATION) else None


def _floor(actor: Actor) -> Iterator[Need]:
    """Customers nobody receives, and those this person is receiving."""
    here = _here(actor)
    if here is not None:
        yield from (_unattended(each) for each in here.unattended)
        yield from (_reception(each) for each in here.receptions if each.receiver_id == actor.id)


def _unattended(each: UnattendedRow) -> Need:
    minutes = max(0, (clock.now() - each.since).seconds // 60)
    title = _("{customer} has been waiting in the showroom for {minutes} min").format(
        customer=each.customer or _("A customer"), minutes=minutes
    )
    detail = _("Waits for {name}").format(name=each.waits_for) if each.waits_for else _("Nobody receives them.")
    return Need(
        "bad", 0, each.since, "account-alert-outline", title, detail, _("Assign"), SHOWROOM, each.line_id, above=True
    )


def _reception(each: ReceptionRow) -> Need:
    title = _("You are receiving {customer}").format(customer=each.customer or _("a new customer"))
    detail = _("since {time}").format(time=wording.time_of_day(each.begun_at))
    kind, record_id = ("customer", each.customer_id) if each.customer_id else (SHOWROOM, each.line_id)
    return Need("accent", 0, each.begun_at, "account-clock-outline", title, detail, _("Show"), kind, record_id)


_COMPLAINTS = {
    ComplaintState.OPEN: lambda: _("Speak with {customer}: {words}"),
    ComplaintState.HANDLED: lambda: _("Answer {customer}: {words}"),
    ComplaintState.ANSWERED: lambda: _("Ask {customer} whether it is settled: {words}"),
    ComplaintState.ACCEPTED: lambda: _("Close the complaint of {customer}: {words}"),
}
"""What a complaint wants in each state."""


def _complaint(each: ComplaintRow) -> Need:
    """A complaint, above everything but a customer nobody receives; red once the answer is overdue (C8)."""
    words = " ".join(each.words.split())
    title = _COMPLAINTS[each.state]().format(customer=each.customer or each.phone, words=words)
    due = wording.due(each.due_on)[0] if each.days_left is not None else label(each.state)
    detail = wording.joined(each.number, due, label(each.severity), each.owner, each.next_what)
    tone, icon = "bad" if each.overdue else "warn", "alert-circle-outline"
    return Need(tone, 1, each.opened_at, icon, title, detail, _("Show"), "complaint", each.id, above=True)


_APPROVALS = {
    "contract": lambda: _("{step}: contract {number}, {amount}"),
    "amendment": lambda: _("{step}: amendment {number}, {amount}"),
    "cancellation": lambda: _("{step}: cancellation {number}, refund {amount}"),
}
"""What an approval is for, by kind of record."""


def _approval(each: OpenApproval) -> Need:
    words = _("{step}: quote {number}, {amount}") if each.quote_id else _APPROVALS[each.kind]()
    title = words.format(step=label(each.step), number=each.number, amount=wording.yuan(each.total))
    asked = _("asked {moment}").format(moment=wording.moment(each.asked_at))
    detail = wording.GAP.join(part for part in (each.customer, each.because, each.consultant, asked) if part)
    icon = "shield-check-outline"
    kind, record_id = ("quote", each.quote_id) if each.quote_id else (each.kind, each.record_id)
    return Need("warn", 3, each.asked_at, icon, title, detail, _("Decide"), kind, record_id)


def _payment(each: DuePayment) -> Need:
    title = _("Contract {number}: {stage} {amount}").format(
        number=each.number, stage=each.stage, amount=wording.yuan(each.still_open)
    )
    when, _tone = wording.due(each.due_on)
    tone, icon = ("bad", "clock-alert-outline") if each.overdue else ("accent", "cash-clock")
    detail = wording.GAP.join((each.customer, when))
    since = datetime.combine(each.due_on, time.min).astimezone()
    return Need(tone, 2, since, icon, title, detail, _("Show"), "contract", each.contract_id)


def _at_the_desk(actor: Actor) -> Iterator[Need]:
    """Invoices that wait for this person's approval, and contracts whose commission a manager has to decide."""
    for each in cashier.invoice_rows(cashier.invoices_to_decide(actor)):
        title = _("Invoice for {title}, {amount}").format(title=each.title, amount=wording.yuan(each.amount))
        asked = _("asked {moment}").format(moment=wording.moment(each.asked_at))
        detail = wording.GAP.join((each.customer, each.contract, each.asked_by, asked))
        icon = "receipt-text-outline"
        yield Need("warn", 3, each.asked_at, icon, title, detail, _("Decide"), "contract", each.contract_id)
    for row in sales.contract_rows(commission.waiting(actor)):
        title = _("Commission of {number}: decide who shares").format(number=row.number)
        icon = "cash-multiple"
        yield Need("warn", 4, row.created_at, icon, title, row.customer, _("Decide"), "contract", row.id)


_DELIVERIES = {
    AlarmKind.LATE: ("bad", 2, "truck-alert-outline"),
    AlarmKind.DEFECT_LATE: ("bad", 3, "alert-outline"),
    AlarmKind.NOT_CONFIRMED: ("warn", 2, "phone-outline"),
    AlarmKind.NOT_READY: ("warn", 2, "clipboard-alert-outline"),
    AlarmKind.DISPATCH: ("warn", 3, "truck-check-outline"),
    AlarmKind.TO_BOOK: ("accent", 3, "cash-check"),
}
"""Tone, rank and icon of what deliveries want (D2)."""


def _alarms(actor: Actor) -> list[Alarm]:
    return alarms(actor) if actor.may(Permission.PREPARE_DELIVERY) else []


def _delivery(each: Alarm) -> Need:
    """A delivery that is late, or wants a call, a decision, a booking."""
    tone, rank, icon = _DELIVERIES[each.kind]
    title = _("{what}: {customer}").format(what=label(each.kind), customer=each.customer)
    since = _("since {moment}").format(moment=wording.moment(each.since)) if each.since < clock.now() else ""
    detail = wording.joined(each.number, each.about, each.staff, since)
    button = _("Decide") if each.kind is AlarmKind.DISPATCH else _("Show")
    return Need(tone, rank, each.since, icon, title, detail, button, "delivery", each.delivery_id)


def _files(actor: Actor) -> Iterator[Need]:
    """What the manager decides about files: prospects to be given up, and customers of people who have left."""
    if actor.may(Permission.MANAGE_FILES):
        yield from (_loss(each) for each in losing.waiting_losses())
        yield from (_leaver(each) for each in protection.leavers())


def _loss(each: Loss) -> Need:
    title = _("Give up {customer}, last offered {amount}?").format(
        customer=each.customer or label(each.form_of_address), amount=wording.yuan(each.value)
    )
    detail = wording.joined(each.staff, losing.reason_words(each.reason), each.told, wording.moment(each.lost_at))
    return Need(
        "warn", 3, each.lost_at, "account-remove-outline", title, detail, _("Decide"), "customer", each.customer_id
    )


def _leaver(each: Leaver) -> Need:
    count = each.prospects + each.bought
    title = _("{name} has left: {count} files wait for a new owner").format(name=each.name, count=count)
    detail = _("{bought} customers who have bought, {prospects} prospects").format(
        bought=each.bought, prospects=each.prospects
    )
    since = datetime.combine(each.left_on, time.min).astimezone()
    return Need("warn", 3, since, "account-arrow-right-outline", title, detail, _("Hand over"), "leaver", each.id)


def _follow_ups(actor: Actor, most: int) -> Iterator[tuple[list[TaskRow], int]]:
    yield follow_up.mine(actor, most), follow_up.count_mine(actor)
    if actor.may(Permission.MANAGE_FILES):
        yield follow_up.managers(actor, most), follow_up.count_managers()
        yield follow_up.team(actor, most), follow_up.count_team(actor)


def _task(each: TaskRow, actor: Actor) -> Need:
    tone = "bad" if each.overdue else "warn"
    calls = each.rule in _CALLS
    icon = ("phone-alert-outline" if each.overdue else "phone-outline") if calls else "bell-ring-outline"
    others = each.whose_id != actor.id or each.with_manager
    return Need(
        tone,
        4 if others and not each.with_manager and each.whose_id else 1,
        each.due_at,
        _ICONS.get(each.rule, icon),
        title(each),
        wording.GAP.join(part for part in (wording.due_by(each.due_at)[0], *_about(each, others), each.phone) if part),
        _("Call now") if calls else _("Do it"),
        FOLLOW_UP,
        each.id,
    )


def title(each: TaskRow) -> str:
    """A task in a line: whom to call and about what, what was promised to whom, or what to do."""
    name = each.customer or label(each.form_of_address)
    if each.rule == PROMISE:
        return _("Promised to {name}: {what}").format(name=name, what=each.what)
    if each.rule not in _CALLS:
        return _("{name}: {what}").format(name=name, what=each.what)
    text = _("Call {name}: {wish}") if each.wish else _("Call {name}")
    return text.format(name=name, wish=each.wish)


def _about(each: TaskRow, others: bool) -> Iterator[str]:
    """What stands between the moment and the phone."""
    if others:
        yield each.whose or _("nobody's yet")
    if each.with_manager:
        yield _("not reached {count} times").format(count=each.tries)
    if each.rule in (VISIT_LEFT, WOKEN):
        yield each.what
    elif each.rule == NEXT_CONTACT:
        names = [pick(level.name) for level in trade().intent_levels if level.code == each.intent]
        yield _("Level {level}").format(level=names[0] if names else each.intent)


def day_bounds() -> tuple[datetime, datetime]:
    """The beginning of today and this moment."""
    return datetime.combine(clock.today(), time.min).astimezone(), clock.now()
