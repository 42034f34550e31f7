"""Beginning with follow-up, and each day of it: what time alone makes due, written by the program itself.

A store that comes from a version without follow-up has prospects whose next contact is long overdue. So that nobody
opens the program on thousands of red lines, those are laid out over the coming days, ten per person and day, the most
urgent level and the latest contact first. Visits of the past are not asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.customers.kinds import CLOSED_STAGES
from models.customers.lists import next_contact
from models.customers.losing_actions import wake_files
from models.followup import keeping, standing, tasks
from models.followup.kinds import TaskState, Why
from models.followup.rules import end_of, spread
from models.followup.tables import FollowUpTask
from models.kernel import clock, settings, turns
from models.kernel.actions import PROGRAM, acting
from models.kernel.changes import Changes
from models.kernel.tables import insert_rows, milliseconds, moment, new_uid, run_sql
from models.shop.profile import trade
from models.trades.follow_up import BIRTHDAY, NEXT_CONTACT, NEXT_SERVICE, PURCHASE_DAY, REPLACEMENT, Rule, rules_of

_SETTING = "follow_up_day"
_PAGE = 500


def begun_on() -> date | None:
    """The day of the last daily pass; None for a store that has had none."""
    text = settings.read(_SETTING)
    return date.fromisoformat(text) if text else None


def begin_day() -> None:
    """What the program does by itself once a day: wake the lost files whose day has come, write what is due."""
    if begun_on() != clock.today():
        wake_files(clock.today())
        daily_pass()


def daily_pass() -> Changes | None:
    """Write what this day makes due, once a day on all seats together; None where that has been done."""
    today = clock.today()
    if begun_on() == today:
        return None
    with acting(PROGRAM, "followup.daily_pass", None) as act:
        last = begun_on()
        if last == today:
            return None
        settings.write(_SETTING, today.isoformat())
        act.on("follow_up", 0)
        laid_out = lay_out_next_contacts() if last is None else 0
        written = _write_due(_concerned(rules_of(trade()), today))
        for task_id in written:
            act.touch("follow_up", task_id)
        act.note(day=today.isoformat(), written=len(written), laid_out=laid_out)
    return act.changes


def _write_due(customer_ids: list[int]) -> set[int]:
    rules = rules_of(trade())
    written: set[int] = set()
    for first in range(0, len(customer_ids), _PAGE):
        for file in standing.of(customer_ids[first : first + _PAGE]):
            written |= keeping.customer(rules, file)
    return written


def catch_up() -> None:
    """Inside an action that wrote many files at once: a next contact for each prospect who is looked after (C5).

    What their days make due is written by the next daily pass, as for a store that is opened for the first time.
    """
    if begun_on() is not None:
        lay_out_next_contacts()


def catch_up_by_and_by() -> None:
    """The same for very many files, in actions of the program's own, none of which takes long."""
    planned = list(_planned().items()) if begun_on() is not None else []
    for first in range(0, len(planned), _PAGE):
        some = dict(planned[first : first + _PAGE])
        with acting(PROGRAM, "followup.catch_up", None) as act:
            still = {each.id for each in _without_next_contact([each.id for each in some])}
            act.note(written=_lay_out({each: at for each, at in some.items() if each.id in still}))
        turns.give_way()


def _concerned(rules: dict[str, Rule], today: date) -> list[int]:
    """The customers one of whose days has come, or has gone by; whoever is named too much does no harm."""
    found: set[int] = set()
    days = _days_of_the_year(rules[BIRTHDAY], today)
    found |= _ids(f"SELECT id FROM customer WHERE substr(birthday, 6) IN ({_marks(days)})", days)
    days = _days_of_the_year(rules[PURCHASE_DAY], today) | _days_of_the_year(rules[REPLACEMENT], today)
    owned = "SELECT DISTINCT customer_id FROM owned_goods WHERE gone_on IS NULL AND"
    found |= _ids(f"{owned} substr(bought_on, 6) IN ({_marks(days)})", days)
    for code in ("insurance", "inspection", "warranty"):
        rule = rules[code]
        until = today + timedelta(days=rule.after)
        since = today - timedelta(days=rule.grace)
        found |= _ids(f"{owned} {code}_until BETWEEN ? AND ?", [since.isoformat(), until.isoformat()])
    coming = (today - timedelta(days=rules[NEXT_SERVICE].grace), today + timedelta(days=rules[NEXT_SERVICE].after))
    expected = "SELECT DISTINCT customer_id FROM work_order WHERE next_expected_on BETWEEN ? AND ?"
    found |= _ids(expected, [day.isoformat() for day in coming])
    found |= _ids("SELECT DISTINCT customer_id FROM follow_up_task WHERE state = 'open' AND period <> ''", [])
    return sorted(found)


def _days_of_the_year(rule: Rule, today: date) -> set[str]:
    """The days ("11-21") that a yearly rule looks at today; a 29th of February beside the 28th."""
    lead = rule.after if rule.code != REPLACEMENT else 0
    days = {(today + timedelta(days=ahead)).isoformat()[5:] for ahead in range(-rule.grace, lead + 1)}
    return days | ({"02-29"} if "02-28" in days else set())


def _ids(sql: str, values: Iterable[object]) -> set[int]:
    return {row[0] for row in run_sql(sql, *values).fetchall()}


def _marks(values: set[str]) -> str:
    return ",".join("?" * len(values))


@dataclass(frozen=True, slots=True)
class _Prospect:
    """Somebody who is looked after and has no open next contact; ``task_id`` is one that was dropped."""

    id: int
    owner_id: int | None
    intent: str
    last_contact_at: datetime
    task_id: int | None


def _without_next_contact(among: Sequence[int] = ()) -> list[_Prospect]:
    """Of these customers, or of all."""
    marks = ",".join("?" * len(CLOSED_STAGES))
    these = f"AND c.id IN ({','.join('?' * len(among))}) " if among else ""
    rows = run_sql(
        "SELECT c.id, s.id, c.intent, c.last_contact_at, t.id FROM customer c "
        "LEFT JOIN staff s ON s.id = c.owner_id AND s.left_on IS NULL "
        "LEFT JOIN follow_up_task t ON t.rule = ? AND t.cause = 'customer' AND t.cause_id = c.id AND t.period = '' "
        f"WHERE c.owner_id IS NOT NULL {these}AND c.merged_into_id IS NULL AND c.erased_at IS NULL "
        f"AND c.stage NOT IN ({marks}) AND (t.id IS NULL OR t.state <> 'open')",
        *(NEXT_CONTACT, *among, *CLOSED_STAGES),
    )
    found = rows.fetchall()
    return [_Prospect(each, owner, intent, moment(last), task) for each, owner, intent, last, task in found]


def lay_out_next_contacts() -> int:
    """Inside an action: a next contact for each prospect who is looked after and has none; returns how many."""
    return _lay_out(_planned())


def _planned() -> dict[_Prospect, datetime]:
    """Until when each prospect who is looked after and has no next contact is to be contacted."""
    if not rules_of(trade())[NEXT_CONTACT].on:
        return {}
    levels = trade().intent_levels
    order = {level.code: place for place, level in enumerate(levels)}
    due = {each: next_contact(each.intent, each.last_contact_at, levels) for each in _without_next_contact()}
    late = [each for each, at in due.items() if at < clock.now()]
    late.sort(key=lambda each: (order.get(each.intent, len(order)), -milliseconds(each.last_contact_at)))
    days = spread([(each.owner_id or 0, each.id) for each in late], clock.today())
    return due | {each: end_of(days[each.id]) for each in late}


def _lay_out(due: Mapping[_Prospect, datetime]) -> int:
    if new := [_row(each, at) for each, at in due.items() if each.task_id is None]:
        insert_rows(FollowUpTask, new)
    for each, at in due.items():
        if each.task_id is not None:
            (task,) = tasks.read("id = ?", each.task_id)
            tasks.reopen(task, each.owner_id, at, counted_from=each.last_contact_at, level=each.intent)
    return len(due)


def _row(each: _Prospect, due_at: datetime) -> dict[str, Any]:
    own = {"rule": NEXT_CONTACT, "cause": "customer", "cause_id": each.id, "period": "", "about": ""}
    counted = {"counted_from": each.last_contact_at, "level": each.intent}
    now = clock.now()
    record = {"uid": new_uid(), "version": 1, "created_at": now, "changed_at": now}
    stands = {"with_manager": False, "state": TaskState.OPEN, "due_at": due_at}
    return {**record, **own, **counted, **stands, "customer": each.id, "staff": each.owner_id}


def switch_off(code: str) -> None:
    """Inside an action: drop every open task of a rule, with that reason on record."""
    now = milliseconds(clock.now())
    run_sql(
        "INSERT INTO follow_up_result (task_id, at, result, note, why, whose_id, due_at) "
        "SELECT id, ?, 'dropped', '', ?, CASE with_manager WHEN 0 THEN staff_id END, due_at "
        "FROM follow_up_task WHERE rule = ? AND state = 'open'",
        *(now, Why.RULE_OFF.value, code),
    )
    run_sql(
        "UPDATE follow_up_task SET state = 'dropped', closed_at = ?, version = version + 1, changed_at = ? "
        "WHERE rule = ? AND state = 'open'",
        *(now, now, code),
    )
