"""The facts of amendments and cancellations, in one language, for the papers that are drawn from them (S6)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from models.kernel.i18n import label, pick, translator
from models.papers.facts import PaperKind, Watermark
from models.sales import amendments
from models.sales.amendments import LineChange
from models.sales.paper_facts import approval_steps, signatures_on
from models.sales.standing import present_total, received_by_stage, settled, standing
from models.sales.supplement_papers import (
    AmendmentPaper,
    CancellationPaper,
    ChangedFact,
    ChangeGroup,
    ChangeRow,
    StageAfter,
)
from models.sales.supplement_states import SupplementState
from models.sales.tables import Amendment, Cancellation, Contract, ContractParty
from models.shop.paper_look import paper_head
from models.shop.profile import trade


def amendment_paper(amendment_id: int, language: str) -> AmendmentPaper:
    """What the amendment says, in ``language``: as frozen at signing, else as it stands now."""
    amendment = Amendment.get_by_id(amendment_id)
    if amendment.frozen:
        kept = msgspec.json.decode(zlib.decompress(amendment.frozen), type=dict[str, AmendmentPaper])
        return replace(kept[language], signatures=signatures_on(amendment))
    contract = amendment.contract
    base = amendments.before(amendment)
    money_in = received_by_stage([contract.id])[contract.id]
    stages = amendments.planned_stages(amendment)
    paid = settled(stages, money_in)
    return AmendmentPaper(
        store=paper_head(PaperKind.AMENDMENT),
        number=amendment.number,
        contract_number=contract.number,
        contract_signed_on=contract.signed_on,
        signed_on=amendment.signed_on,
        customer=contract.customer.name,
        buyer_names=buyers(contract),
        consultant=contract.consultant.name,
        reason=amendment.reason,
        groups=_groups(amendments.changes(amendment), language),
        discount_change=amendment.whole_discount - base.whole_discount,
        facts=_facts(base.subject, json.loads(amendment.subject), language),
        total_before=amendment.total - amendment.change,
        change=amendment.change,
        total_after=amendment.total,
        received=sum(money_in.values()),
        plan=tuple(
            StageAfter(
                name=pick(json.loads(stage.name), language),
                condition=pick(json.loads(stage.condition), language),
                due=stage.due_on,
                amount=stage.amount,
                paid=part,
            )
            for stage, part in zip(stages, paid, strict=True)
        ),
        approvals=approval_steps(amendment, amendment.drafted_by.name, language),
    )


def cancellation_paper(cancellation_id: int, language: str) -> CancellationPaper:
    """What the cancellation says, in ``language``: as frozen at signing, else as it stands now."""
    cancellation = Cancellation.get_by_id(cancellation_id)
    if cancellation.frozen:
        kept = msgspec.json.decode(zlib.decompress(cancellation.frozen), type=dict[str, CancellationPaper])
        return replace(kept[language], signatures=signatures_on(cancellation))
    contract = cancellation.contract
    _ = translator(language)
    return CancellationPaper(
        store=paper_head(PaperKind.CANCELLATION),
        number=cancellation.number,
        contract_number=contract.number,
        contract_signed_on=contract.signed_on,
        signed_on=cancellation.signed_on,
        customer=contract.customer.name,
        buyer_names=buyers(contract),
        consultant=contract.consultant.name,
        reason=cancellation.reason,
        fault=label(cancellation.fault, language),
        goods=_("; ").join(line.name for line in standing(contract).lines),
        total=present_total(contract),
        received=cancellation.received,
        deposit=cancellation.deposit,
        proposed=cancellation.proposed,
        refund=cancellation.refund,
        because=cancellation.because,
        approvals=approval_steps(cancellation, cancellation.drafted_by.name, language),
    )


def watermark(supplement: Amendment | Cancellation) -> Watermark:
    """Before approval it is a draft, withdrawn it is void; an approved one is clean, for it is what gets signed."""
    if supplement.state is SupplementState.WITHDRAWN:
        return Watermark.VOID
    clean = supplement.state in (SupplementState.APPROVED, SupplementState.SIGNED)
    return Watermark.NONE if clean else Watermark.DRAFT


def amendment_watermark(amendment_id: int) -> Watermark:
    """What is written across an amendment's paper."""
    return watermark(Amendment.get_by_id(amendment_id))


def cancellation_watermark(cancellation_id: int) -> Watermark:
    """What is written across a cancellation's paper."""
    return watermark(Cancellation.get_by_id(cancellation_id))


def buyers(contract: Contract) -> tuple[str, ...]:
    """The names on the buyer's side."""
    query = ContractParty.select().where(ContractParty.contract == contract.id).order_by(ContractParty.position)
    return tuple(party.name for party in query)


def _groups(changes: Sequence[LineChange], language: str) -> tuple[ChangeGroup, ...]:
    """What makes it dearer, what makes it cheaper, what is only changed."""
    _ = translator(language)
    sorted_out = (
        (_("Added items"), [each for each in changes if each.difference > 0]),
        (_("Reduced items"), [each for each in changes if each.difference < 0]),
        (_("Changed items"), [each for each in changes if not each.difference]),
    )
    return tuple(
        ChangeGroup(title, tuple(map(_row, some)), sum(each.difference for each in some))
        for title, some in sorted_out
        if some
    )


def _row(change: LineChange) -> ChangeRow:
    line, before, after = change.line, change.before, change.after
    return ChangeRow(
        name=line.name,
        spec=line.spec,
        unit=line.unit,
        quantity_before=before.quantity if before else 0,
        price_before=before.unit_price if before else 0,
        quantity_after=after.quantity if after else 0,
        price_after=after.unit_price if after else 0,
        difference=change.difference,
    )


def _facts(before: Mapping[str, str], changed: Mapping[str, str], language: str) -> tuple[ChangedFact, ...]:
    return tuple(
        ChangedFact(pick(field.name, language), before.get(field.code, ""), changed[field.code])
        for field in trade().contract.subject_fields
        if field.code in changed
    )
