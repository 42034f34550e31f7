"""The shop's terms, with keys and clicks: each part is saved by itself, and errors stand where they belong."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.kernel.permissions import Role
from models.shop.profile import trade
from models.shop.terms_actions import article_forms
from models.trades.template import DueEvent
from tests.programs import click, type_text
from tests.ui.settings.test_settings_page import button, retype, section, settings
from ui.assembly import Program
from ui.kit import notices
from ui.settings.stage_value import Measure
from ui.settings.terms import TermsPage


@pytest.fixture
def page(qtbot: QtBot, program: Program, founded: str) -> TermsPage:
    """The terms of a shop that was just founded."""
    page = section(settings(qtbot, program, founded), "terms")
    assert isinstance(page, TermsPage)
    return page


def save(page: TermsPage) -> list[tuple[str, str]]:
    """Click Save; returns what was told."""
    with notices.recording() as record:
        click(button(page, "save_terms"))
    return record.told


def test_limits_are_saved_and_a_wrong_one_is_told_at_its_field(page: TermsPage) -> None:
    form = page.parts["limits"]
    assert not button(page, "save_terms").isEnabled()
    retype(form, "quote_valid_days", "0")
    assert save(page) == []
    assert form.field("quote_valid_days").error
    retype(form, "quote_valid_days", "14")
    assert save(page) == [("Saved", "ok")]
    assert trade().quote_valid_days == 14
    assert not button(page, "save_terms").isEnabled()


def test_a_discount_limit_is_added_changed_and_removed(page: TermsPage) -> None:
    click(page.strip.button("discounts"))
    part = page.parts["discounts"]
    count = len(part.rows)
    click(part.add_button)
    type_text(part.rows[-1]["percent"], "1.5")
    assert save(page) == []
    assert part.error
    part.rows[-1]["role"].set_value(Role.OWNER)
    click(part.findChild(QPushButton, f"remove_{count - 1}"))
    assert save(page) == [("Saved", "ok")]
    kept = trade().discount_limits
    assert len(kept) == count
    assert (kept[-1].role, kept[-1].percent, kept[-1].amount) == (Role.OWNER, 1_50, None)


def test_a_plan_that_sums_to_less_is_refused_and_one_that_fits_is_kept(page: TermsPage) -> None:
    click(page.strip.button("plans"))
    part = page.parts["plans"]
    click(part.add_button)
    type_text(part.form.editor("name"), "Thirds")
    click(part.stages.add_button)
    for row, share in zip(part.stages.rows, ("50", "49.99"), strict=True):
        type_text(row["name"], f"Part {share}")
        type_text(row["value"].share, share)
        type_text(row["condition"], "as agreed")
    assert save(page) == []
    assert "100 %" in part.stages.error
    last = part.stages.rows[-1]
    last["value"].measure.set_value(Measure.REST)
    last["value"].measure.edited.emit()
    last["event"].set_value(DueEvent.DELIVERY)
    assert save(page) == [("Saved", "ok")]
    plan = trade().payment_plans[-1]
    assert [(stage.share, stage.rest) for stage in plan.stages] == [(50_00, False), (None, True)]
    assert plan.stages[1].due.event is DueEvent.DELIVERY


def test_articles_move_and_a_field_that_does_not_exist_is_told_at_its_article(page: TermsPage) -> None:
    click(page.strip.button("clauses"))
    part = page.parts["clauses"]
    before = article_forms(trade(), "en")
    click(part.add_button)
    form = part.articles[-1]
    type_text(form.editor("title"), "Extras")
    type_text(form.editor("clauses"), "See {nothing}")
    assert save(page) == []
    assert "nothing" in form.field("clauses").error
    form.editor("clauses").set_value("Nothing more, see {number}")
    assert save(page) == [("Saved", "ok")]
    after = article_forms(trade(), "en")
    assert after[:-1] == before
    assert after[-1].clauses == ("Nothing more, see {number}",)
