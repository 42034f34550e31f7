"""The tour: the real window without a screen, gone through with real keys and clicks, a picture of every step."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

_SMALL = (911, 512)


def take(out: Path, language: str, address: str = "", *, small: bool = False) -> str:
    """Take the tour and leave pictures and papers in ``out``; returns what was left, in words.

    A store at ``address`` is copied first and never written to. ``small`` is the window a screen of 1366×768 has
    room for at 150 %. What is cut in a picture goes to the error stream. Raises what opening a store does.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from models.kernel.i18n import _, set_language

    with tempfile.TemporaryDirectory(prefix="frontdesk-tour-") as name:
        before = os.environ.get("FRONTDESK_DATA")
        try:
            pictures, papers = _walk(out, language, address, Path(name), small=small)
        finally:
            if before is None:
                os.environ.pop("FRONTDESK_DATA", None)
            else:
                os.environ["FRONTDESK_DATA"] = before
    set_language(language)
    text = _("{pictures} pictures and {papers} papers are in {folder}.")
    return text.format(pictures=pictures, papers=papers, folder=out.absolute())


def _walk(out: Path, language: str, address: str, folder: Path, *, small: bool) -> tuple[int, int]:
    from PySide6.QtCore import qInstallMessageHandler

    from ui.app import create_app
    from ui.tour import crew, papers, start
    from ui.tour.day import Day
    from ui.tour.hands import Hands

    place, people = crew.prepare(folder, language, address)
    app = create_app(["frontdesk"], language, scheme="light", catch=False)
    qInstallMessageHandler(_hear)
    app.setCursorFlashTime(0)
    app.setQuitOnLastWindowClosed(False)
    hands = Hands(out)
    start.first_start(app, hands, folder, language)
    day = Day(app, hands, people, language)
    day.open(place, *(_SMALL if small else ()))
    day.walk()
    day.look_around()
    written = papers.write(out, day)
    day.close()
    start.missing_store(app, hands, folder)
    del day
    gc.collect()
    for each in hands.cut:
        print(each, file=sys.stderr)
    return hands.count, written


def _hear(kind: object, context: object, message: str) -> None:
    """Qt's complaints, without the one about what a screen that is none cannot do."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)
