"""What cells mean, in the many ways people and programs write them (X3)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.importing import child, values
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST, plain

DAYS = (
    *("2024.3.5", "2024\\3\\5", "20240305102030", "2024年3月5日14:20", "2024年3月5日 星期二", "2024/3/5(二)"),
    *("2024-03-05T00:00:00+08:00", "2024/3/5 上午 10:20:00", "2024年3月5日 14时20分", "Tue Mar 05 14:20:00 CST 2024"),
    *("113/03/05", "1130305", "113年3月5日", "民国113.3.5", "中華民國113年03月05日", "民國一一三年三月五日"),
)
PHONES = [
    ("13900000000.0", ["13900000000"]),
    ("1.3912345678E+10", ["13912345678"]),
    ("1.3912345678E10", ["13912345678"]),
    ("１３９ ００００ ００００", ["139 0000 0000"]),
    ("0571-88880000/13900001111、13900002222", ["0571-88880000", "13900001111", "13900002222"]),
    ("138 0000 0000/139 0000 0000", ["138 0000 0000", "139 0000 0000"]),
    ("13900000001 0571-88880000", ["13900000001", "0571-88880000"]),
    ("912345678", ["0912345678"]),
]


def numbers(cell: str) -> list[str]:
    """The numbers of a cell, without what stands beside them."""
    return [number for number, _words in values.phones(cell)]


SEEN: list[tuple[Callable[[str], Any], str, Any]] = [
    *((numbers, *each) for each in PHONES),
    (values.phones, "13900000001（太太）", (("13900000001", "太太"),)),
    (values.phones, "王先生:13900000001", (("13900000001", "王先生"),)),
    (values.phones, "0571-88880000转8001", (("0571-88880000", "#8001"),)),
    (values.day, "45000", date(2023, 3, 15)),
    (values.day, "2026/1/2 13:05:00", date(2026, 1, 2)),
    (values.day, "2026年11月21日", date(2026, 11, 21)),
    (values.day, "二〇二六年十一月二十一日", date(2026, 11, 21)),
    (values.day, "民國115年3月4日", date(2026, 3, 4)),
    (values.day, "20261121.0", date(2026, 11, 21)),
    (values.day, "21/11/2026", date(2026, 11, 21)),
    *[(values.day, each, date(2026, 11, 21)) for each in ("Nov 21, 2026", "Nov 21 2026 12:00AM", "21-NOV-2026")],
    *[(values.day, each, date(2024, 3, 5)) for each in DAYS],
    (values.money, "￥189,800.00", 18_980_000),
    (values.money, "18.98万", 18_980_000),
    (values.money, "１，２３４．５元", 123_450),
    (values.money, "189800元/台", 18_980_000),
    (values.money, "人民币189,800元整", 18_980_000),
    (values.count, "32,100公里", 32_100),
    (values.count, "3.2万", 32_000),
    (values.kilometres, "12,345.6 km", 12_345),
    (values.hundredths, "12.5", 1_250),
    (values.hundredths, "1,234.5个", 123_450),
    (values.hundredths, "1.5万", 1_500_000),
    (values.whole, "12E5", "12E5"),
    (values.text, "'=张三", "=张三"),
    (values.text, "'t Hooft", "'t Hooft"),
    (values.plate, "浙a·1 2345", "浙A12345"),
    (values.plate, "浙A‧12345", "浙A12345"),
    (values.plate, "未上牌", ""),
    (values.serial, " lyh7v2a58ta 000317", "LYH7V2A58TA000317"),
    (values.id_number, "11010519491231002x", "11010519491231002X"),
    (values.yes, "是", True),
    (values.yes, "停用", False),
]


@pytest.mark.parametrize(("reader", "cell", "meaning"), SEEN)
def test_cells_mean_what_people_mean(reader: Callable[[str], Any], cell: str, meaning: Any) -> None:
    assert reader(cell) == meaning


@pytest.mark.parametrize(
    ("reader", "cell"),
    [
        *[(values.phones, each) for each in ("1.39E+10", "139", "手机", "139****0001", "13900****01", "13900000001?")],
        *[(values.id_number, each) for each in ("3.3010219900307E+17", "110105194912310000")],
        *[
            (values.day, each)
            for each in ("2026-02-30", "13/13/2026", "昨天", "9" * 30, "24/3/5", "87.03.05", "2024年3月")
        ],
        *[(values.money, each) for each in ("-1", "NaN", "1e400", "一百", "1.2.3", "1.898E+05", "1,5", "US$100")],
        *[(values.count, each) for each in ("-1", "1.5", "Infinity", "9" * 40, "1,23")],
        *[(values.hundredths, each) for each in ("12,5", "3千", "1.2E+03", "一")],
        (values.yes, "也许"),
    ],
)
def test_what_means_nothing_is_refused(reader: Callable[[str], Any], cell: str) -> None:
    with pytest.raises(RuleError):
        reader(cell)


@given(st.text(max_size=40), st.sampled_from(sorted({each[0] for each in SEEN}, key=lambda each: each.__name__)))
def test_any_text_is_read_or_refused(cell: str, reader: Callable[[str], Any]) -> None:
    with suppress(RuleError):
        reader(cell)


@given(st.integers(0, LARGEST))
def test_an_amount_survives_the_spreadsheet(fen: int) -> None:
    assert values.money(plain(fen)) == fen
    if fen < 10**14:
        assert values.money(child.as_text(fen / 100)) == fen


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_survives_in_every_form(day: date) -> None:
    serial = float((day - date(1899, 12, 30)) / timedelta(days=1))
    for cell in (day.isoformat(), f"{day:%Y/%m/%d}", f"{day:%Y年%m月%d日}", f"{day:%Y%m%d}", child.as_text(serial)):
        assert values.day(cell) == day
    assert values.day(child.as_text(day)) == day


@given(st.integers(13_000_000_000, 19_999_999_999))
def test_a_phone_survives_as_a_number(number: int) -> None:
    assert numbers(child.as_text(float(number))) == [str(number)]
    assert numbers(f"{number / 10**10:.10f}E+10") == [str(number)]
