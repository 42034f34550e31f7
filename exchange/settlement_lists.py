"""Settlements of the workshop, to carry out."""

from __future__ import annotations

from exchange.columns import Column, Days, ExportList, Kind, Values, local_time
from exchange.sales_lists import listed
from models.carrying.kinds import Content
from models.kernel.i18n import _
from models.kernel.permissions import Actor


def settlements(actor: Actor, days: Days) -> ExportList:
    """Settlements by the day they were made, those taken back with a total of nothing; sums before discounts."""
    columns = (
        Column("number", _("Settlement sheet"), width=22),
        Column("at", _("Settled at"), Kind.MOMENT, 18),
        Column("order", _("Work order"), width=20),
        Column("customer", _("Customer"), width=18),
        Column("plate", _("Plate"), width=12),
        Column("advisor", _("Service advisor"), width=12),
        Column("labour", _("Charge for labour"), Kind.MONEY, 14, total=True),
        Column("parts", _("Charge for parts"), Kind.MONEY, 14, total=True),
        Column("other", _("Other"), Kind.MONEY, 12, total=True),
        Column("discount", _("Discount"), Kind.MONEY, 12, total=True),
        Column("rounding", _("Rounded off"), Kind.MONEY, 10, total=True),
        Column("total", _("To be paid"), Kind.MONEY, 14, total=True),
        Column("free", _("Items free of charge"), Kind.MONEY, 14, total=True),
        Column("taken_back", _("Taken back"), width=24),
    )
    where, values = days.of_moments("s.at")
    sums = ", ".join(
        f"CASE WHEN s.withdrawn_at IS NULL THEN s.{name} ELSE 0 END"
        for name in ("labour", "parts", "other", "discount", "rounding", "total", "free")
    )
    sql = (
        f"SELECT s.number, s.at, o.number, c.name, coalesce(g.plate, ''), a.name, {sums}, s.reason FROM settlement s "
        "JOIN work_order o ON o.id = s.order_id JOIN customer c ON c.id = o.customer_id "
        "JOIN staff a ON a.id = o.advisor_id LEFT JOIN owned_goods g ON g.id = o.goods_id "
        f"WHERE {where} ORDER BY s.id"
    )

    def plain(row: Values) -> Values:
        return (row[0], local_time(row[1]), *row[2:9], -row[9], *row[10:])

    return listed(Content.SETTLEMENTS, columns, sql, values, plain)
