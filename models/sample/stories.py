"""The sample's few special stories, told by the real actions as they stand at the past's end.

Families, needs, grades, prospects lost and in the pool, questions, a pair of files merged, news of what is in stock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from models.catalog.actions import StockForm, change_item
from models.catalog.kinds import Availability
from models.catalog.tables import Item
from models.customers import duplicates
from models.customers.grade_actions import decide_grade, may_grant, propose_grade
from models.customers.kinds import Relation, Stage
from models.customers.losing import LossForm, reason_of
from models.customers.merge_actions import keep_apart, merge_files
from models.customers.needs_actions import NeedsForm, assess_needs
from models.customers.needs_rules import Answer
from models.customers.protection import is_protected
from models.customers.protection_actions import extend_protection, release
from models.customers.relation_actions import relate
from models.customers.tables import Customer, GradeProposal
from models.kernel import clock
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission, Role
from models.sales.losing_actions import lose_customer
from models.sales.question_actions import answer_question, ask_question
from models.sales.tables import OpenQuestion
from models.sample.counter import Counter
from models.sample.words import file
from models.shop.profile import trade
from models.trades.template import CategoryKind, NeedsQuestion

_EVERY, _MOST = 20, 24


@dataclass(frozen=True)
class _Prospect:
    """A customer somebody looks after, who has not bought."""

    id: int
    seller: Actor
    stage: Stage


def fill(counter: Counter) -> None:
    """Tell them; the fewer customers, the fewer stories."""
    told = _Stories(counter, Random(counter.rng.random()))
    with clock.standing_at(counter.past.end):
        told.in_stock()
        prospects = list(told.prospects())
        count = min(_MOST, len(prospects) // _EVERY * 2)
        if count:
            told.families(prospects[:count])
            told.needs(prospects[: count * 2])
            told.grades(prospects[:count:4])
            told.lost(prospects[-count // 2 :])
            told.pool(prospects[-count : -count // 2])
            told.questions(prospects[1:count:5])
            told.doubles()


@dataclass
class _Stories:
    counter: Counter
    rng: Random

    def prospects(self) -> Iterator[_Prospect]:
        """Files of the last weeks, the newest first, each with who looks after it."""
        sellers = {each.id: each for each in self.counter.crew.sellers}
        query = Customer.select(Customer.id, Customer.owner, Customer.stage).where(
            Customer.owner.in_(list(sellers)), Customer.stage.in_([Stage.CONTACTED, Stage.VISITED]), Customer.name != ""
        )
        for customer_id, owner_id, stage in query.order_by(Customer.id.desc()).limit(400).tuples():
            yield _Prospect(customer_id, sellers[owner_id], stage)

    def in_stock(self) -> None:
        """This morning's news of the goods: what is here, on its way, to be ordered; of one there is little left."""
        today, words = self.counter.past.last, self.counter.words
        keeper = self.counter.crew.who_may(Permission.KEEP_CATALOG)
        news = (
            StockForm(
                Availability.IN_STOCK,
                scarce=words.remark(self.rng, "scarce"),
                scarce_until=today + timedelta(days=9),
            ),
            StockForm(Availability.IN_STOCK),
            StockForm(
                Availability.IN_TRANSIT, today + timedelta(days=12), stock_note=words.remark(self.rng, "stock_note")
            ),
            StockForm(Availability.TO_ORDER, lead_days=45),
        )
        goods = self.counter.catalogue.of(CategoryKind.GOODS)
        for each, told in zip(goods, news, strict=False):
            version = Item.get_by_id(each.item_id).version
            change_item(keeper, each.item_id, version, replace(each.form, cost=None, options=None, stock=told))

    def families(self, prospects: list[_Prospect]) -> None:
        """Two by two: couples, parents with children, colleagues."""
        relations = (Relation.SPOUSE, Relation.PARENT, Relation.FRIEND, Relation.SPOUSE, Relation.COLLEAGUE)
        for place, (one, other) in enumerate(zip(prospects[::2], prospects[1::2], strict=False)):
            relate(one.seller, one.id, other.id, relations[place % len(relations)])

    def needs(self, prospects: list[_Prospect]) -> None:
        """What they said they need; every other question is answered."""
        questions = trade().needs
        for each in prospects:
            answers = {asked.code: answer for asked in questions if (answer := self._answer(asked))}
            if answers:
                assess_needs(each.seller, each.id, NeedsForm(answers))

    def _answer(self, question: NeedsQuestion) -> Answer:
        said = file().needs.get(question.code, [])
        if question.choices:
            chosen = self.rng.choice(question.choices).code
            return (chosen,) if question.several else chosen
        return pick(self.rng.choice(said), self.counter.words.language) if said else ""

    def grades(self, prospects: list[_Prospect]) -> None:
        """Proposed by the seller; granted, refused, or still open."""
        grades = [each for each in trade().grades if Role.SALES_MANAGER in each.granted_by]
        manager = self.counter.crew.manager()
        for place, each in enumerate(prospects if grades else ()):
            grade = grades[place % len(grades)]
            reason = self.counter.words.remark(self.rng, "grade_reason")
            propose_grade(each.seller, each.id, grade.code, reason)
            if place % 3 < 2 and may_grant(manager, grade):
                proposal = GradeProposal.get(GradeProposal.customer == each.id)
                answer = "" if place % 3 == 0 else self.counter.words.remark(self.rng, "refused")
                decide_grade(manager, proposal.id, granted=not answer, answer=answer)

    def lost(self, prospects: list[_Prospect]) -> None:
        """Given up for every reason the trade knows; some are to be tried again."""
        reasons = trade().lost_reasons
        for place, each in enumerate(prospects):
            reason = reasons[place % len(reasons)]
            asked = reason_of(reason.code)
            told = self.counter.words.remark(self.rng, "lost_told") if asked and asked.asks else ""
            wakes_on = clock.today() + timedelta(days=30 + 7 * place) if place % 3 == 0 else None
            lose_customer(each.seller, each.id, LossForm(reason.code, told, wakes_on))

    def pool(self, prospects: list[_Prospect]) -> None:
        """Some are given back to everybody, one is protected longer."""
        for each in prospects[1::2]:
            release(each.seller, each.id)
        manager = self.counter.crew.manager()
        for each in prospects[:1]:
            if is_protected(Customer.get_by_id(each.id), clock.now()):
                extend_protection(manager, each.id, self.counter.words.remark(self.rng, "extended"))

    def questions(self, prospects: list[_Prospect]) -> None:
        """Asked by the customer; every other one is still open."""
        for place, each in enumerate(prospects):
            asked = self.counter.words.remark(self.rng, "question")
            ask_question(each.seller, each.id, asked)
            if place % 2:
                question = OpenQuestion.get(OpenQuestion.customer == each.id)
                answer = self.counter.words.remark(self.rng, "question_answered")
                answer_question(each.seller, question.id, answer)

    def doubles(self) -> None:
        """Of the files that look alike one pair is merged, one found to be two people; the rest waits."""
        manager = self.counter.crew.manager()
        sure = duplicates.sure_pairs()
        if len(sure) > 2:
            merge_files(manager, sure[0].first_id, sure[0].second_id, ())
            keep_apart(manager, sure[1].first_id, sure[1].second_id)
