"""Customers of another system: what their rows mean, who of them is known here, and what would be written (C1, C3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

from exchange.importing import values
from exchange.importing.checked import Checked, Column, Holds, Places, Reader, read_row
from exchange.importing.headings import Sheet
from exchange.importing.people import Person, Sorted, phones_of
from exchange.importing.suiting import suited
from models.customers.actions import NOBODY, FileForm
from models.customers.belongings import GoodsForm
from models.customers.kinds import BestWay, CustomerKind, FormOfAddress, IdType, Stage
from models.customers.known import Known, known, standing_files
from models.customers.many_files import Addition, NewFile
from models.importing.batches import CustomerBatch, last_phone
from models.importing.kinds import ImportKind, OnDuplicate
from models.importing.rows import Source
from models.kernel import clock
from models.kernel.errors import N_, FrontdeskError, RuleError
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.progress import Heard
from models.kernel.text import clean, folded
from models.shop.profile import trade
from models.staff.lists import sellers

_STEP = 500
_MEN = ("男", "男士", "先生", "m", "male", "mr.", "man", "男性")
_WOMEN = ("女", "女士", "小姐", "太太", "f", "female", "ms.", "mrs", "mrs.", "miss", "woman", "女性")
_NEITHER = ("保密", "其他", "其它", "单位", "公司", "企业", "unknown", "other")
_ADDRESS = {
    **dict.fromkeys(_MEN, FormOfAddress.MR),
    **dict.fromkeys(_WOMEN, FormOfAddress.MS),
    **dict.fromkeys(_NEITHER, FormOfAddress.NONE),
}
_KINDS = {
    **dict.fromkeys(
        ("个人", "个人客户", "私人", "自然人", "个人用户", "私户", "private", "individual"), CustomerKind.PERSON
    ),
    **dict.fromkeys(
        (
            "企业",
            "单位",
            "公司",
            "公司客户",
            "集团",
            "单位客户",
            "企业客户",
            "单位用户",
            "集团客户",
            "机构",
            "政府",
            "公户",
            "business",
        ),
        CustomerKind.COMPANY,
    ),
}
_ID_TYPES = {
    **dict.fromkeys(("身份证", "居民身份证", "二代身份证", "id card"), IdType.RESIDENT),
    **dict.fromkeys(("营业执照", "统一社会信用代码", "组织机构代码"), IdType.LICENCE),
}
_STAGES = {
    **dict.fromkeys(("潜客", "潜在客户", "新增", "未跟进", "lead"), Stage.NEW),
    **dict.fromkeys(("跟进中", "已跟进", "在跟"), Stage.CONTACTED),
    **dict.fromkeys(("到店", "来店"), Stage.VISITED),
    **dict.fromkeys(("已订", "订单", "下订"), Stage.ORDERED),
    **dict.fromkeys(("已购", "已成交", "成交", "保有客户", "基盘客户", "车主", "won", "customer"), Stage.DELIVERED),
}
_GOODS = {each.name: each.name for each in fields(GoodsForm) if each.name not in ("note", "gone_on")} | {
    "goods_note": "note"
}
"""What of a row is said about goods, and what it is called there."""

_PLAIN = tuple(each.name for each in fields(FileForm))

LABELS: Mapping[str, str] = {
    "name": N_("Customer name"),
    "family_name": N_("Family name"),
    "given_name": N_("Given name"),
    "form_of_address": N_("Form of address"),
    "kind": N_("Person or company"),
    "phone": N_("Phone"),
    "phone_2": N_("Second phone"),
    "phone_3": N_("Third phone"),
    "no_contact": N_("Left no contact"),
    "wechat": N_("WeChat"),
    "email": N_("Email"),
    "address": N_("Address"),
    "id_type": N_("Kind of ID"),
    "id_number": N_("ID number"),
    "birthday": N_("Birthday"),
    "company": N_("Company"),
    "best_way": N_("Best way to be reached"),
    "best_time": N_("Best time to call"),
    "source": N_("How they heard of us"),
    "campaign": N_("Campaign"),
    "owner": N_("Looked after by"),
    "intent": N_("Level of intent"),
    "stage": N_("Stage"),
    "wish": N_("What they are looking for"),
    "tags": N_("Tags"),
    "note": N_("Notes"),
    "last_contact": N_("Last contact"),
    "created": N_("Opened on"),
    "drink": N_("Drink"),
    "hobby": N_("Hobby"),
    "taboo": N_("Taboo"),
    "make": N_("Make"),
    "model": N_("Model"),
    "colour": N_("Colour"),
    "serial": N_("VIN or serial number"),
    "plate": N_("Plate"),
    "bought_on": N_("Bought on"),
    "bought_at": N_("Bought where"),
    "mileage": N_("Mileage in km"),
    "mileage_on": N_("Mileage read on"),
    "insurance_until": N_("Insured until"),
    "inspection_until": N_("Inspection until"),
    "warranty_until": N_("Warranty until"),
    "goods_note": N_("Notes on the vehicle or goods"),
}

_DAYS = (
    *("birthday", "last_contact", "created", "bought_on", "mileage_on"),
    *("insurance_until", "inspection_until", "warranty_until"),
)
_READERS: dict[str, Reader] = {
    "form_of_address": lambda cell: values.member(FormOfAddress, cell, _ADDRESS),
    "kind": lambda cell: values.member(CustomerKind, cell, _KINDS),
    **dict.fromkeys(("phone", "phone_2", "phone_3"), values.phones),
    "no_contact": values.yes,
    "wechat": values.whole,
    "id_type": lambda cell: values.member(IdType, cell, _ID_TYPES),
    "id_number": values.id_number,
    "best_way": lambda cell: values.member(BestWay, cell),
    "tags": values.tags,
    **dict.fromkeys(("note", "goods_note"), values.lines),
    **dict.fromkeys(_DAYS, values.day),
    "serial": values.serial,
    "plate": values.plate,
    "mileage": values.kilometres,
}
_HOLDS = {"mileage": Holds.DISTANCE, "no_contact": Holds.ANSWER, **dict.fromkeys(_DAYS, Holds.DAY)}


_OF_FEW = ("form_of_address", "kind", "id_type", "best_way", "source", "owner", "intent", "stage", "bought_on")
"""Columns whose cells say the same few things again and again."""


def columns() -> dict[str, Column]:
    """What the columns of such a file may hold, with the store's own people, sources and levels."""
    people = {folded(each.name): each.id for each in sellers()}
    sources = [(each.code, list(each.name.values())) for each in trade().lead_sources]
    levels = [(each.code, list(each.name.values())) for each in trade().intent_levels]

    def owner(cell: str) -> int:
        if folded(cell) not in people:
            raise RuleError(
                "Nobody who sells here is called {name}. Add them to the staff first, empty the cell, or leave the "
                "whole column unread.",
                name=values.text(cell),
            )
        return people[folded(cell)]

    def source(cell: str) -> tuple[str, str]:
        """The channel, and the words for it that nobody knows here."""
        try:
            return values.coded(sources, cell), ""
        except RuleError:
            if not any(code == "other" for code, _names in sources):
                raise
            return "other", values.text(cell)

    def stage(cell: str) -> Stage:
        found = values.member(Stage, cell, _STAGES)
        if found is Stage.LOST:
            raise RuleError("A lost customer needs a reason: take the file over, then mark it as lost.")
        return found

    own = {
        "owner": owner,
        "source": source,
        "stage": stage,
        "intent": lambda cell: values.coded(levels, cell.strip().removesuffix("级").removesuffix("級")),
    }
    readers = {key: _READERS.get(key) or own.get(key) or values.text for key in LABELS}
    readers |= {key: values.of_few(readers[key]) for key in _OF_FEW}
    return {key: Column(label, readers[key], _HOLDS.get(key, Holds.TEXT)) for key, label in LABELS.items()}


def check(
    actor: Actor, sheet: Sheet, found: Places, source: Source, on_duplicate: OnDuplicate, heard: Heard
) -> Checked:
    """What there is to write, and every problem; nothing is written. Progress counts each row twice."""
    checked = Checked(ImportKind.CUSTOMERS, rows=len(sheet.rows))
    last = last_phone()
    people = _people(checked, sheet, found, heard)
    whom = _known(people)
    every = Sorted(checked, whom, on_duplicate, found)
    for person in people:
        every.sort(person)
    files, additions = [], []
    there = standing_files({customer_id for customer_id, _person in every.additions})
    for customer_id, person in every.additions:
        every.mention_name(person, there[customer_id].values["name"])
        added = _tried(checked, found, person, lambda p, c=customer_id: Addition(c, there[c], p.form, p.goods))
        if added:
            additions.append(added)
        elif added is not None:
            checked.same += 1 + len(person.joined)
            checked.repeated -= len(person.joined)
    for done, person in enumerate(every.new):
        if done % _STEP == 0:
            heard(len(sheet.rows) + done, 2 * len(sheet.rows))
        if file := _tried(checked, found, person, lambda p: NewFile(actor, p.form, p.goods, p.at, p.stage)):
            files.append(file)
    checked.new, checked.merged = len(files), len(additions)
    source.left_out, source.wrong, source.joined = checked.out, len(checked.wrong), checked.repeated
    if files or additions:
        new_anyway = on_duplicate is OnDuplicate.NEW
        checked.batch = CustomerBatch(source, files, additions, last, taken_as_new=new_anyway)
    checked.problems.sort(key=lambda each: each.row)
    return checked


def _people(checked: Checked, sheet: Sheet, found: Places, heard: Heard) -> list[Person]:
    kinds, now, unknown_intent = suited(columns(), found, sheet), clock.now(), trade().intent_levels[-1].code
    people = []
    for done, (number, row) in enumerate(sheet.rows):
        if done % _STEP == 0:
            heard(done, 2 * len(sheet.rows))
        said = read_row(checked, number, row, found, kinds)
        if said is None:
            continue
        try:
            said.setdefault("intent", unknown_intent)
            people.append(
                Person(number, row, _form(said), _goods(said), _moment(said, now), said.get("stage", Stage.NEW))
            )
        except RuleError as error:
            _refuse(checked, found, number, row, error)
    return people


def _form(said: Mapping[str, Any]) -> FileForm:
    plain = {name: said[name] for name in _PLAIN if name in said}
    source, words = said.get("source", ("", ""))
    return FileForm(
        **{
            **plain,
            "name": clean(said.get("name") or _whole_name(said)),
            **phones_of(pair for key in ("phone", "phone_2", "phone_3") for pair in said.get(key, ())),
            "source": source,
            "campaign": said.get("campaign") or words,
            "owner_id": said.get("owner", NOBODY),
        }
    )


def _whole_name(said: Mapping[str, Any]) -> str:
    """Family and given name, in the order of their language."""
    family, given = said.get("family_name", ""), said.get("given_name", "")
    return f"{given} {family}".strip() if (family + given).isascii() else family + given


def _goods(said: Mapping[str, Any]) -> list[GoodsForm]:
    told = {name: said[key] for key, name in _GOODS.items() if key in said}
    return [GoodsForm(**told)] if told and told != _NOT_DRIVEN else []


_NOT_DRIVEN = {"mileage": 0}
"""What some systems export of somebody without a vehicle."""


def _moment(said: Mapping[str, Any], now: datetime) -> datetime:
    """When they were in contact last: as told, else when the file was opened there, else now."""
    day: date | None = said.get("last_contact") or said.get("created")
    if day is None:
        return now
    if day > clock.today():
        raise RuleError("This day lies in the future.", field="last_contact" if "last_contact" in said else "created")
    if day.year < 1970:
        raise RuleError("This day is too long ago.", field="last_contact" if "last_contact" in said else "created")
    return min(now, datetime.combine(day, time(12)).astimezone(UTC))


def _known(people: list[Person]) -> Known:
    return known(
        {each for person in people for each in person.digits},
        {person.id_key for person in people},
        {serial for person in people for serial, _plate in person.marks},
        {plate for person in people for _serial, plate in person.marks},
    )


def _tried(checked: Checked, found: Places, person: Person, make: Any) -> Any:
    """What ``make`` makes of a person, None where a rule says no, which is noted for each of their rows."""
    try:
        return make(person)
    except FrontdeskError as error:
        _refuse(checked, found, person.number, person.row, error)
        for number, row in person.joined:
            why = RuleError("Row {row} of this file is about the same person, and wrong.", row=person.number)
            _refuse(checked, found, number, row, why)
        checked.repeated -= len(person.joined)
        return None


_SAID_AT = {"phones": "phone", "label": "phone", "owner_id": "owner"}


def _refuse(checked: Checked, found: Places, number: int, row: list[str], error: FrontdeskError) -> None:
    key = _SAID_AT.get(error.field or "", error.field or "")
    if key == "phone" and not any(found.cell(row, each).strip() for each in ("phone", "phone_2", "phone_3")):
        column = LABELS["no_contact"]
        error = RuleError("There is no phone number. Give one, or say yes in a column “{column}”.", column=_(column))
    checked.refuse(number, found.heading(key), found.cell(row, key), error)
