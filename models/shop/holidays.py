"""The store's holidays, for every area that reckons with days."""

from __future__ import annotations

from datetime import date

from models.shop.tables import RotationHoliday


def holidays() -> dict[date, str]:
    """Every holiday with its name, by day."""
    return {row.day: row.name for row in RotationHoliday.select().order_by(RotationHoliday.day)}
