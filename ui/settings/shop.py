"""What the shop says about itself on screen and paper."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.changes import Changes
from models.kernel.i18n import _
from models.papers.facts import PaperSize
from models.shop.actions import change_profile
from models.shop.profile import profile
from ui.kit import notices
from ui.kit.editors import ChoiceBox, PhoneEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.logo_edit import LogoEdit
from ui.kit.widgets import Button, Panel, Text
from ui.settings.desk import SettingsDesk

_FORMS = (PaperSize.A5, PaperSize.FORM_140, PaperSize.FORM_93)
_LANGUAGES = (("zh_CN", "简体中文"), ("zh_TW", "繁體中文"), ("en", "English"))


class ShopPage(QWidget):
    """The profile as a form."""

    def __init__(self, desk: SettingsDesk) -> None:
        super().__init__()
        self._desk, self._edited = desk, False
        self.form = Form(
            Field("name", _("Name of the shop"), TextEdit(longest=60), required=True),
            (Field("address", _("Address"), TextEdit()), Field("phone", _("Phone"), PhoneEdit())),
            Field("tax_number", _("Tax number"), TextEdit(longest=40)),
            (Field("bank", _("Bank"), TextEdit()), Field("bank_account", _("Account number"), TextEdit(longest=60))),
            (
                Field("receipt_size", _("Paper for receipts"), ChoiceBox([(size, _(size.label)) for size in _FORMS])),
                Field("paper_language", _("Language of papers"), ChoiceBox(_LANGUAGES)),
            ),
            Field("logo", _("Logo"), LogoEdit(), _("Printed 12 mm high at the head of papers.")),
            on_enter=self.save,
        )
        self._save = Button(_("Save"), self.save, kind="primary", key="Ctrl+S", name="save_shop")
        self.form.edited.connect(self._mark_edited)
        for name in ("receipt_size", "paper_language"):
            self.form.editor(name).activated.connect(lambda place: self._mark_edited())
        panel = Panel(_("Shop"), self._save)
        panel.add(
            Text(_("This stands at the head of every quote, contract and receipt."), "dim"),
            self.form,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panel)
        box.addStretch(1)
        self._show()

    def _show(self) -> None:
        self.form.set_values({name: value for name, value in asdict(profile()).items() if name != "sample_data"})
        self._edited = False
        self._save.setEnabled(False)

    def _mark_edited(self) -> None:
        self._edited = True
        self._save.setEnabled(True)

    def refresh(self, changes: Changes | None) -> None:
        """Show the profile as it is, unless somebody is changing it here."""
        if not self._edited:
            self._show()

    def save(self) -> None:
        """Keep what was typed."""
        if self._edited and self.form.submit(self._change):
            self._desk.shop_changed()
            self._show()
            notices.tell(_("Saved"))

    def _change(self, values: dict[str, Any]) -> None:
        change_profile(self._desk.session.actor, replace(profile(), **values))
