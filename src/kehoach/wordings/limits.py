"""Limits: on which side of which days or spans a deadline lies."""

from datetime import date

from kehoach.periods import parse_span
from kehoach.wordings.cursor import Cursor
from kehoach.wordings.days import day
from kehoach.wordings.edges import edge_of_unit, first_days, last_week, working_edge
from kehoach.wordings.lexicon import Sym
from kehoach.wordings.moments import Day, Inner, Limit, Moment, Stretch
from kehoach.wordings.stretches import name, stretches
from kehoach.words import Text

SIDES = {
    Sym.BEFORE: "before", Sym.BY: "by", Sym.WITHIN: "within", Sym.TOWARD: "until", Sym.ON: "on",
    Sym.FROM: "from", Sym.SINCE: "from", Sym.AFTER: "after",
}  # fmt: skip
_RANGED = ("from", "within", "on", None)
_BOTH_SIDES = Text(
    "“{words}”: vừa “chậm nhất” (kể cả ngày đó) vừa “trước” (không kể ngày đó)",
    "“{words}” says both “by” (the day included) and “before” (the day excluded)",
)
_OPEN_START = Text(
    "“{words}” chỉ nói từ khi nào, không nói đến khi nào",
    "“{words}” says only from when, and not until when",
)
_TIME_ALONE = Text("“{words}”: có giờ mà không rõ ngày", "“{words}” has a time of no certain day")
_NO_RANGE = Text("không hiểu “{words}”", "“{words}” was not understood")


def limit(c: Cursor) -> Limit | None:
    """Take a limit: on which side of which moments, with a clock time where there is one."""
    start = c.place
    sides: list[str] = []
    while (side := SIDES.get(c.sym)) is not None or (sides and c.token.text == ":"):
        sides += [side] if side else []
        c.place += 1
    time = _time(c)
    found = _moments(c)
    if not found and time is None:
        c.place = start
        return None
    side = _side(c, sides, start)
    if side in _RANGED:
        side, found = _range(c, side, found, start)
    elif side == "after":
        raise c.doubt(_OPEN_START, start)
    if time is None:
        time = _time_behind(c, side)
    inclusive = _inclusive(c)
    return Limit(side, found, time, inclusive)


def _side(c: Cursor, sides: list[str], start: int) -> str | None:
    """Return the one side that several words say together.

    Raises:
        Doubtful: "chậm nhất" and "trước" in one.
    """
    said = set(sides) - {"on"}
    if "before" in said and said & {"by", "until"}:
        raise c.doubt(_BOTH_SIDES, start)
    for side in ("before", "by", "until", "from", "after", "within"):
        if side in said:
            return side
    return "on" if sides else None


def _time(c: Cursor) -> int | None:
    """Take a clock time and what leads on from it to the day."""
    if not c.at(Sym.CLOCK):
        return None
    c.place += 1
    minutes = c.tokens[c.place - 1].value
    if c.at(Sym.NUMBER) and c.ahead() is not Sym.SLASH and c.token.text == "00":
        c.place += 1
    if c.at(Sym.COMMA) and c.ahead() in (Sym.DAY, Sym.WEEKDAY, Sym.NUMBER, Sym.EVERY):
        c.place += 1
    c.skip(Sym.OF, Sym.ON)
    return minutes


def _time_behind(c: Cursor, side: str | None) -> int | None:
    """Take a clock time behind the day; after "trước ngày" it would mean two things.

    Raises:
        Doubtful: it does.
    """
    start = c.place
    c.skip(Sym.COMMA, Sym.ON)
    if not c.at(Sym.CLOCK):
        c.place = start
        return None
    c.place += 1
    if side == "before":
        raise c.doubt(_TIME_ALONE, start)
    return c.tokens[c.place - 1].value


def _inclusive(c: Cursor) -> bool | None:
    start = c.place
    opened = c.take(Sym.OPEN, Sym.COMMA)
    if c.take(Sym.INCLUSIVE):
        c.take(Sym.CLOSE)
        return True
    if opened:
        c.place = start
    return None


def _moments(c: Cursor) -> tuple[Moment, ...]:
    """Take moments joined by "và" or commas."""
    first = _moment(c)
    if not first:
        return ()
    found = list(first)
    while isinstance(found[-1], Day | Inner) and (other := _another(c, found[-1])) is not None:
        found.append(other)
    return tuple(_with_years(found))


def _with_years(found: list[Moment]) -> list[Moment]:
    """Give days without a year the year that stands behind the last: "15/6, 15/12/2026"."""
    last = found[-1]
    if isinstance(last, Day) and last.year:
        return [
            each._replace(year=each.year or last.year) if isinstance(each, Day) else each
            for each in found
        ]
    return found


def _another(c: Cursor, like: Day | Inner) -> Day | Inner | None:
    """Take another day of a list."""
    start = c.place
    c.take(Sym.COMMA)
    c.take(Sym.AND)
    if c.place > start:
        c.take(Sym.ON)
        if isinstance(like, Inner) and like.unit == "day" and c.ahead() is not Sym.SLASH:
            number = c.number()
            if number is not None:
                return Inner("day", {"day": str(number)})
        found = day(c) or edge_of_unit(c)
        if isinstance(found, Day) and isinstance(like, Day):
            return found
        if isinstance(found, Inner) and isinstance(like, Inner):
            return found
    c.place = start
    return None


def _moment(c: Cursor) -> tuple[Moment, ...]:
    for take in (day, working_edge, edge_of_unit, last_week, first_days):
        if (found := take(c)) is not None:
            return (found,)
    return stretches(c)


def _range(
    c: Cursor, side: str | None, first: tuple[Moment, ...], start: int
) -> tuple[str | None, tuple[Moment, ...]]:
    """Take the other end of "từ … đến …"; without one, it is only a beginning."""
    if side == "from" and len(first) == 1 and _is_range(first[0]):
        return "within", first
    place = c.place
    if first and isinstance(first[0], Day) and first[0].year:
        c.refuse_a_bullet()
    if len(first) == 1 and c.take(Sym.TOWARD, Sym.DASH):
        last = _moment(c)
        if len(last) == 1 and (side == "from" or isinstance(last[0], Day)):
            return "within", (_between(c, first[0], last[0], start),)
    c.place = place
    return side, first


def _is_range(moment: Moment) -> bool:
    return isinstance(moment, Stretch) and (
        moment.first != moment.last or moment.last_unit is not None
    )


def _between(c: Cursor, first: Moment, last: Moment, start: int) -> Moment:
    if isinstance(first, Stretch) and isinstance(last, Stretch):
        return first._replace(
            last=last.last,
            year=first.year or last.year,
            last_unit=last.last_unit or last.unit,
            last_year=last.last_year or last.year,
        )
    if isinstance(first, Stretch) and first.year:
        first = _day(parse_span(name(first)).first)
    elif isinstance(last, Stretch) and last.year:
        last = _day(parse_span(name(last)).last)
    if isinstance(last, Day) and last.year:
        if isinstance(first, Inner) and first.unit == "day":
            first = last._replace(day=int(str(first.point["day"])))
        if isinstance(first, Day):
            begin = first._replace(year=first.year or last.year)
            return Inner("span", {"from": begin, "to": last})
    raise c.doubt(_NO_RANGE, start)


def _day(day_: date) -> Day:
    return Day(day_.day, day_.month, day_.year)
