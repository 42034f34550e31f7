"""The sample's workshop: its people, and orders at every step of their way, the older ones long handed back (W2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random

from models.catalog import lists as catalog
from models.catalog.kinds import Kept
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.customers.tables import Customer, OwnedGoods
from models.kernel import clock
from models.kernel.i18n import pick
from models.kernel.permissions import Actor, Permission
from models.parts.availability import availability
from models.parts.part_actions import parts_category
from models.sales.papers import PaymentMethod
from models.sample import numbers
from models.sample.counter import Counter
from models.sample.crew import Crew
from models.sample.days import at
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
from models.service.states import WorkOrderState
from models.service.tables import InspectionPoint, WorkOrder
from models.service.views import OperationRow
from models.service.work_actions import DoneForm, WaitForm, finish_line, start_line, wait_for_parts
from models.service.work_payment_actions import WorkPaymentForm, take_work_payment
from models.trades import service_files

_SERIALS = 970_001
_BACK, _MOST_DAYS_AGO, _TECHNICIANS = 8, 40, 2
_BETWEEN = 11
"""Minutes from one step to the next."""

_WENT_BACK = "back"
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


def has_one(code: str) -> bool:
    """Whether the trade works on what a customer owns."""
    return any(each.vehicle for each in service_files.for_trade(code)[:1])


def begin(crew: Crew) -> None:
    """What the workshop does, and who works in it; nothing where nobody does."""
    if len(crew.technicians) >= _TECHNICIANS:
        take_shipped_operations(crew.owner, terms.templates()[0].code)
        for technician in crew.technicians:
            set_technician(crew.owner, technician.id, TechnicianForm())


def happening(counter: Counter) -> Iterator[Iterator[datetime]]:
    """The orders, each as its moments: the older ones handed back, on the last day one at each step."""
    if len(counter.crew.technicians) < _TECHNICIANS:
        return
    orders, end = _Orders(counter), counter.past.end
    first = max(counter.past.first + timedelta(days=1), end.date() - timedelta(days=_MOST_DAYS_AGO))
    span = max((end.date() - first).days - 1, 1)
    for place in range(_BACK):
        day = first + timedelta(days=place * span // _BACK)
        yield _Way(orders, _WENT_BACK, place).happen(at(day, 9 * 60 + place * 10))
    for place, step in enumerate(_STEPS):
        yield _Way(orders, step, _BACK + place).happen(end - timedelta(hours=3, minutes=-2 * place))


class _Orders:
    """What all the orders share: who does what, and how things are written."""

    def __init__(self, counter: Counter) -> None:
        crew = counter.crew
        self.counter, self.words, self.template = counter, counter.words, terms.templates()[0]
        self.owner, self.cashier, self.technicians = crew.owner, crew.cashier(), crew.technicians[:_TECHNICIANS]
        self.advisor, self.controller = (*crew.advisors, crew.owner)[:2]
        self.keeper = crew.who_may(Permission.KEEP_PARTS)
        self.operations = lists.operations(self.owner)
        found = catalog.items(self.owner)
        self.shelf = [each for each in found if each.kept is Kept.QUANTITY and each.category == parts_category()]

    def say(self, texts: dict[str, str]) -> str:
        return pick(texts, self.words.language)

    def lines(self, rng: Random) -> tuple[LineForm, ...]:
        """Service and one or two operations, now and then one that is put off."""
        chosen = [self._operation("PERIODIC"), *rng.sample(self.operations[:24], 2)]
        forms = [self._line(each) for each in {each.code: each for each in chosen}.values()]
        forms += self._parts(rng)
        if rng.random() < 0.5:
            forms.append(self._line(self._operation("WIPERS"), Stance.DEFERRED))
        return tuple(forms)

    def _parts(self, rng: Random) -> list[LineForm]:
        """One or two parts of which there are enough on the shelf."""
        answers = availability([each.id for each in self.shelf])
        enough = [each for each in self.shelf if answers[each.id].free >= _ENOUGH]
        chosen = rng.sample(enough, min(len(enough), rng.randint(1, 2)))
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
        return next(each for each in self.operations if each.code == code)

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

    def __init__(self, orders: _Orders, step: str, place: int) -> None:
        self.orders, self.step, self.place = orders, step, place
        self.rng = Random(_SERIALS + place)
        self.moment = orders.counter.past.end

    def happen(self, begin: datetime) -> Iterator[datetime]:
        """Take the steps one after the other, each at its moment; nothing where no customer has come yet."""
        self.moment = begin
        yield begin
        goods = self._vehicle()
        if goods is None:
            return
        said = self.orders.say(self.rng.choice(_SAID))
        order_id = open_order(self.orders.advisor, OpenForm(*goods, complaint=said)).id
        self._receive(order_id)
        for reached, act in self._steps():
            if reached == self.step or (not reached and self.step in ("extra", "parts")):
                return
            yield self._later(_BETWEEN)
            yield from act(order_id) or ()

    def _later(self, minutes: int) -> datetime:
        """So many minutes after the step before."""
        self.moment += timedelta(minutes=minutes)
        return self.moment

    def _steps(self) -> tuple[tuple[str, Callable[[int], Iterator[datetime] | None]], ...]:
        """What leads on from each step."""
        return (
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
            ("handed back", self._follow_up),
        )

    def _vehicle(self) -> tuple[int, int] | None:
        """A customer with a vehicle; one who has none yet brings one."""
        here = (Customer.merged_into.is_null()) & (Customer.erased_at.is_null()) & (Customer.name != "")
        query = Customer.select(Customer.id).where(here).order_by(Customer.id).offset(self.place).limit(1)
        customer = query.tuples().first()
        if customer is None:
            return None
        (customer_id,) = customer
        mine = OwnedGoods.select().where(OwnedGoods.customer == customer_id, OwnedGoods.gone_on.is_null())
        owned = mine.where(OwnedGoods.plate != "").order_by(OwnedGoods.id).first()
        if owned is None:
            self._bring(customer_id)
            owned = mine.order_by(OwnedGoods.id.desc()).get()
        return customer_id, int(owned.id)

    def _bring(self, customer_id: int) -> None:
        form = GoodsForm(
            model=self.orders.say(_CAR),
            serial=numbers.vin(self.rng, _SERIALS + self.place),
            plate=f"浙A{7100 + 37 * self.place}{'KPQR'[self.place % 4]}",
            mileage=10_000 + 3_700 * self.place,
        )
        add_goods(self.orders.owner, customer_id, form)

    def _receive(self, order_id: int) -> None:
        view = order_view(self.orders.owner, order_id)
        codes = tuple(each.code for each in self.orders.template.functions)
        mileage = (view.sheet.mileage_before or 10_000) + self.rng.randint(200, 4_000)
        marks = (MarkForm("left", 420, 560, "scratch", "8 cm"), MarkForm("front", 300, 700, "chip"))
        sheet = SheetForm(
            goods_id=view.row.goods_id,
            mileage=mileage,
            fuel=self.rng.randint(1, 7),
            functions=codes,
            covers=tuple(each.code for each in self.orders.template.covers[:3]),
            valuables_asked=True,
            key_tag=str(self.rng.randint(1, 40)),
            brought_by=view.row.customer,
            outline=self.orders.template.outlines[0],
            marks=marks[: self.rng.randint(0, 2)],
            complaint=view.sheet.complaint,
            road_test_allowed=True,
        )
        save_sheet(self.orders.advisor, order_id, view.version, sheet)
        receive(self.orders.advisor, order_id)

    def _inspect(self, order_id: int) -> None:
        points = InspectionPoint.select(InspectionPoint.id).where(InspectionPoint.order == order_id)
        chosen = self.rng.choice([row[0] for row in points.tuples()])
        judge_point(self.orders.technicians[0], chosen, PointForm(self.rng.choice((Grade.SOON, Grade.NOW)), "3 mm"))
        judge_rest(self.orders.technicians[0], order_id)
        finish_inspection(self.orders.technicians[0], order_id)

    def _estimate(self, order_id: int) -> None:
        version = order_view(self.orders.advisor, order_id).version
        promised = self._promised(clock.local(clock.now()))
        save_estimate(self.orders.advisor, order_id, version, EstimateForm(self.orders.lines(self.rng), 0, promised))
        give_estimate(self.orders.advisor, order_id)

    def _promised(self, now: datetime) -> datetime:
        """The same evening for what is long back, the day after the sample's end for what is still here."""
        if self.step == _WENT_BACK:
            return at(now.date(), 18 * 60)
        return at(self.orders.counter.past.end.date() + timedelta(days=1), (14 + self.rng.randint(0, 3)) * 60)

    def _authorise(self, order_id: int) -> None:
        name = WorkOrder.get_by_id(order_id).brought_by
        authorise(self.orders.advisor, order_id, ConsentForm(name, Consent.SCANNED))

    def _dispatch(self, order_id: int) -> None:
        who = self.orders.technicians
        lines = standing.chosen_labour(WorkOrder.get_by_id(order_id))
        given = tuple(Assignment(line.id, who[(order_id + place) % 2].id) for place, line in enumerate(lines))
        dispatch_order(self.orders.advisor, order_id, given)
        wanted = [line for line in standing.lines_of(WorkOrder.get_by_id(order_id)) if line.item_id is not None]
        parts = tuple(PartForm(line.id, line.quantity) for line in wanted)
        if parts:
            issue_parts(self.orders.keeper, order_id, parts, f"sample-{order_id}", although_reserved=True)

    def _begin(self, order_id: int) -> None:
        line = standing.chosen_labour(WorkOrder.get_by_id(order_id))[0]
        start_line(self._worker(line.technician_id), line.id, leave=True)

    def _worker(self, staff_id: int | None) -> Actor:
        return next(each for each in self.orders.technicians if each.id == staff_id)

    def _interrupt(self, order_id: int) -> None:
        """Something comes up on the orders that are to wait."""
        if self.step == "extra":
            line = LineForm(LineKind.LABOUR, self.orders.say(_FOUND), 120, 22_000, safety=True)
            form = ExtraForm(self.orders.say(_FOUND), (line,), safety=True, everything=True)
            find_extra(self.orders.advisor, order_id, form)
        elif self.step == "parts":
            wait_for_parts(self.orders.advisor, order_id, WaitForm(self.orders.say(_LATE)))

    def _finish(self, order_id: int) -> Iterator[datetime]:
        for line in standing.chosen_labour(WorkOrder.get_by_id(order_id)):
            worker = self._worker(line.technician_id)
            begun = order_view(self.orders.advisor, order_id)
            if next(each for each in begun.lines if each.id == line.id).running_since is None:
                start_line(worker, line.id, leave=True)
            yield self._later(self._takes(line.quantity))
            finish_line(worker, line.id, DoneForm(checked=True))

    def _takes(self, hours: int) -> int:
        """Minutes of work for so many hundredths of an hour: about that, but little for what happens as one looks."""
        return round(hours * 0.6 * self.rng.uniform(0.8, 1.15)) if self.step == _WENT_BACK else _BETWEEN

    def _check(self, order_id: int) -> None:
        check_order(self.orders.advisor, order_id, CheckForm(Check.SECOND, passed=True))
        road = any(line.road_test for line in standing.chosen_labour(WorkOrder.get_by_id(order_id)))
        check_order(
            self.orders.controller, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=6 if road else None)
        )
        note_wash(self.orders.technicians[1], order_id)

    def _settle(self, order_id: int) -> None:
        settle(self.orders.advisor, order_id, SettleForm(self.orders.say(_DONE)))

    def _hand_back(self, order_id: int) -> None:
        order = WorkOrder.get_by_id(order_id)
        settled = standing.settlement_of(order)
        assert settled is not None
        method = self.rng.choice((PaymentMethod.WECHAT, PaymentMethod.ALIPAY, PaymentMethod.CARD))
        if settled.total:
            take_work_payment(self.orders.cashier, order_id, WorkPaymentForm(settled.total, method, order.brought_by))
        hand_back(self.orders.advisor, order_id, HandBackForm())

    def _follow_up(self, order_id: int) -> Iterator[datetime]:
        """Most customers are called the day after."""
        if self.rng.random() < 0.7:
            yield clock.local(clock.now()) + timedelta(hours=22)
            note_follow_up(self.orders.advisor, order_id, self.orders.say(_CALLED))
            if WorkOrder.get_by_id(order_id).state is WorkOrderState.FOLLOWED_UP:
                close_order(self.orders.advisor, order_id)
