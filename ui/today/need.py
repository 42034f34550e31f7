"""One thing that waits for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

SHOWROOM, FOLLOW_UP, MESSAGE, REGISTER = "showroom", "follow_up", "message", "register"
"""What a need opens besides a record: the board of the showroom, the panel of a call, a message, the registers."""


@dataclass(frozen=True)
class Need:
    """One thing that waits; ``rank`` then ``since`` order those of one tone, what is
    ``above`` before all others. The button opens ``kind`` and ``id``."""

    tone: str
    rank: int
    since: datetime
    icon: str
    title: str
    detail: str
    button: str
    kind: str
    id: int
    above: bool = False
