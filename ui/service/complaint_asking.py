"""What is asked about a complaint: a new one, a step, the answer, the customer's word, the closing (W10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.complaints import actions, standing
from models.complaints.actions import ComplaintForm, CostForm, StepForm, WordForm
from models.complaints.states import WAYS_IN, WRITTEN, Subject, Way
from models.complaints.views import ComplaintView
from models.customers import lists as customers
from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.i18n import _, label, pick
from models.kernel.permissions import Actor
from models.staff import lists as staff
from models.trades.complaint_terms import Severity, terms
from ui.kit.dialogs import FormDialog
from ui.kit.editors import ChipChoice, ChoiceBox, DateEdit, MoneyEdit, NoteEdit, PhoneEdit, TextEdit
from ui.kit.forms import Field
from ui.kit.signing import SigningField
from ui.kit.widgets import Text

_WIDE = 620


def ask_new(
    page: QWidget,
    actor: Actor,
    opened: Callable[[int], object],
    *,
    customer_id: int = 0,
    subject: Subject = Subject.NOTHING,
    subject_id: int | None = None,
) -> FormDialog:
    """Ask for a new complaint; of a customer, of what it is about, or of whoever is on the phone."""
    if subject is not Subject.NOTHING and subject_id:
        customer_id, number, about = standing.subject_row(subject, subject_id)
    else:
        number, about = "", None

    def open_it(values: dict[str, Any]) -> None:
        form = ComplaintForm(**values, customer_id=customer_id or None, subject=subject, subject_id=subject_id)
        opened(actions.open_complaint(actor, form).id)

    people = [(row.id, row.name) for row in staff.everybody()]
    severity, way = ChipChoice(Severity), ChipChoice([(each, label(each)) for each in WAYS_IN])
    severity.set_value(Severity.MINOR)
    way.set_value(Way.PHONE)
    whom = ChoiceBox(people, empty=_("Nobody in particular"))
    whom.set_value(about)
    fields: list[Field | tuple[Field, ...] | QWidget] = []
    if customer_id:
        fields.append(Text(_who(actor, customer_id, subject, number), "bold", wrap=True))
    else:
        caller = Field("caller", _("Who complains"), TextEdit(longest=60))
        fields.append((caller, Field("phone", _("Phone"), PhoneEdit())))
    fields += [
        Field("words", _("In the customer's own words"), NoteEdit(lines=3), required=True),
        Field("wish", _("What the customer wants"), TextEdit(longest=200)),
        (
            Field(
                "category",
                _("Kind of complaint"),
                ChoiceBox(_named(terms().categories), empty=_("Choose…")),
                required=True,
            ),
            Field("about_id", _("Whom it is about"), whom),
        ),
        Field("severity", _("Severity"), severity, hint=_days_hint()),
        Field("way", _("How it came"), way),
    ]
    dialog = FormDialog(page, _("Open a complaint"), fields, open_it, _("Open a complaint"), width=_WIDE)
    dialog.form.focus("words" if customer_id else "caller")
    dialog.setMinimumHeight(620)
    dialog.open()
    return dialog


def _who(actor: Actor, customer_id: int, subject: Subject, number: str) -> str:
    found = customers.rows(actor, [customer_id])
    name = found[0].name if found else ""
    words = _("{customer}, {subject} {number}")
    return words.format(customer=name, subject=label(subject), number=number) if number else name


def _days_hint() -> str:
    days = terms().days
    told = [_("{severity} {days}").format(severity=label(each), days=days[each]) for each in Severity]
    return _("Working days until the answer: {days}").format(days=_(", ").join(told))


def _named(found: Any) -> list[tuple[str, str]]:
    return [(each.code, pick(each.name)) for each in found]


def ask_step(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask what was done, and what comes next."""
    kind = ChipChoice([(each, label(each)) for each in WRITTEN])
    kind.set_value(WRITTEN[0])

    def add(values: dict[str, Any]) -> None:
        actions.add_step(actor, view.row.id, view.row.version, StepForm(**values))

    dialog = FormDialog(
        page,
        _("Record a step"),
        [
            Field("kind", _("What was done"), kind),
            Field("text", _("What was said"), NoteEdit(lines=3), required=True),
            (
                Field("next_what", _("What comes next"), TextEdit(longest=200)),
                Field("next_on", _("By which day"), DateEdit()),
            ),
        ],
        add,
        width=_WIDE,
    )
    dialog.form.focus("text")
    dialog.open()
    return dialog


def ask_answer(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask what the customer was answered."""

    def answer(values: dict[str, Any]) -> None:
        actions.answer_complaint(actor, view.row.id, view.row.version, values["answer"])

    answered = NoteEdit(lines=4)
    answered.set_value(view.answer)
    field = Field("answer", _("What the customer was answered"), answered, required=True)
    dialog = FormDialog(page, _("Answer the customer"), [field], answer, _("Answered"), width=_WIDE)
    dialog.open()
    return dialog


def ask_word(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask for the customer's word: what they said and how, or their signature (W10)."""
    way = ChipChoice([(each, label(each)) for each in WAYS_IN])
    way.set_value(Way.PHONE)
    signing = SigningField(view.row.customer)

    def take(values: dict[str, Any]) -> None:
        signature = signing.signature()
        way = Way.SIGNED if signature else values["way"]
        form = WordForm(values["said"], way, signature=signature.content if signature else b"")
        actions.accept_complaint(actor, view.row.id, view.row.version, form)

    dialog = FormDialog(
        page,
        _("The customer's word"),
        [
            Field("said", _("What the customer said"), NoteEdit(lines=2)),
            Field("way", _("How the customer told you"), way),
            Text(_("Or the customer signs:"), "fine"),
            signing,
        ],
        take,
        _("The customer accepts"),
        intro=_("A complaint is closed only after the customer says that it is settled."),
        width=_WIDE,
    )
    dialog.open()
    return dialog


def ask_closing(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask for outcome, cause and lesson."""

    def close(values: dict[str, Any]) -> None:
        actions.close_complaint(actor, view.row.id, view.row.version, **values)

    outcome = ChoiceBox(_named(terms().outcomes), empty=_("Choose…"))
    outcome.set_value(view.outcome or None)
    cause, lesson = NoteEdit(lines=2), NoteEdit(lines=2)
    cause.set_value(view.root_cause)
    lesson.set_value(view.lesson)
    dialog = FormDialog(
        page,
        _("Close {number}").format(number=view.row.number),
        [
            Field("outcome", _("What came of it"), outcome, required=True),
            Field("root_cause", _("Cause"), cause, required=True),
            Field("lesson", _("Lesson"), lesson, required=True),
        ],
        close,
        _("Close"),
        width=_WIDE,
    )
    dialog.open()
    return dialog


def ask_reopening(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask why the customer is not satisfied after all."""

    def reopen(values: dict[str, Any]) -> None:
        actions.reopen_complaint(actor, view.row.id, view.row.version, values["reason"])

    field = Field("reason", _("What the customer says now"), NoteEdit(lines=3), required=True)
    intro = _("The deadline runs anew; the customer's word counts no longer.")
    dialog = FormDialog(page, _("Reopen"), [field], reopen, _("Reopen"), intro=intro)
    dialog.open()
    return dialog


def ask_costs(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask what it cost, by kind."""
    names = ("goodwill", "parts", "labour", "money")

    def keep(values: dict[str, Any]) -> None:
        costs = {name: values[name] or 0 for name in names}
        actions.set_costs(actor, view.row.id, view.row.version, CostForm(**costs))

    dialog = FormDialog(
        page,
        _("What it cost"),
        [
            (Field("goodwill", _("Goodwill"), MoneyEdit()), Field("parts", _("Parts"), MoneyEdit())),
            (Field("labour", _("Labour"), MoneyEdit()), Field("money", _("Money back"), MoneyEdit())),
        ],
        keep,
    )
    dialog.form.set_values({name: getattr(view, name) or None for name in names})
    dialog.open()
    return dialog


def ask_owner(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask who answers for it from now on."""

    def assign(values: dict[str, Any]) -> None:
        actions.assign_complaint(actor, view.row.id, view.row.version, values["owner_id"], values["reason"])

    owner = ChoiceBox([(row.id, row.name) for row in standing.handlers()])
    owner.set_value(view.row.owner_id)
    fields = [
        Field("owner_id", _("Who answers for it"), owner),
        Field("reason", _("Reason"), TextEdit(longest=200)),
    ]
    dialog = FormDialog(page, _("Assign"), fields, assign, _("Assign"))
    dialog.open()
    return dialog


def ask_deadline(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask how grave it is, and by when the customer has an answer."""

    def reckon(values: dict[str, Any]) -> None:
        told = values["severity"], values["due_on"], values["reason"]
        actions.reckon_complaint(actor, view.row.id, view.row.version, *told)

    severity = ChipChoice(Severity)
    severity.set_value(view.row.severity)
    dialog = FormDialog(
        page,
        _("Severity and deadline"),
        [
            Field("severity", _("Severity"), severity, hint=_days_hint()),
            Field("due_on", _("Another deadline"), DateEdit(), hint=_("Empty: as the severity says.")),
            Field("reason", _("Reason"), TextEdit(longest=200), required=True),
        ],
        reckon,
        width=_WIDE,
    )
    dialog.open()
    return dialog


def ask_file(page: QWidget, actor: Actor, view: ComplaintView) -> FormDialog:
    """Ask whose file a complaint belongs to, from those that its phone or name finds."""
    text = view.row.phone if "*" not in view.row.phone else view.row.customer
    found = customers.rows(actor, customers.found_ids(actor, text or view.row.customer, 20))
    choice = ChoiceBox([(row.id, f"{row.name} {row.phone}") for row in found], empty=_("Choose…"))
    if len(found) == 1:
        choice.set_value(found[0].id)

    def tie(values: dict[str, Any]) -> None:
        actions.tie_complaint(actor, view.row.id, view.row.version, values["customer_id"] or 0)

    intro = "" if found else _("No file was found by this name or phone. Open one first.")
    field = Field("customer_id", _("Customer file"), choice, required=True)
    dialog = FormDialog(page, _("Tie to a file"), [field], tie, _("Tie"), intro=intro)
    dialog.accept_button.setEnabled(bool(found))
    dialog.open()
    return dialog


def ask_period(page: QWidget, then: Callable[[Period], object]) -> FormDialog:
    """Ask for the days of a register: this month unless told."""
    today = clock.today()
    dialog = FormDialog(
        page,
        _("Register of complaints"),
        [(Field("first", _("From"), DateEdit()), Field("last", _("To"), DateEdit()))],
        lambda values: then(Period(values["first"] or today, values["last"] or today)),
        _("Show"),
    )
    dialog.form.set_values({"first": today.replace(day=1), "last": today})
    dialog.open()
    return dialog
