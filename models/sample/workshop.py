"""The sample's workshop: its people, and orders at every step of their way, the older ones long handed back (W2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from models.catalog import lists as catalog
from models.catalog.kinds import Kept
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission, Role
from models.parts.availability import availability
from models.parts.part_actions import parts_category
from models.sales.papers import PaymentMethod
from models.sample import numbers
from models.sample.counter import Counter
from models.sample.crew import Member
from models.sample.days import at
from models.sample.people import People
from models.sample.words import Words
from models.service import lists, standing, terms
from models.service.dispatch_actions import Assignment, TechnicianForm, dispatch_order, set_technician
from models.service.estimate_actions import (
    ConsentForm,
    EstimateForm,
    LineForm,
    authorise,
    give_estimate,
    save_estimate,
)
from models.service.extra_actions import ExtraForm, find_extra
from models.service.hand_back_actions import HandBackForm, close_order, hand_back, note_follow_up
from models.service.inspection_actions import PointForm, finish_inspection, judge_point, judge_rest
from models.service.kinds import Check, Consent, Grade, LineKind, Stance
from models.service.operation_actions import take_shipped_operations
from models.service.part_issue_actions import PartForm, issue_parts
from models.service.quality_actions import CheckForm, check_order, note_wash
from models.service.reading import order_view
from models.service.reception_actions import MarkForm, OpenForm, SheetForm, open_order, receive, save_sheet
from models.service.settlement_actions import SettleForm, settle
from models.service.tables import InspectionPoint, WorkOrder
from models.service.views import OperationRow
from models.service.work_actions import DoneForm, WaitForm, finish_line, start_line, wait_for_parts
from models.service.work_payment_actions import WorkPaymentForm, take_work_payment
from models.staff.actions import StaffForm, hire
from models.trades.service_template import ServiceTemplate

_SERIALS = 970_001
_BACK, _MOST_DAYS_AGO = 8, 40
_ENOUGH = 500
"""Hundredths of a part that have to be free before an order takes one."""

_STEPS = (
    *("received", "inspected", "estimated", "authorised", "dispatched", "begun", "extra", "parts", "checking"),
    *("ready", "settled"),
)
"""How far the orders of the last day are."""

_SAID = (
    {"en": "Brakes squeal in the rain", "zh_CN": "下雨天踩刹车有吱吱声", "zh_TW": "下雨天踩煞車有吱吱聲"},
    {"en": "Due for service", "zh_CN": "到期保养，顺便全车检查", "zh_TW": "到期保養，順便全車檢查"},
    {"en": "Steering shakes above 80 km/h", "zh_CN": "时速 80 以上方向盘抖动", "zh_TW": "時速 80 以上方向盤抖動"},
    {"en": "The air conditioning hardly cools", "zh_CN": "空调制冷效果差", "zh_TW": "空調冷房效果差"},
    {"en": "A warning light came on yesterday", "zh_CN": "昨天起故障灯亮", "zh_TW": "昨天起故障燈亮"},
)
_FOUND = {"en": "Front discs are worn too", "zh_CN": "前制动盘也已磨损", "zh_TW": "前煞車盤也已磨損"}
_DONE = {"en": "Done as agreed, road test passed", "zh_CN": "按约定完成，路试合格", "zh_TW": "按約定完成，路試合格"}
_CALLED = {"en": "Content, no more noise", "zh_CN": "客户满意，异响已消除", "zh_TW": "客戶滿意，異響已消除"}
_LATE = {"en": "Ordered, comes tomorrow", "zh_CN": "已订货，明天到", "zh_TW": "已訂貨，明天到"}
_CAR = {"en": "Lanchuan L3", "zh_CN": "澜川 L3", "zh_TW": "瀾川 L3"}


@dataclass(frozen=True)
class Team:
    """Who works in the workshop."""

    advisor: Actor
    controller: Actor
    technicians: tuple[Actor, Actor]


def fill(counter: Counter, people: People, pins: Callable[[int], str], first: int) -> list[Member]:
    """Hire the workshop's people and let orders go their way; returns the people hired.

    Nothing where the trade works on nothing a customer owns.
    """
    template = terms.templates()[0]
    if not template.vehicle:
        return []
    rng = Random(_SERIALS)
    with clock.standing_at(at(counter.past.first, 9 * 60)):
        members, team = _hired(counter, people, pins, first)
        take_shipped_operations(counter.crew.owner, template.code)
        for technician in team.technicians:
            set_technician(counter.crew.owner, technician.id, TechnicianForm())
    orders = _Orders(rng, counter, counter.words, template, team)
    orders.run()
    return members


def _hired(counter: Counter, people: People, pins: Callable[[int], str], first: int) -> tuple[list[Member], Team]:
    roles = (Role.SERVICE_ADVISOR, Role.SERVICE_ADVISOR, Role.TECHNICIAN, Role.TECHNICIAN)
    island = counter.words.language == "zh_TW"
    taken = {each.name for each in counter.crew.actors}
    members, actors = [], []
    for place, role in enumerate(roles, first):
        name = people.name(male=True, island=island)
        while name in taken:
            name = people.name(male=True, island=island)
        taken.add(name)
        member = Member(name, frozenset({role}), pins(place), f"154 0000 {1000 + 37 * place}")
        members.append(member)
        done = hire(counter.crew.owner, StaffForm(member.name, member.roles, member.phone, member.pin))
        actors.append(Actor(done.id, member.name, member.roles))
    return members, Team(actors[0], actors[1], (actors[2], actors[3]))


class _Orders:
    """Writes the orders through their actions, one moment after the other."""

    def __init__(self, rng: Random, counter: Counter, words: Words, template: ServiceTemplate, team: Team) -> None:
        self.rng, self.counter, self.words, self.template, self.team = rng, counter, words, template, team
        self.cashier = counter.crew.cashier()
        self.owner = counter.crew.owner
        self._operations = lists.operations(self.owner)
        self.keeper = counter.crew.who_may(Permission.KEEP_PARTS)
        found = catalog.items(self.owner)
        self._shelf = [each for each in found if each.kept is Kept.QUANTITY and each.category == parts_category()]

    def run(self) -> None:
        """The older orders first, then one at each step on the last day."""
        end = self.counter.past.end
        files = self._vehicles(_BACK + len(_STEPS))
        first = max(self.counter.past.first + timedelta(days=1), end.date() - timedelta(days=_MOST_DAYS_AGO))
        span = max((end.date() - first).days - 1, 1)
        for place, (customer_id, goods_id) in enumerate(files[:_BACK]):
            day = first + timedelta(days=place * span // _BACK)
            self._order(at(day, 9 * 60 + place * 10), "back", customer_id, goods_id)
        for place, (step, (customer_id, goods_id)) in enumerate(zip(_STEPS, files[_BACK:], strict=False)):
            self._order(end - timedelta(hours=3, minutes=-2 * place), step, customer_id, goods_id)

    def _vehicles(self, count: int) -> list[tuple[int, int]]:
        """Customers with a vehicle; those who have none yet bring one."""
        here = (Customer.merged_into.is_null()) & (Customer.erased_at.is_null()) & (Customer.name != "")
        found = Customer.select(Customer.id).where(here).order_by(Customer.id).limit(count)
        pairs = []
        for place, (customer_id,) in enumerate(found.tuples()):
            owned = OwnedGoods.get_or_none(OwnedGoods.customer == customer_id, OwnedGoods.gone_on.is_null())
            if owned is None or not owned.plate:
                with clock.standing_at(at(self.counter.past.first, 10 * 60)):
                    self._bring(customer_id, place)
                owned = (
                    OwnedGoods.select().where(OwnedGoods.customer == customer_id).order_by(OwnedGoods.id.desc()).get()
                )
            pairs.append((customer_id, int(owned.id)))
        return pairs

    def _bring(self, customer_id: int, place: int) -> None:
        plate = f"浙A{7100 + 37 * place}{'KPQR'[place % 4]}"
        form = GoodsForm(
            model=self._say(_CAR),
            serial=numbers.vin(self.rng, _SERIALS + place),
            plate=plate,
            mileage=10_000 + 3_700 * place,
        )
        add_goods(self.owner, customer_id, form)

    def _say(self, texts: dict[str, str]) -> str:
        return pick(texts, self.words.language)

    def _order(self, begin: datetime, step: str, customer_id: int, goods_id: int) -> None:
        moments = iter(begin + timedelta(minutes=11 * each) for each in range(40))
        way = _Way(self, step, moments)
        with clock.standing_at(next(moments)):
            order_id = open_order(
                self.team.advisor, OpenForm(customer_id, goods_id, complaint=self._say(self.rng.choice(_SAID)))
            ).id
            self._receive(order_id)
        way.go(order_id)

    def _receive(self, order_id: int) -> None:
        view = order_view(self.owner, order_id)
        codes = tuple(each.code for each in self.template.functions)
        mileage = (view.sheet.mileage_before or 10_000) + self.rng.randint(200, 4_000)
        marks = (MarkForm("left", 420, 560, "scratch", "8 cm"), MarkForm("front", 300, 700, "chip"))
        sheet = SheetForm(
            goods_id=view.row.goods_id,
            mileage=mileage,
            fuel=self.rng.randint(1, 7),
            functions=codes,
            covers=tuple(each.code for each in self.template.covers[:3]),
            valuables_asked=True,
            key_tag=str(self.rng.randint(1, 40)),
            brought_by=view.row.customer,
            outline=self.template.outlines[0],
            marks=marks[: self.rng.randint(0, 2)],
            complaint=view.sheet.complaint,
            road_test_allowed=True,
        )
        save_sheet(self.team.advisor, order_id, view.version, sheet)
        receive(self.team.advisor, order_id)

    def lines(self) -> tuple[LineForm, ...]:
        """Service and one or two operations, now and then one that is put off."""
        chosen = [self._operation("PERIODIC"), *self.rng.sample(self._operations[:24], 2)]
        forms = [self._line(each) for each in {each.code: each for each in chosen}.values()]
        forms += self._parts()
        if self.rng.random() < 0.5:
            forms.append(self._line(self._operation("WIPERS"), Stance.DEFERRED))
        return tuple(forms)

    def _parts(self) -> list[LineForm]:
        """One or two parts of which there are enough on the shelf."""
        answers = availability([each.id for each in self._shelf])
        enough = [each for each in self._shelf if answers[each.id].free >= _ENOUGH]
        chosen = self.rng.sample(enough, min(len(enough), self.rng.randint(1, 2)))
        return [
            LineForm(
                *(LineKind.PART, each.name, 100, each.price),
                code=each.code,
                unit=each.unit,
                item_id=each.id,
                warranty_months=self.template.part_warranty_months,
                warranty_km=self.template.part_warranty_km,
            )
            for each in chosen
        ]

    def _operation(self, code: str) -> OperationRow:
        return next(each for each in self._operations if each.code == code)

    def _line(self, row: OperationRow, stance: Stance = Stance.CHOSEN) -> LineForm:
        return LineForm(
            *(LineKind.LABOUR, row.name, row.hours or 100, row.price if row.price is not None else row.rate),
            code=row.code,
            stance=stance,
            operation_id=row.id,
            skill=row.skill,
            road_test=row.road_test,
            safety=row.safety,
            warranty_months=row.warranty_months,
            warranty_km=row.warranty_km,
        )


class _Way:
    """An order on its way, as far as ``step``."""

    def __init__(self, orders: _Orders, step: str, moments: object) -> None:
        self.orders, self.step, self.moments = orders, step, moments
        self.team, self.rng = orders.team, orders.rng

    def go(self, order_id: int) -> None:
        """Take the steps one after the other, each at its moment."""
        steps: tuple[tuple[str, Callable[[int], None]], ...] = (
            ("received", self._inspect),
            ("inspected", self._estimate),
            ("estimated", self._authorise),
            ("authorised", self._dispatch),
            ("dispatched", self._begin),
            ("begun", self._interrupt),
            ("", self._finish),
            ("checking", self._check),
            ("ready", self._settle),
            ("settled", self._hand_back),
        )
        for reached, act in steps:
            if reached == self.step or (not reached and self.step in ("extra", "parts")):
                return
            with clock.standing_at(next(self.moments)):  # type: ignore[call-overload]  # an iterator of moments
                act(order_id)
        with clock.standing_at(clock.local(WorkOrder.get_by_id(order_id).handed_back_at) + timedelta(days=1, hours=2)):
            if clock.now() < self.orders.counter.past.end and self.rng.random() < 0.7:
                note_follow_up(self.team.advisor, order_id, self.orders._say(_CALLED))
                if WorkOrder.get_by_id(order_id).state.value == "followed_up":
                    close_order(self.team.advisor, order_id)

    def _inspect(self, order_id: int) -> None:
        points = InspectionPoint.select(InspectionPoint.id).where(InspectionPoint.order == order_id)
        chosen = self.rng.choice([row[0] for row in points.tuples()])
        judge_point(self.team.technicians[0], chosen, PointForm(self.rng.choice((Grade.SOON, Grade.NOW)), "3 mm"))
        judge_rest(self.team.technicians[0], order_id)
        finish_inspection(self.team.technicians[0], order_id)

    def _estimate(self, order_id: int) -> None:
        version = order_view(self.team.advisor, order_id).version
        promised = self._promised(clock.local(clock.now()))
        save_estimate(self.team.advisor, order_id, version, EstimateForm(self.orders.lines(), 0, promised))
        give_estimate(self.team.advisor, order_id)

    def _promised(self, now: datetime) -> datetime:
        """The same evening for what is long back, the day after the sample's end for what is still here."""
        if self.step == "back":
            return at(now.date(), 18 * 60)
        return at(self.orders.counter.past.end.date() + timedelta(days=1), (14 + self.rng.randint(0, 3)) * 60)

    def _authorise(self, order_id: int) -> None:
        name = WorkOrder.get_by_id(order_id).brought_by
        authorise(self.team.advisor, order_id, ConsentForm(name, Consent.SCANNED))

    def _dispatch(self, order_id: int) -> None:
        who = self.team.technicians
        lines = standing.chosen_labour(WorkOrder.get_by_id(order_id))
        given = tuple(Assignment(line.id, who[(order_id + place) % 2].id) for place, line in enumerate(lines))
        dispatch_order(self.team.advisor, order_id, given)
        wanted = [line for line in standing.lines_of(WorkOrder.get_by_id(order_id)) if line.item_id is not None]
        parts = tuple(PartForm(line.id, line.quantity) for line in wanted)
        if parts:
            issue_parts(self.orders.keeper, order_id, parts, f"sample-{order_id}", although_reserved=True)

    def _begin(self, order_id: int) -> None:
        line = standing.chosen_labour(WorkOrder.get_by_id(order_id))[0]
        start_line(self._worker(line.technician_id), line.id, leave=True)

    def _worker(self, staff_id: int | None) -> Actor:
        return next(each for each in self.team.technicians if each.id == staff_id)

    def _interrupt(self, order_id: int) -> None:
        """Something comes up on the orders that are to wait."""
        if self.step == "extra":
            line = LineForm(LineKind.LABOUR, self.orders._say(_FOUND), 120, 22_000, safety=True)
            form = ExtraForm(self.orders._say(_FOUND), (line,), safety=True, everything=True)
            find_extra(self.team.advisor, order_id, form)
        elif self.step == "parts":
            wait_for_parts(self.team.advisor, order_id, WaitForm(self.orders._say(_LATE)))

    def _finish(self, order_id: int) -> None:
        for line in standing.chosen_labour(WorkOrder.get_by_id(order_id)):
            worker = self._worker(line.technician_id)
            begun = order_view(self.team.advisor, order_id)
            if next(each for each in begun.lines if each.id == line.id).running_since is None:
                start_line(worker, line.id, leave=True)
            with clock.standing_at(next(self.moments)):  # type: ignore[call-overload]  # an iterator of moments
                finish_line(worker, line.id, DoneForm(checked=True))

    def _check(self, order_id: int) -> None:
        check_order(self.team.advisor, order_id, CheckForm(Check.SECOND, passed=True))
        road = any(line.road_test for line in standing.chosen_labour(WorkOrder.get_by_id(order_id)))
        check_order(
            self.team.controller, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=6 if road else None)
        )
        note_wash(self.team.technicians[1], order_id)

    def _settle(self, order_id: int) -> None:
        settle(self.team.advisor, order_id, SettleForm(self.orders._say(_DONE)))

    def _hand_back(self, order_id: int) -> None:
        order = WorkOrder.get_by_id(order_id)
        settled = standing.settlement_of(order)
        assert settled is not None
        method = self.rng.choice((PaymentMethod.WECHAT, PaymentMethod.ALIPAY, PaymentMethod.CARD))
        if settled.total:
            take_work_payment(self.orders.cashier, order_id, WorkPaymentForm(settled.total, method, order.brought_by))
        hand_back(self.team.advisor, order_id, HandBackForm())
