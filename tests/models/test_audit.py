"""The trail cannot be bent: every change of a line, insertion, deletion, swap and cut tail is seen."""

from __future__ import annotations

import random
from typing import Any

import pytest

from models.kernel import audit, store
from models.kernel.tables import database, run_sql
from tests.campaigns import campaign, has_long_form
from tests.models.shops import Shop, customer, signed_contract

COLUMNS = ("id", "at", "staff_id", "action", "kind", "record_id", "details", "code")
NUMBERS = ("at", "staff_id", "record_id")


@pytest.fixture
def lines(shop: Shop) -> list[tuple[Any, ...]]:
    """A trail with some length and every kind of value in it."""
    signed_contract(shop)
    assert list(audit.broken_lines()) == []
    return run_sql(f"SELECT {', '.join(COLUMNS)} FROM audit_line ORDER BY id").fetchall()


def broken_after(*statements: tuple[Any, ...]) -> list[int]:
    """The lines that are broken after these statements, which are then undone."""
    with database.atomic() as transaction:
        for statement in statements:
            run_sql(*statement)
        broken = list(audit.broken_lines())
        transaction.rollback()
    return broken


def test_every_change_of_one_byte_is_seen(lines: list[tuple[Any, ...]]) -> None:
    line = next(line for line in lines if len(line[6]) > 40)
    for column, value in zip(COLUMNS[3:], line[3:], strict=True):
        if column in NUMBERS:
            continue
        for place in range(len(value)):
            other = chr(ord(value[place]) ^ 1)
            bent = value[:place] + other + value[place + 1 :]
            assert broken_after((f"UPDATE audit_line SET {column} = ? WHERE id = ?", bent, line[0])), (column, place)


def test_every_change_of_a_number_is_seen(lines: list[tuple[Any, ...]]) -> None:
    for line in lines:
        for column in NUMBERS:
            for change in (1, -1, 256):
                sql = f"UPDATE audit_line SET {column} = {column} + {change} WHERE id = ?"
                assert line[0] in broken_after((sql, line[0]))


def test_text_moved_from_one_column_to_the_next_is_seen(lines: list[tuple[Any, ...]]) -> None:
    sql = "UPDATE audit_line SET action = action || kind, kind = '' WHERE id = ?"
    for line in lines:
        if line[4]:
            assert line[0] in broken_after((sql, line[0]))


def test_every_deletion_is_seen(lines: list[tuple[Any, ...]]) -> None:
    for line in lines:
        assert line[0] in broken_after(("DELETE FROM audit_line WHERE id = ?", line[0]))


def test_every_cut_tail_is_seen(lines: list[tuple[Any, ...]]) -> None:
    for keep in range(len(lines)):
        assert broken_after(("DELETE FROM audit_line WHERE id > ?", keep)) == [keep + 1]


def test_a_deletion_that_closes_the_gap_is_seen(lines: list[tuple[Any, ...]]) -> None:
    for line in lines[:-1]:
        statements = [("DELETE FROM audit_line WHERE id = ?", line[0])]
        statements += [("UPDATE audit_line SET id = id - 1 WHERE id = ?", other[0]) for other in lines[line[0] :]]
        assert broken_after(*statements)


def test_every_insertion_is_seen(lines: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * len(COLUMNS))
    insert = f"INSERT INTO audit_line ({', '.join(COLUMNS)}) VALUES ({marks})"
    for line in lines:
        shift = [
            ("UPDATE audit_line SET id = id + 1 WHERE id = ?", other[0]) for other in reversed(lines[line[0] - 1 :])
        ]
        assert broken_after(*shift, (insert, *line))
    last = lines[-1]
    assert broken_after((insert, last[0] + 1, *last[1:])) == [last[0] + 1, last[0] + 2]


@has_long_form
def test_every_swap_is_seen(lines: list[tuple[Any, ...]]) -> None:
    dice = random.Random(3)
    for _ in range(campaign(40, 400)):
        one, other = dice.sample(range(1, len(lines) + 1), 2)
        assert broken_after(
            ("UPDATE audit_line SET id = -1 WHERE id = ?", one),
            ("UPDATE audit_line SET id = ? WHERE id = ?", one, other),
            ("UPDATE audit_line SET id = ? WHERE id = -1", other),
        )


def test_a_bent_head_is_seen(lines: list[tuple[Any, ...]]) -> None:
    assert broken_after(("UPDATE audit_head SET lines = lines - 1",))
    assert broken_after(("UPDATE audit_head SET code = ?", lines[-2][7]))
    assert len(broken_after(("UPDATE audit_head SET chain_key = ?", "00" * 32))) == len(lines)


def test_the_trail_goes_on_after_the_store_was_closed(shop: Shop) -> None:
    customer(shop)
    store.close_connection()
    customer(shop, "李四", "13900000000")
    assert list(audit.broken_lines()) == []
