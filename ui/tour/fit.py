"""What has no room: words, buttons and inputs that are cut, in whatever window is looked at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QWidget

from ui.kit.buttons import Button
from ui.kit.chips import Chip, Choice
from ui.kit.editors import Tick
from ui.kit.widgets import Text

_SLACK = 1
_LOOKED_AT = (QLabel, Button, Choice, Chip, Tick, QLineEdit, QComboBox)


def cut(window: QWidget) -> list[str]:
    """The words of everything in sight that has too little room, or lies outside of what holds it."""
    found = []
    for kind in _LOOKED_AT:
        for each in window.findChildren(kind):
            if each.isVisible() and each.window() is window and (_squeezed(each) or _outside(each)):
                found.append(_words(each))
    return found


def _words(widget: QWidget) -> str:
    if isinstance(widget, Button | Choice):
        return widget.label or widget.objectName() or widget.toolTip()
    if isinstance(widget, Chip):
        return widget.text
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | Tick):
        return widget.text()
    return widget.objectName() or widget.accessibleName()


def _squeezed(widget: QWidget) -> bool:
    """Whether it is smaller than what it shows."""
    if isinstance(widget, Text):
        if widget.shortened:
            return False
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + _SLACK
        return widget.sizeHint().width() > widget.width() + _SLACK
    if isinstance(widget, Tick):
        return widget.heightForWidth(widget.width()) > widget.height() + _SLACK
    if isinstance(widget, Button | Choice | Chip):
        hint = widget.minimumSizeHint() if isinstance(widget, Button) else widget.sizeHint()
        fixed = widget.minimumWidth() == widget.maximumWidth()
        narrow = hint.width() > widget.width() + _SLACK and not fixed
        return narrow or (hint.height() > widget.height() + _SLACK and widget.minimumHeight() == 0)
    return False


def _outside(widget: QWidget) -> bool:
    """Whether a part of it is cut off and cannot be scrolled to."""
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    scrolls_down = scrolls_across = False
    holder = widget.parentWidget()
    while holder is not None:
        room = QRect(holder.mapTo(window, QPoint(0, 0)), holder.size())
        area = holder.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
            scrolls_down = scrolls_down or area.verticalScrollBar().maximum() > 0
            scrolls_across = scrolls_across or area.horizontalScrollBar().isVisible()
        across = box.left() < room.left() - _SLACK or box.right() > room.right() + _SLACK
        down = box.top() < room.top() - _SLACK or box.bottom() > room.bottom() + _SLACK
        if (across and not scrolls_across) or (down and not scrolls_down):
            return True
        if holder is window:
            break
        holder = area
    return False
