"""The facts of quotes, contracts and receipts, in one language, for the papers that are drawn from them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import msgspec

from models.customers.kinds import FormOfAddress
from models.customers.tables import Customer, CustomerPhone
from models.kernel import clock, money
from models.kernel.i18n import label, pick, translator
from models.papers.facts import PaperKind, Watermark
from models.sales import rules
from models.sales.approvals import Asking, granted_steps
from models.sales.papers import (
    Approval,
    Article,
    ContractPaper,
    DrawnSignature,
    LabelledText,
    MakeUpRow,
    PaperGroup,
    PaperLine,
    PlanRow,
    QuotePaper,
)
from models.sales.quote_foot import finance_columns, strip
from models.sales.quote_forms import described, picked
from models.sales.quote_lists import offers_of
from models.sales.signatures import drawn
from models.sales.states import SIGNED_STATES, ApprovalStep, ContractState, QuoteState
from models.sales.tables import (
    Contract,
    ContractLine,
    ContractParty,
    ContractStage,
    Line,
    Quote,
    QuoteLine,
)
from models.shop.paper_look import paper_head
from models.shop.profile import profile, trade
from models.trades.rules import fill, plan_stages, trade_fields
from models.trades.template import Category


def quote_paper(quote_id: int, language: str) -> QuotePaper:
    """What the printed quote says, in ``language`` (S1)."""
    _ = translator(language)
    quote = Quote.get_by_id(quote_id)
    template = trade()
    lines = list(QuoteLine.select().where(QuoteLine.quote == quote_id).order_by(QuoteLine.position))
    price = _price(lines, quote.whole_discount)
    plan = next((plan for plan in template.payment_plans if plan.code == quote.plan), template.payment_plans[0])
    stages = plan_stages(plan, price.total, quote.quoted_on, {})
    before = Quote.get_or_none(Quote.number == quote.number, Quote.edition == quote.edition - 1)
    return QuotePaper(
        store=paper_head(PaperKind.QUOTE),
        number=quote.number,
        version=quote.edition,
        quoted_on=quote.quoted_on,
        valid_until=quote.quoted_on + timedelta(days=quote.valid_days),
        valid_days=quote.valid_days,
        replaces=_("Version {number} of {day}").format(number=before.edition, day=before.quoted_on) if before else "",
        customer=addressed(quote.customer, language),
        customer_phone=first_phone(quote.customer_id),
        consultant=quote.consultant.name,
        consultant_phone=quote.consultant.phone,
        needs=quote.needs,
        groups=_groups(lines, language),
        make_up=_make_up(price, language),
        whole_discount=quote.whole_discount,
        total=price.total,
        saved=price.saved,
        plan_name=pick(plan.name, language),
        plan=tuple(
            PlanRow(pick(s.name, language), pick(s.condition, language), None, s.share, s.amount) for s in stages
        ),
        notes=tuple(quote.note.split("\n")) if quote.note else (),
        strip=strip(quote, lines, language),
        finance=finance_columns(offers_of(quote_id), price.total, language),
    )


def contract_paper(contract_id: int, language: str) -> ContractPaper:
    """What the contract says, in ``language``: as frozen at signing, else as it stands now (S6)."""
    contract = Contract.get_by_id(contract_id)
    if contract.frozen:
        papers = msgspec.json.decode(zlib.decompress(contract.frozen), type=dict[str, ContractPaper])
        return replace(papers[language], signatures=signatures_on(contract))
    lines = list(ContractLine.select().where(ContractLine.contract == contract_id).order_by(ContractLine.position))
    parties = list(ContractParty.select().where(ContractParty.contract == contract_id).order_by(ContractParty.position))
    return drawn_up(contract, parties, lines, _stages(contract_id), language)


def drawn_up(
    contract: Contract,
    parties: Sequence[ContractParty],
    lines: Sequence[ContractLine],
    stages: Sequence[ContractStage],
    language: str,
) -> ContractPaper:
    """What a contract with these rows says, whether they are stored or not."""
    words = trade().contract
    price = _price(lines, contract.whole_discount)
    fields = _contract_fields(contract, parties, stages, language)
    return ContractPaper(
        store=paper_head(PaperKind.CONTRACT),
        title=pick(words.title, language),
        number=contract.number,
        signed_on=contract.signed_on,
        place=contract.place,
        seller=_seller(language),
        buyer=_buyer(parties, language),
        buyer_names=tuple(party.name for party in parties),
        preamble=fill(pick(words.preamble, language), fields),
        subject_title=pick(words.subject_title, language),
        subject=_subject(contract, language),
        make_up=_make_up(price, language, lines),
        total=contract.total,
        plan=tuple(_plan_row(stage, language) for stage in stages),
        plan_notes=tuple(fill(pick(note, language), fields) for note in words.plan_notes),
        articles=(
            *(
                Article(pick(article.title, language), tuple(fill(pick(c, language), fields) for c in article.clauses))
                for article in words.articles
            ),
            *_own_clauses(contract, language),
        ),
        annex=_groups(lines, language),
        whole_discount=contract.whole_discount,
        approvals=approval_steps(contract, contract.consultant.name, language),
    )


def quote_watermark(quote_id: int) -> Watermark:
    """A draft says so; what no longer holds says so too."""
    state = Quote.get_by_id(quote_id).state
    if state is QuoteState.DRAFT:
        return Watermark.DRAFT
    return Watermark.VOID if state in (QuoteState.DECLINED, QuoteState.SUPERSEDED) else Watermark.NONE


def contract_watermark(contract_id: int) -> Watermark:
    """Before approval it is a draft; an approved one is clean, for it is what gets signed."""
    state = Contract.get_by_id(contract_id).state
    if state is ContractState.CANCELLED:
        return Watermark.VOID
    clean = state in SIGNED_STATES or state is ContractState.APPROVED
    return Watermark.NONE if clean else Watermark.DRAFT


def addressed(customer: Customer, language: str) -> str:
    """A customer's name with the form of address, in the order of the language."""
    form = customer.form_of_address
    if form is FormOfAddress.NONE:
        return customer.name
    word = label(form, language)
    if not customer.name:
        return word
    return f"{word} {customer.name}" if language == "en" else f"{customer.name} {word}"


def _price(lines: Sequence[Line], whole_discount: int) -> rules.Price:
    priced = [rules.PricedLine(e.category, e.quantity, e.unit_price, e.discount) for e in lines]
    return rules.price(priced, whole_discount, [category.code for category in trade().categories])


def _categories() -> dict[str, Category]:
    return {category.code: category for category in trade().categories}


def _groups(lines: Sequence[Line], language: str) -> tuple[PaperGroup, ...]:
    groups = []
    for code, category in _categories().items():
        own = [line for line in lines if line.category == code]
        if not own:
            continue
        printed = []
        for e in own:
            amount = money.line_amount(e.unit_price, e.quantity) - e.discount
            spec = described(e.spec, picked(e.options)) if isinstance(e, QuoteLine) else e.spec
            printed.append(PaperLine(e.name, spec, e.unit, e.quantity, e.unit_price, e.discount, amount))
        remark = pick(category.remark, language) if category.remark else ""
        subtotal = sum(line.amount for line in printed)
        groups.append(PaperGroup(pick(category.name, language), remark, tuple(printed), subtotal))
    return tuple(groups)


def _make_up(price: rules.Price, language: str, lines: Sequence[Line] = ()) -> tuple[MakeUpRow, ...]:
    _ = translator(language)
    known = _categories()
    rows = []
    for each in price.categories:
        category = known.get(each.category)
        title = pick(category.name, language) if category else each.category
        content = _("; ").join(line.name for line in lines if line.category == each.category)
        rows.append(MakeUpRow(title, content, each.list_price, each.discount, each.amount))
    if price.whole_discount:
        rows.append(MakeUpRow(_("Discount on the whole"), "", 0, price.whole_discount, -price.whole_discount))
    return tuple(rows)


def _stages(contract_id: int) -> list[ContractStage]:
    query = ContractStage.select().where(ContractStage.contract == contract_id)
    return list(query.order_by(ContractStage.position))


def _plan_row(stage: ContractStage, language: str) -> PlanRow:
    name, condition = pick(json.loads(stage.name), language), pick(json.loads(stage.condition), language)
    return PlanRow(name, condition, stage.due_on, stage.share, stage.amount)


def _seller(language: str) -> tuple[LabelledText, ...]:
    _ = translator(language)
    head = profile()
    return (
        LabelledText(_("Company name"), head.name),
        LabelledText(_("Tax number"), head.tax_number),
        LabelledText(_("Address"), head.address),
        LabelledText(_("Phone"), head.phone),
        LabelledText(_("Bank"), head.bank),
        LabelledText(_("Account"), head.bank_account),
    )


def _buyer(parties: Sequence[ContractParty], language: str) -> tuple[LabelledText, ...]:
    _ = translator(language)
    rows = []
    for party in parties:
        rows.append(LabelledText(_("Buyer") if party.position == 1 else _("Co-buyer"), party.name))
        rows.append(LabelledText(_("ID number"), party.id_number))
    phones = " / ".join(party.phone for party in parties if party.phone)
    rows.append(LabelledText(_("Phone"), phones))
    rows.append(LabelledText(_("Address"), next((party.address for party in parties if party.address), "")))
    return tuple(rows)


def _subject(contract: Contract, language: str) -> tuple[LabelledText, ...]:
    facts = json.loads(contract.subject)
    return tuple(
        LabelledText(pick(field.name, language), facts.get(field.code, ""))
        for field in trade().contract.subject_fields
        if field.required or facts.get(field.code)
    )


def _contract_fields(
    contract: Contract, parties: Sequence[ContractParty], stages: Sequence[ContractStage], language: str
) -> dict[str, str]:
    template = trade()
    deposits = {stage.code for plan in template.payment_plans for stage in plan.stages if stage.deposit}
    deposit = sum(stage.amount for stage in stages if stage.code in deposits)
    _ = translator(language)
    return {
        **json.loads(contract.subject),
        **trade_fields(template, language),
        "store": profile().name,
        "buyer": _(", ").join(party.name for party in parties),
        "number": contract.number,
        "signed_on": contract.signed_on.isoformat() if contract.signed_on else "",
        "place": contract.place,
        "total": money.plain(contract.total),
        "deposit": money.plain(deposit),
    }


def _own_clauses(contract: Contract, language: str) -> tuple[Article, ...]:
    """The clauses the store added to this one contract: text as typed, where nothing is filled in."""
    clauses = tuple(line for line in contract.clauses.split("\n") if line.strip())
    return (Article(translator(language)("Further agreements"), clauses),) if clauses else ()


def approval_steps(asking: Asking, applied_by: str, language: str) -> tuple[Approval, ...]:
    """Who applied, approved, countersigned and signed off; a step that was not asked for stands without a name."""
    _ = translator(language)
    steps = [Approval(_("Application"), applied_by, "", "")]
    granted = granted_steps(asking)
    for step in ApprovalStep:
        row = granted.get(step)
        if row:
            at = clock.local(row.decided_at).strftime("%m-%d %H:%M")
            steps.append(Approval(label(step, language), row.decided_by.name, "", at))
        else:
            steps.append(Approval(label(step, language), "", "", ""))
    return tuple(steps)


def signatures_on(signed: Asking) -> tuple[DrawnSignature, ...]:
    """The signatures drawn on the screen, for the paper."""
    return tuple(DrawnSignature(*each) for each in drawn(signed))


def first_phone(customer_id: int) -> str:
    """The number a customer is called first, "" for none."""
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == customer_id, CustomerPhone.position == 0)
    return phone.number if phone else ""
