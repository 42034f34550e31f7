"""A PC was stolen: the backup on a stick becomes a store on a new one, from first start, with the words alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exchange import backing_up
from models import migrations
from models.kernel import keys, store
from tests.programs import OWNER_PIN, click, login_page, type_text
from tests.ui.settings.test_backups_page import sheet_of
from ui.assembly import Program
from ui.backups.inside import InsideSheet
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Band, Button, Text
from ui.start.first_start import FirstStart


def the_form() -> FormDialog:
    """The short form that is open."""
    form = sheet_of(FormDialog)
    assert isinstance(form, FormDialog)
    return form


def test_a_backup_from_a_stick_becomes_a_store(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that holds the backups will do; the newest of them did not survive."""
    backing_up.back_up_to(Path(founded), tmp_path / "stick")
    bad = backing_up.back_up_to(Path(founded), tmp_path / "stick").path
    (bad / "store.db").write_bytes(b"x" * 9000)
    shutil.rmtree(founded)
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "new user"))
    program.begin()
    assert isinstance(program.start.centralWidget(), FirstStart)
    assert program.start.findChild(Button, "restore_backup") is not None
    with notices.recording() as said:
        program.backups.restore_new(str(tmp_path))
        assert "is no backup" in said.told.pop()[0]
        program._open_chosen(str(tmp_path / "stick"))
        sheet = sheet_of(InsideSheet)
        assert isinstance(sheet, InsideSheet)
        qtbot.waitUntil(lambda: sheet.findChild(Button, "words") is not None)
        click(sheet.findChild(Button, "words"))  # type: ignore[arg-type]
        words = the_form()
        type_text(words.form.editor("passphrase"), "open sesame")
        words.submit()
        qtbot.waitUntil(sheet.restore.isEnabled)
        assert any("was passed over" in each.text() for each in sheet.findChildren(Text))
        click(sheet.restore)
        who = the_form()
        assert Path(who.form.editor("address").value()).name == "远航.desk"
        who.form.set_values({"address": str(tmp_path / "new"), "name": "王总", "pin": OWNER_PIN})
        (tmp_path / "new.desk").mkdir()
        who.submit()
        assert who.isVisible(), "what is there already is not touched"
        (tmp_path / "new.desk").rmdir()
        who.submit()
        qtbot.waitUntil(lambda: program.window is not None)
        assert said.told[-1][1] == "ok"
    assert login_page(program).isVisible()
    assert (tmp_path / "new.desk" / "store.db").exists()


def test_a_backup_of_a_newer_program_is_not_passed_over(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path
) -> None:
    """Else what was entered since the older one would be forgotten without a word."""
    backing_up.back_up_to(Path(founded), tmp_path / "stick")
    file = store.encrypted_file(Path(founded) / "store.db", keys.unlock(Path(founded)))
    with file.connection_context():
        file.execute_sql(f"PRAGMA user_version = {migrations.LATEST + 1}")
    backing_up.back_up_to(Path(founded), tmp_path / "stick")
    program.begin()
    program.backups.restore_new(str(tmp_path / "stick"))
    sheet = sheet_of(InsideSheet)
    assert isinstance(sheet, InsideSheet)
    qtbot.waitUntil(lambda: sheet.findChild(Band) is not None, timeout=10_000)
    band = sheet.findChild(Band)
    assert band is not None
    assert "newer version" in band.text
    assert not sheet.restore.isEnabled()
