"""Salvage: every row that is not on a damaged page comes back, in a new store; the damaged one is not touched."""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from exchange import backing_up, page_rows, salvage_report, salvaging, shelf
from exchange.page_rows import Trees
from exchange.shelf import Reason
from models.catalog.actions import ItemForm, add_item
from models.checking import searching
from models.kernel import keys, numbering, store
from models.kernel.errors import RuleError, StorageError
from models.kernel.pages import PAGE, Pages
from models.kernel.tables import run_sql
from models.papers.lists import attachments
from models.sales.lists import contract_ids
from tests.campaigns import campaign, has_long_form
from tests.exchange.backups.stores import everything, files_of, the_owner
from tests.models.shops import Shop, customer, opened


def pages_of(folder: Path) -> dict[int, list[int]]:
    """The pages of a closed store by kind, as their first byte tells."""
    kinds: dict[int, list[int]] = {}
    with (folder / "store.db").open("rb") as file:
        pages = Pages(file, keys.unlock(folder))
        for number in range(1, pages.count + 1):
            page = pages.read(number)
            assert page is not None
            kinds.setdefault(page[100 if number == 1 else 0], []).append(number)
    return kinds


def root_of(folder: Path, table: str) -> int:
    """The page at which the tree of a table of a closed store begins."""
    file = store.encrypted_file(folder / "store.db", keys.unlock(folder), journal="delete")
    with file.connection_context():
        return int(file.execute_sql("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def damage(folder: Path, pages: Iterable[int]) -> None:
    """One bit flipped on each of these pages."""
    content = bytearray((folder / "store.db").read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 100] ^= 1
    (folder / "store.db").write_bytes(content)


Rows = dict[str, list[tuple[object, ...]]]


def grown(folder: Path, people: Shop) -> Rows:
    """More rows than fit one page; returns all."""
    with opened(str(folder)):
        for number in range(60):
            add_item(people.owner, ItemForm(f"N{number}", "accessory", f"脚垫{number}", number, "长" * 190))
    return everything(folder)


def salvaged(folder: Path, to: Path, pages: Iterable[int], whole: Rows) -> salvaging.Salvage:
    """Salvage a copy with these pages damaged; what comes back is what there was, and what is lost is told."""
    bent = Path(shutil.copytree(folder, to))
    damage(bent, pages)
    before = files_of(bent)
    told = salvaging.salvage(bent)
    assert files_of(bent) == before
    assert told.folder == to.with_name(f"{to.stem}.salvaged-1.desk")
    if told.opens:
        with opened(str(told.folder)):
            the_owner()
    back = everything(told.folder)
    for table in told.tables:
        if table.name in REMADE:
            continue
        rows = [tuple(map(as_it_was, row)) for row in back[table.name]]
        were = {row[0]: row for row in whole[table.name]}
        assert all(now in (was, None) for row in rows for now, was in zip(row, were[row[0]], strict=True))
        assert len(rows) == table.read
        assert table.given_up or len(whole[table.name]) - len(rows) <= table.lost
    assert not list(to.parent.glob(".*"))
    return told


def as_it_was(value: object) -> object:
    """The number of a lost row, which nothing may get."""
    return value - 10**15 if isinstance(value, int) and value > 10**15 else value


REMADE = ("audit_line", "audit_head", "counter", "search_entry", "staff")
_INNER, _LEAF = 5, 13


@has_long_form
def test_what_is_not_damaged_comes_back(folder: Path, people: Shop, tmp_path: Path) -> None:
    whole = grown(folder, people)
    pages = sorted(page for kind in pages_of(folder).values() for page in kind)
    for seed in range(campaign(6, 300)):
        dice = random.Random(seed)
        told = salvaged(folder, tmp_path / f"bent{seed}.desk", dice.sample(pages, dice.randint(1, 3)), whole)
        assert told.read > 100
    third = random.Random(7).sample(pages, len(pages) // 3)
    assert salvaged(folder, tmp_path / "third.desk", third, whole).lost


def test_no_row_is_lost_with_a_page_that_holds_none(folder: Path, people: Shop, tmp_path: Path) -> None:
    """What only leads to rows, the list of tables too: all is found without it, and nothing is said to be lost."""
    whole = grown(folder, people)
    inner = pages_of(folder)[_INNER]
    assert 1 in inner
    assert len(inner) > 2
    for page in inner:
        told = salvaged(folder, tmp_path / f"bent{page}.desk", [page], whole)
        assert (told.lost, told.given_up, told.dangling, told.broken_lines) == (0, False, 0, 0)
    together = salvaged(folder, tmp_path / "all.desk", inner, whole)
    assert together.read == sum(map(len, whole.values()))


def test_a_page_of_the_list_of_tables_costs_no_row(folder: Path, people: Shop, tmp_path: Path) -> None:
    whole = grown(folder, people)
    with (folder / "store.db").open("rb") as file:
        trees = Trees(Pages(file, keys.unlock(folder)))
        list(trees.table(1))
    listing = sorted(trees.reached - {1})
    assert len(listing) > 10
    for page in listing[::5]:
        told = salvaged(folder, tmp_path / f"bent{page}.desk", [page], whole)
        assert (told.lost, told.given_up) == (0, False)


def test_what_was_saved_last_is_read_from_the_journal(folder: Path, people: Shop, tmp_path: Path) -> None:
    """The power failed: the journal was never folded into the file."""
    with opened(str(folder)):
        run_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        add_item(people.owner, ItemForm("LAST", "accessory", "last", 1))
        left = Path(shutil.copytree(folder, tmp_path / "left.desk", ignore=shutil.ignore_patterns("*.lock", "*-shm")))
    assert (left / "store.db-wal").stat().st_size > 0
    damage(left, [pages_of(folder)[_LEAF][-1]])
    told = salvaging.salvage(left)
    with opened(str(told.folder)):
        assert run_sql("SELECT name FROM item WHERE code = 'LAST'").fetchone() == ("last",)


def test_what_belongs_to_a_lost_one_is_lost_with_it(folder: Path, people: Shop, tmp_path: Path) -> None:
    """The customer is lost, and so are phone and contract: nothing can show them. Goods are only forgotten by name."""
    whole = grown(folder, people)
    told = salvaged(folder, tmp_path / "bent.desk", [root_of(folder, "customer")], whole)
    lost = {table.name: table for table in told.tables if table.lost}
    assert {"customer", "customer_phone", "quote", "contract", "payment"} <= lost.keys()
    assert (lost["contract"].read, lost["contract"].lost) == (0, len(whole["contract"]))
    assert told.dangling == 0
    with opened(str(told.folder)):
        assert contract_ids() == []
    with (folder / "store.db").open("rb") as file:
        root = root_of(folder, "item")
        page = Pages(file, keys.unlock(folder)).read(root)
    assert page is not None
    told = salvaged(folder, tmp_path / "goods.desk", page_rows._below(page, root)[:1], whole)
    with opened(str(told.folder)):
        lines = run_sql("SELECT item_id, name FROM contract_line ORDER BY id").fetchall()
    assert [name for _item, name in lines] == [row[5] for row in whole["contract_line"]]
    assert {item for item, _name in lines} == {None}


def test_a_store_that_is_whole_comes_back_whole(folder: Path, people: Shop) -> None:
    whole = grown(folder, people)
    told = salvaging.salvage(folder)
    assert (told.lost, told.dangling, told.broken_lines, told.opens) == (0, 0, 0, True)
    back = everything(told.folder)
    assert {name: rows for name, rows in back.items() if name not in ("audit_line", "audit_head", "search_entry")} == {
        name: rows for name, rows in whole.items() if name not in ("audit_line", "audit_head", "search_entry")
    }
    assert back["audit_line"][: len(whole["audit_line"])] == whole["audit_line"]
    assert salvaging.salvage(folder).folder.name == "shop.salvaged-2.desk"


def test_lost_counters_and_a_lost_head_are_made_again(folder: Path, people: Shop) -> None:
    with opened(str(folder)):
        before = numbering.series()
        run_sql("DELETE FROM counter")
        run_sql("DELETE FROM audit_head")
        run_sql("DELETE FROM search_entry")
    told = salvaging.salvage(folder)
    with opened(str(told.folder)):
        assert numbering.series() == before
        assert [*searching.records(), *searching.entries()] == []
        add_item(people.owner, ItemForm("NEW", "accessory", "new", 1))


def test_without_its_key_file_the_backups_open_it(folder: Path) -> None:
    backing_up.back_up(folder, Reason.ASKED)
    (folder / "keys.json").write_text("{")
    assert salvaging.salvage(folder).lost == 0


def test_what_cannot_be_salvaged_leaves_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = sorted(path.name for path in tmp_path.iterdir())
    with monkeypatch.context() as patch:
        patch.setenv("FRONTDESK_DATA", str(tmp_path / "another PC"))
        with pytest.raises(RuleError) as error:
            salvaging.salvage(folder)
        assert error.value.field == "passphrase"
    with opened(str(folder)), pytest.raises(StorageError, match="open in another window"):
        salvaging.salvage(folder)
    content = bytearray((folder / "store.db").read_bytes())
    content[3] ^= 1  # of what all checksums depend on
    (folder / "store.db").write_bytes(content)
    with pytest.raises(StorageError, match="beginning is damaged"):
        salvaging.salvage(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_the_damaged_store_and_its_backups_still_open_here_afterwards(folder: Path) -> None:
    """Nobody may need the recovery code for a second try."""
    backup = backing_up.back_up(folder, Reason.ASKED).backup
    salvaging.salvage(folder)
    assert keys.unlock(folder) == keys.unlock(backup.path)


def test_what_is_lost_comes_from_the_newest_good_backup(folder: Path, people: Shop, tmp_path: Path) -> None:
    """As it was then; of what was done since, only what is on good pages. Nothing comes back that was taken out."""
    with opened(str(folder)):
        run_sql("INSERT INTO draft (id, staff_id, form, content, changed_at) VALUES (1, 1, 'old', '', 0)")
    grown(folder, people)
    backing_up.back_up(folder, Reason.HOURS)
    bad = backing_up.back_up(folder, Reason.HOURS).backup.path
    (bad / "store.db").write_bytes((bad / "store.db").read_bytes()[:-PAGE])
    with opened(str(folder)):
        run_sql("DELETE FROM draft")
        later = customer(people, "后来", "13700000000")
        add_item(people.owner, ItemForm("LATER", "accessory", "later", 1))
    whole = everything(folder)
    damage(folder, [root_of(folder, "customer"), pages_of(folder)[_INNER][-1]])
    told = salvaging.salvage(folder)
    back = everything(told.folder)
    assert back["customer"] == [row for row in whole["customer"] if row[0] != later]
    assert (back["item"], back["draft"]) == (whole["item"], [])
    (customers,) = (table for table in told.tables if table.name == "customer")
    assert (customers.read, customers.from_backup) == (0, 1)
    assert customers.lost or customers.given_up
    assert told.from_backup == 1
    lines = salvage_report.report(told).splitlines()
    assert sum("from the backup" in line for line in lines) == 2
    with opened(str(told.folder)):
        assert customer(people, "陌生人", "13600000000") == later


def test_where_nothing_is_missing_nothing_comes_from_a_backup(folder: Path, people: Shop) -> None:
    """All that was below the page is found: what was taken out since the backup does not come back."""
    grown(folder, people)
    backing_up.back_up(folder, Reason.HOURS)
    with opened(str(folder)):
        run_sql("DELETE FROM item WHERE code IN ('N7', 'N59')")
    left = everything(folder)["item"]
    damage(folder, [root_of(folder, "item")])
    told = salvaging.salvage(folder)
    assert (told.from_backup, told.lost) == (0, 0)
    assert everything(told.folder)["item"] == left


def test_a_new_file_does_not_take_over_what_belonged_to_a_lost_one(folder: Path, people: Shop, tmp_path: Path) -> None:
    """The last customers are lost, and the next new one gets the number of one of them, but no contract and no scan."""
    whole = grown(folder, people)
    told = salvaged(folder, tmp_path / "bent.desk", [root_of(folder, "customer")], whole)
    with opened(str(told.folder)):
        before = run_sql("PRAGMA foreign_key_check").fetchall()
        new = customer(people, "陌生人", "13700000000")
        assert new == 1, "as the lost one had"
        assert len(run_sql("PRAGMA foreign_key_check").fetchall()) == len(before)
        assert run_sql("SELECT count(*) FROM contract WHERE customer_id = ?", new).fetchone() == (0,)
        assert attachments("customer", new) == []
        assert run_sql("SELECT number FROM customer_phone WHERE customer_id = ?", new).fetchall() == [("13700000000",)]


def test_another_stores_backup_beside_it_does_not_stand_in_for_its_key_file(folder: Path, tmp_path: Path) -> None:
    backing_up.back_up(folder, Reason.ASKED)
    other = tmp_path / "other.desk"
    store.create(str(other))
    shutil.copytree(backing_up.back_up_to(other, tmp_path / "out").path, shelf.home_of(folder) / "shop-000009.backup")
    (folder / "keys.json").unlink()
    assert salvaging.salvage(folder).lost == 0


def test_what_the_drive_cannot_read_costs_its_own_rows_alone(
    folder: Path, people: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sector that has gone bad is not read as something else: reading it fails."""
    whole = grown(folder, people)
    pages = pages_of(folder)
    bad = {pages[_INNER][-1], pages[_LEAF][-7]}
    stored = Pages._stored

    def worn(self: Pages, number: int) -> bytes:
        if number in bad:
            raise OSError(errno.EIO, "Input/output error")
        return stored(self, number)

    monkeypatch.setattr(Pages, "_stored", worn)
    told = salvaging.salvage(folder)
    back = everything(told.folder)
    assert sum(len(back[table.name]) for table in told.tables) > sum(map(len, whole.values())) - 60
    assert not list(folder.parent.glob(".*"))


def test_the_report_says_what_is_lost_first_and_in_the_words_of_the_trade(
    folder: Path, people: Shop, tmp_path: Path
) -> None:
    whole = grown(folder, people)
    told = salvaged(folder, tmp_path / "bent.desk", [root_of(folder, "customer")], whole)
    lines = salvage_report.report(told).splitlines()
    lost = lines.index("Where rows are lost")
    assert lines[lost + 1].startswith("Customers (customer): 0 read, ")
    assert "What could be read" in lines[lost + 2 :]
    assert f"Goods: {len(whole['item']) + len(whole['item_option']) + len(whole['operation'])}" in lines
    for table in told.tables:
        assert salvage_report.what_about(table.name), "every table has a word"
    kept = salvaging.salvage(folder)
    assert "Where rows are lost" not in salvage_report.report(kept)
    assert salvage_report.write_report(kept).read_bytes().startswith("\ufeff".encode())
