"""Erased means gone: from the tables, the search, the drafts, the photos and the disk; the trail says it (C11)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import peewee
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.appointments.booking_actions import AppointmentForm, cancel_appointment, log_reminder, make_appointment
from models.checking import follow_up, papers, searching
from models.customers.actions import ContactForm, FileForm, edit_file, open_file, register_contact
from models.customers.belongings import GoodsForm, PersonForm
from models.customers.kinds import CustomerKind, RegisterKind, Relation
from models.customers.listing import ALL, everything
from models.customers.lists import customer_file, find, timeline
from models.customers.losing import LossForm
from models.customers.merge_actions import merge_files
from models.customers.needs_actions import NeedsForm, assess_needs
from models.customers.relation_actions import relate
from models.kernel import audit, keys
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.tables import database, run_sql
from models.papers.actions import attach
from models.papers.facts import PaperKind
from models.papers.lists import attachments
from models.privacy.actions import erase_file, export_file
from models.privacy.collecting import Collected
from models.privacy.erasing import BLANKED
from models.sales.contract_actions import cancel_contract
from models.sales.losing_actions import lose_customer
from models.staff.actions import keep_draft
from reports.prints import issue
from tests.models.appointments.booking import at
from tests.models.shops import Shop, customer, filled_contract, quote, signed_contract

DELETED = {
    *("attachment", "contact_person", "contact_phone", "customer_apart", "customer_phone", "customer_relation"),
    *("customer_tag", "needs_assessment", "search_entry"),
}
"""Tables whose rows go with the file."""

CODES = {
    "appraisal": {
        *("number", "state", "make", "model", "registered_on", "insurance_until", "inspection_until", "documents"),
        "valid_until",
    },
    "complaint": {
        *("number", "state", "subject", "way", "category", "severity", "due_on", "due_reason", "next_on", "said_way"),
        *("outcome", "root_cause", "lesson"),
    },
    "complaint_step": {"kind"},
    "loan": {"number", "state"},
    "survey": {"occasion", "subject", "way"},
    "survey_score": {"question"},
    "appraisal_condition": {"area", "grade"},
    "test_drive": {"number", "state", "signed_how", "routes", "route", "wish"},
    "customer": {"kind", "name", "birthday", "source", "intent", "stage", "grade"},
    "customer_loss": {"reason", "stage_before", "wakes_on", "decision"},
    "follow_up_result": {"result", "why"},
    "follow_up_task": {"rule", "cause", "period", "level", "state"},
    "grade_proposal": {"grade", "decision"},
    "owned_goods": {
        *("make", "model", "bought_on", "mileage_on", "insurance_until", "inspection_until", "warranty_until"),
        "gone_on",
    },
    "appointment": {"number", "purpose", "state"},
    "appointment_event": {"kind"},
    "extra_work": {"state", "found", "consent"},
    "quote": {"number", "state", "quoted_on", "plan", "expected_on"},
    "work_order": {
        *("number", "template", "state", "lights", "functions", "covers", "outline", "waits", "old_parts"),
        *("done_words", "next_service_on", "next_expected_on"),
    },
    "register_line": {"kind", "source", "outcome"},
}
"""Columns that say nothing about a person, and those for which nothing is not empty."""

KEPT = {
    **dict.fromkeys(("amended_stage", "amendment", "amendment_line", "cancellation", "contract"), "contract"),
    **dict.fromkeys(("contract_approval", "contract_exception", "contract_exception_entry"), "contract"),
    **dict.fromkeys(("contract_line", "contract_signature", "contract_stage"), "contract"),
    **dict.fromkeys(("delivery", "delivery_defect", "delivery_event", "delivery_exception"), "proof of delivery"),
    **dict.fromkeys(("delivery_goods", "delivery_item", "delivery_line", "delivery_run"), "proof of delivery"),
    **dict.fromkeys(("delivery_signature", "delivery_unit", "dispatch_note"), "proof of delivery"),
    "contract_party": "contract; of one that was never signed it is emptied",
    **dict.fromkeys(("invoice", "payment", "payment_reminder", "payment_reminder_line"), "ledger"),
    **dict.fromkeys(("received_statement", "reconciliation_line"), "ledger"),
    **dict.fromkeys(("commission_dispute", "commission_entry", "commission_split", "commission_terms"), "accounts"),
    **dict.fromkeys(("finance_offer", "quote_line"), "prices"),
    **dict.fromkeys(("work_line", "inspection_point", "damage_mark", "deferred_work"), "the vehicle's history"),
    **dict.fromkeys(("authorisation", "quality_check", "work_order_event", "work_session"), "proof of the work"),
    **dict.fromkeys(("settlement", "work_payment", "gate_pass"), "ledger"),
    "warranty_given": "what the store stands in for",
    "warranty_claim": "ledger",
    "appointment_part": "the workshop's calendar",
    "stock_movement": "what happened to the goods",
    "appraisal_reference": "what the market asks",
    "quote_approval": "the store's own decisions",
    "audit_line": "the trail, which holds masks only",
}
"""What the law makes the store keep, or what says nothing about a person."""

SECRETS = (
    *("13877776666", "138 7777 6666", "77776666", "02166665555", "990102199003079999", "03079999", "长河路88号1202"),
    *("诸葛孔明", "诸葛", "kongming.zhuge@mail.example", "wx-kongming", "浙A7K3P9", "LYH7V2A58TA000999", "黄月英"),
    *("喜欢羽扇", "卧龙岗", "zhugekongming", "u8bf8", "u845b", "家住隆中"),
)


def personal_tables() -> Iterator[tuple[str, set[str]]]:
    """The tables that hang on a customer file, with their texts and pictures."""
    db = database.obj
    tables = [each for each in db.get_tables() if not each.startswith(("sqlite_", "search_grams", "frontdesk_"))]
    keys_of = {each: {key.dest_table for key in db.get_foreign_keys(each)} - {"staff", "item"} for each in tables}
    found = {"customer", "attachment", "search_entry", "audit_line"}
    while more := {each for each in tables if keys_of[each] & found} - found:
        found |= more
    for table in sorted(found):
        texts = {each.name for each in db.get_columns(table) if each.data_type.lower() in ("text", "blob", "bytea")}
        yield table, texts - {"uid"}


def test_what_becomes_of_every_text_is_decided(shop: Shop) -> None:
    """A new table or column that hangs on a file fails here until it is said what an erasure does with it."""
    for table, texts in personal_tables():
        if table in DELETED or table in KEPT or not texts:
            continue
        assert texts == {*BLANKED.get(table, ()), *CODES.get(table, ())}, table


def a_whole_file(shop: Shop) -> int:
    """A file with everything that may stand in one, twice over and merged."""
    form = FileForm(
        *("诸葛孔明",),
        phones=("138 7777 6666",),
        id_number="990102199003079999",
        address="杭州市滨江区长河路88号1202",
        email="kongming.zhuge@mail.example",
        wechat="wx-kongming",
        note="家住隆中",
        hobby="喜欢羽扇",
        company="卧龙岗工作室",
        tags=("卧龙岗",),
    )
    people, goods = (
        (PersonForm("黄月英", phones=("021-6666 5555",)),),
        (GoodsForm("澜川", "V7", plate="浙A7K3P9", serial="LYH7V2A58TA000999"),),
    )
    contact = ContactForm(RegisterKind.VISIT, about="诸葛孔明 家住隆中")
    file_id = open_file(shop.consultant, form, contact, people, goods).id
    version = customer_file(shop.consultant, file_id).version
    edit_file(
        shop.consultant,
        file_id,
        version,
        FileForm(
            "诸葛孔明",
            phones=("138 7777 6666",),
            note="家住隆中",
            wechat="wx-kongming",
            hobby="喜欢羽扇",
            tags=("卧龙岗",),
            kind=CustomerKind.COMPANY,
        ),
    )
    other = customer(shop, "诸葛亮", "021 6666 5555")
    relate(shop.consultant, file_id, customer(shop, "刘备", "13900009999"), Relation.FRIEND)
    register_contact(shop.consultant, file_id, ContactForm(RegisterKind.CALL, about="回电 13877776666"))
    keep_draft(shop.consultant, f"edit:{file_id}", json.dumps({"phones": "138 7777 6666"}))
    keep_draft(shop.colleague, "visit", json.dumps({"name": "somebody else"}))
    attach(shop.consultant, "customer", file_id, "诸葛孔明.pdf", b"%PDF-1.7 13877776666")
    assess_needs(shop.consultant, file_id, NeedsForm({}, "家住隆中"))
    quote_id = quote(shop, file_id, offered_by=shop.consultant)
    issue(shop.consultant, PaperKind.QUOTE, quote_id)
    wish = AppointmentForm(at(1), wish="诸葛孔明 异响", place="长河路88号1202", plate="浙A7K3P9")
    called_off = make_appointment(shop.reception, file_id, wish).id
    log_reminder(shop.reception, called_off, True, "诸葛孔明 家住隆中")
    cancel_appointment(shop.reception, called_off, "卧龙岗有事")
    merge_files(shop.manager, file_id, other, ())
    return file_id


def wrong() -> list[str]:
    """What the store's own check finds."""
    checks = (searching.records, searching.entries, papers.prints, papers.attachments, follow_up.causes)
    return [line for check in checks for line in check()]


def test_an_erased_file_is_gone_from_tables_and_disk(folder_shop: Shop) -> None:
    shop = folder_shop
    file_id = a_whole_file(shop)
    on_disk = everything_on_disk(Path(shop.address))
    assert all(secret.encode() in on_disk for secret in ("13877776666", "诸葛孔明", "浙A7K3P9")), (
        "the search would find it"
    )
    erase_file(shop.owner, file_id, "asked for it by letter")
    on_disk = everything_on_disk(Path(shop.address))
    assert [secret for secret in SECRETS if secret.encode() in on_disk] == []
    assert [secret for secret in SECRETS if secret.encode("utf-16-le") in on_disk] == []
    assert find(shop.owner, "13877776666") == find(shop.owner, "zgkm") == []
    assert file_id not in set(everything(shop.owner, ALL))
    assert attachments("customer", file_id) == []
    assert len(timeline(file_id)) == 3, "the store still counts its visits"
    assert run_sql("SELECT content FROM draft").fetchall() == [('{"name": "somebody else"}',)]
    said = audit.history("customer", file_id)[0]
    assert (said.action, said.staff_id, said.details["reason"]) == (
        *("privacy.erase_file", shop.owner.id),
        "asked for it by letter",
    )
    assert wrong() == []


def everything_on_disk(folder: Path) -> bytes:
    """Every page of the store's file and of its journal, decrypted, and whatever else lies in the folder."""
    key = keys.unlock(folder)
    found = b""
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        if path.name == "store.db":
            found += b"".join(
                decrypted(content[start : start + 4096], key, first=not start) for start in range(0, len(content), 4096)
            )
        elif path.name == "store.db-wal":
            frames = range(32, len(content), 4096 + 24)
            found += b"".join(
                decrypted(content[at + 24 : at + 24 + 4096], key, first=content[at : at + 4] == b"\0\0\0\1")
                for at in frames
            )
        elif not path.name.endswith("-shm"):
            found += content
    return found


def decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    """A page of the store's file in the clear; the first begins with the salt, each ends with its vector and code."""
    content, vector = page[16 if first else 0 : -80], page[-80:-64]
    reader = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return reader.update(content) + reader.finalize()


def test_on_a_server_no_row_says_anything_any_more(server_shop: Shop) -> None:
    shop = server_shop
    file_id = a_whole_file(shop)
    erase_file(shop.owner, file_id, "letter")
    said = ""
    for table in database.obj.get_tables():
        said += "\n".join(repr(row) for row in run_sql(f"SELECT * FROM {table}").fetchall())
    assert [secret for secret in SECRETS if secret in said] == []
    assert wrong() == []


def test_what_the_law_keeps_stays(shop: Shop) -> None:
    file_id = customer(shop)
    contract_id = signed_contract(shop, customer_id=file_id)
    with pytest.raises(RuleError, match="still open"):
        erase_file(shop.owner, file_id, "letter")
    run_sql("UPDATE contract SET state = 'closed' WHERE id = ?", contract_id)
    erase_file(shop.owner, file_id, "letter")
    assert run_sql("SELECT name, phone FROM contract_party").fetchall()[0][0] == "欧阳䶮"
    assert customer_file(shop.owner, file_id).name == "***"
    assert customer_file(shop.owner, file_id).phones == ()


def test_a_contract_nobody_signed_is_emptied(shop: Shop) -> None:
    file_id = customer(shop)
    contract_id = filled_contract(shop, quote(shop, file_id))
    cancel_contract(shop.manager, contract_id, "changed their mind")
    erase_file(shop.owner, file_id, "letter")
    assert [tuple(row) for row in run_sql("SELECT name, id_number, phone, address FROM contract_party")] == [
        ("***", "", "", "")
    ]
    assert wrong() == []


def test_who_may_erase_and_what_cannot_be(shop: Shop) -> None:
    file_id, other = customer(shop), customer(shop, "张三", "13900001111")
    with pytest.raises(NotAllowed):
        erase_file(shop.manager, file_id, "x")
    with pytest.raises(RuleError, match="why"):
        erase_file(shop.owner, file_id, " ")
    with pytest.raises(peewee.DoesNotExist):
        erase_file(shop.owner, 999, "x")
    erase_file(shop.owner, file_id, "x")
    with pytest.raises(RuleError, match="erased"):
        erase_file(shop.owner, file_id, "x")
    for pair in ((file_id, other), (other, file_id)):
        with pytest.raises(RuleError, match="erased"):
            merge_files(shop.owner, *pair, ())
    with pytest.raises(RuleError, match="erased"):
        lose_customer(shop.owner, file_id, LossForm("price"))


def test_everything_kept_is_handed_out(shop: Shop) -> None:
    file_id = a_whole_file(shop)
    done = export_file(shop.manager, file_id)
    kept = done.answer
    assert isinstance(kept, Collected)
    assert kept.name == "诸葛孔明"
    whole = json.loads(kept.json)["kept"]
    for text in (kept.text, kept.json):
        for said in (
            "138 7777 6666",
            "黄月英",
            "浙A7K3P9",
            "家住隆中",
            "回电 13877776666",
            "诸葛亮",
        ):
            assert said in text, said
    assert {"customer", "customer_phone", "contact_phone", "register_line", "quote_line", "history"} <= whole.keys()
    assert kept.attachments[0][1] == b"%PDF-1.7 13877776666"
    assert "cost" not in kept.json, "what the store paid is not about them"
    assert audit.history("customer", file_id)[0].action == "privacy.export_file"
    with pytest.raises(NotAllowed):
        export_file(shop.consultant, file_id)
