"""What kinds of options goods have, and how soon they can be had (S1, S3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.kernel.i18n import N_, LabelledEnum, label, translator
from models.kernel.money import quantity_text


class OptionKind(LabelledEnum):
    """An option is picked or not; of the colours a line has one at most."""

    COLOUR = "colour", N_("Colour")
    OPTION = "option", N_("Option")


class Availability(LabelledEnum):
    """How soon an item can be had, as told by who keeps the catalogue."""

    UNKNOWN = "unknown", N_("Not told")
    IN_STOCK = "in_stock", N_("In stock")
    IN_TRANSIT = "in_transit", N_("In transit")
    TO_ORDER = "to_order", N_("To order")
    UNAVAILABLE = "unavailable", N_("Not available")


class Kept(LabelledEnum):
    """How the store keeps count of an item (S3): each one by its number, so and so many, or not at all."""

    NOT = "not", N_("Not counted")
    VIN = "vin", N_("One by one, by VIN")
    SERIAL = "serial", N_("One by one, by serial number")
    QUANTITY = "quantity", N_("By quantity")


BY_UNIT = (Kept.VIN, Kept.SERIAL)
"""Kept one by one."""

TONES = {
    Availability.IN_STOCK: "ok",
    Availability.IN_TRANSIT: "accent",
    Availability.TO_ORDER: "neutral",
    Availability.UNAVAILABLE: "bad",
}
"""How each is coloured; what is not told has no tone."""


@dataclass(frozen=True, slots=True)
class StockAnswer:
    """“Is there one?” as told on ``told_on``.

    ``expected_on`` is for what is in transit, ``lead_days`` for what is ordered. ``scarce`` tells what there is little
    of, and holds until ``scarce_until``. Where the store counts an item, ``counted`` says so, ``here`` how many are
    there in hundredths and ``reserved`` how many of those a contract has.
    """

    availability: Availability = Availability.UNKNOWN
    expected_on: date | None = None
    lead_days: int = 0
    note: str = ""
    told_on: date | None = None
    scarce: str = ""
    scarce_until: date | None = None
    counted: bool = False
    here: int = 0
    reserved: int = 0

    def ready_on(self, ordered_on: date) -> date | None:
        """The day on which it would be here, ordered on that day; None where nobody has told."""
        if self.availability is Availability.IN_STOCK:
            return ordered_on
        if self.availability is Availability.IN_TRANSIT:
            return self.expected_on
        if self.availability is Availability.TO_ORDER and self.lead_days:
            return ordered_on + timedelta(days=self.lead_days)
        return None

    def scarcity(self, today: date) -> str:
        """What is scarce, while that holds."""
        return self.scarce if self.scarce_until and today <= self.scarce_until else ""


def stock_words(answer: StockAnswer, language: str) -> str:
    """The answer in a few words, in ``language``; nothing where nobody has told."""
    _ = translator(language)
    if answer.availability is Availability.UNKNOWN:
        return ""
    if answer.here:
        here, reserved = quantity_text(answer.here), quantity_text(answer.reserved)
        if answer.availability is Availability.IN_STOCK:
            if not answer.reserved:
                return _("{here} in stock").format(here=here)
            return _("{here} in stock, {reserved} reserved").format(here=here, reserved=reserved)
    if answer.availability is Availability.IN_TRANSIT and answer.expected_on:
        return _("In transit, expected {day}").format(day=answer.expected_on.isoformat())
    if answer.availability is Availability.TO_ORDER and answer.lead_days:
        return _("To order, about {days} days").format(days=answer.lead_days)
    return label(answer.availability, language)
