"""A customer's grade: granted by whoever may, proposed by everybody else, decided where it is shown (C9)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from models.customers import file_lists
from models.customers.file_lists import ProposalRow
from models.customers.grade_actions import decide_grade, grant_grade, may_grant, propose_grade
from models.customers.lists import CustomerFile
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor, Permission
from models.shop.profile import trade
from ui.customers.wording import called, grade_name
from ui.kit import notices
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, TextEdit
from ui.kit.forms import Field
from ui.kit.widgets import Band, Button


def ask_grade(parent: QWidget, actor: Actor, file: CustomerFile) -> None:
    """Choose a grade: it is granted where this person may, else proposed with its reason."""
    grades = trade().grades
    granting = {grade.code for grade in grades if actor.may(Permission.GRADE) and may_grant(actor, grade)}

    def choose(values: dict[str, Any]) -> None:
        grade = values["grade"] or ""
        if (grade or file.grade) in granting:
            grant_grade(actor, file.id, grade)
        else:
            propose_grade(actor, file.id, grade, values["reason"])
            notices.tell(_("Proposed; whoever grants it sees it on the file."))

    choice = ChipChoice([("", _("None")), *((each.code, pick(each.name)) for each in grades)])
    choice.set_value(file.grade)
    hint = _("Needed where somebody else grants it.")
    fields = [Field("grade", _("Grade"), choice), Field("reason", _("Why"), TextEdit(), hint)]
    title = _("Grade of {name}").format(name=called(file.name, file.form_of_address))
    FormDialog(parent, title, fields, choose).open()


def proposals_to_decide(parent: QWidget, actor: Actor, file: CustomerFile) -> list[QWidget]:
    """The open proposals this person decides, with the buttons that do it."""
    return [_band(parent, actor, each) for each in file_lists.open_proposals(actor, file.id) if each.mine_to_decide]


def proposals_of(actor: Actor, customer_id: int) -> str:
    """The grades that are proposed, and by whom."""
    open_ones = file_lists.open_proposals(actor, customer_id)
    words = _("{grade}, proposed by {name}: {reason}")
    return "\n".join(
        words.format(grade=grade_name(each.grade), name=each.proposed_by, reason=each.reason) for each in open_ones
    )


def _band(parent: QWidget, actor: Actor, proposal: ProposalRow) -> Band:
    words = _("{name} proposes {grade}: {reason}").format(
        name=proposal.proposed_by, grade=grade_name(proposal.grade), reason=proposal.reason
    )
    grant = Button(
        _("Grant"), partial(_do, partial(decide_grade, actor, proposal.id, granted=True)), name="grant_grade"
    )
    refuse = Button(_("Refuse…"), partial(_ask_refusal, parent, actor, proposal), name="refuse_grade")
    return Band("warn", words, grant, refuse, icon="star-outline")


def _ask_refusal(parent: QWidget, actor: Actor, proposal: ProposalRow) -> None:
    def refuse(values: dict[str, Any]) -> None:
        decide_grade(actor, proposal.id, granted=False, answer=values["answer"])

    title = _("Refuse {grade}").format(grade=grade_name(proposal.grade))
    FormDialog(parent, title, [Field("answer", _("Why"), TextEdit())], refuse).open()


def _do(action: Callable[[], object]) -> None:
    try:
        action()
    except FrontdeskError as error:
        notices.error(error)
