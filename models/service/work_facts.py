"""The facts of dispatch sheet and extra-work approval, in one language (W6, W7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from models.kernel import clock
from models.kernel.i18n import label, pick
from models.kernel.money import quantity_text
from models.papers.facts import StoreHead, Watermark
from models.papers.lists import content
from models.service import board, standing, terms
from models.service.kinds import Consent, ExtraState, LineKind, Stance
from models.service.reception_facts import estimate_line, order_head, watermark
from models.service.tables import Authorisation, ExtraWork, WorkLine, WorkOrder
from models.service.work_papers import DispatchedLine, DispatchedPerson, ExtraWorkPaper, WorkDispatchPaper
from models.staff.lists import names


def dispatch_paper(order_id: int, store: StoreHead, language: str) -> WorkDispatchPaper:
    """Who does what of an order, as it stands."""
    order = WorkOrder.get_by_id(order_id)
    lines = standing.lines_of(order)
    work = [line for line in lines if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]
    people, bays = names(), board.bay_names()
    who = list(dict.fromkeys(line.technician_id for line in work))
    return WorkDispatchPaper(
        head=replace(order_head(order, store, language), phone=""),
        number=order.number,
        complaint=order.complaint,
        road_test=order.road_test_allowed,
        people=tuple(
            DispatchedPerson(
                people.get(staff_id or 0, ""),
                tuple(_line(order, line, lines, bays, language) for line in work if line.technician_id == staff_id),
            )
            for staff_id in who
        ),
    )


def _line(
    order: WorkOrder, line: WorkLine, lines: Iterable[WorkLine], bays: dict[int, str], language: str
) -> DispatchedLine:
    skills = {each.code: pick(each.name, language) for each in terms.template_of(order.template).skills}
    parts = [each for each in lines if each.parent_id == line.id and each.stance is Stance.CHOSEN]
    return DispatchedLine(
        name=line.name,
        skill=skills.get(line.skill, ""),
        hours=next((each.standard for each in board.lines_of_order(order.id) if each.id == line.id), line.quantity),
        bay=bays.get(line.bay or 0, ""),
        note=line.note,
        parts=tuple(f"{each.name} × {quantity_text(each.quantity)} {each.unit}".strip() for each in parts),
    )


def extra_paper(extra_id: int, store: StoreHead, language: str) -> ExtraWorkPaper:
    """What the customer is asked to agree to, or has answered."""
    extra = ExtraWork.get_by_id(extra_id)
    order = extra.order
    own = list(WorkLine.select().where(WorkLine.extra == extra_id).order_by(WorkLine.position))
    wanted = [line for line in own if line.stance in (Stance.OFFERED, Stance.CHOSEN)]
    before = _authorised_before(extra)
    people = names()
    drawn = extra.consent is Consent.DRAWN and extra.attachment_id is not None
    return ExtraWorkPaper(
        head=order_head(order, store, language),
        number=f"{order.number}-{extra.no}",
        found=extra.found,
        found_by=people.get(extra.found_by_id, ""),
        found_at=clock.local(extra.found_at),
        safety=extra.safety or any(line.safety for line in own),
        lines=tuple(estimate_line(line, language) for line in wanted),
        refused=tuple(estimate_line(line, language) for line in own if line.stance is Stance.REFUSED),
        amount=extra.amount,
        authorised=before,
        total=before + (extra.amount if wanted else 0),
        promised_at=clock.local(extra.promised_at) if extra.promised_at else None,
        state=label(extra.state, language),
        consent=label(extra.consent, language) if extra.consent else "",
        name=extra.called,
        said=extra.said,
        answered_at=clock.local(extra.answered_at) if extra.answered_at else None,
        answered_to=people.get(extra.answered_to_id or 0, ""),
        signature=content(extra.attachment_id) if drawn else b"",
    )


def _authorised_before(extra: ExtraWork) -> int:
    """What the customer had authorised when they answered, or have authorised now."""
    until = extra.answered_at or clock.now()
    query = Authorisation.select().where(Authorisation.order == extra.order_id, Authorisation.at < until)
    last = query.order_by(Authorisation.no.desc()).first()
    return int(last.total) if last else int(extra.order.authorised or 0)


def extra_watermark(extra_id: int) -> Watermark:
    """An extra that was withdrawn is void."""
    extra = ExtraWork.get_by_id(extra_id)
    return Watermark.VOID if extra.state is ExtraState.WITHDRAWN else watermark(extra.order_id)
