"""Papers of a delivery to test with; people and numbers are invented."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PIL import Image, ImageDraw

from models.delivery.papers import (
    CheckLine,
    ChecklistPaper,
    CheckSection,
    ConfirmationPaper,
    DefectLine,
    DefectsPaper,
    DeliveryHead,
    DispatchPaper,
    GoodsLine,
    RunLine,
    RunPaper,
    WarrantyLine,
)
from tests.reports.samples import LONG_NAME, LONG_NOTE, STORE

HEAD = DeliveryHead(
    store=STORE,
    number="JC-2026-0081",
    name="新车交车",
    customer="欧阳䶮、葉靜宜",
    phone="199 0000 0321",
    contract_number="HT-2026-0093",
    starts_at=datetime(2026, 3, 18, 10, 0),
    minutes=60,
    bay="交车区 2 号",
    place="",
    consultant="林知遥",
    advisor="许念安",
)
_WORDS = {
    "交车前一日": (
        "电话确认交车时间 告知所需证件：身份证、付款凭证 告知流程约一小时 合同、费用清单、确认表备齐 "
        "随车工具与资料光盘备齐 门口欢迎牌已摆放"
    ),
    "车辆": (
        "交付前检查（PDI）合格 外观清洁，无划痕 内饰清洁，保护膜已除 发动机舱清洁，油液正常 "
        "车架号与合同、合格证一致 发动机号与合格证一致 里程表读数 油量 随车工具、补胎工具、脚垫 "
        "临时号牌已安装"
    ),
    "接待": "门口迎接 引座，奉茶 说明接下来一小时的安排",
    "文件与款项": (
        "合同及补充协议 机动车销售统一发票 合格证、一致性证书 保险单（交强险、商业险） "
        "登记证书、行驶证 三包凭证、保养手册 车钥匙 费用清单已说明，款项结清 家存、车存资料分装"
    ),
    "讲解": "车辆操作讲解 使用注意事项 质保政策与保养计划 保险与出险流程 首次保养时间与里程",
    "交接": (
        "客户验车，无异议 确认表签字 交车仪式与合影 介绍服务顾问 参观维修车间 "
        "三张名片：顾问、经理、服务 门店联系方式置于约定位置"
    ),
    "交车后": "满意度问卷 送别 平安到家电话 感谢信（总经理署名） 服务顾问满意度回访",
}
_EVIDENCE = {"里程表读数": "12 km", "油量": "3/8", "车钥匙": "2 把", "确认表签字": "签字", "介绍服务顾问": "许念安"}


def sections() -> tuple[CheckSection, ...]:
    """The new car's checklist, all done but what comes after the hand-over."""
    found, number = [], 0
    for title, words in _WORDS.items():
        lines = []
        for wording in words.split(" "):
            number += 1
            lines.append(_line(number, title, wording))
        found.append(CheckSection(title, "", tuple(lines)))
    return tuple(found)


def _line(number: int, title: str, wording: str) -> CheckLine:
    mark = "open" if title == "交车后" else "done"
    said = _EVIDENCE.get(wording, "")
    if wording.startswith("登记证书"):
        mark, said = "not_applicable", "正式登记约于 03-25 办结，届时通知客户领取"
    required = wording not in ("送别", "引座，奉茶", "参观维修车间")
    return CheckLine(number, wording, "销售顾问", required, mark, said, "林知遥", datetime(2026, 3, 18, 10, 20))


GOODS = (
    GoodsLine("澜川 V7 2026 款 1.5T 臻享版", "远山青 / 深灰内饰", 100, "台", "LYH7V2A58TA000317"),
    GoodsLine("隔热膜（前挡 + 侧后挡）", "质保 8 年", 100, "套", ""),
    GoodsLine("全包围脚垫", "", 100, "套", ""),
)
DEFECTS = (
    DefectLine(1, "主卧", "飘窗石材有一处裂纹，长约 12 cm", date(2026, 4, 2), "方若云", None, ""),
    DefectLine(2, "厨房", "吊柜门缝不匀", date(2026, 3, 25), "林知遥", date(2026, 3, 24), "已调平，业主确认"),
)


def signature() -> bytes:
    """A signature as it is drawn on the screen."""
    image = Image.new("RGBA", (360, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).line([(20, 90), (90, 20), (130, 100), (200, 30), (330, 80)], (16, 24, 40, 255), 6)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def dispatch(**changes: Any) -> DispatchPaper:
    paper = DispatchPaper(
        head=HEAD,
        number="FX-2026-0042",
        goods=GOODS,
        total=186_800_00,
        received=186_800_00,
        owed=0,
        overruled=0,
        overruled_because="",
        asked_by="林知遥",
        asked_at=datetime(2026, 3, 17, 16, 20),
        approved_by="方若云",
        approved_at=datetime(2026, 3, 17, 17, 5),
    )
    return replace(paper, **changes)


def checklist(**changes: Any) -> ChecklistPaper:
    return replace(
        ChecklistPaper(HEAD, GOODS, "身份证、驾驶证、定金收据，并备好余款；约需一小时。", sections()), **changes
    )


def confirmation(**changes: Any) -> ConfirmationPaper:
    paper = ConfirmationPaper(
        head=HEAD,
        goods=GOODS,
        readings=(("里程表读数", "12"), ("车钥匙", "2")),
        received=tuple(line.wording for line in sections()[3].lines),
        warranty=(WarrantyLine("整车", 36, date(2029, 3, 18)), WarrantyLine("动力电池", 96, date(2034, 3, 18))),
        defects=(),
        handed_over_at=datetime(2026, 3, 18, 10, 52),
        handed_over_by="林知遥",
        signed_by="欧阳䶮",
        signature=signature(),
    )
    return replace(paper, **changes)


def defects(**changes: Any) -> DefectsPaper:
    return replace(DefectsPaper(replace(HEAD, name="竣工验收"), DEFECTS), **changes)


def run_sheet(count: int = 6) -> RunPaper:
    rows = [
        RunLine(datetime(2026, 3, 18, 6 + place // 12, place % 12 * 5), "新娘化妆、更衣", "陈妆", "13900000001")
        for place in range(count)
    ]
    return RunPaper(replace(HEAD, name="婚礼当日"), tuple(rows))


LONG_HEAD = replace(
    HEAD,
    store=STORE.__class__(LONG_NAME),
    customer=LONG_NAME,
    bay=LONG_NAME[:40],
    place=LONG_NAME,
    consultant=LONG_NAME,
    advisor=LONG_NAME,
)
_MANY = CheckSection(
    LONG_NAME,
    LONG_NAME,
    tuple(
        replace(
            _line(place, "", f"第{place}项 {LONG_NOTE[: place % 60 + 8]}"), mark="not_applicable", found=f"原因{place}"
        )
        for place in range(1, 201)
    ),
)
HARDEST = {
    "dispatch": dispatch(
        head=LONG_HEAD, goods=tuple(replace(GOODS[0], name=f"{place} {LONG_NAME}") for place in range(1, 41))
    ),
    "checklist": checklist(head=LONG_HEAD, sections=(_MANY,)),
    "confirmation": confirmation(
        head=LONG_HEAD,
        readings=tuple((f"{place} {LONG_NAME}", LONG_NAME) for place in range(31)),
        defects=tuple(replace(DEFECTS[0], what=f"{place} {LONG_NAME}") for place in range(20)),
    ),
    "defects": defects(
        head=LONG_HEAD,
        lines=tuple(replace(DEFECTS[1], number=n, what=LONG_NAME, staff=LONG_NAME) for n in range(1, 201)),
    ),
    "run": replace(run_sheet(200), head=LONG_HEAD),
}
