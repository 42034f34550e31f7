"""What everybody sees while the store is open and a backup has found its file damaged: reading alone may not notice."""

from __future__ import annotations

from collections.abc import Callable

from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from ui.backups.keeper import BackupKeeper
from ui.kit import notices
from ui.kit.widgets import Band, Button
from ui.kit.wording import moment

Rescue = Callable[[str], object]
"""Gets what was chosen: ``salvage`` or ``restore``."""


class DamageBand(Band):
    """Above the tabs, and only while the last attempt at a backup found damage."""

    def __init__(self, keeper: BackupKeeper, actor: Callable[[], Actor], rescue: Rescue) -> None:
        super().__init__("bad", "")
        self._keeper, self._actor, self._rescue = keeper, actor, rescue
        keeper.changed.connect(self.show_standing)
        self.show_standing()

    def show_standing(self) -> None:
        """Show what is wrong, or nothing."""
        if self._keeper.damaged:
            go = Button(_("What to do…"), self.ask, kind="danger", icon="lifebuoy", name="what_to_do")
            self.say("bad", self._words(), go, lead=_("The store's file is damaged."))
        self.setVisible(self._keeper.damaged)

    def _words(self) -> str:
        last = self._keeper.last
        if last is None:
            return _("Enter nothing more. There is no backup yet.")
        return _("Enter nothing more. Everything up to {when} is in a verified backup.").format(
            when=moment(last.made_at)
        )

    def ask(self) -> None:
        """Offer the ways out to who may take them, and tell the others whom to call."""
        if not self._actor().may(Permission.KEEP_BACKUPS):
            words = _("Call the owner or an administrator to this PC. Leave it switched on until they are here.")
            notices.ask(self, _("The store's file is damaged"), words, [("close", _("Close"), "plain")], _nothing)
            return
        words = _(
            "Some of its pages no longer read as they were written; the drive may be failing. Salvaging reads all that "
            "can be read, today's entries too, into a new store beside this one, takes what is lost from the newest "
            "backup as far as that has it, and lists the rest. The newest good backup is whole and ends when it was "
            "made. The store as it is stays on the drive either way."
        )
        ways = [("salvage", _("Salvage what can be read"), "primary")]
        if self._keeper.last is not None:
            ways.append(("restore", _("Look at the newest backup…"), "plain"))
        ways.append(("later", _("Not now"), "plain"))
        notices.ask(self, _("The store's file is damaged"), words, ways, self._go)

    def _go(self, answer: str) -> None:
        if answer in ("salvage", "restore"):
            self._rescue(answer)


def _nothing(answer: str) -> None:
    """There is nothing to choose."""
