"""The sample's sales as they happen: each deal walks through the real actions, one moment after the other."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from models.kernel import money
from models.kernel.permissions import Actor, Permission
from models.sales.contract_actions import (
    approve_contract,
    cancel_contract,
    draft_contract,
    fill_contract,
    return_contract,
    sign_contract,
    submit_contract,
)
from models.sales.contract_draft import ContractForm, PartyForm
from models.sales.lists import contract_view
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, reverse_payment, take_payment
from models.sales.quote_actions import (
    decline_quote,
    offer_quote,
    open_approval,
    quote_facts,
    save_quote,
    start_quote,
)
from models.sales.quote_approval_actions import approve_quote, submit_quote
from models.sales.quote_forms import QuoteForm
from models.sales.states import DECIDES, Decision
from models.sales.tables import Contract, Quote
from models.sample import numbers
from models.sample.afterwards import Afterwards
from models.sample.counter import Visitor
from models.sample.crew import Crew
from models.sample.days import Past, at, later
from models.sample.deals import Deal, End
from models.sample.goods import Catalogue, discounted
from models.sample.handing import HandingOver
from models.sample.stocking import Stocking
from models.sample.words import Words, subject_of
from models.trades.template import CategoryKind, FieldKind, SubjectField

_LARGE, _SMALL = 20_000_00, 5_000_00
_FOR_LARGE = (PaymentMethod.TRANSFER, PaymentMethod.CARD)
_FOR_SMALL = (PaymentMethod.WECHAT, PaymentMethod.ALIPAY, PaymentMethod.CASH, PaymentMethod.CARD)


@dataclass
class Selling:
    """Lets deals happen: what a generator yields is the moment of its next step."""

    past: Past
    words: Words
    crew: Crew
    catalogue: Catalogue
    stocking: Stocking
    place: str

    def happen(self, rng: Random, deal: Deal, visitor: Visitor, serial: int, quoted_at: datetime) -> Iterator[datetime]:
        """A deal from its quote to what it has come to."""
        moment = quoted_at
        yield moment
        form = self._quote(rng, deal, visitor)
        quote_id = start_quote(visitor.seller, visitor.opened.customer_id, form).id
        if deal.end is End.QUOTE_DRAFT:
            return
        moment = later(moment, rng.randint(8, 40))
        yield moment
        moment = yield from self._offer(rng, deal, visitor.seller, quote_id, moment)
        if deal.end is End.QUOTE_WAITING:
            return
        if deal.compares:
            moment = later(moment, rng.randint(9, 30))
            yield moment
            other_id = start_quote(visitor.seller, visitor.opened.customer_id, self._other(rng, form)).id
            moment = yield from self._offer(rng, deal, visitor.seller, other_id, moment)
        if deal.revised:
            moment = self._next_day(rng, moment, deal)
            yield moment
            form = self._revised(rng, form)
            version = Quote.get_by_id(quote_id).version
            quote_id = save_quote(visitor.seller, quote_id, version, form).id
            moment = later(moment, 12)
            yield moment
            moment = yield from self._offer(rng, deal, visitor.seller, quote_id, moment)
        if deal.end is End.DECLINED:
            yield self._next_day(rng, moment, deal)
            decline_quote(visitor.seller, quote_id, self.words.remark(rng, "declined"))
        elif deal.has_contract:
            yield from self._contract(rng, deal, visitor, serial, quote_id, moment)

    def _offer(
        self, rng: Random, deal: Deal, seller: Actor, quote_id: int, moment: datetime
    ) -> Generator[datetime, None, datetime]:
        """Offer a quote, approved first by whose authority its discounts ask for; the moment when it is done."""
        quote = Quote.get_by_id(quote_id)
        if quote_facts(seller, quote).blocked_by:
            submit_quote(seller, quote_id, self.words.remark(rng, "quote_wish"))
            if deal.end is End.QUOTE_WAITING:
                return moment
            waiting = open_approval(quote)
            assert waiting is not None
            moment = later(moment, rng.randint(3, 9))
            yield moment
            approve_quote(self.crew.who_decides(DECIDES[waiting.step], seller), quote_id)
            moment = later(moment, 2)
            yield moment
        offer_quote(seller, quote_id)
        return moment

    def _contract(
        self, rng: Random, deal: Deal, visitor: Visitor, serial: int, quote_id: int, moment: datetime
    ) -> Iterator[datetime]:
        moment = self._drafted_at(rng, deal, moment)
        yield moment
        seller = visitor.seller
        contract_id = draft_contract(seller, quote_id).id
        moment = later(moment, rng.randint(6, 15))
        yield moment
        if deal.end is End.DRAFT and serial % 2:
            return
        vin = self.stocking.ordered(rng, seller, contract_id, serial)
        version = Contract.get_by_id(contract_id).version
        fill_contract(seller, contract_id, version, self._filled(rng, deal, visitor, serial, moment.date(), vin))
        if deal.end is End.DRAFT:
            return
        moment = later(moment, 3)
        yield moment
        submit_contract(seller, contract_id)
        if deal.returned:
            moment = later(moment, rng.randint(5, 15))
            yield moment
            return_contract(self.crew.manager(besides=seller), contract_id, self.words.remark(rng, "returned"))
            moment = later(moment, rng.randint(3, 9))
            yield moment
            submit_contract(seller, contract_id)
        steps = [e.step for e in contract_view(seller, contract_id).approvals if e.decision is Decision.OPEN]
        for step in steps[: deal.granted]:
            moment = later(moment, rng.randint(4, 12))
            yield moment
            note = self.words.remark(rng, "granted") if rng.random() < 0.5 else ""
            approve_contract(self.crew.who_decides(DECIDES[step], seller), contract_id, note)
        if deal.end is End.CANCELLED:
            moment = later(moment, rng.randint(60, 200))
            yield moment
            canceller = self.crew.who_may(Permission.CANCEL_CONTRACT)
            cancel_contract(canceller, contract_id, self.words.remark(rng, "cancelled"))
        if deal.signed_on:
            yield from self._signed(rng, deal, visitor, contract_id, moment)

    def _signed(
        self, rng: Random, deal: Deal, visitor: Visitor, contract_id: int, moment: datetime
    ) -> Iterator[datetime]:
        moment = max(later(moment, 6), at(deal.signed_on or moment.date(), rng.randint(9 * 60 + 30, 9 * 60 + 50)))
        yield moment
        sign_contract(visitor.seller, contract_id)
        signed_at, cashier = moment, self.crew.cashier()
        stages = contract_view(cashier, contract_id).stages
        for place, stage in enumerate(stages[: deal.paid + deal.part_paid]):
            day = max(min(stage.due_on or self.past.last, self.past.last), signed_at.date())
            if stage.due_on and stage.due_on > signed_at.date():
                day = max(signed_at.date(), day - timedelta(days=rng.randint(0, 2)))
            moment = later(max(moment, at(day, rng.randint(9 * 60 + 20, 11 * 60))), rng.randint(3, 12))
            yield moment
            amount = stage.amount
            if place == deal.paid:
                amount = money.portion(amount, rng.randint(2_000, 6_000)) // 100_00 * 100_00
            if amount:
                form = self._payment(rng, visitor, amount, deal.plan.stages[place].code)
                if deal.mistake and not place:
                    wrong = take_payment(cashier, contract_id, replace(form, method=PaymentMethod.CASH)).id
                    moment = later(moment, 4)
                    yield moment
                    reverse_payment(cashier, wrong, self.words.remark(rng, "reversed"))
                    moment = later(moment, 2)
                    yield moment
                take_payment(cashier, contract_id, form)
        later_on = Afterwards(rng, self.words, self.crew, self.catalogue, visitor, contract_id)
        if deal.amended:
            yield from later_on.amended(moment + timedelta(days=1))
        if deal.trouble:
            yield from later_on.trouble(moment)
        if deal.end is End.CALLED_OFF:
            yield from later_on.called_off(moment + timedelta(days=1))
        yield from self._handed_over(rng, deal, visitor, contract_id, moment)

    def _handed_over(
        self, rng: Random, deal: Deal, visitor: Visitor, contract_id: int, moment: datetime
    ) -> Iterator[datetime]:
        """What is paid is delivered, after whatever else came up; what is due these days is planned."""
        handing = HandingOver(rng, self.words, self.crew, self.past, visitor.seller, visitor.person.name, contract_id)
        moment += timedelta(days=3 if deal.amended else 1 if deal.trouble else 0)
        if deal.end is End.PAID:
            yield from handing.delivered(moment)
        elif deal.end in (End.DUE_TODAY, End.DUE_SOON):
            ahead = 0 if deal.end is End.DUE_TODAY else rng.randint(1, 4)
            agreed = at(self.past.last + timedelta(days=ahead), 10 * 60)
            yield from handing.planned(later(moment, rng.randint(40, 90)), agreed)

    def _payment(self, rng: Random, visitor: Visitor, amount: int, stage: str) -> PaymentForm:
        if stage in list(PaymentMethod):
            method = PaymentMethod(stage)
        elif amount > _LARGE:
            method = rng.choice(_FOR_LARGE)
        else:
            method = rng.choice(_FOR_SMALL if amount < _SMALL else (*_FOR_LARGE, PaymentMethod.WECHAT))
        reference = "" if method is PaymentMethod.CASH else f"{rng.randrange(10**12):012d}"
        return PaymentForm(amount, method, visitor.person.name, reference)

    def _quote(self, rng: Random, deal: Deal, visitor: Visitor) -> QuoteForm:
        trade = self.catalogue.trade
        lines, whole = discounted(rng, self.catalogue.basket(rng, visitor.goods), trade, deal.level)
        visitor.colour = self.catalogue.colour(lines)
        needs = self.words.remark(rng, "needs", goods=visitor.goods)
        note = self.words.remark(rng, "quote_note") if rng.random() < 0.5 else ""
        offers = self.catalogue.offers(rng, lines) if rng.random() < 0.4 or deal.compares else ()
        return QuoteForm(lines, whole, deal.plan.code, needs=needs[:200], note=note, offers=offers)

    def _other(self, rng: Random, form: QuoteForm) -> QuoteForm:
        """Something else to compare it with: other goods, no discount."""
        names = {line.name for line in form.lines}
        main = [each.form.name for each in self.catalogue.of(CategoryKind.GOODS) if each.form.name not in names]
        lines = self.catalogue.basket(rng, rng.choice(main) if main else form.lines[0].name)
        return replace(form, lines=lines, whole_discount=0, offers=self.catalogue.offers(rng, lines))

    def _revised(self, rng: Random, form: QuoteForm) -> QuoteForm:
        """The next edition: something is left out or added."""
        names = {line.name for line in form.lines}
        more = [line for line in self.catalogue.extras(rng) if line.name not in names]
        if more:
            return replace(form, lines=(*form.lines, more[0]))
        return replace(form, lines=form.lines[:-1] or form.lines)

    def _next_day(self, rng: Random, moment: datetime, deal: Deal) -> datetime:
        """The next day, unless the contract or the end of the past comes before."""
        latest = self.past.last if deal.signed_on is None else deal.signed_on - timedelta(days=1)
        day = min(moment.date() + timedelta(days=rng.randint(1, 2)), latest)
        if day <= moment.date():
            return later(moment, 25)
        return self.past.within(rng, day)

    def _drafted_at(self, rng: Random, deal: Deal, moment: datetime) -> datetime:
        """The afternoon before signing; what is still open was begun in the last hours."""
        if deal.signed_on:
            day = max(deal.signed_on - timedelta(days=1), moment.date())
            return max(later(moment, 12), at(day, rng.randint(13 * 60 + 30, 15 * 60)))
        if deal.end is End.CANCELLED:
            return self._next_day(rng, moment, deal)
        return max(later(moment, 12), self.past.within(rng, self.past.last))

    def _filled(self, rng: Random, deal: Deal, visitor: Visitor, serial: int, day: date, vin: str) -> ContractForm:
        person = visitor.person
        parties = [PartyForm(person.name, person.id_number, person.phones[0], person.address)]
        if person.partner and rng.random() < 0.15:
            parties.append(PartyForm(person.partner, person.partner_id_number))
        fields = self.catalogue.trade.contract.subject_fields
        subject = {each.code: self._fact(rng, deal, visitor, each, serial, day) for each in fields}
        if vin:
            subject |= {each.code: vin for each in fields if each.kind is FieldKind.VIN}
        return ContractForm(tuple(parties), subject, deal.plan.code, self.place)

    def _fact(self, rng: Random, deal: Deal, visitor: Visitor, field: SubjectField, serial: int, day: date) -> str:
        said = subject_of(self.catalogue.trade.code)
        if field.kind is FieldKind.VIN:
            return numbers.vin(rng, serial)
        if field.kind is FieldKind.NUMBER:
            return str(rng.randint(*said.numbers.get(field.code, (1, 1))))
        if field.kind is FieldKind.DATE:
            if field.event and deal.events:
                return deal.events[field.event].isoformat()
            least, most = said.days.get(field.code, (12, 30))
            return ((deal.signed_on or day) + timedelta(days=rng.randint(least, most))).isoformat()
        person = visitor.person
        couple = (person.name, person.partner or person.contact_person)
        values = {
            "goods": visitor.goods,
            "brand": visitor.goods.split()[0],
            "buyer": person.name,
            "groom": couple[0] if person.male else couple[1],
            "bride": couple[1] if person.male else couple[0],
            "consultant": visitor.seller.name,
            "address": person.address,
            "serial": f"{serial % 1_000_000:06d}",
        }
        if field.code == "colour" and visitor.colour:
            return visitor.colour
        text = self.words.subject(rng, self.catalogue.trade.code, field.code, **values)
        return text or (visitor.goods if field.required else "")
