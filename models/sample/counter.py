"""The sample's customers and what the registers hold of them: who came or called when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from models.customers.actions import ContactForm, FileForm
from models.customers.belongings import PersonForm
from models.customers.bulk import Contacted, Entry, Left, Opened
from models.customers.kinds import RegisterKind
from models.kernel.permissions import Actor
from models.sample import numbers
from models.sample.crew import Crew
from models.sample.days import CLOSES, Past, at
from models.sample.goods import Catalogue
from models.sample.people import People, Person
from models.sample.words import Words
from models.trades.template import IntentLevel

_PHONE, _REFERRAL = "phone", "referral"
_MOST_FOLLOW_UPS = 6
_CALLS_A_DAY = 20
_LEVEL_WEIGHTS = (2, 3, 5, 4, 2)


@dataclass(eq=False)
class Visitor:
    """A customer of the sample: who, whose, what they want, and their entry in the register once it is planned.

    ``colour`` is the one they were quoted, ``quoted_at`` when; both are known only of who asked for a quote.
    """

    person: Person
    seller: Actor
    opened: Opened
    goods: str
    in_pool: bool = False
    entries: list[Entry] = field(default_factory=list)
    sold_at: datetime | None = None
    quoted_at: datetime | None = None
    colour: str = ""

    @property
    def file(self) -> FileForm:
        """What is asked about them."""
        return self.opened.form


@dataclass
class Counter:
    """Plans the contacts of a past: everything is drawn from ``rng``, in one order."""

    rng: Random
    past: Past
    words: Words
    crew: Crew
    catalogue: Catalogue
    _turns: dict[RegisterKind, int] = field(default_factory=dict)

    def visitors(self, people: People, count: int) -> list[Visitor]:
        """So many customers in the order in which their files were opened, with their first contact."""
        found: list[Visitor] = []
        for moment in self.past.draw(self.rng, count):
            visitor = self._visitor(people.draw(), moment)
            if visitor.file.source == _REFERRAL and found:
                visitor.opened.referred_by = self.rng.choice(found).opened
            found.append(visitor)
        return found

    def follow_up(self, visitors: Sequence[Visitor]) -> None:
        """Plan the calls and visits after the first, as often as the intent level asks and the staff can."""
        most = len(self.crew.actors) * len(self.past.days) * _CALLS_A_DAY
        share = min(1.0, most / (2 * len(visitors) or 1))
        for visitor in visitors:
            if not visitor.in_pool and visitor.person.phones:
                self._follow_up(visitor, share)

    def strangers(self, count: int) -> Iterator[Entry]:
        """Callers and visitors who left no name."""
        for place, moment in enumerate(self.past.draw(self.rng, count, hours_before_end=2)):
            goods, _other = self.catalogue.names(self.rng)
            actor = self.crew.desk(self.rng)
            if self.rng.random() < 0.6:
                phone = numbers.mobile(self.rng, 50_000_000 + place) if self.rng.random() < 0.7 else ""
                about = self.words.remark(self.rng, "call", goods=goods)
                yield Contacted(actor, ContactForm(RegisterKind.CALL, about=about, phone=phone, at=moment))
            else:
                visit = Contacted(actor, self._visit("visit", moment, goods=goods))
                yield visit
                yield self._left(visit, self.words.remark(self.rng, "left"))

    def visit(self, visitor: Visitor, moment: datetime, about: str, result: str) -> None:
        """Plan a visit at which something is quoted or signed."""
        visit = Contacted(visitor.seller, self._visit(about, moment), visitor.opened)
        visitor.entries += [visit, self._left(visit, self.words.remark(self.rng, result), stays=55)]

    def _next_seller(self, kind: RegisterKind) -> Actor:
        """Whoever comes in and whoever calls are each shared out in turn."""
        turn = self._turns.get(kind, 0)
        self._turns[kind] = turn + 1
        return self.crew.sellers[turn % len(self.crew.sellers)]

    def _visitor(self, person: Person, moment: datetime) -> Visitor:
        rng = self.rng
        goods, other = self.catalogue.names(rng)
        kind = RegisterKind.CALL if person.phones and rng.random() < 0.3 else RegisterKind.VISIT
        in_pool = not person.buys or rng.random() < 0.08
        seller = self._next_seller(kind)
        form = FileForm(
            name=person.name,
            form_of_address=person.form_of_address,
            phones=person.phones,
            no_contact=not person.phones,
            kind=person.kind,
            wechat=person.wechat,
            email=person.email,
            address=person.address if person.phones and rng.random() < 0.45 else "",
            id_number=person.id_number if person.phones and rng.random() < 0.08 else "",
            best_time=self.words.remark(rng, "best_time") if rng.random() < 0.3 else "",
            source=self._source(kind),
            owner_id=None if in_pool else seller.id,
            intent=self._level(moment).code,
            wish=self._wish(goods, other),
            note=self.words.remark(rng, "note") if rng.random() < 0.18 else "",
        )
        actor = self.crew.desk(rng) if in_pool else self.crew.receiving(rng, seller)
        if in_pool and actor in self.crew.sellers:
            form, in_pool = replace(form, owner_id=actor.id), False
        people = (PersonForm(person.contact_person),) if person.contact_person else ()
        opened = Opened(actor, form, self._first(kind, moment, goods), people=people)
        visitor = Visitor(person, seller, opened, goods, in_pool, [opened])
        if kind is RegisterKind.VISIT:
            visitor.entries.append(self._left(opened, self.words.remark(rng, "left")))
        return visitor

    def _wish(self, goods: str, other: str) -> str:
        wish = self.words.remark(self.rng, "wish", goods=goods, other=other)
        return wish if len(wish) <= 120 else goods

    def _first(self, kind: RegisterKind, moment: datetime, goods: str) -> ContactForm:
        if kind is RegisterKind.VISIT:
            return self._visit("visit", moment, goods=goods)
        result = self.words.remark(self.rng, "answered")
        return ContactForm(kind, about=self.words.remark(self.rng, "call", goods=goods), result=result, at=moment)

    def _visit(self, about: str, moment: datetime, **values: str) -> ContactForm:
        size = self.rng.choices((1, 2, 3, 4), (40, 42, 13, 5))[0]
        return ContactForm(
            RegisterKind.VISIT, party_size=size, about=self.words.remark(self.rng, about, **values), at=moment
        )

    def _left(self, visit: Opened | Contacted, result: str, stays: int = 15) -> Left:
        """Nobody stays beyond half an hour after closing time, nor beyond the end of the past."""
        moment = visit.at + timedelta(minutes=self.rng.randint(stays, 110), seconds=self.rng.randrange(60))
        latest = at(visit.at.date(), CLOSES * 60 + 25)
        return Left(visit.actor, visit, max(min(moment, latest, self.past.end), visit.at), result)

    def _source(self, kind: RegisterKind) -> str:
        codes = [source.code for source in self.catalogue.trade.lead_sources]
        if kind is RegisterKind.CALL and _PHONE in codes and self.rng.random() < 0.5:
            return _PHONE
        weights = [max(2, 24 >> place // 2) for place in range(len(codes))]
        return self.rng.choices(codes, weights)[0]

    def _level(self, opened_at: datetime) -> IntentLevel:
        """How soon they buy: who first came long ago and has not, buys later."""
        age = (self.past.end - opened_at).days
        levels = self.catalogue.trade.intent_levels
        likely = [each for each in levels if each.buys_within_days is None or each.buys_within_days >= age]
        likely = likely or [levels[-1]]
        weights = [_LEVEL_WEIGHTS[min(place, len(_LEVEL_WEIGHTS) - 1)] for place in range(len(likely))]
        return self.rng.choices(likely, weights)[0]

    def _follow_up(self, visitor: Visitor, share: float) -> None:
        rng, moment = self.rng, visitor.opened.at
        levels = self.catalogue.trade.intent_levels
        days = next(level.contact_within_days for level in levels if level.code == visitor.file.intent)
        patience = rng.randint(0, 2) if rng.random() < 0.15 else _MOST_FOLLOW_UPS
        until = visitor.sold_at or self.past.end - timedelta(hours=2)
        for _time in range(patience):
            if rng.random() > share:
                return
            day = (moment + timedelta(days=max(1, round(days * rng.uniform(0.5, 0.95))))).date()
            moment = at(day, rng.randint(10 * 60, 17 * 60), rng.randrange(60))
            if moment >= until:
                return
            visitor.entries += self._contact_again(visitor, moment)

    def _contact_again(self, visitor: Visitor, moment: datetime) -> list[Entry]:
        rng = self.rng
        if rng.random() < 0.22:
            visit = Contacted(visitor.seller, self._visit("visit", moment, goods=visitor.goods), visitor.opened)
            return [visit, self._left(visit, self.words.remark(rng, "left"))]
        about = self.words.remark(rng, "follow_up", goods=visitor.goods)
        result = self.words.remark(rng, "answered")
        call = ContactForm(RegisterKind.CALL, about=about, result=result, at=moment)
        return [Contacted(visitor.seller, call, visitor.opened)]
