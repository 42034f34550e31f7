"""Short questions that several pages of the sales tab ask: for which customer, which file, for what reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from models.customers import lists as customers
from models.kernel.errors import StorageError
from models.kernel.i18n import N_, _
from models.kernel.permissions import Actor
from models.papers.actions import BEGINNING, check_attachment
from ui.kit import notices
from ui.kit.dialogs import FormDialog, Sheet
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.search import Group, Hit, SearchBox
from ui.kit.widgets import Button, Text, column


def ask_customer(page: QWidget, actor: Actor, title: str, chosen: Callable[[int], object]) -> None:
    """Ask for which customer; the first match is chosen with Enter."""

    def find(text: str) -> list[Group]:
        hits = [Hit("customer", row.id, row.name, row.phone) for row in customers.find(actor, text, 8)]
        return [Group(_("Customers"), "account-outline", hits)]

    box = SearchBox(find, _("Name, pinyin or phone of the customer"))
    box.setObjectName("which_customer")
    hint = Text(_("A new customer first gets a file in “Customers”."), "dim", wrap=True)
    body = column(box, hint, "stretch", gap=10)
    body.setMinimumHeight(260)
    cancel = Button(_("Cancel"), hint="Esc", name="cancel")
    sheet = Sheet(page, title, body, cancel)
    cancel.clicked.connect(lambda checked: sheet.reject())

    def take(kind: str, customer_id: int) -> None:
        sheet.accept()
        chosen(customer_id)

    box.chosen.connect(take)
    sheet.open()
    box.setFocus()


def ask_reason(page: QWidget, title: str, do: Callable[[str], object]) -> FormDialog:
    """Ask for a reason; what is wrong with it is said beneath."""
    fields = [Field("reason", _("Reason"), TextEdit(longest=200))]
    dialog = FormDialog(page, title, fields, lambda values: do(values["reason"]))
    dialog.open()
    return dialog


def ask_file(page: QWidget, title: str, kinds: str, take: Callable[[Path], object]) -> None:
    """Let the person choose a file; ``kinds`` are Qt's words for which."""
    dialog = QFileDialog(page, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: take(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def read_file(path: Path) -> bytes | None:
    """A photo's or scan's bytes; None where it cannot be read, which is said.

    Raises RuleError for one that is too large or neither picture nor PDF, before it is read whole.
    """
    try:
        with path.open("rb") as file:
            check_attachment(path.stat().st_size, file.read(BEGINNING))
        return path.read_bytes()
    except OSError as problem:
        notices.error(StorageError(N_("The file could not be read: {reason}."), reason=problem.strerror))
        return None
