"""Stock by unit, test drives, trade-ins, deliveries, and what is carried in and out; each area's part in a module."""

from models.migrations.m0004_stock_delivery_and_exchange import carrying, delivery, stock, test_drives, trade_ins

_PARTS = (stock, test_drives, trade_ins, delivery, carrying)

SQL = [sql for part in _PARTS for sql in part.SQL]
SQLITE = [sql for part in _PARTS for sql in part.SQLITE]
SERVER = [sql for part in _PARTS for sql in part.SERVER]
