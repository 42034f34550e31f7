"""Whether the stock agrees with its movements, and what contracts hold with what stands reserved (S3)."""

from __future__ import annotations

from collections.abc import Iterator

from models.kernel.i18n import _
from models.kernel.money import plain, quantity_text
from models.kernel.tables import run_sql

_GOODS = "('received', 'sold', 'corrected', 'written_off', 'returned', 'issued')"
_QUANTITIES = f"""
SELECT i.name, q.quantity, q.value, COALESCE(sum(m.quantity), 0), COALESCE(sum(m.value), 0)
FROM stock_quantity q JOIN item i ON i.id = q.item_id
LEFT JOIN stock_movement m ON m.item_id = q.item_id AND m.unit_id IS NULL AND m.kind IN {_GOODS}
GROUP BY q.id, i.name, q.quantity, q.value
HAVING q.quantity <> COALESCE(sum(m.quantity), 0) OR q.value <> COALESCE(sum(m.value), 0) ORDER BY q.id"""
_WAITED_FOR = """
SELECT i.name, q.reserved, COALESCE(sum(CASE m.kind WHEN 'released' THEN -m.quantity ELSE m.quantity END), 0)
FROM stock_quantity q JOIN item i ON i.id = q.item_id
LEFT JOIN stock_movement m ON m.item_id = q.item_id AND m.unit_id IS NULL
    AND COALESCE(m.contract_id, m.work_order_id, m.appointment_id) IS NOT NULL
    AND m.kind IN ('reserved', 'released', 'sold')
GROUP BY q.id, i.name, q.reserved
HAVING q.reserved <> COALESCE(sum(CASE m.kind WHEN 'released' THEN -m.quantity ELSE m.quantity END), 0) ORDER BY q.id"""
_COUNTED = """
SELECT COALESCE(NULLIF(u.vin, ''), u.serial) FROM stock_unit u
LEFT JOIN stock_movement m ON m.unit_id = u.id AND m.kind IN ('received', 'sold', 'written_off', 'returned')
GROUP BY u.id, u.vin, u.serial, u.arrived_on, u.left_on
HAVING COALESCE(sum(m.quantity), 0) <> CASE WHEN u.arrived_on IS NOT NULL AND u.left_on IS NULL THEN 100 ELSE 0 END
ORDER BY u.id"""
_HELD = """
SELECT COALESCE(NULLIF(u.vin, ''), u.serial) FROM stock_unit u LEFT JOIN contract_unit k ON k.unit_id = u.id
    AND k.reserved_at IS NOT NULL AND k.released_at IS NULL AND k.sold_at IS NULL
WHERE (u.state = 'reserved') <> (k.id IS NOT NULL) ORDER BY u.id"""
_SOLD = """
SELECT COALESCE(NULLIF(u.vin, ''), u.serial) FROM stock_unit u
WHERE u.state = 'sold' AND NOT EXISTS (SELECT 1 FROM contract_unit k WHERE k.unit_id = u.id AND k.sold_at IS NOT NULL)
ORDER BY u.id"""
_CONTRACTS = """
SELECT COALESCE(NULLIF(u.vin, ''), u.serial), c.number FROM contract_unit k
JOIN stock_unit u ON u.id = k.unit_id JOIN contract c ON c.id = k.contract_id
WHERE k.reserved_at IS NOT NULL AND k.released_at IS NULL
    AND (c.signed_on IS NULL OR c.state = 'cancelled' OR NOT EXISTS
        (SELECT 1 FROM stock_movement m WHERE m.unit_id = u.id AND m.contract_id = c.id AND m.kind = 'reserved'))
ORDER BY k.id"""


def quantities() -> Iterator[str]:
    """What is here by quantity is the sum of its movements, and what is waited for that of contracts and workshop."""
    for name, quantity, value, moved, worth in run_sql(_QUANTITIES).fetchall():
        yield _("{name}: {quantity} worth {value} in stock, but movements come to {moved} worth {worth}.").format(
            name=name,
            quantity=quantity_text(quantity),
            value=plain(value),
            moved=quantity_text(int(moved)),
            worth=plain(int(worth)),
        )
    for name, reserved, waited in run_sql(_WAITED_FOR).fetchall():
        yield _("{name}: {reserved} reserved, but contracts and the workshop wait for {waited}.").format(
            name=name, reserved=quantity_text(reserved), waited=quantity_text(int(waited))
        )


def units() -> Iterator[str]:
    """A unit is here as its movements say, reserved by exactly one signed contract, sold by one (S3)."""
    for (number,) in run_sql(_COUNTED).fetchall():
        yield _("{number}: the movements do not say that it is where it is.").format(number=number)
    for (number,) in run_sql(_HELD).fetchall():
        yield _("{number}: reserved without a contract, or held by one without being reserved.").format(number=number)
    for (number,) in run_sql(_SOLD).fetchall():
        yield _("{number}: sold, but by no contract.").format(number=number)
    for number, contract in run_sql(_CONTRACTS).fetchall():
        yield _("{number}: held by contract {contract}, which is not signed or never reserved it.").format(
            number=number, contract=contract
        )
