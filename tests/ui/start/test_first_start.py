"""First start, with keys and clicks as people use it: a founded store, errors at their field, nothing typed lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.kernel import i18n, keys, store
from models.kernel.errors import RuleError
from models.shop.profile import profile, trade
from models.staff import lists, login
from tests.programs import click, press, type_text
from ui import this_pc
from ui.assembly import Program
from ui.kit.widgets import Button, Text
from ui.start.first_start import FirstStart
from ui.start.recovery import RecoveryPage

ENTER = Qt.Key.Key_Return


def questions(program: Program) -> FirstStart:
    """The page in the window before the shop's."""
    page = program.start.centralWidget()
    assert isinstance(page, FirstStart)
    return page


def answer(program: Program, name: str, text: str) -> None:
    """Type into a field of the page in front, in place of what is there."""
    form = questions(program).step.form
    assert form is not None
    form.editor(name).clear()
    type_text(form.editor(name), text)


def go_on(program: Program) -> None:
    """Press Enter where the keyboard is."""
    first = questions(program)
    press(first.step.form.editor(next(iter(first.step.form.values()))) if first.step.form else first.step.cards, ENTER)


def wrong(program: Program, name: str) -> str:
    """What is said beneath a field."""
    form = questions(program).step.form
    assert form is not None
    return form.field(name).error


def answer_all(program: Program, place: Path) -> None:
    """Everything up to the last page, which is left open."""
    go_on(program)
    go_on(program)
    answer(program, "name", "远航汽车")
    go_on(program)
    answer(program, "owner_name", "王总")
    answer(program, "pin", "2468")
    answer(program, "pin_again", "2468")
    go_on(program)
    go_on(program)
    answer(program, "address", str(place))


def recovery_page(qtbot: QtBot, program: Program) -> RecoveryPage:
    """The page with the code, once the store is made."""
    qtbot.waitUntil(lambda: bool(questions(program).findChildren(RecoveryPage)))
    return questions(program).findChildren(RecoveryPage)[0]


@pytest.mark.parametrize(("language", "downs"), [("zh_CN", 0), ("zh_TW", 1), ("en", 2)])
def test_a_store_is_set_up_with_keys_alone(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, downs: int
) -> None:
    this_pc.change(language="zh_CN")
    i18n.set_language("zh_CN")
    program.begin()
    for _press in range(downs):
        press(questions(program).step.cards, Qt.Key.Key_Down)
    assert i18n.language() == language
    place = tmp_path / "new" / "远航.desk"
    go_on(program)
    press(questions(program).step.cards, Qt.Key.Key_Right)
    go_on(program)
    answer(program, "name", "远航家居")
    go_on(program)
    answer(program, "owner_name", "王总")
    answer(program, "pin", "２４６８")
    answer(program, "pin_again", "2468")
    go_on(program)
    go_on(program)
    answer(program, "address", str(place.with_suffix("")))
    answer(program, "passphrase", "long enough words")
    answer(program, "again", "long enough words")
    go_on(program)
    page = recovery_page(qtbot, program)
    code = page.code.code
    press(page.tick, Qt.Key.Key_Space)
    press(page.done, ENTER)
    qtbot.waitUntil(lambda: program.window is not None and program.window.isVisible())
    assert program.window is not None
    assert not program.window.covered
    assert program.window.windowTitle() == "远航家居"
    assert profile().name == "远航家居"
    assert profile().paper_language == ("zh_TW" if language == "zh_TW" else "zh_CN")
    assert trade().code == "furniture"
    assert login.log_in(lists.everybody()[0].id, "2468").name == "王总"
    assert this_pc.read().language == language
    assert this_pc.read().last_store == str(place)
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
    assert keys.unlock(place, code) == keys.unlock(place, "long enough words")


def test_the_sheet_carries_the_code(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    from pypdf import PdfReader

    program.begin()
    answer_all(program, tmp_path / "shop.desk")
    go_on(program)
    page = recovery_page(qtbot, program)
    path = tmp_path / "code.pdf"
    path.write_bytes(page.code.sheet())
    words = "".join(PdfReader(path).pages[0].extract_text().split())
    assert page.code.code in words
    assert "远航汽车" in words


def test_nobody_goes_on_before_the_code_is_put_away(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.begin()
    answer_all(program, tmp_path / "shop.desk")
    go_on(program)
    page = recovery_page(qtbot, program)
    press(page.tick, ENTER)
    press(page, Qt.Key.Key_Escape)
    click(page.done)
    assert program.window is None
    click(page.tick)
    click(page.done)
    assert program.window is not None


def test_a_store_whose_code_was_never_confirmed_opens_at_the_next_start(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.begin()
    answer_all(program, tmp_path / "shop.desk")
    go_on(program)
    recovery_page(qtbot, program)
    program.start.close()
    assert this_pc.read().last_store == str(tmp_path / "shop.desk")
    store.close(store.open_store(str(tmp_path / "shop.desk")))


def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.begin()
    go_on(program)
    go_on(program)
    go_on(program)
    assert wrong(program, "name") == "Type the store's name."
    answer(program, "name", "远航汽车")
    go_on(program)
    go_on(program)
    assert wrong(program, "owner_name") == "Type a name."
    answer(program, "owner_name", "王总")
    go_on(program)
    assert wrong(program, "pin") == "A PIN has 4 to 8 digits."
    answer(program, "pin", "1111")
    go_on(program)
    assert wrong(program, "pin") == "A PIN needs at least two different digits."
    answer(program, "pin", "2468")
    answer(program, "pin_again", "2469")
    go_on(program)
    assert wrong(program, "pin_again") == "The two PINs are not the same."
    answer(program, "pin_again", "2468")
    go_on(program)
    go_on(program)
    (tmp_path / "taken.desk").mkdir()
    (tmp_path / "taken.desk" / "something").touch()
    answer(program, "address", str(tmp_path / "taken"))
    go_on(program)
    assert wrong(program, "address").startswith("There is already something at")
    (tmp_path / "file").touch()
    answer(program, "address", str(tmp_path / "file" / "shop.desk"))
    go_on(program)
    assert wrong(program, "address").startswith("Nothing can be written at")
    answer(program, "address", str(tmp_path / "shop"))
    answer(program, "passphrase", "short")
    go_on(program)
    assert wrong(program, "passphrase") == "A passphrase has at least 8 characters."
    answer(program, "passphrase", "long enough words")
    go_on(program)
    assert wrong(program, "again") == "The two passphrases are not the same."
    assert not (tmp_path / "shop.desk").exists()


def test_going_back_and_changing_the_language_keep_what_was_typed(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.begin()
    answer_all(program, tmp_path / "shop.desk")
    first = questions(program)
    with qtbot.waitActive(program.start):
        program.start.activateWindow()
    for _page in range(5):
        press(first, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert first.step is first.steps[0]
    click(first.step.cards.cards[0])
    assert i18n.language() == "zh_CN"
    go_on(program)
    go_on(program)
    assert questions(program).step.form.editor("name").value() == "远航汽车"
    go_on(program)
    assert questions(program).step.form.values() == {"owner_name": "王总", "pin": "2468", "pin_again": "2468"}


def test_a_founding_that_fails_leaves_nothing_and_says_why(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(founding: object) -> None:
        raise RuleError("At most {limit} characters; this has {length}.", field="owner_name", limit=60, length=61)

    monkeypatch.setattr("ui.start.answers.found", refuse)
    program.begin()
    answer_all(program, tmp_path / "shop.desk")
    go_on(program)
    qtbot.waitUntil(lambda: questions(program).step is questions(program).steps[3])
    assert wrong(program, "owner_name").startswith("At most 60")
    assert not (tmp_path / "shop.desk").exists()


def test_the_place_proposed_is_free_and_named_after_the_shop(program: Program, tmp_path: Path) -> None:
    from ui.start.answers import free_address

    assert Path(free_address(tmp_path, 'A/B: "C"?')).name == "A B C.desk"
    (tmp_path / "远航.desk").mkdir()
    assert Path(free_address(tmp_path, "远航")).name == "远航 (2).desk"
    assert Path(free_address(tmp_path, "...")).name == "Frontdesk.desk"


def test_an_existing_store_is_opened_from_the_first_page(qtbot: QtBot, program: Program, founded: str) -> None:
    from PySide6.QtWidgets import QFileDialog

    program.begin()
    click(questions(program).findChild(Button, "open_store"))
    dialog = program.start.findChild(QFileDialog)
    dialog.fileSelected.emit(founded)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window is not None
    assert program.window.windowTitle() == "远航汽车"


def test_a_server_is_asked_for_by_its_address(qtbot: QtBot, program: Program) -> None:
    from ui.kit.dialogs import FormDialog
    from ui.start.opening import TroublePage

    program.begin()
    click(questions(program).findChild(Button, "open_server"))
    dialog = program.start.findChild(FormDialog)
    type_text(dialog.form.editor("address"), "server")
    press(dialog.form.editor("address"), ENTER)
    assert dialog.form.field("address").error == "The address begins with postgresql://."
    dialog.form.editor("address").clear()
    type_text(dialog.form.editor("address"), "postgresql://nobody:secret@127.0.0.1:1/nothing")
    press(dialog.form.editor("address"), ENTER)
    qtbot.waitUntil(lambda: isinstance(program.start.centralWidget(), TroublePage))
    words = " ".join(each.text() for each in program.start.findChildren(Text))
    assert "The database server does not answer or refuses" in words
    assert "secret" not in words
