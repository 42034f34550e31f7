"""What belongs to a customer's file: fields, phones, people, goods, relations, and that all of it is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.checking import searching
from models.customers.actions import ContactForm, FileForm, Personal, edit_file, open_file, reveal_personal
from models.customers.belongings import GoodsForm, PersonForm
from models.customers.duplicates import Typed, duplicates
from models.customers.file_lists import goods, household, people, phone_holders, relations, tags_in_use
from models.customers.goods_actions import add_goods, change_goods
from models.customers.kinds import BestWay, CustomerKind, IdType, RegisterKind, Relation
from models.customers.lists import CustomerFile, customer_file, find
from models.customers.people_actions import add_person, change_person, remove_person
from models.customers.relation_actions import relate, unrelate
from models.kernel import audit, clock
from models.kernel.errors import RuleError, StaleEdit
from models.kernel.tables import run_sql
from tests.models.customers.files import CAR, LI, VIN, fill_a_file
from tests.models.shops import Shop, customer

VISIT = ContactForm(RegisterKind.VISIT)
WHOLE = FileForm(
    "欧阳䶮",
    phones=("138 1234 5678", "0571-88886666"),
    phone_labels=("本人", "家里"),
    wechat="oyy-88",
    id_type=IdType.RESIDENT,
    id_number="11010519491231002x",
    birthday=date(1949, 12, 31),
    company="杭州远航贸易有限公司",
    best_way=BestWay.WECHAT,
    best_time="18:00 后",
    campaign="春季车展",
    tags=("老客户", "试驾过"),
    drink="绿茶",
    seat="靠窗",
    hobby="钓鱼",
    taboo="不谈价格",
)


def opened_file(shop: Shop, form: FileForm = WHOLE, **more: object) -> CustomerFile:
    """A file opened with ``form``, as its owner sees it."""
    return customer_file(shop.consultant, open_file(shop.consultant, form, VISIT, **more).id)  # type: ignore[arg-type]


def form_of(file: CustomerFile, **changes: object) -> FileForm:
    """The form as an editor fills it from the file."""
    values = {name: getattr(file, name) for name in FileForm.__dataclass_fields__}
    return FileForm(**{**values, **changes})


def found_by(shop: Shop, query: str) -> set[int]:
    """The files a query finds."""
    return {row.id for row in find(shop.owner, query)}


def test_everything_that_is_asked_is_kept(shop: Shop) -> None:
    file = opened_file(shop)
    kept = form_of(file, owner_id=None)
    assert kept == replace(WHOLE, intent=file.intent)
    edit_file(shop.consultant, file.id, file.version, form_of(file, tags=("试驾过", "VIP"), drink="", birthday=None))
    file = customer_file(shop.consultant, file.id)
    assert (file.tags, file.drink, file.birthday, file.seat) == (("试驾过", "VIP"), "", None, "靠窗")
    changed = audit.history("customer", file.id)[0].details["changed"]
    assert set(changed) == {"tags", "drink", "birthday"}
    assert "1949" not in str(changed)
    assert tags_in_use() == ["VIP", "试驾过"]


def test_an_unchanged_edit_says_that_nothing_changed(shop: Shop) -> None:
    file = opened_file(shop)
    edit_file(shop.consultant, file.id, file.version, form_of(file))
    assert audit.history("customer", file.id)[0].details["changed"] == {}
    assert run_sql("SELECT count(*) FROM customer_phone").fetchone()[0] == 2


def test_a_label_alone_is_a_change_of_the_phones(shop: Shop) -> None:
    file = opened_file(shop)
    edit_file(shop.consultant, file.id, file.version, form_of(file, phone_labels=("公司",)))
    file = customer_file(shop.consultant, file.id)
    assert (file.phones, file.phone_labels) == (WHOLE.phones, ("公司", ""))


WRONG: list[tuple[dict[str, object], str]] = [
    ({"birthday": date(9999, 1, 1)}, "birthday"),
    ({"birthday": date(1899, 12, 31)}, "birthday"),
    ({"tags": tuple(str(number) for number in range(21))}, "tags"),
    ({"tags": ("长" * 21,)}, "tags"),
    ({"phone_labels": ("长" * 21,)}, "label"),
    ({"phones": tuple(f"1380000{number:04d}" for number in range(21))}, "phones"),
    ({"drink": "长" * 61}, "drink"),
]


def test_what_is_wrong_is_said_at_its_field(shop: Shop) -> None:
    for changes, field in WRONG:
        with pytest.raises(RuleError) as refused:
            open_file(shop.consultant, replace(WHOLE, **changes), VISIT)  # type: ignore[arg-type]
        assert refused.value.field == field
    assert run_sql("SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM customer_tag)").fetchone()[0] == 0


def test_today_s_child_and_a_wrong_check_digit_are_let_in(shop: Shop) -> None:
    file = opened_file(shop, replace(WHOLE, birthday=clock.today(), id_number="110105194912310021"))
    assert (file.birthday, file.id_number) == (clock.today(), "110105194912310021")


def test_a_name_in_any_script_is_kept_and_found(shop: Shop) -> None:
    for name in ("长" * 60, "Зоя Ёлкина", "محمد", "田中 さくら", "😀🚗", "O'Brien-Ñuñez", "‮reversed", "A" * 60):
        file = opened_file(shop, FileForm(name, no_contact=True))
        assert file.name == name.strip("‮")
        if any(each.isalnum() for each in name):
            assert file.id in found_by(shop, name[:12]), name


def test_two_people_with_one_phone_and_one_with_twelve(shop: Shop) -> None:
    first = opened_file(shop, FileForm("赵一", phones=("13812345678",)))
    second = opened_file(
        shop, FileForm("钱二", phones=(*(f"138{number:08d}" for number in range(11, 22)), "13812345678"))
    )
    assert len(second.phones) == 12
    assert found_by(shop, "13812345678") == {first.id, second.id}
    assert found_by(shop, "00000021") == {second.id}


def test_the_file_is_found_by_all_it_says(shop: Shop) -> None:
    company = FileForm(
        "远航贸易", kind=CustomerKind.COMPANY, phones=("0571 8888 6666",), tags=("大客户",), wechat="yh-1"
    )
    file = opened_file(shop, company, people=(LI,), goods=(CAR,))
    for query in (
        "远航",
        "yh",
        "李采购",
        "lcg",
        "2222",
        "京A·12345",
        "京a12345",
        "Ａ１２３４５",
        VIN,
        VIN[-6:],
        "大客户",
        "yh-1",
    ):
        assert found_by(shop, query) == {file.id}, query
    person = opened_file(shop, FileForm("孙六", company="远航贸易", no_contact=True))
    assert found_by(shop, "远航") == {file.id, person.id}


def test_what_is_searched_for_follows_every_change(shop: Shop) -> None:
    file_id = customer(shop)
    fill_a_file(shop, file_id)
    assert found_by(shop, "李采购") == found_by(shop, "13911112222") == found_by(shop, VIN) == set()
    assert found_by(shop, "京A12345") == {file_id}
    other = customer(shop, "王五", "13700002222")
    add_person(shop.consultant, other, LI)
    assert list(searching.records()) == [], "the check words the search text as the actions do"


def test_contact_people_are_kept_in_their_order_and_masked_for_others(shop: Shop) -> None:
    file_id = customer(shop)
    add_person(shop.consultant, file_id, LI)
    add_person(shop.consultant, file_id, PersonForm("周财务"))
    li, zhou = people(shop.consultant, file_id)
    assert (li.form, zhou.form.name, li.masked) == (LI, "周财务", False)
    masked = people(shop.colleague, file_id)[0]
    assert (masked.form.phones, masked.masked) == (("139 **** 2222", "057*-****0000"), True)
    shown = reveal_personal(shop.colleague, file_id).answer
    assert isinstance(shown, Personal)
    assert shown.people_phones == {li.id: LI.phones}
    change_person(shop.consultant, li.id, 1, replace(LI, post="总监", phones=()))
    with pytest.raises(StaleEdit):
        change_person(shop.consultant, li.id, 1, LI)
    assert people(shop.owner, file_id)[0].form.phones == ()
    remove_person(shop.consultant, li.id)
    assert [row.form.name for row in people(shop.owner, file_id)] == ["周财务"]
    said = str([entry.details for entry in audit.history("customer", file_id)])
    assert "2222" not in said, "the trail holds no phone"
    assert "采购" not in said, "nor a name"


def test_a_contact_person_needs_a_name_and_phones_that_are_some(shop: Shop) -> None:
    file_id = customer(shop)
    wrong = {"name": PersonForm(), "phones": PersonForm("李", phones=("12",)), "post": PersonForm("李", post="长" * 61)}
    for field, form in wrong.items():
        with pytest.raises(RuleError) as refused:
            add_person(shop.consultant, file_id, form)
        assert refused.value.field == field
    assert people(shop.owner, file_id) == []


def test_a_contact_person_s_phone_leads_to_the_company(shop: Shop) -> None:
    file = opened_file(shop, FileForm("远航", kind=CustomerKind.COMPANY, no_contact=True), people=(LI,))
    assert phone_holders(["13911112222", "057188880000"]) == [file.id]
    assert phone_holders([]) == phone_holders(["1391111222"]) == []
    (known,) = duplicates(shop.consultant, Typed(phones=("0571 8888 0000",)))
    assert (known.id, known.certain) == (file.id, True)


def test_goods_are_changed_and_gone_without_being_forgotten(shop: Shop) -> None:
    file_id = customer(shop)
    add_goods(shop.consultant, file_id, CAR)
    add_goods(shop.consultant, file_id, GoodsForm(plate="浙A88888"))
    newer, older = goods(file_id)
    assert (newer.name, older.name, older.form) == ("浙A88888", "澜川 V5", replace(CAR, mileage_on=clock.today()))
    change_goods(shop.consultant, newer.id, 1, replace(newer.form, gone_on=clock.today()))
    assert [row.id for row in goods(file_id)] == [older.id, newer.id]
    with pytest.raises(StaleEdit):
        change_goods(shop.consultant, newer.id, 1, newer.form)
    changed = audit.history("customer", file_id)[0].details
    assert changed == {"goods": "浙A****", "changed": {"gone_on": ["", clock.today().isoformat()]}}


WRONG_GOODS = [
    (GoodsForm(), "model"),
    (GoodsForm(colour="白"), "model"),
    (GoodsForm("V", mileage=-1), "mileage"),
    (GoodsForm("V", mileage=10_000_000), "mileage"),
    (GoodsForm("V", mileage=1, mileage_on=date(9999, 1, 1)), "mileage_on"),
    (GoodsForm("V", bought_on=date(9999, 1, 1)), "bought_on"),
    (GoodsForm("V", serial="1" * 41), "serial"),
]


def test_goods_that_cannot_be_are_refused_at_the_field(shop: Shop) -> None:
    file_id = customer(shop)
    for form, field in WRONG_GOODS:
        with pytest.raises(RuleError) as refused:
            add_goods(shop.consultant, file_id, form)
        assert refused.value.field == field
    assert goods(file_id) == []


def test_a_day_on_which_insurance_ran_out_is_no_mistake(shop: Shop) -> None:
    file_id = customer(shop)
    past, ahead = clock.today() - timedelta(days=400), clock.today() + timedelta(days=4000)
    form = GoodsForm("V", insurance_until=past, inspection_until=ahead, warranty_until=ahead, mileage_on=past)
    add_goods(shop.consultant, file_id, form)
    assert goods(file_id)[0].form == replace(form, mileage_on=None), "a day without a mileage says nothing"


def test_relations_are_seen_from_both_files(shop: Shop) -> None:
    mother, son, friend = (customer(shop, name, f"1380000000{place}") for place, name in enumerate("母子友"))
    relate(shop.consultant, mother, son, Relation.CHILD)
    relate(shop.consultant, mother, friend, Relation.FRIEND)
    assert [(row.id, row.relation) for row in relations(mother)] == [(son, Relation.CHILD), (friend, Relation.FRIEND)]
    assert [(row.name, row.relation) for row in relations(son)] == [("母", Relation.PARENT)]
    assert household(mother) == {son: Relation.CHILD}
    assert household(friend) == {}
    relate(shop.consultant, son, mother, Relation.COLLEAGUE)
    assert [row.relation for row in relations(mother)] == [Relation.COLLEAGUE, Relation.FRIEND]
    assert run_sql("SELECT count(*) FROM customer_relation").fetchone()[0] == 2, "one for each two files"
    unrelate(shop.consultant, mother, son)
    assert relations(son) == []
    with pytest.raises(RuleError, match="not related"):
        unrelate(shop.consultant, son, mother)
    with pytest.raises(RuleError) as refused:
        relate(shop.consultant, son, son, Relation.OTHER)
    assert refused.value.field == "other_id"
