"""Trade-ins: the appraisals with their chips, and the one in front with vehicle, condition, market and price (S5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from models.kernel import i18n, money
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.papers.facts import PaperKind
from models.papers.lists import content
from models.trade_ins import actions, lists
from models.trade_ins.states import TONES, AppraisalAction, Grade
from models.trade_ins.views import AppraisalFilter, AppraisalRow, AppraisalView
from ui.kit import notices, papers
from ui.kit import wording as words
from ui.kit.record_page import Page, lay_beside, parted_panel
from ui.kit.table import Column, RecordTable
from ui.kit.widgets import (
    Band,
    Button,
    Chip,
    EmptyState,
    FactGrid,
    FilterChips,
    IconButton,
    Line,
    Panel,
    Text,
    clear,
    flowing,
    row,
)
from ui.sales import wording
from ui.sales.appraisal_form import AppraisalDialog, ask_taking_in, ask_vehicle
from ui.sales.asking import ask_customer, ask_file, ask_reason, read_file
from ui.sales.desk import Desk

_HEARD = ("appraisal", "attachment", "customer", "contract", "quote")
_GRADES = {Grade.GOOD: "ok", Grade.WORN: "warn", Grade.POOR: "bad", Grade.NONE: "neutral"}
_THUMB = 84


class AppraisalsPage(Page):
    """``left`` is the way back to the lists."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: AppraisalView | None = None
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda key: self.show_list())
        self.new_button = Button(
            _("New appraisal…"), self.ask_new, kind="primary", icon="plus", key="Ctrl+N", name="new_appraisal"
        )
        empty = EmptyState(
            *("car-search-outline", _("No appraisals here")),
            _("Begin one with “New appraisal…” or in a customer's file."),
        )
        self.table = RecordTable(_columns(), lists.appraisal_rows, tall=True, empty=empty)
        self.table.selected.connect(self._show)
        self._record, self._parts = parted_panel()
        self._lay_out()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        back = IconButton("chevron-left", _("Back to the list"), self.left.emit, key="Alt+Home", name="back")
        listing = Panel(flush=True)
        title = Text(_("Trade-ins"), "title")
        listing.add(row(back, title, "stretch", self.new_button, margins=(10, 10, 10, 4)))
        listing.add(flowing(self.chips, margins=(16, 0, 10, 10)))
        listing.add(Line(), self.table)
        self._beside = lay_beside(self, listing, self._record, 400)

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    def show_list(self, appraisal_id: int | None = None) -> None:
        """Show the list; one of them in front, whichever chip it is under."""
        counts = lists.counts()
        chosen = self.chips.selected or AppraisalFilter.ALL
        warned = (AppraisalFilter.APPROVE, AppraisalFilter.EXPIRED)
        self.chips.set_items(
            [
                (
                    each.value,
                    _("{filter} {count}").format(filter=label(each), count=counts[each]),
                    "warn" if each in warned and counts[each] else "neutral",
                )
                for each in AppraisalFilter
            ]
        )
        self.chips.select(chosen)
        ids = lists.appraisal_ids(AppraisalFilter(chosen))
        if appraisal_id and appraisal_id not in ids:
            self.chips.select(AppraisalFilter.ALL.value)
            ids = lists.appraisal_ids(AppraisalFilter.ALL)
        self.table.set_ids(ids)
        self.table.refresh_rows()
        before = self._view.row.id if self._view else 0
        front = appraisal_id or (before if before in ids else next(iter(ids), 0))
        self.new_button.setVisible(self.actor.may(Permission.APPRAISE))
        self._beside.setVisible(bool(front))
        if front:
            self.table.select(front)
            self._show(front)
        else:
            self._view = None

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus()

    def refresh(self, what: Changes | None) -> None:
        """Show what changed."""
        if what is None or any(what.touches(kind) for kind in _HEARD):
            self.show_list()

    def _show(self, appraisal_id: int) -> None:
        if not appraisal_id:
            return
        view = self._view = lists.appraisal_view(self.actor, appraisal_id)
        clear(self._parts)
        chips = [Chip(label(view.row.state), TONES[view.row.state])]
        if view.row.expired:
            chips.append(Chip(_("Expired"), "bad"))
        self._parts.addWidget(row(Text(view.row.number, "title"), *chips, "stretch"))
        go = partial(self._desk.open_record, "customer", view.row.customer_id)
        price = Text(wording.yuan(view.row.price) if view.row.price else "–", "total", tone="accent")
        self._parts.addWidget(row(Button(view.row.customer, go, kind="link", name="customer"), "stretch", price))
        if view.reason:
            self._parts.addWidget(Band("neutral", view.reason, lead=view.decided_by))
        if view.doubt is not None:
            self._parts.addWidget(Band("warn", i18n.say(view.doubt)))
        self._parts.addWidget(FactGrid(_facts(view), columns=2))
        self._show_condition(view)
        self._show_photos(view)
        self._show_buttons(view)

    def _show_condition(self, view: AppraisalView) -> None:
        self._parts.addWidget(Line())
        for each in view.form.conditions:
            title = Text(lists.name_of(each.area, lists.areas()))
            remark = Text(each.remark, "fine", elide=True)
            self._parts.addWidget(row(title, remark, "stretch", Chip(label(each.grade), _GRADES[each.grade])))
        for seen in view.form.references:
            told = words.joined(seen.source, seen.about)
            self._parts.addWidget(row(Text(told, "dim", elide=True), "stretch", Text(money.plain(seen.price))))

    def _show_photos(self, view: AppraisalView) -> None:
        if not view.photos and AppraisalAction.FILL not in view.actions:
            return
        self._parts.addWidget(Line())
        line = []
        for each in view.photos[:4]:
            picture = Text("")
            pixmap = QPixmap()
            pixmap.loadFromData(content(each.id))
            side = Qt.AspectRatioMode.KeepAspectRatio
            picture.setPixmap(pixmap.scaled(_THUMB, _THUMB, side, Qt.TransformationMode.SmoothTransformation))
            picture.setToolTip(each.name)
            picture.setAccessibleName(each.name)
            line.append(picture)
        count = Text(_("{count} photos").format(count=len(view.photos)), "dim")
        add = Button(_("Add a photo…"), self.ask_photo, icon="camera-outline", name="add_photo")
        add.setVisible(AppraisalAction.FILL in view.actions)
        self._parts.addWidget(row(count, "stretch", add))
        if line:
            self._parts.addWidget(row(*line, "stretch"))

    def _show_buttons(self, view: AppraisalView) -> None:
        self._parts.addWidget(Line())
        if view.gaps and AppraisalAction.SUBMIT in view.actions:
            self._parts.addWidget(Band("warn", _(", ").join(view.gaps), lead=_("Still missing:")))
        simple: dict[AppraisalAction, Callable[[Actor, int], object]] = {
            AppraisalAction.SUBMIT: actions.submit_appraisal,
            AppraisalAction.APPROVE: actions.approve_appraisal,
            AppraisalAction.OFFER: actions.offer_appraisal,
            AppraisalAction.REOPEN: actions.reopen_appraisal,
        }
        buttons: list[QWidget] = []
        for action, blocked in view.actions.items():
            assert isinstance(action, AppraisalAction)
            if action in simple:
                act: Callable[[], object] = partial(self._do, simple[action])
            else:
                act = partial(self._ask, action)
            first = action in (AppraisalAction.SUBMIT, AppraisalAction.APPROVE, AppraisalAction.TAKE_IN)
            button = Button(label(action), act, kind="primary" if first else "plain", name=action.value)
            button.setEnabled(blocked is None)
            button.setToolTip(i18n.say(blocked) if blocked else "")
            buttons.append(button)
        for place in range(0, len(buttons), 3):
            self._parts.addWidget(flowing(*buttons[place : place + 3]))
        last: list[QWidget] = []
        if self.actor.may(Permission.PRINT):
            show = partial(papers.show_paper, self, self.actor, PaperKind.APPRAISAL, view.row.id)
            last.append(Button(_("Appraisal form"), show, icon="printer-outline", name="appraisal_paper"))
        if view.contract_id:
            go = partial(self._desk.open_record, "contract", view.contract_id)
            last.append(Button(view.contract, go, kind="link", name="contract"))
        self._parts.addWidget(flowing(*last))

    def _do(self, action: Callable[[Actor, int], object]) -> None:
        if self._view is None:
            return
        try:
            action(self.actor, self._view.row.id)
        except FrontdeskError as error:
            notices.error(error)

    def _ask(self, action: AppraisalAction) -> None:
        view = self._view
        if view is None:
            return
        if action is AppraisalAction.FILL:
            AppraisalDialog(self, self.actor, view).open()
        elif action is AppraisalAction.TAKE_IN:
            ask_taking_in(self, self.actor, view)
        elif action is AppraisalAction.RETURN:
            ask_reason(self, label(action), lambda why: actions.return_appraisal(self.actor, view.row.id, why))
        elif action is AppraisalAction.DECLINE:
            ask_reason(self, label(action), lambda why: actions.decline_appraisal(self.actor, view.row.id, why))

    def ask_photo(self) -> None:
        """Let the person choose a photo."""
        ask_file(self, _("Photo of the vehicle"), _("Pictures (*.jpg *.jpeg *.png *.webp *.bmp)"), self.take_photo)

    def take_photo(self, path: Path) -> None:
        """Put a photo beside the appraisal; what is no picture or too large is said."""
        if self._view is None:
            return
        try:
            taken = read_file(path)
            if taken is not None:
                actions.add_photo(self.actor, self._view.row.id, path.name, taken)
        except FrontdeskError as error:
            notices.error(error)

    def ask_new(self) -> None:
        """Ask whose vehicle it is, and which of theirs."""
        ask_customer(self, self.actor, _("Appraisal for"), self.begin_for)

    def begin_for(self, customer_id: int) -> None:
        """Ask which of this customer's vehicles is appraised, and begin."""
        ask_vehicle(self, self.actor, customer_id, self.show_list)


def _facts(view: AppraisalView) -> list[tuple[str, ...]]:
    form = view.form
    documents = _(", ").join(lists.name_of(code, lists.documents()) for code in form.documents)
    km = _("{km} km").format(km=f"{form.mileage_km:,}") if form.mileage_km is not None else ""
    return [
        (_("Vehicle"), words.joined(view.row.vehicle, form.colour)),
        (_("Plate"), form.plate),
        (_("VIN"), form.vin),
        (_("Mileage"), km),
        (_("First registration"), wording.day(form.registered_on) if form.registered_on else ""),
        (_("Owners before"), str(form.owners)),
        (_("Accident history"), form.accidents, "warn" if form.accidents else ""),
        (_("Mortgage"), form.mortgage, "warn" if form.mortgage else ""),
        (_("Documents seen"), documents),
        (_("Valid until"), wording.day(form.valid_until) if form.valid_until else ""),
        (_("Appraised by"), view.row.appraiser),
        (_("Middle of the market"), money.plain(view.middle) if view.middle else ""),
    ]


def _columns() -> list[Column]:
    return [
        Column(
            *("vehicle", _("Vehicle"), lambda each: each.vehicle),
            detail=lambda each: words.joined(each.customer, each.plate),
            bold=True,
            sortable=False,
        ),
        Column(
            "number",
            _("Number"),
            lambda each: each.number,
            detail=lambda each: each.appraiser,
            width=130,
            sortable=False,
        ),
        Column(
            *("price", _("Price offered"), lambda each: money.plain(each.price) if each.price else "–"),
            detail=_until,
            right=True,
            width=130,
            sortable=False,
        ),
        Column(
            *("state", _("State"), lambda each: _("Expired") if each.expired else label(each.state)),
            tone=lambda each: "bad" if each.expired else TONES[each.state],
            chip=True,
            width=104,
            sortable=False,
        ),
    ]


def _until(each: AppraisalRow) -> str:
    return _("until {day}").format(day=wording.short_day(each.valid_until)) if each.valid_until else ""
