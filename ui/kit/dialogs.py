"""Dialogs for short questions and short forms; opened with ``open()``, what they do is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.kernel.i18n import _
from ui.kit import theme
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, Text, fill, scrolled


class Sheet(QDialog):
    """A dialog: its title, any widget as its body, buttons at the lower right. Esc closes it."""

    def __init__(self, parent: QWidget | None, title: str, body: QWidget, *buttons: QWidget, width: int = 480) -> None:
        super().__init__(parent.window() if parent is not None else None)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(theme.GAP)
        box.addWidget(Text(title, "title", wrap=True))
        box.addWidget(body, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        fill(foot, "stretch", *buttons)
        box.addLayout(foot)
        self.setFixedWidth(width)

    def showEvent(self, event: QShowEvent) -> None:
        """High enough for every line of a long text: Qt asks how high it would be if it were wider."""
        box = self.layout()
        assert box is not None
        needed = min(box.totalHeightForWidth(self.width()), self.screen().availableGeometry().height())
        if needed > self.height():
            self.resize(self.width(), needed)
        super().showEvent(event)


class Question(Sheet):
    """A question with a few answers; the first button has the focus, Esc answers ""."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        buttons: Sequence[tuple[str, str, str]],
        on_answer: Callable[[str], object],
    ) -> None:
        choices = [Button(words, self._answerer(key), kind=kind, name=key) for key, words, kind in buttons]
        super().__init__(parent, title, Text(text, wrap=True), *choices)
        self._key, self._on_answer = "", on_answer
        self.finished.connect(lambda result: self._on_answer(self._key))
        if choices:
            choices[0].setFocus()

    def _answerer(self, key: str) -> Callable[[], None]:
        def answer() -> None:
            self._key = key
            self.accept()

        return answer


class FormDialog(Sheet):
    """A short form. ``on_accept`` gets the values; while it raises errors for people the dialog stays, errors shown."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        fields: Sequence[Field | tuple[Field, ...] | QWidget],
        on_accept: Callable[[dict[str, Any]], object],
        accept_text: str = "",
        intro: str = "",
        columns: int = 1,
        width: int = 480,
    ) -> None:
        self.form = Form(*fields, columns=columns, on_enter=self.submit)
        self._on_accept = on_accept
        self.accept_button = Button(accept_text or _("Save"), self.submit, kind="primary", hint="Enter", name="accept")
        cancel = Button(_("Cancel"), self.reject, hint="Esc", name="cancel")
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        if intro:
            inside.addWidget(Text(intro, "dim", wrap=True))
        inside.addWidget(self.form)
        inside.addStretch(1)
        super().__init__(
            parent, title, body if len(fields) <= 6 else scrolled(body), cancel, self.accept_button, width=width
        )
        self.form.focus()

    def submit(self) -> None:
        """Hand the values on; close when nothing is wrong."""
        if self.form.submit(self._on_accept):
            self.accept()
