"""The bar above everything: the store, the search for anything, the bell, who is logged in, lock and settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.search import Search, SearchBox
from ui.kit.widgets import Avatar, Glyph, IconButton, Text

_MOST_COUNTED = 99


class Bell(IconButton):
    """The alarms, with their number."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__("bell-outline", _("What needs somebody now"), on_click, name="bell")
        self.count = 0

    def show_count(self, count: int) -> None:
        """Show how many things need somebody now."""
        self.count = count
        self.setAccessibleDescription(str(count))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count:
            return
        text = str(self.count) if self.count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"
        face = theme.font(10, bold=True)
        width = max(QFontMetrics(face).horizontalAdvance(text) + 8, 16)
        box = QRect(min(self.width() // 2 + 1, self.width() - width), 1, width, 16)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bad"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(theme.color("panel"))
        painter.setFont(face)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class PersonButton(QAbstractButton):
    """Who is logged in; a click lets somebody else take over."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("person")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(40)
        self._avatar = Avatar("", 28)
        self._name, self._role = Text("", "body"), Text("", "dim")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(6, 0, 8, 0)
        self._box.setSpacing(8)
        for part in (self._avatar, self._name, self._role):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._box.addWidget(part)
        self.setToolTip(_("Switch to another person"))
        self.clicked.connect(lambda checked: on_click())

    def show_person(self, name: str, role: str) -> None:
        """Show who is logged in."""
        self._avatar.show_name(name)
        self._name.setText(name)
        self._role.setText(role)
        self.setAccessibleName(f"{name} {role}")

    def show_role(self, shown: bool) -> None:
        """Leave the role out where there is no room."""
        self._role.setVisible(shown)

    def sizeHint(self) -> QSize:
        return self._box.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("hover"))
        painter.setPen(QPen(theme.color("accent"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)


class TopBar(QFrame):
    """The upper bar; what its buttons do is handed in."""

    def __init__(
        self,
        store_name: str,
        search: Search,
        on_bell: Callable[[], object],
        on_export: Callable[[], object],
        on_switch: Callable[[], object],
        on_settings: Callable[[], object],
        on_lock: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("bar", "top")
        self.setFixedHeight(theme.TOP_BAR)
        self._store = Text(store_name, "title")
        self.search = SearchBox(search, _("Name, initials, phone, plate, VIN, number"), "Ctrl+K")
        self.search.setMaximumWidth(420)
        self.search.setMinimumWidth(180)
        self.usb = IconButton("usb-flash-drive-outline", _("Export to USB"), on_export, name="usb")
        self.bell = Bell(on_bell)
        self.person = PersonButton(on_switch)
        self.settings = IconButton("cog-outline", _("Settings"), on_settings, name="settings")
        self.lock = IconButton("lock-outline", _("Lock"), on_lock, key="Ctrl+L", name="lock")
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 0, theme.INSIDE, 1)
        box.setSpacing(8)
        box.addWidget(Glyph("storefront-outline", "accent", 22))
        box.addWidget(self._store)
        box.addSpacing(8)
        box.addWidget(self.search, 10)
        box.addStretch(1)
        for part in (self.usb, self.bell, self.person, self.settings, self.lock):
            box.addWidget(part)

    def show_store(self, name: str) -> None:
        """Show the store's name."""
        self._store.setText(name)

    def offer_settings(self, offered: bool) -> None:
        """Show the gear, or leave it out for those who may not change anything there."""
        self.settings.setVisible(offered)

    def show_drives(self, names: Sequence[str]) -> None:
        """Light the button while removable drives are plugged in, and say which."""
        self.usb.set_tone("accent" if names else "dim")
        words = _("Export to USB: {drives}").format(drives=", ".join(names)) if names else _("Export to USB")
        self.usb.setToolTip(words)
        self.usb.setAccessibleDescription(words)

    def offer_export(self, offered: bool) -> None:
        """Show the USB button, or leave it out for those who may carry nothing out."""
        self.usb.setVisible(offered)

    def fit(self, window: QWidget) -> None:
        """Leave out what has no room in a narrow window."""
        self.person.show_role(window.width() >= 1000)
