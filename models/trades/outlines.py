"""Outlines on which damage is marked, resources/outlines/<code>.toml (W3).

A view has its size in units of its own, ``paths`` of ``M x y``, ``L x y``, ``C x y x y x y`` and ``Z`` in an ``ink``
(body, glass, line), and ``zones``: boxes with names, of which the first that holds a place names it. A view that
``mirrors`` another is that one seen from the other side.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from models.kernel import i18n
from models.kernel.i18n import N_, LabelledEnum, label, pick, translator
from models.trades.template import Code, Form, Named, Texts

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "outlines"
WHOLE = 1000
"""Places are kept in thousandths of a view."""


class DamageKind(LabelledEnum):
    """What is seen on a body."""

    SCRATCH = "scratch", N_("Scratch")
    DENT = "dent", N_("Dent")
    CHIP = "chip", N_("Paint off")
    CRACK = "crack", N_("Crack")
    RUST = "rust", N_("Rust")
    MISSING = "missing", N_("Missing part of it")
    BROKEN = "broken", N_("Broken")
    OTHER = "other", N_("Something else")


class Stroke(Form, frozen=True):
    """A line of the drawing."""

    ink: Literal["body", "glass", "line"]
    d: str


class Zone(Form, frozen=True):
    """A part of the body: its box as left, upper, right, lower."""

    name: Texts
    box: tuple[float, float, float, float]


class View(Named, frozen=True, kw_only=True):
    """The body seen from one side."""

    width: Annotated[float, Meta(gt=0)]
    height: Annotated[float, Meta(gt=0)]
    zones: tuple[Zone, ...] = ()
    paths: tuple[Stroke, ...] = ()
    mirrors: Code | None = None


class Outline(Named, frozen=True, kw_only=True):
    """A body with its views."""

    views: Annotated[tuple[View, ...], Meta(min_length=1)]

    def view(self, code: str) -> View:
        """A view by its code; an unknown one is the first."""
        return next((each for each in self.views if each.code == code), self.views[0])


Command = tuple[str, tuple[float, ...]]


@cache
def outlines() -> dict[str, Outline]:
    """The outlines by code."""
    found = [msgspec.toml.decode(path.read_text("utf-8"), type=Outline) for path in sorted(_FOLDER.glob("*.toml"))]
    return {each.code: each for each in found}


def outline(code: str) -> Outline:
    """An outline by its code; an unknown one is the saloon."""
    return outlines().get(code) or outlines()["sedan"]


@cache
def drawing(code: str, view_code: str) -> tuple[tuple[str, tuple[Command, ...]], ...]:
    """The lines of a view as (ink, commands), turned where it mirrors another."""
    body = outline(code)
    view = body.view(view_code)
    source = body.view(view.mirrors) if view.mirrors else view
    return tuple((each.ink, tuple(_commands(each.d, view.width if view.mirrors else 0))) for each in source.paths)


def _commands(d: str, turned_at: float) -> Iterator[Command]:
    numbers: list[float] = []
    letter = ""
    for token in [*d.split(), "end"]:
        if token.isalpha():
            if letter:
                yield letter, tuple(numbers)
            letter, numbers = token, []
        else:
            number = float(token)
            turns = turned_at and len(numbers) % 2 == 0
            numbers.append(turned_at - number if turns else number)


def zone_at(code: str, view_code: str, x: int, y: int, language: str = "") -> str:
    """What a place, in thousandths of a view, is called; in the screen's language unless told."""
    body = outline(code)
    view = body.view(view_code)
    across, down = x * view.width / WHOLE, y * view.height / WHOLE
    if view.mirrors:
        across = view.width - across
    for zone in view.zones:
        left, upper, right, lower = zone.box
        if left <= across <= right and upper <= down <= lower:
            return pick(zone.name, language)
    return pick(view.name, language)


def described(code: str, view_code: str, x: int, y: int, kind: str, note: str, language: str = "") -> str:
    """A mark in words: where, what, and what was noted."""
    damage = label(DamageKind(kind), language) if kind in set(DamageKind) else kind
    _ = translator(language or i18n.language())
    words = _("{place} {damage}").format(place=zone_at(code, view_code, x, y, language), damage=damage)
    return f"{words} {note}" if note else words
