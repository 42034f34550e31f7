"""Making one file of two (C3): side by side, one value chosen for each field that differs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from models.customers import lists
from models.customers.kinds import BestWay, CustomerKind, FormOfAddress
from models.customers.merge_actions import merge_files, undo_merge
from models.customers.merge_view import Both, Comparison, comparison
from models.kernel.errors import FrontdeskError, StaleEdit
from models.kernel.i18n import LabelledEnum, _, label, say
from models.kernel.permissions import Actor
from ui.customers.file_fields import labels
from ui.customers.wording import called, grade_name, level_name, source_name
from ui.kit import notices, theme, wording
from ui.kit.widgets import Band, Button, Line, Panel, Text, clear, column, fill, row, scrolled

_ENUMS: dict[str, type[LabelledEnum]] = {
    "kind": CustomerKind,
    "form_of_address": FormOfAddress,
    "best_way": BestWay,
}
_COUNTED = ("register_line", "quote", "contract", "owned_goods", "attachment")


class Value(QAbstractButton):
    """What one of the files says; framed while it is chosen."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.setText(text or "–")
        self.setObjectName(name)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, theme.INPUT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "accent" if chosen or self.hasFocus() or self.underMouse() else "line"
        painter.setPen(QPen(theme.color(edge), 2 if chosen else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.setPen(theme.color("text" if chosen else "dim"))
        painter.setFont(theme.font(bold=chosen))
        words = self.rect().adjusted(10, 0, -10, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class MergePage(Panel):
    """Two files; ``merged`` tells the one that is kept, ``left`` that they stay two."""

    merged = Signal(object)
    left = Signal()

    def __init__(self, actor: Callable[[], Actor], kept_id: int, gone_id: int) -> None:
        super().__init__(flush=True)
        self._actor, self._ids = actor, (kept_id, gone_id)
        self._choices: dict[str, QButtonGroup] = {}
        self._content = QVBoxLayout()
        self._content.setSpacing(theme.GAP)
        self._content.setContentsMargins(*[theme.INSIDE] * 4)
        self._content.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setLayout(self._content)
        head = row(
            Text(_("Make one file of two"), "title"),
            "stretch",
            Button(_("Keep the other one"), self.turn, icon="swap-horizontal", name="turn"),
            Button(_("Cancel"), self.left.emit, hint="Esc", name="leave_merge"),
            margins=(theme.INSIDE, 8, theme.INSIDE, 8),
        )
        self.merge_button = Button(_("Merge the files"), self.merge, kind="primary", key="Ctrl+Return", name="merge")
        foot = row("stretch", self.merge_button, margins=(theme.INSIDE, 8, theme.INSIDE, 8))
        self.add(head, Line(), scrolled(inside), Line(), foot)
        self.body.setStretch(2, 1)
        self.setFocusProxy(self.merge_button)
        self._show()

    def turn(self) -> None:
        """Keep the other file instead."""
        self._ids = (self._ids[1], self._ids[0])
        self._show()

    def chosen(self) -> set[str]:
        """The fields for which the value of the file that goes is chosen."""
        return {name for name, group in self._choices.items() if group.checkedId() == 1}

    def merge(self) -> None:
        """Merge; it can be undone the same day."""
        kept_id, gone_id = self._ids
        try:
            merge_id = merge_files(self._actor(), kept_id, gone_id, self.chosen(), self._compared.versions).answer
        except StaleEdit as stale:
            notices.error(stale)
            self._show()
            return
        except FrontdeskError as error:
            notices.error(error)
            return
        self.merged.emit(kept_id)
        assert isinstance(merge_id, int)
        text = _("The files were merged. Until tonight it can be undone.")
        notices.tell(text, undo=(_("Undo"), lambda: undo(self._actor(), merge_id)))

    def _show(self) -> None:
        clear(self._content)
        self._choices.clear()
        self.merge_button.setEnabled(False)
        try:
            self._compared = comparison(self._actor(), *self._ids)
        except FrontdeskError as error:
            self._content.addWidget(Band("bad", say(error)))
            return
        self.merge_button.setEnabled(True)
        fill(
            self._content,
            self._grid(self._compared),
            Band("neutral", _moving(self._compared), icon="file-move-outline"),
        )

    def _grid(self, compared: Comparison) -> QWidget:
        """A line for each field that differs; what both say alike or only one of them says needs no choice."""
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(8)
        found = {each.id: each for each in lists.rows(self._actor(), list(self._ids))}
        for side, title in enumerate((_("This file is kept"), _("This one goes into it"))):
            file = found[self._ids[side]]
            facts = wording.GAP.join(part for part in (file.phone, file.owner) if part)
            name = called(file.name, file.form_of_address)
            words = column(Text(title, "fine"), Text(name, "title", elide=True), Text(facts, "dim", elide=True), gap=2)
            grid.addWidget(words, 0, side + 1)
        named = {**labels(), "phones": _("Preferred phone")}
        for line, each in enumerate(compared.fields, 1):
            grid.addWidget(Text(named.get(each.name, each.name), "dim"), line, 0)
            self._add_choice(grid, line, each)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return page

    def _add_choice(self, grid: QGridLayout, line: int, each: Both) -> None:
        group = self._choices[each.name] = QButtonGroup(self)
        for side, value in enumerate((each.kept, each.gone)):
            button = Value(in_words(each.name, value), f"{each.name}_{'gone' if side else 'kept'}")
            button.setChecked(bool(side) is each.takes_gone)
            group.addButton(button, side)
            grid.addWidget(button, line, side + 1)


def undo(actor: Actor, merge_id: int) -> None:
    """Take two files apart again; why not, where it cannot be."""
    try:
        undo_merge(actor, merge_id)
    except FrontdeskError as error:
        notices.error(error)
        return
    notices.tell(_("There are two files again."))


def in_words(name: str, value: str) -> str:
    """A stored value as people say it."""
    if value and name in _ENUMS:
        return label(_ENUMS[name](value))
    known: dict[str, Callable[[str], str]] = {"intent": level_name, "source": source_name, "grade": grade_name}
    return known.get(name, str)(value) if value else ""


def _moving(compared: Comparison) -> str:
    """How much comes to the file that is kept."""
    counts = [compared.moving.get(table, 0) for table in _COUNTED]
    others = sum(compared.moving.values()) - sum(counts) - compared.moving.get("search_entry", 0)
    others -= compared.moving.get("audit_line", 0)
    text = _(
        "Into the kept file come: {contacts} visits and calls, {quotes} quotes, {contracts} contracts, {goods} goods, "
        "{photos} photos and scans, {others} other entries."
    )
    names = ("contacts", "quotes", "contracts", "goods", "photos")
    return text.format(**dict(zip(names, counts, strict=True)), others=others)
