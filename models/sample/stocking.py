"""The sample's stock: cars come for whoever orders them, a few more stand in the hall, one or two are driven (S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from models.catalog.kinds import Kept
from models.kernel import clock
from models.kernel.permissions import Actor, Permission
from models.sales.reserving import counted_lines, units_of, vin_fields
from models.sales.unit_actions import choose_unit
from models.sample import numbers
from models.sample.crew import Crew
from models.sample.goods import Catalogue, Goods
from models.stock.actions import QuantityForm, keep_item, receive, receive_quantity
from models.stock.keeping import ONE, UnitForm
from models.stock.lists import quantity_rows
from models.trades.template import CategoryKind

_HALL = 900_001
"""Where the serials begin of the cars that nobody has ordered; contracts have the lower ones."""

_FEW, _MORE = 8 * ONE, 30 * ONE
_AGES = (4, 17, 38, 66, 95, 128)
_DEMOS = 2
_MOST_ORDERED = 50


@dataclass
class Stocking:
    """What comes into the store, as one who keeps the stock writes it down."""

    crew: Crew
    catalogue: Catalogue

    @property
    def counts(self) -> bool:
        """Whether the trade's goods have a VIN; elsewhere the sample counts nothing."""
        return bool(vin_fields())

    def begin(self, owner: Actor) -> None:
        """Cars one by one, accessories by quantity, with enough of these to begin with."""
        if not self.counts:
            return
        for each in self.catalogue.of(CategoryKind.GOODS):
            keep_item(owner, each.item_id, Kept.VIN)
        for each in self.catalogue.of(CategoryKind.ACCESSORY):
            keep_item(owner, each.item_id, Kept.QUANTITY)
            receive_quantity(owner, QuantityForm(each.item_id, _MORE, place="B-01"))

    def ordered(self, rng: Random, seller: Actor, contract_id: int, serial: int) -> str:
        """The cars of a draft have come some days ago and are chosen for it; returns the first one's VIN."""
        keeper = self.crew.who_may(Permission.KEEP_STOCK)
        for line in counted_lines(contract_id):
            if line.kept is not Kept.VIN:
                self._refill(keeper, line.item_id)
                continue
            for place in range(line.held, min(line.wanted, _MOST_ORDERED)):
                number = numbers.vin(rng, serial if not place else serial + place * 10_007)
                arrived_on = clock.today() - timedelta(days=rng.choice(_AGES))
                bay = f"A-{rng.randint(1, 24):02d}"
                unit = receive(keeper, UnitForm(line.item_id, number, place=bay, mileage_km=6, arrived_on=arrived_on))
                choose_unit(seller, contract_id, line.position, unit.id)
        return next((each.vin for each in units_of(contract_id) if each.vin), "")

    def _refill(self, keeper: Actor, item_id: int) -> None:
        """Another case of what is nearly used up."""
        held = next((each for each in quantity_rows(keeper) if each.item_id == item_id), None)
        if held is not None and held.quantity - held.reserved < _FEW:
            receive_quantity(keeper, QuantityForm(item_id, _MORE, place="B-01"))

    def stand_in_the_hall(self, rng: Random) -> None:
        """At the end of the past: two of each model, one on its way, and the demos."""
        if not self.counts:
            return
        keeper, serial = self.crew.who_may(Permission.KEEP_STOCK), _HALL
        for place, each in enumerate(self.catalogue.of(CategoryKind.GOODS)):
            for number in range(3):
                receive(keeper, self._free(rng, each, serial, place, on_its_way=number == 2))
                serial += 1
            if place < _DEMOS:
                demo = UnitForm(
                    each.item_id,
                    numbers.vin(rng, serial),
                    place=f"D-{place + 1:02d}",
                    mileage_km=rng.randint(400, 3_000),
                    arrived_on=clock.today() - timedelta(days=75 + place),
                    demo=True,
                )
                receive(keeper, demo)
                serial += 1

    def _free(self, rng: Random, goods: Goods, serial: int, place: int, *, on_its_way: bool) -> UnitForm:
        colours = [option.name for option in goods.options.values() if option.kind.value == "colour"]
        days = _AGES[(place * 2 + serial) % len(_AGES)]
        return UnitForm(
            *(goods.item_id, numbers.vin(rng, serial)),
            colour=rng.choice(colours) if colours else "",
            place="" if on_its_way else f"A-{rng.randint(1, 24):02d}",
            mileage_km=0 if on_its_way else rng.randint(4, 12),
            arrived_on=None if on_its_way else clock.today() - timedelta(days=days),
            expected_on=clock.today() + timedelta(days=rng.randint(3, 20)) if on_its_way else None,
        )
