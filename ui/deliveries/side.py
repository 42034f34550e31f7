"""What stands beside the checklist: when, where and by whom, goods, release, signatures, calls, history."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from models.delivery.checklist_actions import compare_unit
from models.delivery.kinds import NoteDecision
from models.delivery.states import DONE_STATES, LIVE_STATES
from models.delivery.views import DefectView, DeliveryView, NoteView, UnitView
from models.followup import lists as follow_up
from models.kernel import i18n
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.money import quantity_text
from models.kernel.permissions import Permission
from models.sales.exception_lists import exception_rows
from ui.deliveries import asking, wording
from ui.kit import wording as kit
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Button, Chip, FactGrid, Glyph, Panel, Text, clear, column, flowing, row

if TYPE_CHECKING:
    from ui.deliveries.delivery_page import DeliveryPage

_NOTE_TONES = {NoteDecision.OPEN: "warn", NoteDecision.GRANTED: "ok", NoteDecision.RETURNED: "bad"}
_EVENTS = 8


class SidePanel(Panel):
    """A panel with a dim title and rows that are made anew."""

    def __init__(self, page: DeliveryPage, title: str) -> None:
        super().__init__()
        self.page = page
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.add(Text(title, "dim"))
        self.body.addLayout(self.rows)

    def show_delivery(self, view: DeliveryView) -> None:
        """Show what the delivery says of it."""
        raise NotImplementedError


class FactsPanel(SidePanel):
    """When, where, by whom."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Appointment"))
        self._facts = FactGrid(columns=2)
        self.body.insertWidget(1, self._facts)
        self.contract = Button("", page.open_contract, kind="link", icon="file-sign", name="contract")
        self.body.insertWidget(1, row(self.contract, "stretch"))

    def show_delivery(self, view: DeliveryView) -> None:
        entry = view.entry
        when = wording.span(entry.starts_at, entry.ends_at)
        facts = [
            (_("Appointed time"), when, "bad" if entry.late else ""),
            (_("Where"), wording.where(entry, view.place)),
            (_("Sales consultant"), entry.consultant),
            (_("Service advisor"), entry.advisor),
            (_("Phone"), view.phone),
            (_("Checklist"), f"{entry.name} v{view.template_no}" if view.template_no else entry.name),
        ]
        self._facts.set_facts(facts)
        self.contract.say(_("Contract {number}").format(number=entry.contract_number))
        clear(self.rows)
        for name, words in ((_("To bring"), view.bring), (_("Note"), view.note)):
            if words:
                self.rows.addWidget(column(Text(name, "fine"), Text(words, wrap=True), gap=2))


class GoodsPanel(SidePanel):
    """What is handed over; the number at the goods is typed or scanned and compared with the reserved one (D3)."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("What is handed over"))
        self.typed = TextEdit(_("Type or scan the number at the goods"), longest=60)
        self.typed.setObjectName("serial")
        self.typed.returnPressed.connect(self.compare)
        self.field = Field("serial", _("VIN or serial number at the goods"), self.typed)
        self.add(self.field)

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        for line in view.lines:
            quantity = " ".join(part for part in (quantity_text(line.quantity), line.unit) if part)
            self.rows.addWidget(row(Text(line.name, wrap=True), "stretch", Text(quantity, "dim")))
        for unit in view.units:
            self.rows.addWidget(_unit(unit))
        live = view.entry.state in LIVE_STATES and view.may_prepare
        self.field.setVisible(live and any(unit.compared_at is None for unit in view.units))

    def compare(self) -> None:
        """Compare what was typed; what does not match is said at the field."""
        try:
            compare_unit(self.page.actor, self.page.delivery_id, self.typed.value())
        except FrontdeskError as error:
            self.field.say_wrong(i18n.say(error))
        else:
            self.typed.set_value("")


def _unit(unit: UnitView) -> Panel:
    at = unit.compared_at
    said = _("compared {moment}, {name}").format(moment=kit.moment(at), name=unit.compared_by) if at else ""
    chip = Chip(_("compared"), "ok") if at else Chip(_("to compare"), "warn")
    holder = Panel()
    holder.body.setContentsMargins(10, 8, 10, 8)
    number = Text(unit.serial, "bold")
    number.setToolTip(said)
    holder.add(column(Text(unit.name, "fine", wrap=True), row(number, "stretch", chip), gap=2))
    return holder


class ReleasePanel(SidePanel):
    """The dispatch note: asked for, approved, returned (D3)."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Dispatch note"))
        self.ask = Button(
            _("Ask for the dispatch note"), page.ask_release, icon="truck-outline", name="ask_release_side"
        )
        self.take_back = Button(_("Take back…"), self._take_back, kind="link", name="take_back")
        self.add(flowing(self.ask, self.take_back))

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        notes = [*([view.dispatch] if view.dispatch else []), *view.returned_notes]
        for note in notes:
            self.rows.addWidget(column(*_note(note), gap=2))
        if not notes:
            self.rows.addWidget(Text(_("Not asked for yet."), "dim"))
        self.ask.setVisible(view.may_ask_release)
        granted = view.dispatch is not None and view.dispatch.decision is NoteDecision.GRANTED
        may = self.page.actor.may(Permission.APPROVE_DISPATCH)
        self.take_back.setVisible(granted and may and view.entry.state in LIVE_STATES)

    def _take_back(self) -> None:
        if self.page.view is not None:
            asking.ask_return(self.page, self.page.actor, self.page.view)


def _note(note: NoteView) -> list[Text]:
    asked = _("asked for by {name}, {moment}").format(name=note.asked_by, moment=kit.moment(note.asked_at))
    decided = kit.joined(note.decided_by, kit.moment(note.decided_at) if note.decided_at else "", note.reason)
    head = row(Text(note.number, "bold"), "stretch", Chip(label(note.decision), _NOTE_TONES[note.decision]))
    return [head, *(Text(words, "fine", wrap=True) for words in (asked, decided) if words)]  # type: ignore[list-item]


class DefectsPanel(SidePanel):
    """What is to be put right, by whom, until when (D5)."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Defects"))
        self.new = Button(_("Note a defect…"), page.ask_defect, icon="alert-outline", key="F10", name="new_defect")
        self.add(row(self.new, "stretch"))

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        for defect in view.defects:
            self.rows.addWidget(self._row(defect, view.may_prepare))
        if not view.defects:
            self.rows.addWidget(Text(_("None noted."), "dim"))
        self.new.setVisible(view.may_prepare)

    def _row(self, defect: DefectView, may: bool) -> Panel:
        holder = Panel()
        holder.body.setContentsMargins(10, 8, 10, 8)
        what = Text(kit.joined(defect.part, defect.what), wrap=True)
        if defect.mended_on:
            said = kit.joined(_("put right {day}").format(day=kit.day(defect.mended_on)), defect.mended)
            holder.add(column(what, Text(said, "fine", wrap=True), gap=2))
            return holder
        due, tone = kit.due(defect.due_on)
        buttons = []
        if defect.attachment_id:
            show = partial(self.page.show_file, defect.what, defect.attachment_id)
            buttons.append(Button(_("Photo"), show, kind="link", name=f"photo_{defect.id}"))
        if may:
            mend = partial(asking.ask_mended, self.page, self.page.actor, defect)
            buttons.append(Button(_("Put right…"), mend, kind="link", name=f"mend_{defect.id}"))
        holder.add(
            column(what, row(Chip(due, tone or "neutral"), Text(defect.staff, "fine"), "stretch", *buttons), gap=2)
        )
        return holder


class SignaturesPanel(SidePanel):
    """The customer's signatures, and filing the signed paper."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Signature of the customer"))
        self.sign = Button(_("Sign or file the signed paper…"), page.ask_signature, icon="draw-pen", name="sign_side")
        self.add(row(self.sign, "stretch"))

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        for each in view.signatures:
            show = partial(self.page.show_file, each.name, each.attachment_id)
            link = Button(each.name, show, kind="link", name=f"signature_{each.attachment_id}")
            said = kit.joined(label(each.how), each.taken_by, kit.moment(each.taken_at))
            self.rows.addWidget(column(row(link, "stretch"), Text(said, "fine", wrap=True), gap=0))
        if not view.signatures:
            self.rows.addWidget(Text(_("Not signed yet."), "dim"))
        may = self.page.actor.may(Permission.HAND_OVER)
        self.sign.setVisible(may and view.entry.state in (*LIVE_STATES, *DONE_STATES))


class RunPanel(SidePanel):
    """The run sheet by the minute (D5)."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Run sheet"))
        self.edit = Button(_("Edit…"), page.ask_run, icon="timetable", name="edit_run")
        self.add(row(self.edit, "stretch"))

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        for line in view.run:
            who = kit.joined(line.who, line.phone)
            at = Text(kit.time_of_day(line.at), "bold")
            at.setFixedWidth(46)
            self.rows.addWidget(row(at, column(Text(line.what, wrap=True), Text(who, "fine"), gap=0), gap=6))
        may = self.page.actor.may(Permission.PLAN_DELIVERY)
        self.edit.setVisible(may and view.entry.state in LIVE_STATES)
        self.setVisible(bool(view.run))


class CallsPanel(SidePanel):
    """What is still to be done for the customer: the calls after the hand-over among it (C8)."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Call-backs and tasks"))

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        tasks = follow_up.of_customer(self.page.actor, view.entry.customer_id).open
        for task in tasks:
            due, tone = kit.due_by(task.due_at)
            who = Text(task.whose or _("nobody's yet"), "fine")
            icon = Glyph("phone-outline", tone or "accent", 18)
            self.rows.addWidget(
                row(icon, column(Text(task.what, wrap=True), row(Chip(due, tone or "neutral"), who, "stretch"), gap=2))
            )
        self.setVisible(bool(tasks))


class ExceptionsPanel(SidePanel):
    """What went wrong with the order (S10), reachable from here."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("Order exceptions"))
        self.log = Button(
            _("Log an exception…"), page.ask_exception, icon="alert-octagon-outline", name="log_exception"
        )
        complain = Button(_("Open a complaint…"), self._complain, icon="alert-circle-outline", name="complain")
        self.add(flowing(self.log, complain))

    def _complain(self) -> None:
        self.page.open_record("complaint_for_delivery", self.page.delivery_id)

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        for each in exception_rows(list(view.exceptions)) if view.exceptions else ():
            go = partial(self.page.open_record, "exception", each.id)
            link = Button(each.number, go, kind="link", name=f"exception_{each.id}")
            state = Chip(_("Ended"), "ok") if each.ended_on else Chip(_("Not ended yet"), "warn")
            self.rows.addWidget(column(row(link, state, "stretch"), Text(each.what, "fine", elide=True)))
        self.log.setVisible(view.may_log_exception)


class HistoryPanel(SidePanel):
    """What happened, newest first."""

    def __init__(self, page: DeliveryPage) -> None:
        super().__init__(page, _("History"))
        self._all = False
        self.more = Button("", self._show_all, kind="link", name="whole_history")
        self.add(self.more)

    def show_delivery(self, view: DeliveryView) -> None:
        clear(self.rows)
        events = sorted(view.events, key=lambda each: each.at, reverse=True)
        for each in events if self._all else events[:_EVENTS]:
            said = kit.joined(each.text, each.staff, kit.moment(each.at))
            words = column(Text(wording.event(each), wrap=True), Text(said, "fine", wrap=True), gap=0)
            self.rows.addWidget(row(Glyph(wording.EVENT_ICONS[each.kind], "dim", 18), words, gap=8))
        self.more.say(_("Show all {count}").format(count=len(events)))
        self.more.setVisible(not self._all and len(events) > _EVENTS)

    def _show_all(self) -> None:
        self._all = True
        if self.page.view is not None:
            self.show_delivery(self.page.view)


PANELS = (
    FactsPanel,
    GoodsPanel,
    ReleasePanel,
    DefectsPanel,
    SignaturesPanel,
    CallsPanel,
    RunPanel,
    ExceptionsPanel,
    HistoryPanel,
)
