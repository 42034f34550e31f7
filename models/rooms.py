"""The rooms put together: who listens inside the actions of others, and what lower rooms ask of higher ones.

Called once by whatever runs the models: the program, its command line, the tests. Nothing is imported before it is
needed, so that the first screen does not wait for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from models.catalog import lists as catalog
from models.catalog.kinds import StockAnswer
from models.customers import seeing
from models.kernel import changes, store
from models.kernel.changes import Changes
from models.kernel.errors import RuleError
from models.kernel.permissions import Actor
from models.rotation import gate
from models.sales import deducting
from models.sales.deducting import Deduction

_together = False


def put_together() -> None:
    """Once: contracts follow their deliveries, trade-ins their quotes and contracts, commission and follow-up hear what
    is done, a technician who leaves leaves their work to others, the rotation asks whose follow-ups are overdue, quotes
    and contracts whether they may deduct (S5), who has a contract, a delivery, a work order, a complaint or a loan open
    with a customer sees their personal values (C11), the stock answers for what is counted, and imports that were cut
    off are finished when a store is opened.
    """
    global _together
    if not _together:
        changes.listen_within(_deliveries)
        changes.listen_within(_trade_ins)
        changes.listen_within(_commission)
        changes.listen_within(_follow_up)
        changes.listen_within(_workshop)
        gate.set_follow_ups(_overdue_days)
        seeing.see_by(_with_open_contract)
        seeing.see_by(_with_open_delivery)
        seeing.see_by(_with_open_order)
        seeing.see_by(_with_open_complaint)
        seeing.see_by(_with_open_loan)
        catalog.answer_from(_counted)
        deducting.judge_by(_may_deduct)
        store.when_opened(_finish_imports)
        _together = True


def _deliveries(changed: Changes) -> None:
    if changed.touches("contract"):
        from models.delivery.fulfilling import hear

        hear(changed)


def _trade_ins(changed: Changes) -> None:
    if changed.touches("contract") or changed.touches("quote"):
        from models.trade_ins.taking import hear

        hear(changed)


def _may_deduct(customer_id: int, deductions: Sequence[Deduction], contract_id: int) -> RuleError | None:
    from models.trade_ins.taking import judge

    return judge(customer_id, deductions, contract_id)


def _commission(changed: Changes) -> None:
    if changed.touches("contract"):
        from models.commission.booking import hear

        hear(changed)


def _follow_up(changed: Changes) -> None:
    from models.followup.listening import hear

    hear(changed)


def _workshop(changed: Changes) -> None:
    if changed.touches("staff"):
        from models.service.releasing import hear

        hear(changed)


def _overdue_days(at: datetime) -> dict[int, int]:
    from models.followup.lists import overdue_days

    return overdue_days(at)


def _with_open_delivery(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.delivery.seeing import with_open_delivery

    return with_open_delivery(actor, customer_ids)


def _with_open_order(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.service.seeing import with_open_order

    return with_open_order(actor, customer_ids)


def _with_open_complaint(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.complaints.lists import with_open_complaint

    return with_open_complaint(actor, customer_ids)


def _with_open_loan(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.loans.lists import with_open_loan

    return with_open_loan(actor, customer_ids)


def _with_open_contract(actor: Actor, customer_ids: Collection[int]) -> set[int]:
    from models.sales.offers import with_open_contract

    return with_open_contract(actor, customer_ids)


def _counted(told: Mapping[int, StockAnswer]) -> dict[int, StockAnswer]:
    from models.stock.answering import counted

    return counted(told)


def _finish_imports() -> None:
    from models.importing import arriving, leaving

    arriving.finish_all()
    leaving.finish_all()
