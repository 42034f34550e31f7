"""kill -9 at the showroom in the middle of receptions: whoever was received still is, and nothing is half done."""

from __future__ import annotations

import random

import pytest

from models.kernel import audit
from models.kernel.tables import database, run_sql
from models.rotation import lists, log, soundness
from models.rotation.actions import go_away, sign_in
from models.rotation.desk import Answer
from models.rotation.events import Arrive
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from tests.campaigns import campaign, has_long_form
from tests.faults.test_kill import lost
from tests.faults.working import Saved, work_until_killed
from tests.models.shops import Shop, opened

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def _arrival(shop: Shop, dice: random.Random) -> Saved:
    kind = dice.choice((ArrivalKind.NEW, ArrivalKind.ASKS_FOR, ArrivalKind.VISITOR))
    who = shop.colleague.id if kind is ArrivalKind.ASKS_FOR else None
    about = f"看{dice.getrandbits(60)}"
    form = ArrivalForm(kind, who=who, name=dice.choice(("", "赵六")), about=about, token=about)
    told = arrive(shop.reception, form).answer
    assert isinstance(told, Answer)
    return Saved("register_line", told.line_id, about)


def _end(shop: Shop, dice: random.Random) -> Saved:
    board = lists.board()
    here = [each.line_id for each in (*board.receptions, *board.unattended)]
    if not here:
        return _arrival(shop, dice)
    return _event(finish_reception(shop.reception, dice.choice(here), ReceptionResult.QUOTE).answer)


def _presence(shop: Shop, dice: random.Random) -> Saved:
    who = dice.choice((shop.consultant.id, shop.colleague.id))
    if dice.random() < 0.3:
        return _event(go_away(shop.reception, who, "高经理").answer)
    return _event(sign_in(shop.reception, (shop.consultant.id, shop.colleague.id)).answer)


def _event(answer: object) -> Saved:
    assert isinstance(answer, Answer)
    row = run_sql(
        "SELECT e.id, content FROM rotation_event e JOIN rotation_day d ON d.id = e.day_id "
        "WHERE d.day = ? AND number = ?",
        *(answer.day.isoformat(), answer.number),
    )
    return Saved("rotation_event", *row.fetchone())


FLOOR = (_presence, _arrival, _arrival, _end)


def check_floor() -> int:
    """The log replays to the floor on screen, and the register says who is here; returns how many are received."""
    log.forget()
    assert list(soundness.differences()) == []
    assert list(audit.broken_lines()) == []
    board = lists.board()
    received = {each.line_id: each.receiver_id for each in board.receptions}
    waiting = {each.line_id for each in board.unattended}
    events = [entry.event for day in log.all_days() for entry in log.state_of(day).log]
    kinds = {int(each.customer): each.kind for each in events if isinstance(each, Arrive)}
    lines = run_sql("SELECT id, staff_id, left_at FROM register_line WHERE substr(about, 1, 1) = '看'").fetchall()
    assert {line for line, _staff, _left in lines} == kinds.keys(), "no visit without its line in the log"
    for line, staff, left in lines:
        if kinds[line] is not ArrivalKind.VISITOR:
            assert (left is None) == (line in received or line in waiting)
        assert received.get(line, staff) == staff
    return len(received)


def kill_in_the_middle(shop: Shop, cycles: int) -> int:
    """Kill somebody at the desk again and again; returns in how many cycles a reception was under way."""
    under_way = 0
    for cycle in range(cycles):
        said = work_until_killed(shop, cycle, things=FLOOR)
        assert said, "each does something before the end"
        with opened(shop.address):
            assert lost(said) == []
            under_way += bool(check_floor())
            for each in lists.board().receptions[: cycle % 2]:
                finish_reception(shop.reception, each.line_id, ReceptionResult.ORDER)
                check_floor()
    return under_way


@has_long_form
@pytest.mark.parametrize("kind", ["closed_shop", "closed_server_shop"])
def test_receptions_go_on_after_the_plug_was_pulled(request: pytest.FixtureRequest, kind: str) -> None:
    cycles = campaign(12, 300)
    assert kill_in_the_middle(request.getfixturevalue(kind), cycles) >= max(1, cycles // 20)


def test_the_control_that_speaks_too_early_is_found_out(closed_shop: Shop) -> None:
    """Were an arrival told before its commit, this would notice."""
    said = work_until_killed(closed_shop, 1, too_early=True, things=FLOOR)
    with opened(closed_shop.address):
        assert lost(said) == said
        assert check_floor() == 0


def test_the_control_with_half_an_arrival_is_found_out(closed_shop: Shop) -> None:
    """Were a visit in the register without its line in the log, or its end not there, this would notice."""
    kill_in_the_middle(closed_shop, 2)
    halves = (
        "UPDATE register_line SET left_at = CASE WHEN left_at IS NULL THEN at END WHERE substr(about, 1, 1) = '看'",
        "UPDATE register_line SET about = '看' WHERE id = (SELECT min(id) FROM register_line)",
        "UPDATE rotation_day SET line_up = '[]'",
    )
    for half in halves:
        with opened(closed_shop.address), database.atomic() as transaction:
            run_sql(half)
            with pytest.raises(AssertionError):
                check_floor()
            transaction.rollback()
            check_floor()
