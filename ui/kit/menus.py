"""Menus that open under a click or a key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

_NAME = "menu"


def fresh_menu(owner: QWidget) -> QMenu:
    """The menu of ``owner``, emptied to be filled anew.

    It lives as long as its owner: one deleted when it closes is gone before the click on it has been dealt with.
    """
    menu = owner.findChild(QMenu, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if menu is None:
        menu = QMenu(owner)
        menu.setObjectName(_NAME)
    menu.clear()
    return menu
