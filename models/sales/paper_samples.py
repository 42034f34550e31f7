"""Invented papers that show what a look does: the shop's own header and trade, nobody's real sale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from models.kernel import clock, money
from models.kernel.i18n import pick, translator
from models.papers.facts import PaperKind, StoreHead
from models.sales.papers import (
    Article,
    ContractPaper,
    LabelledText,
    MakeUpRow,
    PaperGroup,
    PaperLine,
    PaymentMethod,
    PlanRow,
    QuotePaper,
    ReceiptPaper,
)
from models.shop.profile import trade
from models.trades.rules import fill, plan_stages, trade_fields
from models.trades.template import Category, DemoItem

_ITEMS_OF_A_CATEGORY = 2
_NUMBER = "0000-0001"


def sample_paper(kind: PaperKind, head: StoreHead, language: str) -> QuotePaper | ContractPaper | ReceiptPaper:
    """A quote, a contract or a receipt under this header. Raises KeyError for another kind."""
    makers: dict[PaperKind, Callable[[StoreHead, str], QuotePaper | ContractPaper | ReceiptPaper]] = {
        PaperKind.QUOTE: _quote,
        PaperKind.CONTRACT: _contract,
        PaperKind.RECEIPT: _receipt,
    }
    return makers[kind](head, language)


def _items(category: Category) -> list[DemoItem]:
    return [item for item in trade().demo.items if item.category == category.code][:_ITEMS_OF_A_CATEGORY]


def _groups(language: str) -> tuple[PaperGroup, ...]:
    groups = []
    for category in trade().categories:
        lines = tuple(_line(item, language) for item in _items(category))
        if lines:
            remark = pick(category.remark, language) if category.remark else ""
            subtotal = sum(line.amount for line in lines)
            groups.append(PaperGroup(pick(category.name, language), remark, lines, subtotal))
    return tuple(groups)


def _line(item: DemoItem, language: str) -> PaperLine:
    spec = pick(item.spec, language) if item.spec else ""
    discount = money.portion(item.price, 100) if item.price > item.cost else 0
    name, unit = pick(item.name, language), pick(item.unit, language)
    return PaperLine(name, spec, unit, 100, item.price, discount, item.price - discount)


def _make_up(groups: tuple[PaperGroup, ...]) -> tuple[MakeUpRow, ...]:
    rows = []
    for group in groups:
        discount = sum(line.discount for line in group.lines)
        rows.append(MakeUpRow(group.title, "", group.subtotal + discount, discount, group.subtotal))
    return tuple(rows)


def _plan(total: int, language: str) -> tuple[str, tuple[PlanRow, ...]]:
    plan = trade().payment_plans[0]
    rows = plan_stages(plan, total, clock.today(), {})
    return pick(plan.name, language), tuple(
        PlanRow(pick(row.name, language), pick(row.condition, language), row.due, row.share, row.amount) for row in rows
    )


def _quote(head: StoreHead, language: str) -> QuotePaper:
    _ = translator(language)
    template, groups = trade(), _groups(language)
    total, today = sum(group.subtotal for group in groups), clock.today()
    plan_name, plan = _plan(total, language)
    return QuotePaper(
        store=head,
        number=f"BJ{_NUMBER}",
        version=1,
        quoted_on=today,
        valid_until=today + timedelta(days=template.quote_valid_days),
        valid_days=template.quote_valid_days,
        replaces="",
        customer=_("Sample customer"),
        customer_phone="138 0000 0000",
        consultant=_("Sample consultant"),
        consultant_phone="",
        needs="",
        groups=groups,
        make_up=_make_up(groups),
        whole_discount=0,
        total=total,
        saved=sum(line.discount for group in groups for line in group.lines),
        plan_name=plan_name,
        plan=plan,
        notes=(),
    )


def _contract(head: StoreHead, language: str) -> ContractPaper:
    _ = translator(language)
    template, groups = trade(), _groups(language)
    words, total = template.contract, sum(group.subtotal for group in groups)
    fields = {**trade_fields(template, language), "store": head.name, "total": money.plain(total)}
    return ContractPaper(
        store=head,
        title=pick(words.title, language),
        number=f"HT{_NUMBER}",
        signed_on=None,
        place="",
        seller=(LabelledText(_("Company name"), head.name), LabelledText(_("Phone"), head.phone)),
        buyer=(LabelledText(_("Buyer"), _("Sample customer")), LabelledText(_("Phone"), "138 0000 0000")),
        buyer_names=(_("Sample customer"),),
        preamble=fill(pick(words.preamble, language), fields),
        subject_title=pick(words.subject_title, language),
        subject=tuple(LabelledText(pick(each.name, language), "") for each in words.subject_fields if each.required),
        make_up=_make_up(groups),
        total=total,
        plan=_plan(total, language)[1],
        plan_notes=tuple(fill(pick(note, language), fields) for note in words.plan_notes),
        articles=tuple(
            Article(pick(each.title, language), tuple(fill(pick(clause, language), fields) for clause in each.clauses))
            for each in words.articles
        ),
        annex=groups,
        whole_discount=0,
        approvals=(),
    )


def _receipt(head: StoreHead, language: str) -> ReceiptPaper:
    _ = translator(language)
    total = sum(group.subtotal for group in _groups(language))
    first = _plan(total, language)[1][0]
    return ReceiptPaper(
        store=head,
        number=f"SJ{_NUMBER}",
        received_on=clock.today(),
        payer=_("Sample customer"),
        payer_phone="138 0000 0000",
        contract_number=f"HT{_NUMBER}",
        reason=first.name,
        amount=first.amount,
        method=PaymentMethod.TRANSFER,
        reference="",
        contract_total=total,
        paid_so_far=first.amount,
        still_open=total - first.amount,
        cashier=_("Sample cashier"),
        consultant=_("Sample consultant"),
        reverses="",
    )
