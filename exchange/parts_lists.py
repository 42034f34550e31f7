"""Orders of parts to suppliers and counts of parts, to carry out; cost only for who may see it."""

from __future__ import annotations

from exchange.columns import Column, Days, ExportList, Kind, Values, day, local_time
from exchange.customer_lists import said
from exchange.sales_lists import listed
from models.carrying.kinds import Content
from models.kernel.i18n import _
from models.kernel.money import line_amount
from models.kernel.permissions import Actor, Permission
from models.parts.kinds import CountState, PurchaseState


def purchases(actor: Actor, days: Days) -> ExportList:
    """The lines of orders to suppliers, by the day they were ordered."""
    sees_cost = actor.may(Permission.SEE_COST)
    columns = [
        Column("number", _("Purchase order"), width=20),
        Column("state", _("State"), width=12),
        Column("supplier", _("Supplier"), width=20),
        Column("ordered_on", _("Ordered on"), Kind.DAY),
        Column("expected_on", _("Expected on"), Kind.DAY),
        Column("code", _("Code"), width=16),
        Column("name", _("Name"), width=26),
        Column("quantity", _("Quantity ordered"), Kind.HUNDREDTHS, 10),
        Column("received", _("Quantity received"), Kind.HUNDREDTHS, 10),
        Column("staff", _("Staff"), width=12),
        Column("note", _("Note"), width=24, printed=False),
        Column("reason", _("Reason"), width=24, printed=False),
    ]
    if sees_cost:
        columns.append(Column("cost", _("Unit cost"), Kind.MONEY, 12))
        columns.append(Column("amount", _("Amount ordered"), Kind.MONEY, 14, total=True))
    where, values = days.of_days("b.ordered_on")
    sql = (
        "SELECT b.number, b.state, b.supplier, b.ordered_on, b.expected_on, i.code, i.name, l.quantity, l.received, "
        "s.name, b.note, b.reason, l.cost FROM purchase_line l JOIN purchase_order b ON b.id = l.purchase_id "
        f"JOIN item i ON i.id = l.item_id JOIN staff s ON s.id = b.staff_id WHERE {where} ORDER BY b.id, l.position"
    )

    def plain(row: Values) -> Values:
        cost = row[12]
        amount = None if cost is None else line_amount(cost, row[7])
        head = (row[0], said(PurchaseState, row[1]), row[2], day(row[3]), day(row[4]), *row[5:12])
        return (*head, cost, amount) if sees_cost else head

    return listed(Content.PURCHASES, tuple(columns), sql, values, plain)


def counts(actor: Actor, days: Days) -> ExportList:
    """The lines of counts of parts, by the day they were opened: what the stock said, what was found, and what was
    booked for it. Where a count under way is made without the stock's figures, they are not told here either.
    """
    sees_cost = actor.may(Permission.SEE_COST)
    columns = [
        Column("number", _("Count"), width=20),
        Column("state", _("State"), width=14),
        Column("opened_at", _("Count opened at"), Kind.MOMENT, 17),
        Column("place", _("Shelf place"), width=12),
        Column("code", _("Code"), width=16),
        Column("name", _("Name"), width=26),
        Column("unit", _("Unit"), width=6),
        Column("book", _("Stock says"), Kind.HUNDREDTHS, 10),
        Column("expected", _("Should be here"), Kind.HUNDREDTHS, 10),
        Column("counted", _("Quantity counted"), Kind.HUNDREDTHS, 10),
        Column("difference", _("Difference"), Kind.HUNDREDTHS, 10),
        Column("counted_at", _("Counted at"), Kind.MOMENT, 17, printed=False),
        Column("counted_by", _("Counted by"), width=12),
        Column("decided_at", _("Decided at"), Kind.MOMENT, 17, printed=False),
        Column("decided_by", _("Decided by"), width=12),
        Column("note", _("Note"), width=24, printed=False),
    ]
    if sees_cost:
        columns.append(Column("worth", _("Booked difference"), Kind.MONEY, 14, total=True))
    where, values = days.of_moments("c.opened_at")
    sql = (
        "SELECT c.number, c.state, c.opened_at, l.place, i.code, i.name, i.unit, l.book, l.expected, l.counted, "
        "l.counted_at, coalesce(s.name, ''), c.decided_at, coalesce(d.name, ''), l.note, c.with_book, m.value "
        "FROM stock_count_line l JOIN stock_count c ON c.id = l.count_id JOIN item i ON i.id = l.item_id "
        "LEFT JOIN staff s ON s.id = l.counted_by_id LEFT JOIN staff d ON d.id = c.decided_by_id "
        "LEFT JOIN stock_movement m ON m.count_id = l.count_id AND m.item_id = l.item_id "
        f"WHERE {where} ORDER BY c.id, l.place, i.code, l.id"
    )

    def plain(row: Values) -> Values:
        book, expected, counted = row[7:10]
        difference = None if counted is None else counted - expected
        if row[1] == CountState.OPEN and not row[15]:
            book = expected = difference = None
        head = (row[0], said(CountState, row[1]), local_time(row[2]), *row[3:7], book, expected, counted, difference)
        last = (local_time(row[10]), row[11], local_time(row[12]), row[13], row[14])
        return (*head, *last, row[16]) if sees_cost else (*head, *last)

    return listed(Content.COUNTS, tuple(columns), sql, values, plain)
