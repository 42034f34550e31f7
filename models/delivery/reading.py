"""One delivery read whole, for its page: progress, goods, what blocks each step, papers, log (D1 to D3)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from models.customers.rules import masked_phone
from models.customers.seeing import may_see
from models.customers.tables import CustomerPhone
from models.delivery import lists, standing
from models.delivery.checklist_actions import is_changeable, may_do
from models.delivery.kinds import ItemState, NoteDecision
from models.delivery.rules import compared
from models.delivery.states import DELIVERY_MOVES, DONE_STATES, LIVE_STATES, DeliveryFacts
from models.delivery.tables import (
    Delivery,
    DeliveryDefect,
    DeliveryEvent,
    DeliveryException,
    DeliveryItem,
    DeliveryRun,
    DeliverySignature,
    DeliveryUnit,
    DispatchNote,
)
from models.delivery.views import (
    DefectView,
    DeliveryView,
    EventView,
    ItemView,
    NoteView,
    Progress,
    RunView,
    SectionView,
    SignatureView,
    Steps,
    UnitView,
)
from models.kernel import clock, flow
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission, Role
from models.staff.lists import names


def delivery_view(actor: Actor, delivery_id: int) -> DeliveryView:
    """A delivery as its page shows it to this person."""
    delivery = Delivery.get_by_id(delivery_id)
    people = names()
    facts = standing.facts_of(actor, delivery)
    phone, masked = phone_of(actor, delivery)
    notes = _notes(delivery, people)
    note = next((each for each in notes if each.decision is not NoteDecision.RETURNED), None)
    live, done = delivery.state in LIVE_STATES, delivery.state in DONE_STATES
    lines = standing.lines_of(delivery)
    return DeliveryView(
        entry=lists.entry(delivery_id),
        version=delivery.version,
        template=delivery.template,
        template_no=delivery.template_no,
        contract_state=delivery.contract.state,
        phone=phone,
        masked=masked,
        place=delivery.place,
        bring=pick(json.loads(delivery.bring)),
        note=delivery.note,
        reason=delivery.reason,
        drive_minutes=delivery.drive_minutes,
        owed=sum(blocker.amount for blocker in standing.owed_blockers(delivery)) if live else 0,
        overruled=standing.overruled(delivery),
        lines=tuple(lists.line_view(line) for line in lines),
        units=_units(delivery, people),
        sections=_sections(actor, delivery, people),
        steps=_steps(facts),
        actions=flow.available(DELIVERY_MOVES, delivery.state, actor, facts),
        dispatch=note,
        returned_notes=tuple(each for each in notes if each.decision is NoteDecision.RETURNED),
        signatures=_signatures(delivery, people),
        defects=tuple(defects(delivery_id)),
        run=_run(delivery),
        events=_events(delivery, people),
        exceptions=_exceptions(delivery_id),
        handed_over_at=delivery.handed_over_at,
        handed_over_by=people.get(delivery.handed_over_by_id or 0, ""),
        booked_at=delivery.booked_at,
        booked_by=people.get(delivery.booked_by_id or 0, ""),
        own=facts.own,
        may_prepare=actor.may(Permission.PREPARE_DELIVERY) and (live or done),
        may_ask_release=live and note is None and facts.own and actor.may(Permission.PLAN_DELIVERY),
        may_decide_release=live and _may_decide(actor, delivery),
        may_overrule=live and actor.may(Permission.OVERRULE_DELIVERY),
        may_book=done and delivery.booked_at is None and actor.may(Permission.BOOK_DELIVERY),
        may_log_exception=actor.may(Permission.LOG_EXCEPTION),
    )


def phone_of(actor: Actor, delivery: Delivery) -> tuple[str, bool]:
    """The customer's preferred phone and whether it is masked (C11)."""
    row = CustomerPhone.get_or_none(CustomerPhone.customer == delivery.customer_id, CustomerPhone.position == 0)
    number = row.number if row else ""
    if not number or may_see(actor, delivery.customer.owner_id, delivery.customer_id):
        return number, False
    return masked_phone(number), True


def _may_decide(actor: Actor, delivery: Delivery) -> bool:
    note = standing.standing_note(delivery.id)
    if note is None or note.decision is not NoteDecision.OPEN or not actor.may(Permission.APPROVE_DISPATCH):
        return False
    return note.asked_by_id != actor.id or Role.OWNER in actor.roles


def _steps(facts: DeliveryFacts) -> Steps:
    return Steps(facts.confirm, facts.ready, facts.hand_over, facts.follow_up, facts.close)


def _sections(actor: Actor, delivery: Delivery, people: dict[int, str]) -> tuple[SectionView, ...]:
    query = DeliveryItem.select().where(DeliveryItem.delivery == delivery.id).order_by(DeliveryItem.position)
    day = clock.local(delivery.starts_at).date()
    found = []
    for number, group in groupby(query, key=lambda item: item.section_no):
        items = list(group)
        views = tuple(_item(actor, delivery, item, day, people) for item in items)
        found.append(SectionView(number, pick(json.loads(items[0].section)), items[0].part, views, progress_of(views)))
    return tuple(found)


def progress_of(items: Sequence[ItemView]) -> Progress:
    """How far these items are."""
    open_required = sum(item.required and item.state is ItemState.OPEN for item in items)
    return Progress(sum(item.state is not ItemState.OPEN for item in items), len(items), open_required)


def _item(actor: Actor, delivery: Delivery, item: DeliveryItem, day: date, people: dict[int, str]) -> ItemView:
    return ItemView(
        id=item.id,
        position=item.position,
        wording=pick(json.loads(item.wording)),
        part=item.part,
        required=item.required,
        role=item.role,
        evidence=item.evidence,
        gate=item.gate,
        means=item.means,
        due_on=None if item.days is None else day + timedelta(days=item.days),
        state=item.state,
        reading=item.reading,
        text=item.text,
        reason=item.reason,
        attachment_id=item.attachment_id,
        done_by=people.get(item.staff_id or 0, ""),
        done_at=item.at,
        may_do=may_do(actor, item, delivery) and is_changeable(item, delivery),
    )


def _units(delivery: Delivery, people: dict[int, str]) -> tuple[UnitView, ...]:
    query = DeliveryUnit.select().where(DeliveryUnit.delivery == delivery.id)
    checks = {row.serial: row for row in query}
    found = []
    for unit in standing.expected_units(delivery):
        check = checks.get(compared(unit.serial))
        by = people.get(check.staff_id, "") if check else ""
        found.append(lists.unit_view(unit, check.at if check else None, by))
    return tuple(found)


def _notes(delivery: Delivery, people: dict[int, str]) -> list[NoteView]:
    query = DispatchNote.select().where(DispatchNote.delivery == delivery.id).order_by(DispatchNote.id)
    return [
        NoteView(
            *(note.id, note.number, note.decision, people.get(note.asked_by_id, ""), note.asked_at),
            *(people.get(note.decided_by_id or 0, ""), note.decided_at, note.reason),
        )
        for note in query
    ]


def _signatures(delivery: Delivery, people: dict[int, str]) -> tuple[SignatureView, ...]:
    query = DeliverySignature.select().where(DeliverySignature.delivery == delivery.id)
    return tuple(
        SignatureView(row.name, row.how, row.attachment_id, row.taken_at, people.get(row.taken_by_id, ""))
        for row in query.order_by(DeliverySignature.id)
    )


def defects(delivery_id: int) -> list[DefectView]:
    """The defects of a delivery, open ones first, the earliest due first."""
    query = DeliveryDefect.select().where(DeliveryDefect.delivery == delivery_id)
    people, today = names(), clock.today()
    rows = sorted(query, key=lambda row: (row.mended_on is not None, row.due_on, row.id))
    return [
        DefectView(
            *(row.id, row.version, row.delivery_id, row.part, row.what, row.due_on, row.staff_id),
            *(people.get(row.staff_id, ""), row.attachment_id, row.mended_on, row.mended),
            late=row.mended_on is None and row.due_on < today,
        )
        for row in rows
    ]


def _run(delivery: Delivery) -> tuple[RunView, ...]:
    query = DeliveryRun.select().where(DeliveryRun.delivery == delivery.id).order_by(DeliveryRun.position)
    begins = delivery.starts_at
    return tuple(
        RunView(row.minute, begins + timedelta(minutes=row.minute), row.what, row.who, row.phone) for row in query
    )


def _events(delivery: Delivery, people: dict[int, str]) -> tuple[EventView, ...]:
    query = DeliveryEvent.select().where(DeliveryEvent.delivery == delivery.id).order_by(DeliveryEvent.id)
    return tuple(
        EventView(
            *(row.at, row.kind, row.text, people.get(row.staff_id, ""), row.reached),
            *(row.starts_at, row.new_starts_at, row.told_at, row.amount),
        )
        for row in query
    )


def _exceptions(delivery_id: int) -> tuple[int, ...]:
    query = DeliveryException.select(DeliveryException.exception_id).where(DeliveryException.delivery == delivery_id)
    return tuple(row[0] for row in query.order_by(DeliveryException.id).tuples())
