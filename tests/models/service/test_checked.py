"""The check of a store finds what breaks a rule of the workshop, and nothing in a sound one (W1 to W9)."""

from __future__ import annotations

from contextlib import suppress

from models.checking import workshop
from models.kernel.store import transaction
from models.kernel.tables import run_sql
from tests.models.appointments.booking import at, booked, two_bays
from tests.models.service.orders import crew
from tests.models.service.working import check, worked
from tests.models.shops import Shop, customer

DAMAGE = (
    ("UPDATE work_order SET authorised = NULL WHERE id = {done}", "never authorised"),
    ("UPDATE work_order SET authorised = authorised + 1 WHERE id = {done}", "ceiling"),
    ("UPDATE work_order SET received_at = NULL WHERE id = {done}", "its record says otherwise"),
    ("UPDATE work_line SET issued = 100 WHERE order_id = {done}", "the stock says otherwise"),
    (
        "UPDATE work_session SET ended_at = NULL WHERE id = (SELECT min(id) FROM work_session WHERE order_id = {done})",
        "work goes on",
    ),
    ("UPDATE work_session SET staff_id = {second} WHERE order_id = {done}", "who had worked on it"),
    ("UPDATE appointment SET work_order_id = {done}", "do not belong to each other"),
)


def told() -> list[str]:
    """Everything that the check of the workshop says."""
    return [*workshop.orders(), *workshop.work(), *workshop.appointments()]


class _TakenBack(Exception):
    """Ends a damage."""


def told_after(sql: str) -> list[str]:
    """What the check says of a damage, which is taken back."""
    found: list[str] = []
    with suppress(_TakenBack), transaction():
        run_sql(sql)
        found = told()
        raise _TakenBack
    return found


def test_damage_is_found_and_a_sound_store_is_silent(shop: Shop) -> None:
    team = crew(shop)
    done = worked(shop, team)
    check(team, done)
    bay, other = two_bays(shop)
    booked(shop, team.advisor, at(1, 9), customer(shop, "丙", "13700002222"), bay_id=bay)
    booked(shop, team.advisor, at(1, 9), customer(shop, "丁", "13700003333"), bay_id=other)
    assert told() == []
    for sql, says in DAMAGE:
        found = told_after(sql.format(done=done, second=team.second.id, bay=bay))
        assert any(says in line for line in found), (says, found)
    assert told() == []
