"""The key that was meant by one in Vietnamese, by another word, or by one that stands elsewhere."""

from collections.abc import Collection
from typing import Any

from kehoach.words.nearness import toneless
from kehoach.words.yaml_words import inline

_CALLED = {
    "schema": "luoc do",
    "plan": "ke hoach, so ke hoach, plan id",
    "agency": "co quan, don vi, ma co quan, ten co quan, unit, organization, organisation",
    "sample": "mau, du lieu mau",
    "draft": "ban thao, nhap, du thao",
    "document": "van ban, cong van, tai lieu, doc",
    "number": "so, so van ban, so ky hieu, so hieu, no, num, so cong van",
    "date": "ngay, ngay thang, ngay ban hanh, ngay ky, ngay van ban, day",
    "title": "ten, tieu de, trich yeu, ten van ban, name, subject",
    "signer": "nguoi ky, ky ten, signed by, signature",
    "reports": "bao cao, cac bao cao, report",
    "tasks": "nhiem vu, cac nhiem vu, cong viec, task, viec",
    "item": "muc, so muc, dau muc, items, id, nhiem vu so, ma muc",
    "period": "ky, ky bao cao, nam, quy, thang, year, quarter, month",
    "nil": "khong phat sinh, khong co, none, nothing, empty",
    "note": "ghi chu, chu thich, notes, comment, remark, noi dung, remarks, comments",
    "status": "trang thai, tinh trang, tinh hinh, ket qua, state, progress, tien do",
    "started": "bat dau, ngay bat dau, start, begin, started on, start date",
    "completed": "hoan thanh, ngay hoan thanh, ngay xong, completed on, completed date, finished, done",
    "percent": "ty le, phan tram, percentage",
    "quantity": "so luong, khoi luong, amount, count, qty",
    "evidence": "minh chung, chung cu, bang chung, tai lieu chung minh, proof, evidences",
    "reason": "ly do, nguyen nhan, why, cause",
    "expected": "du kien, ngay du kien, du kien hoan thanh, expected date, eta",
    "received": "ngay nhan, ngay den, ngay tiep nhan, received on",
    "due": "han, thoi han, ngay den han, gia han den, deadline, due date",
    "agencies": "cac co quan, cac don vi, don vi, co quan",
    "from": "tu, tu ngay, start, begin",
    "until": "den, den ngay, to, end",
    "by": "nguoi nhan, nguoi ghi",
    "kind": "loai",
    "reply_by": "han tra loi, ngay tra loi, tra loi truoc ngay",
    "about": "ve viec, cac muc",
    "reminders": "nhac viec, nhac",
    "ignore": "bo qua",
    "severity": "muc do",
    "rule": "ma phat hien, quy tac, code",
    "receipts": "so van ban den, ngay nhan",
    "events": "su kien",
    "extensions": "gia han",
    "waivers": "mien",
    "returns": "tra lai",
    "pauses": "tam dung",
    "text": "noi dung",
    "name": "ten, ten goi",
    "lead": "chu tri",
    "coordinate": "phoi hop",
    "implement": "thuc hien",
    "deadline": "han, thoi han",
    "plus": "within, sau, trong vong, trong thoi han, after",
}
_ELSEWHERE = {  # a key one level too high or too deep, by a key that may stand here, and how it is written
    "number": (("document", "{{{said}}}"), ("evidence", "[{{{said}}}]")),
    "date": (("document", "{{{said}}}"), ("evidence", "[{{{said}}}]")),
    "signer": (("document", "{{{said}}}"),),
    "title": (("evidence", "[{{{said}}}]"), ("document", "{{{said}}}")),
    "item": (("reports", "[{{{said}}}]"),),
    "period": (("reports", "[{{item: …, {said}}}]"),),
    "status": (("tasks", "[{{item: …, {said}}}]"),),
    "completed": (("tasks", "[{{item: …, status: done, {said}}}]"),),
    "evidence": (("tasks", "[{{item: …, status: done, {said}}}]"),),
    "quantity": (("tasks", "[{{item: …, status: done, {said}}}]"),),
}


def meant_key(key: str, keys: Collection[str]) -> str | None:
    """Return the key, of those that may stand in a place, that goes by another name."""
    name = toneless(key)
    called = (each for each in keys if name in (toneless(each), *_CALLED.get(each, "").split(", ")))
    return next(called, None)


def meant_line(key: str, value: Any, keys: Collection[str], near: str | None) -> str | None:
    """Return the line to type; ``near`` is the key that differs in a letter or two."""
    if meant := meant_key(key, keys):
        return f"{meant}: {inline(value)}"
    said = meant_key(key, _ELSEWHERE) or key
    for above, form in _ELSEWHERE.get(said, ()):
        if above in keys:
            return f"{above}: {form.format(said=f'{said}: {inline(value)}')}"
    return f"{near}: {inline(value)}" if near else None
