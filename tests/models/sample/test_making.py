"""A sample of any staff, language, past, seed and hour; what is refused leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models import checking
from models.catalog.lists import items
from models.kernel import clock, store
from models.kernel.errors import RuleError, StorageError
from models.kernel.permissions import Role
from models.kernel.tables import moment
from models.sample import build, crew
from models.sample.people import People
from models.sample.words import Words
from models.shop.profile import profile
from models.staff.lists import everybody
from models.staff.login import log_in
from models.staff.rules import checked_pin
from tests.models.sample.stores import EVENING, column, made, owner, rows


@pytest.mark.parametrize("staff", [1, 2, 4, 13])
def test_any_number_of_people_can_run_it(staff: int, tmp_path: Path) -> None:
    with made(tmp_path / "s.desk", customers=30, days=20, staff=staff) as result:
        people = everybody()
        assert [row.name for row in people] == [name for name, _roles, _pin in result.staff]
        assert len(people) == staff
        pins = [pin for _name, _roles, pin in result.staff]
        assert len({*pins}) == staff
        assert all(checked_pin(pin) == pin for pin in pins)
        assert log_in(people[-1].id, pins[-1]).name == people[-1].name
        held = {role for row in people for role in row.roles}
        assert {Role.OWNER, Role.ADMINISTRATOR} <= people[0].roles
        if staff > 1:
            assert held >= {Role.SALES, Role.SALES_MANAGER, Role.CASHIER, Role.RECEPTION}
        assert result.contracts > 0


def test_fifty_people_have_different_names_and_pins() -> None:
    rng, words = Random(1), Words("zh_CN")
    members = crew.draw(rng, People(rng, words), words, crew.MOST)
    assert len({member.name for member in members}) == crew.MOST
    assert len({checked_pin(member.pin) for member in members}) == crew.MOST
    roles = [role for member in members for role in member.roles]
    assert {role: roles.count(role) for role in (Role.OWNER, Role.SALES_MANAGER, Role.CASHIER, Role.RECEPTION)} == {
        Role.OWNER: 1,
        Role.SALES_MANAGER: 2,
        Role.CASHIER: 2,
        Role.RECEPTION: 2,
    }


@pytest.mark.parametrize(("language", "name", "item"), [("zh_TW", "安嵐", "瀾川"), ("en", "Anlan", "Lanchuan")])
def test_it_speaks_the_language(language: str, name: str, item: str, tmp_path: Path) -> None:
    with made(tmp_path / "s.desk", customers=40, days=20, staff=3, language=language):
        assert name in profile().name
        assert profile().paper_language == language
        assert any(item in each.name for each in items(owner()))
        result = "；".join(column("SELECT about || result FROM register_line"))
        assert not {*"报价话万问"} & {*result}


@pytest.mark.parametrize(("customers", "days"), [(0, 1), (1, 1), (3, 2), (20, 5), (12, 400)])
def test_small_and_long_pasts(customers: int, days: int, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    result = build.make(
        str(tmp_path / "s.desk"), customers=customers, days=days, staff=3, progress=lambda *each: told.append(each)
    )
    assert result.customers == customers
    assert told[-1][0] == told[-1][1]
    assert [done for done, _days in told] == [*range(1, len(told) + 1)]
    assert list(checking.findings(str(tmp_path / "s.desk"))) == []


def dump() -> dict[str, list[Any]]:
    """Everything that people see in the open store."""
    hidden = {"uid", "pin_hash", "code", "chain_key"}
    kept: dict[str, list[Any]] = {}
    for table in store.database.get_tables():
        names = [column.name for column in store.database.get_columns(table) if column.name not in hidden]
        if not table.startswith("search_grams"):
            kept[table] = sorted(map(repr, rows(f"SELECT {', '.join(names)} FROM {table}")))
    return kept


def test_a_seed_gives_the_same_store_all_afternoon(tmp_path: Path) -> None:
    stores = []
    moments = [EVENING.replace(hour=13, minute=5), EVENING.replace(hour=17, minute=50)]
    for number, (now, seed) in enumerate(zip([*moments, moments[0]], [5, 5, 6], strict=True)):
        with (
            clock.standing_at(now),
            made(tmp_path / f"{number}.desk", customers=40, days=30, seed=seed, staff=3),
        ):
            stores.append(dump())
    assert stores[0] == stores[1]
    assert len(stores[0]["quote"]) > 10
    assert stores[0]["customer"] != stores[2]["customer"]


@pytest.mark.parametrize("hour", [3, 11, 12, 23])
def test_the_past_ends_before_the_clock_at_any_hour(hour: int, tmp_path: Path) -> None:
    now = EVENING.replace(hour=hour)
    with clock.standing_at(now), made(tmp_path / "s.desk", customers=40, days=14, staff=2):
        latest = max(column("SELECT at FROM audit_line"))
        assert moment(latest) <= now
        assert now - moment(latest) < timedelta(hours=30)


def test_it_can_be_made_on_a_server(postgres_url: str) -> None:
    result = build.make(postgres_url, customers=40, days=20)
    assert result.recovery_code == ""
    assert result.customers == 40
    assert list(checking.findings(postgres_url)) == []


def test_it_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "s.desk").mkdir()
    (tmp_path / "s.desk" / "mine.txt").write_text("mine")
    with pytest.raises(StorageError):
        build.make(str(tmp_path / "s.desk"))
    assert [path.name for path in (tmp_path / "s.desk").iterdir()] == ["mine.txt"]


def test_it_is_made_whole_or_not_at_all(tmp_path: Path, user_data: Path) -> None:
    def stop(done: int, days: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build.make(str(tmp_path / "s.desk"), customers=10, days=5, progress=stop)
    assert not (tmp_path / "s.desk").exists()
    assert list((user_data / "keys").iterdir()) == []


@pytest.mark.parametrize(
    ("options", "field"),
    [({"staff": 0}, "staff"), ({"staff": 51}, "staff"), ({"customers": -1}, "customers"), ({"trade": "no"}, "code")],
)
def test_unreasonable_wishes_leave_nothing_behind(options: dict[str, Any], field: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as refused:
        build.make(str(tmp_path / "s.desk"), **options)
    assert refused.value.field == field
    assert list(tmp_path.iterdir()) == []


@pytest.mark.prove
def test_a_hundred_thousand_customers_take_less_than_three_minutes(tmp_path: Path) -> None:
    before = clock.uptime()
    build.make(str(tmp_path / "big.desk"), customers=100_000)
    assert clock.uptime() - before < 180
