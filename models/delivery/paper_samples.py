"""Papers of an invented delivery, to see a look before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from models.delivery import templates
from models.delivery.papers import (
    CheckLine,
    ChecklistPaper,
    CheckSection,
    ConfirmationPaper,
    DeliveryHead,
    DispatchPaper,
    GoodsLine,
)
from models.kernel import clock
from models.kernel.i18n import label, pick, translator
from models.papers.facts import PaperKind, StoreHead
from models.shop.profile import trade
from models.trades.delivery_template import DeliveryTemplate
from models.trades.template import CategoryKind

_NUMBER = "-0000-0000"
_LINES = 3

Sample = DispatchPaper | ChecklistPaper | ConfirmationPaper


def sample_paper(kind: PaperKind, store: StoreHead, language: str) -> Sample:
    """A dispatch note, a checklist or a confirmation under this header. Raises KeyError for another kind."""
    makers: dict[PaperKind, Callable[[StoreHead, str], Sample]] = {
        PaperKind.DISPATCH_NOTE: _dispatch,
        PaperKind.DELIVERY_CHECKLIST: _checklist,
        PaperKind.DELIVERY_CONFIRMATION: _confirmation,
    }
    return makers[kind](store, language)


def _template() -> DeliveryTemplate:
    return next(iter(templates.offered().values()))


def _head(store: StoreHead, language: str) -> DeliveryHead:
    _ = translator(language)
    template = _template()
    return DeliveryHead(
        store=store,
        number=f"JF{_NUMBER}",
        name=pick(template.name, language),
        contract_number=f"HT{_NUMBER}",
        customer=_("Sample customer"),
        phone="138 0000 0000",
        starts_at=datetime.combine(clock.today() + timedelta(days=1), time(10)),
        minutes=template.minutes,
        bay="",
        place="",
        consultant=_("Sample consultant"),
        advisor="",
    )


def _goods(language: str) -> tuple[GoodsLine, ...]:
    kinds = {category.code: category.kind for category in trade().categories}
    items = [item for item in trade().demo.items if kinds.get(item.category) is not CategoryKind.DEDUCTION][:_LINES]
    return tuple(
        GoodsLine(
            *(pick(item.name, language), pick(item.spec, language) if item.spec else "", 100),
            *(pick(item.unit, language), ""),
        )
        for item in items
    )


def _dispatch(store: StoreHead, language: str) -> DispatchPaper:
    _ = translator(language)
    total = sum(item.price for item in trade().demo.items[:_LINES])
    now = clock.local(clock.now())
    return DispatchPaper(
        head=_head(store, language),
        number=f"FX{_NUMBER}",
        goods=_goods(language),
        total=total,
        received=total,
        owed=0,
        overruled=0,
        overruled_because="",
        asked_by=_("Sample consultant"),
        asked_at=now,
        approved_by="",
        approved_at=None,
    )


def _checklist(store: StoreHead, language: str) -> ChecklistPaper:
    sections, number = [], 0
    for section in _template().sections:
        lines = []
        for item in section.items:
            number += 1
            wording, role = pick(item.name, language), label(item.role, language)
            lines.append(CheckLine(number, wording, role, item.required, "open", "", "", None))
        sections.append(CheckSection(pick(section.name, language), "", tuple(lines)))
    bring = pick(_template().bring or {}, language)
    return ChecklistPaper(_head(store, language), _goods(language), bring, tuple(sections))


def _confirmation(store: StoreHead, language: str) -> ConfirmationPaper:
    done = [pick(item.name, language) for section in _template().sections for item in section.items]
    return ConfirmationPaper(
        head=_head(store, language),
        goods=_goods(language),
        readings=(),
        received=tuple(done[:6]),
        warranty=(),
        defects=(),
        handed_over_at=None,
        handed_over_by="",
        signed_by="",
    )
