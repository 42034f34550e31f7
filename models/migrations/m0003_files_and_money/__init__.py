"""Customer files, follow-up, quotes, contracts and money whole; each area's part in a module of its own."""

from models.migrations.m0003_files_and_money import (
    contract_life,
    customer_care,
    customer_files,
    floor,
    follow_up,
    money,
    quoting,
    registers,
)

_PARTS = (customer_files, customer_care, registers, follow_up, quoting, contract_life, money, floor)

SQL = [sql for part in _PARTS for sql in part.SQL]
SQLITE = [sql for part in _PARTS for sql in part.SQLITE]
SERVER = [sql for part in _PARTS for sql in part.SERVER]
RENEW = registers.RENEW
