"""Deadlines that hang on something: "kể từ ngày …", "sau khi …", "tại kỳ họp …"."""

import re

from kehoach.wordings.cursor import Cursor
from kehoach.wordings.days import day
from kehoach.wordings.edges import dated_unit, following
from kehoach.wordings.lexicon import Sym
from kehoach.wordings.moments import Conditional, Counted, Day, Session
from kehoach.wordings.stretches import stretches
from kehoach.words import Text

_LENGTHS = {
    Sym.DAY: "day", Sym.WORKDAY: "working day", Sym.WEEK: "week", Sym.MONTH: "month",
    Sym.QUARTER: "quarter", Sym.YEAR: "year",
}  # fmt: skip
_PERIODS = {
    Sym.DAY: "day", Sym.WEEK: "week", Sym.MONTH: "month", Sym.QUARTER: "quarter", Sym.YEAR: "year",
    Sym.TERM: "term",
}  # fmt: skip
_AFTER_A_NUMBER = (Sym.SLASH, *_LENGTHS)
_OPENERS = (
    Sym.BEFORE, Sym.BY, Sym.WITHIN, Sym.LENGTH_OF, Sym.EVERY, Sym.PERIODIC, Sym.CONTINUOUS, Sym.SOFT,
    Sym.TOWARD, Sym.REQUEST, Sym.FILLER, Sym.QUARTER, Sym.MONTH, Sym.NUMBER, Sym.REPORT,
)  # fmt: skip
_STOPS = (Sym.END, Sym.SEMICOLON, Sym.BY, Sym.LENGTH_OF, Sym.EVERY, Sym.PERIODIC, Sym.REQUEST)
_TELLING = (Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.NUMBER, Sym.SOFT)
_EXCEPTING = ("nhưng", "trừ", "ngoại trừ", "riêng", "nhung", "tru", "ngoai tru", "rieng")
_HAPPENINGS = re.compile(
    r"\b(ban hành|cho phép|phê duyệt|thông qua|kết thúc|hoàn thành|được|ký|nhận|có|hướng dẫn|công bố|"
    r"khai mạc|bế mạc|chấp thuận|giao|quyết định|xảy ra|kiểm soát|nghiệm thu|bàn giao)\b",
    re.IGNORECASE,
)
_FROM_WHEN = Text(
    "“{words}”: không nói tính từ ngày nào", "“{words}” does not say from which day it is counted"
)
_NOT_BEFORE = Text(
    "“{words}”: chỉ nói không sớm hơn, không nói chậm nhất",
    "“{words}” says not before, and not by when",
)
_HOURS = Text("“{words}”: thời hạn tính bằng giờ", "“{words}”: a term in hours")
_NO_EVENT = Text("“{words}”: không nêu sự kiện", "“{words}” names no event")
_AFTER = Text("“{words}”: sau kỳ họp bao lâu, không rõ", "“{words}”: how long after a session")
_TOLD = Text("“{words}”: sự kiện mà lại nêu ngày", "“{words}”: an event, and yet its day is named")
_PERIOD_ENDS = Text(
    "“{words}”: chỉ nói từ khi nào, không nói đến khi nào",
    "“{words}” says only from when, and not until when",
)
_EACH = ("các", "những", "mỗi", "từng", "cac", "nhung", "moi", "tung")
_SESSION = Text(
    "“{words}”: nhiều kỳ họp trong một câu", "“{words}”: several sessions in one sentence"
)


def counted(c: Cursor) -> Counted | None:
    """Take a length and what it is counted from, or back from.

    Raises:
        Doubtful: the length has no beginning, or is in hours.
    """
    start = c.place
    not_before = c.at(Sym.AFTER)
    led = c.take(Sym.LENGTH_OF)
    c.skip(Sym.BY, Sym.WITHIN, Sym.AFTER, Sym.LENGTH_OF, Sym.AT_LEAST)
    if led or c.place > start:
        _refuse_hours(c, start)
    length = _length(c)
    if length is None:
        c.place = start
        return None
    after = c.place
    c.take(Sym.COMMA)
    c.take(Sym.SOFT)
    if c.take(Sym.SINCE, Sym.ONCE_DONE) or c.at(Sym.AFTER, Sym.FROM):
        c.take(Sym.AFTER, Sym.FROM)
        found = _from(c, length, start)
        if not_before:
            raise c.doubt(_NOT_BEFORE, start)
        return found
    if not led and c.take(Sym.BEFORE) and (back := _back(c, length, start)) is not None:
        return back
    c.place = after
    if led:
        raise c.doubt(_FROM_WHEN, start)
    c.place = start
    return None


def _refuse_hours(c: Cursor, start: int) -> None:
    if c.at(Sym.CLOCK) and c.ahead() in (Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER, Sym.FROM):
        c.place += 1
        raise c.doubt(_HOURS, start)


def _length(c: Cursor) -> str | None:
    """Take "05 ngày làm việc", "nửa tháng" (Civil Code 2015, Art. 146.1: 15 days)."""
    start = c.place
    if c.at(Sym.HALF) and c.ahead() is Sym.MONTH:
        c.place += 2
        return "15 days"
    if c.take(Sym.HALF_YEARLY):
        return "6 months"
    number = c.number()
    unit = _LENGTHS.get(c.sym)
    if number is None or unit is None:
        c.place = start
        return None
    c.place += 1
    if unit == "quarter":
        number, unit = number * 3, "month"
    return f"{number} {unit}{'s' * (number > 1)}"


def _from(c: Cursor, length: str, start: int) -> Counted:
    """Take what a length runs from: a day, the end of a period, an event."""
    c.take(Sym.ONCE_DONE)
    if (period := _period_end(c)) is not None:
        return Counted(length, 1, period=period)
    place = c.place
    found = _named_end(c) or day(c)
    if isinstance(found, Day) and found.year:
        return Counted(length, 1, day=found)
    c.place = place
    c.take(Sym.DAY)
    return Counted(length, 1, event=_event(c, start))


def _period_end(c: Cursor) -> str | None:
    """Take "ngày kết thúc quý", "ngày cuối cùng của tháng", "hết năm"."""
    start = c.place
    c.take(Sym.DAY)
    if c.take(Sym.END_OF) or c.take(Sym.LAST) or c.run(Sym.TOWARD):
        c.skip(Sym.OF, Sym.EVERY)
        if c.at(*_PERIODS) and c.ahead() is not Sym.NUMBER:
            c.place += 1
            unit = _PERIODS[c.tokens[c.place - 1].sym]
            if not c.at(Sym.WORD) and not following(c):
                c.take(Sym.REPORT, Sym.THIS)
                return unit
        number = c.number()
        if number in (6, 9) and c.take(Sym.MONTH):
            return "half-year" if number == 6 else "nine-months"  # noqa: PLR2004 - months
    c.place = start
    return None


def _named_end(c: Cursor) -> Day | None:
    """Take "ngày kết thúc năm 2026"."""
    start = c.place
    c.take(Sym.DAY)
    if c.take(Sym.END_OF) and (unit := dated_unit(c)) is not None and unit[1].year:
        return unit[1]
    c.place = start
    return None


def _back(c: Cursor, length: str, start: int) -> Counted | None:
    """Take what a length runs back from; before a day of the calendar only days are counted."""
    place = c.place
    found = day(c)
    if (
        isinstance(found, Day)
        and found.year
        and length.endswith((" day", " days", " week", " weeks"))
    ):
        return None if "working" in length else Counted(length, -1, day=found)
    c.place = place
    if stretches(c) or found is not None:
        c.place = place
        return None
    c.take(Sym.ONCE_DONE, Sym.DAY)
    return Counted(length, -1, event=_event(c, start))


def before_event(c: Cursor) -> Counted | None:
    """Take "trước kỳ họp 15 ngày", "trước ngày khai mạc ít nhất 10 ngày"."""
    start = c.place
    if not c.take(Sym.BEFORE):
        return None
    if (dated := _before_day(c)) is not None:
        return dated
    c.take(Sym.ONCE_DONE, Sym.DAY)
    first = c.place
    while c.at(Sym.WORD, Sym.SESSION, Sym.END_OF, Sym.FILLER, Sym.AND, Sym.DOCUMENT):
        if session(c) is None:
            c.place += 1
    words = c.words(first, c.place)
    c.skip(Sym.AT_LEAST, Sym.BY, Sym.COMMA)
    length = _length(c) if words else None
    if length is None:
        c.place = start
        return None
    return Counted(length, -1, event=words)


def _before_day(c: Cursor) -> Counted | None:
    """Take "ngày 20/11/2026 ít nhất 10 ngày" behind its "trước"."""
    start = c.place
    found = day(c)
    if isinstance(found, Day) and found.year:
        c.skip(Sym.AT_LEAST, Sym.BY, Sym.COMMA)
        length = _length(c)
        if (
            length
            and length.endswith(("days", "weeks", " day", " week"))
            and "working" not in length
        ):
            return Counted(length, -1, day=found)
    c.place = start
    return None


def conditional(c: Cursor) -> Conditional | None:
    """Take "sau khi … và …": the events that must happen first."""
    start = c.place
    if not c.take(Sym.ONCE_DONE):
        return None
    if _period_end(c) or _named_end(c):
        raise c.doubt(_PERIOD_ENDS, start)
    words = _event(c, start)
    return Conditional(_divided(words))


def _event(c: Cursor, start: int) -> str:
    """Take an event's words: up to what speaks of the deadline again.

    Raises:
        Doubtful: there are none.
    """
    first, depth = c.place, 0
    while not c.at(*_STOPS):
        if c.at(Sym.COMMA) and c.ahead() in _OPENERS:
            break
        if c.at(Sym.BEFORE, Sym.WITHIN) and c.ahead() in (Sym.DAY, Sym.MONTH, Sym.NUMBER):
            break
        depth += (c.at(Sym.OPEN)) - (c.at(Sym.CLOSE))
        if depth < 0:
            break
        if (depth and c.at(*_TELLING)) or c.token.text in _EXCEPTING:
            c.place += 1
            raise c.doubt(_TOLD, start)
        c.place += 1
    end = c.place
    while end > first and c.tokens[end - 1].sym in (Sym.DOT, Sym.COMMA, Sym.OR, Sym.AND):
        end -= 1
    if end == first:
        raise c.doubt(_NO_EVENT, start)
    c.place = end
    return c.words(first, end)


def _divided(words: str) -> tuple[str, ...]:
    """Return the events joined by "và", where each part tells of something happening."""
    parts = words.split(" và ")
    if len(parts) > 1 and all(map(_HAPPENINGS.search, parts)):
        return tuple(part.strip(" ,") for part in parts)
    return (words,)


def session(c: Cursor) -> Session | None:
    """Take "tại phiên họp tháng 12", "kỳ họp chuyên đề tháng 5/2026", "kỳ họp gần nhất"."""
    start = c.place
    if not c.take(Sym.SESSION):
        return None
    if start and (c.tokens[start - 1].text in _EACH or c.tokens[start - 1].sym is Sym.AFTER):
        raise c.doubt(_SESSION if c.tokens[start - 1].text in _EACH else _AFTER, start - 1)
    while c.at(Sym.WORD, Sym.OF, Sym.WEEKDAY, Sym.NUMBER, Sym.WITHIN, Sym.FILLER):
        if c.at(Sym.NUMBER) and (c.ahead() in _AFTER_A_NUMBER or c.at_year()):
            break
        c.place += 1
    named = c.place
    found = stretches(c)
    if len(found) == 1 and found[0].unit == "month" and found[0].first == found[0].last:
        return Session(found[0].first, found[0].year, c.words(start, c.place))
    if len(found) > 1 or (found and found[0].first != found[0].last):
        raise c.doubt(_SESSION, start)
    c.place = named
    c.skip(Sym.FIRST, Sym.MIDDLE, Sym.LAST, Sym.NEAREST, Sym.OF)
    c.take(Sym.YEAR)
    year = c.year()
    if c.at(Sym.COMMA, Sym.AND) and c.ahead() in (Sym.FIRST, Sym.MIDDLE, Sym.LAST):
        raise c.doubt(_SESSION, start)
    return Session(None, year, c.words(start, c.place))
