"""From one day or hour to another: "từ 01/3 đến 17 giờ ngày 30/6/2026", "bắt đầu … và kết thúc …"."""

from datetime import date
from typing import NamedTuple

from kehoach.periods import DAY, parse_span
from kehoach.wordings.grammar.clocks import clock_time
from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.period_days import AT_THE_TURN
from kehoach.wordings.grammar.phrases import (
    Day,
    Days,
    Limit,
    Opening,
    PeriodDay,
    Stretch,
    When,
    rolls,
)
from kehoach.wordings.grammar.stretches import refuse_bullet
from kehoach.wordings.grammar.whens import one
from kehoach.wordings.language.lexicon import Sym
from kehoach.words import Text

OPEN_END = about(
    " chỉ nói từ khi nào, không nói đến khi nào", " says only from when, and not until when"
)
NOT_READ = Text("không hiểu “{words}”", "“{words}” was not understood")
_BACKWARD = about(": các ngày không khớp nhau", ": the days do not agree")
_SIDES = ("from", "within", "on", None)
_JOINING = (Sym.COMMA, Sym.AND, Sym.SEMICOLON)
_LEADING = (Sym.ON, Sym.WITHIN, Sym.TOWARD, Sym.BY)
_DONE = ("hoàn thành", "xong", "hoan thanh")


class _End(NamedTuple):
    """Where a range ends; ``before``: the day named is no longer in it."""

    when: When
    clock: int | None
    before: bool


def ranged(c: Cursor, limit: Limit, start: int) -> Limit:
    """Return a limit with the other end of its range, where one stands behind it.

    Raises:
        Doubtful: the two are no ends of one range.
    """
    if limit.side not in _SIDES or len(limit.when) > 1:
        return limit
    first = limit.when[0] if limit.when else None
    if limit.side == "from" and _is_range(first):
        return limit._replace(side=None)
    if isinstance(first, Day) and first.year:
        refuse_bullet(c, c.place)
    behind_start = c.place
    end = _other_end(c, limit)
    return limit if end is None else _to(c, limit, end, (start, behind_start))


def _is_range(when: When | None) -> bool:
    return isinstance(when, Days) or (isinstance(when, Stretch) and when.is_range)


def _to(c: Cursor, limit: Limit, end: _End, begun: tuple[int, int]) -> Limit:
    """Return the limit from its beginning, of the tokens ``begun``, to an end."""
    start, behind_start = begun
    c.refuse(rolls(end.when), NOT_READ, start)
    rough = _has(c, Sym.LAST, start, behind_start) and _has(c, Sym.FIRST, behind_start, c.place)
    c.refuse(rough, AT_THE_TURN, start)
    if limit.clock or end.before:
        return _opening(c, limit, end, start)
    first = limit.when[0] if limit.when else end.when
    if (each := _in_each_period(c, first, end.when, start)) is not None:
        return Limit("by", (each,), end.clock, lost=begun)
    return Limit("within", (_between(c, first, end.when, start),), end.clock)


def _has(c: Cursor, place: Sym, first: int, end: int) -> bool:
    """Say whether such a part of a unit is named there, and no day: "cuối tháng 6"."""
    syms = [token.sym for token in c.tokens[first:end]]
    return place in syms and Sym.DAY not in syms


def _in_each_period(c: Cursor, first: When, last: When, start: int) -> When | None:
    """Return the end of a span of each year or month: "từ ngày 20 đến ngày 25 hằng tháng".

    Raises:
        Doubtful: it ends before it begins, or in the period after.
    """
    if isinstance(first, PeriodDay) and isinstance(last, PeriodDay) and first.unit == "day":
        days = [int(str(each.point.get("day", 0)).replace("last", "31")) for each in (first, last)]
        c.refuse(days != sorted(days), _BACKWARD, start)
        return last
    if isinstance(first, Day) and isinstance(last, Day) and not (first.year or last.year):
        c.refuse((first.month, first.day) > (last.month, last.day), _BACKWARD, start)
        return Days(first, last)
    return None


@attempt
def _other_end(c: Cursor, limit: Limit) -> _End | None:
    started = limit.side == "from"
    end = _reached(c) or (_joined(c) if started and limit.when else None)
    if end is None or not (limit.when or end.clock):
        return None
    return end if started or isinstance(end.when, Day) else None


@behind(Sym.TOWARD, Sym.DASH)
def _reached(c: Cursor) -> _End | None:
    """Take "đến 17 giờ ngày 30/6/2026", "- 30/6/2026"."""
    return _end(c)


@attempt
def _joined(c: Cursor) -> _End | None:
    """Take "và kết thúc ngày 30/6/2026", ", hoàn thành trước ngày 30/6/2026"."""
    c.skip(*_JOINING)
    if not c.take(Sym.END_OF) and (c.token.text not in _DONE or not c.next()):
        return None
    if c.token.text == ":":
        c.next()
    return _end(c)


def _end(c: Cursor) -> _End | None:
    c.skip(*_LEADING)
    before = c.take(Sym.BEFORE)
    clock = clock_time(c)
    found = one(c)
    return _End(found[0], clock, before and clock is None) if len(found) == 1 else None


def _opening(c: Cursor, limit: Limit, end: _End, start: int) -> Limit:
    """Return a limit that opens at an hour, or ends before a day: two rules, a start and an end.

    Raises:
        Doubtful: it ends before it begins.
    """
    first = _dated(limit.when[0] if limit.when else end.when, end.when)
    span = first and _between(c, first, end.when, start)
    c.refuse(not span, NOT_READ, start)
    opening = Opening(first, limit.clock) if first else None
    return Limit("before" if end.before else "by", (end.when,), end.clock, opening=opening)


def _dated(first: When, last: When) -> Day | Stretch | None:
    """Give a beginning the year, or the month and year, of its end."""
    if isinstance(first, PeriodDay) and first.unit == "day" and isinstance(last, Day):
        return last._replace(day=int(str(first.point["day"])))
    if isinstance(first, Day | Stretch) and isinstance(last, Day | Stretch):
        return first._replace(year=first.year or last.year)
    return None


def _between(c: Cursor, first: When, last: When, start: int) -> When:
    """Return the span from one to the other.

    Raises:
        Doubtful: they are no two ends of one.
    """
    if isinstance(first, Stretch) and isinstance(last, Stretch):
        span = first.reaching(last)
        c.refuse(span.year and span.end <= span.begin, _BACKWARD, start)
        return span
    end = _end_of(last, last=True)
    begin = _dated(_end_of(first, last=False), end)
    if isinstance(begin, Day) and isinstance(end, Day) and end.year:
        c.refuse(begin.iso > end.iso, _BACKWARD, start)
        return Days(begin, end)
    raise c.doubt(NOT_READ, start)


def first_after(c: Cursor, when: When, start: int) -> Day:
    """Return the first day behind a day or span that has its year: "sau ngày 30/6/2026".

    Raises:
        Doubtful: it has none.
    """
    last = _end_of(when, last=True)
    if not isinstance(last, Day) or not last.year:
        raise c.doubt(OPEN_END, start)
    first = date(last.year, last.month, last.day) + DAY
    return Day(first.day, first.month, first.year)


def _end_of(when: When, *, last: bool) -> When:
    """Return the first or last day of a span that has its year, and else what is given."""
    if not isinstance(when, Stretch) or not when.year:
        return when
    span = parse_span(when.name)
    day = span.last if last else span.first
    return Day(day.day, day.month, day.year)
