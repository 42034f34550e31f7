"""Delivery templates read from resources/deliveries, and a store's own kept as JSON in the same notation (D1)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from models.kernel.errors import RuleError
from models.trades.delivery_template import MOST_ITEMS, DeliveryTemplate, Evidence, Gate, Means

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "deliveries"
_EVIDENCE = {Means.MILEAGE: Evidence.READING}
_BEFORE = (Means.CALL, Means.INSPECTION, Means.SERIAL, Means.MILEAGE, Means.ADVISOR)


@cache
def shipped() -> dict[str, DeliveryTemplate]:
    """The templates as they are shipped, by code. Raises RuleError for a bad file, naming the file's field."""
    found = (from_toml(path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.toml")))
    return {template.code: template for template in found}


def from_toml(text: str) -> DeliveryTemplate:
    """A template from a file's text. Raises RuleError naming the field that is wrong."""
    try:
        template = msgspec.toml.decode(text, type=DeliveryTemplate)
    except msgspec.DecodeError as error:
        raise _unreadable(error) from error
    check(template)
    return template


def to_json(template: DeliveryTemplate) -> str:
    """The template for keeping in a store's database."""
    return msgspec.json.encode(template).decode()


def from_json(text: str) -> DeliveryTemplate:
    """A template from a store's database. Raises RuleError naming the field that is wrong."""
    try:
        template = msgspec.json.decode(text, type=DeliveryTemplate)
    except msgspec.DecodeError as error:
        raise _unreadable(error) from error
    check(template)
    return template


def check(template: DeliveryTemplate) -> None:
    """Refuse a template whose parts do not fit each other. Raises RuleError naming the field."""
    sections = [section.code for section in template.sections]
    codes = [item.code for section in template.sections for item in section.items]
    for place, all_codes in (("sections", sections), ("items", codes)):
        for twice in _twice(all_codes):
            raise RuleError("{code} stands twice at {place}.", field=place, code=twice, place=place)
    if len(codes) > MOST_ITEMS:
        raise RuleError("A checklist has at most {most} items.", field="sections", most=MOST_ITEMS)
    for number, section in enumerate(template.sections):
        for position, item in enumerate(section.items):
            field = f"sections[{number}].items[{position}]"
            if item.evidence is not _EVIDENCE.get(item.means, item.evidence):
                raise RuleError("The mileage is a reading.", field=f"{field}.evidence")
            if item.gate is Gate.AFTER and (item.means in _BEFORE or item.evidence is Evidence.SIGNATURE):
                raise RuleError("This has to be done before the hand-over.", field=f"{field}.gate")


def _twice(codes: list[str]) -> Iterator[str]:
    return (code for number, code in enumerate(codes) if code in codes[:number])


def _unreadable(error: msgspec.DecodeError) -> RuleError:
    reason, _at, place = str(error).partition(" - at `$.")
    place = place.rstrip("`")
    if not place:
        return RuleError("The template cannot be read: {reason}.", reason=reason)
    return RuleError("The template is wrong at {place}: {reason}.", field=place, place=place, reason=reason)
