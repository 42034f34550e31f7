"""Tables of the store as a whole."""

from __future__ import annotations

from models.kernel.tables import DayField, Table, TextLine


class RotationHoliday(Table):
    """A holiday of the store: there is no rotation, unless a line-up was planned for it, and the workshop is closed."""

    day = DayField(unique=True)
    name = TextLine(60)
