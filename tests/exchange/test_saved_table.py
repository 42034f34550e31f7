"""A list saved from its own screen leaves by the rules of an export (X1)."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from exchange.columns import Days
from exchange.saved_table import save_table
from models.carrying.actions import allow_plain
from models.carrying.kinds import Content
from models.carrying.lists import departures
from models.kernel.errors import NotAllowed, RuleError
from tests.models.shops import Shop


def test_a_saved_table_leaves_only_where_plain_is_allowed_and_is_on_record(folder_shop: Shop, stick: Path) -> None:
    days, table, path = Days(date(2026, 5, 1), date(2026, 5, 31)), b"a,b\r\n1,2\r\n", stick / "ledger.csv"
    with pytest.raises(RuleError, match="USB button"):
        save_table(folder_shop.owner, Content.LEDGER, days, 1, table, path)
    allow_plain(folder_shop.owner, True)
    with pytest.raises(NotAllowed):
        save_table(folder_shop.consultant, Content.LEDGER, days, 1, table, path)
    assert not list(stick.iterdir())
    assert not departures()
    save_table(folder_shop.owner, Content.LEDGER, days, 1, table, path)
    assert path.read_bytes() == table
    (row,) = departures()
    assert (row.contents, row.first, row.last, row.lines) == ((Content.LEDGER,), days.first, days.last, 1)
    assert (row.place, row.name, row.sha256) == (str(stick), path.name, sha256(table).hexdigest())
    assert not row.encrypted
