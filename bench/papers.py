"""Papers against a bare reportlab canvas that is told what to draw and where: what our layout costs on top."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from unittest.mock import patch

import reports
from bench.measure import Ratio, side_by_side
from models.papers.facts import PaperSize, Printing, StoreHead
from models.sales.papers import (
    Article,
    ContractPaper,
    LabelledText,
    MakeUpRow,
    PaperGroup,
    PaperLine,
    PaymentMethod,
    PlanRow,
    QuotePaper,
    ReceiptPaper,
)
from models.service.settlement_papers import SettledLine, SettlementPaper

_STORE = StoreHead("安岚启衡汽车销售服务有限公司", "安岚市望湖区云汀大道 188 号", "400-000-0188", "91990100MA7K2QHL35")
_CLAUSE = (
    "一方不履行合同义务或者履行不符合约定的，应当承担继续履行、采取补救措施"
    "或者赔偿损失等违约责任；双方另有约定的，从其约定。"
)

Facts = QuotePaper | ContractPaper | ReceiptPaper | SettlementPaper
Call = tuple[object, ...]
_AIM = 1.5
_TEN = 10


def run(*, quick: bool = False) -> Iterator[Ratio]:
    """A receipt, a contract, a quote of 200 lines and a settlement of 60, warm, against the bare canvas."""
    printing = Printing("zh_CN", "林知遥", datetime(2026, 3, 13, 10, 41), "C40E-5D17", size=PaperSize.FORM_93)
    papers = (
        ("receipt on 241 x 93 mm", _receipt()),
        ("contract of three pages", _contract()),
        ("quote of 200 lines", _quote(200)),
        ("settlement of 60 lines", _settlement(60)),
    )
    for name, facts in papers:
        pages, size = _recorded(facts, printing)
        ours, peer = partial(reports.render, facts, printing), partial(_bare, pages, size)
        yield side_by_side(name, ours, peer, aim=_AIM, rounds=8 if quick else 60)
    yield from _ten_pages(printing, rounds=4 if quick else 20)


def _ten_pages(printing: Printing, rounds: int) -> Iterator[Ratio]:
    """A contract of ten pages with 200 lines: against the bare canvas, and against a second."""
    facts = _contract(200)
    pages, size = _recorded(facts, printing)
    if len(pages) < _TEN:
        raise AssertionError("the contract is shorter than it should be")
    ours, peer = partial(reports.render, facts, printing), partial(_bare, pages, size)
    measured = side_by_side(f"contract of 200 lines, {len(pages)} pages", ours, peer, aim=_AIM, rounds=rounds)
    yield measured
    yield Ratio(f"{measured.name} / one second", measured.ours, 1.0, 1.0)


def _recorded(facts: Facts, printing: Printing) -> tuple[list[list[Call]], tuple[float, float]]:
    """What the paper draws, page by page, as plain calls a canvas understands."""
    from reports import fonts
    from reports.page import Sheet
    from reports.style import POINT, Type
    from reports.text import measure

    pages: list[list[Call]] = [[]]
    sizes: list[tuple[float, float]] = []

    def write(
        self: Sheet,
        x: float,
        baseline: float,
        words: str,
        kind: Type,
        align: str = "left",
        room: float = 0.0,
        spread: float = 0.0,
    ) -> None:
        if align != "left":
            free = room - measure(words, kind)
            x += free if align == "right" else free / 2
        sizes.append((self.width / POINT, self.height / POINT))
        y = (self.height - baseline) / POINT
        font = fonts.main_face(kind.bold).fontName
        pages[-1].append(("text", font, kind.size, kind.colour, x / POINT, y, words))

    def box(self: Sheet, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0) -> None:
        bottom = (self.height - y - height) / POINT
        pages[-1].append(("box", colour, x / POINT, bottom, width / POINT, height / POINT))

    def next_page(self: Sheet) -> None:
        pages.append([])
        original(self)

    original = Sheet.next_page
    with patch.multiple(Sheet, write=write, box=box, next_page=next_page):
        reports.render(facts, printing)
    return pages[:-1], sizes[0]


def _bare(pages: list[list[Call]], size: tuple[float, float]) -> bytes:
    """The same words and boxes, each drawn by the canvas's own calls."""
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1)
    for page in pages:
        for what, *rest in page:
            if what == "text":
                font, points, colour, x, y, words = rest
                canvas.setFillColor(HexColor(colour))
                canvas.setFont(font, points)
                canvas.drawString(x, y, words)
            else:
                colour, x, y, width, height = rest
                canvas.setFillColor(HexColor(colour))
                canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _group(count: int) -> PaperGroup:
    lines = tuple(
        PaperLine(f"精品附件第 {number} 项", "含施工，质保 8 年", "套", 100, 268000, 68000, 200000)
        for number in range(count)
    )
    return PaperGroup("精品附件", "按实际票据结算", lines, 200000 * count)


def _settlement(count: int) -> SettlementPaper:
    lines = tuple(
        SettledLine(f"维修项目第 {number} 项", "田吉昌", 120, "", 22_000, 0, 26_400) for number in range(count // 2)
    )
    half = 26_400 * (count // 2)
    at = datetime(2026, 3, 12, 16, 45)
    return SettlementPaper(
        *(_STORE, "JS-2026-0388", date(2026, 3, 12), "葉靜宜 女士", "199 0000 0322", "岚A·62K18", "澜川 L3 2023 款"),
        *("LYH5L1B31PA018846", "", "WX-2026-0388", 40_268, at, at, at, "许念安", "严可期", "定期保养"),
        *(lines, lines, (), (), half, half, 0, 0, 0, 0, 0, 2 * half, 2 * half, 2 * half, (), ()),
        *("50,000 km 或 2026-09-12", ("更换前制动片 12 个月",), "已向客户展示"),
    )


def _quote(count: int) -> QuotePaper:
    group = _group(count)
    return QuotePaper(
        _STORE,
        "BJ-2026-0147",
        1,
        date(2026, 3, 12),
        date(2026, 3, 19),
        7,
        "",
        "欧阳䶮",
        "199 0000 0321",
        "林知遥",
        "",
        "家用五座，本月提车",
        (group,),
        (MakeUpRow("精品附件", "", 268000 * count, 68000 * count, group.subtotal),),
        0,
        group.subtotal,
        68000 * count,
        "全款",
        (PlanRow("全款", "签订合同当日", None, 10000, group.subtotal),),
        ("保险费以保险公司出单金额为准。",),
    )


def _contract(lines: int = 0) -> ContractPaper:
    party = tuple(LabelledText(label, "安岚市望湖区云汀大道 188 号") for label in ("名称", "地址", "电话", "账号"))
    return ContractPaper(
        _STORE,
        "汽车购销合同",
        "HT-2026-0093",
        date(2026, 3, 13),
        "安岚市望湖区",
        party,
        party,
        ("欧阳䶮", "葉靜宜"),
        _CLAUSE,
        "标的车辆",
        party,
        (MakeUpRow("整车", "澜川 V7 2026 款", 19580000, 900000, 18680000),),
        18680000,
        (PlanRow("定金", "签订本合同当日", date(2026, 3, 13), 10000, 18680000),),
        (_CLAUSE,),
        tuple(Article(f"违约责任之 {number}", (_CLAUSE,) * 2) for number in range(28 if lines else 12)),
        (_group(lines),) if lines else (),
        0,
        (),
    )


def _receipt() -> ReceiptPaper:
    return ReceiptPaper(
        _STORE,
        "SJ-2026-000318",
        date(2026, 3, 13),
        "欧阳䶮",
        "199 0000 0321",
        "HT-2026-0093",
        "购车定金（付款计划第 1 期）",
        1000000,
        PaymentMethod.TRANSFER,
        "流水 0313 1042 0088 6631",
        17267597,
        1000000,
        16267597,
        "方若云",
        "林知遥",
        "",
    )
