"""A delivery on its page: how far it is, what blocks it, its checklist to touch, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout

from models.delivery.checklist_actions import undo_item
from models.delivery.handing_actions import ask_release
from models.delivery.kinds import ItemState
from models.delivery.reading import delivery_view
from models.delivery.states import DeliveryAction, DeliveryState
from models.delivery.views import DeliveryView, ItemView
from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.trades.delivery_template import Evidence, Means
from ui.deliveries import asking, evidence, planning, side, steps, wording
from ui.deliveries.checklist import Checklist
from ui.kit import notices, papers
from ui.kit.desk import Crumb, Desk
from ui.kit.files import show_file
from ui.kit.menus import fresh_menu
from ui.kit.record_page import RecordHead, RecordLayout, RecordPage
from ui.kit.steps import StepBar
from ui.kit.widgets import Button, Chip, IconButton, Text, clear

_WAY = tuple(state for state in DeliveryState if state is not DeliveryState.CANCELLED)
_PAPERS = (
    (PaperKind.DELIVERY_CHECKLIST, "checklist"),
    (PaperKind.DISPATCH_NOTE, "dispatch"),
    (PaperKind.DELIVERY_CONFIRMATION, "confirmation"),
    (PaperKind.DEFECTS_LIST, "defects"),
    (PaperKind.RUN_SHEET, "run"),
)


class DeliveryPage(RecordPage):
    """One delivery. ``left`` is the way back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: DeliveryView | None = None
        self._low = False
        self.steps, self.checklist = StepBar(), Checklist()
        self._title = Text("", "title")
        self._customer = Button("", partial(self._open, "customer"), kind="link", name="customer")
        self._chips, self._buttons, self._band = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._band.setSpacing(8)
        self.checklist.done.connect(self._settle)
        self.checklist.waived.connect(self._waive)
        self.checklist.undone.connect(lambda item_id: self.act(undo_item, item_id))
        self.checklist.shown.connect(self._show_picture)
        self.checklist.section_chosen.connect(lambda number: self._bring_up(self.checklist.panel(number)))
        self.panels = {make: make(self) for make in side.PANELS}
        self._lay_out()

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        crumbs = (back, self._customer, Text("›", "dim"), self._title)
        head = RecordHead(crumbs, self._chips, Text(""), self._buttons, self.steps)
        self.parts = RecordLayout(self, head, self._band)
        self.parts.main.addWidget(self.checklist.chips)
        self.parts.main.addWidget(self.checklist)
        for panel in self.panels.values():
            self.parts.side.addWidget(panel)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def delivery_id(self) -> int:
        """The delivery on the page, 0 for none."""
        return self.view.entry.id if self.view else 0

    def show_delivery(self, delivery_id: int) -> None:
        """Show a delivery as it is stored."""
        view = self.view = delivery_view(self.actor, delivery_id)
        entry = view.entry
        self._customer.say(_short(entry.customer))
        self._title.setText(entry.number)
        clear(self._chips)
        self._chips.addWidget(Chip(*wording.state(entry)))
        place = _WAY.index(entry.state) if entry.state in _WAY else 0
        self.steps.show_steps([label(each) for each in _WAY], place + (entry.state is DeliveryState.CLOSED))
        self._show_buttons(view)
        self.checklist.show_sections(view.sections)
        clear(self._band)
        for band in steps.bands(self, view):
            self._band.addWidget(band)
        for panel in self.panels.values():
            panel.show_delivery(view)

    def take_focus(self) -> None:
        """Put the keys on the next step, else on the first open item, else on the page."""
        for place in range(self._band.count()):
            item = self._band.itemAt(place)
            band = item.widget() if item is not None else None
            if band is None:
                continue
            primary = [each for each in band.findChildren(Button) if each.kind == "primary" and each.isEnabled()]
            if primary:
                band.show()
                primary[0].setFocus()
                return
        for row in self.checklist.rows:
            if row.item.state is ItemState.OPEN and row.item.may_do:
                row.setFocus()
                return
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < steps.LOW
        self.checklist.chips.setVisible(not low)
        if low != self._low and self.view is not None:
            self._low = low
            self.show_delivery(self.delivery_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_focus()

    def refresh(self, what: Changes | None) -> None:
        """Show the delivery anew where something of it, its contract or its customer was touched."""
        if self.view is None:
            return
        focused = QApplication.focusWidget()
        staying = (self.checklist, self.panels[side.GoodsPanel])
        moves = focused is not None and self.isAncestorOf(focused)
        moves = moves and not any(part.isAncestorOf(focused) for part in staying if focused is not None)
        self.show_delivery(self.delivery_id)
        if moves:
            self.take_focus()

    def act(self, action: Callable[..., Any], *args: Any) -> bool:
        """Do a step; what is refused is told. Whether it went through."""
        return notices.attempt(action, self.actor, *args)

    def _show_buttons(self, view: DeliveryView) -> None:
        clear(self._buttons)
        if DeliveryAction.POSTPONE in view.actions:
            ask = partial(planning.ask_postponement, self, self.actor, view)
            self._buttons.addWidget(Button(_("Postpone…"), ask, icon="calendar-clock", key="F4", name="postpone"))
            self._buttons.addWidget(Button(_("More"), self.show_more, icon="dots-horizontal", key="F2", name="more"))
        if self.actor.may(Permission.PRINT):
            show = Button(_("Print"), self.show_papers, icon="printer-outline", key="Ctrl+P", name="print")
            self._buttons.addWidget(show)

    def show_more(self) -> None:
        """The menu of what is done more rarely: change place and people, cancel."""
        menu = fresh_menu(self)
        menu.addAction(_("Change…"), partial(self._ask, planning.ask_change)).setObjectName("change")
        menu.addAction(_("Cancel the delivery…"), partial(self._ask, asking.ask_cancel)).setObjectName("cancel")
        self._open_menu(menu, "more")

    def _open_menu(self, menu: QMenu, under: str) -> None:
        button = next(each for each in self.findChildren(Button, under) if each.isVisible())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def papers(self) -> list[tuple[PaperKind, str]]:
        """The papers this delivery has."""
        view = self.view
        if view is None:
            return []
        without = {
            PaperKind.DISPATCH_NOTE: view.dispatch is None,
            PaperKind.DEFECTS_LIST: not view.defects,
            PaperKind.RUN_SHEET: not view.run,
        }
        return [(kind, name) for kind, name in _PAPERS if not without.get(kind)]

    def show_papers(self) -> None:
        """Open the menu of papers; each is shown before it is printed."""
        menu = fresh_menu(self)
        for kind, name in self.papers():
            menu.addAction(label(kind), partial(papers.show_paper, self, self.actor, kind, self.delivery_id))
            menu.actions()[-1].setObjectName(name)
        self._open_menu(menu, "print")

    def _item(self, item_id: int) -> ItemView:
        assert self.view is not None
        return next(item for section in self.view.sections for item in section.items if item.id == item_id)

    def signing_items(self) -> set[int]:
        """The items that the customer's signature settles."""
        sections = self.view.sections if self.view else ()
        return {item.id for section in sections for item in section.items if item.evidence is Evidence.SIGNATURE}

    def _settle(self, item_id: int) -> None:
        view = self.view
        if view is None:
            return
        if self._item(item_id).means is Means.ADVISOR and view.entry.advisor_id is None:
            planning.ask_change(self, self.actor, view).form.focus("advisor_id")
        else:
            self.act(lambda actor: evidence.ask_evidence(self, actor, view, self._item(item_id)))

    def _waive(self, item_id: int) -> None:
        evidence.ask_waiver(self, self.actor, self._item(item_id))

    def _show_picture(self, item_id: int) -> None:
        item = self._item(item_id)
        if item.attachment_id:
            self.show_file(item.wording, item.attachment_id)

    def show_file(self, title: str, attachment_id: int) -> None:
        """Show a photo, a signature or a scan large."""
        show_file(self, title, attachment_id)

    def go_to_item(self, item_id: int) -> None:
        """Put the keys on an item, in sight."""
        row = self.checklist.row(item_id)
        self._bring_up(row)
        row.setFocus()

    def _bring_up(self, part: Any) -> None:
        for area in self.findChildren(QScrollArea):
            inside = area.widget()
            if inside is not None and inside.isAncestorOf(part):
                area.ensureWidgetVisible(part, 0, 60)

    def go_to_units(self) -> None:
        """Put the keys where the number at the goods is typed."""
        panel: Any = self.panels[side.GoodsPanel]
        self._bring_up(panel)
        panel.typed.setFocus()

    def go_to_release(self) -> None:
        """Show the dispatch note."""
        self._bring_up(self.panels[side.ReleasePanel])

    def go_to_defects(self) -> None:
        """Show the defects."""
        self._bring_up(self.panels[side.DefectsPanel])

    def _ask(self, asker: Callable[..., Any], *more: Any) -> None:
        if self.view is not None:
            asker(self, self.actor, self.view, *more)

    def ask_call(self) -> None:
        """Ask what came of the call of the day before."""
        self._ask(asking.ask_call)

    def ask_release(self) -> None:
        """Ask for the dispatch note."""
        self.act(ask_release, self.delivery_id)

    def ask_overrule(self) -> None:
        """Ask the owner why the goods go although money is open."""
        self._ask(asking.ask_overrule)

    def ask_signature(self) -> None:
        """Take the signature, or file the signed paper."""
        self._ask(asking.ask_scan)

    def ask_defect(self) -> None:
        """Note a defect."""
        self._ask(asking.ask_defect)

    def ask_run(self) -> None:
        """Edit the run sheet."""
        self._ask(asking.ask_run)

    def ask_exception(self) -> None:
        """Log an exception and open its log."""
        self._ask(asking.ask_exception, partial(self.open_record, "exception"))

    def ask_hand_over(self) -> None:
        """The hand-over; done, the confirmation is offered for printing."""
        if self.view is not None:
            asking.HandOverDialog(self, self.actor, self.view, self._handed_over).open()

    def _handed_over(self) -> None:
        show = partial(papers.show_paper, self, self.actor, PaperKind.DELIVERY_CONFIRMATION, self.delivery_id)
        notices.tell(_("Handed over. The call-backs are due in time."), undo=(_("Print the confirmation"), show))

    def open_contract(self) -> None:
        """Go to the contract, where money is taken."""
        self._open("contract")

    def _open(self, kind: str) -> None:
        if self.view is not None:
            entry = self.view.entry
            self.open_record(kind, entry.customer_id if kind == "customer" else entry.contract_id)

    def open_record(self, kind: str, record_id: int) -> None:
        """Open another record with the way back to this one."""
        number = self.view.entry.number if self.view else ""
        crumb = Crumb("delivery", self.delivery_id, _("Delivery {number}").format(number=number))
        self._desk.open_record(kind, record_id, crumb)


def _short(name: str) -> str:
    return name if len(name) <= 16 else f"{name[:15]}…"
