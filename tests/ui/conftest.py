"""A small shop with its staff and catalogue, in a real store, and the window over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.catalog.actions import ItemForm, add_item
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import clock, i18n, store
from models.kernel.permissions import Actor, Role
from models.kernel.store import Store
from models.shop.actions import Founding, found
from models.shop.profile import Profile
from models.staff.actions import StaffForm, hire
from tests.models.shops import copy_folder, opened
from ui.kit import jobs, theme
from ui.main_window import MainWindow
from ui.session import Session
from ui.tab_spec import TabSpec

T = TypeVar("T")
PIN = "1234"
FOUNDED = datetime(2026, 1, 5, 9).astimezone()


@dataclass(frozen=True)
class Shop:
    """An open store, who works there, and what it sells (ids of the catalogue)."""

    store: Store
    owner: Actor
    manager: Actor
    sales: Actor
    rival: Actor
    cashier: Actor
    reception: Actor
    vehicle: int
    film: int

    def customer(
        self, name: str = "王建国", phone: str = "138 0013 6621", by: Actor | None = None, **form: object
    ) -> int:
        """A customer file opened at a visit, by the consultant unless ``by`` says otherwise; its id."""
        values = {"name": name, "phones": (phone,) if phone else (), "no_contact": not phone, "source": "walk_in"}
        return open_file(by or self.sales, FileForm(**{**values, **form}), ContactForm(RegisterKind.VISIT)).id


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    """The program's look, in English."""
    before = i18n.language()
    i18n.set_language("en")
    theme.apply(qapp, "light")
    yield
    i18n.set_language(before)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Shop]:
    """A car dealership on disk with the user's data that opens it; never opened again, only copied."""
    place = tmp_path_factory.mktemp("furnished")
    address = str(place / "shop.desk")
    with pytest.MonkeyPatch.context() as patch, clock.standing_at(FOUNDED):
        patch.setenv("FRONTDESK_DATA", str(place / "user"))
        store.create(address)
        with opened(address) as founding:
            return place, _furnish(founding)


def _furnish(founding: Store) -> Shop:
    owner = found(Founding(Profile("远航汽车"), "car_dealership", "王总", "2468"))

    def hired(name: str, role: Role) -> Actor:
        roles = frozenset({role})
        return Actor(hire(owner, StaffForm(name, roles, pin=PIN)).id, name, roles)

    return Shop(
        store=founding,
        owner=owner,
        manager=hired("高经理", Role.SALES_MANAGER),
        sales=hired("孙悦", Role.SALES),
        rival=hired("周凯", Role.SALES),
        cashier=hired("方若云", Role.CASHIER),
        reception=hired("林晓", Role.RECEPTION),
        vehicle=add_item(owner, ItemForm("V7", "vehicle", "澜川 V7", 18980000, cost=17000000)).id,
        film=add_item(owner, ItemForm("FILM", "accessory", "隔热膜", 300000, cost=120000)).id,
    )


@pytest.fixture
def shop(furnished: tuple[Path, Shop], tmp_path: Path, user_data: Path) -> Iterator[Shop]:
    """That dealership, open in a folder of its own."""
    template, pattern = furnished
    folder = copy_folder(template, user_data, tmp_path / "shop.desk")
    with opened(str(folder)) as own:
        yield replace(pattern, store=own)


OpenWindow = Callable[[Sequence[TabSpec], Actor], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, shop: Shop, look: None) -> Iterator[OpenWindow]:
    """Opens the window with these tabs for this person, in place of the one before."""
    windows: list[MainWindow] = []

    def opening(tabs: Sequence[TabSpec], actor: Actor) -> MainWindow:
        for earlier in windows:
            earlier.close()
        window = MainWindow(tabs, Session(shop.store, actor))
        windows.append(window)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield opening
    for window in windows:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def only_tab(open_window: OpenWindow, spec: TabSpec, kind: type[T]) -> Callable[[Actor], tuple[MainWindow, T]]:
    """What opens the window with one tab for a person and gives both."""

    def opening(actor: Actor) -> tuple[MainWindow, T]:
        window = open_window([spec], actor)
        tab = window.tab(spec.key)
        assert isinstance(tab, kind)
        return window, tab

    return opening


class Elsewhere:
    """Stands for the tabs that show records, and notes which."""

    def __init__(self) -> None:
        self.widget = QWidget()
        self.shown: list[tuple[str, int]] = []

    def refresh(self, changes: object) -> None:
        return None

    def badge(self) -> int:
        return 0

    def open_record(self, kind: str, record_id: int) -> None:
        self.shown.append((kind, record_id))


@pytest.fixture(autouse=True)
def no_work_left() -> Iterator[None]:
    """What a test began in the background comes to its end with it."""
    yield
    assert jobs.stop_all(60)
