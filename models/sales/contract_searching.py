"""What a contract is found by."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from models.kernel import search
from models.kernel.pinyin import spellings
from models.sales.tables import Amendment, Cancellation, Contract, ContractParty


def make_findable(contract: Contract) -> None:
    """Let the search find a contract by what it and its amendments and cancellations say."""
    parties = ContractParty.select().where(ContractParty.contract == contract.id).order_by(ContractParty.position)
    names = [party.name for party in parties]
    supplements = [
        (row.number, json.loads(row.subject))
        for row in Amendment.select().where(Amendment.contract == contract.id).order_by(Amendment.id)
    ]
    query = Cancellation.select().where(Cancellation.contract == contract.id).order_by(Cancellation.id)
    supplements += [(row.number, {}) for row in query]
    search.index(
        "contract", contract.id, search_fields(contract.number, names, json.loads(contract.subject), supplements)
    )


def search_fields(
    number: str,
    names: Sequence[str],
    subject: Mapping[str, str],
    supplements: Sequence[tuple[str, Mapping[str, str]]] = (),
) -> list[str]:
    """What a contract is found by: its number, the buyers' names with their sound, the facts of its subject.

    ``supplements`` are its amendments and then its cancellations, each with its number and the facts it changes.
    """
    sounds = [sound for name in names for sound in spellings(name)]
    facts = [value for value in subject.values() if value]
    more = [text for other, changed in supplements for text in (other, *changed.values()) if text]
    return [number, *names, *sounds, *facts, *more]
