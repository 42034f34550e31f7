"""The last backup of the day: while it goes on the program is still seen, and who has to go can stop it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exchange import shelf
from exchange.backing_up import Made
from exchange.shelf import Reason
from exchange.writing import OnBytes
from models.kernel import store
from tests.programs import click, press
from tests.ui.settings.test_backups_page import at_the_page, made
from ui import this_pc
from ui.assembly import Program
from ui.backups import closing
from ui.backups.closing import ClosingWindow
from ui.kit import jobs, notices
from ui.kit.widgets import Button


def when_seen(then: Callable[[ClosingWindow], object]) -> None:
    """Do it as soon as the window is there."""
    seen = next((each for each in QApplication.topLevelWidgets() if isinstance(each, ClosingWindow)), None)
    if seen is not None and seen.isVisible():
        then(seen)
    else:
        QTimer.singleShot(10, lambda: when_seen(then))


@pytest.mark.parametrize("stopped", [False, True])
def test_the_program_stays_in_sight_until_the_last_backup_is_made(
    qtbot: QtBot, program: Program, founded: str, monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    monkeypatch.setattr(closing, "_SOON", 0)
    at_the_page(qtbot, program, founded)
    keeper, window = program.backups.keeper, program.window
    assert keeper is not None
    assert window is not None
    go_on, back_up = Event(), keeper.subject.back_up

    def slow(reason: Reason, on_bytes: OnBytes) -> Made | None:
        assert go_on.wait(10)
        return back_up(reason, on_bytes)

    def look(seen: ClosingWindow) -> None:
        assert not window.isVisible()
        assert not seen.close(), "it goes by itself"
        program.backups.begin()  # as a window that was opened a moment ago does about now
        program._begin_day()
        press(QApplication.focusWidget() or seen, Qt.Key.Key_Space)
        if stopped:
            click(seen.findChild(Button, "stop"))  # type: ignore[arg-type]
        go_on.set()

    monkeypatch.setattr(keeper.subject, "back_up", slow)
    when_seen(look)
    window.close()
    assert go_on.is_set()
    assert program.backups.keeper is None
    assert not jobs._running
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, ClosingWindow) and each.isVisible()]
    reasons = [each.reason for each in shelf.backups(shelf.home_of(Path(founded)))]
    assert reasons == ([] if stopped else [Reason.CLOSE])
    assert this_pc.read().backup_trouble == ""
    store.close(store.open_store(founded))


def test_a_stick_plugged_in_before_closing_gets_its_backup(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path
) -> None:
    """Nothing was changed since it was missed, and still it goes home with the owner."""
    stick = tmp_path / "stick"
    page = at_the_page(qtbot, program, founded)
    keeper = program.backups.keeper
    assert keeper is not None
    with notices.recording():
        page._change(second_place=str(stick))
        made(qtbot, program, page)
        qtbot.waitUntil(lambda: keeper._carrying is None)
    assert program.window is not None
    stick.mkdir()
    program.window.close()
    (there,) = shelf.backups(stick)
    assert there.number == shelf.backups(shelf.home_of(Path(founded)))[0].number
    shutil.rmtree(stick)
