"""The whole program in tests: a store that was set up, the program over it, and typing as at a keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.kernel import i18n, store
from models.kernel.permissions import Role
from models.shop.actions import Founding, found
from models.shop.profile import Profile
from models.staff.actions import StaffForm, hire
from ui.app import create_app
from ui.assembly import Program
from ui.kit import jobs
from ui.login.page import LoginPage

OWNER_PIN, PIN = "2468", "1357"
STAFF = (("孙悦", Role.SALES), ("高景澄", Role.SALES_MANAGER), ("方若云", Role.CASHIER), ("林晓", Role.RECEPTION))


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of an owner and four people, and the keys a PC keeps of it; made once."""
    folder = tmp_path_factory.mktemp("pattern")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDESK_DATA", str(folder / "user"))
        _make(str(folder / "远航.desk"))
    return folder


@pytest.fixture
def founded(pattern: Path, tmp_path: Path, user_data: Path) -> str:
    """The address of a closed store with an owner and four people, passphrase "open sesame"."""
    shutil.copytree(pattern / "user", user_data, dirs_exist_ok=True)
    return str(shutil.copytree(pattern / "远航.desk", tmp_path / "远航.desk"))


def _make(address: str) -> None:
    store.create(address, "open sesame")
    opened = store.open_store(address)
    owner = found(Founding(Profile("远航汽车"), "car_dealership", "王总", OWNER_PIN))
    for name, role in STAFF:
        hire(owner, StaffForm(name, frozenset({role}), pin=PIN))
    store.close(opened)


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """The program in English, before it has opened anything."""
    before = i18n.language()
    create_app([], "en", scheme="light", catch=False)
    running = Program(qapp)
    yield running
    put_away(qapp)
    assert running.backups.keeper is None, "what looks every minute would go on in later tests"
    i18n.set_language(before)


def put_away(app: QApplication) -> None:
    """End all work, close and delete every window: the look set anew would polish all that is left of earlier tests."""
    for window in app.topLevelWidgets():
        if isValid(window):  # a program that closes lets events happen, in which others go
            window.close()
    jobs.stop_all(60)
    app.processEvents()  # what work hands over comes to its window while there is one
    for window in app.topLevelWidgets():
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` into ``widget``; what no key has is committed as an input method does."""
    widget.setFocus()
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press one key."""
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget) -> None:
    """Click in the middle of ``widget``."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def open_program(qtbot: QtBot, program: Program, address: str) -> LoginPage:
    """Open the store and wait for the question who is at the counter."""
    program.begin(address)
    qtbot.waitUntil(lambda: program.window is not None)
    return login_page(program)


def login_page(program: Program) -> LoginPage:
    """The page that asks who is at the counter."""
    assert program.window is not None
    return next(page for page in program.window.findChildren(LoginPage) if page.isVisible())


def log_in(qtbot: QtBot, program: Program, name: str, pin: str = PIN) -> None:
    """Choose somebody by name and type the PIN, all with keys."""
    page = login_page(program)
    if page.person is None or page.person.name != name:
        card = next(card for card in page.cards if card.person.name == name)
        click(card)
    type_text(page.pin, pin)
    press(page.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None and not program.window.covered)
