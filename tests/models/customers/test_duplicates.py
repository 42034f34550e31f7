"""Files that may be about one person: while typing, and the pairs of the whole store (C3)."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.belongings import GoodsForm
from models.customers.duplicates import Likeness, Pair, Typed, duplicates, keys_of, likely_pairs, of_file, sure_pairs
from models.customers.kinds import RegisterKind
from models.customers.merge_actions import keep_apart, merge_files
from models.kernel.tables import database, run_sql
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop, customer


def a_file(shop: Shop, name: str, phone: str = "", id_number: str = "", **goods: str) -> int:
    """A file without what other files of the tests have in common."""
    form = FileForm(name, phones=(phone,) if phone else (), no_contact=not phone, id_number=id_number)
    owned = (GoodsForm(**goods),) if goods else ()
    return open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT), (), owned).id


def alike(shop: Shop, typed: Typed, besides: int = 0) -> list[tuple[int, Likeness]]:
    return [(each.id, each.likeness) for each in duplicates(shop.consultant, typed, besides)]


def test_the_same_phone_or_id_number_is_certain(shop: Shop) -> None:
    file_id = a_file(shop, "张三", "138 1234 5678", "990102 1990-03070011")
    for typed in (Typed("李四", ("+86-13812345678",)), Typed(id_number="990102199003070011")):
        (found,) = duplicates(shop.consultant, typed)
        assert (found.id, found.certain) == (file_id, True)
    both = alike(shop, Typed("张三", ("13812345678",), "990102199003070011"))
    assert both == [(file_id, Likeness.PHONE)], "once, for its surest reason"
    assert alike(shop, Typed("张三", ("13812345678",)), besides=file_id) == []
    assert alike(shop, Typed()) == alike(shop, Typed("x", ("12",))) == []


def test_the_same_plate_or_vin_is_likely(shop: Shop) -> None:
    file_id = a_file(shop, "张三", plate="浙A·12345", serial="LYH7V2A58TA000317")
    assert alike(shop, Typed(plates=("浙a12345",))) == [(file_id, Likeness.PLATE)]
    assert alike(shop, Typed(serials=("lyh7v2a58ta000317",))) == [(file_id, Likeness.SERIAL)]
    assert not duplicates(shop.consultant, Typed(plates=("浙a12345",)))[0].certain
    run_sql("UPDATE owned_goods SET gone_on = '2036-01-01'")
    assert alike(shop, Typed(plates=("浙a12345",))) == [], "a car that was sold on has another owner"


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("张三", "章三", True),
        ("張三", "张三", True),
        ("王小明", "王晓明", True),
        ("王小明", "王小鸣", True),
        ("王建国", "王建军", True),
        ("王建国", "王国", True),
        ("王强", "王刚", False),
        ("欧阳修", "欧阳春雪", False),
        ("John Smith", "john smith", True),
        ("John Smith", "Jon Smith", True),
        ("John Smith", "Jane Smith", False),
    ],
)
def test_a_similar_name_with_the_same_last_four_digits_is_likely(shop: Shop, one: str, other: str, like: bool) -> None:
    file_id = a_file(shop, one, "138 1234 5678")
    found = alike(shop, Typed(other, ("021-6600 5678",)))
    assert found == ([(file_id, Likeness.NAME)] if like else [])
    assert alike(shop, Typed(other, ("021-6600 5679",))) == []
    second = a_file(shop, other, "021-6600 5678")
    assert likely_pairs() == ([Pair(file_id, second, Likeness.NAME)] if like else [])


def test_the_same_name_shows_while_typing_and_makes_no_pair(shop: Shop) -> None:
    file_id = a_file(shop, "张三", "13812345678")
    assert alike(shop, Typed("张三")) == [(file_id, Likeness.SAME_NAME)]
    assert alike(shop, Typed("张三", ("13900000000",))) == [(file_id, Likeness.SAME_NAME)]
    assert alike(shop, Typed("张三丰", ("13900000000",))) == []
    other = a_file(shop, "张三", "13900000000")
    assert of_file(shop.consultant, other) == sure_pairs() == likely_pairs() == []


def test_the_pairs_of_the_store(shop: Shop) -> None:
    first = a_file(shop, "张三", "13812345678")
    second = a_file(shop, "李四", "138-1234-5678")
    third = a_file(shop, "王五", id_number="990102199003070011", plate="浙A12345")
    fourth = a_file(shop, "赵六", id_number="9901021990-03070011", plate="浙A12345")
    fifth = a_file(shop, "章三", "02166005678")
    steps: list[int] = []
    assert set(sure_pairs()) == {Pair(first, second, Likeness.PHONE), Pair(third, fourth, Likeness.ID_NUMBER)}
    assert likely_pairs(lambda done, total: steps.append(total)) == [Pair(first, fifth, Likeness.NAME)]
    assert len(steps) == 100
    keep_apart(shop.consultant, second, first)
    keep_apart(shop.consultant, first, second)
    assert sure_pairs() == [Pair(third, fourth, Likeness.ID_NUMBER)]
    assert alike(shop, Typed("李四", ("13812345678",)), besides=second) == []
    merge_files(shop.consultant, third, fourth, ())
    merge_files(shop.consultant, first, fifth, ())
    assert sure_pairs() == likely_pairs() == []
    assert alike(shop, Typed(id_number="990102199003070011")) == [(third, Likeness.ID_NUMBER)]


def test_two_people_with_one_phone_and_one_with_twelve(shop: Shop) -> None:
    phones = tuple(f"1380000{number:04}" for number in range(12))
    form = FileForm("张三", phones=phones)
    first = open_file(shop.consultant, form, ContactForm(RegisterKind.VISIT)).id
    second = customer(shop, "李四", phones[11])
    assert sure_pairs()[0] == Pair(first, second, Likeness.PHONE)
    assert [each for each, _likeness in alike(shop, Typed("", (phones[11],)))] == [first, second]


NAMES = st.text("张章王汪小晓明鸣国", min_size=2, max_size=4)


@has_long_form
@settings(max_examples=campaign(6, 200))
@given(st.lists(st.tuples(NAMES, st.sampled_from(["0000", "0199", "9999"])), min_size=2, max_size=7))
def test_the_pairs_are_those_a_look_at_every_pair_finds(shop: Shop, people: list[tuple[str, str]]) -> None:
    run_sql("UPDATE customer SET erased_at = 1 WHERE erased_at IS NULL")
    files = [a_file(shop, name, f"13{place}{1000 + place}{ending}") for place, (name, ending) in enumerate(people)]
    said = dict(zip(files, people, strict=True))
    by_hand = {
        frozenset(pair)
        for pair in combinations(files, 2)
        if said[pair[0]][1] == said[pair[1]][1] and keys_of(said[pair[0]][0]) & keys_of(said[pair[1]][0])
    }
    found = likely_pairs()
    direct = {frozenset((pair.first_id, pair.second_id)) for pair in found}
    assert direct <= by_hand
    assert together(direct) == together(by_hand), "each of a group is shown beside its oldest"


def together(pairs: set[frozenset[int]]) -> set[frozenset[int]]:
    """The groups that pairs make."""
    groups: list[set[int]] = []
    for pair in pairs:
        joined = {*pair}.union(*(group for group in groups if group & pair))
        groups = [group for group in groups if not group & pair] + [joined]
    return {frozenset(group) for group in groups}


def test_no_file_is_compared_with_every_other(folder_shop: Shop) -> None:
    """What typing asks, and the surest pairs, run through an index."""
    plans = [
        "SELECT c.id FROM customer_phone p JOIN customer c ON c.id = p.customer_id "
        "WHERE substr(p.digits, length(p.digits) - 3) = '1234'",
        "SELECT t.digits FROM customer_phone t GROUP BY t.digits HAVING count(*) > 1",
        "SELECT id FROM customer WHERE id_key = 'x' AND id_key <> ''",
    ]
    for sql in plans:
        steps = " ".join(str(row[3]) for row in run_sql(f"EXPLAIN QUERY PLAN {sql}"))
        assert "INDEX" in steps
        assert "TEMP B-TREE" not in steps
    assert not database.obj.for_update
