"""The facts of quotes, contracts and receipts, in one language, for the papers that are drawn from them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from models.customers.kinds import FormOfAddress
from models.customers.tables import Customer, CustomerPhone
from models.kernel import clock, money
from models.kernel.i18n import label, pick, translator
from models.papers.facts import Watermark
from models.sales import rules
from models.sales.papers import (
    Approval,
    Article,
    ContractPaper,
    LabelledText,
    MakeUpRow,
    PaperGroup,
    PaperLine,
    PlanRow,
    QuotePaper,
    ReceiptPaper,
)
from models.sales.states import SIGNED_STATES, ApprovalStep, ContractState, Decision, QuoteState
from models.sales.tables import (
    Contract,
    ContractApproval,
    ContractLine,
    ContractParty,
    ContractStage,
    Line,
    Payment,
    Quote,
    QuoteLine,
)
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
        store=profile().head(),
        number=quote.number,
        version=quote.edition,
        quoted_on=quote.quoted_on,
        valid_until=quote.quoted_on + timedelta(days=quote.valid_days),
        valid_days=quote.valid_days,
        replaces=_("Version {number} of {day}").format(number=before.edition, day=before.quoted_on) if before else "",
        customer=addressed(quote.customer, language),
        customer_phone=_first_phone(quote.customer_id),
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
    )


def contract_paper(contract_id: int, language: str) -> ContractPaper:
    """What the contract says, in ``language``: as frozen at signing, else as it stands now (S6)."""
    contract = Contract.get_by_id(contract_id)
    if contract.frozen:
        papers = msgspec.json.decode(zlib.decompress(contract.frozen), type=dict[str, ContractPaper])
        return papers[language]
    words = trade().contract
    lines = list(ContractLine.select().where(ContractLine.contract == contract_id).order_by(ContractLine.position))
    parties = list(ContractParty.select().where(ContractParty.contract == contract_id).order_by(ContractParty.position))
    price = _price(lines, contract.whole_discount)
    stages = _stages(contract_id)
    fields = _contract_fields(contract, parties, language)
    return ContractPaper(
        store=profile().head(),
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
        articles=tuple(
            Article(pick(article.title, language), tuple(fill(pick(c, language), fields) for c in article.clauses))
            for article in words.articles
        ),
        annex=_groups(lines, language),
        whole_discount=contract.whole_discount,
        approvals=_approvals(contract, language),
    )


def receipt_paper(payment_id: int, language: str) -> ReceiptPaper:
    """What the receipt of a payment says, with the contract's standing right after it (S7)."""
    _ = translator(language)
    payment = Payment.get_by_id(payment_id)
    contract = payment.contract
    so_far = Payment.select(Payment.amount).where(Payment.contract == contract.id, Payment.id <= payment_id).tuples()
    paid = sum(row[0] for row in so_far)
    reverses = payment.reverses.number if payment.reverses_id else ""
    return ReceiptPaper(
        store=profile().head(),
        number=payment.number,
        received_on=payment.received_on,
        payer=payment.payer,
        payer_phone=_payer_phone(contract),
        contract_number=contract.number,
        reason=payment.note if reverses else _reason(payment, paid, language),
        amount=payment.amount,
        method=payment.method,
        reference=payment.reference_number,
        contract_total=contract.total,
        paid_so_far=paid,
        still_open=contract.total - paid,
        cashier=payment.cashier.name,
        consultant=contract.consultant.name,
        reverses=reverses,
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
            printed.append(PaperLine(e.name, e.spec, e.unit, e.quantity, e.unit_price, e.discount, amount))
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


def _contract_fields(contract: Contract, parties: Sequence[ContractParty], language: str) -> dict[str, str]:
    template = trade()
    deposits = {stage.code for plan in template.payment_plans for stage in plan.stages if stage.deposit}
    deposit = sum(stage.amount for stage in _stages(contract.id) if stage.code in deposits)
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


def _approvals(contract: Contract, language: str) -> tuple[Approval, ...]:
    """Who applied, approved, countersigned and signed off; a step that was not asked for stands without a name."""
    _ = translator(language)
    steps = [Approval(_("Application"), contract.consultant.name, "", "")]
    query = ContractApproval.select().where(
        ContractApproval.contract == contract.id, ContractApproval.decision == Decision.GRANTED
    )
    granted = {row.step: row for row in query.order_by(ContractApproval.id)}
    for step in ApprovalStep:
        row = granted.get(step)
        if row:
            at = clock.local(row.decided_at).strftime("%m-%d %H:%M")
            steps.append(Approval(label(step, language), row.decided_by.name, "", at))
        else:
            steps.append(Approval(label(step, language), "", "", ""))
    return tuple(steps)


def _reason(payment: Payment, paid: int, language: str) -> str:
    """Which stages this payment settles, the oldest open one first."""
    _ = translator(language)
    named, before = [], paid - payment.amount
    for stage in _stages(payment.contract_id):
        settled_before, settled_after = min(before, stage.amount), min(paid, stage.amount)
        if settled_after > settled_before:
            named.append(pick(json.loads(stage.name), language))
        before, paid = before - settled_before, paid - settled_after
    if not named:
        return _("Credit")
    return _(", ").join(named)


def _first_phone(customer_id: int) -> str:
    phone = CustomerPhone.get_or_none(CustomerPhone.customer == customer_id, CustomerPhone.position == 0)
    return phone.number if phone else ""


def _payer_phone(contract: Contract) -> str:
    party = ContractParty.get(ContractParty.contract == contract.id, ContractParty.position == 1)
    return party.phone or _first_phone(contract.customer_id)
