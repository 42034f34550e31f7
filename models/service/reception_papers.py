"""What the papers before the work say: plain values, texts in the paper's language, money in fen (W3–W5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.papers.facts import StoreHead


@dataclass(frozen=True, slots=True)
class OrderHead:
    """What every paper of an order says of it; ``vehicle`` is the place of the work where there is none."""

    store: StoreHead
    number: str
    customer: str
    phone: str
    plate: str
    vehicle: str
    vin: str
    mileage: int | None
    advisor: str
    received_at: datetime | None
    promised_at: datetime | None


@dataclass(frozen=True, slots=True)
class BodyMark:
    """A mark on the outline: where in thousandths of the view, and in words."""

    view: str
    x: int
    y: int
    words: str


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """Something that is or is not so."""

    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReceptionPaper:
    """The reception sheet (W3); ``fuel`` in eighths; ``asked`` are 5W2H as (question, answer)."""

    head: OrderHead
    number: str
    brought_by: str
    brought_phone: str
    key_tag: str
    repeat: str
    outline: str
    marks: tuple[BodyMark, ...]
    fuel: int | None
    lights: tuple[ChoiceLine, ...]
    functions: tuple[ChoiceLine, ...]
    covers: tuple[ChoiceLine, ...]
    complaint: str
    asked: tuple[tuple[str, str], ...]
    belongings: str
    valuables_asked: bool
    choices: tuple[ChoiceLine, ...]

    @property
    def store(self) -> StoreHead:
        """Whose paper it is."""
        return self.head.store


@dataclass(frozen=True, slots=True)
class InspectedPoint:
    """A point of the pre-inspection; ``grade`` is empty where it was not judged."""

    section: str
    wording: str
    grade: str
    measured: str
    note: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class InspectionPaper:
    """The pre-inspection sheet (W4)."""

    head: OrderHead
    number: str
    points: tuple[InspectedPoint, ...]
    inspected_by: str

    @property
    def store(self) -> StoreHead:
        """Whose paper it is."""
        return self.head.store


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """A line of the estimate: quantity in hundredths, money in fen; ``remark`` says what is special about it."""

    kind: str
    name: str
    code: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    amount: int
    remark: str


@dataclass(frozen=True, slots=True)
class AuthorisationPaper:
    """The work authorisation (W5): work, price and time, to be signed by the customer before any work."""

    head: OrderHead
    number: str
    complaint: str
    labour: tuple[EstimateLine, ...]
    parts: tuple[EstimateLine, ...]
    other: tuple[EstimateLine, ...]
    put_off: tuple[EstimateLine, ...]
    labour_total: int
    parts_total: int
    other_total: int
    discount: int
    rounding: int
    free: int
    total: int
    deposit: int
    road_test: bool
    old_parts: str
    signed_by: str
    signed_at: datetime | None
    signature: bytes

    @property
    def store(self) -> StoreHead:
        """Whose paper it is."""
        return self.head.store
