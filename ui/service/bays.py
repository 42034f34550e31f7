"""The bays of the workshop as screens name them."""

from __future__ import annotations

from ui.service import work_words

_MOST = 12


def bay_choices() -> list[tuple[int, str]]:
    """The bays that may be chosen, with their names."""
    return [(number, work_words.bay(number)) for number in range(1, _MOST + 1)]
