"""What the papers of a sale say: plain frozen values, money in fen, texts in the paper's language (documents.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kernel.i18n import N_, LabelledEnum
from models.papers.facts import StoreHead
from models.sales.quote_papers import FinanceColumn, StripFact


class PaymentMethod(LabelledEnum):
    """How money came in (S7), in the order of the receipt's tick boxes."""

    CASH = "cash", N_("Cash")
    CARD = "card", N_("Card")
    TRANSFER = "transfer", N_("Transfer")
    WECHAT = "wechat", N_("WeChat Pay")
    ALIPAY = "alipay", N_("Alipay")
    LOAN = "loan", N_("Loan")
    TRADE_IN = "trade_in", N_("Trade-in")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of goods; ``quantity`` in hundredths, ``discount`` as a positive fen amount taken off."""

    name: str
    spec: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    amount: int


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """The lines of one category, with its name in the trade's words, a remark and the subtotal in fen."""

    title: str
    remark: str
    lines: tuple[PaperLine, ...]
    subtotal: int


@dataclass(frozen=True, slots=True)
class MakeUpRow:
    """One row of what makes up the price: list price, discount (positive) and amount in fen."""

    title: str
    content: str
    list_price: int
    discount: int
    amount: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One stage of the plan of payments; ``share`` in hundredths of a percent of the total."""

    name: str
    condition: str
    due: date | None
    share: int
    amount: int


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A fact on paper: its label in the paper's language and its value as typed."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class QuotePaper:
    """S1: the printed quote. ``saved`` is the sum of all discounts, positive; ``finance`` starts with cash (S9)."""

    store: StoreHead
    number: str
    version: int
    quoted_on: date
    valid_until: date
    valid_days: int
    replaces: str
    customer: str
    customer_phone: str
    consultant: str
    consultant_phone: str
    needs: str
    groups: tuple[PaperGroup, ...]
    make_up: tuple[MakeUpRow, ...]
    whole_discount: int
    total: int
    saved: int
    plan_name: str
    plan: tuple[PlanRow, ...]
    notes: tuple[str, ...]
    strip: tuple[StripFact, ...] = ()
    finance: tuple[FinanceColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the contract: heading without its number, clauses without theirs."""

    title: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """One step from application to sign-off; ``at`` is local time as text, empty where not needed."""

    step: str
    name: str
    role: str
    at: str


@dataclass(frozen=True, slots=True)
class DrawnSignature:
    """A signature drawn on the screen, as PNG; ``position`` 1 or 2 for a buyer, 0 for the store."""

    position: int
    name: str
    picture: bytes


@dataclass(frozen=True, slots=True)
class ContractPaper:
    """S6: the contract with its annex. ``signed_on`` is None until it is signed."""

    store: StoreHead
    title: str
    number: str
    signed_on: date | None
    place: str
    seller: tuple[LabelledText, ...]
    buyer: tuple[LabelledText, ...]
    buyer_names: tuple[str, ...]
    preamble: str
    subject_title: str
    subject: tuple[LabelledText, ...]
    make_up: tuple[MakeUpRow, ...]
    total: int
    plan: tuple[PlanRow, ...]
    plan_notes: tuple[str, ...]
    articles: tuple[Article, ...]
    annex: tuple[PaperGroup, ...]
    whole_discount: int
    approvals: tuple[Approval, ...]
    signatures: tuple[DrawnSignature, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """S7: the receipt of one payment; a counter-entry has a negative amount and names what it ``reverses``.

    A refund names the cancellation it is the ``refund_of``: its amount is what was paid out, its total
    the refund agreed.
    """

    store: StoreHead
    number: str
    received_on: date
    payer: str
    payer_phone: str
    contract_number: str
    reason: str
    amount: int
    method: PaymentMethod
    reference: str
    contract_total: int
    paid_so_far: int
    still_open: int
    cashier: str
    consultant: str
    reverses: str
    refund_of: str = ""
