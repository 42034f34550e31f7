"""What happens to the sample's signed contracts: amended, cancelled with a refund, something booked wrong."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from models.kernel.permissions import Actor, Permission
from models.sales import approvals
from models.sales.amendment_actions import (
    AmendmentForm,
    approve_amendment,
    draft_amendment,
    sign_amendment,
    submit_amendment,
)
from models.sales.cancellation_actions import (
    CancellationForm,
    RefundForm,
    approve_cancellation,
    draft_cancellation,
    pay_refund,
    sign_cancellation,
    still_to_refund,
    submit_cancellation,
)
from models.sales.exception_actions import EntryForm, ExceptionForm, add_to_exception, log_exception
from models.sales.papers import PaymentMethod
from models.sales.states import DECIDES
from models.sales.supplement_states import EntryKind, ExceptionKind, Fault
from models.sales.tables import Amendment, Cancellation
from models.sample.counter import Visitor
from models.sample.crew import Crew
from models.sample.days import later
from models.sample.goods import Catalogue
from models.sample.words import Words


@dataclass
class Afterwards:
    """What follows the signature of one contract; what a generator yields is the moment of its next step."""

    rng: Random
    words: Words
    crew: Crew
    catalogue: Catalogue
    visitor: Visitor
    contract_id: int

    def amended(self, moment: datetime) -> Iterator[datetime]:
        """The customer wants something more; it is approved and signed."""
        seller = self.visitor.seller
        yield moment
        form = AmendmentForm(self.words.remark(self.rng, "amended"), added=(self.catalogue.more(self.rng),))
        amendment_id = draft_amendment(seller, self.contract_id, form).id
        submit_amendment(seller, amendment_id)
        moment = yield from self._approved(moment, approve_amendment, Amendment.get_by_id(amendment_id))
        sign_amendment(seller, amendment_id)

    def called_off(self, moment: datetime) -> Iterator[datetime]:
        """The contract is cancelled, and what the rule proposes is given back."""
        seller = self.visitor.seller
        yield moment
        form = CancellationForm(Fault.NOBODY, self.words.remark(self.rng, "called_off"))
        cancellation_id = draft_cancellation(seller, self.contract_id, form).id
        submit_cancellation(seller, cancellation_id)
        moment = yield from self._approved(moment, approve_cancellation, Cancellation.get_by_id(cancellation_id))
        sign_cancellation(seller, cancellation_id)
        moment = later(moment, self.rng.randint(15, 50))
        yield moment
        amount = still_to_refund(Cancellation.get_by_id(cancellation_id))
        if amount:
            refund = RefundForm(amount, PaymentMethod.TRANSFER, self.visitor.person.name)
            pay_refund(self.crew.who_may(Permission.PAY_REFUND), cancellation_id, refund)

    def trouble(self, moment: datetime) -> Iterator[datetime]:
        """Something was booked wrong: logged, told to the customer, made good; every other one has ended."""
        seller = self.visitor.seller
        moment = later(moment, self.rng.randint(20, 60))
        yield moment
        what = self.words.remark(self.rng, "booked_wrong")
        exception_id = log_exception(seller, ExceptionForm(ExceptionKind.WRONG, what, self.contract_id)).id
        add_to_exception(seller, exception_id, EntryForm(EntryKind.TOLD, told_by=seller.id))
        moment = later(moment, 25)
        yield moment
        offered = self.words.remark(self.rng, "made_good")
        add_to_exception(seller, exception_id, EntryForm(EntryKind.OFFERED, offered))
        add_to_exception(seller, exception_id, EntryForm(EntryKind.COST, amount=self.rng.randint(2, 12) * 100_00))
        if self.contract_id % 2:
            moment = later(moment, 90)
            yield moment
            ended = self.words.remark(self.rng, "wrong_ended")
            add_to_exception(seller, exception_id, EntryForm(EntryKind.ENDED, ended))

    def _approved(
        self, moment: datetime, approve: Callable[[Actor, int], Any], asking: approvals.Asking
    ) -> Generator[datetime, None, datetime]:
        """Every open step is granted by whose step it is; the moment a little after the last."""
        for step in approvals.open_steps(asking):
            moment = later(moment, self.rng.randint(5, 20))
            yield moment
            approve(self.crew.who_decides(DECIDES[step], self.visitor.seller), asking.id)
        moment = later(moment, 10)
        yield moment
        return moment
