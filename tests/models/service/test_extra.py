"""Extra work (W7): the call or the signature, the ceiling, what stops and what goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.service.extra_actions import (
    AnswerForm,
    ExtraForm,
    agree_extra,
    find_extra,
    price_extra,
    refuse_extra,
    withdraw_extra,
)
from models.service.kinds import Charge, Consent, ExtraState, LineKind, Stance, StopReason, WorkState
from models.service.lists import deferred_of
from models.service.operation_actions import change_terms
from models.service.reading import order_view
from models.service.rules import Rounding
from models.service.states import WorkOrderState
from models.service.terms import Terms
from models.service.views import OrderView
from models.service.work_actions import DoneForm, StopForm, finish_line, finish_work, start_line, stop_line
from tests.models.delivery.handing import picture
from tests.models.service.orders import Crew, LineForm, authorised, crew, labour, part, tomorrow
from tests.models.service.settled import ready, settle_as_proposed
from tests.models.service.working import begun, check, dispatch, do_all, work_of
from tests.models.shops import Shop, customer

S = WorkOrderState
DISC = (labour("更换前制动盘", 120, safety=True), part("前制动盘", 200, 56_200, parent=0))


def called(**form: object) -> AnswerForm:
    """The customer said so on the phone."""
    whole = {"name": "葉靜宜", "number": "138 0000 0322", "said": "同意更换", "warned": True, **form}
    return AnswerForm(Consent.CALLED, **whole)  # type: ignore[arg-type]


def found(team: Crew, order_id: int, *lines: LineForm, **form: object) -> OrderView:
    """The advisor notes extra work that holds the first line unless told."""
    held = form.pop("affects", (work_of(team.advisor, order_id)[0].id,))
    whole = ExtraForm("前制动盘磨损见底", lines or DISC, affects=held, **form)  # type: ignore[arg-type]
    find_extra(team.advisor, order_id, whole)
    return order_view(team.advisor, order_id)


def test_work_stops_until_the_customer_agrees_and_the_ceiling_rises(shop: Shop) -> None:
    team = crew(shop)
    order_id = begun(shop, team, labour("制动片"), part(parent=0))
    later = tomorrow(18)
    view = found(team, order_id, promised_at=later)
    extra = view.extras[0]
    assert (view.row.state, extra.amount, view.pending) == (S.WAITING_APPROVAL, 26_400 + 112_400, 138_800)
    assert view.authorised == 74_000, "nothing is authorised yet"
    pads = work_of(team.advisor, order_id)[0]
    assert (pads.work, view.sessions[-1].reason) == (WorkState.STOPPED, StopReason.APPROVAL)
    with pytest.raises(RuleError, match="waits for the customer's answer"):
        start_line(team.technician, pads.id)
    with pytest.raises(RuleError, match="has not agreed"):
        start_line(team.technician, view.lines[2].id)
    for gap in ("name", "number", "said"):
        with pytest.raises(RuleError) as caught:
            agree_extra(team.advisor, extra.id, extra.version, called(**{gap: ""}))
        assert caught.value.field == gap
    with pytest.raises(RuleError) as caught:
        agree_extra(team.advisor, extra.id, extra.version, called(at=clock.now() + timedelta(hours=1)))
    assert caught.value.field == "at"
    with pytest.raises(StaleEdit):
        agree_extra(team.advisor, extra.id, extra.version + 1, called())
    with pytest.raises(NotAllowed):
        agree_extra(team.technician, extra.id, extra.version, called())
    assert order_view(team.advisor, order_id).authorised == 74_000, "nothing half written"
    agree_extra(team.advisor, extra.id, extra.version, called())
    view = order_view(team.advisor, order_id)
    assert (view.row.state, view.authorised, view.totals.total) == (S.IN_WORK, 212_800, 212_800)
    assert (view.row.promised_at, view.pending) == (later, 0)
    answered = view.extras[0]
    assert (answered.state, answered.called, answered.said) == (ExtraState.AGREED, "葉靜宜", "同意更换")
    assert answered.answered_to == "许念安"
    assert [each.total for each in view.authorisations] == [74_000, 212_800]
    with pytest.raises(RuleError, match="answered already"):
        refuse_extra(team.advisor, extra.id, answered.version, called())


def test_the_number_called_is_masked_for_others(shop: Shop) -> None:
    team = crew(shop)
    order_id = begun(shop, team)
    extra = found(team, order_id).extras[0]
    agree_extra(team.advisor, extra.id, extra.version, called())
    assert order_view(team.advisor, order_id).extras[0].called_number == "138 0000 0322"
    masked = order_view(team.controller, order_id).extras[0].called_number
    assert masked.endswith("0322")
    assert "138 0000" not in masked
    assert "*" in masked
    with pytest.raises(NotAllowed):
        order_view(team.technician, order_id)


def test_refused_work_is_kept_with_its_warning(shop: Shop) -> None:
    team = crew(shop)
    file_id = customer(shop)
    order_id = begun(shop, team, labour("制动片"), labour("保养"), customer_id=file_id)
    view = found(team, order_id, safety=True)
    extra = view.extras[0]
    assert view.row.state is S.IN_WORK, "another line may go on"
    with pytest.raises(RuleError) as caught:
        refuse_extra(team.advisor, extra.id, extra.version, called(warned=False))
    assert caught.value.field == "warned"
    signed = AnswerForm(Consent.DRAWN, "葉靜宜", said="下次再换", content=picture(), warned=True)
    refuse_extra(team.advisor, extra.id, extra.version, signed)
    view = order_view(team.advisor, order_id)
    assert (view.extras[0].state, view.authorised) == (ExtraState.REFUSED, 44_000)
    assert view.extras[0].attachment_id is not None
    kept = deferred_of(view.row.goods_id, file_id)
    assert [(each.name, each.safety, each.refused) for each in kept] == [
        ("更换前制动盘", True, True),
        ("前制动盘", True, True),
    ]
    do_all(team, order_id)
    check(team, order_id)
    settle_as_proposed(team.advisor, order_id)
    assert order_view(team.advisor, order_id).settlement.total == 44_000  # type: ignore[union-attr]


def test_several_at_once_and_each_line_waits_for_its_own(shop: Shop) -> None:
    team = crew(shop)
    order_id = begun(shop, team, labour("制动片"), labour("保养"))
    pads, service = (line.id for line in work_of(team.advisor, order_id))
    found(team, order_id)
    start_line(team.technician, service)
    view = found(team, order_id, labour("更换油底壳垫", 80), affects=(service,))
    assert view.row.state is S.WAITING_APPROVAL
    first, second = view.extras
    withdraw_extra(team.advisor, second.id, "擦净后不漏")
    view = order_view(team.advisor, order_id)
    assert (view.row.state, view.extras[1].state) == (S.IN_WORK, ExtraState.WITHDRAWN)
    start_line(team.technician, service)
    with pytest.raises(RuleError, match="waits"):
        start_line(team.technician, pads, leave=True)
    finish_line(team.technician, service, DoneForm(checked=True))
    with pytest.raises(RuleError, match="has not answered"):
        finish_work(team.technician, order_id)
    first = order_view(team.advisor, order_id).extras[0]
    part_of_it = next(line.id for line in view.lines if line.name == "前制动盘")
    agree_extra(team.advisor, first.id, first.version, called(refused=(part_of_it,)))
    view = order_view(team.advisor, order_id)
    assert (view.authorised, view.extras[0].amount) == (44_000 + 26_400, 26_400), "only what they agreed to"
    with pytest.raises(RuleError) as caught:
        find_extra(team.advisor, order_id, ExtraForm("x", affects=(99_999,), lines=DISC))
    assert caught.value.field == "affects"


def test_a_technician_finds_it_and_the_advisor_prices_it(shop: Shop) -> None:
    team = crew(shop)
    order_id = begun(shop, team, labour("制动片"), labour("保养"))
    pads = work_of(team.advisor, order_id)[0].id
    lines = (LineForm(LineKind.LABOUR, "更换制动盘", 120, 99), LineForm(LineKind.PART, "制动盘", 200, 99, parent=0))
    with pytest.raises(RuleError) as caught:
        find_extra(team.technician, order_id, ExtraForm("磨损", amount=500))
    assert caught.value.field == "amount"
    find_extra(team.technician, order_id, ExtraForm("磨损", lines, affects=(pads,)))
    extra = order_view(team.advisor, order_id).extras[0]
    assert extra.amount == 26_400, "the store's rate; the part has no price yet"
    with pytest.raises(RuleError, match="no price yet"):
        agree_extra(team.advisor, extra.id, extra.version, called())
    free = labour("清洁", 20, charge=Charge.GOODWILL)
    price_extra(team.advisor, extra.id, extra.version, ExtraForm("磨损", (*DISC, free), everything=True))
    view = order_view(team.advisor, order_id)
    assert (view.row.state, view.extras[0].amount) == (S.WAITING_APPROVAL, 138_800)
    with pytest.raises(NotAllowed):
        price_extra(team.technician, extra.id, view.extras[0].version, ExtraForm("磨损", DISC))
    agree_extra(team.advisor, extra.id, view.extras[0].version, called())
    assert [line.technician_id for line in work_of(team.advisor, order_id)[2:]] == [team.technician.id] * 2
    do_all(team, order_id)
    assert order_view(team.advisor, order_id).row.state is S.QUALITY_CHECK


def test_a_higher_price_alone_and_the_ceiling_holds(shop: Shop) -> None:
    team = crew(shop)
    order_id = ready(shop, team, labour("保养"))
    with pytest.raises(RuleError) as caught:
        find_extra(team.advisor, order_id, ExtraForm("再做四轮定位", (labour("四轮定位"),)))
    assert caught.value.field == "lines"
    find_extra(team.advisor, order_id, ExtraForm("锈蚀螺栓，多用材料", amount=8_000))
    with pytest.raises(RuleError, match="has not answered"):
        settle_as_proposed(team.advisor, order_id)
    extra = order_view(team.advisor, order_id).extras[0]
    agree_extra(team.advisor, extra.id, extra.version, AnswerForm(Consent.SCANNED, "葉靜宜"))
    view = order_view(team.advisor, order_id)
    assert (view.authorised, view.lines[-1].kind, view.lines[-1].stance) == (30_000, LineKind.OTHER, Stance.CHOSEN)
    settle_as_proposed(team.advisor, order_id)
    assert order_view(team.advisor, order_id).settlement.total == 30_000  # type: ignore[union-attr]


def test_rounding_never_stops_what_was_agreed_to(folder_shop: Shop) -> None:
    team = crew(folder_shop)
    change_terms(folder_shop.manager, Terms(None, Rounding.YUAN))
    order_id = authorised(folder_shop, team.advisor, LineForm(LineKind.OTHER, "代办", 100, 1_099), labour("保养"))
    dispatch(team, order_id)
    find_extra(team.advisor, order_id, ExtraForm("补差", amount=1))
    extra = order_view(team.advisor, order_id).extras[0]
    agree_extra(team.advisor, extra.id, extra.version, called())
    do_all(team, order_id)
    check(team, order_id)
    settle_as_proposed(team.advisor, order_id)
    assert order_view(team.advisor, order_id).settlement.total == 23_100  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (ExtraForm("", DISC), "found"),
        (ExtraForm("x"), "lines"),
        (ExtraForm("x", DISC, amount=5), "amount"),
        (ExtraForm("x", amount=10**15), "amount"),
        (ExtraForm("x", (labour(hours=0),)), "lines.0.quantity"),
        (ExtraForm("x", (labour(hours=1_000_00),)), "lines.0.quantity"),
        (ExtraForm("x" * 1_001, DISC), "found"),
    ],
)
def test_a_wrong_extra_is_said_at_its_place(folder_shop: Shop, form: ExtraForm, field: str) -> None:
    team = crew(folder_shop)
    order_id = begun(folder_shop, team)
    with pytest.raises(RuleError) as caught:
        find_extra(team.advisor, order_id, form)
    assert caught.value.field == field
    past = ExtraForm("x", DISC, promised_at=clock.now() - timedelta(minutes=5))
    with pytest.raises(RuleError) as caught:
        find_extra(team.advisor, order_id, past)
    assert caught.value.field == "promised_at"
    view = order_view(team.advisor, order_id)
    assert (view.extras, view.row.state) == ((), S.IN_WORK)
    stop_line(team.technician, view.lines[0].id, StopForm())
