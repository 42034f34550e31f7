"""The settings, with keys and clicks: shop, staff, PIN, this PC, keys; and who gets to see which."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from models.kernel import i18n, keys
from models.kernel.errors import RuleError
from models.kernel.permissions import Role
from models.shop.profile import profile
from models.staff import lists, login
from tests.programs import PIN, click, log_in, open_program, press, type_text
from ui import this_pc
from ui.assembly import Program
from ui.kit import notices, theme
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.recovery_code import CodePanel
from ui.kit.widgets import Button, Text
from ui.settings.page import SettingsTab

ENTER = Qt.Key.Key_Return
OWNERS = [
    *(
        "shop",
        "staff",
        "catalog",
        "papers",
        "terms",
        "follow_up",
        "customer_care",
        "deliveries",
        *("workshop", "technicians", "workshop_day"),
        "exports",
        "import",
    ),
    *("own_pin", "this_pc", "keys", "backups", "about"),
]
"""What an owner sees who also administers the store."""


def settings(qtbot: QtBot, program: Program, founded: str, name: str = "王总", pin: str = "2468") -> SettingsTab:
    """The settings of somebody who has logged in, in front."""
    open_program(qtbot, program, founded)
    log_in(qtbot, program, name, pin)
    assert program.window is not None
    click(program.window.top.settings)
    tab = program.window.tab("settings")
    assert isinstance(tab, SettingsTab)
    return tab


def section(tab: SettingsTab, key: str) -> Any:
    """The page of a section, after a click on its name."""
    click(tab.side.names[key])
    return tab.section(key)


def button(page: Any, name: str) -> Button:
    """A button by its name."""
    found = page.findChild(Button, name)
    assert found is not None, name
    return found


def dialog_of(program: Program, kind: type[QDialog]) -> Any:
    """The dialog that is open."""
    assert program.window is not None
    return next(each for each in program.window.findChildren(kind) if each.isVisible())


def retype(form: Any, name: str, text: str) -> None:
    """Type into a field in place of what stands there."""
    form.editor(name).clear()
    type_text(form.editor(name), text)


@pytest.mark.parametrize(
    ("name", "pin", "seen"),
    [
        ("王总", "2468", OWNERS),
        (
            "高景澄",
            PIN,
            [
                *("catalog", "customer_care", "deliveries", "workshop", "technicians", "workshop_day", "import"),
                *("own_pin", "this_pc", "about"),
            ],
        ),
        ("孙悦", PIN, ["own_pin", "this_pc", "about"]),
    ],
)
def test_everybody_sees_what_their_role_may(
    qtbot: QtBot, program: Program, founded: str, name: str, pin: str, seen: list[str]
) -> None:
    tab = settings(qtbot, program, founded, name, pin)
    assert list(tab.side.names) == seen
    assert section(tab, "this_pc").idle.isEnabled() == (name == "王总")


def test_leaving_leads_back_to_where_one_was(qtbot: QtBot, program: Program, founded: str) -> None:
    tab = settings(qtbot, program, founded)
    window = program.window
    assert window is not None
    assert window.front == "settings"
    click(button(tab.widget, "leave_settings"))
    assert window.front == "today"
    click(window.tab_bar.buttons["showroom"])
    click(window.top.settings)
    with qtbot.waitActive(window):
        window.activateWindow()
    press(tab.widget, Qt.Key.Key_Escape)
    assert window.front == "showroom"


def test_the_shop_is_changed_on_screen_and_paper(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "shop")
    assert not button(page, "save_shop").isEnabled()
    retype(page.form, "name", "远航汽车二店")
    retype(page.form, "phone", "400-000-0188")
    page.form.editor("receipt_size").setFocus()
    press(page.form.editor("receipt_size"), Qt.Key.Key_Down)
    with notices.recording() as record:
        press(page.form.editor("phone"), ENTER)
    assert record.told == [("Saved", "ok")]
    kept = profile()
    assert (kept.name, kept.phone, kept.receipt_size.value) == ("远航汽车二店", "400-000-0188", "241x140")
    assert program.window is not None
    assert program.window.windowTitle() == "远航汽车二店"
    assert not button(page, "save_shop").isEnabled()


def test_a_shop_without_a_name_is_refused_at_the_field(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "shop")
    page.form.editor("name").setFocus()
    page.form.editor("name").selectAll()
    press(page.form.editor("name"), Qt.Key.Key_Delete)
    click(button(page, "save_shop"))
    assert page.form.field("name").error == "Type the store's name."
    assert profile().name == "远航汽车"


def test_a_logo_is_made_small_and_no_picture_is_told(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path
) -> None:
    page = section(settings(qtbot, program, founded), "shop")
    logo = page.form.editor("logo")
    (tmp_path / "bad.png").write_bytes(b"no picture")
    with notices.recording() as record:
        logo.load(str(tmp_path / "bad.png"))
    assert record.told[0][1] == "warn"
    picture = QImage(2000, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "logo.png"))
    logo.load(str(tmp_path / "logo.png"))
    click(button(page, "save_shop"))
    kept = QImage.fromData(profile().head().logo)
    assert (kept.width(), kept.height()) == (480, 240)


def test_somebody_is_hired_changed_and_leaves(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "staff")
    click(button(page, "hire"))
    dialog = dialog_of(program, FormDialog)
    type_text(dialog.form.editor("name"), "郑凯")
    click(dialog.accept_button)
    assert dialog.form.field("roles").error == "Choose at least one role."
    click(dialog.form.editor("roles").ticks[Role.SERVICE_ADVISOR])
    type_text(dialog.form.editor("pin"), "3579")
    press(dialog.form.editor("pin"), ENTER)
    person = lists.everybody()[-1]
    assert (person.name, person.roles) == ("郑凯", {Role.SERVICE_ADVISOR})
    assert login.log_in(person.id, "3579").name == "郑凯"
    page.table.select(person.id)
    click(button(page, "change"))
    dialog = dialog_of(program, FormDialog)
    click(dialog.form.editor("roles").ticks[Role.CASHIER])
    click(dialog.accept_button)
    assert lists.everybody()[-1].roles == {Role.SERVICE_ADVISOR, Role.CASHIER}
    assert login.log_in(person.id, "3579").name == "郑凯"
    page.table.select(person.id)
    with notices.recording() as record:
        click(button(page, "leave"))
        record.answer("leave")
    assert "郑凯" not in [each.name for each in lists.everybody()]
    with pytest.raises(RuleError):
        login.log_in(person.id, "3579")
    click(page.filter.button("left"))
    assert page.table.model().ids == [person.id]
    assert not button(page, "change").isEnabled()


def test_the_last_who_administers_stays(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "staff")
    page.table.select(lists.everybody()[0].id)
    with notices.recording() as record:
        click(button(page, "leave"))
        record.answer("leave")
    assert record.told == [("The store needs somebody who administers it.", "warn")]


def test_ones_own_pin_is_changed_knowing_the_old(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded, "孙悦", PIN), "own_pin")
    for old, again, field in (("9999", "8642", "old"), (PIN, "8643", "again")):
        for name, text in (("old", old), ("new", "8642"), ("again", again)):
            retype(page.form, name, text)
        press(page.form.editor("again"), ENTER)
        qtbot.waitUntil(lambda name=field: bool(page.form.field(name).error))
    retype(page.form, "again", "8642")
    with notices.recording() as record:
        click(button(page, "save_pin"))
        qtbot.waitUntil(lambda: bool(record.told))
    assert program.session is not None
    assert login.log_in(program.session.actor.id, "8642").name == "孙悦"
    assert page.form.values() == {"old": "", "new": "", "again": ""}


def test_colours_change_at_once_and_are_kept(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "this_pc")
    words = {each.text(): each for each in page.scheme.findChildren(QPushButton)}
    click(words["Dark"])
    assert theme.is_dark()
    assert this_pc.read().scheme == "dark"
    click(words["Light"])
    assert not theme.is_dark()


def test_the_idle_time_is_kept_and_counts_from_now(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "this_pc")
    press(page.idle, Qt.Key.Key_Down)
    assert this_pc.read().idle_minutes == 15
    assert program.window is not None
    assert program.window._idle.interval() == 15 * 60_000


@pytest.mark.parametrize(("answer", "now"), [("now", "zh_CN"), ("later", "en"), ("keep", "en")])
def test_the_language_of_the_screen(qtbot: QtBot, program: Program, founded: str, answer: str, now: str) -> None:
    page = section(settings(qtbot, program, founded), "this_pc")
    before = program.window
    words = {each.text(): each for each in page.language.findChildren(QPushButton)}
    with notices.recording() as record:
        click(words["简体中文"])
        record.answer(answer)
    assert i18n.language() == now
    assert this_pc.read().language == ("" if answer == "keep" else "zh_CN")
    assert (program.window is before) == (answer != "now")
    assert program.window is not None
    assert program.window.front == "settings"
    assert not program.window.covered
    assert program.window.isVisible()


def test_a_new_recovery_code_makes_the_old_one_void(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(founded)
    old = keys.new_recovery_code()
    keys.set_words(folder, keys.RECOVERY, keys.unlock(folder), old)
    page = section(settings(qtbot, program, founded), "keys")
    with notices.recording() as record:
        click(button(page, "new_code"))
        record.answer("make")
    new = dialog_of(program, Sheet).findChild(CodePanel).code
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
    assert keys.unlock(folder, new)
    with pytest.raises(RuleError):
        keys.unlock(folder, old)


def test_the_passphrase_is_set(
    qtbot: QtBot, program: Program, founded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = section(settings(qtbot, program, founded), "keys")
    click(button(page, "passphrase"))
    dialog = dialog_of(program, FormDialog)
    for words, again, field in (("short", "short", "passphrase"), ("another phrase", "another", "again")):
        retype(dialog.form, "passphrase", words)
        retype(dialog.form, "again", again)
        press(dialog.form.editor("again"), ENTER)
        assert dialog.form.field(field).error
    retype(dialog.form, "again", "another phrase")
    press(dialog.form.editor("again"), ENTER)
    monkeypatch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
    assert keys.unlock(Path(founded), "another phrase")
    with pytest.raises(RuleError):
        keys.unlock(Path(founded), "open sesame")


def test_about_names_versions_and_shows_the_fonts_licences(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "about")
    words = [each.text() for each in page.findChildren(Text)]
    assert "6.11.3" in words
    click(next(each for each in page.findChildren(Button) if "Noto Sans SC" in each.label))
    assert dialog_of(program, Sheet).isVisible()
