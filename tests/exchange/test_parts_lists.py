"""Orders of parts and counts of parts are in an export as the store holds them; a blind count stays blind (X1, W11)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf

from exchange.columns import Days
from exchange.exporting import export
from exchange.preview import preview
from models.carrying.kinds import PRESETS, Content, Form, Preset
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.parts import count_actions as counts
from models.parts.count_actions import CountForm, Entry
from tests.exchange.exports import sheets, wanted
from tests.models.parts.shelves import SUPPLIER, a_count, keeper, part, parts_everything, received, version
from tests.models.shops import Shop


def carried(actor: Actor, place: Path, content: Content) -> list[dict[str, Any]]:
    """The rows of one content, read back."""
    done = export(actor, wanted(place, content))
    return next(iter(sheets(done.path).values()), [])


def test_orders_and_counts_of_parts_to_the_fen(shop: Shop, stick: Path) -> None:
    parts_everything(shop)
    (order,) = carried(shop.owner, stick, Content.PURCHASES)
    assert (order["Supplier"], order["State"], order["Reason"]) == (SUPPLIER, "Closed early", "供应商停产")
    assert (order["Quantity ordered"], order["Quantity received"]) == (12, 8)
    assert (round(order["Unit cost"] * 100), round(order["Amount ordered"] * 100)) == (21_000, 252_000)
    given_up, booked = carried(shop.owner, stick, Content.COUNTS)
    assert (given_up["State"], booked["State"]) == ("Given up", "Booked")
    assert (booked["Quantity counted"], booked["Should be here"], booked["Difference"]) == (5, 6, -1)
    assert (booked["Counted by"], booked["Decided by"]) == ("何库管", "王总")
    (worth,) = run_sql("SELECT value FROM stock_movement WHERE count_id IS NOT NULL").fetchone()
    assert round(booked["Booked difference"] * 100) == worth < 0
    seen = preview(shop.owner, (Content.PURCHASES, Content.COUNTS), Days(), Form.XLSX)
    assert [line.rows for line in seen.lines] == [1, 2]
    assert {Content.PURCHASES, Content.COUNTS} <= set(PRESETS[Preset.ACCOUNTANT])


def test_who_sees_no_cost_carries_none_and_a_blind_count_stays_blind(folder_shop: Shop, stick: Path) -> None:
    shop, by = folder_shop, keeper(folder_shop)
    item, other = part(shop), part(shop, "90915-10003", "空气滤清器")
    received(shop, item, 1_000)
    received(shop, other, 500)
    a_count(shop, by, item, 900)
    shown = counts.open_count(by, CountForm(item_ids=(other,), with_book=True)).id
    counts.enter_counts(by, shown, (Entry(other, 400),))
    blind, seen = carried(shop.manager, stick, Content.COUNTS)
    assert "Booked difference" not in blind
    assert [blind[each] or None for each in ("Stock says", "Should be here", "Difference")] == [None, None, None]
    assert blind["Quantity counted"] == 9
    assert (seen["Stock says"], seen["Difference"]) == (5, -1)
    on_paper = export(shop.owner, wanted(stick, Content.COUNTS, form=Form.PDF)).path / "Counts of parts.pdf"
    assert "Total" not in pypdf.PdfReader(on_paper).pages[0].extract_text(), "nothing is booked yet, so nothing sums"
    counts.submit_count(by, 1, version(1))
    assert carried(shop.manager, stick, Content.COUNTS)[0]["Difference"] == -1
