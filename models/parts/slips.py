"""Documents over parts: their numbers, and the request that made each, inside an action (W11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.kernel import clock, numbering
from models.kernel.actions import Act
from models.parts.kinds import SlipKind
from models.parts.tables import PartSlip


def _receipt_number() -> str:
    return numbering.next_number("RK", clock.today().year)


def _return_number() -> str:
    return numbering.next_number("TH", clock.today().year)


def _use_number() -> str:
    return numbering.next_number("LY", clock.today().year)


_NUMBERS = {
    SlipKind.RECEIPT: _receipt_number,
    SlipKind.SUPPLIER_RETURN: _return_number,
    SlipKind.USE: _use_number,
}


def same_request(act: Act, token: str) -> bool:
    """Whether this very request has written its document already; then that is what the action is on."""
    found = PartSlip.get_or_none(PartSlip.token == token) if token else None
    if found is not None:
        act.on("part_slip", found.id)
        act.note(number=found.number, again=True)
    return found is not None


def write_slip(act: Act, kind: SlipKind, token: str, values: Mapping[str, Any]) -> PartSlip:
    """A new document with its number."""
    slip: PartSlip = PartSlip.create(
        number=_NUMBERS[kind](), kind=kind, staff=act.actor.id, token=token or None, **values
    )
    act.on("part_slip", slip.id)
    act.note(number=slip.number)
    return slip
