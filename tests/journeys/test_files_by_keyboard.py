"""A morning at the desk of customer files without the mouse; the keys are counted where there is a budget."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from models import checking
from models.customers import file_lists, losing
from models.customers import lists as customers
from models.customers.kinds import CustomerKind, RegisterKind, Stage
from models.customers.lists import CustomerFile
from models.followup import lists as follow_up
from models.followup.kinds import Result
from models.kernel import audit, clock
from tests.journeys.desk import CUSTOMERS, TODAY, Desk
from tests.journeys.people import World

pytestmark = pytest.mark.parametrize("world", ["zh_CN"], indirect=True)

COMPANY, COMPANY_PHONE = "远大运输有限公司", "02584001234"
TWIN_PHONE = "13951236621"
"""Ends as the visitor's own."""


def test_a_morning_with_the_files(counter: Desk, world: World, place: Path) -> None:
    desk, clicks = counter, counter.clicks
    desk.press(CUSTOMERS)
    a_new_visitor(desk, world)
    a_known_visitor(desk, world)
    a_company(desk)
    goods_and_needs(desk, world)
    a_promise_kept(desk, world)
    merged_and_taken_apart(desk, world)
    lost(desk, world)
    from_the_pool(desk, world)
    assert desk.clicks == clicks
    assert list(audit.broken_lines()) == []
    desk.close()
    assert list(checking.findings(str(place))) == []


def a_new_visitor(desk: Desk, world: World) -> None:
    """Phone and name: six keys and the typing at most."""
    desk.count_anew()
    desk.register_visitor(world.phone, world.customer)
    assert desk.presses <= 6
    file = the_file(desk, 1)
    assert (file.name, file.phones, file.owner) == (world.customer, (world.phone,), world.consultant.name)


def a_known_visitor(desk: Desk, world: World) -> None:
    """Found by the last four digits: five keys with the digits; the visit is one more line of the register."""
    desk.press(TODAY, CUSTOMERS)
    desk.count_anew()
    desk.write(world.phone[-4:])
    desk.press("Enter")
    assert desk.presses + desk.letters <= 5
    assert world.customer in desk.reads()
    desk.press("F7")
    desk.write("看展车")
    desk.press("Enter")
    desk.wait(lambda: [each.kind for each in customers.timeline(1)] == [RegisterKind.VISIT] * 2)
    assert customers.total() == 1


def a_company(desk: Desk) -> None:
    """A company with two people who speak for it: one told at once, one added later."""
    desk.press("F2")
    desk.write(COMPANY_PHONE)
    desk.press("Enter")
    desk.write(COMPANY)
    desk.press("F9")
    desk.go_to("kind")
    desk.press("Right", "Space")
    desk.fill("person_name", "赵敏")
    desk.fill("person_phone", "13655501111")
    desk.press("Enter")
    desk.wait(lambda: customers.total() == 2)
    assert the_file(desk, 2).kind is CustomerKind.COMPANY
    desk.to_section("people")
    desk.push("add_person")
    desk.write("钱进")
    desk.fill("phones", "13655502222")
    desk.fill("post", "车队长")
    desk.press("Enter")
    desk.wait(lambda: len(file_lists.people(desk.actor, 2)) == 2)
    assert {each.form.name: each.form.phones for each in file_lists.people(desk.actor, 2)} == {
        "赵敏": ("13655501111",),
        "钱进": ("13655502222",),
    }
    for text in ("赵敏", "2222"):
        assert [each.id for each in customers.find(desk.actor, text)] == [2]


def goods_and_needs(desk: Desk, world: World) -> None:
    """What the visitor drives now, and what they need: both stand on the file."""
    desk.find(world.phone[-4:])
    desk.to_section("goods")
    desk.push("add_goods")
    desk.write("大众")
    desk.fill("model", "朗逸")
    desk.fill("plate", "苏A12345")
    desk.press("Enter")
    desk.wait(lambda: [each.form.plate for each in file_lists.goods(1)] == ["苏A12345"])
    desk.to_section("needs")
    desk.push("ask_needs")
    desk.write("教师")
    desk.fill("use", "接送孩子")
    desk.press("Enter")
    desk.wait(lambda: len(file_lists.needs(1)) == 1)
    assert "接送孩子" in the_file(desk, 1).needs
    desk.wait(lambda: "接送孩子" in desk.reads())


def a_promise_kept(desk: Desk, world: World) -> None:
    """Promised today, called from Today: a key for the result, a line, Enter."""
    desk.to_section("tasks")
    desk.push("promise")
    desk.write("回电报价")
    desk.fill("keep_at", clock.today().isoformat())
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    promise = next(each for each in tasks(desk) if each.what.endswith("回电报价"))
    desk.press(TODAY)
    desk.count_anew()
    desk.press("Enter")
    desk.button("result_reached")
    desk.press("1")
    desk.write("已报价，周末来店")
    desk.press("Enter")
    desk.wait(lambda: promise.id not in [each.id for each in tasks(desk)])
    assert desk.presses <= 3
    (line,) = (each for each in follow_up.record(1) if each.what == promise.what)
    assert (line.result, line.note, line.in_time) == (Result.REACHED, "已报价，周末来店", True)


def times_looked() -> int:
    """How often the trail says that the visitor's personal values were unmasked."""
    return [each.action for each in audit.history("customer", 1)].count("customers.reveal_personal")


def tasks(desk: Desk) -> tuple[follow_up.TaskRow, ...]:
    """What is open with the visitor."""
    return follow_up.of_customer(desk.actor, 1).open


def the_file(desk: Desk, customer_id: int) -> CustomerFile:
    """A file as whoever is at the counter sees it."""
    return customers.customer_file(desk.actor, customer_id)


def merged_and_taken_apart(desk: Desk, world: World) -> None:
    """Somebody who is known is typed again: shown while typing, merged from the keyboard, and taken apart again."""
    desk.press(CUSTOMERS, "F2")
    desk.write(TWIN_PHONE)
    desk.press("Enter")
    desk.write(world.customer)
    desk.wait(lambda: desk.offers("open_like"))
    desk.press("Enter")
    desk.wait(lambda: customers.total() == 3)
    desk.push("compare_1")
    desk.button("merge")
    desk.press("Ctrl+Return")
    desk.wait(lambda: customers.total() == 2)
    assert the_file(desk, 1).phones == (world.phone, TWIN_PHONE)
    assert [each.id for each in customers.find(desk.actor, TWIN_PHONE)] == [1]
    desk.push("undo_merge")
    desk.wait(lambda: customers.total() == 3)
    assert (the_file(desk, 1).phones, the_file(desk, 3).phones) == ((world.phone,), (TWIN_PHONE,))
    assert [each.id for each in customers.find(desk.actor, TWIN_PHONE)] == [3]


def lost(desk: Desk, world: World) -> None:
    """Given up with a reason and a day to try again, on which the file wakes."""
    desk.find(TWIN_PHONE)
    desk.pick_by_keys("more", "lose")
    desk.choose("reason", "价格")
    desk.fill("told", "预算不够")
    desk.fill("wakes_on", (clock.today() + timedelta(days=60)).isoformat())
    desk.press("Enter")
    desk.wait_for_dialog_to_close()
    assert the_file(desk, 3).stage is Stage.LOST
    (loss,) = losing.losses_of(3)
    assert (loss.reason, loss.told, loss.wakes_on) == ("price", "预算不够", clock.today() + timedelta(days=60))
    desk.wait(lambda: "预算不够" in desk.reads())


def from_the_pool(desk: Desk, world: World) -> None:
    """The visitor goes back to the pool, where the number is masked; the eye is on record, then the file is claimed."""
    desk.find(world.phone)
    desk.pick_by_keys("more", "release")
    desk.wait(lambda: the_file(desk, 1).owner_id is None)
    masked = the_file(desk, 1).phones[0]
    desk.wait(lambda: masked in desk.reads())
    assert world.phone not in desk.reads()
    looked = times_looked()
    desk.push("reveal")
    desk.wait(lambda: world.phone in desk.reads())
    assert times_looked() == looked + 1
    desk.press("F8")
    desk.wait(lambda: the_file(desk, 1).owner == world.consultant.name)
    desk.wait(lambda: world.phone in desk.reads())
