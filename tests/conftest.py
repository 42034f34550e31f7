"""Every test runs without a screen, without this PC's keyring and with user folders of its own."""

import gc
import os
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models import rooms
from models.kernel import clock, garbage
from models.staff import login
from tests.campaigns import PROVE, campaign

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for name in ("FRONTDESK_PASSPHRASE", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)

pytest_plugins = ["tests.postgres"]

rooms.put_together()

# Hundreds of people get a PIN here, slow on purpose; test_staff.py shows what the program itself spends on one.
login._PASSES, login._KIB = 1, 8

# The short form tries the same examples in every run; the long form looks for new ones. How fast one is, is no matter.
settings.register_profile(
    "frontdesk",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    max_examples=campaign(100, 2_000),
    derandomize=not PROVE,
)
settings.load_profile("frontdesk")

PATIENCE = 60_000
"""How many milliseconds a test waits before it gives up: enough for the slowest machine, and none waits them all."""

USER_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.fixture(autouse=True)
def user_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program keeps what belongs to this user of this PC, fresh for each test."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("FRONTDESK_DATA", str(folder))
    for name in USER_FOLDERS:
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


class PatientBot(QtBot):
    """Keys and mouse as pytest-qt has them, with more patience."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """In place of pytest-qt's own, which has no setting for how long it waits."""
    return PatientBot(request)


@pytest.fixture
def noon() -> Generator[None]:
    """Noon of a working Wednesday, for what would be otherwise on a Sunday or just before midnight."""
    with clock.standing_at(datetime(2026, 11, 18, 12).astimezone()):
        yield


@pytest.fixture(autouse=True)
def clock_goes_on() -> Generator[None]:
    """A test that leaves the program in another time would spoil those after it, anywhere."""
    yield
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1), "the clock was left standing"


@pytest.fixture(autouse=True)
def garbage_of_screens_goes_here(request: pytest.FixtureRequest) -> Generator[None]:
    """As in the program, no screen object dies in a worker thread, be it one of a later test."""
    if "qapp" in request.fixturenames:
        garbage.collect_only_when_told()
    elif gc.get_threshold() != garbage.THRESHOLDS:
        gc.collect()
        gc.set_threshold(*garbage.THRESHOLDS)
    yield
    if "qapp" in request.fixturenames:
        garbage.collect_due()


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Generator[None]:
    """A run in which nothing was executed, all skipped for instance, proves nothing and counts as a failure."""
    yield
    if hasattr(session.config, "workerinput") or session.config.option.collectonly:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    executed = reporter and any(reporter.stats.get(kind) for kind in ("passed", "failed", "error", "xfailed"))
    if exitstatus == pytest.ExitCode.OK and not executed:
        session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED
