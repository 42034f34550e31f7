"""Accounts, PINs and the growing wait after misses."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.customers.actions import ContactForm, register_contact
from models.customers.kinds import RegisterKind
from models.kernel import audit, clock, store
from models.kernel.errors import NotAllowed, RuleError, StaleEdit
from models.kernel.permissions import Actor, Role
from models.kernel.tables import run_sql
from models.staff import lists, login
from models.staff.actions import (
    StaffForm,
    change_account,
    change_own_pin,
    hire,
    keep_draft,
    leave_company,
)
from models.staff.rules import FREE_MISSES, checked_pin, wait_after
from tests.models.shops import PIN, Shop

ROOT = Path(__file__).parents[2]
SALES = frozenset({Role.SALES})


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the program has been running, set by the test."""
    uptime = [10_000.0]
    monkeypatch.setattr(clock, "uptime", lambda: uptime[0])
    monkeypatch.setattr(login, "_started", uptime[0] - 9_000)
    return uptime


def restart(running: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is closed and started again: it remembers nothing of its own."""
    store.close_connection()
    running[0] += 60
    monkeypatch.setattr(login, "_last_miss", {})
    monkeypatch.setattr(login, "_started", running[0])


def miss(shop: Shop, times: int = 1) -> None:
    """Try a wrong PIN."""
    for _ in range(times):
        with pytest.raises(RuleError, match="wrong"):
            login.log_in(shop.consultant.id, "9753")


def version(staff_id: int) -> int:
    return next(row.version for row in lists.everybody(left=True) if row.id == staff_id)


@pytest.mark.parametrize("pin", ["2468", "12345678", "０１２３", " 1357 "])
def test_a_pin_of_four_to_eight_digits(pin: str) -> None:
    assert checked_pin(pin).isdecimal()


@pytest.mark.parametrize(
    "pin", ["", "123", "123456789", "12a4", "1111", "99999999", "一二三四", "12 34", "²³¹¹x", "-123"]
)
def test_a_pin_that_is_refused(pin: str) -> None:
    with pytest.raises(RuleError) as refused:
        checked_pin(pin, "new")
    assert refused.value.field == "new"


def test_the_right_pin_gives_the_roles_held(shop: Shop) -> None:
    assert login.log_in(shop.consultant.id, PIN) == shop.consultant
    assert login.log_in(shop.consultant.id, "２４６８") == shop.consultant
    assert [each.action for each in audit.history("staff", shop.consultant.id)[:2]] == ["staff.log_in", "staff.try_pin"]


@pytest.mark.parametrize("pin", ["", "0000", "24681", "\ud800", "2468\0x"])
def test_a_wrong_pin(shop: Shop, pin: str) -> None:
    with pytest.raises(RuleError) as refused:
        login.log_in(shop.consultant.id, pin)
    assert refused.value.field == "pin"


def test_the_pin_is_kept_as_a_hash_only(shop: Shop) -> None:
    kept = [row[0] for row in run_sql("SELECT pin_hash FROM staff").fetchall()]
    assert all(each.startswith("$argon2id$") for each in kept)
    assert len(set(kept)) == len(kept), "the same PIN, salted differently"
    for line in run_sql("SELECT details FROM audit_line").fetchall():
        assert PIN not in line[0]


def test_every_guess_costs_64_mib_and_two_passes() -> None:
    program = "from models.staff.login import fits, pin_hash; kept = pin_hash('2468'); print(kept, fits(kept, '2468'))"
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.startswith("$argon2id$v=19$m=65536,t=2,p=1$")
    assert said.endswith(" True\n")


def test_the_wait_grows_to_an_hour() -> None:
    waits = [wait_after(misses) for misses in range(20)]
    assert waits[:FREE_MISSES] == [0] * 5
    assert waits[5:13] == [30, 60, 120, 240, 480, 960, 1920, 3600]
    assert wait_after(10**9) == 3600


def test_five_misses_are_free_then_even_the_right_pin_waits(shop: Shop, running: list[float]) -> None:
    miss(shop, FREE_MISSES)
    assert login.seconds_to_wait(shop.consultant.id) == 30
    with pytest.raises(RuleError, match="30 seconds"):
        login.log_in(shop.consultant.id, PIN)
    running[0] += 29.5
    assert login.seconds_to_wait(shop.consultant.id) == 1
    running[0] += 0.5
    assert login.log_in(shop.consultant.id, PIN) == shop.consultant
    assert login.seconds_to_wait(shop.consultant.id) == 0
    miss(shop, 4)
    assert login.seconds_to_wait(shop.consultant.id) == 0


def test_each_further_miss_doubles_the_wait(shop: Shop, running: list[float]) -> None:
    miss(shop, FREE_MISSES)
    for wait in (30, 60, 120):
        assert login.seconds_to_wait(shop.consultant.id) == wait
        running[0] += wait
        miss(shop)


def test_others_do_not_wait(shop: Shop, running: list[float]) -> None:
    miss(shop, FREE_MISSES)
    assert login.log_in(shop.cashier.id, PIN) == shop.cashier


def test_a_restart_does_not_shorten_the_wait(shop: Shop, running: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    miss(shop, FREE_MISSES)
    running[0] += 20
    restart(running, monkeypatch)
    assert login.seconds_to_wait(shop.consultant.id) == 30
    with pytest.raises(RuleError, match="30 seconds"):
        login.log_in(shop.consultant.id, PIN)
    running[0] += 30
    assert login.log_in(shop.consultant.id, PIN) == shop.consultant


@pytest.mark.parametrize("days", [-400, 1, 4_000])
def test_the_clock_does_not_shorten_the_wait(shop: Shop, running: list[float], days: int) -> None:
    miss(shop, FREE_MISSES)
    with clock.standing_at(datetime.now(UTC) + timedelta(days=days)), pytest.raises(RuleError, match="30 seconds"):
        login.log_in(shop.consultant.id, PIN)


def test_pulling_the_plug_before_the_answer_is_no_free_try(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def pull(*_: object) -> bool:
        raise SystemExit

    monkeypatch.setattr(login, "fits", pull)
    for _ in range(FREE_MISSES):
        with pytest.raises(SystemExit):
            login.log_in(shop.consultant.id, "9753")
    assert run_sql("SELECT misses FROM staff WHERE id = ?", shop.consultant.id).fetchone()[0] == FREE_MISSES


def test_ones_own_pin_is_changed_knowing_the_old_one(shop: Shop) -> None:
    for old, new, field in (("9753", "1357", "old"), (PIN, "12", "new"), (PIN, "7777", "new")):
        with pytest.raises(RuleError) as refused:
            change_own_pin(shop.consultant, old, new)
        assert refused.value.field == field
    change_own_pin(shop.consultant, PIN, "1357")
    assert login.log_in(shop.consultant.id, "1357") == shop.consultant
    miss(shop)


def test_guessing_the_old_pin_in_the_change_waits_too(shop: Shop, running: list[float]) -> None:
    for _ in range(FREE_MISSES):
        with pytest.raises(RuleError, match="wrong"):
            change_own_pin(shop.consultant, "9753", "1357")
    with pytest.raises(RuleError, match="30 seconds") as refused:
        change_own_pin(shop.consultant, PIN, "1357")
    assert refused.value.field == "old"


def test_hiring(shop: Shop) -> None:
    staff_id = hire(shop.owner, StaffForm("新人", SALES, "13800000000", "1357")).id
    assert login.log_in(staff_id, "1357") == Actor(staff_id, "新人", SALES)
    assert staff_id in {row.id for row in lists.sellers()}
    for form, field in (
        (StaffForm("", SALES, pin="1357"), "name"),
        (StaffForm("孙悦", SALES, pin="1357"), "name"),
        (StaffForm("某人", frozenset(), pin="1357"), "roles"),
        (StaffForm("某人", SALES), "pin"),
        (StaffForm("某人", SALES, pin="1"), "pin"),
        (StaffForm("某" * 61, SALES, pin="1357"), "name"),
    ):
        with pytest.raises(RuleError) as refused:
            hire(shop.owner, form)
        assert refused.value.field == field
    assert "某人" not in lists.names().values()


def test_changing_an_account(shop: Shop) -> None:
    before = version(shop.consultant.id)
    change_account(shop.owner, shop.consultant.id, before, StaffForm("孙悦", frozenset({Role.SALES_MANAGER})))
    assert login.log_in(shop.consultant.id, PIN).roles == {Role.SALES_MANAGER}
    with pytest.raises(StaleEdit):
        change_account(shop.owner, shop.consultant.id, before, StaffForm("孙悦悦", SALES))
    with pytest.raises(RuleError, match="already"):
        change_account(shop.owner, shop.consultant.id, version(shop.consultant.id), StaffForm("高经理", SALES))
    change_account(shop.owner, shop.consultant.id, version(shop.consultant.id), StaffForm("孙悦", SALES, pin="1357"))
    miss(shop)
    assert login.log_in(shop.consultant.id, "1357").roles == SALES


def test_a_stale_edit_tells_both_values(shop: Shop) -> None:
    old = version(shop.consultant.id)
    change_account(shop.owner, shop.consultant.id, old, StaffForm("孙大悦", SALES))
    with pytest.raises(StaleEdit) as stale:
        change_account(shop.owner, shop.consultant.id, old, StaffForm("孙小悦", SALES))
    assert (stale.value.theirs["name"], stale.value.mine["name"]) == ("孙大悦", "孙小悦")
    assert "pin_hash" not in {**stale.value.theirs, **stale.value.mine}


def test_who_leaves_may_do_nothing_and_stays_in_the_history(shop: Shop) -> None:
    leave_company(shop.owner, shop.consultant.id)
    with pytest.raises(NotAllowed):
        register_contact(shop.consultant, None, ContactForm(RegisterKind.CALL))
    with pytest.raises(NotAllowed):
        keep_draft(shop.consultant, "quote", "x")
    with pytest.raises(RuleError, match="left the company"):
        login.log_in(shop.consultant.id, PIN)
    with pytest.raises(RuleError, match="left"):
        leave_company(shop.owner, shop.consultant.id)
    assert shop.consultant.id not in {row.id for row in lists.everybody()}
    gone = next(row for row in lists.everybody(left=True) if row.id == shop.consultant.id)
    assert (gone.name, gone.present) == ("孙悦", False)
    assert lists.names()[shop.consultant.id] == "孙悦"
    hire(shop.owner, StaffForm("孙悦", SALES, pin="1357"))


def test_the_last_administrator_stays(shop: Shop) -> None:
    owner_only = StaffForm("王总", frozenset({Role.OWNER}))
    for attempt in (
        lambda: leave_company(shop.owner, shop.owner.id),
        lambda: change_account(shop.owner, shop.owner.id, version(shop.owner.id), owner_only),
    ):
        with pytest.raises(RuleError, match="administers"):
            attempt()
    other = hire(shop.owner, StaffForm("信息员", frozenset({Role.ADMINISTRATOR}), pin="1357")).id
    change_account(shop.owner, shop.owner.id, version(shop.owner.id), owner_only)
    administrator = login.log_in(other, "1357")
    with pytest.raises(RuleError, match="administers"):
        leave_company(administrator, other)


def test_a_departed_administrator_does_not_count(shop: Shop) -> None:
    other = hire(shop.owner, StaffForm("信息员", frozenset({Role.ADMINISTRATOR}), pin="1357")).id
    leave_company(shop.owner, other)
    with pytest.raises(RuleError, match="administers"):
        leave_company(shop.owner, shop.owner.id)


def test_a_draft_is_kept_for_its_writer_and_form(shop: Shop) -> None:
    keep_draft(shop.consultant, "quote", "甲")
    keep_draft(shop.consultant, "quote", "乙")
    keep_draft(shop.consultant, "customer", "丙")
    assert lists.draft(shop.consultant, "quote") == "乙"
    assert lists.draft(shop.consultant, "customer") == "丙"
    assert lists.draft(shop.colleague, "quote") == ""
    keep_draft(shop.consultant, "quote", "")
    assert lists.draft(shop.consultant, "quote") == ""
    for line in run_sql("SELECT details FROM audit_line WHERE action = 'staff.keep_draft'").fetchall():
        assert line[0] == "{}"
