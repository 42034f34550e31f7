"""What screens read about amendments, cancellations and signatures of contracts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from models.kernel import flow, money
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import moment, run_sql
from models.sales import amendments, approvals, signatures
from models.sales.amendment_actions import amendment_facts
from models.sales.approvals import Asking
from models.sales.cancellation_actions import cancellation_facts, refunded
from models.sales.quote_actions import is_own, priced
from models.sales.rules import REASONS, Reason, price
from models.sales.standing import StandingLine, received_by_stage, settled, stages_after
from models.sales.states import ApprovalStep, Decision
from models.sales.supplement_facts import buyers
from models.sales.supplement_states import SUPPLEMENT_MOVES, SupplementFacts, SupplementState
from models.sales.supplement_views import (
    AmendmentView,
    CancellationView,
    ChangeLine,
    PlannedStage,
    SignatureRow,
    SupplementRow,
)
from models.sales.supplements import Followed, by_contract, kind_of, open_supplement
from models.sales.tables import Amendment, Cancellation, Contract
from models.sales.views import ApprovalRow
from models.shop.profile import trade

_APPROVALS = (
    "SELECT a.step, a.because, a.decision, a.asked_at, s.name, a.decided_at, a.reason FROM contract_approval a "
    "LEFT JOIN staff s ON s.id = a.decided_by_id WHERE {where} ORDER BY a.id"
)
_CONTRACTS_OWN = "a.contract_id = ? AND a.amendment_id IS NULL AND a.cancellation_id IS NULL"


def supplements_of(contract_id: int) -> list[SupplementRow]:
    """A contract's amendments and cancellations, oldest first."""
    every = [*by_contract(Amendment, contract_id), *by_contract(Cancellation, contract_id)]
    rows = [_row(each) for each in every]
    return sorted(rows, key=lambda row: row.created_at)


def amendment_view(actor: Actor, amendment_id: int) -> AmendmentView:
    """An amendment as its page shows it to this person."""
    amendment = Amendment.get_by_id(amendment_id)
    base, result = amendments.before(amendment), amendments.after(amendment)
    contract = amendment.contract
    money_in = received_by_stage([contract.id])[contract.id]
    signed = amendment.state is SupplementState.SIGNED
    stages = stages_after(contract, amendment.no) if signed else amendments.planned_stages(amendment)
    codes = [category.code for category in trade().categories]
    return AmendmentView(
        **_common(actor, amendment, amendment_facts(actor, amendment)),
        lines=_change_lines(base.lines, amendments.own_lines(amendment)),
        price=price(priced(result.lines), result.whole_discount, codes),
        whole_discount=result.whole_discount,
        whole_before=base.whole_discount,
        subject_before=base.subject,
        subject=json.loads(amendment.subject),
        total_before=amendment.total - amendment.change,
        total=amendment.total,
        change=amendment.change,
        received=sum(money_in.values()),
        stages=tuple(
            PlannedStage(
                name=pick(json.loads(stage.name)),
                condition=pick(json.loads(stage.condition)),
                amount=stage.amount,
                due_on=stage.due_on,
                paid=paid,
            )
            for stage, paid in zip(stages, settled(stages, money_in), strict=True)
        ),
    )


def cancellation_view(actor: Actor, cancellation_id: int) -> CancellationView:
    """A cancellation as its page shows it to this person."""
    cancellation = Cancellation.get_by_id(cancellation_id)
    paid_out = refunded(cancellation)
    signed = cancellation.state is SupplementState.SIGNED
    return CancellationView(
        **_common(actor, cancellation, cancellation_facts(actor, cancellation)),
        fault=cancellation.fault,
        received=cancellation.received,
        deposit=cancellation.deposit,
        proposed=cancellation.proposed,
        refund=cancellation.refund,
        because=cancellation.because,
        refunded=paid_out,
        may_refund=signed and paid_out < cancellation.refund and actor.may(Permission.PAY_REFUND),
    )


def open_supplement_of(contract_id: int) -> SupplementRow | None:
    """The amendment or cancellation that is under way on a contract."""
    found = open_supplement(contract_id)
    return _row(found) if found else None


def signatures_of(signed: Asking) -> tuple[SignatureRow, ...]:
    """The signatures kept of a contract, an amendment or a cancellation."""
    return tuple(
        SignatureRow(each.position, each.name, each.how, each.attachment_id, each.taken_at)
        for each in signatures.kept(signed)
    )


def approvals_of(asking: Asking) -> tuple[ApprovalRow, ...]:
    """Every step of approval that was asked for, and what became of it."""
    where = {Amendment: "a.amendment_id = ?", Cancellation: "a.cancellation_id = ?"}.get(type(asking), _CONTRACTS_OWN)
    return tuple(
        ApprovalRow(
            step=ApprovalStep(step),
            because=_(REASONS[Reason(because)]),
            decision=Decision(decision),
            asked_at=moment(asked_at),
            decided_by=name or "",
            decided_at=moment(decided_at) if decided_at is not None else None,
            reason=reason,
        )
        for step, because, decision, asked_at, name, decided_at, reason in run_sql(
            _APPROVALS.format(where=where), asking.id
        ).fetchall()
    )


def _row(each: Followed) -> SupplementRow:
    return SupplementRow(
        kind=kind_of(each),
        id=each.id,
        number=each.number,
        contract_id=each.contract_id,
        state=each.state,
        signed_on=each.signed_on,
        amount=each.change if isinstance(each, Amendment) else -each.refund,
        reason=each.reason,
        created_at=each.created_at,
    )


def _common(actor: Actor, each: Followed, facts: SupplementFacts) -> dict[str, Any]:
    contract: Contract = each.contract
    own = is_own(actor, contract.consultant_id) and actor.may(Permission.APPLY_CONTRACT)
    return {
        "row": _row(each),
        "version": each.version,
        "contract_number": contract.number,
        "customer_id": contract.customer_id,
        "customer": contract.customer.name,
        "buyers": buyers(contract),
        "consultant": contract.consultant.name,
        "drafted_by": each.drafted_by.name,
        "returned": each.returned,
        "approvals": approvals_of(each),
        "signatures": signatures_of(each),
        "actions": flow.available(SUPPLEMENT_MOVES, each.state, actor, facts),
        "may_decide": bool(approvals.decidable(actor, each)),
        "writable": own and each.state is SupplementState.DRAFT,
    }


def _change_lines(stood: Sequence[StandingLine], own: Sequence[StandingLine]) -> tuple[ChangeLine, ...]:
    """Every line that stood, changed or not, and after them what is new."""
    changed = {line.position: line for line in own}
    known = {line.position for line in stood}
    rows = [_change_line(line, changed.get(line.position, line)) for line in stood]
    return (*rows, *(_change_line(None, line) for line in own if line.position not in known))


def _change_line(before: StandingLine | None, after: StandingLine) -> ChangeLine:
    old = (before.quantity, before.unit_price, before.discount) if before else None
    was = money.line_amount(before.unit_price, before.quantity) - before.discount if before else 0
    return ChangeLine(
        position=after.position,
        item_id=after.item_id,
        category=after.category,
        name=after.name,
        spec=after.spec,
        unit=after.unit,
        before=old,
        quantity=after.quantity,
        unit_price=after.unit_price,
        discount=after.discount,
        difference=money.line_amount(after.unit_price, after.quantity) - after.discount - was,
    )
