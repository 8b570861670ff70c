"""Weekdays of a month: "thứ Hai đầu tiên hằng tháng", "thứ Sáu cuối cùng của tháng cuối quý"."""

from kehoach.model.deadlines.points import LAST, nth_weekday
from kehoach.periods import parse_span
from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.numerals import ordinal
from kehoach.wordings.grammar.period_days import PLACES, dated_unit, place_in, which_month
from kehoach.wordings.grammar.phrases import Day, PeriodDay
from kehoach.wordings.language.lexicon import WEEKDAYS, Sym

_ORDINALS = (2, 3, 4)  # not every month has a fifth


@attempt
def month_weekday(c: Cursor, weekday: int) -> Day | PeriodDay | None:
    """Take "đầu tiên hằng tháng", "thứ ba của tháng 6/2026" behind a weekday."""
    nth = _nth(c)
    if nth is None:
        return None
    c.take(Sym.OF)
    if (dated := _of_dated(c, weekday, nth)) is not None:
        return dated
    point = {"weekday": WEEKDAYS[weekday], "nth": nth}
    if c.at(Sym.MONTH) and c.ahead() in (Sym.FIRST, Sym.LAST, Sym.WEEKDAY):
        c.next()
        return place_in(c, {"month": which_month(c), **point})
    found = place_in(c, {"month": "last", **point} if nth == "last" else point)
    if found and found.unit == "month":
        return found._replace(
            point={key: found.point[key] for key in found.point if key != "month"}
        )
    return found


def _nth(c: Cursor) -> str | None:
    """Take which of its weekdays: the first, the last, the third."""
    if c.at(Sym.FIRST, Sym.LAST):
        return PLACES[c.next().sym]
    found = ordinal(c)
    return str(found) if found in _ORDINALS else None


@attempt
def _of_dated(c: Cursor, weekday: int, nth: str) -> Day | None:
    """Take "tháng 6/2026", "quý II/2026": the weekday of one certain month."""
    unit = dated_unit(c)
    of = unit and unit[nth == "last"]
    if of is None or of.year is None:
        return None
    count = {"first": 1, "last": LAST}.get(nth) or int(nth)
    day = nth_weekday(parse_span(f"{of.year:04}-{of.month:02}"), weekday, count)
    return Day(day.day, day.month, day.year)
