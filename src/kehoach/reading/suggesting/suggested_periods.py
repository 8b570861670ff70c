"""The period that was probably meant by what files do not call it."""

import re
from collections.abc import Callable
from unicodedata import normalize

from kehoach.reading.suggesting.suggested_days import Suggestion
from kehoach.words import Text

_YEAR = r"(?P<year>20\d\d)"
_BETWEEN = r"(?:\s*(?:năm|[-/.,])?\s*)"
_NUMBER = r"(?P<number>[1-9]\d?|i{1,3}|iv)"
_HALF = r"(?P<number>đầu|cuối|1|2|i{1,2})?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _quarter(number: str) -> str:
    return f"Q{_ROMAN.get(number) or int(number)}"


def _month(number: str) -> str:
    return f"{_ROMAN.get(number) or int(number):02}"


def _half(number: str) -> str:
    return "H2" if number in ("cuối", "2", "ii") else "H1"


def _nine(_: str) -> str:
    return "9M"


_KINDS: tuple[tuple[str, Callable[[str], str], int], ...] = (
    (rf"(?:6t|6 tháng|sáu tháng|nửa)\s*{_HALF}", _half, 2),
    (rf"h\s*{_HALF}", _half, 2),
    (r"(?:9m|9t|9 tháng|chín tháng)(?P<number> đầu)?", _nine, 1),
    (rf"(?:quý|quí|q)\s*{_NUMBER}", _quarter, 4),
    (rf"(?:tháng|t|m)\s*{_NUMBER}", _month, 12),
)
_ONCE = ("một lần", "1 lần", "01 lần", "lần", "one time", "once")
_PLAIN_YEAR = re.compile(r"(?:năm|cả năm|year)?\s*(20\d\d|\d\d)\.?")
_YEARS = re.compile(r"(?:năm\s*)?(20\d\d)\s*(?:[-–—]|đến|tới|to)\s*(20\d\d)")
_WEEK = re.compile(r"(20\d\d)-?w(\d\d)")
_MONTH_OF_YEAR = re.compile(
    r"(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>20\d\d)|(?P<of>20\d\d)\s*[-/.]\s*(?P<then>\d{1,2})"
)
_ONE_OF = Text("{some} hoặc {last}", "{some} or {last}")
_TWELVE = 12


def suggested_period(words: str, year: int | None) -> Suggestion | None:
    """Return a period by the name that files write: ``năm 2026``, ``quý I/2026``, ``2026-6T``.

    "6 tháng" without more are the first six: those of a half-yearly report. ``year`` is that of the
    file, for what names none.
    """
    words = normalize("NFKC", words)  # full-width digits, as some keyboards have them
    if words.rstrip(".") in _ONCE:
        return Suggestion("once")
    if match := _YEARS.fullmatch(words):
        return Suggestion(f"{match[1]}..{match[2]}")
    if match := _WEEK.fullmatch(words):
        return Suggestion(f"{match[1]}-W{match[2]}")
    if match := _PLAIN_YEAR.fullmatch(words):
        return Suggestion(match[1] if len(match[1]) > 2 else f"20{match[1]}")  # noqa: PLR2004 - 26: 2026
    if match := _MONTH_OF_YEAR.fullmatch(words):
        month = int(match["month"] or match["then"])
        return _part(match["year"] or match["of"], f"{month:02}", month, _TWELVE)
    return _of_a_year(words, year)


def _of_a_year(words: str, year: int | None) -> Suggestion | None:
    """Return a part of a year, which stands before it, behind it, or nowhere."""
    for kind, name, most in _KINDS:
        for pattern in (rf"{kind}{_BETWEEN}{_YEAR}\.?", rf"{_YEAR}{_BETWEEN}{kind}\.?", kind):
            match = re.fullmatch(pattern, words)
            of = match.groupdict().get("year") or year if match else None
            if match and of:
                number = match["number"] or ""
                there = _ROMAN.get(number) or (int(number) if number.isdigit() else 1)
                return _part(str(of), name(number), there, most)
    return None


def _part(year: str, name: str, number: int, most: int) -> Suggestion:
    """Return a part of a year; where the year has no such part, those that it has."""
    if 1 <= number <= most:
        return Suggestion(f"{year}-{name}")
    digits = 1 if name[0].isalpha() else 2
    letter = name[:1] if digits == 1 else ""
    every = [f"{year}-{letter}{each:0{digits}}" for each in range(1, most + 1)]
    return Suggestion(_ONE_OF.filled(some=", ".join(every[:-1]), last=every[-1]))
