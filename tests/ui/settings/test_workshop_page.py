"""The workshop's settings: the usual operations, one of one's own, rate and rounding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.service import lists, terms
from models.service.rules import Rounding
from tests.programs import OWNER_PIN, log_in, open_program, type_text
from ui.assembly import Program
from ui.settings.workshop import WorkshopPage

OWNER = "王总"


def test_operations_are_kept_and_rounding_is_set(qtbot: QtBot, program: Program, founded: str) -> None:
    open_program(qtbot, program, founded)
    log_in(qtbot, program, OWNER, OWNER_PIN)
    program.show_settings()
    assert program.window is not None
    tab = program.window.tab("settings")
    tab.side.select("workshop")
    page = tab.section("workshop")
    assert isinstance(page, WorkshopPage)
    QTest.mouseClick(page.shipped, Qt.MouseButton.LeftButton)
    assert page.table.model().rowCount() == 30
    dialog = page.ask_new()
    type_text(dialog.form.editor("code"), "X-1")
    type_text(dialog.form.editor("name"), "检查异响")
    dialog.submit()
    assert "hours from 0.01" in dialog.form.field("hours").error
    type_text(dialog.form.editor("hours"), "0.5")
    type_text(dialog.form.editor("rate"), "240")
    dialog.submit()
    actor = program.backups.keeper._session.actor  # type: ignore[union-attr]
    (found,) = lists.operations(actor, "异响")
    assert (found.code, found.hours, found.rate) == ("X-1", 50, 24_000)
    change = page.open_operation(found.id)
    assert change is not None
    change.form.set_values({"active": False, "code": "PERIODIC"})
    change.submit()
    assert "already" in change.form.field("code").error
    change.form.set_values({"code": "X-1"})
    change.submit()
    assert lists.operations(actor, "异响") == []
    page.terms.set_values({"rate": 26_000, "rounding": Rounding.YUAN, "discount_share": 5_00})
    page._keep_terms()
    assert terms.terms() == terms.Terms(26_000, Rounding.YUAN, 5_00)
