"""The USB button and the page behind it, with real clicks: drives come and go, an export runs, stops, is refused."""

from __future__ import annotations

import errno
import json
import os
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exchange import disk
from exchange.columns import Days
from exchange.disk import Disk
from exchange.drives import Drive
from exchange.writing import MANIFEST
from models.carrying.actions import plain_allowed
from models.carrying.kinds import Content, Form
from models.carrying.lists import departures
from models.catalog.actions import ItemForm, add_item
from models.kernel import clock
from models.kernel.errors import StorageError
from models.kernel.permissions import Actor
from tests.programs import OWNER_PIN, click, log_in, open_program, press, type_text
from ui import this_pc
from ui.assembly import Program
from ui.drive_watch import DriveWatch
from ui.exporting.page import ExportPage
from ui.exporting.result import ProgressPanel
from ui.kit import notices

PASSPHRASE = "correct horse 7 battery"


def drive(place: Path, name: str = "会计", **facts: Any) -> Drive:
    place.mkdir(exist_ok=True)
    values = {"free": 1 << 30, "total": 4 << 30, "file_system": "vfat", "read_only": False, **facts}
    return Drive(place, name, **values)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """What is plugged in; the PC's own drives are not looked at."""
    found: list[Drive] = []
    monkeypatch.setattr("exchange.drives.drives", lambda: list(found))
    return found


def opened(qtbot: QtBot, program: Program, founded: str, name: str = "王总", pin: str = OWNER_PIN) -> ExportPage:
    """The export page of somebody in a shop that sells one thing."""
    open_program(qtbot, program, founded)
    log_in(qtbot, program, name, pin)
    assert program.window is not None
    add_item(Actor(1, "王总", frozenset()), ItemForm("V7", "vehicle", "澜川 V7", 18_980_000))
    click(program.window.top.usb)
    tab: Any = program.window.tab("export")
    page = tab.page
    assert isinstance(page, ExportPage)
    return page


def choose(page: ExportPage, *contents: Content) -> None:
    click(page.what.cards.cards[-1])
    for content in contents:
        click(page.what.ticks[content])


def button(page: QObject, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def start(qtbot: QtBot, page: ExportPage) -> None:
    qtbot.waitUntil(page.summary.start.isEnabled)
    click(page.summary.start)


def test_the_button_lights_while_a_drive_is_there(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path
) -> None:
    page = opened(qtbot, program, founded)
    assert program.window is not None
    usb = program.window.top.usb
    assert page.where.place is None
    assert "Export to USB" in usb.toolTip()
    plugged += [drive(tmp_path / "locked", "锁", read_only=True), drive(tmp_path / "stick")]
    program.drives.look_now()
    qtbot.waitUntil(lambda: page.where.cards is not None)
    assert "会计" in usb.toolTip()
    assert page.where.place == tmp_path / "stick", "the first that can be written"
    plugged.clear()
    program.drives.look_now()
    qtbot.waitUntil(lambda: page.where.cards is None)
    assert "会计" not in usb.toolTip()


def test_an_export_from_the_cards_to_the_stick(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path
) -> None:
    plugged.append(drive(tmp_path / "stick"))
    page = opened(qtbot, program, founded)
    program.drives.look_now()
    qtbot.waitUntil(lambda: page.where.place is not None)
    choose(page, Content.PRICES)
    assert page.protection.isHidden(), "a price list tells of nobody"
    click(page.what.ticks[Content.CUSTOMERS])
    assert not page.protection.isHidden()
    start(qtbot, page)
    assert page.protection.fields.field("passphrase").error == "Type a passphrase."
    type_text(page.protection.fields.editor("passphrase"), PASSPHRASE)
    type_text(page.protection.fields.editor("again"), "something else 9")
    click(page.summary.start)
    assert page.protection.fields.field("again").error
    page.protection.fields.editor("again").clear()
    type_text(page.protection.fields.editor("again"), PASSPHRASE)
    click(page.summary.start)
    qtbot.waitUntil(page.result.isVisible, timeout=20_000)
    assert "You may pull the stick now." in page.result.band.text
    (folder,) = (tmp_path / "stick").iterdir()
    assert json.loads((folder / MANIFEST).read_bytes())["encrypted"] is True
    (row,) = departures()
    assert (row.who, row.contents) == ("王总", (Content.CUSTOMERS, Content.PRICES))
    assert page.protection.fields.editor("passphrase").text() == "", "kept nowhere"
    assert this_pc.read().export_place == str(tmp_path / "stick")
    assert this_pc.read().export_preset == "own"
    assert PASSPHRASE not in (Path(this_pc._path())).read_text("utf-8")
    click(button(page, "export_again"))
    assert page.summary.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert program.window is not None
    assert program.window.front == "today"


def test_what_is_wrong_is_brought_into_sight(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path
) -> None:
    page = opened(qtbot, program, founded)
    assert program.window is not None
    program.window.resize(1366, 768)
    choose(page, Content.PRICES, Content.CUSTOMERS)
    place = tmp_path / "there"
    place.mkdir()
    page.where.take_folder(str(place))
    passphrase = page.protection.fields.field("passphrase")
    start(qtbot, page)
    assert passphrase.error
    qtbot.waitUntil(lambda: passphrase.editor.hasFocus() and not passphrase.visibleRegion().isEmpty())
    place.rmdir()
    for name in ("passphrase", "again"):
        type_text(page.protection.fields.editor(name), PASSPHRASE)
    start(qtbot, page)
    qtbot.waitUntil(lambda: "There is no folder" in page.where.wrong.text())
    qtbot.waitUntil(lambda: not page.where.wrong.visibleRegion().isEmpty())


def test_whoever_types_a_day_stays_in_its_field(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive]
) -> None:
    page = opened(qtbot, program, founded)
    choose(page, Content.PRICES)
    click(page.what.period.findChildren(QPushButton)[-1])
    type_text(page.what.first.line, "2026-11-05")
    type_text(page.what.last.line, "2026-11-1")
    fields = page.what._dates
    qtbot.waitUntil(lambda: "after the last" in fields.field("first").error)
    focused = page.window().focusWidget()
    assert focused is page.what.last.line, "the next digit goes where the others went"
    QTest.keyClicks(focused, "8")
    qtbot.waitUntil(page.summary.start.isEnabled)
    assert page.what.days() == Days(date(2026, 11, 5), date(2026, 11, 18))
    assert fields.field("first").error == ""


def test_a_folder_and_what_is_wrong_with_it(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path
) -> None:
    page = opened(qtbot, program, founded)
    choose(page, Content.PRICES)
    start(qtbot, page)
    assert "Plug in a drive" in page.where.wrong.text()
    place = tmp_path / "there"
    place.mkdir()
    page.where.take_folder(str(place))
    place.rmdir()
    start(qtbot, page)
    qtbot.waitUntil(page.where.wrong.isVisible)
    assert "There is no folder" in page.where.wrong.text()
    assert page.summary.isVisible()
    assert not departures()


def test_what_a_drive_cannot_take_is_said_before(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "stick"
    plugged.append(drive(place))
    page = opened(qtbot, program, founded)
    program.drives.look_now()
    qtbot.waitUntil(lambda: page.where.place is not None)
    choose(page, Content.PRICES)
    qtbot.waitUntil(page.summary.start.isEnabled)
    with monkeypatch.context() as patch:
        patch.setattr("exchange.forms.MOST_PRINTED", 0)
        page.what.form.set_value(Form.PDF)
        page.what.form.edited.emit()
        qtbot.waitUntil(lambda: "A printed list holds 0 rows; there are 1." in page.summary.total.text())
        assert not page.summary.start.isEnabled()
    page.what.form.set_value(Form.XLSX)
    page.what.form.edited.emit()
    qtbot.waitUntil(page.summary.start.isEnabled)
    page.where.show_error(StorageError("It does not answer."))
    assert page.where.cards is not None
    page.where.cards.setFocus()

    def replaced(**facts: Any) -> None:
        plugged[:] = [drive(place, **facts)]
        program.drives.look_now()
        qtbot.waitUntil(lambda: page.where.drive == plugged[0])

    replaced(free=(1 << 30) - 1)
    assert page.summary.start.isEnabled(), "other room is no reason to count again"
    add_item(Actor(1, "王总", frozenset()), ItemForm("V8", "vehicle", "澜川 V8", 18_980_000))
    page.refresh()
    assert page.summary.start.isEnabled(), "nor is what others do a reason to wait"
    qtbot.waitUntil(lambda: page.summary.shown is not None and page.summary.shown.rows == 2)
    assert page.where.wrong.isVisible()
    assert page.where.cards is not None
    assert page.where.cards.hasFocus()
    replaced(read_only=True)
    assert not page.summary.start.isEnabled()
    assert "write-protected" in page.summary.band.text
    assert page.summary.shown is not None
    replaced(free=page.summary.shown.size + 1)
    assert not page.summary.start.isEnabled()
    assert "free there" in page.summary.band.text
    monkeypatch.setattr("ui.exporting.where.largest_file", lambda place: 100)
    replaced()
    assert "FAT32" in page.summary.band.text
    assert page.summary.start.isEnabled(), "packed it may fit"


def test_stopping_leaves_nothing_and_the_window_stays_usable(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, go_on = Event(), Event()

    class Slow(Disk):
        def write(self, handle: int, data: memoryview) -> int:
            writing.set()
            assert go_on.wait(20)
            return super().write(handle, data)

    monkeypatch.setattr(disk, "disk", Slow())
    plugged.append(drive(tmp_path / "stick"))
    page = opened(qtbot, program, founded)
    program.drives.look_now()
    qtbot.waitUntil(lambda: page.where.place is not None)
    choose(page, Content.PRICES)
    start(qtbot, page)
    qtbot.waitUntil(writing.is_set)
    assert page.progress.isVisible()
    assert program.window is not None
    program.window.show_tab("customers")
    program.window.show_tab("export")
    click(button(page, "stop_export"))
    go_on.set()
    qtbot.waitUntil(page.summary.isVisible, timeout=20_000)
    assert not list((tmp_path / "stick").iterdir())
    assert not departures()


def test_a_stick_pulled_out_meanwhile(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pulled(Disk):
        def write(self, handle: int, data: memoryview) -> int:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))

    monkeypatch.setattr(disk, "disk", Pulled())
    plugged.append(drive(tmp_path / "stick"))
    page = opened(qtbot, program, founded)
    program.drives.look_now()
    qtbot.waitUntil(lambda: page.where.place is not None)
    choose(page, Content.PRICES)
    with notices.recording() as said:
        start(qtbot, page)
        qtbot.waitUntil(page.where.wrong.isVisible, timeout=20_000)
    assert said.told[-1][0] == page.where.wrong.text()
    assert page.where.wrong.text().startswith(f"The drive at {tmp_path / 'stick'} was pulled out")
    qtbot.waitUntil(page.summary.start.isEnabled)
    assert page.where.wrong.isVisible(), "it is said until something else is chosen"
    click(page.what.ticks[Content.UNITS])
    assert not page.where.wrong.isVisible()
    assert not departures()


def test_how_long_it_will_still_take(qtbot: QtBot, look: None, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(clock, "uptime", lambda: now[0])
    stopped: list[bool] = []
    panel = ProgressPanel(lambda: stopped.append(True))
    qtbot.addWidget(panel)
    panel.begin(Path("/media/stick"))
    said = []
    for passed, done in ((1, 5), (10, 10), (20, 50), (38, 90), (40, 99)):
        now[0] = 100.0 + passed
        panel.show_progress(done, 100)
        said.append(panel.words.text())
    assert said == [
        "Writing…",
        "2 minutes left",
        "20 seconds left",
        "a few seconds left",
        "Reading back and comparing…",
    ]
    panel.begin(Path("/media/stick"))
    now[0] += 100
    panel.show_progress(10, 100)
    assert panel.words.text() == "15 minutes left"
    panel.say_stopping()
    panel.show_progress(50, 100)
    assert "taken away" in panel.words.text()


def test_who_carries_nothing_out_has_no_button(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive]
) -> None:
    open_program(qtbot, program, founded)
    log_in(qtbot, program, "林晓")
    assert program.window is not None
    assert program.window.top.usb.isHidden()
    program.switch()
    log_in(qtbot, program, "方若云")
    assert not program.window.top.usb.isHidden()
    click(program.window.top.usb)
    tab: Any = program.window.tab("export")
    assert Content.CUSTOMERS not in tab.page.what.ticks
    assert "card_customers" not in [card.objectName() for card in tab.page.what.cards.cards]


def test_the_administrator_allows_plain_exports(
    qtbot: QtBot, program: Program, founded: str, plugged: list[Drive]
) -> None:
    page = opened(qtbot, program, founded)
    click(page.what.cards.cards[0])
    assert page.protection.plain.isHidden()
    assert program.window is not None
    click(program.window.top.settings)
    settings: Any = program.window.tab("settings")
    click(settings.side.names["exports"])
    click(settings.section("exports").plain)
    assert plain_allowed()
    click(program.window.top.usb)
    assert not page.protection.plain.isHidden()
    click(page.protection.plain)
    assert page.protection.fields.isHidden()
    assert page.protection.passphrase() == ""


def test_a_drive_that_hangs_is_looked_at_once(qtbot: QtBot) -> None:
    looks: list[int] = []
    go_on = Event()

    def look() -> list[Drive]:
        looks.append(1)
        assert go_on.wait(20)
        if len(looks) == 1:
            raise OSError("pulled out while it was looked at")
        return [Drive(Path("/media/a"), "A", 1, 2, "vfat", False)]

    watch = DriveWatch(look=look)
    watch.look_now()
    watch.look_now()
    go_on.set()
    qtbot.waitUntil(lambda: not watch._looking)
    assert looks == [1]
    with qtbot.waitSignal(watch.changed):
        watch.look_now()
    assert [each.name for each in watch.drives] == ["A"]
