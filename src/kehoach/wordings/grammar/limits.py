"""Limits: on which side of which days or spans a deadline lies."""

from collections.abc import Callable

from kehoach.periods import parse_span
from kehoach.wordings.grammar.combinators import attempt, behind, one_of
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.days import day
from kehoach.wordings.grammar.numerals import number
from kehoach.wordings.grammar.outer_days import outer_days
from kehoach.wordings.grammar.period_days import part_of_unit, working_end
from kehoach.wordings.grammar.phrases import Day, Days, Limit, PeriodDay, Stretch, When
from kehoach.wordings.grammar.quarter_days import days_of_quarters
from kehoach.wordings.grammar.stretches import refuse_bullet, stretches
from kehoach.wordings.language.lexicon import Sym
from kehoach.words import Text

SIDES = {
    Sym.BEFORE: "before", Sym.BY: "by", Sym.WITHIN: "within", Sym.TOWARD: "until", Sym.ON: "on",
    Sym.FROM: "from", Sym.SINCE: "from", Sym.AFTER: "after", Sym.LENGTH_OF: "within",
}  # fmt: skip
_STRONGEST_FIRST = ("before", "by", "until", "from", "after", "within", "on")
_RANGED = ("from", "within", "on", None)
_BOTH_SIDES = about(
    ": vừa “chậm nhất” (kể cả ngày đó) vừa “trước” (không kể ngày đó)",
    " says both “by” (the day included) and “before” (the day excluded)",
)
OPEN_END = about(
    " chỉ nói từ khi nào, không nói đến khi nào", " says only from when, and not until when"
)
NOT_READ = Text("không hiểu “{words}”", "“{words}” was not understood")
_CLOCK_ALONE = about(": có giờ mà không rõ ngày", " has a time of no certain day")


@attempt
def limit(c: Cursor) -> Limit | None:
    """Take a limit: on which side of which days or spans, with a clock time where there is one.

    Raises:
        Doubtful: it says two sides, only a beginning, or a clock time before a day.
    """
    start = c.place
    sides = _sides(c)
    clock = _clock(c)
    found = _listed(c)
    if not found and clock is None:
        return None
    c.refuse("before" in sides and sides & {"by", "until"}, _BOTH_SIDES, start)
    side = next((side for side in _STRONGEST_FIRST if side in sides), None)
    c.refuse(side == "after", OPEN_END, start)
    if side in _RANGED:
        side, found = _ranged(c, side, found, start)
    if clock is None:
        clock = _clock_behind(c, side)
    return Limit(side, found, clock, _inclusive(c) or None)


def _sides(c: Cursor) -> set[str]:
    sides: set[str] = set()
    while c.sym in SIDES or (sides and c.token.text == ":"):
        side = SIDES.get(c.next().sym)
        sides |= {side} if side else set()
    return sides


@behind(Sym.CLOCK)
def _clock(c: Cursor) -> int | None:
    """Take a clock time and what leads on from it to the day."""
    minutes = c.passed.value
    if c.at(Sym.NUMBER) and c.ahead() is not Sym.SLASH and c.token.text == "00":
        c.next()
    if c.at(Sym.COMMA) and c.ahead() in (Sym.DAY, Sym.WEEKDAY, Sym.NUMBER, Sym.EVERY):
        c.next()
    c.skip(Sym.OF, Sym.ON)
    return minutes


@attempt
def _clock_behind(c: Cursor, side: str | None) -> int | None:
    """Take a clock time behind the day; after "trước ngày" it would mean two things.

    Raises:
        Doubtful: it does.
    """
    start = c.place
    c.skip(Sym.COMMA, Sym.ON)
    minutes = c.next().value if c.at(Sym.CLOCK) else None
    c.refuse(minutes is not None and side == "before", _CLOCK_ALONE, start)
    return minutes


@attempt
def _inclusive(c: Cursor) -> bool:
    """Take "(kể cả ngày đó)"."""
    c.take(Sym.OPEN, Sym.COMMA)
    if not c.take(Sym.INCLUSIVE):
        return False
    c.take(Sym.CLOSE)
    return True


def _listed(c: Cursor) -> tuple[When, ...]:
    """Take days joined by "và" or commas, or spans."""
    found = list(_one(c))
    while found and isinstance(found[-1], Day | PeriodDay):
        if (other := _another(c, found[-1])) is None:
            break
        found.append(other)
    return _dated_by_the_last(found)


def _dated_by_the_last(found: list[When]) -> tuple[When, ...]:
    """Give days without a year the year that stands behind the last: "15/6, 15/12/2026"."""
    last = found[-1] if found else None
    if not isinstance(last, Day) or not last.year:
        return tuple(found)
    return tuple(
        each._replace(year=each.year or last.year) if isinstance(each, Day) else each
        for each in found
    )


@attempt
def _another(c: Cursor, like: Day | PeriodDay) -> Day | PeriodDay | None:
    """Take another day of a list, of the kind of the one before."""
    if not c.take_each(Sym.COMMA, Sym.AND):
        return None
    c.take(Sym.ON)
    if isinstance(like, PeriodDay) and like.unit == "day" and c.ahead() is not Sym.SLASH:
        found = number(c)
        if found is not None:
            return PeriodDay("day", {"day": str(found)})
    other = day(c) or part_of_unit(c)
    return other if isinstance(other, type(like)) else None


_one_day: Callable[[Cursor], Day | Days | PeriodDay | None] = one_of(
    day, working_end, part_of_unit, outer_days
)


def _one(c: Cursor) -> tuple[When, ...]:
    """Take a day, or a list of days or of spans."""
    if (listed := days_of_quarters(c)) is not None:
        return listed
    found = _one_day(c)
    return (found,) if found is not None else stretches(c) or ()


def _ranged(
    c: Cursor, side: str | None, found: tuple[When, ...], start: int
) -> tuple[str | None, tuple[When, ...]]:
    """Take the other end of "từ … đến …"; without one, it is only a beginning."""
    if side == "from" and len(found) == 1 and _is_range(found[0]):
        return "within", found
    if found and isinstance(found[0], Day) and found[0].year:
        refuse_bullet(c, c.place)
    reached = _other_end(c, side, found[0], start) if len(found) == 1 else None
    return (side, found) if reached is None else ("within", (reached,))


def _is_range(when: When) -> bool:
    return isinstance(when, Stretch) and (when.first != when.last or when.last_unit is not None)


@behind(Sym.TOWARD, Sym.DASH)
def _other_end(c: Cursor, side: str | None, first: When, start: int) -> When | None:
    last = _one(c)
    if len(last) != 1 or not (side == "from" or isinstance(last[0], Day)):
        return None
    return _between(c, first, last[0], start)


def _between(c: Cursor, first: When, last: When, start: int) -> When:
    """Return the span from one to the other.

    Raises:
        Doubtful: they are no two ends of one.
    """
    if isinstance(first, Stretch) and isinstance(last, Stretch):
        return first.reaching(last)
    begin, end = _end_of(first, last=False), _end_of(last, last=True)
    if isinstance(end, Day) and end.year:
        if isinstance(begin, PeriodDay) and begin.unit == "day":
            begin = end._replace(day=int(str(begin.point["day"])))
        if isinstance(begin, Day):
            return Days(begin._replace(year=begin.year or end.year), end)
    raise c.doubt(NOT_READ, start)


def _end_of(when: When, *, last: bool) -> When:
    """Return the first or last day of a span that has its year, and else what is given."""
    if not isinstance(when, Stretch) or not when.year:
        return when
    span = parse_span(when.name)
    day_ = span.last if last else span.first
    return Day(day_.day, day_.month, day_.year)
