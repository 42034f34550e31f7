"""Putting on the trail that a statistic left the house as a file (X1)."""

from __future__ import annotations

from dataclasses import dataclass

from models.carrying.kinds import Form
from models.customers.traffic import Period
from models.kernel.actions import Act, action
from models.kernel.permissions import Permission
from models.statistics import lists


@dataclass(frozen=True)
class Taken:
    """Which statistic of which days left, in which form, under which name; the digest of what was written."""

    code: str
    period: Period
    form: Form
    name: str
    sha256: str


@action(Permission.CARRY_OUT)
def take_out(act: Act, taken: Taken) -> None:
    """Put on the trail that a statistic leaves; done before its file gets its final name.

    Raises NotAllowed for who may not see it.
    """
    lists.refuse(act.actor, taken.code)
    act.on("statistic", 1 + [each.code for each in lists.OFFERS].index(taken.code))
    act.note(
        statistic=taken.code,
        first=taken.period.first,
        last=taken.period.last,
        form=taken.form.value,
        name=taken.name,
        sha256=taken.sha256,
    )
