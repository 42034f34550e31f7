"""A program of its own in which a visit is being typed, until somebody kills it: python -m tests.journeys.typist."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from models.staff import lists
from tests.journeys.desk import Desk
from tests.journeys.people import WORLDS
from tests.journeys.test_lock_and_crash import begin_visit
from ui.app import create_app
from ui.assembly import Program


def main(language: str, place: str) -> None:
    """Type, wait until the draft is kept, say so, and go on standing there."""
    qt_api.set_qt_api("pyside6")
    world = WORLDS[language]
    app = create_app([], language, scheme="light", catch=False)
    bot = QtBot(None)  # type: ignore[arg-type]  # there is no test here
    desk = Desk(bot, Program(app))
    desk.open_store(Path(place))
    desk.log_in(world.consultant)
    begin_visit(desk, world)
    assert desk.program.session is not None
    actor = desk.program.session.actor
    desk.wait(lambda: world.customer in lists.draft(actor, "visit"))
    print("typed", flush=True)
    QCoreApplication.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
