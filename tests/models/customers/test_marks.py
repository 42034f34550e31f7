"""Plates, VINs and ID numbers: any spelling compares alike, and what is doubtful is said without being refused."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.customers import rules
from models.customers.kinds import IdType
from models.customers.marks import birthday_doubt, birthday_in, id_doubt, serial_doubt
from models.kernel.pinyin import compared
from models.kernel.text import digits_of
from models.sample import numbers

SIGNS = st.sampled_from(["", " ", "·", "-", "\u3000", "・", "•", ".", "‧"])
WIDE = {ord(each): ord(each) + 0xFEE0 for each in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}
RIGHT_ID = "11010519491231002X"
RIGHT_VIN = "1M8GDM9AXKP042788"


def spelt(data: st.DataObject, mark: str) -> str:
    """``mark`` as somebody else may write it."""
    letters = []
    for letter in mark:
        letter = data.draw(st.sampled_from([letter, letter.lower(), letter.upper(), letter.translate(WIDE)]))
        letters.append(letter + data.draw(SIGNS))
    return "".join(letters)


@given(data=st.data(), mark=st.sampled_from(["京A12345", "粤Z1234港", "LSVAA4182E2123456", RIGHT_ID, "ABC5678"]))
def test_any_spelling_compares_alike(data: st.DataObject, mark: str) -> None:
    assert compared(spelt(data, mark)) == compared(mark) == mark.lower()


def test_a_traditional_province_is_the_same_plate() -> None:
    assert compared("粵B·8K3D7") == compared("粤b8k3d7")


@given(first=st.text("0123456789X", min_size=1, max_size=18), second=st.text("0123456789X", min_size=1, max_size=18))
def test_different_numbers_compare_differently(first: str, second: str) -> None:
    assert (compared(first) == compared(second)) is (first == second)


@given(data=st.data(), place=st.integers(0, 17), other=st.sampled_from("0123456789X"))
def test_one_wrong_digit_of_an_id_is_noticed(data: st.DataObject, place: int, other: str) -> None:
    wrong = RIGHT_ID[:place] + other + RIGHT_ID[place + 1 :]
    for number in (wrong, spelt(data, wrong)):
        assert (id_doubt(IdType.RESIDENT, number) is None) is (wrong == RIGHT_ID)


@pytest.mark.parametrize(
    ("id_type", "number", "doubted"),
    [
        (IdType.NONE, RIGHT_ID, False),
        (IdType.NONE, "110105194912310021", True),
        (IdType.NONE, "A123456789", False),
        (IdType.PASSPORT, "110105194912310021", False),
        (IdType.RESIDENT, "A123456789", True),
        (IdType.RESIDENT, "", False),
        (IdType.RESIDENT, "110105194913310029", True),
        (IdType.NONE, "①②", False),
    ],
)
def test_only_what_claims_to_be_a_resident_s_number_is_doubted(id_type: IdType, number: str, doubted: bool) -> None:
    doubt = id_doubt(id_type, number)
    assert (doubt is not None) is doubted
    assert doubt is None or doubt.field == "id_number"


def test_the_birthday_in_the_number() -> None:
    assert birthday_in(RIGHT_ID) == date(1949, 12, 31)
    assert birthday_in("110105194902300021") is None
    assert birthday_in("passport") is None
    assert birthday_doubt(date(1949, 12, 31), RIGHT_ID) is None
    assert birthday_doubt(None, RIGHT_ID) is None
    doubt = birthday_doubt(date(1950, 1, 1), RIGHT_ID)
    assert doubt is not None
    assert "1949-12-31" in str(doubt)


@pytest.mark.parametrize(
    ("serial", "doubted"),
    [
        (RIGHT_VIN, False),
        (RIGHT_VIN.lower(), False),
        ("1M8GDM9A1KP042788", True),
        ("1M8GDM9AXKP04278O", True),
        ("SN-0001", False),
        ("", False),
    ],
)
def test_a_vin_s_check_digit(serial: str, doubted: bool) -> None:
    assert (serial_doubt(serial) is not None) is doubted


@given(place=st.integers(0, 16), other=st.sampled_from("0123456789ABCDEFGHJKLMNPRSTUVWXYZ"))
def test_most_wrong_characters_of_a_vin_are_noticed(place: int, other: str) -> None:
    wrong = RIGHT_VIN[:place] + other + RIGHT_VIN[place + 1 :]
    same_value = numbers_of(wrong) == numbers_of(RIGHT_VIN)
    assert (serial_doubt(wrong) is None) is (same_value or wrong == RIGHT_VIN)


def numbers_of(vin: str) -> int:
    """The weighted sum against the check digit, worked out the long way."""
    table = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))
    weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    rest = sum(int(table.get(each, each)) * weight for each, weight in zip(vin, weights, strict=True)) % 11
    return int("0123456789X"[rest] == vin[8])


@given(serial=st.integers(0, 10**6), seed=st.integers(0, 99))
def test_the_sample_s_own_numbers_are_not_doubted(serial: int, seed: int) -> None:
    assert serial_doubt(numbers.vin(Random(seed), serial)) is None


NUMBER = st.sampled_from(
    ["138 0013 6621", "+86 571-8888-6666", "(0571) 8888 6666", "0571-88886666 转 12", "13800136621"]
)
LABEL = st.sampled_from(["", "本人", "wife", "（公司）", "· office", "妈妈 home"])


@given(number=NUMBER, label=LABEL, gap=st.sampled_from([" ", "  ", "\u3000", ", "]))
def test_what_stands_behind_a_number_is_its_label(number: str, label: str, gap: str) -> None:
    found = rules.split_phone(number + (gap + label if label else ""))
    assert found[0] == number
    assert found[1].strip("· ") == label.strip("（）· ")
    assert rules.checked_phone(found[0]) == number


@given(text=st.text(max_size=30))
def test_any_line_is_split_without_losing_a_digit(text: str) -> None:
    number, label = rules.split_phone(text)
    assert digits_of(number + label) == digits_of(text)
