"""The form of a trade file, resources/trades/<code>.toml; nothing in code may depend on what a file holds.

Notation in the files: texts are ``{en = "…", zh_CN = "…", zh_TW = "…"}``; money is a string in yuan, percentages are
strings too (``"10000.00"``, ``"0.05"``); codes are lower case with underscores. Lists stand in the order in which they
are shown and printed. What is left out has the default written here; an unknown name is refused.

The contract prints its subject, the make-up of the price and the plan of payments as Articles 1 to 3 by itself:
``Contract.articles`` therefore start with the fourth.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from models.kernel.i18n import N_, LabelledEnum
from models.kernel.permissions import Role


class Fen(int):
    """An amount in fen, at least zero; a string in yuan in the file."""


class Percent(int):
    """Hundredths of a percent, 0 to 100 %; a string in percent in the file."""


Code = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]
Text = Annotated[str, Meta(min_length=1)]
Texts = Annotated[dict[Annotated[str, Meta(pattern="^(en|zh_CN|zh_TW)$")], Text], Meta(min_length=1)]
Days = Annotated[int, Meta(ge=0)]
Count = Annotated[int, Meta(ge=1)]

WORDS = frozenset({"main_goods", "consultant", "delivery"})
"""General words a trade may put its own for: what is sold, who sells it, handing it over."""

FIELDS = {
    "store": N_("name of the store"),
    "buyer": N_("names of the buyers"),
    "number": N_("number of the contract"),
    "signed_on": N_("day of signing"),
    "place": N_("place of signing"),
    "total": N_("total price"),
    "deposit": N_("amount of the deposit"),
    "invoice_from": N_("share paid from which an invoice is made out"),
    "overdue_interest": N_("interest per day on late payments"),
    "warranty": N_("warranty periods"),
}
"""What contract texts may hold in braces, with its meaning; besides, the codes of the trade's own subject fields."""


class CategoryKind(LabelledEnum):
    """What a category's lines are to the price (S1)."""

    GOODS = "goods", N_("Main goods")
    ACCESSORY = "accessory", N_("Accessories")
    SERVICE = "service", N_("Services")
    PASS_THROUGH = "pass_through", N_("Paid on the customer's behalf")
    DEDUCTION = "deduction", N_("Deducted from the price")


class DueEvent(LabelledEnum):
    """What makes a stage due (S7); its day is known at signing, comes with the contract's dates, or comes later."""

    SIGNING = "signing", N_("Signing")
    DATE = "date", N_("Agreed date")
    DELIVERY = "delivery", N_("Delivery")
    PROGRESS = "progress", N_("Progress of the work")
    ACCEPTANCE = "acceptance", N_("Acceptance")
    APPROVAL = "approval", N_("Approval of the draft")
    EVENT_DAY = "event_day", N_("Day of the event")


class FieldKind(LabelledEnum):
    """How a fact about the contract's subject is typed and checked; a number may have two decimals."""

    TEXT = "text", N_("Text")
    DATE = "date", N_("Date")
    VIN = "vin", N_("VIN")
    NUMBER = "number", N_("Figure")


class Form(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What every part of a trade file has in common: it cannot be changed and knows no unknown names."""


class Named(Form, frozen=True):
    """Something with a code and a name."""

    code: Code
    name: Texts


class Category(Named, frozen=True):
    """A category of lines; ``remark`` is printed beside its name, ``commission`` where it is not that of its kind."""

    kind: CategoryKind
    remark: Texts | None = None
    commission: Percent | None = None


class DiscountLimit(Form, frozen=True):
    """How far a role may discount alone (S2): neither limit may be exceeded; None is no limit.

    A limit for a ``category`` takes the place of the role's general one there.
    """

    role: Role
    percent: Percent | None = None
    amount: Fen | None = None
    category: Code | None = None


class Due(Form, frozen=True):
    """When a stage is due: ``days`` after the event, before it when negative."""

    event: DueEvent
    days: int = 0


class PlanStage(Named, frozen=True):
    """A stage: exactly one of ``share`` of the total, a fixed ``amount``, or ``rest``; ``condition`` is printed.

    ``deposit`` marks what is forfeited or returned as a deposit when the contract is cancelled (S6).
    """

    due: Due
    condition: Texts
    share: Percent | None = None
    amount: Fen | None = None
    rest: bool = False
    deposit: bool = False


class PaymentPlan(Named, frozen=True):
    """A plan of payments (S7): shares that sum to 100 %, or any stages and exactly one that takes the rest."""

    stages: Annotated[tuple[PlanStage, ...], Meta(min_length=1)]


class SubjectField(Named, frozen=True):
    """A fact about the subject of the contract; a date may be the day of an ``event`` for the plan of payments."""

    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    event: DueEvent | None = None


class ContractArticle(Form, frozen=True):
    """An article: its heading and clauses without their numbers."""

    title: Texts
    clauses: Annotated[tuple[Texts, ...], Meta(min_length=1)]


class Contract(Form, frozen=True):
    """The words of the contract; ``articles`` start with the fourth, ``plan_notes`` follow the plan of payments."""

    title: Texts
    seller_role: Texts
    buyer_role: Texts
    preamble: Texts
    subject_title: Texts
    subject_fields: tuple[SubjectField, ...]
    plan_notes: tuple[Texts, ...]
    articles: tuple[ContractArticle, ...]


class LostReason(Named, frozen=True):
    """Why a customer was lost (C5); ``asks`` is what must be told beside, such as which rival was bought."""

    asks: Texts | None = None


class IntentLevel(Named, frozen=True):
    """How soon they will buy and how soon to call again (C5); unknown when ``buys_within_days`` is left out."""

    contact_within_days: Count
    buys_within_days: Count | None = None


class Protection(Form, frozen=True):
    """C7: days from the last contact, and the most prospects one owner may have protected."""

    days: Count = 30
    most: Count = 20


class FollowUp(Form, frozen=True):
    """What a trade or a store wants otherwise in one ``rule`` of models/trades/follow_up.py (C8).

    ``after`` is in the rule's own unit, as shipped where it is None; ``per_model`` wins over it for goods whose make
    and model hold that text.
    """

    rule: Code
    on: bool = True
    after: Days | None = None
    per_model: dict[Text, Count] = {}


class Grade(Named, frozen=True):
    """A standing a customer may be given (C9) by whoever holds one of these roles; anybody may propose it."""

    granted_by: Annotated[tuple[Role, ...], Meta(min_length=1)]


class NeedsQuestion(Named, frozen=True):
    """A question about a customer's needs (C6), answered in words, with one of ``choices`` or with ``several``.

    The answers to what is ``in_summary`` make the line that stands on the file and on the quote.
    """

    choices: tuple[Named, ...] = ()
    several: bool = False
    in_summary: bool = False


class CustomerDefaults(Form, frozen=True):
    """What resources/trade_defaults.toml says for trades that say nothing of it themselves."""

    grades: tuple[Grade, ...]
    needs: tuple[NeedsQuestion, ...]


class Route(Form, frozen=True):
    """A way test drives go (S4): ``via`` says along which roads; about ``km`` and ``minutes``."""

    name: Texts
    via: Texts
    km: Count
    minutes: Count


class TestDrives(Form, frozen=True):
    """What a trade whose goods are driven offers (S4): routes, the classes of licence that are valid for them, and the
    words of the agreement.
    """

    routes: tuple[Route, ...]
    licence_classes: Annotated[tuple[Named, ...], Meta(min_length=1)]
    agreement: tuple[Texts, ...]
    minutes: Count = 30


class TradeIns(Form, frozen=True):
    """How used goods are appraised (S5): their condition by area, the documents that belong to them.

    A price holds for ``valid_days``; ``category`` is that of the deduction, ``stock_category`` that in which the goods
    come into stock.
    """

    category: Code
    stock_category: Code
    areas: Annotated[tuple[Named, ...], Meta(min_length=1)]
    documents: tuple[Named, ...]
    valid_days: Count = 7


class Warranty(Form, frozen=True):
    """What the store answers for, and how many months."""

    what: Texts
    months: Count


class DemoOption(Form, frozen=True):
    """An option of sample goods: price and cost in fen."""

    name: Texts
    price: Fen
    cost: Fen


class DemoItem(Named, frozen=True):
    """Sample goods: ``price`` and ``cost`` of one ``unit``, in fen."""

    category: Code
    unit: Texts
    price: Fen
    cost: Fen
    spec: Texts | None = None
    options: tuple[DemoOption, ...] = ()


class DemoStore(Form, frozen=True):
    """The invented store of the sample data."""

    name: Texts
    address: Texts
    phone: Text
    tax_number: Text
    bank: Texts
    account: Text


class Demo(Form, frozen=True):
    """Sample data for looking around."""

    store: DemoStore
    items: tuple[DemoItem, ...]


class Trade(Named, frozen=True):
    """One trade; ``order`` is its place in the list at first start, ``icon`` a name such as ``mdi6.car``.

    Limits: a contract above ``countersign_above`` fen needs the cashier's countersign (S6); an invoice may be made out
    from ``invoice_from_share`` paid, overdue stages bear ``overdue_interest_per_day`` (S7). A cancellation that gives
    back more than ``owner_refunds_above`` fen needs the owner's sign-off (S6). ``commission_after_delivery`` holds
    commission until the goods are handed over (S8). ``test_drives`` and ``trade_ins`` are None where
    the trade has none.
    """

    order: int
    icon: Text
    words: dict[Code, Texts]
    categories: Annotated[tuple[Category, ...], Meta(min_length=1)]
    payment_plans: Annotated[tuple[PaymentPlan, ...], Meta(min_length=1)]
    contract: Contract
    countersign_above: Fen
    invoice_from_share: Percent
    overdue_interest_per_day: Percent
    quote_valid_days: Days
    discount_limits: tuple[DiscountLimit, ...]
    lead_sources: tuple[Named, ...]
    lost_reasons: tuple[LostReason, ...]
    intent_levels: tuple[IntentLevel, ...]
    protection: Protection
    demo: Demo
    warranty: tuple[Warranty, ...] = ()
    grades: tuple[Grade, ...] = ()
    needs: tuple[NeedsQuestion, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    test_drives: TestDrives | None = None
    trade_ins: TradeIns | None = None
    owner_refunds_above: Fen = Fen(10_000_00)
    commission_after_delivery: bool = False
