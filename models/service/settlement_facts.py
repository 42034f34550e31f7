"""The facts of settlement sheets, gate passes and receipts of work orders, in one language (W9, S7)."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any

import msgspec

from models.customers.tables import OwnedGoods
from models.kernel import clock
from models.kernel.i18n import label, translator
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind, StoreHead
from models.sales.paper_facts import addressed, first_phone
from models.service import standing, terms
from models.service.kinds import Charge, Check, EventKind, ExtraState, LineKind, Stance
from models.service.settlement_papers import (
    AskedExtra,
    FreeLine,
    GatePassPaper,
    PutOffLine,
    ReceivedPart,
    SettledLine,
    SettlementPaper,
    WorkReceiptPaper,
)
from models.service.tables import (
    Authorisation,
    ExtraWork,
    GatePass,
    QualityCheck,
    Settlement,
    WorkLine,
    WorkOrder,
    WorkOrderEvent,
    WorkPayment,
)
from models.shop.paper_look import paper_head
from models.staff.tables import Staff

_MOST_WARRANTIES = 6


def settlement_paper(settlement_id: int, store: StoreHead, language: str) -> SettlementPaper:
    """What a settlement sheet says: as kept when it was settled, with what was received since."""
    settlement = Settlement.get_by_id(settlement_id)
    papers = msgspec.json.decode(zlib.decompress(settlement.frozen), type=dict[str, SettlementPaper])
    payments = list(WorkPayment.select().where(WorkPayment.order == settlement.order_id).order_by(WorkPayment.id))
    gate_pass = GatePass.get_or_none(GatePass.order == settlement.order_id)
    last = payments[-1] if payments else None
    return replace(
        papers[language],
        received=tuple(ReceivedPart(row.number, label(row.method, language), row.amount) for row in payments),
        cashier=last.cashier.name if last else "",
        paid_at=clock.local(last.taken_at) if last else None,
        gate_pass=gate_pass.number if gate_pass else "",
    )


def is_void(settlement_id: int) -> bool:
    """Whether a settlement was taken back."""
    return Settlement.get_by_id(settlement_id).withdrawn_at is not None


def drawn_up(settlement: Settlement, language: str) -> SettlementPaper:
    """What the sheet of a settlement says at this moment, without what is received."""
    order: WorkOrder = settlement.order
    lines = [line for line in standing.lines_of(order) if line.stance is Stance.CHOSEN]
    own = [line for line in lines if line.charge is Charge.CUSTOMER]
    names = dict(Staff.select(Staff.id, Staff.name).tuples())
    first = Authorisation.select().where(Authorisation.order == order.id).order_by(Authorisation.id.desc()).first()
    return SettlementPaper(
        store=paper_head(PaperKind.SETTLEMENT),
        number=settlement.number,
        settled_on=clock.local(settlement.at).date(),
        **_about(order, language),
        **_times(order),
        checker=_checker(order, names),
        done_words=order.done_words,
        labour=tuple(_line(line, names, language) for line in own if line.kind is LineKind.LABOUR),
        parts=tuple(_line(line, names, language) for line in own if line.kind is LineKind.PART),
        other=tuple(_line(line, names, language) for line in own if line.kind is LineKind.OTHER),
        free=tuple(_free(line, language) for line in lines if line.charge is not Charge.CUSTOMER),
        labour_sum=settlement.labour,
        parts_sum=settlement.parts,
        other_sum=settlement.other,
        discount=settlement.discount,
        whole_discount=order.discount,
        rounding=settlement.rounding,
        free_sum=settlement.free,
        total=settlement.total,
        first_authorised=first.total if first else settlement.authorised,
        authorised=settlement.authorised,
        put_off=tuple(_put_off(order)),
        extras=tuple(_extras(order, names)),
        next_service=next_words(order, language),
        warranties=_warranties(lines, language),
        old_parts=label(order.old_parts, language) if terms.template_of(order.template).vehicle else "",
    )


def _about(order: WorkOrder, language: str) -> dict[str, Any]:
    goods: OwnedGoods | None = order.goods if order.goods_id else None
    return {
        "customer": addressed(order.customer, language),
        "phone": order.brought_phone or first_phone(order.customer_id),
        "plate": goods.plate if goods else "",
        "vehicle": " ".join(filter(None, (goods.make, goods.model))) if goods else "",
        "vin": goods.serial if goods else "",
        "place": order.place,
        "order_number": order.number,
        "mileage": order.mileage,
        "advisor": order.advisor.name,
    }


def _times(order: WorkOrder) -> dict[str, Any]:
    names = ("received_at", "ready_at", "promised_at")
    moments = {name: getattr(order, name) for name in names}
    return {name: clock.local(at) if at else None for name, at in moments.items()}


def _checker(order: WorkOrder, names: dict[int, str]) -> str:
    """Who made the last check that was passed, by the highest step there was."""
    query = QualityCheck.select().where(QualityCheck.order == order.id, QualityCheck.passed == 1)
    passed = {check.step: check.staff_id for check in query.order_by(QualityCheck.id)}
    who = passed.get(Check.FINAL) or passed.get(Check.SECOND)
    return names[who] if who else ""


def _line(line: WorkLine, names: dict[int, str], language: str) -> SettledLine:
    labour = line.kind is LineKind.LABOUR
    beside = names.get(line.technician_id, "") if labour else line.code
    worth = standing.money_of(line)
    return SettledLine(
        *(line.name, beside, line.quantity, line.unit, line.unit_price, line.discount, worth.amount),
    )


def _free(line: WorkLine, language: str) -> FreeLine:
    return FreeLine(
        *(label(line.kind, language), line.name, line.code, line.quantity, line.unit),
        *(standing.money_of(line).full, label(line.charge, language)),
    )


def _put_off(order: WorkOrder) -> list[PutOffLine]:
    """What was put off or refused, now and before, and is open still; what concerns safety first (W4, W7)."""
    found = run_sql(
        "SELECT d.name, l.note, d.amount, d.safety, d.refused FROM deferred_work d "
        "JOIN work_line l ON l.id = d.line_id WHERE d.state = 'open' AND (d.order_id = ? OR d.goods_id = ?) "
        "ORDER BY d.safety DESC, d.id",
        *(order.id, order.goods_id),
    )
    return [PutOffLine(name, note, int(amount), bool(safety), bool(no)) for name, note, amount, safety, no in found]


def _extras(order: WorkOrder, names: dict[int, str]) -> list[AskedExtra]:
    query = ExtraWork.select().where(ExtraWork.order == order.id, ExtraWork.state == ExtraState.AGREED)
    return [
        AskedExtra(
            *(extra.found, extra.amount, clock.local(extra.answered_at) if extra.answered_at else None),
            *(names.get(extra.answered_to_id, ""), extra.called_number),
        )
        for extra in query.order_by(ExtraWork.no)
    ]


def next_words(order: WorkOrder, language: str) -> str:
    """When the vehicle should come again, in words; "" for never."""
    _ = translator(language)
    km = _("{km} km").format(km=f"{order.next_service_km:,}") if order.next_service_km else ""
    day = order.next_service_on.isoformat() if order.next_service_on else ""
    return _("{km} or {day}").format(km=km, day=day) if km and day else km or day


def _warranties(lines: list[WorkLine], language: str) -> tuple[str, ...]:
    """How long the store answers for what was done, the longest first."""
    _ = translator(language)
    known = sorted(
        (line for line in lines if line.warranty_months or line.warranty_km),
        key=lambda line: (-line.warranty_months, -line.warranty_km, line.position),
    )
    words = []
    for line in known[:_MOST_WARRANTIES]:
        months = _("{count} months").format(count=line.warranty_months) if line.warranty_months else ""
        km = _("{km} km").format(km=f"{line.warranty_km:,}") if line.warranty_km else ""
        words.append(f"{line.name} {' / '.join(filter(None, (months, km)))}")
    if len(known) > _MOST_WARRANTIES:
        words.append(_("{count} more").format(count=len(known) - _MOST_WARRANTIES))
    return tuple(words)


def gate_pass_paper(pass_id: int, store: StoreHead, language: str) -> GatePassPaper:
    """What a gate pass says; what was open when it was given stands on it with the reason."""
    gate_pass = GatePass.get_by_id(pass_id)
    order: WorkOrder = gate_pass.order
    about = _about(order, language)
    settlement = standing.settlement_of(order)
    total = settlement.total if settlement else 0
    before = WorkPayment.select(WorkPayment.amount).where(
        WorkPayment.order == order.id, WorkPayment.taken_at <= gate_pass.at
    )
    paid = sum(row[0] for row in before.tuples())
    return GatePassPaper(
        store=store,
        number=gate_pass.number,
        issued_at=clock.local(gate_pass.at),
        issued_by=gate_pass.staff.name,
        order_number=order.number,
        settlement_number=settlement.number if settlement else "",
        **{name: about[name] for name in ("customer", "plate", "vehicle", "vin", "advisor")},
        key_tag=order.key_tag,
        total=total,
        paid=paid,
        still_open=max(total - paid, 0),
        overruled=_overruled(order) if total > paid else "",
    )


def _overruled(order: WorkOrder) -> str:
    query = WorkOrderEvent.select().where(WorkOrderEvent.order == order.id, WorkOrderEvent.kind == EventKind.OVERRULED)
    last = query.order_by(WorkOrderEvent.id.desc()).first()
    return f"{last.staff.name} {last.text}" if last else ""


def work_receipt(payment_id: int, store: StoreHead, language: str) -> WorkReceiptPaper:
    """What the receipt of a payment on a work order says, with where the order stood right after it (S7)."""
    _ = translator(language)
    payment = WorkPayment.get_by_id(payment_id)
    order: WorkOrder = payment.order
    so_far = WorkPayment.select(WorkPayment.amount).where(WorkPayment.order == order.id, WorkPayment.id <= payment_id)
    paid = sum(row[0] for row in so_far.tuples())
    settlement = _settled_at(order, payment)
    total = settlement.total if settlement else _authorised_at(order, payment)
    about = _about(order, language)
    reason = payment.note
    if not payment.reverses_id:
        words = _("Settlement {number}") if settlement else _("Payment before the work")
        what = words.format(number=settlement.number) if settlement else words
        reason = "   ".join(filter(None, (what, about["plate"], about["place"])))
    return WorkReceiptPaper(
        store=store,
        number=payment.number,
        received_on=payment.received_on,
        payer=payment.payer,
        payer_phone=about["phone"],
        contract_number=order.number,
        reason=reason,
        amount=payment.amount,
        method=payment.method,
        reference=payment.reference_number,
        contract_total=total,
        paid_so_far=paid,
        still_open=total - paid,
        cashier=payment.cashier.name,
        consultant=order.advisor.name,
        reverses=payment.reverses.number if payment.reverses_id else "",
    )


def _settled_at(order: WorkOrder, payment: WorkPayment) -> Settlement | None:
    """The settlement that held when a payment was taken."""
    query = Settlement.select().where(
        Settlement.order == order.id,
        Settlement.at <= payment.taken_at,
        Settlement.withdrawn_at.is_null() | (Settlement.withdrawn_at > payment.taken_at),
    )
    found: Settlement | None = query.order_by(Settlement.id.desc()).first()
    return found


def _authorised_at(order: WorkOrder, payment: WorkPayment) -> int:
    """What was authorised when a payment was taken before the work; the survey's fee before that."""
    query = Authorisation.select().where(Authorisation.order == order.id, Authorisation.at <= payment.taken_at)
    last = query.order_by(Authorisation.id.desc()).first()
    if last is None:
        return int(order.survey_fee)
    extra = ExtraWork.select(ExtraWork.amount).where(
        ExtraWork.order == order.id,
        ExtraWork.state == ExtraState.AGREED,
        ExtraWork.answered_at > last.at,
        ExtraWork.answered_at <= payment.taken_at,
    )
    return int(last.total) + sum(row[0] for row in extra.tuples())
