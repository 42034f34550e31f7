"""A member of staff as a card to choose."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from models.kernel.i18n import label
from models.kernel.permissions import Role
from models.staff.lists import StaffRow
from ui.kit import theme

_AVATAR = 40


def roles_text(roles: frozenset[Role]) -> str:
    """All roles of a person as people call them, in the order of the trade."""
    return " · ".join(label(role) for role in Role if role in roles)


class PersonCard(QAbstractButton):
    """Avatar, name, roles; framed in the accent colour while chosen."""

    def __init__(self, person: StaffRow) -> None:
        super().__init__()
        self.person = person
        self.roles = roles_text(person.roles)
        self.setObjectName(f"person_{person.id}")
        self.setAccessibleName(f"{person.name} {self.roles}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.roles)

    def sizeHint(self) -> QSize:
        return QSize(220, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, over = self.isChecked(), self.underMouse()
        edge = theme.color("accent" if chosen or over else "line")
        painter.setPen(QPen(edge, 2 if chosen else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.PANEL_RADIUS, theme.PANEL_RADIUS)
        circle = QRect(12, (self.height() - _AVATAR) // 2, _AVATAR, _AVATAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(circle)
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font(17))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.person.name[:1].upper())
        left = circle.right() + 12
        upper = QRect(left, 10, self.width() - left - 10, 22)
        self._line(painter, upper, self.person.name, theme.TAB, True, "text")
        self._line(painter, upper.translated(0, 22), self.roles, theme.FINE, False, "dim")

    def _line(self, painter: QPainter, box: QRect, text: str, size: int, bold: bool, tone: str) -> None:
        face = theme.font(size, bold=bold)
        painter.setFont(face)
        painter.setPen(theme.ink(tone))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
