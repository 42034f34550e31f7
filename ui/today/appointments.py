"""What appointments of the workshop ask of a person: who is late, whom to call, which parts are missing, who comes."""

from __future__ import annotations

from collections.abc import Iterator

from models.appointments import lists
from models.appointments.kinds import OPEN_STATES
from models.appointments.lists import AppointmentRow, WantedPart
from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from ui.kit import wording
from ui.today.need import Need

KIND = "appointment"


def needs(actor: Actor) -> Iterator[Need]:
    """Who is late, then reminder calls and missing parts, then who comes today (W1)."""
    if not actor.may(Permission.RECEIVE_VEHICLE):
        return
    yield from (_late(each) for each in lists.overdue(actor))
    yield from (_call(each) for each in lists.reminders_due(actor))
    yield from (_lacking(each, parts) for each, parts in lists.lacking_parts(actor))
    now = clock.now()
    today = lists.of_day(actor, clock.today())
    yield from (_expected(each) for each in today if each.state in OPEN_STATES and each.starts_at >= now)


def count(actor: Actor) -> int:
    """How many of these wait for somebody to act."""
    if not actor.may(Permission.RECEIVE_VEHICLE):
        return 0
    return len(lists.overdue(actor)) + len(lists.reminders_due(actor)) + len(lists.lacking_parts(actor))


def _detail(each: AppointmentRow) -> str:
    return wording.joined(each.number, each.plate, label(each.purpose), each.advisor)


def _late(each: AppointmentRow) -> Need:
    title = _("{customer} has not come: expected {moment}").format(
        customer=each.customer, moment=wording.moment(each.starts_at)
    )
    icon = "calendar-alert"
    return Need("warn", 2, each.starts_at, icon, title, _detail(each), _("Show"), KIND, each.id)


def _call(each: AppointmentRow) -> Need:
    title = _("Remind {customer}: comes {moment}").format(customer=each.customer, moment=wording.moment(each.starts_at))
    icon = "phone-outline"
    return Need("accent", 1, each.starts_at, icon, title, _detail(each), _("Show"), KIND, each.id)


def _lacking(each: AppointmentRow, parts: tuple[WantedPart, ...]) -> Need:
    title = _("Parts are missing for {customer}, {moment}").format(
        customer=each.customer, moment=wording.moment(each.starts_at)
    )
    detail = wording.joined(each.plate, *(part.name for part in parts))
    return Need("warn", 3, each.starts_at, "package-variant", title, detail, _("Show"), KIND, each.id)


def _expected(each: AppointmentRow) -> Need:
    title = _("{customer} comes at {time}").format(customer=each.customer, time=wording.time_of_day(each.starts_at))
    icon = "calendar-clock-outline"
    return Need("accent", 3, each.starts_at, icon, title, _detail(each), _("Show"), KIND, each.id)
