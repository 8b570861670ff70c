"""Limits with days or spans turned into rules that are due once, and these in words again."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial, reduce

from kehoach.model.deadlines.one_off import BeforeDay, ByDay, Within
from kehoach.periods import DAY, Span, parse_span
from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.weekdays import names_the_weekday_of, refuse_another_weekday
from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import (
    Day,
    Days,
    Limit,
    Opening,
    PeriodDay,
    Stretch,
    When,
)
from kehoach.wordings.grammar.ranges import OPEN_END
from kehoach.wordings.time_words import is_day, is_range, refuse, span_words
from kehoach.wordings.writing import INCLUSIVE, Events, clock_words, worded

NO_YEAR = about(": không nêu năm", " names no year")
NO_MONTH = about(": không rõ ngày của tháng nào", ": a day of which month")
TWO_DAYS = about(": các ngày không khớp nhau", ": the days do not agree")
_NO_DAY = about(": có giờ mà không rõ ngày", ": a time of no certain day")
_MIDNIGHT = about(": giờ không có trong ngày", ": no such time of day")
_ENDING = ("before", "by", "until")
_DAY_MINUTES = 24 * 60
_CLOCK = range(1, _DAY_MINUTES + 1)


def one_off(clause: Clause) -> Iterator[Form]:
    """Yield the rules of limits that are due once.

    Raises:
        Doubtful: a year is missing, or two limits do not agree.
    """
    clause = clause.limited(_midnight)
    limit = _narrowest(clause)
    refuse_another_weekday(clause, (limit,))
    clock = clock_of(clause)
    if limit.opening:
        yield _opening(limit.opening)
    for when in limit.when:
        form = _once(clause, limit, when, timed=clock is not None)
        yield {**form, **time_of(clock)}


def _opening(opening: Opening) -> Form:
    """Return the rule of a beginning before which nothing may be done."""
    first = opening.when
    name = first.iso if isinstance(first, Day) else first.name
    return {"start": {"from": name, **time_of(opening.clock)}}


def _midnight(limit: Limit) -> Limit:
    """Return "trước 0 giờ ngày 01/7/2026" as the day that ends then (Civil Code 2015, Art. 148.6)."""
    if limit.clock != 0 or limit.side not in _ENDING:
        return limit
    days = [each for each in limit.when if isinstance(each, Day) and each.year]
    if not days or len(days) < len(limit.when):
        return limit
    return limit._replace(side=None, when=tuple(map(_eve, days)), clock=None)


def _eve(day: Day) -> Day:
    before = parse_span(day.iso).first - DAY
    return Day(before.day, before.month, before.year)


def clock_of(clause: Clause) -> int | None:
    """Return the clock time in minutes.

    Raises:
        Doubtful: there are two, no day has it, or it is not said of which day it is.
    """
    apart = any(limit.clock is not None for limit in clause.limits if not limit.when)
    before = any(limit.side == "before" for limit in clause.dated if limit.clock is None)
    # "trước ngày" is the day before: of which of the two is the clock
    clause.refuse(apart and before, _NO_DAY)
    clocks = {limit.clock for limit in clause.limits if limit.clock is not None}
    clause.refuse(len(clocks) > 1 or any(clock not in _CLOCK for clock in clocks), _MIDNIGHT)
    return next(iter(clocks), None)


def refuse_a_lost_clock(clause: Clause, forms: Sequence[Form]) -> None:
    """Refuse a clause whose time of day is in none of its rules: "khi có yêu cầu, trước 9 giờ".

    Raises:
        Doubtful: it is so.
    """
    clocked = any(limit.clock and limit.clock != _DAY_MINUTES for limit in clause.limits)
    clause.refuse(clocked and "time" not in str(forms), _NO_DAY)


def time_of(clock: int | None) -> dict[str, object]:
    """Return a rule's time of day; 24:00 is the day's end, which every day has."""
    if not clock or clock == _DAY_MINUTES:
        return {}
    hour, minute = divmod(clock, 60)
    return {"time": f"{hour:02}:{minute:02}"}


def _once(clause: Clause, limit: Limit, when: When, *, timed: bool) -> Form:
    match when:
        case Day(year=int()):
            return _by_day(limit, when, timed=timed)
        case Stretch(year=int()):
            return _by_span(clause, limit, when, timed=timed)
        case Days(Day(year=int()) as first, last):
            return {"within": f"{first.iso}..{last.iso}"}
        case PeriodDay(unit="day"):
            raise clause.doubt(NO_MONTH)
        case _:
            raise clause.doubt(NO_YEAR)


def _by_day(limit: Limit, day: Day, *, timed: bool) -> Form:
    """Return the rule of a day; with a clock time, "trước 17 giờ ngày" is on that day."""
    if limit.side != "before" or timed:
        return {"by": day.iso, **({"roll": day.roll} if day.roll else {})}
    return {"before": day.iso, **inclusive(limit)}


def inclusive(limit: Limit) -> dict[str, object]:
    """Return what "kể cả ngày đó" adds to a rule."""
    return {"inclusive": "true"} if limit.inclusive else {}


def _by_span(clause: Clause, limit: Limit, span: Stretch, *, timed: bool) -> Form:
    clause.refuse(timed, _MIDNIGHT)
    if limit.side == "before":
        return {"before": span.name.partition("..")[0]}
    return {"by" if limit.side in ("by", "until") else "within": span.name}


def _narrowest(clause: Clause) -> Limit:
    """Return the one limit that all of a clause's come down to: "Quý II/2026 (trước ngày 15/6)".

    Raises:
        Doubtful: one does not lie within the other.
    """
    limits = clause.dated
    clause.refuse(not limits, _NO_DAY)
    clause.refuse(any(limit.side == "from" for limit in limits), OPEN_END)
    return reduce(partial(within, clause), limits)


def within(clause: Clause, left: Limit, right: Limit) -> Limit:
    """Return the narrower of two limits, its years taken from the wider where it has none.

    Raises:
        Doubtful: neither lies within the other.
    """
    spans = all(isinstance(each, Stretch) for each in left.when)
    wide, narrow = (left, right) if spans else (right, left)
    if len(wide.when) != 1 or not isinstance(wide.when[0], Stretch):
        return _same_day(clause, wide, narrow)
    outer = wide.when[0]
    # "trước năm 2027" holds no day that is before it, and "đến năm 2030" is no day's year
    ends = (
        wide.side in ("until", "by") and outer.unit == "year" and not all(map(_year, narrow.when))
    )
    clause.refuse(wide.side == "before" or ends, TWO_DAYS)
    inner = tuple(given_year(_given_month(each, outer), outer.year) for each in narrow.when)
    outer_year = outer._replace(year=outer.year or _year(inner[0]))
    certain = not _of_several_years(outer) or all(map(_year, narrow.when))
    clause.refuse(not certain or not _lies_in(outer_year, inner), TWO_DAYS)
    return narrow._replace(when=inner)


def _same_day(clause: Clause, left: Limit, right: Limit) -> Limit:
    """Return one of two limits that say the same.

    Raises:
        Doubtful: they do not.
    """
    weekday = names_the_weekday_of(right, left)
    clause.refuse(left != right and not weekday and not names_the_weekday_of(left, right), TWO_DAYS)
    return right if weekday else left


def _lies_in(outer: Stretch, inner: tuple[When, ...]) -> bool:
    around, *spans = map(span_of, (outer, *inner))
    return around is not None and all(
        span is not None and around.first <= span.first and span.end <= around.end for span in spans
    )


def _of_several_years(outer: Stretch) -> bool:
    """Say whether a day without a year would not know which: "trước 30/11 các năm 2026, 2027"."""
    years = (outer.last_year or outer.year) != outer.year
    return years or (outer.unit == "year" and outer.first != outer.last)


def _given_month(when: When, around: Stretch) -> When:
    """Give a day alone the month around it: "Tháng 6/2026 (trước ngày 20)"."""
    if isinstance(when, PeriodDay) and when.unit == "day" and around.unit == "month":
        return Day(int(str(when.point["day"])), around.first)
    return when


def given_year(when: When, year: int | None) -> When:
    """Give a day or span without a year this one."""
    if isinstance(when, Days):
        first, last = (day._replace(year=day.year or year) for day in when)
        return Days(first, last)
    if isinstance(when, Day | Stretch) and when.year is None:
        return when._replace(year=year)
    return when


def in_year(limit: Limit, year: int) -> Limit:
    """Give those of a limit's days and spans that have no year this one."""
    return limit._replace(when=tuple(given_year(when, year) for when in limit.when))


def _year(when: When) -> int | None:
    return when.year if isinstance(when, Day | Stretch) else None


def span_of(when: When) -> Span | None:
    """Return the span of a day, days or a stretch whose year is named, if it is in the calendar."""
    with suppress(ValueError):  # 29/02, of a common year that was named elsewhere
        match when:
            case Stretch(year=int()):
                return parse_span(when.name)
            case Day(year=int()):
                return parse_span(when.iso)
            case Days(Day(year=int()) as first, last):
                return parse_span(f"{first.iso}..{last.iso}")
    return None


@worded.register
def _said_by_day(rule: ByDay, _events: Events) -> str:
    lead = clock_words(rule)
    refuse(lead and not is_day(rule.by), "a time of a span")
    return f"{lead or 'chậm nhất '}{span_words(rule.by)}"


@worded.register
def _said_before_day(rule: BeforeDay, _events: Events) -> str:
    refuse(rule.inclusive is False or is_range(rule.before), "before a range")
    return f"trước {span_words(rule.before)}" + INCLUSIVE * bool(rule.inclusive)


@worded.register
def _said_within(rule: Within, _events: Events) -> str:
    refuse(is_day(rule.within), "within a day")
    if rule.time:
        refuse(rule.time == "00:00", "midnight")
        hour, minute = rule.time.split(":")
        first, last = rule.within.first, rule.within.last
        return f"từ ngày {first:%d/%m/%Y} đến {hour} giờ {minute} ngày {last:%d/%m/%Y}"
    return "trong " * (not is_range(rule.within)) + span_words(rule.within)
