"""Pure rules of work orders: money of lines and totals, mileage, the next service, times, repeat repairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from models.appointments.rules import WorkshopHours
from models.kernel.errors import RuleError
from models.kernel.i18n import N_, LabelledEnum
from models.kernel.money import LARGEST, line_amount
from models.kernel.parsing import LARGEST_QUANTITY
from models.kernel.text import folded, narrow
from models.service.kinds import Charge, LineKind, Stance

MOST_HOURS = 200_00
"""Hundredths of an hour: what is longer is several lines."""

MOST_MILEAGE = 2_000_000
FULL_TANK = 8
LONGEST_PROMISE = timedelta(days=366)
_USUAL_KM_A_DAY = 40
_FEWEST_DAYS = 14
_FARTHEST_DAYS = 20 * 366


class Rounding(LabelledEnum):
    """What is left off the total, once (W9)."""

    NONE = "none", N_("To the fen")
    JIAO = "jiao", N_("Fen left off")
    YUAN = "yuan", N_("Jiao and fen left off")


_UNITS = {Rounding.NONE: 1, Rounding.JIAO: 10, Rounding.YUAN: 100}


@dataclass(frozen=True, slots=True)
class LineMoney:
    """What money asks of a line: quantity in hundredths, price and discount in fen."""

    kind: LineKind
    quantity: int
    unit_price: int
    discount: int = 0
    charge: Charge = Charge.CUSTOMER
    stance: Stance = Stance.CHOSEN

    @property
    def full(self) -> int:
        """Before the discount, in fen; each line is rounded half-up, once."""
        return line_amount(self.unit_price, self.quantity)

    @property
    def amount(self) -> int:
        """After the discount."""
        return self.full - self.discount


@dataclass(frozen=True, slots=True)
class Totals:
    """What an order comes to for the customer, in fen; ``labour``, ``parts`` and ``other`` before any discount.

    ``free`` is what warranty, goodwill and internal lines are worth, which nobody adds; ``rounding`` is not positive.
    """

    labour: int = 0
    parts: int = 0
    other: int = 0
    discount: int = 0
    rounding: int = 0
    free: int = 0

    @property
    def total(self) -> int:
        """What the customer pays."""
        return self.labour + self.parts + self.other - self.discount + self.rounding


def totals(lines: Iterable[LineMoney], whole_discount: int = 0, rounding: Rounding = Rounding.NONE) -> Totals:
    """The sums over the chosen lines (W9): discounts of lines and of the whole, rounding off once, at the end.

    Raises RuleError at ``discount`` for more than the lines come to.
    """
    sums = dict.fromkeys(LineKind, 0)
    discount = free = 0
    for line in lines:
        if line.stance is not Stance.CHOSEN:
            continue
        if line.charge is Charge.CUSTOMER:
            sums[line.kind] += line.full
            discount += line.discount
        else:
            free += line.full
    left = sum(sums.values()) - discount
    if not 0 <= whole_discount <= max(left, 0):
        raise RuleError("The discount is larger than the total.", field="discount")
    off = -((left - whole_discount) % _UNITS[rounding])
    kinds = (sums[LineKind.LABOUR], sums[LineKind.PART], sums[LineKind.OTHER])
    return Totals(*kinds, discount + whole_discount, off, free)


def check_line(line: LineMoney, place: str = "") -> None:
    """Raises RuleError at ``place`` + field for a quantity, price or discount that cannot be."""
    most = MOST_HOURS if line.kind is LineKind.LABOUR else LARGEST_QUANTITY
    if line.quantity <= 0:
        raise RuleError("The quantity must be more than zero.", field=f"{place}quantity")
    if line.quantity > most:
        text = (
            "At most {most}; what takes longer is several lines." if line.kind is LineKind.LABOUR else "At most {most}."
        )
        raise RuleError(text, field=f"{place}quantity", most=most // 100)
    if not 0 <= line.unit_price <= LARGEST or line.full > LARGEST:
        raise RuleError("The amount is too large.", field=f"{place}unit_price")
    if not 0 <= line.discount <= line.full:
        raise RuleError("The discount is larger than the amount.", field=f"{place}discount")


def check_mileage(mileage: int | None, before: int | None, reason: str) -> None:
    """Raises RuleError at ``mileage`` for what no odometer shows, or for less than ``before`` without a reason (W3)."""
    if mileage is None:
        return
    if not 0 <= mileage <= MOST_MILEAGE:
        raise RuleError("Type a whole number from {least} to {most}.", field="mileage", least=0, most=MOST_MILEAGE)
    if before is not None and mileage < before and not reason:
        raise RuleError(
            "The last reading was {before} km. Type the reason why it is less now.",
            field="mileage_reason",
            before=before,
        )


def check_promise(promised_at: datetime | None, now: datetime) -> None:
    """Raises RuleError at ``promised_at`` for none, a past one, or one beyond a year."""
    if promised_at is None:
        raise RuleError("Promise a time.", field="promised_at")
    if promised_at <= now:
        raise RuleError("This time is past already.", field="promised_at")
    if promised_at > now + LONGEST_PROMISE:
        raise RuleError("This is more than a year ahead.", field="promised_at")


def km_a_day(readings: Sequence[tuple[date, int]]) -> int:
    """How far a vehicle runs in a day by its readings, oldest first; the usual where they are too few or too close."""
    if len(readings) < 2:
        return _USUAL_KM_A_DAY
    (first, least), (last, most) = readings[0], readings[-1]
    days = (last - first).days
    return (most - least) // days if days >= _FEWEST_DAYS and most > least else _USUAL_KM_A_DAY


def estimated_mileage(readings: Sequence[tuple[date, int]], today: date) -> int | None:
    """What the odometer shows today, by its readings; None without any."""
    if not readings:
        return None
    last, km = readings[-1]
    return km + max((today - last).days, 0) * km_a_day(readings)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class NextService:
    """When the vehicle should come again: a day, a mileage, and the day on which the first of both is expected."""

    on: date | None
    km: int | None
    expected_on: date | None


def next_service(day: date, km: int | None, months: int, every_km: int, a_day: int) -> NextService:
    """The next service after one on ``day`` at ``km`` (W9): whichever comes first of months and km driven."""
    by_day = add_months(day, months) if months else None
    by_km = km + every_km if km is not None and every_km else None
    return NextService(by_day, by_km, expected_on(day, km, by_day, by_km, a_day))


def expected_on(day: date, km: int | None, by_day: date | None, by_km: int | None, a_day: int) -> date | None:
    """When the first is expected of a day and a mileage, for a vehicle that shows ``km`` on ``day``."""
    reached = None
    if km is not None and by_km is not None and a_day > 0:
        reached = day + timedelta(days=min(max(by_km - km, 0) // a_day, _FARTHEST_DAYS))
    known = [each for each in (by_day, reached) if each is not None]
    return min(known) if known else None


def after_work(now: datetime, minutes: int, hours: WorkshopHours) -> datetime:
    """The moment at which ``minutes`` of work begun at ``now`` (local time) are done, within the hours it is open."""
    left, at = timedelta(minutes=minutes), now
    for _day in range(400):
        open_hours = hours.between(at.date(), at.tzinfo)
        if open_hours is not None and (start := max(at, open_hours[0])) < open_hours[1]:
            if start + left <= open_hours[1]:
                return start + left
            left -= open_hours[1] - start
        at = datetime.combine(at.date() + timedelta(days=1), time(), at.tzinfo)
    return at


def on_the_step(ready: datetime, step: int, hours: WorkshopHours) -> datetime:
    """A moment in the open hours, rounded up to whole steps of minutes, but not beyond closing time."""
    over = timedelta(minutes=ready.minute % step, seconds=ready.second, microseconds=ready.microsecond)
    rounded = ready + timedelta(minutes=step) - over if over else ready
    open_hours = hours.between(ready.date(), ready.tzinfo)
    return min(rounded, open_hours[1]) if open_hours is not None and ready <= open_hours[1] else rounded


def is_same_cause(one: str, other: str) -> bool:
    """Whether two complaints speak of the same: they share a word of two Han characters or of four letters (W3)."""
    return bool(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    plain = folded(narrow(text))
    found, latin = set(), ""
    for here, after in zip(plain, [*plain[1:], " "], strict=True):
        if here.isascii() and here.isalnum():
            latin += here
            continue
        if len(latin) > 3:
            found.add(latin)
        latin = ""
        if not here.isascii() and not after.isascii() and here.isalpha() and after.isalpha():
            found.add(here + after)
    return found | ({latin} if len(latin) > 3 else set()) - _USUAL_WORDS


_USUAL_WORDS = {
    "客户",
    "客戶",
    "车辆",
    "車輛",
    "时候",
    "時候",
    "有点",
    "有點",
    "一下",
    "检查",
    "檢查",
    "更换",
    "更換",
    "保养",
    "保養",
}
