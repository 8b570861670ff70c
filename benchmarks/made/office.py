"""The office's files: plans with the words of the shipped one, agencies, decisions, the book."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from made.reports import number_of
from made.shape import FIRST_YEAR, RENEWED, Shape, filed_on, last_day, month_name

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "plan_06.yaml"
REPORT = "BC"
CONTINUOUS = 5  # one task of so many goes on all the time
BOOKED = 97  # one file of so many was entered in the registry book


def office_files(shape: Shape) -> Iterator[tuple[str, str]]:
    """Yield the path inside the data folder and the text of each file that is the office's own."""
    yield "agencies.yaml", _text(_agencies(shape))
    for number in range(shape.plans):
        yield f"plan_{plan_id(number)}.yaml", _text(_plan(shape, number))
    yield "decisions.yaml", _text(_decisions(shape))
    yield "receipts.yaml", _text(_book(shape))


def plan_id(number: int) -> str:
    """Return the id of a plan: ``07`` for the first."""
    return f"{number + 7:02}"


def items_of(shape: Shape) -> list[tuple[str, bool]]:
    """Return the tasks of a plan, without its report: id, and whether it goes on all the time."""
    return [(f"II.{each}", each % CONTINUOUS == 0) for each in range(1, shape.items)]


def _plan(shape: Shape, number: int) -> dict[str, Any]:
    shipped = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))["items"]
    until = f"{FIRST_YEAR + shape.years - 1}-12-31"
    report = _item(REPORT, "report", "Báo cáo tháng", "Báo cáo kết quả.", continuous=False)
    words = [(each["title"], each.get("text") or each["title"]) for each in shipped]
    tasks = [
        _item(item, "task", *words[place % len(words)], continuous=continuous)
        for place, (item, continuous) in enumerate(items_of(shape))
    ]
    return {
        "schema": "kehoach/plan@1",
        "id": plan_id(number),
        "title": f"Kế hoạch thứ {number + 1}, dựng để đo",
        "issuer": "van-phong",
        "period": {"from": f"{FIRST_YEAR}-01-01", "to": until},
        "policy": {"roll": "next", "reporting": REPORT},
        "items": [report, *tasks],
    }


def _item(item: str, kind: str, title: str, text: str, *, continuous: bool) -> dict[str, Any]:
    deadline: dict[str, Any] = {"continuous": "true"} if continuous else {"every": "month"}
    wording = "thường xuyên" if continuous else "hàng tháng"
    return {
        "id": item,
        "kind": kind,
        "title": title,
        "text": text,
        "implement": ["tat-ca"],
        "deadline": deadline,
        "wording": wording,
    }


def _agencies(shape: Shape) -> dict[str, Any]:
    half = shape.months // 2
    agencies: list[dict[str, Any]] = [{"id": "van-phong", "name": "Văn phòng"}]
    for place in range(shape.places):
        first, last = shape.agency(place, 0), shape.agency(place, shape.months)
        old: dict[str, Any] = {"id": first, "name": f"Cơ quan thứ {place}"}
        agencies.append(old)
        if first != last:
            old |= {"valid": {"to": last_day(half - 1).isoformat()}, "successors": [last]}
            begins = {"from": f"{month_name(half)}-01"}
            agencies.append({"id": last, "name": f"Cơ quan mới thứ {place}", "valid": begins})
    members = [each["id"] for each in agencies[1:]]
    group = {"id": "tat-ca", "name": "Tất cả cơ quan", "members": members}
    return {"schema": "kehoach/agencies@1", "agencies": agencies, "groups": [group]}


def _decisions(shape: Shape) -> dict[str, Any]:
    paper = {"number": "12/QĐ-UBND", "date": f"{FIRST_YEAR}-03-10"}
    what = {"plan": plan_id(0), "item": REPORT, "period": month_name(2)}
    first, second = shape.agency(0, 0), shape.agency(shape.places - 1, 0)
    extension = {**what, "agencies": [first], "due": f"{FIRST_YEAR}-04-20", "document": paper}
    reason = "Lũ lụt trên địa bàn."
    waiver = {**what, "agencies": [second], "reason": reason, "document": {**paper}}
    return {
        "schema": "kehoach/decisions@1",
        "extensions": [extension],
        "waivers": [waiver] if first != second else [],
    }


def _book(shape: Shape) -> dict[str, Any]:
    receipts = [
        {
            "agency": shape.agency(slot.place, slot.month),
            "received": filed_on(slot).isoformat(),
            "document": {"number": number_of(slot), "date": filed_on(slot).isoformat()},
        }
        for slot in shape.slots()
        if slot.index % BOOKED == RENEWED
    ]
    return {"schema": "kehoach/receipts@1", "receipts": receipts}


def _text(what: dict[str, Any]) -> str:
    return yaml.safe_dump(what, allow_unicode=True, sort_keys=False, width=100)
