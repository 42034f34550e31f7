"""A store at work, what is asked of an export, and what stands in its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from exchange.columns import Days
from exchange.contents import LISTS
from exchange.exporting import Wanted
from models.carrying.kinds import Content, Form
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from tests.models.shops import Shop, customer, signed_contract
from tests.models.stock.goods import car

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


def sheets(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each workbook by heading, without the totals."""
    found = {}
    for path in folder.glob("*.xlsx"):
        head, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        found[path.stem] = [dict(zip(head, row, strict=True)) for row in rows if row[0] != "Total"]
    return found
