"""The head of a customer's file: who, how keen, whose, and how to reach them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from models.customers.kinds import BestWay, FormOfAddress
from models.customers.lists import CustomerFile
from models.kernel.i18n import _, label
from ui.customers.wording import called, grade_name, level_tone, level_words
from ui.kit import theme
from ui.kit.widgets import Avatar, Button, Chip, IconButton, Text, fill

_EYE, _MORE = 24, 40
_MOST_TAGS = 2
_GAP = "    "


@dataclass(frozen=True)
class HeadActions:
    """What can be done from the head; None is not offered."""

    reveal: Callable[[], object] | None
    visit: Callable[[], object] | None
    edit: Callable[[], object] | None
    more: Callable[[QWidget], QMenu]


class RecordHead(QWidget):
    """Name, chips and the line beneath; the eye shows a masked phone until another file is opened (C11)."""

    def __init__(self, file: CustomerFile, actions: HeadActions, *, narrow: bool = False) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        name = called(file.name, file.form_of_address)
        title = QHBoxLayout()
        title.setSpacing(6)
        words = Text(name, "record", elide=True)
        face = theme.font(theme.RECORD, bold=True)
        words.setMaximumWidth(QFontMetrics(face).horizontalAdvance(name) + 8)
        fill(title, words)
        title.setStretch(0, 1)
        for text, tone in self._chips(file, narrow):
            title.addWidget(Chip(text, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        title.addStretch(0)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        fill(middle, title, self._reach(file, actions))
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, theme.GAP, theme.INSIDE, theme.GAP)
        box.setSpacing(10)
        fill(box, Avatar(name), middle)
        box.setStretch(1, 1)
        offered = (
            (actions.visit, _("Record visit"), "storefront-outline", "F7", "record_visit"),
            (actions.edit, _("Edit"), "pencil-outline", "F6", "edit"),
        )
        for do, text, icon, key, called_so in offered:
            if do is not None:
                box.addWidget(short_button(text, do, icon=icon, key=key, name=called_so, narrow=narrow))
        more = Button("", icon="dots-horizontal", name="more")
        more.setToolTip(_("More"))
        more.setAccessibleName(_("More"))
        more.setFixedWidth(_MORE)
        more.setMenu(actions.more(more))
        box.addWidget(more)

    def _chips(self, file: CustomerFile, narrow: bool) -> list[tuple[str, str]]:
        if narrow:
            grade = [(grade_name(file.grade), "accent")] if file.grade else []
            return [*grade, (level_words(file.intent), level_tone(file.intent))]
        chips = []
        if file.name and file.form_of_address is not FormOfAddress.NONE:
            chips.append((label(file.form_of_address), "neutral"))
        if file.grade:
            chips.append((grade_name(file.grade), "accent"))
        chips += [(level_words(file.intent), level_tone(file.intent)), (label(file.stage), "neutral")]
        return [*chips, *((tag, "neutral") for tag in file.tags[:_MOST_TAGS])]

    def _reach(self, file: CustomerFile, actions: HeadActions) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        self.phone = Text(file.phones[0] if file.phones else _("no phone left"), "dim")
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(self.phone)
        if actions.reveal is not None:
            eye = IconButton("eye-outline", _("Show phone, address and ID number"), actions.reveal, name="reveal")
            eye.setFixedSize(_EYE, _EYE)
            line.addWidget(eye)
        line.addSpacing(10)
        line.addWidget(Text(_GAP.join(_beside(file)), "dim", elide=True), 1)
        return line


def short_button(text: str, do: Callable[[], object], *, icon: str, key: str, name: str, narrow: bool) -> Button:
    """A button with icon, words and key; where there is little room, the words are its tooltip."""
    button = Button("" if narrow else text, do, icon=icon, key=key, name=name)
    if narrow:
        button.setToolTip(text)
        button.setAccessibleName(text)
    return button


def _beside(file: CustomerFile) -> list[str]:
    """What stands beside the phone."""
    said = [file.company] if file.company else []
    if file.wechat:
        said.append(_("WeChat {account}").format(account=file.wechat))
    if file.best_way is not BestWay.NONE:
        said.append(label(file.best_way))
    if file.best_time:
        said.append(_("best {time}").format(time=file.best_time))
    if not file.owner:
        return [*said, _("in the pool")]
    owned = _("owner {name} · protected {days} d") if file.protected_days else _("owner {name} · not protected")
    return [*said, owned.format(name=file.owner, days=file.protected_days)]
