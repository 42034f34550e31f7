"""What the store says of its workshop: templates in use, hourly rate, rounding, discounts, what technicians can do."""

from __future__ import annotations

import json
from dataclasses import dataclass

from models.kernel import settings
from models.kernel.errors import RuleError
from models.service.rules import Rounding
from models.service.tables import Technician
from models.shop.profile import trade
from models.trades import service_files
from models.trades.service_template import ServiceTemplate

_SETTING = "workshop"
USUAL_DISCOUNT = 10_00
"""What an advisor may give off an order without asking, in hundredths of a percent."""


@dataclass(frozen=True)
class Terms:
    """The store's own: fen per standard hour (None for the template's), what is left off a total, and which share of
    an order an advisor may give as a discount, in hundredths of a percent.
    """

    rate: int | None = None
    rounding: Rounding = Rounding.NONE
    discount_share: int = USUAL_DISCOUNT


def terms() -> Terms:
    """The terms of the open store."""
    kept = settings.read(_SETTING, {})
    rounding = kept.get("rounding", "none")
    known = Rounding(rounding) if rounding in set(Rounding) else Rounding.NONE
    return Terms(kept.get("rate"), known, kept.get("discount_share", USUAL_DISCOUNT))


def keep_terms(new: Terms) -> None:
    """Put them in the store's settings, inside an action."""
    values = {"rate": new.rate, "rounding": new.rounding.value, "discount_share": new.discount_share}
    settings.write(_SETTING, values)


def templates() -> list[ServiceTemplate]:
    """The templates of the store's trade, the usual one first."""
    return service_files.for_trade(trade().code)


def template_of(code: str) -> ServiceTemplate:
    """A template by its code; also one that the trade no longer uses. Raises RuleError for none."""
    found = service_files.shipped().get(code)
    if found is None:
        raise RuleError("There is no such template.", field="template")
    return found


def rate_of(template: ServiceTemplate) -> int:
    """Fen per standard hour."""
    own = terms().rate
    return int(template.rate) if own is None else own


def skills_of(staff_id: int) -> frozenset[str]:
    """What somebody can do, as codes of skills; nothing said is everything."""
    found = Technician.get_or_none(Technician.staff == staff_id)
    return frozenset(json.loads(found.skills)) if found else frozenset()
