"""The tab still to come: statistics."""

from __future__ import annotations

from models.kernel.i18n import _
from ui.coming.tab import ComingTab


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
