"""The form of a delivery's template, resources/deliveries/<code>.toml and the store's own (D1, D4, D5).

Notation as in trade files. A template belongs to the trades it names; one that names none is for any store that
wants it. Nothing in code may depend on what a file holds, only on what an item ``means``.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Role
from models.trades.template import Code, Form, Named, Texts


class Evidence(LabelledEnum):
    """What has to be there for an item to be done (D1)."""

    TICK = "tick", N_("Tick")
    READING = "reading", N_("Reading")
    TEXT = "text", N_("Text")
    PHOTO = "photo", N_("Photo")
    SIGNATURE = "signature", N_("Customer's signature")


class Gate(LabelledEnum):
    """Before which step an item has to be done (D2)."""

    READY = "ready", N_("Before it is ready")
    HAND_OVER = "hand_over", N_("Before the hand-over")
    AFTER = "after", N_("After the hand-over")


class Means(LabelledEnum):
    """What an item is to the program itself, beyond its wording."""

    NOTHING = "", N_("Nothing more")
    CALL = "call", N_("The call of the day before")
    INSPECTION = "inspection", N_("The inspection passed")
    SERIAL = "serial", N_("VIN or serial number compared")
    MILEAGE = "mileage", N_("The mileage in kilometres")
    ADVISOR = "advisor", N_("The service advisor introduced")


class DeliveryItem(Named, frozen=True):
    """An item of the checklist: ``name`` is its wording, ``role`` who does it.

    ``days`` is when it helps to do it, counted from the day of the hand-over: before it when negative.
    """

    required: bool = True
    role: Role = Role.SALES
    evidence: Evidence = Evidence.TICK
    gate: Gate = Gate.HAND_OVER
    means: Means = Means.NOTHING
    days: int | None = None


class DeliverySection(Named, frozen=True):
    """A part of the sheet; one ``for_each`` stands once for each of the delivery's parts, such as rooms."""

    items: Annotated[tuple[DeliveryItem, ...], Meta(min_length=1)]
    for_each: bool = False


class RunEntry(Form, frozen=True):
    """A line of the run sheet: ``minute`` counted from the beginning, who does it by what they are."""

    minute: int
    what: Texts
    who: Texts


class DeliveryTemplate(Named, frozen=True):
    """A checklist: ``minutes`` it takes, what the customer is told to ``bring``, ``parts`` to take over one by one.

    ``in_bay`` says that it happens in one of the store's bays; ``drives_home`` that somebody drives home afterwards and
    is called when they have arrived.
    """

    sections: Annotated[tuple[DeliverySection, ...], Meta(min_length=1)]
    trades: tuple[Code, ...] = ()
    minutes: Annotated[int, Meta(ge=1, le=60 * 24 * 14)] = 60
    bring: Texts | None = None
    parts: tuple[Texts, ...] = ()
    run: tuple[RunEntry, ...] = ()
    in_bay: bool = False
    drives_home: bool = False


LONGEST_NAME, LONGEST_WORDING = 60, 200
MOST_SECTIONS, MOST_ITEMS, MOST_PARTS = 30, 200, 40
"""The most a template may hold."""
