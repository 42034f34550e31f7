"""The store's own figures for protection and loss; what was never set is the trade's (C5, C7)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta

from models.kernel import settings
from models.kernel.errors import RuleError
from models.shop.profile import trade

_SETTING = "customer_care"
MOST_DAYS, MOST_FILES = 365, 999


@dataclass(frozen=True)
class Care:
    """Days a prospect is protected from the last contact, the most one owner may have so at once, and from which value
    in fen giving one up needs the manager's confirmation.
    """

    days: int
    most: int
    confirm_from: int

    @property
    def span(self) -> timedelta:
        """How long a contact protects."""
        return timedelta(days=self.days)


def care() -> Care:
    """The figures as they stand. Giving up needs confirmation from where a contract needs the cashier's countersign."""
    template = trade()
    before = Care(template.protection.days, template.protection.most, int(template.countersign_above))
    return Care(**{**asdict(before), **settings.read(_SETTING, {})})


def write_care(new: Care) -> None:
    """Set the figures, inside an action. Raises RuleError at the field that is wrong."""
    for field, value, most in (("days", new.days, MOST_DAYS), ("most", new.most, MOST_FILES)):
        if not 1 <= value <= most:
            raise RuleError("Type a whole number from {least} to {most}.", field=field, least=1, most=most)
    if new.confirm_from < 0:
        raise RuleError("The amount cannot be negative.", field="confirm_from")
    settings.write(_SETTING, asdict(new))
