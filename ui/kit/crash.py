"""When the program itself is at fault: a report to copy, without anybody's data; errors for people become notices."""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QDialog

from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from ui.kit import notices

log = logging.getLogger("frontdesk")
_ROOT = Path(__file__).resolve().parents[2]


class _Catcher(QObject):
    """Brings an error from any thread to the screen's thread."""

    caught = Signal(object)

    def __init__(self, version: str) -> None:
        super().__init__()
        self._version = version
        self._dialog: QDialog | None = None
        # queued: a dialog opened in the middle of painting would paint again
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, error: BaseException) -> None:
        if isinstance(error, FrontdeskError):
            notices.error(error)
            return
        report = report_of(error, self._version)
        log.error("%s", report)
        fault = _fault_of_the_world(error)
        if fault is not None:
            notices.error(fault)
            return
        if self._dialog is not None:
            return
        self._dialog = _dialog(report)
        self._dialog.destroyed.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None


_catcher: _Catcher | None = None


def install(version: str = "", log_folder: Path | None = None) -> Callable[[], None]:
    """Catch everything that no code catches, and keep a log in ``log_folder``; returns what takes it all back."""
    global _catcher
    _catcher = _Catcher(version)
    before = sys.excepthook, threading.excepthook
    handler = _LateLog(log_folder) if log_folder is not None else logging.NullHandler()
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    sys.excepthook = _caught
    threading.excepthook = lambda args: _caught(args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(_heard_from_qt)

    def take_back() -> None:
        sys.excepthook, threading.excepthook = before
        qInstallMessageHandler(None)
        log.removeHandler(handler)
        log.propagate = True
        handler.close()

    return take_back


def _caught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt) or _catcher is None:
        sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]  # typeshed wants an error that is there
        return
    if os.environ.get("FRONTDESK_TRACEBACKS"):
        sys.__excepthook__(kind, error, trace)
    _catcher.caught.emit(error)


def _heard_from_qt(kind: QtMsgType, context: object, message: str) -> None:
    """Qt's own complaints go to the log; the least of them nowhere."""
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        log.warning("Qt: %s", message)


def report_of(error: BaseException, version: str) -> str:
    """Kinds of error, lines of code and versions: nothing that anybody typed, so no message and no values."""
    import platform

    parts = [
        f"Frontdesk {version}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, Qt {qVersion()}",
    ]
    link: BaseException | None = error
    while link is not None:
        parts.append(f"{type(link).__module__}.{type(link).__name__}")
        for frame in traceback.extract_tb(link.__traceback__):
            parts.append(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(parts)


def _fault_of_the_world(error: BaseException) -> FrontdeskError | None:
    """What to tell when disk or server failed while something was read; None when the program is at fault."""
    from models.kernel import faults

    try:
        with faults.told_apart():
            raise error
    except FrontdeskError as told:
        return told
    except BaseException:
        return None


def _short(filename: str) -> str:
    """A path without the parts that tell who the PC's user is."""
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


class _LateLog(logging.Handler):
    """Opens the log when there is something to write: most days there is nothing."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from ui.kit.logbook import open_log

            self._file = open_log(self._folder)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def _dialog(report: str) -> QDialog:
    from PySide6.QtWidgets import QPlainTextEdit

    from ui.kit.dialogs import Sheet
    from ui.kit.widgets import Button, Text, column

    shown = QPlainTextEdit(report)
    shown.setReadOnly(True)
    shown.setMinimumHeight(160)
    body = column(
        Text(
            _("What happened: the program made a mistake and may not have finished what you just asked for."), wrap=True
        ),
        Text(
            _("What is safe: everything saved before. Look whether the last step is there before you repeat it."),
            wrap=True,
        ),
        Text(
            _(
                "What to do now: go on working. If it happens again, copy this report and send it to whoever "
                "looks after the program; it holds no customer data."
            ),
            wrap=True,
        ),
        shown,
        gap=8,
    )
    close = Button(_("Go on"), kind="primary", name="go_on")
    copy = Button(_("Copy report"), icon="content-copy", name="copy")
    sheet = Sheet(QApplication.activeWindow(), _("That went wrong"), body, copy, close, width=620)
    copy.clicked.connect(lambda checked: QApplication.clipboard().setText(report))
    close.clicked.connect(lambda checked: sheet.accept())
    return sheet
