"""What is on screen while the store holds invented business: whose PIN is what, and taking it all away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _
from ui import this_pc
from ui.kit import notices
from ui.kit.widgets import Band, Button


def band(window: QWidget, remove: Callable[[], object]) -> QWidget:
    """The band above the tabs."""
    pins = pins_button(lambda: window, name="sample_pins")
    away = Button(
        *(_("Remove sample data"), lambda: ask_removal(window, remove)),
        kind="link",
        icon="delete-outline",
        name="remove_sample",
    )
    text = _("Nothing here is real. Try everything; it is gone when you remove it.")
    shown = Band("warn", text, pins, away, lead=_("Sample data"), icon="flask-outline")
    shown.setFixedHeight(40)
    shown.setContentsMargins(0, -6, 0, -6)
    pins.setVisible(bool(this_pc.read().sample_pins))
    return shown


def pins_button(window: Callable[[], QWidget | None], name: str = "pins") -> Button:
    """Shows the PINs over ``window``."""
    return Button(_("Whose PIN is what?"), lambda: show_pins(window()), kind="link", name=name)


def show_pins(window: QWidget | None) -> None:
    """The invented staff and their PINs."""
    from ui.kit.dialogs import Sheet
    from ui.kit.widgets import FactGrid

    facts = [(f"{name} · {role}", pin) for name, role, pin in this_pc.read().sample_pins]
    close = Button(_("Close"), hint="Esc", name="close")
    sheet = Sheet(window, _("The invented staff and their PINs"), FactGrid(facts, columns=2), close)
    close.clicked.connect(lambda checked: sheet.accept())
    sheet.open()


def ask_removal(window: QWidget, remove: Callable[[], object]) -> None:
    """Ask before everything invented goes."""
    notices.ask(
        window,
        _("Remove the sample data?"),
        _("The invented shop is deleted with everything you entered in it. Then you set up your own."),
        [("remove", _("Remove and set up my shop"), "danger"), ("keep", _("Cancel"), "plain")],
        lambda answer: remove() if answer == "remove" else None,
    )
