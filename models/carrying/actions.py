"""Putting on record what leaves the house, and whether it may leave plain (X1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.carrying.kinds import PERSONAL, Content, Form, may_carry
from models.carrying.tables import CarriedOut
from models.kernel import settings
from models.kernel.actions import Act, action
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.permissions import Actor, Permission

_PLAIN = "export_plain_allowed"


@dataclass(frozen=True)
class Departure:
    """What leaves: contents, form, days (None is without end), where to, under which name, and how much.

    ``sha256`` is over the list of files with their own hashes; ``size`` in bytes.
    """

    contents: tuple[Content, ...]
    form: Form
    first: date | None
    last: date | None
    place: str
    name: str
    files: int
    lines: int
    size: int
    sha256: str
    encrypted: bool


@action(Permission.CARRY_OUT)
def carry_out(act: Act, departure: Departure) -> None:
    """Put on record that this leaves; done before the files get their final names, so that nothing leaves unrecorded.

    Raises NotAllowed for contents this person may not carry, RuleError where personal data would leave plain.
    """
    refuse(act.actor, departure.contents, encrypted=departure.encrypted)
    row = CarriedOut.create(
        staff=act.actor.id,
        contents=",".join(departure.contents),
        form=departure.form,
        first_day=departure.first,
        last_day=departure.last,
        place=_storable(departure.place),
        name=_storable(departure.name),
        files=departure.files,
        lines=departure.lines,
        size=departure.size,
        sha256=departure.sha256,
        encrypted=departure.encrypted,
    )
    act.on("carried_out", row.id)
    act.note(
        contents=[each.value for each in departure.contents],
        form=departure.form.value,
        files=departure.files,
        lines=departure.lines,
        encrypted=departure.encrypted,
        sha256=departure.sha256,
    )


@action(Permission.KEEP_SETTINGS)
def allow_plain(act: Act, allowed: bool) -> None:
    """Let personal data leave unencrypted, or no more."""
    settings.write(_PLAIN, bool(allowed))
    act.on("shop", 1)
    act.note(plain_allowed=bool(allowed))


def plain_allowed() -> bool:
    """Whether personal data may leave unencrypted."""
    return settings.read(_PLAIN, False) is True


def refuse(actor: Actor, contents: Sequence[Content], *, encrypted: bool) -> None:
    """Raises NotAllowed or RuleError where this may not leave so; asked before anything is written, and again after."""
    if not contents:
        raise RuleError("Choose what to export.", field="contents")
    for content in contents:
        if not may_carry(actor, content):
            raise NotAllowed("Your role may not export this: {what}.", what=content)
    if not encrypted and PERSONAL.intersection(contents) and not plain_allowed():
        raise RuleError(
            "Personal data leaves the store encrypted only. Set a passphrase, or let the administrator allow plain "
            "exports.",
            field="passphrase",
        )


def _storable(text: str) -> str:
    """A path as text; what cannot be written as text is shown as what it is not."""
    return text.encode("utf-8", "replace").decode()
