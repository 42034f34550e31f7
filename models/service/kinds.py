"""Words of work orders: lines and who bears them, what happened, how work stands, what blocks the next step."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class LineKind(LabelledEnum):
    """What a line of an order is about (W4)."""

    LABOUR = "labour", N_("Labour")
    PART = "part", N_("Part")
    OTHER = "other", N_("Other")


class Charge(LabelledEnum):
    """Who bears a line (W10); whatever the customer does not pay is free of charge to them and totalled apart."""

    CUSTOMER = "customer", N_("Customer")
    WARRANTY = "warranty", N_("Store's warranty")
    MAKER = "maker", N_("Maker's warranty")
    GOODWILL = "goodwill", N_("Goodwill")
    INTERNAL = "internal", N_("Internal")


class Stance(LabelledEnum):
    """What the customer says to a line (W4, W7); one that was not needed after all is unused."""

    OFFERED = "offered", N_("Offered")
    CHOSEN = "chosen", N_("Chosen")
    DEFERRED = "deferred", N_("Deferred")
    REFUSED = "refused", N_("Refused")
    UNUSED = "unused", N_("Not needed")


class Supply(LabelledEnum):
    """Where a part comes from (W4)."""

    STOCK = "stock", N_("From stock")
    ORDER = "order", N_("To be ordered")
    OWN = "own", N_("Brought by the customer")


class MissingPart(LabelledEnum):
    """What the customer does about a part that is not here (W4)."""

    NOTHING = "", N_("Not asked yet")
    WAIT = "wait", N_("Waits for it")
    BOOK = "book", N_("Comes again")
    LEAVE = "leave", N_("Goes without it")


class WorkState(LabelledEnum):
    """How the work of a line stands (W6)."""

    WAITING = "waiting", N_("Not begun")
    RUNNING = "running", N_("In progress")
    STOPPED = "stopped", N_("Interrupted")
    DONE = "done", N_("Done")


class StopReason(LabelledEnum):
    """Why work on a line stopped (W6, W7)."""

    PAUSE = "pause", N_("Pause")
    SHIFT = "shift", N_("End of shift")
    PARTS = "parts", N_("Waiting for parts")
    APPROVAL = "approval", N_("Waiting for the customer's answer")
    OTHER_ORDER = "other_order", N_("Another order goes first")
    HANDED_OVER = "handed_over", N_("Somebody else goes on")
    DONE = "done", N_("Done")


class Grade(LabelledEnum):
    """What the pre-inspection says of a point (W4)."""

    OPEN = "open", N_("Not checked")
    OK = "ok", N_("In order")
    SOON = "soon", N_("Soon")
    NOW = "now", N_("Right now")
    NOT_APPLICABLE = "not_applicable", N_("Not applicable")


class Waits(LabelledEnum):
    """What the customer does meanwhile."""

    HERE = "here", N_("Waits here")
    AWAY = "away", N_("Leaves, to be called")


class OldParts(LabelledEnum):
    """What becomes of parts taken out (W9)."""

    SHOWN = "shown", N_("Shown, left here")
    RETURNED = "returned", N_("Taken along")
    LEFT = "left", N_("Not wanted")


class ExtraState(LabelledEnum):
    """How extra work stands (W7)."""

    OPEN = "open", N_("Waiting for the customer's answer")
    AGREED = "agreed", N_("Customer agreed")
    REFUSED = "refused", N_("Refused")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Consent(LabelledEnum):
    """How the customer agreed (W5, W7)."""

    DRAWN = "drawn", N_("Signed on the screen")
    SCANNED = "scanned", N_("Signed on paper")
    CALLED = "called", N_("Told on the phone")


class Check(LabelledEnum):
    """The three steps of quality (W8)."""

    SELF = "self", N_("Self-check")
    SECOND = "second", N_("Second check")
    FINAL = "final", N_("Final check")


class DeferredState(LabelledEnum):
    """What became of work put off (W4)."""

    OPEN = "open", N_("Not taken up yet")
    TAKEN = "taken", N_("Taken up")
    DROPPED = "dropped", N_("Not wanted any more")


class EventKind(LabelledEnum):
    """What happened on a work order; the log is never changed."""

    OPENED = "opened", N_("Work order opened")
    CHANGED = "changed", N_("Reception sheet changed")
    RECEIVED = "received", N_("Vehicle received")
    INSPECTED = "inspected", N_("Inspected")
    ESTIMATED = "estimated", N_("Estimate given")
    REOPENED = "reopened", N_("Estimate taken back")
    AUTHORISED = "authorised", N_("Authorised by the customer")
    DISPATCHED = "dispatched", N_("Dispatched")
    ASSIGNED = "assigned", N_("Technician changed")
    STARTED = "started", N_("Work begun")
    STOPPED = "stopped", N_("Work interrupted")
    FINISHED = "finished", N_("Line done")
    FOUND = "found", N_("Extra work found")
    AGREED = "agreed", N_("Extra work agreed")
    REFUSED = "refused", N_("Extra work refused")
    WITHDRAWN = "withdrawn", N_("Extra work withdrawn")
    CALLED = "called", N_("Customer called")
    TOLD_LATE = "told_late", N_("Customer told of the delay")
    ISSUED = "issued", N_("Part issued")
    RETURNED = "returned", N_("Part returned")
    WAITING = "waiting", N_("Work waits")
    RESUMED = "resumed", N_("Work goes on")
    TO_CHECK = "to_check", N_("Ready for the quality check")
    CHECKED = "checked", N_("Checked")
    FAILED = "failed", N_("Check failed")
    READY = "ready", N_("Ready for the customer")
    DISCOUNTED = "discounted", N_("Discount changed")
    DISCOUNT_APPROVED = "discount_approved", N_("Discount approved")
    SETTLED = "settled", N_("Settled")
    UNSETTLED = "unsettled", N_("Settlement taken back")
    PAID = "paid", N_("Payment taken")
    REVERSED = "reversed", N_("Payment reversed")
    OVERRULED = "overruled", N_("Open payment overruled")
    HANDED_BACK = "handed_back", N_("Handed back")
    FOLLOWED_UP = "followed_up", N_("Followed up")
    CLOSED = "closed", N_("Closed")
    CANCELLED = "cancelled", N_("Cancelled")


class BlockerKind(LabelledEnum):
    """What can stand in the way of the next step (W2)."""

    VEHICLE = "vehicle", N_("Vehicle")
    SHEET = "sheet", N_("Reception sheet")
    POINT = "point", N_("Inspection")
    LINES = "lines", N_("Estimate")
    CHOICE = "choice", N_("Customer's choice")
    PROMISE = "promise", N_("Promised time")
    MISSING = "missing", N_("Missing part")
    CONSENT = "consent", N_("Authorisation")
    DEPOSIT = "deposit", N_("Payment before the work")
    TECHNICIAN = "technician", N_("Technician")
    EXTRA = "extra", N_("Extra work")
    WORK = "work", N_("Work")
    CHECK = "check", N_("Quality check")
    WASH = "wash", N_("Wash")
    PARTS = "parts", N_("Parts")
    CEILING = "ceiling", N_("Authorised total")
    DISCOUNT = "discount", N_("Discount")
    MONEY = "money", N_("Open payment")
    PAID = "paid", N_("Payment received")
    FOLLOW_UP = "follow_up", N_("Follow-up")
