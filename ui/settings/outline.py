"""The outline of a checklist template: sections and their items, put in order by dragging and by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from models.delivery.template_actions import ItemEdit, SectionEdit
from models.kernel.i18n import _

_DATA = Qt.ItemDataRole.UserRole


class Outline(QTreeWidget):
    """Sections with their items. ``edited`` after every move; Alt with the arrows moves what is chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformRowHeights(True)
        self.setObjectName("outline")
        self.setAccessibleName(_("Sections and items"))

    def show_sections(self, sections: tuple[SectionEdit, ...]) -> None:
        """Show these, everything unfolded, the first section chosen."""
        self.clear()
        for section in sections:
            node = self._node(section)
            self.addTopLevelItem(node)
            for item in section.items:
                node.addChild(self._node(item))
            node.setExpanded(True)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    @staticmethod
    def _node(edit: SectionEdit | ItemEdit) -> QTreeWidgetItem:
        node = QTreeWidgetItem()
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        node.setFlags(flags | Qt.ItemFlag.ItemIsDropEnabled)
        _write(node, edit)
        return node

    def sections(self) -> tuple[SectionEdit, ...]:
        """The sections as they stand, each with its items in their order."""
        found = []
        for place in range(self.topLevelItemCount()):
            node = self.topLevelItem(place)
            assert node is not None
            section: SectionEdit = node.data(0, _DATA)
            items = tuple(_read(node.child(number)) for number in range(node.childCount()))
            found.append(SectionEdit(section.name, items, section.for_each, section.code))
        return tuple(found)

    @property
    def chosen(self) -> Any:
        """What is chosen: a ``SectionEdit``, an ``ItemEdit``, or None."""
        node = self.currentItem()
        return node.data(0, _DATA) if node is not None else None

    def rewrite(self, edit: SectionEdit | ItemEdit) -> None:
        """Put this in the place of what is chosen."""
        node = self.currentItem()
        if node is not None:
            _write(node, edit)
            self.edited.emit()

    def add_section(self) -> None:
        """A new section after the chosen one."""
        node = self._node(SectionEdit("", ()))
        here = self._section_of(self.currentItem())
        self.insertTopLevelItem(self.indexOfTopLevelItem(here) + 1 if here else self.topLevelItemCount(), node)
        self.setCurrentItem(node)
        self.edited.emit()

    def add_item(self) -> None:
        """A new item after the chosen one, or at the end of the chosen section."""
        here = self.currentItem()
        section = self._section_of(here)
        if section is None:
            return
        node = self._node(ItemEdit(""))
        place = section.indexOfChild(here) + 1 if here is not None and here.parent() is not None else 10_000
        section.insertChild(min(place, section.childCount()), node)
        section.setExpanded(True)
        self.setCurrentItem(node)
        self.edited.emit()

    def remove(self) -> None:
        """Take away what is chosen."""
        node = self.currentItem()
        if node is None:
            return
        parent = node.parent()
        if parent is not None:
            parent.removeChild(node)
        else:
            self.takeTopLevelItem(self.indexOfTopLevelItem(node))
        self.edited.emit()

    def go_to(self, section: int, item: int | None = None) -> None:
        """Choose a section, or an item of it."""
        node = self.topLevelItem(section)
        if node is not None:
            child = None if item is None else node.child(item)
            self.setCurrentItem(node if child is None else child)

    def _section_of(self, node: QTreeWidgetItem | None) -> QTreeWidgetItem | None:
        return node.parent() or node if node is not None else None

    def step(self, by: int) -> None:
        """Move what is chosen up or down; an item at the edge of its section goes on into the next."""
        node = self.currentItem()
        if node is None:
            return
        section = node.parent()
        if section is None:
            self._put_section(node, self.indexOfTopLevelItem(node) + by)
            return
        place = section.indexOfChild(node) + by
        if 0 <= place < section.childCount():
            self._put_item(node, section, place)
            return
        beside = self.topLevelItem(self.indexOfTopLevelItem(section) + by)
        if beside is not None:
            self._put_item(node, beside, 0 if by > 0 else beside.childCount())

    def _put_section(self, node: QTreeWidgetItem, place: int) -> None:
        if not 0 <= place < self.topLevelItemCount():
            return
        unfolded = node.isExpanded()
        self.takeTopLevelItem(self.indexOfTopLevelItem(node))
        self.insertTopLevelItem(place, node)
        node.setExpanded(unfolded)
        self.setCurrentItem(node)
        self.edited.emit()

    def _put_item(self, node: QTreeWidgetItem, section: QTreeWidgetItem, place: int) -> None:
        before = node.parent()
        if before is not None:
            before.removeChild(node)
        section.insertChild(max(0, min(place, section.childCount())), node)
        section.setExpanded(True)
        self.setCurrentItem(node)
        self.edited.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Items go into sections, sections between sections, never otherwise."""
        node, target = self.currentItem(), self.itemAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if node is not None and target is not None and node is not target:
            self.drop_on(node, target, below)

    def drop_on(self, node: QTreeWidgetItem, target: QTreeWidgetItem, below: bool) -> None:
        """Put ``node`` where it was dropped: before or after ``target``, or into it."""
        section = self._section_of(target)
        assert section is not None
        if node.parent() is None:
            place, own = self.indexOfTopLevelItem(section), self.indexOfTopLevelItem(node)
            self._put_section(node, place if own > place else max(0, place))
            return
        if target is section:
            self._put_item(node, section, section.childCount() if not below else 0)
            return
        place = section.indexOfChild(target) + below
        if node.parent() is section and section.indexOfChild(node) < place:
            place -= 1
        self._put_item(node, section, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_item()
        else:
            super().keyPressEvent(event)


def _read(node: QTreeWidgetItem | None) -> ItemEdit:
    assert node is not None
    edit: ItemEdit = node.data(0, _DATA)
    return edit


def _write(node: QTreeWidgetItem, edit: SectionEdit | ItemEdit) -> None:
    if isinstance(edit, SectionEdit):
        words = edit.name or _("(new section)")
        font = node.font(0)
        font.setBold(True)
        node.setFont(0, font)
    else:
        words = (edit.wording or _("(new item)")) + (" *" if edit.required else "")
    node.setText(0, words)
    node.setToolTip(0, words)
    node.setData(0, _DATA, edit)
