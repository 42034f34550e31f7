"""Appointments, test drives, appraisals, loans, complaints and what customers said when asked, to carry out."""

from __future__ import annotations

from exchange.columns import Column, Days, ExportList, Kind, Values, day, local_time, yes
from exchange.customer_lists import said
from exchange.sales_lists import listed
from models.appointments.kinds import AppointmentState, Purpose
from models.carrying.kinds import Content
from models.complaints.states import ComplaintState, Way
from models.kernel.i18n import _
from models.kernel.permissions import Actor
from models.loans.kinds import LoanState
from models.test_drives.states import DriveState
from models.trade_ins.states import AppraisalState
from models.trades.complaint_terms import Occasion, Severity, category_name, outcome_name, question_name


def appointments(actor: Actor, days: Days) -> ExportList:
    """The workshop's appointments by the time they are for."""
    columns = (
        Column("number", _("Appointment no."), width=20),
        Column("state", _("State"), width=14),
        Column("starts_at", _("Appointed for"), Kind.MOMENT, 17),
        Column("minutes", _("Minutes"), Kind.COUNT, 8),
        Column("customer", _("Customer"), width=18),
        Column("plate", _("Plate"), width=12),
        Column("purpose", _("Purpose"), width=14),
        Column("wish", _("Customer's words"), width=28),
        Column("bay", _("Workshop bay"), width=12),
        Column("advisor", _("Service advisor"), width=12),
        Column("order", _("Work order"), width=20),
        Column("reason", _("Reason"), width=20, printed=False),
    )
    where, values = days.of_moments("t.starts_at")
    sql = (
        "SELECT t.number, t.state, t.starts_at, t.minutes, c.name, t.plate, t.purpose, t.wish, coalesce(b.name, ''), "
        "coalesce(s.name, ''), coalesce(o.number, ''), t.reason FROM appointment t "
        "JOIN customer c ON c.id = t.customer_id LEFT JOIN workshop_bay b ON b.id = t.bay_id "
        "LEFT JOIN staff s ON s.id = t.advisor_id LEFT JOIN work_order o ON o.id = t.work_order_id "
        f"WHERE {where} ORDER BY t.starts_at, t.id"
    )

    def plain(row: Values) -> Values:
        state, purpose = said(AppointmentState, row[1]), said(Purpose, row[6])
        return (row[0], state, local_time(row[2]), *row[3:6], purpose, *row[7:])

    return listed(Content.APPOINTMENTS, columns, sql, values, plain)


def test_drives(actor: Actor, days: Days) -> ExportList:
    """Test drives by the time they were booked for."""
    columns = (
        Column("number", _("Test drive no."), width=20),
        Column("state", _("State"), width=12),
        Column("customer", _("Customer"), width=18),
        Column("unit", _("VIN or serial number"), width=20),
        Column("goods", _("Goods"), width=24),
        Column("consultant", _("Sales consultant"), width=14),
        Column("starts_at", _("Booked from"), Kind.MOMENT, 17),
        Column("out_at", _("Left at"), Kind.MOMENT, 17),
        Column("back_at", _("Back at"), Kind.MOMENT, 17),
        Column("km", _("Kilometres driven"), Kind.COUNT, 10, total=True),
        Column("route", _("Route"), width=18, printed=False),
        Column("liked", _("Liked"), width=24, printed=False),
        Column("disliked", _("Disliked"), width=24, printed=False),
        Column("next_step", _("Next step"), width=20),
        Column("reason", _("Reason"), width=20, printed=False),
    )
    where, values = days.of_moments("d.starts_at")
    sql = (
        "SELECT d.number, d.state, c.name, coalesce(nullif(u.vin, ''), u.serial), i.name, s.name, d.starts_at, "
        "d.out_at, d.back_at, d.back_km - d.out_km, d.route, d.liked, d.disliked, d.next_step, d.reason "
        "FROM test_drive d JOIN customer c ON c.id = d.customer_id "
        "JOIN stock_unit u ON u.id = d.unit_id JOIN item i ON i.id = u.item_id "
        f"JOIN staff s ON s.id = d.consultant_id WHERE {where} ORDER BY d.starts_at, d.id"
    )

    def plain(row: Values) -> Values:
        return (row[0], said(DriveState, row[1]), *row[2:6], *map(local_time, row[6:9]), *row[9:])

    return listed(Content.TEST_DRIVES, columns, sql, values, plain)


def appraisals(actor: Actor, days: Days) -> ExportList:
    """Appraisals of old vehicles by the day they were begun."""
    columns = (
        Column("number", _("Appraisal no."), width=20),
        Column("state", _("State"), width=12),
        Column("customer", _("Customer"), width=18),
        Column("plate", _("Plate"), width=12),
        Column("make", _("Make"), width=12),
        Column("model", _("Model"), width=14),
        Column("vin", _("VIN or serial number"), width=20),
        Column("registered_on", _("First registered on"), Kind.DAY),
        Column("mileage", _("Mileage (km)"), Kind.COUNT, 10),
        Column("price", _("Price offered"), Kind.MONEY, 14),
        Column("valid_until", _("Valid until"), Kind.DAY),
        Column("appraiser", _("Appraiser"), width=12),
        Column("decided_by", _("Decided by"), width=12),
        Column("decided_at", _("Decided at"), Kind.MOMENT, 17),
        Column("reason", _("Reason"), width=20, printed=False),
        Column("note", _("Note"), width=24, printed=False),
    )
    where, values = days.of_moments("a.created_at")
    sql = (
        "SELECT a.number, a.state, c.name, a.plate, a.make, a.model, a.vin, a.registered_on, a.mileage_km, a.price, "
        "a.valid_until, s.name, coalesce(b.name, ''), a.decided_at, a.reason, a.note FROM appraisal a "
        "JOIN customer c ON c.id = a.customer_id JOIN staff s ON s.id = a.appraiser_id "
        f"LEFT JOIN staff b ON b.id = a.decided_by_id WHERE {where} ORDER BY a.id"
    )

    def plain(row: Values) -> Values:
        valid, decided = day(row[10]), local_time(row[13])
        return (
            *(row[0], said(AppraisalState, row[1]), *row[2:7], day(row[7]), *row[8:10], valid),
            *(*row[11:13], decided, *row[14:]),
        )

    return listed(Content.APPRAISALS, columns, sql, values, plain)


def loans(actor: Actor, days: Days) -> ExportList:
    """Things of the desk that were lent, by the day they went out, with their deposits."""
    columns = (
        Column("number", _("Loan no."), width=20),
        Column("state", _("State"), width=12),
        Column("kind", _("What was lent"), width=18),
        Column("thing", _("Which one"), width=14),
        Column("count", _("How many"), Kind.COUNT, 8, total=True),
        Column("borrower", _("Borrower"), width=18),
        Column("lent_by", _("Lent by"), width=12),
        Column("lent_at", _("Lent at"), Kind.MOMENT, 17),
        Column("due_at", _("Expected back at"), Kind.MOMENT, 17),
        Column("ended_at", _("Back at"), Kind.MOMENT, 17),
        Column("deposit", _("Security deposit"), Kind.MONEY, 12, total=True),
        Column("kept", _("Deposit kept"), Kind.MONEY, 12, total=True),
        Column("given_back", _("Deposit given back"), Kind.MONEY, 12, total=True),
        Column("note", _("Note"), width=24, printed=False),
    )
    where, values = days.of_moments("l.lent_at")
    sql = (
        "SELECT l.number, l.state, k.name, coalesce(t.label, ''), l.count, coalesce(c.name, b.name, l.name), s.name, "
        "l.lent_at, l.due_at, l.ended_at, l.deposit, l.kept, l.given_back, l.note FROM loan l "
        "JOIN loan_kind k ON k.id = l.kind_id JOIN staff s ON s.id = l.lent_by_id "
        "LEFT JOIN loan_thing t ON t.id = l.thing_id LEFT JOIN customer c ON c.id = l.customer_id "
        f"LEFT JOIN staff b ON b.id = l.borrower_id WHERE {where} ORDER BY l.id"
    )

    def plain(row: Values) -> Values:
        return (row[0], said(LoanState, row[1]), *row[2:7], *map(local_time, row[7:10]), *row[10:])

    return listed(Content.LOANS, columns, sql, values, plain)


def complaints(actor: Actor, days: Days) -> ExportList:
    """Complaints by the day they came, with what was done and what it cost."""
    columns = (
        Column("number", _("Complaint no."), width=20),
        Column("opened_at", _("Complained at"), Kind.MOMENT, 17),
        Column("state", _("State"), width=14),
        Column("customer", _("Customer"), width=18),
        Column("category", _("Category of complaint"), width=16),
        Column("severity", _("Severity"), width=10),
        Column("words", _("Customer's words"), width=32),
        Column("about", _("Whom it is about"), width=14, printed=False),
        Column("owner", _("Answered for by"), width=14),
        Column("due_on", _("Answer due on"), Kind.DAY),
        Column("answer", _("Answer"), width=28, printed=False),
        Column("outcome", _("How it ended"), width=16),
        Column("root_cause", _("Root cause"), width=24, printed=False),
        Column("lesson", _("Lesson"), width=24, printed=False),
        Column("cost", _("What it cost"), Kind.MONEY, 14, total=True),
        Column("reopened", _("Times reopened"), Kind.COUNT, 10, printed=False),
        Column("closed_at", _("Closed at"), Kind.MOMENT, 17),
    )
    where, values = days.of_moments("k.opened_at")
    sql = (
        "SELECT k.number, k.opened_at, k.state, coalesce(c.name, k.caller), k.category, k.severity, k.words, "
        "coalesce(a.name, ''), o.name, k.due_on, k.answer, k.outcome, k.root_cause, k.lesson, "
        "k.goodwill + k.parts + k.labour + k.money, k.reopened, k.closed_at FROM complaint k "
        "JOIN staff o ON o.id = k.owner_id LEFT JOIN customer c ON c.id = k.customer_id "
        f"LEFT JOIN staff a ON a.id = k.about_id WHERE {where} ORDER BY k.id"
    )

    def plain(row: Values) -> Values:
        severity, outcome = said(Severity, row[5]), outcome_name(row[11]) if row[11] else ""
        return (
            *(row[0], local_time(row[1]), said(ComplaintState, row[2]), row[3], category_name(row[4]), severity),
            *(*row[6:9], day(row[9]), row[10], outcome, *row[12:16], local_time(row[16])),
        )

    return listed(Content.COMPLAINTS, columns, sql, values, plain)


def surveys(actor: Actor, days: Days) -> ExportList:
    """What customers said when they were asked, an answer a row, by the day they were asked."""
    columns = (
        Column("occasion", _("Occasion"), width=16),
        Column("asked_at", _("Asked at"), Kind.MOMENT, 17),
        Column("customer", _("Customer"), width=18),
        Column("about", _("Whom it is about"), width=14),
        Column("asked_by", _("Asked by"), width=14),
        Column("way", _("Way"), width=10),
        Column("declined", _("Would not answer"), width=8),
        Column("question", _("Question"), width=32),
        Column("score", _("Score"), Kind.COUNT, 8),
        Column("said", _("Customer's words"), width=32),
    )
    where, values = days.of_moments("v.asked_at")
    sql = (
        "SELECT v.occasion, v.asked_at, c.name, a.name, b.name, v.way, v.declined, coalesce(q.question, ''), q.score, "
        "CASE WHEN coalesce(q.position, 0) = 0 THEN v.said ELSE '' END FROM survey v "
        "JOIN customer c ON c.id = v.customer_id JOIN staff a ON a.id = v.about_id "
        "JOIN staff b ON b.id = v.asked_by_id "
        f"LEFT JOIN survey_score q ON q.survey_id = v.id WHERE {where} ORDER BY v.id, q.position"
    )

    def plain(row: Values) -> Values:
        question = question_name(Occasion(row[0]), row[7]) if row[7] else ""
        head = (said(Occasion, row[0]), local_time(row[1]), *row[2:5], said(Way, row[5]), yes(row[6]))
        return (*head, question, *row[8:])

    return listed(Content.SURVEYS, columns, sql, values, plain)
