"""What a person does with follow-ups: says what came of one, promises something, sets the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.complaints.actions import spoken_with
from models.customers.actions import ContactForm, write_contact
from models.customers.kinds import RegisterKind
from models.customers.lists import next_contact
from models.customers.tables import Customer
from models.followup import standing, starting, tasks
from models.followup.kinds import RESULTS, SPOKEN, Result, TaskAction, Why
from models.followup.rules import MOST_TRIES, MOVES, after_result
from models.followup.tables import FollowUpTask, Promise
from models.followup.tasks import Task
from models.kernel import clock, flow
from models.kernel.actions import Act, action
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.i18n import _
from models.kernel.permissions import Permission
from models.kernel.tables import milliseconds, run_sql
from models.service.hand_back_actions import followed_up
from models.service.kinds import EventKind
from models.service.states import WorkOrderState
from models.service.tables import WorkOrder
from models.service.writing import log, on
from models.shop.profile import trade, write_trade
from models.trades.follow_up import (
    AFTER_WORK,
    COMPLAINT,
    NEXT_CONTACT,
    PROMISE,
    SATISFACTION,
    check_follow_up,
    rules_of,
)
from models.trades.template import FollowUp, IntentLevel

FARTHEST = timedelta(days=3 * 366)
"""How far ahead anything may be promised or put off."""

MOST_DAYS = 365
"""The longest a level of intent may wait for the next contact."""


@dataclass(frozen=True)
class PromiseForm:
    """What is promised, and by when."""

    what: str
    keep_at: datetime


@dataclass(frozen=True)
class ResultForm:
    """What came of a task (C8): ``note`` is a line about it, ``next_at`` the customer's time, ``intent`` a new level.

    ``also`` are other tasks of the same customer that the same call settles.
    """

    result: Result
    note: str
    next_at: datetime | None = None
    intent: str = ""
    promise: PromiseForm | None = None
    also: tuple[int, ...] = ()


@action(Permission.FOLLOW_UP)
def record_result(act: Act, task_id: int, version: int, form: ResultForm) -> None:
    """Say what came of a task; who was spoken to is a contact of the call register (C8).

    Raises RuleError at the field that is wrong, StaleEdit where somebody was faster, NotAllowed for another's task.
    """
    task = _held(act, task_id, version)
    _check(form)
    line_id = None
    if form.result in SPOKEN:
        about = form.note if len(form.note) <= 200 else form.note[:199] + "…"
        line_id = write_contact(act, task.customer_id, ContactForm(RegisterKind.CALL, result=about)).id
    if form.intent:
        _set_intent(act, task.customer_id, form.intent)
    if form.promise:
        _write_promise(act, task.customer_id, form.promise)
    for each in (task, *_others(act, task, form.also)):
        _settle(act, each, form, line_id)
        if each.rule == AFTER_WORK:
            _asked_after_work(act, each, form)
        if each.rule == COMPLAINT:
            spoken_with(act, each.cause_id, form.note)
    act.on("follow_up", task_id)
    act.touch("customer", task.customer_id)
    act.note(rule=task.rule, result=form.result.value, customer=task.customer_id)


def _held(act: Act, task_id: int, version: int) -> Task:
    row = FollowUpTask.get_by_id(task_id)
    if row.version != version:
        raise StaleEdit({"state": row.state, "due_at": row.due_at}, {})
    (task,) = tasks.read("id = ?", task_id)
    if task.staff_id in (None, act.actor.id) or act.actor.may(Permission.MANAGE_FILES):
        return task
    raise NotAllowed("This is a colleague's follow-up: theirs or a manager's to do.")


def _check(form: ResultForm) -> None:
    if form.result not in RESULTS:
        raise RuleError("Choose what came of it.", field="result")
    if not form.note:
        raise RuleError("Write a line about it.", field="note")
    if form.result is Result.POSTPONED and form.next_at is None:
        raise RuleError("Ask when it suits, and type that time.", field="next_at")
    if form.next_at is not None:
        _check_ahead(form.next_at, "next_at")
    if form.intent and form.intent not in {level.code for level in trade().intent_levels}:
        raise RuleError("There is no level of intent called {code}.", field="intent", code=form.intent)


def _check_ahead(moment: datetime, field: str) -> None:
    now = clock.now()
    if moment < now:
        raise RuleError("This time is past already.", field=field)
    if moment > now + FARTHEST:
        raise RuleError("This is too far ahead.", field=field)


def _others(act: Act, task: Task, also: tuple[int, ...]) -> list[Task]:
    """The other tasks of the same customer that the call settles too."""
    found = [each for each in also if each != task.id]
    others = [held for each in found for held in tasks.read("id = ?", each)]
    if any(each.customer_id != task.customer_id for each in others):
        raise RuleError("This task is another customer's.", field="also")
    allowed = (None, act.actor.id)
    return [each for each in others if each.staff_id in allowed or act.actor.may(Permission.MANAGE_FILES)]


def _settle(act: Act, task: Task, form: ResultForm, line_id: int | None) -> None:
    """Write the result and what it makes of one task: done, or due again; the third miss hands it to the manager."""
    now = clock.now()
    again, counted = _next_contact(task) if task.rule == NEXT_CONTACT and form.result in SPOKEN else (None, {})
    if task.rule == COMPLAINT:
        again = task.due_at
    missed = tasks.tries([task.id]).get(task.id, 0) + 1 if form.result is Result.NOT_REACHED else 0
    next_at = after_result(form.result, now, form.next_at, again, missed)
    if _is_given_up(task, missed):
        next_at = None
    doing = TaskAction.SETTLE if next_at is None else TaskAction.TRY
    state = flow.move(MOVES, task.state, doing, act.actor, None)
    tasks.record(*(task, form.result), note=form.note, staff_id=act.actor.id, next_at=next_at, line_id=line_id, at=now)
    if next_at is None:
        tasks.change(task, state=state.value, closed_at=now)
    else:
        tasks.change(task, due_at=next_at, with_manager=int(missed >= MOST_TRIES), **counted)
    act.touch("follow_up", task.id)


def _is_given_up(task: Task, missed: int) -> bool:
    """Whether nobody asks this customer any more how it was: the manager did not reach them either (C8, C10)."""
    return task.rule in (AFTER_WORK, SATISFACTION) and missed > MOST_TRIES


def _asked_after_work(act: Act, task: Task, form: ResultForm) -> None:
    """Whoever was asked after the work has been followed up, as far as they could be reached; the order's log says when
    they were not three times. An order that was followed up meanwhile stays as it is.
    """
    order = WorkOrder.get_by_id(task.cause_id)
    if order.state is not WorkOrderState.HANDED_BACK:
        return
    missed = tasks.tries([task.id]).get(task.id, 0)
    if form.result in (Result.REACHED, Result.REFUSED):
        followed_up(act, order, form.note)
    elif _is_given_up(task, missed):
        followed_up(act, order, _("Not reached: {note}").format(note=form.note))
    elif form.result is Result.NOT_REACHED and missed == MOST_TRIES:
        log(act, order, EventKind.CALLED, _("Not reached three times; the manager decides."))
        on(act, order)


def _next_contact(task: Task) -> tuple[datetime, dict[str, object]]:
    """When the next contact is due after the one just written (C5), and what that was reckoned from."""
    (file,) = standing.of([task.customer_id])
    due = next_contact(file.intent, file.last_contact_at, trade().intent_levels)
    return due, {"counted_from": file.last_contact_at, "level": file.intent}


def _set_intent(act: Act, customer_id: int, intent: str) -> None:
    (before,) = run_sql("SELECT intent FROM customer WHERE id = ?", customer_id).fetchone()
    if before != intent:
        changed_at = milliseconds(clock.now())
        run_sql(
            "UPDATE customer SET intent = ?, version = version + 1, changed_at = ? WHERE id = ?",
            *(intent, changed_at, customer_id),
        )
        act.note(intent=[before, intent])


@action(Permission.FOLLOW_UP)
def make_promise(act: Act, customer_id: int, form: PromiseForm) -> None:
    """Promise a customer something by a time; it becomes a task of whoever promises (C8). Raises RuleError."""
    Customer.get_by_id(customer_id)
    promise_id = _write_promise(act, customer_id, form)
    act.on("promise", promise_id)
    act.touch("customer", customer_id)


def _write_promise(act: Act, customer_id: int, form: PromiseForm) -> int:
    if not form.what:
        raise RuleError("Type what is promised.", field="what")
    _check_ahead(form.keep_at, "keep_at")
    (file,) = standing.of([customer_id])
    rule = rules_of(trade())[PROMISE]
    if file.dropped_for(rule) not in (None, Why.RULE_OFF):
        raise RuleError("This file is closed; nothing can be promised in it.", field="what")
    promise = Promise.create(customer=customer_id, staff=act.actor.id, what=form.what, keep_at=form.keep_at)
    act.touch("promise", promise.id)
    return promise.id


@action(Permission.FOLLOW_UP)
def withdraw_promise(act: Act, task_id: int, version: int, note: str) -> None:
    """Take a promise back, with what was agreed instead. Raises RuleError, StaleEdit, NotAllowed."""
    task = _held(act, task_id, version)
    if task.rule != PROMISE:
        raise RuleError("Only a promise can be withdrawn; other tasks end with a result.")
    if not note:
        raise RuleError("Write a line about it.", field="note")
    flow.move(MOVES, task.state, TaskAction.DROP, act.actor, None)
    tasks.drop(task, Why.WITHDRAWN, note=note, staff_id=act.actor.id)
    act.on("follow_up", task_id)
    act.touch("customer", task.customer_id)


@action(Permission.KEEP_SETTINGS)
def change_rules(act: Act, wishes: tuple[FollowUp, ...], contact_days: Mapping[str, int] | None = None) -> None:
    """Set what the store wants otherwise than the rules of C8, and how soon each level of intent is contacted (C5).

    A rule switched off drops its open tasks. One switched on again begins with what happens from then on; next contacts
    are laid out anew. Other tasks keep the moment they have. Raises RuleError at the field that is wrong.
    """
    from msgspec.structs import replace

    trade_before = trade()
    before = rules_of(trade_before)
    levels = tuple(_with_days(level, contact_days or {}) for level in trade_before.intent_levels)
    new = replace(trade_before, follow_up=wishes, intent_levels=levels)
    check_follow_up(new)
    write_trade(new)
    after = rules_of(new)
    for code in [code for code, rule in after.items() if before[code].on and not rule.on]:
        starting.switch_off(code)
    if after[NEXT_CONTACT].on and not before[NEXT_CONTACT].on:
        starting.lay_out_next_contacts()
    act.on("shop", 1)
    act.touch("follow_up", 0)
    changed = [code for code, rule in after.items() if rule != before[code]]
    act.note(follow_up={code: [after[code].on, after[code].after] for code in changed})
    act.note(levels={level.code: level.contact_within_days for level in levels})


def _with_days(level: IntentLevel, contact_days: Mapping[str, int]) -> IntentLevel:
    from msgspec.structs import replace

    days = contact_days.get(level.code, level.contact_within_days)
    if not 1 <= days <= MOST_DAYS:
        raise RuleError(
            "Type a whole number from {least} to {most}.", field=f"level_{level.code}", least=1, most=MOST_DAYS
        )
    return replace(level, contact_within_days=days)
