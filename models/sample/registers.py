"""What the sample's registers say beyond who came: outcomes, reasons, invitations, messages that wait."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random

from models.customers.kinds import Outcome
from models.kernel import clock
from models.kernel.tables import milliseconds, moment, run_sql, run_sql_often
from models.sample.counter import Counter

_HOUR = 3_600_000
_GIVES_REASON, _TESTS, _INVITED, _MESSAGES = 0.3, 0.14, 0.12, 6


def fill(counter: Counter) -> None:
    """Complete the lines the floor has not. No permission is asked and no listener told."""
    rng = Random(counter.rng.random())
    _complete_visits(counter, rng)
    _complete_calls(counter, rng)


def _complete_visits(counter: Counter, rng: Random) -> None:
    sold = _sold()
    lines = run_sql(
        "SELECT r.id, r.at, r.customer_id, c.no_contact FROM register_line r "
        "LEFT JOIN customer c ON c.id = r.customer_id "
        "WHERE r.kind = 'visit' AND r.left_at IS NOT NULL AND r.outcome = '' ORDER BY r.id"
    ).fetchall()
    said = []
    for line_id, at, customer_id, no_contact in lines:
        outcome = sold.get((customer_id, clock.local(moment(at)).date().isoformat()))
        if outcome is None and customer_id and not no_contact:
            outcome = Outcome.TEST_DRIVE if rng.random() < _TESTS else Outcome.LEFT_CONTACT
        outcome = outcome or Outcome.NO_INTEREST
        told = outcome is Outcome.NO_INTEREST or (outcome is Outcome.LEFT_CONTACT and rng.random() < _GIVES_REASON)
        said.append((outcome.value, counter.words.remark(rng, "left_reason") if told else "", line_id))
    run_sql_often("UPDATE register_line SET outcome = ?, reason = ? WHERE id = ?", said)


def _sold() -> dict[tuple[int, str], Outcome]:
    """Who was quoted or signed on which day."""
    found: dict[tuple[int, str], Outcome] = {}
    for table, column, outcome in (("quote", "quoted_on", Outcome.QUOTE), ("contract", "signed_on", Outcome.ORDER)):
        rows = run_sql(f"SELECT customer_id, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
        found.update({(customer_id, day): outcome for customer_id, day in rows})
    return found


def _complete_calls(counter: Counter, rng: Random) -> None:
    """Some callers were invited; the last ones who left no name left a message, the older of them passed on."""
    calls = run_sql("SELECT id, at, customer_id FROM register_line WHERE kind = 'call' ORDER BY at, id").fetchall()
    invited = [(_appointment(rng, moment(at)), line_id) for line_id, at, _who in calls if rng.random() < _INVITED]
    run_sql_often("UPDATE register_line SET invited_for = ? WHERE id = ?", invited)
    unknown = [(line_id, at) for line_id, at, customer_id in calls if customer_id is None][-_MESSAGES:]
    end = milliseconds(counter.past.end)
    messages = [
        (rng.choice(counter.crew.sellers).id, min(at + _HOUR, end) if place < len(unknown) // 2 else None, line_id)
        for place, (line_id, at) in enumerate(unknown)
    ]
    run_sql_often("UPDATE register_line SET message_for_id = ?, passed_on_at = ? WHERE id = ?", messages)


def _appointment(rng: Random, called_at: datetime) -> int:
    day = clock.local(called_at).date() + timedelta(days=rng.randint(1, 4))
    return milliseconds(datetime.combine(day, time(rng.randint(10, 16), rng.choice((0, 30)))).astimezone())
