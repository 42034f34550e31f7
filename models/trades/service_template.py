"""The form of a workshop template, resources/service/<code>.toml (W2–W4, W8, W10, W13).

Notation as in trade files. A template belongs to the trades it names; one that names none is for any store that wants
it. Vehicles and homes go through the same states; a template says what the sheet asks, what is inspected, which steps
of quality there are, what is paid before the work.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from models.kernel.i18n import N_, LabelledEnum
from models.trades.template import Code, Count, Days, Fen, Form, Named, Percent, Texts


class SheetField(LabelledEnum):
    """What the reception sheet may ask for before the order is received (W3)."""

    MILEAGE = "mileage", N_("Mileage")
    FUEL = "fuel", N_("Fuel level")
    COMPLAINT = "complaint", N_("Customer's own words")
    BROUGHT_BY = "brought_by", N_("Brought by")
    VALUABLES = "valuables", N_("Valuables taken out")
    KEY = "key", N_("Key tag")
    PLACE = "place", N_("Place of the work")


class Point(Named, frozen=True):
    """A point of the pre-inspection; a ``safety`` one warns on paper when it is refused."""

    safety: bool = False


class PointSection(Named, frozen=True):
    """Points that are looked at together."""

    points: Annotated[tuple[Point, ...], Meta(min_length=1)]


class ShippedOperation(Named, frozen=True, kw_only=True):
    """Work as a new store's catalogue begins with: ``hours`` in hundredths of an hour, or a fixed ``price``."""

    skill: Code
    hours: Annotated[int, Meta(ge=0, le=100_000)] = 0
    price: Fen | None = None
    warranty_months: Days = 0
    warranty_km: Annotated[int, Meta(ge=0)] = 0
    road_test: bool = False
    safety: bool = False


class SurveyFee(Form, frozen=True, kw_only=True):
    """What a survey visit costs: ``fee`` up to so many km, and for equipment brought along (W13)."""

    name: Texts
    fee: Fen
    up_to_km: Annotated[int, Meta(ge=0)] = 0


class ServiceTemplate(Named, frozen=True, kw_only=True):
    """What the workshop does with one kind of order.

    ``vehicle``: it is about something a customer owns, with an outline to mark; otherwise about a place. ``deposit`` is
    the share to be paid before the work; the next service is due after ``next_months`` or ``next_km``. A complaint
    about the same within ``repeat_days`` is a repeat repair.
    The customer is called within ``follow_up_days``, None for as soon as the store's rule of follow-up says.
    """

    trades: tuple[Code, ...] = ()
    vehicle: bool = True
    survey: bool = False
    outlines: tuple[Code, ...] = ()
    asks: tuple[SheetField, ...] = (SheetField.COMPLAINT,)
    lights: tuple[Named, ...] = ()
    functions: tuple[Named, ...] = ()
    covers: tuple[Named, ...] = ()
    skills: Annotated[tuple[Named, ...], Meta(min_length=1)]
    sections: tuple[PointSection, ...] = ()
    operations: tuple[ShippedOperation, ...] = ()
    survey_fees: tuple[SurveyFee, ...] = ()
    rate: Fen
    deposit: Percent = Percent(0)
    second_check: bool = True
    final_check: bool = True
    washes: bool = False
    part_warranty_months: Days = 0
    part_warranty_km: Annotated[int, Meta(ge=0)] = 0
    next_months: Days = 0
    next_km: Annotated[int, Meta(ge=0)] = 0
    follow_up_days: Count | None = None
    repeat_days: Count = 30
