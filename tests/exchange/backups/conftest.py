"""Closed stores with a signed contract, a payment and an attachment, for what carries them in and out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.catalog.actions import ItemForm, add_item
from models.kernel import i18n, store
from models.papers.actions import attach
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.staff import login
from tests.models.shops import Shop, furnish, opened, signed_contract

SCAN = b"%PDF-1.7 " + bytes(range(256)) * 700


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Texts in English, and nobody has missed a PIN."""
    monkeypatch.setattr(login, "_last_miss", {})
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)


@pytest.fixture(scope="session")
def shop_pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Shop]:
    """A folder with a furnished store and the keys this PC keeps of it; made once, never opened again."""
    place = tmp_path_factory.mktemp("pattern")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDESK_DATA", str(place / "user"))
        address = str(place / "shop.desk")
        store.create(address, "open sesame")
        with opened(address):
            shop = furnish(address)
            contract = signed_contract(shop)
            take_payment(shop.cashier, contract, PaymentForm(1_000_000, PaymentMethod.CASH, "欧阳䶮"))
            attach(shop.consultant, "customer", 1, "扫描.pdf", SCAN)
    return place, shop


@pytest.fixture
def folder(shop_pattern: tuple[Path, Shop], tmp_path: Path, user_data: Path) -> Path:
    """The folder of a closed store which this PC opens."""
    place, _shop = shop_pattern
    shutil.copytree(place / "user", user_data, dirs_exist_ok=True)
    return Path(shutil.copytree(place / "shop.desk", tmp_path / "shop.desk"))


@pytest.fixture
def people(shop_pattern: tuple[Path, Shop]) -> Shop:
    """Who works in the store of ``folder``."""
    return shop_pattern[1]


@pytest.fixture
def server(postgres_url: str, user_data: Path) -> Iterator[Shop]:
    """A shop on a server with a contract, an attachment and awkward names, open."""
    store.create(postgres_url)
    with opened(postgres_url):
        shop = furnish(postgres_url)
        signed_contract(shop)
        attach(shop.consultant, "customer", 1, "扫描.pdf", SCAN)
        add_item(shop.owner, ItemForm("'", "accessory", "𠮷 '; -- %s ?", 7, "\\x00"))
        yield shop
