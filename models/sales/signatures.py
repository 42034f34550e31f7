"""Signatures on a contract, an amendment or a cancellation: drawn on the screen, or a scan of the signed paper (S6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import peewee

from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.papers.actions import put_beside
from models.papers.lists import content
from models.sales.approvals import Asking, contract_of
from models.sales.supplement_states import SignedHow
from models.sales.tables import Amendment, Cancellation, Contract, ContractSignature

_PNG = b"\x89PNG"


@dataclass(frozen=True)
class Signature:
    """What is kept of a signature: ``position`` 1 or 2 for a buyer, 0 for the store; the picture or scan itself."""

    name: str
    content: bytes
    how: SignedHow = SignedHow.DRAWN
    position: int = 1


def keep(act: Act, signed: Asking, signatures: Sequence[Signature]) -> None:
    """Put signatures beside the contract. Raises RuleError at ``signatures`` for a drawn one that is no picture."""
    contract = contract_of(signed)
    for each in signatures:
        if each.how is SignedHow.DRAWN and not each.content.startswith(_PNG):
            raise RuleError("The signature is no picture.", field="signatures")
        suffix = "png" if each.content.startswith(_PNG) else "pdf" if each.content.startswith(b"%PDF-") else "jpg"
        name = f"{signed.number} {each.name}"[:50].strip()
        attachment = put_beside(act, "contract", contract.id, f"{name}.{suffix}", each.content)
        ContractSignature.create(
            contract=contract,
            **({} if isinstance(signed, Contract) else {type(signed).__name__.lower(): signed}),
            position=each.position,
            name=each.name,
            how=each.how,
            attachment=attachment,
            taken_by=act.actor.id,
        )
    if signatures:
        act.note(signatures=[each.how.value for each in signatures])


def kept(signed: Asking) -> list[ContractSignature]:
    """The signatures on it, in the order they were taken."""
    return list(ContractSignature.select().where(_on(signed)).order_by(ContractSignature.id))


def drawn(signed: Asking) -> list[tuple[int, str, bytes]]:
    """The signatures drawn on it as (position, name, picture); the last one drawn at a position counts."""
    latest = {row.position: row for row in kept(signed) if row.how is SignedHow.DRAWN}
    return [(place, latest[place].name, content(latest[place].attachment_id)) for place in sorted(latest)]


def _on(signed: Asking) -> Any:
    if isinstance(signed, Amendment):
        return ContractSignature.amendment == signed.id
    if isinstance(signed, Cancellation):
        return ContractSignature.cancellation == signed.id
    own: peewee.Expression = ContractSignature.amendment.is_null() & ContractSignature.cancellation.is_null()
    return (ContractSignature.contract == signed.id) & own
