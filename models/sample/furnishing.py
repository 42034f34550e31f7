"""What the sample's files hold besides name and phone: tags, birthdays, contact people, owned goods, and doubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from models.customers.belongings import GoodsForm, PersonForm
from models.customers.kinds import BestWay, CustomerKind
from models.kernel.i18n import pick
from models.sample import numbers
from models.sample.counter import Counter, Visitor
from models.sample.people import People
from models.sample.words import owned_of

_TAGGED, _BIRTHDAY, _PREFERS, _HABITS, _OWNS = 0.2, 0.25, 0.3, 0.12, 0.2
_CONTACTS = 40_000_000
_EVERY, _MOST_DOUBLES = 25, 12


def furnish(counter: Counter, visitors: Sequence[Visitor]) -> None:
    """Fill in, before anything is written, what a shop learns of its customers; some come twice under two files."""
    rng = Random(counter.rng.random())
    people = People(rng, counter.words)
    for serial, visitor in enumerate(visitors):
        if visitor.person.phones:
            _say_more(rng, counter, visitor)
            if visitor.person.kind is CustomerKind.COMPANY:
                visitor.opened.people = _spokespeople(rng, people, visitor, serial)
            visitor.opened.goods = _owned(rng, counter, visitor, serial)
    _double(rng, visitors)


def _say_more(rng: Random, counter: Counter, visitor: Visitor) -> None:
    words, form = counter.words, visitor.file
    is_person = visitor.person.kind is CustomerKind.PERSON
    if rng.random() < _TAGGED:
        form = replace(form, tags=(words.remark(rng, "tag"),))
    if is_person and rng.random() < _BIRTHDAY:
        form = replace(form, birthday=date(1962, 1, 1) + timedelta(days=rng.randrange(15_500)))
    if rng.random() < _PREFERS:
        form = replace(form, best_way=BestWay.WECHAT if form.wechat else rng.choice((BestWay.PHONE, BestWay.MESSAGE)))
    if is_person and rng.random() < _HABITS:
        form = replace(form, drink=words.remark(rng, "drink"), hobby=words.remark(rng, "hobby"))
    visitor.opened.form = form


def _spokespeople(rng: Random, people: People, visitor: Visitor, serial: int) -> tuple[PersonForm, ...]:
    """Who speaks for a company: who came, and often those who decide and pay."""
    posts = [people.words.remark(rng, kind) for kind in ("post_buyer", "post_head", "post_payer")]
    island = people.words.language == "zh_TW"
    others = [people.name(male=rng.random() < 0.5, island=island) for _post in posts[1:]]
    names = [visitor.person.contact_person, *others]
    count = rng.choices((1, 2, 3), (30, 45, 25))[0]
    return tuple(
        PersonForm(name, post, (numbers.mobile(rng, _CONTACTS + 3 * serial + place),))
        for place, (name, post) in enumerate(zip(names[:count], posts[:count], strict=True))
    )


def _owned(rng: Random, counter: Counter, visitor: Visitor, serial: int) -> tuple[GoodsForm, ...]:
    """What they own already; who bought here years ago has a warranty that runs out and an inspection to come."""
    words = owned_of(counter.catalogue.trade.code)
    if words is None or rng.random() > _OWNS:
        return ()
    today, here = visitor.opened.at.date(), rng.random() < 0.4
    bought_on = today - timedelta(days=rng.randint(400, 2600))
    language = counter.words.language
    make, model = pick(rng.choice(words.here if here else words.elsewhere), language).split("|")
    return (
        GoodsForm(
            make=make,
            model=model,
            serial=numbers.vin(rng, 700_000 + serial) if here else "",
            plate=pick(words.plate, language).format(number=numbers.plate(serial)),
            bought_on=bought_on if here else bought_on.replace(day=1),
            bought_at=pick(counter.catalogue.trade.demo.store.name, language) if here else "",
            mileage=rng.randint(8, 160) * 1000,
            mileage_on=today - timedelta(days=rng.randint(3, 60)),
            insurance_until=today + timedelta(days=rng.randint(-20, 300)),
            inspection_until=today + timedelta(days=rng.randint(-10, 600)),
            warranty_until=bought_on + timedelta(days=1095) if here else None,
        ),
    )


def _double(rng: Random, visitors: Sequence[Visitor]) -> None:
    """Some came again and were written down anew: with the same phone, or one wrong character and another phone."""
    plain = [each for each in visitors if each.person.buys and each.quoted_at is None]
    people = [each for each in plain if each.person.kind is CustomerKind.PERSON and not each.person.name.isascii()]
    for place in range(min(_MOST_DOUBLES, len(visitors) // _EVERY, len(people) // 2)):
        first, again = sorted(rng.sample(people, 2), key=lambda each: each.opened.at)
        people = [each for each in people if each not in (first, again)]
        name, phone = first.person.name, first.person.phones[0]
        if place % 3 == 2 and len(name) > 2:
            same_end = again.person.phones[0][:-4] + phone[-4:]
            again.opened.form = replace(again.file, name=name[:-1] + again.person.name[-1], phones=(same_end,))
        else:
            digits = "".join(each for each in phone if each.isdigit())
            again.opened.form = replace(again.file, name=name, phones=(digits[-11:],), wechat=first.file.wechat)
