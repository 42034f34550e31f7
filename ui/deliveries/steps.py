"""The next step of a delivery, and what blocks it: said in red at its button, with the way out in it (D1 to D3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from models.delivery import handing_actions as handing
from models.delivery.kinds import BlockerKind, NoteDecision
from models.delivery.planning_actions import confirm_delivery
from models.delivery.states import Blocker, DeliveryAction, DeliveryState
from models.delivery.views import DeliveryView
from models.kernel import i18n
from models.kernel.i18n import _, label
from models.kernel.permissions import Permission
from ui.deliveries import asking
from ui.kit import theme, wording
from ui.kit.layout import mark
from ui.kit.widgets import Band, Button, Glyph, Text, column, row, scrolled

if TYPE_CHECKING:
    from ui.deliveries.delivery_page import DeliveryPage

_ITEMS = (BlockerKind.ITEM, BlockerKind.INSPECTION)
_NAMED = 3
LOW, _LOW_LINES = 460, 38
"""In a page lower than this the blockers scroll, so that the checklist keeps its room."""


def bands(page: DeliveryPage, view: DeliveryView) -> list[QWidget]:
    """What stands above the checklist: a decision that waits, the next step, what blocks it."""
    state = view.entry.state
    found: list[QWidget] = []
    if view.may_decide_release:
        found.append(_release_band(page, view))
    if view.may_book:
        found.append(_booking_band(page, view))
    makers: dict[DeliveryState, Callable[[DeliveryPage, DeliveryView], list[QWidget]]] = {
        DeliveryState.PLANNED: _planned,
        DeliveryState.CONFIRMED: _confirmed,
        DeliveryState.READY: _ready,
        DeliveryState.HANDED_OVER: _handed_over,
        DeliveryState.FOLLOWED_UP: _followed_up,
    }
    if state in makers:
        return found + makers[state](page, view)
    tone, icon = ("bad", "cancel") if state is DeliveryState.CANCELLED else ("neutral", "check-circle-outline")
    return [*found, Band(tone, view.reason or _("Nothing is left to do."), lead=label(state), icon=icon)]


def _release_band(page: DeliveryPage, view: DeliveryView) -> Band:
    note = view.dispatch
    assert note is not None
    approve = partial(page.act, handing.approve_release, view.entry.id)
    give_back = Button(_("Return…"), lambda: asking.ask_return(page, page.actor, view), name="return_release")
    words = _("{number}, asked for by {name} {moment}. Contract: {owed} open that is due before the hand-over.").format(
        number=note.number,
        name=note.asked_by,
        moment=wording.moment(note.asked_at),
        owed=wording.yuan(view.owed),
    )
    grant = Button(_("Approve"), approve, kind="primary", icon="check", key="Ctrl+Shift+Return", name="approve_release")
    return Band("warn", words, give_back, grant, lead=_("Dispatch note:"), icon="truck-check-outline")


def _booking_band(page: DeliveryPage, view: DeliveryView) -> Band:
    book = Button(
        _("Book as delivered"),
        partial(page.act, handing.book_delivery, view.entry.id),
        kind="primary",
        icon="cash-check",
        name="book",
    )
    signed = _("The customer's signature is kept.") if view.signatures else _("The signed copy is still missing.")
    return Band("accent" if view.signatures else "warn", signed, book, lead=_("Handed over, not booked yet."))


def _planned(page: DeliveryPage, view: DeliveryView) -> list[QWidget]:
    """Late or not: the call of the day before comes first."""
    lead = _("The time has passed.") if view.entry.late else _("Call the day before:")
    words = wording.joined(view.entry.customer, view.phone, wording.moment(view.entry.starts_at))
    call = Button(_("Log the call…"), page.ask_call, kind="primary", icon="phone-outline", key="F6", name="call")
    buttons = [call]
    if not view.steps.confirm and DeliveryAction.CONFIRM in view.actions:
        call.set_kind("plain")
        act = partial(page.act, confirm_delivery, view.entry.id)
        buttons.append(Button(_("Confirm"), act, kind="primary", key="Ctrl+Return", name="confirm"))
    tone = "bad" if view.entry.late else "accent"
    return [Band(tone, words, *(buttons if view.may_prepare else ()), lead=lead, icon="phone-outline")]


def _confirmed(page: DeliveryPage, view: DeliveryView) -> list[QWidget]:
    lead = _("The time has passed.") if view.entry.late else _("Confirmed with the customer.")
    button = Button(
        _("Ready for hand-over"),
        partial(page.act, handing.make_ready, view.entry.id),
        kind="primary",
        icon="clipboard-check-outline",
        key="Ctrl+Return",
        name="make_ready",
    )
    return _gate(page, view, DeliveryAction.MAKE_READY, view.steps.ready, button, lead)


def _ready(page: DeliveryPage, view: DeliveryView) -> list[QWidget]:
    lead = _("The time has passed.") if view.entry.late else _("Everything stands ready.")
    button = Button(
        _("Hand over to the customer…"),
        page.ask_hand_over,
        kind="primary",
        icon="key-variant",
        key="Ctrl+Return",
        name="hand_over",
    )
    return _gate(page, view, DeliveryAction.HAND_OVER, blockers_of_hand_over(page, view), button, lead)


def blockers_of_hand_over(page: DeliveryPage, view: DeliveryView) -> tuple[Blocker, ...]:
    """What blocks the hand-over but the signature, which is taken at the hand-over itself."""
    signing = page.signing_items()
    return tuple(
        each
        for each in view.steps.hand_over
        if each.kind is not BlockerKind.SIGNATURE and not (each.item_id and each.item_id in signing)
    )


def _handed_over(page: DeliveryPage, view: DeliveryView) -> list[QWidget]:
    lead = _("Handed over {moment}.").format(moment=wording.moment(view.handed_over_at) if view.handed_over_at else "")
    button = Button(
        _("Followed up"),
        partial(page.act, handing.finish_follow_up, view.entry.id),
        kind="plain" if view.may_book else "primary",
        icon="phone-check-outline",
        key="Ctrl+Return",
        name="follow_up",
    )
    return _gate(page, view, DeliveryAction.FOLLOW_UP, view.steps.follow_up, button, lead)


def _followed_up(page: DeliveryPage, view: DeliveryView) -> list[QWidget]:
    button = Button(
        _("Close"),
        partial(page.act, handing.close_delivery, view.entry.id),
        kind="plain" if view.may_book else "primary",
        icon="check",
        key="Ctrl+Return",
        name="close_delivery",
    )
    return _gate(page, view, DeliveryAction.CLOSE, view.steps.close, button, _("Followed up."))


def _gate(
    page: DeliveryPage,
    view: DeliveryView,
    action: DeliveryAction,
    blockers: Sequence[Blocker],
    button: Button,
    lead: str,
) -> list[QWidget]:
    """The step's button; above it in red everything in its way. Who may not take the step sees whose it is."""
    if action not in view.actions:
        words = _("The next step is taken by {name}.").format(name=view.entry.consultant)
        return [Band("neutral", words, lead=lead), *([Blocked(page, view, blockers)] if blockers else [])]
    if blockers:
        button.setEnabled(False)
        return [Blocked(page, view, blockers, button)]
    reason = view.actions[action]
    if reason is not None and getattr(reason, "field", "") != "blockers":
        button.setEnabled(False)
        return [Band("warn", i18n.say(reason), button, lead=lead)]
    tone = "bad" if view.entry.late else "ok"
    return [Band(tone, _("Nothing blocks the next step."), button, lead=lead)]


class Blocked(QFrame):
    """What is in the way of a step, each with its way out, beside the button that waits for it."""

    def __init__(
        self, page: DeliveryPage, view: DeliveryView, blockers: Sequence[Blocker], button: Button | None = None
    ) -> None:
        super().__init__()
        mark(self, "band", "bad")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INSIDE, 8, theme.INSIDE, 8)
        box.setSpacing(2)
        title = _("{count} things are in the way:").format(count=len(blockers))
        waiting = (button,) if button else ()
        box.addWidget(row(Glyph("shield-alert-outline", "bad", 22), Text(title, "bold"), "stretch", *waiting, gap=10))
        listed = [_line(text, way_out) for text, way_out in _lines(page, view, blockers)]
        if page.height() >= LOW or len(listed) == 1:
            for line in listed:
                box.addWidget(line)
            return
        area = scrolled(column(*listed, gap=2))
        area.setFixedHeight(_LOW_LINES)
        box.addWidget(area)


def _line(text: str, way_out: Sequence[Button]) -> QWidget:
    """A blocker in words with the buttons that lead out."""
    words = Text(text, tone="bad", wrap=True)
    line = row(Text("•", tone="bad"), words, *way_out, gap=8, margins=(32, 0, 0, 0))
    inner = line.layout()
    if isinstance(inner, QBoxLayout):
        inner.setStretch(1, 1)
    return line


def _lines(page: DeliveryPage, view: DeliveryView, blockers: Sequence[Blocker]) -> list[tuple[str, list[Button]]]:
    """The blockers in words, open items together, with the buttons that lead out."""
    items = [each for each in blockers if each.kind in _ITEMS]
    found: list[tuple[str, list[Button]]] = []
    if items:
        named = _(", ").join(f"“{each.name}”" for each in items[:_NAMED])
        text = (
            _("{count} required items are open: {named}") if len(items) > 1 else _("A required item is open: {named}")
        )
        words = text.format(count=len(items), named=named) + (" …" if len(items) > _NAMED else "")
        go = partial(page.go_to_item, items[0].item_id)
        found.append((words, [Button(_("Go there"), go, kind="link", key="F8", name="go_to_item")]))
    found += [(each.text, _way_out(page, view, each)) for each in blockers if each.kind not in _ITEMS]
    return found


def _way_out(page: DeliveryPage, view: DeliveryView, blocker: Blocker) -> list[Button]:
    kind = blocker.kind
    if kind is BlockerKind.MONEY:
        take = Button(_("Take the payment"), page.open_contract, kind="link", name="to_contract")
        overrule = Button(_("Overrule…"), page.ask_overrule, kind="link", name="overrule")
        return [take, overrule] if view.may_overrule else [take]
    if kind is BlockerKind.DISPATCH:
        if view.may_ask_release:
            return [Button(_("Ask for it"), page.ask_release, kind="link", key="F7", name="ask_release")]
        waits = view.dispatch is not None and view.dispatch.decision is NoteDecision.OPEN
        return [] if not waits else [Button(_("Show"), page.go_to_release, kind="link", name="show_release")]
    if kind is BlockerKind.UNIT:
        return [Button(_("Compare"), page.go_to_units, kind="link", key="F9", name="go_to_units")]
    if kind in (BlockerKind.RESERVATION, BlockerKind.CONTRACT):
        return [Button(_("To the contract"), page.open_contract, kind="link", name="to_contract")]
    if kind is BlockerKind.SIGNATURE and page.actor.may(Permission.HAND_OVER):
        return [Button(_("Sign…"), page.ask_signature, kind="link", name="sign")]
    if kind is BlockerKind.CALL:
        return [Button(_("Log the call…"), page.ask_call, kind="link", name="call")]
    if kind is BlockerKind.DEFECT:
        return [Button(_("Show"), page.go_to_defects, kind="link", name="go_to_defects")]
    return []
