"""Commission on plain values: exact over any sequence, and shared by what happened on the floor (S8)."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.commission import rules
from models.commission.kinds import SplitRule
from models.commission.rules import HALF, WHOLE, Before, Involved, Proposal, Shares, Sold
from models.kernel.errors import RuleError
from models.trades import files
from models.trades.template import CategoryKind

FEN = st.integers(0, 10**12)
RATES = st.fixed_dictionaries({"car": st.integers(0, WHOLE), "mats": st.integers(0, WHOLE), "tax": st.integers(0, 100)})
BEARING = ("car", "mats")


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    """Up to four people whose shares sum to the whole; sometimes nobody."""
    count = draw(st.integers(0, 4))
    if not count:
        return ()
    cuts = sorted(draw(st.lists(st.integers(1, WHOLE - 1), min_size=count - 1, max_size=count - 1, unique=True)))
    edges = [0, *cuts, WHOLE]
    return tuple((place, edges[place + 1] - edges[place]) for place in range(count))


@st.composite
def books(draw: st.DrawFn) -> tuple[int, int, int, Shares]:
    """What the books of a contract say at some moment: full commission, total, received, and who shares."""
    amounts = {code: draw(FEN) for code in ("car", "mats", "tax")}
    whole = draw(st.integers(0, sum(amounts.values())))
    full = rules.full_commission(Sold(amounts, whole, BEARING), draw(RATES))
    return full, sum(amounts.values()) - whole, draw(st.integers(-(10**12), 10**13)), draw(shares())


@given(st.lists(books(), min_size=1, max_size=12))
def test_whatever_happens_what_stands_booked_is_the_commission_of_what_was_received(
    happened: list[tuple[int, int, int, Shares]],
) -> None:
    """Payments, counter-entries, refunds, amendments and rulings in any order leave no fen behind."""
    booked: dict[int | None, int] = defaultdict(int)
    for full, total, received, who in happened:
        target = rules.shared(rules.earned(full, total, received), who)
        for person, amount in rules.moves(target, booked).items():
            booked[person] += amount
        assert sum(booked.values()) == rules.earned(full, total, received)
        assert {person: amount for person, amount in booked.items() if amount} == {
            person: amount for person, amount in target.items() if amount
        }
        assert rules.moves(target, booked) == {}, "booked twice is booked once"


@given(books(), FEN)
def test_earned_on_money_received_never_on_credit(book: tuple[int, int, int, Shares], more: int) -> None:
    full, total, received, _who = book
    assert 0 <= rules.earned(full, total, received) <= max(full, 0)
    assert rules.earned(full, total, received + more) >= rules.earned(full, total, received)
    assert rules.earned(full, total, total) == rules.earned(full, total, total + more) == (full if total > 0 else 0)
    assert rules.earned(full, total, 0) == rules.earned(full, total, -more) == 0


@given(FEN, FEN, FEN, RATES)
def test_the_whole_discount_is_borne_by_what_the_store_sells(car: int, mats: int, tax: int, rates: dict) -> None:
    amounts = {"car": car, "mats": mats, "tax": tax}
    plain = rules.full_commission(Sold(amounts, 0, BEARING), rates)
    assert abs(plain * WHOLE - sum(amounts[code] * rates[code] for code in amounts)) <= WHOLE // 2
    given_away = rules.full_commission(Sold(amounts, car + mats, BEARING), rates)
    assert given_away == rules.full_commission(Sold({"tax": tax}, 0, BEARING), rates), "what is left is the tax"
    assert rules.full_commission(Sold(amounts, car // 2, BEARING), rates) <= plain


def test_an_example_to_the_fen() -> None:
    sold = Sold({"car": 189_800_00, "mats": 800_00, "tax": 950_00}, 2_000_00, BEARING)
    full = rules.full_commission(sold, {"car": 50, "mats": 5_00, "tax": 0})
    assert full == 978_62, "(189,800 × 0.5 % + 800 × 5 %) × 188,600 / 190,600 = 978.6222"
    assert rules.earned(full, 189_550_00, 10_000_00) == 51_63
    assert rules.shared(51_63, ((1, HALF), (2, HALF))) == {1: 25_82, 2: 25_81}


@pytest.mark.parametrize("code", files.available())
def test_what_each_trade_pays(code: str) -> None:
    trade = files.load(code)
    rates = rules.rates_of(trade, {})
    for category in trade.categories:
        if category.kind in (CategoryKind.PASS_THROUGH, CategoryKind.DEDUCTION):
            assert rates[category.code] == 0, "what passes through earns none"
        else:
            assert 0 < rates[category.code] <= 10_00
    first = trade.categories[0].code
    assert rules.rates_of(trade, {first: 7})[first] == 7


@pytest.mark.parametrize(
    "wrong", [(), ((1, WHOLE), (1, 1)), ((1, 50_00),), ((1, 0), (2, WHOLE)), ((1, -1), (2, 10_001))]
)
def test_shares_that_are_none(wrong: Shares) -> None:
    with pytest.raises(RuleError) as refused:
        rules.check_shares(wrong)
    assert refused.value.field == "shares"


A, B, C, D = 1, 2, 3, 4
R = SplitRule
PAIR = ((A, HALF), (B, HALF))
BEFORE, JOINT = Before("HT-1", ((B, WHOLE),)), Before("HT-1", PAIR, joint=True)


@pytest.mark.parametrize(
    ("involved", "proposal"),
    [
        (Involved(A), Proposal(R.CLOSER, ((A, WHOLE),))),
        (Involved(A, owner=A, receivers=(A,)), Proposal(R.CLOSER, ((A, WHOLE),))),
        (Involved(A, A, (A,), referrer=B), Proposal(R.REFERRAL, ((A, WHOLE),), (B,))),
        (Involved(A, A, (A,), referrer=A), Proposal(R.CLOSER, ((A, WHOLE),))),
        (Involved(A, A, (B, A), referrer=B, handed_over=(B,)), Proposal(R.HANDED_OVER, PAIR, (B,))),
        (Involved(A, A, (B, A), handed_over=(B,)), Proposal(R.CLOSER, ((A, WHOLE),))),
        (Involved(A, A, (A, B)), Proposal(R.JOINT, PAIR, (B,))),
        (Involved(A, B, ()), Proposal(R.JOINT, PAIR, (B,))),
        (Involved(A, B, (C,)), Proposal(R.MANY, ((A, WHOLE),), (B, C))),
        (Involved(A, A, (A, B, C)), Proposal(R.MANY, ((A, WHOLE),), (B, C))),
        (Involved(A, A, (B, C, A), referrer=B, handed_over=(B,)), Proposal(R.MANY, ((A, WHOLE),), (C, B))),
        (Involved(A, A, (A,), before=JOINT), Proposal(R.JOINT_BEFORE, PAIR, (B,), "HT-1")),
        (Involved(C, C, (C,), before=JOINT), Proposal(R.CLOSER, ((C, WHOLE),))),
        (Involved(A, A, has_main_goods=False, before=BEFORE), Proposal(R.ADD_ON, ((B, WHOLE),), (B,), "HT-1")),
        (Involved(C, C, has_main_goods=False, before=JOINT), Proposal(R.ADD_ON, PAIR, (A, B), "HT-1")),
        (Involved(A, has_main_goods=False), Proposal(R.CLOSER, ((A, WHOLE),))),
        (Involved(A, left=(A,)), Proposal(R.SELLER_GONE, (), (A,))),
        (Involved(A, A, (A, B), left=(B,)), Proposal(R.SELLER_GONE, (), (B,))),
        (Involved(A, has_main_goods=False, before=BEFORE, left=(B,)), Proposal(R.SELLER_GONE, (), (B,), "HT-1")),
        (Involved(A, A, (A,), referrer=B, left=(B,)), Proposal(R.REFERRAL, ((A, WHOLE),), (B,))),
    ],
)
def test_what_happened_makes_the_split(involved: Involved, proposal: Proposal) -> None:
    assert rules.propose(involved) == proposal


PEOPLE = st.integers(1, 5)


@given(
    st.builds(
        Involved,
        closer=PEOPLE,
        owner=st.none() | PEOPLE,
        receivers=st.lists(PEOPLE, max_size=4),
        referrer=st.none() | PEOPLE,
        handed_over=st.frozensets(PEOPLE),
        left=st.frozensets(PEOPLE),
        has_main_goods=st.booleans(),
        before=st.none() | st.just(BEFORE) | st.just(JOINT),
    )
)
def test_a_proposal_is_whole_or_for_the_manager(involved: Involved) -> None:
    proposal = rules.propose(involved)
    if proposal.rule is R.SELLER_GONE:
        assert proposal.shares == ()
        assert set(proposal.others) <= set(involved.left)
    else:
        rules.check_shares(proposal.shares)
        assert not {who for who, _share in proposal.shares} & set(involved.left)
