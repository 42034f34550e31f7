"""Damage marked on the outline: moved by keys and dragging, taken away; one to look at stays as it is (W3)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.kit.outline import Mark, OutlineView

LEFT = Qt.MouseButton.LeftButton
WHEEL = Mark("left", 215, 750, "dent")


def shown(qtbot: QtBot, *marks: Mark, writable: bool = True) -> OutlineView:
    view = OutlineView(writable=writable)
    qtbot.addWidget(view)
    view.resize(420, 600)
    view.show_marks("sedan", marks)
    view.show()
    return view


def place(view: OutlineView, mark: Mark) -> QPoint:
    return view.place_of(mark).toPoint()


def test_keys_choose_move_and_take_away(qtbot: QtBot) -> None:
    view = shown(qtbot, WHEEL, Mark("top", 500, 500, "chip"))
    view.setFocus()
    view.focusNextPrevChild(True)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.marks[0].x > WHEEL.x
    view.focusNextPrevChild(True)
    with qtbot.waitSignal(view.changed):
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [each.view for each in view.marks] == ["left"]


def test_a_mark_is_dragged_and_one_to_look_at_stays(qtbot: QtBot) -> None:
    for writable in (True, False):
        view = shown(qtbot, WHEEL, writable=writable)
        start, end = place(view, WHEEL), place(view, Mark("left", 500, 500, ""))
        qtbot.mousePress(view, LEFT, pos=start)
        qtbot.mouseMove(view, end)
        qtbot.mouseRelease(view, LEFT, pos=end)
        assert (view.marks[0] == WHEEL) or writable
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        assert len(view.marks) == (0 if writable else 1)


def test_a_click_asks_what_is_seen_there(qtbot: QtBot) -> None:
    view = shown(qtbot)
    qtbot.mouseClick(view, LEFT, pos=place(view, WHEEL))
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    dent = next(each for each in menu.actions() if each.objectName() == "dent")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(dent).center())
    assert [(each.view, each.kind) for each in view.marks] == [("left", "dent")]
