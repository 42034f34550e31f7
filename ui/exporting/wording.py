"""How the export page says things."""

from __future__ import annotations

from datetime import date, timedelta

from models.carrying.kinds import Preset
from models.kernel.i18n import _, ngettext
from ui.kit.choice_cards import CardChoice

OWN = "own"
"""The card of whoever chooses the contents."""


def cards() -> dict[str, CardChoice]:
    """The presets as cards, by their value."""
    every = (
        CardChoice(
            *(Preset.ACCOUNTANT.value, "calculator-variant-outline", _("Accountant's month")),
            detail=_("Ledger, payments, invoices, the workshop's money, parts and goods that moved"),
        ),
        CardChoice(
            *(Preset.PAPERS.value, "file-document-multiple-outline", _("Papers of a period")),
            detail=_("Every quote, contract and receipt as PDF, a folder for each kind"),
        ),
        CardChoice(
            *(Preset.CUSTOMERS.value, "card-account-details-outline", _("Customer lists")),
            detail=_("Customer files and what the customers own"),
        ),
        CardChoice(
            *(Preset.EVERYTHING.value, "package-variant-closed", _("Everything")),
            detail=_("All lists and papers you may carry out"),
        ),
        CardChoice(OWN, "format-list-checks", _("Choose yourself"), _("Tick what you need")),
    )
    return {card.value: card for card in every}


def size(count: int) -> str:
    """Bytes, as people say them."""
    for unit, words in ((1 << 30, _("{count} GB")), (1 << 20, _("{count} MB"))):
        if count >= unit:
            return words.format(count=f"{count / unit:.1f}" if count < 10 * unit else count // unit)
    return _("{count} KB").format(count=max(1, count >> 10))


def time_left(seconds: float) -> str:
    """How long it will still take, roughly."""
    if seconds < 10:
        return _("a few seconds left")
    if seconds < 90:
        return _("{count} seconds left").format(count=round(seconds / 10) * 10)
    minutes = max(2, round(seconds / 60))
    return ngettext("{count} minute left", "{count} minutes left", minutes).format(count=minutes)


def periods() -> list[tuple[str, str]]:
    """The days that can be chosen."""
    return [
        ("month", _("This month")),
        ("last_month", _("The month before")),
        ("year", _("This year")),
        ("all", _("Everything")),
        (OWN, _("From … to …")),
    ]


def days_of(period: str, today: date) -> tuple[date | None, date | None]:
    """First and last day of a period; None is without end."""
    first = today.replace(day=1)
    if period == "month":
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if period == "last_month":
        last = first - timedelta(days=1)
        return last.replace(day=1), last
    if period == "year":
        return today.replace(month=1, day=1), today.replace(month=12, day=31)
    return None, None
