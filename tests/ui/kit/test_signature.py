"""Signing on the screen: strokes by mouse, pen and finger become one picture; a slip of the pen is none."""

from __future__ import annotations

import io

from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit.signature import SignaturePad

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot) -> SignaturePad:
    pad = SignaturePad("欧阳䶮 & Co")
    qtbot.addWidget(pad)
    pad.resize(400, 150)
    pad.show()
    return pad


def draw(qtbot: QtBot, pad: SignaturePad, *places: tuple[int, int]) -> None:
    """A stroke with the mouse."""
    first, *others = (QPoint(*each) for each in places)
    qtbot.mousePress(pad, LEFT, pos=first)
    for each in others:
        qtbot.mouseMove(pad, each)
    qtbot.mouseRelease(pad, LEFT, pos=QPoint(*places[-1]))


def picture(pad: SignaturePad) -> Image.Image:
    return Image.open(io.BytesIO(pad.png()))


def test_a_signature_by_mouse_is_cut_out_and_black_on_nothing(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    assert pad.is_empty
    assert pad.png() == b""
    with qtbot.waitSignal(pad.drawn):
        draw(qtbot, pad, (60, 40), (160, 90), (200, 40))
    image = picture(pad)
    assert (image.format, image.mode) == ("PNG", "RGBA")
    assert image.width < 3 * 200
    assert image.getpixel((0, 0))[3] == 0
    (darkest, _red), *_others, (_clear, opaque) = image.getextrema()
    assert (darkest, opaque) == (0, 255)
    pad.clear()
    assert pad.is_empty


def test_a_slip_of_the_pen_is_no_signature(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    draw(qtbot, pad, (60, 40), (64, 44))
    assert pad.is_empty


def test_a_pen_and_a_finger_sign_too(qtbot: QtBot) -> None:
    pad = shown(qtbot)
    pen = QPointingDevice.primaryPointingDevice()
    steps = ((QEvent.Type.TabletPress, 50), (QEvent.Type.TabletMove, 150), (QEvent.Type.TabletRelease, 150))
    for kind, x in steps:
        place = QPointF(x, 60)
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(pad, QTabletEvent(kind, pen, place, place, 1.0, 0, 0, 0, 0, 0, keys, LEFT, LEFT))
    by_pen = picture(pad).width
    finger = QTest.createTouchDevice()
    QTest.touchEvent(pad, finger).press(0, QPoint(50, 90)).commit()
    QTest.touchEvent(pad, finger).move(0, QPoint(330, 100)).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(330, 100)).commit()
    assert picture(pad).width > by_pen
