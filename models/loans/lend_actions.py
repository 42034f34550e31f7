"""What is done with a loan: lent, signed for, extended, reminded of, taken back, given up (W12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.customers.known import known
from models.customers.protection_actions import check_works_here, standing
from models.customers.rules import masked_phone
from models.kernel import clock, numbering, search
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import IllegalMove, RuleError
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.kernel.text import digits_of
from models.loans import rules
from models.loans.kinds import Keeping, LoanState
from models.loans.tables import Loan, LoanKind, LoanThing

KIND = "loan"
SERIES = "JY"


@dataclass(frozen=True)
class CarForm:
    """A courtesy car as it goes out: odometer, fuel in eighths of a tank, the licence that was shown."""

    km: int | None
    fuel: int | None
    licence_number: str
    licence_until: date | None = None
    licence_seen: bool = False


@dataclass(frozen=True)
class LendForm:
    """What is lent to whom until when. Of a pool ``count``, else ``thing_id``; the deposit in fen.

    To a customer, to staff (``borrower_id``), or to somebody by name and phone: a phone the store knows is theirs.
    """

    kind_id: int
    due_at: datetime
    thing_id: int | None = None
    count: int = 1
    customer_id: int | None = None
    borrower_id: int | None = None
    name: str = ""
    phone: str = ""
    deposit: int = 0
    condition: str = ""
    note: str = ""
    car: CarForm | None = None


@dataclass(frozen=True)
class BackForm:
    """How it came back: what repairing or replacing it costs, and what is kept of the deposit for that, in fen."""

    condition: str = ""
    cost: int = 0
    kept: int = 0
    km: int | None = None
    fuel: int | None = None


@action(Permission.LEND)
def lend(act: Act, form: LendForm) -> None:
    """Lend something out. Raises RuleError at the field that is wrong: nothing left, lent already, no borrower."""
    kind = LoanKind.get_or_none(LoanKind.id == form.kind_id)
    if kind is None or not kind.active:
        raise RuleError("Choose what is lent.", field="kind_id")
    thing = _available(kind, form)
    rules.check_due(form.due_at, clock.now())
    rules.check_deposit(form.deposit)
    values = {**_borrower(form), **_car(act, kind, thing, form)}
    for field, text in (("condition_out", form.condition), ("note", form.note)):
        limited(text, getattr(Loan, field).limit, "condition" if field == "condition_out" else field)
    loan = Loan.create(
        **{"number": numbering.next_number(SERIES, clock.today().year), "kind": kind, "thing": thing},
        **{"count": form.count if thing is None else 1, "due_at": form.due_at, "deposit": form.deposit},
        **{"condition_out": form.condition, "note": form.note, "lent_by": act.actor.id, "lent_at": clock.now()},
        **values,
    )
    search.index(KIND, loan.id, search_fields(loan))
    _touch(act, loan)
    act.note(what=what_of(loan), deposit=form.deposit, phone=masked_phone(loan.phone))


@action(Permission.LEND)
def note_signed(act: Act, loan_id: int) -> None:
    """The borrower of a courtesy car has signed the agreement. Raises RuleError for other things, IllegalMove after."""
    loan = _out(loan_id)
    if loan.kind.keeping is not Keeping.CAR:
        raise RuleError("Only courtesy cars have an agreement.")
    if loan.signed_at is not None:
        raise IllegalMove("The agreement is signed already.")
    save_edit(loan, loan.version, {"signed_at": clock.now(), "signed_by_id": act.actor.id})
    _touch(act, loan)


@action(Permission.LEND)
def extend(act: Act, loan_id: int, due_at: datetime) -> None:
    """Leave it to the borrower for longer. Raises RuleError at ``due_at`` for a time that is past, IllegalMove."""
    loan = _out(loan_id)
    rules.check_due(due_at, clock.now())
    until = loan.licence_until
    if until is not None and until < clock.local(due_at).date():
        raise RuleError("The licence expires before the car is due back.", field="due_at")
    save_edit(loan, loan.version, {"due_at": due_at})
    _touch(act, loan)
    act.note(due_at=due_at.isoformat())


@action(Permission.LEND)
def remind(act: Act, loan_id: int, said: str) -> None:
    """The borrower was reminded, and what they said. Raises RuleError at ``said`` without it, IllegalMove."""
    loan = _out(loan_id)
    if not said:
        raise RuleError("Write down what they said.", field="said")
    limited(said, Loan.reminded_said.limit, "said")
    now = {"reminded_at": clock.now(), "reminded_by_id": act.actor.id, "reminded_said": said}
    save_edit(loan, loan.version, now)
    _touch(act, loan)


@action(Permission.LEND)
def take_back(act: Act, loan_id: int, form: BackForm) -> None:
    """It is back, and the deposit less what is kept for damage is given back.

    Raises RuleError at the field that is wrong: a mileage that runs backwards, more kept than it cost; IllegalMove.
    """
    loan = _out(loan_id)
    new: dict[str, Any] = {}
    if loan.kind.keeping is Keeping.CAR:
        rules.check_km(form.km, loan.out_km or 0, "km")
        rules.check_fuel(form.fuel, "fuel")
        new = {"back_km": form.km, "back_fuel": form.fuel}
        assert form.km is not None
        save_edit(loan.thing, loan.thing.version, {"mileage_km": max(form.km, loan.thing.mileage_km)})
    _end(act, loan, LoanState.RETURNED, form, new)


@action(Permission.LEND)
def give_up(act: Act, loan_id: int, form: BackForm) -> None:
    """It does not come back: the thing is out of use, a pool has so many fewer. Raises RuleError, IllegalMove."""
    loan = _out(loan_id)
    if not form.condition:
        raise RuleError("Say what became of it.", field="condition")
    if loan.thing_id is not None:
        save_edit(loan.thing, loan.thing.version, {"active": False})
    else:
        save_edit(loan.kind, loan.kind.version, {"count": max(0, loan.kind.count - loan.count)})
    _end(act, loan, LoanState.LOST, form, {})


@action(Permission.REVEAL_PERSONAL)
def reveal_licence(act: Act, loan_id: int) -> None:
    """The number of the licence unmasked, as ``Changes.answer``; that it was seen is on record (C11)."""
    loan = Loan.get_by_id(loan_id)
    act.on(KIND, loan_id)
    act.changes.touched.clear()
    act.note(number=loan.number)
    act.changes.answer = loan.licence_number


def what_of(loan: Loan) -> str:
    """What is lent, as one says it: the kind with its number or how many."""
    if loan.thing_id is not None:
        return f"{loan.kind.name} {loan.thing.label}"
    return f"{loan.kind.name} × {loan.count}" if loan.count > 1 else str(loan.kind.name)


def search_fields(loan: Loan) -> list[str]:
    """By what a loan is found."""
    label = loan.thing.label if loan.thing_id is not None else ""
    return [each for each in (loan.number, loan.name, loan.phone, digits_of(loan.phone), label) if each]


def left_of(kind: LoanKind) -> int:
    """How many of a pool are at the desk."""
    out = Loan.select().where(Loan.kind == kind.id, Loan.state == LoanState.OUT)
    return int(kind.count) - sum(each.count for each in out)


def _available(kind: LoanKind, form: LendForm) -> LoanThing | None:
    """The thing to lend, None of a pool. Raises RuleError where it is not there."""
    if kind.keeping is Keeping.POOL:
        left = left_of(kind)
        if form.count < 1:
            raise RuleError("Type a whole number from {least} to {most}.", field="count", least=1, most=max(left, 1))
        if form.count > left:
            raise RuleError("Only {count} are left.", field="count", count=left)
        return None
    thing = LoanThing.get_or_none(LoanThing.id == form.thing_id, LoanThing.kind == kind.id)
    if thing is None or not thing.active:
        raise RuleError("Choose what is lent.", field="thing_id")
    loan = Loan.get_or_none(Loan.thing == thing.id, Loan.state == LoanState.OUT)
    if loan is not None:
        text = "{label} is lent out since {time} ({number})."
        time = f"{clock.local(loan.lent_at):%m-%d %H:%M}"
        raise RuleError(text, field="thing_id", label=thing.label, time=time, number=loan.number)
    return thing


def _borrower(form: LendForm) -> dict[str, Any]:
    """Who borrows. Raises RuleError at ``name`` for nobody, at ``customer_id`` for a file that is gone."""
    if form.borrower_id is not None:
        check_works_here(form.borrower_id, "borrower_id")
        return {"borrower": form.borrower_id, "name": form.name, "phone": form.phone}
    limited(form.name, Loan.name.limit, "name")
    limited(form.phone, Loan.phone.limit, "phone")
    if form.customer_id is not None:
        customer = standing(form.customer_id)
        return {"customer": customer, "name": form.name or customer.name, "phone": form.phone}
    digits = digits_of(form.phone)
    if not form.name and not digits:
        raise RuleError("Type a name or a phone.", field="name")
    found = known([digits], [], [], []).phones.get(digits) if digits else None
    name = form.name or (standing(found).name if found else "")
    return {"customer": found, "name": name, "phone": form.phone}


def _car(act: Act, kind: LoanKind, thing: LoanThing | None, form: LendForm) -> dict[str, Any]:
    """What is noted of a courtesy car; nothing for other things."""
    if kind.keeping is not Keeping.CAR or thing is None:
        return {}
    car = form.car or CarForm(None, None, "")
    rules.check_km(car.km, thing.mileage_km, "km")
    rules.check_fuel(car.fuel, "fuel")
    limited(car.licence_number, Loan.licence_number.limit, "licence_number")
    due = clock.local(form.due_at).date()
    rules.check_licence(car.licence_number, car.licence_until, car.licence_seen, due)
    return {
        **{"out_km": car.km, "out_fuel": car.fuel, "licence_number": car.licence_number},
        **{"licence_until": car.licence_until, "licence_seen_by": act.actor.id},
    }


def _out(loan_id: int) -> Any:
    """A loan that is out. Raises IllegalMove for one that ended."""
    loan = Loan.get_by_id(loan_id)
    if loan.state is not LoanState.OUT:
        raise IllegalMove("{number} is not lent out any more.", number=loan.number)
    return loan


def _end(act: Act, loan: Any, state: LoanState, form: BackForm, new: dict[str, Any]) -> None:
    back = rules.given_back(loan.deposit, form.cost, form.kept)
    if form.cost and not form.condition:
        raise RuleError("Say what is wrong with it.", field="condition")
    limited(form.condition, Loan.condition_in.limit, "condition")
    ended = {"state": state, "ended_at": clock.now(), "taken_by_id": act.actor.id, "condition_in": form.condition}
    money = {"cost": form.cost, "kept": form.kept, "given_back": back}
    save_edit(loan, loan.version, {**ended, **money, **new})
    _touch(act, loan)
    act.note(**money)


def _touch(act: Act, loan: Any) -> None:
    """Name the loan as the action's record, its kind and its customer as touched."""
    act.on(KIND, loan.id)
    act.touch("loan_kind", loan.kind_id)
    if loan.customer_id is not None:
        act.touch("customer", loan.customer_id)
    act.note(number=loan.number)
