"""What LibreOffice, where it is installed, reads in an export: to the fen what the store says, and nothing that runs.

``test_exporting`` proves the same with other readers wherever the tests run.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from exchange.exporting import export
from models.carrying.actions import allow_plain
from models.carrying.kinds import Content, Form
from models.kernel.tables import run_sql
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from tests.exchange.exports import at_work, wanted
from tests.models.shops import Shop, customer

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HOSTILE = ('=HYPERLINK("http://x.cn","y")', "=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "😀龘")
LIKE_NUMBERS = ("1.39E+10", "00123", "990102199003070011")
"""A text table cannot say of a cell that it is text; a workbook does."""

_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
_READ_AS_TEXT = "--infilter=CSV:44,34,76,1"
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def read(paths: Sequence[Path], to: Path, *options: str) -> dict[str, list[dict[str, str]]]:
    """The cells of each file as LibreOffice shows them, by heading; without totals."""
    profile = f"-env:UserInstallation={(to / 'profile').as_uri()}"
    command = [OFFICE or "", "--headless", profile, *options, "--convert-to", _AS_SHOWN, "--outdir", str(to)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=240)
    found = {}
    for path in paths:
        text = (to / f"{path.stem}.csv").read_text("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        found[path.stem] = [row for row in rows if "Total" not in row.values()]
    return found


def fen(shown: str) -> int:
    """An amount as it is shown."""
    return round(float(shown.replace(",", "")) * 100)


@pytest.mark.parametrize("form", [Form.XLSX, Form.CSV])
def test_every_amount_and_text_is_what_the_store_says(folder_shop: Shop, tmp_path: Path, form: Form) -> None:
    shop = folder_shop
    contract_id = at_work(shop)
    for number, text in enumerate((*HOSTILE, *(LIKE_NUMBERS if form is Form.XLSX else ()))):
        customer(shop, f"{text}客", f"1390000{number:04d}")
        take_payment(shop.cashier, contract_id, PaymentForm(100_001 + number, PaymentMethod.CASH, text))
    allow_plain(shop.owner, True)
    stick, read_back = tmp_path / "stick", tmp_path / "read"
    for folder in (stick, read_back):
        folder.mkdir()
    contents = (Content.PAYMENTS, Content.LEDGER, Content.CUSTOMERS)
    done = export(shop.owner, wanted(stick, *contents, form=form))
    options = (_READ_AS_TEXT,) if form is Form.CSV else ()
    found = read(sorted(done.path.glob(f"*.{form.value}")), read_back, *options)
    told = run_sql("SELECT amount, payer FROM payment ORDER BY id").fetchall()
    assert [fen(row["Amount"]) for row in found["Payments"]] == [amount for amount, _payer in told]
    # In a text table an apostrophe keeps a cell from being a formula; in a workbook its type does.
    assert [row["Payer"].lstrip("'") for row in found["Payments"]] == [payer for _amount, payer in told]
    (line,) = found["Contract ledger"]
    assert fen(line["Received"]) == sum(amount for amount, _payer in told)
    names = {row[0] for row in run_sql("SELECT name FROM customer").fetchall()}
    assert {row["Customer"].lstrip("'") for row in found["Customer files"]} == names
