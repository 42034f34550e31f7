"""Checklists of deliveries and bays: templates with their sections and items, edited as the next version (D1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.delivery import lists
from models.delivery.rules import MOST_MINUTES
from models.delivery.template_actions import (
    ItemEdit,
    SectionEdit,
    TemplateForm,
    bring_back_template,
    retire_template,
    save_template,
    template_form,
)
from models.delivery.views import TemplateRow
from models.kernel import i18n
from models.kernel.changes import Changes
from models.kernel.errors import FrontdeskError, RuleError
from models.kernel.i18n import LANGUAGES, _
from models.kernel.permissions import Actor, Role
from models.trades.delivery_template import LONGEST_NAME, LONGEST_WORDING, Evidence, Gate, Means
from ui.kit import notices, theme
from ui.kit.editors import ChipChoice, ChoiceBox, CountEdit, NoteEdit, TextEdit, Tick
from ui.kit.forms import Field, Form
from ui.kit.layout import Front
from ui.kit.record_page import share_width
from ui.kit.widgets import Button, Chip, Panel, TabStrip, Text, clear, flowing, row, scrolled
from ui.settings.bays import BaysPart, delivery_bays
from ui.settings.desk import SettingsDesk
from ui.settings.outline import Outline

_LANGUAGE_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
_FORM_WIDTH = 360


class DaysEdit(TextEdit):
    """A day counted from the hand-over: -1 is the day before; empty for none."""

    def value(self) -> Any:
        """The days, None when empty. Raises RuleError for what is no whole number."""
        text = super().value().replace("\N{MINUS SIGN}", "-")
        if not text:
            return None
        if not text.lstrip("-").isdecimal():
            raise RuleError("Type a whole number.")
        return int(text)

    def set_value(self, value: Any) -> None:
        """Show ``value``."""
        super().set_value("" if value is None else str(value))


class TemplateEditor(QWidget):
    """One template at a time: its head, the outline, and the form of what is chosen there."""

    def __init__(self, actor: Actor) -> None:
        super().__init__()
        self._actor, self._filling, self._edited = actor, False, False
        self._form = TemplateForm("", ())
        self.templates = ChoiceBox([])
        self.templates.setMinimumWidth(240)
        self.templates.edited.connect(lambda: self.show_template(self.templates.value()))
        self.language = ChipChoice([(code, _LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self.language.set_value(i18n.language())
        self.language.edited.connect(lambda: self.show_template(self._form.code))
        self._about = QHBoxLayout()
        self.head, self.section, self.item = _head_form(), _section_form(), _item_form()
        self.outline = Outline()
        self.outline.currentItemChanged.connect(lambda now, before: self._show_chosen())
        self.outline.edited.connect(self._touch)
        self.head.edited.connect(self._touch)
        self.section.edited.connect(self._take_section)
        self.item.edited.connect(self._take_item)
        self.save_button = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_template")
        self.discard = Button(_("Discard"), lambda: self.show_template(self._form.code), name="discard")
        self.new = Button(_("New template"), self.start_new, icon="plus", name="new_template")
        self.retire = Button(_("Retire"), self._retire, name="retire")
        self._lay_out()
        self.show_list()

    def _lay_out(self) -> None:
        above = flowing(self.templates, self.new, self.retire, "stretch", self.language)
        tools = flowing(
            Button(_("Item"), self.outline.add_item, icon="plus", hint="Ins", name="add_item"),
            Button(_("Section"), self.outline.add_section, icon="plus", name="add_section"),
            Button(_("Up"), lambda: self.outline.step(-1), icon="chevron-up", hint="Alt+↑", name="move_up"),
            Button(_("Down"), lambda: self.outline.step(1), icon="chevron-down", hint="Alt+↓", name="move_down"),
            Button(_("Remove"), self.outline.remove, icon="delete-outline", hint="Del", name="remove"),
        )
        left = QVBoxLayout()
        left.addWidget(tools)
        left.addWidget(self.outline, 1)
        beside = QWidget()
        forms = QVBoxLayout(beside)
        forms.setContentsMargins(0, 0, 6, 0)
        for part in (self.section, self.item, Text(_("The template"), "bold"), self.head):
            forms.addWidget(part)
        forms.addStretch(1)
        area = scrolled(beside)
        share_width(self, area, _FORM_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(theme.GAP)
        middle.addLayout(left, 1)
        middle.addWidget(area)
        foot = QHBoxLayout()
        foot.addLayout(self._about)
        foot.addStretch(1)
        foot.addWidget(self.discard)
        foot.addWidget(self.save_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.addWidget(above)
        box.addLayout(middle, 1)
        box.addLayout(foot)

    def show_list(self, code: str = "") -> None:
        """The templates there are; the one named, or the one in sight, or the first."""
        rows = lists.template_rows()
        self.templates.set_choices([(each.code, _named(each)) for each in rows])
        codes = [each.code for each in rows]
        wanted = code or self._form.code
        self.show_template(wanted if wanted in codes else codes[0])

    def show_template(self, code: str) -> None:
        """Show a template as it stands; what was typed and not saved goes."""
        if not code:
            self.show_list()
            return
        self.templates.set_value(code)
        self._show_form(template_form(code, self.language.value()))
        self._set_edited(False)

    def _show_form(self, form: TemplateForm) -> None:
        self._form, self._filling = form, True
        self.head.set_values(
            {
                "name": form.name,
                "minutes": form.minutes,
                "bring": form.bring,
                "parts": "\n".join(form.parts),
                "in_bay": form.in_bay,
                "drives_home": form.drives_home,
            }
        )
        for each in (self.head, self.section, self.item):
            each.clear_errors()
        self.outline.show_sections(form.sections)
        self._filling = False
        self._show_chosen()
        self._show_about()

    def _show_about(self) -> None:
        clear(self._about)
        found = next((each for each in lists.template_rows() if each.code == self._form.code), None)
        self.retire.setVisible(found is not None)
        if found is None:
            return
        self.retire.say(_("Retire") if found.offered else _("Offer again"))
        version = _("Version {number}").format(number=found.no) if found.no else _("as shipped")
        self._about.addWidget(Chip(version, "accent"))
        if not found.offered:
            self._about.addWidget(Chip(_("retired") if found.retired else _("for another trade"), "warn"))
        count = _("{items} items, used by {used} deliveries that are not over; those keep their items.")
        self._about.addWidget(Text(count.format(items=found.items, used=found.used), "fine"))

    def _set_edited(self, edited: bool) -> None:
        """While something is typed and not saved, neither the template nor the language changes."""
        self._edited = edited
        for part in (self.templates, self.language, self.new, self.retire):
            part.setEnabled(not edited)
        for part in (self.save_button, self.discard):
            part.setEnabled(edited)

    def _touch(self) -> None:
        if not self._filling:
            self._set_edited(True)

    def _show_chosen(self) -> None:
        if self._filling:
            return
        chosen, self._filling = self.outline.chosen, True
        self.section.setVisible(isinstance(chosen, SectionEdit))
        self.item.setVisible(isinstance(chosen, ItemEdit))
        if isinstance(chosen, SectionEdit):
            self.section.set_values({"name": chosen.name, "for_each": chosen.for_each})
            self.section.clear_errors()
        elif isinstance(chosen, ItemEdit):
            names = ("wording", "required", "role", "evidence", "gate", "means", "days")
            self.item.set_values({name: getattr(chosen, name) for name in names})
            self.item.clear_errors()
        self._filling = False

    def _take_section(self) -> None:
        chosen = self.outline.chosen
        if not self._filling and isinstance(chosen, SectionEdit):
            self.outline.rewrite(replace(chosen, **self.section.values()))

    def _take_item(self) -> None:
        chosen = self.outline.chosen
        if self._filling or not isinstance(chosen, ItemEdit):
            return
        try:
            values = self.item.values()
        except RuleError:
            self._touch()
            return
        self.outline.rewrite(replace(chosen, **values))

    def start_new(self) -> None:
        """Begin a template of the store's own."""
        first = SectionEdit(_("The day before"), (ItemEdit(_("Customer called"), means=Means.CALL, gate=Gate.READY),))
        self._show_form(TemplateForm("", (first,)))
        self._set_edited(True)
        self.head.focus("name")

    def save(self) -> None:
        """Save as the next version; what is wrong is said where it is."""
        try:
            head = self.head.values()
            self.item.values()
            parts = tuple(line.strip() for line in head.pop("parts").split("\n") if line.strip())
            minutes = head.pop("minutes") or 0
            form = replace(self._form, **head, parts=parts, minutes=minutes, sections=self.outline.sections())
            save_template(self._actor, self.language.value(), form)
        except FrontdeskError as error:
            self._say(error)
            return
        known = {each.code for each in lists.template_rows()}
        before = {self.templates.itemData(place) for place in range(self.templates.count())}
        self._set_edited(False)
        self.show_list(self._form.code or next(iter(known - before), ""))
        notices.tell(_("Saved. Deliveries planned from now on use it."))

    def _say(self, error: FrontdeskError) -> None:
        parts = (error.field or "").split(".")
        if parts[0] != "sections" or len(parts) < 3:
            (self.item if parts[0] == "days" else self.head).show_error(error)
            return
        item = int(parts[3]) if len(parts) > 3 else None
        self.outline.go_to(int(parts[1]), item)
        where = self.item if item is not None else self.section
        where.show_error(type(error)(error.template, field=parts[-1], **error.parameters))

    def _retire(self) -> None:
        found = next(each for each in lists.template_rows() if each.code == self._form.code)
        act = retire_template if found.offered else bring_back_template
        try:
            act(self._actor, found.code)
        except FrontdeskError as error:
            notices.error(error)
        self.show_list()

    def refresh(self) -> None:
        """Show what others saved, unless something is being typed."""
        if not self._edited:
            self.show_list()


def _named(each: TemplateRow) -> str:
    return each.name if each.offered else _("{name} (retired)").format(name=each.name)


def _head_form() -> Form:
    return Form(
        Field("name", _("Name of the template"), TextEdit(longest=LONGEST_NAME), required=True),
        Field("minutes", _("Takes (min)"), CountEdit(1, MOST_MINUTES)),
        Field("bring", _("What the customer is told to bring"), NoteEdit(lines=2)),
        Field("parts", _("Taken over one by one, a room or piece a line"), NoteEdit(lines=3)),
        Field("in_bay", "", Tick(_("happens in a bay"))),
        Field("drives_home", "", Tick(_("the customer drives home and is called"))),
    )


def _section_form() -> Form:
    return Form(
        Field("name", _("Section"), TextEdit(longest=LONGEST_NAME), required=True),
        Field("for_each", "", Tick(_("once for each room or piece"))),
    )


def _item_form() -> Form:
    return Form(
        Field("wording", _("Item"), TextEdit(longest=LONGEST_WORDING), required=True),
        Field("required", "", Tick(_("required: no hand-over while it is open"))),
        Field("role", _("Who does it"), ChoiceBox(Role)),
        Field("evidence", _("Evidence"), ChoiceBox(Evidence)),
        Field("gate", _("When at the latest"), ChoiceBox(Gate)),
        Field("means", _("What it tells the program"), ChoiceBox(Means)),
        Field("days", _("Days from the hand-over, -1 the day before"), DaysEdit(longest=5)),
    )


class DeliveriesPage(QWidget):
    """The templates of checklists, and the bays."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        actor = desk.session.actor
        self.strip = TabStrip([("templates", _("Checklists")), ("bays", _("Bays"))])
        self.editor, self.bays = TemplateEditor(actor), BaysPart(actor, delivery_bays())
        self._front = Front()
        for part in (self.editor, self.bays):
            self._front.addWidget(part)
        self.strip.chosen.connect(lambda key: self._front.setCurrentWidget(self.bays if key == "bays" else self.editor))
        panel = Panel(flush=True)
        panel.add(row(self.strip, margins=(12, 6, 12, 0)), self._front)
        panel.body.setStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)

    def refresh(self, changes: Changes | None) -> None:
        """Show what others changed."""
        if changes is None or changes.touches("delivery_template"):
            self.editor.refresh()
        if changes is None or changes.touches("bay"):
            self.bays.show_bays()
