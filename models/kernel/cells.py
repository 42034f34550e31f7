"""Cells of tables that spreadsheets open: texts that never become formulas, amounts as plain numbers."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def text_cell(text: str) -> str:
    """A text that a spreadsheet takes for a formula gets a quotation mark before it and stays text."""
    return f"'{text}" if text[:1] in FORMULA_STARTS and text else text


def decimal(hundredths: int) -> str:
    """Fen as yuan, or hundredths as a number, with two decimals and a point."""
    sign, rest = ("-" if hundredths < 0 else ""), abs(hundredths)
    return f"{sign}{rest // 100}.{rest % 100:02d}"
