"""What the choices come to, and the button that starts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from exchange.preview import Preview, PreviewLine
from exchange.writing import has_room
from models.carrying.kinds import Content
from models.kernel.i18n import _, label, ngettext
from ui.exporting import wording
from ui.exporting.where import Room
from ui.kit.widgets import Band, Button, Line, Panel, Text, clear, row, scrolled


class SummaryPanel(QWidget):
    """One line per content with its rows; files, rows and size in all; whether there is room."""

    def __init__(self, begin: Callable[[], object]) -> None:
        super().__init__()
        self.start = Button(_("Export"), begin, kind="primary", icon="tray-arrow-up", name="start_export")
        self.start.setEnabled(False)
        self.shown: Preview | None = None
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(6)
        self.total = Text("", "bold", wrap=True)
        self.band = Band("warn", "")
        self.band.hide()
        panel = Panel(_("What it comes to"))
        holder = QWidget()
        holder.setLayout(self._lines)
        panel.add(self.total, self.band, self.start, 4, Line())
        panel.body.addWidget(scrolled(holder), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)

    def wait(self) -> None:
        """It is being counted; the lines stay until the answer is there."""
        self.shown = None
        self.start.setEnabled(False)
        self.total.setText(_("Counting…"))

    def show_nothing(self, why: str) -> None:
        """There is nothing to count yet."""
        self.shown = None
        self.start.setEnabled(False)
        clear(self._lines)
        self.total.setText(why)
        self.band.hide()

    def show_preview(self, found: Preview, room: Room) -> None:
        """Show what there is, and whether it fits."""
        self.shown = found
        clear(self._lines)
        for line in found.lines:
            self._lines.addWidget(row(Text(label(line.content), "body"), "stretch", Text(_count(line), "dim")))
        self._lines.addStretch(1)
        files = ngettext("{count} file", "{count} files", found.files).format(count=f"{found.files:,}")
        self.total.setText(_("{files}, about {size}").format(files=files, size=wording.size(found.size)))
        self.show_room(room)

    def show_room(self, room: Room) -> None:
        """Say whether what was counted fits there."""
        if (found := self.shown) is not None:
            self._say(found, room)
            self.start.setEnabled(bool(found.rows) and not room.protected and not _too_little(found, room))

    def _say(self, found: Preview, room: Room) -> None:
        if not found.rows:
            self.band.say("neutral", _("There is nothing of this in these days."))
        elif room.protected:
            words = _("This drive is write-protected. Slide its lock, or choose another place.")
            self.band.say("warn", words, icon="harddisk")
        elif _too_little(found, room):
            words = _("Only {free} are free there. Make room, choose fewer days or another place.")
            self.band.say("warn", words.format(free=wording.size(room.free or 0)), icon="harddisk")
        elif room.largest is not None and room.largest < found.largest:
            words = _("A file will have about {size}; this drive (FAT32) holds none of 4 GB. Choose another place.")
            self.band.say("warn", words.format(size=wording.size(found.largest)), icon="harddisk")
        else:
            self.band.hide()
            return
        self.band.show()


def _too_little(found: Preview, room: Room) -> bool:
    return room.free is not None and not has_room(room.free, found.size)


def _count(line: PreviewLine) -> str:
    count = f"{line.rows:,}"
    if line.content is Content.PAPERS:
        return ngettext("{count} paper", "{count} papers", line.rows).format(count=count)
    if line.as_it_stands:
        words = ngettext("{count} row, as it stands now", "{count} rows, as they stand now", line.rows)
        return words.format(count=count)
    return ngettext("{count} row", "{count} rows", line.rows).format(count=count)
