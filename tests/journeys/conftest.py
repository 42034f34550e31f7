"""A desk before first start, and one in a shop that was set up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.kernel import i18n
from tests.journeys.desk import Desk
from tests.journeys.people import WORLDS, World
from ui.app import create_app
from ui.assembly import Program
from ui.kit import jobs

OpenDesk = Callable[[], Desk]


@pytest.fixture(params=WORLDS)
def world(request: pytest.FixtureRequest) -> World:
    """The shop and its people in each language."""
    return WORLDS[request.param]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The program as main.py starts it on a PC that has never seen it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    before = i18n.language()
    create_app([], "zh_CN", scheme="light", catch=False)
    yield Desk(qtbot, Program(qapp))
    jobs.stop_all()
    for window in qapp.topLevelWidgets():
        window.close()
    i18n.set_language(before)
