"""The day that was probably meant by what is no day as files write it."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kehoach.words import Text

_ORDERS = (  # how a day is written, and the places of day, month and year in it
    (re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)"), (1, 2, 3)),
    (re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)"), (3, 2, 1)),
    (re.compile(r"(\d{1,2})\s*tháng\s*(\d{1,2})[\s,]*(?:năm)?\s*(\d{4})"), (1, 2, 3)),
    (re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)"), (3, 2, 1)),
    (re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d\d)(?!\d)"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[\s-]([a-z]{3,9})[\s,-]+(\d{4})"), (1, 2, 3)),
    (re.compile(r"([a-z]{3,9})\s(\d{1,2})[\s,]+(\d{4})"), (2, 1, 3)),
)
_MONTH = re.compile(r"(?:(?:tháng )?(\d{1,2})\s*[-/.]\s*(\d{4})|(\d{4})\s*[-/.]\s*(\d{1,2}))")
_DAY_ONLY = re.compile(r"(?:ngày )?(\d{1,2})\s*(?:[-/.]|tháng)\s*(\d{1,2})")
_SERIAL = re.compile(r"[34567]\d{4}")
_EXCEL = date(1899, 12, 30)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = re.compile(r"\d+[a-zđ]?\s*/\s*[^\W\d_][\w-]*")
_TWELVE = 12
_OF_MONTH = Text("một ngày của tháng đó, như {day}", "a day of that month, such as {day}")
_TO_THE_END = Text("ngày ghi trên văn bản; tháng đó chỉ đến {day}",
                   "the day on the document; that month ends on {day}")  # fmt: skip
_EITHER = Text("{first} hoặc {second}", "{first} or {second}")
_A_NUMBER = Text("“number: {number}”, còn ở “date” là ngày của văn bản",
                 "“number: {number}”, and the day of the document under “date”")  # fmt: skip


class Suggestion(NamedTuple):
    """What was probably meant; ``certain`` where it can be nothing else."""

    words: str | Text
    certain: bool = False


def suggested_day(words: str, year: int | None) -> Suggestion | None:
    """Return the day, from the order in which Vietnamese write it or another; in small letters.

    ``year`` is that of the file, for what names none.
    """
    days = list(dict.fromkeys(_days(words)))
    if len(days) == 1:
        return days[0]
    if days:
        first, second, *_ = (each.words for each in days)
        return Suggestion(_EITHER.filled(first=first, second=second))
    return _other(words, year)


def _other(words: str, year: int | None) -> Suggestion | None:
    """Return what may be meant by a month, a number of Excel's, a day without its year."""
    if match := _MONTH.fullmatch(words):
        month, of = int(match[1] or match[4]), int(match[2] or match[3])
        if 1 <= month <= _TWELVE:
            return Suggestion(_OF_MONTH.filled(day=_last(of, month)))
    if _SERIAL.fullmatch(words):
        return Suggestion((_EXCEL + timedelta(days=int(words))).isoformat())
    if (match := _DAY_ONLY.fullmatch(words)) and year:
        return _day(int(match[1]), int(match[2]), year, sure=False)
    if match := _NUMBER.match(words):
        return Suggestion(_A_NUMBER.filled(number=match[0].upper()))
    return None


def _days(words: str) -> Iterator[Suggestion]:
    """Yield each day that stands in some words, all written in one order."""
    for pattern, places in _ORDERS:
        if found := [*pattern.finditer(words)]:
            days = (_written(match, places, whole=match[0] == words) for match in found)
            yield from filter(None, days)
            return


def _written(
    match: re.Match[str], places: tuple[int, int, int], *, whole: bool
) -> Suggestion | None:
    """Return a day whose day, month and year stand in some places."""
    day, month, year = (match[place] for place in places)
    named = month[:3] in _NAMES
    if not (named or month.isdigit()):
        return None
    number = _NAMES.index(month[:3]) + 1 if named else int(month)
    long = len(year) > 2  # noqa: PLR2004 - "26" may be another century
    said = "tháng" in match[0]
    return _day(
        int(day), number, int(year) if long else 2000 + int(year),
        sure=(whole or said) and long, named=named or said or places[0] == 3,  # noqa: PLR2004 - the year first
    )  # fmt: skip


def _day(day: int, month: int, year: int, *, sure: bool, named: bool = False) -> Suggestion | None:
    """Return a day; for one that its month does not have, until when that month goes."""
    if month > _TWELVE >= day:
        day, month, sure = month, day, False
    if not 1 <= month <= _TWELVE or not 1 <= day <= 31 or year < 1900:  # noqa: PLR2004 - as calendars are
        return None
    last = monthrange(year, month)[1]
    if day > last:
        return Suggestion(_TO_THE_END.filled(day=_last(year, month)))
    certain = sure and (named or day > _TWELVE or day == month)
    return Suggestion(date(year, month, day).isoformat(), certain)


def _last(year: int, month: int) -> str:
    return date(year, month, monthrange(year, month)[1]).isoformat()
