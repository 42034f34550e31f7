"""How appointments are said on screen."""

from __future__ import annotations

from datetime import date, timedelta

from models.appointments.kinds import OPEN_STATES, AppointmentState, EventKind
from models.appointments.lists import AppointmentEventRow, AppointmentRow, BayRow, WantedPart
from models.appointments.rules import WorkshopHours
from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from ui.kit import wording

_TONES = {
    AppointmentState.BOOKED: "accent",
    AppointmentState.CONFIRMED: "ok",
    AppointmentState.ARRIVED: "neutral",
    AppointmentState.NO_SHOW: "bad",
    AppointmentState.CANCELLED: "neutral",
}


def state(row: AppointmentRow) -> tuple[str, str]:
    """How it stands and its tone; whoever is expected and not here is late."""
    if is_late(row):
        minutes = int((clock.now() - row.starts_at) / timedelta(minutes=1))
        return _("{minutes} min late").format(minutes=minutes), "bad"
    return label(row.state), _TONES[row.state]


def is_coming(row: AppointmentRow) -> bool:
    """Whether somebody is still expected."""
    return row.state in OPEN_STATES


def is_late(row: AppointmentRow) -> bool:
    """Whether somebody is expected whose time has begun, today."""
    at = clock.now()
    return is_coming(row) and row.starts_at < at and clock.local(row.starts_at).date() == clock.local(at).date()


def who(row: AppointmentRow) -> str:
    """Plate and name."""
    return wording.joined(row.plate, row.customer)


def times(row: AppointmentRow) -> str:
    """``09:00–10:30``."""
    return f"{wording.time_of_day(row.starts_at)}–{wording.time_of_day(row.ends_at)}"


def line(row: AppointmentRow) -> str:
    """An appointment in a line."""
    return wording.joined(times(row), who(row), label(row.purpose), state(row)[0])


def part(each: WantedPart) -> tuple[str, str]:
    """A part to have ready, and its tone: here, or how much of it is missing and when it is expected."""
    counted = _("{name} × {quantity}").format(name=each.name, quantity=quantity_text(each.quantity))
    if not each.missing:
        return wording.joined(counted, _("here")), ""
    missing = _("{quantity} missing").format(quantity=quantity_text(each.missing))
    when = _("expected {day}").format(day=wording.day(each.expected_on)) if each.expected_on else _("not on order")
    return wording.joined(counted, missing, when), "bad"


def event(each: AppointmentEventRow) -> tuple[str, str]:
    """A line of the log: what happened, and who, when, with what result."""
    title = label(each.kind)
    if each.kind is EventKind.CALLED:
        title = _("Reminder call: reached") if each.reached else _("Reminder call: not reached")
    shifted = ""
    if each.starts_at and each.new_starts_at and each.starts_at != each.new_starts_at:
        shifted = _("from {before} to {after}").format(
            before=wording.moment(each.starts_at), after=wording.moment(each.new_starts_at)
        )
    return title, wording.joined(wording.moment(each.at), each.staff, shifted, each.text)


def short_weekday(day: date) -> str:
    """The name of a day, short."""
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return names[day.weekday()]


def bay(each: BayRow) -> str:
    """A bay with what it is fitted for."""
    return wording.joined(each.name, each.skill)


def day_title(day: date, hours: WorkshopHours) -> str:
    """The name of a day, with when the workshop is open on it, or why it is closed."""
    open_hours = hours.of(day)
    if open_hours is not None:
        opens, closes = open_hours
        return wording.joined(weekday(day), f"{opens:%H:%M}–{closes:%H:%M}")
    return wording.joined(weekday(day), _("closed that day"), hours.closed_days.get(day, ""))


def weekday(day: date) -> str:
    """The name of a day."""
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[day.weekday()]
