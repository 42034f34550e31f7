"""The service tab: everything of the workshop, a page for each kind of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.service.pages import KINDS

if TYPE_CHECKING:
    from ui.kit.desk import Desk
    from ui.service.tab import ServiceTab

__all__ = ["KINDS", "build"]


def build(window: Desk) -> ServiceTab:
    """The tab, as the window builds it when it is first shown."""
    from ui.service.tab import ServiceTab

    return ServiceTab(window)
