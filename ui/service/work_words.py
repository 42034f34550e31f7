"""How work is said on the board, the order's page and the technician's: hours, running times, bays, states."""

from __future__ import annotations

from datetime import datetime

from models.kernel import clock
from models.kernel.i18n import _, label
from models.service.kinds import Stance, WorkState
from models.service.views import OrderLineView
from models.service.work_views import BoardLine
from ui.service.wording import WORK_TONES


def hours(hundredths: int) -> str:
    """Standard hours with one decimal or two, a dash where they are not known."""
    return f"{hundredths / 100:.{1 if hundredths % 10 == 0 else 2}f}" if hundredths else "–"


def worked(minutes: int) -> str:
    """Minutes as hours with one decimal, as standard hours are written; a dash for none."""
    return f"{minutes / 60:.1f}" if minutes else "–"


def running(since: datetime) -> str:
    """How long something runs, as a clock shows it."""
    minutes = max(int((clock.now() - since).total_seconds()), 0) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def state(line: OrderLineView | BoardLine, *, held: bool = False) -> tuple[str, str]:
    """How a line stands, and its tone; what runs says since when."""
    if isinstance(line, OrderLineView) and line.stance is not Stance.CHOSEN:
        waiting = line.stance is Stance.OFFERED
        return (_("Customer to agree"), "bad") if waiting else (label(line.stance), "neutral")
    if line.running_since is not None:
        return _("In progress {time}").format(time=running(line.running_since)), "warn"
    if held or (isinstance(line, BoardLine) and line.held):
        return _("Waits for the answer"), "bad"
    return label(line.work), WORK_TONES.get(line.work, "neutral")


def is_done(line: OrderLineView | BoardLine) -> bool:
    """Whether nothing is left of it."""
    return line.work is WorkState.DONE
