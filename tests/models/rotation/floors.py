"""Days at the desk of the test shop, with its two consultants in the line-up."""

from __future__ import annotations

from datetime import date, timedelta

from models.customers.actions import FileForm
from models.kernel import clock
from models.kernel.permissions import Actor
from models.rotation import log, soundness
from models.rotation.actions import (
    begin_signing,
    close_day,
    come_back,
    end_signing,
    go_away,
    say_on_turn,
    sign_in,
    sign_out,
    undo,
)
from models.rotation.desk import Answer
from models.rotation.kinds import ArrivalKind, ReceptionResult, TurnChoice
from models.rotation.manager_actions import (
    change_line_up,
    change_policy,
    correct,
    let_stand_in,
    override,
    plan_day,
    plan_weekday,
    set_holiday,
    take_back,
)
from models.rotation.policies import Policy
from models.rotation.reception_actions import (
    ArrivalForm,
    arrive,
    discover,
    finish_reception,
    insist,
    open_file_for,
    recognise,
)
from models.rotation.state import Decision, State
from tests.models.shops import Shop

NEW = ArrivalForm(ArrivalKind.NEW)


def answer(changes: object) -> Answer:
    """What an action of the rotation answered."""
    told = changes.answer  # type: ignore[attr-defined]
    assert isinstance(told, Answer)
    return told


def decided(changes: object) -> Decision:
    """What an action of the rotation decided."""
    decision = answer(changes).decision
    assert decision is not None
    return decision


def come_in(shop: Shop, form: ArrivalForm = NEW, *, by: Actor | None = None) -> int:
    """Somebody comes in; returns their line in the visit register."""
    return answer(arrive(by or shop.reception, form)).line_id


def everybody_in(shop: Shop) -> tuple[int, int]:
    """Both consultants sign in; returns their ids in the order of the line-up."""
    sign_in(shop.reception, (shop.consultant.id, shop.colleague.id))
    return shop.consultant.id, shop.colleague.id


def standing() -> State:
    """The floor of today."""
    day = log.day_of(clock.today())
    assert day is not None
    return log.state_of(day)


def work_a_day(shop: Shop) -> None:
    """Every action of the rotation once, over two days."""
    manager, desk = shop.manager, shop.reception
    yesterday = clock.now() - timedelta(days=1)
    with clock.standing_at(yesterday):
        first, second = everybody_in(shop)
        finish_reception(desk, come_in(shop), ReceptionResult.LEFT_CONTACT)
        close_day(desk)
    tomorrow: date = clock.today() + timedelta(days=1)
    plan_weekday(manager, tomorrow.weekday(), (second, first))
    plan_day(manager, tomorrow, (first, second))
    set_holiday(manager, tomorrow + timedelta(days=1), "盘点")
    change_policy(manager, Policy(max_makeups=2))
    everybody_in(shop)
    correct(manager, clock.today() - timedelta(days=1), "漏记一位")
    go_away(desk, first, "高经理")
    let_stand_in(manager, first, second)
    come_back(desk, first)
    begin_signing(desk, second)
    say_on_turn(desk, second, TurnChoice.GIVE_UP)
    end_signing(desk, second)
    line = come_in(shop)
    open_file_for(desk, line, FileForm("赵六", phones=("13700003333",)))
    recognise(desk, line, shop.colleague.id)
    discover(desk, line, owner_id=first)
    insist(desk, line, second, "同乡")
    override(manager, line, first, "会德语")
    take_back(manager, standing().log[-1].number, "看错了")
    undo(desk, answer(sign_out(desk, (first,))).number)
    change_line_up(manager, (second, first))
    finish_reception(desk, line, ReceptionResult.NO_INTEREST, "太贵")
    assert list(soundness.differences()) == []
