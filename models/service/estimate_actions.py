"""The estimate: lines, options, promised time; what the customer chooses and authorises (W4, W5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from models.catalog.tables import Item
from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.kernel.tables import limited
from models.papers.actions import put_beside
from models.service import deferring, rules, standing, terms
from models.service.kinds import Charge, Consent, EventKind, LineKind, MissingPart, Stance, Supply
from models.service.rules import LineMoney
from models.service.states import ESTIMATE_STATES, WorkOrderAction, WorkOrderState
from models.service.tables import Authorisation, WorkLine, WorkOrder
from models.service.writing import change, log, move_on, on

MOST_LINES = 200
_PNG = b"\x89PNG"


@dataclass(frozen=True)
class LineForm:
    """A line as typed: ``quantity`` in hundredths of an hour or a piece, price in fen of one, discount in fen.

    ``id`` 0 for a new one; ``parent`` is the place among the lines of the labour a part belongs to. Lines with the
    same ``option`` and different ``option_name`` are alternatives of which the customer picks one.
    """

    kind: LineKind
    name: str
    quantity: int
    unit_price: int
    id: int = 0
    discount: int = 0
    charge: Charge = Charge.CUSTOMER
    stance: Stance = Stance.CHOSEN
    option: str = ""
    option_name: str = ""
    code: str = ""
    unit: str = ""
    note: str = ""
    safety: bool = False
    parent: int | None = None
    operation_id: int | None = None
    skill: str = ""
    road_test: bool = False
    warranty_months: int = 0
    warranty_km: int = 0
    item_id: int | None = None
    supply: Supply = Supply.STOCK
    missing: MissingPart = MissingPart.NOTHING
    expected_on: date | None = None


@dataclass(frozen=True)
class EstimateForm:
    """All lines of the estimate, the discount of the whole in fen, and the promised time."""

    lines: tuple[LineForm, ...]
    discount: int = 0
    promised_at: datetime | None = None


@dataclass(frozen=True)
class ChoiceForm:
    """What the customer says to the lines, and to parts that are not here, by the line's id."""

    stances: Mapping[int, Stance] = field(default_factory=dict)
    missing: Mapping[int, MissingPart] = field(default_factory=dict)


@dataclass(frozen=True)
class ConsentForm:
    """Who confirmed, and how: drawn on the screen (a PNG) or on paper, whose scan may follow later."""

    name: str
    consent: Consent = Consent.DRAWN
    content: bytes = b""


@action(Permission.ESTIMATE_WORK)
def save_estimate(act: Act, order_id: int, version: int, form: EstimateForm) -> None:
    """Write the lines of the estimate anew (W4); each keeps its id.

    Raises RuleError at ``lines.N.field``, ``discount`` or ``promised_at``, StaleEdit, and once the estimate is given.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state not in ESTIMATE_STATES:
        raise RuleError("The estimate is given: take it back to change it.")
    if form.promised_at is not None and form.promised_at != order.promised_at:
        rules.check_promise(form.promised_at, clock.now())
    _write_lines(order, form.lines)
    standing.totals_with(order, form.discount)
    change(act, order, version, discount=form.discount, promised_at=form.promised_at)
    act.note(lines=len(form.lines), total=standing.totals_of(order).total)


def _write_lines(order: WorkOrder, lines: Sequence[LineForm]) -> None:
    if len(lines) > MOST_LINES:
        raise RuleError("At most {most} lines.", field="lines", most=MOST_LINES)
    before = {line.id: line for line in standing.lines_of(order)}
    kept = {line.id for line in lines if line.id}
    if not kept <= set(before):
        raise RuleError("The order has no such line.", field="lines")
    gone = set(before) - kept
    for place, line in enumerate(lines):
        check_line_form(line, lines, place)
    # Positions are unique: those that stay make room first.
    WorkLine.update(position=WorkLine.position + 10_000, parent=None).where(WorkLine.order == order.id).execute()
    deferring.give_up(order, gone)
    WorkLine.delete().where(WorkLine.id.in_(gone)).execute()
    ids: list[int] = []
    for place, line in enumerate(lines):
        ids.append(_write_line(order, place, line))
    for place, line in enumerate(lines):
        if line.parent is not None:
            WorkLine.update(parent=ids[line.parent]).where(WorkLine.id == ids[place]).execute()


def check_line_form(line: LineForm, lines: Sequence[LineForm], place: int) -> None:
    """Raises RuleError at ``lines.N.field`` for a line that cannot be."""
    where = f"lines.{place}."
    if not line.name:
        raise RuleError("Type what is to be done.", field=f"{where}name")
    for name in ("name", "code", "unit", "option", "option_name", "note", "skill"):
        limited(getattr(line, name), getattr(WorkLine, name).limit, f"{where}{name}")
    rules.check_line(LineMoney(line.kind, line.quantity, line.unit_price, line.discount, line.charge), where)
    if line.parent is not None:
        to = lines[line.parent] if 0 <= line.parent < len(lines) else None
        if to is None or to.kind is not LineKind.LABOUR or line.kind is LineKind.LABOUR:
            raise RuleError("A part belongs to a line of labour.", field=f"{where}parent")
    if line.item_id is not None and Item.get_or_none(Item.id == line.item_id) is None:
        raise RuleError("There is no such part.", field=f"{where}item_id")


def line_values(line: LineForm) -> dict[str, Any]:
    """A typed line as its table has it, without place and parent."""
    names = [name for name in vars(line) if name not in ("id", "parent", "operation_id", "item_id")]
    return {**{name: getattr(line, name) for name in names}, "operation": line.operation_id, "item": line.item_id}


def _write_line(order: WorkOrder, place: int, line: LineForm) -> int:
    values = {**line_values(line), "position": place}
    if line.id:
        WorkLine.update(**values, version=WorkLine.version + 1).where(WorkLine.id == line.id).execute()
        return line.id
    return int(WorkLine.create(order=order, **values).id)


@action(Permission.ESTIMATE_WORK)
def give_estimate(act: Act, order_id: int) -> None:
    """The estimate is told to the customer (W4). Raises RuleError naming what is missing."""
    order = WorkOrder.get_by_id(order_id)
    move_on(act, order, WorkOrderAction.ESTIMATE)
    log(act, order, EventKind.ESTIMATED, after=order.promised_at, amount=standing.totals_of(order).total)


@action(Permission.ESTIMATE_WORK)
def choose_lines(act: Act, order_id: int, form: ChoiceForm) -> None:
    """Note what the customer wants done, puts off or refuses, and what to do about parts that are not here (W4).

    Raises RuleError for two alternatives of one option, at ``lines`` for lines of another order, and outside the
    estimate.
    """
    order = WorkOrder.get_by_id(order_id)
    if order.state not in (*ESTIMATE_STATES, WorkOrderState.ESTIMATED):
        raise RuleError("The customer chooses before the work is authorised.")
    lines = {line.id: line for line in standing.lines_of(order)}
    if not {*form.stances, *form.missing} <= set(lines):
        raise RuleError("The order has no such line.", field="lines")
    for line_id, stance in form.stances.items():
        WorkLine.update(stance=stance).where(WorkLine.id == line_id).execute()
        lines[line_id].stance = stance
    for line_id, missing in form.missing.items():
        stance = Stance.DEFERRED if missing is MissingPart.LEAVE else lines[line_id].stance
        WorkLine.update(missing=missing, stance=stance).where(WorkLine.id == line_id).execute()
    _refuse_two_options(list(lines.values()))
    standing.totals_of(order)
    on(act, order)
    act.note(stances={str(line): stance.value for line, stance in form.stances.items()})


def _refuse_two_options(lines: Sequence[WorkLine]) -> None:
    picked: dict[str, str] = {}
    for line in (each for each in lines if each.option and each.stance is Stance.CHOSEN):
        if picked.setdefault(line.option, line.option_name) != line.option_name:
            text = "“{one}” and “{other}” are alternatives: choose one."
            raise RuleError(text, field="lines", one=picked[line.option], other=line.option_name)


@action(Permission.ESTIMATE_WORK)
def reopen_estimate(act: Act, order_id: int, reason: str) -> None:
    """Take the estimate back to change it; what was authorised holds no more. Raises RuleError without a reason."""
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    order = WorkOrder.get_by_id(order_id)
    move_on(act, order, WorkOrderAction.REOPEN, authorised=None)
    deferring.withdraw(order)
    log(act, order, EventKind.REOPENED, reason)


@action(Permission.ESTIMATE_WORK)
def authorise(act: Act, order_id: int, form: ConsentForm) -> None:
    """The customer confirms work, price and time by signature (W5); their total is the ceiling from now on.

    Raises RuleError at ``name`` or ``content``, and naming what is undecided.
    """
    if form.consent not in (Consent.DRAWN, Consent.SCANNED):
        raise RuleError("Work is authorised by signature.", field="consent")
    if not form.name:
        raise RuleError("Type a name.", field="name")
    order = WorkOrder.get_by_id(order_id)
    total = standing.totals_of(order).total
    first = order.first_promised_at or order.promised_at
    move_on(act, order, WorkOrderAction.AUTHORISE, authorised=total, first_promised_at=first)
    attachment = keep_consent(act, order, form)
    no = Authorisation.select().where(Authorisation.order == order_id).count() + 1
    Authorisation.create(
        order=order,
        no=no,
        total=total,
        promised_at=order.promised_at,
        consent=form.consent,
        name=form.name,
        attachment=attachment,
        staff=act.actor.id,
    )
    deferring.put_off(order)
    log(act, order, EventKind.AUTHORISED, form.name, after=order.promised_at, amount=total)
    act.note(total=total, consent=form.consent.value)


def keep_consent(act: Act, order: WorkOrder, form: ConsentForm) -> int | None:
    """Put a signature or scan beside the order; None where the paper's scan is still to come.

    Raises RuleError at ``content`` for a drawn one that is no picture.
    """
    if form.consent is Consent.DRAWN and not form.content.startswith(_PNG):
        raise RuleError("The signature is no picture.", field="content")
    if not form.content:
        return None
    drawn, pdf = form.content.startswith(_PNG), form.content.startswith(b"%PDF-")
    suffix = "png" if drawn else "pdf" if pdf else "jpg"
    name = f"{order.number} {form.name}"[:50].strip()
    return int(put_beside(act, "work_order", order.id, f"{name}.{suffix}", form.content).id)


@action(Permission.ESTIMATE_WORK)
def take_up_deferred(act: Act, order_id: int, deferred_ids: tuple[int, ...]) -> None:
    """Offer again what the customer put off at earlier visits (W4). Raises RuleError for what is not open."""
    order = WorkOrder.get_by_id(order_id)
    if order.state not in ESTIMATE_STATES:
        raise RuleError("The estimate is given: take it back to change it.")
    rate = terms.rate_of(terms.template_of(order.template))
    for deferred_id in deferred_ids:
        deferring.take_up(order, deferred_id, rate)
    on(act, order)
    act.note(deferred=list(deferred_ids))


@action(Permission.ESTIMATE_WORK)
def drop_deferred(act: Act, deferred_id: int) -> None:
    """The customer does not want it any more."""
    work = deferring.drop(deferred_id)
    act.on("work_order", work.order_id)
    act.touch("customer", work.customer_id)
    act.note(dropped=deferred_id)
