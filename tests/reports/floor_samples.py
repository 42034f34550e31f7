"""Papers of the rotation to test with. Store, people and numbers are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from models.rotation.kinds import ArrivalKind
from models.rotation.papers import (
    Absence,
    LineUpDay,
    LineUpPaper,
    Oddity,
    OddLine,
    PersonLine,
    RotationDayPaper,
    Shares,
    Turn,
    TurnLine,
    VisitLine,
)
from tests.reports.samples import LONG_NAME, LONG_NOTE, STORE

DAY = date(2026, 3, 12)
NAMES = ("林知遥", "沈㛃", "陸宇辰", "何慕白", "苏晚", "周砚")
RULES = ("每次外派补接至多 1 次。", "电话客户点名计轮。", "再访、转介绍不计轮。")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 12) + timedelta(hours=hour, minutes=minute)


def person(place: int, name: str, **changes: Any) -> PersonLine:
    shares = Shares(counted=2, uncounted=1, contacts=1, quotes=1, first_visits=2)
    facts = PersonLine(place, name, at(8, 50 + place), at(18, place), False, (), shares)
    return replace(facts, **changes)


def visit(minutes: int = 0, **changes: Any) -> VisitLine:
    came = at(9, 18) + timedelta(minutes=minutes)
    left = came + timedelta(minutes=47)
    facts = VisitLine(came, left, "王女士", ArrivalKind.NEW, "陸宇辰", "陸宇辰", "陸宇辰", "R1", "留资", "")
    return replace(facts, **changes)


def rotation_day(**changes: Any) -> RotationDayPaper:
    """An ordinary day."""
    people = [person(place, name) for place, name in enumerate(NAMES, start=1)]
    sold = Shares(counted=3, contacts=1, orders=1, first_visits=3, first_orders=1, amount=203_600_00)
    people[2] = replace(people[2], shares=sold)
    people[4] = replace(people[4], absences=(Absence(at(9), at(11, 40), "高经理"),))
    people[5] = replace(people[5], signed_in=at(10, 35), late=True)
    visits = [visit(17 * number) for number in range(13)]
    nobody = {"left_at": None, "receiver": "", "owner": "", "result": ""}
    visits[4] = visit(68, customer="供应商", kind=ArrivalKind.VISITOR, rule="R13", **nobody)
    visits[6] = visit(102, receiver="沈㛃", counted_for="陸宇辰", rule="R9", note="下午再来试驾")
    facts = RotationDayPaper(
        store=STORE,
        number="LZ-2026-0312",
        day=DAY,
        people=tuple(people),
        total=Shares(13, 5, 1, 1, 1, 0, 1, 6, 0, 5, 1, 13, 1, 203_600_00),
        visits=tuple(visits),
        turns=(
            TurnLine(at(10, 2), "周砚", Turn.PASSED, "R3"),
            TurnLine(at(10, 2), "苏晚", Turn.MAKE_UP, "R4", at(11, 46)),
            TurnLine(at(15, 10), "沈㛃", Turn.HELD, "R9"),
        ),
        oddities=(
            OddLine(at(14, 15), Oddity.FALSE_CLAIM, ("林知遥", "卫先生"), "", "R7"),
            OddLine(at(14, 40), Oddity.OVERRIDE, ("蒋女士", "苏晚"), "会德语", "R2"),
        ),
        open=0,
        began_with="陸宇辰",
        goes_on_with="何慕白",
        rules=(),
    )
    return replace(facts, **changes)


def long_day() -> RotationDayPaper:
    """A day with everything at its longest."""
    people = tuple(person(place, LONG_NAME) for place in range(1, 41))
    visits = tuple(visit(3 * number, customer=LONG_NAME, note=LONG_NOTE[:200]) for number in range(120))
    turns = tuple(TurnLine(at(10, number), LONG_NAME, Turn.HELD, "R9", at(12)) for number in range(40))
    odd = (OddLine(at(14, 15), Oddity.OVERRIDE, (LONG_NAME, LONG_NAME), LONG_NOTE, "R2"),)
    return rotation_day(people=people, visits=visits, turns=turns, oddities=odd)


def line_up(**changes: Any) -> LineUpPaper:
    """An ordinary week with a holiday."""
    days = [
        LineUpDay(date(2026, 3, 9) + timedelta(days=each), NAMES[each % 3 :] + NAMES[: each % 3]) for each in range(7)
    ]
    days[1] = LineUpDay(days[1].day, (), "盘点")
    days[2] = LineUpDay(days[2].day, ())
    return replace(LineUpPaper(STORE, "PB-2026-0309", tuple(days), RULES), **changes)
