"""A narrow window: columns that one can do without give their room to the others."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from ui.kit.chips import FilterChips
from ui.kit.flow import FlowLayout
from ui.kit.table import RecordTable

NARROW = 900
"""Below this width of a page it is narrow."""


class WrappingChips(FilterChips):
    """Filters that go on in a second line where there is too little room."""

    _wraps = True


def flowing(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, the last ones in another line where there is too little room."""
    holder = QWidget()
    holder.setProperty("plain", True)
    box = FlowLayout(8)
    for each in widgets:
        box.addWidget(each)
    holder.setLayout(box)
    return holder


def fit(
    page: QWidget, width: int, table: RecordTable, spare: Collection[str], beside: QWidget | None = None, wide: int = 0
) -> None:
    """Hide the columns ``spare`` of ``table`` on a narrow page; what is ``beside`` it is less than ``wide``."""
    narrow = width < NARROW
    if page.property("narrow") == narrow:
        return
    page.setProperty("narrow", narrow)
    for place, column in enumerate(table.records.columns):
        if column.key in spare:
            table.setColumnHidden(place, narrow)
    if beside is not None:
        beside.setFixedWidth(wide * 7 // 8 if narrow else wide)
