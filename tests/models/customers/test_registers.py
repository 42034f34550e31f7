"""The registers (C2): what a line says, who completes it, to whom it is tied, whose message waits."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from models.customers import lists, paper_facts, register_lists
from models.customers.actions import ContactForm, FileForm, leave, open_file, register_contact
from models.customers.kinds import Outcome, RegisterKind, Stage
from models.customers.register_actions import LineForm, edit_line, pass_on, tie_line
from models.customers.register_lists import RegisterRow
from models.customers.traffic import Period
from models.kernel import audit, clock
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.papers.facts import PaperKind
from models.rotation.actions import sign_in
from models.rotation.kinds import ReceptionResult
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from models.staff.actions import leave_company
from reports import prints
from tests.models.plans import explained
from tests.models.shops import Shop, customer

NUMBER = "137 4455 6677"
VISIT, CALL = ContactForm(RegisterKind.VISIT), ContactForm(RegisterKind.CALL)
YESTERDAY = datetime.now(UTC) - timedelta(days=1)


def read(actor: Actor, line_id: int) -> RegisterRow:
    """One line as this person sees it."""
    found = register_lists.line(actor, line_id)
    assert found is not None
    return found


def test_a_call_says_everything(shop: Shop) -> None:
    friday = (clock.now() + timedelta(days=2)).replace(microsecond=0)
    told = replace(
        CALL, about="问价", phone=NUMBER, source="web", invited_for=friday, message_for_id=shop.consultant.id
    )
    line = read(shop.manager, register_contact(shop.reception, None, told).id)
    assert (line.about, line.phone, line.source, line.staff) == ("问价", NUMBER, "web", "陈晨")
    assert (line.invited_for, line.message_for, line.customer_id) == (friday, "孙悦", None)
    assert [row.id for row in register_lists.invited(shop.manager, clock.now(), friday + timedelta(hours=1))] == [
        line.id
    ]
    assert register_lists.invited(shop.manager, clock.now(), friday) == []


def test_a_visit_is_closed_with_what_came_of_it(shop: Shop) -> None:
    line_id = register_contact(shop.reception, None, replace(VISIT, about="V7")).id
    leave(shop.reception, line_id, "带走报价", Outcome.QUOTE, "要接孩子")
    line = read(shop.reception, line_id)
    assert line.left_at is not None
    assert (line.about, line.result, line.outcome, line.reason) == ("V7", "带走报价", Outcome.QUOTE, "要接孩子")


def test_an_open_line_is_completed_and_the_trail_holds_only_masks(shop: Shop) -> None:
    line_id = register_contact(shop.reception, None, replace(VISIT, phone=NUMBER, at=YESTERDAY)).id
    left = YESTERDAY + timedelta(hours=1)
    form = LineForm(3, False, "portal", "V7", "再看看", Outcome.LEFT_CONTACT, "价格", "139 0000 1234", left)
    edit_line(shop.consultant, line_id, 1, form)
    line = read(shop.manager, line_id)
    assert (line.party_size, line.first_time, line.source, line.outcome) == (3, False, "portal", Outcome.LEFT_CONTACT)
    assert (line.left_at, line.phone) == (left.replace(microsecond=left.microsecond // 1000 * 1000), "139 0000 1234")
    trail = repr(audit.history("register_line", line_id)[0].details)
    assert "139 **** 1234" in trail
    for secret in ("4455", "0000"):
        assert secret not in trail
    with pytest.raises(RuleError, match="earlier days"):
        edit_line(shop.manager, line_id, 2, LineForm())


def test_what_is_wrong_in_a_line_is_said_at_its_field(shop: Shop) -> None:
    line_id = register_contact(shop.reception, None, replace(VISIT, phone=NUMBER)).id
    now = clock.now()
    wrong = {
        "party_size": LineForm(party_size=0),
        "left_at": LineForm(left_at=now - timedelta(days=2)),
        "phone": LineForm(phone="abc"),
        "invited_for": LineForm(invited_for=now + timedelta(days=1)),
    }
    for field, form in wrong.items():
        with pytest.raises(RuleError) as refused:
            edit_line(shop.reception, line_id, 1, form)
        assert refused.value.field == field
    with pytest.raises(RuleError):
        edit_line(shop.reception, line_id, 1, LineForm(left_at=now + timedelta(hours=1)))
    with pytest.raises(StaleEdit):
        edit_line(shop.reception, line_id, 9, LineForm(about="V7"))
    edit_line(shop.reception, line_id, 1, LineForm(about="V7"))
    assert read(shop.manager, line_id).phone == NUMBER, "what was not asked stays"
    for field, contact in {
        "invited_for": replace(CALL, invited_for=now - timedelta(hours=1)),
        "message_for_id": replace(CALL, message_for_id=999),
        "party_size": replace(VISIT, party_size=100),
    }.items():
        with pytest.raises(RuleError) as refused:
            register_contact(shop.reception, None, contact)
        assert refused.value.field == field


def test_nobody_leaves_a_message_for_who_has_gone(shop: Shop) -> None:
    leave_company(shop.owner, shop.colleague.id)
    with pytest.raises(RuleError, match="does not work here"):
        register_contact(shop.reception, None, replace(CALL, message_for_id=shop.colleague.id))


def test_an_anonymous_line_is_tied_to_a_file(shop: Shop) -> None:
    with clock.standing_at(YESTERDAY):
        line_id = register_contact(shop.reception, None, replace(VISIT, about="V7", phone=NUMBER)).id
    file_id = open_file(shop.consultant, FileForm("王五", phones=(NUMBER,)), VISIT).id
    done = tie_line(shop.reception, line_id, file_id)
    assert done.touches("customer", file_id)
    told = {contact.id: contact for contact in lists.timeline(file_id)}
    assert told[line_id].first_time
    assert [each.first_time for each in told.values() if each.id != line_id] == [False]
    assert (read(shop.manager, line_id).customer, lists.customer_file(shop.owner, file_id).stage) == (
        "王五",
        Stage.VISITED,
    )
    with pytest.raises(RuleError, match="already"):
        tie_line(shop.reception, line_id, customer(shop, "赵六", "13900009999"))


def test_a_tied_contact_counts_as_the_last_one(shop: Shop) -> None:
    with clock.standing_at(YESTERDAY - timedelta(days=20)):
        file_id = open_file(shop.consultant, FileForm("王五", phones=(NUMBER,)), CALL).id
    line_id = register_contact(shop.reception, None, VISIT).id
    tie_line(shop.reception, line_id, file_id)
    file = lists.customer_file(shop.owner, file_id)
    assert file.last_contact_at == read(shop.owner, line_id).at
    assert file.stage is Stage.VISITED
    assert [row.id for row in lists.find(shop.owner, "王")] == [file_id]


def test_a_message_waits_until_it_was_passed_on(shop: Shop) -> None:
    line_id = register_contact(
        shop.reception, None, replace(CALL, about="回电", phone=NUMBER, message_for_id=shop.consultant.id)
    ).id
    (waiting,) = register_lists.messages_for(shop.consultant)
    assert (waiting.id, waiting.phone, waiting.masked) == (line_id, NUMBER, False), (
        "who is to call back sees the number"
    )
    assert register_lists.messages_for(shop.colleague) == []
    pass_on(shop.consultant, line_id)
    assert register_lists.messages_for(shop.consultant) == []
    assert read(shop.owner, line_id).passed_on_at is not None
    with pytest.raises(RuleError, match="already"):
        pass_on(shop.reception, line_id)
    with pytest.raises(RuleError, match="Nobody left"):
        pass_on(shop.reception, register_contact(shop.reception, None, CALL).id)


@pytest.mark.parametrize("who", ["colleague", "cashier", "consultant", "manager", "reception"])
def test_numbers_in_the_registers_are_masked(shop: Shop, who: str) -> None:
    """An anonymous caller's number is for who took the call and who is to call back; a file's for who may see it."""
    reader = shop.people[who]
    anonymous = register_contact(shop.reception, None, replace(CALL, phone=NUMBER)).id
    tied = register_contact(shop.reception, customer(shop), CALL).id
    line = read(reader, anonymous)
    assert line.masked is (who in ("colleague", "cashier", "consultant"))
    assert line.phone == ("137 **** 6677" if line.masked else NUMBER)
    other = read(reader, tied)
    assert other.masked is (who not in ("consultant", "manager"))
    assert other.phone == ("138 **** 5678" if other.masked else "138 1234 5678")


def test_the_lines_of_a_period_come_in_order(shop: Shop) -> None:
    made = [
        register_contact(shop.reception, None, replace(VISIT, at=YESTERDAY + timedelta(hours=hours))).id
        for hours in (3, 1, 2)
    ]
    bounds = (YESTERDAY, YESTERDAY + timedelta(hours=3))
    assert register_lists.line_ids(RegisterKind.VISIT, *bounds) == [made[2], made[1]]
    assert register_lists.line_ids(RegisterKind.VISIT, *bounds, newest_first=False) == [made[1], made[2]]
    assert register_lists.line_ids(RegisterKind.CALL, *bounds) == []
    assert [row.id for row in register_lists.line_rows(shop.owner, [made[0], 999, made[1]])] == [made[0], made[1]]


def test_the_rotation_keeps_outcome_and_reason_in_step(shop: Shop) -> None:
    sign_in(shop.reception, [shop.consultant.id])
    for result, note in ((ReceptionResult.QUOTE, "两份"), (ReceptionResult.NO_INTEREST, "太贵")):
        line_id = arrive(shop.reception, ArrivalForm(source="portal")).answer.line_id  # type: ignore[attr-defined]
        finish_reception(shop.reception, line_id, result, note)
        line = read(shop.owner, line_id)
        assert (line.outcome.value, line.source) == (result.value, "portal")
        assert line.reason == ("太贵" if result is ReceptionResult.NO_INTEREST else "")
        assert note in line.result


def test_outcomes_and_results_of_receptions_are_the_same() -> None:
    assert {each.value: each.label for each in Outcome if each} == {each.value: each.label for each in ReceptionResult}


def test_messages_are_found_by_an_index(folder_shop: Shop) -> None:
    with explained("register_line") as told:
        register_lists.messages_for(folder_shop.consultant)
    assert "register_line_message" in told[0]


def test_papers_of_a_period_are_kept_with_the_reader_s_masks(shop: Shop) -> None:
    register_contact(shop.reception, customer(shop), VISIT)
    register_contact(shop.reception, None, replace(CALL, phone=NUMBER, about="问价"))
    today = Period(clock.today(), clock.today())
    for reader, seen in ((shop.manager, True), (shop.colleague, False)):
        facts = paper_facts.visit_register(reader, today, "en")
        assert {line.phone for line in facts.lines} == {"138 1234 5678" if seen else "138 **** 5678"}
        (line,) = paper_facts.call_register(reader, today, "en").lines
        assert line.phone == (NUMBER if seen else "137 **** 6677")
    for kind in (PaperKind.VISIT_REGISTER, PaperKind.CALL_REGISTER, PaperKind.TRAFFIC):
        first, second = (prints.issue(shop.consultant, kind, today) for _print in range(2))
        assert (first.copy, second.copy) == (False, True)
        kept = run_sql(
            "SELECT number, print_no, sha256, printed_by FROM paper_print WHERE kind = ? ORDER BY print_no", kind.value
        ).fetchall()
        assert [(row[0], row[1], row[3]) for row in kept] == [(first.number, 1, "孙悦"), (first.number, 2, "孙悦")]
        assert kept[0][2] == hashlib.sha256(first.pdf).hexdigest()
    with pytest.raises(NotAllowed):
        prints.preview(Actor(shop.colleague.id, "", frozenset({Role.TECHNICIAN})), PaperKind.TRAFFIC, today)
