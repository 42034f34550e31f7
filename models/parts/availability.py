"""“Is it here?” for appointments, estimates and work orders: here, reserved, on order, expected on (W1, W4, W11)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.kernel.tables import run_sql


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """Of one part, in hundredths: ``here``, ``reserved`` for anybody, ``on_order`` with suppliers and not yet here.

    ``expected_on`` is the day of the next of it, None where nothing is on order or no day was told.
    """

    item_id: int
    here: int = 0
    reserved: int = 0
    on_order: int = 0
    expected_on: date | None = None
    place: str = ""

    @property
    def free(self) -> int:
        """What is here for whoever comes, at least 0."""
        return max(self.here - self.reserved, 0)

    def missing(self, quantity: int, own: int = 0) -> int:
        """How much of ``quantity`` is not here for somebody who has ``own`` reserved."""
        others = self.reserved - own
        return max(quantity - max(self.here - others, 0), 0)


def availability(item_ids: Collection[int]) -> dict[int, PartAnswer]:
    """The answer for each of these items; one that the stock does not know has none here."""
    wanted = sorted(set(item_ids))
    found: dict[int, PartAnswer] = {each: PartAnswer(each) for each in wanted}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = run_sql(_ANSWER.format(marks=marks), *some, *some).fetchall()
        for item_id, here, reserved, place, on_order, expected in rows:
            day = date.fromisoformat(expected) if expected else None
            found[item_id] = PartAnswer(item_id, here, reserved, int(on_order), day, place)
    return found


_AT_ONCE = 500
ON_ORDER = """
SELECT l.item_id, sum(l.quantity - l.received) AS on_order, min(o.expected_on) AS expected_on
FROM purchase_line l JOIN purchase_order o ON o.id = l.purchase_id
WHERE o.state = 'ordered' AND l.received < l.quantity {only} GROUP BY l.item_id"""
"""What is on order of each item, with the day of the next of it."""

_ANSWER = (
    """
SELECT i.id, COALESCE(q.quantity, 0), COALESCE(q.reserved, 0), COALESCE(q.place, ''), COALESCE(o.on_order, 0),
    o.expected_on
FROM item i LEFT JOIN stock_quantity q ON q.item_id = i.id LEFT JOIN ("""
    + ON_ORDER.format(only="AND l.item_id IN ({marks})")
    + ") o ON o.item_id = i.id WHERE i.id IN ({marks})"
)
