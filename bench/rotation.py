"""An arrival against the bare durable INSERT, and opening the board after years of a busy floor."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import Ratio, opened, side_by_side, temporary_folder
from models.kernel import upgrade
from models.kernel.permissions import Actor, Role
from models.kernel.store import encrypted_file, transaction
from models.kernel.tables import database, insert_rows, new_uid
from models.rotation import events, lists, log
from models.rotation.actions import sign_in
from models.rotation.events import Event
from models.rotation.kinds import ArrivalKind, ReceptionResult
from models.rotation.policies import Policy
from models.rotation.reception_actions import ArrivalForm, arrive, finish_reception
from models.rotation.rules import apply, opened as floor_opened
from models.rotation.state import carried
from models.rotation.tables import RotationDay, RotationEvent
from models.sample import build
from models.staff.lists import everybody

_YEARS, _PEOPLE, _ARRIVALS = 5, 8, 40
_TABLES = ("register_line", "rotation_event", "audit_line")


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """Both sides of an arrival write register line, event and audit line; the board has one day and five years."""
    with temporary_folder() as folder:
        address = str(folder / "bench.desk")
        build.make(address, customers=20, days=5, staff=12)
        with opened(address):
            yield _arriving(folder, rounds=30 if quick else 300)
            yield _looking(days=60 if quick else _YEARS * 300, rounds=5 if quick else 30)


def _arriving(folder: Path, rounds: int) -> Ratio:
    desk = _somebody(Role.RECEPTION)
    sign_in(desk, [each.id for each in everybody() if Role.SALES in each.roles][:_PEOPLE])
    _come_and_go(desk)
    peer = encrypted_file(folder / "peer.db", secrets.token_bytes(32))
    peer.connect()
    upgrade.lay_foundation(peer, server=False)
    peer.execute_sql("PRAGMA foreign_keys = 0")
    write = _bare_writer(peer.connection())
    line = 0

    def come() -> None:
        nonlocal line
        line = arrive(desk, ArrivalForm(about="V7")).answer.line_id  # type: ignore[attr-defined]

    def go() -> None:
        finish_reception(desk, line, ReceptionResult.QUOTE)

    try:
        return side_by_side(
            "an arrival / bare durable SQL", come, write, aim=2.0, rounds=rounds, between=go
        )
    finally:
        peer.close()


def _come_and_go(desk: Actor) -> None:
    line = arrive(desk, ArrivalForm(about="V7")).answer.line_id  # type: ignore[attr-defined]
    finish_reception(desk, line, ReceptionResult.QUOTE)


def _somebody(role: Role) -> Actor:
    found = next(each for each in everybody() if role in each.roles or Role.OWNER in each.roles)
    return Actor(found.id, found.name, found.roles)
