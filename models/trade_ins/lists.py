"""What screens read of appraisals: pages of rows, one of them, what a quote may deduct (S5)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from models.customers.file_lists import GoodsRow, goods
from models.customers.marks import serial_doubt
from models.kernel import clock
from models.kernel.flow import available
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.kernel.tables import run_sql
from models.papers.lists import attachments
from models.sales.tables import Contract
from models.shop.profile import trade
from models.staff.lists import names
from models.trade_ins import rules
from models.trade_ins.actions import AppraisalForm, ConditionForm, ReferenceForm
from models.trade_ins.standing import KIND, deducted_by, facts_of, gaps, terms
from models.trade_ins.states import APPRAISAL_MOVES, DEDUCTIBLE_STATES, AppraisalState
from models.trade_ins.tables import Appraisal, AppraisalCondition, AppraisalReference
from models.trade_ins.views import AppraisalFilter, AppraisalRow, AppraisalView
from models.trades.template import Named

_ROWS = """SELECT a.id, a.number, a.customer_id, c.name, a.appraiser_id, s.name, a.state, a.make, a.model, a.plate,
    a.vin, a.mileage_km, a.price, a.valid_until, a.created_at
    FROM appraisal a JOIN customer c ON c.id = a.customer_id JOIN staff s ON s.id = a.appraiser_id"""
_GOOD = "a.state IN ('approved', 'offered')"
_FILTERS = {
    AppraisalFilter.WORK: "a.state IN ('draft', 'returned')",
    AppraisalFilter.APPROVE: "a.state = 'submitted'",
    AppraisalFilter.VALID: f"{_GOOD} AND a.valid_until >= ?",
    AppraisalFilter.EXPIRED: f"{_GOOD} AND a.valid_until < ?",
    AppraisalFilter.COMING: "a.state = 'used'",
    AppraisalFilter.ALL: "1 = 1",
}


def has_trade_ins() -> bool:
    """Whether the trade takes anything in."""
    return trade().trade_ins is not None


def appraisal_ids(shown: AppraisalFilter) -> list[int]:
    """The appraisals a chip shows, newest first."""
    sql = f"SELECT a.id FROM appraisal a WHERE {_FILTERS[shown]} ORDER BY a.id DESC"
    return [row[0] for row in run_sql(sql, *_day(shown)).fetchall()]


def counts() -> dict[AppraisalFilter, int]:
    """How many each chip shows."""
    return {
        shown: run_sql(f"SELECT count(*) FROM appraisal a WHERE {where}", *_day(shown)).fetchone()[0]
        for shown, where in _FILTERS.items()
    }


def _day(shown: AppraisalFilter) -> tuple[str, ...]:
    return (clock.today().isoformat(),) if shown in (AppraisalFilter.VALID, AppraisalFilter.EXPIRED) else ()


def appraisal_rows(wanted: Iterable[int]) -> list[AppraisalRow]:
    """Rows for these appraisals, in their order."""
    ids = list(wanted)
    if not ids:
        return []
    found = {row.id: row for row in _read(f"WHERE a.id IN ({', '.join('?' * len(ids))})", *ids)}
    return [found[each] for each in ids if each in found]


def appraisals_of(customer_id: int) -> list[AppraisalRow]:
    """A customer's appraisals, newest first."""
    return _read("WHERE a.customer_id = ? ORDER BY a.id DESC", customer_id)


def deductible(customer_id: int) -> list[AppraisalRow]:
    """The appraisals a quote for this customer may deduct today."""
    rows = _read(f"WHERE a.customer_id = ? AND {_GOOD} ORDER BY a.id DESC", customer_id)
    return [row for row in rows if not row.expired and deducted_by(row.id) is None]


def to_decide(actor: Actor) -> list[AppraisalRow]:
    """The appraisals that wait for this person's approval, the longest waiting first."""
    if not actor.may(Permission.APPROVE_APPRAISAL):
        return []
    return _read("WHERE a.state = 'submitted' AND a.appraiser_id <> ? ORDER BY a.submitted_at, a.id", actor.id)


def appraisal_view(actor: Actor, appraisal_id: int) -> AppraisalView:
    """An appraisal with everything its page shows."""
    appraisal = Appraisal.get_by_id(appraisal_id)
    contract = deducted_by(appraisal_id)
    form = form_of(appraisal)
    return AppraisalView(
        row=appraisal_rows([appraisal_id])[0],
        version=appraisal.version,
        form=form,
        photos=tuple(attachments(KIND, appraisal_id)),
        gaps=gaps(appraisal),
        decided_by=names().get(appraisal.decided_by_id or 0, ""),
        decided_at=appraisal.decided_at,
        reason=appraisal.reason,
        contract_id=contract[0] if contract else None,
        contract=Contract.get_by_id(contract[0]).number if contract else "",
        unit_id=appraisal.unit_id,
        doubt=serial_doubt(appraisal.vin),
        middle=rules.middle([each.price for each in form.references]),
        actions=available(APPRAISAL_MOVES, appraisal.state, actor, facts_of(actor, appraisal)),
    )


def form_of(appraisal: Appraisal) -> AppraisalForm:
    """What an appraisal says, as its form."""
    parts = ("documents", "conditions", "references")
    plain = {name: getattr(appraisal, name) for name in AppraisalForm.__dataclass_fields__ if name not in parts}
    conditions = AppraisalCondition.select().where(AppraisalCondition.appraisal == appraisal.id)
    references = AppraisalReference.select().where(AppraisalReference.appraisal == appraisal.id)
    return AppraisalForm(
        **plain,
        documents=tuple(json.loads(appraisal.documents)),
        conditions=tuple(
            ConditionForm(each.area, each.grade, each.remark)
            for each in conditions.order_by(AppraisalCondition.position)
        ),
        references=tuple(
            ReferenceForm(each.source, each.about, each.price)
            for each in references.order_by(AppraisalReference.position)
        ),
    )


def areas() -> tuple[Named, ...]:
    """The areas whose condition is looked at."""
    return terms().areas


def documents() -> tuple[Named, ...]:
    """The documents that belong to a vehicle."""
    return terms().documents


def name_of(code: str, known: Iterable[Named], language: str | None = None) -> str:
    """What an area or document is called; one the trade no longer has stays as its code."""
    return next((pick(each.name, language) for each in known if each.code == code), code)


def deduction_category() -> str:
    """The category of the line that deducts."""
    return terms().category


def vehicles_of(customer_id: int) -> list[GoodsRow]:
    """What the customer still owns."""
    return [row for row in goods(customer_id) if row.form.gone_on is None]


def _read(rest: str, *values: Any) -> list[AppraisalRow]:
    today = clock.today()
    found = []
    for row in run_sql(f"{_ROWS} {rest}", *values).fetchall():
        until = Appraisal.valid_until.python_value(row[13])
        state = AppraisalState(row[6])
        expired = state in DEDUCTIBLE_STATES and rules.is_expired(until, today)
        created = Appraisal.created_at.python_value(row[14])
        told = [*row[:6], state, *row[7:13], until, expired, created]
        found.append(AppraisalRow(*told))
    return found
