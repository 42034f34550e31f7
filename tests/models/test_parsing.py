"""What people type as money, quantity, percentage, count and date: read exactly, or refused at its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.parsing import (
    LARGEST_QUANTITY,
    parse_count,
    parse_date,
    parse_money,
    parse_percent,
    parse_quantity,
    parse_time,
)
from tests.campaigns import has_long_form

READERS = [parse_money, parse_quantity, parse_percent, parse_date, parse_count]
FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
NO_NUMBERS = [
    *("", " ", "-", "+", ".", ",", "一百", "abc", "12a", "1e400", "1e3", "NaN", "nan", "inf", "Infinity", "0x10"),
    *("1.2.3", "1,2", "12,34", "1,2345", "--5", "5-", "1 2", "½", "²", "٣", "1_000", "¥", "$5", "9" * 400, "1'000"),
    *("\0", "1\0", "１２ａ", "1．2．3", "۱۲"),
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_refused_at_its_field(reader: Callable[..., object], text: str) -> None:
    with pytest.raises(RuleError) as refused:
        reader(text, "price")
    assert refused.value.field == "price"
    assert str(refused.value)


@has_long_form
@pytest.mark.parametrize("reader", READERS)
@given(text=st.text(max_size=12) | st.from_regex(r"[-+0-9０-９eE.,，．%¥年月日/ ]{1,12}", fullmatch=True))
def test_anything_typed_is_read_or_refused(reader: Callable[..., object], text: str) -> None:
    try:
        answer = reader(text, "price")
    except RuleError as refused:
        answer = refused.field
    assert answer == "price" or isinstance(answer, int | date)


@has_long_form
@given(st.integers(-money.LARGEST, money.LARGEST))
def test_money_reads_back_what_is_printed(amount: int) -> None:
    assert parse_money(money.plain(amount), negative=True) == amount
    assert parse_money(money.plain(amount).translate(FULL_WIDTH), negative=True) == amount
    assert parse_money(f" ¥{money.plain(abs(amount)).replace(',', '')} ") == abs(amount)


@pytest.mark.parametrize(
    ("text", "fen"),
    [("12", 1200), ("12.", 1200), ("12.5", 1250), ("1,234.56", 123456), ("￥８．０５", 805), ("-0", 0), ("007", 700)],
)
def test_money(text: str, fen: int) -> None:
    assert parse_money(text) == fen


@pytest.mark.parametrize("text", ["1.234", "0.001", "1.000", "-1", "−0.01", "1000000000000", "999999999999999"])
def test_money_that_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        parse_money(text, "price")


@pytest.mark.parametrize("text", ["0", "-1", "1.005", "100000", "99999.991"])
def test_quantity_that_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        parse_quantity(text, "quantity")


def test_quantity() -> None:
    assert parse_quantity("1.5") == 150
    assert parse_quantity("99,999.99") == LARGEST_QUANTITY


def test_percent() -> None:
    assert parse_percent("12.5%") == 1250
    assert parse_percent("１００％") == 10_000
    for text in ("100.01", "-1", "-0.01%", "%", "5%%"):
        with pytest.raises(RuleError):
            parse_percent(text, "share")


def test_count() -> None:
    assert parse_count("３", least=1, most=99) == 3
    for text in ("0", "100", "1.0", "-1", "一", "1" * 40):
        with pytest.raises(RuleError):
            parse_count(text, "party_size", least=1, most=99)


@has_long_form
@given(st.dates(date(1, 1, 1)))
def test_a_date_reads_back(day: date) -> None:
    year, month, the_day = f"{day.year:04d}", day.month, day.day
    for text in (day.isoformat(), f"{year}/{month}/{the_day}", f"{year}年{month}月{the_day}日", f"{day:%m}.{the_day}"):
        if text[:4] == year:
            assert parse_date(text) == day
    assert parse_date(f"{year}{month:02d}{the_day:02d}".translate(FULL_WIDTH)) == day


@pytest.mark.parametrize("text", ["2026-02-31", "2025-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-04-31"])
def test_a_day_that_is_not_in_the_calendar(text: str) -> None:
    with pytest.raises(RuleError) as refused:
        parse_date(text, "signed_on")
    assert "calendar" in str(refused.value)


@pytest.mark.parametrize("text", ["26-11-21", "21.11.2026", "2026-11", "2026-11-21 10:00", "tomorrow", "2026-1-1-1"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(RuleError):
        parse_date(text, "signed_on")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("18:30", (18, 30)),
        ("1830", (18, 30)),
        ("9", (9, 0)),
        ("9点", (9, 0)),
        ("18點05分", (18, 5)),
        ("７：１５", (7, 15)),
    ],
)
def test_a_time_of_day_is_read(text: str, read: tuple[int, int]) -> None:
    found = parse_time(text)
    assert (found.hour, found.minute) == read


@pytest.mark.parametrize("text", ["", "24", "18:60", "noon", "1:2:3", "18:3"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(RuleError) as refused:
        parse_time(text, "at")
    assert refused.value.field == "at"
