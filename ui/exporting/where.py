"""Where it goes: drives by name and free space as they come and go, or any folder."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from exchange.drives import Drive, largest_file
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, say
from ui.exporting import wording
from ui.kit.choice_cards import CardChoice, ChoiceCards
from ui.kit.layout import bring_into_sight
from ui.kit.widgets import Band, Button, Panel, Text, clear


@dataclass(frozen=True)
class Room:
    """What can be written at a place: bytes free and of the largest file, None where nobody knows; write-protected."""

    free: int | None = None
    largest: int | None = None
    protected: bool = False


class WherePanel(QWidget):
    """The drives as cards, the folder that was chosen as one more; what was chosen last is chosen again."""

    edited = Signal()

    def __init__(self, drives: Sequence[Drive], last: str = "") -> None:
        super().__init__()
        self._drives: tuple[Drive, ...] = ()
        self._folder = last if last and Path(last).is_dir() else ""
        self._wanted = last
        self.cards: ChoiceCards | None = None
        self._list = QVBoxLayout()
        self.choose = Button(_("Choose a folder…"), self.ask_folder, icon="folder-outline", name="choose_folder")
        self.wrong = Text("", "fine", wrap=True, tone="bad")
        self.wrong.hide()
        panel = Panel(_("Where to"), self.choose)
        panel.body.addLayout(self._list)
        panel.add(self.wrong)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        self.show_drives(drives)

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """Show what is plugged in now; a drive that was used last time is chosen as soon as it is there."""
        self._drives = tuple(drives)
        before, focused = str(self.place or ""), self.cards is not None and self.cards.hasFocus()
        clear(self._list)
        choices = [_card(drive) for drive in self._drives]
        if self._folder and not any(self._folder == str(drive.path) for drive in self._drives):
            choices.append(_folder_card(self._folder))
        self.cards = ChoiceCards(choices) if choices else None
        if self.cards is None:
            words = _("No drive is plugged in. Plug one in and it shows here by itself, or choose a folder.")
            self._list.addWidget(Band("neutral", words, icon="usb-flash-drive-outline"))
        else:
            writable = next((str(drive.path) for drive in self._drives if not drive.read_only), "")
            for value in (writable, before, self._wanted):
                self.cards.set_value(value)
            self.cards.edited.connect(self._chosen)
            self._list.addWidget(self.cards)
            if focused:
                self.cards.setFocus()

    def _chosen(self) -> None:
        self._wanted = str(self.place or "")
        self.edited.emit()

    @property
    def place(self) -> Path | None:
        """The drive or folder that is chosen."""
        return Path(self.cards.value()) if self.cards is not None else None

    @property
    def drive(self) -> Drive | None:
        """The drive that is chosen, None for a folder."""
        return next((drive for drive in self._drives if drive.path == self.place), None)

    def room(self) -> Room:
        """What can be written there."""
        if self.place is None:
            return Room()
        return Room(self._free(self.place), largest_file(self.place), self.drive is not None and self.drive.read_only)

    def _free(self, place: Path) -> int | None:
        if self.drive is not None:
            return self.drive.free
        try:
            return shutil.disk_usage(place).free
        except OSError:
            return None

    def ask_folder(self) -> None:
        """Let the person choose any folder."""
        dialog = QFileDialog(self.window(), _("Choose a folder for the export"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_folder(self, folder: str) -> None:
        """Export into ``folder``."""
        self._folder = self._wanted = folder
        self.show_drives(self._drives)
        self.edited.emit()

    def show_error(self, error: FrontdeskError | None) -> None:
        """Say what is wrong with the place; None takes it back."""
        self.wrong.setText(say(error) if error else "")
        self.wrong.setVisible(error is not None)
        if error is not None:
            bring_into_sight(self.wrong)


def _card(drive: Drive) -> CardChoice:
    free = _("{free} of {total} free").format(free=wording.size(drive.free), total=wording.size(drive.total))
    words = _("Write-protected") if drive.read_only else free
    return CardChoice(str(drive.path), "usb-flash-drive-outline", drive.name, words)


def _folder_card(folder: str) -> CardChoice:
    return CardChoice(folder, "folder-outline", Path(folder).name or folder, folder)
