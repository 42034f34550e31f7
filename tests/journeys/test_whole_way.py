"""The whole way, in each language: a shop is set up, a visitor becomes a customer, signs, pays and gets a receipt."""

from __future__ import annotations

from pathlib import Path

from models.kernel.i18n import pick
from models.shop.profile import trade
from tests.journeys.desk import CUSTOMERS, Desk
from tests.journeys.people import World


def found_shop(desk: Desk, world: World, place: Path) -> None:
    desk.choose_language(world)
    desk.set_up_shop(world, place)
    desk.put_code_away()
    desk.lock()
    desk.unlock(world.owner)
    for person in world.hired:
        desk.hire(person)
    vehicle, accessory = (pick(each.name) for each in trade().categories[:2])
    desk.add_item(vehicle, "V7", world.vehicle, "189800", "170000")
    desk.add_item(accessory, "FILM", world.film, "3000", "1200")


def test_from_first_start_to_the_receipt(desk: Desk, world: World, tmp_path: Path) -> None:
    found_shop(desk, world, tmp_path / "shop.desk")
    desk.switch_to(world.reception)
    desk.press(CUSTOMERS)
    desk.register_visitor(world.phone, world.customer)
