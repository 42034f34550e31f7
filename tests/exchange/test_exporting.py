"""An export is whole, equals the store to the fen, tells nobody what they may not know, and is on record (X1)."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pypdf
import pytest
import pyzipper
from python_calamine import CalamineWorkbook

from exchange import writing
from exchange.archive import INNER, checked_passphrase
from exchange.columns import Days
from exchange.contents import LISTS
from exchange.exporting import export
from exchange.papers import papers_of
from exchange.preview import preview
from models.carrying.actions import allow_plain
from models.carrying.kinds import PERSONAL, PRESETS, Content, Form, Preset, may_carry
from models.carrying.lists import contents_for, departures, presets_for
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import clock, i18n, store
from models.kernel.errors import NotAllowed, RuleError, StorageError
from models.kernel.permissions import Actor, Permission, Role, granted
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind
from models.privacy.actions import erase_file
from models.sales.contract_actions import sign_contract, submit_contract
from models.staff.tables import Staff
from reports import filed, prints
from tests.exchange.exports import EVERY_LIST, PASSPHRASE, at_work, sheets, wanted
from tests.models.delivery.handing import handed_over
from tests.models.shops import Shop, approve_fully, customer, filled_contract, quote
from tests.models.stock.goods import vin


def test_an_export_read_back_equals_the_store(shop: Shop, stick: Path) -> None:
    at_work(shop)
    allow_plain(shop.owner, True)
    done = export(shop.owner, wanted(stick))
    found = sheets(done.path)
    amounts = [row[0] for row in run_sql("SELECT amount FROM payment ORDER BY id")]
    assert [round(row["Amount"] * 100) for row in found["Payments"]] == amounts == [1_234_567, 7]
    assert [row["Payer"] for row in found["Payments"]] == ["@父亲", "欧阳"]
    (total, received) = run_sql(
        "SELECT c.total + c.amended, (SELECT sum(amount) FROM payment) FROM contract c"
    ).fetchone()
    (line,) = found["Contract ledger"]
    assert (round(line["Present total"] * 100), round(line["Received"] * 100)) == (total, received)
    assert found["Customer files"][0]["Phones"] == "+86 138 1234 5678"
    assert found["Customer files"][0]["Customer"] == "=欧阳䶮"
    (unit,) = found["Stock by unit"]
    assert (unit["VIN or serial number"], round(unit["Cost"] * 100)) == (
        vin(1),
        run_sql("SELECT cost FROM stock_unit").fetchone()[0],
    )
    prices = {row["Code"]: (round(row["Price"] * 100), round(row["Cost"] * 100)) for row in found["Price list"]}
    assert prices["V7"] == (18_980_000, 17_000_000)
    manifest = json.loads((done.path / writing.MANIFEST).read_bytes())
    assert len(manifest["files"]) == len(EVERY_LIST) == len(list(done.path.glob("*.xlsx")))
    for each in manifest["files"]:
        assert sha256((done.path / each["file"]).read_bytes()).hexdigest() == each["sha256"]
    assert sum(each["rows"] for each in manifest["files"]) == done.rows
    assert manifest["who"] == "王总"


def test_a_text_table_neither_runs_nor_loses_a_fen(shop: Shop, stick: Path) -> None:
    at_work(shop)
    allow_plain(shop.owner, True)
    done = export(shop.cashier, wanted(stick, *PRESETS[Preset.ACCOUNTANT], form=Form.CSV))
    text = (done.path / "Payments.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Amount"] for row in rows] == ["12345.67", "0.07", "12345.74"]
    assert [row["Payer"] for row in rows] == ["'@父亲", "欧阳", ""]
    assert rows[0]["Customer"] == "'=欧阳䶮"


def test_personal_data_leaves_encrypted_with_no_readable_name(folder_shop: Shop, stick: Path) -> None:
    shop = folder_shop
    at_work(shop)
    with pytest.raises(RuleError) as refused:
        export(shop.owner, wanted(stick))
    assert refused.value.field == "passphrase"
    assert not list(stick.iterdir())
    done = export(shop.owner, wanted(stick, *Content, passphrase=PASSPHRASE))
    (archive,) = done.path.glob("*.zip")
    raw = archive.read_bytes() + (done.path / writing.MANIFEST).read_bytes()
    for seeded in ("欧阳䶮", "138 1234 5678", "Customer files", "990102199003070011"):
        assert seeded.encode() not in raw
    outer = pyzipper.AESZipFile(archive)
    assert outer.namelist() == [INNER]
    with pytest.raises(RuntimeError):
        outer.read(INNER, pwd=b"wrong")
    inner = zipfile.ZipFile(io.BytesIO(outer.read(INNER, pwd=PASSPHRASE.encode())))
    manifest = json.loads(inner.read(writing.MANIFEST))
    assert {each["file"] for each in manifest["files"]} == set(inner.namelist()) - {writing.MANIFEST}
    for each in manifest["files"]:
        assert sha256(inner.read(each["file"])).hexdigest() == each["sha256"]
    export(shop.owner, wanted(stick, Content.PRICES))  # tells of nobody, so it may leave as it is


def test_everything_that_left_is_on_record(shop: Shop, stick: Path) -> None:
    at_work(shop)
    done = export(shop.manager, wanted(stick, Content.CUSTOMERS, passphrase=PASSPHRASE))
    (row,) = departures()
    assert (row.who, row.contents, row.form) == ("高经理", (Content.CUSTOMERS,), Form.XLSX)
    assert (row.place, row.name, row.encrypted) == (str(stick), done.path.name, True)
    assert row.lines == done.rows == 1
    with pytest.raises(Exception, match="only added to"), store.transaction():
        run_sql("UPDATE carried_out SET lines = 0")
    with pytest.raises(Exception, match="only added to"), store.transaction():
        run_sql("DELETE FROM carried_out")


def test_nothing_leaves_unrecorded(folder_shop: Shop, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr("exchange.exporting.carry_out", refuse)
    with pytest.raises(StorageError):
        export(folder_shop.owner, wanted(stick, Content.PRICES))
    assert not list(stick.iterdir())
    assert not departures()


@pytest.fixture
def cast(folder_shop: Shop) -> dict[Role, Actor]:
    with store.transaction():
        return {
            role: Actor(
                Staff.create(name=role.value, roles=frozenset({role}), pin_hash="x").id, role.value, frozenset({role})
            )
            for role in Role
        }


def test_no_role_carries_out_what_it_may_not_see(folder_shop: Shop, cast: dict[Role, Actor], stick: Path) -> None:
    at_work(folder_shop)
    allow_plain(folder_shop.owner, True)
    people = {Content.CUSTOMERS, Content.GOODS_OWNED, Content.VISITS, Content.CALLS}
    people |= {
        Content.APPOINTMENTS,
        Content.TEST_DRIVES,
        Content.APPRAISALS,
        Content.LOANS,
        Content.COMPLAINTS,
        Content.SURVEYS,
    }
    may = {
        Role.OWNER: set(Content),
        Role.SALES_MANAGER: set(Content),
        Role.CASHIER: set(Content) - people,
        Role.PARTS_KEEPER: set(Content) - PERSONAL,
    }
    for role, actor in cast.items():
        assert set(contents_for(actor)) == may.get(role, set()), role
        for content in Content:
            if content not in may.get(role, set()):
                with pytest.raises(NotAllowed):
                    export(actor, wanted(stick, content))
                with pytest.raises(NotAllowed):
                    preview(actor, (content,), Days(), Form.CSV)
        if actor.may(Permission.CARRY_OUT):
            done = export(actor, wanted(stick, Content.PRICES))
            sees_cost = role in (Role.OWNER, Role.PARTS_KEEPER)
            assert ("Cost" in sheets(done.path)["Price list"][0]) is sees_cost, role
            assert (Preset.EVERYTHING in presets_for(actor)) is True
    assert Preset.ACCOUNTANT in presets_for(cast[Role.CASHIER])
    assert Preset.CUSTOMERS not in presets_for(cast[Role.CASHIER])


def test_who_may_carry_but_not_see_gets_masks(
    folder_shop: Shop, cast: dict[Role, Actor], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer(folder_shop)
    allow_plain(folder_shop.owner, True)
    more = granted({Role.RECEPTION}) | {Permission.CARRY_OUT, Permission.EXPORT_PERSONAL}
    monkeypatch.setattr("models.kernel.permissions._GRANTS", {role: more for role in Role})
    done = export(cast[Role.RECEPTION], wanted(stick, Content.CUSTOMERS, Content.VISITS))
    (row,) = sheets(done.path)["Customer files"]
    (visit,) = sheets(done.path)["Visit register"]
    assert "12345678" not in (row["Phones"] + visit["Phone"]).replace(" ", "")
    assert row["ID number"] != "990102199003070011"
    assert "长河路" not in row["Address"]


def test_only_the_days_asked_for(folder_shop: Shop, stick: Path) -> None:
    at_work(folder_shop)
    allow_plain(folder_shop.owner, True)
    long_ago = Days(date(2000, 1, 1), date(2000, 12, 31))
    with pytest.raises(RuleError, match="nothing of this"):
        export(folder_shop.owner, replace(wanted(stick, Content.CUSTOMERS, Content.PAYMENTS), days=long_ago))
    seen = preview(folder_shop.owner, (Content.PAYMENTS, Content.PRICES, Content.PAPERS), long_ago, Form.XLSX)
    assert {line.content: line.rows for line in seen.lines} == {
        Content.PAYMENTS: 0,
        Content.PRICES: 3,
        Content.PAPERS: 0,
    }
    ever = Days(date.min, date.max)
    assert preview(folder_shop.owner, EVERY_LIST, ever, Form.CSV).rows == sum(
        make(folder_shop.owner, Days()).count for make in LISTS.values()
    )
    now = preview(folder_shop.owner, EVERY_LIST, Days(date(2020, 1, 1)), Form.CSV)
    done = export(folder_shop.owner, replace(wanted(stick, form=Form.CSV), days=Days(date(2020, 1, 1))))
    assert (now.rows, now.files) == (done.rows, done.files)
    assert done.size / 2 < now.size < done.size * 2 + 10_000


def test_papers_come_from_the_facts_kept_of_them(folder_shop: Shop, stick: Path) -> None:
    shop = folder_shop
    contract_id = at_work(shop)
    allow_plain(shop.owner, True)
    prints.issue(shop.consultant, PaperKind.CONTRACT, contract_id)
    run_sql("UPDATE customer SET name = '改名后'")
    done = export(shop.cashier, wanted(stick, Content.PAPERS))
    found = {str(path.relative_to(done.path)): path for path in done.path.rglob("*.pdf")}
    assert len(found) == done.files == 4  # quote, contract, two receipts
    contract = next(path for name, path in found.items() if "Contract" in name)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(contract).pages)
    assert "欧阳䶮" in text
    assert len(run_sql("SELECT 1 FROM paper_print").fetchall()) == 1, "an export is no print"


def test_a_printed_draft_does_not_stand_for_the_signed_contract(folder_shop: Shop) -> None:
    shop = folder_shop
    contract_id = filled_contract(shop, quote(shop, customer(shop)))
    number = prints.issue(shop.consultant, PaperKind.CONTRACT, contract_id).number
    assert {each.name for each in papers_of(shop.owner, Days()) if each.folder == "Contract"} == {f"{number} DRAFT.pdf"}
    submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    sign_contract(shop.consultant, contract_id)
    found = {each.name: each for each in papers_of(shop.owner, Days()) if each.folder == "Contract"}
    assert set(found) == {f"{number} DRAFT.pdf", f"{number}.pdf"}
    signed = found[f"{number}.pdf"].draw()
    assert signed is not None
    assert "DRAFT" not in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(signed)).pages)


def test_a_printed_paper_is_filed_by_its_number_alone(folder_shop: Shop) -> None:
    contract_id = at_work(folder_shop)
    number = prints.issue(folder_shop.consultant, PaperKind.CONTRACT, contract_id).number
    for language, folder in (("zh_CN", "合同"), ("zh_TW", "合約"), ("en", "Contract")):
        i18n.set_language(language)
        assert f"{folder}/{number}.pdf" in [each.path for each in papers_of(folder_shop.owner, Days())]


def test_papers_of_a_delivery_nobody_printed_are_filed_too(folder_shop: Shop) -> None:
    handed_over(folder_shop)
    filed_papers = {each.folder: each for each in papers_of(folder_shop.owner, Days())}
    for kind in (PaperKind.DISPATCH_NOTE, PaperKind.DELIVERY_CHECKLIST, PaperKind.DELIVERY_CONFIRMATION):
        paper = filed_papers[i18n.label(kind)]
        drawn = paper.draw()
        assert drawn is not None
        number = paper.name.removesuffix(".pdf")
        assert number in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn)).pages)
    assert papers_of(folder_shop.owner, Days(last=date(2000, 1, 1))) == []


def test_what_stands_as_of_today_says_so_whatever_days_are_asked_for(folder_shop: Shop, stick: Path) -> None:
    at_work(folder_shop)
    long_ago, today = Days(date(2000, 1, 1), date(2000, 12, 31)), date(2031, 5, 1)
    standing = {Content.PRICES, Content.UNITS, Content.QUANTITIES}
    seen = preview(folder_shop.owner, EVERY_LIST, long_ago, Form.XLSX)
    assert {line.content for line in seen.lines if line.as_it_stands} == standing
    assert not any(line.rows for line in seen.lines if not line.as_it_stands)
    for form in Form:
        with clock.standing_at(datetime(2031, 5, 1, 12).astimezone()):
            done = export(folder_shop.owner, replace(wanted(stick, Content.PRICES, form=form), days=long_ago))
        (told,) = json.loads((done.path / writing.MANIFEST).read_bytes())["files"]
        assert told["as_of"] == today.isoformat()
        path = done.path / told["file"]
        if form is Form.XLSX:
            assert CalamineWorkbook.from_path(str(path)).sheet_names == [f"Price list {today}"]
        if form is Form.JSON_LINES:
            assert json.loads(path.read_text("utf-8").splitlines()[0])["as_of"] == today.isoformat()
        if form is Form.PDF:
            text = pypdf.PdfReader(path).pages[0].extract_text()
            assert f"As it stands on {today}" in text
            assert "2000-" not in text


def test_lists_on_paper(folder_shop: Shop, stick: Path) -> None:
    at_work(folder_shop)
    allow_plain(folder_shop.owner, True)
    done = export(folder_shop.owner, wanted(stick, form=Form.PDF))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(done.path / "Payments.pdf").pages)
    for words in ("=欧阳䶮", "12,345.67", "0.07", "12,345.74"):
        assert words in text


def test_what_is_exported_is_one_moment_of_the_store(folder_shop: Shop, stick: Path) -> None:
    """Others go on working: what they write meanwhile is not in it, and they need not wait."""
    from threading import Thread

    at_work(folder_shop)
    allow_plain(folder_shop.owner, True)
    wrote: list[int] = []

    def write() -> None:
        form = FileForm("后来者", phones=("139 0000 2222",))
        wrote.append(open_file(folder_shop.consultant, form, ContactForm(RegisterKind.VISIT)).id)
        store.close_connection()

    def meanwhile(done: int, total: int) -> None:
        if done and not wrote:
            thread = Thread(target=write)
            thread.start()
            thread.join(20)
            assert wrote, "the writer had to wait"

    done = export(folder_shop.owner, wanted(stick, Content.PRICES, Content.CUSTOMERS), meanwhile)
    assert [row["Customer"] for row in sheets(done.path)["Customer files"]] == ["=欧阳䶮"]
    assert run_sql("SELECT count(*) FROM customer").fetchone()[0] == 2


def test_an_erased_customer_is_in_no_export(folder_shop: Shop, stick: Path) -> None:
    file_id = customer(folder_shop)
    erase_file(folder_shop.owner, file_id, "x")
    allow_plain(folder_shop.owner, True)
    done = export(folder_shop.owner, wanted(stick, form=Form.CSV))
    everything = b"".join(path.read_bytes() for path in done.path.iterdir())
    for seeded in ("欧阳䶮", "138 1234 5678", "990102199003070011"):
        assert seeded.encode() not in everything


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_headings_are_in_the_screens_language_and_told_apart(folder_shop: Shop, language: str) -> None:
    i18n.set_language(language)
    titles = set()
    for content, make in LISTS.items():
        made = make(folder_shop.owner, Days())
        headings = [column.heading for column in made.columns]
        assert len(set(headings)) == len(headings), content
        assert len({column.code for column in made.columns}) == len(headings)
        titles.add(made.title)
    assert len(titles) == len(LISTS)


@pytest.mark.parametrize(
    ("passphrase", "again", "field"),
    [
        ("short 1", None, "passphrase"),
        ("aaaaaaaaaaaaaa", None, "passphrase"),
        ("abcdefghijklm1", None, "passphrase"),
        ("1234567890123", None, "passphrase"),
        ("口令口令口令口令口令一二三", None, "passphrase"),
        (PASSPHRASE, "correct horse 7", "again"),
    ],
)
def test_weak_or_mistyped_passphrases_are_refused(passphrase: str, again: str | None, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        checked_passphrase(passphrase, again)
    assert refused.value.field == field
    assert checked_passphrase(PASSPHRASE, PASSPHRASE) == PASSPHRASE


def test_every_content_says_who_may_carry_it() -> None:
    nobody, owner = Actor(1, "", frozenset()), Actor(1, "", frozenset({Role.OWNER}))
    assert not any(may_carry(nobody, each) for each in Content)
    assert all(may_carry(owner, each) for each in Content)
    assert set(LISTS) | {Content.PAPERS} == set(Content)
    assert set(filed.FACTS) == set(PaperKind), "a kept print of every kind can be made again"
