"""Looking around with sample data, and removing it in one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.kernel import files
from models.shop.profile import profile
from tests.programs import click, press, type_text
from ui import this_pc
from ui.assembly import Program
from ui.kit import notices
from ui.kit.dialogs import Sheet
from ui.kit.widgets import Band, Button, Text
from ui.start.first_start import FirstStart

ENTER = Qt.Key.Key_Return


def questions(program: Program) -> FirstStart:
    """The page in the window before the shop's."""
    page = program.start.centralWidget()
    assert isinstance(page, FirstStart)
    return page


def test_look_around_then_set_up_the_own_shop(qtbot: QtBot, program: Program, user_data: Path) -> None:
    program.begin()
    first = questions(program)
    press(first.step.cards, ENTER)
    press(first.step.cards, ENTER)
    type_text(first.step.form.editor("name"), "远航汽车")
    press(first.step.form.editor("name"), ENTER)
    for name, text in (("owner_name", "王总"), ("pin", "2468"), ("pin_again", "2468")):
        type_text(first.step.form.editor(name), text)
    press(first.step.form.editor("pin_again"), ENTER)
    press(first.step.cards, Qt.Key.Key_Down)
    press(first.step.cards, ENTER)
    assert not first.next.isEnabled()
    qtbot.waitUntil(lambda: program.window is not None)
    window = program.window
    assert window is not None
    assert profile().sample_data
    assert not window.covered
    assert any("Nothing here is real" in band.text for band in window.findChildren(Band) if band.isVisible())
    folder = program.session.store.folder
    assert folder is not None
    assert folder.is_relative_to(files.data_folder())
    click(next(each for each in window.findChildren(Button, "sample_pins") if each.isVisible()))
    sheet = next(each for each in window.findChildren(Sheet) if each.isVisible())
    words = [each.text() for each in sheet.findChildren(Text)]
    assert all(pin in words for _name, _role, pin in this_pc.read().sample_pins)
    sheet.accept()
    with notices.recording() as record:
        click(next(each for each in window.findChildren(Button, "remove_sample") if each.isVisible()))
        record.answer("remove")
    assert not folder.exists()
    assert list((user_data / "keys").iterdir()) == []
    assert program.window is None
    again = questions(program)
    press(again.step.cards, ENTER)
    press(again.step.cards, ENTER)
    assert again.step.form.editor("name").value() == "远航汽车"
    press(again.step.form.editor("name"), ENTER)
    assert again.step.form.values() == {"owner_name": "王总", "pin": "", "pin_again": ""}
    kept = (user_data / "settings.json").read_text(encoding="utf-8")
    assert "2468" not in kept


def test_a_failure_is_told_and_can_be_tried_again(qtbot: QtBot, program: Program, monkeypatch: object) -> None:
    from models.kernel.errors import StorageError
    from models.sample import build

    def fail(address: str, **options: object) -> None:
        raise StorageError("The disk is full. Everything saved before is safe. Make room, then do it again.")

    monkeypatch.setattr(build, "make", fail)
    program.begin()
    first = questions(program)
    first.answers.shop, first.answers.owner_name, first.answers.pin = {"name": "远航"}, "王总", "2468"
    first.show_step(4)
    press(first.step.cards, Qt.Key.Key_Down)
    press(first.step.cards, ENTER)
    band = first.findChild(Band)
    qtbot.waitUntil(band.isVisible)
    assert "The disk is full" in band.text
    assert first.next.isEnabled()
    assert program.window is None
