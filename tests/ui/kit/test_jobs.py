"""Work in the background: results come to the screen's thread, errors too, and it stops when told."""

from __future__ import annotations

import gc
import threading
import weakref
from types import FrameType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.kernel import garbage
from models.kernel.errors import StorageError
from ui.app import create_app
from ui.kit import jobs, notices


def test_result_and_progress_arrive_in_the_screens_thread(qtbot: QtBot) -> None:
    here = threading.current_thread()
    seen: list[tuple[object, threading.Thread]] = []
    worker: list[threading.Thread] = []
    cleaned: list[threading.Thread] = []

    def add(work: jobs.Work) -> int:
        worker.append(threading.current_thread())
        work.progress(1, 2)
        return 41 + 1

    job = jobs.run(
        add,
        lambda result: seen.append((result, threading.current_thread())),
        on_progress=lambda done, total: seen.append(((done, total), threading.current_thread())),
        cleanup=lambda: cleaned.append(threading.current_thread()),
    )
    with qtbot.waitSignal(job.finished):
        pass
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [((1, 2), here), (42, here)]
    assert cleaned == worker
    assert worker != [here]


def test_cancel_stops_at_the_next_step(qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()
    done: list[object] = []

    def count(work: jobs.Work) -> None:
        started.set()
        go_on.wait(60)
        work.progress(1, 10)
        done.append("went on")

    job = jobs.run(count, done.append, done.append)
    band = jobs.JobBand("Counting", job)
    qtbot.addWidget(band)
    assert started.wait(60)
    with qtbot.waitSignal(job.finished):
        qtbot.mouseClick(band.findChild(QPushButton, "stop"), Qt.MouseButton.LeftButton)
        go_on.set()
    assert done == []


@pytest.mark.parametrize("fails", [False, True])
def test_what_comes_out_after_its_page_has_gone_is_handed_to_nobody(qtbot: QtBot, fails: bool) -> None:
    page, go_on, handed = QObject(), threading.Event(), list[object]()

    def unaware(work: jobs.Work) -> int:
        assert go_on.wait(60)
        return 1 // (not fails)

    job = jobs.run(unaware, handed.append, handed.append, owner=page)
    with qtbot.waitSignal(job.finished):
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        go_on.set()
    assert job.cancelled
    assert handed == []


def test_error_for_people_becomes_a_notice(qtbot: QtBot) -> None:
    def fail(work: jobs.Work) -> None:
        raise StorageError("The drive is gone.")

    with notices.recording() as record:
        with qtbot.waitSignal(jobs.run(fail, lambda result: None).finished):
            pass
        qtbot.waitUntil(lambda: record.told == [("The drive is gone.", "bad")])


def test_own_error_handler_gets_the_error(qtbot: QtBot) -> None:
    caught: list[Exception] = []

    def fail(work: jobs.Work) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.run(fail, lambda result: None, caught.append).finished):
        pass
    qtbot.waitUntil(lambda: [type(each) for each in caught] == [ZeroDivisionError])


def test_failing_cleanup_is_told_as_well(qtbot: QtBot) -> None:
    caught: list[Exception] = []

    def fail() -> None:
        raise OSError

    job = jobs.run(lambda work: 1, lambda result: None, caught.append, cleanup=fail)
    with qtbot.waitSignal(job.finished):
        pass
    qtbot.waitUntil(lambda: len(caught) == 1)


def test_stop_all_waits_for_the_threads() -> None:
    ended = threading.Event()

    def work_on(work: jobs.Work) -> None:
        try:
            while True:
                work.check()
        finally:
            ended.set()

    jobs.run(work_on, lambda result: pytest.fail("it was stopped"))
    assert jobs.stop_all()
    assert ended.is_set()


class Circle(QObject):
    """A screen object that only a search for garbage can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_no_screen_object_dies_in_the_thread_of_work(qtbot: QtBot) -> None:
    gc.collect()
    gc.set_threshold(*garbage.THRESHOLDS)
    create_app([], "en", catch=False)
    died: list[threading.Thread] = []
    made: list[object] = []
    page = Circle()
    weakref.finalize(page, lambda: died.append(threading.current_thread()))
    del page
    with qtbot.waitSignal(jobs.run(lambda work: [[] for _ in range(100_000)], made.append).finished):
        pass
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.current_thread()]


def test_a_job_dies_in_the_screens_thread(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    """The worker thread is held up for a moment between telling that it ended and its end."""
    handed = threading.Event()

    def hold_up(frame: FrameType, event: str, told: object) -> None:
        if event == "return" and frame.f_code is jobs.Job._run.__code__:
            handed.wait(0.2)

    threading.setprofile(hold_up)
    request.addfinalizer(lambda: threading.setprofile(None))  # type: ignore[arg-type]
    died: list[threading.Thread] = []

    def work_on() -> None:
        job = jobs.run(lambda work: 1, lambda result: None)
        weakref.finalize(job, lambda: died.append(threading.current_thread()))
        job.finished.connect(handed.set)

    work_on()
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.current_thread()]
