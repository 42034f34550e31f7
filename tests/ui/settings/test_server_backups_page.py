"""Backups of a store on a server by clicks: begun on this PC, by the hour, restored; and what damage looks like."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import psycopg
from pytestqt.qtbot import QtBot

from exchange import examining, server_copy, shelf
from models.kernel import clock, store
from models.shop.backup_actions import BackupRules as Rules
from models.shop.backup_actions import backup_rules, change_backup_rules, last_verified
from tests.programs import OWNER_PIN, PIN, click, log_in, login_page, type_text
from tests.programs import _make as make_shop
from tests.ui.settings.test_backups_page import OWNER, at_the_page, made, sheet_of, status
from ui.assembly import Program
from ui.backups.alarm import DamageBand
from ui.backups.inside import InsideSheet
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Button
from ui.settings.backups import BackupsPage
from ui.start.opening import TroublePage

WORDS = "open the copy"


def typed_passphrase(page: BackupsPage, again: str = WORDS) -> FormDialog:
    """Asked for by a click on “Back up now”, typed and sent."""
    click(page.now)
    dialog = sheet_of(FormDialog)
    assert isinstance(dialog, FormDialog)
    type_text(dialog.form.editor("passphrase"), WORDS)
    type_text(dialog.form.editor("again"), again)
    dialog.submit()
    return dialog


def looked_inside(qtbot: QtBot) -> InsideSheet:
    """The look into a backup, once it is done."""
    sheet = sheet_of(InsideSheet)
    assert isinstance(sheet, InsideSheet)
    qtbot.waitUntil(sheet.restore.isEnabled, timeout=10_000)
    return sheet


def test_a_store_on_a_server_is_backed_up_and_restored_by_clicks(
    qtbot: QtBot, program: Program, postgres_url: str, user_data: Path, tmp_path: Path
) -> None:
    make_shop(postgres_url)
    page = at_the_page(qtbot, program, postgres_url)
    keeper = program.backups.keeper
    assert keeper is not None
    home = shelf.home_of(server_copy.stand_in(postgres_url))
    assert status(program) == ("No backup yet", "warn")
    keeper.look()
    assert keeper.job is None, "this PC was not told to"
    with notices.recording() as said:
        assert typed_passphrase(page, "another").isVisible()
        sheet_of(FormDialog).close()  # type: ignore[attr-defined]
        typed_passphrase(page)
        qtbot.waitUntil(lambda: keeper.job is None and keeper.last is not None, timeout=20_000)
        assert said.told[-1] == ("The backup is made and verified.", "ok")
        assert status(program)[0].startswith("Backup verified")
        assert last_verified() is not None
        change_backup_rules(keeper._session.actor, Rules(1, str(tmp_path)))
        with clock.standing_at(clock.now() + timedelta(hours=2)):
            keeper.look()
            qtbot.waitUntil(lambda: keeper.job is None, timeout=20_000)
        assert [each.reason for each in shelf.backups(home)] == [shelf.Reason.HOURS, shelf.Reason.ASKED]
        assert examining.examine(examining.source_of(shelf.backups(tmp_path)[0].path), WORDS).shop == "远航汽车"
        look = page.findChild(Button, "inside_1")
        assert look is not None
        click(look)
        click(looked_inside(qtbot).restore)
        said.answer("restore")
        qtbot.waitUntil(lambda: "before-restore" in said.told[-1][0], timeout=20_000)
        assert backup_rules() == Rules(), "as when it was backed up"
        assert login_page(program).isVisible()
        _after_the_server_was_lost(qtbot, program, postgres_url)
    assert login_page(program).isVisible()


def _after_the_server_was_lost(qtbot: QtBot, program: Program, address: str) -> None:
    """Its database is empty: the newest backup on this PC is offered."""
    assert program.window is not None
    program.window.close()
    program.window = None
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("DROP SCHEMA public CASCADE")
        other.execute("CREATE SCHEMA public")
    program.begin(address)
    qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), TroublePage), timeout=10_000)
    restore = program.start.centralWidget().findChild(Button, "restore")
    assert restore is not None
    click(restore)
    click(looked_inside(qtbot).restore)
    who = sheet_of(FormDialog)
    assert isinstance(who, FormDialog)
    type_text(who.form.editor("name"), OWNER)
    type_text(who.form.editor("pin"), OWNER_PIN)
    who.submit()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)


def test_damage_that_only_a_backup_finds_is_seen_by_everybody(qtbot: QtBot, program: Program, founded: str) -> None:
    page = at_the_page(qtbot, program, founded)
    with notices.recording() as said:
        made(qtbot, program, page)
        _bend_a_page(Path(founded))
        keeper = program.backups.keeper
        assert keeper is not None
        with clock.standing_at(clock.now() + timedelta(hours=5)):
            page._change(hours=1)
            keeper.look()
            qtbot.waitUntil(lambda: keeper.damaged, timeout=10_000)
            errors = len(said.told)
            keeper.look()
            assert keeper.job is None, "not again within the minute"
        assert status(program) == ("The store's file is damaged", "bad")
        assert "damaged" in said.told[errors - 1][0]
        assert program.window is not None
        band = program.window.findChild(DamageBand)
        assert band is not None
        assert band.isVisible()
        assert "is in a verified backup" in band.text
        program.switch()
        log_in(qtbot, program, "孙悦", PIN)
        assert band.isVisible()
        click(band.findChild(Button, "what_to_do"))  # type: ignore[arg-type]
        assert said.asked[-1].buttons == ["close"], "a consultant calls the owner"
        program.switch()
        log_in(qtbot, program, OWNER, OWNER_PIN)
        click(band.findChild(Button, "what_to_do"))  # type: ignore[arg-type]
        assert said.asked[-1].buttons == ["salvage", "restore", "later"]
        said.answer("restore")
        looked_inside(qtbot).close()
        band.ask()
        said.answer("salvage")
        qtbot.waitUntil(
            lambda: program.start.centralWidget().findChild(Button, "open_salvaged") is not None, timeout=20_000
        )
        click(program.start.centralWidget().findChild(Button, "open_salvaged"))  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    assert login_page(program).isVisible()


def _bend_a_page(folder: Path) -> None:
    """One bit of a page in no use, which no reading comes by, under the feet of the program that has it open."""
    store.database.execute_sql("CREATE TABLE passing (value TEXT)")
    store.database.execute_sql("INSERT INTO passing VALUES (?)", ("x" * 40_000,))
    store.database.execute_sql("DROP TABLE passing")
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with (folder / "store.db").open("r+b") as file:
        file.seek(-2000, 2)
        byte = file.read(1)[0]
        file.seek(-2000, 2)
        file.write(bytes([byte ^ 1]))
