"""The program begins each day by itself: at its start, and when midnight passes while the window is open."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from models.followup import starting
from models.kernel import clock
from tests.programs import log_in, open_program
from ui.assembly import Program


def test_the_day_begins_with_the_window_and_again_after_midnight(qtbot: QtBot, program: Program, founded: str) -> None:
    open_program(qtbot, program, founded)
    qtbot.waitUntil(lambda: starting.begun_on() == clock.today())
    log_in(qtbot, program, "孙悦", "1357")
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert starting.begun_on() != clock.today()
        program._midnight.timeout.emit()
        qtbot.waitUntil(lambda: starting.begun_on() == clock.today())
