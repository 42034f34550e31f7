"""Papers to test with, and readers of what was drawn. Store, people and numbers are invented."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pypdf

import reports
from models.papers.facts import PaperSize, Printing, StoreHead, Watermark
from models.sales.papers import (
    Approval,
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

LANGUAGES = ("zh_CN", "zh_TW", "en")
LARGEST = 99_999_999_999_99
RARE = "欧阳䶮、田𠮷昌、沈㛃、龘、葉靜宜"
LONG_NAME = ("阿布都热依木·买买提江 Maximilian von Habsburg " * 3)[:60]
LONG_NOTE = ("交付前，甲方完成交付前检查（PDI），并出示记录；「合格」后交车。" * 200)[:4000]

STORE = StoreHead(
    "安岚启衡汽车销售服务有限公司",
    "安岚市望湖区云汀大道 188 号",
    "400-000-0188",
    "91990100MA7K2QHL35",
    "安岚银行望湖支行",
    "9900 0188 0000 3157 264",
)


def printing(
    language: str = "zh_CN",
    size: PaperSize = PaperSize.A4,
    copy: bool = False,
    watermark: Watermark = Watermark.NONE,
    carbonless: bool = True,
) -> Printing:
    at = datetime(2026, 3, 12, 10, 31)
    return Printing(language, "方若云", at, "7F3A-91C2", copy, watermark, size, carbonless)


def line(
    name: str = "隔热膜（前挡 + 侧后挡）", price: int = 2680_00, discount: int = 680_00, spec: str = "质保 8 年"
) -> PaperLine:
    return PaperLine(name, spec, "套", 100, price, discount, price - discount)


def group(*lines: PaperLine, title: str = "精品附件", remark: str = "") -> PaperGroup:
    return PaperGroup(title, remark, lines, sum(each.amount for each in lines))


def quote(*groups: PaperGroup, **changes: Any) -> QuotePaper:
    total = sum(each.subtotal for each in groups)
    facts = QuotePaper(
        store=STORE,
        number="BJ-2026-0147",
        version=2,
        quoted_on=date(2026, 3, 12),
        valid_until=date(2026, 3, 19),
        valid_days=7,
        replaces="第 1 版 2026-03-10",
        customer="欧阳䶮 先生",
        customer_phone="199 0000 0321",
        consultant="林知遥",
        consultant_phone="199 0000 0456",
        needs="家用五座，本月提车；预算 20 万元以内。",
        groups=groups,
        make_up=tuple(MakeUpRow(each.title, "", each.subtotal, 0, each.subtotal) for each in groups),
        whole_discount=0,
        total=total,
        saved=680_00 if groups else 0,
        plan_name="全款",
        plan=(
            PlanRow("定金", "签订合同当日", date(2026, 3, 13), 3000, total * 3 // 10),
            PlanRow("尾款", "交车前", None, 7000, total - total * 3 // 10),
        ),
        notes=("保险费以保险公司出单金额为准。", "评估单有效期至 2026-03-19。"),
    )
    return replace(facts, **changes)


def contract(**changes: Any) -> ContractPaper:
    goods = (group(line(), line("全包围脚垫", 580_00, 580_00)), group(line("上牌代办", 500_00, 0), title="服务"))
    total = sum(each.subtotal for each in goods)
    clauses = (
        "甲方逾期交车的，自逾期之日起按乙方已付款每日 0.05 % 支付违约金；逾期超过 15 日，乙方有权解除合同。",
    ) * 3
    facts = ContractPaper(
        store=STORE,
        title="汽车购销合同",
        number="HT-2026-0093",
        signed_on=date(2026, 3, 13),
        place="安岚市望湖区",
        seller=(LabelledText("名称", STORE.name), LabelledText("地址", STORE.address)),
        buyer=(LabelledText("买受人", "欧阳䶮"), LabelledText("共同买受人", "葉靜宜"), LabelledText("地址", "")),
        buyer_names=("欧阳䶮", "葉靜宜"),
        preamble="甲、乙双方依据《中华人民共和国民法典》及有关法律，就乙方向甲方购买汽车及相关服务订立本合同，共同遵守。",
        subject_title="标的车辆",
        subject=(LabelledText("品牌", "澜川"), LabelledText("车架号", "LYH7V2A58TA000317")),
        make_up=tuple(MakeUpRow(each.title, "明细见附件一", each.subtotal, 0, each.subtotal) for each in goods),
        total=total,
        plan=(PlanRow("全款", "签订本合同当日", date(2026, 3, 13), 10000, total),),
        plan_notes=("甲方每收一笔款项即出具收款收据。",),
        articles=tuple(Article(f"违约责任之{number}", clauses) for number in range(1, 9)),
        annex=goods,
        whole_discount=0,
        approvals=(Approval("申请", "林知遥", "销售顾问", "03-13 10:02"), Approval("签批", "", "总经理", "")),
    )
    return replace(facts, **changes)


def receipt(**changes: Any) -> ReceiptPaper:
    facts = ReceiptPaper(
        store=STORE,
        number="SJ-2026-000318",
        received_on=date(2026, 3, 13),
        payer="欧阳䶮",
        payer_phone="199 0000 0321",
        contract_number="HT-2026-0093",
        reason="购车定金（付款计划第 1 期）",
        amount=10_000_00,
        method=PaymentMethod.TRANSFER,
        reference="流水 0313 1042",
        contract_total=172_675_97,
        paid_so_far=10_000_00,
        still_open=162_675_97,
        cashier="方若云",
        consultant="林知遥",
        reverses="",
    )
    return replace(facts, **changes)


def drawn(facts: reports.Facts, how: Printing | None = None) -> pypdf.PdfReader:
    """The paper as a reader sees it."""
    return pypdf.PdfReader(io.BytesIO(reports.render(facts, how or printing())))


def words(reader: pypdf.PdfReader) -> list[str]:
    """The words of each page."""
    return [page.extract_text() for page in reader.pages]


def squeezed(text: str) -> str:
    """``text`` without any space or line break."""
    return re.sub(r"\s", "", text)


def all_words(reader: pypdf.PdfReader) -> str:
    """All words without spaces and line breaks."""
    return squeezed("".join(words(reader)))


Maker = Callable[..., reports.Facts]
PAPERS: tuple[tuple[reports.Facts, PaperSize], ...] = (
    (quote(group(line())), PaperSize.A4),
    (contract(), PaperSize.A4),
    (receipt(), PaperSize.A5),
    (receipt(), PaperSize.FORM_93),
    (receipt(), PaperSize.FORM_140),
)
