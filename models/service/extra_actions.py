"""Extra work (W7): found, priced, asked; agreed to, refused or withdrawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from models.catalog.tables import Item
from models.customers.rules import checked_phone
from models.kernel import clock
from models.kernel.actions import Act, action, save_edit
from models.kernel.errors import RuleError
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission, granted
from models.kernel.tables import limited
from models.service import deferring, rules, standing, terms, working
from models.service.estimate_actions import ConsentForm, LineForm, check_line_form, keep_consent, line_values
from models.service.kinds import Charge, Consent, EventKind, ExtraState, LineKind, Stance, StopReason
from models.service.states import WORK_STATES, WorkOrderState
from models.service.tables import (
    Authorisation,
    DeferredWork,
    ExtraHold,
    ExtraWork,
    Operation,
    WorkLine,
    WorkOrder,
)
from models.service.writing import log, on

MOST_LINES = 40
_AFTER_WORK = (WorkOrderState.QUALITY_CHECK, WorkOrderState.READY)


@dataclass(frozen=True)
class ExtraForm:
    """What was found: the lines it takes, or only what it costs more (``amount`` in fen) where it takes none.

    ``affects`` are lines on which work stops until the customer has answered, ``everything`` all that are left.
    ``promised_at`` is the new time. Parts name their labour by its place among ``lines``.
    """

    found: str
    lines: tuple[LineForm, ...] = ()
    amount: int = 0
    safety: bool = False
    affects: tuple[int, ...] = ()
    everything: bool = False
    promised_at: datetime | None = None


@dataclass(frozen=True)
class AnswerForm:
    """What the customer answered: on the phone (who was called under which number, what they said), or by signature.

    ``name`` is who was called or who signed. ``refused`` are lines of it that they do not want. ``warned`` says that
    they were told what it means for safety. ``at`` is when, None for now.
    """

    consent: Consent
    name: str
    number: str = ""
    said: str = ""
    content: bytes = b""
    promised_at: datetime | None = None
    refused: tuple[int, ...] = ()
    warned: bool = False
    at: datetime | None = None


@action(Permission.INSPECT_VEHICLE)
def find_extra(act: Act, order_id: int, form: ExtraForm) -> None:
    """Note extra work; work on the lines it affects stops, and the order waits where nothing else goes on (W7).

    Prices are the program's unless whoever writes it may estimate. Raises RuleError at the field that is wrong, and for
    work found when the work is over.
    """
    order = WorkOrder.get_by_id(order_id)
    _check_when(order, form)
    priced = form if _may_price(act) else _with_prices(order, form)
    extra = ExtraWork.create(
        order=order,
        no=ExtraWork.select().where(ExtraWork.order == order_id).count() + 1,
        found=form.found,
        safety=form.safety,
        promised_at=form.promised_at,
        found_by=act.actor.id,
    )
    _write_lines(order, extra, priced)
    log(act, order, EventKind.FOUND, form.found, after=form.promised_at, amount=extra.amount)
    if order.state in WORK_STATES:
        _hold(act, order, extra, form)
    on(act, order)
    act.note(extra=extra.no, amount=extra.amount)


@action(Permission.ESTIMATE_WORK)
def price_extra(act: Act, extra_id: int, version: int, form: ExtraForm) -> None:
    """Write an open extra anew, with its prices and time. Raises RuleError at the field that is wrong, StaleEdit."""
    extra = _open(extra_id)
    order = extra.order
    _check_when(order, form)
    values = {"found": form.found, "safety": form.safety, "promised_at": form.promised_at}
    save_edit(extra, version, values)
    WorkLine.delete().where(WorkLine.extra == extra_id, WorkLine.parent.is_null(False)).execute()
    WorkLine.delete().where(WorkLine.extra == extra_id).execute()
    _write_lines(order, extra, form)
    if order.state in WORK_STATES:
        ExtraHold.delete().where(ExtraHold.extra == extra_id).execute()
        _hold(act, order, extra, form)
        working.go_on_if_free(act, order)
    on(act, order)
    act.note(extra=extra.no, amount=extra.amount)


def _may_price(act: Act) -> bool:
    return Permission.ESTIMATE_WORK in granted(act.actor.roles)


def _check_when(order: WorkOrder, form: ExtraForm) -> None:
    if order.state not in (*WORK_STATES, *_AFTER_WORK):
        raise RuleError("Extra work is found while the order is in work; it is “{state}”.", state=order.state)
    if order.state not in WORK_STATES and any(line.kind is LineKind.LABOUR for line in form.lines):
        raise RuleError("The work is over: only prices may change now.", field="lines")
    if not form.found:
        raise RuleError("Type what was found.", field="found")
    limited(form.found, ExtraWork.found.limit, "found")
    if form.promised_at is not None:
        rules.check_promise(form.promised_at, clock.now())
    if len(form.lines) > MOST_LINES:
        raise RuleError("At most {most} lines.", field="lines", most=MOST_LINES)
    for place, line in enumerate(form.lines):
        check_line_form(line, form.lines, place)
    known = {line.id for line in standing.chosen_labour(order)}
    if not set(form.affects) <= known:
        raise RuleError("The order has no such line.", field="affects")
    _check_amount(form)


def _check_amount(form: ExtraForm) -> None:
    if form.lines and form.amount:
        raise RuleError("The price is in the lines.", field="amount")
    if not form.lines and form.amount <= 0:
        raise RuleError("Say what has to be done, or what it costs more.", field="lines")
    if form.amount > LARGEST:
        raise RuleError("The amount is too large.", field="amount")


def _with_prices(order: WorkOrder, form: ExtraForm) -> ExtraForm:
    """The prices of the catalogues, for a technician who sees none."""
    if form.amount:
        raise RuleError("Your role sets no prices.", field="amount")
    return replace(form, lines=tuple(_priced(order, line) for line in form.lines))


def _priced(order: WorkOrder, line: LineForm) -> LineForm:
    if line.kind is LineKind.LABOUR:
        operation = Operation.get_or_none(Operation.id == line.operation_id) if line.operation_id else None
        own = (operation.price if operation.price is not None else operation.rate) if operation else None
        price = terms.rate_of(terms.template_of(order.template)) if own is None else own
    else:
        item = Item.get_or_none(Item.id == line.item_id) if line.item_id else None
        price = item.price if item else 0
    return replace(line, unit_price=price, discount=0, charge=Charge.CUSTOMER)


def _write_lines(order: WorkOrder, extra: ExtraWork, form: ExtraForm) -> None:
    """The lines of an extra, offered; one of its own where only the price changes. Writes its amount."""
    lines: Sequence[LineForm] = form.lines or (LineForm(LineKind.OTHER, form.found[:80], 100, form.amount),)
    last = max((line.position for line in standing.lines_of(order)), default=-1)
    ids: list[int] = []
    for place, line in enumerate(lines, last + 1):
        values: dict[str, Any] = {**line_values(line), "stance": Stance.OFFERED, "position": place, "extra": extra.id}
        values["safety"] = line.safety or form.safety
        parent = ids[line.parent] if line.parent is not None else None
        ids.append(WorkLine.create(order=order, parent=parent, **values).id)
    extra.amount = amount_of(extra.id)
    extra.save()


def amount_of(extra_id: int) -> int:
    """What the lines of an extra that are not refused add for the customer, in fen."""
    lines = WorkLine.select().where(WorkLine.extra == extra_id, WorkLine.charge == Charge.CUSTOMER)
    wanted = (Stance.OFFERED, Stance.CHOSEN)
    return sum(standing.money_of(line).amount for line in lines if line.stance in wanted)


def _hold(act: Act, order: WorkOrder, extra: ExtraWork, form: ExtraForm) -> None:
    left = {line.id for line in working.undone(order)}
    held = left if form.everything else left & set(form.affects)
    for line_id in sorted(held):
        ExtraHold.create(extra=extra.id, line=line_id)
        session = working.running_on(line_id)
        if session is not None:
            working.end_session(session, StopReason.APPROVAL)
            log(act, order, EventKind.STOPPED, form.found, line_id=line_id)
    working.wait_if_nothing_goes_on(act, order)


@action(Permission.ESTIMATE_WORK)
def agree_extra(act: Act, extra_id: int, version: int, form: AnswerForm) -> None:
    """The customer agrees to work, price and new time: the ceiling rises by the amount (W7).

    Raises RuleError at the field of the answer that is missing, for lines without a price, and where all is refused.
    """
    extra = _open(extra_id)
    order = extra.order
    lines = _lines_of(extra)
    if not set(form.refused) < {line.id for line in lines}:
        raise RuleError("Choose what the customer agrees to.", field="refused")
    unpriced = [line for line in lines if line.charge is Charge.CUSTOMER and not line.unit_price]
    if unpriced:
        raise RuleError("“{name}” has no price yet.", field="lines", name=unpriced[0].name)
    promised_at = form.promised_at or extra.promised_at or order.promised_at
    if promised_at != order.promised_at:
        rules.check_promise(promised_at, clock.now())
    before = standing.totals_of(order).total
    _refuse(order, [line for line in lines if line.id in form.refused], extra, form)
    _choose(act, extra, [line for line in lines if line.id not in form.refused])
    amount = amount_of(extra_id)
    # What was left off by rounding may come back with the lines: the ceiling never stops what was agreed to.
    raised = (order.authorised or 0) + max(amount, standing.totals_of(order).total - before)
    _answer(act, order, extra, version, form, ExtraState.AGREED, amount=amount, promised_at=promised_at)
    _authorise(act, order, raised, promised_at, form, extra)
    log(act, order, EventKind.AGREED, form.said or form.name, after=promised_at, amount=amount)
    working.go_on_if_free(act, order)
    on(act, order)


def _choose(act: Act, extra: ExtraWork, lines: Collection[WorkLine]) -> None:
    """The finder does it where they do work; otherwise it is to be assigned."""
    finder = extra.found_by
    does_it = finder.left_on is None and Permission.DO_WORK in granted(finder.roles)
    for line in lines:
        own = {"technician_id": finder.id} if does_it and line.kind is LineKind.LABOUR else {}
        save_edit(line, line.version, {"stance": Stance.CHOSEN, **own})


def _authorise(
    act: Act, order: WorkOrder, raised: int, promised_at: datetime, form: AnswerForm, extra: ExtraWork
) -> None:
    save_edit(order, order.version, {"authorised": raised, "promised_at": promised_at})
    no = Authorisation.select().where(Authorisation.order == order.id).count() + 1
    Authorisation.create(
        order=order,
        no=no,
        total=raised,
        promised_at=promised_at,
        consent=form.consent,
        name=form.name,
        attachment=extra.attachment_id,
        staff=act.actor.id,
    )


@action(Permission.ESTIMATE_WORK)
def refuse_extra(act: Act, extra_id: int, version: int, form: AnswerForm) -> None:
    """The customer does not want it: its lines are kept on the vehicle (W4, W7).

    Raises RuleError at ``warned`` where it concerns safety and they were not told, and at what else is missing.
    """
    extra = _open(extra_id)
    order = extra.order
    _refuse(order, _lines_of(extra), extra, form)
    _answer(act, order, extra, version, form, ExtraState.REFUSED)
    log(act, order, EventKind.REFUSED, form.said or form.name, amount=extra.amount)
    working.go_on_if_free(act, order)
    on(act, order)


def _refuse(order: WorkOrder, lines: Collection[WorkLine], extra: ExtraWork, form: AnswerForm) -> None:
    if any(line.safety for line in lines) and not form.warned:
        raise RuleError("This concerns safety: tell the customer what refusing means.", field="warned")
    for line in lines:
        save_edit(line, line.version, {"stance": Stance.REFUSED})
    deferring.put_off(order, lines)
    if form.warned:
        DeferredWork.update(warned=True).where(DeferredWork.line.in_([line.id for line in lines])).execute()


@action(Permission.ESTIMATE_WORK)
def withdraw_extra(act: Act, extra_id: int, reason: str) -> None:
    """It is not needed after all. Raises RuleError without a reason, or once it is answered."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    extra = _open(extra_id)
    order = extra.order
    WorkLine.update(stance=Stance.UNUSED).where(WorkLine.extra == extra_id).execute()
    values = {"state": ExtraState.WITHDRAWN, "said": reason, "answered_at": clock.now(), "answered_to": act.actor.id}
    save_edit(extra, extra.version, values)
    log(act, order, EventKind.WITHDRAWN, reason, amount=extra.amount)
    working.go_on_if_free(act, order)
    on(act, order)
    act.note(extra=extra.no)


def _open(extra_id: int) -> ExtraWork:
    extra: ExtraWork = ExtraWork.get_by_id(extra_id)
    if extra.state is not ExtraState.OPEN:
        raise RuleError("This is answered already: {state}.", state=extra.state)
    return extra


def _lines_of(extra: ExtraWork) -> list[WorkLine]:
    return list(WorkLine.select().where(WorkLine.extra == extra.id).order_by(WorkLine.position))


def _answer(
    act: Act, order: WorkOrder, extra: ExtraWork, version: int, form: AnswerForm, state: ExtraState, **values: Any
) -> None:
    """Write down how the customer answered. Raises RuleError at the field that is missing."""
    called = form.consent is Consent.CALLED
    for field in ("name", "number", "said") if called else ("name",):
        if not getattr(form, field):
            raise RuleError("This must be filled in.", field=field)
    limited(form.name, ExtraWork.called.limit, "name")
    limited(form.said, ExtraWork.said.limit, "said")
    attachment = None if called else keep_consent(act, order, ConsentForm(form.name, form.consent, form.content))
    answer = {
        "state": state,
        "consent": form.consent,
        "called": form.name,
        "called_number": checked_phone(form.number, "number") if called else "",
        "said": form.said,
        "attachment_id": attachment,
        "answered_at": working.past(form.at, "at"),
        "answered_to_id": act.actor.id,
    }
    save_edit(extra, version, {**answer, **values})
    act.note(extra=extra.no, state=state.value, consent=form.consent.value)
