"""What is being typed is kept while it is typed, so that neither a lock nor a crash loses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from models.kernel.errors import FrontdeskError
from models.kernel.permissions import Actor
from models.staff import lists
from models.staff.actions import keep_draft
from ui.kit import notices

_PAUSE = 700
_DAY, _MOMENT = "day of the calendar", "moment"


def kept(actor: Actor, key: str) -> dict[str, Any]:
    """What this person left unfinished under ``key``; nothing if there is none."""
    content = lists.draft(actor, key)
    return json.loads(content, object_hook=_with_day) if content else {}


def _with_day(kept: dict[str, Any]) -> Any:
    if _MOMENT in kept:
        return datetime.fromisoformat(kept[_MOMENT])
    return date.fromisoformat(kept[_DAY]) if _DAY in kept else kept


def _as_kept(value: Any) -> dict[str, str]:
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError(f"a draft cannot hold {type(value).__name__}")


def forget(actor: Actor, key: str) -> None:
    """Let the draft go."""
    if lists.draft(actor, key):
        keep_draft(actor, key, "")


class DraftKeeper(QObject):
    """Keeps ``read()`` under ``key`` shortly after each change, and at once when ``page`` leaves the sight."""

    def __init__(self, actor: Actor, key: str, read: Callable[[], dict[str, Any]], page: QWidget) -> None:
        super().__init__(page)
        self.actor, self.key, self._read = actor, key, read
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.keep)
        page.installEventFilter(self)

    def changed(self) -> None:
        """Something was typed."""
        self._pause.start()

    def keep_now(self) -> None:
        """Keep what was typed last, if that is still to be done."""
        if self._pause.isActive():
            self.keep()

    def keep(self) -> None:
        """Keep what stands there now."""
        self._pause.stop()
        typed = self._read()
        try:
            if typed:
                keep_draft(self.actor, self.key, json.dumps(typed, ensure_ascii=False, default=_as_kept))
            else:
                forget(self.actor, self.key)
        except FrontdeskError as error:
            notices.error(error)

    def forget(self) -> None:
        """It was saved, or is not wanted: nothing is left of it."""
        self._pause.stop()
        forget(self.actor, self.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.keep_now()
        return False
