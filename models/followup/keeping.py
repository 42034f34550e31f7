"""Keeping tasks in step with their causes, inside the action that changes the cause (C8).

Nothing here asks what was done: each function looks at how a cause stands and makes the tasks right, so that it does no
harm to be called twice. Returns are the ids of the tasks that were written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from models.customers.linked import resolved
from models.customers.lists import next_contact
from models.followup import standing, tasks
from models.followup.kinds import Result, TaskState, Why
from models.followup.rules import Standing, Wanted, due_after, end_of, last_day, occasions
from models.followup.tasks import Task
from models.kernel import clock
from models.kernel.tables import moment, run_sql
from models.shop.profile import trade
from models.trades import service_files
from models.trades.follow_up import (
    AFTER_WORK,
    ARRIVED,
    COMPLAINT,
    DEFECT,
    FIRST_SERVICE,
    NEXT_CONTACT,
    PROMISE,
    SATISFACTION,
    VISIT_LEFT,
    WOKEN,
    Reckoned,
    Rule,
    Whose,
)

Rules = Mapping[str, Rule]
_DATED = (Reckoned.DAYS_BEFORE, Reckoned.YEARS)
_HANDED_BACK = """SELECT customer_id, handed_back_at, advisor_id, number, state, template
    FROM work_order WHERE id = ? AND handed_back_at IS NOT NULL"""
_HANDED_OVER = """SELECT customer_id, handed_over_at, drive_minutes, consultant_id, advisor_id, number,
    (SELECT count(*) FROM delivery_item i WHERE i.delivery_id = d.id AND i.means = 'mileage' AND i.state = 'done')
    FROM delivery d WHERE id = ? AND handed_over_at IS NOT NULL"""


def customer(rules: Rules, file: Standing) -> set[int]:
    """Everything that hangs on a file: its next contact, its days, whose its tasks are, which of them are over."""
    at = clock.now()
    known = tasks.read("customer_id = ? AND (state = 'open' OR rule = 'next_contact')", file.id)
    touched = set()
    open_tasks = []
    for task in known:
        if task.state is not TaskState.OPEN:
            continue
        if why := _over(rules, file, task):
            tasks.drop(task, why)
            touched.add(task.id)
        else:
            open_tasks.append(task)
    if not (file.erased or file.merged):
        touched |= _days(rules, file, open_tasks, at)
        touched |= _woken(rules, file, at)
        touched |= _given(rules, file, open_tasks)
        touched |= _next_contact(rules, file, known, at)
    return touched


def _over(rules: Rules, file: Standing, task: Task) -> Why | None:
    """Why an open task has no reason to be any more."""
    rule = rules[task.rule]
    if why := file.dropped_for(rule):
        return why
    if rule.prospects and not file.has_owner and (task.staff_id is not None or task.rule == NEXT_CONTACT):
        return Why.POOL
    return None


def _given(rules: Rules, file: Standing, open_tasks: list[Task]) -> set[int]:
    """Tasks follow the owner of the file, and the owner where whose they are has left; a new one begins anew (C7)."""
    touched = set()
    for task in open_tasks:
        whose = file.owner_id
        if rules[task.rule].whose is not Whose.OWNER and task.staff_id and standing.active(task.staff_id):
            whose = task.staff_id
        if whose != task.staff_id:
            tasks.change(task, staff_id=whose, with_manager=0)
            touched.add(task.id)
    return touched


def _next_contact(rules: Rules, file: Standing, known: list[Task], at: datetime) -> set[int]:
    """One next contact per prospect who is looked after, moved by each contact and each level that is set (C5).

    What the level asks for too late already, of a file handed over for instance, counts from now, and a file taken from
    the pool is due before it is free again.
    """
    if file.dropped_for(rules[NEXT_CONTACT]) or not file.has_owner:
        return set()
    levels = trade().intent_levels
    due = next_contact(file.intent, file.last_contact_at, levels)
    anew = due if due >= at else next_contact(file.intent, at, levels)
    if anew != due and file.granted_until and file.granted_until > at:
        anew = min(anew, file.granted_until)
    own = ("customer", file.id)
    task = next((each for each in known if each.rule == NEXT_CONTACT and (each.cause, each.cause_id) == own), None)
    counted = {"counted_from": file.last_contact_at, "level": file.intent}
    if task is None:
        wanted = Wanted(NEXT_CONTACT, *own)
        return {tasks.open_new(wanted, file.id, file.owner_id, anew, file.last_contact_at, file.intent)}
    if task.state is not TaskState.OPEN:
        tasks.reopen(task, file.owner_id, anew, **counted)
        return {task.id}
    if (task.counted_from, task.level) == (file.last_contact_at, file.intent):
        return set()
    due = due if due >= at else end_of(clock.local(at).date())
    before = task.counted_from or file.last_contact_at
    if clock.local(file.last_contact_at).date() > clock.local(before).date():
        tasks.record(task, Result.CONTACTED, next_at=due, at=file.last_contact_at)
    tasks.change(task, due_at=due, with_manager=0, **counted)
    return {task.id}


def _days(rules: Rules, file: Standing, open_tasks: list[Task], at: datetime) -> set[int]:
    """Birthdays, anniversaries, expiries, replacement: a task while its time has come, none for a day that changed."""
    if not (file.birthday or file.goods) and not any(rules[task.rule].reckoned in _DATED for task in open_tasks):
        return set()
    today = clock.local(at).date()
    wanted = {(each.rule, each.cause_id, each.period): each for each in occasions(rules, file, today)}
    touched = set()
    for task in [each for each in open_tasks if rules[each.rule].reckoned in _DATED]:
        if (task.rule, task.cause_id, task.period) not in wanted:
            day = date.fromisoformat(task.period)
            tasks.drop(task, Why.PAST if last_day(rules[task.rule], day) < today else Why.DATE_CHANGED)
            open_tasks.remove(task)
            touched.add(task.id)
    for each in wanted.values():
        if not file.dropped_for(rules[each.rule]) and each.due_on:
            touched |= _ensured(each, file, end_of(each.due_on))
    return touched


def _woken(rules: Rules, file: Standing, at: datetime) -> set[int]:
    rule = rules[WOKEN]
    if not file.loss_woken or file.dropped_for(rule):
        return set()
    wanted = Wanted(WOKEN, "customer_loss", file.loss_woken)
    due = due_after(rule, at, at)
    return set() if due is None or tasks.caused_by(wanted) else _ensured(wanted, file, due)


def _ensured(wanted: Wanted, file: Standing, due_at: datetime) -> set[int]:
    """The task, written if it never was; opened again if only a cause that has come back had it dropped."""
    task = tasks.caused_by(wanted)
    whose = wanted.staff_id if wanted.staff_id and standing.active(wanted.staff_id) else file.owner_id
    if task is None:
        return {tasks.open_new(wanted, file.id, whose, due_at)}
    if task.state is TaskState.DROPPED:
        tasks.reopen(task, whose, due_at)
        return {task.id}
    return set()


def visit(rules: Rules, line_id: int) -> set[int]:
    """A visit that ended without a sale calls for a call; one that was taken back does not (C8)."""
    row = run_sql("SELECT kind, left_at, customer_id FROM register_line WHERE id = ?", line_id).fetchone()
    if row is None or row[0] != "visit":
        return set()
    _kind, left_at, customer_id = row
    wanted = Wanted(VISIT_LEFT, "register_line", line_id)
    task = tasks.caused_by(wanted)
    files = standing.of([customer_id] if customer_id else [])
    if not files or left_at is None:
        if task and task.state is TaskState.OPEN:
            tasks.drop(task, Why.TAKEN_BACK)
            return {task.id}
        return set()
    (file,) = files
    due = due_after(rules[VISIT_LEFT], moment(left_at), clock.now())
    if due is None or file.dropped_for(rules[VISIT_LEFT]):
        return set()
    if task is None:
        return _replaced(file.id) | {tasks.open_new(wanted, file.id, file.owner_id, due)}
    if task.state is TaskState.DROPPED and _last_why(task) is Why.TAKEN_BACK:
        tasks.reopen(task, file.owner_id, due, customer_id=file.id)
        return {task.id}
    return set()


def _replaced(customer_id: int) -> set[int]:
    """The calls after earlier visits: who came again need not be asked about those."""
    earlier = tasks.read("customer_id = ? AND state = 'open' AND rule = 'visit_left'", customer_id)
    for task in earlier:
        tasks.drop(task, Why.CAME_AGAIN)
    return {task.id for task in earlier}


def _last_why(task: Task) -> Why:
    sql = "SELECT why FROM follow_up_result WHERE task_id = ? AND result = 'dropped' ORDER BY id DESC LIMIT 1"
    row = run_sql(sql, task.id).fetchone()
    return Why(row[0]) if row else Why.NONE


def promise(rules: Rules, promise_id: int) -> set[int]:
    """A promise is a task of whoever made it, due when it was promised for."""
    row = run_sql("SELECT customer_id, staff_id, what, keep_at FROM promise WHERE id = ?", promise_id).fetchone()
    wanted = Wanted(PROMISE, "promise", promise_id, about=row[2])
    (file,) = standing.of([resolved(row[0])])
    if tasks.caused_by(wanted) or file.dropped_for(rules[PROMISE]):
        return set()
    whose = row[1] if standing.active(row[1]) else file.owner_id
    return {tasks.open_new(wanted, file.id, whose, moment(row[3]))}


def delivery(rules: Rules, delivery_id: int) -> set[int]:
    """The calls after a hand-over: who drove home arrived, the same day; satisfied; a vehicle's first service (C8)."""
    row = run_sql(_HANDED_OVER, delivery_id).fetchone()
    if row is None:
        return set()
    customer_id, handed_over_at, drive, seller, advisor, number, vehicle = row
    begun = moment(handed_over_at)
    (file,) = standing.of([resolved(customer_id)])
    home = min(begun + timedelta(minutes=drive), end_of(clock.local(begun).date()))
    touched = _called_after(rules[ARRIVED], delivery_id, file, seller, home, number) if drive else set()
    touched |= _called_after(rules[SATISFACTION], delivery_id, file, advisor, begun, number)
    if vehicle:
        touched |= _called_after(rules[FIRST_SERVICE], delivery_id, file, advisor, begun, number)
    return touched


def _called_after(
    rule: Rule, delivery_id: int, file: Standing, staff_id: int | None, begun: datetime, about: str
) -> set[int]:
    wanted = Wanted(rule.code, "delivery", delivery_id, about=about)
    due = due_after(rule, begun, clock.now())
    if due is None or file.dropped_for(rule) or tasks.caused_by(wanted):
        return set()
    whose = staff_id if staff_id and standing.active(staff_id) else file.owner_id
    return {tasks.open_new(wanted, file.id, whose, due)}


def work_order(rules: Rules, order_id: int) -> set[int]:
    """The call after the workshop handed back, as soon as the order's template says; over once they were asked (C8)."""
    row = run_sql(_HANDED_BACK, order_id).fetchone()
    if row is None:
        return set()
    customer_id, at, advisor, number, state, template = row
    wanted = Wanted(AFTER_WORK, "work_order", order_id, about=number)
    task = tasks.caused_by(wanted)
    if state != "handed_back":
        if task is None or task.state is not TaskState.OPEN:
            return set()
        tasks.drop(task, Why.ASKED)
        return {task.id}
    rule = rules[AFTER_WORK]
    days = service_files.shipped()[template].follow_up_days
    (file,) = standing.of([resolved(customer_id)])
    due = due_after(rule if days is None else replace(rule, after=days), moment(at), clock.now())
    if due is None or file.dropped_for(rule) or task is not None:
        return set()
    return {tasks.open_new(wanted, file.id, advisor if standing.active(advisor) else file.owner_id, due)}


def survey(survey_id: int) -> set[int]:
    """Whoever answered a survey was called for it: the satisfaction call is done, in time or not (C10)."""
    sql = "SELECT subject, subject_id, declined, said, asked_by_id FROM survey WHERE id = ?"
    subject, subject_id, declined, said, asked_by = run_sql(sql, survey_id).fetchone()
    rule = SATISFACTION if subject == "delivery" else AFTER_WORK
    task = tasks.caused_by(Wanted(rule, subject, subject_id))
    if task is None or task.state is not TaskState.OPEN:
        return set()
    now = clock.now()
    tasks.record(task, Result.REFUSED if declined else Result.REACHED, note=said, staff_id=asked_by, at=now)
    tasks.change(task, state=TaskState.DONE.value, closed_at=now)
    return {task.id}


def complaint(rules: Rules, complaint_id: int) -> set[int]:
    """A complaint is a task of whoever answers for it until it is closed, due on its deadline (C8)."""
    sql = "SELECT customer_id, owner_id, due_on, number, state FROM complaint WHERE id = ?"
    customer_id, owner_id, due_on, number, state = run_sql(sql, complaint_id).fetchone()
    if customer_id is None:
        return set()
    wanted = Wanted(COMPLAINT, "complaint", complaint_id, about=number)
    task = tasks.caused_by(wanted)
    if state == "closed":
        if task is None or task.state is not TaskState.OPEN:
            return set()
        tasks.drop(task, Why.SETTLED)
        return {task.id}
    (file,) = standing.of([resolved(customer_id)])
    if file.dropped_for(rules[COMPLAINT]):
        return set()
    whose, due = owner_id if standing.active(owner_id) else file.owner_id, end_of(date.fromisoformat(due_on))
    if task is None:
        return {tasks.open_new(wanted, file.id, whose, due)}
    if task.state is not TaskState.OPEN:
        tasks.reopen(task, whose, due)
    elif (task.staff_id, task.due_at) != (whose, due):
        tasks.change(task, staff_id=whose, due_at=due)
    else:
        return set()
    return {task.id}


def defect(rules: Rules, defect_id: int) -> set[int]:
    """A defect is a task of whoever has it put right, due on its day; it ends when it is (D5)."""
    sql = "SELECT customer_id, staff_id, what, due_on, mended_on FROM delivery_defect WHERE id = ?"
    customer_id, staff_id, what, due_on, mended_on = run_sql(sql, defect_id).fetchone()
    wanted = Wanted(DEFECT, "delivery_defect", defect_id, about=what)
    task = tasks.caused_by(wanted)
    if mended_on is not None:
        if task is None or task.state is not TaskState.OPEN:
            return set()
        tasks.drop(task, Why.MENDED)
        return {task.id}
    (file,) = standing.of([resolved(customer_id)])
    if task is not None or file.dropped_for(rules[DEFECT]):
        return set()
    whose = staff_id if standing.active(staff_id) else file.owner_id
    return {tasks.open_new(wanted, file.id, whose, end_of(date.fromisoformat(due_on)))}


def next_step(rules: Rules, drive_id: int) -> set[int]:
    """What was agreed after a test drive is a promise of who accompanied it, due when it was agreed for (S4)."""
    sql = "SELECT customer_id, consultant_id, next_step, next_at FROM test_drive WHERE id = ? AND state = 'closed'"
    row = run_sql(sql, drive_id).fetchone()
    if row is None or row[3] is None:
        return set()
    wanted = Wanted(PROMISE, "test_drive", drive_id, about=row[2])
    (file,) = standing.of([resolved(row[0])])
    if tasks.caused_by(wanted) or file.dropped_for(rules[PROMISE]):
        return set()
    whose = row[1] if standing.active(row[1]) else file.owner_id
    return {tasks.open_new(wanted, file.id, whose, moment(row[3]))}


def leaver(staff_id: int) -> set[int]:
    """Who has left keeps no tasks: a promise goes to who looks after the customer, the rest waits for the manager."""
    left = tasks.read("staff_id = ? AND state = 'open'", staff_id)
    for task in left:
        owner = next((each.owner_id for each in standing.of([task.customer_id])), None)
        tasks.change(task, staff_id=None if owner == staff_id else owner, with_manager=0)
    return {task.id for task in left}


def homes(customer_ids: set[int]) -> set[int]:
    """After a merge or its undo: each task stands in the file in which its cause stands (C3)."""
    marks = ",".join("?" * len(customer_ids))
    merges = f"SELECT 1 FROM customer_merge WHERE kept_id IN ({marks}) OR gone_id IN ({marks}) LIMIT 1"
    if run_sql(merges, *customer_ids, *customer_ids).fetchone() is None:
        return set()
    merged = run_sql(f"SELECT id FROM customer WHERE merged_into_id IN ({marks})", *customer_ids).fetchall()
    around = sorted(customer_ids | {row[0] for row in merged})
    marks = ",".join("?" * len(around))
    touched = set()
    for task in tasks.read(f"customer_id IN ({marks})", *around):
        belongs = _belongs(task)
        if belongs != task.customer_id:
            tasks.change(task, customer_id=belongs)
            touched.add(task.id)
    return touched


def _belongs(task: Task) -> int:
    """The file of a task's cause; a cause that is a file itself stays with it."""
    if task.cause == "customer":
        return task.cause_id
    row = run_sql(f"SELECT customer_id FROM {task.cause} WHERE id = ?", task.cause_id).fetchone()
    return resolved(row[0]) if row and row[0] else task.customer_id
