"""A customer file with everything on it, through every action there is for it."""

from __future__ import annotations

from datetime import date

from models.customers.belongings import GoodsForm, PersonForm
from models.customers.file_lists import goods, needs, open_proposals, people
from models.customers.goods_actions import add_goods, change_goods
from models.customers.grade_actions import decide_grade, grant_grade, propose_grade
from models.customers.kinds import Relation
from models.customers.needs_actions import NeedsForm, assess_needs, change_needs
from models.customers.people_actions import add_person, change_person, remove_person
from models.customers.relation_actions import relate, unrelate
from tests.models.shops import Shop, customer

VIN = "LSVAA4182E2123456"
CAR = GoodsForm("澜川", "V5", "白", VIN, "京A·12345", date(2020, 3, 1), "城西店", 41_000)
LI = PersonForm("李采购", "采购经理", ("139 1111 2222", "0571-88880000"), "licg", "li@example.com")


def fill_a_file(shop: Shop, file_id: int) -> None:
    """Every action on what belongs to a file, once."""
    add_person(shop.consultant, file_id, LI)
    (person,) = people(shop.owner, file_id)
    change_person(shop.consultant, person.id, person.version, PersonForm("李采购", phones=("13911112222",)))
    remove_person(shop.consultant, person.id)
    add_goods(shop.consultant, file_id, CAR)
    (car,) = goods(file_id)
    change_goods(shop.consultant, car.id, car.version, GoodsForm("澜川", "V5", plate="京A·12345", mileage=42_000))
    other = customer(shop, "王五", "13700001111")
    relate(shop.consultant, file_id, other, Relation.SPOUSE)
    unrelate(shop.consultant, other, file_id)
    assess_needs(shop.consultant, file_id, NeedsForm({"budget": "20–25 万", "matters": ("comfort", "safety")}))
    (said,) = needs(file_id)
    change_needs(shop.consultant, said.id, said.version, NeedsForm({"budget": "25 万"}))
    propose_grade(shop.consultant, file_id, "vb", "老板朋友")
    (proposal,) = open_proposals(shop.manager, file_id)
    decide_grade(shop.manager, proposal.id, granted=True)
    grant_grade(shop.manager, file_id, "")
