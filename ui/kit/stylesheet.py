"""The program's one stylesheet, written from the theme's colours."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from ui.kit.theme import FINE, INPUT, NEXT, PANEL_RADIUS, RADIUS, RECORD, TITLE, TOTAL, Tokens

_SHEET = Template("""
QMainWindow, QDialog, #page { background: $background; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px 6px; }

QFrame[panel="true"] { background: $panel; border: 1px solid $line; border-radius: ${panel_radius}px; }
QFrame[bar="top"] { background: $panel; border: none; border-bottom: 1px solid $line; }
QFrame[bar="bottom"] { background: $panel; border: none; border-top: 1px solid $line; }
QFrame[rule="true"] { background: $line; border: none; }
QFrame[band] { border: none; border-radius: ${panel_radius}px; }
QFrame[band="neutral"] { background: $neutral_soft; }
QFrame[band="accent"] { background: $accent_soft; }
QFrame[band="ok"] { background: $ok_soft; }
QFrame[band="warn"] { background: $warn_soft; }
QFrame[band="bad"] { background: $bad_soft; border: 1px solid $bad; }
QFrame[panel="true"] QFrame[band] { border-radius: 0; border-left: none; border-right: none; }
QFrame[notice="true"] { background: $panel; border: 1px solid $line; border-radius: ${panel_radius}px; }
QFrame[popup="true"] { background: $panel; border: 1px solid $line; border-radius: ${panel_radius}px; }
QFrame[popup="true"] QWidget[plain="true"] { background: $panel; }

QLabel[look="dim"], QLabel[look="fine"], QLabel[look="second"] { color: $dim; }
QLabel[look="fine"] { font-size: ${fine}px; }
QLabel[look="second"] { font-size: 13px; }
QLabel[look="bold"] { font-weight: bold; }
QLabel[look="title"] { font-size: ${title}px; font-weight: bold; }
QLabel[look="record"] { font-size: ${record}px; font-weight: bold; }
QLabel[look="total"] { font-size: ${total}px; font-weight: bold; }
QLabel[look="next"] { font-size: ${next}px; font-weight: bold; }
QLabel[tone="dim"], QLabel[tone="neutral"] { color: $dim_ink; }
QLabel[tone="text"] { color: $text; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok_ink; }
QLabel[tone="warn"] { color: $warn_ink; }
QLabel[tone="bad"] { color: $bad_ink; }
QFrame[band] QLabel[look="dim"] { color: $dim_ink; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $panel; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 0 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox { min-height: ${input_inner}px; max-height: ${input_inner}px; }
QPlainTextEdit { padding: 5px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border-color: $accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $bad; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $background; color: $dim; }
QLineEdit:read-only { background: $background; }
QLineEdit[search="true"] { background: $background; }
QLineEdit[search="true"]:focus { background: $panel; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 6px; border-radius: 4px; }

QAbstractItemView { background: $panel; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QHeaderView { background: $header; border: none; }
QHeaderView::section { background: $header; color: $dim; border: none; border-bottom: 1px solid $line;
    padding: 0 12px; font-size: ${fine}px; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $header; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[plain="true"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QPushButton { background: $panel; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 7px 14px; }
QPushButton:hover, QPushButton:focus { border-color: $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:disabled { color: $dim; }

QProgressBar { background: $neutral_soft; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 10px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $dim; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QSplitter::handle { background: transparent; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: none; padding: 6px; icon-size: 18px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $panel; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The stylesheet in the colours of ``tokens``."""
    sizes = {
        "radius": RADIUS,
        "panel_radius": PANEL_RADIUS,
        "fine": FINE,
        "title": TITLE,
        "record": RECORD,
        "total": TOTAL,
        "next": NEXT,
        "input_inner": INPUT - 2,
    }
    return _SHEET.substitute(asdict(tokens), **sizes)
