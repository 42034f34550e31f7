"""Words of deliveries: what stands open or done, what happened, what blocks a hand-over, what needs attention."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class ItemState(LabelledEnum):
    """Where an item of the checklist stands (D1)."""

    OPEN = "open", N_("Still to do")
    DONE = "done", N_("Done")
    NOT_APPLICABLE = "not_applicable", N_("Not applicable")


class EventKind(LabelledEnum):
    """What happened at a delivery; the log is never changed."""

    PLANNED = "planned", N_("Delivery planned")
    CHANGED = "changed", N_("Delivery changed")
    CALLED = "called", N_("Customer called before the delivery")
    CONFIRMED = "confirmed", N_("Delivery confirmed")
    READY = "ready", N_("Ready for hand-over")
    OVERRULED = "overruled", N_("Open payment overruled")
    ASKED = "asked", N_("Dispatch note asked for")
    APPROVED = "approved", N_("Dispatch note approved")
    RETURNED = "returned", N_("Dispatch note returned")
    POSTPONED = "postponed", N_("Delivery postponed")
    CANCELLED = "cancelled", N_("Delivery cancelled")
    SIGNED = "signed", N_("Signed by the customer")
    HANDED_OVER = "handed_over", N_("Handed over to the customer")
    BOOKED = "booked", N_("Booked as delivered")
    FOLLOWED_UP = "followed_up", N_("Followed up")
    CLOSED = "closed", N_("Delivery closed")


class NoteDecision(LabelledEnum):
    """What became of a dispatch note that was asked for (D3)."""

    OPEN = "open", N_("Waiting for a decision")
    GRANTED = "granted", N_("Approved")
    RETURNED = "returned", N_("Returned")


class BlockerKind(LabelledEnum):
    """What can stand in the way of the next step (D1, D3)."""

    ITEM = "item", N_("Open item")
    INSPECTION = "inspection", N_("Inspection")
    MONEY = "money", N_("Open payment")
    UNIT = "unit", N_("VIN or serial number")
    RESERVATION = "reservation", N_("Reservation")
    ARRIVAL = "arrival", N_("Arrival")
    DISPATCH = "dispatch", N_("Dispatch note")
    SIGNATURE = "signature", N_("Signature")
    CALL = "call", N_("The call of the day before")
    CONTRACT = "contract", N_("Contract")
    BOOKING = "booking", N_("Cashier's booking")
    DEFECT = "defect", N_("Defect")


class AlarmKind(LabelledEnum):
    """What of deliveries needs somebody on Today, worst first."""

    LATE = "late", N_("Delivery is late")
    DEFECT_LATE = "defect_late", N_("Defect is overdue")
    NOT_CONFIRMED = "not_confirmed", N_("Call the customer before the delivery")
    NOT_READY = "not_ready", N_("Delivery is not ready")
    DISPATCH = "dispatch", N_("Dispatch note waits for approval")
    TO_BOOK = "to_book", N_("Book as delivered")
