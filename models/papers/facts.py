"""Plain values that every paper is drawn from; texts are already in the paper's language, money is fen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from models.kernel.i18n import N_, LabelledEnum


class PaperKind(LabelledEnum):
    """The papers the store prints."""

    QUOTE = "quote", N_("Quote")
    CONTRACT = "contract", N_("Contract")
    RECEIPT = "receipt", N_("Receipt")
    ROTATION_DAY = "rotation_day", N_("Closing sheet of the rotation")
    LINE_UP = "line_up", N_("Line-up sheet")


class PaperSize(LabelledEnum):
    """Sheets in the printer."""

    A4 = "a4", N_("A4")
    A5 = "a5", N_("A5")
    FORM_93 = "241x93", N_("241 × 93 mm continuous")
    FORM_140 = "241x140", N_("241 × 140 mm continuous")


class Watermark(LabelledEnum):
    """What is written across a paper that must not be taken for the valid one."""

    NONE = "", ""
    DRAFT = "draft", N_("DRAFT")
    VOID = "void", N_("VOID")


@dataclass(frozen=True, slots=True)
class StoreHead:
    """Who prints: the store's header."""

    name: str
    address: str = ""
    phone: str = ""
    tax_number: str = ""
    bank: str = ""
    bank_account: str = ""
    logo: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Printing:
    """One print of a paper: who, when (local time), whether it is a copy, and in which language its labels are.

    ``carbonless`` counts on continuous forms only: one print goes through all copies of the set; otherwise each copy
    is printed by itself with its mark framed.
    """

    language: str
    printed_by: str
    printed_at: datetime
    check_value: str = ""
    copy: bool = False
    watermark: Watermark = Watermark.NONE
    size: PaperSize = PaperSize.A4
    carbonless: bool = True
