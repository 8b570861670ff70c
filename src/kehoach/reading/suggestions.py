"""What was probably meant by a value that does not fit: offered to be pasted, never assumed."""

import re
from datetime import date

_DAY = re.compile(r"\D*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})\D*")
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR = re.compile(r"\D*(\d{4})\D*")
_NAMED = re.compile(r"(\d{4})[-/ ]?(h[12]|q[1-4]|9m)|(\d{4})-(w\d\d)")
_HALF = re.compile(r"(?:6t|6 tháng|sáu tháng)(?: (đầu|cuối))?(?: năm)?[-/ ]?(\d{4})")
_HALF_BEHIND = re.compile(r"(\d{4})[-/ ]?(?:6t|6 tháng)(?: (đầu|cuối))?(?: năm)?")
_FLAGS = {"yes": "true", "có": "true", "1": "true", "no": "false", "không": "false", "0": "false"}
_PROGRESS = {
    "xong": "done", "đã xong": "done", "hoàn thành": "done", "đã hoàn thành": "done",
    "đang làm": "in_progress", "đang thực hiện": "in_progress", "chưa": "not_started",
    "chưa làm": "not_started", "chưa thực hiện": "not_started",
}  # fmt: skip


def suggested(value: object, expected: str) -> str | None:
    """Return a value that fits and says the same; ``None`` where nobody can tell.

    ``expected`` is the name of what was expected (``day``, ``period`` …) or the values allowed.
    """
    if not isinstance(value, str):
        return None
    words = value.strip().casefold()
    if expected == "day":
        return _day(words)
    if expected == "flag":
        return _FLAGS.get(words, words if words in ("true", "false") else None)
    if expected == "period":
        return _period(words)
    allowed = expected.split(" | ")
    meant = _PROGRESS.get(words, re.sub(r"[\s-]+", "_", words))  # "Done", "In progress"
    return meant if len(allowed) > 1 and meant in allowed else None


def _period(words: str) -> str | None:
    """Return a period by the name that files write: ``năm 2026``, ``2026-h1``, ``2026-6T``.

    "6 tháng" without more are the first six: those of a half-yearly report.
    """
    if match := _NAMED.fullmatch(words):
        return f"{match[1] or match[3]}-{(match[2] or match[4]).upper()}"
    if match := _HALF.fullmatch(words):
        return f"{match[2]}-{'H2' if match[1] == 'cuối' else 'H1'}"
    if match := _HALF_BEHIND.fullmatch(words):
        return f"{match[1]}-{'H2' if match[2] == 'cuối' else 'H1'}"
    year = _YEAR.fullmatch(words)
    return year[1] if year and not re.search(r"tháng|quý|tuần", words) else None


def _day(words: str) -> str | None:
    """Return a day as ``YYYY-MM-DD``, from the order in which Vietnamese write it or a loose one."""
    if match := _DAY.fullmatch(words):
        day, month, year = match.groups()
    elif match := _LOOSE.fullmatch(words):
        year, month, day = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
