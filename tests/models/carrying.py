"""An export to put on record."""

from __future__ import annotations

from models.carrying.actions import Departure
from models.carrying.kinds import Content, Form


def a_departure(*contents: Content, encrypted: bool = True) -> Departure:
    """A workbook with these contents, or with customer files."""
    whole = contents or (Content.CUSTOMERS,)
    return Departure(whole, Form.XLSX, None, None, "/media/stick", "Export", 1, 10, 1000, "0" * 64, encrypted)
