"""The service tab in the window, for one person after another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.kernel.permissions import Actor
from tests.ui.conftest import OpenWindow, only_tab
from ui.main_window import MainWindow
from ui.service import KINDS, build
from ui.service.tab import ServiceTab
from ui.tab_spec import TabSpec

Opened = Callable[[Actor], tuple[MainWindow, ServiceTab]]


@pytest.fixture
def open_service(open_window: OpenWindow) -> Opened:
    """Opens the window with the service tab for this person, in place of the one before."""
    return only_tab(open_window, TabSpec("service", "Service", "wrench-outline", build, KINDS), ServiceTab)
