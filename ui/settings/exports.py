"""What may leave the house unencrypted, and everything that left."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.carrying.actions import allow_plain, plain_allowed
from models.carrying.lists import DepartureRow, departures
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label, ngettext
from ui.kit import notices
from ui.kit import wording as say
from ui.kit.editors import Tick
from ui.kit.widgets import Chip, EmptyState, ListRow, Panel, Text, clear
from ui.settings.desk import SettingsDesk


class ExportsPage(QWidget):
    """One switch, and the record of what left, the newest first."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk = desk
        self.plain = Tick(_("Personal data may leave unencrypted"))
        self.plain.edited.connect(self._allow)
        rule = Panel(_("Exports"))
        words = _(
            "A drive is easily lost. Unless this is ticked, whoever exports customers, contracts or papers sets a "
            "passphrase."
        )
        rule.add(self.plain, Text(words, "dim", wrap=True))
        left = Panel(_("What left the house"), flush=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        left.body.addLayout(self._list)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(rule)
        box.addWidget(left)
        box.addStretch(1)
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Show the switch and the record as they stand."""
        self.plain.set_value(plain_allowed())
        clear(self._list)
        rows = departures()
        for row in rows:
            self._list.addWidget(_row(row))
        if not rows:
            self._list.addWidget(EmptyState("usb-flash-drive-outline", _("Nothing was exported yet.")))

    def _allow(self) -> None:
        try:
            allow_plain(self._desk.session.actor, self.plain.value())
        except FrontdeskError as error:
            self.plain.set_value(plain_allowed())
            notices.error(error)


def _row(row: DepartureRow) -> ListRow:
    """When, who, what; how many rows, where to."""
    lines = ngettext("{count} row", "{count} rows", row.lines).format(count=f"{row.lines:,}")
    what = _(", ").join(label(each) for each in row.contents)
    chip = Chip(_("encrypted"), "ok") if row.encrypted else Chip(_("not encrypted"), "warn")
    return ListRow(
        "tray-arrow-up", say.joined(say.moment(row.at), row.who, what), say.joined(lines, row.place, row.name), chip
    )
