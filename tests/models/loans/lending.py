"""Loans for tests: the usual things at the desk, something lent, and every action of the area once."""

from __future__ import annotations

from datetime import timedelta

from models.kernel import clock
from models.kernel.i18n import pick
from models.kernel.permissions import Actor
from models.loans import lists
from models.loans.kind_actions import KindForm, ThingForm, add_kind, add_thing, change_kind, change_thing, take_usual
from models.loans.kinds import Keeping, usual
from models.loans.lend_actions import (
    BackForm,
    CarForm,
    LendForm,
    extend,
    give_up,
    lend,
    note_signed,
    remind,
    reveal_licence,
    take_back,
)
from models.loans.views import KindRow, LoanView
from models.shop.profile import profile
from tests.models.shops import Shop, customer

LICENCE = "330106199001018888"


def desk(shop: Shop) -> dict[str, KindRow]:
    """The usual kinds by their code; the store lends them from now on."""
    if not lists.kinds(all_of_them=True):
        take_usual(shop.reception)
    by_name = {kind.name: kind for kind in lists.kinds(all_of_them=True)}
    return {each.code: by_name[pick(each.name, profile().paper_language)] for each in usual().kinds}


def thing(kind: KindRow) -> int:
    """A thing of a kind that is at the desk; its id."""
    return next(each.id for each in lists.things(kind.id) if each.free)


def car(shop: Shop, plate: str = "浙A·88D01", km: int = 12_000) -> int:
    """A courtesy car; its id."""
    return add_thing(shop.reception, desk(shop)["courtesy_car"].id, ThingForm(plate, "澜川 L3", km)).id


def lent(shop: Shop, code: str = "umbrella", by: Actor | None = None, hours: int = 24, **form: object) -> int:
    """Something lent to somebody by name unless told; the loan's id."""
    kind = desk(shop)[code]
    whole: dict[str, object] = {"kind_id": kind.id, "due_at": clock.now() + timedelta(hours=hours), **form}
    if kind.keeping is not Keeping.POOL and "thing_id" not in whole:
        whole["thing_id"] = thing(kind)
    if not {"name", "customer_id", "borrower_id", "phone"} & whole.keys():
        whole["name"] = "欧阳䶮"
    return lend(by or shop.reception, LendForm(**whole)).id  # type: ignore[arg-type]


def car_lent(shop: Shop, km: int = 12_000, **form: object) -> int:
    """A courtesy car lent to a customer of the store; the loan's id."""
    car_id = car(shop, km=km)
    paper = CarForm(km, 8, LICENCE, clock.today() + timedelta(days=900), licence_seen=True)
    return lent(shop, "courtesy_car", thing_id=car_id, car=paper, deposit=2000_00, **{"name": "周小姐", **form})


def view(shop: Shop, loan_id: int) -> LoanView:
    """The loan as the owner sees it."""
    return lists.loan_view(shop.owner, loan_id)


def lend_everything(shop: Shop) -> None:
    """Every action of loans, by somebody who may."""
    kinds = desk(shop)
    extra = add_kind(shop.manager, KindForm("婴儿车", Keeping.NUMBERED, hours=3)).id
    change_kind(shop.manager, extra, 1, KindForm("婴儿推车", Keeping.NUMBERED, hours=4))
    pram = add_thing(shop.manager, extra, ThingForm("1")).id
    change_thing(shop.manager, pram, 1, ThingForm("01", active=False))
    umbrella = lent(shop, customer_id=customer(shop, "借伞人", "13900077001"))
    extend(shop.reception, umbrella, clock.now() + timedelta(days=3))
    remind(shop.reception, umbrella, "明天来还")
    take_back(shop.reception, umbrella, BackForm())
    chair = lent(shop, "wheelchair", borrower_id=shop.consultant.id, deposit=kinds["wheelchair"].deposit)
    give_up(shop.reception, chair, BackForm("没有找到", cost=300_00, kept=200_00))
    of_customer = customer(shop, "代步客户", "13900077002")
    loan_id = car_lent(shop, customer_id=of_customer, name="代步客户")
    note_signed(shop.reception, loan_id)
    reveal_licence(shop.reception, loan_id)
    take_back(shop.reception, loan_id, BackForm("右后轮毂擦伤", cost=150_00, kept=150_00, km=12_180, fuel=7))
