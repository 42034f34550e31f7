"""The looks of papers, with keys and clicks: the sample follows what is typed, errors stand at their field."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from models.papers.facts import PaperKind, PaperSize
from models.shop.paper_look import PaperLooks, looks
from tests.programs import click, press, type_text
from tests.ui.settings.test_settings_page import ENTER, button, retype, section, settings
from ui.assembly import Program
from ui.kit import notices
from ui.kit.pages import Sheets
from ui.settings.papers import PapersPage


@pytest.fixture
def page(qtbot: QtBot, program: Program, founded: str) -> PapersPage:
    """The page with its first sample drawn."""
    page = section(settings(qtbot, program, founded), "papers")
    qtbot.waitUntil(lambda: sample(page) is not None)
    return page


def sample(page: PapersPage) -> Any:
    """The sheets of the sample in sight, if one was drawn."""
    area = page.findChildren(QScrollArea)[-1]
    return area.widget() if isinstance(area.widget(), Sheets) else None


def recolour(page: PapersPage, text: str) -> None:
    """Type a colour in place of what stands there."""
    line = page.form.editor("accent").line
    line.clear()
    type_text(line, text)


def test_what_is_typed_shows_on_the_sample_and_is_kept_with_one_key(qtbot: QtBot, page: PapersPage) -> None:
    before = sample(page)
    click(page.form.editor("accent").swatches[3])
    qtbot.waitUntil(lambda: sample(page) is not before)
    retype(page.form, "footer", "Open every day")
    click(page.kind_forms[PaperKind.QUOTE].editor("hidden").ticks["discount"])
    assert looks() == PaperLooks()
    with notices.recording() as record:
        click(button(page, "save_papers"))
    assert record.told == [("Saved", "ok")]
    assert (looks().accent, looks().footer) == ("#8A1C2B", "Open every day")
    assert looks().of(PaperKind.QUOTE).hidden == ("discount",)
    assert not button(page, "save_papers").isEnabled()


def test_a_pale_colour_is_refused_at_the_field_and_said_beside_the_sample(qtbot: QtBot, page: PapersPage) -> None:
    recolour(page, "#FFEE00")
    qtbot.waitUntil(lambda: page.trouble.isVisible())
    click(button(page, "save_papers"))
    assert "too pale" in page.form.field("accent").error
    assert looks() == PaperLooks()
    recolour(page, "#0F5B57")
    qtbot.waitUntil(lambda: not page.trouble.isVisible())


def test_each_kind_has_its_own_terms_and_sheet(qtbot: QtBot, page: PapersPage) -> None:
    receipts = page.kind_forms[PaperKind.RECEIPT]
    click(page.kinds.button("receipt"))
    assert receipts.isVisible()
    before = sample(page)
    receipts.editor("size").setFocus()
    receipts.editor("size").setCurrentIndex(3)
    receipts.editor("size").activated.emit(3)
    type_text(receipts.editor("terms"), "No refund on deposits")
    qtbot.waitUntil(lambda: sample(page) is not before)
    press(receipts.editor("size"), ENTER)
    click(button(page, "save_papers"))
    assert looks().size(PaperKind.RECEIPT) is PaperSize.FORM_93
    assert looks().of(PaperKind.RECEIPT).terms == "No refund on deposits"


def test_terms_that_are_too_long_lead_to_their_kind(qtbot: QtBot, page: PapersPage) -> None:
    page.kind_forms[PaperKind.RECEIPT].editor("terms").set_value("x" * 2001)
    retype(page.form, "header", "Authorised dealer")
    click(button(page, "save_papers"))
    assert page.kind is PaperKind.RECEIPT
    assert page.kind_forms[PaperKind.RECEIPT].field("terms").error
    assert looks() == PaperLooks()
