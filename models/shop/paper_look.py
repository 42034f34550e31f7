"""How the store wants its papers: colour, words at head and foot, and for each kind its terms, columns and size."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from models.kernel import settings
from models.kernel.errors import RuleError
from models.kernel.i18n import N_
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.papers.facts import STANDARD_ACCENT, PaperKind, PaperLook, PaperSize, StoreHead
from models.shop.profile import profile

LEAST_CONTRAST = 4.5
LONGEST_LINE, LONGEST_TERMS = 120, 2000

COLUMNS: dict[PaperKind, dict[str, str]] = {
    kind: {"spec": N_("Specification and remarks"), "unit_price": N_("Unit price"), "discount": N_("Discount")}
    for kind in (PaperKind.QUOTE, PaperKind.CONTRACT)
}
"""The columns a paper can do without, with their names."""

TERMS = (PaperKind.QUOTE, PaperKind.RECEIPT, PaperKind.SETTLEMENT)
"""The papers that end with terms of the store's own; a contract's are its trade's clauses."""

SMALL_SIZES = (PaperSize.A5, PaperSize.FORM_140, PaperSize.FORM_93)
SIZES: dict[PaperKind, tuple[PaperSize, ...]] = dict.fromkeys(
    (PaperKind.RECEIPT, PaperKind.PAYMENT_REMINDER, PaperKind.WORK_RECEIPT), SMALL_SIZES
) | dict.fromkeys(
    (
        *(PaperKind.DISPATCH_NOTE, PaperKind.DELIVERY_CHECKLIST, PaperKind.DELIVERY_CONFIRMATION),
        *(PaperKind.SETTLEMENT, PaperKind.GATE_PASS),
    ),
    (PaperSize.A4, PaperSize.FORM_140),
)
"""The papers that fit several sheets; every other one is A4."""


@dataclass(frozen=True)
class KindLook:
    """What belongs to one kind of paper: ``terms`` one a line, the columns left out, and the sheet."""

    terms: str = ""
    hidden: tuple[str, ...] = ()
    size: str = ""


@dataclass(frozen=True)
class PaperLooks:
    """The look of every paper; ``accent`` as #RRGGBB, ``kinds`` by the code of the kind."""

    accent: str = STANDARD_ACCENT
    header: str = ""
    footer: str = ""
    kinds: dict[str, KindLook] = field(default_factory=dict)

    def of(self, kind: PaperKind) -> KindLook:
        """What is said about one kind."""
        return self.kinds.get(kind.value, KindLook())

    def look(self, kind: PaperKind | None) -> PaperLook:
        """The look of one kind's paper; without a kind, what all have in common."""
        own = self.of(kind) if kind else KindLook()
        terms = tuple(line for line in own.terms.split("\n") if line.strip())
        return PaperLook(self.accent, self.header, self.footer, terms, own.hidden)

    def size(self, kind: PaperKind) -> PaperSize:
        """The sheet this kind is printed on; small papers go where receipts go unless something else is said."""
        if kind not in SIZES:
            return PaperSize.A4
        if self.of(kind).size:
            return PaperSize(self.of(kind).size)
        return PaperSize.A4 if PaperSize.A4 in SIZES[kind] else profile().receipt_size


def looks() -> PaperLooks:
    """The looks as they stand."""
    stored: dict[str, Any] = settings.read("papers", {})
    kinds = {code: KindLook(each["terms"], tuple(each["hidden"]), each["size"]) for code, each in _kinds(stored)}
    return PaperLooks(**{**stored, "kinds": kinds})


def _kinds(stored: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return list(stored.get("kinds", {}).items())


def paper_head(kind: PaperKind | None = None) -> StoreHead:
    """The store's header with the look of one kind of paper."""
    return replace(profile().head(), look=looks().look(kind))


def checked(new: PaperLooks) -> PaperLooks:
    """The looks as they may be kept. Raises RuleError at the field that is wrong."""
    accent = new.accent.strip().upper()
    if not re.fullmatch("#[0-9A-F]{6}", accent):
        raise RuleError("Type a colour as # and six digits or letters from A to F.", field="accent")
    if contrast_with_white(accent) < LEAST_CONTRAST:
        raise RuleError("This colour is too pale to be read on white paper.", field="accent")
    header = limited(one_line(new.header), LONGEST_LINE, "header")
    footer = limited(one_line(new.footer), LONGEST_LINE, "footer")
    return PaperLooks(accent, header, footer, {code: _checked_kind(code, each) for code, each in new.kinds.items()})


def _checked_kind(code: str, look: KindLook) -> KindLook:
    kind = PaperKind(code)
    terms = limited(look.terms.strip(), LONGEST_TERMS, f"kinds.{code}.terms")
    hidden = tuple(name for name in COLUMNS.get(kind, ()) if name in look.hidden)
    size = look.size if look.size in SIZES.get(kind, ()) else ""
    return KindLook(terms if kind in TERMS else "", hidden, size)


def contrast_with_white(colour: str) -> float:
    """How well a colour stands out from white paper, 1 to 21, by WCAG's formula."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
