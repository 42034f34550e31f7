"""The parts' page by keys: found, received, pasted, ordered, counted, approved; who sees what (W11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.checking import shelf as checks
from models.kernel import clock
from models.kernel.permissions import Actor, Role
from models.parts import count_lists, document_lists, lists
from models.parts.kinds import CountState, PartFilter, PartMove, PurchaseState
from models.parts.part_actions import PartForm, add_part
from models.parts.slip_actions import ReceiptForm, ReceiptLine, receive_parts
from models.service import part_lists
from models.staff.actions import StaffForm, hire
from tests.models.parts import shelves
from tests.models.service.orders import authorised, crew, labour
from tests.models.service.orders import part as order_part
from tests.ui.conftest import PIN, Shop
from tests.ui.hands import button
from tests.ui.service.conftest import Opened
from ui.find_anything import find_anything
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.service.parts_page import PartsPage
from ui.service.tab import ServiceTab
from ui.today import shelf

SUPPLIER = "永盛汽配"


@pytest.fixture
def keeper(shop: Shop) -> Actor:
    """The parts keeper."""
    roles = frozenset({Role.PARTS_KEEPER})
    return Actor(hire(shop.owner, StaffForm("何库管", roles, pin=PIN)).id, "何库管", roles)


@pytest.fixture
def stocked(shop: Shop) -> tuple[int, int]:
    """An oil filter below its minimum, and wiper blades."""
    limits = {"minimum": 400, "maximum": 1_200, "supplier": SUPPLIER, "place": "A-01"}
    oil = add_part(shop.owner, PartForm("04152-YZZA1", "机油滤清器", 4_500, "个", cost=2_000, **limits)).id  # type: ignore[arg-type]
    wiper = add_part(shop.owner, PartForm("85212-0E", "雨刮片", 7_800, "片", cost=3_000, place="C-01")).id
    lines = (ReceiptLine(oil, 300, 2_000), ReceiptLine(wiper, 1_000, 3_000))
    receive_parts(shop.owner, ReceiptForm(lines, SUPPLIER))
    return oil, wiper


def page_of(tab: ServiceTab) -> PartsPage:
    """The parts, in front."""
    tab.show_page("parts")
    page = tab.page("parts")
    assert isinstance(page, PartsPage)
    return page


def dialog_of(page: PartsPage) -> FormDialog:
    """The dialog that is open."""
    return next(each for each in page.window().findChildren(FormDialog) if each.isVisible())


def test_an_empty_shelf_says_what_to_do(keeper: Actor, open_service: Opened) -> None:
    _window, tab = open_service(keeper)
    page = page_of(tab)
    assert page.shelf.table.records.ids == []
    assert page.shelf.row is None
    assert page.receive.isVisible()


def test_a_part_is_found_in_any_spelling(
    qtbot: QtBot, keeper: Actor, stocked: tuple[int, int], open_service: Opened
) -> None:
    window, tab = open_service(keeper)
    page, (oil, wiper) = page_of(tab), stocked
    assert QApplication.focusWidget() is page.shelf.search
    qtbot.keyClicks(page.shelf.search, "04152yzza1")
    qtbot.waitUntil(lambda: page.shelf.table.records.ids == [oil])
    page.shelf.search.clear()
    qtbot.keyClicks(page.shelf.search, "ygp")
    qtbot.keyClick(page.shelf.search, Qt.Key.Key_Return)
    assert (page.shelf.table.records.ids, QApplication.focusWidget()) == ([wiper], page.shelf.table)
    page.shelf.chips.select(PartFilter.BELOW.value)
    tab.open_record("part", oil)
    assert page.shelf.row is not None
    assert page.shelf.row.id == oil
    assert [hit.id for group in find_anything(keeper, "机油") for hit in group.hits if hit.kind == "part"] == [oil]
    assert window.isVisible()


def test_a_receipt_is_typed_with_the_keys_alone(
    qtbot: QtBot, keeper: Actor, stocked: tuple[int, int], open_service: Opened
) -> None:
    window, tab = open_service(keeper)
    page, (oil, _wiper) = page_of(tab), stocked
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    typing = page.receiving
    assert typing.isVisible()
    typing.form.editor("supplier").set_value(SUPPLIER)
    typing.lines.box.setFocus()
    qtbot.keyClicks(typing.lines.box, "jylqq")
    qtbot.keyClick(typing.lines.box, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is typing.lines.quantity
    qtbot.keyClick(typing.lines.quantity, Qt.Key.Key_Return)
    assert typing.lines.lines == []
    qtbot.keyClicks(typing.lines.quantity, "12")
    typing.lines.cost.selectAll()
    qtbot.keyClicks(typing.lines.cost, "23.50")
    qtbot.keyClick(typing.lines.cost, Qt.Key.Key_Return)
    assert [(each.item_id, each.quantity, each.cost) for each in typing.lines.lines] == [(oil, 1_200, 23_50)]
    assert QApplication.focusWidget() is typing.lines.box
    with notices.recording():
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.part is page.slips
    part = lists.part(keeper, oil)
    assert part is not None
    assert (part.here, part.value) == (1_500, 60_00 + 282_00)
    page.begin_receipt()
    assert typing.lines.lines == [], "what was taken in is not offered again"


def test_a_receipt_without_supplier_or_parts_says_so_and_stays(
    qtbot: QtBot, keeper: Actor, stocked: tuple[int, int], open_service: Opened
) -> None:
    _window, tab = open_service(keeper)
    page = page_of(tab)
    page.begin_receipt()
    page.receiving.submit()
    assert page.receiving.lines._said.text() == "There is no part on it yet."
    QApplication.clipboard().setText("04152YZZA1\t5\t20\nNO-SUCH\t1\t1")
    page.receiving.paste()
    assert "NO-SUCH" in page.receiving.lines._said.text()
    assert page.receiving.lines.lines == []
    QApplication.clipboard().setText("配件编号\t数量\t进价\n04152YZZA1\t5\t20\n85212 0e\t2\t")
    page.receiving.paste()
    assert [(each.quantity, each.cost) for each in page.receiving.lines.lines] == [(500, 20_00), (200, None)]
    page.receiving.submit()
    assert page.receiving.form.field("supplier").error == "Type the supplier."
    page.show_part("shelf")
    page.begin_receipt()
    assert len(page.receiving.lines.lines) == 2, "what was typed waits"


def test_what_is_below_its_minimum_is_ordered_and_comes_in_part(
    qtbot: QtBot, keeper: Actor, stocked: tuple[int, int], open_service: Opened
) -> None:
    _window, tab = open_service(keeper)
    page, (oil, _wiper) = page_of(tab), stocked
    assert tab.badge() == 1
    assert [(each.kind, each.title) for each in shelf.needs(keeper)] == [("reorder", "1 parts below their minimum")]
    tab.open_record("reorder", 0)
    with notices.recording():
        button(page, "copy_reorder").click()
    assert QApplication.clipboard().text().splitlines()[1] == "04152-YZZA1\t机油滤清器\t9\t个"
    button(page, "order_parts").click()
    dialog = dialog_of(page)
    assert dialog.form.editor("supplier").value() == SUPPLIER
    dialog.form.editor("expected_on").set_value(clock.today() + timedelta(days=2))
    dialog.submit()
    assert page.part is page.purchases
    assert page.purchases.row is not None
    assert page.purchases.row.supplier == SUPPLIER
    assert lists.counts()[PartFilter.BELOW] == 0
    button(page, "receive_order").click()
    page.receiving.lines.lines = [page.receiving.lines.lines[0]]
    with notices.recording():
        page.receiving.submit()
    (order,) = document_lists.purchase_rows(keeper, document_lists.purchase_ids())
    assert order.state is PurchaseState.RECEIVED
    part = lists.part(keeper, oil)
    assert part is not None
    assert part.here == 1_200
    button(page, "take_back_receipt").click()
    dialog = dialog_of(page)
    dialog.form.editor("reason").set_value("送错了")
    dialog.submit()
    part = lists.part(keeper, oil)
    assert part is not None
    assert part.here == 300


def test_a_count_is_entered_line_after_line_and_approved_by_the_manager(
    qtbot: QtBot, shop: Shop, keeper: Actor, stocked: tuple[int, int], open_service: Opened
) -> None:
    _window, tab = open_service(keeper)
    page = page_of(tab)
    button(page, "begin_count").click()
    dialog_of(page).submit()
    counting = page.counts
    assert counting.view is not None
    assert [each.expected for each in counting.view.lines] == [None, None]
    counting.counted.setFocus()
    for found in ("3", "8"):
        counting.counted.selectAll()
        qtbot.keyClicks(counting.counted, found)
        qtbot.keyClick(counting.counted, Qt.Key.Key_Return)
    assert [each.counted for each in counting.view.lines] == [300, 800]
    button(page, "submit_count").click()
    assert counting.view.row.state is CountState.SUBMITTED
    count_id = counting.view.row.id
    assert [(each.kind, each.id) for each in shelf.needs(shop.manager)] == [("stock_count", count_id)]
    _window, tab = open_service(shop.manager)
    tab.open_record("stock_count", count_id)
    page = page_of(tab)
    page.show_part("counts", count_id)
    assert not page.receive.isVisible()
    button(page, "approve_count").click()
    (row,) = count_lists.count_rows([count_id])
    assert (row.state, row.differing) == (CountState.BOOKED, 1)


def test_a_technician_sees_what_is_here_and_no_money(
    shop: Shop, stocked: tuple[int, int], open_service: Opened
) -> None:
    roles = frozenset({Role.TECHNICIAN})
    technician = Actor(hire(shop.owner, StaffForm("小陈", roles, pin=PIN)).id, "小陈", roles)
    _window, tab = open_service(technician)
    page = page_of(tab)
    assert len(page.shelf.table.records.ids) == 2
    said = " ".join(each.text() for each in page.shelf.findChildren(type(page.shelf._title)))
    assert "机油滤清器" in said
    assert "¥" not in said
    assert not any(each.isVisible() for each in (page.new, page.count, page.receive))


def test_a_part_is_added_and_changed_and_says_at_its_field_what_is_wrong(
    keeper: Actor, stocked: tuple[int, int], open_service: Opened
) -> None:
    _window, tab = open_service(keeper)
    page = page_of(tab)
    button(page, "new_part").click()
    dialog = dialog_of(page)
    dialog.form.set_values({"code": "04152-YZZA1", "name": "再来一个", "price": 100})
    dialog.submit()
    assert dialog.form.field("code").error == "Another item has this code."
    dialog.form.set_values({"code": "NEW-1", "minimum": 300, "maximum": 200})
    dialog.submit()
    assert dialog.form.field("maximum").error == "The maximum is below the minimum."
    dialog.form.set_values({"maximum": 900})
    dialog.submit()
    (new,) = lists.find_parts(keeper, "NEW-1")
    assert (new.name, new.minimum, new.to_order) == ("再来一个", 300, 900)


def test_parts_are_handed_out_to_orders_and_come_back_by_keys(qtbot: QtBot, shop: Shop, open_service: Opened) -> None:
    team = crew(shop)  # type: ignore[arg-type]  # another shop with an owner
    item = shelves.part(shop)  # type: ignore[arg-type]
    shelves.received(shop, item, 300)  # type: ignore[arg-type]
    lines = (labour("更换机油", 50), order_part("机油滤清器", 200, 4_500, parent=0, item_id=item))
    order_id = authorised(shop, team.advisor, *lines, customer_id=shop.customer())  # type: ignore[arg-type]
    _window, tab = open_service(team.parts)
    page = page_of(tab)
    page.show_part("issuing")
    assert [(each.order_id, each.rest, each.here) for each in part_lists.to_issue()] == [(order_id, 200, 300)]
    qtbot.keyClick(page.issuing.table, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    dialog.submit()
    dialog.submit()
    assert part_lists.to_issue() == []
    assert page.issuing.table.records.ids == []
    page.issuing.chips.select("out")
    page.issuing.show_list()
    qtbot.keyClick(page.issuing.table, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    dialog.form.set_values({"quantity": 100})
    dialog.submit()
    (line,) = part_lists.out_on_orders()
    part = lists.part(team.parts, item)
    assert part is not None
    assert (line.issued, line.rest, part.here) == (100, 100, 200)
    assert [(each.what, each.quantity) for each in lists.movements(team.parts, item)][:2] == [
        *((PartMove.BROUGHT_BACK, 100), (PartMove.ISSUED, -200)),
    ]
    assert [*checks.issued()] == []
