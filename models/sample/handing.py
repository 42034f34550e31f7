"""Deliveries in the sample: planned, called, prepared, handed over and followed up, as far as the past goes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random

from models.delivery import lists, templates
from models.delivery.bay_actions import add_bay
from models.delivery.checklist_actions import (
    DefectForm,
    ItemForm,
    compare_unit,
    note_defect,
    settle_item,
    waive_item,
)
from models.delivery.handing_actions import (
    HandOverForm,
    approve_release,
    ask_release,
    book_delivery,
    close_delivery,
    finish_follow_up,
    hand_over,
    make_ready,
    overrule_money,
)
from models.delivery.planning_actions import (
    CallForm,
    PlanForm,
    PostponeForm,
    log_call,
    plan_delivery,
    postpone_delivery,
)
from models.delivery.standing import expected_units, goods_blockers, money_blockers
from models.delivery.tables import Delivery
from models.followup import keeping
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.tables import milliseconds, run_sql
from models.sales.signatures import Signature
from models.sample.counter import Counter
from models.sample.crew import Crew
from models.sample.days import Past, at, later
from models.sample.words import Words
from models.shop.profile import trade
from models.staff.lists import everybody
from models.trades.delivery_template import Gate
from models.trades.follow_up import rules_of

_SLOTS = (10 * 60, 14 * 60, 11 * 60 + 30, 15 * 60 + 30, 9 * 60 + 30, 13 * 60)
_DAYS = 12
_BULK = """
UPDATE delivery_item SET state = 'done', staff_id = ?, at = ?, text = CASE evidence WHEN 'text' THEN ? ELSE '' END,
    reading = CASE WHEN evidence <> 'reading' THEN NULL WHEN means = 'mileage' THEN ? ELSE ? END
WHERE delivery_id = ? AND gate = ? AND required = 1 AND state = 'open' AND evidence IN ('tick', 'reading', 'text')
    AND means NOT IN ('call', 'serial', 'advisor')"""
_LEFT = """
SELECT id, evidence, means FROM delivery_item
WHERE delivery_id = ? AND gate = ? AND required = 1 AND state = 'open' ORDER BY position"""


def open_bays(owner: Actor, words: Words, rng: Random) -> None:
    """The bays of a store whose deliveries happen in one."""
    template, _no = templates.chosen("")
    if template.in_bay:
        for kind in ("bay_one", "bay_two"):
            add_bay(owner, words.remark(rng, kind))


@dataclass
class HandingOver:
    """The delivery of one contract; what a generator yields is the moment of its next step."""

    rng: Random
    words: Words
    crew: Crew
    past: Past
    seller: Actor
    buyer: str
    contract_id: int

    def planned(self, moment: datetime, starts_on: datetime | None = None) -> Iterator[datetime]:
        """Planned, and no more; for ``starts_on`` where that still lies ahead."""
        yield moment
        self._plan(moment, starts_on)

    def delivered(self, moment: datetime) -> Iterator[datetime]:
        """Planned and handed over some days later, as far as the past goes."""
        moment = later(moment, self.rng.randint(30, 120))
        yield moment
        delivery_id = self._plan(moment)
        if not delivery_id:
            return
        if self.contract_id % 4 == 0:
            moment = later(moment, 25)
            yield moment
            self._postpone(delivery_id)
        starts_at = self._starts_at(delivery_id)
        moment = max(later(moment, 15), at(starts_at.date() - timedelta(days=1), self.rng.randint(16 * 60, 17 * 60)))
        yield moment
        self.call(delivery_id)
        moment = max(later(moment, 20), starts_at - timedelta(minutes=self.rng.randint(70, 110)))
        yield moment
        if goods_blockers(Delivery.get_by_id(delivery_id)):  # the goods are still on their way
            return
        self.prepare(delivery_id)
        moment = later(moment, 12)
        yield moment
        approve_release(self.crew.manager(besides=self.seller), delivery_id)
        moment = max(later(moment, 5), starts_at + timedelta(minutes=self.rng.randint(35, 58)))
        yield moment
        self._hand_over(delivery_id)
        yield from self._afterwards(delivery_id, moment)

    def _afterwards(self, delivery_id: int, moment: datetime) -> Iterator[datetime]:
        booked = later(moment, self.rng.randint(20, 50))
        yield booked
        book_delivery(self.crew.who_may(Permission.BOOK_DELIVERY), delivery_id)
        yield max(booked, at(moment.date() + timedelta(days=2), self.rng.randint(10 * 60, 16 * 60)))
        self._settle(delivery_id, Gate.AFTER)
        finish_follow_up(self.seller, delivery_id)
        try:
            close_delivery(self.seller, delivery_id)
        except RuleError:  # something is still to be mended
            return

    def _plan(self, moment: datetime, starts_at: datetime | None = None) -> int:
        """The first free hour from ``starts_at`` on, or of the next days; 0 where there is none."""
        begins = starts_at.date() if starts_at else moment.date() + timedelta(days=self.rng.randint(1, 3))
        hours = [at(begins + timedelta(days=day), minute) for day in range(_DAYS) for minute in _SLOTS]
        hours = [each for each in [*([starts_at] if starts_at else []), *hours] if each > moment]
        bays: list[int | None] = [bay.id for bay in lists.bays()] or [None]
        for wanted in hours:
            for bay in bays:
                form = PlanForm(wanted, bay_id=bay, advisor_id=self._advisor(), lines=None)
                try:
                    return plan_delivery(self.seller, self.contract_id, form).id
                except RuleError as error:
                    if error.field not in ("bay_id", "consultant_id", "advisor_id"):
                        return 0
        return 0

    def _advisor(self) -> int | None:
        found = [each.id for each in everybody() if Role.SERVICE_ADVISOR in each.roles]
        return next((each for each in found if each != self.seller.id), None)

    def _starts_at(self, delivery_id: int) -> datetime:
        return clock.local(Delivery.get_by_id(delivery_id).starts_at)

    def _postpone(self, delivery_id: int) -> None:
        """By a day or two, to where it is free."""
        before = self._starts_at(delivery_id)
        reason = self.words.remark(self.rng, "postponed")
        for days in range(1, 6):
            try:
                form = PostponeForm(before + timedelta(days=days), reason, clock.now())
                postpone_delivery(self.seller, delivery_id, form)
            except RuleError:
                continue
            return

    def call(self, delivery_id: int) -> None:
        """The day before: what to bring is told, and the customer agrees."""
        bring = pick(templates.chosen("")[0].bring or {}, self.words.language)
        log_call(self.seller, delivery_id, CallForm(True, bring))

    def prepare(self, delivery_id: int) -> None:
        """Made ready, the goods compared, the dispatch note asked for."""
        delivery = Delivery.get_by_id(delivery_id)
        self._settle(delivery_id, Gate.READY)
        if money_blockers(delivery):
            overrule_money(self.crew.owner, delivery_id, self.words.remark(self.rng, "overruled"))
        make_ready(self.seller, delivery_id)
        for unit in expected_units(delivery):
            compare_unit(self.seller, delivery_id, unit.serial)
        ask_release(self.seller, delivery_id)

    def _hand_over(self, delivery_id: int) -> None:
        if self.contract_id % 5 == 0:
            due = clock.today() + timedelta(days=self.rng.randint(3, 12))
            note_defect(
                self.seller, delivery_id, DefectForm(self.words.remark(self.rng, "defect"), due, self.seller.id)
            )
        self._settle(delivery_id, Gate.HAND_OVER)
        name = self.buyer
        hand_over(self.seller, delivery_id, HandOverForm(Signature(name, _scrawl(self.rng.randrange(40)))))

    def _settle(self, delivery_id: int, gate: Gate) -> None:
        """What is ticked, read or written down at once, the rest one by one; the signature comes last."""
        found = self.words.remark(self.rng, "found")
        km = self.rng.randint(8, 46)
        who = (self.seller.id, milliseconds(clock.now()))
        run_sql(_BULK, *who, found, km * 100, 200, delivery_id, gate.value)
        for item_id, evidence, means in run_sql(_LEFT, delivery_id, gate.value).fetchall():
            if evidence == "photo":
                settle_item(self.seller, item_id, ItemForm(content=_scrawl(7)))
            elif means == "advisor" and Delivery.get_by_id(delivery_id).advisor_id is None:
                waive_item(self.seller, item_id, self.words.remark(self.rng, "no_advisor"))
            elif evidence != "signature":
                settle_item(self.seller, item_id, ItemForm())


def stand_today(counter: Counter) -> None:
    """How deliveries stand in the end: one to come is confirmed, one is ready and waits for its dispatch note; calls
    that are still to be made after the last hand-overs, and what is to be mended.
    """
    with clock.standing_at(counter.past.end):
        _prepare_some(counter)
        rules = rules_of(trade())
        for (delivery_id,) in run_sql("SELECT id FROM delivery WHERE state = 'handed_over' ORDER BY id").fetchall():
            keeping.delivery(rules, delivery_id)
        for (defect_id,) in run_sql("SELECT id FROM delivery_defect WHERE mended_on IS NULL ORDER BY id").fetchall():
            keeping.defect(rules, defect_id)


def _prepare_some(counter: Counter) -> None:
    sellers = {each.id: each for each in counter.crew.actors}
    sql = """SELECT d.id, d.contract_id, d.consultant_id, c.name FROM delivery d JOIN customer c ON c.id = d.customer_id
        WHERE d.state = 'planned' AND d.starts_at > ? ORDER BY d.starts_at, d.id"""
    coming = run_sql(sql, milliseconds(clock.now())).fetchall()
    rng = Random(len(coming))
    for place, (delivery_id, contract_id, consultant_id, buyer) in enumerate(coming[:2]):
        shop = (rng, counter.words, counter.crew, counter.past)
        handing = HandingOver(*shop, sellers[consultant_id], buyer, contract_id)
        handing.call(delivery_id)
        if not place and not goods_blockers(Delivery.get_by_id(delivery_id)):
            handing.prepare(delivery_id)


@cache
def _scrawl(seed: int) -> bytes:
    """Something like a signature, as PNG."""
    from PIL import Image, ImageDraw

    rng = Random(seed)
    picture = Image.new("RGB", (360, 120), "white")
    points = [(20 + 12 * place, 60 + rng.randint(-32, 32)) for place in range(27)]
    ImageDraw.Draw(picture).line(points, fill="#1A2A5A", width=4, joint="curve")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
