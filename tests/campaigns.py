"""How long a campaign runs: short in every test run, long where ``make prove`` asks for proof."""

from __future__ import annotations

import os

PROVE = os.environ.get("FRONTDESK_PROVE") == "1"


def campaign(short: int, long: int) -> int:
    """How many rounds: ``long`` when FRONTDESK_PROVE is 1, else ``short``."""
    return long if PROVE else short
