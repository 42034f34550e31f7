"""A customer comes in: a number key for what reception sees, Enter for the answer; a file that is found proposes it."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent

from models.customers import lists as customers
from models.customers.kinds import FormOfAddress
from models.customers.lists import CustomerRow
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.rotation.files import Proposal, proposal
from models.rotation.kinds import ArrivalKind, Presence
from models.rotation.reception_actions import ArrivalForm, arrive
from ui.kit.editors import EnterFilter, PhoneEdit, TextEdit, Tick
from ui.kit.widgets import Button, Panel, Text, row
from ui.showroom.answer import AnswerBand
from ui.showroom.choice import NumberChoice
from ui.showroom.floor import Floor
from ui.showroom.found_file import FindVisitor, FoundFile, same_phone
from ui.showroom.wording import ARRIVALS, arrival

_NEEDS_WHO = (ArrivalKind.ASKS_FOR, ArrivalKind.PHONED_ASKS_FOR, ArrivalKind.RECOGNISED)
_MAY_BE_UNKNOWN = (ArrivalKind.NEW, ArrivalKind.ASKS_FOR, ArrivalKind.PHONED_ASKS_FOR, ArrivalKind.REFERRAL)
_MAY_WAIT = (ArrivalKind.RETURNING, ArrivalKind.ASKS_FOR, ArrivalKind.PHONED_ASKS_FOR)
_SOURCES = {ArrivalKind.PHONED_ASKS_FOR: "phone", ArrivalKind.REFERRAL: "referral"}
_WIDE, _IN_WIDE_ROW, _IN_ROW = 800, 8, 5


class ArrivalPanel(Panel):
    """Who comes in, and the answer."""

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self._floor, self._token = floor, uuid4().hex
        self.file: CustomerRow | None = None
        self.sent_by: CustomerRow | None = None
        self._proposal: Proposal | None = None
        self._others: set[int] = set()
        self.finder = FindVisitor(floor)
        self.finder.setMaximumWidth(300)
        self.finder.chosen.connect(self._found)
        icons = [(kind, arrival(kind), icon) for kind, (_text, icon) in ARRIVALS.items()]
        self.kinds = NumberChoice(icons)
        self.kinds.edited.connect(self._kind_chosen)
        self.who = NumberChoice(columns=_IN_ROW)
        self.who.edited.connect(self._show_details)
        for choice in (self.kinds, self.who):
            choice.entered.connect(self.record)
            choice.left.connect(self.clear)
        self._make_details()
        self.answer = AnswerBand(floor)
        head = row(
            Text(_("Customer arrives"), "title"),
            Text(_("a number key, then Enter"), "dim", elide=True),
            self.finder,
        )
        head.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self.found = FoundFile(floor, self._somebody_else)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.add(head, self.kinds, self.found, self._who_row, self._more_row, self.answer)
        self.setFocusProxy(self.kinds)
        floor.changed.connect(self.show_floor)
        floor.refused.connect(self._go_to)
        self.clear()
        self.show_floor()

    def _make_details(self) -> None:
        self._who_words = Text("", "dim")
        self._who_row = row(self._who_words, self.who, "stretch")
        self.name, self.phone = TextEdit(_("Name, optional"), 60), PhoneEdit(_("Phone, optional"))
        self.name.setObjectName("new_name")
        self.phone.setObjectName("new_phone")
        self._enter = EnterFilter(self.record, self)
        for line in (self.name, self.phone):
            line.setMaximumWidth(170)
            line.installEventFilter(self._enter)
        forms = [(each, label(each)) for each in FormOfAddress if each is not FormOfAddress.NONE]
        self.form_of_address = NumberChoice(forms)
        self.form_of_address.entered.connect(self.record)
        self.asked = Tick(_("Asks for the consultant"))
        self.household = Tick(_("Family or colleague of theirs"))
        self.waits = Tick(_("Rather waits for them"))
        self._hint = Text("", "dim", elide=True)
        self.record_button = Button(_("Record"), self.record, kind="primary", hint="Enter", name="record")
        self._new_fields = row(self.name, self.phone, self.form_of_address)
        more = row()
        box = more.layout()
        assert box is not None
        for each in (self._new_fields, self.asked, self.household, self.waits, self._hint, self.record_button):
            box.addWidget(each)
        box.setStretch(4, 1)  # type: ignore[attr-defined]
        self._more_row = more

    @property
    def kind(self) -> ArrivalKind | None:
        """What was chosen."""
        return self.kinds.value()

    def choose(self, kind: ArrivalKind) -> None:
        """Choose a kind as its key does."""
        self.kinds.set_value(kind)
        self._kind_chosen()

    def show_floor(self) -> None:
        """Follow the board: who may be named, and whether anything may be recorded."""
        may = self._floor.may_receive and not self._floor.board.is_closed
        self.kinds.setEnabled(may)
        self.finder.setEnabled(may)
        self.who.set_choices(self._floor.people())
        self._show_details()

    def record(self) -> None:
        """Write the arrival down and say who receives; a phone that is on file already is shown first."""
        if self.kind is None:
            return
        unknown = self._new_fields.isVisibleTo(self)
        known = same_phone(self._floor, self.phone.value(), self._others) if unknown else None
        if known is not None:
            self._comes(known)
            return
        if self._floor.attempt(arrive, self._form(self.kind, unknown)):
            self.clear()
            self.kinds.setFocus()

    def _form(self, kind: ArrivalKind, unknown: bool) -> ArrivalForm:
        def ticked(tick: Tick) -> bool:
            return bool(tick.value()) and tick.isVisibleTo(self)

        comes = self.file if kind is not ArrivalKind.VISITOR else None
        return ArrivalForm(
            kind=kind,
            customer_id=comes.id if comes else None,
            sent_by_id=self.sent_by.id if self.sent_by and kind is ArrivalKind.REFERRAL else None,
            who=self.who.value() if self._who_row.isVisibleTo(self) else None,
            name=self.name.value() if unknown else "",
            form_of_address=(self.form_of_address.value() or FormOfAddress.NONE) if unknown else FormOfAddress.NONE,
            phone=self.phone.value() if unknown else "",
            source=_SOURCES.get(kind, "walk_in"),
            asked=ticked(self.asked),
            waits=ticked(self.waits),
            household=ticked(self.household),
            token=self._token,
        )

    def clear(self) -> None:
        """Begin anew; nothing is chosen."""
        self._token = uuid4().hex
        self.file = self.sent_by = self._proposal = None
        self._others = set()
        for choice in (self.kinds, self.who, self.form_of_address):
            choice.set_value(None)
        for edit in (self.name, self.phone):
            edit.clear()
        for tick in (self.asked, self.household, self.waits):
            tick.set_value(False)
        self._show_file()
        self._show_details()
        if self.isVisible():
            self.kinds.setFocus()

    def _somebody_else(self) -> None:
        """Whoever was found is not who comes: what was typed stays."""
        typed = bool(self.phone.value() or self.name.value())
        self._others |= {each.id for each in (self.file, self.sent_by) if each}
        if not typed:
            self.clear()
            return
        self.file = self.sent_by = self._proposal = None
        self.kinds.set_value(ArrivalKind.NEW)
        self._kind_chosen()
        self.kinds.setFocus()

    def _kind_chosen(self) -> None:
        kind, told = self.kind, self._proposal
        if kind is ArrivalKind.REFERRAL and self.sent_by is None and self.file is not None:
            self.file, self.sent_by = None, self.file
        elif kind is not ArrivalKind.REFERRAL and self.file is None:
            self.file, self.sent_by = self.sent_by, None
        if kind in (ArrivalKind.RECOGNISED, ArrivalKind.PHONED_ASKS_FOR) and told and self.who.value() is None:
            self.who.set_value(told.owner_id)
        self._show_file()
        self._show_details()
        if kind in _NEEDS_WHO and self.who.value() is None:
            self.who.setFocus()

    def _show_file(self) -> None:
        """The file found, whose it is, and what that makes of the visit."""
        told = self._proposal
        sends = self.sent_by is not None and told is not None and told.kind is not ArrivalKind.REFERRAL
        self.found.show_file(self.sent_by if sends else self.file, told, sends=sends)

    def _show_details(self) -> None:
        """Ask only what this kind needs."""
        kind, told = self.kind, self._proposal
        self._more_row.setVisible(kind is not None)
        self._who_row.setVisible(kind in _NEEDS_WHO)
        self._who_words.setText(_("Who recognises them?") if kind is ArrivalKind.RECOGNISED else _("For whom?"))
        self._new_fields.setVisible(kind in _MAY_BE_UNKNOWN and self.file is None)
        self.asked.setVisible(self.sent_by is not None and told is not None and told.kind is not ArrivalKind.NEW)
        self.household.setVisible(kind is ArrivalKind.RETURNING and told is not None and told.household is None)
        busy = self._busy()
        self.waits.setVisible(bool(busy))
        self._hint.setText(busy or self._needed())

    def _needed(self) -> str:
        if self.file is not None or self.sent_by is not None:
            return ""
        if self.kind is ArrivalKind.RETURNING:
            return _("Find the file by phone or name (F3); without one they count as new.")
        if self.kind is ArrivalKind.RECOGNISED:
            return _("Find the file by phone or name (F3); without one the claim is false.")
        if self.kind is ArrivalKind.REFERRAL:
            return _("Find who sent them (F3).")
        return ""

    def _busy(self) -> str:
        """Says that whom the customer wants is receiving just now, or nothing."""
        wanted = self.who.value()
        if self.kind is ArrivalKind.RETURNING and self._proposal is not None:
            wanted = self._proposal.owner_id
        card = self._floor.card(wanted) if wanted and self.kind in _MAY_WAIT else None
        if card is None or card.presence is not Presence.RECEIVING:
            return ""
        return _("{name} is receiving.").format(name=card.name)

    def _found(self, kind: str, record_id: int) -> None:
        if kind == "new":
            self._begin_file(self.finder.typed.strip())
            return
        told = proposal(record_id, self._floor.board.policy)
        if self.kind is ArrivalKind.REFERRAL and told.kind is not ArrivalKind.REFERRAL:
            self.file, self.sent_by, self._proposal = None, self._row(record_id), told
            self.kinds.setFocus()
            self._kind_chosen()
        else:
            self._comes(record_id)

    def _comes(self, record_id: int) -> None:
        """Whose file this is comes in; what the file says is proposed, unless it says nothing against a referral."""
        told, self.file = proposal(record_id, self._floor.board.policy), self._row(record_id)
        if self.sent_by is None or told.kind is not ArrivalKind.NEW:
            self._proposal, self.sent_by = told, None
            if self.kind is not ArrivalKind.RECOGNISED:
                self.kinds.set_value(told.kind)
        if self.kind is ArrivalKind.REFERRAL and told.sent_by is not None:
            self.sent_by = self._row(told.sent_by)
            self.asked.set_value(True)
        self.kinds.setFocus()
        self._kind_chosen()

    def _row(self, record_id: int) -> CustomerRow:
        (found,) = customers.rows(self._floor.actor, [record_id])
        return found

    def _begin_file(self, typed: str) -> None:
        """What was typed is nobody's yet: the rest is asked, and may stay empty."""
        self.file = self.sent_by = self._proposal = None
        if self.kind not in _MAY_BE_UNKNOWN:
            self.kinds.set_value(ArrivalKind.NEW)
        self._kind_chosen()
        is_phone = any(each.isdigit() for each in typed)
        (self.phone if is_phone else self.name).set_value(typed)
        (self.name if is_phone else self.phone).setFocus()

    def _go_to(self, error: FrontdeskError) -> None:
        """Put the keys where the error is."""
        where = {"who": self.who, "phone": self.phone, "phones": self.phone, "name": self.name}.get(error.field or "")
        if where is not None and where.isVisible():
            where.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.who.set_columns(_IN_WIDE_ROW if self.width() >= _WIDE else _IN_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
