"""The next step of a work order and what blocks it, each with its way out; what is done more rarely (W2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.i18n import N_, _, label
from models.kernel.permissions import Permission
from models.service import estimate_actions as estimating
from models.service import inspection_actions as inspecting
from models.service.kinds import BlockerKind, ExtraState
from models.service.states import HERE_STATES, Blocker, WorkOrderAction, WorkOrderState
from models.service.views import OrderView
from ui.kit import theme
from ui.kit.layout import mark
from ui.kit.widgets import Band, Button, Glyph, Text, row
from ui.service import asking, extra_asking, wording, work_asking, work_steps

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_A, _S = WorkOrderAction, WorkOrderState
_MOST_NAMED, _MANY = 6, 4
Run = Callable[["OrderPage"], object]


@dataclass(frozen=True)
class Step:
    """A step forward: what its button says, how it looks, what it does; ``asks`` where a question comes first."""

    action: WorkOrderAction
    text: str
    icon: str
    run: Run
    lead: str = ""


STEPS: dict[WorkOrderState, tuple[Step, ...]] = {
    _S.BOOKED: (Step(_A.RECEIVE, N_("Receive the vehicle"), "car-arrow-right", lambda page: page.receive()),),
    _S.RECEIVED: (
        Step(
            *(_A.INSPECT, N_("Inspection done"), "clipboard-check-outline"),
            run=lambda page: page.step(inspecting.finish_inspection),
        ),
    ),
    _S.INSPECTED: (
        Step(
            *(_A.ESTIMATE, N_("Give the estimate"), "calculator"),
            run=lambda page: page.step(estimating.give_estimate),
        ),
    ),
    _S.ESTIMATED: (
        Step(
            *(_A.AUTHORISE, N_("Customer signs…"), "draw-pen"),
            run=lambda page: asking.ask_consent(page),
            lead=N_("The customer confirms work, price and time."),
        ),
    ),
}
"""What leads on from each state; the first one a person may take stands in the band."""


def bands(page: OrderPage, view: OrderView) -> list[QWidget]:
    """The next step, or what is in its way."""
    state = view.row.state
    if state is _S.CANCELLED:
        return [Band("bad", view.reason, lead=label(state), icon="cancel")]
    told = work_steps.bands(page, view)
    for step in STEPS.get(state, ()):
        if step.action in view.actions:
            return [*told, _band(page, view, step)]
    if STEPS.get(state):
        told.append(Band("neutral", _("Others take the next step."), lead=label(state), icon="account-clock-outline"))
    return told


def _band(page: OrderPage, view: OrderView, step: Step) -> QWidget:
    button = Button(
        _(step.text),
        partial(step.run, page),
        kind="primary",
        icon=step.icon,
        key="Ctrl+Return",
        name=step.action.value,
    )
    blockers = view.steps.get(step.action, ())
    reason = view.actions[step.action]
    if view.row.state is _S.BOOKED:
        # The sheet is saved with the step, so what it lacks is said by the step itself.
        return Band("accent", _("Fill in the sheet with the customer at the vehicle."), button, lead=_("Reception:"))
    if blockers:
        button.setEnabled(False)
        return Blocked(blockers, button)
    if reason is not None:
        button.setEnabled(False)
        return Band("warn", i18n.say(reason), button)
    words, tone = wording.promise(view.row)
    lead = _(step.lead) if step.lead else _("Nothing blocks the next step.")
    return Band("bad" if tone == "bad" else "ok", words, button, lead=lead)


class Blocked(QFrame):
    """What is in the way of a step, beside the button that waits for it."""

    def __init__(self, blockers: Sequence[Blocker], *buttons: Button) -> None:
        super().__init__()
        mark(self, "band", "bad")
        self.texts = _summed(blockers)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        box.setSpacing(2)
        if len(self.texts) == 1:
            words = Text(_("Not yet possible: {missing}.").format(missing=self.texts[0]), wrap=True, tone="bad")
            line = row(Glyph("shield-alert-outline", "bad", 22), words, *buttons, gap=10)
            box.addWidget(line)
            inner = line.layout()
            if inner is not None:
                inner.setStretch(1, 1)  # type: ignore[attr-defined]  # a QHBoxLayout, which the stub does not know
            return
        title = _("{count} things are in the way:").format(count=len(self.texts))
        box.addWidget(row(Glyph("shield-alert-outline", "bad", 22), Text(title, "bold"), "stretch", *buttons, gap=10))
        shown = self.texts[:_MOST_NAMED]
        more = len(self.texts) - len(shown)
        if more:
            shown.append(_("and {count} more").format(count=more))
        for text in shown:
            box.addWidget(row(Text("•", tone="bad"), Text(text, tone="bad"), "stretch", margins=(32, 0, 0, 0)))


def _summed(blockers: Sequence[Blocker]) -> list[str]:
    """The blockers in words; many points of the inspection as their number."""
    points = [each for each in blockers if each.kind is BlockerKind.POINT]
    if len(points) < _MANY:
        return [each.text for each in blockers]
    others = [each.text for each in blockers if each.kind is not BlockerKind.POINT]
    return [_("{count} points are not checked").format(count=len(points)), *others]


def more(page: OrderPage, view: OrderView) -> list[tuple[str, str, Callable[[], object]]]:
    """What is done more rarely, as (name, words, what it does)."""
    found: list[tuple[str, str, Callable[[], object]]] = []
    if _A.REOPEN in view.actions:
        found.append(("reopen", _("Take the estimate back…"), partial(asking.ask_reopen, page)))
    if page.actor.may(Permission.RECEIVE_VEHICLE) and (view.row.state in HERE_STATES or view.owed > 0):
        found.append(("note_call", _("Log a call…"), partial(work_asking.ask_call, page)))
    if page.actor.may(Permission.ESTIMATE_WORK):
        for extra in (each for each in view.extras if each.state is ExtraState.OPEN):
            words = _("Extra work is not needed: {found}").format(found=extra.found[:30])
            found.append((f"withdraw_{extra.no}", words, partial(extra_asking.ask_withdraw, page, extra)))
    if page.actor.may(Permission.ESTIMATE_WORK) and view.row.state is not _S.CANCELLED:
        found.append(("advisor", _("Another advisor…"), partial(asking.ask_advisor, page)))
    if page.actor.may(Permission.OPEN_COMPLAINT):
        complain = partial(page.open_record, "complaint_for_order", view.row.id)
        found.append(("complain", _("Open a complaint…"), complain))
    if _A.CANCEL in view.actions:
        found.append(("cancel", _("Cancel the order…"), partial(asking.ask_cancel, page)))
    return found
