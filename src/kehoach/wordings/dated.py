"""Limits with days or spans turned into rules: due once, or once a period."""

from collections.abc import Iterator
from datetime import date

from kehoach.periods import Span, parse_span
from kehoach.wordings.clauses import Clause
from kehoach.wordings.lexicon import WEEKDAYS
from kehoach.wordings.moments import Day, Doubtful, Form, Inner, Limit, Moment, Stretch
from kehoach.wordings.stretches import name
from kehoach.words import Text

NO_YEAR = Text("“{words}”: không nêu năm", "“{words}” names no year")
NO_MONTH = Text("“{words}”: không rõ ngày của tháng nào", "“{words}”: a day of which month")
TWO_DAYS = Text("“{words}”: các ngày không khớp nhau", "“{words}”: the days do not agree")
_NO_DAY = Text("“{words}”: có giờ mà không rõ ngày", "“{words}”: a time of no certain day")
_MIDNIGHT = Text("“{words}”: giờ không có trong ngày", "“{words}”: no such time of day")
_OPEN = Text(
    "“{words}” chỉ nói từ khi nào, không nói đến khi nào",
    "“{words}” says only from when, and not until when",
)
_DAY_MINUTES = 24 * 60


def doubt(clause: Clause, why: Text) -> Doubtful:
    """Return the doubt about a whole clause."""
    return Doubtful(clause.first, clause.end, why)


def iso(day: Day) -> str:
    """Return a dated day as files write it."""
    return f"{day.year}-{day.month:02}-{day.day:02}"


def one_off(clause: Clause) -> Iterator[Form]:
    """Yield the rules of limits that are due once.

    Raises:
        Doubtful: a year is missing, or two limits do not agree.
    """
    limit = _narrowest(clause)
    time = clock(clause)
    for moment in limit.moments:
        yield {**_one_off(clause, limit, moment, timed=bool(time)), **time}


def clock(clause: Clause) -> dict[str, str]:
    """Return the clock time; 24:00 is the day's end, which every day has."""
    if any(_of_the_day_before(limit, clause) for limit in clause.dated):
        raise doubt(clause, _NO_DAY)
    times = {limit.time for limit in clause.limits if limit.time is not None}
    if not times:
        return {}
    minutes = times.pop()
    if times or not 0 < minutes <= _DAY_MINUTES:
        raise doubt(clause, _MIDNIGHT)
    hour, minute = divmod(minutes, 60)
    return {"time": f"{hour:02}:{minute:02}"} if minutes < _DAY_MINUTES else {"time": ""}


def _of_the_day_before(limit: Limit, clause: Clause) -> bool:
    """Say whether a clock time stands apart from "trước ngày": of which day is it."""
    apart = any(each.time is not None and not each.moments for each in clause.limits)
    return apart and limit.side == "before" and limit.time is None


def _one_off(clause: Clause, limit: Limit, moment: Moment, *, timed: bool) -> Form:
    before = limit.side == "before"
    match moment:
        case Day(year=int()):
            if before and not timed:
                mark = {"inclusive": "true"} if limit.inclusive else {}
                return {"before": iso(moment), **mark}
            return {"by": iso(moment)}
        case Stretch(year=int()):
            if timed:
                raise doubt(clause, _MIDNIGHT)
            if before:
                return {"before": name(moment).partition("..")[0]}
            return {"by" if limit.side in ("by", "until") else "within": name(moment)}
        case Inner(unit="span"):
            first, last = moment.point["from"], moment.point["to"]
            if isinstance(first, Day) and isinstance(last, Day) and iso(first) <= iso(last):
                return {"within": f"{iso(first)}..{iso(last)}"}
            raise doubt(clause, TWO_DAYS)
        case Inner(unit="day"):
            raise doubt(clause, NO_MONTH)
        case _:
            raise doubt(clause, NO_YEAR)


def _narrowest(clause: Clause) -> Limit:
    """Return the one limit that all of a clause's come down to: "Quý II/2026 (trước ngày 15/6)".

    Raises:
        Doubtful: one does not lie within the other.
    """
    limits = clause.dated
    if not limits:
        raise doubt(clause, _NO_DAY)
    if any(limit.side == "from" for limit in limits):
        raise doubt(clause, _OPEN)
    found = limits[0]
    for limit in limits[1:]:
        found = within(clause, found, limit)
    return found


def within(clause: Clause, wide: Limit, narrow: Limit) -> Limit:
    """Return the narrower of two limits, its years taken from the wider where it has none."""
    if not all(isinstance(each, Stretch) for each in wide.moments):
        wide, narrow = narrow, wide
    if len(wide.moments) != 1 or not isinstance(wide.moments[0], Stretch):
        if wide == narrow or _on_that_weekday(wide, narrow):
            return wide
        if _on_that_weekday(narrow, wide):
            return narrow
        raise doubt(clause, TWO_DAYS)
    outer = wide.moments[0]
    if _of_several_years(outer) and not all(map(_year, narrow.moments)):
        raise doubt(clause, TWO_DAYS)
    inner = tuple(given_year(_given_month(each, outer), outer.year) for each in narrow.moments)
    outer = outer._replace(year=outer.year or _year(inner[0]))
    try:
        spans = [_span(each) for each in (outer, *inner)]
    except ValueError:  # 29/02 in a common year
        raise doubt(clause, TWO_DAYS) from None
    around = spans[0]
    for span in spans[1:]:
        if (
            around is None
            or span is None
            or not (around.first <= span.first < span.end <= around.end)
        ):
            raise doubt(clause, TWO_DAYS)
    return narrow._replace(moments=inner)


def _of_several_years(outer: Stretch) -> bool:
    """Say whether a day without a year would not know which: "trước 30/11 các năm 2026, 2027"."""
    years = (outer.last_year or outer.year) != outer.year
    return years or (outer.unit == "year" and outer.first != outer.last)


def _on_that_weekday(limit: Limit, other: Limit) -> bool:
    """Say whether the other limit only names the weekday of the day: "20/11/2026 (thứ Sáu)"."""
    if len(limit.moments) + len(other.moments) != 1 + 1 or other.side is not None:
        return False
    day, weekday = limit.moments[0], other.moments[0]
    if not (isinstance(day, Day) and day.year and isinstance(weekday, Inner)):
        return False
    number = date(day.year, day.month, day.day).weekday()
    return weekday.point == {"weekday": WEEKDAYS[number]}


def _given_month(moment: Moment, around: Stretch) -> Moment:
    """Give a day alone the month around it: "Tháng 6/2026 (trước ngày 20)"."""
    if isinstance(moment, Inner) and moment.unit == "day" and around.unit == "month":
        return Day(int(str(moment.point["day"])), around.first)
    return moment


def given_year(moment: Moment, year: int | None) -> Moment:
    """Give a day or span without a year this one."""
    if isinstance(moment, Day | Stretch) and moment.year is None:
        return moment._replace(year=year)
    return moment


def _year(moment: Moment) -> int | None:
    return moment.year if isinstance(moment, Day | Stretch) else None


def _span(moment: Moment) -> Span | None:
    if isinstance(moment, Stretch) and moment.year:
        return parse_span(name(moment))
    return parse_span(iso(moment)) if isinstance(moment, Day) and moment.year else None
