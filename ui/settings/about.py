"""Which version this is, what it is made of, and the licences of its fonts."""

from __future__ import annotations

import platform
from functools import partial
from importlib.metadata import version as version_of
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from exchange.version import version
from models.kernel.i18n import _
from ui.kit.dialogs import Sheet
from ui.kit.widgets import Button, FactGrid, Panel, Text, row

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_LICENCES = (("Noto Sans SC", "NotoSansSC-OFL.txt"), ("Frontdesk Fallback", "Fallback-OFL.txt"))
_PARTS = ("PySide6-Essentials", "peewee", "sqlcipher3", "reportlab", "pypdfium2", "cryptography", "argon2-cffi")


class AboutPage(QWidget):
    """Versions and licences."""

    def __init__(self) -> None:
        super().__init__()
        program = Panel(_("About"))
        facts = [
            (_("Version"), version()),
            ("Python", platform.python_version()),
            ("Qt", qVersion() or ""),
            *((name, version_of(name)) for name in _PARTS),
        ]
        program.add(
            Text("Frontdesk 前台", "record"),
            Text(_("The front desk of a shop: offline, on the shop's own computer."), "dim"),
            8,
            FactGrid(facts, columns=4),
        )
        fonts = Panel(_("Fonts"))
        fonts.add(
            Text(_("The program brings its own fonts, free under the SIL Open Font License."), "dim", wrap=True),
            row(*(self._licence_button(name, file) for name, file in _LICENCES), "stretch"),
            Text(_("Icons: Material Design Icons, free under the Apache License 2.0."), "dim", wrap=True),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(program)
        box.addWidget(fonts)
        box.addStretch(1)

    def _licence_button(self, name: str, file: str) -> Button:
        words = _("Licence of {font}").format(font=name)
        return Button(words, partial(self._show_licence, words, file), icon="text-box-outline")

    def _show_licence(self, title: str, file: str) -> None:
        text = QPlainTextEdit((_FONTS / file).read_text(encoding="utf-8"))
        text.setReadOnly(True)
        text.setMinimumHeight(420)
        close = Button(_("Close"), hint="Esc", name="close")
        sheet = Sheet(self, title, text, close, width=760)
        close.clicked.connect(lambda checked: sheet.accept())
        sheet.open()
