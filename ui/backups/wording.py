"""How backups are told of on screen."""

from __future__ import annotations

from datetime import datetime, timedelta

from exchange.examining import Inside
from models.kernel import clock
from models.kernel.i18n import _, ngettext
from ui.kit.wording import moment, yuan

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def age(made_at: datetime) -> str:
    """How long ago; nothing where the clock says that it is still to come."""
    past = clock.now() - made_at
    if past < timedelta(0):
        return ""
    if past < timedelta(minutes=1):
        return _("just now")
    if past < _HOUR:
        return _("{n} min ago").format(n=past // timedelta(minutes=1))
    if past < _DAY:
        return _("{n} h ago").format(n=past // _HOUR)
    days = past // _DAY
    return ngettext("{n} day ago", "{n} days ago", days).format(n=days)


def size(count: int) -> str:
    """Bytes as MB with one decimal."""
    return _("{n} MB").format(n=f"{max(count, 100_000) / 1e6:.1f}")


def facts(inside: Inside) -> list[tuple[str, ...]]:
    """What a backup holds."""
    made_at = moment(inside.made_at) if inside.made_at else ""
    if inside.made_at and (past := age(inside.made_at)):
        made_at = _("{when} ({age})").format(when=made_at, age=past)
    last = f"{moment(inside.last_payment)} · {yuan(inside.fen)}" if inside.last_payment else ""
    return [
        (_("Store"), inside.shop),
        (_("Made"), made_at),
        (_("Last payment"), last),
        (_("Customers"), f"{inside.customers:,}"),
        (_("Contracts"), f"{inside.contracts:,}"),
        (_("Payments"), f"{inside.payments:,}"),
        (_("Attachments"), f"{inside.attachments:,}"),
        (_("Schema"), str(inside.schema)),
    ]
