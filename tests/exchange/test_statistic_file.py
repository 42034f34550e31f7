"""A statistic as a file: read back it equals the table, with its sums; refused where it must be, whole or absent."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from exchange import statistic_file
from exchange.statistic_file import as_list, heading, write_statistic
from models.carrying.kinds import Form
from models.customers.traffic import Period
from models.kernel import clock
from models.kernel.errors import NotAllowed, RuleError
from models.kernel.money import plain
from models.kernel.tables import run_sql
from models.papers import lists as papers
from models.papers.facts import PaperKind
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.statistics import lists
from models.statistics.papers import StatisticAsked
from models.statistics.values import Kind, Statistic
from tests.models.shops import Shop, customer, signed_contract


@pytest.fixture
def wanted(folder_shop: Shop) -> StatisticAsked:
    """Revenue of this year, with a contract of today."""
    contract = signed_contract(folder_shop)
    take_payment(folder_shop.cashier, contract, PaymentForm(1_234_567, PaymentMethod.CARD, "客"))
    year = clock.today().year
    return StatisticAsked("revenue", Period(date(year, 1, 1), date(year, 12, 31)))


def numbers(statistic: Statistic) -> list[list[float | str | None]]:
    """The rows and the last line as a file has them: hundredths as numbers with two decimals."""
    halves = (Kind.MONEY, Kind.SHARE, Kind.HUNDREDTHS)
    return [
        [
            value / 100 if column.kind in halves and isinstance(value, int) else value
            for column, value in zip(statistic.columns, row, strict=True)
        ]
        for row in (*statistic.rows, statistic.total)
    ]


def test_a_workbook_read_back_equals_the_table(folder_shop: Shop, wanted: StatisticAsked, tmp_path: Path) -> None:
    found = lists.statistic(folder_shop.owner, wanted.code, wanted.period)
    write_statistic(folder_shop.owner, wanted, Form.XLSX, tmp_path / "revenue.xlsx")
    head, *rows = CalamineWorkbook.from_path(tmp_path / "revenue.xlsx").get_sheet_by_index(0).to_python()
    assert head == [heading(column) for column in found.columns]
    assert [["" if value is None else value for value in row] for row in numbers(found)] == rows
    assert rows[-1][0] == "Total"
    assert any(row[1] == 1 for row in rows[:-1])


def test_a_csv_read_back_equals_the_table_and_is_on_the_trail(
    folder_shop: Shop, wanted: StatisticAsked, tmp_path: Path
) -> None:
    found = lists.statistic(folder_shop.cashier, wanted.code, wanted.period)
    path = tmp_path / "revenue.csv"
    write_statistic(folder_shop.cashier, wanted, Form.CSV, path)
    _head, *rows = csv.reader(path.read_text("utf-8-sig").splitlines())
    said = [
        ["" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value) for value in row]
        for row in numbers(found)
    ]
    assert said == rows
    action, details = run_sql("SELECT action, details FROM audit_line ORDER BY id DESC LIMIT 1").fetchone()
    assert action == "statistics.take_out"
    assert json.loads(details)["statistic"] == "revenue"


def test_the_pdf_is_the_paper_and_its_print_is_kept(folder_shop: Shop, wanted: StatisticAsked, tmp_path: Path) -> None:
    path = tmp_path / "revenue.pdf"
    write_statistic(folder_shop.owner, wanted, Form.PDF, path)
    found = lists.statistic(folder_shop.owner, wanted.code, wanted.period)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    signed = found.total[2]
    assert isinstance(signed, int)
    assert plain(signed) in text
    number = f"TJ08-{wanted.period.first:%Y%m%d}-{wanted.period.last:%Y%m%d}"
    assert [each.print_no for each in papers.prints(PaperKind.STATISTIC, number)] == [1]


def test_who_may_not_carry_out_or_see_it_writes_nothing(
    folder_shop: Shop, wanted: StatisticAsked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    path = place / "x.csv"
    for actor in (folder_shop.consultant, folder_shop.reception):
        with pytest.raises(NotAllowed):
            write_statistic(actor, StatisticAsked("funnel", wanted.period), Form.CSV, path)
    with pytest.raises(NotAllowed):
        write_statistic(folder_shop.cashier, StatisticAsked("funnel", wanted.period), Form.CSV, path)
    with pytest.raises(RuleError):
        write_statistic(folder_shop.owner, wanted, Form.JSON_LINES, path)

    def break_off(*_args: object) -> None:
        raise RuleError("The day is over.")

    monkeypatch.setattr(statistic_file, "take_out", break_off)
    with pytest.raises(RuleError):
        write_statistic(folder_shop.owner, wanted, Form.CSV, path)
    assert list(place.iterdir()) == []


def test_every_statistic_can_be_a_list(folder_shop: Shop) -> None:
    customer(folder_shop)
    day = clock.today()
    for offer in lists.OFFERS:
        found = lists.statistic(folder_shop.owner, offer.code, Period(day, day))
        listed = as_list(found)
        headings = [column.heading for column in listed.columns]
        assert len(set(headings)) == len(headings), offer.code
        assert (listed.title, listed.count, list(listed.rows())) == (found.title, len(found.rows), list(found.rows))
        assert listed.beneath({}) == found.total
