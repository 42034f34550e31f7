"""The checklist of a delivery: copied from its template when it is planned, and never changed by it again (D1)."""

from __future__ import annotations

import json
from typing import Any

from models.delivery.kinds import ItemState
from models.delivery.tables import Delivery, DeliveryItem, DeliveryRun
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.kernel.i18n import pick
from models.kernel.tables import insert_rows, limited
from models.kernel.text import one_line
from models.trades.delivery_template import (
    LONGEST_NAME,
    MOST_ITEMS,
    MOST_PARTS,
    DeliverySection,
    DeliveryTemplate,
    Means,
)
from models.trades.delivery_template import DeliveryItem as TemplateItem

_MOST_COPIED = MOST_ITEMS * 4


def copy_items(delivery_id: int, template: DeliveryTemplate, parts: tuple[str, ...] | None) -> None:
    """Inside an action: write the checklist; a section for each part stands once for each of ``parts``.

    Raises RuleError at ``parts`` for too many, or none where the template needs one.
    """
    named = checked_parts(template, parts)
    rows: list[dict[str, Any]] = []
    number = 0
    for section in template.sections:
        for part in named if section.for_each else ("",):
            rows += [_row(section, number, item, part) for item in section.items]
            number += 1
    if len(rows) > _MOST_COPIED:
        raise RuleError("A checklist has at most {most} items.", field="parts", most=_MOST_COPIED)
    insert_rows(DeliveryItem, [{"delivery": delivery_id, "position": place, **row} for place, row in enumerate(rows)])


def checked_parts(template: DeliveryTemplate, parts: tuple[str, ...] | None) -> tuple[str, ...]:
    """The rooms or pieces by name, the template's own where None is given."""
    if not any(section.for_each for section in template.sections):
        return ()
    named = tuple(pick(each) for each in template.parts) if parts is None else tuple(one_line(each) for each in parts)
    named = tuple(dict.fromkeys(limited(each, LONGEST_NAME, "parts") for each in named if each))
    if not 1 <= len(named) <= MOST_PARTS:
        raise RuleError("Name from {least} to {most} rooms or pieces.", field="parts", least=1, most=MOST_PARTS)
    return named


def _row(section: DeliverySection, number: int, item: TemplateItem, part: str) -> dict[str, Any]:
    return {
        "code": item.code,
        "section_no": number,
        "section": json.dumps(section.name, ensure_ascii=False),
        "part": part,
        "wording": json.dumps(item.name, ensure_ascii=False),
        **{name: getattr(item, name) for name in ("required", "role", "evidence", "gate", "means", "days")},
        "state": ItemState.OPEN,
        **{"text": "", "reason": ""},
    }


def copy_run(delivery_id: int, template: DeliveryTemplate) -> None:
    """Inside an action: write the run sheet."""
    rows = [
        {"delivery": delivery_id, "position": place, "minute": entry.minute, "phone": ""}
        | {"what": pick(entry.what), "who": pick(entry.who)}
        for place, entry in enumerate(template.run)
    ]
    if rows:
        insert_rows(DeliveryRun, rows)


def settle_by_itself(act: Act, delivery: Delivery, means: Means, text: str = "", attachment: int | None = None) -> None:
    """Inside an action that does what some items are there for: they are done with it, where they are still open."""
    done = {"state": ItemState.DONE, "staff": act.actor.id, "at": clock.now(), "text": text[:1000]}
    if attachment is not None:
        done["attachment"] = attachment
    DeliveryItem.update(**done).where(
        DeliveryItem.delivery == delivery.id, DeliveryItem.means == means, DeliveryItem.state == ItemState.OPEN
    ).execute()
