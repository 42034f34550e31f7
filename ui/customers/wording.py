"""How customers and their levels of intent are said."""

from __future__ import annotations

from datetime import datetime

from models.customers.kinds import FormOfAddress
from models.customers.lists import CustomerRow
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.shop.profile import trade
from models.staff import lists as staff
from models.trades.template import IntentLevel
from ui.kit import wording


def called(name: str, form: FormOfAddress) -> str:
    """The name, else the form of address."""
    return name or label(form)


def reach(file: CustomerRow) -> str:
    """The phone of a file and who looks after it."""
    return wording.GAP.join(part for part in (file.phone, file.owner) if part)


def level(code: str) -> IntentLevel | None:
    """The trade's level of intent, or None for one it no longer has."""
    return next((each for each in trade().intent_levels if each.code == code), None)


def level_name(code: str) -> str:
    """What people call a level of intent."""
    found = level(code)
    return pick(found.name) if found else code


def level_words(code: str) -> str:
    """The level and within how many days they will buy (C5)."""
    found = level(code)
    if found is None or found.buys_within_days is None:
        return level_name(code)
    return _("{level} · buys within {days} days").format(level=pick(found.name), days=found.buys_within_days)


def level_tone(code: str) -> str:
    """The keenest level is red, the next orange, the others grey."""
    codes = [each.code for each in trade().intent_levels]
    return {0: "bad", 1: "warn"}.get(codes.index(code), "neutral") if code in codes else "neutral"


def source_name(code: str) -> str:
    """What people call a source of customers."""
    return next((pick(each.name) for each in trade().lead_sources if each.code == code), code)


def level_choices() -> list[tuple[str, str]]:
    """The trade's levels to choose from."""
    return [(each.code, pick(each.name)) for each in trade().intent_levels]


def source_choices() -> list[tuple[str, str]]:
    """The trade's sources to choose from."""
    return [(each.code, pick(each.name)) for each in trade().lead_sources]


def appointed(at: datetime) -> str:
    """A moment that was agreed upon; one without a time of day is only its day."""
    local = clock.local(at)
    return wording.day(local.date()) if (local.hour, local.minute) == (23, 59) else wording.moment(at)


def owner_choices(owner_id: int | None = None, owner: str = "") -> list[tuple[int, str]]:
    """Who may own customers, and who owns this one now even if they no longer may."""
    choices = [(each.id, each.name) for each in staff.sellers()]
    if owner_id is not None and owner_id not in dict(choices):
        choices.append((owner_id, owner))
    return choices


def phone_words(number: str, of_whom: str, gap: str = " · ") -> str:
    """A number, and whose it is where that is known."""
    return f"{number}{gap}{of_whom}" if of_whom else number


def grade_name(code: str) -> str:
    """What people call a grade."""
    return next((pick(each.name) for each in trade().grades if each.code == code), code)
