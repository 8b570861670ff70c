"""What was probably meant by a value that does not fit: offered to be pasted, never assumed."""

import re
from collections.abc import Mapping
from typing import Any

from kehoach.reading.suggesting.suggested_days import Suggestion, suggested_day
from kehoach.reading.suggesting.suggested_periods import suggested_period
from kehoach.reading.suggesting.suggested_shapes import (
    suggested_id,
    suggested_item,
    suggested_list,
    suggested_mapping,
    suggested_rule,
    suggested_words,
)
from kehoach.reading.suggesting.suggested_statuses import denies, suggested_status
from kehoach.reading.suggesting.suggested_times import TIMES, suggested_deadline, suggested_time

_FLAGS = {
    "true": "true, yes, có, 1, x, đúng, on, y, không phát sinh",
    "false": "false, no, không, 0, sai, off, n",
}
_DONE = ["xong", "đã xong", "hoàn thành", "đã hoàn thành", "done", "hoàn tất", "đã hoàn tất"]
_CALLED = {  # values that a key may have, by what people call them
    "done": "x, v, ✓, ✔, ☑, true, yes, có, rồi, xong rồi, đã làm, làm xong, đã làm xong, đã thực hiện, "
    "ok, đạt, 100%, 100, finished, finish, complete, completed",
    "in_progress": "đang, đang làm, đang thực hiện, đang triển khai, đang xử lý, đang tiến hành, tiếp tục, "
    "chưa xong, chưa hoàn thành, thường xuyên, inprogress, doing, ongoing, started",
    "not_started": "chưa, chưa làm, chưa thực hiện, chưa triển khai, chưa bắt đầu, không, false, no, 0, "
    "0%, todo, to do, notstarted",
    "task": "nhiệm vụ, công việc, việc",
    "report": "báo cáo",
    "required": "bắt buộc, phải làm",
    "requested": "đề nghị, không bắt buộc",
    "exclusive": "không kể ngày đó, không tính ngày đó",
    "inclusive": "kể cả ngày đó, tính cả ngày đó",
    "next": "sau, ngày sau, ngày làm việc tiếp theo",
    "previous": "trước, ngày trước, ngày làm việc trước",
    "none": "không, giữ nguyên, không dời",
    "monday": "thứ hai, thứ 2, t2",
    "tuesday": "thứ ba, thứ 3, t3",
    "wednesday": "thứ tư, thứ 4, t4",
    "thursday": "thứ năm, thứ 5, t5",
    "friday": "thứ sáu, thứ 6, t6",
    "saturday": "thứ bảy, thứ 7, t7",
    "sunday": "chủ nhật, cn",
    "error": "lỗi",
    "warning": "cảnh báo",
    "notice": "lưu ý, thông báo",
    "paper": "giấy, bản giấy",
    "xlsx": "excel, bảng tính",
}
_NUMBERS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_CURLY = re.compile(r"^[“”„‟«»″‘’‚‛\"']+|[“”„‟«»″‘’‚‛\"']+$")
_END = re.compile(r"[\s.,;]+$")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s]\d{3}){1,2}")
_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0+)?\s*(?:%|\D.*)?")
_ALL = 100  # percent
_SHARE = re.compile(r"0[.,](\d\d?)")
# Signs of a value: what is longer is no slip, and patterns would take minutes to look through it.
_LONGEST = 300


def offered(value: str, expected: str) -> str | None:
    """Return the one value that was probably meant."""
    found = suggested(value, expected)
    return found.words if found and isinstance(found.words, str) else None


def suggested(
    value: Any, expected: str, key: str = "", year: int | None = None
) -> Suggestion | None:
    """Return a value that fits and says the same; ``None`` where nobody can tell.

    ``expected`` is the name of what was expected (``day``, ``period`` …) or the values allowed, ``year``
    the year that the file speaks of.
    """
    if expected in ("list", "mapping"):
        return (suggested_list if expected == "list" else suggested_mapping)(key, value)
    if expected in ("words", "deadline"):
        return (suggested_words if expected == "words" else suggested_deadline)(value)
    if isinstance(value, list) and len(value) == 1:
        return suggested(value[0], expected, key, year) or Suggestion(str(value[0]))
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return _of_words(value.strip(), expected, year)


def _of_words(value: str, expected: str, year: int | None) -> Suggestion | None:
    bare = _END.sub("", _CURLY.sub("", value))
    words = bare.casefold()
    if expected in ("day", "period"):
        return (suggested_day if expected == "day" else suggested_period)(words, year)
    if expected in TIMES:
        return suggested_time(words, expected)
    if expected in _NAMES:
        return _NAMES[expected](bare)
    if expected in ("count", "percent"):
        return _number(words, expected)
    if expected in ("flag", "true"):
        flag = _said(words, _FLAGS)
        return Suggestion(flag, words == flag) if flag else None
    return _allowed(words, expected.split(" | "))


def _said(words: str, called: Mapping[str, str]) -> str | None:
    return next((value for value, names in called.items() if words in names.split(", ")), None)


def _number(words: str, expected: str) -> Suggestion | None:
    """Return a whole number in digits; none where more than the whole is said to be done."""
    digits = _digits(words, expected)
    if digits is None or (expected == "percent" and int(digits) > _ALL):
        return None
    return Suggestion(digits)


def _digits(words: str, expected: str) -> str | None:
    if words in _NUMBERS:
        return str(_NUMBERS.index(words))
    if expected == "percent" and (match := _SHARE.fullmatch(words)):
        return str(int(match[1].ljust(2, "0")))
    if match := _THOUSANDS.fullmatch(words):
        return re.sub(r"\D", "", match[0])
    match = _WHOLE.fullmatch(words)
    return str(int(match[1])) if match else None


def _time(words: str) -> Suggestion | None:
    """Return a time of day, which Vietnamese write with an "h" or "giờ"."""
    match = re.fullmatch(
        r"(\d{1,2})\s*(?:h|g|giờ|:|\.)\s*(\d{1,2})?\s*(?:phút)?", words, re.IGNORECASE
    )
    return Suggestion(f"{int(match[1]):02}:{int(match[2] or 0):02}") if match else None


_NAMES = {"id": suggested_id, "item": suggested_item, "rule": suggested_rule, "time": _time}


def _allowed(words: str, allowed: list[str]) -> Suggestion | None:
    """Return the one of some values that was meant."""
    if len(allowed) < 2:  # noqa: PLR2004 - one value is no choice
        return None
    spelt = re.sub(r"[\s-]+", "_", words)  # "Done", "In progress"
    if "done" in allowed and words in _DONE:
        return Suggestion("done", certain=True)
    if spelt in allowed:
        return Suggestion(spelt, certain=True)
    if called := _said(words, {each: _CALLED.get(each, "") for each in allowed}):
        return Suggestion(called)
    if "done" in allowed and (status := suggested_status(words)):
        return Suggestion(status)
    from difflib import get_close_matches  # noqa: PLC0415 - for a slip only

    like = [each for each in allowed if each.startswith("not_")] if denies(words) else allowed
    near = get_close_matches(spelt, like, n=1)
    return Suggestion(near[0]) if near else None
