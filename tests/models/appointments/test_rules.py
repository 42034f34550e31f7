"""The planner's rules against a plain slow search (W1)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.appointments.rules import STEP, Span, Taken, WorkshopHours, clash, next_free, snapped, span_of, survey_fee

MONDAY = datetime(2036, 3, 3, 8, 0, tzinfo=UTC)
HOURS = WorkshopHours(time(8), time(12), weekdays=(0, 1))


def _taken(number: int, start: int, length: int, bay: int) -> Taken:
    begin = MONDAY + timedelta(minutes=start * STEP)
    return Taken(number, f"YY-{number}", span_of(begin, length * STEP), bay, None, None)


@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(1, 8), st.sampled_from((1, 2))), max_size=6),
    st.integers(1, 6),
    st.integers(0, 1),
)
def test_the_slots_offered_are_the_first_that_are_free(
    planned: list[tuple[int, int, int]], length: int, walk_ins: int
) -> None:
    taken = [_taken(number, *each) for number, each in enumerate(planned, 1)]
    hours = WorkshopHours(HOURS.opens, HOURS.closes, HOURS.weekdays, walk_ins=walk_ins)
    offered = next_free(MONDAY, length * STEP, (1, 2), taken, hours, count=1)
    for step in range(16):
        begin = MONDAY + timedelta(minutes=step * STEP)
        span = Span(begin, begin + timedelta(minutes=length * STEP))
        free = [bay for bay in (1, 2) if not any(t.bay_id == bay and t.span.overlaps(span) for t in taken)]
        if len(free) > walk_ins:
            assert (offered[0].starts_at, offered[0].bay_id) == (begin, free[0])
            return
    assert offered[0].starts_at.weekday() == 1


@given(st.integers(0, 40), st.integers(1, 8), st.integers(0, 40), st.integers(1, 8))
def test_two_clash_exactly_where_they_share_a_moment(start: int, length: int, other: int, long: int) -> None:
    one, two = _taken(1, start, length, 1), _taken(2, other, long, 1)
    shared = {*range(start, start + length)} & {*range(other, other + long)}
    assert (clash(one, [two], HOURS) is not None) is bool(shared)
    assert clash(one, [one], HOURS) is None


@given(st.datetimes(datetime(2036, 1, 1), datetime(2037, 1, 1)))
def test_a_drop_snaps_to_the_nearest_quarter(at: datetime) -> None:
    found = snapped(at)
    assert found.minute % STEP == 0
    assert abs(found - at) <= timedelta(minutes=STEP) / 2


def test_a_survey_costs_by_distance_or_what_is_brought_along_if_that_is_more() -> None:
    fees = ((10, 50_00), (30, 100_00), (100, 400_00), (0, 300_00))
    asked = (0, 10, 11, 30, 31, 500)
    assert [survey_fee(fees, km) for km in asked] == [50_00, 50_00, 100_00, 100_00, 400_00, 400_00]
    assert [survey_fee(fees, km, equipment=True) for km in asked] == [300_00] * 4 + [400_00] * 2
    assert survey_fee((), 12, equipment=True) == 0
