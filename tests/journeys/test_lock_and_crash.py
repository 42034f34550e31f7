"""What is being typed survives a lock, somebody else at the counter, and the end of the program without warning."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from models.customers import lists as customers
from tests.journeys.desk import CUSTOMERS, TODAY, Desk
from tests.journeys.people import World
from ui.login.page import LoginPage

ROOT = Path(__file__).parents[2]


def begin_visit(desk: Desk, world: World) -> None:
    """A visit form with phone and name, not saved."""
    desk.press(CUSTOMERS, "F2")
    desk.write(world.phone)
    desk.press("Enter")
    desk.write(world.customer)


def assert_still_there(desk: Desk, world: World) -> None:
    assert desk.text_of("phone") == world.phone
    assert desk.text_of("name") == world.customer
    assert customers.total() == 0


@pytest.mark.parametrize("world", ["zh_TW"], indirect=True)
def test_a_lock_keeps_what_is_typed(counter: Desk, world: World) -> None:
    begin_visit(counter, world)
    counter.lock()
    assert not counter.sees(QWidget, "phone")
    counter.unlock(world.consultant)
    assert_still_there(counter, world)


@pytest.mark.parametrize("world", ["en"], indirect=True)
def test_nobody_at_the_keys_locks_the_window(counter: Desk, world: World) -> None:
    """A minute is made short, so that it passes while the keys are left alone."""
    begin_visit(counter, world)
    window = counter.program.window
    assert window is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ui.main_window._MINUTE", 100)
        window.lock_after(1)
    counter.see(LoginPage)
    window.lock_after(10)
    counter.unlock(world.consultant)
    assert_still_there(counter, world)


@pytest.mark.parametrize("world", ["zh_CN"], indirect=True)
def test_somebody_else_in_between(counter: Desk, world: World) -> None:
    begin_visit(counter, world)
    counter.switch_to(world.reception)
    assert not counter.sees(QWidget, "phone")
    counter.press(CUSTOMERS)
    assert not counter.sees(QWidget, "go_on_visit")
    counter.switch_to(world.consultant)
    assert_still_there(counter, world)


@pytest.mark.parametrize("world", ["zh_CN"], indirect=True)
def test_a_killed_program_offers_the_draft_again(desk: Desk, world: World, place: Path, user_data: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.typist", world.language, str(place)]
    env = {**os.environ, "FRONTDESK_DATA": str(user_data)}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        told = running.stdout.readline()
        running.kill()
    assert told == "typed\n"
    assert running.returncode == -signal.SIGKILL
    desk.open_store(place)
    desk.log_in(world.consultant)
    desk.press(CUSTOMERS)
    desk.click("go_on_visit")
    assert_still_there(desk, world)
    desk.go_to("name")
    desk.press("Enter")
    desk.wait(lambda: customers.total() == 1)
    desk.press(TODAY, CUSTOMERS)
    assert not desk.sees(QWidget, "go_on_visit")
