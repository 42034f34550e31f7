"""An export is whole, equals the store to the fen, tells nobody what they may not know, and is on record (X1)."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import zipfile
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdf
import pytest
import pyzipper
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from exchange import disk, drives, writing
from exchange.archive import INNER, checked_passphrase, encrypted
from exchange.columns import Days
from exchange.contents import LISTS
from exchange.disk import Disk
from exchange.exporting import OnProgress, Wanted, export
from exchange.papers import papers_of
from exchange.preview import preview
from models.carrying.actions import allow_plain
from models.carrying.kinds import PERSONAL, PRESETS, Content, Form, Preset, may_carry
from models.carrying.lists import contents_for, departures, presets_for
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import clock, i18n, store
from models.kernel.errors import NotAllowed, RuleError, StorageError
from models.kernel.file_names import safe_name
from models.kernel.permissions import Actor, Permission, Role, granted
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind
from models.privacy.actions import erase_file
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.staff.tables import Staff
from reports import filed, prints
from tests.exchange.test_writing import FailingDisk
from tests.models.delivery.handing import handed_over
from tests.models.shops import Shop, customer, signed_contract
from tests.models.stock.goods import car, vin

PASSPHRASE = "correct horse 7 battery"
EVERY_LIST = tuple(LISTS)


def at_work(shop: Shop) -> int:
    """A customer with a contract, an odd amount paid on it; returns the contract."""
    contract_id = signed_contract(shop, customer_id=customer(shop, "=欧阳䶮", "+86 138 1234 5678"))
    take_payment(shop.cashier, contract_id, PaymentForm(1_234_567, PaymentMethod.CASH, "@父亲"))
    car(shop)
    take_payment(shop.cashier, contract_id, PaymentForm(7, PaymentMethod.TRANSFER, "欧阳"))
    return contract_id


def wanted(place: Path, *contents: Content, form: Form = Form.XLSX, passphrase: str = "") -> Wanted:
    return Wanted(contents or EVERY_LIST, Days(), form, place, passphrase)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def sheets(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each workbook by heading, without the totals."""
    found = {}
    for path in folder.glob("*.xlsx"):
        head, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        found[path.stem] = [dict(zip(head, row, strict=True)) for row in rows if row[0] != "Total"]
    return found


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


def test_lists_on_paper(folder_shop: Shop, stick: Path) -> None:
    at_work(folder_shop)
    allow_plain(folder_shop.owner, True)
    done = export(folder_shop.owner, wanted(stick, form=Form.PDF))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(done.path / "Payments.pdf").pages)
    for words in ("=欧阳䶮", "12,345.67", "0.07", "12,345.74"):
        assert words in text


def test_a_list_too_large_for_fat_is_refused_before_anything_is_written(
    folder_shop: Shop, fat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prices = wanted(fat, Content.PRICES, form=Form.JSON_LINES)
    seen = preview(folder_shop.owner, prices.contents, Days(), prices.form)
    for largest, refused in ((seen.largest, False), (seen.largest - 1, True)):
        monkeypatch.setattr(drives, "FAT_LIMIT", largest)
        if refused:
            monkeypatch.setattr(disk.Disk, "create", lambda *_arguments: pytest.fail("a file was begun"))
            with pytest.raises(StorageError, match="FAT32"):
                export(folder_shop.owner, prices)
        else:
            assert export(folder_shop.owner, prices).size > 0
    assert len(list(fat.iterdir())) == len(departures()) == 1


def test_an_archive_that_gets_too_large_for_fat_leaves_nothing(
    folder_shop: Shop, fat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work(folder_shop)
    monkeypatch.setattr(drives, "FAT_LIMIT", 5_000)
    with pytest.raises(StorageError, match="FAT32"):
        export(folder_shop.owner, wanted(fat, passphrase=PASSPHRASE))
    assert not list(fat.iterdir())
    assert not departures()


@given(st.integers(1, 40), st.binary(min_size=1, max_size=300_000))
@settings(max_examples=25, deadline=None)
def test_what_a_drive_says_comes_out_of_an_archive_as_it_was_said(nth: int, content: bytes) -> None:
    """At whichever byte it refuses, while files are written or while the archive is put away."""

    class Refuses(io.BytesIO):
        calls = 0

        def write(self, data: Any) -> int:
            self.calls += 1
            if self.calls >= nth:
                raise StorageError("It does not answer.")
            return super().write(data)

    target = Refuses()
    with suppress(StorageError), encrypted(target, PASSPHRASE) as inner:
        inner.writestr("a", content)
        inner.writestr("b", b"second")
    if target.calls < nth:
        outer = pyzipper.AESZipFile(io.BytesIO(target.getvalue()))
        whole = zipfile.ZipFile(io.BytesIO(outer.read(INNER, pwd=PASSPHRASE.encode())))
        assert (whole.read("a"), whole.testzip()) == (content, None)


def test_cancelling_and_a_drive_that_goes_leave_nothing(
    folder_shop: Shop, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work(folder_shop)

    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Stopped

    for passphrase in ("", PASSPHRASE):
        allow_plain(folder_shop.owner, True)
        with pytest.raises(Stopped):
            export(folder_shop.owner, wanted(stick, passphrase=passphrase), stop)
        assert not list(stick.iterdir())

    class Pulled(Disk):
        calls = 0

        def write(self, handle: int, data: memoryview) -> int:
            self.calls += 1
            if self.calls > 3:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().write(handle, data)

        def remove(self, path: Path) -> None:
            if self.calls > 3:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            super().remove(path)

    monkeypatch.setattr(disk, "disk", Pulled())
    with pytest.raises(StorageError, match="pulled out"):
        export(folder_shop.owner, wanted(stick))
    assert [path.suffix for path in stick.iterdir()] == [".part"]
    assert not departures()


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_whatever_call_fails_what_has_its_name_is_whole_and_on_record(
    folder_shop: Shop, stick: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str
) -> None:
    counting = FailingDisk(0, "")
    monkeypatch.setattr(disk, "disk", counting)
    export(folder_shop.owner, wanted(stick, Content.PRICES, form=Form.CSV, passphrase=passphrase))
    for nth in range(1, counting.calls + 1):
        place = stick / f"{nth}"
        place.mkdir()
        monkeypatch.setattr(disk, "disk", FailingDisk(nth, "EIO" if nth % 2 else "ENOSPC"))
        with pytest.raises(StorageError):
            export(folder_shop.owner, wanted(place, Content.PRICES, form=Form.CSV, passphrase=passphrase))
        for folder in place.iterdir():
            for each in json.loads((folder / writing.MANIFEST).read_bytes())["files"]:
                assert sha256((folder / each["file"]).read_bytes()).hexdigest() == each["sha256"]
            assert str(place) in [row.place for row in departures()]


WICKED = ("CON", 'a<b>:"/\\|?*c', "张三. .", "NUL.txt", "欧阳" * 19, "👨‍👩‍👧 家", "..", "-rf")


@pytest.mark.parametrize("form", [Form.XLSX, Form.JSON_LINES])
def test_whatever_customers_are_called_windows_holds_the_files(folder_shop: Shop, stick: Path, form: Form) -> None:
    shop = folder_shop
    for place, name in enumerate(WICKED):
        contract_id = signed_contract(shop, customer_id=customer(shop, name, f"139 0000 {place:04d}"))
        take_payment(shop.cashier, contract_id, PaymentForm(100 + place, PaymentMethod.CASH, name))
    allow_plain(shop.owner, True)
    done = export(shop.owner, wanted(stick, *Content, form=form))
    found = [path.relative_to(done.path) for path in done.path.rglob("*")]
    for path in found:
        assert [safe_name(part) for part in path.parts] == list(path.parts)
    assert len({str(path).casefold() for path in found}) == len(found)
    told = json.loads((done.path / writing.MANIFEST).read_bytes())["files"]
    assert {each["file"] for each in told} == {str(path) for path in found if path.suffix} - {writing.MANIFEST}
    if form is Form.JSON_LINES:
        lines = (done.path / "Customer files.jsonl").read_text("utf-8").splitlines()[1:]
        assert [json.loads(line)["name"] for line in lines] == list(WICKED)


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_clock_that_jumps_spoils_nothing(folder_shop: Shop, stick: Path, passphrase: str) -> None:
    """Before the years that archives know, after them, and set back while an export is under way."""
    moments = [datetime(year, 5, 1, 10, tzinfo=UTC) for year in (1975, 2030, 2030, 2110)]

    def at(moment: datetime, meanwhile: OnProgress = lambda done, total: None) -> Path:
        with clock.standing_at(moment):
            return export(folder_shop.owner, wanted(stick, Content.PRICES, passphrase=passphrase), meanwhile).path

    folders = [at(moment) for moment in moments]
    with ExitStack() as jumped:
        folders.append(at(moments[1], lambda done, total: jumped.enter_context(clock.standing_at(moments[0]))))
    assert len(set(folders)) == len(folders) == len(list(stick.iterdir()))
    assert [each.name.endswith(f"({count})") for each, count in zip(folders[2::2], (2, 3), strict=True)] == [True] * 2
    for folder in folders:
        for each in json.loads((folder / writing.MANIFEST).read_bytes())["files"]:
            assert sha256((folder / each["file"]).read_bytes()).hexdigest() == each["sha256"]
    assert [row.name for row in reversed(departures())] == [each.name for each in folders]
    assert not passphrase or [each.year for each in archived(folders[3])] == [2107, 2107]


def archived(folder: Path) -> list[datetime]:
    """When the files in an encrypted export say that they were made."""
    (archive,) = folder.glob("*.zip")
    inner = pyzipper.AESZipFile(archive).read(INNER, pwd=PASSPHRASE.encode())
    return [datetime(*each.date_time, tzinfo=UTC) for each in zipfile.ZipFile(io.BytesIO(inner)).infolist()]


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
