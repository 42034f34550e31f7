"""How a delivery stands: its lines, the goods that are its own, what blocks each of its steps (D1, D3)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from models.delivery import rules
from models.delivery.kinds import BlockerKind, EventKind, ItemState, NoteDecision
from models.delivery.states import DONE_STATES, LIVE_STATES, Blocker, DeliveryFacts, DeliveryState
from models.delivery.tables import (
    Delivery,
    DeliveryDefect,
    DeliveryEvent,
    DeliveryItem,
    DeliveryLine,
    DeliverySignature,
    DeliveryUnit,
    DispatchNote,
)
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import label, pick
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sales.quote_actions import is_own
from models.sales.reserving import missing_units, units_of
from models.sales.standing import StandingLine, present_stages, present_total, received_by_stage, settled, standing
from models.sales.states import SIGNED_STATES
from models.sales.tables import Contract
from models.shop.profile import trade
from models.stock.keeping import waits_for
from models.trades.delivery_template import Gate, Means
from models.trades.template import CategoryKind, FieldKind


@dataclass(frozen=True)
class ExpectedUnit:
    """Goods a delivery hands over, by the VIN or serial number that is theirs; ``mileage_km`` as it was last read.

    ``unit_id`` is the unit of the stock, 0 where only the contract names it; ``here`` is whether it has arrived,
    ``sold`` whether it was handed over.
    """

    unit_id: int
    line: int
    name: str
    serial: str
    mileage_km: int | None = None
    here: bool = True
    sold: bool = False


def deliverable(contract: Contract) -> list[StandingLine]:
    """The lines of a contract that are handed over: all that holds now but deductions."""
    off = {category.code for category in trade().categories if category.kind is CategoryKind.DEDUCTION}
    return [line for line in standing(contract).lines if line.quantity > 0 and line.category not in off]


def handed_over_of(contract_id: int) -> dict[int, int]:
    """How much of each line of a contract, by its position, was handed over so far, in hundredths."""
    sql = "SELECT line, sum(quantity) FROM delivery_line WHERE contract_id = ? AND quantity IS NOT NULL GROUP BY line"
    return {line: int(quantity) for line, quantity in run_sql(sql, contract_id).fetchall()}


def lines_left(contract: Contract) -> list[StandingLine]:
    """The lines, with the quantity that is left of each, that no delivery has handed over, planned or not."""
    done = handed_over_of(contract.id)
    lines = (replace(line, quantity=line.quantity - done.get(line.position, 0)) for line in deliverable(contract))
    return [line for line in lines if line.quantity > 0]


def lines_planned(contract_id: int) -> dict[int, int]:
    """Which delivery is to hand over each line of a contract: by the line's position."""
    query = DeliveryLine.select(DeliveryLine.line, DeliveryLine.delivery_id).where(
        DeliveryLine.contract == contract_id, DeliveryLine.quantity.is_null(), DeliveryLine.released == 0
    )
    return dict(query.tuples())


def lines_of(delivery: Delivery) -> list[StandingLine]:
    """The lines a delivery hands over with what is left of each now, or what it did hand over."""
    query = DeliveryLine.select(DeliveryLine.line, DeliveryLine.quantity).where(DeliveryLine.delivery == delivery.id)
    own = dict(query.tuples())
    if delivery.state not in DONE_STATES:
        return [line for line in lines_left(delivery.contract) if line.position in own]
    return [
        replace(line, quantity=own[line.position]) for line in deliverable(delivery.contract) if own.get(line.position)
    ]


def expected_units(delivery: Delivery, lines: Sequence[StandingLine] | None = None) -> list[ExpectedUnit]:
    """The units reserved for a delivery's lines; where none is, what the contract's own facts name (D3).

    Of one that was handed over those that were compared at the goods.
    """
    units = expected_for(delivery.contract, lines_of(delivery) if lines is None else lines)
    if delivery.state not in DONE_STATES:
        return [unit for unit in units if not unit.sold]
    compared = compared_of(delivery)
    return [unit for unit in units if rules.compared(unit.serial) in compared]


def compared_of(delivery: Delivery) -> set[str]:
    """The numbers that were compared at the goods of a delivery, as they are compared."""
    query = DeliveryUnit.select(DeliveryUnit.serial).where(DeliveryUnit.delivery == delivery.id)
    return {row[0] for row in query.tuples()}


def expected_for(contract: Contract, lines: Sequence[StandingLine]) -> list[ExpectedUnit]:
    """The same of some lines of a contract."""
    positions = {line.position for line in lines}
    reserved = [unit for unit in units_of(contract.id) if unit.line_position in positions]
    if reserved:
        return [
            ExpectedUnit(
                *(unit.unit_id, unit.line_position, unit.item_name, unit.number, unit.mileage_km, unit.here, unit.sold)
            )
            for unit in reserved
        ]
    goods = [line for line in lines if _is_goods(line)]
    named = _named_by_contract(contract) if goods else ""
    return [ExpectedUnit(0, goods[0].position, goods[0].name, named)] if named else []


def _is_goods(line: StandingLine) -> bool:
    return any(each.code == line.category and each.kind is CategoryKind.GOODS for each in trade().categories)


def _named_by_contract(contract: Contract) -> str:
    """The VIN that the facts of the subject say, as amended; empty where the trade knows none."""
    facts = standing(contract).subject
    fields = (field.code for field in trade().contract.subject_fields if field.kind is FieldKind.VIN)
    return next((facts[code] for code in fields if facts.get(code)), "")


def require_handed_over_stands(contract: Contract) -> None:
    """What the facts of the subject name may not change once it was handed over; raises RuleError (S6, D3)."""
    if units_of(contract.id):
        return
    named = rules.compared(_named_by_contract(contract))
    query = DeliveryUnit.select(DeliveryUnit.serial).join(Delivery)
    for (given,) in query.where(Delivery.contract == contract.id, Delivery.state.in_(DONE_STATES)).tuples():
        if given != named:
            raise RuleError("{serial} has been handed over; the contract cannot name another.", serial=given)


def _lack_units(contract: Contract, lines: Iterable[StandingLine], units: Sequence[ExpectedUnit]) -> list[str]:
    """Goods by name that are kept one by one and have not all their units; main goods of a trade that knows VINs, none
    of which is named.
    """
    missing = {line.position: line.name for line in missing_units(contract.id)}
    by_vin = any(field.kind is FieldKind.VIN for field in trade().contract.subject_fields)
    return [line.name for line in lines if line.position in missing or (by_vin and not units and _is_goods(line))]


def facts_of(actor: Actor, delivery: Delivery) -> DeliveryFacts:
    """What blocks each step of a delivery, and whether it is this person's own."""
    items = list(DeliveryItem.select().where(DeliveryItem.delivery == delivery.id).order_by(DeliveryItem.position))
    lines = lines_of(delivery)
    goods = [*_unit_blockers(delivery, lines), *_contract_blockers(delivery)]
    money = money_blockers(delivery)
    before = _open_items(items, (Gate.READY, Gate.HAND_OVER))
    hand_over = [*before, *goods, *money, *_paper_blockers(delivery)]
    return DeliveryFacts(
        own=is_own(actor, delivery.consultant_id) or is_own(actor, delivery.contract.consultant_id),
        confirm=() if was_reached(delivery) else (Blocker(BlockerKind.CALL),),
        ready=(
            *_open_items(items, (Gate.READY,)),
            *(each for each in goods if each.kind is not BlockerKind.UNIT),
            *money,
        ),
        hand_over=tuple(hand_over),
        follow_up=tuple(_open_items(items, (Gate.AFTER,))),
        close=tuple(_closing_blockers(delivery)),
    )


def _open_items(items: Iterable[DeliveryItem], gates: Sequence[Gate]) -> list[Blocker]:
    return [
        Blocker(
            BlockerKind.INSPECTION if item.means is Means.INSPECTION else BlockerKind.ITEM,
            item_title(item),
            item_id=item.id,
        )
        for item in items
        if item.required and item.state is ItemState.OPEN and item.gate in gates
    ]


def item_title(item: DeliveryItem, language: str | None = None) -> str:
    """An item's wording, with the room or piece it is about before it."""
    wording = pick(json.loads(item.wording), language)
    return f"{item.part} · {wording}" if item.part else wording


def _unit_blockers(delivery: Delivery, lines: Sequence[StandingLine]) -> list[Blocker]:
    units = expected_units(delivery, lines)
    checked = compared_of(delivery)
    lacking = [Blocker(BlockerKind.RESERVATION, name) for name in _lack_units(delivery.contract, lines, units)]
    coming = [Blocker(BlockerKind.ARRIVAL, f"{unit.name} {unit.serial}") for unit in units if not unit.here]
    unseen = [unit for unit in units if rules.compared(unit.serial) not in checked]
    short = [Blocker(BlockerKind.ARRIVAL, name) for name in _short(delivery.contract_id, lines)]
    return [*lacking, *coming, *short, *(Blocker(BlockerKind.UNIT, f"{unit.name} {unit.serial}") for unit in unseen)]


def _short(contract_id: int, lines: Iterable[StandingLine]) -> list[str]:
    """Goods by name that are kept by quantity and of which less is here than goes out."""
    waiting, found = waits_for(contract_id), []
    for line in lines:
        needed = min(line.quantity, waiting.get(line.item_id or 0, 0))
        row = run_sql("SELECT quantity FROM stock_quantity WHERE item_id = ?", line.item_id or 0).fetchone()
        if needed > (row[0] if row else 0):
            found.append(line.name)
    return found


def goods_blockers(delivery: Delivery) -> list[Blocker]:
    """What of the goods is not reserved or not here yet."""
    return [each for each in _unit_blockers(delivery, lines_of(delivery)) if each.kind is not BlockerKind.UNIT]


def _contract_blockers(delivery: Delivery) -> list[Blocker]:
    state = delivery.contract.state
    return [] if state in SIGNED_STATES else [Blocker(BlockerKind.CONTRACT, label(state))]


def stages_owed(contract_id: int) -> list[rules.StageOwed]:
    """The stages of a contract with what of each is not paid, in fen; names in the screen's language."""
    stages = present_stages([contract_id]).get(contract_id, [])
    paid = settled(stages, received_by_stage([contract_id])[contract_id])
    return [
        rules.StageOwed(pick(json.loads(stage.name)), stage.event, stage.days, stage.due_on, stage.amount - part)
        for stage, part in zip(stages, paid, strict=True)
    ]


def money_blockers(delivery: Delivery, day: date | None = None) -> list[Blocker]:
    """What the plan demands before the hand-over and is not paid, unless the owner overruled as much (D3)."""
    owed = owed_blockers(delivery, day)
    return owed if sum(blocker.amount for blocker in owed) > overruled(delivery) else []


def owed_blockers(delivery: Delivery, day: date | None = None) -> list[Blocker]:
    """What the plan demands before a hand-over on ``day`` and is not paid, whoever overruled it."""
    day = day or max(clock.today(), clock.local(delivery.starts_at).date())
    owed = rules.owed_before_hand_over(stages_owed(delivery.contract_id), day)
    return [Blocker(BlockerKind.MONEY, stage.name, stage.owed) for stage in owed]


def overruled(delivery: Delivery) -> int:
    """Up to how much, in fen, the owner lets go unpaid at the hand-over."""
    query = DeliveryEvent.select(DeliveryEvent.amount).where(
        DeliveryEvent.delivery == delivery.id, DeliveryEvent.kind == EventKind.OVERRULED
    )
    return int(query.order_by(DeliveryEvent.id.desc()).limit(1).scalar() or 0)


def was_reached(delivery: Delivery) -> bool:
    """Whether the customer was reached by a call since the delivery was last given its time."""
    last = DeliveryEvent.select().where(
        DeliveryEvent.delivery == delivery.id,
        DeliveryEvent.kind.in_([EventKind.PLANNED, EventKind.POSTPONED, EventKind.CALLED]),
    )
    for event in last.order_by(DeliveryEvent.id.desc()):
        if event.kind is not EventKind.CALLED:
            return False
        if event.reached:
            return True
    return False


def standing_note(delivery_id: int) -> DispatchNote | None:
    """The dispatch note that waits or is approved; None where none was asked for or it was returned."""
    found: DispatchNote | None = DispatchNote.get_or_none(
        DispatchNote.delivery == delivery_id, DispatchNote.decision != NoteDecision.RETURNED
    )
    return found


def _paper_blockers(delivery: Delivery) -> list[Blocker]:
    note = standing_note(delivery.id)
    released = note is not None and note.decision is NoteDecision.GRANTED
    return [
        *([] if released else [Blocker(BlockerKind.DISPATCH)]),
        *([] if is_signed(delivery.id) else [Blocker(BlockerKind.SIGNATURE)]),
    ]


def is_signed(delivery_id: int) -> bool:
    """Whether the customer's signature is kept."""
    return bool(DeliverySignature.select().where(DeliverySignature.delivery == delivery_id).exists())


def _closing_blockers(delivery: Delivery) -> list[Blocker]:
    query = DeliveryDefect.select().where(DeliveryDefect.delivery == delivery.id, DeliveryDefect.mended_on.is_null())
    defects = [Blocker(BlockerKind.DEFECT, each.what) for each in query.order_by(DeliveryDefect.id)]
    return [*defects, *([] if delivery.booked_at else [Blocker(BlockerKind.BOOKING)])]


def fulfilment(contract: Contract) -> rules.Fulfilment:
    """How far a signed contract is."""
    states = dict(run_sql("SELECT id, state FROM delivery WHERE contract_id = ?", contract.id).fetchall())
    booked = "SELECT count(*) FROM delivery WHERE contract_id = ? AND booked_at IS NULL AND state <> 'cancelled'"
    live = [DeliveryState(state) for state in states.values() if state != DeliveryState.CANCELLED.value]
    money_in = sum(received_by_stage([contract.id])[contract.id].values())
    return rules.Fulfilment(
        planned=bool(live),
        all_handed_over=not any(state in LIVE_STATES for state in live) and not lines_left(contract),
        all_booked=not run_sql(booked, contract.id).fetchone()[0],
        all_closed=all(state is DeliveryState.CLOSED for state in live),
        owed=present_total(contract) - money_in,
    )
