"""Making a sample store: an invented shop with staff, goods, customers and a past that ends today.

Everything people see is the same for the same seed on the same half of a day: names, numbers, moments, sums. Only uids,
the trail's key and codes, and the hashes of PINs differ.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from models.customers import bulk
from models.customers.lists import total
from models.kernel import clock, search, store
from models.kernel.errors import RuleError
from models.kernel.i18n import label, pick, translator
from models.kernel.permissions import Role
from models.sales.tables import Contract, Payment, Quote
from models.sample import (
    complaining,
    desk,
    driving,
    floor,
    follow_ups,
    handing,
    lending,
    planner,
    registers,
    shelf,
    stories,
    workshop,
)
from models.sample.counter import Counter, Visitor
from models.sample.crew import MOST, draw, hired, usual
from models.sample.days import Past, at, past
from models.sample.deals import Deal, ends, planned
from models.sample.furnishing import furnish
from models.sample.goods import fill_catalogue
from models.sample.people import People
from models.sample.selling import Selling
from models.sample.stocking import Stocking
from models.sample.words import Words
from models.shop.actions import Founding, found
from models.shop.profile import Profile
from models.trades import files
from models.trades.template import Trade

Progress = Callable[[int, int], object]

_QUOTES_PER_CUSTOMER, _QUOTES_PER_DAY, _WON = 0.45, 0.6, 0.4
_STRANGERS = 0.08
_MOST_CUSTOMERS, _MOST_DAYS = 1_000_000, 3660


@dataclass(frozen=True)
class SampleResult:
    """What was made: staff as (name, roles in words, PIN), the recovery code, and how many of each."""

    staff: tuple[tuple[str, str, str], ...]
    recovery_code: str
    customers: int
    quotes: int
    contracts: int
    payments: int


def make(
    address: str,
    *,
    trade: str = "car_dealership",
    customers: int = 200,
    days: int = 90,
    seed: int = 1,
    staff: int | None = None,
    language: str = "zh_CN",
    progress: Progress | None = None,
) -> SampleResult:
    """Make a new sample store at ``address``, whole or not at all, and close it.

    ``staff`` is everybody, the owner included, as many as fit the trade unless told; the workshop has work where its
    technicians are among them, from ten on.
    ``progress`` is told (days done, days), and may stop it by raising.
    The past is at least two days long. Raises StorageError where something is already there or cannot be written,
    RuleError for an unknown trade, a staff not of 1 to 50, or numbers beyond reason.
    """
    _check("customers", customers, 0, _MOST_CUSTOMERS)
    _check("days", days, 1, _MOST_DAYS)
    template = files.load(trade)
    if staff is None:
        staff = usual(workshop=workshop.has_one(trade))
    _check("staff", staff, 1, MOST)
    recovery_code = store.create(address)
    opened = store.open_store(address)
    try:
        made = _Maker(Random(seed), template, Words(language), days).make(customers, staff, recovery_code, progress)
    except BaseException:
        store.destroy(opened)
        raise
    store.close(opened)
    return made


def _check(field: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise RuleError("Type a whole number from {least} to {most}.", field=field, least=least, most=most)


class _Maker:
    """Draws and writes one sample store."""

    def __init__(self, rng: Random, trade: Trade, words: Words, days: int) -> None:
        self.rng, self.trade, self.words = rng, trade, words
        self.past = past(clock.local(clock.now()), days)
        self.people = People(rng, words)

    def make(self, customers: int, staff: int, recovery_code: str, progress: Progress | None) -> SampleResult:
        members = draw(self.rng, self.people, self.words, staff, workshop=workshop.has_one(self.trade.code))
        with clock.standing_at(at(self.past.first - timedelta(days=1), 9 * 60)), store.transaction():
            owner = found(Founding(self._profile(), self.trade.code, members[0].name, members[0].pin))
            crew = hired(owner, members)
            catalogue = fill_catalogue(owner, self.trade, self.words.language)
            stocking = Stocking(crew, catalogue)
            stocking.begin(owner)
            kept = shelf.begin(crew, self.words.language)
            handing.open_bays(owner, self.words, Random(0))
            workshop.begin(crew)
            planner.begin(crew, self.words.language)
        counter = Counter(self.rng, self.past, self.words, crew, catalogue)
        visitors = counter.visitors(self.people, customers)
        steps = list(self._deals(counter, stocking, visitors, self._quotes(customers, staff)))
        steps += complaining.happening(counter)
        steps.append(shelf.happen(crew, self.past, self.words.language, kept))
        steps += [*workshop.happening(counter), *planner.happening(counter)]
        counter.follow_up(visitors)
        furnish(counter, visitors)
        entries = [entry for visitor in visitors for entry in visitor.entries]
        entries += [*counter.strangers(round(customers * _STRANGERS)), *floor.still_here(counter)]
        _Happening(self.past, sorted(entries, key=lambda each: each.at), steps).run(progress)
        with store.transaction():
            search.rebuild()
            floor.fill(counter)
            follow_ups.fill(counter)
            handing.stand_today(counter)
            with clock.standing_at(self.past.end):
                stocking.stand_in_the_hall(Random(len(entries)))
            driving.fill(counter)
            lending.fill(counter)
            desk.fill(counter)
            stories.fill(counter)
            registers.fill(counter)
        return SampleResult(
            tuple((each.name, self._roles(each.roles), each.pin) for each in members),
            recovery_code,
            total(),
            Quote.select(Quote.number).distinct().count(),
            Contract.select().count(),
            Payment.select().count(),
        )

    def _quotes(self, customers: int, staff: int) -> int:
        """No more quotes than customers ask for and the staff can write."""
        return min(int(customers * _QUOTES_PER_CUSTOMER), int(staff * len(self.past.days) * _QUOTES_PER_DAY))

    def _deals(
        self, counter: Counter, stocking: Stocking, visitors: list[Visitor], count: int
    ) -> Iterator[Iterator[datetime]]:
        """The deals, each with the customer who came shortly before, as what will happen."""
        place = pick(self.trade.demo.store.address, self.words.language)[:60]
        selling = Selling(self.past, self.words, counter.crew, counter.catalogue, stocking, place)
        deals = [
            planned(self.rng, self.past, self.trade, end, number)
            for number, end in enumerate(ends(count, round(count * _WON)))
        ]
        free = [each for each in visitors if each.person.buys and not each.in_pool]
        for serial, deal in enumerate(sorted(deals, key=lambda each: each.quoted_on), 317):
            quoted_at = self.past.within(self.rng, deal.quoted_on)
            came = bisect_left(free, quoted_at - timedelta(minutes=20), key=lambda each: each.opened.at)
            if came:
                visitor = free.pop(self.rng.randrange(max(0, came - 6), came))
                visitor.quoted_at = quoted_at
                self._prepare(counter, visitor, deal, quoted_at)
                yield selling.happen(Random(self.rng.random()), deal, visitor, serial, quoted_at)

    def _prepare(self, counter: Counter, visitor: Visitor, deal: Deal, quoted_at: datetime) -> None:
        """Somebody who asks for a quote has a wish to buy soon, and comes for it, and for signing."""
        levels = self.trade.intent_levels
        place = 0 if deal.has_contract else 1 if deal.is_open else len(levels) - 2
        level = levels[max(0, min(place, len(levels) - 1))]
        visitor.opened.form = replace(visitor.file, intent=level.code)
        if quoted_at - visitor.opened.at > timedelta(hours=2):
            counter.visit(visitor, quoted_at - timedelta(minutes=10), "came_for_quote", "quoted")
        if deal.has_contract:
            visitor.sold_at = quoted_at
        if deal.signed_on:
            arrived = at(deal.signed_on, 9 * 60 + self.rng.randint(8, 26), self.rng.randrange(60))
            counter.visit(visitor, arrived, "came_to_sign", "signed")

    def _profile(self) -> Profile:
        shop, language = self.trade.demo.store, self.words.language
        return Profile(
            name=pick(shop.name, language),
            address=pick(shop.address, language),
            phone=shop.phone,
            tax_number=shop.tax_number,
            bank=pick(shop.bank, language),
            bank_account=shop.account,
            paper_language=language,
            sample_data=True,
        )

    def _roles(self, roles: frozenset[Role]) -> str:
        _ = translator(self.words.language)
        return _(", ").join(label(role, self.words.language) for role in Role if role in roles)


@dataclass
class _Happening:
    """Everything that happens, in the order of time: entries of the registers by the many, deals step by step."""

    past: Past
    entries: list[bulk.Entry]
    deals: list[Iterator[datetime]]
    _written: int = 0

    def run(self, progress: Progress | None) -> None:
        """Write it all, one transaction a day."""
        waiting: list[tuple[datetime, int]] = []
        for number in range(len(self.deals)):
            self._step(waiting, number)
        days = self.past.days
        for done, day in enumerate(days, 1):
            tonight = min(at(day + timedelta(days=1), 0), self.past.end)
            with store.transaction():
                while waiting and waiting[0][0] <= tonight:
                    moment, number = heapq.heappop(waiting)
                    self._write_entries(moment)
                    with clock.standing_at(moment):
                        self._step(waiting, number)
                self._write_entries(tonight)
            if progress:
                progress(done, len(days))

    def _step(self, waiting: list[tuple[datetime, int]], number: int) -> None:
        moment = next(self.deals[number], None)
        if moment is not None:
            heapq.heappush(waiting, (moment, number))

    def _write_entries(self, until: datetime) -> None:
        count = bisect_right(self.entries, until, lo=self._written, key=lambda each: each.at)
        if count > self._written:
            bulk.write(self.entries[self._written : count])
            self._written = count
