"""Any sequence of amendments, payments, reversals, refunds: stages sum to the total, all figures agree (S6, S7)."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from models.checking import sums, supplements, trail
from models.kernel.errors import RuleError
from models.kernel.store import database
from models.sales import cancellation_actions as cancelling
from models.sales.amendment_actions import AmendmentForm, ChangedLine
from models.sales.cancellation_actions import RefundForm, still_to_refund
from models.sales.ledger import LedgerFilter, ledger, ledger_paper
from models.sales.lists import contract_view, payments
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import reverse_payment
from models.sales.quote_forms import LineForm
from models.sales.states import ContractState
from models.sales.supplement_facts import amendment_paper
from models.sales.supplement_lists import supplements_of
from models.sales.supplement_states import Fault
from models.sales.tables import Cancellation
from tests.campaigns import campaign, has_long_form
from tests.models.sales.lives import amended, called_off, pay
from tests.models.shops import Shop, signed_contract

prices, quantities = st.integers(0, 5_000_000), st.integers(1, 700)
Step = Callable[[Shop, int], object]


def add(price: int, quantity: int) -> Step:
    line = LineForm("accessory", "附件", price, quantity, price // 7 if quantity >= 100 else 0)
    return lambda shop, contract: amended(shop, contract, AmendmentForm("more", added=(line,)))


def change(place: int, price: int, quantity: int) -> Step:
    def run(shop: Shop, contract: int) -> object:
        lines = contract_view(shop.owner, contract).lines
        if not lines:
            return None
        line = lines[place % len(lines)]
        return amended(shop, contract, AmendmentForm("other", (ChangedLine(line.position, quantity, price),)))

    return run


def whole(discount: int) -> Step:
    return lambda shop, contract: amended(shop, contract, AmendmentForm("off", whole_discount=discount))


def take(share: int) -> Step:
    def run(shop: Shop, contract: int) -> object:
        return pay(shop, contract, max(1, contract_view(shop.owner, contract).row.total * share // 100))

    return run


def reverse(place: int) -> Step:
    def run(shop: Shop, contract: int) -> object:
        standing = [row for row in payments(contract) if not row.reverses and not row.reversed_by]
        return reverse_payment(shop.cashier, standing[place % len(standing)].id, "x") if standing else None

    return run


steps = st.one_of(
    st.builds(add, prices, quantities),
    st.builds(change, st.integers(0, 5), prices, st.integers(0, 300)),
    st.builds(whole, st.integers(0, 100_000)),
    st.builds(take, st.integers(1, 60)),
    st.builds(reverse, st.integers(0, 5)),
)


@has_long_form
@given(st.lists(steps, min_size=1, max_size=7), st.sampled_from([None, *Fault]), st.integers(1, 100))
@settings(max_examples=campaign(10, 400))
def test_whatever_happens_to_a_contract_its_figures_agree(
    folder_shop: Shop, walk: list[Step], end: Fault | None, part: int
) -> None:
    """Each step that the rules refuse changes nothing; after each, every sum is the same wherever it is read."""
    with database.atomic() as attempt:
        contract = signed_contract(folder_shop)
        for step in walk:
            try:
                with database.atomic():
                    step(folder_shop, contract)
            except RuleError:
                pass
            agree(folder_shop, contract)
        if end is not None:
            finish(folder_shop, contract, end, part)
        attempt.rollback()


def agree(shop: Shop, contract: int) -> None:
    view = contract_view(shop.owner, contract)
    total = view.row.total
    assert sum(stage.amount for stage in view.stages) == total == view.price.total
    settled = sum(stage.paid for stage in view.stages)
    assert settled == min(view.row.received, total) or view.stages[-1].amount < 0
    for stage in view.stages:
        assert stage.paid <= stage.amount or stage.code == "credit"
    (row,) = ledger(LedgerFilter()).rows
    (line,) = ledger_paper(LedgerFilter(), "en").lines
    assert (row.total, row.received, row.overdue) == (line.total, line.received, line.overdue)
    assert (row.total, row.received, row.overdue) == (total, view.row.received, view.row.overdue)
    signed = supplements_of(contract)
    assert view.signed_total + sum(each.amount for each in signed) == total
    if signed:
        paper = amendment_paper(signed[-1].id, "zh_CN")
        assert (paper.total_after, sum(stage.amount for stage in paper.plan)) == (total, total)
    assert sound() == []


def finish(shop: Shop, contract: int, fault: Fault, part: int) -> None:
    """Call it off and pay some of the refund."""
    cancellation_id = called_off(shop, contract, fault)
    left = still_to_refund(Cancellation.get_by_id(cancellation_id))
    if left:
        form = RefundForm(max(1, left * part // 100), PaymentMethod.CASH, "x")
        cancelling.pay_refund(shop.cashier, cancellation_id, form)
    assert contract_view(shop.owner, contract).row.state is ContractState.CANCELLED
    assert sound() == []


def sound() -> list[str]:
    checks = (sums.contracts, sums.payments, supplements.amendments, supplements.cancellations, trail.numbers)
    return [finding for check in checks for finding in check()]
