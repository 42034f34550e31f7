"""Whether a store is sound: every rule that its records can be held against, each breach as one line."""

from __future__ import annotations

from collections.abc import Iterator

from models.checking import (
    appointments,
    booked,
    deliveries,
    driving,
    floor,
    follow_up,
    lending,
    papers,
    searching,
    settled,
    shelf,
    stock,
    storage,
    sums,
    supplements,
    trail,
    workshop,
)
from models.kernel import store
from models.kernel.errors import FrontdeskError
from models.kernel.faults import told_apart
from models.kernel.i18n import say

_CHECKS = (
    *(storage.strange, storage.references, sums.quotes, sums.contracts, sums.payments, trail.numbers, trail.lines),
    *(supplements.amendments, supplements.cancellations, supplements.exceptions),
    *(searching.records, searching.entries, papers.prints, papers.attachments),
    *(floor.days, floor.registers, booked.commission, booked.invoices, booked.months),
    *(deliveries.handed_over, deliveries.records, deliveries.contracts, deliveries.units),
    *(driving.test_drives, driving.trade_ins),
    *(stock.quantities, stock.units, lending.loans),
    *(stock.quantities, stock.units, shelf.issued, shelf.documents),
    *(appointments.planned, appointments.released),
    *(settled.settlements, settled.work_payments, settled.gate_passes),
    *(workshop.orders, workshop.work, workshop.appointments),
    *(follow_up.causes, follow_up.next_contacts, follow_up.results),
)


def findings(address: str, passphrase: str = "") -> Iterator[str]:
    """What is wrong with the store at ``address``, one line each in the screen's language; nothing for a sound one.

    Where the file is damaged or tables are missing, that is all that is told: what else is read then proves nothing.
    """
    try:
        opened = store.open_store(address, passphrase)
    except FrontdeskError as error:
        yield say(error)
        return
    try:
        with told_apart():
            yield from _within(opened)
    except FrontdeskError as error:
        yield say(error)
    finally:
        store.close(opened)


def _within(opened: store.Store) -> Iterator[str]:
    if opened.folder:
        damage = list(storage.file(opened.folder))
        yield from damage
        if damage:
            return
        yield from storage.key_files(opened.folder)
    with storage.as_of_now():
        lacking = list(storage.lacking())
        yield from lacking
        for check in () if lacking else _CHECKS:
            yield from check()
