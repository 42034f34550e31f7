"""What drives, file systems and clocks do to an export."""

from __future__ import annotations

import errno
import io
import json
import os
import zipfile
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import pyzipper
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import disk, drives, writing
from exchange.archive import INNER, encrypted
from exchange.columns import Days
from exchange.disk import Disk
from exchange.exporting import export
from exchange.preview import preview
from models.carrying.actions import allow_plain
from models.carrying.kinds import Content, Form
from models.carrying.lists import departures
from models.kernel import clock
from models.kernel.errors import StorageError
from models.kernel.file_names import safe_name
from models.kernel.progress import unheard
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from tests.exchange.exports import PASSPHRASE, at_work, wanted
from tests.exchange.test_writing import FailingDisk
from tests.models.shops import Shop, customer, signed_contract


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

    def at(moment: datetime, jumps: bool = False) -> Path:
        with clock.standing_at(moment), ExitStack() as back:
            listen = (lambda done, total: back.enter_context(clock.standing_at(moments[0]))) if jumps else unheard
            return export(folder_shop.owner, wanted(stick, Content.PRICES, passphrase=passphrase), listen).path

    folders = [*map(at, moments), at(moments[1], jumps=True)]
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
