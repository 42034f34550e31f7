"""A customer's file: who they are, what comes next, and everything that happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.customers import file_lists, lists
from models.customers.actions import Personal, leave, reveal_personal
from models.customers.kinds import RegisterKind
from models.customers.linked import resolved
from models.customers.lists import CustomerFile
from models.followup import lists as follow_up
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _
from models.kernel.permissions import Actor, Permission
from models.papers import lists as papers
from models.sales import lists as sales
from models.sales.quote_actions import QuoteForm, start_quote
from models.test_drives.lists import drives_of
from ui.customers import contact, edit_file, goods, needs, next_step, people, sections, tasks_section
from ui.customers.attachments import Attachments
from ui.customers.care_bands import Merge, care_bands
from ui.customers.contact import ContactEntry
from ui.customers.details import details
from ui.customers.drafts import kept
from ui.customers.edit_file import EditFile
from ui.customers.entry import Entry
from ui.customers.file_menu import FileMenu
from ui.customers.goods import GoodsEntry, GoodsSection
from ui.customers.grade import ask_grade, proposals_of, proposals_to_decide
from ui.customers.head import HeadActions, RecordHead, short_button
from ui.customers.history import History, history
from ui.customers.needs import NeedsEntry, NeedsSection
from ui.customers.people import PeopleSection, PersonEntry
from ui.customers.timeline import Timeline, events
from ui.customers.wording import called
from ui.kit import notices, theme
from ui.kit.dialogs import FormDialog
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, Line, Panel, TabStrip, Text, clear, column, fill, row, scrolled

_NARROW, _LOW = 640, 520
_WIDE, _FEW = 4, 2

Start = Callable[..., None]


class CustomerRecord(Panel):
    """The file shown at the right. ``open_record(kind, id, called)`` leads on to another record, from this name, and
    ``merge`` to two files side by side.
    """

    def __init__(
        self, actor: Callable[[], Actor], open_record: Callable[[str, int, str], object], merge: Merge
    ) -> None:
        super().__init__(flush=True)
        self._actor, self._open, self._merge = actor, open_record, merge
        self.customer_id = 0
        self._shown_narrow = False
        self._personal: Personal | None = None
        self.entry: Entry | None = None
        self._head_box, self._step_box = QVBoxLayout(), QVBoxLayout()
        self._facts_box, self._section_box = QGridLayout(), QVBoxLayout()
        self._facts_box.setSpacing(0)
        self._section_box.setContentsMargins(theme.INSIDE, 0, theme.INSIDE, theme.INSIDE)
        self.strip = TabStrip()
        self.strip.chosen.connect(lambda key: self._choose_section())
        strip = QHBoxLayout()
        strip.setContentsMargins(8, 4, 8, 0)
        strip.addWidget(self.strip)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        fill(box, self._facts_box, Line(), strip, self._section_box, "stretch")
        self._area = scrolled(content)
        fill(self.body, self._head_box, self._step_box, self._area)
        self.body.setStretch(2, 1)

    def show_file(self, customer_id: int) -> None:
        """Show a customer. What was revealed of the one before is hidden again, what was typed is kept (C11)."""
        if customer_id != self.customer_id:
            self._personal = None
            self._close_entry()
            self.strip.select("timeline")
        self.customer_id = customer_id
        self.refresh()
        self._area.verticalScrollBar().setValue(0)

    def show_kept(self) -> None:
        """Read the file anew; one merged into another meanwhile gives way to that."""
        kept_id = resolved(self.customer_id)
        if kept_id == self.customer_id:
            self.refresh()
        else:
            self.show_file(kept_id)

    def refresh(self) -> None:
        """Read the file anew; an open form stays as it is."""
        actor = self._actor()
        self._file = self._read(actor)
        self._quotes = sales.quotes_of(self.customer_id)
        self._contracts = sales.contracts_of(self.customer_id)
        self._goods = file_lists.goods(self.customer_id)
        self._tasks = follow_up.of_customer(actor, self.customer_id)
        self._shown_narrow = self.narrow
        clear(self._head_box)
        self._head_box.addWidget(RecordHead(self._file, self._head_actions(actor), narrow=self.narrow))
        if self.entry is None:
            self._show_step()
        self._show_facts()
        self.strip.set_items(self._sections())
        self._show_section()

    @property
    def narrow(self) -> bool:
        """Whether there is little room beside the list."""
        return self.width() < _NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.customer_id and self._shown_narrow != self.narrow:
            self.refresh()

    @property
    def name(self) -> str:
        """What to call the customer shown."""
        return called(self._file.name, self._file.form_of_address)

    def reveal(self) -> None:
        """Show the personal values until another file is opened; that they were seen is on record (C11)."""
        answer = self._do(lambda: reveal_personal(self._actor(), self.customer_id).answer)
        if isinstance(answer, Personal):
            self._personal = answer
            self.refresh()

    def start_contact(self, kind: RegisterKind, typed: dict[str, Any] | None = None) -> None:
        """Offer a new line of the register."""
        self._start(ContactEntry(self._actor(), self.customer_id, kind, typed), self.start_contact, kind)

    def start_edit(self, typed: dict[str, Any] | None = None) -> None:
        """Change the file."""
        entry = self._do(lambda: EditFile(self._actor(), self.customer_id, typed, self._merge))
        if isinstance(entry, EditFile):
            self._start(entry, self.start_edit)

    def make_quote(self) -> None:
        """Begin a quote for this customer and go to it (S1)."""
        form = QuoteForm(needs=self._file.needs or self._file.wish)
        changes = self._do(lambda: start_quote(self._actor(), self.customer_id, form))
        if changes is not None:
            self.open_record("quote", changes.id)

    def open_record(self, kind: str, record_id: int) -> None:
        """Go to a quote, contract or payment, with the way back."""
        self._open(kind, record_id, self.name)

    def _do(self, action: Callable[[], Any]) -> Any:
        """What an action gives; None where it was refused, which is said."""
        try:
            return action()
        except FrontdeskError as error:
            notices.error(error)
            return None

    def _read(self, actor: Actor) -> CustomerFile:
        file = lists.customer_file(actor, self.customer_id)
        if self._personal is None:
            return file
        shown = self._personal
        return replace(file, phones=shown.phones, address=shown.address, id_number=shown.id_number, masked=False)

    def _head_actions(self, actor: Actor) -> HeadActions:
        may_reveal = self._file.masked and actor.may(Permission.REVEAL_PERSONAL)
        may_register = actor.may(Permission.REGISTER)
        return HeadActions(
            self.reveal if may_reveal else None,
            (lambda: self.start_contact(RegisterKind.VISIT)) if may_register else None,
            self.start_edit if actor.may(Permission.EDIT_FILE) else None,
            FileMenu(self, actor, self._file, self._merge, self.open_record).build,
        )

    def _show_step(self) -> None:
        clear(self._step_box)
        actor = self._actor()
        may_quote = actor.may(Permission.QUOTE)
        step = next_step.next_step(
            self._file, self._quotes, self._contracts, drives_of(self.customer_id), may_quote=may_quote
        )
        doing: dict[str, Callable[[], object]] = {next_step.CALL: self._call, next_step.QUOTE: self.make_quote}
        do = doing.get(step.do, lambda: self.open_record(step.do, step.record_id))
        buttons = []
        if step.do != next_step.CALL or actor.may(Permission.REGISTER):
            buttons.append(Button(step.button, do, kind="primary", icon=step.icon, key="F4", name="next_step"))
        if step.do != next_step.CALL and actor.may(Permission.REGISTER):
            words = _("Record call")
            buttons.append(
                short_button(words, self._call, icon="phone-outline", key="F5", name="record_call", narrow=self.narrow)
            )
        band = Band(step.tone, step.text, *buttons, lead=_("Next:"), icon="arrow-right-circle")
        asked = [*care_bands(self, actor, self._file, self._merge), *proposals_to_decide(self, actor, self._file)]
        fill(self._step_box, band, *asked, *self._unfinished(actor))

    def _call(self) -> None:
        self.start_contact(RegisterKind.CALL)

    def _unfinished(self, actor: Actor) -> list[QWidget]:
        """A line for what this person began here and did not save."""
        began: list[tuple[str, str, Callable[[], object]]] = [
            (edit_file.draft_key(self.customer_id), _("You were changing this file."), self.start_edit),
            (contact.draft_key(RegisterKind.CALL, self.customer_id), _("You were recording a call."), self._call),
            (
                contact.draft_key(RegisterKind.VISIT, self.customer_id),
                _("You were recording a visit."),
                lambda: self.start_contact(RegisterKind.VISIT),
            ),
            (needs.draft_key(self.customer_id, 0), _("You were asking what they need."), self._ask_needs),
            (
                goods.draft_key(self.customer_id, 0),
                _("You were adding a vehicle or goods."),
                partial(self._open_entry, GoodsEntry),
            ),
            (
                people.draft_key(self.customer_id, 0),
                _("You were adding a contact person."),
                partial(self._open_entry, PersonEntry),
            ),
        ]
        return [
            Band("neutral", text, Button(_("Continue"), go_on, name="go_on"), icon="pencil-outline")
            for key, text, go_on in began
            if kept(actor, key)
        ]

    def _ask_needs(self) -> None:
        asked = file_lists.needs(self.customer_id)
        self._open_entry(NeedsEntry, before=asked[0] if asked else None)

    def _open_entry(self, kind: Callable[..., Entry], *, typed: dict[str, Any] | None = None, **about: Any) -> None:
        """Show the form of a part of the file."""
        entry = kind(self._actor(), self.customer_id, typed=typed, **about)
        self._start(entry, partial(self._open_entry, kind, **about))

    def _start(self, entry: Entry, again: Start, *what: RegisterKind) -> None:
        self._close_entry()
        clear(self._step_box)
        self.entry = entry
        self._step_box.addWidget(entry)
        low = self.height() < _LOW
        self._area.setVisible(not entry.whole and not low)
        if not entry.whole:
            fill(self._step_box, Line(), *(["stretch"] if low else []))
        entry.form.focus()
        entry.saved.connect(lambda customer_id: self._saved())
        customer_id = self.customer_id

        def bring_back(typed: dict[str, Any]) -> None:
            self.show_file(customer_id)
            again(*what, typed=typed)

        entry.left.connect(lambda typed: self._left(typed, lambda: bring_back(typed)))

    def _saved(self) -> None:
        self._close_entry()
        self.refresh()
        notices.tell(_("Saved."))

    def _left(self, typed: dict[str, Any], bring_back: Callable[[], object]) -> None:
        self._close_entry()
        self.refresh()
        if typed:
            notices.tell(_("Not saved."), "neutral", undo=(_("Bring back what was typed"), bring_back))

    def _close_entry(self) -> None:
        if self.entry is not None:
            self.entry.keeper.keep_now()
            clear(self._step_box)
            self.entry = None
            self._area.show()

    def _facts(self) -> list[sections.Cell]:
        return sections.facts(self._file, self._goods, self._quotes, self._contracts, tasks_section.glance(self._tasks))

    def _show_facts(self) -> None:
        """The cells beside each other; where there is little room two in a line, each with its first lines."""
        clear(self._facts_box)
        columns = 2 if self.narrow else _WIDE
        for number, (title, lines) in enumerate(self._facts()):
            told = [(text, tone) for text, tone in lines if text]
            if self.narrow:
                said = [Text(text, elide=True, tone=tone) for text, tone in told[:_FEW]]
            else:
                said = [Text(text, wrap=True, tone=tone) for text, tone in told]
            words = column(Text(title, "second"), *said, "stretch", gap=3, margins=(theme.INSIDE, 10, theme.GAP, 10))
            place = number % columns
            self._facts_box.addWidget(row(*([Line(upright=True)] if place else []), words), number // columns, place)
        shown = min(columns, self._facts_box.count())
        for place in range(_WIDE):
            width = 3 if place < shown - 2 else 2
            self._facts_box.setColumnStretch(place, width if place < shown else 0)

    def _sections(self) -> list[tuple[str, str]]:
        belonging = len(file_lists.people(self._actor(), self.customer_id))
        belonging += len(file_lists.relations(self.customer_id))
        counted = {
            "tasks": (_("Follow-up"), len(self._tasks.open)),
            "needs": (_("Needs"), len(file_lists.needs(self.customer_id))),
            "goods": (_("Owned goods"), len(self._goods)),
            "people": (_("People"), belonging),
            "quotes": (_("Quotes"), len(self._quotes)),
            "contracts": (_("Contracts"), len(self._contracts)),
            "attachments": (_("Photos and scans"), len(papers.attachments("customer", self.customer_id))),
        }
        texts = [(key, f"{text} {count}" if count else text) for key, (text, count) in counted.items()]
        return [("timeline", _("Timeline")), ("details", _("Details")), *texts, ("history", _("History"))]

    def _choose_section(self) -> None:
        self._show_section()
        if self.height() < _LOW:
            QTimer.singleShot(0, lambda: self._area.verticalScrollBar().setValue(self.strip.y()))

    def _show_section(self) -> None:
        clear(self._section_box)
        self._section_box.addWidget(self._section(self.strip.selected), 0, Qt.AlignmentFlag.AlignTop)

    def _section(self, key: str) -> QWidget:
        actor = self._actor()
        may_edit = actor.may(Permission.EDIT_FILE)
        if key == "details":
            grade = partial(ask_grade, self, actor, self._file) if may_edit else None
            return details(self._file, 2 if self.narrow else 3, proposals_of(actor, self.customer_id), grade)
        if key == "tasks":
            return tasks_section.TasksSection(actor, self.customer_id, self.open_record, self)
        if key == "needs":
            return NeedsSection(self.customer_id, self._open_entry, may_edit=may_edit)
        if key == "goods":
            columns = 1 if self.narrow else 2
            return GoodsSection(actor, self.customer_id, self._open_entry, columns=columns, may_edit=may_edit)
        if key == "people":
            shown = self._personal.people_phones if self._personal else {}
            return PeopleSection(
                *(actor, self._file, self._open_entry, self.open_record), shown=shown, may_edit=may_edit
            )
        if key == "quotes":
            make = Button(_("Make a quote"), self.make_quote, icon="file-document-edit-outline", name="make_quote")
            make.setEnabled(actor.may(Permission.QUOTE))
            return sections.quotes_section(self._quotes, self.open_record, make)
        if key == "contracts":
            return sections.contracts_section(self._contracts, self.open_record)
        if key == "attachments":
            return Attachments(actor, self.customer_id, may_add=actor.may(Permission.REGISTER))
        if key == "history":
            return History(history(actor, self.customer_id))
        return Timeline(events(self._actor(), self._file, self._quotes, self._contracts), self.open_record, self._leave)

    def _leave(self, line_id: int) -> None:
        """Close a visit that is under way (C2)."""
        FormDialog(
            self,
            _("The visitor has left"),
            [Field("result", _("What came of it"), TextEdit())],
            lambda values: leave(self._actor(), line_id, values["result"]),
            _("Save"),
        ).open()
