"""A desk before first start, and one in a shop that was set up."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.catalog.actions import ItemForm, add_item
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import clock, i18n, store
from models.kernel.permissions import Actor
from models.sales import contract_actions, quote_actions
from models.sales import lists as sales
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.quote_actions import LineForm, QuoteForm
from models.shop.actions import Founding, found
from models.shop.profile import Profile
from models.staff import lists as staff
from models.staff.actions import StaffForm, hire
from tests.journeys.desk import TODAY, Desk
from tests.journeys.people import WORLDS, World
from tests.programs import put_away
from ui import this_pc
from ui.app import create_app, speak
from ui.assembly import Program


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
    put_away(qapp)
    i18n.set_language(before)


ITEMS = (
    ("V7", "vehicle", 18_980_000),
    ("FILM", "accessory", 300_000),
    ("MAT", "accessory", 68_000),
    ("DASH", "accessory", 120_000),
    ("PLATE", "service", 80_000),
    ("TAX", "pass_through", 1_500_000),
)


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Callable[[World], Path]:
    """Makes the folder with a shop, its staff and six items, and the keys this PC keeps of it; once for a language."""
    made: dict[str, Path] = {}

    def making(world: World) -> Path:
        if world.language not in made:
            made[world.language] = tmp_path_factory.mktemp("pattern")
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("FRONTDESK_DATA", str(made[world.language] / "user"))
                _make(world, str(made[world.language] / "shop.desk"))
        return made[world.language]

    return making


def _make(world: World, address: str) -> None:
    store.create(address)
    opened = store.open_store(address)
    owner = found(
        Founding(
            Profile(world.shop, paper_language=world.language), "car_dealership", world.owner.name, world.owner.pin
        )
    )
    for person in world.hired:
        hire(owner, StaffForm(person.name, frozenset({person.role}), pin=person.pin))
    for code, category, price in ITEMS:
        add_item(owner, ItemForm(code, category, f"{world.brand} {code}", price))
    store.close(opened)


@pytest.fixture
def place(pattern: Callable[[World], Path], world: World, tmp_path: Path, user_data: Path) -> Path:
    """The folder of a shop that was set up; nobody has it open."""
    made = pattern(world)
    shutil.copytree(made / "user", user_data, dirs_exist_ok=True)
    return shutil.copytree(made / "shop.desk", tmp_path / "shop.desk")


@pytest.fixture
def counter(desk: Desk, world: World, place: Path) -> Desk:
    """That shop with its consultant at the counter."""
    this_pc.change(language=world.language)
    speak(desk.program.app, world.language)
    desk.open_store(place)
    desk.log_in(world.consultant)
    return desk


@pytest.fixture
def signed(desk: Desk, world: World, place: Path) -> Desk:
    """That shop with a contract signed, which the cashier opened from Today."""
    sign_contract(place, world)
    desk.open_in(world, place)
    desk.log_in(world.cashier)
    desk.press(TODAY, "Enter")
    desk.button("take_payment")
    return desk


def sign_contract(place: Path, world: World) -> None:
    """A contract signed in a shop that nobody has open."""
    opened = store.open_store(str(place))
    actors = _actors()
    consultant = actors[world.consultant.name]
    contract_id = _draft(world, consultant)
    contract_actions.submit_contract(consultant, contract_id)
    for person in (world.manager, world.cashier):
        contract_actions.approve_contract(actors[person.name], contract_id)
    contract_actions.sign_contract(consultant, contract_id)
    store.close(opened)


def draft_contract(place: Path, world: World) -> None:
    """A contract's draft in a shop that nobody has open, filled in but for the car's VIN."""
    opened = store.open_store(str(place))
    _draft(world, _actors()[world.consultant.name])
    store.close(opened)


def _actors() -> dict[str, Actor]:
    return {each.name: Actor(each.id, each.name, each.roles) for each in staff.everybody()}


def _draft(world: World, consultant: Actor) -> int:
    file = FileForm(name=world.customer, phones=(world.phone,), source="walk_in")
    customer_id = open_file(consultant, file, ContactForm(RegisterKind.VISIT)).id
    line = LineForm("vehicle", f"{world.brand} V7", 18_980_000, item_id=1)
    quote_id = quote_actions.start_quote(consultant, customer_id, QuoteForm((line,))).id
    contract_id = contract_actions.draft_contract(consultant, quote_id).id
    view = sales.contract_view(consultant, contract_id)
    hand_over = (clock.today() + timedelta(days=14)).isoformat()
    subject = {"brand": world.brand, "colour": world.colour, "delivery_date": hand_over, "delivery_place": world.shop}
    form = ContractForm((PartyForm(world.customer),), {**view.subject, **subject})
    contract_actions.fill_contract(consultant, contract_id, view.version, form)
    return contract_id
