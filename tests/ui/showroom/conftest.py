"""The window with the showroom tab in front, and a floor whose clock the test holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta

import pytest

import ui.showroom
from models.kernel import clock
from models.kernel.permissions import Actor
from models.rotation import actions, lists
from tests.ui.conftest import Elsewhere, OpenWindow, Shop
from ui.main_window import MainWindow
from ui.showroom.tab import ShowroomTab
from ui.tab_spec import TabSpec

MORNING = datetime(2026, 11, 21, 9, 0).astimezone()


class Clock:
    """The time at the counter; it moves only when told to."""

    def __init__(self) -> None:
        self._standing = ExitStack()
        self.now = MORNING
        self.set(MORNING)

    def set(self, moment: datetime) -> None:
        """Let it be ``moment``."""
        self._standing.close()
        self.now = moment
        self._standing.enter_context(clock.standing_at(moment))

    def go_on(self, **time: float) -> None:
        """Let time pass, or be set back."""
        self.set(self.now + timedelta(**time))

    def close(self) -> None:
        """Give the real time back."""
        self._standing.close()


@pytest.fixture
def at_nine() -> Iterator[Clock]:
    """Nine o'clock in the morning until the test says otherwise."""
    standing = Clock()
    yield standing
    standing.close()


OpenFloor = Callable[[Actor], ShowroomTab]


@pytest.fixture
def elsewhere() -> Elsewhere:
    """The tab for files."""
    return Elsewhere()


@pytest.fixture
def open_floor(at_nine: Clock, open_window: OpenWindow, elsewhere: Elsewhere) -> OpenFloor:
    """Opens the showroom for a person."""

    def opening(actor: Actor) -> ShowroomTab:
        window: MainWindow = open_window(
            [
                TabSpec("showroom", "Showroom", "account-switch-outline", ui.showroom.build),
                TabSpec("customers", "Elsewhere", "file-sign", lambda window: elsewhere, ("customer",)),
            ],
            actor,
        )
        tab = window.tab("showroom")
        assert isinstance(tab, ShowroomTab)
        return tab

    return opening


@pytest.fixture
def present(at_nine: Clock, shop: Shop) -> None:
    """Both consultants are here."""
    actions.sign_in(shop.reception, [shop.sales.id, shop.rival.id])


@pytest.fixture
def board(open_floor: OpenFloor, shop: Shop, present: None) -> ShowroomTab:
    """The board as reception sees it, with both consultants waiting."""
    return open_floor(shop.reception)


def receivers() -> list[str]:
    """Who is receiving somebody."""
    return [each.receiver for each in lists.board().receptions]
