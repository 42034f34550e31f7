"""The price list and what is in stock, to carry out; cost only for who may see it."""

from __future__ import annotations

from collections.abc import Iterator

from exchange.columns import Column, Days, ExportList, Kind, Values
from models.carrying.kinds import Content
from models.catalog.lists import items
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade


def prices(actor: Actor, days: Days) -> ExportList:
    """The price list as it stands; the days do not matter to it."""
    found = items(actor, active_only=False)
    names = {each.code: pick(each.name) for each in trade().categories}
    columns = [
        Column("code", _("Code"), width=16),
        Column("category", _("Category"), width=12),
        Column("name", _("Name"), width=24),
        Column("spec", _("Specification"), width=30),
        Column("unit", _("Unit"), width=6),
        Column("price", _("Price"), Kind.MONEY, 14),
    ]
    sees_cost = actor.may(Permission.SEE_COST)
    if sees_cost:
        columns.append(Column("cost", _("Cost"), Kind.MONEY, 14))
    columns.append(Column("active", _("Sold"), width=8))

    def rows() -> Iterator[Values]:
        for row in found:
            cost = (row.cost,) if sees_cost else ()
            head = (row.code, names.get(row.category, row.category), row.name, row.spec, row.unit, row.price)
            yield (*head, *cost, _("yes") if row.active else _("no"))

    return ExportList(Content.PRICES, tuple(columns), len(found), rows)
