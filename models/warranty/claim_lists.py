"""What screens read of claims to makers (W10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.kernel import clock
from models.kernel.flow import available
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.warranty.kinds import CLAIM_MOVES, ClaimAction, ClaimState

WAITED = 30
"""After so many days without an answer somebody should ask the maker."""

_ROWS = """SELECT m.id, m.version, m.number, m.state, m.customer_id, c.name, m.goods_id,
    coalesce(g.make || ' ' || g.model || ' ' || g.plate, ''), m.work_order_id, m.maker, m.maker_number, m.what,
    m.amount, m.paid, m.sent_on, m.answered_on, m.answer, s.name
    FROM warranty_claim m JOIN customer c ON c.id = m.customer_id JOIN staff s ON s.id = m.staff_id
    LEFT JOIN owned_goods g ON g.id = m.goods_id WHERE {where} ORDER BY m.id DESC"""


class ClaimFilter(LabelledEnum):
    """The chips above the list."""

    OPEN = "open", N_("Not settled")
    PAID = "paid", N_("Paid")
    REFUSED = "refused", N_("Refused")
    ALL = "all", N_("All")


_FILTERS = {
    ClaimFilter.OPEN: "m.state IN ('drafted', 'sent')",
    ClaimFilter.PAID: "m.state = 'paid'",
    ClaimFilter.REFUSED: "m.state = 'refused'",
    ClaimFilter.ALL: "1 = 1",
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim to a maker; amounts in fen."""

    id: int
    version: int
    number: str
    state: ClaimState
    customer_id: int
    customer: str
    goods_id: int | None
    goods: str
    work_order_id: int | None
    maker: str
    maker_number: str
    what: str
    amount: int
    paid: int | None
    sent_on: date | None
    answered_on: date | None
    answer: str
    staff: str

    @property
    def waits_long(self) -> bool:
        """Whether the maker has not answered for so long that somebody should ask."""
        return (
            self.state is ClaimState.SENT and self.sent_on is not None and (clock.today() - self.sent_on).days > WAITED
        )

    def actions(self, actor: Actor) -> set[ClaimAction]:
        """What this person may do with it now."""
        return {ClaimAction(each) for each in available(CLAIM_MOVES, self.state, actor, None)}


def claims(shown: ClaimFilter) -> list[ClaimRow]:
    """The claims a chip shows, newest first."""
    return _read(_FILTERS[shown])


def counts() -> dict[ClaimFilter, int]:
    """How many each chip shows."""
    return {
        shown: int(run_sql(f"SELECT count(*) FROM warranty_claim m WHERE {where}").fetchone()[0])
        for shown, where in _FILTERS.items()
    }


def claim(claim_id: int) -> ClaimRow:
    """One claim. Raises IndexError for an unknown one."""
    return _read("m.id = ?", claim_id)[0]


def outstanding() -> int:
    """What makers owe, in fen: claimed, sent, and neither paid nor refused."""
    return int(run_sql("SELECT coalesce(sum(amount), 0) FROM warranty_claim WHERE state = 'sent'").fetchone()[0])


def _read(where: str, *values: object) -> list[ClaimRow]:
    return [_row(*row) for row in run_sql(_ROWS.format(where=where), *values).fetchall()]


def _row(*row: Any) -> ClaimRow:
    head, goods, rest = row[:7], row[7], row[8:14]
    days = [date.fromisoformat(each) if each else None for each in row[14:16]]
    told = [*head[:3], ClaimState(head[3]), *head[4:], " ".join(goods.split()), *rest, *days, *row[16:]]
    return ClaimRow(*told)
