"""What a hand-over leaves behind: the signature, what the customer owns now, the stage of their file (D3, C1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.customers.actions import advance
from models.customers.belongings import GoodsForm, write_goods
from models.customers.findable import make_findable
from models.customers.kinds import Stage
from models.delivery import rules
from models.delivery.kinds import EventKind, ItemState
from models.delivery.standing import expected_for, expected_units, lines_of
from models.delivery.tables import Delivery, DeliveryGoods, DeliveryItem, DeliveryLine, DeliverySignature
from models.delivery.writing import log
from models.kernel import clock
from models.kernel.actions import Act
from models.kernel.errors import RuleError
from models.papers.actions import put_beside
from models.sales.reserving import hand_over_goods
from models.sales.signatures import Signature
from models.sales.standing import StandingLine, standing
from models.sales.supplement_states import SignedHow
from models.shop.profile import profile, trade
from models.trades.delivery_template import Evidence, Means
from models.trades.template import CategoryKind

_PNG, _PDF = b"\x89PNG", b"%PDF-"


def keep_signature(act: Act, delivery: Delivery, signature: Signature) -> int:
    """Keep the customer's signature, which settles the items that ask for it; the attachment's id.

    Raises RuleError at ``content`` for none, a drawn one that is no picture, or a scan that is neither picture nor PDF.
    """
    if not signature.content:
        raise RuleError("The customer has to sign.", field="content")
    if signature.how is SignedHow.DRAWN and not signature.content.startswith(_PNG):
        raise RuleError("The signature is no picture.", field="content")
    suffix = "png" if signature.content.startswith(_PNG) else "pdf" if signature.content.startswith(_PDF) else "jpg"
    name = f"{delivery.number} {signature.name}"[:50].strip()
    attachment = put_beside(act, "delivery", delivery.id, f"{name}.{suffix}", signature.content)
    DeliverySignature.create(
        delivery=delivery, name=signature.name, how=signature.how, attachment=attachment, taken_by=act.actor.id
    )
    DeliveryItem.update(
        state=ItemState.DONE, staff=act.actor.id, at=clock.now(), text=signature.name, attachment=attachment.id
    ).where(
        DeliveryItem.delivery == delivery.id,
        DeliveryItem.evidence == Evidence.SIGNATURE,
        DeliveryItem.state == ItemState.OPEN,
    ).execute()
    log(act, delivery, EventKind.SIGNED, signature.name)
    return int(attachment.id)


def take_from_stock(act: Act, delivery: Delivery, lines: Sequence[StandingLine]) -> None:
    """What is handed over, the ``lines`` as they stood before, leaves the stock (S3).

    Raises RuleError for what is not there or has not arrived.
    """
    units = [unit for unit in expected_for(delivery.contract, lines) if unit.unit_id and not unit.sold]
    mileage = _mileage(delivery)
    read = {units[0].unit_id: mileage} if len(units) == 1 and mileage is not None else None
    hand_over_goods(act, delivery.contract_id, [line.position for line in lines], read)
    own = DeliveryLine.delivery == delivery.id
    DeliveryLine.update(quantity=0).where(own).execute()
    for line in lines:
        DeliveryLine.update(quantity=line.quantity).where(own, DeliveryLine.line == line.position).execute()


def give_to_customer(act: Act, delivery: Delivery) -> None:
    """The goods are the customer's: on their file with purchase day, number, mileage, warranty; the file is delivered.

    Every unit is goods of its own; without units the first main line stands for what was bought.
    """
    today = clock.today()
    facts = standing(delivery.contract).subject
    mileage = _mileage(delivery)
    units = expected_units(delivery)
    single = len(units) == 1
    forms = [
        _goods(delivery, unit.name, unit.serial, facts if single else {}, mileage if single else None, today)
        for unit in units
    ]
    if not forms:
        main = [line for line in lines_of(delivery) if line.category in _main_categories()]
        forms = [_goods(delivery, line.name, "", {}, None, today) for line in main[:1]]
    for form in forms:
        goods = write_goods(delivery.customer_id, form)
        DeliveryGoods.create(delivery=delivery, owned_goods=goods.id, serial=form.serial)
        act.touch("owned_goods", goods.id)
    if forms:
        make_findable(delivery.customer_id)
    advance(act, delivery.customer_id, Stage.DELIVERED)


def _goods(
    delivery: Delivery, name: str, serial: str, facts: dict[str, str], mileage: int | None, day: date
) -> GoodsForm:
    return GoodsForm(
        make=facts.get("brand", "")[:60],
        model=(facts.get("model", "") or name)[:60],
        colour=facts.get("colour", "")[:40],
        serial=serial[:40],
        bought_on=delivery.contract.signed_on,
        bought_at=profile().name[:60],
        mileage=mileage,
        mileage_on=day if mileage is not None else None,
        warranty_until=warranty_until(day),
    )


def warranty_until(day: date) -> date | None:
    """Until when the first warranty of the trade lasts that begins on ``day``."""
    first = next(iter(trade().warranty), None)
    return rules.months_after(day, first.months) if first else None


def _main_categories() -> set[str]:
    return {category.code for category in trade().categories if category.kind is CategoryKind.GOODS}


def _mileage(delivery: Delivery) -> int | None:
    reading = (
        DeliveryItem.select(DeliveryItem.reading)
        .where(
            DeliveryItem.delivery == delivery.id,
            DeliveryItem.means == Means.MILEAGE,
            DeliveryItem.state == ItemState.DONE,
        )
        .scalar()
    )
    return None if reading is None else int(reading) // rules.WHOLE
