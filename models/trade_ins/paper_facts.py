"""The facts of an appraisal's paper, in one language (S5); the store's head is handed in by the printer."""

from __future__ import annotations

from models.customers.tables import CustomerPhone
from models.kernel import clock
from models.kernel.i18n import label, pick
from models.papers.facts import StoreHead, Watermark
from models.sales.paper_facts import addressed
from models.staff.lists import names
from models.trade_ins.lists import areas, documents, form_of, name_of
from models.trade_ins.papers import AppraisalPaper, ConditionLine, ReferenceLine
from models.trade_ins.states import AppraisalState
from models.trade_ins.tables import Appraisal

_DECIDED = (*(AppraisalState.APPROVED, AppraisalState.OFFERED, AppraisalState.USED), AppraisalState.TAKEN_IN)


def appraisal_paper(appraisal_id: int, store: StoreHead, language: str) -> AppraisalPaper:
    """The appraisal as it stands."""
    appraisal = Appraisal.get_by_id(appraisal_id)
    form, people = form_of(appraisal), names()
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == appraisal.customer_id, CustomerPhone.position == 0)
    approved = appraisal.state in _DECIDED
    return AppraisalPaper(
        store=store,
        number=appraisal.number,
        customer=addressed(appraisal.customer, language),
        phone=phone.number if phone else "",
        vehicle=" ".join(part for part in (form.make, form.model) if part),
        colour=form.colour,
        plate=form.plate,
        vin=form.vin,
        registered_on=form.registered_on,
        mileage_km=form.mileage_km or 0,
        owners=form.owners,
        insurance_until=form.insurance_until,
        inspection_until=form.inspection_until,
        conditions=tuple(
            ConditionLine(name_of(each.area, areas(), language), label(each.grade, language), each.remark)
            for each in form.conditions
        ),
        accidents=form.accidents,
        mortgage=form.mortgage,
        documents=tuple(pick(each.name, language) for each in documents() if each.code in form.documents),
        missing_documents=tuple(pick(each.name, language) for each in documents() if each.code not in form.documents),
        references=tuple(ReferenceLine(each.source, each.about, each.price) for each in form.references),
        note=form.note,
        price=form.price,
        valid_until=form.valid_until,
        appraiser=people.get(appraisal.appraiser_id, ""),
        approved_by=people.get(appraisal.decided_by_id or 0, "") if approved else "",
        approved_at=clock.local(appraisal.decided_at) if approved and appraisal.decided_at else None,
    )


def watermark(appraisal_id: int) -> Watermark:
    """What is written across: draft until it is approved, void once it is declined."""
    state = Appraisal.get_by_id(appraisal_id).state
    if state is AppraisalState.DECLINED:
        return Watermark.VOID
    return Watermark.NONE if state in _DECIDED else Watermark.DRAFT
