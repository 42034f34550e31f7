"""The tour's first part: first start, page by page, up to the empty shop; and a store that is not there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.assembly import Program
from ui.kit.editors import Tick
from ui.start.first_start import FirstStart
from ui.start.opening import TroublePage
from ui.tour.crew import PIN
from ui.tour.hands import Hands

_SHOP = {"zh_CN": "安岚启衡汽车", "zh_TW": "安嵐啟衡汽車", "en": "Riverside Motors"}
_OWNER = {"zh_CN": "周启衡", "zh_TW": "周啟衡", "en": "Grace Chen"}


def first_start(app: QApplication, hands: Hands, folder: Path, language: str) -> None:
    """Set up a shop with keys and clicks."""
    program = Program(app)
    program.begin()
    hands.take(program.start)
    questions = hands.see(FirstStart)
    answers: tuple[tuple[str, dict[str, str]], ...] = (
        ("language", {}),
        ("trade", {}),
        ("shop", {"name": _SHOP[language], "phone": "0990 1234567"}),
        ("owner", {"owner_name": _OWNER[language], "pin": PIN, "pin_again": PIN}),
        ("begin", {}),
        ("place", {"address": str(folder / "first.desk")}),
    )
    for name, typed in answers:
        for field, text in typed.items():
            assert questions.step.form is not None
            hands.type(questions.step.form.editor(field), text)
        hands.picture(f"first-start-{name}")
        hands.push("next")
    hands.click(hands.see(Tick, "put_away"))
    hands.picture("first-start-recovery-code")
    hands.push("begin_work")
    hands.wait(lambda: program.window is not None, "the new shop")
    assert program.window is not None
    hands.take(program.window)
    hands.picture("empty-today")
    program.window.close()


def missing_store(app: QApplication, hands: Hands, folder: Path) -> None:
    """What is said about a store that is not there."""
    program = Program(app)
    program.begin(str(folder / "gone.desk"))
    hands.wait(lambda: program.start.isVisible() and bool(program.start.findChildren(TroublePage)), "the trouble")
    hands.take(program.start)
    hands.picture("store-missing")
    program.start.close()
