"""What a year of a store brings is all in an export, to the fen (X1)."""

from __future__ import annotations

from pathlib import Path

from exchange.contents import LISTS
from exchange.exporting import export
from models.carrying.actions import allow_plain
from models.carrying.kinds import PRESETS, Content, Preset
from models.kernel.i18n import label
from models.kernel.tables import run_sql
from tests.exchange.exports import sheets, wanted
from tests.models.appointments.booking import book_everything
from tests.models.complaints.complaining import complain_everything
from tests.models.loans.lending import lend_everything
from tests.models.parts.shelves import parts_everything
from tests.models.service.everything import serve_everything
from tests.models.service.orders import crew, labour, part
from tests.models.service.settled import pay, settled
from tests.models.service.working import work_everything
from tests.models.shops import Shop, customer
from tests.models.test_drives.driving import drive_everything
from tests.models.trade_ins.appraising import appraise_everything

HAPPENS = (
    *(serve_everything, work_everything, parts_everything, book_everything),
    *(complain_everything, drive_everything, appraise_everything, lend_everything),
)
WORKSHOP = (
    *(Content.WORK_ORDERS, Content.WORK_LINES, Content.SETTLEMENTS, Content.WORK_SESSIONS, Content.DEFERRED_WORK),
    *(Content.PAYMENTS, Content.QUANTITIES, Content.MOVEMENTS, Content.PURCHASES, Content.COUNTS),
    *(
        Content.APPOINTMENTS,
        Content.TEST_DRIVES,
        Content.APPRAISALS,
        Content.LOANS,
        Content.COMPLAINTS,
        Content.SURVEYS,
    ),
)


def fen(rows: list[dict[str, object]], heading: str) -> list[int]:
    """The amounts of a column, none as nothing."""
    return [round(float(str(row[heading] or 0)) * 100) for row in rows]


def test_the_workshop_is_in_the_export_to_the_fen(shop: Shop, stick: Path) -> None:
    for happens in HAPPENS:
        happens(shop)
    team = crew(shop)
    order_id = settled(shop, team, labour(), part(parent=0), customer_id=customer(shop, "张三", "13900008811"))
    pay(shop.cashier, order_id, 12_345)
    allow_plain(shop.owner, True)
    done = export(shop.owner, wanted(stick))
    found = sheets(done.path)
    assert len(found) == len(LISTS)
    assert [label(each) for each in WORKSHOP if not found[label(each)]] == []
    orders = run_sql(
        "SELECT o.number, coalesce(o.authorised, 0), coalesce(s.total, 0), "
        "coalesce((SELECT sum(p.amount) FROM work_payment p WHERE p.order_id = o.id), 0) FROM work_order o "
        "LEFT JOIN settlement s ON s.order_id = o.id AND s.withdrawn_at IS NULL ORDER BY o.id"
    ).fetchall()
    rows = found["Work orders"]
    read = zip(*(fen(rows, each) for each in ("Authorised amount", "Settled amount", "Received")), strict=True)
    assert [(row["Work order"], *each) for row, each in zip(rows, read, strict=True)] == [
        tuple(each) for each in orders
    ]
    assert any(total > 0 and received == 12_345 for _number, _agreed, total, received in orders)
    assert sum(fen(found["Settlements of the workshop"], "To be paid")) == sum(each[2] for each in orders)
    paid = run_sql(
        "SELECT coalesce((SELECT sum(amount) FROM payment), 0) + (SELECT sum(amount) FROM work_payment)"
    ).fetchone()[0]
    assert sum(fen(found["Payments"], "Amount")) == paid
    assert {row["Work order"] for row in found["Movements of stock"]} & {each[0] for each in orders}, "parts issued"


def test_the_accountant_gets_what_the_workshop_earned_and_used() -> None:
    assert {Content.WORK_ORDERS, Content.SETTLEMENTS, Content.PAYMENTS, Content.MOVEMENTS} <= set(
        PRESETS[Preset.ACCOUNTANT]
    )
    assert set(PRESETS[Preset.EVERYTHING]) == set(Content)
