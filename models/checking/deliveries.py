"""Whether deliveries keep their rules: nothing handed over with a gap, contracts and calendar in step (D1 to D6)."""

from __future__ import annotations

from collections.abc import Iterator

from models.delivery import standing
from models.kernel.i18n import _, label
from models.kernel.tables import run_sql
from models.sales.states import SIGNED_STATES
from models.sales.tables import Contract

_GAPS = """
SELECT d.number,
    (SELECT count(*) FROM delivery_item i WHERE i.delivery_id = d.id AND i.required = 1 AND i.state = 'open'
        AND i.gate <> 'after'),
    (SELECT count(*) FROM delivery_signature s WHERE s.delivery_id = d.id),
    (SELECT count(*) FROM dispatch_note n WHERE n.delivery_id = d.id AND n.decision = 'granted'),
    (SELECT count(*) FROM delivery_event e WHERE e.delivery_id = d.id AND e.kind = 'handed_over')
FROM delivery d WHERE d.handed_over_at IS NOT NULL ORDER BY d.id"""
_STATES = """
SELECT number FROM delivery WHERE (handed_over_at IS NOT NULL) <> (state IN ('handed_over', 'followed_up', 'closed'))
    OR (state = 'closed' AND booked_at IS NULL) OR (state = 'cancelled' AND reason = '') ORDER BY id"""
_EVIDENCE = """
SELECT d.number, i.position + 1 FROM delivery_item i JOIN delivery d ON d.id = i.delivery_id
WHERE (i.state = 'open' AND (i.at IS NOT NULL OR i.staff_id IS NOT NULL))
    OR (i.state <> 'open' AND (i.at IS NULL OR i.staff_id IS NULL))
    OR (i.state = 'not_applicable' AND i.reason = '')
    OR (i.state = 'done' AND ((i.evidence = 'reading' AND i.reading IS NULL) OR (i.evidence = 'text' AND i.text = '')
        OR (i.evidence IN ('photo', 'signature') AND i.attachment_id IS NULL)))
ORDER BY d.id, i.position"""
_LINES = """
SELECT d.number FROM delivery d WHERE d.state <> 'cancelled' AND NOT EXISTS
    (SELECT 1 FROM delivery_line l WHERE l.delivery_id = d.id AND l.released = 0)
    OR EXISTS (SELECT 1 FROM delivery_line l WHERE l.delivery_id = d.id
        AND (l.contract_id <> d.contract_id OR (l.released = 1) <> (d.state = 'cancelled')
        OR (l.quantity IS NULL) <> (d.handed_over_at IS NULL))) ORDER BY d.id"""
_TOLD = """
SELECT d.number FROM delivery_event e JOIN delivery d ON d.id = e.delivery_id
WHERE e.kind = 'postponed' AND (e.told_at IS NULL OR e.told_at >= e.starts_at OR e.text = '') ORDER BY e.id"""
_UNITS = """
SELECT t.number, u.number_key FROM contract_unit k JOIN stock_unit u ON u.id = k.unit_id
JOIN contract t ON t.id = k.contract_id
WHERE k.released_at IS NULL AND (
    (k.sold_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM delivery_line l JOIN delivery d ON d.id = l.delivery_id
        WHERE l.contract_id = k.contract_id AND l.line = k.line_position AND d.handed_over_at IS NOT NULL))
    OR (k.sold_at IS NULL AND EXISTS (SELECT 1 FROM delivery_line l JOIN delivery d ON d.id = l.delivery_id
        WHERE l.contract_id = k.contract_id AND l.line = k.line_position AND d.handed_over_at IS NOT NULL
        AND d.handed_over_at > k.chosen_at)))
ORDER BY k.id"""
_LIVE = "('planned', 'confirmed', 'ready')"
_TWICE = f"""
SELECT a.number, b.number FROM delivery a JOIN delivery b ON b.id > a.id
    AND a.starts_at < b.starts_at + b.minutes * 60000 AND b.starts_at < a.starts_at + a.minutes * 60000
    AND (a.bay_id = b.bay_id OR a.consultant_id = b.consultant_id OR a.advisor_id = b.advisor_id
        OR a.consultant_id = b.advisor_id OR a.advisor_id = b.consultant_id)
WHERE a.state IN {_LIVE} AND b.state IN {_LIVE} ORDER BY a.id, b.id"""


def handed_over() -> Iterator[str]:
    """What was handed over has no open item, a signature and an approved dispatch note (D1, D3)."""
    for number, gaps, signatures, notes, events in run_sql(_GAPS).fetchall():
        if gaps:
            yield _("{number}: handed over with {count} required items open.").format(number=number, count=gaps)
        if not signatures:
            yield _("{number}: handed over without the customer's signature.").format(number=number)
        if not notes:
            yield _("{number}: handed over without an approved dispatch note.").format(number=number)
        if not events:
            yield _("{number}: the log does not say that it was handed over.").format(number=number)


def records() -> Iterator[str]:
    """States fit the moments, items have their evidence, lines their delivery; the customer was told in time (D2)."""
    for (number,) in run_sql(_STATES).fetchall():
        yield _("{number}: the state of the delivery does not fit what is on record.").format(number=number)
    for number, position in run_sql(_EVIDENCE).fetchall():
        yield _("{number}: item {position} lacks its evidence.").format(number=number, position=position)
    for (number,) in run_sql(_LINES).fetchall():
        yield _("{number}: the lines of the delivery are not those of its contract.").format(number=number)
    for (number,) in run_sql(_TOLD).fetchall():
        yield _("{number}: postponed without the customer told before the old time.").format(number=number)
    for number, other in run_sql(_TWICE).fetchall():
        yield _("{number} and {other} take the same bay or person at once.").format(number=number, other=other)


def units() -> Iterator[str]:
    """A unit is sold when, and only when, the line it stands for was handed over (S3, D3)."""
    for number, unit in run_sql(_UNITS).fetchall():
        yield _("{number}: unit {unit} does not stand as its delivery does.").format(number=number, unit=unit)


def contracts() -> Iterator[str]:
    """A contract with deliveries is as far as they and its payments are (S6)."""
    rows = run_sql("SELECT DISTINCT contract_id FROM delivery ORDER BY contract_id").fetchall()
    for (contract_id,) in rows:
        contract = Contract.get_by_id(contract_id)
        if contract.state not in SIGNED_STATES:
            continue
        follows = standing.fulfilment(contract).state
        if follows is not contract.state:
            text = _("{number} is “{state}”, its deliveries and payments make it “{follows}”.")
            yield text.format(number=contract.number, state=label(contract.state), follows=label(follows))
