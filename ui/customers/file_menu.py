"""What else can be done with a customer's file: intent, giving up, whose it is, merging, handing out, erasing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from exchange.writing import new_folder
from models.customers import protection
from models.customers.kinds import CLOSED_STAGES, Stage
from models.customers.lists import CustomerFile
from models.customers.losing import LossForm
from models.customers.losing_actions import set_intent
from models.customers.protection_actions import extend_protection, release
from models.kernel import clock
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.privacy.actions import erase_file, export_file
from models.privacy.collecting import Collected
from models.sales.losing_actions import lose_customer
from models.shop.profile import trade
from models.test_drives.lists import has_test_drives
from models.trade_ins.lists import has_trade_ins
from ui.customers.person_edit import PersonEdit
from ui.customers.wording import called, level_choices
from ui.kit import icons, notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, DateEdit, NoteEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Text

Merge = Callable[[int, int], object]
Go = Callable[[str, int], object]
"""Goes to a record by its kind and id."""


def _nowhere(kind: str, record_id: int) -> None:
    """Where nobody goes anywhere from."""


Offered = tuple[bool, str, str, str, Callable[[], object]]


class FileMenu:
    """What this person may do with one file now; ``parent`` is where questions are asked."""

    def __init__(self, parent: QWidget, actor: Actor, file: CustomerFile, merge: Merge, go: Go = _nowhere) -> None:
        self._parent, self._actor, self._file, self._merge, self._go = parent, actor, file, merge, go
        self._name = called(file.name, file.form_of_address)

    def build(self, button: QWidget) -> QMenu:
        """The menu of this button."""
        menu = QMenu(button)
        for allowed, name, text, icon, do in self._offered():
            if allowed:
                menu.addAction(icons.icon(icon), text, partial(do)).setObjectName(name)
        return menu

    def _offered(self) -> tuple[Offered, ...]:
        actor, file = self._actor, self._file
        edits, manages = actor.may(Permission.EDIT_FILE), actor.may(Permission.MANAGE_FILES)
        prospect, owned = file.stage not in CLOSED_STAGES, file.owner_id is not None
        mine = edits and protection.may_give_away(actor, file.owner_id)
        back = mine and prospect and owned
        exports, erases = actor.may(Permission.EXPORT_PERSONAL), actor.may(Permission.ERASE_PERSONAL)
        drives = has_test_drives() and actor.may(Permission.TEST_DRIVE)
        appraises = has_trade_ins() and actor.may(Permission.APPRAISE)
        drive, appraise = (partial(self._go, kind, file.id) for kind in ("test_drive_for", "appraisal_for"))
        complain = partial(self._go, "complaint_for", file.id)
        receives = actor.may(Permission.RECEIVE_VEHICLE)
        come, receive = (partial(self._go, kind, file.id) for kind in ("appointment_for", "work_order_for"))
        return (
            (receives, "appointment", _("Appointment in the workshop…"), "calendar-clock-outline", come),
            (receives, "receive", _("Receive a vehicle…"), "car-arrow-right", receive),
            (drives, "book_drive", _("Book a test drive…"), "steering", drive),
            (appraises, "appraise", _("Appraise a trade-in…"), "car-search-outline", appraise),
            (True, "complain", _("Open a complaint…"), "alert-circle-outline", complain),
            (edits and prospect, "intent", _("Level of intent…"), "speedometer", self._ask_intent),
            (mine and self._may_be_lost(), "lose", _("Lost…"), "account-off-outline", self._ask_loss),
            (back, "release", _("Give back to the pool"), "account-arrow-right-outline", self._release),
            (
                manages and prospect and owned,
                *("extend", _("Extend the protection…"), "shield-plus-outline", self._ask_extension),
            ),
            (edits, "merge_with", _("Merge with another file…"), "call-merge", self._ask_other),
            (exports, "export", _("Hand out what is kept…"), "file-export-outline", self._ask_folder),
            (erases, "erase", _("Erase the file…"), "eraser", self._ask_erasure),
        )

    def _may_be_lost(self) -> bool:
        return self._file.stage not in (Stage.LOST, Stage.DELIVERED)

    def _ask_intent(self) -> None:
        choice = ChipChoice(level_choices())
        choice.set_value(self._file.intent)
        title = _("How soon will {name} buy?").format(name=self._name)
        self._ask(title, [Field("level", _("Level of intent"), choice)], lambda **said: self._set_intent(**said))

    def _set_intent(self, level: str) -> None:
        set_intent(self._actor, self._file.id, level)

    def _ask_loss(self) -> None:
        """Why, what the reason asks, and when to try again."""
        reasons = trade().lost_reasons
        reason = ChoiceBox([(each.code, pick(each.name)) for each in reasons], empty=_("Choose…"))
        asked, told = Text("", "dim", wrap=True), TextEdit()

        def show_question() -> None:
            asks = next((each.asks for each in reasons if each.code == reason.value()), None)
            asked.setText(pick(asks) if asks else "")

        reason.edited.connect(show_question)
        fields = [
            Field("reason", _("Why is the customer lost?"), reason, required=True),
            asked,
            Field("told", _("Explanation"), told),
            Field("wakes_on", _("Try again on"), DateEdit(), _("The file wakes on that day.")),
        ]
        FormDialog(self._parent, _("{name} is lost").format(name=self._name), fields, self._lose).open()

    def _lose(self, values: dict[str, Any]) -> None:
        form = LossForm(values["reason"] or "", values["told"], values["wakes_on"])
        lose_customer(self._actor, self._file.id, form)

    def _release(self) -> None:
        if _done(partial(release, self._actor, self._file.id)):
            notices.tell(_("{name} is in the pool.").format(name=self._name))

    def _ask_extension(self) -> None:
        title = _("Extend the protection of {name}").format(name=self._name)
        extend = partial(extend_protection, self._actor, self._file.id)
        self._ask(title, [Field("reason", _("Why"), TextEdit())], extend)

    def _ask_other(self) -> None:
        other = PersonEdit(self._actor, besides=self._file.id)

        def compare(values: dict[str, Any]) -> None:
            if not values["other"]:
                raise RuleError("Choose another customer's file.", field="other")
            self._merge(self._file.id, values["other"])

        title = _("Merge {name} with another file").format(name=self._name)
        fields = [Field("other", _("The other file"), other)]
        FormDialog(self._parent, title, fields, compare, _("Compare…")).open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self._parent.window(), _("Choose a folder for what is handed out"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.hand_out)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def hand_out(self, folder: str) -> None:
        """Write everything that is kept about the customer into a folder of its own; that it was done is on record."""
        try:
            kept = export_file(self._actor, self._file.id).answer
            assert isinstance(kept, Collected)
            place = written(kept, Path(folder))
        except FrontdeskError as error:
            notices.error(error)
            return
        notices.tell(_("Written to {folder}.").format(folder=str(place)))

    def _ask_erasure(self) -> None:
        intro = _(
            "Name, phones, address, ID number, notes, photos and everything else about the person are deleted for "
            "good. Contracts and ledgers stay as the law demands. Backups made before still hold the data until they "
            "are replaced."
        )
        title = _("Erase the file of {name}?").format(name=self._name)
        fields = [Field("reason", _("Why"), NoteEdit(lines=2))]

        def erase(values: dict[str, Any]) -> None:
            erase_file(self._actor, self._file.id, values["reason"])

        FormDialog(self._parent, title, fields, erase, _("Erase for good"), intro).open()

    def _ask(self, title: str, fields: list[Field], do: Callable[..., object]) -> None:
        FormDialog(self._parent, title, fields, lambda values: do(**values)).open()


def written(kept: Collected, folder: Path) -> Path:
    """The new folder that holds what is kept: a text, the same as JSON, and photos and scans; for nobody else to read.

    Raises StorageError.
    """
    contents = (("kept.txt", kept.text.encode()), ("kept.json", kept.json.encode()), *kept.attachments)
    with new_folder(folder, f"{kept.name} {clock.today().isoformat()}") as made:
        for name, content in contents:
            with made.file(name.replace("/", " "), len(content)) as file:
                file.write(content)
    return made.path


def _done(action: Callable[[], object]) -> bool:
    try:
        action()
    except FrontdeskError as error:
        notices.error(error)
        return False
    return True
