"""What the parts keeper has to hand out to work orders, and what is out on them; no prices (W6, W11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kernel.tables import moment, run_sql
from models.service.part_issue_actions import PARTS_STATES


@dataclass(frozen=True, slots=True)
class PartToIssue:
    """A part on a line of a work order, quantities in hundredths; ``here`` is what the stock has of it."""

    id: int
    order_id: int
    number: str
    plate: str
    item_id: int
    code: str
    name: str
    unit: str
    wanted: int
    issued: int
    here: int
    place: str
    promised_at: datetime | None

    @property
    def rest(self) -> int:
        """What is still to be issued."""
        return max(self.wanted - self.issued, 0)


def to_issue() -> list[PartToIssue]:
    """The parts that orders under way still wait for, by what was promised first."""
    return _rows("l.stance = 'chosen' AND l.issued < l.quantity")


def out_on_orders() -> list[PartToIssue]:
    """The parts that are out on orders which are not settled yet, so that they can come back."""
    return _rows("l.issued > 0")


def _rows(where: str) -> list[PartToIssue]:
    marks = ", ".join("?" * len(PARTS_STATES))
    sql = _LINES.format(where=where, marks=marks)
    found = run_sql(sql, *(each.value for each in PARTS_STATES)).fetchall()
    return [PartToIssue(*(*row[:12], moment(row[12]) if row[12] is not None else None)) for row in found]


_LINES = """
SELECT l.id, w.id, w.number, COALESCE(g.plate, ''), i.id, i.code, l.name, i.unit, l.quantity, l.issued,
    COALESCE(q.quantity, 0), COALESCE(q.place, ''), w.promised_at
FROM work_line l JOIN work_order w ON w.id = l.order_id JOIN item i ON i.id = l.item_id
    LEFT JOIN stock_quantity q ON q.item_id = i.id LEFT JOIN owned_goods g ON g.id = w.goods_id
WHERE l.kind = 'part' AND l.supply <> 'own' AND i.kept = 'quantity' AND w.state IN ({marks}) AND {where}
ORDER BY COALESCE(w.promised_at, 9000000000000), w.id, l.position"""
