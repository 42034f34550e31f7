"""Two technicians and an advisor on one order at once, each with a program of their own (W6, W7)."""

from __future__ import annotations

import multiprocessing
import random
from contextlib import suppress

import pytest

from models.kernel import audit
from models.kernel.errors import FrontdeskError
from models.kernel.permissions import Actor
from models.kernel.tables import database, run_sql
from models.service import dispatch_actions as dispatching
from models.service import extra_actions as extra
from models.service import work_actions as working
from models.service.kinds import Consent
from models.service.reading import order_view
from models.service.work_actions import DoneForm, StopForm
from tests.campaigns import campaign, has_long_form
from tests.models.cashier.test_cashiers_at_once import _open as open_past_the_lock
from tests.models.service.orders import Crew, authorised, crew, labour
from tests.models.service.working import dispatch, work_of
from tests.models.shops import Shop

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
ROUNDS = campaign(12, 120)


def _program(shop: Shop, team: Crew, order_id: int, seat: int, start: object, failed: object) -> None:
    """One seat: technicians grab lines from each other, the advisor moves them and finds extra work."""
    dice = random.Random(seat)
    try:
        open_past_the_lock(shop.address)
        start.wait(60)  # type: ignore[attr-defined]
        for _round in range(ROUNDS):
            with suppress(FrontdeskError):
                if seat == 2:
                    _advise(team, order_id, dice)
                else:
                    _work(team, (team.technician, team.second)[seat], order_id, dice)
        database.close()
    except BaseException as error:
        failed.put(repr(error))  # type: ignore[attr-defined]
        raise


def _work(team: Crew, who: Actor, order_id: int, dice: random.Random) -> None:
    line = dice.choice(work_of(team.advisor, order_id)).id
    if dice.random() < 0.6:
        working.start_line(who, line, leave=True)
    elif dice.random() < 0.7:
        working.stop_line(who, line, StopForm())
    else:
        working.finish_line(who, line, DoneForm(checked=dice.random() < 0.3))


def _advise(team: Crew, order_id: int, dice: random.Random) -> None:
    line = dice.choice(work_of(team.advisor, order_id)).id
    view = order_view(team.advisor, order_id)
    waiting = [each for each in view.extras if each.state.value == "open"]
    if waiting:
        told = extra.AnswerForm(Consent.CALLED, "葉靜宜", "13800000322", "好", warned=True)
        extra.agree_extra(team.advisor, waiting[0].id, waiting[0].version, told)
    elif dice.random() < 0.3:
        form = extra.ExtraForm("发现", (labour("追加", 30),), affects=(line,))
        extra.find_extra(team.advisor, order_id, form)
    else:
        who = dice.choice((team.technician, team.second)).id
        dispatching.assign_lines(team.advisor, order_id, (dispatching.Assignment(line, who),))


@has_long_form
def test_two_technicians_and_an_advisor_on_one_order(shop: Shop) -> None:
    team = crew(shop)
    order_id = authorised(shop, team.advisor, labour("保养"), labour("制动片"), labour("四轮定位"))
    dispatch(team, order_id, team.technician, team.second)
    database.close()
    context = multiprocessing.get_context("fork")
    start, failed = context.Barrier(3), context.SimpleQueue()
    programs = [context.Process(target=_program, args=(shop, team, order_id, seat, start, failed)) for seat in range(3)]
    for program in programs:
        program.start()
    for program in programs:
        program.join(300)
    assert failed.empty(), failed.get()
    assert [program.exitcode for program in programs] == [0] * 3
    view = order_view(team.advisor, order_id)
    running = [session for session in view.sessions if session.ended_at is None]
    assert len(running) == len({session.staff_id for session in running}) == len({each.line_id for each in running})
    assert {line.id for line in view.lines if line.running_since} == {session.line_id for session in running}
    assert view.authorised == view.totals.total == view.authorisations[-1].total
    assert len(view.sessions) > 1
    overlapping = run_sql(_OVERLAP).fetchone()[0]
    assert overlapping == 0, "nobody is at two lines at once, no line in two hands"
    assert list(audit.broken_lines()) == []


_OVERLAP = """SELECT count(*) FROM work_session a JOIN work_session b ON a.id < b.id
    AND (a.staff_id = b.staff_id OR a.line_id = b.line_id)
    AND b.started_at < coalesce(a.ended_at, b.started_at + 1)"""
