"""Each statistic: a story counted by hand, the same numbers as other screens, sums, comparison, who may see whose."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from models.cashier.lists import drawer
from models.cashier.months import methods_of
from models.cashier.overdue import aging as aging_rows
from models.cashier.overdue import overdue
from models.complaints import survey_lists
from models.complaints.survey_actions import SurveyForm, record_survey
from models.customers.kinds import Outcome, RegisterKind, Stage
from models.customers.paper_facts import traffic_table
from models.customers.tables import Customer, CustomerLoss, RegisterLine
from models.customers.traffic import Period
from models.delivery.tables import DeliveryEvent
from models.followup.lists import compliance
from models.importing.kinds import ImportKind
from models.importing.tables import ImportedRow, ImportRun
from models.kernel import clock, store
from models.kernel.errors import NotAllowed
from models.kernel.permissions import Actor, Role
from models.kernel.tables import milliseconds, run_sql
from models.parts.lists import worth_on
from models.sales.ledger import LedgerFilter, ledger
from models.sales.papers import PaymentMethod
from models.sales.payment_actions import PaymentForm, take_payment
from models.service.late_lists import work_figures
from models.service.money_lists import by_day, settlements
from models.statistics import lists
from models.statistics.periods import Choice, chosen, compared_with
from models.statistics.values import Kind, Statistic
from models.stock.tables import StockMovement
from models.trades.complaint_terms import Occasion
from tests.models.appointments.booking import booked, crew_of, two_bays
from tests.models.complaints.complaining import scores
from tests.models.delivery.handing import handed_over, planned
from tests.models.parts import shelves
from tests.models.service.orders import crew, labour
from tests.models.service.settled import handed_back
from tests.models.shops import Shop, signed_contract
from tests.models.statistics.asking import ask, row_of, total_of

NOON = datetime(2026, 11, 18, 12, 0).astimezone()
TODAY = NOON.date()
NOW = (date(2026, 11, 1), date(2026, 11, 30))
OCTOBER = datetime(2026, 10, 14, 10, 0).astimezone()


def opened_file(shop: Shop, at: datetime, stage: Stage, source: str, owner: Actor) -> int:
    """A file opened at a moment that has come so far."""
    with store.transaction():
        return int(Customer.create(name="客", created_at=at, stage=stage, source=source, owner=owner.id).id)


def taken_over(shop: Shop, customer_id: int) -> None:
    """As if an import had brought this file from another system."""
    with store.transaction():
        counts = {"new": 1, "merged": 0, "left_out": 0, "wrong": 0}
        run = ImportRun.create(kind=ImportKind.CUSTOMERS, file_name="x.csv", staff=shop.owner.id, **counts)
        ImportedRow.create(run=run.id, stands_in="customer", row_id=customer_id, counted=1)


def visit(shop: Shop, at: datetime, by: Actor, outcome: Outcome = Outcome.NONE, source: str = "walk_in") -> None:
    """A visit in the register."""
    with store.transaction():
        RegisterLine.create(kind=RegisterKind.VISIT, at=at, staff=by.id, outcome=outcome, source=source, party_size=2)


def test_the_funnel_counts_files_by_how_far_they_have_come(shop: Shop) -> None:
    with clock.standing_at(NOON):
        day = NOON - timedelta(days=3)
        for stage, owner, source in (
            (Stage.CONTACTED, shop.consultant, "call"),
            (Stage.TESTED, shop.consultant, "walk_in"),
            (Stage.ORDERED, shop.colleague, "walk_in"),
            (Stage.DELIVERED, shop.colleague, "web"),
        ):
            opened_file(shop, day, stage, source, owner)
        lost = opened_file(shop, day, Stage.LOST, "walk_in", shop.consultant)
        for other in ("merged_into", "erased_at"):
            gone = opened_file(shop, day, Stage.ORDERED, "call", shop.consultant)
            with store.transaction():
                Customer.update({other: lost if other == "merged_into" else NOON}).where(Customer.id == gone).execute()
        opened_file(shop, OCTOBER, Stage.VISITED, "call", shop.consultant)
        taken_over(shop, opened_file(shop, day, Stage.DELIVERED, "web", shop.consultant))
        with store.transaction():
            CustomerLoss.create(
                customer=lost,
                staff=shop.consultant.id,
                reason="price",
                stage_before="quoted",
                value=19_800_000,
                decision="granted",
                lost_at=day,
            )
            CustomerLoss.create(
                customer=lost,
                staff=shop.consultant.id,
                reason="model",
                stage_before="quoted",
                value=1,
                decision="refused",
                lost_at=day,
            )
        found = ask(shop.owner, "funnel", *NOW)
        assert [row[1] for row in found.rows] == [5, 5, 4, 4, 3, 2, 1]
        assert [row[4] for row in found.rows] == [1, 1, 1, 0, 0, 0, 0]
        assert [fact.now for fact in found.facts] == [5, 2, 40_00, 1]
        sources = ask(shop.owner, "sources", *NOW)
        assert row_of(sources, "Walk-in") | {"visits": 0} == {
            **{"source": "Walk-in", "files": 3, "files_before": 0, "ordered": 1, "conversion": 33_33},
            **{"visits": 0, "visits_before": 0},
        }
        assert total_of(sources)["files"] == found.facts[0].now
        losses = ask(shop.owner, "lost", *NOW)
        assert [row[1:4] for row in losses.rows] == [(1, 100_00, 19_800_000)]
        own = ask(shop.colleague, "funnel", *NOW)
        assert own.facts[0].now == 2
        assert ask(shop.colleague, "lost", *NOW).is_empty


def test_traffic_and_conversion_are_the_traffic_tables_own(shop: Shop) -> None:
    with clock.standing_at(NOON):
        for at, by, outcome in (
            (NOON.replace(hour=9), shop.consultant, Outcome.ORDER),
            (NOON.replace(hour=9), shop.consultant, Outcome.QUOTE),
            (NOON - timedelta(days=1), shop.colleague, Outcome.NO_INTEREST),
            (OCTOBER, shop.colleague, Outcome.TEST_DRIVE),
        ):
            visit(shop, at, by, outcome)
        period = Period(*NOW)
        table = traffic_table(period, "en")
        hours, weekdays = ask(shop.reception, "traffic_hours", *NOW), ask(shop.reception, "traffic_weekdays", *NOW)
        for found in (hours, weekdays):
            assert total_of(found)["visits"] == table.total.visits == 3
        assert row_of(hours, "9:00")["day_2"] == 2
        assert sum(value or 0 for value in hours.pictures[0].values) == 3
        wednesday = row_of(weekdays, "Wednesday")
        assert (wednesday["visits"], wednesday["people"], wednesday["orders"]) == (2, 4, 50_00)
        october = Period(date(2026, 10, 1), date(2026, 10, 31))
        assert total_of(weekdays)["visits_before"] == traffic_table(october, "en").total.visits == 1
        people = ask(shop.manager, "conversion", *NOW)
        assert row_of(people, "孙悦") | {"amount": 0} == {
            **{"person": "孙悦", "visits": 2, "visits_before": 0, "people": 4, "contacts": 100_00, "test_drives": 0},
            **{"quotes": 50_00, "orders": 50_00, "contracts": 0, "amount": 0, "amount_before": 0},
        }
        assert total_of(people)["visits"] == table.total.visits
        assert [row[0] for row in ask(shop.colleague, "conversion", *NOW).rows] == ["李想"]


def a_month(shop: Shop) -> int:
    """Some business of October and of November, up to the 18th at noon; the contract on which something is overdue."""
    team = crew(shop)
    with clock.standing_at(OCTOBER):
        first = signed_contract(shop)
        take_payment(shop.cashier, first, PaymentForm(100_00, PaymentMethod.CASH, "客"))
        item = shelves.part(shop)
        shelves.received(shop, item, 1_000, 2_000)
    with clock.standing_at(NOON - timedelta(days=5)):
        delivery = handed_over(shop)
        record_survey(shop.consultant, Occasion.DELIVERY, delivery, SurveyForm(scores(Occasion.DELIVERY, 4)))
    with clock.standing_at(NOON):
        order = handed_back(shop, team, labour(hours=150))
        record_survey(team.advisor, Occasion.SERVICE, order, SurveyForm(scores(Occasion.SERVICE, 2)))
        shelves.received(shop, item, 500, 3_000)
        with store.transaction():
            run_sql("UPDATE contract_stage SET due_on = '2026-09-30' WHERE contract_id = ? AND position = 1", first)
            run_sql("UPDATE work_session SET started_at = ended_at - 5400000")
            StockMovement.create(item=item, kind="issued", quantity=-200, value=-4_000, staff=shop.owner.id)
    return first


def test_a_months_numbers_are_those_of_the_other_screens(shop: Shop) -> None:
    first = a_month(shop)
    with clock.standing_at(NOON):
        period, before = Period(*NOW), compared_with(Period(*NOW))
        revenue, collected = ask(shop.owner, "revenue", *NOW), ask(shop.cashier, "collections", *NOW)
        books = [ledger(LedgerFilter(each.first, each.last)) for each in (period, before)]
        work = settlements(period.first, period.last)
        total = total_of(revenue)
        assert (total["contracts"], total["signed"]) == (len(books[0].rows), books[0].total) == (1, books[0].total)
        assert (total["settlements"], total["settled"]) == (1, sum(row.total for row in work)) == (1, 33_000)
        days = {row.name: row.total for row in by_day(work)}
        assert {row[0]: row[4] for row in revenue.rows if row[4]} == days
        assert total["revenue_before"] == books[1].total
        methods, methods_before = methods_of("2026-11"), methods_of("2026-10")
        assert total["collected"] == total_of(collected)["amount"] == sum(methods.values())
        assert total["collected_before"] == total_of(collected)["before"] == sum(methods_before.values()) == 100_00
        on_noon = next(row for row in revenue.rows if row[0] == TODAY.isoformat())
        assert on_noon[8] == drawer(TODAY).amount
        stages = overdue(shop.owner)
        old = ask(shop.owner, "aging", *NOW)
        rows = aging_rows(stages)
        assert [row.id for row in rows] == [first]
        assert total_of(old)["open"] == rows[0].still_open > 0
        assert old.pictures[0].values == tuple(rows[0].by_age.values())
        hours = ask(shop.owner, "hours", *NOW)
        assert (
            [row[1:4] for row in hours.rows]
            == [(each.lines, each.standard, each.minutes) for each in work_figures(shop.owner, *NOW)]
            == [(1, 150, 90)]
        )
        assert hours.facts[0].now == 100_00
        told = survey_lists.figures(*NOW)
        said = ask(shop.owner, "satisfaction", *NOW)
        assert (total_of(said)["answered"], total_of(said)["average"]) == (told.answered, 300) == (2, 300)
        assert sum(each.complaints for each in survey_lists.by_person(*NOW)) == total_of(said)["complaints"]
        kept, month = ask(shop.owner, "compliance", *NOW), compliance(date(2026, 11, 1))
        assert total_of(kept)["due"] == sum(each.due for each in month)
        assert total_of(kept)["kept"] == sum(each.kept for each in month)
        parts = ask(shop.owner, "turnover", *NOW)
        worth, worth_before = (
            sum(each.value for each in worth_on(shop.owner, day).values()) for day in (period.last, before.last)
        )
        assert row_of(parts, "04152-YZZA1") == {
            **{"code": "04152-YZZA1", "name": "机油滤清器", "opening_value": worth_before, "came_value": 15_000},
            **{"used": 200, "used_value": 4_000, "closing": 1_300, "value": worth, "used_before": 0},
            **{"turnover": 16, "days": 140},
        }
        assert (worth_before, worth) == (20_000, 31_000)
        late = ask(shop.owner, "punctuality", *NOW)
        assert row_of(late, "孙悦")["due"] == row_of(late, "孙悦")["in_time"] == 1


_ADDS = (Kind.COUNT, Kind.MONEY, Kind.MINUTES)
_NO_SUM = {"days"}


def test_sums_are_the_rows_and_the_period_before_is_its_own_figure(shop: Shop) -> None:
    a_month(shop)
    with clock.standing_at(NOON):
        for at in (NOON, NOON - timedelta(days=20), OCTOBER):
            visit(shop, at, shop.consultant, Outcome.QUOTE)
            opened_file(shop, at, Stage.QUOTED, "web", shop.consultant)
        gone = shelves.part(shop, "GONE-1", "旧件")
        with store.transaction():
            for kind, quantity, value in (("received", 100, 500), ("issued", -100, -500)):
                moved = {"item": gone, "kind": kind, "quantity": quantity, "value": value, "staff": shop.owner.id}
                StockMovement.create(at=OCTOBER, **moved)
        period = Period(*NOW)
        assert row_of(ask(shop.owner, "turnover", *NOW), "GONE-1")["used_before"] == 500
        for offer in lists.OFFERS:
            found = lists.statistic(shop.owner, offer.code, period)
            earlier = lists.statistic(shop.owner, offer.code, compared_with(period))
            titles = [column.title for column in found.columns]
            assert len(set(titles)) == len(titles), offer.code
            assert all(len(row) == len(found.columns) for row in (*found.rows, *([found.total] if found.total else [])))
            for place, column in enumerate(found.columns):
                if found.total and column.kind in _ADDS and column.code not in _NO_SUM:
                    assert found.total[place] == sum(row[place] or 0 for row in found.rows), (offer.code, column.code)
            if found.first_before is not None:
                compared = {fact.title: fact.before for fact in found.facts if fact.before is not None}
                own = {fact.title: fact.now for fact in earlier.facts}
                assert compared == {title: own[title] for title in compared}, offer.code


def test_deliveries_are_in_time_late_overdue_or_put_off(folder_shop: Shop) -> None:
    shop = folder_shop
    with clock.standing_at(NOON):
        times = [NOON - timedelta(days=day) for day in (1, 2, 3, 4)]
        ids = [planned(shop, hours=26 + 2 * number) for number in range(len(times))]
        hour = 3_600_000
        with store.transaction():
            for delivery, at in zip(ids, times, strict=True):
                run_sql("UPDATE delivery SET starts_at = ?, minutes = 60 WHERE id = ?", milliseconds(at), delivery)
            for delivery, after in ((ids[0], hour), (ids[1], hour + 1)):
                run_sql(
                    "UPDATE delivery SET state = 'handed_over', handed_over_at = starts_at + ? WHERE id = ?",
                    *(after, delivery),
                )
            run_sql("UPDATE delivery SET state = 'cancelled' WHERE id = ?", ids[2])
            for told, told_at in enumerate((times[0] - timedelta(days=1), times[0] + timedelta(days=1))):
                DeliveryEvent.create(
                    delivery=ids[3],
                    kind="postponed",
                    starts_at=times[0],
                    new_starts_at=times[3],
                    told_at=told_at,
                    staff=shop.consultant.id,
                    text=str(told),
                )
        found = ask(shop.manager, "punctuality", *NOW)
        assert row_of(found, "孙悦") == {
            **{"consultant": "孙悦", "due": 3, "in_time": 1, "late": 1, "overdue": 1, "share": 33_33},
            **{"postponed": 2, "told": 1, "due_before": 0, "share_before": None},
        }
        assert ask(shop.colleague, "punctuality", *NOW).is_empty


def test_load_is_what_is_booked_of_the_bays_hours(folder_shop: Shop) -> None:
    shop = folder_shop
    with clock.standing_at(NOON):
        people, (bay, _other) = crew_of(shop), two_bays(shop)
        for number, hour in enumerate((13, 14)):
            form = {"minutes": 90, "bay_id": bay, "advisor_id": people.id}
            booked(shop, people, NOON.replace(hour=hour + number), **form)
        found = ask(people, "load", TODAY)
        assert found.rows == ((TODAY.isoformat(), 2, 180, 1080, 16_67, 0, 0, 0, 0, 0),)


SALES_ONLY = {Role.SALES}
SEES: dict[str, tuple[set[Role], set[Role]]] = {
    **dict.fromkeys(("funnel", "sources", "lost", "conversion"), ({Role.SALES_MANAGER, Role.OWNER}, SALES_ONLY)),
    **dict.fromkeys(
        ("traffic_hours", "traffic_weekdays"),
        ({Role.RECEPTION, Role.SALES, Role.SALES_MANAGER, Role.SERVICE_ADVISOR, Role.OWNER}, set()),
    ),
    **dict.fromkeys(
        ("compliance", "satisfaction"),
        ({Role.SALES_MANAGER, Role.OWNER}, {Role.RECEPTION, Role.SALES, Role.SERVICE_ADVISOR}),
    ),
    **dict.fromkeys(("revenue", "collections"), ({Role.SALES_MANAGER, Role.CASHIER, Role.OWNER}, set())),
    "aging": ({Role.SALES_MANAGER, Role.CASHIER, Role.OWNER}, SALES_ONLY),
    "punctuality": ({Role.SALES_MANAGER, Role.OWNER}, SALES_ONLY),
    "load": ({Role.SALES_MANAGER, Role.SERVICE_ADVISOR, Role.OWNER}, set()),
    "hours": ({Role.SALES_MANAGER, Role.SERVICE_ADVISOR, Role.OWNER}, {Role.TECHNICIAN}),
    "turnover": ({Role.PARTS_KEEPER, Role.OWNER}, set()),
}


def test_each_role_sees_what_is_agreed_and_nothing_else(folder_shop: Shop) -> None:
    assert set(SEES) == {each.code for each in lists.OFFERS}
    period = chosen(Choice.LAST_30, clock.today())
    for role in Role:
        actor = Actor(folder_shop.consultant.id, "谁", frozenset({role}))
        offered = {each.code for each in lists.offered(actor)}
        for code, (everybody, own) in SEES.items():
            assert (code in offered) is (role in everybody | own), (role, code)
            if role in everybody | own:
                assert lists.refuse(actor, code) == (None if role in everybody else actor.id), (role, code)
                assert isinstance(lists.statistic(actor, code, period), Statistic)
            else:
                with pytest.raises(NotAllowed):
                    lists.statistic(actor, code, period)
    with pytest.raises(LookupError):
        lists.statistic(folder_shop.owner, "weather", period)
    with pytest.raises(NotAllowed):
        lists.statistic(Actor(1, "", frozenset()), "funnel", period)
