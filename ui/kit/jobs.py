"""Long work in a worker thread: progress, cancel, result and error come back as signals to the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from ui.kit import notices
from ui.kit.widgets import Button, Text, fill


class Cancelled(Exception):
    """The person stopped the work."""


class Work:
    """What the working function sees of its job."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def progress(self, done: int, total: int = 0) -> None:
        """Report how far the work is, and stop here if it was cancelled; ``total`` 0 is not known.

        Raises Cancelled.
        """
        self.check()
        self._job.report(done, total)

    def settled(self, done: int, total: int) -> None:
        """Report how far the work is where it cannot be stopped any more."""
        self._job.report(done, total)
        self._job.settle()

    def check(self) -> None:
        """Raise Cancelled when the person stopped the work."""
        if self._job.cancelled:
            raise Cancelled


class Job(QObject):
    """Work under way. ``finished`` comes last, whatever happened."""

    moved = Signal(object, object)
    settled = Signal()
    finished = Signal()
    _reported = Signal(object, object)
    _ended = Signal(object, object)

    def __init__(
        self,
        function: Callable[[Work], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object] | None,
        cleanup: Callable[[], object] | None,
    ) -> None:
        super().__init__()
        self._function, self._on_done, self._on_error, self._cleanup = function, on_done, on_error, cleanup
        self._stop = Event()
        self._nobody_waits = False
        self._reported.connect(self._move)
        self._ended.connect(self._end)
        self._thread = Thread(target=self._run, name="frontdesk job", daemon=True)

    @property
    def cancelled(self) -> bool:
        """Whether the person stopped the work."""
        return self._stop.is_set()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def abandon(self) -> None:
        """Stop, and hand nothing on: who waited for it has gone."""
        self._nobody_waits = True
        self.cancel()

    def wait(self, seconds: float) -> bool:
        """Let the thread come to its end; whether it did within ``seconds``."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def report(self, done: int, total: int) -> None:
        """Called from the worker thread: how far the work is."""
        self._reported.emit(done, total)

    def settle(self) -> None:
        """Called from the worker thread: from here on the work cannot be stopped."""
        self.settled.emit()

    def _run(self) -> None:
        result: Any = None
        problem: Exception | None = None
        try:
            result = self._work()
        except Exception as error:  # handed on to the screen's thread, which tells or reports it
            problem = error
        self._ended.emit(result, problem)

    def _work(self) -> Any:
        try:
            return self._function(Work(self))
        finally:
            if self._cleanup is not None:
                self._cleanup()

    def _move(self, done: int, total: int) -> None:
        """In the screen's thread: pass the progress on."""
        self.moved.emit(done, total)

    def _end(self, result: Any, problem: Exception | None) -> None:
        """In the screen's thread: hand on what came out."""
        self._thread.join()  # or the thread could be the last to let go of the job, and Qt's part of it die there
        _running.discard(self)
        self.finished.emit()
        if self._nobody_waits or isinstance(problem, Cancelled):
            return
        if problem is None:
            self._on_done(result)
        elif self._on_error is not None:
            self._on_error(problem)
        elif isinstance(problem, FrontdeskError):
            notices.error(problem)
        else:
            raise problem


_running: set[Job] = set()


def run(
    function: Callable[[Work], Any],
    on_done: Callable[[Any], object],
    on_error: Callable[[Exception], object] | None = None,
    on_progress: Callable[[int, int], object] | None = None,
    cleanup: Callable[[], object] | None = None,
    owner: QObject | None = None,
) -> Job:
    """Do ``function(work)`` in a worker thread and hand its result to ``on_done`` in the screen's thread.

    Without ``on_error`` errors for people become notices and others reach the crash dialog. ``cleanup`` runs last in
    the worker thread and closes its database connection. When ``owner`` goes, the work is cancelled and what came out
    is handed to nobody.
    """
    job = Job(function, on_done, on_error, cleanup)
    if on_progress is not None:
        job.moved.connect(on_progress)
    if owner is not None:
        held = owner.destroyed.connect(job.abandon)
        job.finished.connect(lambda: QObject.disconnect(held))  # an owner outlives many jobs
    _running.add(job)
    job.start()
    return job


def stop_all(seconds: float = 5.0) -> bool:
    """Cancel everything under way and wait, at most ``seconds`` each; whether all came to their end."""
    jobs = list(_running)
    for job in jobs:
        job.cancel()
    return all([job.wait(seconds) for job in jobs])


class JobBand(QWidget):
    """How far a job is, and a button that stops it; goes when the job ends."""

    def __init__(self, text: str, job: Job) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        stop = Button(_("Stop"), job.cancel, name="stop")
        fill(box, Text(text), self._bar, stop)
        job.moved.connect(self._move)
        job.settled.connect(stop.hide)
        job.finished.connect(self.hide)

    def _move(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
