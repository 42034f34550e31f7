"""The window's one search box: what it finds, in which groups, and where each result leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import ui.customers
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.belongings import GoodsForm
from models.customers.kinds import RegisterKind
from models.kernel.permissions import Actor
from models.sales.lists import quote_rows
from models.sales.quote_actions import QuoteForm, start_quote
from tests.ui.conftest import OpenWindow, Shop
from ui.customers.tab import CustomersTab
from ui.find_anything import find_anything
from ui.tab_spec import TabSpec

pytestmark = pytest.mark.usefixtures("look")
PLATE, VIN = "浙A·8K317", "LYH7V2A58TA000317"


@pytest.fixture
def owner_of_a_car(shop: Shop) -> int:
    """A customer with a car, and others whose cars are others."""
    for number in range(8):
        car = GoodsForm(make="澜川", model="V5", plate=f"浙B{number:05d}", serial=f"LYH7V2A58TA77{number:04d}")
        form = FileForm(f"客{number}", phones=(f"1390000{number:04d}",))
        open_file(shop.rival, form, ContactForm(RegisterKind.VISIT), (), (car,))
    car = GoodsForm(make="澜川", model="V7", plate=PLATE, serial=VIN)
    form = FileForm("單田芳", phones=("138 1234 5678",))
    return open_file(shop.sales, form, ContactForm(RegisterKind.VISIT), (), (car,)).id


def groups(actor: Actor, text: str) -> dict[str, list[tuple[str, int, str]]]:
    return {group.title: [(hit.kind, hit.id, hit.title) for hit in group.hits] for group in find_anything(actor, text)}


@pytest.mark.parametrize("typed", ["浙a8k317", "浙A 8K317", "8k317", "000317", VIN.lower(), "v2a58ta000317"])
def test_a_vehicle_is_found_by_plate_and_vin_and_opens_its_owner(shop: Shop, owner_of_a_car: int, typed: str) -> None:
    found = groups(shop.sales, typed)
    assert found["Customers"] == [("customer", owner_of_a_car, "單田芳")]
    assert found["Vehicles"] == [("customer", owner_of_a_car, PLATE)]


def test_what_does_not_name_a_vehicle_shows_none(shop: Shop, owner_of_a_car: int) -> None:
    assert list(groups(shop.sales, "shantianfang")) == ["Customers"]


def test_groups_stand_in_their_order_with_the_best_of_each(shop: Shop, owner_of_a_car: int) -> None:
    quotes = [start_quote(shop.sales, owner_of_a_car, QuoteForm()).id for _number in range(3)]
    found = groups(shop.sales, "stf")
    assert list(found) == ["Customers", "Quotes"]
    assert [hit[1] for hit in found["Quotes"]] == quotes[::-1], "used last, first"
    number = quote_rows(quotes[:1])[0].number
    assert groups(shop.sales, number)["Quotes"][0][2] == number


def test_one_kind_never_crowds_out_another(shop: Shop) -> None:
    for number in range(30):
        shop.customer(f"孙悦{number}", f"1370000{number:04d}")
    found = groups(shop.sales, "孙悦")
    assert len(found["Customers"]) == 6
    assert found["Staff"] == [("owner", shop.sales.id, "孙悦")]


def test_numbers_are_masked_for_who_may_not_see_them(shop: Shop, owner_of_a_car: int) -> None:
    for actor, number in ((shop.sales, "138 1234 5678"), (shop.rival, "138 **** 5678")):
        (group,) = find_anything(actor, "shantianfang")
        assert number in group.hits[0].detail


def test_somebody_of_the_staff_opens_their_files(
    qtbot: QtBot, shop: Shop, open_window: OpenWindow, owner_of_a_car: int
) -> None:
    tab: list[CustomersTab] = []

    def build(window: object) -> CustomersTab:
        tab.append(ui.customers.build(window))  # type: ignore[arg-type]  # the window is the desk
        return tab[0]

    spec = TabSpec("customers", "Customers", "card-account-details-outline", build, ("customer", "owner"))
    window = open_window([spec], shop.manager)
    window.open_record("owner", shop.sales.id)
    customers = tab[0].list
    assert customers.table.records.ids == [owner_of_a_car]
    chip = customers.filters.button(f"of:{shop.sales.id}")
    assert chip.text() == "孙悦"
    qtbot.mouseClick(customers.filters.button("all"), Qt.MouseButton.LeftButton)
    assert len(customers.table.records.ids) == 9
    window.open_record("owner", shop.rival.id)
    assert len(customers.table.records.ids) == 8
