"""The rooms put together: who listens inside the actions of others, and what lower rooms ask of higher ones.

Called once by whatever runs the models: the program, its command line, the tests. Nothing is imported before it is
needed, so that the first screen does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from models.catalog import lists as catalog
from models.catalog.kinds import StockAnswer
from models.customers import seeing
from models.kernel import changes
from models.kernel.changes import Changes
from models.kernel.permissions import Actor
from models.rotation import gate

_together = False


def put_together() -> None:
    """Once: contracts follow their deliveries, commission and follow-up hear what is done, the rotation asks whose
    follow-ups are overdue, who has a contract or a delivery open with a customer sees their personal values (C11), and
    the stock answers for what is counted (S3).
    """
    global _together
    if not _together:
        changes.listen_within(_deliveries)
        changes.listen_within(_commission)
        changes.listen_within(_follow_up)
        gate.set_follow_ups(_overdue_days)
        seeing.see_by(_with_open_contract)
        seeing.see_by(_with_open_delivery)
        catalog.answer_from(_counted)
        _together = True


def _deliveries(changed: Changes) -> None:
    if changed.touches("contract"):
        from models.delivery.fulfilling import hear

        hear(changed)


def _commission(changed: Changes) -> None:
    if changed.touches("contract"):
        from models.commission.booking import hear

        hear(changed)


def _follow_up(changed: Changes) -> None:
    from models.followup.listening import hear

    hear(changed)


def _overdue_days(at: datetime) -> dict[int, int]:
    from models.followup.lists import overdue_days

    return overdue_days(at)


def _with_open_delivery(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.delivery.seeing import with_open_delivery

    return with_open_delivery(actor, customer_ids)


def _with_open_contract(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.sales.offers import with_open_contract

    return with_open_contract(actor, customer_ids)


def _counted(told: Mapping[int, StockAnswer]) -> dict[int, StockAnswer]:
    from models.stock.answering import counted

    return counted(told)
