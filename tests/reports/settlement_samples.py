"""Settlements to test the papers with; store, people and numbers are invented."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from models.sales.papers import PaymentMethod
from models.service.settlement_papers import (
    AskedExtra,
    FreeLine,
    GatePassPaper,
    PutOffLine,
    ReceivedPart,
    SettledLine,
    SettlementPaper,
    WorkReceiptPaper,
)
from tests.reports.samples import STORE


def line(name: str, beside: str, quantity: int, price: int, discount: int = 0, unit: str = "") -> SettledLine:
    full = (price * quantity + 50) // 100
    return SettledLine(name, beside, quantity, unit, price, discount, full - discount)


LABOUR = (
    line("40,000 km 定期保养，全车检查 42 项", "田吉昌", 120, 22_000),
    line("更换左右前制动片、前制动盘，路试合格", "田吉昌", 200, 22_000, 4_400),
    line("四轮定位，方向盘抖动已消除", "罗启明", 100, 22_000),
    line("更换空调滤芯", "田吉昌", 20, 22_000, 4_400),
)
PARTS = (
    line("全合成机油 0W-20", "LC-OIL-0W20-4L", 100, 36_800, 0, "桶"),
    line("机油滤清器", "LC-15601-L3", 100, 4_800, 0, "个"),
    line("放油螺栓垫片", "LC-90430-12", 100, 600, 0, "个"),
    line("前制动片", "LC-04465-L3F", 100, 52_000, 5_200, "副"),
    line("前制动盘", "LC-43512-L3F", 200, 46_000, 9_200, "片"),
    line("制动清洗剂", "LC-CLN-500", 100, 3_500, 0, "瓶"),
    line("空调滤芯", "LC-87139-L3", 100, 9_800, 0, "个"),
)
FREE = (
    FreeLine("工时费", "更换右前轮速传感器，清除 ABS 故障码", "", 60, "h", 13_200, "厂家质保"),
    FreeLine("零件费", "轮速传感器", "LC-89542-L3R", 100, "个", 28_600, "厂家质保"),
)
PUT_OFF = (
    PutOffLine("右后轮胎侧壁裂纹，客户暂不更换", "请于 500 km 内处理", 0, True, True),
    PutOffLine("后制动片余 4 mm", "预计 5,000 km 内更换", 62_000, False, False),
    PutOffLine("雨刮片老化", "下次保养时更换", 0, False, False),
)
EXTRAS = (AskedExtra("四轮定位", 22_000, datetime(2026, 3, 12, 11, 20), "许念安", "199 0000 0322"),)


def settlement(
    labour: tuple[SettledLine, ...] = LABOUR, parts: tuple[SettledLine, ...] = PARTS, **changes: Any
) -> SettlementPaper:
    whole = changes.get("whole_discount", 0)
    labour_sum = sum(each.amount + each.discount for each in labour)
    parts_sum = sum(each.amount + each.discount for each in parts)
    discount = sum(each.discount for each in (*labour, *parts)) + whole
    total = labour_sum + parts_sum - discount + changes.get("rounding", 0)
    facts = {
        **{"store": STORE, "number": "JS-2026-0388", "settled_on": date(2026, 3, 12), "customer": "葉靜宜 女士"},
        **{"phone": "199 0000 0322", "plate": "岚A·62K18", "vehicle": "澜川 L3 2023 款 1.5L"},
        **{"vin": "LYH5L1B31PA018846", "place": "", "order_number": "WX-2026-0388", "mileage": 40_268},
        **{"received_at": datetime(2026, 3, 12, 9, 10), "ready_at": datetime(2026, 3, 12, 16, 45)},
        **{"promised_at": datetime(2026, 3, 12, 17, 30), "advisor": "许念安", "checker": "严可期"},
        "done_words": "40,000 km 定期保养；更换前制动片和前制动盘并路试；四轮定位后方向盘不再抖动；更换空调滤芯。",
        **{"labour": labour, "parts": parts, "other": (), "free": FREE, "labour_sum": labour_sum},
        **{"parts_sum": parts_sum, "other_sum": 0, "discount": discount, "whole_discount": 0, "rounding": 0},
        **{"free_sum": 41_800, "total": total, "first_authorised": total - 22_000, "authorised": total},
        **{"put_off": PUT_OFF, "extras": EXTRAS, "next_service": "50,000 km 或 2026-09-12"},
        **{"warranties": ("更换前制动片 12 个月 / 20,000 km",), "old_parts": "已向客户展示，店内处理"},
        "received": (ReceivedPart("SJ-2026-000311", "微信支付", total),),
        **{"cashier": "方若云", "paid_at": datetime(2026, 3, 12, 17, 2), "gate_pass": "CM-2026-0041"},
    }
    return SettlementPaper(**{**facts, **changes})  # type: ignore[arg-type]


def long(count: int) -> SettlementPaper:
    """One with as many lines, half of them labour."""
    labour = tuple(line(f"维修项目第 {number} 项", "田吉昌", 50, 22_000 + number) for number in range(count // 2))
    parts = tuple(line(f"零件第 {number} 号", f"LC-{number:05}", 100, 1_234, 0, "个") for number in range(count // 2))
    return settlement(labour, parts)


def gate_pass(**changes: Any) -> GatePassPaper:
    facts = {
        **{"store": STORE, "number": "CM-2026-0041", "issued_at": datetime(2026, 3, 12, 17, 5), "issued_by": "许念安"},
        **{"order_number": "WX-2026-0388", "settlement_number": "JS-2026-0388", "customer": "葉靜宜 女士"},
        **{"plate": "岚A·62K18", "vehicle": "澜川 L3 2023 款 1.5L", "vin": "LYH5L1B31PA018846", "advisor": "许念安"},
        **{"key_tag": "17", "total": 273_100, "paid": 273_100, "still_open": 0, "overruled": ""},
    }
    return GatePassPaper(**{**facts, **changes})  # type: ignore[arg-type]


def receipt(**changes: Any) -> WorkReceiptPaper:
    facts = {
        **{"store": STORE, "number": "SJ-2026-000311", "received_on": date(2026, 3, 12), "payer": "葉靜宜"},
        **{"payer_phone": "199 0000 0322", "contract_number": "WX-2026-0388", "reason": "结算单 JS-2026-0388"},
        **{"amount": 273_100, "method": PaymentMethod.WECHAT, "reference": "", "contract_total": 273_100},
        **{"paid_so_far": 273_100, "still_open": 0, "cashier": "方若云", "consultant": "许念安", "reverses": ""},
    }
    return WorkReceiptPaper(**{**facts, **changes})  # type: ignore[arg-type]
