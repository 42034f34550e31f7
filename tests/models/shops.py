"""A small founded shop for tests: made once as a template, copied for each test, since PINs are slow on purpose."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.catalog.actions import ItemForm, add_item
from models.customers.actions import ContactForm, FileForm, open_file
from models.customers.kinds import RegisterKind
from models.kernel import store
from models.kernel.permissions import Actor, Role
from models.sales.contract_actions import (
    approve_contract,
    draft_contract,
    fill_contract,
    sign_contract,
    submit_contract,
)
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view, open_approvals
from models.sales.quote_actions import LineForm, QuoteForm, offer_quote, start_quote
from models.shop.actions import Founding, found
from models.shop.profile import Profile
from models.staff.actions import StaffForm, hire

PIN = "2468"
PROFILE = Profile("远航汽车", "滨江路1号", "400-100-2000", "91330000MA2B0000", "工商银行", "6222 0000 1111")
SUBJECT = {
    "brand": "澜川",
    "model": "V7",
    "quantity": "1",
    "colour": "蓝",
    "delivery_date": "2036-12-01",
    "delivery_place": "本店",
    "vin": "LYH7V2A58TA000317",
}
CAR_PRICE, CAR_COST = 18_980_000, 17_000_000


@dataclass(frozen=True)
class Shop:
    """An open shop: who works there, and the ids of its three items."""

    address: str
    owner: Actor
    manager: Actor
    consultant: Actor
    colleague: Actor
    cashier: Actor
    reception: Actor
    car: int
    mats: int
    insurance: int

    @property
    def people(self) -> dict[str, Actor]:
        """Everybody by what they are."""
        names = ("owner", "manager", "consultant", "colleague", "cashier", "reception")
        return {name: getattr(self, name) for name in names}


def furnish(address: str) -> Shop:
    """Found the shop in a new store that is open, hire its people and fill its catalogue."""
    owner = found(Founding(PROFILE, "car_dealership", "王总", PIN))

    def hired(name: str, role: Role) -> Actor:
        form = StaffForm(name, frozenset({role}), "139 0000 1111", PIN)
        return Actor(hire(owner, form).id, name, form.roles)

    return Shop(
        address=address,
        owner=owner,
        manager=hired("高经理", Role.SALES_MANAGER),
        consultant=hired("孙悦", Role.SALES),
        colleague=hired("李想", Role.SALES),
        cashier=hired("方若云", Role.CASHIER),
        reception=hired("陈晨", Role.RECEPTION),
        car=add_item(owner, ItemForm("V7", "vehicle", "澜川 V7", CAR_PRICE, "旗舰版", "辆", CAR_COST)).id,
        mats=add_item(owner, ItemForm("DJ-01", "accessory", "脚垫", 80_000, "", "套", 30_000)).id,
        insurance=add_item(owner, ItemForm("BX-01", "pass_through", "交强险", 95_000, "", "份", 95_000)).id,
    )


@contextmanager
def opened(address: str, words: str = "") -> Iterator[store.Store]:
    """The store at ``address``, closed at the end."""
    open_store = store.open_store(address, words)
    try:
        yield open_store
    finally:
        store.close(open_store)


def copy_folder(template: Path, user_data: Path, folder: Path) -> Path:
    """A copy of the store ``shop.desk`` in ``template`` that this user's PC can open; returns its folder."""
    shutil.copytree(template / "shop.desk", folder)
    shutil.copytree(template / "user", user_data, dirs_exist_ok=True)
    return folder


def copy_unlocked(folder: Path, to: Path) -> Path:
    """A store's folder under another name, without the lock of whoever has it open; returns the new folder."""
    return Path(shutil.copytree(folder, to, ignore=shutil.ignore_patterns("*.lock")))


def customer(shop: Shop, name: str = "欧阳䶮", phone: str = "138 1234 5678", *, by: Actor | None = None) -> int:
    """A file opened at a visit, by the consultant unless said otherwise."""
    form = FileForm(name, phones=(phone,), id_number="990102199003070011", address="杭州市滨江区长河路88号")
    return open_file(by or shop.consultant, form, ContactForm(RegisterKind.VISIT)).id


def car_line(shop: Shop, discount: int = 0) -> LineForm:
    """A line with the car."""
    return LineForm("vehicle", "澜川 V7", CAR_PRICE, discount=discount, item_id=shop.car)


def quote(shop: Shop, customer_id: int, discount: int = 0, *, offered_by: Actor | None = None) -> int:
    """A quote of the consultant over one car, offered where ``offered_by`` is given."""
    quote_id = start_quote(shop.consultant, customer_id, QuoteForm((car_line(shop, discount),))).id
    if offered_by:
        offer_quote(offered_by, quote_id)
    return quote_id


def filled_contract(shop: Shop, quote_id: int, *, plan: str = "") -> int:
    """A draft with everything filled in."""
    contract_id = draft_contract(shop.consultant, quote_id).id
    version = contract_view(shop.consultant, contract_id).version
    buyer = PartyForm("欧阳䶮", "990102199003070011", "138 1234 5678", "杭州市滨江区长河路88号")
    fill_contract(shop.consultant, contract_id, version, ContractForm((buyer,), SUBJECT, plan))
    return contract_id


def approve_fully(shop: Shop, contract_id: int) -> None:
    """Every open step granted by whoever may, never by the consultant."""
    for actor in (shop.manager, shop.cashier, shop.owner):
        while any(each.contract_id == contract_id for each in open_approvals(actor)):
            approve_contract(actor, contract_id)


def signed_contract(shop: Shop, *, plan: str = "", customer_id: int = 0) -> int:
    """A contract over one car all the way to its signature."""
    contract_id = filled_contract(shop, quote(shop, customer_id or customer(shop)), plan=plan)
    submit_contract(shop.consultant, contract_id)
    approve_fully(shop, contract_id)
    sign_contract(shop.consultant, contract_id)
    return contract_id
