"""A paper before it is printed: its pages inside the window, to look at, print, or keep as a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.kernel.i18n import _
from ui.kit import printing, theme
from ui.kit.layout import Line, fill
from ui.kit.pages import Pages, Sheets, Thumbnails
from ui.kit.widgets import Button, IconButton, Text

_STEP = 1.2


class _Area(QScrollArea):
    """The room for the pages, which tells when it changes."""

    def __init__(self, on_resize: Callable[[], object]) -> None:
        super().__init__()
        self._on_resize = on_resize
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_resize()


class PaperPreview(QWidget):
    """The pages of ``pdf``. ``on_printed`` is called when it is on its way to a printer, ``on_close`` to go back.

    ``final`` makes the paper that is printed or kept as a file, where that is not ``pdf`` itself.
    """

    def __init__(
        self,
        pdf: bytes,
        suggested_name: str,
        parent: QWidget | None = None,
        on_printed: Callable[[], object] | None = None,
        on_close: Callable[[], object] | None = None,
        final: printing.Final | None = None,
    ) -> None:
        super().__init__(parent)
        self._final = final
        self.pdf, self.name = pdf, suggested_name
        self._on_printed = on_printed or (lambda: None)
        self._pages = Pages(pdf)
        self.sheets = Sheets(self._pages)
        self._fitting = True
        self._area = _Area(self._refit)
        self._area.setWidget(self.sheets)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._place = Text("", "dim")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._tools(on_close))
        box.addWidget(Line())
        below = QHBoxLayout()
        below.setSpacing(0)
        if len(self._pages) > 1:
            fill(below, Thumbnails(self._pages, self.go_to), Line(upright=True))
        below.addWidget(self._area, 1)
        box.addLayout(below, 1)
        self._area.verticalScrollBar().valueChanged.connect(lambda height: self._say_place())
        self._say_place()
        self.setFocusProxy(self.print_button)

    def _tools(self, on_close: Callable[[], object] | None) -> QHBoxLayout:
        self.print_button = Button(
            _("Print"), self.print, kind="primary", icon="printer-outline", key="Ctrl+P", name="print"
        )
        tools = QHBoxLayout()
        tools.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        tools.setSpacing(8)
        fill(
            tools,
            Text(self.name, "title", elide=True),
            self._place,
            IconButton("minus", _("Smaller"), lambda: self.zoom(1 / _STEP), key="Ctrl+-", name="smaller"),
            IconButton("plus", _("Larger"), lambda: self.zoom(_STEP), key="Ctrl+=", name="larger"),
            IconButton("arrow-expand-horizontal", _("Fit the width"), self.fit_width, key="Ctrl+0", name="fit"),
            8,
            Button(_("Save as…"), self.save, icon="content-save-outline", key="Ctrl+S", name="save"),
            self.print_button,
        )
        tools.setStretch(0, 1)
        if on_close is not None:
            tools.addWidget(Button(_("Close"), on_close, key="Esc", name="close"))
        return tools

    @property
    def place(self) -> str:
        """Which page is in sight, in words."""
        return self._place.text()

    def print(self) -> None:
        """Ask for the printer, then print."""
        printing.print_paper(self.window(), self.pdf, self.name, self._on_printed, self._final)

    def save(self) -> None:
        """Ask where, then keep the paper as a file."""
        printing.save_paper(self.window(), self.pdf, self.name, self._final)

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        self._fitting = False
        self.sheets.set_zoom(self.sheets.zoom * factor)
        self._say_place()

    def fit_width(self) -> None:
        """Make the widest page as wide as the room there is."""
        self._fitting = True
        self._fit()

    def go_to(self, number: int) -> None:
        """Bring page ``number`` (from 0) to sight."""
        self._area.verticalScrollBar().setValue(self.sheets.top_of(number) - 8)

    def _refit(self) -> None:
        if self._fitting:
            self._fit()

    def _fit(self) -> None:
        widest = max(size.width() for size in self._pages.sizes)
        room = self._area.viewport().width() - 48
        self.sheets.set_zoom(min(room / widest, 1.6))
        self._say_place()

    def _say_place(self) -> None:
        here = self.sheets.page_at(self._area.verticalScrollBar().value()) + 1
        self._place.setText(_("Page {number} of {total}").format(number=here, total=len(self._pages)))


def open_dialog(
    parent: QWidget,
    pdf: bytes,
    suggested_name: str,
    on_printed: Callable[[], object] | None = None,
    final: printing.Final | None = None,
) -> QDialog:
    """The preview as a dialog over ``parent``'s window."""
    window = parent.window()
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(suggested_name)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(0, 0, 0, 0)
    preview = PaperPreview(pdf, suggested_name, dialog, on_printed, dialog.reject, final)
    box.addWidget(preview)
    preview.setFocus()
    dialog.resize(min(960, window.width() - 40), window.height() - 60)
    dialog.open()
    return dialog
