"""A store that does not open: what is told, that nothing is made or changed, and the ways out."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kernel import keys, store
from models.kernel.errors import StorageError
from models.kernel.i18n import N_
from tests.programs import click, login_page, press, type_text
from ui.assembly import Program
from ui.kit.widgets import Button, Text
from ui.start import troubles
from ui.start.first_start import FirstStart
from ui.start.opening import TroublePage, UnlockPage

ENTER = Qt.Key.Key_Return


def begin(qtbot: QtBot, program: Program, address: str, kind: type[QWidget]) -> QWidget:
    """Start with this store and wait for the page that tells what is the matter."""
    program.begin(address)
    qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), kind))
    return program.start.centralWidget()


def words_of(page: QWidget) -> list[str]:
    """Everything the page says."""
    return [each.text() for each in page.findChildren(Text)]


def make_empty_folder(folder: Path) -> None:
    folder.mkdir()


def make_empty_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "store.db").touch()


def make_foreign(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "store.db") as other:
        other.execute("CREATE TABLE something (id)")
    other.close()


def make_damaged(folder: Path) -> None:
    store.create(str(folder))
    content = bytearray((folder / "store.db").read_bytes())
    content[:4096] = bytes(4096)
    (folder / "store.db").write_bytes(content)


def make_keyless(folder: Path) -> None:
    store.create(str(folder))
    for each in keys.copies(folder):
        each.unlink()


def make_newer(folder: Path) -> None:
    store.create(str(folder))
    file = store.encrypted_file(folder / "store.db", keys.unlock(folder))
    with file.connection_context():
        file.execute_sql("PRAGMA user_version = 9999")


def make_unfounded(folder: Path) -> None:
    store.create(str(folder))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: None, "There is no store at"),
        (make_empty_folder, "holds no store"),
        (make_empty_file, "is empty"),
        (make_foreign, "is a database of another program"),
        (make_damaged, "damaged"),
        (make_keyless, "key file"),
        (make_newer, "newer version"),
        (make_unfounded, "was not finished"),
    ],
)
def test_what_is_wrong_what_is_safe_and_what_to_do(
    qtbot: QtBot, program: Program, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    folder = tmp_path / "shop.desk"
    make(folder)
    before = {each: each.read_bytes() for each in folder.glob("*") if each.name in ("store.db", "keys.json")}
    page = begin(qtbot, program, str(folder), TroublePage)
    words = words_of(page)
    assert any(said in each for each in words)
    for part in ("What happened", "What is safe", "What to do now"):
        assert words[words.index(part) + 1].endswith(".")
    after = {each: each.read_bytes() for each in folder.glob("*") if each.name in ("store.db", "keys.json")}
    assert after == before or make is make_unfounded
    assert folder.exists() == bool(before or make is make_empty_folder)


def test_every_trouble_that_opening_can_meet_has_its_own_advice() -> None:
    for templates, trouble in troubles._TROUBLES:
        for template in templates:
            assert troubles.trouble_of(StorageError(template)) is trouble
    other = StorageError(N_("Something else."))
    assert troubles.trouble_of(other) is troubles._ANY_OTHER


def test_trying_again_after_the_drive_is_back_opens_the_store(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    shutil.move(founded, away)
    begin(qtbot, program, founded, TroublePage)
    shutil.move(away, founded)
    with qtbot.waitActive(program.start):
        program.start.activateWindow()
    press(program.start, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: program.window is not None)
    assert login_page(program).isVisible()


def test_the_way_out_to_first_start(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    page = begin(qtbot, program, str(tmp_path / "gone.desk"), TroublePage)
    click(page.findChild(Button, "first_start"))
    assert isinstance(program.start.centralWidget(), FirstStart)


def test_a_store_in_use_is_told_and_opens_once_it_is_free(qtbot: QtBot, program: Program, founded: str) -> None:
    from filelock import FileLock

    other = FileLock(Path(founded) / "in-use.lock", thread_local=False)
    other.acquire()
    page = begin(qtbot, program, founded, TroublePage)
    assert any("is open in another window" in each for each in words_of(page))
    other.release()
    click(page.findChild(Button, "try_again"))
    qtbot.waitUntil(lambda: program.window is not None)


@pytest.mark.parametrize("by", ["passphrase", "code"])
def test_a_pc_that_does_not_know_the_store_asks_once(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    words = "open sesame"
    if by == "code":
        words = keys.new_recovery_code()
        keys.set_words(Path(founded), keys.RECOVERY, keys.unlock(Path(founded)), words)
        words = words.lower().replace("-", " ")
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
    page = begin(qtbot, program, founded, UnlockPage)
    assert isinstance(page, UnlockPage)
    type_text(page.words, "wrong words")
    press(page.words, ENTER)
    qtbot.waitUntil(lambda: program.start.centralWidget() is not page)
    second = program.start.centralWidget()
    assert isinstance(second, UnlockPage)
    assert "Neither the passphrase nor the recovery code" in second.form.field("passphrase").error
    type_text(second.words, words)
    press(second.words, ENTER)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    program.window.close()
    store.close(store.open_store(founded))
