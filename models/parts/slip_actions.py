"""Parts that come from a supplier, go back to them, or are used up by the workshop itself, each with its slip (W11)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from models.kernel import clock
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.parts import purchasing, slips
from models.parts.issuing import check_quantity
from models.parts.kinds import SlipKind
from models.parts.rules import taken_back
from models.parts.tables import PartSlip
from models.stock import keeping
from models.stock.kinds import MovementKind
from models.stock.rules import Holding
from models.stock.tables import StockMovement

MOST_LINES = 500


@dataclass(frozen=True)
class ReceiptLine:
    """So much of a part came: hundredths, the cost of one in fen (None for the order's, else the catalogue's).

    ``place`` "" leaves it where it lies; ``purchase_line_id`` says which line of an order it is.
    """

    item_id: int
    quantity: int
    cost: int | None = None
    place: str = ""
    purchase_line_id: int | None = None


@dataclass(frozen=True)
class ReceiptForm:
    """Parts that came together. ``document`` is the supplier's own, ``day`` None for today.

    ``token`` names the request: the same one twice is written once.
    """

    lines: tuple[ReceiptLine, ...]
    supplier: str = ""
    document: str = ""
    day: date | None = None
    note: str = ""
    token: str = ""


@dataclass(frozen=True)
class OutLine:
    """So much of a part leaves, in hundredths."""

    item_id: int
    quantity: int


@dataclass(frozen=True)
class OutForm:
    """Parts that leave without a work order, with the reason; ``supplier`` where they go back to one."""

    lines: tuple[OutLine, ...]
    reason: str
    supplier: str = ""
    document: str = ""
    token: str = ""


@action(Permission.KEEP_PARTS)
def receive_parts(act: Act, form: ReceiptForm) -> None:
    """Take parts into stock; their cost goes into the moving average. Raises RuleError at ``lines.N.FIELD`` or a field.

    What an order expected counts as received; more than was ordered may come.
    """
    if slips.same_request(act, form.token):
        return
    _check_lines(form.lines)
    if not form.supplier:
        raise RuleError("Type the supplier.", field="supplier")
    day = form.day or clock.today()
    if day > clock.today():
        raise RuleError("This day lies in the future.", field="day")
    values = {"day": day, "supplier": form.supplier, "document": form.document, "note": form.note}
    slip = slips.write_slip(act, SlipKind.RECEIPT, form.token, values)
    for position, line in enumerate(form.lines):
        with at_line(position):
            _receive(act, slip, line)
    act.note(lines=len(form.lines), supplier=form.supplier)


@action(Permission.KEEP_PARTS)
def return_to_supplier(act: Act, form: OutForm) -> None:
    """Parts go back to their supplier at the moving average. Raises RuleError at ``lines.N.FIELD`` or a field."""
    if not slips.same_request(act, form.token):
        _take_out(act, SlipKind.SUPPLIER_RETURN, MovementKind.RETURNED, form)


@action(Permission.KEEP_PARTS)
def use_parts(act: Act, form: OutForm) -> None:
    """Parts are used up by the workshop itself, or thrown away, at the moving average. Raises RuleError likewise."""
    if not slips.same_request(act, form.token):
        _take_out(act, SlipKind.USE, MovementKind.ISSUED, form)


@action(Permission.KEEP_PARTS)
def take_back_receipt(act: Act, slip_id: int, reason: str) -> None:
    """Undo a receipt that was typed wrongly: everything of it leaves again with the value it came with.

    Raises RuleError without a reason, for what is no receipt or was taken back, or where some of it has left.
    """
    slip = PartSlip.get_by_id(slip_id)
    if not reason:
        raise RuleError("Give a reason.", field="reason")
    if slip.kind is not SlipKind.RECEIPT:
        raise RuleError("Only a receipt can be taken back.")
    if PartSlip.select().where(PartSlip.reverses == slip_id).exists():
        raise RuleError("This receipt was taken back already.")
    values = {"day": clock.today(), "supplier": slip.supplier, "document": slip.number, "note": reason}
    counter = slips.write_slip(act, SlipKind.SUPPLIER_RETURN, "", {**values, "reverses": slip_id})
    for movement in StockMovement.select().where(StockMovement.slip == slip_id).order_by(StockMovement.id):
        row = keeping.holding_of(movement.item_id)
        after = taken_back(Holding(row.quantity, row.value), movement.quantity, movement.value)
        ties = {"slip": counter.id, "purchase_line": movement.purchase_line}
        keeping.hold(act, row, after, MovementKind.RETURNED, reason=reason, ties=ties)
        if movement.purchase_line:
            purchasing.note_received(act, movement.purchase_line, movement.item_id, -movement.quantity)
        act.touch("part", movement.item_id)
    act.note(reverses=slip.number, reason=reason)


@contextmanager
def at_line(position: int) -> Iterator[None]:
    """What goes wrong inside is said at that line."""
    try:
        yield
    except RuleError as error:
        field = f"lines.{position}.{error.field or 'quantity'}"
        raise RuleError(error.template, field=field, **error.parameters) from error


def _check_lines(lines: tuple[ReceiptLine, ...] | tuple[OutLine, ...]) -> None:
    if not lines:
        raise RuleError("There is no part on it yet.", field="lines")
    if len(lines) > MOST_LINES:
        raise RuleError("At most {most} rows at once.", field="lines", most=MOST_LINES)


def _receive(act: Act, slip: PartSlip, line: ReceiptLine) -> None:
    check_quantity(line.quantity)
    row = keeping.holding_of(line.item_id)
    agreed = None
    if line.purchase_line_id is not None:
        agreed = purchasing.note_received(act, line.purchase_line_id, line.item_id, line.quantity)
    cost = keeping.checked_cost(act, line.cost, row.item.cost if agreed is None else agreed)
    after = Holding(row.quantity, row.value).with_received(line.quantity, cost)
    check_quantity(after.quantity)
    row.place = line.place or row.place
    ties = {"slip": slip.id, "purchase_line": line.purchase_line_id}
    keeping.hold(act, row, after, MovementKind.RECEIVED, reason=slip.note, ties=ties)
    act.touch("part", line.item_id)


def _take_out(act: Act, kind: SlipKind, movement: MovementKind, form: OutForm) -> None:
    _check_lines(form.lines)
    if not form.reason:
        raise RuleError("Give a reason.", field="reason")
    if kind is SlipKind.SUPPLIER_RETURN and not form.supplier:
        raise RuleError("Type the supplier.", field="supplier")
    values = {"day": clock.today(), "supplier": form.supplier, "document": form.document, "note": form.reason}
    slip = slips.write_slip(act, kind, form.token, values)
    for position, line in enumerate(form.lines):
        with at_line(position):
            check_quantity(line.quantity)
            row = keeping.holding_of(line.item_id)
            after = Holding(row.quantity, row.value).with_issued(line.quantity)
            keeping.hold(act, row, after, movement, reason=form.reason, ties={"slip": slip.id})
            act.touch("part", line.item_id)
    act.note(lines=len(form.lines), reason=form.reason)
