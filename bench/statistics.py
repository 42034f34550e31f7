"""All statistics of a year in a store of very many customers, against the bare SQL of the same aggregates."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench import many
from bench.measure import Ratio, opened, own_data, side_by_side
from models.appointments.tables import Appointment
from models.complaints.tables import Survey, SurveyScore
from models.customers.tables import CustomerLoss, RegisterLine
from models.customers.traffic import Period
from models.delivery.tables import Delivery
from models.followup.tables import FollowUpResult, FollowUpTask
from models.importing.tables import ImportedRow, ImportRun
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.kernel.store import transaction
from models.kernel.tables import Table, milliseconds, new_uid, run_sql
from models.sales.tables import Contract, Payment
from models.service.tables import Settlement, WorkLine, WorkOrder, WorkPayment, WorkSession
from models.staff.lists import everybody
from models.statistics import lists
from models.statistics.periods import Choice, chosen, compared_with
from models.stock.tables import StockMovement

_YEARS = 5
_VISITS = """SELECT (r.at + ?) / 3600000 % 24, (r.at + ?) / 86400000 % 7, r.source, r.first_time, count(*),
    sum(r.party_size), sum(r.outcome = 'test_drive'), sum(r.outcome = 'quote'), sum(r.outcome = 'order'),
    sum(r.phone <> '' OR c.no_contact = 0) FROM register_line r LEFT JOIN customer c ON c.id = r.customer_id
    WHERE r.kind = 'visit' AND r.at >= ? AND r.at < ? GROUP BY 1, 2, 3, 4"""
_FILES = """SELECT source, stage, count(*) FROM customer WHERE created_at >= ? AND created_at < ?
    AND merged_into_id IS NULL AND erased_at IS NULL AND id NOT IN (SELECT row_id FROM imported_row
    WHERE stands_in = 'customer' AND before = '') GROUP BY source, stage"""
_BY_MOMENT = (
    *(_FILES, _FILES),
    "SELECT reason, count(*), sum(value) FROM customer_loss WHERE lost_at >= ? AND lost_at < ? GROUP BY reason",
    """SELECT whose_id, sum(at <= due_at), sum(at > due_at) FROM follow_up_result WHERE due_at >= ? AND due_at < ?
    GROUP BY whose_id""",
    """SELECT staff_id, count(*) FROM follow_up_task WHERE state = 'open' AND due_at >= ? AND due_at < ?
    GROUP BY staff_id""",
    "SELECT at / 86400000, count(*), sum(total) FROM settlement WHERE at >= ? AND at < ? GROUP BY 1",
    """SELECT consultant_id, count(*), sum(handed_over_at <= starts_at + minutes * 60000) FROM delivery
    WHERE starts_at >= ? AND starts_at < ? GROUP BY consultant_id""",
    """SELECT starts_at / 86400000, count(*), sum(minutes) FROM appointment WHERE starts_at >= ? AND starts_at < ?
    GROUP BY 1""",
    """SELECT started_at / 86400000, sum(ended_at - started_at) FROM work_session
    WHERE started_at >= ? AND started_at < ? GROUP BY 1""",
    "SELECT received_at / 86400000, count(*) FROM work_order WHERE received_at >= ? AND received_at < ? GROUP BY 1",
    """SELECT l.technician_id, count(*), sum(l.quantity), sum(s.took) FROM work_line l
    LEFT JOIN (SELECT line_id, sum(ended_at - started_at) AS took FROM work_session GROUP BY line_id) s
    ON s.line_id = l.id WHERE l.done_at >= ? AND l.done_at < ? GROUP BY l.technician_id""",
    """SELECT v.about_id, q.question, count(*), sum(q.score), min(q.score) FROM survey v
    JOIN survey_score q ON q.survey_id = v.id WHERE v.asked_at >= ? AND v.asked_at < ? GROUP BY 1, 2""",
    """SELECT item_id, sum(CASE WHEN at < ? THEN value END), sum(value), sum(CASE WHEN kind = 'issued' THEN value END)
    FROM stock_movement WHERE at < ? AND unit_id IS NULL GROUP BY item_id""",
)
_BY_DAY = (
    *(
        f"""SELECT {by}, count(*), sum(total + amended) FROM contract WHERE signed_on BETWEEN ? AND ?
        AND state <> 'cancelled' GROUP BY 1"""
        for by in ("consultant_id", "signed_on")
    ),
    *(
        f"SELECT received_on, method, sum(amount) FROM {table} WHERE received_on BETWEEN ? AND ? GROUP BY 1, 2"
        for table in ("payment", "work_payment")
        for _statistic in ("revenue", "collections")
    ),
)


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Every statistic of this year beside the year before, one after the other, and the aggregates they need."""
    count, rounds = (2_000, 3) if quick else (100_000, 5)
    with busy(count):
        person = next(each for each in everybody() if Role.OWNER in each.roles)
        owner = Actor(person.id, person.name, person.roles)
        year = chosen(Choice.THIS_YEAR, clock.today())
        both = (year, compared_with(year))

        def ours() -> list[Any]:
            return [lists.statistic(owner, offer.code, year) for offer in lists.OFFERS]

        def raw() -> list[Any]:
            return [rows for period in both for rows in _bare(period)]

        empty = [found.code for found in ours() if found.is_empty and found.code != "aging"]
        if empty:
            raise AssertionError(f"nothing was counted of {empty}")
        name = f"all statistics of a year, {count:,} customers / raw SQL"
        yield side_by_side(name, ours, raw, aim=3.0, rounds=rounds)


def _bare(period: Period) -> Iterator[list[Any]]:
    """The rows of the same aggregates of a period, each statistic's own."""
    moments = (milliseconds(period.since), milliseconds(period.until))
    offset = period.since.utcoffset() or timedelta()
    shift = offset // timedelta(milliseconds=1)
    for _statistic in ("hours", "weekdays", "conversion", "sources"):
        yield run_sql(_VISITS, shift, shift, *moments).fetchall()
    for sql in _BY_MOMENT:
        yield run_sql(sql, *moments).fetchall()
    for sql in _BY_DAY:
        yield run_sql(sql, period.first.isoformat(), period.last.isoformat()).fetchall()


@contextmanager
def busy(count: int) -> Iterator[None]:
    """A store with ``count`` customers and five years of business, open for the measurement; gone at its end."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-years-") as name:
        folder = Path(shutil.copytree(many.made(count), Path(name) / "store"))
        with own_data(folder), opened(str(folder / "many.desk")):
            with transaction():
                _Years(Random(5), count).write()
            run_sql("ANALYZE")
            yield


class _Years:
    """Writes the rows that five years of actions would leave."""

    def __init__(self, rng: Random, count: int) -> None:
        self._rng, self._count = rng, count
        self._begin = datetime.combine(clock.today() - timedelta(days=365 * _YEARS), datetime.min.time(), UTC)
        self._customers = [row[0] for row in run_sql("SELECT id FROM customer ORDER BY id").fetchall()]
        self._people = [each.id for each in everybody()]
        self._numbers = 0

    def write(self) -> None:
        """Every kind of them, in proportion to the customers."""
        self._imported(self._count // 4)
        self._visits(2 * self._count)
        self._follow_ups(self._count)
        self._contracts(self._count // 8)
        self._orders(self._count // 4)
        self._surveys(self._count // 10)
        self._stock(self._count // 2)

    def _imported(self, count: int) -> None:
        run_id = ImportRun.create(
            **{"kind": "customers", "file_name": "x", "staff": self._people[0], "new": count},
            **{"merged": 0, "left_out": 0, "wrong": 0},
        ).id
        came = self._rng.sample(self._customers, count)
        many.insert(
            ImportedRow, [{"run": run_id, "stands_in": "customer", "row_id": each, "counted": 1} for each in came]
        )

    def _at(self) -> datetime:
        return self._begin + timedelta(minutes=self._rng.randrange(_YEARS * 365 * 1440))

    def _record(self) -> dict[str, Any]:
        self._numbers += 1
        at = self._at()
        return {"uid": new_uid(), "created_at": at, "changed_at": at, "customer": self._rng.choice(self._customers)}

    def _visits(self, count: int) -> None:
        outcomes = ("", "left_contact", "test_drive", "quote", "order", "no_interest")
        rows = []
        for _each in range(count):
            record = self._record()
            rows.append(
                {
                    **record,
                    **{"kind": "visit", "at": record["created_at"], "staff": self._rng.choice(self._people)},
                    **{"outcome": self._rng.choice(outcomes), "source": self._rng.choice(("walk_in", "web", "phone"))},
                }
            )
        many.insert(RegisterLine, rows)
        reasons = ("price", "model", "colour")
        lost = [
            {
                **self._record(),
                "staff": self._people[0],
                "lost_at": self._at(),
                "reason": self._rng.choice(reasons),
                "stage_before": "quoted",
                "value": 1_000_00,
                "decision": "granted",
            }
            for _each in range(count // 20)
        ]
        many.insert(CustomerLoss, lost)

    def _follow_ups(self, count: int) -> None:
        tasks, results = [], []
        first = run_sql("SELECT coalesce(max(id), 0) + 1 FROM follow_up_task").fetchone()[0]
        for number in range(first, first + count):
            due, whose = self._at(), self._rng.choice(self._people)
            tasks.append(
                {
                    **self._record(),
                    "id": number,
                    "rule": "visit_left",
                    "cause": "bench",
                    "cause_id": number,
                    "period": "",
                    "staff": whose,
                    "due_at": due,
                    "state": "done",
                    "closed_at": due,
                }
            )
            results.append(
                {
                    "task": number,
                    "at": due + timedelta(hours=self._rng.randrange(-40, 20)),
                    "result": "reached",
                    "whose": whose,
                    "staff": whose,
                    "due_at": due,
                }
            )
        many.insert(FollowUpTask, tasks)
        many.insert(FollowUpResult, results)

    def _contracts(self, count: int) -> None:
        contracts, payments, deliveries = [], [], []
        first = run_sql("SELECT coalesce(max(id), 0) + 1 FROM contract").fetchone()[0]
        for number in range(first, first + count):
            record, who = self._record(), self._rng.choice(self._people)
            at, day = record["created_at"], record["created_at"].date()
            head = {**record, "id": number, "number": f"HT-0-{number}", "consultant": who, "state": "closed"}
            contracts.append({**head, "plan": "full", "total": 200_000_00, "signed_on": day})
            common = {"uid": new_uid(), "created_at": at, "changed_at": at, "contract": number}
            payments.append(
                {
                    **common,
                    "number": f"SJ-0-{number}",
                    "received_on": day,
                    "amount": 200_000_00,
                    "method": "card",
                    "cashier": self._people[0],
                }
            )
            deliveries.append(
                {
                    **common,
                    "uid": new_uid(),
                    "number": f"JF-0-{number}",
                    "customer": record["customer"],
                    "template": "vehicle",
                    "template_no": 0,
                    "name": "{}",
                    "state": "closed",
                    "starts_at": at,
                    "minutes": 60,
                    "consultant": who,
                    "handed_over_at": at + timedelta(minutes=self._rng.randrange(80)),
                }
            )
        many.insert(Contract, contracts)
        many.insert(Payment, payments)
        many.insert(Delivery, deliveries)

    def _orders(self, count: int) -> None:
        first = run_sql("SELECT coalesce(max(id), 0) + 1 FROM work_order").fetchone()[0]
        line = run_sql("SELECT coalesce(max(id), 0) + 1 FROM work_line").fetchone()[0]
        rows: dict[type[Table], list[dict[str, Any]]] = {}
        for place in range(count):
            at, who = self._at(), self._rng.choice(self._people)
            for table, row in (
                *self._order(first + place, line + place, at, who),
                *_money_of_order(first + place, at, who),
            ):
                rows.setdefault(table, []).append(row)
        for table, listed in rows.items():
            many.insert(table, listed)

    def _order(self, number: int, line: int, at: datetime, who: int) -> Iterator[tuple[type[Table], dict[str, Any]]]:
        """An order with its appointment, and one line that was worked on."""
        order = {"id": number, "number": f"WX-0-{number}", "template": "vehicle", "state": "closed", "advisor": who}
        yield WorkOrder, {**self._record(), **order, "received_at": at, "handed_back_at": at}
        head = {"uid": new_uid(), "created_at": at, "changed_at": at, "id": line, "order": number, "position": 1}
        done = {"kind": "labour", "name": "x", "quantity": 150, "technician": who, "work": "done", "done_at": at}
        yield WorkLine, {**head, **done}
        took = {"started_at": at - timedelta(minutes=70), "ended_at": at, "reason": "done"}
        yield WorkSession, {"order": number, "line": line, "staff": who, **took}
        booked = {"purpose": "maintenance", "starts_at": at, "minutes": 90, "state": "arrived"}
        yield Appointment, {**self._record(), "number": f"YY-0-{number}", **booked}

    def _surveys(self, count: int) -> None:
        first = run_sql("SELECT coalesce(max(id), 0) + 1 FROM survey").fetchone()[0]
        surveys, scores = [], []
        for number in range(first, first + count):
            record = self._record()
            surveys.append(
                {
                    **record,
                    "id": number,
                    "occasion": "service",
                    "subject": "work_order",
                    "subject_id": 10**6 + number,
                    "about": self._rng.choice(self._people),
                    "asked_by": self._people[0],
                    "way": "phone",
                    "asked_at": record["created_at"],
                }
            )
            scores += [
                {"survey": number, "position": place, "question": f"q{place}", "score": self._rng.randrange(2, 6)}
                for place in range(5)
            ]
        many.insert(Survey, surveys)
        many.insert(SurveyScore, scores)

    def _stock(self, count: int) -> None:
        items = [row[0] for row in run_sql("SELECT id FROM item WHERE kept = 'quantity'").fetchall()]
        rows = []
        for number in range(count):
            came = number % 2 == 0
            rows.append(
                {
                    "item": self._rng.choice(items),
                    "kind": "received" if came else "issued",
                    "at": self._at(),
                    "staff": self._people[0],
                    "quantity": 300 if came else -200,
                    "value": 900 if came else -600,
                }
            )
        many.insert(StockMovement, rows)


def _money_of_order(number: int, at: datetime, who: int) -> Iterator[tuple[type[Table], dict[str, Any]]]:
    """What the customer was to pay for an order, and paid."""
    money = dict.fromkeys(("labour", "total", "authorised"), 330_00)
    nothing = dict.fromkeys(("parts", "other", "discount", "rounding", "free", "received"), 0)
    yield Settlement, {**money, **nothing, "number": f"JS-0-{number}", "order": number, "at": at, "staff": who}
    paid = {"received_on": at.date(), "taken_at": at, "amount": 330_00, "method": "cash", "cashier": who}
    yield WorkPayment, {"number": f"SW-0-{number}", "order": number, **paid}
