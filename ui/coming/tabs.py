"""The tabs still to come: service, statistics."""

from __future__ import annotations

from models.kernel.i18n import _
from ui.coming.tab import ComingTab


def service() -> ComingTab:
    """The workshop."""
    return ComingTab(
        "wrench-outline",
        _("Work orders"),
        (
            _("Appointments and the day planner by bay and advisor."),
            _("Work orders from reception to hand-back, each step with its gate."),
            _("Extra work only after the customer agreed; promised times that are watched."),
            _("Parts, labour, settlement sheet, and the follow-up call."),
        ),
    )


def statistics() -> ComingTab:
    """Figures of the store."""
    return ComingTab(
        "chart-box-outline",
        _("Statistics"),
        (
            _("From visit to contract: how many come how far, and why others are lost."),
            _("Visits by hour and weekday, sources, follow-ups done in time."),
            _("Revenue, collections, what is overdue, and for how long."),
            _("Every table can be printed and exported."),
        ),
    )
