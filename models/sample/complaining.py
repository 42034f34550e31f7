"""Complaints, surveys and claims to makers in the sample: in every state, one of them overdue (W10, C10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from models.complaints import actions
from models.complaints.actions import ComplaintForm, CostForm, StepForm, WordForm
from models.complaints.states import StepKind, Subject, Way
from models.complaints.survey_actions import SurveyForm, record_survey
from models.complaints.survey_lists import to_ask
from models.complaints.tables import Complaint
from models.customers.tables import Customer
from models.delivery.tables import Delivery
from models.kernel import clock
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.sales.states import SIGNED_STATES
from models.sales.tables import Contract
from models.sample.counter import Counter
from models.sample.days import at
from models.sample.words import file
from models.shop.profile import trade
from models.staff.lists import everybody
from models.trades.complaint_terms import Occasion, Severity, questions
from models.warranty.claim_actions import ClaimForm, open_claim, pay_claim, refuse_claim, send_claim

_SEED = 960_001
_DAYS_AGO = (0, 9, 6, 4, 20, 2, 35, 50)
_CLAIMED_AGO = (1, 40, 60, 75)
_CATEGORIES = ("promise", "waiting", "repeat", "price", "damage", "papers")
_STEPS = (0, 1, 2, 3, 4, 1, 4, 4)
"""How far each complaint has come: opened, stepped on, answered, accepted, closed."""


def happening(counter: Counter) -> Iterator[Iterator[datetime]]:
    """What happens one after another, each as its moments: customers are asked after their deliveries, complaints come
    to every state, claims go to makers.
    """
    yield _asked(Random(_SEED), counter)
    for place, days in enumerate(_DAYS_AGO):
        yield _Complaining(
            Random(_SEED + place), counter, counter.past.end - timedelta(days=days, minutes=15 + 47 * place)
        ).happen(place)
    if trade().test_drives is not None:
        for place in range(len(_CLAIMED_AGO)):
            yield _claim(Random(_SEED - place - 1), counter, place)


def _asked(rng: Random, counter: Counter) -> Iterator[datetime]:
    """Every afternoon those are asked who were handed something two days ago; one of nine is not satisfied."""
    people = {each.id: each for each in everybody()}
    place = 0
    for day in counter.past.days:
        yield at(day, 16 * 60 + 20)
        for each in to_ask(counter.crew.owner):
            if clock.now() - each.since < timedelta(days=2):
                continue
            delivered = each.occasion is Occasion.DELIVERY
            seller_id = Delivery.get_by_id(each.subject_id).consultant_id if delivered else counter.crew.advisors[0].id
            seller = people[seller_id]
            actor = Actor(seller.id, seller.name, seller.roles)
            record_survey(actor, each.occasion, each.subject_id, _answer(rng, counter, each.occasion, place))
            place += 1


def _answer(rng: Random, counter: Counter, occasion: Occasion, place: int) -> SurveyForm:
    if place % 11 == 10:
        return SurveyForm({}, declined=True)
    low = place % 9 == 4
    scores = {each.code: rng.choice((4, 5, 5, 5)) for each in questions(occasion)}
    if low:
        scores["promises" if "promises" in scores else next(iter(scores))] = 2
    kind = "survey_bad" if low else "survey_said"
    said = counter.words.remark(rng, kind) if low or rng.random() < 0.6 else ""
    return SurveyForm(scores, said)


class _Complaining:
    """One complaint, from its opening as far as it has come."""

    def __init__(self, rng: Random, counter: Counter, begun: datetime) -> None:
        self.rng, self.counter, self.begun = rng, counter, begun
        self.manager = counter.crew.who_may(Permission.RULE_COMPLAINT)

    def happen(self, place: int) -> Iterator[datetime]:
        """Open it and do what was done, some hours after another."""
        yield self.begun
        signed = Contract.select(Contract.id).where(Contract.state.in_(list(SIGNED_STATES))).order_by(Contract.id)
        found = [row[0] for row in signed.tuples()]
        if not found:
            return
        form = ComplaintForm(
            self._remark("complaint_words", place),
            _CATEGORIES[place % len(_CATEGORIES)],
            (Severity.SERIOUS, Severity.MINOR, Severity.SEVERE)[place % 3],
            (Way.PHONE, Way.IN_PERSON)[place % 2],
            self._remark("complaint_wish", place),
            subject=Subject.CONTRACT,
            subject_id=found[place % len(found)],
        )
        complaint_id = actions.open_complaint(self.counter.crew.desk(self.rng), form).id
        for done, step in enumerate((self._step, self._answer, self._accept, self._close)[: _STEPS[place]], 1):
            yield self.begun + timedelta(hours=done * 20)
            step(complaint_id, Complaint.get_by_id(complaint_id).version)

    def _remark(self, kind: str, place: int) -> str:
        texts = file().remarks[kind]
        assert isinstance(texts, list)
        return pick(texts[place % len(texts)], self.counter.words.language)

    def _step(self, complaint_id: int, version: int) -> None:
        words = self.counter.words
        form = StepForm(
            StepKind.CALL,
            words.remark(self.rng, "complaint_step"),
            words.remark(self.rng, "complaint_next"),
            clock.today() + timedelta(days=1),
        )
        actions.add_step(self.manager, complaint_id, version, form)

    def _answer(self, complaint_id: int, version: int) -> None:
        said = self.counter.words.remark(self.rng, "complaint_answer")
        actions.answer_complaint(self.manager, complaint_id, version, said)

    def _accept(self, complaint_id: int, version: int) -> None:
        said = self.counter.words.remark(self.rng, "complaint_said")
        actions.accept_complaint(self.manager, complaint_id, version, WordForm(said, Way.PHONE))

    def _close(self, complaint_id: int, version: int) -> None:
        words = self.counter.words
        costs = CostForm(goodwill=self.rng.randint(1, 9) * 100_00, labour=self.rng.randint(0, 4) * 100_00)
        actions.set_costs(self.manager, complaint_id, version, costs)
        told = (words.remark(self.rng, "complaint_cause"), words.remark(self.rng, "complaint_lesson"))
        actions.close_complaint(self.manager, complaint_id, version + 1, "compensated", *told)


def _claim(rng: Random, counter: Counter, place: int) -> Iterator[datetime]:
    """A claim to a maker: to be sent, sent long ago, paid in part, refused."""
    words, clerk = counter.words, counter.crew.who_may(Permission.SETTLE_WORK)
    yield counter.past.end - timedelta(days=_CLAIMED_AGO[place])
    customer = Customer.select(Customer.id).order_by(Customer.id).offset(place).limit(1).tuples().first()
    if customer is None:
        return
    amount = rng.randint(6, 40) * 100_00
    form = ClaimForm(words.remark(rng, "claim_maker"), words.remark(rng, "claim_what"), amount)
    claim_id = open_claim(clerk, customer[0], form).id
    if place:
        send_claim(clerk, claim_id, 1, clock.today(), f"LC-{rng.randint(1000, 9999)}")
    if place > 1:
        yield clock.local(clock.now()) + timedelta(days=18)
        said = words.remark(rng, "claim_answer")
        if place == 2:
            pay_claim(clerk, claim_id, 2, amount - 10_000, said)
        else:
            refuse_claim(clerk, claim_id, 2, said)
