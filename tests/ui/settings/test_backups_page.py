"""Backups in the settings and around the program: made, told, looked into, restored; a damaged store is rescued."""

from __future__ import annotations

import errno
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exchange import backing_up, shelf
from exchange.examining import examine, source_of
from models.followup.starting import begun_on
from models.kernel import clock
from models.kernel.faults import told_apart
from models.shop.backup_actions import BackupRules, backup_rules
from models.staff import lists
from tests.programs import OWNER_PIN, click, log_in, login_page, open_program, type_text
from ui import assembly, this_pc
from ui.assembly import Program
from ui.backups.inside import InsideSheet
from ui.backups.wording import facts
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Button, Text
from ui.settings.backups import BackupsPage
from ui.start.opening import TroublePage

OWNER = "王总"


def at_the_page(qtbot: QtBot, program: Program, address: str) -> BackupsPage:
    """The owner at the settings' page of backups."""
    open_program(qtbot, program, address)
    log_in(qtbot, program, OWNER, OWNER_PIN)
    program.show_settings()
    assert program.window is not None
    tab = program.window.tab("settings")
    tab.side.select("backups")
    return tab.section("backups")


def made(qtbot: QtBot, program: Program, page: BackupsPage) -> shelf.Backup:
    """A backup made by a click."""
    keeper = program.backups.keeper
    assert keeper is not None
    before = keeper.last
    click(page.now)
    assert not page.now.isEnabled()
    qtbot.waitUntil(lambda: keeper.job is None and keeper.last != before, timeout=10_000)
    assert keeper.last is not None
    return keeper.last


def sheet_of(kind: type) -> object:
    """The dialog of this kind that is open."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def status(program: Program) -> tuple[str, str]:
    """What the bar beneath everything says of backups, and its tone."""
    assert program.window is not None
    item = program.window.status._backup
    return item.words.text(), item.words.property("tone")


def test_a_click_makes_a_backup_and_the_bar_tells_its_age(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path
) -> None:
    page = at_the_page(qtbot, program, founded)
    keeper = program.backups.keeper
    assert keeper is not None
    assert status(program) == ("No backup yet", "warn")
    with notices.recording() as said:
        backup = made(qtbot, program, page)
        assert said.told == [("The backup is made and verified.", "ok")]
        assert page.findChild(Button, f"inside_{backup.number}") is not None
        page.hours.set_value(8)
        page._change(hours=8)
        page._change(second_place=str(tmp_path / "pulled"))
        assert backup_rules() == BackupRules(8, str(tmp_path / "pulled"))
        made(qtbot, program, page)
        assert "Plug the drive in" in said.told[-1][0]
    assert status(program)[1] == "warn"
    keeper.trouble = None
    for age, tone, words in (
        (timedelta(hours=23), "", "Backup verified"),
        (timedelta(hours=30), "warn", "1 day ago"),
        (timedelta(days=4), "bad", "4 days ago"),
        (-timedelta(days=1), "warn", "ahead of this PC's clock"),
    ):
        with clock.standing_at(clock.now() + age):
            keeper.changed.emit()
            text, shown = status(program)
        assert words in text
        assert shown == tone


def test_a_second_place_that_comes_back_gets_what_it_missed(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick was at home: the bar tells so after every start, and nobody has to press anything when it is back."""
    stick = tmp_path / "stick"
    page = at_the_page(qtbot, program, founded)
    seen_by: list[threading.Thread] = []
    listed = shelf.backups

    def watched(place: Path, store: str = "") -> list[shelf.Backup]:
        if place == stick:
            seen_by.append(threading.current_thread())
        return listed(place, store)

    monkeypatch.setattr(shelf, "backups", watched)
    with notices.recording():
        page._change(second_place=str(stick))
        backup = made(qtbot, program, page)
    assert program.window is not None
    program.window.close()
    program.window = None
    page = at_the_page(qtbot, program, founded)
    keeper = program.backups.keeper
    assert keeper is not None
    qtbot.waitUntil(lambda: "not at the second place" in status(program)[0], timeout=10_000)
    assert status(program)[1] == "warn"
    stick.mkdir()
    with notices.recording() as said:
        qtbot.waitUntil(lambda: keeper._carrying is None)
        keeper.look()
        qtbot.waitUntil(lambda: keeper.trouble is None, timeout=10_000)
        assert said.told == []
    (there,) = listed(stick)
    assert (there.number, there.path.name) == (keeper.last.number, keeper.last.path.name)  # type: ignore[union-attr]
    assert there.number >= backup.number
    assert status(program)[1] == ""
    qtbot.waitUntil(lambda: page._elsewhere == [there], timeout=10_000)
    assert any("second place" in each.text() for each in page._rows.findChildren(Text))
    assert threading.main_thread() not in seen_by, "a network that does not answer holds nobody up"
    keeper.look()
    assert keeper._carrying is None, "nothing is missing there any more"


def test_a_second_place_that_is_none_is_told(qtbot: QtBot, program: Program, founded: str, tmp_path: Path) -> None:
    """In the store's own folders nothing is put; on its drive it is, and what that means is said."""
    page = at_the_page(qtbot, program, founded)
    with notices.recording() as said:
        for own in (Path(founded), Path(founded) / "inner", shelf.home_of(Path(founded))):
            page._change(second_place=str(own))
            assert "on another drive" in said.told.pop()[0]
        assert backup_rules().second_place == ""
        (tmp_path / "beside").mkdir()
        page._change(second_place=str(tmp_path / "beside"))
        qtbot.waitUntil(page._same_drive.isVisible, timeout=10_000)
        page._change(second_place="")
        assert page._same_drive.isHidden()
        assert said.told == []


def test_backups_are_made_by_the_hour_and_at_closing_and_only_if_something_was_done(
    qtbot: QtBot, program: Program, founded: str
) -> None:
    at_the_page(qtbot, program, founded)
    qtbot.waitUntil(lambda: begun_on() == clock.today(), timeout=10_000)
    keeper = program.backups.keeper
    assert keeper is not None
    keeper.look()
    qtbot.waitUntil(lambda: keeper.job is None and keeper.last is not None, timeout=10_000)
    keeper.look()
    assert keeper.job is None, "nothing was done since"
    lists.everybody()
    with clock.standing_at(clock.now() + timedelta(hours=5)):
        keeper.look()
        assert keeper.job is None, "five hours later nothing was done either"
        keeper._session.actor and program.lock()
    place = shelf.home_of(Path(founded))
    assert [each.reason for each in shelf.backups(place)] == [shelf.Reason.HOURS]
    from models.shop.backup_actions import change_backup_rules

    change_backup_rules(keeper._session.actor, BackupRules(1))
    assert program.window is not None
    program.window.close()
    assert [each.reason for each in shelf.backups(place)] == [shelf.Reason.CLOSE, shelf.Reason.HOURS]


def test_a_backup_that_fails_at_closing_is_told_at_the_next_start(qtbot: QtBot, program: Program, founded: str) -> None:
    at_the_page(qtbot, program, founded)
    shelf.home_of(Path(founded)).write_text("in the way")
    keeper = program.backups.keeper
    assert keeper is not None
    with notices.recording():
        keeper.look()
        qtbot.waitUntil(lambda: keeper.failed and keeper.job is None, timeout=10_000)
    assert status(program) == ("No backup yet", "bad"), "there is none, and none can be made"
    assert program.window is not None
    program.window.close()
    assert this_pc.read().backup_trouble
    program.window = None
    with notices.recording() as said:
        open_program(qtbot, program, founded)
        qtbot.waitUntil(lambda: [tone for _text, tone in said.told] == ["warn"])
    assert this_pc.read().backup_trouble == ""
    shelf.home_of(Path(founded)).unlink()


def test_a_look_inside_and_restoring_by_clicks(qtbot: QtBot, program: Program, founded: str) -> None:
    page = at_the_page(qtbot, program, founded)
    with notices.recording() as said:
        backup = made(qtbot, program, page)
        page._change(hours=12)
        look = page.findChild(Button, f"inside_{backup.number}")
        assert look is not None
        click(look)
        sheet = sheet_of(InsideSheet)
        assert isinstance(sheet, InsideSheet)
        qtbot.waitUntil(sheet.restore.isEnabled, timeout=10_000)
        click(sheet.restore)
        assert said.asked[-1].buttons == ["restore", "keep"]
        said.answer("restore")
        assert program.window is None
        qtbot.waitUntil(lambda: "before-restore-1" in said.told[-1][0], timeout=20_000)
    assert backup_rules().hours == 4
    assert login_page(program).isVisible()


def test_a_damaged_store_offers_the_newest_good_backup(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path
) -> None:
    page = at_the_page(qtbot, program, founded)
    with notices.recording():
        made(qtbot, program, page)
        made(qtbot, program, page)
    assert program.window is not None
    program.window.close()
    bad = shelf.backups(shelf.home_of(Path(founded)))[0]
    (bad.path / "store.db").write_bytes(b"x" * 9000)
    content = bytearray((Path(founded) / "store.db").read_bytes())
    content[3] ^= 1
    (Path(founded) / "store.db").write_bytes(content)
    program.window = None
    program.begin(founded)
    qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), TroublePage), timeout=10_000)
    trouble = program.start.centralWidget()
    restore, salvage = trouble.findChild(Button, "restore"), trouble.findChild(Button, "salvage")
    assert restore is not None
    assert salvage is not None
    with notices.recording() as said:
        click(salvage)
        qtbot.waitUntil(lambda: program.start.centralWidget() is not trouble, timeout=10_000)
        qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), TroublePage), timeout=10_000)
        restore = program.start.centralWidget().findChild(Button, "restore")
        assert restore is not None, "what cannot be salvaged still has its backups"
        click(restore)
        sheet = sheet_of(InsideSheet)
        assert isinstance(sheet, InsideSheet)
        qtbot.waitUntil(sheet.restore.isEnabled, timeout=10_000)
        click(sheet.restore)
        for pin, opens in (("9999", False), (OWNER_PIN, True)):
            if not opens:
                who = sheet_of(FormDialog)
            assert isinstance(who, FormDialog)
            type_text(who.form.editor("name"), OWNER)
            type_text(who.form.editor("pin"), pin)
            who.submit()
            if opens:
                qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
                continue
            qtbot.waitUntil(lambda: bool(said.told), timeout=10_000)
            assert said.told.pop() == ("The PIN is wrong.", "bad")
            qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), TroublePage), timeout=10_000)
            again = program.start.centralWidget().findChild(Button, "restore")
            assert again is not None
            click(again)
            sheet = sheet_of(InsideSheet)
            assert isinstance(sheet, InsideSheet)
            qtbot.waitUntil(sheet.restore.isEnabled, timeout=10_000)
            click(sheet.restore)
            who = sheet_of(FormDialog)
        assert "restored" in said.told[-1][0]
    assert login_page(program).isVisible()


def test_a_drive_that_gives_a_page_no_more_leads_to_backup_and_salvage_too(
    qtbot: QtBot, program: Program, founded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    backing_up.back_up(Path(founded), shelf.Reason.ASKED)

    def worn(address: str, words: str) -> None:
        with told_apart():
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(assembly, "_opened", worn)
    program.begin(founded)
    qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), TroublePage), timeout=10_000)
    trouble = program.start.centralWidget()
    assert {"restore", "salvage", "try_again"} <= {each.objectName() for each in trouble.findChildren(Button)}


def test_a_damaged_page_is_salvaged_and_what_is_left_opens(qtbot: QtBot, program: Program, founded: str) -> None:
    content = bytearray((Path(founded) / "store.db").read_bytes())
    content[-4000] ^= 1
    (Path(founded) / "store.db").write_bytes(content)
    program.backups.salvage(founded)
    qtbot.waitUntil(
        lambda: program.start.centralWidget().findChild(Button, "open_salvaged") is not None, timeout=20_000
    )
    go = program.start.centralWidget().findChild(Button, "open_salvaged")
    assert go is not None
    report = Path(founded).with_name("远航.salvaged-1.txt").read_text("utf-8")
    assert "Rows read" in report
    click(go)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)
    assert login_page(program).isVisible()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits after a wrong PIN."""
    from models.staff import login

    monkeypatch.setattr(login, "_last_miss", {})


def test_a_backup_from_a_clock_gone_wrong_says_when_and_nothing_else(founded: str) -> None:
    """No brackets with nothing in them where the age would be below zero."""
    inside = examine(source_of(backing_up.back_up(Path(founded), shelf.Reason.ASKED).backup.path))
    assert inside.made_at is not None
    for passed, brackets in ((timedelta(hours=1), True), (timedelta(days=-800), False)):
        with clock.standing_at(inside.made_at + passed):
            made_at = facts(inside)[1][1]
        assert any(each in made_at for each in "(（") == brackets
