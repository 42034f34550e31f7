"""The page over everything that asks who is at the counter: a card for each person, then the PIN."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel import search, store
from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.i18n import _, say
from models.kernel.permissions import Actor
from models.kernel.text import folded
from models.staff import lists, login
from models.staff.lists import StaffRow
from ui.kit import jobs, theme
from ui.kit.editors import PinEdit, TextEdit
from ui.kit.layout import fill
from ui.kit.widgets import Avatar, Button, Glyph, Line, Panel, Text, column, row, scrolled
from ui.login.card import PersonCard, roles_text

_COLUMNS = 2
_FEW = 1
_SECOND = 1_000
_MOST_FOUND = 200


class LoginPage(QWidget):
    """Who is at the counter. ``on_login`` gets the Actor; ``chosen`` is whose PIN is asked for first."""

    def __init__(
        self,
        shop_name: str,
        on_login: Callable[[Actor], object],
        chosen: int = 0,
        *footer: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._on_login, self._checking, self._pin_wanted = on_login, False, False
        self._everybody = lists.everybody()
        self.person: StaffRow | None = None
        self.cards = [PersonCard(person) for person in self._everybody]
        for card in self.cards:
            card.clicked.connect(partial(self._pick, card))
        self._shown = list(self.cards)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._say_wait)
        self._build(shop_name, footer)
        self._lay_out()
        if len(self._everybody) == 1:
            chosen = self._everybody[0].id
        self._choose(next((card for card in self.cards if card.person.id == chosen), None))
        self._pin_wanted = self.person is not None

    def _build(self, shop_name: str, footer: tuple[QWidget, ...]) -> None:
        panel = Panel(flush=True)
        panel.setFixedWidth(860)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        fill(sides, self._people_side(), Line(upright=True), self._pin_side())
        panel.body.addLayout(sides)
        head = row("stretch", Glyph("storefront-outline", "accent", 28), Text(shop_name, "record"), "stretch", gap=10)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(theme.INSIDE)
        middle = row("stretch", panel, "stretch")
        fill(box, "stretch", head, middle, row("stretch", *footer, "stretch"), "stretch")

    def _people_side(self) -> QWidget:
        self.filter = TextEdit(_("Type a name or initials"))
        self.filter.setObjectName("filter")
        self.filter.edited.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.filter.setVisible(len(self._everybody) > _FEW)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._nobody = Text(_("Nobody on the staff is called that."), "dim", wrap=True)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addLayout(self._grid)
        inside.addWidget(self._nobody)
        inside.addStretch(1)
        area = scrolled(holder)
        area.setMinimumHeight(340)
        question = Text(_("Who is at the counter?"), "title")
        return column(question, self.filter, area, gap=theme.GAP, margins=(20, 20, 12, 16))

    def _pin_side(self) -> QWidget:
        self._avatar, self._name, self._roles = Avatar("", 72), Text("", "record"), Text("", "dim", wrap=True)
        self.pin = PinEdit()
        self.pin.setObjectName("pin")
        self.pin.setAccessibleName(_("PIN"))
        self.pin.setPlaceholderText(_("PIN"))
        self.pin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin.installEventFilter(self)
        self.pin.edited.connect(lambda: self._say(""))
        self.enter = Button(_("Log in"), self.log_in, kind="primary", hint="Enter", big=True, name="log_in")
        self.message = Text("", wrap=True, tone="bad")
        self.message.setMinimumHeight(44)
        for words in (self._name, self._roles, self.message):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        picture = row("stretch", self._avatar, "stretch")
        parts = (picture, self._name, self._roles, 8, self.pin, self.enter, self.message)
        side = column("stretch", *parts, "stretch", margins=(28, 20, 28, 16))
        side.setFixedWidth(300)
        return side

    def _lay_out(self) -> None:
        """Put the cards that are shown into the grid, the others out of sight."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.setVisible(card in self._shown)
        for place, card in enumerate(self._shown):
            self._grid.addWidget(card, *divmod(place, _COLUMNS))
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
        self._nobody.setVisible(not self._shown)

    def _narrow(self) -> None:
        """Show the people found by what was typed; digits are the beginning of the chosen person's PIN."""
        text = self.filter.value()
        if text.isdecimal() and self.person is not None:
            self.filter.clear()
            self.pin.setFocus()
            self.pin.setText(text)
            text = ""
        found = {hit.record_id for hit in search.find(text, ("staff",), _MOST_FOUND)} if text else set()
        plain = folded(text)
        self._shown = [
            card
            for card in self.cards
            if not text or card.person.id in found or (plain and plain in folded(card.person.name))
        ]
        self._lay_out()
        if text:
            self._choose(self._shown[0] if self._shown else None)

    def _pick(self, card: PersonCard, checked: bool = True) -> None:
        self._choose(card)
        self.pin.setFocus()

    def _choose(self, card: PersonCard | None) -> None:
        for each in self.cards:
            each.setChecked(each is card)
        self.person = card.person if card is not None else None
        self._avatar.setVisible(card is not None)
        self._avatar.show_name(self.person.name if self.person else "")
        self._name.setText(self.person.name if self.person else "")
        self._roles.setText(roles_text(self.person.roles) if self.person else _("Choose who you are."))
        for part in (self.pin, self.enter):
            part.setVisible(card is not None)
        self.pin.clear()
        self._say("")
        self._say_wait()

    def _move(self, steps: int) -> None:
        """Choose the card so many places on."""
        if not self._shown:
            return
        now = next((place for place, card in enumerate(self._shown) if card.isChecked()), -1)
        place = now + steps if now >= 0 else 0
        self._choose(self._shown[min(max(place, 0), len(self._shown) - 1)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Down: _COLUMNS, Qt.Key.Key_Up: -_COLUMNS}
        if watched is self.filter:
            steps |= {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps and not (watched is self.filter and self.filter.text() and abs(steps[key]) == 1):
            self._move(steps[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.pin:
                self.log_in()
            elif self.person is not None:
                self.pin.setFocus()
            return True
        if key == Qt.Key.Key_Escape and watched is self.pin and self.filter.isVisible():
            self.filter.setFocus()
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._pin_wanted or not self.filter.isVisible():
            self.pin.setFocus()
        else:
            self.filter.setFocus()

    def log_in(self) -> None:
        """Try the PIN in the background: making it hard to guess takes a moment."""
        if self._checking or self.person is None or not self.pin.value():
            return
        staff_id, pin = self.person.id, self.pin.value()
        self._checking = True
        self._say(_("Checking…"), "dim")
        jobs.run(
            lambda work: login.log_in(staff_id, pin),
            self._let_in,
            self._refuse,
            cleanup=store.close_connection,
            owner=self,
        )

    def _let_in(self, actor: Actor) -> None:
        self._checking = False
        self.pin.clear()
        self._on_login(actor)

    def _refuse(self, error: Exception) -> None:
        self._checking = False
        if not isinstance(error, FrontdeskError):
            raise error
        self.pin.clear()
        self.pin.setFocus()
        self._say(say(error), "warn" if isinstance(error, StorageError) else "bad")
        self._say_wait()

    def _say(self, text: str, tone: str = "bad") -> None:
        self.message.setText(text)
        self.message.set_tone(tone)

    def _say_wait(self) -> None:
        """Say how many seconds are left after too many misses, and take no PIN until they are over."""
        seconds = login.seconds_to_wait(self.person.id) if self.person else 0
        if seconds:
            self._say(_("Too many wrong PINs. Try again in {seconds} seconds.").format(seconds=seconds))
            self._clock.start()
        elif self._clock.isActive():
            self._clock.stop()
            self._say("")
            self.pin.setEnabled(True)
            self.pin.setFocus()
        self.pin.setEnabled(not seconds)
        self.enter.setEnabled(not seconds)
