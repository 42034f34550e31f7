"""Counts: what moved meanwhile is no difference, and somebody else approves (W11)."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pypdf
import pytest

from models.kernel import clock
from models.kernel.errors import IllegalMove, NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from models.parts import count_actions as counts
from models.parts import count_lists
from models.parts.count_actions import CountForm, Entry
from models.parts.kinds import CountAction, CountState, PartMove
from models.parts.lists import movements
from models.parts.slip_actions import OutForm, OutLine, use_parts
from models.parts.tables import StockCount
from models.stock.tables import StockQuantity
from reports import prints
from tests.models.parts.shelves import a_count, keeper, part, received, version
from tests.models.shops import Shop
from tests.reports.samples import all_words


def here(item_id: int) -> tuple[int, int]:
    """What is here, and its value."""
    row = StockQuantity.get(StockQuantity.item == item_id)
    return row.quantity, row.value


def use(shop: Shop, item_id: int, quantity: int) -> None:
    """So much of it leaves."""
    use_parts(shop.owner, OutForm((OutLine(item_id, quantity),), "自用"))


def test_what_moves_before_and_after_counting_is_explained_and_no_difference(shop: Shop) -> None:
    by, item_id, begin = keeper(shop), part(shop), clock.now() - timedelta(hours=3)
    with clock.standing_at(begin):
        received(shop, item_id, 1_000, 20_00)
        count_id = counts.open_count(by, CountForm("A-01", with_book=True)).id
    with clock.standing_at(begin + timedelta(hours=1)):
        use(shop, item_id, 200)
    with clock.standing_at(begin + timedelta(hours=2)):
        use(shop, item_id, 100)
        counts.enter_counts(by, count_id, (Entry(item_id, 750, "少半件"),), begin + timedelta(minutes=90))
    (line,) = count_lists.count_view(by, count_id).lines
    assert (line.book, line.moved, line.expected, line.counted, line.difference) == (1_000, -200, 800, 750, -50)
    counts.submit_count(by, count_id, version(count_id))
    use(shop, item_id, 300)
    assert here(item_id) == (400, 80_00)
    view = count_lists.count_view(shop.owner, count_id)
    assert (view.worth, view.actions[CountAction.APPROVE]) == (-10_00, None)
    counts.approve_count(shop.manager, count_id, version(count_id))
    assert here(item_id) == (350, 70_00)
    newest = movements(shop.owner, item_id)[0]
    assert (newest.what, newest.quantity, newest.value) == (PartMove.COUNTED, -50, -10_00)
    view = count_lists.count_view(shop.owner, count_id)
    assert (view.row.state, view.row.differing, view.worth) == (CountState.BOOKED, 1, -10_00)


def test_whoever_counted_does_not_approve(shop: Shop) -> None:
    item_id = part(shop)
    received(shop, item_id, 500)
    count_id = a_count(shop, shop.owner, item_id, 600)
    counts.submit_count(shop.owner, count_id, version(count_id))
    with pytest.raises(RuleError, match="Whoever counted"):
        counts.approve_count(shop.owner, count_id, version(count_id))
    with pytest.raises(NotAllowed):
        counts.approve_count(shop.cashier, count_id, version(count_id))
    with pytest.raises(StaleEdit):
        counts.approve_count(shop.manager, count_id, version(count_id) - 1)
    counts.send_count_back(shop.manager, count_id, version(count_id), "请复盘")
    counts.enter_counts(shop.owner, count_id, (Entry(item_id, 500),))
    counts.submit_count(shop.owner, count_id, version(count_id))
    counts.approve_count(shop.manager, count_id, version(count_id))
    assert here(item_id)[0] == 500
    assert [each.what for each in movements(shop.owner, item_id)] == [PartMove.RECEIVED]


def test_whoever_counts_without_the_book_is_told_nothing(folder_shop: Shop) -> None:
    shop = folder_shop
    by, item_id = keeper(shop), part(shop)
    received(shop, item_id, 500)
    count_id = a_count(shop, by, item_id, 400)
    (line,) = count_lists.count_view(by, count_id).lines
    assert (line.book, line.expected, line.difference, line.worth, line.counted) == (None, None, None, None, 400)
    words = all_words(pypdf.PdfReader(BytesIO(prints.preview(by, PaperKind.COUNT_SHEET, count_id).pdf)))
    assert "04152-YZZA1" in words
    assert "Shouldbehere" not in words.replace(" ", "")
    assert "应存数" not in words
    counts.submit_count(by, count_id, version(count_id))
    (line,) = count_lists.count_view(by, count_id).lines
    assert (line.expected, line.difference) == (500, -100)


def test_one_part_is_counted_once_at_a_time_and_never_below_none(folder_shop: Shop) -> None:
    shop = folder_shop
    by, item_id = keeper(shop), part(shop)
    received(shop, item_id, 500)
    count_id = a_count(shop, by, item_id, 100)
    with pytest.raises(RuleError, match="being counted already"):
        counts.open_count(by, CountForm())
    counts.submit_count(by, count_id, version(count_id))
    use(shop, item_id, 300)
    with pytest.raises(RuleError, match="count this part again"):
        counts.approve_count(shop.manager, count_id, version(count_id))
    assert (here(item_id)[0], StockCount.get_by_id(count_id).state) == (200, CountState.SUBMITTED)
    for place in ("没有的地方",):
        with pytest.raises(RuleError) as refused:
            counts.open_count(by, CountForm(place))
        assert refused.value.field == "place"


@pytest.mark.parametrize("state", list(CountState))
def test_every_move_in_every_state(folder_shop: Shop, state: CountState) -> None:
    """What is not a move of this state is refused, whoever asks; nothing is changed by it."""
    shop = folder_shop
    by, item_id = keeper(shop), part(shop)
    received(shop, item_id, 500)
    count_id = _in_state(shop, by, item_id, state)
    at = version(count_id)
    tries = {
        CountAction.ENTER: lambda: counts.enter_counts(by, count_id, (Entry(item_id, 400),)),
        CountAction.SUBMIT: lambda: counts.submit_count(by, count_id, at),
        CountAction.CANCEL: lambda: counts.cancel_count(by, count_id, at, "算了"),
        CountAction.APPROVE: lambda: counts.approve_count(shop.manager, count_id, at),
        CountAction.SEND_BACK: lambda: counts.send_count_back(shop.manager, count_id, at, "复盘"),
    }
    offered = {*count_lists.count_view(by, count_id).actions, *count_lists.count_view(shop.manager, count_id).actions}
    for action, attempt in tries.items():
        if action not in offered:
            with pytest.raises(IllegalMove):
                attempt()
    assert version(count_id) == at
    wanted = {
        CountState.OPEN: {CountAction.ENTER, CountAction.SUBMIT, CountAction.CANCEL},
        CountState.SUBMITTED: {CountAction.APPROVE, CountAction.SEND_BACK},
    }
    assert offered == wanted.get(state, set())


def _in_state(shop: Shop, by: Actor, item_id: int, state: CountState) -> int:
    count_id = a_count(shop, by, item_id, 450)
    if state is CountState.CANCELLED:
        counts.cancel_count(by, count_id, version(count_id), "算了")
    elif state is not CountState.OPEN:
        counts.submit_count(by, count_id, version(count_id))
        if state is CountState.BOOKED:
            counts.approve_count(shop.manager, count_id, version(count_id))
    return count_id
