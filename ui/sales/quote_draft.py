"""What was typed on a quote and could not be saved yet, kept for the person who typed it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from models.sales.finance import FinanceMethod
from models.sales.quote_forms import OfferForm
from models.staff import lists as staff
from models.staff.actions import keep_draft
from ui.sales.typed_lines import from_text, to_text

if TYPE_CHECKING:
    from ui.sales.quote_page import QuotePage


class QuoteDraft:
    """The kept draft of whatever quote is on the page."""

    def __init__(self, page: QuotePage) -> None:
        self._page = page
        self._kept = False

    def read(self) -> dict[str, Any] | None:
        """What this person typed and could not save, or None."""
        page = self._page
        kept = staff.draft(page.actor, self._name) if page.writable() else ""
        self._kept = bool(kept)
        return json.loads(kept) if kept else None

    def keep(self, version: int) -> None:
        """Keep what stands on the page, wrong texts too."""
        page = self._page
        kept: dict[str, Any] = {
            "version": version,
            "lines": to_text(page.lines.lines),
            "whole_discount": page.price.whole.text(),
            "plan": page.plan.plan.value(),
            "offers": [asdict(offer) for offer in page.aside.finance.offers],
            "expected_on": page.aside.stock.day.line.text(),
            "valid_days": page.head.days.text(),
            "needs": page.head.needs.text(),
            "note": page.note.toPlainText(),
        }
        self._kept = True
        keep_draft(page.actor, self._name, json.dumps(kept, ensure_ascii=False))

    def forget(self) -> None:
        """What was kept is no longer wanted."""
        if self._kept:
            self._kept = False
            keep_draft(self._page.actor, self._name, "")

    def take_up(self, kept: dict[str, Any]) -> None:
        """Put what was kept into the inputs again."""
        page = self._page
        page.lines.set_lines(from_text(kept["lines"]), True)
        page.price.whole.setText(kept["whole_discount"])
        page.plan.plan.set_value(kept["plan"])
        offers = [{**each, "method": FinanceMethod(each["method"])} for each in kept.get("offers", [])]
        page.aside.finance.show_offers(tuple(OfferForm(**each) for each in offers), True)
        page.aside.stock.day.line.setText(kept.get("expected_on", ""))
        page.head.days.setText(kept["valid_days"])
        page.head.needs.setText(kept["needs"])
        page.aside.write_note(kept["note"])

    @property
    def _name(self) -> str:
        return f"quote {self._page.quote_id}"
