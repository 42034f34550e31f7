"""Receipts, returns, orders with suppliers, and what the lists tell of them (W11)."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pypdf
import pytest

from models.checking import shelf, stock
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Role
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind
from models.parts import document_lists, lists
from models.parts import purchase_actions as purchases
from models.parts import slip_actions as slips
from models.parts.availability import availability
from models.parts.kinds import PartFilter, PartMove, PurchaseState
from models.parts.part_actions import PartForm, change_part
from models.parts.pasting import read_receipt
from models.parts.purchase_actions import OrderLine, PurchaseForm
from models.parts.slip_actions import OutForm, OutLine, ReceiptForm, ReceiptLine
from models.parts.tables import PartSlip, PurchaseLine
from models.stock.rules import Holding
from models.stock.tables import StockQuantity
from reports import prints
from tests.models.parts.shelves import SUPPLIER, hired, keeper, part, parts_everything, received
from tests.models.shops import Shop
from tests.reports.samples import all_words


def held(item_id: int) -> Holding:
    """What is here, and its value."""
    row = StockQuantity.get(StockQuantity.item == item_id)
    return Holding(row.quantity, row.value)


def test_the_average_moves_with_each_receipt_and_one_typed_wrongly_is_taken_back(shop: Shop) -> None:
    item_id = part(shop)
    received(shop, item_id, 1_000, 20_00)
    wrong = received(shop, item_id, 500, 2_600_00)
    slips.take_back_receipt(shop.owner, wrong, "单价输错")
    assert held(item_id) == Holding(1_000, 200_00)
    received(shop, item_id, 500, 26_00)
    assert held(item_id).average == 22_00
    with pytest.raises(RuleError, match="taken back already"):
        slips.take_back_receipt(shop.owner, wrong, "再来一次")
    rows = document_lists.slip_rows(shop.owner, document_lists.slip_ids())
    assert [(each.number.split("-")[0], each.taken_back) for each in rows] == [
        *(("RK", False), ("TH", False), ("RK", True), ("RK", False)),
    ]
    assert rows[1].reverses == rows[2].number
    with pytest.raises(RuleError, match="Only a receipt"):
        slips.take_back_receipt(shop.owner, rows[1].id, "不行")
    assert [*stock.quantities(), *shelf.documents()] == []


def test_a_receipt_is_written_once_whole_or_not_at_all(shop: Shop) -> None:
    item_id = part(shop)
    lines = (ReceiptLine(item_id, 100, 1_00), ReceiptLine(shop.car, 100, 1_00))
    with pytest.raises(RuleError) as refused:
        slips.receive_parts(shop.owner, ReceiptForm(lines, SUPPLIER))
    assert refused.value.field == "lines.1.item_id"
    assert (PartSlip.select().count(), held(item_id)) == (0, Holding())
    form = ReceiptForm(lines[:1], SUPPLIER, token="one-click")
    first, again = slips.receive_parts(shop.owner, form), slips.receive_parts(shop.owner, form)
    assert (first.id, held(item_id)) == (again.id, Holding(100, 1_00))
    tomorrow = clock.today() + timedelta(days=1)
    for wrong, field in (
        (ReceiptForm((), SUPPLIER), "lines"),
        (ReceiptForm(lines[:1]), "supplier"),
        (ReceiptForm(lines[:1], SUPPLIER, day=tomorrow), "day"),
        (ReceiptForm((ReceiptLine(item_id, 0),), SUPPLIER), "lines.0.quantity"),
        (ReceiptForm((ReceiptLine(item_id, 100, -1),), SUPPLIER), "lines.0.cost"),
    ):
        with pytest.raises(RuleError) as refused:
            slips.receive_parts(shop.owner, wrong)
        assert refused.value.field == field
    with pytest.raises(RuleError) as refused:
        slips.use_parts(shop.owner, OutForm((OutLine(item_id, 200),), "自用"))
    assert refused.value.field == "lines.0.quantity"


def test_what_is_on_order_is_told_until_it_has_come(shop: Shop) -> None:
    item_id, soon = part(shop), clock.today() + timedelta(days=3)
    form = PurchaseForm(SUPPLIER, (OrderLine(item_id, 1_200, 18_00),), soon, token="once")
    order = purchases.order_parts(shop.owner, form).id
    assert purchases.order_parts(shop.owner, form).id == order
    line = PurchaseLine.get(PurchaseLine.purchase == order).id
    answer = availability([item_id])[item_id]
    assert (answer.here, answer.on_order, answer.expected_on) == (0, 1_200, soon)
    slips.receive_parts(shop.owner, ReceiptForm((ReceiptLine(item_id, 500, None, "A-9", line),), SUPPLIER))
    assert held(item_id) == Holding(500, 90_00), "the cost agreed is taken where the note tells none"
    answer = availability([item_id])[item_id]
    assert (answer.on_order, answer.place) == (700, "A-9")
    (row,) = document_lists.purchase_rows(shop.owner, [order])
    with pytest.raises(StaleEdit):
        purchases.expect_order(shop.owner, order, row.version - 1, soon)
    rest = slips.receive_parts(shop.owner, ReceiptForm((ReceiptLine(item_id, 700, None, "", line),), SUPPLIER)).id
    (row,) = document_lists.purchase_rows(shop.owner, [order])
    assert (row.state, row.open_lines) == (PurchaseState.RECEIVED, 0)
    slips.take_back_receipt(shop.owner, rest, "送错了")
    (row,) = document_lists.purchase_rows(shop.owner, [order])
    assert (row.state, availability([item_id])[item_id].on_order) == (PurchaseState.ORDERED, 700)
    purchases.close_order(shop.owner, order, row.version, "停产")
    assert availability([item_id])[item_id].on_order == 0
    with pytest.raises(RuleError, match="is closed"):
        slips.receive_parts(shop.owner, ReceiptForm((ReceiptLine(item_id, 100, None, "", line),), SUPPLIER))
    assert list(shelf.documents()) == []


def test_the_list_finds_a_part_by_any_spelling_and_shows_what_each_may_see(shop: Shop) -> None:
    oil = part(shop, minimum=400, maximum=1_200, pack=400, other_numbers="90915-YZZD4，15601-BZ010")
    other = part(shop, "X-1", "雨刮片")
    received(shop, oil, 300, 20_00)
    received(shop, other, 300)
    for spelling in ("04152yzza1", "０４１５２－ＹＺＺＡ１", "jylqq", "机油", "90915yzzd4", "15601 bz010"):
        assert lists.part_ids(shop.owner, query=spelling) == [oil], spelling
        assert [each.id for each in lists.find_parts(shop.owner, spelling)] == [oil]
    assert lists.part_ids(shop.owner, PartFilter.BELOW) == lists.reorder_ids(shop.owner) == [oil]
    row = lists.part(shop.owner, oil)
    assert row is not None
    assert (row.to_order, row.average, row.price) == (1_200, 20_00, 4_500)
    technician = hired(shop, Role.TECHNICIAN, "小陈")
    advisor = hired(shop, Role.SERVICE_ADVISOR, "小叶")
    seen = [lists.part(each, oil) for each in (technician, advisor)]
    assert [(each.price, each.average, each.value) for each in seen if each] == [
        *((None, None, None), (4_500, None, None)),
    ]
    assert all(each.value is None for each in lists.movements(advisor, oil))
    assert [each.what for each in lists.movements(shop.owner, oil)] == [PartMove.RECEIVED]
    with pytest.raises(NotAllowed):
        lists.worth_on(advisor, clock.today())


def test_what_the_stock_was_worth_on_a_day_that_is_past(shop: Shop) -> None:
    item_id, now = part(shop), clock.now()
    with clock.standing_at(now - timedelta(days=40)):
        received(shop, item_id, 1_000, 20_00)
    with clock.standing_at(now - timedelta(days=10)):
        slips.use_parts(shop.owner, OutForm((OutLine(item_id, 400),), "自用"))
    received(shop, item_id, 600, 30_00)
    today = clock.today()
    assert lists.worth_on(shop.owner, today - timedelta(days=41)) == {}
    assert lists.worth_on(shop.owner, today - timedelta(days=20)) == {item_id: Holding(1_000, 200_00)}
    assert lists.worth_on(shop.owner, today - timedelta(days=5)) == {item_id: Holding(600, 120_00)}
    assert lists.worth_on(shop.owner, today) == {item_id: Holding(1_200, 300_00)}


def test_a_part_is_changed_by_one_after_the_other(folder_shop: Shop) -> None:
    shop = folder_shop
    by, item_id = keeper(shop), part(shop)
    received(shop, item_id, 100)
    row = lists.part(by, item_id)
    assert row is not None
    form = PartForm(row.code, "机油滤清器（原厂）", row.price or 0, row.unit, place="A-02", minimum=200, maximum=600)
    change_part(by, item_id, row.version, form)
    with pytest.raises(StaleEdit) as stale:
        change_part(by, item_id, row.version, PartForm(row.code, "别的", 1, minimum=300))
    assert (stale.value.theirs["minimum"], stale.value.mine["minimum"]) == (200, 300)
    for wrong, field in (
        (PartForm(row.code, "", 1), "name"),
        (PartForm(row.code, "滤", 1, minimum=300, maximum=200), "maximum"),
        (PartForm(row.code, "滤", 1, warranty_months=9_999), "warranty_months"),
        (PartForm(row.code, "滤", 1, active=False), "active"),
    ):
        with pytest.raises(RuleError) as refused:
            change_part(by, item_id, row.version + 1, wrong)
        assert refused.value.field == field


def test_pasted_rows_are_read_by_their_titles_and_every_wrong_one_is_told(folder_shop: Shop) -> None:
    shop = folder_shop
    oil = part(shop, other_numbers="90915-YZZD4")
    heads = "配件编号\t名称\t数量\t进价\t货位\n"
    rows = heads + "04152yzza1\t\t12\t21.50\tA-3\n90915 YZZD4\t\t1\t\t\nNO-1\t\t3\t1\t\n04152-YZZA1\t\t很多\t1\t"
    read = read_receipt(rows)
    assert [each.line for each in read[:2]] == [ReceiptLine(oil, 1_200, 21_50, "A-3"), ReceiptLine(oil, 100)]
    assert [(each.line, each.error.field) for each in read[2:] if each.error] == [(None, "code"), (None, "quantity")]
    assert [each.line for each in read_receipt("04152-YZZA1\t2\t3")] == [ReceiptLine(oil, 200, 3_00)]
    with pytest.raises(RuleError, match="names no part number"):
        read_receipt("名称\t货位\n滤\tA")


def test_the_papers_say_what_the_lists_say(folder_shop: Shop) -> None:
    shop = folder_shop
    part(shop, minimum=400, maximum=1_200, supplier=SUPPLIER, cost=20_00)
    words = all_words(pypdf.PdfReader(BytesIO(prints.preview(shop.owner, PaperKind.REORDER_LIST, 0).pdf)))
    for said in ("DH-", "04152-YZZA1", "机油滤清器", SUPPLIER, "240.00"):
        assert said in words, said
    manager = all_words(pypdf.PdfReader(BytesIO(prints.preview(shop.manager, PaperKind.REORDER_LIST, 0).pdf)))
    assert "240.00" not in manager
    with pytest.raises(NotAllowed):
        prints.preview(shop.consultant, PaperKind.REORDER_LIST, 0)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE purchase_line SET received = received + 100",
        "UPDATE stock_count_line SET counted = counted + 100 WHERE count_id IN (SELECT id FROM stock_count)",
    ],
)
def test_harm_is_told(folder_shop: Shop, harm: str) -> None:
    parts_everything(folder_shop)
    assert [*shelf.documents(), *shelf.issued(), *stock.quantities()] == []
    run_sql(harm)
    assert list(shelf.documents())
