"""Signing a contract, an amendment or a cancellation: on the screen, or on paper with a scan of it (S6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from models.kernel import clock
from models.kernel.errors import RuleError, StorageError
from models.kernel.i18n import N_, _
from models.sales.signatures import Signature
from models.sales.supplement_states import SignedHow
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, DateEdit
from ui.kit.forms import Field
from ui.kit.signature import SignaturePad
from ui.kit.widgets import Button, Text, clear, column, row

Sign = Callable[[date | None, tuple[Signature, ...]], object]

_SCREEN, _PAPER = "screen", "paper"


class SigningDialog(FormDialog):
    """Asks for the day, and for the signatures: drawn here, or a scan of the paper, which may also follow later."""

    def __init__(self, parent: QWidget, title: str, buyers: Sequence[str], intro: str, sign: Sign) -> None:
        self._buyers, self._sign = list(buyers), sign
        self._scan: tuple[str, bytes] | None = None
        self.how = ChipChoice([(_PAPER, _("On paper")), (_SCREEN, _("On this screen"))])
        self.how.set_value(_PAPER)
        self.how.edited.connect(self.show_how)
        self.pads = [SignaturePad(name) for name in self._buyers]
        below = QWidget()
        self._place = QVBoxLayout(below)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(8)
        self._file = Text("")
        day = Field("signed_on", _("Day of signing"), DateEdit(clock.today()))
        fields: list[tuple[Field, ...] | QWidget] = [(day, Field("how", _("How"), self.how)), below]
        super().__init__(parent, title, fields, self._take, _("Signed"), intro=intro, width=620)
        self.show_how()

    def show_how(self) -> None:
        """The pads to sign on, or the scan."""
        for pad in self.pads:
            pad.setParent(None)
        clear(self._place)
        if self.how.value() == _SCREEN:
            for pad in self.pads:
                again = Button(_("Clear"), pad.clear, kind="link", name="clear_signature")
                self._place.addWidget(column(pad, row("stretch", again), gap=2))
                pad.show()
        else:
            choose = Button(_("Scan or photo of the signed paper…"), self.ask_file, icon="paperclip", name="scan")
            self._file = Text(self._scan[0] if self._scan else _("It may also be filed later."), "dim", elide=True)
            self._place.addWidget(row(choose, self._file))
        self.adjustSize()

    def ask_file(self) -> None:
        """Let the person choose the scan."""
        dialog = QFileDialog(self, _("Attach signed scan"), "", _("Scans (*.pdf *.jpg *.jpeg *.png)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Take a scan; what cannot be read is said."""
        try:
            self._scan = (path.name, path.read_bytes())
        except OSError as problem:
            notices.error(StorageError(N_("The file could not be read: {reason}."), reason=problem.strerror))
        else:
            self._file.setText(path.name)

    def signatures(self) -> tuple[Signature, ...]:
        """What was signed. Raises RuleError while a buyer has not."""
        if self.how.value() == _PAPER:
            scan = self._scan
            return (Signature(self._buyers[0], scan[1], SignedHow.SCAN),) if scan else ()
        for pad, name in zip(self.pads, self._buyers, strict=True):
            if pad.is_empty:
                raise RuleError("{name} has not signed yet.", name=name)
        return tuple(
            Signature(name, pad.png(), SignedHow.DRAWN, position)
            for position, (pad, name) in enumerate(zip(self.pads, self._buyers, strict=True), start=1)
        )

    def _take(self, values: dict[str, Any]) -> None:
        self._sign(values["signed_on"], self.signatures())
