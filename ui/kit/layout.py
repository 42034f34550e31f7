"""Putting widgets beside and beneath each other, in the look's distances."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kit.flow import FlowLayout

STRETCH = "stretch"


def fill(box: QBoxLayout, *items: QWidget | QLayout | int | str) -> None:
    """Add to ``box``: widgets and layouts as they are, a number as that many pixels, "stretch" as free room."""
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif isinstance(item, int):
            box.addSpacing(item)
        else:
            box.addStretch(1)


def row(
    *items: QWidget | QLayout | int | str, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QWidget:
    """The items beside each other in one widget."""
    return _boxed(QHBoxLayout(), items, gap, margins)


def column(
    *items: QWidget | QLayout | int | str, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QWidget:
    """The items beneath each other in one widget."""
    return _boxed(QVBoxLayout(), items, gap, margins)


def flowing(*items: QWidget | str, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QWidget:
    """The widgets beside each other, in further lines where there is too little room; after "stretch" at the right."""
    holder = QWidget()
    holder.setProperty("plain", True)
    box = FlowLayout(gap)
    box.setContentsMargins(*margins)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.add_stretch()
    holder.setLayout(box)
    return holder


def _boxed(
    box: QBoxLayout, items: tuple[QWidget | QLayout | int | str, ...], gap: int, margins: tuple[int, int, int, int]
) -> QWidget:
    holder = QWidget()
    holder.setProperty("plain", True)
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    fill(box, *items)
    holder.setLayout(box)
    return holder


def scrolled(content: QWidget) -> QScrollArea:
    """``content`` in a frameless scroll area that takes its width."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("plain", not content.property("panel"))
    viewport = QWidget()  # a new one: asking for the old one makes PySide learn every widget there is, 30 ms
    viewport.setAutoFillBackground(False)
    area.setViewport(viewport)
    content.setAutoFillBackground(False)
    area.setWidget(content)
    return area


def bring_into_sight(part: QWidget) -> None:
    """Scroll whatever holds ``part`` so that it is seen, once it has its place."""

    def scroll(area: QScrollArea) -> None:
        area.ensureWidgetVisible(part, 0, 60)

    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            QTimer.singleShot(0, part, partial(scroll, above))
        above = above.parentWidget()


class Front(QStackedWidget):
    """Several pages of which one is in front; only that one says how much room is needed."""

    def hasHeightForWidth(self) -> bool:
        return False

    def heightForWidth(self, width: int) -> int:
        """What a scroll area asks for all the same."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page and page.hasHeightForWidth() else self.minimumSizeHint().height()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()


def clear(box: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property the stylesheet looks at, and show it at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Line(QFrame):
    """A border of one pixel between two things, lying unless ``upright``."""

    def __init__(self, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("rule", True)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
