"""How long a campaign runs: short in every test run, long where ``make prove`` asks for proof."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., object])
PROVE = os.environ.get("FRONTDESK_PROVE") == "1"


def campaign(short: int, long: int) -> int:
    """How many rounds: ``long`` when FRONTDESK_PROVE is 1, else ``short``."""
    return long if PROVE else short


def has_long_form(test: Test) -> Test:
    """Mark a test whose short form always runs and whose long form belongs to ``make prove``."""
    return pytest.mark.prove(test) if PROVE else test
