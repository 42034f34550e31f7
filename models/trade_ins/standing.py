"""How an appraisal stands: what is missing, which contract deducts it, what the guards of its moves ask (S5)."""

from __future__ import annotations

from models.kernel import clock
from models.kernel.actions import Act, save_edit
from models.kernel.errors import RuleError
from models.kernel.flow import move
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.kernel.tables import run_sql
from models.sales.quote_actions import is_own
from models.sales.states import SIGNED_STATES, ContractState
from models.shop.profile import trade
from models.trade_ins import rules
from models.trade_ins.states import APPRAISAL_MOVES, AppraisalAction, AppraisalFacts, Grade
from models.trade_ins.tables import Appraisal, AppraisalCondition
from models.trades.template import TradeIns

KIND = "appraisal"
_DEDUCTED_BY = """SELECT c.id, c.state FROM contract_line l JOIN contract c ON c.id = l.contract_id
    WHERE l.appraisal_id = ? AND c.state <> 'cancelled' ORDER BY c.id LIMIT 1"""


def terms() -> TradeIns:
    """What the trade says of trade-ins. Raises RuleError where it has none."""
    found = trade().trade_ins
    if found is None:
        raise RuleError("This trade takes nothing in.")
    return found


def deducted_by(appraisal_id: int) -> tuple[int, ContractState] | None:
    """The contract that deducts it, with its state; one that was cancelled does not."""
    row = run_sql(_DEDUCTED_BY, appraisal_id).fetchone()
    return (row[0], ContractState(row[1])) if row else None


def gaps(appraisal: Appraisal) -> tuple[str, ...]:
    """What is missing before it can be submitted, in the screen's language."""
    looked_at = AppraisalCondition.select().where(
        AppraisalCondition.appraisal == appraisal.id, AppraisalCondition.grade == Grade.NONE
    )
    missing = {
        _("Model"): not (appraisal.make or appraisal.model),
        _("VIN"): not appraisal.vin,
        _("Mileage"): appraisal.mileage_km is None,
        _("First registration"): appraisal.registered_on is None,
        _("Condition of every area"): looked_at.exists(),
        _("Price offered"): not appraisal.price,
    }
    return tuple(name for name, is_missing in missing.items() if is_missing)


def is_expired(appraisal: Appraisal) -> bool:
    """Whether its price holds no longer."""
    return rules.is_expired(appraisal.valid_until, clock.today())


def facts_of(actor: Actor, appraisal: Appraisal) -> AppraisalFacts:
    """What the guards ask, for this person."""
    contract = deducted_by(appraisal.id)
    return AppraisalFacts(
        gaps=gaps(appraisal),
        own=is_own(actor, appraisal.appraiser_id),
        appraised=appraisal.appraiser_id == actor.id,
        expired=is_expired(appraisal),
        deducted=contract is not None,
        signed=contract is not None and contract[1] in SIGNED_STATES,
    )


def moved(act: Act, appraisal: Appraisal, what: AppraisalAction, **new: object) -> None:
    """Move it on inside an action, writing ``new`` too. Raises IllegalMove, NotAllowed, or what the guard says."""
    state = move(APPRAISAL_MOVES, appraisal.state, what, act.actor, facts_of(act.actor, appraisal))
    save_edit(appraisal, appraisal.version, {"state": state, **new})
    touch(act, appraisal)
    act.note(state=state.value)


def touch(act: Act, appraisal: Appraisal) -> None:
    """Name the appraisal as the action's record, its customer as touched."""
    act.on(KIND, appraisal.id)
    act.touch("customer", appraisal.customer_id)
    act.note(number=appraisal.number)
