"""The application as the kit's widgets expect it: its look, in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from models.kernel import i18n
from ui.kit import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = i18n.language()
    i18n.set_language("en")
    theme.apply(qapp, "light")
    yield
    i18n.set_language(before)
