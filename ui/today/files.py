"""What files, registers and test drives ask of a person: messages, visitors, losses, grades, drives, trade-ins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from models.customers import file_lists, losing
from models.customers.losing import Loss
from models.customers.register_lists import RegisterRow, invited, messages_for
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Permission
from models.loans.lists import count_overdue, overdue
from models.loans.views import LoanRow
from models.shop.profile import trade
from models.test_drives.lists import todays_drives
from models.test_drives.states import DriveState
from models.test_drives.views import DriveRow
from models.trade_ins.lists import to_decide
from models.trade_ins.views import AppraisalRow
from ui.kit import wording
from ui.today.need import MESSAGE, REGISTER, Need

_STILL_EXPECTED = timedelta(hours=1)


def needs(actor: Actor) -> Iterator[Need]:
    """Messages first, then what a manager decides, then who is expected."""
    yield from (_message(each) for each in messages_for(actor))
    if actor.may(Permission.MANAGE_FILES):
        yield from (_loss(each) for each in losing.waiting_losses())
    if actor.may(Permission.EDIT_FILE):
        yield from _grades(actor)
    yield from (_drive(each) for each in todays_drives(actor))
    yield from (_appraisal(each) for each in to_decide(actor))
    yield from (_loan(each) for each in overdue(actor))
    if actor.may(Permission.RECEIVE_ROTATION):
        tonight = datetime.combine(clock.today() + timedelta(days=1), time.min).astimezone()
        yield from (_expected(each) for each in invited(actor, clock.now() - _STILL_EXPECTED, tonight))


def count(actor: Actor) -> int:
    """How many of these wait for an answer."""
    waiting = len(messages_for(actor))
    if actor.may(Permission.MANAGE_FILES):
        waiting += len(losing.waiting_losses())
    waiting += len(todays_drives(actor)) + len(to_decide(actor)) + count_overdue(actor)
    if actor.may(Permission.EDIT_FILE):
        waiting += len(file_lists.open_proposals(actor))
    return waiting


def _drive(each: DriveRow) -> Need:
    late = each.state is DriveState.BOOKED and each.starts_at < clock.now()
    titles = {
        DriveState.BOOKED: _("Test drive with {customer}, {car}"),
        DriveState.OUT: _("{customer} is driving the {car}"),
        DriveState.RETURNED: _("Ask {customer} about the test drive of the {car}"),
    }
    title = titles[each.state].format(customer=each.customer, car=each.car)
    detail = wording.GAP.join((wording.moment(each.starts_at), each.consultant))
    tone = "warn" if late or each.state is DriveState.RETURNED else "accent"
    return Need(tone, 2, each.starts_at, "steering", title, detail, _("Open"), "test_drive", each.id)


def _loan(each: LoanRow) -> Need:
    title = _("{what} should be back from {name}").format(what=each.what, name=each.borrower or each.phone)
    detail = wording.joined(wording.due_by(each.due_at)[0], each.phone, each.lent_by)
    return Need("warn", 4, each.due_at, "umbrella-outline", title, detail, _("Open"), "loan", each.id)


def _appraisal(each: AppraisalRow) -> Need:
    title = _("Trade-in {vehicle} of {customer}: {amount}").format(
        vehicle=each.vehicle, customer=each.customer, amount=wording.yuan(each.price)
    )
    detail = wording.GAP.join((each.number, each.appraiser))
    icon = "car-search-outline"
    return Need("warn", 3, each.created_at, icon, title, detail, _("Decide"), "appraisal", each.id)


def _message(each: RegisterRow) -> Need:
    who = each.customer or label(each.form_of_address) if each.customer_id else each.phone or _("Somebody")
    words = each.result or each.about
    title = _("Message from {name}: {words}") if words else _("Message from {name}")
    detail = wording.GAP.join(part for part in (wording.moment(each.at), each.staff, each.phone) if part)
    icon = "message-alert-outline"
    return Need("warn", 0, each.at, icon, title.format(name=who, words=words), detail, _("Noted"), MESSAGE, each.id)


def _loss(each: Loss) -> Need:
    who = each.customer or label(each.form_of_address)
    title = _("Confirm that {name} is lost: {reason}").format(name=who, reason=losing.reason_words(each.reason))
    offered = _("offered {amount}").format(amount=wording.yuan(each.value)) if each.value else ""
    detail = wording.GAP.join(part for part in (each.staff, each.told, offered, wording.moment(each.lost_at)) if part)
    icon = "account-off-outline"
    return Need("warn", 3, each.lost_at, icon, title, detail, _("Decide"), "customer", each.customer_id)


def _grades(actor: Actor) -> Iterator[Need]:
    names = {grade.code: pick(grade.name) for grade in trade().grades}
    for each in file_lists.open_proposals(actor):
        grade = names.get(each.grade, each.grade)
        title = _("Grade {grade} is proposed for {name}").format(grade=grade, name=each.customer)
        parts = (each.reason, each.proposed_by, wording.moment(each.proposed_at))
        detail = wording.GAP.join(part for part in parts if part)
        icon = "star-circle-outline"
        yield Need("warn", 3, each.proposed_at, icon, title, detail, _("Decide"), "customer", each.customer_id)


def _expected(each: RegisterRow) -> Need:
    assert each.invited_for is not None
    who = each.customer or label(each.form_of_address) if each.customer_id else each.phone or _("Somebody")
    title = _("{name} is expected at {time}").format(name=who, time=wording.time_of_day(each.invited_for))
    detail = wording.GAP.join(part for part in (_("invited by {name}").format(name=each.staff), each.about) if part)
    kind, record_id = ("customer", each.customer_id) if each.customer_id else (REGISTER, each.id)
    return Need("accent", 1, each.invited_for, "calendar-clock-outline", title, detail, _("Show"), kind, record_id)
