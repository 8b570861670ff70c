"""Spans of days and the periods that tile them.

A span is half-open: its first day belongs to it, its end does not, so that neighbouring spans
neither overlap nor leave a gap. Everything here is calendar arithmetic; "quý" is the calendar
quarter by universal practice (the Civil Code does not define it).
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple, NewType

from kehoach.words import period_names

DAY = timedelta(days=1)
PeriodName = NewType("PeriodName", str)
ONCE, START = PeriodName(period_names.ONCE), PeriodName(period_names.START)

_MONTHS = {
    "month": 1, "quarter": 3, "half-year": 6, "first-half": 6, "nine-months": 9, "year": 12,
}  # fmt: skip
_NINE = 9
_ONCE_A_YEAR = ("first-half", "nine-months")  # the year's first months, and then nothing
RHYTHM = re.compile(
    r"(?:([1-9]\d?) )?(day|working day|week|month|quarter|half-year|first-half|nine-months|year)s?",
    re.ASCII,
)
_NAMES = {
    unit: re.compile(pattern, re.ASCII)  # the figures of files are 0 to 9
    for unit, pattern in {
        "day": r"(\d{4})-(\d\d)-(\d\d)",
        "week": r"(\d{4})-W(\d\d)",
        "month": r"(\d{4})-(\d\d)",
        "quarter": r"(\d{4})-Q([1-4])",
        "half-year": r"(\d{4})-H([12])",
        "nine-months": r"(\d{4})-9M",
        "year": r"(\d{4})",
    }.items()
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from ``first`` (inclusive) up to ``end`` (exclusive)."""

    first: date
    end: date

    def __post_init__(self) -> None:
        """Refuse an empty span: there is no such period.

        Raises:
            ValueError: ``end`` is not after ``first``.
        """
        if self.end <= self.first:
            raise ValueError(f"a span ends after it begins: {self.first}..{self.end}")

    @property
    def last(self) -> date:
        """The last day (inclusive)."""
        return self.end - DAY

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a day."""
        return self.first < other.end and other.first < self.end


def is_start(period: PeriodName) -> bool:
    """Say whether a period is called as those of beginnings are: by one of several, by its day."""
    return period.startswith(START)


class PeriodKind(Enum):
    """How a period came to be: it recurs, it is a one-off's, or a day tells it from others."""

    RECURRING = "recurring"
    WORKING_DAY = "working day"
    ONCE = "once"
    DAY = "day"


class Period(NamedTuple):
    """A named span: ``2025``, ``2025-H1``, ``2025-Q3``, ``2025-06``, ``once``."""

    name: PeriodName
    span: Span
    kind: PeriodKind = PeriodKind.RECURRING

    @property
    def recurs(self) -> bool:
        """Whether it is one of a rhythm's; else it stands by itself: once, or a day's."""
        return self.kind in (PeriodKind.RECURRING, PeriodKind.WORKING_DAY)

    @classmethod
    def once(cls, span: Span) -> "Period":
        """Return the period of a one-off, open over a span."""
        return cls(ONCE, span, PeriodKind.ONCE)

    @classmethod
    def start(cls, span: Span) -> "Period":
        """Return the period of a beginning, beside which the same item may have its end."""
        return cls(START, span, PeriodKind.ONCE)

    def told_by(self, day: date) -> "Period":
        """Return the same days under the name of one of them, that of a request or a due day."""
        start = f"{START}-" if self.name == START else ""
        return self._replace(name=PeriodName(f"{start}{day}"), kind=PeriodKind.DAY)


class Every(NamedTuple):
    """How often something recurs: ``number`` units, e.g. 5 years; or each working day."""

    unit: str
    number: int = 1

    @property
    def months(self) -> int:
        """The number of months in it; 1 for days and weeks, which lie in a month."""
        return _MONTHS.get(self.unit, 1) * self.number

    def __str__(self) -> str:
        return self.unit if self.number == 1 else f"{self.number} {self.unit}s"


def shift_months(day: date, months: int) -> date:
    """Return the same day number ``months`` later, or that month's last day where there is none.

    Civil Code 2015, Art. 148.3: a term in months ends on the corresponding day of the last month;
    where that month has no such day, on its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """Return the last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def parse_every(text: str) -> Every:
    """Read a rhythm: ``year``, ``half-year``, ``5 years``, ``working day``.

    Raises:
        ValueError: the words name no such rhythm; only days, weeks, months and years are counted.
    """
    match = RHYTHM.fullmatch(text)
    if match is None or (match[1] and match[2] not in ("day", "week", "month", "year")):
        raise ValueError(text)
    return Every(match[2], int(match[1] or 1))


def parse_span(text: str) -> Span:
    """Read a span as plans write it: ``2021``, ``2021-09``, ``2026-Q3..2027``, ``2021-07-01``.

    Raises:
        ValueError: not a span, or its end comes before its beginning.
    """
    first, dots, last = text.partition("..")
    if ".." in last:
        raise ValueError(text)
    return Span(period_named(first).span.first, period_named(last if dots else first).span.end)


def period_named(name: str) -> Period:
    """Return the period that has this name.

    Raises:
        ValueError: no period is called so (``once`` has no span of its own).
    """
    if ".." in name:
        return Period(PeriodName(name), parse_span(name))
    for unit, pattern in _NAMES.items():
        if match := pattern.fullmatch(name):
            return Period(PeriodName(name), _span_of(unit, [int(part) for part in match.groups()]))
    raise ValueError(name)


def _span_of(unit: str, numbers: list[int]) -> Span:
    """Return the span of a unit from the numbers in its name."""
    year, index = numbers[0], (numbers[1] if len(numbers) > 1 else 1)
    if unit == "day":
        return _span_from(date(*numbers), unit)
    if unit == "week":
        return _span_from(date.fromisocalendar(year, index, 1), unit)
    return _span_from(date(year, 1 + (index - 1) * _MONTHS[unit], 1), unit)


def _span_from(first: date, unit: str, count: int = 1) -> Span:
    """Return the span of ``count`` units that begins on ``first``."""
    if unit in ("day", "week"):
        length = timedelta(days=count * (7 if unit == "week" else 1))
        if date.max - first < length:
            raise ValueError(f"no day comes after {first} and {length.days} days")
        return Span(first, first + length)
    return Span(first, shift_months(first, count * _MONTHS[unit]))


def periods(every: Every, within: Span, anchor: date | None = None) -> Iterator[Period]:
    """Yield, in order, the periods of this rhythm that share a day with ``within``.

    One-unit periods are those of the calendar; longer ones (five years) are counted from
    ``anchor`` (default: the first day of ``within``), each from the anchor so that none drifts.
    """
    start = _aligned(within.first if every.number == 1 else anchor or within.first, every.unit)
    step = 0
    while (span := _nth(start, every, step)).first < within.end:
        if span.overlaps(within):
            yield Period(_name(span, every), span)
        step += 1


def _aligned(day: date, unit: str) -> date:
    """Return the first day of the calendar unit that ``day`` lies in."""
    if unit == "day":
        return day
    if unit == "week":
        return day - timedelta(days=day.weekday())
    months = 12 if unit in _ONCE_A_YEAR else _MONTHS[unit]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _nth(start: date, every: Every, index: int) -> Span:
    """Return the span that lies ``index`` steps after the one beginning at ``start``."""
    if every.unit in ("day", "week"):
        days = (7 if every.unit == "week" else 1) * every.number
        return _span_from(start + timedelta(days=index * days), every.unit, every.number)
    months = 12 if every.unit in _ONCE_A_YEAR else _MONTHS[every.unit]
    return _span_from(shift_months(start, index * months * every.number), every.unit, every.number)


def _name(span: Span, every: Every) -> PeriodName:
    """Return the name by which files call this span."""
    if every.number > 1:
        ends = (
            _span_from(_aligned(day, every.unit), every.unit) for day in (span.first, span.last)
        )
        return PeriodName("..".join(_name(each, Every(every.unit)) for each in ends))
    year, month = span.first.year, span.first.month
    if every.unit == "week":
        iso = span.first.isocalendar()
        return PeriodName(f"{iso.year:04}-W{iso.week:02}")
    names = {
        "day": span.first.isoformat(),
        "month": f"{year:04}-{month:02}",
        "quarter": f"{year:04}-Q{(month + 2) // 3}",
        "half-year": f"{year:04}-H{1 if month == 1 else 2}",
        "first-half": f"{year:04}-H1",
        "nine-months": f"{year:04}-9M",
        "year": f"{year:04}",
    }
    return PeriodName(names[every.unit])


def data_window(period: Period) -> Span | None:
    """Return the days whose data a periodic report covers by Decree 09/2019/NĐ-CP, Art. 12.

    Month: 15th of the month before to the 14th; quarter: 15th of the month before the quarter to
    the 14th of its last month; half-year, nine months and year: 15 December to 14 June, September
    and December. ``None`` for a period the article does not name.
    """
    span = period.span
    months = (span.end.year - span.first.year) * 12 + span.end.month - span.first.month
    whole = span.first.day == span.end.day == 1 and months in _MONTHS.values()
    # The article knows parts of the calendar's years; the nine months begin as the year does.
    if not whole or (span.first.month - 1) % (12 if months == _NINE else months):
        return None
    return Span(shift_months(span.first, -1).replace(day=15), span.last.replace(day=15))
