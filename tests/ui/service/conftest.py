"""The service tab in the window, for one person after another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.kernel.permissions import Actor
from tests.ui.conftest import OpenWindow
from ui.kit import jobs
from ui.main_window import MainWindow
from ui.service import KINDS, build
from ui.service.tab import ServiceTab
from ui.tab_spec import TabSpec

Opened = Callable[[Actor], tuple[MainWindow, ServiceTab]]


@pytest.fixture
def open_service(qtbot: QtBot, open_window: OpenWindow) -> Opened:
    """Opens the window with the service tab for this person, in place of the one before."""
    windows: list[MainWindow] = []

    def opening(actor: Actor) -> tuple[MainWindow, ServiceTab]:
        for earlier in windows:
            earlier.close()
        window = open_window([TabSpec("service", "Service", "wrench-outline", build, KINDS)], actor)
        windows.append(window)
        with qtbot.waitActive(window):
            window.activateWindow()
        tab = window.tab("service")
        assert isinstance(tab, ServiceTab)
        return window, tab

    return opening


@pytest.fixture(autouse=True)
def _no_work_left() -> object:
    yield
    assert jobs.stop_all()
