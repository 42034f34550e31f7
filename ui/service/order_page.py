"""A work order on its page, in the order of its way: what is next stands above, what was done beneath (W2)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.service.reading import order_view, version_of
from models.service.reception_actions import MarkForm, receive
from models.service.states import WorkOrderAction, WorkOrderState
from models.service.views import OrderView
from ui.kit import notices, papers
from ui.kit.desk import Crumb, Desk
from ui.kit.menus import fresh_menu
from ui.kit.record_page import RecordHead, RecordLayout, RecordPage
from ui.kit.steps import StepBar
from ui.kit.widgets import Button, Chip, IconButton, Text, clear
from ui.service import money_steps, next_steps, order_papers, wording
from ui.service.order_side import BodyPanel
from ui.service.settlement_section import SettlementSection
from ui.service.sheet_section import SheetSection

SECTIONS = (
    "ui.service.settlement_section:SettlementSection",
    "ui.service.settlement_section:PaymentsSection",
    "ui.service.work_section:WorkSection",
    "ui.service.order_parts_section:OrderPartsSection",
    "ui.service.quality_section:QualitySection",
    "ui.service.sheet_section:SheetSection",
    "ui.service.inspection_section:InspectionSection",
    "ui.service.estimate_section:EstimateSection",
)
"""The parts of the page from above; each is made with the page and has ``widget`` and ``show_order(view)``."""

SIDES = (
    "ui.service.order_side:ComplaintPanel",
    "ui.service.warranty_panel:WarrantyPanel",
    "ui.service.order_side:BodyPanel",
    "ui.service.order_side:MoneyPanel",
    "ui.service.order_side:DeferredPanel",
    "ui.service.order_side:FactsPanel",
    "ui.service.order_side:LogPanel",
)
"""What stands beside them."""


class Section(Protocol):
    """A part of the page; it hides its widget where an order has nothing of it."""

    widget: QWidget

    def show_order(self, view: OrderView) -> None:
        """Show the order; typed text that is not saved stays."""


class OrderPage(RecordPage):
    """One work order. ``left`` is the way back to the list."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: OrderView | None = None
        self.known_version = 0
        self.steps = StepBar()
        self._title = Text("", "record")
        self._customer = Button("", partial(self._open, "customer"), kind="link", name="customer")
        self._vehicle, self._promise = Text("", elide=True, wide=True), Text("")
        self._chips, self._buttons, self._band = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._band.setSpacing(8)
        self.sections: list[Section] = [_named(each)(self) for each in SECTIONS]
        self.panels: list[Section] = [_named(each)(self) for each in SIDES]
        every: list[Any] = [*self.sections, *self.panels]
        self._body: BodyPanel = next(each for each in every if isinstance(each, BodyPanel))
        self._sheet: SheetSection = next(each for each in every if isinstance(each, SheetSection))
        self._settlement = next(each for each in every if isinstance(each, SettlementSection))
        self._lay_out()

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        crumbs = (back, self._title)
        beside = QWidget()
        line = QHBoxLayout(beside)
        line.setContentsMargins(6, 0, 0, 0)
        line.setSpacing(4)
        for part in (self._customer, self._vehicle):
            line.addWidget(part)
        self._buttons.addWidget(self._promise)
        head = RecordHead(crumbs, self._chips, beside, self._buttons, self.steps)
        self.parts = RecordLayout(self, head, self._band)
        for section in self.sections:
            self.parts.main.addWidget(section.widget)
        for panel in self.panels:
            self.parts.side.addWidget(panel.widget)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def order_id(self) -> int:
        """The order on the page, 0 for none."""
        return self.view.row.id if self.view else 0

    def show_order(self, order_id: int) -> None:
        """Show an order as it is stored."""
        view = self.view = order_view(self.actor, order_id)
        if not any(getattr(each, "dirty", False) for each in self.sections):
            self.known_version = view.version
        row = view.row
        self._title.setText(row.number)
        self._customer.say(row.customer if len(row.customer) <= 12 else f"{row.customer[:11]}…")
        self._vehicle.setText(wording.vehicle(row))
        words, tone = wording.promise(row)
        self._promise.setText(words)
        self._promise.set_tone(tone)
        clear(self._chips)
        self._chips.addWidget(Chip(*wording.state(row)))
        if row.repeat:
            self._chips.addWidget(Chip(_("Repeat repair"), "bad"))
        self.steps.show_steps([_(name) for _states, name in wording.WAY], wording.step_of(row))
        self.steps.setVisible(row.state is not WorkOrderState.CANCELLED)
        self._show_buttons(view)
        clear(self._band)
        for band in (*next_steps.bands(self, view), *money_steps.bands(self, view)):
            self._band.addWidget(band)
        for section in (*self.sections, *self.panels):
            section.show_order(view)

    def _show_buttons(self, view: OrderView) -> None:
        while self._buttons.count() > 1:
            item = self._buttons.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._more(view):
            self._buttons.addWidget(Button("", self.show_more, icon="dots-horizontal", key="F2", name="more"))
        if self.actor.may(Permission.PRINT) and order_papers.papers_of(view):
            show = Button(_("Print"), self.show_papers, icon="printer-outline", key="Ctrl+P", name="print")
            self._buttons.addWidget(show)

    def show_more(self) -> None:
        """The menu of what is done more rarely."""
        menu = fresh_menu(self)
        assert self.view is not None
        for name, words, act in self._more(self.view):
            menu.addAction(words, act).setObjectName(name)
        self._pop_up(menu, "more")

    def _more(self, view: OrderView) -> list[tuple[str, str, Callable[[], object]]]:
        return [*next_steps.more(self, view), *money_steps.more(self, view)]

    def settle(self) -> bool:
        """Settle the order as the settlement's section says."""
        return self._settlement.settle()

    def show_papers(self) -> None:
        """Open the menu of papers; each is shown before it is printed."""
        menu = fresh_menu(self)
        assert self.view is not None
        for kind in order_papers.papers_of(self.view):
            menu.addAction(label(kind), partial(self.show_paper, kind)).setObjectName(kind.value)
        self._pop_up(menu, "print")

    def show_paper(self, kind: PaperKind) -> None:
        """Show a paper of the order."""
        assert self.view is not None
        papers.show_paper(self, self.actor, kind, order_papers.record_of(self.view, kind))

    def _pop_up(self, menu: QMenu, under: str) -> None:
        button = next(each for each in self.findChildren(Button, under) if each.isVisible())
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def take_focus(self) -> None:
        """Put the keys where work goes on: in the sheet while it is filled in, else on the next step."""
        for section in self.sections:
            taker = getattr(section, "take_focus", None)
            if taker is not None and section.widget.isVisibleTo(self) and taker():
                return
        for place in range(self._band.count()):
            item = self._band.itemAt(place)
            band = item.widget() if item is not None else None
            found = band.findChildren(Button) if band is not None else []
            primary = [each for each in found if each.kind == "primary" and each.isEnabled()]
            if primary:
                primary[0].setFocus()
                return
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_focus()

    def refresh(self, changes: Changes | None) -> None:
        """Show the order anew; the keys stay where they are if that is still there."""
        if self.view is None:
            return
        state = self.view.row.state
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        bands = [item.widget() for place in range(self._band.count()) if (item := self._band.itemAt(place)) is not None]
        on_band = focused is not None and any(band is not None and band.isAncestorOf(focused) for band in bands)
        self.show_order(self.order_id)
        if on_band or (inside and self.view.row.state is not state):
            self.take_focus()

    def act(self, action: Callable[..., Any], *args: Any) -> bool:
        """Do a step; what is refused is told. Whether it went through."""
        return notices.attempt(action, self.actor, *args)

    def step(self, action: Callable[..., Any], *args: Any) -> bool:
        """Save what is typed in the sections, then do a step with the order's id first."""
        return self.save() and self.act(action, self.order_id, *args)

    def receive(self) -> None:
        """Receive the vehicle; what the sheet lacks is said at its fields."""
        if not self.save() or self.view is None:
            return
        if self.view.steps.get(WorkOrderAction.RECEIVE):
            self._sheet.show_missing(self.view)
        else:
            self.act(receive, self.order_id)

    def kept(self) -> None:
        """Something typed here was saved: edits go on from what is stored now."""
        self.known_version = version_of(self.order_id)

    def save(self) -> bool:
        """Save what is typed and not saved; whether everything could be."""
        return all(getattr(section, "save", lambda: True)() for section in self.sections)

    def marks(self) -> list[MarkForm]:
        """The marks on the body as they are on the page."""
        return [MarkForm(each.view, each.x, each.y, each.kind, each.note) for each in self._body.body.marks]

    @property
    def outline(self) -> str:
        """The outline the marks stand on."""
        return self._body.outline

    def sheet_edited(self) -> None:
        """A mark was set: it is saved with the sheet."""
        self._sheet.edited()

    def bring_up(self, part: QWidget) -> None:
        """Scroll so that ``part`` is in sight."""
        for area in self.findChildren(QScrollArea):
            inside = area.widget()
            if inside is not None and inside.isAncestorOf(part):
                area.ensureWidgetVisible(part, 0, 60)

    def open_record(self, kind: str, record_id: int) -> None:
        """Open another record with the way back to this one."""
        number = self.view.row.number if self.view else ""
        crumb = Crumb("work_order", self.order_id, _("Work order {number}").format(number=number))
        self._desk.open_record(kind, record_id, crumb)

    def _open(self, kind: str) -> None:
        if self.view is not None:
            self.open_record(kind, self.view.row.customer_id)


def _named(path: str) -> Any:
    module, name = path.split(":")
    return getattr(import_module(module), name)
