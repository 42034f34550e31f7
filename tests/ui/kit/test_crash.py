"""A fault of ours: a report without anybody's data; errors for people are only told."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.kernel.errors import RuleError
from ui.kit import crash, notices

SECRET = "Wang Jianguo 13812346621"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    take_back = crash.install("1.2.3", tmp_path / "log")
    yield tmp_path / "log"
    take_back()


def fall(error: Exception) -> None:
    """Raise ``error`` and let the hook have it, as it happens in a slot."""
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def wrong(name: str) -> None:
    raise ValueError(f"cannot greet {name}")


def wrong_again(name: str) -> None:
    try:
        wrong(name)
    except ValueError as error:
        raise RuntimeError(name) from error


def dialog() -> QDialog | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)), None)


def test_report_holds_code_and_versions_but_no_values() -> None:
    with pytest.raises(RuntimeError) as caught:
        wrong_again(SECRET)
    report = crash.report_of(caught.value, "1.2.3")
    assert "Frontdesk 1.2.3" in report
    assert "builtins.RuntimeError" in report
    assert "builtins.ValueError" in report
    assert 'raise ValueError(f"cannot greet {name}")' in report
    assert "tests/ui/kit/test_crash.py" in report
    assert SECRET not in report
    assert str(Path.home()) not in report


def test_crash_shows_one_dialog_to_copy_from(qtbot: QtBot, folder: Path) -> None:
    fall(ValueError(SECRET))
    fall(ValueError(SECRET))
    qtbot.waitUntil(lambda: dialog() is not None)
    shown = dialog()
    assert shown is not None
    assert "ValueError" in shown.findChildren(QPlainTextEdit)[0].toPlainText()
    qtbot.mouseClick(shown.findChild(QPushButton, "copy"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("Frontdesk 1.2.3")
    qtbot.mouseClick(shown.findChild(QPushButton, "go_on"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog() is None)
    log = folder / "frontdesk.log"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert log.read_text(encoding="utf-8").count("builtins.ValueError") == 2
    assert SECRET not in log.read_text(encoding="utf-8")


def test_errors_for_people_are_told(qtbot: QtBot, folder: Path) -> None:
    with notices.recording() as record:
        fall(RuleError("Only {count} left.", count=2))
        qtbot.waitUntil(lambda: record.told == [("Only 2 left.", "warn")])
    assert dialog() is None


def test_a_full_disk_is_not_our_fault(qtbot: QtBot, folder: Path) -> None:
    with notices.recording() as record:
        fall(OSError(28, "No space left on device"))
        qtbot.waitUntil(lambda: bool(record.told))
    assert record.told[0][1] == "bad"
    assert dialog() is None


def test_nothing_is_written_on_a_good_day(folder: Path) -> None:
    logging.getLogger("frontdesk").debug("not worth a line")
    assert not folder.exists()
