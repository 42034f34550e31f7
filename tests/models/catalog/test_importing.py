"""Goods pasted from a spreadsheet: columns by their headings, wrong cells named, all rows or none."""

from __future__ import annotations

import pytest

from models.catalog.actions import ItemForm, OptionForm, StockForm
from models.catalog.import_actions import import_items
from models.catalog.importing import HEADINGS, ImportRow, RowState, read_pasted
from models.catalog.kinds import Availability, OptionKind
from models.catalog.lists import items
from models.kernel import audit, pasting
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.i18n import LANGUAGES, translator
from tests.models.shops import CAR_COST, CAR_PRICE, Shop


def table(*rows: str) -> str:
    return "\n".join(row.replace("|", "\t") for row in rows)


GOODS = table(
    "Code|Category|Name|Price (CNY)|Cost|Colours|Availability|Expected on",
    "V7|整车|澜川 V7|189,800|170000|赤帝红；珠光白=3000|In transit|2036-01-02",
    "V8|Vehicle|澜川 V8|200000|150000|||",
    "DJ-01||脚垫|800||||",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_are_known_by_their_headings_in_every_language(language: str) -> None:
    _ = translator(language)
    for key, words in HEADINGS.items():
        for word in words:
            assert key in pasting.columns([f"{_(word)}（元）", _("Code"), _("Name")], HEADINGS), word


def test_cells_are_parted_by_tabs_and_may_hold_line_breaks() -> None:
    assert pasting.cells('a\tb \r\n\t\n"two\nlines"\t"say ""hi"""\n') == [["a", "b"], ["two\nlines", 'say "hi"']]
    assert pasting.columns(["脚垫", "2"], HEADINGS) == ()


def test_what_each_row_means(shop: Shop) -> None:
    sheet = read_pasted(shop.owner, GOODS)
    assert sheet.columns == ("code", "category", "name", "price", "cost", "colours", "availability", "expected_on")
    assert [row.state for row in sheet.rows] == [RowState.CHANGED, RowState.NEW, RowState.SAME]
    import_items(shop.owner, sheet.to_import())
    by_code = {row.code: row for row in items(shop.owner)}
    car = by_code["V7"]
    assert (car.id, car.price, car.cost, car.spec, car.unit) == (shop.car, CAR_PRICE, CAR_COST, "旗舰版", "辆")
    assert [(e.kind, e.name, e.price) for e in car.options] == [
        *[(OptionKind.COLOUR, "赤帝红", 0), (OptionKind.COLOUR, "珠光白", 300_000)],
    ]
    assert (car.stock.availability, str(car.stock.expected_on)) == (Availability.IN_TRANSIT, "2036-01-02")
    assert by_code["V8"].cost == 15_000_000
    again = read_pasted(shop.owner, GOODS)
    assert [row.state for row in again.rows] == [RowState.SAME] * 3
    assert again.to_import() == ()


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("|vehicle|x|1||||", 0),
        ("V9|spaceship|x|1||||", 1),
        ("V9||x|1||||", 1),
        ("V9|vehicle||1||||", 2),
        ("V9|vehicle|x|1e9||||", 3),
        ("V9|vehicle|x|1000000000000||||", 3),
        ("V9|vehicle|x|-1||||", 3),
        ("V9|vehicle|x|1|y|||", 4),
        ("V9|vehicle|x|1||红=z||", 5),
        ("V9|vehicle|x|1||红；红||", 5),
        ("V9|vehicle|x|1|||maybe|", 6),
        ("V9|vehicle|x|1||||soon", 7),
        ("V8|vehicle|x|1||||", 0),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(shop: Shop, row: str, place: int) -> None:
    sheet = read_pasted(shop.owner, GOODS + "\n" + row.replace("|", "\t"))
    assert sheet.rows[-1].state is RowState.WRONG
    assert list(sheet.rows[-1].errors) == [place]
    assert sheet.to_import() == ()
    with pytest.raises(RuleError, match="nothing to import"):
        import_items(shop.owner, sheet.to_import())


def test_all_rows_or_none(shop: Shop) -> None:
    before = items(shop.owner, active_only=False)
    rows = (
        ImportRow(0, ItemForm("A", "vehicle", "a", 1)),
        ImportRow(shop.car, ItemForm("A", "vehicle", "b", 1)),
    )
    with pytest.raises(RuleError) as refused:
        import_items(shop.owner, rows)
    assert refused.value.field == "rows.1.code"
    assert items(shop.owner, active_only=False) == before


def test_who_may_not_see_costs_may_not_paste_them(shop: Shop) -> None:
    sheet = read_pasted(shop.manager, GOODS)
    assert [list(row.errors) for row in sheet.rows] == [[4], [4], []]
    row = ImportRow(shop.car, ItemForm("V7", "vehicle", "V7", 1, cost=1))
    with pytest.raises(NotAllowed):
        import_items(shop.manager, (row,))
    with pytest.raises(NotAllowed):
        import_items(shop.consultant, (ImportRow(0, ItemForm("X", "vehicle", "x", 1)),))


def test_rows_without_headings_and_too_many_rows_are_refused(shop: Shop) -> None:
    for text in ("", "V7\t1", "Name\tPrice\nV7\t1"):
        with pytest.raises(RuleError, match="name the columns"):
            read_pasted(shop.owner, text)
    with pytest.raises(RuleError, match="At most 2000"):
        read_pasted(shop.owner, "Code\tName\n" + "A\tb\n" * 2001)


def test_an_import_is_one_line_of_the_trail_without_costs(shop: Shop) -> None:
    stock = StockForm(Availability.IN_STOCK)
    option = OptionForm(OptionKind.OPTION, "天窗", 1, 1)
    import_items(shop.owner, (ImportRow(0, ItemForm("A", "vehicle", "a", 1, cost=77, options=(option,), stock=stock)),))
    (new,) = [row.id for row in items(shop.owner) if row.code == "A"]
    (line,) = audit.history("item", new)
    assert line.details == {"new": 1, "changed": 0}
