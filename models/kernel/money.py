"""Money is an integer number of fen (1/100); rounding is half-up, once; amounts in words by the banking rules."""

from __future__ import annotations

from collections.abc import Sequence

Money = int

LARGEST = 9_999_9999_9999_99
"""The largest amount the program takes: 9,999 億 9,999 万 9,999 yuan 99, in fen."""

_MINUS = "\N{MINUS SIGN}"


def rounded(numerator: int, denominator: int) -> int:
    """``numerator / denominator`` rounded half-up (away from zero at exactly one half)."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    if numerator < 0:
        return -((denominator - 2 * numerator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def line_amount(unit_price: Money, quantity: int) -> Money:
    """Fen for ``quantity`` hundredths of a unit at ``unit_price`` fen a unit."""
    return rounded(unit_price * quantity, 100)


def portion(amount: Money, share: int) -> Money:
    """``share`` hundredths of a percent of ``amount``."""
    return rounded(amount * share, 10_000)


def share_of(part: Money, whole: Money) -> int:
    """What share ``part`` is of ``whole``, in hundredths of a percent; 0 of nothing."""
    return rounded(part * 10_000, whole) if whole else 0


def spread(total: Money, shares: Sequence[int]) -> list[Money]:
    """``total`` over shares in hundredths of a percent: each rounded to the fen, the last takes the rest (S7)."""
    parts = [portion(total, share) for share in shares[:-1]]
    return [*parts, total - sum(parts)]


def plain(amount: Money) -> str:
    """1234567 -> ``12,345.67``, with the minus sign U+2212."""
    yuan, fen = divmod(abs(amount), 100)
    return f"{_MINUS if amount < 0 else ''}{yuan:,}.{fen:02d}"


def quantity_text(quantity: int) -> str:
    """Hundredths of a unit without idle zeros: 150 -> ``1.5``, 100 -> ``1``."""
    whole, rest = divmod(abs(quantity), 100)
    text = f"{whole:,}" + (f".{rest:02d}".rstrip("0") if rest else "")
    return _MINUS + text if quantity < 0 else text


_DIGITS = {"zh_CN": "零壹贰叁肆伍陆柒捌玖", "zh_TW": "零壹貳參肆伍陸柒捌玖"}
_SMALL = ("", "拾", "佰", "仟")
_GROUPS = {"zh_CN": ("", "万", "亿"), "zh_TW": ("", "萬", "億")}
_UNITS = {"zh_CN": ("人民币", "负", "元", "角", "分", "整"), "zh_TW": ("人民幣", "負", "元", "角", "分", "整")}


def in_words(amount: Money, language: str = "zh_CN") -> str:
    """The amount in banking capitals, such as 人民币壹万零伍元叁角整; Simplified unless ``language`` is zh_TW.

    Raises ValueError beyond ``LARGEST``.
    """
    if abs(amount) > LARGEST:
        raise ValueError(amount)
    key = "zh_TW" if language == "zh_TW" else "zh_CN"
    currency, minus, yuan_word, jiao_word, fen_word, whole_word = _UNITS[key]
    digits = _DIGITS[key]
    yuan, cents = divmod(abs(amount), 100)
    jiao, fen = divmod(cents, 10)
    words = _yuan_in_words(yuan, digits, _GROUPS[key]) + yuan_word if yuan or not cents else ""
    if not yuan and not cents:
        words = digits[0] + yuan_word
    if jiao:
        words += digits[jiao] + jiao_word
    elif fen and yuan:
        words += digits[0]
    words += digits[fen] + fen_word if fen else whole_word
    return currency + (minus if amount < 0 else "") + words


def _yuan_in_words(yuan: int, digits: str, groups: tuple[str, ...]) -> str:
    """Whole yuan, four digits a group; one 零 stands for any run of zeros between two digits that are said."""
    text = str(yuan)
    words, pending_zero, group_said = "", False, False
    for position, character in enumerate(text):
        place = len(text) - position - 1
        digit = int(character)
        if digit:
            words += (digits[0] if pending_zero else "") + digits[digit] + _SMALL[place % 4]
            pending_zero, group_said = False, True
        else:
            pending_zero = bool(words)
        if place % 4 == 0 and place:
            if group_said:
                words += groups[place // 4]
            group_said = False
    return words
