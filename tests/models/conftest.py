"""Shops for the tests of the models, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from models.kernel import changes, i18n, store
from models.staff import login
from tests.models.shops import Shop, copy_folder, furnish, opened
from tests.postgres import Server

_names = count(1)


@pytest.fixture(autouse=True)
def fresh_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the program had just started: English on screen, nobody has missed a PIN, only its rooms listen."""
    monkeypatch.setattr(login, "_last_miss", {})
    monkeypatch.setattr(changes, "_within", list(changes._within))
    monkeypatch.setattr(changes, "_after", [])
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)


@pytest.fixture(scope="session")
def folder_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Shop]:
    """A furnished store on disk with the user's data that opens it; never opened again, only copied."""
    place = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTDESK_DATA", str(place / "user"))
        address = str(place / "shop.desk")
        store.create(address)
        with opened(address):
            return place, furnish(address)


@pytest.fixture(scope="session")
def server_template(postgres_server: Server) -> Iterator[Shop]:
    """A furnished store on the server; never opened again, only copied."""
    with postgres_server.database(f"shop_template_{next(_names)}") as address:
        store.create(address)
        with opened(address):
            shop = furnish(address)
        yield shop


@pytest.fixture
def folder_shop(folder_template: tuple[Path, Shop], tmp_path: Path, user_data: Path) -> Iterator[Shop]:
    """An open shop in a folder of its own."""
    template, shop = folder_template
    folder = copy_folder(template, user_data, tmp_path / "shop.desk")
    with opened(str(folder)):
        yield replace(shop, address=str(folder))


@pytest.fixture
def server_shop(server_template: Shop, postgres_server: Server) -> Iterator[Shop]:
    """An open shop in a database of its own."""
    name, template = f"shop_{next(_names)}", urlsplit(server_template.address).path.strip("/")
    with psycopg.connect(postgres_server.url(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
    with opened(postgres_server.url(name)):
        yield replace(server_template, address=postgres_server.url(name))
    with psycopg.connect(postgres_server.url(), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgresql"])
def shop(request: pytest.FixtureRequest) -> Shop:
    """An open, founded shop with its people and a small catalogue, once on each database."""
    name = {"sqlite": "folder_shop", "postgresql": "server_shop"}[request.param]
    return request.getfixturevalue(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made: a folder that is not there yet, or an empty database."""
    return str(tmp_path / "new.desk") if request.param == "sqlite" else request.getfixturevalue("postgres_url")
