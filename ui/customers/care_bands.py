"""What stands out about a file besides its next step: likely duplicates, a merge of today, that it was given up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.customers import duplicates, losing, protection
from models.customers.duplicates import Duplicate, Typed
from models.customers.kinds import CLOSED_STAGES, Decision, Stage
from models.customers.lists import CustomerFile
from models.customers.losing import Loss
from models.customers.losing_actions import confirm_loss, refuse_loss, wake_file
from models.customers.merge_actions import keep_apart
from models.customers.merge_view import undoable
from models.customers.protection_actions import claim
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor, Permission
from ui.customers.merge_page import undo
from ui.customers.wording import called
from ui.kit import notices, wording
from ui.kit.dialogs import FormDialog
from ui.kit.editors import TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button, clear

_MOST_SHOWN = 2

Merge = Callable[[int, int], object]


def care_bands(parent: QWidget, actor: Actor, file: CustomerFile, merge: Merge) -> list[QWidget]:
    """The bands of a file; ``merge`` shows it beside another one."""
    found: list[QWidget] = []
    may_edit = actor.may(Permission.EDIT_FILE)
    if may_edit and (last := undoable(actor, file.id)) is not None:
        button = Button(_("Undo the merge"), partial(undo, actor, last.id), icon="undo", name="undo_merge")
        found.append(Band("neutral", _("Another file was merged into this one today."), button, icon="call-merge"))
    losses = losing.losses_of(file.id)
    if losses and losses[0].decision is Decision.OPEN:
        found.append(_waiting(parent, actor, losses[0]))
    elif losses and file.stage is Stage.LOST:
        found.append(_lost(actor, losses[0]))
    if may_claim(actor, file):
        found.append(_free(actor, file))
    if may_edit:
        like = duplicates.of_file(actor, file.id)
        found += [_alike(actor, file, each, merge) for each in like[:_MOST_SHOWN]]
    return found


def may_claim(actor: Actor, file: CustomerFile) -> bool:
    """Whether somebody may take a prospect from the pool."""
    free = file.stage not in CLOSED_STAGES and not file.protected_days
    return actor.may(Permission.EDIT_FILE) and protection.sells(actor) and free


def _free(actor: Actor, file: CustomerFile) -> Band:
    name = called(file.name, file.form_of_address)

    def take() -> None:
        if _do(partial(claim, actor, file.id)):
            notices.tell(_("{name} is yours; call within two days.").format(name=name))

    text = _("Who contacts them next looks after them.")
    lead = _("No longer protected for {name}.").format(name=file.owner) if file.owner else _("In the pool.")
    button = Button(_("Take from the pool"), take, icon="account-arrow-left-outline", key="F8", name="claim")
    return Band("accent", text, button, lead=lead, icon="account-group-outline")


def _waiting(parent: QWidget, actor: Actor, loss: Loss) -> Band:
    text = _("{name} gives this prospect up, last offered {amount}: {why}").format(
        name=loss.staff, amount=wording.yuan(loss.value), why=_why(loss)
    )
    if not actor.may(Permission.MANAGE_FILES):
        return Band("warn", text, lead=_("Waits for the manager:"), icon="account-clock-outline")
    agree = partial(_do, partial(confirm_loss, actor, loss.id))
    confirm = Button(_("Confirm"), agree, kind="primary", name="confirm_loss")
    refuse = Button(_("Refuse…"), partial(_ask_refusal, parent, actor, loss), name="refuse_loss")
    return Band("warn", text, confirm, refuse, icon="account-remove-outline")


def _ask_refusal(parent: QWidget, actor: Actor, loss: Loss) -> None:
    def refuse(values: dict[str, Any]) -> None:
        refuse_loss(actor, loss.id, values["remark"])

    title = _("{name} is not given up").format(name=called(loss.customer, loss.form_of_address))
    FormDialog(parent, title, [Field("remark", _("Why"), TextEdit())], refuse, _("Send back")).open()


def _lost(actor: Actor, loss: Loss) -> Band:
    wakes = _("wakes on {day}").format(day=wording.day(loss.wakes_on)) if loss.wakes_on else ""
    facts = (_why(loss), loss.staff, wording.moment(loss.lost_at), wakes)
    text = wording.GAP.join(part for part in facts if part)
    again = Button(_("Take up again"), partial(_do, partial(wake_file, actor, loss.customer_id)), name="wake_file")
    buttons = [again] if actor.may(Permission.EDIT_FILE) else []
    return Band("neutral", text, *buttons, lead=_("Lost:"), icon="account-off-outline")


def _why(loss: Loss) -> str:
    reason = losing.reason_words(loss.reason)
    return _("{reason}: {told}").format(reason=reason, told=loss.told) if loss.told else reason


def _alike(actor: Actor, file: CustomerFile, other: Duplicate, merge: Merge) -> Band:
    """A file that may be about the same person; the older of two is the one that is kept."""
    name = called(other.name, other.form_of_address)
    text = wording.GAP.join(part for part in (name, other.phone, other.owner) if part)
    pair = (min(file.id, other.id), max(file.id, other.id))
    compare = Button(_("Compare…"), partial(merge, *pair), icon="call-merge", name=f"compare_{other.id}")
    apart = Button(_("Different people"), partial(_do, partial(keep_apart, actor, *pair)), name=f"apart_{other.id}")
    return Band("warn", text, compare, apart, lead=label(other.likeness), icon="account-question-outline")


def _do(action: Callable[[], object]) -> bool:
    try:
        action()
    except FrontdeskError as error:
        notices.error(error)
        return False
    return True


class LikelySame(QWidget):
    """Under a form: the files that may be about who is being typed, each with the way to it."""

    def __init__(self, actor: Actor, besides: int, merge: Merge) -> None:
        super().__init__()
        self._actor, self._besides, self._merge = actor, besides, merge
        self.found: Sequence[Duplicate] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def look(self, typed: Typed) -> None:
        """Show who may be meant."""
        self.found = duplicates.duplicates(self._actor, typed, self._besides)
        clear(self._box)
        for each in self.found[:_MOST_SHOWN]:
            name = called(each.name, each.form_of_address)
            text = wording.GAP.join(part for part in (name, each.phone, each.owner) if part)
            pair = (min(self._besides, each.id), max(self._besides, each.id))
            compare = Button(_("Compare…"), partial(self._merge, *pair), icon="call-merge", name=f"compare_{each.id}")
            lead, tone = label(each.likeness), "bad" if each.certain else "warn"
            self._box.addWidget(Band(tone, text, compare, lead=lead, icon="account-question-outline"))
        self.setVisible(bool(self.found))
