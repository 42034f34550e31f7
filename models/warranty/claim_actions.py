"""Claims to a maker for what was done under its warranty: written, sent, paid or refused (W10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock, numbering
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission
from models.warranty.kinds import CLAIM_MOVES, ClaimAction
from models.warranty.tables import WarrantyClaim

KIND = "warranty_claim"


@dataclass(frozen=True)
class ClaimForm:
    """What is claimed from which maker, in fen; ``maker_number`` is the maker's, as soon as it gave one."""

    maker: str
    what: str
    amount: int
    maker_number: str = ""
    goods_id: int | None = None
    work_order_id: int | None = None


@action(Permission.SETTLE_WORK)
def open_claim(act: Act, customer_id: int, form: ClaimForm) -> None:
    """Write a claim. Raises RuleError at the field that is wrong."""
    customer = Customer.get_by_id(customer_id)
    _check(form, customer_id)
    claim = WarrantyClaim.create(
        number=numbering.next_number("SP", clock.today().year),
        customer=customer,
        goods=form.goods_id,
        work_order_id=form.work_order_id,
        maker=form.maker,
        maker_number=form.maker_number,
        what=form.what,
        amount=form.amount,
        staff=act.actor.id,
    )
    _touch(act, claim)
    act.note(amount=form.amount)


@action(Permission.SETTLE_WORK)
def change_claim(act: Act, claim_id: int, version: int, form: ClaimForm) -> None:
    """Change a claim that is not sent yet. Raises RuleError at the field that is wrong, IllegalMove, StaleEdit."""
    claim = WarrantyClaim.get_by_id(claim_id)
    move(CLAIM_MOVES, claim.state, ClaimAction.CHANGE, act.actor, None)
    _check(form, claim.customer_id)
    save_edit(claim, version, vars(form))
    _touch(act, claim)
    act.note(amount=form.amount)


def _check(form: ClaimForm, customer_id: int) -> None:
    if not form.maker:
        raise RuleError("Name the maker.", field="maker")
    if not form.what:
        raise RuleError("Say what is claimed.", field="what")
    _check_amount(form.amount, "amount")
    if form.goods_id and OwnedGoods.get_by_id(form.goods_id).customer_id != customer_id:
        raise RuleError("These goods belong to another file.", field="goods_id")


def _check_amount(amount: int, field: str) -> None:
    if not 0 < amount <= LARGEST:
        raise RuleError("Type an amount above zero.", field=field)


@action(Permission.SETTLE_WORK)
def send_claim(act: Act, claim_id: int, version: int, sent_on: date, maker_number: str = "") -> None:
    """The claim went to the maker. Raises RuleError for a day to come, IllegalMove, StaleEdit."""
    claim = WarrantyClaim.get_by_id(claim_id)
    state = move(CLAIM_MOVES, claim.state, ClaimAction.SEND, act.actor, None)
    if sent_on > clock.today():
        raise RuleError("This day lies in the future.", field="sent_on")
    number = maker_number or claim.maker_number
    sent = {"state": state, "sent_on": sent_on, "maker_number": number, "answered_on": None, "answer": ""}
    save_edit(claim, version, sent)
    _touch(act, claim)


@action(Permission.SETTLE_WORK)
def pay_claim(act: Act, claim_id: int, version: int, paid: int, answer: str = "") -> None:
    """The maker pays so many fen, perhaps less than was claimed. Raises RuleError, IllegalMove, StaleEdit."""
    claim = WarrantyClaim.get_by_id(claim_id)
    state = move(CLAIM_MOVES, claim.state, ClaimAction.PAY, act.actor, None)
    _check_amount(paid, "paid")
    if paid > claim.amount:
        raise RuleError("This is more than was claimed.", field="paid")
    if paid < claim.amount and not answer:
        raise RuleError("Say why the maker pays less.", field="answer")
    save_edit(claim, version, {"state": state, "paid": paid, "answered_on": clock.today(), "answer": answer})
    _touch(act, claim)
    act.note(paid=paid)


@action(Permission.SETTLE_WORK)
def refuse_claim(act: Act, claim_id: int, version: int, answer: str) -> None:
    """The maker pays nothing, and says why. Raises RuleError, IllegalMove, StaleEdit."""
    claim = WarrantyClaim.get_by_id(claim_id)
    state = move(CLAIM_MOVES, claim.state, ClaimAction.REFUSE, act.actor, None)
    if not answer:
        raise RuleError("Write what the maker says.", field="answer")
    save_edit(claim, version, {"state": state, "answered_on": clock.today(), "answer": answer})
    _touch(act, claim)


def _touch(act: Act, claim: WarrantyClaim) -> None:
    act.on(KIND, claim.id)
    act.touch("customer", claim.customer_id)
    act.note(number=claim.number, state=claim.state.value)
