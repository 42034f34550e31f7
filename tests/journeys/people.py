"""Who plays in the journeys, in each of the three languages."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.permissions import Role


@dataclass(frozen=True)
class Person:
    """A member of staff."""

    name: str
    role: Role
    pin: str


@dataclass(frozen=True)
class World:
    """A shop, its people, what it sells, and one customer with the ways to find them."""

    language: str
    language_name: str
    languages_down: int
    shop: str
    owner: Person
    consultant: Person
    manager: Person
    cashier: Person
    reception: Person
    vehicle: str
    film: str
    service: str
    brand: str
    colour: str
    customer: str
    phone: str
    found_by: tuple[str, ...]

    @property
    def hired(self) -> tuple[Person, ...]:
        """Everybody but the owner."""
        return (self.consultant, self.manager, self.cashier, self.reception)


def _people(names: str) -> dict[str, Person]:
    roles = (Role.OWNER, Role.SALES, Role.SALES_MANAGER, Role.CASHIER, Role.RECEPTION)
    parts = ("owner", "consultant", "manager", "cashier", "reception")
    pins = ("2468", "1357", "1470", "2580", "3691")
    people = zip(parts, names.split(), roles, pins, strict=True)
    return {part: Person(name.replace("_", " "), role, pin) for part, name, role, pin in people}


WORLDS = {
    "zh_CN": World(
        *("zh_CN", "简体中文", 0, "远航汽车"),
        **_people("王启明 孙悦 高景澄 方若云 林晓"),
        vehicle="澜川 V7",
        film="隔热膜",
        service="代办上牌",
        brand="澜川",
        colour="星河蓝",
        customer="陈国强",
        phone="13800136621",
        found_by=("cgq", "chenguoqiang", "国强", "陳國強", "6621", "138 0013"),
    ),
    "zh_TW": World(
        *("zh_TW", "繁體中文", 1, "遠航汽車"),
        **_people("王啟明 孫悅 高景澄 方若雲 林曉"),
        vehicle="瀾川 V7",
        film="隔熱紙",
        service="代辦領牌",
        brand="瀾川",
        colour="星河藍",
        customer="陳國強",
        phone="13800136621",
        found_by=("cgq", "chenguoqiang", "國強", "陈国强", "6621"),
    ),
    "en": World(
        *("en", "English", 2, "Riverside Motors"),
        **_people("Grace_Chen Tom_Sun Ada_Gao Fay_Fang Lin_Xiao"),
        vehicle="Lanchuan V7",
        film="Window film",
        service="Registration",
        brand="Lanchuan",
        colour="River blue",
        customer="Chen Guoqiang",
        phone="13800136621",
        found_by=("chen", "guoq", "6621", "cheng", "CHEN GUOQIANG"),
    ),
}
