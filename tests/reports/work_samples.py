"""Dispatch sheets and extra-work approvals to test the papers with; store, people and numbers are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from models.service.reception_papers import EstimateLine, OrderHead
from models.service.work_papers import DispatchedLine, DispatchedPerson, ExtraWorkPaper, WorkDispatchPaper
from tests.reports.samples import STORE

HEAD = OrderHead(
    store=STORE,
    number="WX-2026-0388",
    customer="黄丽娟",
    phone="138 1234 5678",
    plate="岚A·62K18",
    vehicle="澜川 L3 2023",
    vin="LYH7V2A58TA000777",
    mileage=40_268,
    advisor="许念安",
    received_at=datetime(2026, 3, 12, 9, 5),
    promised_at=datetime(2026, 3, 12, 16, 30),
)
PEOPLE = (
    DispatchedPerson(
        "田吉昌",
        (
            DispatchedLine("60,000 km 常规保养", "保养", 150, "工位 3", "注意放油螺栓", ("机油 0W-20 4L × 1 桶",)),
            DispatchedLine("更换前制动片", "底盘与制动", 100, "工位 3", "", ("前制动片套装 × 1 套", "清洗剂 × 2 罐")),
        ),
    ),
    DispatchedPerson("罗启明", (DispatchedLine("空调滤芯", "保养", 30, "工位 1", "", ()),)),
)
DISCS = (
    EstimateLine("labour", "更换制动盘（前）", "", "", 120, 22_000, 0, 26_400, ""),
    EstimateLine("part", "前制动盘", "43512-OK", "只", 200, 56_200, 0, 112_400, ""),
)


def dispatch(**values: Any) -> WorkDispatchPaper:
    """A dispatch sheet."""
    head = replace(HEAD, phone="")
    whole = {"head": head, "number": HEAD.number, "complaint": "高速刹车时方向盘抖，上周开始。", "road_test": True}
    return WorkDispatchPaper(**{**whole, "people": PEOPLE, **values})


def extra(**values: Any) -> ExtraWorkPaper:
    """An extra-work approval that the customer has agreed to on the phone."""
    whole: dict[str, Any] = {
        "head": HEAD,
        "number": "WX-2026-0388-1",
        "found": "前制动盘磨损见底，左侧有裂纹",
        "found_by": "田吉昌",
        "found_at": datetime(2026, 3, 12, 11, 20),
        "safety": True,
        "lines": DISCS,
        "refused": (),
        "amount": 138_800,
        "authorised": 140_800,
        "total": 279_600,
        "promised_at": datetime(2026, 3, 12, 17, 10),
        "state": "Agreed",
        "consent": "Told on the phone",
        "name": "黄丽娟",
        "said": "同意更换，五点来取",
        "answered_at": datetime(2026, 3, 12, 11, 40),
        "answered_to": "许念安",
        "signature": b"",
    }
    return ExtraWorkPaper(**{**whole, **values})
