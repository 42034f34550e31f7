"""What stands beside a contract: its price, who approved, its papers and scans."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from models.kernel.errors import FrontdeskError, StorageError
from models.kernel.i18n import N_, _, label
from models.kernel.permissions import Actor, Permission
from models.papers import actions, lists
from models.papers.facts import PaperKind
from models.papers.lists import AttachmentRow
from models.sales import contract_actions
from models.sales.signatures import Signature
from models.sales.states import SIGNED_STATES, Decision
from models.sales.supplement_states import SignedHow
from models.sales.views import ApprovalRow, ContractView
from ui.kit import jobs, notices
from ui.kit.dialogs import Sheet
from ui.kit.widgets import Button, Chip, Panel, Text, clear, column, row, scrolled
from ui.sales import wording
from ui.sales.desk import Desk

_DECISION_TONES = {Decision.OPEN: "warn", Decision.GRANTED: "ok", Decision.RETURNED: "bad"}


class ApprovalsPanel(Panel):
    """Each step of approval: why it is asked for, who decided, when, and what they said."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add(Text(_("Approvals"), "dim"))
        self.body.addLayout(self._rows)

    def show_approvals(self, approvals: Sequence[ApprovalRow]) -> None:
        """Show these steps; a panel without any hides."""
        clear(self._rows)
        self.setVisible(bool(approvals))
        for each in approvals:
            chip = Chip(label(each.decision), _DECISION_TONES[each.decision])
            lines: list[QWidget] = [row(Text(label(each.step), "bold"), chip, "stretch")]
            lines.append(Text(each.because, "fine", wrap=True))
            if each.decided_by:
                words = _("{name}, {moment}").format(name=each.decided_by, moment=wording.moment(each.decided_at))
                lines.append(Text(words, "fine", wrap=True))
            if each.reason:
                lines.append(Text(each.reason, wrap=True))
            self._rows.addWidget(column(*lines, gap=2))


class PapersPanel(Panel):
    """The prints that were made, and the scans put beside the contract."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__()
        self._page, self._desk, self._contract_id = page, desk, 0
        self._signed_by = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.attach_button = Button(_("Attach signed scan"), self.ask_file, icon="paperclip", name="attach")
        self.add(Text(_("Papers"), "dim"))
        self.body.addLayout(self._rows)
        self.add(self.attach_button)

    def show_papers(self, view: ContractView) -> None:
        """Show the papers of a contract."""
        self._contract_id = view.row.id
        signed = view.row.state in SIGNED_STATES
        files_copy = signed and view.own and self._actor().may(Permission.SIGN_CONTRACT)
        self._signed_by = view.parties[0].name if files_copy and view.parties else ""
        self.attach_button.setVisible(self._actor().may(Permission.REGISTER))
        clear(self._rows)
        if signed and not view.signed_copy:
            self._rows.addWidget(row(Chip(_("The signed copy is not filed yet"), "warn"), "stretch"))
        for each in lists.prints(PaperKind.CONTRACT, view.row.number):
            which = _("Original") if each.print_no == 1 else _("Copy {number}").format(number=each.print_no - 1)
            words = _("{name}, {moment}").format(name=each.printed_by, moment=wording.moment(each.printed_at))
            self._rows.addWidget(row(Text(which), Text(words, "fine", elide=True)))
        for scan in lists.attachments("contract", view.row.id):
            show = Button(scan.name, partial(self._open, scan), kind="link", icon="paperclip")
            show.setMaximumWidth(300)
            self._rows.addWidget(row(show, "stretch"))
        if not self._rows.count():
            self._rows.addWidget(Text(_("Not printed yet."), "dim"))

    def ask_file(self) -> None:
        """Let the person choose the scan of the signed contract."""
        dialog = QFileDialog(self, _("Attach signed scan"), "", _("Scans (*.pdf *.jpg *.jpeg *.png)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.attach(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def attach(self, path: Path) -> None:
        """Put a file beside the contract; what is no picture or PDF is refused and said."""
        try:
            content = path.read_bytes()
            self._keep(path.name, content)
        except OSError as problem:
            notices.error(StorageError(N_("The file could not be read: {reason}."), reason=problem.strerror))
        except FrontdeskError as error:
            notices.error(error)
        else:
            notices.tell(_("Attached: {name}").format(name=path.name))

    def _keep(self, name: str, content: bytes) -> None:
        """Once the contract is signed, what is attached is its signed copy."""
        if self._signed_by:
            scan = Signature(self._signed_by, content, SignedHow.SCAN)
            contract_actions.file_signed_copy(self._actor(), self._contract_id, scan)
        else:
            actions.attach(self._actor(), "contract", self._contract_id, name, content)

    def _actor(self) -> Actor:
        return self._desk.session.actor

    def _open(self, scan: AttachmentRow) -> None:
        from models.kernel import store

        jobs.run(
            lambda work: lists.content(scan.id),
            partial(self._show, scan),
            cleanup=store.close_connection,
            owner=self,
        )

    def _show(self, scan: AttachmentRow, content: bytes) -> None:
        if scan.media_type == "application/pdf":
            from ui.kit import preview

            preview.open_dialog(self._page, content, scan.name)
            return
        picture = QPixmap()
        picture.loadFromData(content)
        words = QLabel()
        words.setPixmap(picture.scaledToWidth(min(picture.width(), 800), Qt.TransformationMode.SmoothTransformation))
        sheet = Sheet(self._page, scan.name, scrolled(words), width=860)
        sheet.setMinimumHeight(self._page.height() - 40)
        sheet.open()
