"""Complaints, satisfaction and claims on the service tab, with real keys and clicks (W10, C10)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.complaints import lists
from models.complaints.actions import ComplaintForm, open_complaint
from models.complaints.states import ComplaintState, Subject, Way
from models.complaints.survey_lists import to_ask
from models.complaints.tables import Complaint
from models.complaints.views import ComplaintFilter, ToAsk
from models.kernel import clock
from models.kernel.permissions import Actor
from models.sales.contract_actions import draft_contract
from models.sales.quote_actions import LineForm, QuoteForm, start_quote
from models.trades.complaint_terms import Occasion, Severity
from models.warranty import claim_lists
from models.warranty.claim_lists import ClaimFilter
from models.warranty.kinds import ClaimState
from tests.ui.conftest import Shop
from tests.ui.hands import button, dialog, press, words
from tests.ui.service.conftest import Opened
from ui.kit.dialogs import FormDialog
from ui.kit.widgets import Button
from ui.service.surveys_page import Score
from ui.today.needs import needs

LEFT = Qt.MouseButton.LeftButton
WORDS = "空调修了两次还是不凉"


def asked(qtbot: QtBot, page: QWidget, name: str) -> FormDialog:
    """The form that a button opens."""
    press(qtbot, page, name)
    return dialog(qtbot)


def complaint(shop: Shop, by: Actor | None = None, **form: object) -> int:
    """One opened before the window."""
    whole = {"words": WORDS, "category": "repeat", "customer_id": shop.customer(), **form}
    return open_complaint(by or shop.reception, ComplaintForm(**whole)).id  # type: ignore[arg-type]


def page_of(opened: Opened, actor: Actor, key: str = "complaints") -> Any:
    """A page of the tab, in front."""
    _window, tab = opened(actor)
    tab.show_page(key)
    return tab.page(key)


def test_from_a_phone_number_to_the_customers_word(open_service: Opened, shop: Shop, qtbot: QtBot) -> None:
    page = page_of(open_service, shop.manager)
    assert "No complaints here" in words(page)
    form = asked(qtbot, page, "open_complaint")
    form.form.set_values({"caller": "路先生", "category": "repeat"})
    qtbot.keyClick(form.form.editor("caller"), Qt.Key.Key_Return)
    assert form.form.field("words").error, "what the customer says is missing"
    form.form.set_values({"words": WORDS, "severity": Severity.SERIOUS})
    form.submit()
    (row,) = lists.complaint_rows(shop.manager, lists.complaint_ids(shop.manager, ComplaintFilter.ALL))
    assert page.table.selected_id == row.id
    assert "路先生" in words(page)
    step = asked(qtbot, page, "step")
    step.form.set_values({"text": "道歉，约明天看车", "next_what": "看车", "next_on": clock.today()})
    step.submit()
    assert "看车" in page.record.band.text
    answer = asked(qtbot, page, "answer")
    answer.form.set_values({"answer": "换压缩机"})
    answer.submit()
    word = asked(qtbot, page, "accept")
    word.submit()
    assert word.isVisible(), "without a word or a signature nothing is settled"
    assert word.form.field("said").error
    word.form.set_values({"said": "可以，满意"})
    word.submit()
    closing = asked(qtbot, page, "close")
    closing.form.set_values({"outcome": "repaired", "root_cause": "批次缺陷", "lesson": "先做台架检查"})
    closing.submit()
    view = lists.complaint_view(shop.manager, row.id)
    assert (view.row.state, view.said, view.said_way) == (ComplaintState.CLOSED, "可以，满意", Way.PHONE)
    page.chips.select("all")
    page.chips.chosen.emit("all")
    assert "先做台架检查" in words(page)


def test_overdue_is_red_and_first_today(open_service: Opened, shop: Shop, qtbot: QtBot) -> None:
    late, fresh = complaint(shop), complaint(shop, customer_id=shop.customer("李丽", "13900001111"))
    Complaint.update(due_on=clock.today().replace(year=2020)).where(Complaint.id == late).execute()
    page = page_of(open_service, shop.manager)
    assert page.table.selected_id == late, "who waits longest stands first"
    assert page.record.band.property("band") == "bad"
    found = [each for each in needs(shop.manager).listed if each.kind == "complaint"]
    assert [(each.id, each.tone) for each in found] == [(late, "bad"), (fresh, "warn")]
    assert needs(shop.manager).listed[:2] == found, "above everything else"
    assert [each.id for each in needs(shop.sales).listed if each.kind == "complaint"] == []


def test_who_may_what(open_service: Opened, shop: Shop, qtbot: QtBot) -> None:
    complaint_id = complaint(shop, about_id=shop.manager.id, owner_id=None)
    page = page_of(open_service, shop.cashier)
    assert button(page, "open_complaint").isEnabled()
    assert not page.record.findChildren(Button, "step")
    page = page_of(open_service, shop.sales)
    assert not button(page, "answer").isEnabled()
    assert "colleague" in button(page, "answer").toolTip()
    assert not page.record.findChildren(Button, "assign")
    page = page_of(open_service, shop.owner)
    owner = asked(qtbot, page, "assign")
    owner.form.set_values({"owner_id": shop.sales.id})
    owner.submit()
    assert lists.complaint_rows(shop.owner, [complaint_id])[0].owner == "孙悦"
    deadline = asked(qtbot, page, "reckon")
    deadline.form.set_values({"severity": Severity.SEVERE})
    deadline.submit()
    assert deadline.form.field("reason").error
    deadline.form.set_values({"reason": "客户要上媒体"})
    deadline.submit()
    assert lists.complaint_rows(shop.owner, [complaint_id])[0].severity is Severity.SEVERE


def test_a_complaint_begins_at_what_it_is_about(open_service: Opened, shop: Shop, qtbot: QtBot) -> None:
    file_id = shop.customer()
    line = LineForm("vehicle", "澜川 V7", 18_980_000, item_id=shop.vehicle)
    contract = draft_contract(shop.sales, start_quote(shop.sales, file_id, QuoteForm((line,))).id)
    _window, tab = open_service(shop.reception)
    tab.open_record("complaint_for_contract", contract.id)
    form = dialog(qtbot)
    assert "王建国" in words(form)
    assert form.form.editor("about_id").value() == shop.sales.id
    form.form.set_values({"words": WORDS, "category": "promise"})
    form.submit()
    (row,) = lists.complaints_of(shop.owner, file_id)
    assert (row.subject, row.subject_id, row.about) == (Subject.CONTRACT, contract.id, "孙悦")
    tab.open_record("complaint_for", file_id)
    assert dialog(qtbot).form.field_names[0] == "words"
    dialog(qtbot).reject()
    page: Any = tab.page("complaints")
    assert button(page.record, "go_contract").isEnabled()


def test_five_keys_answer_a_survey(open_service: Opened, shop: Shop, qtbot: QtBot) -> None:
    page = page_of(open_service, shop.sales, "surveys")
    assert "Everybody was asked." in words(page)
    each = ToAsk(Occasion.DELIVERY, 1, "JC-2026-0001", shop.customer(), "王建国", "138****6621", "孙悦", clock.now())
    form = page.ask(each)
    scores = form.findChildren(Score)
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is not None and scores[0].isAncestorOf(QApplication.focusWidget())
    )
    for score, key in zip(scores, (Qt.Key.Key_5, Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_5, Qt.Key.Key_5), strict=True):
        focused = QApplication.focusWidget()
        assert score.isAncestorOf(focused), "each key goes on to the next question"
        qtbot.keyClick(focused, key)
    assert [score.value() for score in scores] == [5, 4, 2, 5, 5]
    assert QApplication.focusWidget() is form.form.editor("said")
    form.submit()
    assert form.isVisible(), "nothing was handed over: it says so and keeps what was typed"
    assert form.form.error
    assert to_ask(shop.sales) == []
    form.reject()


def test_a_claim_to_a_maker(open_service: Opened, shop: Shop, qtbot: QtBot) -> None:
    shop.customer()
    page = page_of(open_service, shop.cashier, "claims")
    form = asked(qtbot, page, "write_claim")
    form.form.set_values({"whose": "nobody", "maker": "澜川", "what": "压缩机", "amount": 128_000})
    form.submit()
    assert form.form.field("whose").error
    form.form.set_values({"whose": "王建国"})
    form.submit()
    sent = asked(qtbot, page, "claim_send")
    sent.submit()
    assert "¥1,280.00" in page.owed.text()
    paid = asked(qtbot, page, "claim_pay")
    paid.form.set_values({"paid": 100_000})
    paid.submit()
    assert paid.form.field("answer").error
    paid.form.set_values({"answer": "工时核减"})
    paid.submit()
    assert [(each.state, each.paid) for each in claim_lists.claims(ClaimFilter.ALL)] == [(ClaimState.PAID, 100_000)]
