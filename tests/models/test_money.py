"""Rounding, spreading, and amounts in words by the banking rules."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel import money
from tests.campaigns import has_long_form

amounts = st.integers(-money.LARGEST, money.LARGEST)
shares = st.integers(0, 10_000)

KNOWN = {
    0: "人民币零元整",
    1: "人民币壹分",
    10: "人民币壹角整",
    35: "人民币叁角伍分",
    100: "人民币壹元整",
    1005: "人民币壹拾元零伍分",
    1050: "人民币壹拾元伍角整",
    140_950: "人民币壹仟肆佰零玖元伍角整",
    600_714: "人民币陆仟零柒元壹角肆分",
    168_032: "人民币壹仟陆佰捌拾元叁角贰分",
    10_700_053: "人民币壹拾万零柒仟元伍角叁分",
    1_640_902: "人民币壹万陆仟肆佰零玖元零贰分",
    32_504: "人民币叁佰贰拾伍元零肆分",
    1_000_530: "人民币壹万零伍元叁角整",
    100_000_000_00: "人民币壹亿元整",
    100_000_001_00: "人民币壹亿零壹元整",
    1_0001_0000_00: "人民币壹亿零壹万元整",
    1_0010_0100_00: "人民币壹亿零壹拾万零壹佰元整",
    9000_0000_0000_00: "人民币玖仟亿元整",
    9999_9999_9999_99: "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    -18_980_000: "人民币负壹拾捌万玖仟捌佰元整",
}


def slowly_in_words(amount: int) -> str:
    """The reference: each digit that is said with its place, a 零 where two said ones are not neighbours."""
    said = [(place, int(digit)) for place, digit in enumerate(reversed(str(amount)), -2) if digit != "0"][::-1]
    yuan = [(place, digit) for place, digit in said if place >= 0]
    words, before = "", None
    for place, digit in yuan:
        words += "零" if before is not None and before - place > 1 else ""
        words += "零壹贰叁肆伍陆柒捌玖"[digit] + ["", "拾", "佰", "仟"][place % 4]
        if not any(other // 4 == place // 4 and other < place for other, _ in yuan):
            words += ["", "万", "亿"][place // 4]
        before = place
    words += "元" if yuan or not said else ""
    if not said:
        return "人民币零元整"
    jiao, fen = dict(said).get(-1), dict(said).get(-2)
    words += f"{'零壹贰叁肆伍陆柒捌玖'[jiao]}角" if jiao else "零" if fen and yuan else ""
    return "人民币" + words + (f"{'零壹贰叁肆伍陆柒捌玖'[fen]}分" if fen else "整")


def read_back(words: str) -> int:
    """Fen from an amount in words, by summing up what is said."""
    values = {each: value for value, each in enumerate("零壹贰叁肆伍陆柒捌玖")}
    body = words.removeprefix("人民币").removesuffix("整")
    sign = -1 if body.startswith("负") else 1
    yuan, _, cents = body.removeprefix("负").rpartition("元")
    total = group = digit = 0
    for each in yuan:
        if each in values:
            digit = values[each]
        elif each in "拾佰仟":
            group, digit = group + digit * 10 ** ("拾佰仟".index(each) + 1), 0
        else:
            total, group, digit = total + (group + digit) * 10 ** {"万": 4, "亿": 8}[each], 0, 0
    fen = digit = 0
    for each in cents:
        digit = values.get(each, digit)
        fen += digit * {"角": 10, "分": 1}.get(each, 0)
    return sign * ((total + group + (values.get(yuan[-1:], 0))) * 100 + fen)


@pytest.mark.parametrize(("amount", "words"), KNOWN.items())
def test_amount_in_words_as_the_banking_rules_print_it(amount: int, words: str) -> None:
    assert money.in_words(amount) == words
    if amount >= 0:
        assert slowly_in_words(amount) == words


def test_amount_in_words_with_a_zero_in_every_place() -> None:
    for digits in product((0, 1, 7), repeat=7):
        low = int("".join(map(str, digits)))
        for amount in (low, low * 10**7, low * 10**7 + 20_0000_05, low * 10**3 + 3000_0000_0000_00):
            assert money.in_words(amount) == slowly_in_words(amount)


def test_amount_in_words_with_each_pattern_of_zeros_up_to_the_largest() -> None:
    for pattern in range(1 << 14):
        amount = sum(10**place * (place % 9 + 1) for place in range(14) if pattern >> place & 1)
        assert money.in_words(amount) == slowly_in_words(amount)


@has_long_form
@given(amounts)
def test_amount_in_words_reads_back(amount: int) -> None:
    assert read_back(money.in_words(amount)) == amount


@has_long_form
@given(amounts)
def test_traditional_words_say_the_same(amount: int) -> None:
    turned = money.in_words(amount).translate(str.maketrans("贰叁陆亿万币负", "貳參陸億萬幣負"))
    assert money.in_words(amount, "zh_TW") == turned


@pytest.mark.parametrize("amount", [money.LARGEST + 1, -money.LARGEST - 1])
def test_beyond_the_largest_there_are_no_words(amount: int) -> None:
    with pytest.raises(ValueError):
        money.in_words(amount)


@has_long_form
@given(st.integers(), st.integers().filter(bool))
def test_rounding_is_half_up_away_from_zero(numerator: int, denominator: int) -> None:
    exact = Fraction(numerator, denominator)
    rounded = money.rounded(numerator, denominator)
    assert abs(rounded - exact) <= Fraction(1, 2)
    if abs(rounded - exact) == Fraction(1, 2):
        assert abs(rounded) > abs(exact)


@has_long_form
@given(amounts, st.lists(shares, min_size=1, max_size=12))
def test_a_spread_sums_to_the_total(total: int, parts: list[int]) -> None:
    spread = money.spread(total, parts)
    assert sum(spread) == total
    assert spread[:-1] == [money.portion(total, share) for share in parts[:-1]]


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0.00"), (5, "0.05"), (1234567, "12,345.67"), (-100, "−1.00"), (money.LARGEST, "999,999,999,999.99")],
)
def test_plain(amount: int, text: str) -> None:
    assert money.plain(amount) == text


@pytest.mark.parametrize(
    ("quantity", "text"), [(100, "1"), (150, "1.5"), (5, "0.05"), (123456700, "1,234,567"), (-250, "−2.5"), (0, "0")]
)
def test_quantity_text(quantity: int, text: str) -> None:
    assert money.quantity_text(quantity) == text


def test_a_share_of_nothing_is_nothing() -> None:
    assert money.share_of(0, 0) == 0
    assert money.share_of(1, 3) == 3333
    assert money.share_of(2, 3) == 6667
