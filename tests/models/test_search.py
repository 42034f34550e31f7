"""Search as you type against a plain slow search, on both databases."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.customers import lists
from models.customers.actions import FileForm, edit_file, mark_opened
from models.kernel import clock, search, store
from models.kernel.pinyin import spellings
from models.kernel.search import Hit
from models.kernel.tables import database, run_sql
from models.kernel.text import folded
from tests.campaigns import campaign, has_long_form
from tests.models.plans import explained
from tests.models.shops import Shop, customer

NAMES = [
    *(
        "张三",
        "張三豐",
        "单雄信",
        "單田芳",
        "欧阳䶮",
        "歐陽修",
        "司马相如",
        "乾隆",
        "后羿",
        "皇后",
        "頭髮",
        "發財",
        "王着",
    ),
    *(
        "瞭望",
        "了解",
        "著名",
        "乾燥",
        "曾国藩",
        "重庆",
        "𠮷野家",
        "㛃妹",
        "龘龘",
        "李 明",
        "Anna María",
        "Straße",
        "Ｊｏｈｎ",
    ),
    *(
        "Нина",
        "Ελένη",
        "محمد",
        "สมชาย",
        "김철수",
        "こばやし",
        "カバン",
        "O'Brien",
        "100% OFF",
        "a_b",
        '"Q"',
        "NEAR*",
        "^x",
    ),
    *("OR", "AND", "NOT", "u4e2d", "中", "中国", "中国人", "中国人民", "ﬁn", "İstanbul", "Æsir", "x" * 60),
]


def fill(texts: list[list[str]]) -> None:
    """Make each of ``texts`` findable as one record, numbered from 1."""
    with store.transaction():
        for number, fields in enumerate(texts, 1):
            search.index("word", number, fields)


def found(query: str, limit: int = 400) -> set[int]:
    return {hit.record_id for hit in search.find(query, ("word",), limit)}


@pytest.fixture
def names(shop: Shop) -> Shop:
    """Every name findable by itself, its spellings and a phone."""
    fill([[name, *spellings(name), f"1380000{number:04d}"] for number, name in enumerate(NAMES, 1)])
    return shop


@pytest.mark.parametrize("name", NAMES)
def test_any_part_of_a_name_finds_it(folder_shop: Shop, name: str) -> None:
    fill([[name]])
    for start in range(len(name)):
        for end in range(start + 1, len(name) + 1):
            part = name[start:end]
            if folded(part):
                assert found(part) == {1}, part


def test_any_part_of_any_name_finds_it_among_all(names: Shop) -> None:
    dice = random.Random(7)
    for number, name in enumerate(NAMES, 1):
        start = dice.randrange(len(name))
        part = name[start : start + dice.randint(1, 5)]
        if folded(part):
            assert number in found(part), part


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("单", "單田芳"),
        ("單", "单雄信"),
        ("歐阳", "欧阳䶮"),
        ("欧陽", "歐陽修"),
        ("头发", "頭髮"),
        ("發财", "發財"),
        ("zs", "张三"),
        ("zhangs", "张三"),
        ("zsf", "張三豐"),
        ("shanxiongx", "单雄信"),
        ("qianlong", "乾隆"),
        ("stf", "單田芳"),
        ("ouyang", "歐陽修"),
        ("oy", "欧阳䶮"),
        ("zengguofan", "曾国藩"),
        ("cq", "重庆"),
        ("ＡＮＮＡ maria", "Anna María"),
        ("strasse", "Straße"),
        ("john", "Ｊｏｈｎ"),
        ("obrien", "O'Brien"),
        ("𠮷", "𠮷野家"),
    ],
)
def test_the_ways_people_type(names: Shop, query: str, name: str) -> None:
    assert NAMES.index(name) + 1 in found(query)


def test_any_four_digits_of_a_phone(names: Shop) -> None:
    for number in range(1, len(NAMES) + 1):
        assert number in found(f"{number:04d}")
        assert found(f"138-0000-{number:04d}") == {number}
        assert number in found(f"１３８００００{number:04d}")


@pytest.mark.parametrize("query", ["", " ", "%", "_", "'", '"', "*", "^", "--", "();", "\0", "\ud800", "．", "！？"])
def test_a_query_of_signs_only_finds_nothing(names: Shop, query: str) -> None:
    assert search.find(query) == []


@pytest.mark.parametrize(
    "query", ["OR", "NEAR", "AND", "NOT", "x OR y", "NEAR(x y)", 'a" OR "b', "a' | 'b", "x*", "^x"]
)
def test_words_and_signs_of_query_languages_are_plain(names: Shop, query: str) -> None:
    words = [folded(word) for word in query.split()]
    wanted = {
        number
        for number, name in enumerate(NAMES, 1)
        if all(any(word in folded(each) for each in (name, *spellings(name))) for word in words)
    }
    assert found(query) == wanted


@has_long_form
@given(
    texts=st.lists(st.lists(st.text(alphabet="ab1中国單é 　'%", max_size=6), min_size=1, max_size=3), max_size=6),
    query=st.text(alphabet="ab1中国單单é '%", max_size=4),
)
def test_it_finds_what_a_plain_slow_search_finds(shop: Shop, texts: list[list[str]], query: str) -> None:
    with store.transaction():
        for number in range(1, 7):
            search.index("word", number, [])
    fill(texts)
    words = [folded(word).replace("單", "单") for word in query.split() if folded(word)]
    plain = [[folded(field).replace("單", "单") for field in fields] for fields in texts]
    wanted = {
        number
        for number, fields in enumerate(plain, 1)
        if words and all(any(word in field for field in fields) for word in words)
    }
    assert found(query) == wanted


@has_long_form
@given(query=st.text(max_size=300))
def test_no_query_is_an_error(shop: Shop, query: str) -> None:
    search.find(query)


def test_a_query_of_very_many_words_is_no_error(shop: Shop) -> None:
    for query in ("q1 " * 120, "廿 " * 120, "ab中国" * 60, "字" * 10_000):
        assert search.find(query) == []


def test_exact_comes_before_beginning_before_the_rest(names: Shop) -> None:
    order = [NAMES[hit.record_id - 1] for hit in search.find("中国", ("word",))]
    assert order[0] == "中国"
    assert set(order[1:3]) == {"中国人", "中国人民"}
    order = [NAMES[hit.record_id - 1] for hit in search.find("三", ("word",))]
    assert set(order) == {"张三", "張三豐"}


def ranked(texts: list[list[str]], used: list[int], query: str, limit: int) -> list[int]:
    """The first page the slow way: exact, beginning, then the rest, each the last used first."""

    def plain(text: str) -> str:
        return folded(text).replace("單", "单")

    fields = {number: [plain(each) for each in text if plain(each)] for number, text in enumerate(texts, 1)}
    words = [plain(word) for word in query.split() if plain(word)]

    def rank(number: int) -> int:
        if words[0] in fields[number]:
            return 0
        return 1 if any(each.startswith(words[0]) for each in fields[number]) else 2

    held = [n for n, said in fields.items() if words and all(any(word in each for each in said) for word in words)]
    return sorted(held, key=lambda each: (rank(each), -used.index(each)))[:limit]


a_word = st.text(alphabet="ab王单單", min_size=1, max_size=5)


@has_long_form
@settings(max_examples=campaign(25, 1_000))
@given(
    texts=st.lists(st.lists(a_word, min_size=1, max_size=2), min_size=1, max_size=40),
    used=st.lists(st.integers(1, 40), max_size=15),
    query=st.lists(st.text(alphabet="ab王单單", min_size=1, max_size=4), min_size=1, max_size=2).map(" ".join),
    limit=st.integers(1, 4),
)
def test_the_first_page_is_the_right_one(
    shop: Shop, texts: list[list[str]], used: list[int], query: str, limit: int
) -> None:
    """However many hold what was typed, of whichever kind: the page is what sorting them all would give."""
    turns = list(range(1, len(texts) + 1))
    with store.transaction():
        for number in range(1, 41):
            search.forget("word", number)
            search.forget("other", number)
        for number, fields in enumerate(texts, 1):
            search.index("word", number, fields)
            search.index("other", number, [*fields, "other"])
        for number in used:
            if number in turns:
                search.mark_used("word", number)
                turns.append(turns.pop(turns.index(number)))
    wanted = ranked(texts, turns, query, limit)
    assert [hit.record_id for hit in search.find(query, ("word",), limit)] == wanted
    assert all(hit.kind == "word" for hit in search.find(query, ("word",), limit))


def test_the_right_page_among_more_than_are_read_at_once(shop: Shop) -> None:
    """Thousands hold it: who is exactly that and was used last stands first, wherever they lie."""
    at = datetime.now(UTC)
    with store.transaction():
        search.index_many(("word", number, [f"王{number}"], at) for number in range(1, 3_001))
        for number in (2_000, 40, 1_500):
            search.index("exact", number, ["王"])
        search.index_many(("word", number, [f"老王{number}"], at) for number in range(3_001, 6_001))
        search.mark_used("exact", 40)
        search.mark_used("word", 7)
        search.mark_used("word", 5_000)
    page = [(hit.kind, hit.record_id) for hit in search.find("王", limit=6)]
    assert page == [("exact", 40), ("exact", 1_500), ("exact", 2_000), ("word", 7), ("word", 3_000), ("word", 2_999)]
    assert search.find("老王", limit=1) == [Hit("word", 5_000)]
    assert search.find("王", ("exact",), 2) == [Hit("exact", 40), Hit("exact", 1_500)]
    last = search.find("老王", ("word",), 3_500)
    assert len(last) == 3_000
    assert search.find("王 1500 nobody") == []


def test_no_search_reads_the_table_from_end_to_end(shop: Shop) -> None:
    dice, at = random.Random(3), datetime.now(UTC)

    def said() -> list[str]:
        name = dice.choice("张王李赵单曾") + dice.choice("伟芳娜敏静")
        return [name, *spellings(name), f"1{dice.randrange(10**10):010d}", f"浙A{dice.randrange(10**5):05d}"]

    with store.transaction():
        search.index_many(("word", number, said(), at) for number in range(8_000))
    run_sql("VACUUM ANALYZE search_entry" if database.obj.for_update else "ANALYZE search_entry")
    with explained("search_entry", "search_grams") as told:
        for query in ("张伟", "zw", "8137", "zhangwei", "浙A81375", "伟 137", "nobody"):
            search.find(query, ("word",))
    assert told
    for plan in told:
        assert "Seq Scan" not in plan, plan
        assert "TEMP B-TREE" not in plan, plan
        for line in plan.split("\n"):
            if line.startswith("SCAN"):
                assert "search_grams VIRTUAL TABLE INDEX" in line, plan
                assert "M" in line.rpartition(":")[2], plan


@pytest.mark.parametrize(
    ("surname", "reading", "initial"),
    [("单", "shan", "s"), ("曾", "zeng", "z"), ("解", "xie", "x"), ("仇", "qiu", "q"), ("單", "shan", "s")],
)
def test_surnames_are_found_as_they_are_read(shop: Shop, surname: str, reading: str, initial: str) -> None:
    file_id = customer(shop, f"{surname}行乐")
    for typed in (f"{reading}xingle", f"{reading}xingyue", f"{reading}hangle", f"{initial}xl", surname):
        assert [row.id for row in lists.find(shop.owner, typed)] == [file_id], typed


def test_recently_used_comes_first_among_equals(shop: Shop) -> None:
    one, other = customer(shop, "王芳", "13800000001"), customer(shop, "王芳", "13800000002")
    for opened in (one, other, one):
        with clock.standing_at(datetime.now(UTC) + timedelta(minutes=opened)):
            mark_opened(opened)
    with clock.standing_at(datetime.now(UTC) + timedelta(hours=1)):
        mark_opened(one)
    assert [row.id for row in lists.find(shop.owner, "王芳")] == [one, other]


def test_kinds_narrow_the_search(shop: Shop) -> None:
    file_id = customer(shop, "澜川 V7")
    assert search.find("澜川", ("customer",)) == [Hit("customer", file_id)]
    assert {hit.kind for hit in search.find("澜川")} == {"customer", "item"}


def test_a_changed_file_is_no_longer_found_by_its_old_name(shop: Shop) -> None:
    file_id = customer(shop, "张三", "13811112222")
    version = lists.customer_file(shop.owner, file_id).version
    edit_file(shop.consultant, file_id, version, FileForm("李四", phones=("13933334444",)))
    assert lists.find(shop.owner, "张三") == lists.find(shop.owner, "zs") == lists.find(shop.owner, "1111") == []
    assert [row.id for row in lists.find(shop.owner, "ls 3333")] == [file_id]


def test_what_was_rolled_back_is_not_found(shop: Shop) -> None:
    def fail() -> None:
        with store.transaction():
            search.index("word", 1, ["spurlos"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert search.find("spurlos") == []


def test_no_more_than_the_limit(shop: Shop) -> None:
    fill([[f"重名{number}"] for number in range(30)])
    assert len(search.find("重名", ("word",), 10)) == 10
