"""Clauses that recur turned into rules, and these in words again: a rhythm, its days, its years."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from functools import partial, reduce

from kehoach.model.deadlines.recurring import Recurring
from kehoach.model.fields import Length
from kehoach.wordings.clauses.bounding import bounding, further_bounds
from kehoach.wordings.clauses.clause import FOLLOWING, Clause
from kehoach.wordings.clauses.dated import (
    NO_MONTH,
    NO_YEAR,
    clock_of,
    in_year,
    inclusive,
    time_of,
    within,
)
from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import (
    LEAP_YEAR,
    MONTHS_IN,
    Day,
    Days,
    Limit,
    PeriodDay,
    Stretch,
    When,
)
from kehoach.wordings.time_words import length_words, points_words, refuse, rhythm_words
from kehoach.wordings.writing import INCLUSIVE, Events, bounds_words, clock_words, worded

_DATED_RHYTHM = about(": việc định kỳ mà ngày lại ghi năm", " recurs, and yet its day has a year")
_OTHER_PERIOD = about(": ngày không thuộc kỳ được nêu", ": the day is not one of that period")
_OTHER_HALF = about(
    ": chỉ nêu ngày của một trong hai kỳ 6 tháng",
    " names the day of one of the two half-years only",
)
_ONE_YEAR = about(": mỗi năm, mà chỉ trong một năm", " recurs yearly, and yet in one year only")
_TWO_RHYTHMS = about(": hai nhịp khác nhau", ": two different rhythms")
_MONTHS = 12
_ENDS = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half-year": "6 tháng",
    "nine-months": "9 tháng", "year": "năm",
}  # fmt: skip
_ONE_EACH = {2: "half-year", 4: "quarter"}
_ONCE_A_YEAR = ("year", "first-half", "nine-months")
_LAST_MONTH_OF_FIRST_HALF_REPORT = 8


def recurring(clause: Clause, *, yearly: bool) -> Iterator[Form]:
    """Yield the rules of a rhythm and its days.

    ``yearly``: the wording has a rhythm of years, be it in another clause.

    Raises:
        Doubtful: the days are not of its periods, or do not suffice.
    """
    every = _every(clause)
    clock = clock_of(clause)
    clause.refuse(any(limit.side == "from" and not limit.when for limit in clause.limits), NO_YEAR)
    frame = {**_running(clause, every), **time_of(clock)}
    limits = [limit for limit in clause.dated if not bounding(limit)]
    if not limits:
        yield {"every": every, **frame}
        return
    limit = reduce(partial(_refined, clause), limits)
    for rule in _pointed(clause, every, limit, yearly=yearly, timed=clock is not None):
        yield {**rule, **frame}


def _running(clause: Clause, every: str | None) -> Form:
    """Return where the years of a rhythm begin, and from when until when it runs.

    Raises:
        Doubtful: in one year only, though each year; or the time is a part of a period.
    """
    starting = next((rhythm.starting for rhythm in clause.rhythms if rhythm.starting), None)
    frame: dict[str, object] = {"starting": starting} if starting else {}
    for limit in clause.dated:
        frame |= further_bounds(clause, limit, frame) if bounding(limit) else {}
        clause.refuse(_shorter(limit, every), _OTHER_PERIOD)
    if clause.says(FOLLOWING):  # "năm 2026 và các năm tiếp theo"
        frame.pop("until", None)
    one = "until" in frame and frame.get("from") == frame["until"]
    clause.refuse(every == "year" and one, _ONE_YEAR)
    return frame


def _every(clause: Clause) -> str | None:
    """Return the one rhythm of a clause: "báo cáo 6 tháng hằng năm" is half-yearly, each year.

    Raises:
        Doubtful: two that do not go together.
    """
    said = list(dict.fromkeys(rhythm.every for rhythm in clause.rhythms))
    if len(said) > 1 and "year" in said:
        said.remove("year")
    clause.refuse(len(said) > 1, _TWO_RHYTHMS)
    return said[0] if said else None


def _shorter(limit: Limit, every: str | None) -> bool:
    """Say whether the time given is a part of one period only: "báo cáo năm, tháng 12/2026"."""
    part = limit.when[0]
    if limit.side not in ("within", None) or not isinstance(part, Stretch) or part.year is None:
        return False
    months = MONTHS_IN[part.unit] * (part.last - part.first + 1)
    return part.last_unit is None and every in MONTHS_IN and months < MONTHS_IN[every]


def _refined(clause: Clause, left: Limit, right: Limit) -> Limit:
    """Return the narrower of two limits without years: "Quý II hằng năm (trước ngày 15/6)".

    Raises:
        Doubtful: neither lies within the other.
    """
    clause.refuse(left.has_year or right.has_year, _DATED_RHYTHM)
    found = within(clause, _of_year(left), _of_year(right))
    return found._replace(when=tuple(map(_yearless, found.when)))


def _of_year(limit: Limit) -> Limit:
    """Lend a year for a comparison."""
    return in_year(limit, LEAP_YEAR)


def _yearless(when: When) -> When:
    """Take away the year that was lent for the comparison."""
    return when._replace(year=None) if isinstance(when, Day | Stretch) else when


def _pointed(
    clause: Clause, every: str | None, limit: Limit, *, yearly: bool, timed: bool
) -> Iterator[Form]:
    """Yield the rule that has the limit's days as its points, or a rule for each day."""
    spans = any(isinstance(each, Stretch) for each in limit.when)
    key = "before" if limit.side == "before" and not timed and not spans else "by"
    days = [_day_of(clause, each, limit) for each in limit.when]
    clause.refuse(limit.side == "from" or (limit.inclusive and key == "by"), _OTHER_PERIOD)
    for rhythm, point, rolled in _points(clause, every, days, yearly=yearly):
        yield {"every": rhythm, key: point, **inclusive(limit), **rolled}


def _points(
    clause: Clause, every: str | None, days: Sequence[Day | Days | PeriodDay], *, yearly: bool
) -> Iterator[tuple[str, object, Form]]:
    """Yield rhythms, the days in their periods, and what these say of days off."""
    dates = [day for day in days if isinstance(day, Day)]
    if len(dates) == len(days):
        roll = dates[0].roll
        clause.refuse(any(day.roll != roll for day in dates), _OTHER_PERIOD)
        rolled: Form = {"roll": roll} if roll else {}
        for rhythm, points in _dates(clause, every, dates, yearly=yearly):
            yield rhythm, points[0] if len(points) == 1 else points, rolled
        return
    for day in days:
        if not isinstance(day, PeriodDay):
            raise clause.doubt(_OTHER_PERIOD)
        yield _unit_of(clause, every, day), day.point, {"roll": day.roll} if day.roll else {}


def _day_of(clause: Clause, when: When, limit: Limit) -> Day | Days | PeriodDay:
    """Return a span without a year as its last day, or as the last day before it."""
    if isinstance(when, Days) and when.last.year is None:
        return when.last
    if isinstance(when, PeriodDay | Days):
        return when
    clause.refuse(when.year or (isinstance(when, Stretch) and when.last_year), _DATED_RHYTHM)
    if isinstance(when, Day):
        return when
    month = when.begin if limit.side == "before" else when.end  # from the year 0, which it has
    clause.refuse(not 1 <= month <= _MONTHS, _OTHER_PERIOD)
    return Day(monthrange(LEAP_YEAR, month)[1], month)


def _dates(
    clause: Clause, every: str | None, days: Sequence[Day], *, yearly: bool
) -> Iterator[tuple[str, list[str]]]:
    """Yield rhythms and the dates of the year that stand one for each of their periods."""
    points = [f"{day.month:02}-{day.day:02}" for day in days]
    one_each = _one_each(days)
    if every == "half-year" and len(days) == 1:
        _refuse_one_of_two(clause, days[0], yearly=yearly)
        yield "first-half", points
    elif one_each and every in ("year", one_each):
        yield one_each, points
    elif every and (every in _ONCE_A_YEAR or every.endswith(" years")):
        yield from ((every, [point]) for point in points)
    else:
        raise clause.doubt(_OTHER_PERIOD)


def _refuse_one_of_two(clause: Clause, day: Day, *, yearly: bool) -> None:
    """Refuse one day of a half-yearly report, unless another clause has that of the year.

    Raises:
        Doubtful: the other half-year has no day.
    """
    labelled = any(rhythm.every == "year" for rhythm in clause.rhythms)
    late = day.month > _LAST_MONTH_OF_FIRST_HALF_REPORT
    clause.refuse(late or not (yearly or labelled), _OTHER_HALF)


def _one_each(days: Sequence[Day]) -> str | None:
    """Return the rhythm of which each period has one of these days, in order."""
    turns = [(day.month - 1) * len(days) // _MONTHS for day in days]
    return _ONE_EACH.get(len(days)) if turns == list(range(len(days))) else None


def _unit_of(clause: Clause, every: str | None, inner: PeriodDay) -> str:
    """Return the rhythm of a day inside its period.

    Raises:
        Doubtful: it is a day of some other period than the rhythm's.
    """
    unit = inner.unit
    clause.refuse(unit == "day" and every != "month", NO_MONTH)
    if unit == "day":
        return "month"
    clause.refuse(every is None and not inner.repeats, NO_YEAR)
    if every is None:
        return unit
    clause.refuse(not _fits(inner, every), _OTHER_PERIOD)
    return unit if _is_finer(inner, every) else every


def _fits(inner: PeriodDay, every: str) -> bool:
    """Say whether a rhythm, by whatever name, has such periods or finer ones."""
    several_years = inner.unit == "year" and every.endswith(" years")
    months = inner.unit == "quarter" and every == "3 months"
    return inner.unit in ("term", every) or several_years or months or _is_finer(inner, every)


def _is_finer(inner: PeriodDay, every: str) -> bool:
    """Say whether a day recurs within a year: "trước ngày 20 của tháng cuối quý hằng năm"."""
    finer = every == "year" and inner.unit in ("quarter", "month", "half-year")
    return finer and inner.repeats


@worded.register
def _said_recurring(rule: Recurring, _events: Events) -> str:
    if rule.plus:
        return _counted_from_its_end(rule, rule.plus)
    limit, rhythm = _said_limit(rule), rhythm_words(rule.every, rule.starting)
    # A label stands before its day, all else behind it: "báo cáo 9 tháng trước ngày 15/9".
    labelled = limit and not rhythm.startswith("hằng")
    said = f"{rhythm}, {limit}" if labelled else f"{limit} {rhythm}"
    return said.strip() + bounds_words(rule)


def _said_limit(rule: Recurring) -> str:
    included = rule.before and rule.inclusive
    refuse(rule.inclusive is not None and not included, "not inclusive")
    refuse(rule.before and rule.time, "a time before a day")
    points = rule.before or rule.by
    if not points:
        return clock_words(rule).strip()
    lead = "trước " if rule.before else clock_words(rule) or "chậm nhất "
    return lead + points_words(points, rule.every) + INCLUSIVE * bool(included)


def _counted_from_its_end(rule: Recurring, length: Length) -> str:
    unworded = rule.every.number > 1 or rule.every.unit not in _ENDS
    refuse(
        unworded or rule.time or rule.since or rule.until or rule.starting,
        "a length from other periods' ends",
    )
    return f"{length_words(length)} kể từ ngày kết thúc {_ENDS[rule.every.unit]}"
