"""Reading what people type into a quote's lines."""

from __future__ import annotations

import pytest

from models.catalog.lists import ItemRow
from models.kernel.errors import RuleError
from ui.sales.typed_lines import TypedLine, from_text, pasted_lines, to_text


def line(**values: object) -> TypedLine:
    return TypedLine("vehicle", "V7", **{"unit_price": 10_000, **values})


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("quantity", "1.5", 150),
        ("quantity", "２", 200),
        ("unit_price", "１２，３４５．６", 1_234_560),
        ("unit_price", "¥99", 9_900),
        ("discount", "5%", 500),
        ("discount", "", 0),
        ("name", "  全车   膜 ", "全车 膜"),
    ],
)
def test_understood(name: str, text: str, value: object) -> None:
    typed = line(quantity=100)
    typed.type_into(name, text)
    assert not typed.wrong
    assert getattr(typed, name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("quantity", text) for text in ("two", "1e400", "NaN", "-1", "0", "1.234", "", "99999999")),
        *(("unit_price", text) for text in ("abc", "1e400", "nan", "inf", "-5", "1.234", "", "1,2", "٣")),
        *(("discount", text) for text in ("abc", "-5", "100.01", "101%", "1e400", "0.005")),
        *(("name", text) for text in ("", "   ", "长" * 81)),
    ],
)
def test_wrong_stays_as_typed_and_the_value_as_it_was(name: str, text: str) -> None:
    typed = line()
    before = getattr(typed, name)
    typed.type_into(name, text)
    assert typed.text(name) == text
    assert getattr(typed, name) == before
    with pytest.raises(RuleError):
        typed.form()


def test_a_discount_turns_wrong_and_right_with_the_price() -> None:
    typed = line(discount=8_000)
    typed.type_into("unit_price", "50")
    assert set(typed.wrong) == {"discount"}
    typed.type_into("unit_price", "90")
    assert not typed.wrong
    assert typed.form().discount == 8_000


def test_rows_of_a_spreadsheet() -> None:
    item = ItemRow(7, 1, "FILM", "accessory", "隔热膜", "", "套", 300_000, None, True)
    found = pasted_lines(
        "隔热膜\t2\n自带脚垫\t1\t128.00\t8.00\n\n拖车\tx\t5", "vehicle", lambda text: item if text == "隔热膜" else None
    )
    assert [each.name for each in found] == ["隔热膜", "自带脚垫", "拖车"]
    assert (found[0].item_id, found[0].category, found[0].quantity, found[0].unit_price) == (
        7,
        "accessory",
        200,
        300_000,
    )
    assert (found[1].category, found[1].unit_price, found[1].discount) == ("vehicle", 12_800, 800)
    assert found[2].wrong["quantity"].text == "x"


def test_kept_and_taken_up_again_with_what_was_wrong() -> None:
    typed = line(spec="红", item_id=3)
    typed.type_into("unit_price", "１2x")
    again = from_text(to_text([typed, line()]))
    assert again[0].text("unit_price") == "１2x"
    assert (again[0].spec, again[0].item_id, again[1].wrong) == ("红", 3, {})
