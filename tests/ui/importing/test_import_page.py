"""A file taken over with the real page: columns, check, result, undone; what is wrong is told and saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from exchange.importing import reading, taking_over
from models.importing import arriving, batches
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel import search
from models.kernel.permissions import Actor
from tests.exchange.importing.files import CUSTOMERS, text_file
from tests.ui.conftest import Shop
from ui.importing import ImportPage
from ui.importing.check_step import CheckStep
from ui.importing.columns_step import ColumnsStep
from ui.kit import notices
from ui.kit.widgets import Text
from ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def said(look: None) -> Iterator[notices.Record]:
    with notices.recording() as record:
        yield record


def page_for(qtbot: QtBot, shop: Shop, actor: Actor) -> ImportPage:
    page = ImportPage(Session(shop.store, actor))
    page.resize(1100, 640)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def shown(page: ImportPage, name: str) -> list[QPushButton]:
    """The buttons called ``name`` that can be seen: one of a step left behind may not be deleted yet."""
    return [each for each in page.findChildren(QPushButton, name) if each.isVisible()]


def press(qtbot: QtBot, page: ImportPage, name: str) -> None:
    """Click the button called ``name`` and let what it begins come to its end."""
    (button,) = shown(page, name)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)


def read(qtbot: QtBot, page: ImportPage, path: Path) -> None:
    page.read(path)
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)


def test_a_file_goes_in_and_out_again(qtbot: QtBot, shop: Shop, tmp_path: Path, said: notices.Record) -> None:
    page = page_for(qtbot, shop, shop.manager)
    assert page.file.kind.value() is ImportKind.CUSTOMERS
    rows = (
        *(tuple(each.replace("李想", "周凯") for each in row) for row in CUSTOMERS),
        ("王五", "", "139000", "", "", "", "", "2020-13-01"),
        ("合计", "", "4"),
    )
    read(qtbot, page, text_file(tmp_path / "客户.csv", rows, "gb18030"))
    columns = page.steps.currentWidget()
    assert isinstance(columns, ColumnsStep)
    assert columns.meaning()[:3] == ("name", "form_of_address", "phone")
    assert columns.unread.text() == ""
    assert any("row 6" in each.text() for each in columns.findChildren(Text)), "what is taken for totals is told"
    columns.choices[9].set_value(None)
    columns.choices[9].edited.emit()
    assert "备注" in columns.unread.text()
    assert columns.on_duplicate.value() is OnDuplicate.SKIP
    press(qtbot, page, "check")
    check = page.steps.currentWidget()
    assert isinstance(check, CheckStep)
    assert page.checked is not None
    assert [each.column for each in page.checked.problems] == ["购车日期"]
    qtbot.mouseClick(check.whole, LEFT)
    assert not check.go.isEnabled()
    qtbot.mouseClick(check.whole, LEFT)
    page.write_wrong(tmp_path / "gone" / "wrong.xlsx")
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    assert page.wrong.isVisible(), "where it cannot be saved the page says so"
    page.write_wrong(tmp_path / "wrong.xlsx")
    assert page.job is not None, "many rows are saved beside the window"
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    assert reading.read(tmp_path / "wrong.xlsx", "Sheet1").rows[1][0] == "王五"
    press(qtbot, page, "go")
    assert len(search.find("欧阳䶮", ("customer",))) == 1
    press(qtbot, page, "undo_now")
    said.answer("undo")
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    assert search.find("欧阳䶮", ("customer",)) == []
    (row,) = page.file.known()
    assert (row.new, row.wrong, row.undone_by) == (3, 1, "高经理")
    assert not page.file.undo_button.isEnabled()


def test_rows_copied_in_a_spreadsheet_are_pasted(qtbot: QtBot, shop: Shop, said: notices.Record) -> None:
    page = page_for(qtbot, shop, shop.manager)
    QGuiApplication.clipboard().setText(" \n")
    press(qtbot, page, "paste_rows")
    assert "no rows" in page.wrong.text
    assert page.wrong.isVisible()
    QGuiApplication.clipboard().setText("姓名\t手机\t备注\r\n周凯\t13900000001\t老客户\r\n吴迪\t139\t\r\n")
    qtbot.keyClick(page.file, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(page.steps.currentWidget(), ColumnsStep), timeout=20_000)
    columns = page.steps.currentWidget()
    assert isinstance(columns, ColumnsStep)
    assert not page.wrong.isVisible()
    assert columns.meaning() == ("name", "phone", "note")
    press(qtbot, page, "check")
    press(qtbot, page, "go")
    assert len(search.find("周凯", ("customer",))) == 1
    (row,) = page.file.known()
    assert (row.file_name, row.new, row.wrong) == ("Pasted rows", 1, 1)
    assert shown(page, "save_wrong"), "what was left out can be saved still"
    press(qtbot, page, "undo_now")
    said.answer("undo")
    qtbot.waitUntil(lambda: page.job is None, timeout=20_000)
    assert search.find("周凯", ("customer",)) == []


def test_a_file_is_dropped_on_the_page(qtbot: QtBot, shop: Shop, tmp_path: Path) -> None:
    page = page_for(qtbot, shop, shop.owner)
    held = QMimeData()
    where, action, button = QPoint(50, 50), Qt.DropAction.CopyAction, LEFT
    for urls, taken in ((["a.csv", "b.csv"], False), (["a.csv"], True)):
        held.setUrls([QUrl.fromLocalFile(str(tmp_path / each)) for each in urls])
        entering = QDragEnterEvent(where, action, held, button, Qt.KeyboardModifier.NoModifier)
        entering.ignore()
        QApplication.sendEvent(page, entering)
        assert entering.isAccepted() is taken
    text_file(tmp_path / "a.csv", CUSTOMERS)
    dropped = QDropEvent(where.toPointF(), action, held, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, dropped)
    qtbot.waitUntil(lambda: isinstance(page.steps.currentWidget(), ColumnsStep), timeout=20_000)


def test_a_file_that_is_none_is_refused_in_words(
    qtbot: QtBot, shop: Shop, tmp_path: Path, said: notices.Record
) -> None:
    page = page_for(qtbot, shop, shop.owner)
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 nothing")
    read(qtbot, page, tmp_path / "x.xlsx")
    assert "damaged" in page.wrong.text
    assert page.wrong.isVisible()
    assert page.steps.currentWidget() is page.file
    read(qtbot, page, text_file(tmp_path / "x.csv", CUSTOMERS))
    columns = page.steps.currentWidget()
    assert isinstance(columns, ColumnsStep)
    assert not page.wrong.isVisible()
    for each in columns.choices:
        each.set_value(None)
    press(qtbot, page, "check")
    assert "at least one" in page.wrong.text
    assert page.steps.currentWidget() is columns


def test_an_import_that_was_cut_off_is_finished_from_the_list(
    qtbot: QtBot, shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_FILES", 2)
    monkeypatch.setattr(arriving, "_AT_ONCE", 1)
    monkeypatch.setattr(arriving, "_HOLD", 0.0)
    actor = shop.manager
    opened = taking_over.open_file(actor, text_file(tmp_path / "客户.csv", CUSTOMERS), ImportKind.CUSTOMERS)
    meaning = tuple("" if each == "owner" else each for each in opened.meaning)
    checked = taking_over.check(actor, opened, meaning, OnDuplicate.SKIP, lambda done, total: None)

    def told(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        taking_over.write(actor, checked, told=told)
    page = page_for(qtbot, shop, actor)
    page.file.past.select(page.file.known()[0].id)
    assert not page.file.undo_button.isEnabled()
    press(qtbot, page, "finish_import")
    (run,) = page.file.known()
    assert (run.waiting, run.new, run.may_undo) == (0, 3, True)
    assert not page.file.finish_button.isVisible()
    assert len(search.find("欧阳䶮", ("customer",))) == 1
