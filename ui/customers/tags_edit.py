"""Tags of a file, typed with commas between them; those in use elsewhere are offered while typing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from models.customers.file_lists import tags_in_use
from models.kernel.i18n import _
from ui.kit.editors import TextEdit

_COMMA = re.compile(r"[,，、;；]")


class _LastWord(QCompleter):
    """Offers tags for what stands after the last comma."""

    def splitPath(self, path: str) -> list[str]:
        return [_COMMA.split(path)[-1].strip()]

    def pathFromIndex(self, index: object) -> str:
        line = self.widget()
        assert isinstance(line, TextEdit)
        before = _COMMA.split(line.text())[:-1]
        return ", ".join([*(each.strip() for each in before), super().pathFromIndex(index)])  # type: ignore[arg-type]


class TagsEdit(TextEdit):
    """Several short words."""

    def __init__(self) -> None:
        super().__init__(_("With commas between them"))
        offered = _LastWord(tags_in_use(), self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.activated.connect(lambda text: self.edited.emit())
        self.setCompleter(offered)

    def value(self) -> tuple[str, ...]:  # type: ignore[override]  # several words stand in the one line
        """The tags, in their order."""
        return tuple(tag for tag in (each.strip() for each in _COMMA.split(self.text())) if tag)

    def set_value(self, value: Sequence[str] | None) -> None:
        """Show these tags."""
        self.setText(", ".join(value or ()))
