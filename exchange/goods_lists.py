"""The price list and what is in stock, to carry out; cost only for who may see it."""

from __future__ import annotations

from collections.abc import Iterator

from exchange.columns import Column, Days, ExportList, Kind, Values, local_time, yes
from exchange.customer_lists import said
from exchange.sales_lists import listed
from models.carrying.kinds import Content
from models.catalog.lists import items
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.shop.profile import trade
from models.stock.kinds import MovementKind
from models.stock.lists import quantity_rows, unit_rows


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

    return ExportList(Content.PRICES, tuple(columns), len(found), rows, as_of=clock.today())


def units(actor: Actor, days: Days) -> ExportList:
    """Every unit that is here, on its way or reserved, as it stands; the days do not matter to it."""
    ids = [row[0] for row in run_sql("SELECT id FROM stock_unit WHERE left_on IS NULL ORDER BY id").fetchall()]
    sees_cost = actor.may(Permission.SEE_COST)
    columns = [
        Column("number", _("VIN or serial number"), width=22),
        Column("code", _("Code"), width=14),
        Column("name", _("Name"), width=24),
        Column("colour", _("Colour"), width=10),
        Column("options", _("Options"), width=24),
        Column("engine_number", _("Engine number"), width=16, printed=False),
        Column("state", _("State"), width=12),
        Column("demo", _("Demo"), width=6, printed=False),
        Column("used", _("Used goods"), width=6, printed=False),
        Column("expected_on", _("Expected on"), Kind.DAY),
        Column("arrived_on", _("Arrived on"), Kind.DAY),
        Column("age", _("Age in days"), Kind.COUNT),
        Column("place", _("Where it stands"), width=14),
        Column("mileage", _("Mileage (km)"), Kind.COUNT),
        Column("note", _("Note"), width=24, printed=False),
    ]
    if sees_cost:
        columns.append(Column("cost", _("Cost"), Kind.MONEY, 14, total=True))

    def rows() -> Iterator[Values]:
        for row in unit_rows(actor, ids):
            yield (
                *(row.number, row.code, row.name, row.colour, row.options, row.engine_number, label(row.state)),
                *(yes(row.demo), yes(row.used), row.expected_on, row.arrived_on, row.age, row.place, row.mileage_km),
                *(row.note, row.cost)[: 2 if sees_cost else 1],
            )

    return ExportList(Content.UNITS, tuple(columns), len(ids), rows, as_of=clock.today())


def quantities(actor: Actor, days: Days) -> ExportList:
    """What is here of the items kept by quantity, as it stands; the days do not matter to it."""
    found = quantity_rows(actor)
    names = {each.code: pick(each.name) for each in trade().categories}
    sees_cost = actor.may(Permission.SEE_COST)
    columns = [
        Column("code", _("Code"), width=16),
        Column("name", _("Name"), width=26),
        Column("category", _("Category"), width=14),
        Column("unit", _("Unit"), width=6),
        Column("quantity", _("On hand"), Kind.HUNDREDTHS, 10),
        Column("reserved", _("Reserved"), Kind.HUNDREDTHS, 10),
        Column("place", _("Where it stands"), width=16),
    ]
    if sees_cost:
        columns += [Column("average", _("Average cost"), Kind.MONEY, 14)]
        columns += [Column("value", _("Stock value"), Kind.MONEY, 14, total=True)]

    def rows() -> Iterator[Values]:
        for row in found:
            head = (row.code, row.name, names.get(row.category, row.category), row.unit, row.quantity, row.reserved)
            yield (*head, row.place, *((row.average, row.value) if sees_cost else ()))

    return ExportList(Content.QUANTITIES, tuple(columns), len(found), rows, as_of=clock.today())


def movements(actor: Actor, days: Days) -> ExportList:
    """What came, went and was moved in these days."""
    sees_cost = actor.may(Permission.SEE_COST)
    columns = [
        Column("code", _("Code"), width=14),
        Column("at", _("Time"), Kind.MOMENT, 17),
        Column("kind", _("Kind"), width=14),
        Column("name", _("Name"), width=24),
        Column("number", _("VIN or serial number"), width=22),
        Column("quantity", _("Quantity"), Kind.HUNDREDTHS, 10),
        Column("place", _("Where it stands"), width=14),
        Column("staff", _("Staff"), width=12),
        Column("contract", _("Contract no."), width=20),
        Column("order", _("Work order"), width=20),
        Column("slip", _("Slip"), width=20),
        Column("reason", _("Reason"), width=24),
    ]
    if sees_cost:
        columns.append(Column("value", _("Stock value"), Kind.MONEY, 14))
    where, values = days.of_moments("m.at")
    value = ", m.value" if sees_cost else ""
    sql = (
        "SELECT i.code, m.at, m.kind, i.name, coalesce(nullif(u.vin, ''), u.serial, ''), m.quantity, m.place, p.name, "
        f"coalesce(c.number, ''), coalesce(o.number, ''), coalesce(s.number, ''), m.reason{value} "
        "FROM stock_movement m JOIN item i ON i.id = m.item_id "
        "JOIN staff p ON p.id = m.staff_id LEFT JOIN stock_unit u ON u.id = m.unit_id "
        "LEFT JOIN contract c ON c.id = m.contract_id LEFT JOIN work_order o ON o.id = m.work_order_id "
        f"LEFT JOIN part_slip s ON s.id = m.slip_id WHERE {where} ORDER BY m.id"
    )

    def plain(row: Values) -> Values:
        return (row[0], local_time(row[1]), said(MovementKind, row[2]), *row[3:])

    return listed(Content.MOVEMENTS, tuple(columns), sql, values, plain)
