"""The people on the floor: where each one is, with whom and for how long, and their turns; one key changes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.i18n import _
from models.rotation import actions
from models.rotation.kinds import Presence
from models.rotation.views import PersonCard
from ui.kit import theme
from ui.kit.menus import fresh_menu
from ui.kit.widgets import Avatar, Button, Chip, Panel, Text, clear, scrolled
from ui.showroom import wording
from ui.showroom.errands import Errands
from ui.showroom.floor import Floor

_ROW = 60
_AWAY = (Presence.AWAY_PERSONAL, Presence.AWAY_STORE)
_WIDE = 366

Step = tuple[str, str, str, str, Callable[[], object]]
"""A thing to do about somebody: name, words, icon, key, and what does it."""


class PersonRow(QWidget):
    """One card."""

    pressed = Signal(int)
    opened = Signal(int)

    def __init__(self, card: PersonCard) -> None:
        super().__init__()
        self.setFixedHeight(_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.card, self.chosen, self.is_next, self.with_keys = card, False, False, False
        self.avatar = Avatar(card.name, 36)
        self.name, self.detail = Text("", "bold", elide=True), Text("", "second", elide=True)
        self.chip, self.time = Chip(""), Text("", "dim")
        self.turns = Text("", "fine")
        self.turns.setAlignment(Qt.AlignmentFlag.AlignRight)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.name, 1)
        upper.addWidget(self.chip)
        upper.addWidget(self.time)
        lower.addWidget(self.detail, 1)
        lower.addWidget(self.turns)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch(1)
        lines.addLayout(upper)
        lines.addLayout(lower)
        lines.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        box.setSpacing(10)
        box.addWidget(self.avatar)
        box.addLayout(lines, 1)
        self.show_card(card, False)

    def show_card(self, card: PersonCard, is_next: bool) -> None:
        """Show somebody as they are now."""
        self.card, self.is_next = card, is_next
        self.setObjectName(f"person_{card.id}")
        quiet = card.presence is not Presence.WAITING
        self.avatar.show_name(card.name, quiet)
        self.name.setText(card.name)
        self.name.set_tone("dim" if card.presence is Presence.OFF else "")
        self.detail.setText(_("next") if is_next else wording.detail(card))
        self.chip.say(wording.presence(card), wording.PRESENCE_TONES[card.presence])
        self.turns.setText(wording.tallies(card))
        self.turns.setToolTip(_("Quotes {quotes}, contracts {orders}").format(quotes=card.quotes, orders=card.orders))
        self.setAccessibleName(f"{card.name}, {self.chip.text}, {self.detail.text()}")
        self.tick()
        self.update()

    def tick(self) -> None:
        """Let the running time go on."""
        since = wording.since(self.card)
        self.time.setText(wording.running(since) if since else "")
        self.time.setVisible(since is not None)

    def choose(self, chosen: bool, with_keys: bool) -> None:
        """Show whether this is who the keys are about."""
        self.chosen, self.with_keys = chosen, with_keys
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.card.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.card.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.chosen:
            painter.fillRect(self.rect(), theme.color("accent_soft"))
        if self.is_next or (self.chosen and self.with_keys):
            painter.fillRect(0, 0, 3, self.height() - 1, theme.color("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))


class _List(QWidget):
    """The rows; arrows move, Space does the first thing that can be done."""

    moved = Signal(int)
    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("people")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Space:
            self.acted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.moved.emit(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.moved.emit(0)


class PeoplePanel(Panel):
    """Everybody on the floor, and what can be done about the one chosen."""

    def __init__(self, floor: Floor) -> None:
        super().__init__(_("Today's line-up"), flush=True, hint=_("Space: next step"))
        self._floor, self.errands = floor, Errands(floor, self)
        self.rows: dict[int, PersonRow] = {}
        self.chosen = 0
        self._columns = 3
        self._offered: list[tuple[str, ...]] = []
        self.list = _List()
        self.list.moved.connect(self._move)
        self.list.acted.connect(self._first)
        self.list.rows.addStretch(1)
        self._foot = QGridLayout()
        self._foot.setSpacing(8)
        foot = QWidget()
        foot.setLayout(self._foot)
        self._foot.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        self.add(scrolled(self.list), foot)
        self.body.setStretch(0, 1)
        self.setFocusProxy(self.list)
        floor.changed.connect(self.show_floor)
        self.show_floor()

    def show_floor(self) -> None:
        """Show everybody in the order of the turns."""
        cards = self._floor.cards()
        for person_id in set(self.rows) - {card.id for card in cards}:
            row = self.rows.pop(person_id)
            row.hide()
            row.deleteLater()
        after = self._floor.board.next
        for place, card in enumerate(cards):
            if card.id not in self.rows:
                self.rows[card.id] = self._new_row(card)
            row = self.rows[card.id]
            self.list.rows.insertWidget(place, row)
            row.show_card(card, after is not None and after.id == card.id)
        if self.chosen not in self.rows:
            self.chosen = cards[0].id if cards else 0
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 3 if self.width() >= _WIDE else 2
        if columns != self._columns:
            self._columns, self._offered = columns, []
            self._show_chosen()

    def _new_row(self, card: PersonCard) -> PersonRow:
        row = PersonRow(card)
        row.pressed.connect(self._press)
        row.opened.connect(self._open)
        return row

    def tick(self) -> None:
        """Let the running times go on."""
        for row in self.rows.values():
            row.tick()

    def choose(self, person_id: int) -> None:
        """Let the keys be about this person."""
        self.chosen = person_id
        self._show_chosen()

    def steps(self, card: PersonCard) -> list[Step]:
        """What can be done about somebody now, the most likely first."""
        sign_in: Step = ("sign_in", _("Sign in"), "login", "I", self._doing(actions.sign_in, [card.id]))
        sign_out: Step = ("sign_out", _("Sign out"), "logout", "O", self._doing(actions.sign_out, [card.id]))
        away: Step = ("away", _("Away"), "coffee-outline", "A", self._doing(actions.go_away, card.id))
        sent: Step = ("sent", _("Errand"), "car-outline", "S", partial(self.errands.send, card))
        back: Step = ("back", _("Is back"), "keyboard-return", "B", self._doing(actions.come_back, card.id))
        signing: Step = ("signing", _("Signing"), "draw-pen", "G", self._doing(actions.begin_signing, card.id))
        signed: Step = ("signed", _("Has signed"), "check", "G", self._doing(actions.end_signing, card.id))
        finish: Step = (
            "finish",
            _("Finish"),
            "flag-checkered",
            "E",
            partial(self.errands.finish, card.receptions),
        )
        more: Step = ("more", _("More"), "dots-horizontal", "M", self.show_more)
        if card.presence is Presence.OFF:
            return [sign_in, more] if self._floor.may_manage else [sign_in]
        if card.presence in _AWAY:
            return [back, sign_out, more]
        if card.presence is Presence.WAITING:
            return [away, sent, sign_out, signing, more]
        found = [finish] if card.receptions else []
        return [*found, signed if card.signing_since is not None else signing, away, sent, more]

    def show_more(self) -> None:
        """The rarer things to do about somebody, in a menu."""
        card = self._floor.card(self.chosen)
        if card is None:
            return
        menu = fresh_menu(self)
        self.errands.fill_menu(menu, card)
        corner = self.mapToGlobal(QPoint(theme.GAP, self.height()))
        menu.popup(corner - QPoint(0, menu.sizeHint().height() + theme.BUTTON + 2 * theme.GAP))

    def _doing(self, action: Callable[..., object], *args: object) -> Callable[[], object]:
        return lambda: self._floor.attempt(action, *args)  # type: ignore[arg-type]

    def _show_chosen(self) -> None:
        with_keys = self.list.hasFocus()
        for person_id, row in self.rows.items():
            row.choose(person_id == self.chosen, with_keys)
        card = self._floor.card(self.chosen)
        may = self._floor.may_receive and not self._floor.board.is_closed
        steps = self.steps(card) if card is not None and may else []
        offered: list[tuple[str, ...]] = [(str(self.chosen), *step[:4]) for step in steps]
        if card is not None and card.presence is Presence.RECEIVING:
            offered.append(tuple(str(each.line_id) for each in card.receptions))
        if offered == self._offered:
            return
        self._offered = offered
        clear(self._foot)
        for place, (name, words, icon, key, act) in enumerate(steps):
            button = Button(words, act, icon=icon, key=key, name=name)
            self._foot.addWidget(button, *divmod(place, self._columns))
            button.show()  # its key is to work at once, not after the layout has shown it

    def _press(self, person_id: int) -> None:
        self.list.setFocus()
        self.choose(person_id)

    def _open(self, person_id: int) -> None:
        self.choose(person_id)
        self._first()

    def _first(self) -> None:
        card = self._floor.card(self.chosen)
        if card is not None and self._offered:
            self.steps(card)[0][-1]()

    def _move(self, by: int) -> None:
        order = [card.id for card in self._floor.cards()]
        if self.chosen in order and 0 <= order.index(self.chosen) + by < len(order):
            self.chosen = order[order.index(self.chosen) + by]
        self._show_chosen()
