"""The facts of a delivery's papers, in one language (D1, D3, D5); the head of the store is handed in by the printer."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import groupby

from models.customers.tables import CustomerPhone
from models.delivery import rules, standing
from models.delivery.kinds import EventKind, ItemState, NoteDecision
from models.delivery.papers import (
    CheckLine,
    ChecklistPaper,
    CheckSection,
    ConfirmationPaper,
    DefectLine,
    DefectsPaper,
    DeliveryHead,
    DispatchPaper,
    GoodsLine,
    RunLine,
    RunPaper,
    WarrantyLine,
)
from models.delivery.states import DeliveryState
from models.delivery.tables import (
    Delivery,
    DeliveryDefect,
    DeliveryEvent,
    DeliveryItem,
    DeliveryRun,
    DeliverySignature,
    DispatchNote,
)
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import label, pick
from models.kernel.money import quantity_text
from models.papers.facts import PaperKind, StoreHead, Watermark
from models.papers.lists import content
from models.sales.contract_actions import received
from models.sales.paper_facts import addressed
from models.sales.standing import present_total
from models.sales.supplement_states import SignedHow
from models.shop.profile import trade
from models.staff.lists import names
from models.trades.delivery_template import Evidence, Gate


def head(delivery: Delivery, store: StoreHead, language: str) -> DeliveryHead:
    """What every paper of a delivery begins with."""
    people = names()
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == delivery.customer_id, CustomerPhone.position == 0)
    return DeliveryHead(
        store=store,
        number=delivery.number,
        name=pick(json.loads(delivery.name), language),
        contract_number=delivery.contract.number,
        customer=addressed(delivery.customer, language),
        phone=phone.number if phone else "",
        starts_at=clock.local(delivery.starts_at),
        minutes=delivery.minutes,
        bay=delivery.bay.name if delivery.bay_id else "",
        place=delivery.place,
        consultant=people.get(delivery.consultant_id, ""),
        advisor=people.get(delivery.advisor_id or 0, ""),
    )


def goods(delivery: Delivery) -> tuple[GoodsLine, ...]:
    """What is handed over, with the numbers of its units."""
    lines = standing.lines_of(delivery)
    serials: dict[int | None, list[str]] = {}
    for unit in standing.expected_units(delivery, lines):
        serials.setdefault(unit.line, []).append(unit.serial)
    return tuple(
        GoodsLine(line.name, line.spec, line.quantity, line.unit, "\n".join(serials.get(line.position, ())))
        for line in lines
    )


def dispatch_paper(delivery_id: int, store: StoreHead, language: str) -> DispatchPaper:
    """The dispatch note that waits or is approved. Raises RuleError where none was asked for."""
    delivery = Delivery.get_by_id(delivery_id)
    note = standing.standing_note(delivery_id)
    if note is None:
        raise RuleError("No dispatch note has been asked for.")
    people = names()
    total = present_total(delivery.contract)
    money_in = received(delivery.contract_id)
    approved = note.decision is NoteDecision.GRANTED
    return DispatchPaper(
        head=head(delivery, store, language),
        number=note.number,
        goods=goods(delivery),
        total=total,
        received=money_in,
        owed=max(total - money_in, 0),
        overruled=standing.overruled(delivery),
        overruled_because=_overruled_because(delivery),
        asked_by=people.get(note.asked_by_id, ""),
        asked_at=clock.local(note.asked_at),
        approved_by=people.get(note.decided_by_id or 0, "") if approved else "",
        approved_at=clock.local(note.decided_at) if approved else None,
    )


def _overruled_because(delivery: Delivery) -> str:
    query = DeliveryEvent.select(DeliveryEvent.text).where(
        DeliveryEvent.delivery == delivery.id, DeliveryEvent.kind == EventKind.OVERRULED
    )
    return query.order_by(DeliveryEvent.id.desc()).limit(1).scalar() or ""


def dispatch_notes(delivery_id: int) -> list[str]:
    """The numbers of a delivery's dispatch notes, the returned ones too."""
    query = DispatchNote.select(DispatchNote.number).where(DispatchNote.delivery == delivery_id)
    return [row[0] for row in query.order_by(DispatchNote.id).tuples()]


def checklist_paper(delivery_id: int, store: StoreHead, language: str) -> ChecklistPaper:
    """The checklist as it stands."""
    delivery = Delivery.get_by_id(delivery_id)
    items = DeliveryItem.select().where(DeliveryItem.delivery == delivery_id).order_by(DeliveryItem.position)
    people = names()
    sections = []
    for _number, group in groupby(items, key=lambda item: item.section_no):
        own = list(group)
        lines = tuple(_check_line(item, people, language) for item in own)
        sections.append(CheckSection(pick(json.loads(own[0].section), language), own[0].part, lines))
    return ChecklistPaper(
        head=head(delivery, store, language),
        goods=goods(delivery),
        bring=pick(json.loads(delivery.bring), language),
        sections=tuple(sections),
    )


def _check_line(item: DeliveryItem, people: dict[int, str], language: str) -> CheckLine:
    return CheckLine(
        number=item.position + 1,
        wording=pick(json.loads(item.wording), language),
        role=label(item.role, language),
        required=item.required,
        mark=item.state.value,
        found=found_of(item),
        done_by=people.get(item.staff_id or 0, ""),
        done_at=clock.local(item.at) if item.at else None,
    )


def found_of(item: DeliveryItem) -> str:
    """What was found at an item, as it is written on paper: the reading and the note, or why it does not apply."""
    if item.state is ItemState.NOT_APPLICABLE:
        return str(item.reason)
    reading = "" if item.reading is None else quantity_text(item.reading)
    return " · ".join(part for part in (reading, item.text) if part)


def confirmation_paper(delivery_id: int, store: StoreHead, language: str) -> ConfirmationPaper:
    """What the customer confirms: goods, readings, what was handed over and explained, warranty, defects."""
    delivery = Delivery.get_by_id(delivery_id)
    done = [
        item
        for item in DeliveryItem.select().where(DeliveryItem.delivery == delivery_id).order_by(DeliveryItem.position)
        if item.state is ItemState.DONE and item.gate is not Gate.AFTER
    ]
    signed = list(
        DeliverySignature.select().where(DeliverySignature.delivery == delivery_id).order_by(DeliverySignature.id)
    )
    drawn = next((row for row in reversed(signed) if row.how is SignedHow.DRAWN), None)
    return ConfirmationPaper(
        head=head(delivery, store, language),
        goods=goods(delivery),
        readings=tuple(
            (standing.item_title(item, language), found_of(item))
            for item in done
            if item.evidence in (Evidence.READING, Evidence.TEXT)
        ),
        received=tuple(
            standing.item_title(item, language)
            for item in done
            if item.gate is Gate.HAND_OVER and item.evidence is Evidence.TICK
        ),
        warranty=warranty_lines(delivery, language),
        defects=_defects(delivery_id),
        handed_over_at=clock.local(delivery.handed_over_at) if delivery.handed_over_at else None,
        handed_over_by=names().get(delivery.handed_over_by_id or 0, ""),
        signed_by=signed[-1].name if signed else "",
        signature=content(drawn.attachment_id) if drawn else None,
    )


def warranty_lines(delivery: Delivery, language: str) -> tuple[WarrantyLine, ...]:
    """What the store answers for from the hand-over on, or from the day it is planned for."""
    day = clock.local(delivery.handed_over_at or delivery.starts_at).date()
    return tuple(
        WarrantyLine(pick(each.what, language), each.months, rules.months_after(day, each.months))
        for each in trade().warranty
    )


def _defects(delivery_id: int) -> tuple[DefectLine, ...]:
    people = names()
    query = DeliveryDefect.select().where(DeliveryDefect.delivery == delivery_id).order_by(DeliveryDefect.id)
    return tuple(
        DefectLine(*(number, row.part, row.what, row.due_on, people.get(row.staff_id, ""), row.mended_on, row.mended))
        for number, row in enumerate(query, 1)
    )


def defects_paper(delivery_id: int, store: StoreHead, language: str) -> DefectsPaper:
    """The list of defects."""
    return DefectsPaper(head(Delivery.get_by_id(delivery_id), store, language), _defects(delivery_id))


def run_paper(delivery_id: int, store: StoreHead, language: str) -> RunPaper:
    """The run sheet by the minute."""
    delivery = Delivery.get_by_id(delivery_id)
    query = DeliveryRun.select().where(DeliveryRun.delivery == delivery_id).order_by(DeliveryRun.position)
    begins = clock.local(delivery.starts_at)
    lines = tuple(RunLine(begins + timedelta(minutes=row.minute), row.what, row.who, row.phone) for row in query)
    return RunPaper(head(delivery, store, language), lines)


def watermark(delivery_id: int, *, released: bool) -> Watermark:
    """What is written across a paper: void for a cancelled delivery, draft while a note is not ``released``."""
    if Delivery.get_by_id(delivery_id).state is DeliveryState.CANCELLED:
        return Watermark.VOID
    note = standing.standing_note(delivery_id)
    if released and (note is None or note.decision is not NoteDecision.GRANTED):
        return Watermark.DRAFT
    return Watermark.NONE


def delivery_papers() -> list[tuple[PaperKind, str, int]]:
    """The papers of every delivery that was not cancelled, as (kind, number, id of the delivery).

    Its checklist, the dispatch note once it is approved, the confirmation once it is handed over.
    """
    found = []
    for delivery in Delivery.select().where(Delivery.state != DeliveryState.CANCELLED).order_by(Delivery.id):
        found.append((PaperKind.DELIVERY_CHECKLIST, delivery.number, delivery.id))
        note = standing.standing_note(delivery.id)
        if note is not None and note.decision is NoteDecision.GRANTED:
            found.append((PaperKind.DISPATCH_NOTE, note.number, delivery.id))
        if delivery.handed_over_at is not None:
            found.append((PaperKind.DELIVERY_CONFIRMATION, delivery.number, delivery.id))
    return found
