"""Which templates a store has: shipped ones, and its own versions, the newest of which counts (D1, D5)."""

from __future__ import annotations

from functools import lru_cache

from models.delivery.tables import DeliveryTemplateVersion
from models.kernel.errors import RuleError
from models.shop.profile import trade
from models.trades import delivery_files
from models.trades.delivery_template import DeliveryTemplate

SHIPPED = 0
"""The number of a template as it came with the program; the store's own versions count from 1."""


def newest() -> dict[str, DeliveryTemplateVersion]:
    """The newest version of each template that the store edited."""
    query = DeliveryTemplateVersion.select().order_by(DeliveryTemplateVersion.no)
    return {row.code: row for row in query}


def known() -> dict[str, tuple[DeliveryTemplate, int, bool]]:
    """Every template by code with its version and whether it is retired: the trade's, the store's own, the others."""
    own = newest()
    found = {code: (template, SHIPPED, False) for code, template in delivery_files.shipped().items()}
    found |= {code: (_read(row.content), row.no, row.retired) for code, row in own.items()}
    here, others = trade().code, delivery_files.shipped().keys()
    ranks = {code: 2 * (here not in found[code][0].trades) - (code not in others) for code in found}
    return {code: found[code] for code in sorted(found, key=lambda code: (ranks[code], code))}


def offered() -> dict[str, DeliveryTemplate]:
    """The templates a delivery may be planned with: the trade's, those for any store, and the store's own."""
    here = trade().code
    return {
        code: template
        for code, (template, no, retired) in known().items()
        if not retired and (no != SHIPPED or not template.trades or here in template.trades)
    }


def chosen(code: str) -> tuple[DeliveryTemplate, int]:
    """The template with this code, or the first where it is empty, with its version.

    Raises RuleError at ``template`` for one that is unknown or retired.
    """
    every, usable = known(), offered()
    if not code:
        code = next(iter(usable), "")
    if code not in every:
        raise RuleError("Choose a template.", field="template")
    template, no, retired = every[code]
    if retired:
        raise RuleError("This template is retired.", field="template")
    return template, no


def version(code: str, no: int) -> DeliveryTemplate:
    """A template as it was in version ``no``."""
    if no == SHIPPED:
        return delivery_files.shipped()[code]
    row = DeliveryTemplateVersion.get(DeliveryTemplateVersion.code == code, DeliveryTemplateVersion.no == no)
    return _read(row.content)


@lru_cache(maxsize=32)
def _read(content: str) -> DeliveryTemplate:
    return delivery_files.from_json(content)
