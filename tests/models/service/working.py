"""Orders at work, for tests: dispatched, in work, in the quality check, ready."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.service.dispatch_actions import Assignment, dispatch_order
from models.service.kinds import Check, LineKind, Stance
from models.service.quality_actions import CheckForm, check_order, note_wash
from models.service.reading import order_view
from models.service.views import OrderLineView
from models.service.work_actions import DoneForm, finish_line, start_line
from tests.models.service.orders import Crew, LineForm, authorised
from tests.models.shops import Shop


def work_of(by: Actor, order_id: int) -> list[OrderLineView]:
    """The labour that the customer wants."""
    lines = order_view(by, order_id).lines
    return [line for line in lines if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]


def dispatch(team: Crew, order_id: int, *people: Actor) -> list[int]:
    """Give the lines to these people in turn, to the technician unless told; returns the lines."""
    who = people or (team.technician,)
    lines = [line.id for line in work_of(team.advisor, order_id)]
    given = tuple(Assignment(line, who[place % len(who)].id) for place, line in enumerate(lines))
    dispatch_order(team.advisor, order_id, given)
    return lines


def dispatched(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """An order that its technician may begin with."""
    order_id = authorised(shop, team.advisor, *lines, **order)
    dispatch(team, order_id)
    return order_id


def begun(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """The same with its first line at work."""
    order_id = dispatched(shop, team, *lines, **order)
    start_line(team.technician, work_of(team.advisor, order_id)[0].id)
    return order_id


def do_all(team: Crew, order_id: int) -> None:
    """The technician does and checks every line that is left."""
    for line in work_of(team.advisor, order_id):
        if line.done_at is None:
            if line.running_since is None:
                start_line(team.technician, line.id)
            finish_line(team.technician, line.id, DoneForm(checked=True))


def worked(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """The same in the quality check."""
    order_id = dispatched(shop, team, *lines, **order)
    do_all(team, order_id)
    return order_id


def check(team: Crew, order_id: int, km: int | None = None) -> None:
    """Both checks and the wash."""
    check_order(team.second, order_id, CheckForm(Check.SECOND, passed=True))
    check_order(team.controller, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=km))
    note_wash(team.technician, order_id)
