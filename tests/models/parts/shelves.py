"""A shelf of parts in a test shop, its keeper, and every action of the parts once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from models.kernel import clock
from models.kernel.actions import Act, acting
from models.kernel.permissions import Actor, Permission, Role
from models.parts import count_actions as counts
from models.parts import part_actions as parts
from models.parts import purchase_actions as purchases
from models.parts import slip_actions as slips
from models.parts.count_actions import CountForm, Entry
from models.parts.part_actions import PartForm
from models.parts.purchase_actions import OrderLine, PurchaseForm
from models.parts.slip_actions import OutForm, OutLine, ReceiptForm, ReceiptLine
from models.parts.tables import PurchaseLine, StockCount
from models.staff.actions import StaffForm, hire
from tests.models.shops import PIN, Shop

SUPPLIER = "永盛汽配"


def hired(shop: Shop, role: Role, name: str) -> Actor:
    """Somebody of this role."""
    form = StaffForm(name, frozenset({role}), "139 0000 1111", PIN)
    return Actor(hire(shop.owner, form).id, name, form.roles)


def keeper(shop: Shop) -> Actor:
    """The parts keeper."""
    return hired(shop, Role.PARTS_KEEPER, "何库管")


def part(shop: Shop, code: str = "04152-YZZA1", name: str = "机油滤清器", **more: object) -> int:
    """A part of the shelf without any of it here; its item."""
    values = {"price": 4_500, "unit": "个", "place": "A-01", **more}
    return parts.add_part(shop.owner, PartForm(code, name, **values)).id  # type: ignore[arg-type]


def received(shop: Shop, item_id: int, quantity: int = 1_000, cost: int = 2_000, **more: object) -> int:
    """So much of it comes; the receipt."""
    lines = (ReceiptLine(item_id, quantity, cost),)
    form = ReceiptForm(lines, **{"supplier": SUPPLIER, "document": "YS-0412", **more})  # type: ignore[arg-type]
    return slips.receive_parts(shop.owner, form).id


def inside(actor: Actor, do: Callable[[Act], object]) -> object:
    """What another room's action does with parts inside its own transaction; gives what that gives."""
    with acting(actor, "test.inside", Permission.OWN_PIN) as act:
        return do(act)


def a_count(shop: Shop, by: Actor, item_id: int, found: int | None = None) -> int:
    """A count of one part, entered where it is told what was found."""
    count_id = counts.open_count(by, CountForm(item_ids=(item_id,))).id
    if found is not None:
        counts.enter_counts(by, count_id, (Entry(item_id, found),))
    return count_id


def version(count_id: int) -> int:
    """The count's version."""
    return int(StockCount.get_by_id(count_id).version)


def parts_everything(shop: Shop) -> int:
    """Every action of the parts once; the item of a part that is here."""
    by, boss = keeper(shop), shop.owner
    oil = parts.add_part(by, PartForm("OIL-5W30", "全合成机油 5W-30 4L", 32_800, "桶", other_numbers="08880-83265")).id
    form = PartForm("OIL-5W30", "全合成机油 5W-30 4L", 33_800, "桶", place="B-02", minimum=400, maximum=1_200, pack=400)
    parts.change_part(by, oil, 2, form)
    soon = clock.today() + timedelta(days=3)
    order = purchases.order_parts(by, PurchaseForm(SUPPLIER, (OrderLine(oil, 1_200, 21_000),), soon)).id
    purchases.expect_order(by, order, 1, soon + timedelta(days=1))
    line = PurchaseLine.get(PurchaseLine.purchase == order).id
    lines = (ReceiptLine(oil, 800, 20_500, purchase_line_id=line),)
    slips.receive_parts(by, ReceiptForm(lines, SUPPLIER, "YS-0501"))
    wrong = slips.receive_parts(by, ReceiptForm((ReceiptLine(oil, 100, 999_900),), SUPPLIER)).id
    slips.take_back_receipt(by, wrong, "单价输错")
    slips.return_to_supplier(by, OutForm((OutLine(oil, 100),), "漏油", SUPPLIER))
    slips.use_parts(by, OutForm((OutLine(oil, 100),), "车间自用"))
    purchases.close_order(by, order, 3, "供应商停产")
    for end in (counts.cancel_count, None):
        count_id = a_count(shop, by, oil, 500)
        if end:
            end(by, count_id, version(count_id), "改天再盘")
    counts.submit_count(by, count_id, version(count_id))
    counts.send_count_back(boss, count_id, version(count_id), "请复盘")
    counts.submit_count(by, count_id, version(count_id))
    counts.approve_count(boss, count_id, version(count_id))
    return oil
