"""What the files say that follow-up goes by, read in as few statements as there are kinds of facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from models.customers.kinds import Stage
from models.followup.rules import Goods, Standing
from models.kernel.tables import moment, run_sql

_FACTS = """SELECT c.id, c.owner_id, s.id, s.left_on, c.intent, c.stage, c.last_contact_at, c.birthday,
    c.merged_into_id, c.erased_at, c.granted_until,
    (SELECT max(l.id) FROM customer_loss l WHERE l.customer_id = c.id AND l.woken_at IS NOT NULL),
    (SELECT count(*) FROM owned_goods g WHERE g.customer_id = c.id AND g.gone_on IS NULL)
    FROM customer c LEFT JOIN staff s ON s.id = c.owner_id WHERE c.id IN ({marks})"""
_GOODS = """SELECT g.id, g.make, g.model, g.plate, o.advisor_id, g.bought_on, g.insurance_until, g.inspection_until,
    g.warranty_until, o.next_expected_on FROM owned_goods g LEFT JOIN work_order o ON o.id = (
    SELECT max(w.id) FROM work_order w WHERE w.goods_id = g.id AND w.state IN ('handed_back', 'followed_up', 'closed'))
    WHERE g.customer_id = ? AND g.gone_on IS NULL ORDER BY g.id"""


def of(customer_ids: Iterable[int]) -> list[Standing]:
    """How these customers stand; who is unknown is left out."""
    wanted = sorted(customer_ids)
    if not wanted:
        return []
    marks = ",".join("?" * len(wanted))
    return [_standing(*row) for row in run_sql(_FACTS.format(marks=marks), *wanted).fetchall()]


def _standing(
    customer_id: int,
    owner: int | None,
    known: int | None,
    left_on: str | None,
    intent: str,
    stage: str,
    last: int,
    birthday: str | None,
    merged_into: int | None,
    erased_at: int | None,
    granted_until: int | None,
    loss_woken: int | None,
    goods: int,
) -> Standing:
    return Standing(
        id=customer_id,
        owner_id=owner if known and not left_on else None,
        has_owner=owner is not None,
        intent=intent,
        stage=Stage(stage),
        last_contact_at=moment(last),
        birthday=_day(birthday),
        merged=merged_into is not None,
        erased=erased_at is not None,
        loss_woken=loss_woken or 0,
        granted_until=None if granted_until is None else moment(granted_until),
        goods=[_goods(*row) for row in run_sql(_GOODS, customer_id).fetchall()] if goods else (),
    )


def _goods(goods_id: int, make: str, model: str, plate: str, advisor_id: int | None, *days: Any) -> Goods:
    name = " ".join(part for part in (make, model, plate) if part)
    bought, insurance, inspection, warranty, service = map(_day, days)
    return Goods(goods_id, name, bought, insurance, inspection, warranty, service, advisor_id)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def active(staff_id: int) -> bool:
    """Whether this person still works here."""
    return run_sql("SELECT 1 FROM staff WHERE id = ? AND left_on IS NULL", staff_id).fetchone() is not None
