"""How money settles stages when some of it is said to be for one of them, and after money was given back (S7)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.sales import rules

FEN = st.integers(0, 10**9)
SIGNED = st.integers(-(10**9), 10**9)


@st.composite
def books(draw: st.DrawFn) -> tuple[list[int], int, list[int]]:
    """Stages, what was received in all, and what of it was said to be for each; some stages are credit."""
    amounts = draw(st.lists(FEN | st.integers(-(10**6), -1), max_size=7))
    said = draw(st.lists(SIGNED, min_size=len(amounts), max_size=len(amounts)))
    return amounts, sum(said) + draw(SIGNED), said


@given(books())
def test_what_settles_is_what_came_in_never_more_than_a_stage(book: tuple[list[int], int, list[int]]) -> None:
    amounts, received, said = book
    paid = rules.settled(amounts, received, said)
    credit = -sum(amount for amount in amounts if amount < 0)
    assert sum(paid) == min(max(received, 0), sum(amounts)) or sum(amounts) < 0 or received < 0
    assert all(
        part == amount if amount < 0 else 0 <= part <= amount for amount, part in zip(amounts, paid, strict=True)
    )
    assert sum(part for part in paid if part > 0) <= max(received, 0) + credit


@given(st.lists(FEN, min_size=1, max_size=6), st.data())
def test_what_is_said_to_be_for_a_stage_settles_it_first(amounts: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(amounts) - 1))
    given_ = data.draw(FEN)
    said = [given_ if each == place else 0 for each in range(len(amounts))]
    paid = rules.settled(amounts, given_, said)
    assert paid[place] == min(given_, amounts[place])
    rest = rules.settled([0 if each == place else amount for each, amount in enumerate(amounts)], given_ - paid[place])
    assert [0 if each == place else part for each, part in enumerate(paid)] == rest, "what is beyond goes oldest first"


@given(st.lists(FEN, max_size=7), SIGNED)
def test_without_a_word_the_oldest_open_stage_is_settled_first(amounts: list[int], received: int) -> None:
    left = max(received, 0)
    for amount, part in zip(amounts, rules.settled(amounts, received), strict=True):
        assert part == min(amount, left)
        left -= part
