"""Whatever somebody does to the tables behind the program's back, the check finds it (D1 to D6)."""

from __future__ import annotations

from collections.abc import Iterator

from models.checking import deliveries as checking
from models.kernel.store import transaction
from models.kernel.tables import run_sql
from models.sales.tables import Contract
from tests.models.delivery.handing import handed_over, planned
from tests.models.shops import Shop, customer, signed_contract

DAMAGE = {
    "required items open": "UPDATE delivery_item SET state = 'open', staff_id = NULL, at = NULL WHERE delivery_id = 1 "
    "AND code = 'approved'",
    "without an approved dispatch note": "UPDATE dispatch_note SET decision = 'returned'",
    "does not fit what is on record": "UPDATE delivery SET handed_over_at = NULL WHERE id = 1",
    "item 5 lacks its evidence": "UPDATE delivery_item SET reading = NULL WHERE delivery_id = 1 AND code = 'bound'",
    "not those of its contract": "UPDATE delivery_line SET released = 1 WHERE delivery_id = 2",
    "same bay or person at once": "UPDATE delivery SET minutes = 5, "
    "starts_at = (SELECT starts_at + 60000 FROM delivery WHERE id = 3) WHERE id = 2",
    "make it": "UPDATE contract SET state = 'signed' WHERE id = 1",
}


def findings() -> Iterator[str]:
    """What the checks of deliveries say."""
    for check in (checking.handed_over, checking.records, checking.contracts):
        yield from check()


class _TakenBack(Exception):
    """Ends what was only tried."""


def _after(sql: str) -> list[str]:
    """What the checks say after some damage, which is undone again."""
    found: list[str] = []
    try:
        with transaction():
            run_sql(sql)
            found += findings()
            raise _TakenBack
    except _TakenBack:
        return found


def test_every_damage_is_found(folder_shop: Shop) -> None:
    shop = folder_shop
    handed_over(shop, template="design")
    for number in (2, 3):
        contract_id = signed_contract(shop, customer_id=customer(shop, f"客{number}", f"1390001111{number}"))
        planned(shop, contract_id, hours=40 * number)
    assert Contract.select().count() == 3
    assert list(findings()) == []
    for said, sql in DAMAGE.items():
        assert any(said in finding for finding in _after(sql)), said
    assert list(findings()) == []
