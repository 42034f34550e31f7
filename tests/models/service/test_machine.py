"""Every state by every action by every role (W2); random ways through the workshop keep what must hold (W5–W7)."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.kernel.errors import FrontdeskError, IllegalMove, NotAllowed, RuleError
from models.kernel.flow import available, move
from models.kernel.permissions import Actor, Role, granted
from models.kernel.store import transaction
from models.kernel.tables import run_sql
from models.service import dispatch_actions as dispatching
from models.service import extra_actions as extra
from models.service import inspection_actions as inspecting
from models.service import line_actions as lessening
from models.service import reception_actions as receiving
from models.service import standing
from models.service import work_actions as working
from models.service.estimate_actions import authorise, give_estimate, reopen_estimate
from models.service.kinds import Check, Consent, ExtraState, Stance
from models.service.part_issue_actions import PartForm, issue_parts, return_parts
from models.service.quality_actions import CheckForm, check_order, note_wash
from models.service.reading import order_view
from models.service.states import WORK_ORDER_MOVES, WorkOrderAction, WorkOrderFacts, WorkOrderState
from models.service.tables import WorkOrder
from models.staff.tables import Staff
from tests.campaigns import campaign
from tests.models.parts import shelves
from tests.models.service.orders import Crew, authorised, consent, crew, labour, part
from tests.models.service.settled import settle_as_proposed
from tests.models.service.working import work_of
from tests.models.shops import Shop, customer

S, A, R = WorkOrderState, WorkOrderAction, Role
DESK = {R.RECEPTION, R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER}
ADVISERS = {R.SERVICE_ADVISOR, R.SALES_MANAGER, R.OWNER}
BENCH = {R.TECHNICIAN, R.OWNER}
WORKSHOP = ADVISERS | BENCH
WAY: dict[tuple[S, A], tuple[S, set[Role]]] = {
    (S.BOOKED, A.RECEIVE): (S.RECEIVED, DESK),
    (S.RECEIVED, A.INSPECT): (S.INSPECTED, WORKSHOP),
    (S.INSPECTED, A.ESTIMATE): (S.ESTIMATED, ADVISERS),
    (S.ESTIMATED, A.REOPEN): (S.INSPECTED, ADVISERS),
    (S.AUTHORISED, A.REOPEN): (S.INSPECTED, ADVISERS),
    (S.ESTIMATED, A.AUTHORISE): (S.AUTHORISED, ADVISERS),
    (S.AUTHORISED, A.DISPATCH): (S.DISPATCHED, ADVISERS),
    (S.DISPATCHED, A.START): (S.IN_WORK, BENCH),
    (S.DISPATCHED, A.WAIT_APPROVAL): (S.WAITING_APPROVAL, WORKSHOP),
    (S.IN_WORK, A.WAIT_APPROVAL): (S.WAITING_APPROVAL, WORKSHOP),
    (S.DISPATCHED, A.WAIT_PARTS): (S.WAITING_PARTS, WORKSHOP),
    (S.IN_WORK, A.WAIT_PARTS): (S.WAITING_PARTS, WORKSHOP),
    (S.WAITING_APPROVAL, A.RESUME): (S.IN_WORK, WORKSHOP),
    (S.WAITING_PARTS, A.RESUME): (S.IN_WORK, WORKSHOP),
    (S.IN_WORK, A.FINISH): (S.QUALITY_CHECK, BENCH),
    (S.QUALITY_CHECK, A.FAIL): (S.IN_WORK, WORKSHOP),
    (S.QUALITY_CHECK, A.PASS): (S.READY, WORKSHOP),
    (S.READY, A.SETTLE): (S.SETTLED, ADVISERS | {R.CASHIER}),
    (S.SETTLED, A.UNSETTLE): (S.READY, {R.SALES_MANAGER, R.OWNER}),
    (S.SETTLED, A.HAND_BACK): (S.HANDED_BACK, DESK),
    (S.HANDED_BACK, A.FOLLOW_UP): (S.FOLLOWED_UP, DESK | {R.SALES}),
    (S.FOLLOWED_UP, A.CLOSE): (S.CLOSED, ADVISERS),
    **{
        (state, A.CANCEL): (S.CANCELLED, DESK)
        for state in (S.BOOKED, S.RECEIVED, S.INSPECTED, S.ESTIMATED, S.AUTHORISED, S.DISPATCHED)
    },
}
"""W2 as it is written."""


def test_the_way_is_as_written_for_every_role() -> None:
    for state in WorkOrderState:
        for action in WorkOrderAction:
            for role in Role:
                actor = Actor(1, "", frozenset({role}))
                where = (state, action, role)
                if (state, action) not in WAY:
                    with pytest.raises(IllegalMove):
                        move(WORK_ORDER_MOVES, state, action, actor, WorkOrderFacts())
                    continue
                target, may = WAY[state, action]
                if role in may:
                    assert move(WORK_ORDER_MOVES, state, action, actor, WorkOrderFacts()) is target, where
                else:
                    with pytest.raises(NotAllowed):
                        move(WORK_ORDER_MOVES, state, action, actor, WorkOrderFacts())


class _TakenBack(Exception):
    """Ends what was only tried."""


def _does(actor: Actor, order_id: int, line_id: int) -> dict[WorkOrderAction, Callable[[], Any]]:
    """What people do for each step of the workshop's part of the way."""
    return {
        A.RECEIVE: lambda: receiving.receive(actor, order_id),
        A.INSPECT: lambda: inspecting.finish_inspection(actor, order_id),
        A.ESTIMATE: lambda: give_estimate(actor, order_id),
        A.REOPEN: lambda: reopen_estimate(actor, order_id, "x"),
        A.AUTHORISE: lambda: authorise(actor, order_id, consent()),
        A.DISPATCH: lambda: dispatching.dispatch_order(actor, order_id),
        A.START: lambda: working.start_line(actor, line_id),
        A.WAIT_APPROVAL: lambda: working.wait_for_answer(actor, order_id),
        A.WAIT_PARTS: lambda: working.wait_for_parts(actor, order_id, working.WaitForm()),
        A.RESUME: lambda: working.go_on_with_order(actor, order_id),
        A.FINISH: lambda: working.finish_work(actor, order_id),
        A.FAIL: lambda: check_order(actor, order_id, CheckForm(Check.SECOND, False, "x", (line_id,))),
        A.PASS: lambda: note_wash(actor, order_id),
        A.CANCEL: lambda: receiving.cancel_order(actor, order_id, "x"),
    }


def _tried(actor: Actor, order_id: int, line_id: int, action: WorkOrderAction) -> WorkOrderState | type[Exception]:
    """Where the action leads, or how it is refused; afterwards everything is as before."""
    found: list[WorkOrderState] = []
    try:
        with transaction():
            _does(actor, order_id, line_id)[action]()
            found.append(S(run_sql("SELECT state FROM work_order WHERE id = ?", order_id).fetchone()[0]))
            raise _TakenBack
    except _TakenBack:
        return found[0]
    except (IllegalMove, NotAllowed, RuleError) as error:
        return type(error)


def test_people_move_an_order_only_as_written(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    order_id = authorised(folder_shop, team.advisor, labour())
    line_id = work_of(team.advisor, order_id)[0].id
    dispatching.assign_lines(team.advisor, order_id, (dispatching.Assignment(line_id, team.technician.id),))
    pin_hash = Staff.get_by_id(folder_shop.owner.id).pin_hash
    people = {R.TECHNICIAN: team.technician}
    for role in set(Role) - {R.TECHNICIAN}:
        roles = frozenset({role})
        people[role] = Actor(Staff.create(name=role.value, roles=roles, pin_hash=pin_hash).id, role.value, roles)
    done_by_hand = set(_does(team.advisor, order_id, line_id))
    for state in WorkOrderState:
        run_sql("UPDATE work_order SET state = ? WHERE id = ?", state.value, order_id)
        for role, actor in people.items():
            order = WorkOrder.get_by_id(order_id)
            facts = standing.facts_of(order, standing.lines_of(order))
            said = available(WORK_ORDER_MOVES, order.state, actor, facts)
            for action in WorkOrderAction:
                target, may = WAY.get((state, action), (None, set()))
                assert (action in said) is (role in may), (state, action, role)
                if action not in done_by_hand:
                    continue
                found = _tried(actor, order_id, line_id, action)
                if action is A.START and state in (S.WAITING_APPROVAL, S.WAITING_PARTS):
                    target, may = S.IN_WORK, BENCH  # another line goes on, so the order does
                if isinstance(found, S) and found is not state:
                    assert (found, role in may) == (target, True), (state, action, role)
                elif (state, action) in SURE and role in may:
                    raise AssertionError((state, action, role, found))


SURE = {
    *((S.AUTHORISED, A.DISPATCH), (S.AUTHORISED, A.REOPEN), (S.ESTIMATED, A.AUTHORISE), (S.IN_WORK, A.WAIT_PARTS)),
    *(
        (S.WAITING_PARTS, A.RESUME),
        (S.WAITING_APPROVAL, A.RESUME),
        (S.QUALITY_CHECK, A.FAIL),
        (S.INSPECTED, A.ESTIMATE),
    ),
    *((state, action) for state, action in WAY if action is A.CANCEL),
}
"""Steps that nothing blocks for the order that is tried."""


STEPS = (
    *("start", "stop", "done", "check", "release", "assign", "wait", "go_on", "issue", "return", "unused"),
    *(
        "find",
        "agree",
        "refuse",
        "withdraw",
        "less",
        "leave",
        "second",
        "final",
        "wash",
        "dispatch",
        "finish",
        "settle",
    ),
    *("reopen", "cancel"),
)


class Walk:
    """Somebody tries steps in any order; what is refused is refused, what goes through keeps the rules."""

    def __init__(self, shop: Shop, team: Crew, order_id: int, dice: random.Random) -> None:
        self.shop, self.team, self.order_id, self.dice = shop, team, order_id, dice

    def try_step(self, name: str) -> None:
        """One step by whoever may; refusals are the program's to make, and where nothing is left nothing is done."""
        with suppress(FrontdeskError, IndexError):
            getattr(self, f"_{name}")()
        self.hold()

    def hold(self) -> None:
        """What is true at every moment."""
        view = order_view(self.team.advisor, self.order_id)
        before_work = (S.BOOKED, S.RECEIVED, S.INSPECTED, S.ESTIMATED, S.CANCELLED)
        if view.row.state not in before_work:
            assert view.authorised is not None, "never dispatched without authorisation"
            assert view.authorised == view.authorisations[-1].total
        if view.settlement is not None:
            assert view.settlement.total <= (view.authorised or 0), "never settled above the ceiling"
        moved = dict(run_sql(_MOVED, self.order_id).fetchall())
        for line in view.lines:
            assert line.issued == -moved.get(line.id, 0), "the line follows the stock"
            if view.settlement is not None:
                wanted = line.quantity if line.item_id and line.stance is Stance.CHOSEN else 0
                assert line.issued == wanted, "parts issued are parts settled and returned"
        running = [line.id for line in view.lines if line.running_since is not None]
        assert not running or view.row.state is S.IN_WORK
        assert len(running) == len({session.staff_id for session in view.sessions if session.ended_at is None})
        assert run_sql("SELECT min(quantity) FROM stock_quantity").fetchone()[0] >= 0

    def _work(self) -> int:
        return self.dice.choice(work_of(self.team.advisor, self.order_id)).id

    def _who(self) -> Actor:
        return self.dice.choice((self.team.technician, self.team.second))

    def _part(self) -> PartForm:
        lines = [line for line in order_view(self.team.advisor, self.order_id).lines if line.item_id]
        return PartForm(self.dice.choice(lines).id, self.dice.choice((100, 200)))

    def _start(self) -> None:
        working.start_line(self._who(), self._work(), self.dice.random() < 0.5)

    def _stop(self) -> None:
        working.stop_line(self._who(), self._work(), working.StopForm(self.dice.choice(working.STOPPABLE)))

    def _done(self) -> None:
        working.finish_line(self._who(), self._work(), working.DoneForm(checked=self.dice.random() < 0.7))

    def _check(self) -> None:
        working.check_own_work(self._who(), self._work())

    def _all(self) -> None:
        """One of them does whatever is left."""
        who = self._who()
        for line in work_of(self.team.advisor, self.order_id):
            if line.done_at is None:
                to = (dispatching.Assignment(line.id, who.id),)
                dispatching.assign_lines(self.team.advisor, self.order_id, to)
                if line.running_since is None or line.technician_id != who.id:
                    working.start_line(who, line.id, leave=True)
                working.finish_line(who, line.id, working.DoneForm(checked=True))

    def _release(self) -> None:
        dispatching.release_technician(self.team.advisor, self._who().id, "病假")

    def _assign(self) -> None:
        to = dispatching.Assignment(self._work(), self._who().id)
        dispatching.assign_lines(self.team.advisor, self.order_id, (to,))

    def _dispatch(self) -> None:
        lines = work_of(self.team.advisor, self.order_id)
        to = tuple(dispatching.Assignment(line.id, self._who().id) for line in lines)
        dispatching.dispatch_order(self.team.advisor, self.order_id, to)

    def _wait(self) -> None:
        working.wait_for_parts(self.team.advisor, self.order_id, working.WaitForm())

    def _go_on(self) -> None:
        working.go_on_with_order(self.team.advisor, self.order_id)

    def _issue(self) -> None:
        issue_parts(self.team.parts, self.order_id, (self._part(),))

    def _return(self) -> None:
        return_parts(self.team.parts, self.order_id, (self._part(),))

    def _unused(self) -> None:
        return_parts(self.team.parts, self.order_id, (self._part(),), unused=True)

    def _find(self) -> None:
        lines = (labour("追加", 60, safety=self.dice.random() < 0.5),) if self.dice.random() < 0.7 else ()
        form = extra.ExtraForm("发现", lines, amount=0 if lines else 5_000, affects=(self._work(),))
        extra.find_extra(self.team.advisor, self.order_id, form)

    def _answer(self, action: Callable[..., Any]) -> None:
        found = [each for each in order_view(self.team.advisor, self.order_id).extras if each.state is ExtraState.OPEN]
        told = extra.AnswerForm(Consent.CALLED, "葉靜宜", "13800000322", "好", warned=True)
        if found:
            action(self.team.advisor, found[0].id, found[0].version, told)

    def _agree(self) -> None:
        self._answer(extra.agree_extra)

    def _refuse(self) -> None:
        self._answer(extra.refuse_extra)

    def _withdraw(self) -> None:
        self._answer(lambda actor, extra_id, _version, _told: extra.withdraw_extra(actor, extra_id, "x"))

    def _less(self) -> None:
        lessening.use_less(self.team.advisor, self._work(), self.dice.choice((10, 50)))

    def _leave(self) -> None:
        lessening.leave_line_out(self.team.advisor, self._work(), "x")

    def _second(self) -> None:
        fails = self.dice.random() < 0.3
        form = CheckForm(Check.SECOND, not fails, "异响" if fails else "", (self._work(),) if fails else ())
        check_order(self.team.controller, self.order_id, form)

    def _final(self) -> None:
        check_order(self.shop.owner, self.order_id, CheckForm(Check.FINAL, passed=True))

    def _wash(self) -> None:
        note_wash(self.team.technician, self.order_id)

    def _finish(self) -> None:
        working.finish_work(self.team.technician, self.order_id)

    def _settle(self) -> None:
        settle_as_proposed(self.team.advisor, self.order_id)

    def _reopen(self) -> None:
        reopen_estimate(self.team.advisor, self.order_id, "x")

    def _cancel(self) -> None:
        if self.dice.random() < 0.1:
            receiving.cancel_order(self.team.advisor, self.order_id, "x")


_MOVED = """SELECT work_line_id, sum(quantity) FROM stock_movement
    WHERE work_order_id = ? AND kind = 'issued' GROUP BY work_line_id"""
STRAIGHT = (*("dispatch", "issue", "issue", "issue", "all", "second", "final", "wash", "issue", "issue", "settle"),)


@settings(max_examples=campaign(8, 300))
@given(st.lists(st.sampled_from(STEPS), min_size=8, max_size=22), st.integers(0, 10_000))
@example(list(STRAIGHT), 3)
@example([*STRAIGHT[:4], "find", "agree", *STRAIGHT[4:]], 5)
def test_any_way_through_the_workshop_keeps_the_rules(folder_shop: Shop, steps: list[str], seed: int) -> None:
    with suppress(_TakenBack), transaction():
        walk = walking(folder_shop, seed)
        for step in ("dispatch", *steps) if seed % 3 else steps:
            walk.try_step(step)
        raise _TakenBack


def walking(shop: Shop, seed: int) -> Walk:
    """A walk that begins with an authorised order over two lines and a part."""
    team = crew(shop)
    item = shelves.part(shop)
    shelves.received(shop, item, 500)
    lines = (labour("保养", 100), labour("制动片", 80), part("滤清器", 200, 4_500, parent=0, item_id=item))
    order_id = authorised(shop, team.advisor, *lines, customer_id=customer(shop, "走单客", "13900008811"))
    return Walk(shop, team, order_id, random.Random(seed))


def test_such_a_way_does_reach_the_settlement(folder_shop: Shop) -> None:
    walk = walking(folder_shop, 1)
    for step in (*STRAIGHT[:4], "find", "agree", *STRAIGHT * 4):
        walk.try_step(step)
    view = order_view(walk.team.advisor, walk.order_id)
    assert (view.row.state, view.settlement is not None) == (S.SETTLED, True)
    assert sum(line.issued for line in view.lines) > 0


def test_everybody_who_may_do_work_is_on_the_bench() -> None:
    assert {role for role in Role if "do_work" in granted([role])} == BENCH
