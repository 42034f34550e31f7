"""Reminding somebody to pay: who reminded, how, what was answered (S7). Interest stands in it as a proposal only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.cashier.overdue import overdue_stages
from models.cashier.states import Channel
from models.cashier.tables import PaymentReminder, PaymentReminderLine
from models.kernel import clock, numbering
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission
from models.sales.quote_actions import is_own
from models.sales.states import refuse_colleagues
from models.sales.tables import Contract

TIME_TO_PAY = timedelta(days=7)
"""How long somebody who is reminded has, unless said otherwise."""


@dataclass(frozen=True)
class ReminderForm:
    """A reminder: how, what was answered, the day promised if one was; ``pay_by`` None for a week from today."""

    channel: Channel
    answer: str = ""
    promised_on: date | None = None
    pay_by: date | None = None


@action(Permission.REMIND)
def remind(act: Act, contract_id: int, form: ReminderForm) -> None:
    """Put a reminder on record with every overdue stage as it stands; its number is what the paper bears.

    Raises RuleError where nothing is overdue or a day lies behind, NotAllowed for a colleague's contract.
    """
    contract = Contract.get_by_id(contract_id)
    refuse_colleagues(is_own(act.actor, contract.consultant_id) or act.actor.may(Permission.TAKE_PAYMENT))
    stages = overdue_stages(act.actor, contract_id)
    if not stages:
        raise RuleError("Nothing is overdue on this contract.")
    today = clock.today()
    pay_by = form.pay_by or today + TIME_TO_PAY
    for field, day in (("promised_on", form.promised_on), ("pay_by", pay_by)):
        if day is not None and day < today:
            raise RuleError("This day is already over.", field=field)
    reminder = PaymentReminder.create(
        number=numbering.next_number("CK", today.year),
        contract=contract,
        staff=act.actor.id,
        channel=form.channel,
        answer=form.answer,
        promised_on=form.promised_on,
        pay_by=pay_by,
        still_open=sum(stage.still_open for stage in stages),
        interest=sum(stage.interest for stage in stages),
    )
    for position, stage in enumerate(stages):
        PaymentReminderLine.create(
            reminder=reminder,
            position=position,
            name=stage.names,
            due_on=stage.due_on,
            days=stage.days,
            still_open=stage.still_open,
            interest=stage.interest,
        )
    act.on("payment_reminder", reminder.id)
    act.touch("contract", contract_id)
    act.note(number=reminder.number, contract=contract.number, channel=form.channel.value, open=reminder.still_open)
