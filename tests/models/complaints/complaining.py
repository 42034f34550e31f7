"""Complaints for tests, brought to each state of their life; and every action of the area once."""

from __future__ import annotations

from datetime import date, timedelta

from models.complaints.actions import (
    ComplaintForm,
    CostForm,
    StepForm,
    WordForm,
    accept_complaint,
    add_step,
    answer_complaint,
    assign_complaint,
    close_complaint,
    open_complaint,
    reckon_complaint,
    reopen_complaint,
    set_costs,
    tie_complaint,
)
from models.complaints.lists import complaint_rows
from models.complaints.states import StepKind, Way
from models.complaints.survey_actions import SurveyForm, record_survey
from models.complaints.survey_lists import to_ask
from models.kernel import clock
from models.kernel.permissions import Actor
from models.trades.complaint_terms import Occasion, Severity, questions
from models.warranty.claim_actions import ClaimForm, change_claim, open_claim, pay_claim, refuse_claim, send_claim
from models.warranty.giving_actions import WarrantyForm, end_warranty, of_customer
from models.warranty.kinds import WarrantyKind
from tests.models.delivery.handing import handed_over, picture
from tests.models.shops import Shop, customer
from tests.models.warranty.giving import given

WORDS = "空调修了两次还是不凉，等了三个小时没人理我"


def version(actor: Actor, complaint_id: int) -> int:
    """The version of a complaint as it stands."""
    return complaint_rows(actor, [complaint_id])[0].version


def complaint(shop: Shop, by: Actor | None = None, **form: object) -> int:
    """A complaint that was opened at the reception; of a new file unless told."""
    whole = {"words": WORDS, "category": "repeat", "wish": "免费修好", **form}
    if not {"customer_id", "caller", "phone", "subject_id"} & whole.keys():
        whole["customer_id"] = customer(shop)
    return open_complaint(by or shop.reception, ComplaintForm(**whole)).id  # type: ignore[arg-type]


def answered(shop: Shop, **form: object) -> int:
    """One that the manager answered."""
    complaint_id = complaint(shop, **form)
    step = StepForm(StepKind.CALL, "道歉，约明天检查", "检查空调", clock.today() + timedelta(days=1))
    add_step(shop.manager, complaint_id, version(shop.manager, complaint_id), step)
    answer_complaint(shop.manager, complaint_id, version(shop.manager, complaint_id), "更换压缩机，免工时费")
    return complaint_id


def accepted(shop: Shop, **form: object) -> int:
    """One whose customer said that it is settled."""
    complaint_id = answered(shop, **form)
    word = WordForm("可以，这次满意", Way.PHONE)
    accept_complaint(shop.manager, complaint_id, version(shop.manager, complaint_id), word)
    return complaint_id


def closed(shop: Shop, **form: object) -> int:
    """One that is closed."""
    complaint_id = accepted(shop, **form)
    current = version(shop.manager, complaint_id)
    close_complaint(shop.manager, complaint_id, current, "repaired", "压缩机批次缺陷", "返修件先做台架检查")
    return complaint_id


def scores(occasion: Occasion, score: int = 5, **others: int) -> dict[str, int]:
    """The same score for every question but ``others``."""
    return {question.code: others.get(question.code, score) for question in questions(occasion)}


def complain_everything(shop: Shop) -> None:
    """Every action on complaints, surveys, warranties and claims once, by somebody who may."""
    first = complaint(shop, shop.cashier, caller="路先生", phone="139 0000 7777")
    tie_complaint(shop.reception, first, 1, customer(shop, "路远", "13900007777"))
    assign_complaint(shop.manager, first, version(shop.manager, first), shop.consultant.id, "由他负责")
    due = clock.today() + timedelta(days=2)
    reckon_complaint(shop.manager, first, version(shop.manager, first), Severity.SEVERE, due, "客户明天出差")
    reopened = closed(shop)
    reopen_complaint(shop.reception, reopened, version(shop.reception, reopened), "又不凉了")
    current = version(shop.manager, reopened)
    set_costs(shop.manager, reopened, current, CostForm(goodwill=20_000, parts=68_000, labour=12_000))
    signed = answered(shop)
    word = WordForm("", Way.SIGNED, signature=picture())
    accept_complaint(shop.manager, signed, version(shop.manager, signed), word)
    waiting = [each.subject_id for each in to_ask(shop.manager) if each.occasion is Occasion.DELIVERY]
    delivery = waiting[0] if waiting else handed_over(shop)
    low = SurveyForm(scores(Occasion.DELIVERY, 4, promises=1), "说好送的脚垫没有")
    record_survey(shop.consultant, Occasion.DELIVERY, delivery, low)
    stand_in(shop)


def stand_in(shop: Shop) -> None:
    """The actions on warranties and claims to makers."""
    file_id = customer(shop, "钟灵", "13900008888")
    given(shop, WarrantyForm(file_id, WarrantyKind.OPERATION, "更换压缩机", 12, given_on=date(2026, 1, 31)))
    (warranty,) = of_customer(file_id)
    end_warranty(shop.manager, warranty.id, 1, "客户自行拆改")
    form = ClaimForm("澜川汽车", "压缩机异响，质保更换", 128_000)
    paid, refused = (open_claim(shop.manager, file_id, form).id for _time in range(2))
    change_claim(shop.manager, paid, 1, ClaimForm("澜川汽车", "压缩机异响", 130_000))
    for claim_id, current in ((paid, 2), (refused, 1)):
        send_claim(shop.manager, claim_id, current, clock.today(), "LC-2026-118")
    pay_claim(shop.manager, paid, 3, 120_000, "工时按标准核减")
    refuse_claim(shop.manager, refused, 2, "超出质保期")
