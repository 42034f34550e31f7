"""How much a stage of a plan takes: a share, an amount, or what is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum
from ui.kit.editors import ChoiceBox, MoneyEdit, PercentEdit


class Measure(LabelledEnum):
    """In what a stage is said."""

    SHARE = "share", N_("Share")
    AMOUNT = "amount", N_("Amount")
    REST = "rest", N_("The rest")


class StageValue(QWidget):
    """The value is (share, amount): hundredths of a percent or fen, both None for the rest."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.measure = ChoiceBox(Measure)
        self.share, self.amount = PercentEdit(), MoneyEdit()
        self._room = QStackedWidget()
        for widget in (self.share, self.amount, QWidget()):
            self._room.addWidget(widget)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.measure)
        box.addWidget(self._room, 1)
        self.setFocusProxy(self.measure)
        self.measure.edited.connect(self._choose)
        for editor in (self.share, self.amount):
            editor.edited.connect(self.edited)

    def value(self) -> tuple[int | None, int | None]:
        """What was chosen. Raises RuleError where it is no figure or empty."""
        measure = self.measure.value()
        if measure is Measure.REST:
            return None, None
        figure = (self.share if measure is Measure.SHARE else self.amount).value()
        if figure is None:
            raise RuleError("Type something here.")
        return (figure, None) if measure is Measure.SHARE else (None, figure)

    def set_value(self, value: tuple[int | None, int | None]) -> None:
        """Show ``value``."""
        share, amount = value
        self.share.set_value(share)
        self.amount.set_value(amount)
        measure = Measure.SHARE if share is not None else Measure.AMOUNT if amount is not None else Measure.REST
        self.measure.set_value(measure)
        self._show()

    def _choose(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self._room.setCurrentIndex(list(Measure).index(self.measure.value()))
