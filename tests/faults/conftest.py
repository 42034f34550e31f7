"""Furnished stores that nobody has open, for the tests that break things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.kernel import store
from tests.models.shops import Shop, furnish, opened, signed_contract


@pytest.fixture
def closed_shop(tmp_path: Path, user_data: Path) -> Shop:
    """A shop in a folder, with a signed contract, closed."""
    return _furnished(str(tmp_path / "shop.desk"))


@pytest.fixture
def closed_server_shop(postgres_url: str) -> Iterator[Shop]:
    """A shop on a server, with a signed contract, closed."""
    yield _furnished(postgres_url)
    store.close_connection()


def _furnished(address: str) -> Shop:
    store.create(address)
    with opened(address):
        shop = furnish(address)
        assert signed_contract(shop) == 1
    return shop
