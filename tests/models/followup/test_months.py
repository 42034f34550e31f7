"""Months of contacts, results, hand-overs and days that pass: tasks and causes never part, compliance recounts (C8)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from models.customers import losing
from models.customers.actions import ContactForm, FileForm, leave, open_file, reach_stage, register_contact
from models.customers.kinds import RegisterKind, Stage
from models.customers.losing_actions import set_intent, wake_file
from models.customers.merge_actions import merge_files, undo_merge
from models.customers.protection_actions import reassign, release
from models.customers.tables import Customer
from models.followup import lists, starting
from models.followup.actions import PromiseForm, ResultForm, make_promise, record_result
from models.followup.kinds import RESULTS, Result
from models.kernel import clock
from models.kernel.actions import acting
from models.kernel.errors import FrontdeskError
from models.kernel.permissions import Actor
from models.kernel.tables import database, milliseconds, run_sql
from models.staff.actions import leave_company
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop

_BEGIN = datetime(2031, 1, 28, 9).astimezone()
_NAMES = ("甲", "乙", "丙", "丁")
_CLOSED = "('ordered', 'delivered', 'lost')"


@dataclass(frozen=True)
class Seen:
    """An open task as it stood before a step."""

    due_at: int
    whose: int | None


def snapshot() -> dict[int, Seen]:
    rows = run_sql("SELECT id, due_at, staff_id, with_manager FROM follow_up_task WHERE state = 'open'").fetchall()
    return {task: Seen(due, None if with_manager else staff) for task, due, staff, with_manager in rows}


class Months(RuleBasedStateMachine):
    """A store over some months; every step is one action of somebody at some moment."""

    shop: Shop

    def __init__(self) -> None:
        super().__init__()
        self.whole = database.transaction()
        self.whole.__enter__()
        self.now = _BEGIN
        self.files: list[int] = []
        self.visits: set[int] = set()
        self.merges: list[int] = []
        self.before: dict[int, Seen] = {}
        self.records = 0
        self.sellers: list[Actor] = [self.shop.consultant, self.shop.colleague]

    def teardown(self) -> None:
        self.whole.rollback()
        self.whole.__exit__(None, None, None)

    def do(self, action: object, *args: object) -> object:
        """One action now; what the rules of other rooms refuse is refused."""
        self.before = snapshot()
        self.records = run_sql("SELECT count(*) FROM follow_up_result").fetchone()[0]
        with clock.standing_at(self.now):
            try:
                return action(*args)  # type: ignore[operator]
            except FrontdeskError:
                return None

    def pick(self, place: int) -> int:
        return self.files[place % len(self.files)]

    @rule(place=st.integers(0, 3), kind=st.sampled_from(RegisterKind), intent=st.sampled_from(["h", "b", "n"]))
    def a_file_is_opened(self, place: int, kind: RegisterKind, intent: str) -> None:
        if len(self.files) < 5:
            form = FileForm(_NAMES[place], phones=(f"1390000{len(self.files):04d}",), intent=intent)
            by = (*self.sellers, self.shop.reception)[place % (len(self.sellers) + 1)]
            self.files.append(self.do(open_file, by, form, ContactForm(kind)).id)  # type: ignore[attr-defined]

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4), seller=st.booleans())
    def somebody_calls(self, place: int, seller: bool) -> None:
        by = self.sellers[0] if seller else self.shop.reception
        self.do(register_contact, by, self.pick(place), ContactForm(RegisterKind.CALL))

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4), minutes=st.integers(5, 90))
    def somebody_comes_and_goes(self, place: int, minutes: int) -> None:
        came = self.do(register_contact, self.shop.reception, self.pick(place), ContactForm(RegisterKind.VISIT))
        self.now += timedelta(minutes=minutes)
        line = came.id  # type: ignore[attr-defined]
        (prospect,) = run_sql(
            f"SELECT stage NOT IN {_CLOSED} AND merged_into_id IS NULL FROM customer WHERE id = ?", self.pick(place)
        ).fetchone()
        if self.do(leave, self.shop.reception, line, "看车") and prospect:
            self.visits.add(line)

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4), level=st.sampled_from(["h", "a", "b", "c", "n"]))
    def a_level_is_set(self, place: int, level: str) -> None:
        self.do(set_intent, self.shop.manager, self.pick(place), level)

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4), days=st.integers(1, 9))
    def something_is_promised(self, place: int, days: int) -> None:
        form = PromiseForm("回电", self.now + timedelta(days=days))
        self.do(make_promise, self.sellers[0], self.pick(place), form)

    @rule(place=st.integers(0, 40), result=st.sampled_from(RESULTS), days=st.integers(1, 20), all_=st.booleans())
    def a_result_is_recorded(self, place: int, result: Result, days: int, all_: bool) -> None:
        rows = run_sql(
            "SELECT id, version, customer_id FROM follow_up_task WHERE state = 'open' ORDER BY id"
        ).fetchall()
        if rows:
            task, version, customer = rows[place % len(rows)]
            also = tuple(row[0] for row in rows if row[2] == customer) if all_ else ()
            when = self.now + timedelta(days=days) if result is Result.POSTPONED else None
            self.do(record_result, self.shop.manager, task, version, ResultForm(result, "一句", when, also=also))

    @rule(hours=st.integers(1, 24 * 12))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.do(starting.daily_pass)

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4), stage=st.sampled_from([Stage.QUOTED, Stage.ORDERED]))
    def they_come_further(self, place: int, stage: Stage) -> None:
        self.do(reach_stage, self.shop.manager, self.pick(place), stage)

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4))
    def they_are_lost(self, place: int) -> None:
        self.do(self._lose, self.pick(place))

    def _lose(self, file_id: int) -> None:
        with acting(self.shop.manager, "test.lose", None) as act:
            losing.write_loss(act, Customer.get_by_id(file_id), losing.LossForm("postponed"), 0)
            losing.set_stage(file_id, Stage.LOST)
            act.on("customer", file_id)

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4))
    def they_are_taken_up_again(self, place: int) -> None:
        self.do(wake_file, self.shop.manager, self.pick(place))

    @precondition(lambda self: self.files)
    @rule(place=st.integers(0, 4))
    def a_file_goes_back_to_the_pool(self, place: int) -> None:
        self.do(release, self.shop.manager, self.pick(place))

    @rule(to=st.booleans())
    def files_are_handed_over(self, to: bool) -> None:
        one, other = self.shop.consultant.id, self.shop.colleague.id
        self.do(reassign, self.shop.manager, *((one, other) if to else (other, one)))

    @precondition(lambda self: len(self.sellers) > 1 and len(self.files) > 2)
    @rule()
    def somebody_leaves_the_company(self) -> None:
        self.do(leave_company, self.shop.owner, self.sellers.pop().id)

    @precondition(lambda self: len(self.files) > 1)
    @rule(kept=st.integers(0, 4), gone=st.integers(0, 4))
    def files_are_merged(self, kept: int, gone: int) -> None:
        done = self.do(merge_files, self.shop.manager, self.pick(kept), self.pick(gone), ())
        if done is not None:
            self.merges.append(done.answer)  # type: ignore[attr-defined]

    @precondition(lambda self: self.merges)
    @rule()
    def a_merge_is_undone(self) -> None:
        self.do(undo_merge, self.shop.manager, self.merges.pop())

    @invariant()
    def every_prospect_looked_after_has_one_next_contact(self) -> None:
        wanted = run_sql(
            "SELECT c.id, c.last_contact_at, c.intent, s.id FROM customer c "
            "LEFT JOIN staff s ON s.id = c.owner_id AND s.left_on IS NULL WHERE c.owner_id IS NOT NULL "
            f"AND c.merged_into_id IS NULL AND c.stage NOT IN {_CLOSED} ORDER BY c.id"
        ).fetchall()
        there = run_sql(
            "SELECT customer_id, counted_from, level, staff_id FROM follow_up_task "
            "WHERE rule = 'next_contact' AND state = 'open' ORDER BY customer_id"
        ).fetchall()
        assert [tuple(row) for row in there] == [tuple(row) for row in wanted]

    @invariant()
    def every_visit_and_promise_has_its_task_in_the_right_file(self) -> None:
        called = dict(run_sql("SELECT cause_id, customer_id FROM follow_up_task WHERE rule = 'visit_left'").fetchall())
        assert self.visits <= called.keys()
        tied = dict(run_sql("SELECT id, customer_id FROM register_line").fetchall())
        assert all(tied[line] == file_id for line, file_id in called.items())
        kept = dict(run_sql("SELECT cause_id, customer_id FROM follow_up_task WHERE rule = 'promise'").fetchall())
        assert kept == dict(run_sql("SELECT id, customer_id FROM promise").fetchall())

    @invariant()
    def no_task_outlives_its_cause(self) -> None:
        wrong = run_sql(
            "SELECT t.id FROM follow_up_task t JOIN customer c ON c.id = t.customer_id WHERE t.state = 'open' AND "
            "(c.stage = 'lost' OR c.merged_into_id IS NOT NULL "
            "OR (c.stage IN ('ordered', 'delivered') AND t.rule <> 'promise') "
            "OR t.staff_id IN (SELECT id FROM staff WHERE left_on IS NOT NULL))"
        ).fetchall()
        assert wrong == []

    @invariant()
    def nothing_is_overdue_the_moment_it_is_written(self) -> None:
        now = milliseconds(self.now)
        for task, seen in snapshot().items():
            if task not in self.before or self.before[task].due_at != seen.due_at:
                assert seen.due_at >= now

    @invariant()
    def each_result_answers_the_moment_that_stood(self) -> None:
        new = "SELECT task_id, due_at, whose_id, result FROM follow_up_result ORDER BY id LIMIT 1000 OFFSET ?"
        counted: Counter[int] = Counter()
        for task, due_at, whose, result in run_sql(new, self.records).fetchall():
            if result != "reopened" and task in self.before:
                counted[task] += 1
                assert (due_at, whose) == (self.before[task].due_at, self.before[task].whose)
        assert max(counted.values(), default=0) <= 1

    @invariant()
    def compliance_is_what_a_recount_gives(self) -> None:
        with clock.standing_at(self.now):
            today = clock.today()
            counts = {row.staff_id: (row.kept, row.late, row.missed) for row in lists.compliance(today)}
        kept: Counter[tuple[int, int]] = Counter()
        for at, due_at, whose, result in run_sql(
            "SELECT at, due_at, whose_id, result FROM follow_up_result"
        ).fetchall():
            if whose and in_month(due_at, self.now) and result != "reopened" and (result != "dropped" or at > due_at):
                kept[whose, 0 if at <= due_at else 1] += 1
        for seen in snapshot().values():
            if seen.whose and seen.due_at < milliseconds(self.now) and in_month(seen.due_at, self.now):
                kept[seen.whose, 2] += 1
        people = {whose for whose, _kind in kept}
        assert counts == {whose: (kept[whose, 0], kept[whose, 1], kept[whose, 2]) for whose in people}


def in_month(due_at: int, now: datetime) -> bool:
    """Whether a stored moment lies in the month of another."""
    due = datetime.fromtimestamp(due_at / 1000).astimezone()
    return (due.year, due.month) == (now.year, now.month)


@has_long_form
def test_months_of_follow_up(folder_shop: Shop) -> None:
    Months.shop = folder_shop
    steps = settings(max_examples=campaign(12, 400), stateful_step_count=campaign(30, 80))
    run_state_machine_as_test(Months, settings=steps)
