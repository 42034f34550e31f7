"""Settings of the shop, the staff, the store and this PC."""

from __future__ import annotations

from ui.settings.desk import SettingsDesk
from ui.settings.page import SettingsTab

__all__ = ["SettingsDesk", "SettingsTab"]
