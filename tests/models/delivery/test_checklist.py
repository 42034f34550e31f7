"""Items with their evidence, other goods, defects; templates in versions that never change a planned delivery (D1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from models.delivery import lists
from models.delivery.checklist_actions import (
    DefectForm,
    ItemForm,
    RunForm,
    change_run,
    compare_unit,
    mend_defect,
    note_defect,
    settle_item,
    undo_item,
    waive_item,
)
from models.delivery.kinds import ItemState
from models.delivery.planning_actions import PlanForm, plan_delivery
from models.delivery.reading import delivery_view
from models.delivery.template_actions import (
    ItemEdit,
    SectionEdit,
    TemplateForm,
    bring_back_template,
    retire_template,
    save_template,
    template_form,
)
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.i18n import LANGUAGES
from models.papers.actions import LARGEST_ATTACHMENT
from models.trades import delivery_files
from models.trades.delivery_template import Evidence, Gate, Means
from tests.models.delivery import handing
from tests.models.delivery.handing import VIN, item_of, items, picture, planned
from tests.models.shops import Shop, customer, signed_contract


def test_every_item_asks_for_its_evidence(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    who = shop.consultant

    def refused(code: str, form: ItemForm, field: str | None) -> str:
        with pytest.raises(RuleError) as caught:
            settle_item(who, item_of(who, delivery_id, code).id, form)
        assert caught.value.field == field, code
        return str(caught.value)

    refused("mileage", ItemForm(), "reading")
    refused("mileage", ItemForm(reading=-1), "reading")
    refused("mileage", ItemForm(reading=250), "reading")
    refused("keys", ItemForm(text="两把"), "reading")
    refused("first_service", ItemForm(), "text")
    refused("photo_vehicle", ItemForm(), "content")
    assert "PDF" in refused("photo_vehicle", ItemForm(content=b"%PDF-1.7 x"), "content")
    assert "not a picture" in refused("photo_vehicle", ItemForm(content=b"MZ\x90\x00 no picture"), "content")
    refused("photo_vehicle", ItemForm(content=picture()[:40]), "content")
    huge = picture() + bytes(LARGEST_ATTACHMENT)
    assert "larger than 20 MB" in refused("photo_vehicle", ItemForm(content=huge), "content")
    refused("signed", ItemForm(), "content")
    refused("signed", ItemForm(content=b"\xff\xd8\xff no PNG"), "content")
    assert VIN in refused("numbers", ItemForm(), "serial")
    refused("advisor", ItemForm(), "advisor_id")
    assert all(item.state is ItemState.OPEN for item in items(who, delivery_id)), "nothing half written"
    for code in ("mileage", "keys", "first_service", "photo_vehicle"):
        item = item_of(who, delivery_id, code)
        settle_item(who, item.id, handing.evidence(item))
        done = item_of(who, delivery_id, code)
        assert (done.state, done.done_by) == (ItemState.DONE, "孙悦")
        with pytest.raises(RuleError, match="not open any more"):
            settle_item(who, item.id, handing.evidence(item))
        undo_item(who, item.id)
        undone = item_of(who, delivery_id, code)
        assert (undone.state, undone.reading, undone.text, undone.attachment_id) == (ItemState.OPEN, None, "", None)


def test_what_does_not_apply_has_a_reason_and_the_inspection_always_applies(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    with pytest.raises(RuleError, match="reason"):
        waive_item(shop.consultant, item_of(shop.consultant, delivery_id, "plates").id, "")
    waive_item(shop.consultant, item_of(shop.consultant, delivery_id, "plates").id, "客户自行上牌")
    assert item_of(shop.consultant, delivery_id, "plates").reason == "客户自行上牌"
    for code in ("pdi", "numbers"):
        with pytest.raises(RuleError, match="never left out"):
            waive_item(shop.owner, item_of(shop.owner, delivery_id, code).id, "没时间")


def test_items_are_done_by_their_role_or_by_whoever_answers_for_it(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    board = item_of(shop.reception, delivery_id, "welcome_board")
    assert board.may_do
    settle_item(shop.reception, board.id, ItemForm())
    with pytest.raises(NotAllowed, match="This item is done by"):
        settle_item(shop.reception, item_of(shop.reception, delivery_id, "pdi").id, ItemForm())
    assert not item_of(shop.colleague, delivery_id, "pdi").may_do
    settle_item(shop.colleague, item_of(shop.colleague, delivery_id, "met").id, ItemForm())
    with pytest.raises(RuleError, match="are not changed while"):
        settle_item(shop.consultant, item_of(shop.consultant, delivery_id, "arrived").id, ItemForm())


def test_other_goods_are_refused_by_name(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    with pytest.raises(RuleError) as caught:
        compare_unit(shop.consultant, delivery_id, "LYH7V2A58TA000318")
    assert VIN in str(caught.value)
    assert delivery_view(shop.owner, delivery_id).units[0].compared_at is None
    compare_unit(shop.consultant, delivery_id, " lyh7v2a58-ta000317 ")
    assert delivery_view(shop.owner, delivery_id).units[0].compared_by == "孙悦"
    assert item_of(shop.owner, delivery_id, "numbers").state is ItemState.DONE
    undo_item(shop.consultant, item_of(shop.owner, delivery_id, "numbers").id)
    assert delivery_view(shop.owner, delivery_id).units[0].compared_at is None


def test_defects_have_a_day_and_are_mended(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop, template="renovation", parts=("厨房", "客厅"))
    assert [section.part for section in delivery_view(shop.owner, delivery_id).sections if section.part] == [
        *("厨房", "客厅")
    ]
    due = clock.today() + timedelta(days=7)
    for field, form in (
        ("what", DefectForm("", due, shop.consultant.id)),
        ("due_on", DefectForm("x", clock.today() - timedelta(days=1), shop.consultant.id)),
        ("content", DefectForm("x", due, shop.consultant.id, content=b"no picture")),
    ):
        with pytest.raises(RuleError) as caught:
            note_defect(shop.consultant, delivery_id, form)
        assert caught.value.field == field
    note_defect(shop.consultant, delivery_id, DefectForm("墙面裂纹", due, shop.consultant.id, "厨房", picture()))
    (defect,) = delivery_view(shop.owner, delivery_id).defects
    assert (defect.part, defect.late, defect.attachment_id is not None) == ("厨房", False, True)
    with pytest.raises(RuleError):
        mend_defect(shop.consultant, defect.id, defect.version, "")
    mend_defect(shop.consultant, defect.id, defect.version, "已补平重刷")
    with pytest.raises(RuleError, match="put right already"):
        mend_defect(shop.consultant, defect.id, defect.version + 1, "x")


def test_the_run_sheet_is_by_the_minute(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop, template="wedding")
    view = delivery_view(shop.owner, delivery_id)
    assert len(view.run) > 10
    assert view.run[0].at < view.entry.starts_at
    change_run(shop.consultant, delivery_id, (RunForm(30, "敬酒", "统筹", "13900000000"), RunForm(-60, "接亲")))
    run = delivery_view(shop.owner, delivery_id).run
    assert [(line.minute, line.what, line.phone) for line in run] == [(-60, "接亲", ""), (30, "敬酒", "13900000000")]
    with pytest.raises(RuleError) as caught:
        change_run(shop.consultant, delivery_id, (RunForm(0, "x"), RunForm(1, "")))
    assert caught.value.field == "1.what"


def test_every_shipped_template_is_whole_in_every_language() -> None:
    shipped = delivery_files.shipped()
    assert {trade for template in shipped.values() for trade in template.trades} >= {
        *("car_dealership", "furniture", "renovation", "wedding", "design_studio")
    }
    assert "property" in shipped
    for code, template in shipped.items():
        entries = [item for section in template.sections for item in section.items]
        for texts in (template.name, template.bring or {}, *(item.name for item in entries)):
            assert set(texts) == set(LANGUAGES), code
        assert any(item.evidence is Evidence.SIGNATURE and item.required for item in entries), code
        assert any(item.means is Means.CALL for item in entries), code
        assert any(item.means is Means.INSPECTION and item.gate is Gate.READY for item in entries), code
    car = shipped["new_car"]
    assert len(car.sections) == 7
    assert 40 <= sum(len(section.items) for section in car.sections) <= 50


def test_a_new_version_never_changes_what_is_planned(folder_shop: Shop) -> None:
    shop = folder_shop
    before = planned(shop)
    wording = [item.wording for item in items(shop.owner, before)]
    form = template_form("new_car", "zh_CN")
    first, *rest = form.sections
    photo = ItemEdit("拍摄里程表", evidence=Evidence.PHOTO, gate=Gate.READY, days=-1)
    changed = replace(first, name="交车准备", items=(photo, *reversed(first.items[:-1])))
    save_template(shop.manager, "zh_CN", replace(form, sections=(*rest, changed), minutes=75))
    assert [item.wording for item in items(shop.owner, before)] == wording
    view = delivery_view(shop.owner, before)
    assert (view.template, view.template_no) == ("new_car", 0)
    contract_id = signed_contract(shop, customer_id=customer(shop, "王五", "13900001111"))
    after = planned(shop, contract_id, hours=90)
    view = delivery_view(shop.owner, after)
    assert (view.template_no, view.entry.minutes) == (1, 75)
    assert len(items(shop.owner, after)) == len(wording)
    assert view.sections[-1].items[0].wording == "拍摄里程表", "typed in one language, said in all"
    kept = template_form("new_car", "en").sections[-1].items[1]
    assert kept.wording.startswith("Tools"), "the other languages keep theirs"
    with pytest.raises(RuleError) as caught:
        save_template(shop.manager, "zh_CN", form)
    assert caught.value.field == "no"


def test_a_template_in_use_is_retired_and_its_deliveries_go_on(folder_shop: Shop) -> None:
    shop = folder_shop
    delivery_id = planned(shop)
    (row,) = [row for row in lists.template_rows() if row.code == "new_car"]
    assert (row.used, row.offered) == (1, True)
    retire_template(shop.manager, "new_car")
    contract_id = signed_contract(shop, customer_id=customer(shop, "王五", "13900001111"))
    with pytest.raises(RuleError) as caught:
        plan_delivery(shop.consultant, contract_id, PlanForm(clock.now() + timedelta(hours=9), template="new_car"))
    assert caught.value.field == "template"
    with pytest.raises(RuleError, match="only template"):
        retire_template(shop.manager, "property")
    handing.ready(shop, delivery_id)
    bring_back_template(shop.manager, "new_car")
    planned(shop, contract_id, hours=90, template="new_car")


def test_what_is_wrong_with_a_template_is_said_at_its_field(folder_shop: Shop) -> None:
    shop = folder_shop
    good = TemplateForm("二手车交付", (SectionEdit("准备", (ItemEdit("清洗"),)),))
    late = ItemEdit("核对车架号", means=Means.SERIAL, gate=Gate.AFTER)
    for field, form in (
        ("name", replace(good, name=" ")),
        ("minutes", replace(good, minutes=0)),
        ("sections", replace(good, sections=())),
        ("sections.0.name", replace(good, sections=(SectionEdit("", (ItemEdit("x"),)),))),
        ("sections.0.items", replace(good, sections=(SectionEdit("x", ()),))),
        ("sections.0.items.1.wording", replace(good, sections=(SectionEdit("x", (ItemEdit("x"), ItemEdit(""))),))),
        ("sections.0.items.0.gate", replace(good, sections=(SectionEdit("x", (late,)),))),
        ("sections.0.items.0.days", replace(good, sections=(SectionEdit("x", (ItemEdit("x", days=9999),)),))),
    ):
        with pytest.raises(RuleError) as caught:
            save_template(shop.manager, "zh_CN", form)
        assert caught.value.field == field
    save_template(shop.manager, "zh_CN", good)
    assert [row.name for row in lists.template_rows() if row.offered][1] == "二手车交付"
    with pytest.raises(NotAllowed):
        save_template(shop.consultant, "zh_CN", good)
