"""The close of the day: who is still here without a result, then the day is shut."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import store
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label, ngettext
from models.papers.facts import PaperKind
from models.rotation import lists
from models.rotation.paper_facts import day_id
from models.rotation.views import UnattendedRow
from ui.kit import jobs, notices, papers, theme
from ui.kit import wording as say
from ui.kit.editors import ChoiceBox
from ui.kit.widgets import Band, Button, ListRow, Panel, clear
from ui.showroom import wording
from ui.showroom.errands import Errands
from ui.showroom.floor import Floor


class ClosePage(QWidget):
    """Open receptions with the button that ends each; the day closes when there are none. Days that nobody closed come
    first.
    """

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor, self._errands = floor, Errands(floor, self)
        self.day = ChoiceBox([])
        self.day.edited.connect(self._show)
        self.close_button = Button(_("Close the day"), self.ask, kind="primary", name="close_day")
        self.sheet_button = Button(_("Closing sheet"), self.show_sheet, icon="file-document-outline", name="sheet")
        self.panel = Panel(_("Close the day"), self.day, self.sheet_button, self.close_button, flush=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.panel.body.addLayout(self._list)
        self.panel.add("stretch")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self._board = floor.board
        self.show_floor()

    def show_floor(self) -> None:
        """Offer the days that are not closed, the oldest first."""
        board = self._floor.board
        days = [*board.unclosed, board.day]
        chosen = self.day.value()
        self.day.set_choices([(each, each.isoformat()) for each in days])
        self.day.set_value(chosen if chosen in days else days[0])
        self.day.setVisible(len(days) > 1)
        self._show()

    def _show(self) -> None:
        """List who is still here, or was when that day ended."""
        day = self.day.value()
        board = self._board = self._floor.board if day == self._floor.board.day else lists.board(day)
        is_late = day != self._floor.board.day
        here = len(board.receptions) + (0 if is_late else len(board.unattended))
        clear(self._list)
        self.sheet_button.setVisible(board.is_open or board.is_closed)
        self.close_button.setEnabled(not here and board.is_open)
        for each in board.receptions:
            button = Button(_("Finish"), partial(self._errands.finish, [each]), name=f"finish_{each.line_id}")
            time = say.time_of_day(each.begun_at) if is_late else wording.running(each.begun_at)
            text = _("{name} received, since {time}") if is_late else _("{name} receives, {time}")
            detail = text.format(name=each.receiver, time=time)
            self._list.addWidget(ListRow("account-clock-outline", wording.customer(each), detail, button, "warn"))
        for waiting in board.unattended:
            self._list.addWidget(self._waiting(waiting, is_late))
        self._list.insertWidget(0, self._band(here))
        self._list.insertSpacing(1, theme.GAP if here else 0)

    def _waiting(self, waiting: UnattendedRow, is_late: bool) -> ListRow:
        """Somebody nobody was free for; who is left from an earlier day has gone without being asked."""
        name, icon = wording.customer(waiting), "timer-alert-outline"
        if is_late:
            return ListRow(icon, name, _("was not received; goes on record as having left"), tone="warn")
        button = Button(_("Has left"), partial(self._errands.walk_out, waiting), name=f"left_{waiting.line_id}")
        return ListRow(icon, name, _("waiting, {time}").format(time=wording.waited(waiting.since)), button, "bad")

    def ask(self) -> None:
        """Close the day after a question; a closed day is not edited."""
        notices.ask(
            self,
            _("Close the day?"),
            _("Nothing is recorded for that day afterwards; a later correction is an entry of its own."),
            [("close", _("Close the day"), "primary"), ("keep", _("Cancel"), "plain")],
            lambda answer: self.close_day() if answer == "close" else None,
        )

    def close_day(self) -> None:
        """Close the day; its closing sheet is kept, and shown."""
        from reports import prints

        actor, day = self._floor.actor, self._board.day
        jobs.run(
            lambda work: prints.close_day(actor, day),
            lambda paper: self._closed(paper.number, paper.pdf),
            self._not_closed,
            cleanup=store.close_connection,
            owner=self,
        )

    def show_sheet(self) -> None:
        """Show the closing sheet; before the close it is a draft."""
        papers.show_paper(self, self._floor.actor, PaperKind.ROTATION_DAY, day_id(self._board.day))

    def _closed(self, number: str, pdf: bytes) -> None:
        from ui.kit import preview

        self._floor.read()
        self.setFocus()
        name = _("{paper} {number}").format(paper=label(PaperKind.ROTATION_DAY), number=number)
        preview.open_dialog(self, pdf, name)

    def _not_closed(self, error: Exception) -> None:
        if not isinstance(error, FrontdeskError):
            raise error
        self._floor.read()
        notices.error(error)

    def _band(self, here: int) -> Band:
        board = self._board
        if board.is_closed:
            return Band("ok", _("The day is closed."))
        if not board.is_open:
            return Band("neutral", _("The day has not begun."))
        if here:
            words = ngettext("{count} customer is still here.", "{count} customers are still here.", here)
            if board.day != self._floor.board.day:
                words = ngettext("{count} reception has no result.", "{count} receptions have no result.", here)
            return Band("warn", _("End every reception with its result first."), lead=words.format(count=here))
        return Band("accent", _("Every reception has its result. The day can be closed."))
