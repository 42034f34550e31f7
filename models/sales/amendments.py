"""What an amendment makes of its contract: goods, price, facts and stages after it (S6, S7)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from models.kernel import clock, money
from models.kernel.i18n import LANGUAGES, translator
from models.sales import plan_rules
from models.sales.contract_draft import event_days
from models.sales.plan_rules import CREDIT, PresentStage
from models.sales.standing import Standing, StandingLine, lines_of, present_stages, received_by_stage, settled, standing
from models.sales.standing import after as standing_after
from models.sales.tables import Amendment, ContractStage
from models.trades.template import DueEvent


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line before and after an amendment; None where there was or is none of it."""

    before: StandingLine | None
    after: StandingLine | None

    @property
    def line(self) -> StandingLine:
        """Whichever of the two there is, the later one first."""
        line = self.after or self.before
        assert line is not None
        return line

    @property
    def difference(self) -> int:
        """What it makes the contract dearer by, in fen; negative for cheaper."""
        return amount(self.after) - amount(self.before)


def amount(line: StandingLine | None) -> int:
    """What a line costs the customer, in fen."""
    return money.line_amount(line.unit_price, line.quantity) - line.discount if line else 0


def before(amendment: Amendment) -> Standing:
    """The contract as it stands without the amendment."""
    return standing(amendment.contract, amendment.no - 1)


def after(amendment: Amendment) -> Standing:
    """The contract as it stands with it, signed or not."""
    base = before(amendment)
    lines = tuple(standing_after(base.lines, own_lines(amendment)))
    return Standing(amendment.no, lines, amendment.whole_discount, base.subject | json.loads(amendment.subject))


def own_lines(amendment: Amendment) -> list[StandingLine]:
    """The lines it makes or changes, as they are after it."""
    return lines_of("amendment_line", "amendment_id", amendment.id)


def changes(amendment: Amendment) -> list[LineChange]:
    """Line by line, what it changes."""
    stood = {line.position: line for line in before(amendment).lines}
    return [LineChange(stood.get(e.position), e if e.quantity else None) for e in own_lines(amendment)]


def planned_stages(amendment: Amendment) -> list[PresentStage]:
    """The stages as they will be after an amendment that is not signed yet; they sum to its total exactly (S7).

    What is paid stands; the days of what is open follow the facts that change.
    """
    contract = amendment.contract
    stages = present_stages([contract.id]).get(contract.id, [])
    money_in = received_by_stage([contract.id])[contract.id]
    agreed = {stage.code: stage.share for stage in ContractStage.select().where(ContractStage.contract == contract.id)}
    moved = plan_rules.moved(
        stages, settled(stages, money_in), amendment.total, agreed, _more(amendment), _credit(amendment)
    )
    days = {event.value: day for event, day in event_days(json.loads(amendment.subject)).items()}
    earliest = contract.signed_on or clock.today()
    return plan_rules.postponed(moved, settled(moved, money_in), days, earliest)


def _more(amendment: Amendment) -> PresentStage:
    """The stage that takes what an amendment adds where every other one is paid: due when it is signed."""
    names, conditions = {}, {}
    for language in LANGUAGES:
        _ = translator(language)
        names[language] = _("Amendment {number}").format(number=amendment.no)
        conditions[language] = _("on the day the amendment is signed")
    due = amendment.signed_on or clock.today()
    return _stage(amendment, f"amendment_{amendment.no}", names, conditions, due, DueEvent.SIGNING.value)


def _credit(amendment: Amendment) -> PresentStage:
    names, conditions = {}, {}
    for language in LANGUAGES:
        _ = translator(language)
        names[language], conditions[language] = _("Credit"), _("paid beyond the new total")
    return _stage(amendment, CREDIT, names, conditions, None, "")


def _stage(
    amendment: Amendment, code: str, names: dict[str, str], conditions: dict[str, str], due_on: date | None, event: str
) -> PresentStage:
    return PresentStage(
        contract_id=amendment.contract_id,
        position=0,
        code=code,
        name=json.dumps(names, ensure_ascii=False),
        condition=json.dumps(conditions, ensure_ascii=False),
        share=0,
        amount=0,
        due_on=due_on,
        event=event,
        days=0,
        deposit=False,
    )
