"""Workshop templates read from resources/service."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from models.kernel.errors import RuleError
from models.trades.files import read_number
from models.trades.service_template import ServiceTemplate

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "service"


@cache
def shipped() -> dict[str, ServiceTemplate]:
    """The templates by code. Raises RuleError for a bad file, naming the file's field."""
    found = (from_toml(path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.toml")))
    return {template.code: template for template in found}


def from_toml(text: str) -> ServiceTemplate:
    """A template from a file's text. Raises RuleError naming what is wrong."""
    try:
        template = msgspec.toml.decode(text, type=ServiceTemplate, dec_hook=read_number)
    except msgspec.DecodeError as error:
        raise RuleError("The template cannot be read: {reason}.", reason=str(error)) from error
    check(template)
    return template


def for_trade(trade: str) -> list[ServiceTemplate]:
    """The templates of a trade, those written for it first; where it has none, those for any store."""
    every = shipped().values()
    own = [template for template in every if trade in template.trades]
    return own or [template for template in every if not template.trades]


def check(template: ServiceTemplate) -> None:
    """Refuse a template whose parts do not fit each other. Raises RuleError naming what is wrong."""
    skills = {skill.code for skill in template.skills}
    for operation in template.operations:
        if operation.skill not in skills:
            raise RuleError("{code} names no skill of the template.", field="operations", code=operation.code)
    points = [point.code for section in template.sections for point in section.points]
    for place, codes in (
        ("points", points),
        ("operations", [each.code for each in template.operations]),
        ("skills", [each.code for each in template.skills]),
    ):
        for number, code in enumerate(codes):
            if code in codes[:number]:
                raise RuleError("{code} stands twice at {place}.", field=place, code=code, place=place)
