"""What a task can be, what can come of it, and why one is dropped."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class TaskState(LabelledEnum):
    """Where a task stands; overdue and due are read from its moment, never stored."""

    OPEN = "open", N_("Open")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


class TaskAction(LabelledEnum):
    """What can be done with a task."""

    SETTLE = "settle", N_("Record the result")
    TRY = "try", N_("Record a try")
    DROP = "drop", N_("Withdraw")


class Result(LabelledEnum):
    """What came of a task (C8), and what else a task's record holds: a contact made otherwise, dropped, reopened."""

    REACHED = "reached", N_("Reached")
    NOT_REACHED = "not_reached", N_("Not reached")
    POSTPONED = "postponed", N_("Postponed")
    REFUSED = "refused", N_("Refused")
    CONTACTED = "contacted", N_("In contact otherwise")
    DROPPED = "dropped", N_("No longer needed")
    REOPENED = "reopened", N_("Needed again")


RESULTS = (Result.REACHED, Result.NOT_REACHED, Result.POSTPONED, Result.REFUSED)
"""What a person may say came of a task."""

SPOKEN = (Result.REACHED, Result.POSTPONED, Result.REFUSED)
"""Results that are a contact with the customer."""


class Why(LabelledEnum):
    """Why a task was dropped without a result."""

    NONE = "", N_("Not said")
    LOST = "lost", N_("The customer is lost.")
    BOUGHT = "bought", N_("The customer has bought.")
    MERGED = "merged", N_("The file was merged into another.")
    ERASED = "erased", N_("The customer's data was erased.")
    POOL = "pool", N_("The file went back to the pool.")
    RULE_OFF = "rule_off", N_("The rule was switched off.")
    CAME_AGAIN = "came_again", N_("The customer came again first.")
    BOOKED_AGAIN = "booked_again", N_("There is another appointment.")
    TAKEN_BACK = "taken_back", N_("What it was for was taken back.")
    DATE_CHANGED = "date_changed", N_("The date was changed.")
    WITHDRAWN = "withdrawn", N_("The promise was withdrawn.")
    PAST = "past", N_("The day is long past.")
    MENDED = "mended", N_("It was put right.")
    ASKED = "asked", N_("The customer was asked already.")
    SETTLED = "settled", N_("The complaint is closed.")
