"""The facts of a test drive's papers, in one language (S4); the store's head is handed in by the printer."""

from __future__ import annotations

from models.customers.tables import CustomerPhone
from models.kernel import clock
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.papers.facts import StoreHead, Watermark
from models.papers.lists import content
from models.sales.paper_facts import addressed
from models.sales.supplement_states import SignedHow
from models.shop.profile import trade
from models.staff.lists import names
from models.test_drives import rules, standing
from models.test_drives.lists import class_name
from models.test_drives.papers import AgreementPaper, DriveHead, FeedbackPaper, PointLine, RouteLine
from models.test_drives.states import DRIVEN_STATES, DriveState
from models.test_drives.tables import TestDrive, TestDrivePoint


def _head(drive: TestDrive, store: StoreHead, language: str) -> DriveHead:
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == drive.customer_id, CustomerPhone.position == 0)
    return DriveHead(
        store=store,
        number=drive.number,
        customer=addressed(drive.customer, language),
        phone=phone.number if phone else "",
        car=drive.unit.item.name,
        car_number=drive.unit.number,
        consultant=names().get(drive.consultant_id, ""),
        starts_at=clock.local(drive.starts_at),
        ends_at=clock.local(drive.ends_at),
    )


def agreement_paper(drive_id: int, store: StoreHead, language: str) -> AgreementPaper:
    """The agreement with its routes, to be signed or as it was signed."""
    drive = TestDrive.get_by_id(drive_id)
    drawn = drive.signature_id is not None and drive.signed_how is SignedHow.DRAWN
    return AgreementPaper(
        head=_head(drive, store, language),
        driver=drive.licence_name,
        licence_number=drive.licence_number,
        licence_class=class_name(drive.licence_class, language),
        licence_until=drive.licence_until,
        fuel="" if drive.fuel is None else f"{drive.fuel}/{rules.FULL}",
        km=drive.unit.mileage_km if drive.out_km is None else drive.out_km,
        routes=tuple(
            RouteLine(
                *(pick(route.name, language), pick(route.via, language), route.km, route.minutes),
                chosen=drive.route in route.name.values(),
            )
            for route in standing.routes_of(drive)
        ),
        clauses=tuple(pick(clause, language) for clause in standing.terms().agreement),
        signed_by=drive.licence_name if drive.signed_at else "",
        signed_at=clock.local(drive.signed_at) if drive.signed_at else None,
        signature=content(drive.signature_id) if drawn else None,
    )


def feedback_paper(drive_id: int, store: StoreHead, language: str) -> FeedbackPaper:
    """What came of the drive. Raises RuleError before the car is back."""
    drive = TestDrive.get_by_id(drive_id)
    if drive.state not in DRIVEN_STATES:
        raise RuleError("The car is not back yet.")
    minutes, km = rules.minutes_between(drive.out_at, drive.back_at), drive.back_km - drive.out_km
    points = TestDrivePoint.select().where(TestDrivePoint.drive == drive_id).order_by(TestDrivePoint.position)
    levels = {level.code: pick(level.name, language) for level in trade().intent_levels}
    driven = next((each for each in standing.routes_of(drive) if drive.route in each.name.values()), None)
    return FeedbackPaper(
        head=_head(drive, store, language),
        route=pick(driven.name, language) if driven else drive.route,
        out_at=clock.local(drive.out_at),
        back_at=clock.local(drive.back_at),
        minutes=minutes,
        out_km=drive.out_km,
        back_km=drive.back_km,
        short=rules.is_short(minutes, km),
        rode_first=drive.rode_first,
        swapped_engine_off=drive.swapped_engine_off,
        liked=drive.liked,
        disliked=drive.disliked,
        points=tuple(PointLine(each.point, each.agreed, each.remark) for each in points),
        wish=levels.get(drive.wish, drive.wish),
        next_step=drive.next_step,
        next_at=clock.local(drive.next_at) if drive.next_at else None,
    )


def watermark(drive_id: int) -> Watermark:
    """What is written across: void for a drive that was called off or did not take place."""
    gone = TestDrive.get_by_id(drive_id).state in (DriveState.CANCELLED, DriveState.NO_SHOW)
    return Watermark.VOID if gone else Watermark.NONE
