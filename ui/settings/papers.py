"""How the shop's papers look: colour, own lines, terms, columns and sheet, with the paper itself beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.kernel import i18n, store
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import _, label
from models.papers.facts import PaperKind, PaperSize
from models.shop.look_actions import change_paper_looks
from models.shop.paper_look import COLUMNS, SIZES, TERMS, KindLook, PaperLooks, looks
from ui.kit import jobs, notices, theme
from ui.kit.editors import ChoiceBox, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.pages import Pages, Sheets
from ui.kit.widgets import Button, Panel, TabStrip, Text, column, scrolled
from ui.settings.colour_edit import ColourEdit
from ui.settings.desk import SettingsDesk

_KINDS = (
    *(PaperKind.QUOTE, PaperKind.CONTRACT, PaperKind.RECEIPT),
    *(PaperKind.DISPATCH_NOTE, PaperKind.DELIVERY_CHECKLIST, PaperKind.DELIVERY_CONFIRMATION),
)
_PAUSE = 250
_FORM_WIDTH = 400


class ColumnTicks(QWidget):
    """The columns a paper prints: a tick for each that it can do without; the value is what is left out."""

    edited = Signal()

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.ticks = {code: Tick(_(name)) for code, name in names.items()}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for code, tick in self.ticks.items():
            tick.setObjectName(f"column_{code}")
            tick.edited.connect(self.edited)
            box.addWidget(tick)

    def value(self) -> tuple[str, ...]:
        """The columns left out."""
        return tuple(code for code, tick in self.ticks.items() if not tick.value())

    def set_value(self, hidden: tuple[str, ...]) -> None:
        """Show which are left out."""
        for code, tick in self.ticks.items():
            tick.set_value(code not in hidden)


def _kind_form(kind: PaperKind) -> Form:
    fields = []
    if kind in SIZES:
        usual = PaperSize.A4.label if PaperSize.A4 in SIZES[kind] else _("As chosen for receipts under Shop")
        sizes = [("", usual), *((size, _(size.label)) for size in SIZES[kind] if size is not PaperSize.A4)]
        fields.append(Field("size", _("Paper"), ChoiceBox(sizes)))
    if kind in COLUMNS:
        fields.append(Field("hidden", _("Columns printed"), ColumnTicks(COLUMNS[kind])))
    if kind in TERMS:
        fields.append(Field("terms", _("Terms at the end, one a line"), NoteEdit(lines=5)))
    return Form(*fields)


class PapersPage(QWidget):
    """The looks as forms at the left, a sample paper of the chosen kind at the right, drawn anew while one types."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk, self._edited = desk, False
        self._job: jobs.Job | None = None
        self._pages: Pages | None = None
        self.form = Form(
            Field("accent", _("Colour of titles, rules and totals"), ColourEdit()),
            Field("header", _("A line more under the shop's address"), TextEdit(longest=120)),
            Field("footer", _("A line at the foot of each page"), TextEdit(longest=120)),
        )
        self.kind_forms = {kind: _kind_form(kind) for kind in _KINDS}
        self.kinds = TabStrip([(kind.value, label(kind)) for kind in _KINDS])
        self._stack = QStackedWidget()
        for form in (self.form, *self.kind_forms.values()):
            form.edited.connect(self._mark_edited)
        for kind, form in self.kind_forms.items():
            self._stack.addWidget(form)
            if kind in SIZES:
                form.editor("size").activated.connect(lambda place: self._mark_edited())
        self.kinds.chosen.connect(self._show_kind)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.draw)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self._save = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_papers")
        left = Panel(_("Papers"), self._save)
        left.setFixedWidth(_FORM_WIDTH)
        hint = _("Logo and name come from Shop. What was signed or printed before keeps the look it had.")
        inside = column(Text(hint, "dim", wrap=True), self.form, self.kinds, self._stack, "stretch")
        left.body.addWidget(scrolled(inside))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.trouble = Text("", "dim", wrap=True)
        right = Panel(_("Sample"), flush=False)
        right.body.addWidget(self.trouble)
        right.body.addWidget(self._area, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        box.addWidget(left)
        box.addWidget(right, 1)

    @property
    def kind(self) -> PaperKind:
        """The kind of paper in sight."""
        return PaperKind(self.kinds.selected)

    def _show(self) -> None:
        now = looks()
        self.form.set_values({"accent": now.accent, "header": now.header, "footer": now.footer})
        for kind, form in self.kind_forms.items():
            own = now.of(kind)
            values: dict[str, Any] = {"size": own.size, "hidden": own.hidden, "terms": own.terms}
            form.set_values({name: value for name, value in values.items() if name in form.values()})
        self._edited = False
        self._save.setEnabled(False)
        if self.isVisible():
            self.draw()

    def _show_kind(self, key: str) -> None:
        self._stack.setCurrentWidget(self.kind_forms[PaperKind(key)])
        self.draw()

    def _mark_edited(self) -> None:
        self._edited = True
        self._save.setEnabled(True)
        self._pause.start()

    def wanted(self) -> PaperLooks:
        """The looks as they stand in the forms."""
        kinds = {kind.value: KindLook(**form.values()) for kind, form in self.kind_forms.items()}
        return replace(looks(), **self.form.values(), kinds={**looks().kinds, **kinds})

    def draw(self) -> None:
        """Draw the sample as the forms would have it, beside the screen's thread."""
        if self._job is not None:
            self._job.cancel()
        actor, wanted, kind = self._desk.session.actor, self.wanted(), self.kind

        def sample(work: jobs.Work) -> bytes:
            from reports import prints

            return prints.look_sample(actor, wanted, kind)

        self._job = jobs.run(sample, self._show_sample, self._say_trouble, cleanup=store.close_connection, owner=self)

    def _show_sample(self, pdf: bytes) -> None:
        self.trouble.hide()
        if not self.isVisible():
            return
        before, self._pages = self._pages, Pages(pdf)
        sheets = Sheets(self._pages)
        widest = max(size.width() for size in self._pages.sizes)
        sheets.set_zoom(min((self._area.viewport().width() - 40) / widest, 1.4))
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(sheets)
        if before is not None:
            before.close()
        QTimer.singleShot(0, sheets, partial(self._area.verticalScrollBar().setValue, place))
        self.form.clear_errors()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the sample's document is let go."""
        super().hideEvent(event)
        sheets = self._area.takeWidget()
        if sheets is not None and self._pages is not None:
            sheets.deleteLater()
            self._pages.close()
            self._pages = None

    def _say_trouble(self, problem: Exception) -> None:
        if isinstance(problem, RuleError):
            self.trouble.setText(i18n.say(problem))
            self.trouble.show()
        elif isinstance(problem, FrontdeskError):
            notices.error(problem)
        else:
            raise problem

    def refresh(self, changes: Changes | None) -> None:
        """Show the looks as they are, unless somebody is changing them here."""
        if not self._edited and (changes is None or changes.touches("shop")):
            self._show()

    def save(self) -> None:
        """Keep what was chosen; an error stands at its field."""
        if not self._edited:
            return
        try:
            change_paper_looks(self._desk.session.actor, self.wanted())
        except RuleError as error:
            self._show_error(error)
            return
        self._show()
        notices.tell(_("Saved"))

    def _show_error(self, error: RuleError) -> None:
        place = (error.field or "").split(".")
        if place[0] != "kinds" or len(place) != 3:
            self.form.show_error(error)
            return
        self.kinds.select(place[1])
        self._show_kind(place[1])
        own = type(error)(error.template, field=place[2], **error.parameters)
        self.kind_forms[PaperKind(place[1])].show_error(own)
