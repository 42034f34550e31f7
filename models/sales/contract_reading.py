"""A contract as its page shows it: read in few plain statements, since it may have very many lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from models.customers.rules import masked_phone, masked_text
from models.kernel import clock, flow, money
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.sales import rules
from models.sales.approvals import decidable
from models.sales.contract_actions import still_missing, undeductible
from models.sales.payment_lists import payments
from models.sales.plan_rules import PresentStage
from models.sales.quote_actions import is_own, priced
from models.sales.rules import StageState
from models.sales.standing import (
    StandingLine,
    present_stages,
    present_total,
    received_by_stage,
    stage_standings,
    standing,
)
from models.sales.states import CONTRACT_MOVES, PAYABLE_STATES, ContractFacts, Decision
from models.sales.supplement_lists import approvals_of
from models.sales.tables import Contract
from models.sales.views import ContractRow, ContractView, LineRow, PartyRow, StageRow
from models.shop.profile import trade

_PARTIES = "SELECT name, id_number, phone, address FROM contract_party WHERE contract_id = ? ORDER BY position"
_NAMES = "SELECT u.name, p.name FROM customer u CROSS JOIN staff p WHERE u.id = ? AND p.id = ?"
_SIGNED_COPY = (
    "SELECT count(*) FROM contract_signature WHERE contract_id = ? AND amendment_id IS NULL AND cancellation_id IS NULL"
)


def contract_view(actor: Actor, contract_id: int) -> ContractView:
    """A contract as its page shows it to this person."""
    contract = Contract.get_by_id(contract_id)
    now, template = standing(contract), trade()
    money_in = received_by_stage([contract_id])[contract_id]
    stages = stage_rows(present_stages([contract_id]).get(contract_id, []), money_in, clock.today())
    parties = [PartyRow(*row) for row in run_sql(_PARTIES, contract_id).fetchall()]
    own = is_own(actor, contract.consultant_id)
    missing = still_missing(template, now.subject, [party.name for party in parties], bool(now.lines))
    approvals = approvals_of(contract)
    open_steps = tuple(each.step for each in approvals if each.decision is Decision.OPEN)
    facts = ContractFacts(missing, open_steps, own, undeductible(contract))
    codes = [category.code for category in template.categories]
    return ContractView(
        row=_row(contract, stages, sum(money_in.values())),
        version=contract.version,
        quote_id=contract.quote_id,
        plan=contract.plan,
        whole_discount=now.whole_discount,
        subject=now.subject,
        place=contract.place,
        reason=contract.reason,
        parties=_shown(parties, own or actor.may(Permission.APPROVE_CONTRACT)),
        lines=_line_rows(now.lines, actor.may(Permission.SEE_COST)),
        price=rules.price(priced(now.lines), now.whole_discount, codes),
        stages=tuple(stages),
        approvals=approvals,
        payments=tuple(payments(contract_id)),
        missing=missing,
        actions=flow.available(CONTRACT_MOVES, contract.state, actor, facts),
        next_amount=next((stage.amount - stage.paid for stage in stages if stage.state is not StageState.PAID), 0),
        may_take_payment=contract.state in PAYABLE_STATES and actor.may(Permission.TAKE_PAYMENT),
        may_decide=bool(decidable(actor, contract)),
        own=own,
        clauses=contract.clauses,
        signed_total=contract.total,
        signed_copy=bool(run_sql(_SIGNED_COPY, contract_id).fetchone()[0]),
    )


def stage_rows(stages: Sequence[PresentStage], money_in: Mapping[str, int], today: date) -> list[StageRow]:
    """The stages with where they stand, in the screen's language."""
    return [
        StageRow(
            position=stage.position,
            name=pick(json.loads(stage.name)),
            condition=pick(json.loads(stage.condition)),
            share=stage.share,
            amount=stage.amount,
            due_on=stage.due_on,
            paid=settled.paid,
            state=settled.state,
            code=stage.code,
        )
        for stage, settled in zip(stages, stage_standings(stages, money_in, today), strict=True)
    ]


def overdue_of(stages: Sequence[StageRow]) -> int:
    """What of these stages is overdue, in fen."""
    return sum(each.amount - each.paid for each in stages if each.state is StageState.OVERDUE)


def _row(contract: Contract, stages: Sequence[StageRow], received: int) -> ContractRow:
    customer, consultant = run_sql(_NAMES, contract.customer_id, contract.consultant_id).fetchone()
    return ContractRow(
        id=contract.id,
        number=contract.number,
        customer_id=contract.customer_id,
        customer=customer,
        consultant=consultant,
        state=contract.state,
        signed_on=contract.signed_on,
        total=present_total(contract),
        received=received,
        overdue=overdue_of(stages) if contract.state in PAYABLE_STATES else 0,
        created_at=contract.created_at,
    )


def _line_rows(lines: Sequence[StandingLine], sees_cost: bool) -> tuple[LineRow, ...]:
    return tuple(
        LineRow(
            *(e.position, e.item_id, e.category, e.name, e.spec, e.unit, e.quantity, e.unit_price, e.discount),
            *(money.line_amount(e.unit_price, e.quantity) - e.discount, e.cost if sees_cost else None),
        )
        for e in lines
    )


def _shown(parties: Sequence[PartyRow], whole: bool) -> tuple[PartyRow, ...]:
    """The buyers; personal values are masked but for who works on, decides or cashes this contract (C11)."""
    if whole:
        return tuple(parties)
    return tuple(
        PartyRow(each.name, masked_text(each.id_number, 3, 2), masked_phone(each.phone), masked_text(each.address, 3))
        for each in parties
    )
