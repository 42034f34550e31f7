"""Orders at work, for tests: dispatched, in work, in the quality check, ready."""

from __future__ import annotations

from models.kernel.permissions import Actor
from models.service import dispatch_actions as dispatching
from models.service import extra_actions as extra
from models.service import late_actions as late
from models.service import line_actions as lessening
from models.service import part_issue_actions as issuing
from models.service import work_actions as working
from models.service.dispatch_actions import Assignment, dispatch_order
from models.service.kinds import Check, Consent, LineKind, Stance
from models.service.quality_actions import CheckForm, check_order, note_wash
from models.service.reading import order_view
from models.service.views import OrderLineView
from models.service.work_actions import DoneForm, finish_line, start_line
from tests.models.parts import shelves
from tests.models.service.orders import Crew, LineForm, authorised, car, crew, labour, part, tomorrow
from tests.models.shops import Shop, customer


def work_of(by: Actor, order_id: int) -> list[OrderLineView]:
    """The labour that the customer wants."""
    lines = order_view(by, order_id).lines
    return [line for line in lines if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]


def dispatch(team: Crew, order_id: int, *people: Actor) -> list[int]:
    """Give the lines to these people in turn, to the technician unless told; returns the lines."""
    who = people or (team.technician,)
    lines = [line.id for line in work_of(team.advisor, order_id)]
    given = tuple(Assignment(line, who[place % len(who)].id) for place, line in enumerate(lines))
    dispatch_order(team.advisor, order_id, given)
    return lines


def dispatched(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """An order that its technician may begin with."""
    order_id = authorised(shop, team.advisor, *lines, **order)
    dispatch(team, order_id)
    return order_id


def begun(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """The same with its first line at work."""
    order_id = dispatched(shop, team, *lines, **order)
    start_line(team.technician, work_of(team.advisor, order_id)[0].id)
    return order_id


def do_all(team: Crew, order_id: int) -> None:
    """The technician does and checks every line that is left."""
    for line in work_of(team.advisor, order_id):
        if line.done_at is None:
            if line.running_since is None:
                start_line(team.technician, line.id)
            finish_line(team.technician, line.id, DoneForm(checked=True))


def worked(shop: Shop, team: Crew, *lines: LineForm, **order: object) -> int:
    """The same in the quality check."""
    order_id = dispatched(shop, team, *lines, **order)
    do_all(team, order_id)
    return order_id


def check(team: Crew, order_id: int, km: int | None = None) -> None:
    """Both checks and the wash."""
    check_order(team.second, order_id, CheckForm(Check.SECOND, passed=True))
    check_order(team.controller, order_id, CheckForm(Check.FINAL, passed=True, road_test_km=km))
    note_wash(team.technician, order_id)


def work_everything(shop: Shop) -> int:
    """Every action of dispatch, work, extra work, quality and parts once; an order that is ready."""
    team = crew(shop)
    advisor, technician = team.advisor, team.technician
    item = shelves.part(shop, "04465-OK12", "前制动片")
    shelves.received(shop, item, 1_000)
    dispatching.set_technician(shop.owner, technician.id, dispatching.TechnicianForm(("chassis",), 1))
    file_id = customer(shop, "维修客", "13900007733")
    pads = part("前制动片", 200, 26_000, parent=1, item_id=item)
    lines = (labour("保养", 150), labour("制动片", 100, road_test=True), pads, labour("雨刮", 10), labour("清洁", 20))
    order_id = authorised(shop, advisor, *lines, customer_id=file_id, goods_id=car(shop, file_id, "浙A9W901", "WORK1"))
    service, brakes, wipers, cleaning = dispatch(team, order_id)
    needed = next(line.id for line in order_view(advisor, order_id).lines if line.item_id == item)
    issuing.issue_parts(team.parts, order_id, (issuing.PartForm(needed, 200),), "x")
    issuing.return_parts(team.parts, order_id, (issuing.PartForm(needed, 100),), "y", unused=True)
    lessening.leave_line_out(advisor, wipers, "不需要")
    lessening.use_less(advisor, cleaning, 10)
    start_line(technician, service)
    working.stop_line(technician, service, working.StopForm())
    dispatching.release_technician(advisor, technician.id, "病假")
    dispatching.assign_lines(advisor, order_id, tuple(Assignment(each, technician.id) for each in (service, brakes)))
    for wait in (working.wait_for_parts, working.wait_for_answer):
        wait(advisor, order_id, *((working.WaitForm(),) if wait is working.wait_for_parts else ()))
        working.go_on_with_order(advisor, order_id)
    find_all_kinds_of_extra(team, order_id, service)
    late.note_call(advisor, order_id, "葉靜宜", "未接听")
    view = order_view(advisor, order_id)
    late.tell_customer_late(advisor, order_id, view.version, late.LateForm(tomorrow(19), "葉靜宜", "好的"))
    start_line(technician, cleaning)
    finish_line(technician, cleaning, DoneForm("干净了"))
    working.take_up_again(technician, cleaning, "漏了后备箱")
    finish_line(technician, cleaning, DoneForm())
    working.check_own_work(technician, cleaning)
    do_all(team, order_id)
    again = CheckForm(Check.SECOND, passed=False, reason="有异响", redo=(brakes,))
    check_order(team.second, order_id, again)
    do_all(team, order_id)
    check(team, order_id, 6)
    other = authorised(shop, advisor, part("雨刮片", 100, 8_000), customer_id=customer(shop, "配件客", "13900007744"))
    dispatch_order(advisor, other)
    working.finish_work(technician, other)
    return order_id


def find_all_kinds_of_extra(team: Crew, order_id: int, held: int) -> None:
    """One that is agreed to, one refused, one withdrawn."""
    for answer in (extra.agree_extra, extra.refuse_extra, None):
        form = extra.ExtraForm("前制动盘磨损", (labour("更换制动盘", 120, safety=True),), affects=(held,))
        extra.find_extra(team.advisor, order_id, form)
        found = order_view(team.advisor, order_id).extras[-1]
        extra.price_extra(team.advisor, found.id, found.version, form)
        found = order_view(team.advisor, order_id).extras[-1]
        if answer is None:
            extra.withdraw_extra(team.advisor, found.id, "看错了")
        else:
            told = extra.AnswerForm(Consent.CALLED, "葉靜宜", "138 0000 0322", "知道了", warned=True)
            answer(team.advisor, found.id, found.version, told)
