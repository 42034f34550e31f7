"""The appointment in front: who, what, parts to have ready, its log, and what can be done with it (W1)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.appointments import lists
from models.appointments.booking_actions import cancel_appointment, log_reminder, miss_appointment
from models.appointments.kinds import OPEN_STATES, AppointmentState, EventKind, Purpose
from models.appointments.lists import AppointmentView
from models.customers.belongings import GoodsForm
from models.customers.goods_actions import add_goods
from models.kernel import clock
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from models.service import terms
from models.service.finding import newest_goods
from models.service.reception_actions import OpenForm, open_order
from ui.kit import notices, wording
from ui.kit.desk import Crumb, Desk
from ui.kit.dialogs import FormDialog
from ui.kit.editors import TextEdit
from ui.kit.flow import FlowLayout
from ui.kit.forms import Field
from ui.kit.widgets import Button, FactGrid, Line, ListRow, Panel, PanelTitle, Text, clear
from ui.service import planner_wording

_TRIES = 3


class AppointmentPanel(Panel):
    """``change`` with the view of an appointment to be changed."""

    change = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(flush=True)
        self._desk = desk
        self.view: AppointmentView | None = None
        self._head = PanelTitle("")
        self._facts = FactGrid(columns=2)
        self._parts, self._log = QVBoxLayout(), QVBoxLayout()
        self._buttons = FlowLayout(8)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(12)
        self._wish = Text("", wrap=True)
        inside.addLayout(self._buttons)
        inside.addWidget(self._wish)
        inside.addWidget(self._facts)
        inside.addLayout(self._parts)
        self.add(self._head, Line())
        self.body.addLayout(inside)
        self.add(Line())
        self.body.addLayout(self._log)
        self.add("stretch")

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self._desk.session.actor

    @property
    def shown(self) -> AppointmentView:
        """The appointment in front."""
        assert self.view is not None
        return self.view

    def show_appointment(self, appointment_id: int) -> None:
        """Show this one."""
        view = self.view = lists.appointment_view(self.actor, appointment_id)
        held = view.row
        self._head.set_text(held.number)
        self._head.set_chips(planner_wording.state(held))
        self._wish.setText(held.wish)
        self._wish.setVisible(bool(held.wish))
        facts: list[tuple[str, ...]] = [
            (_("Customer"), wording.joined(held.customer, view.phone)),
            (_("Vehicle"), wording.joined(held.plate, held.vehicle if held.vehicle != held.plate else "")),
            (_("Time of the appointment"), wording.joined(wording.moment(held.starts_at), planner_wording.times(held))),
            (_("What for"), label(held.purpose)),
            (_("Workshop bay"), held.bay),
            (_("Advisor"), held.advisor),
        ]
        if view.courtesy:
            facts.append((_("Pick-up, courtesy car"), view.courtesy))
        if view.place:
            facts.append((_("Place of the visit"), view.place))
        if view.survey_fee:
            facts.append((_("Fee"), wording.yuan(view.survey_fee)))
        missed = lists.missed_count(held.customer_id)
        if missed:
            facts.append((_("Did not come before"), _("{count} times").format(count=missed), "bad"))
        if view.reason:
            facts.append((_("Reason"), view.reason))
        self._facts.set_facts(facts)
        clear(self._parts)
        for each in view.parts:
            text, tone = planner_wording.part(each)
            self._parts.addWidget(Text(text, wrap=True, tone=tone))
        clear(self._log)
        for event in reversed(view.events):
            title, detail = planner_wording.event(event)
            self._log.addWidget(ListRow(_ICONS[event.kind], title, detail))
        self._show_buttons(view)

    def _show_buttons(self, view: AppointmentView) -> None:
        clear(self._buttons)
        for name, text, icon, kind, do in self._offered(view):
            self._buttons.addWidget(Button(text, do, icon=icon, kind=kind, name=name))

    def _offered(self, view: AppointmentView) -> list[tuple[str, str, str, str, Callable[[], object]]]:
        held = view.row
        found: list[tuple[str, str, str, str, Callable[[], object]]] = []
        if held.order_id is not None:
            found.append(("show_order", _("Work order"), "wrench-outline", "plain", self.show_order))
        if not self.actor.may(Permission.RECEIVE_VEHICLE):
            return found
        today = clock.local(held.starts_at).date() <= clock.today()
        may_come = held.state in OPEN_STATES or (held.state is AppointmentState.NO_SHOW and today)
        if may_come:
            kind = "primary" if today else "plain"
            found.append(("receive", _("Receive a vehicle"), "car-arrow-right", kind, self.receive))
        if held.state not in OPEN_STATES:
            return found
        if held.state is AppointmentState.BOOKED and held.starts_at > clock.now():
            found.append(("reached", _("Reached"), "phone-check-outline", "plain", lambda: self.log_call(reached=True)))
            found.append(("not_reached", _("Not reached"), "phone-missed-outline", "plain", self.ask_call))
        found.append(("change", _("Change…"), "pencil-outline", "plain", lambda: self.change.emit(view)))
        if held.starts_at <= clock.now():
            found.append(("missed", _("Did not come…"), "account-off-outline", "danger", self.ask_missed))
        found.append(("call_off", _("Call off…"), "calendar-remove-outline", "danger", self.ask_cancel))
        return found

    def receive(self) -> None:
        """The customer is here: open the work order, with the vehicle put on file where it was not yet."""
        held = self.shown.row
        survey = held.purpose is Purpose.SURVEY
        template = next((each.code for each in terms.templates() if each.survey is survey), "")
        try:
            goods_id = held.goods_id
            if goods_id is None and held.plate and not survey:
                add_goods(self.actor, held.customer_id, GoodsForm(plate=held.plate))
                goods_id = newest_goods(held.customer_id)
            form = OpenForm(
                *(held.customer_id, goods_id, template, held.wish),
                appointment_id=held.id,
                advisor_id=held.advisor_id,
            )
            order_id = open_order(self.actor, form).id
        except FrontdeskError as error:
            notices.error(error)
            return
        self._desk.open_record("work_order", order_id, Crumb("appointment", held.id, held.number))

    def show_order(self) -> None:
        """Go to the work order it became."""
        held = self.shown.row
        if held.order_id is not None:
            self._desk.open_record("work_order", held.order_id, Crumb("appointment", held.id, held.number))

    def log_call(self, *, reached: bool, said: str = "") -> None:
        """Log the reminder call."""
        notices.attempt(log_reminder, self.actor, self.shown.row.id, reached, said)

    def ask_call(self) -> FormDialog:
        """Log that nobody answered; the third time says that it may rest."""
        tries = sum(each.kind is EventKind.CALLED and not each.reached for each in self.shown.events)
        note = Field("said", _("Remark"), TextEdit(longest=200))
        intro = _("Tried {count} times before.").format(count=tries) if tries else ""
        if tries + 1 >= _TRIES:
            intro = wording.joined(intro, _("After this nobody need call again."))

        def act(values: dict[str, str]) -> None:
            log_reminder(self.actor, self.shown.row.id, False, values["said"])

        dialog = FormDialog(self, _("Not reached"), [note], act, _("Log the call"), intro=intro)
        dialog.open()
        return dialog

    def ask_missed(self) -> FormDialog:
        """Log that the customer did not come."""
        act = miss_appointment
        return self._ask(_("Did not come"), lambda reason: act(self.actor, self.shown.row.id, reason), required=False)

    def ask_cancel(self) -> FormDialog:
        """Call it off with a reason."""
        act = cancel_appointment
        return self._ask(_("Call off"), lambda reason: act(self.actor, self.shown.row.id, reason), required=True)

    def _ask(self, title: str, act: Callable[[str], object], *, required: bool) -> FormDialog:
        field = Field("reason", _("Reason"), TextEdit(longest=200), required=required)
        dialog = FormDialog(self, title, [field], lambda values: act(values["reason"]), title)
        dialog.open()
        return dialog


_ICONS = {
    EventKind.MADE: "calendar-plus",
    EventKind.CHANGED: "pencil-outline",
    EventKind.MOVED: "calendar-arrow-right",
    EventKind.CALLED: "phone-outline",
    EventKind.ARRIVED: "car-arrow-right",
    EventKind.MISSED: "account-off-outline",
    EventKind.CANCELLED: "calendar-remove-outline",
}
