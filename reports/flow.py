"""Laying blocks out on pages: every block knows its height and, where it may be divided, how."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reports.style import BLOCK_GAP, SIGNATURES_END

if TYPE_CHECKING:
    from reports.page import Sheet

_SLACK = 1e-6


class Block:
    """Something that stands on paper at a fixed place across the page.

    ``above`` is the room kept over it unless it begins a page; ``with_next`` binds it (or its end) to the block that
    follows; ``at_foot`` puts it at the foot of the page it falls on; ``new_page`` makes it begin one. All in mm.
    """

    above: float = BLOCK_GAP
    with_next: bool = False
    at_foot: bool = False
    new_page: bool = False

    @property
    def height(self) -> float:
        """How much of the page it takes."""
        raise NotImplementedError

    @property
    def least(self) -> float:
        """The height of the smallest part that may begin on a page."""
        return self.height

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its upper edge at ``top``."""
        raise NotImplementedError

    def split(self, room: float, whole_fits: bool = False) -> tuple[Block, Block] | None:
        """A part no higher than ``room`` and the rest, or None; ``whole_fits`` asks for a rest nevertheless."""
        return None


class Together(Block):
    """Blocks that stay on one page."""

    def __init__(self, *blocks: Block) -> None:
        self.blocks = blocks
        self.above = blocks[0].above

    @property
    def height(self) -> float:
        gaps = sum(block.above for block in self.blocks[1:])
        return gaps + sum(block.height for block in self.blocks)

    def draw(self, sheet: Sheet, top: float) -> None:
        for number, block in enumerate(self.blocks):
            top += block.above if number else 0.0
            block.draw(sheet, top)
            top += block.height


@dataclass(frozen=True, slots=True)
class Zone:
    """The part of the pages that the body may fill: from ``first`` or ``later`` to ``end``; foot blocks to ``foot``."""

    first: float
    later: float
    end: float
    foot: float = SIGNATURES_END


class Placed(NamedTuple):
    """A block and where it begins."""

    top: float
    block: Block


def flow(blocks: Sequence[Block], zone: Zone) -> list[list[Placed]]:
    """The pages, each with its blocks in place."""
    pages: list[list[Placed]] = [[]]
    waiting = deque(blocks)
    top = zone.first
    while waiting:
        block = waiting.popleft()
        page = pages[-1]
        begin = top + (block.above if page else 0.0)
        if block.new_page and page:
            parts = None
        elif _fits(block, waiting, begin, zone) or not (page or block.least < block.height):
            _place(page, block, begin, zone)
            top = begin + block.height
            continue
        else:
            room = zone.end - begin
            parts = block.split(room, whole_fits=block.height <= room)
        if parts:
            _place(page, parts[0], begin, zone)
            waiting.appendleft(parts[1])
        elif page:
            waiting.appendleft(block)
        else:
            _place(page, block, begin, zone)
        pages.append([])
        top = zone.later
    return pages if pages[-1] else pages[:-1]


def _fits(block: Block, following: deque[Block], begin: float, zone: Zone) -> bool:
    """Whether ``block`` and the least of what it is bound to end on this page."""
    bottom = begin + block.height
    if bottom > (zone.foot if block.at_foot else zone.end) + _SLACK:
        return False
    for follower in following:
        if not block.with_next:
            break
        bottom += follower.above + follower.least
        if bottom > (zone.foot if follower.at_foot else zone.end) + _SLACK:
            return False
        if follower.least < follower.height:
            break
        block = follower
    return True


def _place(page: list[Placed], block: Block, begin: float, zone: Zone) -> None:
    page.append(Placed(max(begin, zone.foot - block.height) if block.at_foot else begin, block))
