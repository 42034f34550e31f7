"""The rules of follow-up in the settings: hours and days changed, a rule switched off, other years for a model."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from models.shop.profile import trade
from models.trades.follow_up import rules_of
from tests.programs import click
from tests.ui.settings.test_settings_page import button, section, settings
from ui.assembly import Program
from ui.settings.follow_up import FollowUpPage


def test_rules_are_changed_and_kept(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "follow_up")
    assert isinstance(page, FollowUpPage)
    save = button(page, "save_follow_up")
    assert not save.isEnabled()
    click(page.switches["birthday"])
    page.numbers["visit_left"].selectAll()
    qtbot.keyClicks(page.numbers["visit_left"], "24")
    page.models.clear()
    qtbot.keyClicks(page.models, "V7 = 4, MPV = 6")
    level = page.levels.editor("level_h")
    level.selectAll()
    qtbot.keyClicks(level, "1")
    click(save)
    rules = rules_of(trade())
    assert (rules["birthday"].on, rules["visit_left"].after) == (False, 24)
    assert dict(rules["replacement"].per_model) == {"V7": 4, "MPV": 6}
    assert trade().intent_levels[0].contact_within_days == 1
    assert [wish.rule for wish in trade().follow_up] == ["visit_left", "birthday", "replacement"], "only what differs"
    assert not save.isEnabled()


def test_what_is_wrong_is_said_and_nothing_is_changed(qtbot: QtBot, program: Program, founded: str) -> None:
    page = section(settings(qtbot, program, founded), "follow_up")
    for editor, text in ((page.numbers["insurance"], "999"), (page.models, "V7: four")):
        before = editor.text()
        editor.selectAll()
        qtbot.keyClicks(editor, text)
        click(button(page, "save_follow_up"))
        assert page.levels.error
        editor.setText(before)
    assert trade().follow_up == ()


def test_the_rules_are_for_whoever_keeps_the_settings(qtbot: QtBot, program: Program, founded: str) -> None:
    tab = settings(qtbot, program, founded, "孙悦", "1357")
    assert "follow_up" not in tab.side.names
