"""The frame of every action: one transaction, one audit line, and who hears of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from models.customers.actions import ContactForm, FileForm, open_file, register_contact
from models.customers.kinds import RegisterKind
from models.customers.listing import count
from models.customers.lists import customer_file
from models.kernel import audit, changes, clock, store
from models.kernel.actions import PROGRAM, acting
from models.kernel.changes import Changes
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor, Permission, Role
from models.kernel.tables import milliseconds, new_uid, run_sql
from models.staff.actions import leave_company
from tests.models.shops import Shop, customer

CALL = ContactForm(RegisterKind.CALL)


def trail() -> list[str]:
    """Every action on the trail, oldest first."""
    return [row[0] for row in run_sql("SELECT action FROM audit_line ORDER BY id").fetchall()]


def test_an_action_tells_what_it_touched(shop: Shop) -> None:
    heard: list[Changes] = []
    changes.listen(heard.append)
    done = open_file(shop.consultant, FileForm("王五", phones=("13800001111",)), CALL)
    assert heard == [done]
    assert (done.action, done.kind) == ("customers.open_file", "customer")
    assert done.touches("customer", done.id)
    assert done.touches("customer")
    assert done.touches("register_line")
    assert not done.touches("quote")
    assert done.ids("customer") == {done.id}
    assert trail()[-1] == "customers.open_file"


def test_a_listener_hears_after_the_commit_and_one_within_before_it(shop: Shop) -> None:
    standing: list[tuple[str, int, bool]] = []

    def note(where: str) -> changes.Listener:
        return lambda done: standing.append((where, len(trail()), store.database.in_transaction()))

    changes.listen(note("after"))
    changes.listen_within(note("within"))
    before = len(trail())
    customer(shop)
    assert standing == [("within", before, True), ("after", before + 1, False)]


def test_what_a_listener_within_does_stands_or_falls_with_the_action(shop: Shop) -> None:
    def object_to_it(done: Changes) -> None:
        run_sql("UPDATE setting SET value = '\"touched\"' WHERE name = 'trade'")
        raise RuleError("No.")

    before, files = trail(), count(shop.owner, "all")
    heard: list[Changes] = []
    changes.listen(heard.append)
    stop = changes.listen_within(object_to_it)
    with pytest.raises(RuleError):
        customer(shop)
    assert (trail(), count(shop.owner, "all"), heard) == (before, files, [])
    assert "touched" not in run_sql("SELECT value FROM setting WHERE name = 'trade'").fetchone()[0]
    stop()
    customer(shop)
    assert len(heard) == 1


def test_who_stopped_listening_hears_nothing(shop: Shop) -> None:
    heard: list[Changes] = []
    changes.listen(heard.append)()
    changes.listen_within(heard.append)()
    customer(shop)
    assert heard == []


def test_a_refused_action_leaves_nothing(shop: Shop) -> None:
    before = trail()
    heard: list[Changes] = []
    changes.listen(heard.append)
    with pytest.raises(RuleError):
        open_file(shop.consultant, FileForm("王五", phones=("123",)), CALL)
    with pytest.raises(NotAllowed):
        open_file(shop.cashier, FileForm("王五", no_contact=True), CALL)
    assert (trail(), heard) == (before, [])


def test_inside_an_outer_transaction_nobody_hears_before_it_commits(shop: Shop) -> None:
    heard: list[Changes] = []
    changes.listen(heard.append)
    with store.transaction():
        customer(shop)
        assert heard == []
    assert len(heard) == 1


def test_roles_are_read_again_in_the_action(shop: Shop) -> None:
    file_id = customer(shop)
    leave_company(shop.owner, shop.consultant.id)
    with pytest.raises(NotAllowed):
        register_contact(shop.consultant, file_id, CALL)
    pretender = Actor(shop.cashier.id, "方若云", frozenset(Role))
    with pytest.raises(NotAllowed):
        register_contact(pretender, file_id, CALL)
    with pytest.raises(NotAllowed):
        register_contact(Actor(999, "谁", frozenset(Role)), file_id, CALL)


def test_the_program_itself_may_not_call_actions(shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        register_contact(PROGRAM, None, CALL)


def test_what_is_typed_is_cleaned_before_the_action_sees_it(shop: Shop) -> None:
    done = open_file(shop.consultant, FileForm("王\0五\u202e", phones=("138\0 0000 1111",)), CALL)
    file = customer_file(shop.owner, done.id)
    assert (file.name, file.phones) == ("王五", ("138 0000 1111",))
    with pytest.raises(RuleError) as refused:
        open_file(shop.consultant, FileForm("王五", note="\ud800", no_contact=True), CALL)
    assert refused.value.field == "note"


def test_the_trail_names_the_person_and_the_record(shop: Shop) -> None:
    file_id = customer(shop)
    entry = audit.history("customer", file_id)[0]
    assert (entry.staff_id, entry.action) == (shop.consultant.id, "customers.open_file")
    with acting(PROGRAM, "test.nothing", None) as act:
        act.on("customer", file_id)
    assert audit.history("customer", file_id)[0].staff_id == 0


def test_nobody_with_no_roles_may_do_anything() -> None:
    nobody = Actor(1, "谁", frozenset())
    assert not any(nobody.may(permission) for permission in Permission)


def test_an_action_happens_at_one_moment(shop: Shop) -> None:
    """However long it takes, the record, what listeners within write and the audit line bear one time."""
    read: list[datetime] = []

    def slowly(done: Changes) -> None:
        begun = clock.uptime()
        while clock.uptime() < begun + 0.01:
            read.append(clock.now())

    changes.listen_within(slowly)
    file_id = customer(shop)
    times = {row[0] for row in run_sql("SELECT at FROM audit_line ORDER BY id DESC LIMIT 1").fetchall()}
    times |= {row[0] for row in run_sql("SELECT changed_at FROM customer WHERE id = ?", file_id).fetchall()}
    assert len(read) > 1
    assert times == {milliseconds(moment) for moment in read}
    assert clock.now() > read[0], "afterwards the clock goes on"


def test_a_moment_is_held_in_its_own_thread_and_yields_to_a_simulated_one() -> None:
    with clock.held():
        moment = clock.now()
        with ThreadPoolExecutor(1) as other, clock.held():
            assert clock.now() == moment
            begun = clock.uptime()
            while clock.uptime() < begun + 0.01:
                pass
            assert other.submit(clock.now).result() > moment
        with clock.standing_at(moment + timedelta(days=3)):
            assert clock.now() == moment + timedelta(days=3)
            assert clock.today() == clock.local(moment + timedelta(days=3)).date()
        assert (clock.now(), clock.today()) == (moment, clock.local(moment).date())


def test_names_of_records_differ_and_later_ones_stand_later() -> None:
    moment = clock.now()
    with clock.standing_at(moment):
        made = [new_uid() for _each in range(1_000)]
    with clock.standing_at(moment + timedelta(milliseconds=1)):
        made.append(new_uid())
    assert len({each[20:] for each in made}) > 1, "what is chance differs"
    assert made == sorted(set(made))
    assert {len(each) for each in made} == {32}
