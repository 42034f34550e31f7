"""The PostgreSQL driver, loaded when a store on a server is opened and not before.

peewee imports the driver wherever it finds one, which takes a third of the start of a program whose store is a folder.
So peewee is imported here first, with the driver out of its sight; ``load`` gives it what it would have taken.
"""

from __future__ import annotations

import sys

_DRIVER = "psycopg"
_before = sys.modules.get(_DRIVER)
sys.modules[_DRIVER] = None  # type: ignore[assignment]  # Python's own way to say: not to be found
try:
    import peewee
finally:
    if _before is None:
        del sys.modules[_DRIVER]
    else:
        sys.modules[_DRIVER] = _before


def load() -> None:
    """Let peewee work with the driver from now on."""
    import psycopg
    from psycopg.pq import TransactionStatus
    from psycopg.types.json import Json, Jsonb

    vars(peewee).update(psycopg=psycopg, Json_pg3=Json, Jsonb_pg3=Jsonb)
    adapter = peewee.Psycopg3Adapter
    adapter.txn_idle = TransactionStatus.IDLE
    adapter.txn_inerror = TransactionStatus.INERROR
    adapter.txn_unknown = TransactionStatus.UNKNOWN
