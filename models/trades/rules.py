"""Pure rules on trades: whether one hangs together, stages from a plan of payments, contract texts filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.kernel import money
from models.kernel.errors import RuleError
from models.kernel.i18n import pick, translator
from models.trades.follow_up import check_follow_up
from models.trades.template import FIELDS, WORDS, DueEvent, FieldKind, Named, PaymentPlan, PlanStage, Texts, Trade

_WHOLE = 100_00
_BLANK = "________"
_BRACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage worked out: ``share`` in hundredths of a percent, ``amount`` in fen, ``due`` None until its day."""

    code: str
    name: Texts
    condition: Texts
    share: int
    amount: int
    due: date | None
    deposit: bool


def plan_stages(plan: PaymentPlan, total: int, signed_on: date, dates: Mapping[DueEvent, date]) -> list[Stage]:
    """The stages of ``plan`` for ``total`` fen (at least zero); they sum to it exactly and none is negative (S7).

    Each share is rounded to the fen, a fixed amount never exceeds what is left, and the stage that takes the rest (the
    last where none is named) gets what remains. ``dates`` are the days of events known so far; nothing is due before
    ``signed_on``. Raises ValueError for a negative total.
    """
    if total < 0:
        raise ValueError(total)
    amounts = _amounts(plan, total)
    shares = _shares(amounts, total)
    known = {**dates, DueEvent.SIGNING: signed_on}
    return [
        Stage(stage.code, stage.name, stage.condition, share, amount, _due(stage, signed_on, known), stage.deposit)
        for stage, share, amount in zip(plan.stages, shares, amounts, strict=True)
    ]


def _amounts(plan: PaymentPlan, total: int) -> list[int]:
    rest = next((place for place, stage in enumerate(plan.stages) if stage.rest), len(plan.stages) - 1)
    amounts = [0] * len(plan.stages)
    left = total
    for place, stage in enumerate(plan.stages):
        if place != rest:
            wanted = money.portion(total, stage.share) if stage.share is not None else int(stage.amount or 0)
            amounts[place] = min(wanted, left)
            left -= amounts[place]
    amounts[rest] = left
    return amounts


def _shares(amounts: Sequence[int], total: int) -> list[int]:
    """What each amount is of the total; the largest takes what rounding left, so that they print as 100.00 %."""
    shares = [money.share_of(amount, total) for amount in amounts]
    if total:
        shares[amounts.index(max(amounts))] += _WHOLE - sum(shares)
    return shares


def _due(stage: PlanStage, signed_on: date, known: Mapping[DueEvent, date]) -> date | None:
    day = known.get(stage.due.event)
    if day is None:
        return None
    try:
        return max(signed_on, day + timedelta(days=stage.due.days))
    except OverflowError:  # at either end of the calendar
        return max(signed_on, day)


def trade_fields(trade: Trade, language: str) -> dict[str, str]:
    """The contract fields whose value the trade itself gives; the others come from the contract."""
    _ = translator(language)
    periods = [
        _("{what} {months} months").format(what=pick(each.what, language), months=each.months)
        for each in trade.warranty
    ]
    return {
        "invoice_from": f"{money.quantity_text(trade.invoice_from_share)} %",
        "overdue_interest": f"{money.quantity_text(trade.overdue_interest_per_day)} %",
        "warranty": _(", ").join(periods),
    }


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with each ``{field}`` replaced by its value, or by a line to write on where there is none."""
    return _BRACES.sub(lambda match: values.get(match[1]) or _BLANK, text)


def check(trade: Trade) -> None:
    """Refuse a trade whose parts do not fit each other. Raises RuleError naming the field."""
    for place, named in _named_lists(trade):
        _check_once(place, [each.code for each in named])
    for word in trade.words.keys() - WORDS:
        raise RuleError("No text uses the word {word}.", field=f"words.{word}", word=word)
    for number, plan in enumerate(trade.payment_plans):
        _check_plan(f"payment_plans[{number}].stages", plan)
    _check_categories(trade)
    _check_subject(trade)
    _check_braces(trade)
    check_follow_up(trade)


def _named_lists(trade: Trade) -> Iterator[tuple[str, Sequence[Named]]]:
    yield "categories", trade.categories
    yield "payment_plans", trade.payment_plans
    for number, plan in enumerate(trade.payment_plans):
        yield f"payment_plans[{number}].stages", plan.stages
    yield "contract.subject_fields", trade.contract.subject_fields
    yield "lead_sources", trade.lead_sources
    yield "lost_reasons", trade.lost_reasons
    yield "intent_levels", trade.intent_levels
    yield "grades", trade.grades
    yield "needs", trade.needs
    for number, question in enumerate(trade.needs):
        yield f"needs[{number}].choices", question.choices
    yield "demo.items", trade.demo.items


def _check_once(place: str, codes: Sequence[str]) -> None:
    for number, code in enumerate(codes):
        if code in codes[:number]:
            raise RuleError("{code} stands twice at {place}.", field=f"{place}[{number}].code", code=code, place=place)


def _check_plan(place: str, plan: PaymentPlan) -> None:
    for number, stage in enumerate(plan.stages):
        if (stage.share is not None) + (stage.amount is not None) + stage.rest != 1:
            raise RuleError("A stage has either a share, an amount or the rest.", field=f"{place}[{number}]")
    shares = sum(stage.share or 0 for stage in plan.stages)
    rests = sum(stage.rest for stage in plan.stages)
    fixed = any(stage.amount is not None for stage in plan.stages)
    if rests > 1:
        raise RuleError("Only one stage can take the rest.", field=place)
    if shares > _WHOLE or (not rests and (fixed or shares != _WHOLE)):
        raise RuleError("The stages must sum to 100 %, or one of them must take the rest.", field=place)


def _check_categories(trade: Trade) -> None:
    known = {category.code for category in trade.categories}
    used: list[tuple[str, str | None]] = [
        *((f"discount_limits[{number}]", limit.category) for number, limit in enumerate(trade.discount_limits)),
        *((f"demo.items[{number}]", item.category) for number, item in enumerate(trade.demo.items)),
    ]
    for place, code in used:
        if code is not None and code not in known:
            raise RuleError("There is no category called {code}.", field=f"{place}.category", code=code)


def _check_subject(trade: Trade) -> None:
    events: set[DueEvent] = set()
    for number, field in enumerate(trade.contract.subject_fields):
        place = f"contract.subject_fields[{number}]"
        if field.code in FIELDS:
            raise RuleError("{code} is a field of every contract.", field=f"{place}.code", code=field.code)
        if field.event is None:
            continue
        if field.kind is not FieldKind.DATE or field.event in events:
            raise RuleError("One date field at most gives the day of an event.", field=f"{place}.event")
        events.add(field.event)


def contract_fields(trade: Trade) -> set[str]:
    """What the texts of this trade's contract may hold in braces."""
    return FIELDS.keys() | {field.code for field in trade.contract.subject_fields}


def _check_braces(trade: Trade) -> None:
    known = contract_fields(trade)
    for place, texts in contract_texts(trade):
        for name in fields_in(texts.values()):
            if name not in known:
                raise RuleError("There is no contract field called {name}.", field=place, name=name)


def contract_texts(trade: Trade) -> Iterator[tuple[str, Texts]]:
    """Every text of the contract in which fields are filled in, with its place in the file."""
    contract = trade.contract
    yield "contract.preamble", contract.preamble
    for number, note in enumerate(contract.plan_notes):
        yield f"contract.plan_notes[{number}]", note
    for number, article in enumerate(contract.articles):
        for clause_number, clause in enumerate(article.clauses):
            yield f"contract.articles[{number}].clauses[{clause_number}]", clause


def fields_in(texts: Iterable[str]) -> Iterator[str]:
    """The names in braces that stand in ``texts``."""
    for text in texts:
        yield from _BRACES.findall(text)
