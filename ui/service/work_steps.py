"""The next step of an order between authorisation and hand-back's desk: dispatch, work, waiting, quality (W6–W8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from models.service import board, terms
from models.service import quality_actions as quality
from models.service import work_actions as working
from models.service.kinds import BlockerKind, Check, ExtraState, LineKind, Stance, WorkState
from models.service.states import WORK_STATES, WorkOrderAction, WorkOrderState
from models.service.views import OrderView
from ui.kit.widgets import Band, Button
from ui.service import quality_asking, wording, work_asking
from ui.service.extra_band import extra_bands

if TYPE_CHECKING:
    from ui.service.order_page import OrderPage

_A, _S = WorkOrderAction, WorkOrderState
STATES = (_S.AUTHORISED, *WORK_STATES, _S.QUALITY_CHECK)
"""The states whose next step is said here."""


def bands(page: OrderPage, view: OrderView) -> list[QWidget]:
    """Extra work that waits for the customer, a delay they have not been told of, then the next step."""
    state = view.row.state
    found: list[QWidget] = [*extra_bands(page, view)]
    found += _late(page, view)
    if state in STATES:
        found.append(_step(page, view))
    return found


def _late(page: OrderPage, view: OrderView) -> list[QWidget]:
    """It will be later than was promised (W9)."""
    promised, state = view.row.promised_at, view.row.state
    if promised is None or state not in STATES:
        return []
    ready = board.forecasts().get(view.row.id)
    if ready is None or (ready <= promised and not view.row.late):
        return []
    words = _("promised {promised}, expected {expected}; the customer has not been told.").format(
        promised=wording.near(promised), expected=wording.near(ready)
    )
    tell = Button(_("Customer was told…"), partial(work_asking.ask_late, page), icon="phone-outline", name="tell_late")
    may = page.actor.may(Permission.RECEIVE_VEHICLE)
    return [Band("warn", words, *((tell,) if may else ()), lead=_("It will be later:"), icon="clock-alert-outline")]


def _step(page: OrderPage, view: OrderView) -> QWidget:
    state = view.row.state
    if state is _S.AUTHORISED:
        return _dispatch(page, view)
    if state is _S.QUALITY_CHECK:
        return _quality(page, view)
    if state in (_S.WAITING_PARTS, _S.WAITING_APPROVAL):
        return _waiting(page, view)
    return _work(page, view)


def _primary(words: str, act: object, icon: str, action: WorkOrderAction) -> Button:
    return Button(words, act, kind="primary", icon=icon, key="Ctrl+Return", name=action.value)  # type: ignore[arg-type]


def _dispatch(page: OrderPage, view: OrderView) -> QWidget:
    if _A.DISPATCH not in view.actions:
        return Band("neutral", _("An advisor dispatches it."), lead=label(view.row.state))
    blocked = [each for each in view.steps.get(_A.DISPATCH, ()) if each.kind is not BlockerKind.TECHNICIAN]
    button = _primary(_("Dispatch…"), partial(work_asking.ask_dispatch, page), "account-wrench-outline", _A.DISPATCH)
    if blocked:
        from ui.service.next_steps import Blocked

        button.setEnabled(False)
        return Blocked(blocked, button)
    return Band("accent", _("Say who does what, and where."), button, lead=_("Dispatch:"))


def _work(page: OrderPage, view: OrderView) -> QWidget:
    work = [line for line in view.lines if line.kind is LineKind.LABOUR and line.stance is Stance.CHOSEN]
    done = sum(line.work is WorkState.DONE for line in work)
    said = _("{done} of {count} lines are done.").format(done=done, count=len(work))
    buttons = []
    if page.actor.may(Permission.INSPECT_VEHICLE):
        wait = partial(work_asking.ask_wait_for_parts, page)
        buttons.append(Button(_("Wait for parts…"), wait, icon="timer-sand", name="wait_parts"))
    open_extra = any(each.state is ExtraState.OPEN for each in view.extras)
    if done == len(work) and not open_extra and page.actor.may(Permission.DO_WORK):
        finish = partial(page.step, working.finish_work)
        buttons.append(_primary(_("To the quality check"), finish, "clipboard-check-outline", _A.FINISH))
    return Band("accent", said, *buttons, lead=label(view.row.state), icon="wrench-outline")


def _waiting(page: OrderPage, view: OrderView) -> QWidget:
    expected = [line.expected_on for line in view.lines if line.expected_on and line.issued < line.quantity]
    words = _("expected {day}").format(day=max(expected).isoformat()) if expected else ""
    said = _("Work goes on when you say so, or when a line is begun.")
    may = page.actor.may(Permission.INSPECT_VEHICLE)
    button = Button(_("Go on"), partial(page.step, working.go_on_with_order), icon="play", name=_A.RESUME.value)
    parts = view.row.state is _S.WAITING_PARTS and words
    lead = _("{state}, {words}").format(state=label(view.row.state), words=words) if parts else label(view.row.state)
    return Band("warn", said, *((button,) if may else ()), lead=lead, icon="timer-sand")


def _quality(page: OrderPage, view: OrderView) -> QWidget:
    missing = _missing_step(page, view)
    if missing is None:
        act = partial(page.act, quality.note_wash, view.row.id)
        button = _primary(_("Washed"), act, "car-wash", _A.PASS)
        may = page.actor.may(Permission.CHECK_WORK)
        return Band("accent", _("Wash it; then it is ready."), *((button,) if may else ()), lead=_("Quality passed:"))
    reason = _refused(page, view, missing)
    words = reason or _("Somebody who did none of the work checks it.")
    button = _primary(_("Check…"), partial(quality_asking.ask_check, page, missing), "clipboard-check-outline", _A.PASS)
    button.setEnabled(not reason)
    may = page.actor.may(Permission.CHECK_WORK)
    return Band("warn" if reason else "accent", words, *((button,) if may else ()), lead=label(missing))


def _missing_step(page: OrderPage, view: OrderView) -> Check | None:
    template = terms.template_of(view.template)
    asked = [(Check.SECOND, template.second_check), (Check.FINAL, template.final_check)]
    names = {each.name for each in view.steps.get(_A.PASS, ()) if each.kind is BlockerKind.CHECK}
    return next((step for step, wanted in asked if wanted and label(step) in names), None)


def _refused(page: OrderPage, view: OrderView, step: Check) -> str:
    """Why this person does not take the step."""
    if page.actor.id in {session.staff_id for session in view.sessions}:
        return _("You worked on it: somebody else checks it.")
    before = [each for each in view.checks if each.passed and each.step is Check.SECOND and step is Check.FINAL]
    if before and before[-1].staff_id == page.actor.id:
        return _("You did the step before: somebody else checks it.")
    return ""
