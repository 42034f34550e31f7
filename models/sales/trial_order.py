"""The trial order: the contract a quote would make, to be looked at together; nothing is stored, nothing binds."""

from __future__ import annotations

import json
from dataclasses import replace

from models.kernel.i18n import translator
from models.sales.contract_draft import goods_of, party_from, planned_stages, subject_from
from models.sales.paper_facts import drawn_up
from models.sales.papers import ContractPaper
from models.sales.tables import Contract, ContractLine, ContractParty, Quote
from models.shop.profile import profile


def trial_order_paper(quote_id: int, language: str) -> ContractPaper:
    """What the contract of this quote would say, in ``language``, under the quote's number."""
    quote = Quote.get_by_id(quote_id)
    contract = Contract(
        number=quote.number,
        customer=quote.customer,
        consultant=quote.consultant,
        plan=quote.plan,
        whole_discount=quote.whole_discount,
        total=quote.total,
        subject=json.dumps(subject_from(quote), ensure_ascii=False),
        place=profile().address[:60],
    )
    lines = [ContractLine(**each) for each in goods_of(quote)]
    party = ContractParty(position=1, **vars(party_from(quote.customer)))
    paper = drawn_up(contract, [party], lines, planned_stages(contract), language)
    title = translator(language)("Trial order: {title}").format(title=paper.title)
    return replace(paper, title=title, approvals=())


def quote_edition(quote_id: int) -> int:
    """Which version of its quote a trial order belongs to."""
    return int(Quote.get_by_id(quote_id).edition)
