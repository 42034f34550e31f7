"""What a store pays: rates by category, and whether delivery must come first; the store's own over the trade's."""

from __future__ import annotations

from dataclasses import dataclass

from models.commission import rules
from models.kernel import settings
from models.shop.profile import trade

_SETTING = "commission"


@dataclass(frozen=True)
class Terms:
    """Hundredths of a percent by category, and whether commission is held until delivery."""

    rates: dict[str, int]
    held: bool


def terms_now() -> Terms:
    """The terms that a contract signed now would get."""
    own = settings.read(_SETTING, {})
    template = trade()
    held = own.get("held", template.commission_after_delivery)
    return Terms(rules.rates_of(template, own.get("rates", {})), bool(held))


def write_terms(terms: Terms) -> None:
    """Set the store's own terms, inside an action's transaction; contracts signed before keep theirs."""
    settings.write(_SETTING, {"rates": terms.rates, "held": terms.held})
