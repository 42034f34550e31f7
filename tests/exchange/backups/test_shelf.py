"""Which backups stay: by count, whatever the clock says."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import shelf
from exchange.shelf import Backup, Reason
from exchange.writing import MANIFEST

START = datetime(2026, 3, 2, 4, tzinfo=UTC)
MOST = shelf.NEWEST + shelf.DAYS + shelf.WEEKS + shelf.MONTHS


def backup(number: int, made_at: datetime, schema: int = 4) -> Backup:
    """A backup of which only number, moment and schema matter."""
    return Backup(made_at, 1, Path(f"shop-{number:06d}.backup"), number, "", Reason.HOURS, 1, schema, "0.1.0")


def lived(moments: list[datetime]) -> set[int]:
    """What stands after a backup at each of these moments, pruned each time."""
    there: list[Backup] = []
    for number, moment in enumerate(moments, 1):
        there.append(backup(number, moment))
        kept = shelf.to_keep(there)
        there = [each for each in there if each.number in kept]
    return {each.number for each in there}


def test_a_year_with_a_right_clock() -> None:
    """Two backups each day for 400 days leave seven days, four weeks, twelve months."""
    moments = [START + timedelta(days=day, hours=hour) for day in range(400) for hour in (0, 8)]
    kept = [moments[number - 1] for number in sorted(lived(moments))]
    last = moments[-1]
    days = {moment.date() for moment in kept}
    assert {last.date() - timedelta(days=back) for back in range(shelf.DAYS)} <= days
    assert {(last - timedelta(weeks=back)).isocalendar()[:2] for back in range(shelf.WEEKS)} <= {
        moment.isocalendar()[:2] for moment in kept
    }
    assert len({(moment.year, moment.month) for moment in kept}) == shelf.MONTHS
    assert len(kept) <= MOST
    assert sorted(lived(moments))[-shelf.NEWEST :] == list(range(801 - shelf.NEWEST, 801))


ANY_CLOCK = st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1)).map(lambda each: each.replace(tzinfo=UTC))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(ANY_CLOCK, st.just(START)), min_size=1, max_size=60))
def test_whatever_the_clock_says_the_newest_stay(moments: list[datetime]) -> None:
    kept = lived(moments)
    newest = range(len(moments), max(0, len(moments) - shelf.NEWEST), -1)
    assert kept.issuperset(newest)
    assert len(kept) <= MOST + 1


def test_a_clock_set_back_or_forward_deletes_nothing_that_a_right_one_would_keep() -> None:
    """One backup under a clock gone wrong takes one place among the days; it pushes nobody else out by its date."""
    right = [START + timedelta(days=day) for day in range(5)]
    for wrong in (START - timedelta(days=9000), START + timedelta(days=9000)):
        assert lived([*right, wrong]) == {1, 2, 3, 4, 5, 6}


def test_the_way_back_before_an_upgrade_stays() -> None:
    there = [backup(1, START, 2), backup(2, START, 2), backup(3, START, 3)]
    there += [backup(number, START, 4) for number in range(4, 30)]
    assert {2, 3} <= shelf.to_keep(there)
    assert 1 not in shelf.to_keep(there)


ENDS = ("9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+00:00")


@pytest.mark.parametrize(
    "told",
    [
        *({"made_at": each} for each in ENDS),
        *({"made_at": ""}, {"made_at": 7}, {"bytes": 1e400}, {"bytes": "9" * 5000}, {"lines": None}, {"reason": "?"}),
    ],
)
def test_a_manifest_with_nonsense_is_passed_over_everywhere(
    told: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """East and west of Greenwich: at the ends of the calendar one of the two has no local time."""
    good = {
        "store": "aa",
        "made_at": START.isoformat(),
        "reason": "asked",
        "bytes": 1,
        "schema": 5,
        "program": "",
        "lines": 1,
    }
    for number, manifest in enumerate((good, {**good, **told}), 1):
        (tmp_path / f"shop-{number:06d}.backup").mkdir()
        (tmp_path / f"shop-{number:06d}.backup" / MANIFEST).write_text(json.dumps(manifest))
    found = set()
    for zone in ("Asia/Shanghai", "America/New_York"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        there = shelf.backups(tmp_path)
        shelf.to_keep(there)
        found.add(len(there))
    monkeypatch.undo()
    time.tzset()
    assert found == ({1, 2} if told.get("made_at") in ENDS else {1})
