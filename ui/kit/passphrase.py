"""Asking for a new passphrase, typed twice, so that a slip of a finger locks nobody out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel.errors import RuleError
from models.kernel.i18n import _
from ui.kit.dialogs import FormDialog
from ui.kit.editors import WordsEdit
from ui.kit.forms import Field


def ask_new_passphrase(
    parent: QWidget, title: str, on_passphrase: Callable[[str], object], accept_text: str = "", intro: str = ""
) -> None:
    """Hand what was typed to ``on_passphrase``; while that raises errors for people the dialog stays."""

    def hand_over(values: dict[str, Any]) -> None:
        if values["passphrase"] != values["again"]:
            raise RuleError("The two passphrases are not the same.", field="again")
        on_passphrase(values["passphrase"])

    fields = [
        Field("passphrase", _("New passphrase"), WordsEdit(), _("At least 8 characters"), required=True),
        Field("again", _("Passphrase once more"), WordsEdit(), required=True),
    ]
    FormDialog(parent, title, fields, hand_over, accept_text, intro).open()
