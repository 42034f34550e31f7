"""The traffic table (C2) against a plain recount, on both databases."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import Outcome, RegisterKind
from models.customers.paper_facts import traffic_table
from models.customers.tables import Customer, RegisterLine
from models.customers.traffic import LONGEST, Period, Tally, traffic
from models.kernel import store
from models.kernel.errors import RuleError
from models.kernel.tables import run_sql
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop

FIRST = date(2026, 10, 20)
a_line = st.tuples(
    st.sampled_from(["visit", "visit", "visit", "call"]),
    st.integers(-5 * 1440, 9 * 1440),
    st.sampled_from(["", "walk_in", "web"]),
    st.booleans(),
    st.integers(1, 9),
    st.sampled_from(list(Outcome)),
    st.sampled_from(["", "137 4455 6677"]),
    st.sampled_from([None, "reachable", "left none"]),
)


def write(shop: Shop, lines: list[tuple[Any, ...]], files: dict[str, int]) -> None:
    """So many lines and no others."""
    midnight = datetime.combine(FIRST, datetime.min.time()).astimezone()
    with store.transaction():
        run_sql("DELETE FROM register_line")
        for kind, minutes, source, first, party, outcome, phone, whose in lines:
            RegisterLine.create(
                kind=RegisterKind(kind),
                at=midnight + timedelta(minutes=minutes),
                staff=shop.reception.id,
                customer=files.get(whose),
                invited_for=midnight if kind == "call" and first else None,
                **{"source": source, "first_time": first, "party_size": party, "outcome": outcome, "phone": phone},
            )


def recount(period: Period) -> dict[str, dict[Any, Tally]]:
    """The same cuts, counted line by line."""
    cuts: dict[str, dict[Any, Tally]] = {"all": {}, "hour": {}, "weekday": {}, "source": {}, "first": {}}
    for line in RegisterLine.select():
        at = line.at.astimezone()
        if line.kind is not RegisterKind.VISIT or not period.first <= at.date() <= period.last:
            continue
        file = Customer.get_by_id(line.customer_id) if line.customer_id else None
        led_to = (Outcome.LEFT_CONTACT, Outcome.TEST_DRIVE, Outcome.QUOTE, Outcome.ORDER)
        contact = bool((file and not file.no_contact) or line.phone or line.outcome in led_to)
        counts = (1, line.party_size, int(contact), *(int(line.outcome is each) for each in led_to[1:]))
        source = line.source or (file.source if file else "")
        keys = {"all": 0, "hour": at.hour, "weekday": at.weekday(), "source": source, "first": line.first_time}
        for cut, key in keys.items():
            cuts[cut].setdefault(key, Tally()).add(counts)
    return cuts


@has_long_form
@settings(max_examples=campaign(15, 300))
@given(lines=st.lists(a_line, max_size=20), first=st.integers(-3, 3), days=st.integers(1, 8))
def test_the_table_is_what_a_recount_gives(shop: Shop, lines: list[tuple[Any, ...]], first: int, days: int) -> None:
    files = {
        name: open_file(
            shop.reception,
            FileForm(name, no_contact=name == "left none", wechat="" if name == "left none" else "x", source="portal"),
            ContactForm(RegisterKind.VISIT),
        ).id
        for name in ("reachable", "left none")
    }
    write(shop, lines, files)
    period = Period(FIRST + timedelta(days=first), FIRST + timedelta(days=first + days - 1))
    found, plain = traffic(period), recount(period)
    assert found.total == plain["all"].get(0, Tally())
    assert (found.by_hour, found.by_weekday, found.by_source) == (plain["hour"], plain["weekday"], plain["source"])
    assert (found.first, found.again) == (plain["first"].get(True, Tally()), plain["first"].get(False, Tally()))
    calls = [
        each
        for each in RegisterLine.select().where(RegisterLine.kind == RegisterKind.CALL)
        if period.first <= each.at.astimezone().date() <= period.last
    ]
    assert (found.calls, found.invited) == (len(calls), sum(each.invited_for is not None for each in calls))
    paper = traffic_table(period, "en")
    for cut in (paper.by_hour, paper.by_weekday, paper.by_source, paper.by_return):
        assert sum(line.visits for line in cut) == paper.total.visits == found.total.visits
        assert sum(line.before for line in cut) == paper.total.before == traffic(period.before).total.visits


def test_hours_follow_the_clock_on_the_wall(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where summer time ends, the hour of a visit is the one it was at the counter."""
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        with store.transaction():
            for at in (datetime(2026, 10, 24, 8, 30), datetime(2026, 10, 26, 9, 30)):
                RegisterLine.create(kind=RegisterKind.VISIT, at=at.replace(tzinfo=UTC), staff=shop.reception.id)
        found = traffic(Period(date(2026, 10, 24), date(2026, 10, 26)))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert Counter({hour: tally.visits for hour, tally in found.by_hour.items()}) == {10: 2}
    assert {weekday: tally.visits for weekday, tally in found.by_weekday.items()} == {5: 1, 0: 1}


def test_periods_have_bounds() -> None:
    week = Period(FIRST, FIRST + timedelta(days=6))
    assert (week.days, week.before) == (7, Period(FIRST - timedelta(days=7), FIRST - timedelta(days=1)))
    with pytest.raises(RuleError, match="before it begins"):
        Period(FIRST, FIRST - timedelta(days=1))
    with pytest.raises(RuleError, match="At most"):
        Period(FIRST, FIRST + timedelta(days=LONGEST))


def test_shares_of_nothing_are_nothing() -> None:
    assert Tally().shares == (0, 0, 0, 0)
    assert Tally(8, 9, 8, 4, 2, 1).shares == (10_000, 5_000, 2_500, 1_250)
