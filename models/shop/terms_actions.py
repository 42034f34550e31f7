"""The shop's own terms: what its trade's template says about limits, discounts, plans of payment and contract words.

What is typed counts for the language it is typed in; what is new counts for all until it is said otherwise. Quotes and
contracts that exist keep what they were written with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.i18n import LANGUAGES, pick
from models.kernel.money import LARGEST
from models.kernel.permissions import Permission, Role
from models.kernel.tables import limited
from models.kernel.text import one_line
from models.shop.profile import trade, write_trade
from models.trades import rules
from models.trades.template import (
    ContractArticle,
    DiscountLimit,
    Due,
    DueEvent,
    Fen,
    PaymentPlan,
    Percent,
    PlanStage,
    Texts,
    Trade,
)

MOST_DAYS, MOST_STAGES, MOST_ARTICLES = 3650, 24, 40
_LONGEST_NAME, _LONGEST_CONDITION, _LONGEST_CLAUSE = 40, 200, 2000
_WHOLE = 100_00


@dataclass(frozen=True)
class TermsForm:
    """Days, fen and hundredths of a percent (S1, S6, S7)."""

    quote_valid_days: int
    countersign_above: int
    invoice_from_share: int
    overdue_interest_per_day: int


@dataclass(frozen=True)
class LimitForm:
    """How far a role may discount (S2); None is no limit, an empty category means all that have none of their own."""

    role: Role
    category: str = ""
    percent: int | None = None
    amount: int | None = None


@dataclass(frozen=True)
class StageForm:
    """A stage of a plan (S7): a ``share``, a fixed ``amount``, or neither for what is left; ``code`` empty is new."""

    name: str
    condition: str
    event: DueEvent = DueEvent.SIGNING
    days: int = 0
    share: int | None = None
    amount: int | None = None
    deposit: bool = False
    code: str = ""


@dataclass(frozen=True)
class PlanForm:
    """A plan of payments; ``code`` empty is new."""

    name: str
    stages: tuple[StageForm, ...] = field(default=())
    code: str = ""


@dataclass(frozen=True)
class ArticleForm:
    """An article of the contract; fields such as {deposit} are filled in when it is printed."""

    title: str
    clauses: tuple[str, ...]


@action(Permission.KEEP_SETTINGS)
def change_terms(act: Act, form: TermsForm) -> None:
    """Change the limits. Raises RuleError at the field that is wrong."""
    if not 1 <= form.quote_valid_days <= MOST_DAYS:
        raise RuleError(
            "Type a whole number from {least} to {most}.", field="quote_valid_days", least=1, most=MOST_DAYS
        )
    for name in ("invoice_from_share", "overdue_interest_per_day"):
        if not 0 <= getattr(form, name) <= _WHOLE:
            raise RuleError("Type a percentage from 0 to 100.", field=name)
    if not 0 <= form.countersign_above <= LARGEST:
        raise RuleError("The amount is too large.", field="countersign_above")
    _write(
        act,
        "terms",
        quote_valid_days=form.quote_valid_days,
        countersign_above=Fen(form.countersign_above),
        invoice_from_share=Percent(form.invoice_from_share),
        overdue_interest_per_day=Percent(form.overdue_interest_per_day),
    )


@action(Permission.KEEP_SETTINGS)
def change_limits(act: Act, limits: tuple[LimitForm, ...]) -> None:
    """Change who may discount how far (S2). Raises RuleError at ``N.percent``, ``N.amount`` or ``N.role``."""
    seen: set[tuple[Role, str]] = set()
    for place, limit in enumerate(limits):
        if (limit.role, limit.category) in seen:
            raise RuleError("This role has two limits for the same goods.", field=f"{place}.role")
        seen.add((limit.role, limit.category))
        if limit.percent is not None and not 0 <= limit.percent <= _WHOLE:
            raise RuleError("Type a percentage from 0 to 100.", field=f"{place}.percent")
        if limit.amount is not None and not 0 <= limit.amount <= LARGEST:
            raise RuleError("The amount is too large.", field=f"{place}.amount")
    _write(act, "limits", discount_limits=tuple(_limit(limit) for limit in limits))


def _limit(form: LimitForm) -> DiscountLimit:
    percent = None if form.percent is None else Percent(form.percent)
    amount = None if form.amount is None else Fen(form.amount)
    return DiscountLimit(role=form.role, percent=percent, amount=amount, category=form.category or None)


@action(Permission.KEEP_SETTINGS)
def change_plan(act: Act, language: str, form: PlanForm) -> None:
    """Change a plan of payments or add one (S7); none is taken away, since contracts name them.

    Raises RuleError at ``name``, ``stages.N.name``, ``stages.N.value`` or ``stages`` where they do not sum to 100 %.
    """
    _check_language(language)
    plans = trade().payment_plans
    before = next((plan for plan in plans if plan.code == form.code), None)
    plan = _plan(form, before, language, {plan.code for plan in plans})
    kept = tuple(plan if each is before else each for each in plans)
    _write(act, "plan", payment_plans=kept if before else (*plans, plan))
    act.note(plan=plan.code)


def _plan(form: PlanForm, before: PaymentPlan | None, language: str, taken: set[str]) -> PaymentPlan:
    name = _named(form.name, "name", _LONGEST_NAME)
    if not 1 <= len(form.stages) <= MOST_STAGES:
        raise RuleError("A plan has from {least} to {most} stages.", field="stages", least=1, most=MOST_STAGES)
    if sum(stage.share is None and stage.amount is None for stage in form.stages) > 1:
        raise RuleError("Only one stage can take the rest.", field="stages")
    known = {stage.code: stage for stage in before.stages} if before else {}
    codes = set(known)
    stages = []
    for place, stage in enumerate(form.stages):
        code = stage.code if stage.code in known else _new_code("stage", codes)
        codes.add(code)
        stages.append(_stage(stage, place, code, known.get(code), language))
    code = before.code if before else _new_code("plan", taken)
    return PaymentPlan(code=code, name=_texts(before.name if before else None, name, language), stages=tuple(stages))


def _stage(form: StageForm, place: int, code: str, before: PlanStage | None, language: str) -> PlanStage:
    name = _named(form.name, f"stages.{place}.name", _LONGEST_NAME)
    condition = _named(form.condition or form.name, f"stages.{place}.condition", _LONGEST_CONDITION)
    if form.share is not None and not 0 < form.share <= _WHOLE:
        raise RuleError("Type a percentage from 0 to 100.", field=f"stages.{place}.value")
    if form.amount is not None and not 0 < form.amount <= LARGEST:
        raise RuleError("The amount must be more than zero.", field=f"stages.{place}.value")
    if not -MOST_DAYS <= form.days <= MOST_DAYS:
        raise RuleError(
            "Type a whole number from {least} to {most}.",
            field=f"stages.{place}.days",
            least=-MOST_DAYS,
            most=MOST_DAYS,
        )
    return PlanStage(
        code=code,
        name=_texts(before.name if before else None, name, language),
        due=Due(event=form.event, days=form.days),
        condition=_texts(before.condition if before else None, condition, language),
        share=None if form.share is None else Percent(form.share),
        amount=None if form.amount is None else Fen(form.amount),
        rest=form.share is None and form.amount is None,
        deposit=form.deposit,
    )


@action(Permission.KEEP_SETTINGS)
def change_articles(act: Act, language: str, articles: tuple[ArticleForm, ...]) -> None:
    """Change the contract's articles in one language (S6); the other languages keep theirs as far as they match.

    Raises RuleError at ``N.title`` or ``N.clauses``, also for a field in braces that does not exist.
    """
    _check_language(language)
    if not 1 <= len(articles) <= MOST_ARTICLES:
        raise RuleError("A contract has from {least} to {most} articles.", field="0.title", least=1, most=MOST_ARTICLES)
    words = trade().contract
    old = _matched([pick(each.title, language) for each in words.articles], [form.title for form in articles])
    new = [
        _article(form, place, None if number is None else words.articles[number], language)
        for place, (form, number) in enumerate(zip(articles, old, strict=True))
    ]
    _write(act, "articles", contract=replace(words, articles=tuple(new)))


def _article(form: ArticleForm, place: int, before: ContractArticle | None, language: str) -> ContractArticle:
    title = _named(form.title, f"{place}.title", _LONGEST_NAME)
    clauses = [_named(clause, f"{place}.clauses", _LONGEST_CLAUSE) for clause in form.clauses if clause.strip()]
    if not clauses:
        raise RuleError("An article needs at least one clause.", field=f"{place}.clauses")
    for name in rules.fields_in(clauses):
        if name not in rules.contract_fields(trade()):
            raise RuleError("There is no contract field called {name}.", field=f"{place}.clauses", name=name)
    known = before.clauses if before else ()
    old = _matched([pick(each, language) for each in known], clauses)
    texts = (
        _texts(None if number is None else known[number], clause, language)
        for clause, number in zip(clauses, old, strict=True)
    )
    return ContractArticle(title=_texts(before.title if before else None, title, language), clauses=tuple(texts))


def _matched(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """Which of the texts before each one after was: the same words, or the same place where nothing came or went."""
    stays = len(before) == len(after)
    return [before.index(text) if text in before else place if stays else None for place, text in enumerate(after)]


def plan_form(plan: PaymentPlan, language: str) -> PlanForm:
    """A plan as it is typed."""
    stages = (
        StageForm(
            *(pick(each.name, language), pick(each.condition, language), each.due.event, each.due.days),
            *(each.share, each.amount, each.deposit, each.code),
        )
        for each in plan.stages
    )
    return PlanForm(pick(plan.name, language), tuple(stages), plan.code)


def article_forms(template: Trade, language: str) -> list[ArticleForm]:
    """The contract's articles as they are typed."""
    return [
        ArticleForm(pick(each.title, language), tuple(pick(clause, language) for clause in each.clauses))
        for each in template.contract.articles
    ]


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise RuleError("Choose a language.", field="language")


def _named(text: str, where: str, longest: int) -> str:
    text = one_line(text)
    if not text:
        raise RuleError("Type something here.", field=where)
    return limited(text, longest, where)


def _texts(before: Texts | None, typed: str, language: str) -> Texts:
    """``typed`` in its language beside what the others say; for all of them where nothing was said before."""
    if not before:
        return dict.fromkeys(LANGUAGES, typed)
    return before if pick(before, language) == typed else {**before, language: typed}


def _new_code(stem: str, taken: Sequence[str] | set[str]) -> str:
    return next(code for number in range(1, 1000) if (code := f"own_{stem}_{number}") not in taken)


def _write(act: Act, what: str, **changed: Any) -> None:
    new = replace(trade(), **changed)
    try:
        rules.check(new)
    except RuleError as error:
        place = "stages" if (error.field or "").endswith("stages") else error.field
        raise type(error)(error.template, field=place, **error.parameters) from error
    write_trade(new)
    act.on("shop", 1)
    act.note(changed=what)
