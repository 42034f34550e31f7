"""A signature on the screen, or the scan of the paper that was signed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.i18n import _
from models.sales.signatures import Signature
from models.sales.supplement_states import SignedHow
from ui.kit.editors import ChipChoice
from ui.kit.files import FileChoice
from ui.kit.layout import clear
from ui.kit.signature import SignaturePad
from ui.kit.widgets import Button, column, row

SCREEN, PAPER = "screen", "paper"


class SigningField(QWidget):
    """A signature by pen, finger or mouse, or a scan or photo of the signed paper; its value is a ``Signature``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.how = ChipChoice([(SCREEN, _("On this screen")), (PAPER, _("On paper"))])
        self.how.set_value(SCREEN)
        self.how.edited.connect(self.show_how)
        self.pad, self.scan = SignaturePad(name), FileChoice(_("Scan or photo of the signed paper…"), scans=True)
        self.pad.setMinimumHeight(190)
        self._place = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.how)
        box.addLayout(self._place)
        self.show_how()

    def show_how(self) -> None:
        """The pad to sign on, or the scan."""
        for part in (self.pad, self.scan):
            part.setParent(None)
        clear(self._place)
        if self.how.value() == SCREEN:
            again = Button(_("Clear"), self.pad.clear, kind="link", name="clear_signature")
            self._place.addWidget(column(self.pad, row("stretch", again), gap=2))
            self.pad.show()
        else:
            self._place.addWidget(self.scan)
            self.scan.show()

    @property
    def is_on_paper(self) -> bool:
        """Whether the customer signs, or has signed, the printed sheet."""
        return bool(self.how.value() == PAPER)

    def signature(self, name: str = "") -> Signature | None:
        """What was signed, None where nothing was."""
        name = name or self._name
        if self.how.value() == SCREEN:
            return None if self.pad.is_empty else Signature(name, self.pad.png(), SignedHow.DRAWN)
        chosen = self.scan.value()
        return Signature(name, chosen[1], SignedHow.SCAN) if chosen else None
