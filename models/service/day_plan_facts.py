"""The facts of the day plan, in one language, as the planner shows that day (W1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from models.appointments import lists, planning
from models.appointments.lists import AppointmentRow
from models.customers.rules import masked_phone
from models.kernel import clock
from models.kernel.i18n import label
from models.kernel.permissions import Actor, Permission, require
from models.kernel.tables import moment, run_sql
from models.papers.facts import PaperKind
from models.service.day_plan_papers import DayPlanPaper, PlannedLane, PlannedLine
from models.shop.paper_look import paper_head


def day_plan_paper(actor: Actor, ordinal: int, language: str) -> DayPlanPaper:
    """The plan of the day with this ordinal number; each one has a number of its own, for plans change.

    Raises NotAllowed for who has no planner.
    """
    if not actor.may(Permission.KEEP_PARTS):
        require(actor, Permission.RECEIVE_VEHICLE)
    day, now = date.fromordinal(ordinal), clock.local(clock.now())
    board = lists.day_board(actor, day)
    phones, models, promised = _phones(board.rows), _models(board.rows), _promised(board.rows)
    lines = {row.id: _line(row, row.id in board.lacking, phones, models, promised, language) for row in board.rows}
    hours = board.hours.of(day)
    bays = {each.id: " · ".join(filter(None, (each.name, each.skill))) for each in board.bays}
    advisors = {each.id: each.name for each in planning.advisors()}
    advisors |= {row.advisor_id: row.advisor for row in board.rows if row.advisor_id is not None}
    return DayPlanPaper(
        store=paper_head(PaperKind.DAY_PLAN),
        number=f"YYB-{day:%Y%m%d}-{now:%H%M%S}",
        day=day,
        opens=f"{hours[0]:%H:%M}" if hours else "",
        closes=f"{hours[1]:%H:%M}" if hours else "",
        closed=board.hours.closed_days.get(day, ""),
        bays=_lanes(bays, [(row.bay_id, lines[row.id]) for row in board.rows]),
        advisors=_lanes(advisors, [(row.advisor_id, lines[row.id]) for row in board.rows]),
        kept_free=board.hours.walk_ins,
    )


def _lanes(named: Mapping[int, str], placed: Iterable[tuple[int | None, PlannedLine]]) -> tuple[PlannedLane, ...]:
    """One lane for each that has something, in their order; last what has no place yet."""
    by_key: dict[int | None, list[PlannedLine]] = {}
    for key, line in placed:
        by_key.setdefault(key if key in named else None, []).append(line)
    names: list[tuple[int | None, str]] = [*named.items(), (None, "")]
    return tuple(PlannedLane(name, tuple(by_key[key])) for key, name in names if key in by_key)


def _line(
    row: AppointmentRow,
    lacking: bool,
    phones: Mapping[int, str],
    models: Mapping[int, str],
    promised: Mapping[int, datetime],
    language: str,
) -> PlannedLine:
    return PlannedLine(
        begins_at=clock.local(row.starts_at),
        ends_at=clock.local(row.ends_at),
        plate=row.plate,
        model=models.get(row.goods_id or 0, ""),
        customer=row.customer,
        phone=masked_phone(phones.get(row.customer_id, "")),
        asked_for=" ".join(filter(None, (label(row.purpose, language), " ".join(row.wish.split())))),
        promised_at=promised.get(row.order_id or 0),
        bay=row.bay,
        advisor=row.advisor,
        state=label(row.state, language),
        lacking=lacking,
    )


def _phones(rows: Sequence[AppointmentRow]) -> dict[int, str]:
    """The first phone of each customer."""
    return dict(
        _of(
            "SELECT customer_id, number FROM customer_phone WHERE position = 0 AND customer_id IN ({marks})",
            [row.customer_id for row in rows],
        )
    )


def _models(rows: Sequence[AppointmentRow]) -> dict[int, str]:
    """Make and model of each vehicle."""
    found = _of("SELECT id, make, model FROM owned_goods WHERE id IN ({marks})", [row.goods_id for row in rows])
    return {goods_id: " ".join(filter(None, (make, model))) for goods_id, make, model in found}


def _promised(rows: Sequence[AppointmentRow]) -> dict[int, datetime]:
    """What was promised for each order that an appointment became."""
    sql = "SELECT id, promised_at FROM work_order WHERE promised_at IS NOT NULL AND id IN ({marks})"
    return {order_id: clock.local(moment(at)) for order_id, at in _of(sql, [row.order_id for row in rows])}


def _of(sql: str, ids: Iterable[int | None]) -> list[tuple[Any, ...]]:
    wanted = sorted({each for each in ids if each is not None})
    return run_sql(sql.format(marks=", ".join("?" * len(wanted))), *wanted).fetchall() if wanted else []
