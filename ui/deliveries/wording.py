"""How deliveries are worded and coloured."""

from __future__ import annotations

from datetime import datetime

from models.delivery.kinds import EventKind, ItemState
from models.delivery.states import DeliveryState
from models.delivery.views import CalendarEntry, EventView, ItemView
from models.kernel import clock
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.trades.delivery_template import Evidence, Means
from ui.kit import wording as kit

TONES = {
    DeliveryState.PLANNED: "accent",
    DeliveryState.CONFIRMED: "accent",
    DeliveryState.READY: "ok",
    DeliveryState.HANDED_OVER: "ok",
    DeliveryState.FOLLOWED_UP: "ok",
    DeliveryState.CLOSED: "neutral",
    DeliveryState.CANCELLED: "bad",
}
ICONS = {
    Evidence.TICK: "",
    Evidence.READING: "gauge",
    Evidence.TEXT: "text-box-outline",
    Evidence.PHOTO: "camera-outline",
    Evidence.SIGNATURE: "draw-pen",
}
EVENT_ICONS = {
    EventKind.PLANNED: "calendar-plus",
    EventKind.CHANGED: "calendar-edit",
    EventKind.CALLED: "phone-outline",
    EventKind.CONFIRMED: "calendar-check",
    EventKind.READY: "clipboard-check-outline",
    EventKind.OVERRULED: "shield-alert-outline",
    EventKind.ASKED: "truck-outline",
    EventKind.APPROVED: "truck-check-outline",
    EventKind.RETURNED: "arrow-u-left-top",
    EventKind.POSTPONED: "calendar-clock",
    EventKind.CANCELLED: "cancel",
    EventKind.SIGNED: "draw-pen",
    EventKind.HANDED_OVER: "key-variant",
    EventKind.BOOKED: "cash-check",
    EventKind.FOLLOWED_UP: "phone-check-outline",
    EventKind.CLOSED: "check-circle-outline",
}


def state(entry: CalendarEntry) -> tuple[str, str]:
    """Words and tone of a delivery's state; one that is late says so."""
    if entry.late:
        return _("Time passed"), "bad"
    return label(entry.state), TONES[entry.state]


def span(starts_at: datetime, ends_at: datetime) -> str:
    """``11-29 10:00–11:00``, or both days where it goes over midnight."""
    begin, end = clock.local(starts_at), clock.local(ends_at)
    if begin.date() == end.date():
        return f"{kit.moment(starts_at)}–{end:%H:%M}"
    return f"{kit.moment(starts_at)} – {kit.moment(ends_at)}"


def where(entry: CalendarEntry, place: str = "") -> str:
    """The bay and the place."""
    return kit.joined(entry.bay, place)


def needs(item: ItemView) -> str:
    """What an open item asks for and of whom, in a line."""
    wanted = "" if item.evidence is Evidence.TICK else label(item.evidence)
    day = _("by {day}").format(day=kit.day(item.due_on)) if item.due_on else ""
    return kit.joined(label(item.role), wanted, day)


def found(item: ItemView) -> str:
    """What proves an item: the reading, the words, or that there is a photo or a signature."""
    if item.reading is not None:
        reading = quantity_text(item.reading)
        return _("{count} km").format(count=reading) if item.means is Means.MILEAGE else reading
    return {Evidence.PHOTO: _("Photo"), Evidence.SIGNATURE: _("Signed")}.get(item.evidence, "")


def done(item: ItemView) -> str:
    """What came of an item, by whom and when."""
    at = kit.moment(item.done_at) if item.done_at else ""
    said = item.reason if item.state is ItemState.NOT_APPLICABLE else item.text
    return kit.joined(said, item.done_by, at)


def event(each: EventView) -> str:
    """What happened, in a line."""
    if each.kind is EventKind.CALLED and not each.reached:
        return _("Called, not reached")
    if each.amount:
        return _("{what}: {amount}").format(what=label(each.kind), amount=kit.yuan(each.amount))
    if each.new_starts_at is not None:
        return _("{what} for {moment}").format(what=label(each.kind), moment=kit.moment(each.new_starts_at))
    return label(each.kind)
