"""What every list of the money page has: who looks at it, the way to a record, and looking again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel.permissions import Actor
from ui.sales.desk import Desk


class MoneyPart(QWidget):
    """One list of the money page. ``opened`` with kind and id when a record is chosen."""

    opened = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.desk.session.actor

    def refresh(self) -> None:
        """Look again at what there is."""
        raise NotImplementedError
