"""Clauses that recur turned into rules: a rhythm, and its days."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from kehoach.wordings.clauses import Clause
from kehoach.wordings.dated import (
    NO_MONTH,
    NO_YEAR,
    TWO_DAYS,
    clock,
    doubt,
    given_year,
    iso,
    within,
)
from kehoach.wordings.moments import LEAP_YEAR, Day, Form, Inner, Limit, Moment, Stretch
from kehoach.wordings.stretches import name
from kehoach.words import Text

_DATED_RHYTHM = Text(
    "“{words}”: việc định kỳ mà ngày lại ghi năm", "“{words}” recurs, and yet its day has a year"
)
_OTHER_PERIOD = Text(
    "“{words}”: ngày không thuộc kỳ được nêu", "“{words}”: the day is not one of that period"
)
_OTHER_HALF = Text(
    "“{words}”: chỉ nêu ngày của một trong hai kỳ 6 tháng",
    "“{words}” names the day of one of the two half-years only",
)
_TWO_RHYTHMS = Text("“{words}”: hai nhịp khác nhau", "“{words}”: two different rhythms")
_NO_BOUND = Text(
    "“{words}”: không rõ từ khi nào đến khi nào", "“{words}”: from when until when is not clear"
)
_MONTHS = 12
_MONTHS_OF = {
    "month": 1, "quarter": 3, "first-half": 6, "half-year": 6, "nine-months": 9, "year": 12,
}  # fmt: skip
_LAST_MONTH_OF_FIRST_HALF_REPORT = 8


def recurring(clause: Clause, *, yearly: bool) -> Iterator[Form]:
    """Yield the rules of a rhythm and its days.

    Raises:
        Doubtful: the days are not of its periods, or do not suffice.
    """
    every = _every(clause)
    frame: dict[str, object] = {}
    limits: list[Limit] = []
    for limit in clause.dated:
        if _bounding(limit):
            frame |= bounds(clause, limit)
        else:
            limits.append(limit)
        if _shorter(limit, every):
            raise doubt(clause, _OTHER_PERIOD)
    time = clock(clause)
    if not limits:
        yield {"every": every or "", **frame, **time}
        return
    limit = limits[0]
    for other in limits[1:]:
        limit = _refined(clause, limit, other)
    for rule in _pointed(clause, every, limit, yearly=yearly, timed=bool(time)):
        yield {**rule, **frame, **time}


def _every(clause: Clause) -> str | None:
    """Return the one rhythm of a clause: "báo cáo 6 tháng hằng năm" is half-yearly, each year.

    Raises:
        Doubtful: two that do not go together.
    """
    said = list(dict.fromkeys(rhythm.every for rhythm in clause.rhythms))
    if len(said) > 1 and said[-1] == "year":
        said.pop()
    elif len(said) > 1 and said[0] == "year":
        said.pop(0)
    if len(said) > 1:
        raise doubt(clause, _TWO_RHYTHMS)
    return said[0] if said else None


def _bounding(limit: Limit) -> bool:
    """Say whether a limit says over which years a rhythm runs."""
    moment = limit.moments[0]
    dated = isinstance(moment, Day | Stretch) and moment.year is not None
    if limit.side in ("from", "until"):
        return dated
    return dated and isinstance(moment, Stretch) and limit.side in ("within", None)


def _shorter(limit: Limit, every: str | None) -> bool:
    """Say whether the time given is a part of one period only: "báo cáo năm, tháng 12/2026"."""
    part = limit.moments[0]
    if limit.side not in ("within", None) or not isinstance(part, Stretch) or part.year is None:
        return False
    months = _MONTHS_OF[part.unit] * (part.last - part.first + 1)
    return part.last_unit is None and months < _MONTHS_OF.get(every or "", 0)


def bounds(clause: Clause, limit: Limit) -> dict[str, object]:
    """Return from when, until when something runs: "từ năm 2026 đến năm 2030", "đến 2030"."""
    moment = limit.moments[0]
    dated = isinstance(moment, Day | Stretch) and moment.year is not None
    if len(limit.moments) > 1 or not dated or limit.side not in ("from", "until", "within", None):
        raise doubt(clause, _NO_BOUND)
    if isinstance(moment, Day):
        text = iso(moment)
        return {"until" if limit.side == "until" else "from": text}
    if not isinstance(moment, Stretch):
        raise doubt(clause, _NO_BOUND)
    first, _, last = name(moment).partition("..")
    if limit.side == "until":
        return {"until": last or first}
    if limit.side == "from" and not last:
        return {"from": first}
    return {"from": first, "until": last or first}


def _refined(clause: Clause, wide: Limit, narrow: Limit) -> Limit:
    """Return the narrower of two limits without years: "Quý II hằng năm (trước ngày 15/6)"."""
    if not all(isinstance(each, Stretch) for each in wide.moments):
        wide, narrow = narrow, wide
    if any(isinstance(each, Inner) for each in wide.moments):
        raise doubt(clause, TWO_DAYS)
    found = within(
        clause,
        wide._replace(moments=tuple(given_year(each, LEAP_YEAR) for each in wide.moments)),
        narrow._replace(moments=tuple(given_year(each, LEAP_YEAR) for each in narrow.moments)),
    )
    return found._replace(moments=tuple(map(_yearless, found.moments)))


def _yearless(moment: Moment) -> Moment:
    """Take away the year that was lent for the comparison."""
    return moment._replace(year=None) if isinstance(moment, Day | Stretch) else moment


def _pointed(
    clause: Clause, every: str | None, limit: Limit, *, yearly: bool, timed: bool
) -> Iterator[Form]:
    """Yield the rule that has the limit's days as its points, or a rule for each day."""
    key = "before" if limit.side == "before" and not timed else "by"
    days = [_day_of(clause, each, limit) for each in limit.moments]
    if any(isinstance(each, Stretch) for each in limit.moments):
        key = "by"
    if limit.side == "from" or (limit.inclusive and key != "before"):
        raise doubt(clause, _OTHER_PERIOD)
    mark: dict[str, object] = {"inclusive": "true"} if limit.inclusive else {}
    if all(isinstance(each, Day) for each in days):
        for rhythm, points in _dates(
            clause, every, [d for d in days if isinstance(d, Day)], yearly
        ):
            yield {"every": rhythm, key: points[0] if len(points) == 1 else points, **mark}
        return
    for each in days:
        if not isinstance(each, Inner):
            raise doubt(clause, _OTHER_PERIOD)
        rhythm, point = _placed(clause, every, each)
        roll = {"roll": each.roll} if each.roll else {}
        yield {"every": rhythm, key: point, **mark, **roll}


def _day_of(clause: Clause, moment: Moment, limit: Limit) -> Day | Inner:
    """Return a span without a year as its last day, or as the last day before it."""
    if isinstance(moment, Day | Inner):
        if isinstance(moment, Day) and moment.year:
            raise doubt(clause, _DATED_RHYTHM)
        return moment
    if moment.year or moment.last_year:
        raise doubt(clause, _DATED_RHYTHM)
    size = _MONTHS_OF[moment.unit]
    month = (moment.first - 1) * size if limit.side == "before" else moment.last * size
    if not month:
        raise doubt(clause, _OTHER_PERIOD)
    return Day(monthrange(LEAP_YEAR, month)[1], month)


def _dates(
    clause: Clause, every: str | None, days: Sequence[Day], yearly: bool
) -> Iterator[tuple[str, list[str]]]:
    """Yield rhythms and the dates of the year that stand one for each of their periods."""
    points = [f"{day.month:02}-{day.day:02}" for day in days]
    if every is None:
        raise doubt(clause, NO_YEAR)
    if every == "half-year" and len(days) == 1:
        labelled = any(rhythm.every == "year" for rhythm in clause.rhythms)
        if not (yearly or labelled) or days[0].month > _LAST_MONTH_OF_FIRST_HALF_REPORT:
            raise doubt(clause, _OTHER_HALF)
        yield "first-half", points
    elif every == "year" or every.endswith(" years") or every in ("first-half", "nine-months"):
        if every == "year" and (rhythm := _one_each(days)):
            yield rhythm, points
        else:
            yield from ((every, [point]) for point in points)
    elif every in ("half-year", "quarter") and _one_each(days) == every:
        yield every, points
    else:
        raise doubt(clause, _OTHER_PERIOD)


def _one_each(days: Sequence[Day]) -> str | None:
    """Return the rhythm of which each period has one of these days, in order."""
    rhythm = {2: "half-year", 4: "quarter"}.get(len(days))
    if rhythm is None:
        return None
    turns = [(day.month - 1) * len(days) // _MONTHS for day in days]
    return rhythm if turns == list(range(len(days))) else None


def _placed(clause: Clause, every: str | None, inner: Inner) -> tuple[str, Form]:
    """Return the rhythm and the point of a day inside its period.

    Raises:
        Doubtful: it is a day of some other period than the rhythm's.
    """
    unit = inner.unit
    if unit == "day":
        if every != "month":
            raise doubt(clause, NO_MONTH)
        return "month", inner.point
    if unit == "span" or (unit == "term" and every is None):
        raise doubt(clause, _OTHER_PERIOD)
    if every is None:
        if not inner.repeats:
            raise doubt(clause, NO_YEAR)
        return unit, inner.point
    if unit in ("term", every) or (unit == "quarter" and every == "3 months"):
        return every, inner.point
    if unit == "year" and every.endswith(" years"):
        return every, inner.point
    if every == "year" and unit in ("quarter", "month", "half-year") and inner.repeats:
        return unit, inner.point  # "trước ngày 20 của tháng cuối quý hằng năm"
    raise doubt(clause, _OTHER_PERIOD)
