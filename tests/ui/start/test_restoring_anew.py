"""A PC was stolen: the backup on a stick becomes a store on a new one, from first start, with the words alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exchange import backing_up
from tests.programs import OWNER_PIN, click, login_page, type_text
from tests.ui.settings.test_backups_page import sheet_of
from ui.assembly import Program
from ui.backups.inside import InsideSheet
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Button
from ui.start.first_start import FirstStart


def the_form() -> FormDialog:
    """The short form that is open."""
    form = sheet_of(FormDialog)
    assert isinstance(form, FormDialog)
    return form


def test_a_backup_from_a_stick_becomes_a_store(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backing_up.back_up_to(Path(founded), tmp_path / "stick").path
    shutil.rmtree(founded)
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "new user"))
    program.begin()
    assert isinstance(program.start.centralWidget(), FirstStart)
    assert program.start.findChild(Button, "restore_backup") is not None
    with notices.recording() as said:
        program.backups.restore_new(str(tmp_path))
        assert "is no backup" in said.told.pop()[0]
        program._open_chosen(str(backup))
        sheet = sheet_of(InsideSheet)
        assert isinstance(sheet, InsideSheet)
        qtbot.waitUntil(lambda: sheet.findChild(Button, "words") is not None)
        click(sheet.findChild(Button, "words"))  # type: ignore[arg-type]
        words = the_form()
        type_text(words.form.editor("passphrase"), "open sesame")
        words.submit()
        qtbot.waitUntil(sheet.restore.isEnabled)
        click(sheet.restore)
        who = the_form()
        assert Path(who.form.editor("address").value()).name == "远航.desk"
        who.form.set_values({"address": str(tmp_path / "stick"), "name": "王总", "pin": OWNER_PIN})
        (tmp_path / "stick.desk").mkdir()
        who.submit()
        assert who.isVisible(), "what is there already is not touched"
        (tmp_path / "stick.desk").rmdir()
        who.submit()
        qtbot.waitUntil(lambda: program.window is not None)
        assert said.told[-1][1] == "ok"
    assert login_page(program).isVisible()
    assert (tmp_path / "stick.desk" / "store.db").exists()
