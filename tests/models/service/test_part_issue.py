"""Parts of an order: issued once however often one clicks, brought back, settled as issued (W6, W11)."""

from __future__ import annotations

import pytest

from models.kernel.errors import NotAllowed, RuleError
from models.kernel.money import quantity_text
from models.kernel.tables import run_sql
from models.parts.issuing import issued_to
from models.service.kinds import EventKind, Stance, Supply
from models.service.line_actions import leave_line_out, use_less
from models.service.part_issue_actions import PartForm, issue_parts, return_parts
from models.service.reading import order_view
from models.service.reception_actions import cancel_order
from models.service.states import WorkOrderState
from tests.models.parts import shelves
from tests.models.rotation.test_seats import at_once
from tests.models.service.orders import Crew, authorised, crew, labour, part
from tests.models.service.settled import settle_as_proposed
from tests.models.service.working import check, dispatch, do_all
from tests.models.shops import Shop, customer


def oil_change(shop: Shop, team: Crew, quantity: int = 400, here: int = 1_000) -> tuple[int, int, int]:
    """An authorised order that takes four of a part of which ten are here; order, line of the part, item."""
    item = shelves.part(shop)
    shelves.received(shop, item, here)
    filters = part("机油滤清器", quantity, 4_500, parent=0, item_id=item)
    order_id = authorised(shop, team.advisor, labour("更换机油", 50), filters)
    return order_id, order_view(team.advisor, order_id).lines[1].id, item


def here(item: int) -> int:
    return int(run_sql("SELECT quantity FROM stock_quantity WHERE item_id = ?", item).fetchone()[0])


def issued(team: Crew, order_id: int) -> list[int]:
    return [line.issued for line in order_view(team.advisor, order_id).lines]


def test_a_double_click_issues_once(shop: Shop) -> None:
    team = crew(shop)
    order_id, line, item = oil_change(shop, team)
    told = at_once(2, lambda _seat: issue_parts(team.parts, order_id, (PartForm(line, 300),), "one click"))
    assert not any(isinstance(each, RuleError) for each in told), told
    assert (here(item), issued(team, order_id)) == (700, [0, 300])
    with pytest.raises(RuleError) as caught:
        issue_parts(team.parts, order_id, (PartForm(line, 200),), "another")
    assert caught.value.field == "quantity"
    issue_parts(team.parts, order_id, (PartForm(line, 100),), "another")
    assert (here(item), issued(team, order_id)) == (600, [0, 400])
    assert issued_to(order_id, line)[item].quantity == 400
    for _click in range(2):
        return_parts(team.parts, order_id, (PartForm(line, 100),), "back")
    assert (here(item), issued(team, order_id)) == (700, [0, 300])
    events = [event.kind for event in order_view(team.advisor, order_id).events]
    assert (events.count(EventKind.ISSUED), events.count(EventKind.RETURNED)) == (2, 1)


def test_what_was_issued_is_settled_or_comes_back(shop: Shop) -> None:
    team = crew(shop)
    order_id, line, item = oil_change(shop, team)
    dispatch(team, order_id)
    issue_parts(team.parts, order_id, (PartForm(line, 400),))
    do_all(team, order_id)
    check(team, order_id)
    return_parts(team.parts, order_id, (PartForm(line, 100),))
    with pytest.raises(RuleError, match="not as much is settled as was issued"):
        settle_as_proposed(team.advisor, order_id)
    issue_parts(team.parts, order_id, (PartForm(line, 100),))
    with pytest.raises(RuleError, match="Bring back first"):
        use_less(team.advisor, line, 300)
    return_parts(team.parts, order_id, (PartForm(line, 100),), unused=True)
    settle_as_proposed(team.advisor, order_id)
    view = order_view(team.advisor, order_id)
    assert view.settlement is not None
    assert (view.settlement.total, view.lines[1].quantity, here(item)) == (11_000 + 3 * 4_500, 300, 700)
    with pytest.raises(RuleError, match="between authorisation and settlement"):
        return_parts(team.parts, order_id, (PartForm(line, 100),))


def test_an_order_is_cancelled_without_parts_on_it(shop: Shop) -> None:
    team = crew(shop)
    order_id, line, item = oil_change(shop, team)
    issue_parts(team.parts, order_id, (PartForm(line, 400),))
    with pytest.raises(RuleError, match="机油滤清器"):
        cancel_order(team.advisor, order_id, "客户改期")
    with pytest.raises(RuleError, match="Bring back first"):
        leave_line_out(team.advisor, line, "不换了")
    return_parts(team.parts, order_id, (PartForm(line, 400),), unused=True)
    assert order_view(team.advisor, order_id).lines[1].stance is Stance.UNUSED
    cancel_order(team.advisor, order_id, "客户改期")
    assert (order_view(team.advisor, order_id).row.state, here(item)) == (WorkOrderState.CANCELLED, 1_000)


def test_what_is_not_here_or_no_part_is_refused(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    order_id, line, item = oil_change(folder_shop, team, here=200)
    work = order_view(team.advisor, order_id).lines[0].id
    for wrong in (PartForm(line, 300), PartForm(line, 0), PartForm(line, -100), PartForm(work, 100), PartForm(999, 1)):
        with pytest.raises(RuleError):
            issue_parts(team.parts, order_id, (wrong,))
    with pytest.raises(RuleError):
        issue_parts(team.parts, order_id, (PartForm(line, 100), PartForm(line, 200)))
    assert (here(item), issued(team, order_id)) == (200, [0, 0]), "nothing half issued"
    with pytest.raises(RuleError):
        return_parts(team.parts, order_id, (PartForm(line, 100),))
    for actor in (team.technician, team.advisor, folder_shop.cashier):
        with pytest.raises(NotAllowed):
            issue_parts(actor, order_id, (PartForm(line, 100),))
    other = customer(folder_shop, "乙", "13700001111")
    own = authorised(folder_shop, team.advisor, labour(), part("自带机油", supply=Supply.OWN), customer_id=other)
    with pytest.raises(RuleError, match="no part of the stock"):
        issue_parts(team.parts, own, (PartForm(order_view(team.advisor, own).lines[1].id, 100),))
    assert quantity_text(here(item)) == "2"
