"""Deadlines that hang on something that happens: "kể từ ngày …", "sau khi …", "trước ngày …"."""

import re

from kehoach.wordings.grammar.combinators import attempt, behind, peek
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.days import day
from kehoach.wordings.grammar.hours import hours, refuse_other_hours
from kehoach.wordings.grammar.meetings import meeting
from kehoach.wordings.grammar.numerals import UNITS, Amount, amount, months
from kehoach.wordings.grammar.period_days import PERIODS, dated_unit, following
from kehoach.wordings.grammar.phrases import Condition, Counting, Day
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.language.lexicon import WORDS, Sym

_LENGTHS = UNITS | {Sym.WORKDAY: "working day"}
# What opens the deadline again behind a comma, "trước", "trong".
_OPENING = dict.fromkeys((Sym.BEFORE, Sym.WITHIN), (Sym.DAY, Sym.MONTH, Sym.NUMBER)) | {
    Sym.COMMA: (
        Sym.BEFORE, Sym.BY, Sym.WITHIN, Sym.LENGTH_OF, Sym.EVERY, Sym.PERIODIC, Sym.CONTINUOUS,
        Sym.SOFT, Sym.TOWARD, Sym.REQUEST, Sym.FILLER, Sym.QUARTER, Sym.MONTH, Sym.NUMBER, Sym.REPORT,
        Sym.THAT_IS,
    ),
    Sym.OPEN: (Sym.THAT_IS, Sym.BY, Sym.BEFORE, Sym.SOFT),
}  # fmt: skip
# What may stand behind each unit of a length; working days and others are not reckoned together.
_SMALLER = {
    "year": ("quarter", "month", "week", "day"), "quarter": ("week", "day"), "month": ("week", "day"),
    "week": ("day",), "day": (), "working day": (),
}  # fmt: skip
_BEGINNINGS = (Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER, Sym.FROM)
# Behind these a length is part of a name: "06 tháng đầu năm", "hết thời hạn 30 ngày kể từ ngày niêm yết".
GOING_ON = (*_BEGINNINGS, Sym.BEFORE, Sym.ONCE_A, Sym.TIMES, Sym.SLASH, Sym.FIRST, Sym.LAST)
_ENDS_OF_A_SPAN = (Sym.TOWARD, Sym.DASH, Sym.CLOCK, Sym.DANGER, Sym.UNDOING)
_STOPS = (Sym.END, Sym.SEMICOLON, Sym.BY, Sym.LENGTH_OF, Sym.EVERY, Sym.PERIODIC, Sym.REQUEST)
_TELLING = (Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR, Sym.NUMBER, Sym.SOFT)
_IN_A_NAME = (*WORDS, Sym.SESSION, Sym.END_OF, Sym.FILLER, Sym.AND, Sym.DOCUMENT)
_EXCEPTING = ("nhưng", "trừ", "ngoại trừ", "riêng", "nhung", "tru", "ngoai tru", "rieng")
_PARTS_OF_YEAR = {6: "half-year", 9: "nine-months"}
_HAPPENINGS = re.compile(
    r"\b(ban hành|cho phép|phê duyệt|thông qua|kết thúc|hoàn thành|được|ký|nhận|có|hướng dẫn|công bố|"
    r"khai mạc|bế mạc|chấp thuận|giao|quyết định|xảy ra|kiểm soát|nghiệm thu|bàn giao)\b",
    re.IGNORECASE,
)
FROM_WHEN = about(": không nói tính từ ngày nào", " does not say from which day it is counted")
_NOT_BEFORE = about(
    ": chỉ nói không sớm hơn, không nói chậm nhất", " says not before, and not by when"
)
_NO_LENGTH = about(
    ": không rõ có cộng thành một thời hạn không, và cộng thế nào",
    ": whether these add up to one length, and how, is not clear",
)
_WHOSE = about(
    ": tính từ sự kiện, hay nói về chính sự kiện, không rõ",
    ": counted from the event, or said of it, is not clear",
)
_NO_EVENT = about(": không nêu sự kiện", " names no event")
_TOLD = about(": sự kiện mà lại nêu ngày", ": an event, and yet its day is named")
_PERIOD_ENDS = about(
    ": chỉ nói từ khi nào, không nói đến khi nào", " says only from when, and not until when"
)


@attempt
def counting(c: Cursor) -> Counting | None:
    """Take a length and what it is counted from, or back from.

    Raises:
        Doubtful: the length has no beginning, or is in minutes or hours of work.
    """
    start = c.place
    led = c.at(Sym.LENGTH_OF)
    c.skip(Sym.BY, Sym.WITHIN, Sym.AFTER, Sym.LENGTH_OF, Sym.AT_LEAST)
    not_before = any(token.sym in (Sym.AFTER, Sym.AT_LEAST) for token in c.tokens[start : c.place])
    length = the_length(c)
    if length is None or c.at(Sym.FIRST, Sym.LAST):  # "10 ngày đầu quý" is a span of it
        refuse_other_hours(c, start)
        return None
    end = c.place
    found = _counted_from(c, length, start)
    c.refuse(found and not_before, _NOT_BEFORE, start)
    c.refuse(led and not found, FROM_WHEN, start, end)
    return found or _counted_back(c, length, start)


@attempt
def the_length(c: Cursor) -> str | None:
    """Take "05 ngày làm việc", "nửa tháng" (Civil Code 2015, Art. 146.1: 15 days)."""
    if c.run(Sym.HALF, Sym.MONTH):
        return "15 days"
    if c.take(Sym.HALF_YEARLY):
        return "6 months"
    if (counted := hours(c)) is not None:
        return counted
    start = c.place
    if (found := amount(c, _LENGTHS)) is None:
        return None
    parts = [found]
    while (found := _smaller(c, parts[-1])) is not None:
        parts.append(found)
    c.refuse(_goes_on(c), _NO_LENGTH, start)
    return " ".join(part.name for part in parts)


@attempt
def _smaller(c: Cursor, part: Amount) -> Amount | None:
    """Take the next part of a length in several units: "06 tháng" of "01 năm 06 tháng"."""
    found = amount(c, _LENGTHS)
    return found if found and found.unit in _SMALLER[part.unit] else None


@attempt
def _goes_on(c: Cursor) -> bool:
    """Take a further part that makes no one length with those before: "01 tháng 05 ngày làm việc".

    Neither does "06 tháng và 15 ngày trước ngày …", which may be two deadlines.
    """
    c.take(Sym.COMMA, Sym.AND)
    return amount(c, _LENGTHS) is not None and c.at(*_BEGINNINGS, Sym.BEFORE)


@attempt
def _counted_from(c: Cursor, length: str, start: int) -> Counting | None:
    """Take what a length runs from: a day, the end of a period, an event."""
    c.take_each(Sym.COMMA, Sym.SOFT)
    if not c.at(*_BEGINNINGS):
        return None
    c.take(Sym.SINCE, Sym.ONCE_DONE)
    c.take(Sym.AFTER, Sym.FROM)
    c.take(Sym.ONCE_DONE)
    if (period := period_end(c)) is not None:
        return Counting(length, 1, period=period)
    if (found := calendar_day(c)) is not None:
        return Counting(length, 1, day=found)
    c.take(Sym.DAY)
    return Counting(length, 1, event=the_event(c, start))


@attempt
def calendar_day(c: Cursor) -> Day | None:
    """Take a day that has its year, or the last of a unit that has."""
    found = _named_end(c) or day(c)
    return found if isinstance(found, Day) and found.year else None


@attempt
def period_end(c: Cursor) -> str | None:
    """Take "ngày kết thúc quý", "ngày cuối cùng của tháng", "hết năm"."""
    c.take(Sym.DAY)
    if not c.take(Sym.END_OF, Sym.LAST, Sym.TOWARD):
        return None
    c.skip(Sym.OF, Sym.EVERY)
    counted = c.ahead(2) in (Sym.DAY, Sym.WORKDAY)  # "sau khi kết thúc quý 15 ngày"
    if c.sym in PERIODS and (counted or c.ahead() is not Sym.NUMBER):
        unit = PERIODS[c.next().sym]
        if not c.at(Sym.WORD) and not following(c):
            c.take(Sym.REPORT, Sym.THIS)
            return unit
    return _PARTS_OF_YEAR.get(months(c) or 0)


@attempt
def _named_end(c: Cursor) -> Day | None:
    """Take "ngày kết thúc năm 2026"."""
    c.take(Sym.DAY)
    unit = dated_unit(c) if c.take(Sym.END_OF) else None
    return unit[1] if unit and unit[1].year else None


@attempt
def _counted_back(c: Cursor, length: str, start: int) -> Counting | None:
    """Take what a length runs back from: a day of the calendar that has its year, or an event."""
    c.take_each(Sym.COMMA, Sym.SOFT)
    if not c.take(Sym.BEFORE):
        return None
    found = day(c)
    if isinstance(found, Day) and found.year:
        return Counting(length, -1, day=found)
    if found is not None or stretches(c):
        return None
    c.take(Sym.ONCE_DONE, Sym.DAY)
    return Counting(length, -1, event=the_event(c, start))


@behind(Sym.BEFORE)
def counting_back(c: Cursor) -> Counting | None:
    """Take "trước kỳ họp 15 ngày", "trước ngày khai mạc ít nhất 10 ngày"."""
    return _compared(c) or _before_day(c) or _before_event(c)


@attempt
def _compared(c: Cursor) -> Counting | None:
    """Take "15 ngày so với ngày 30/6/2026", "05 ngày so với ngày khai mạc" behind its "trước"."""
    start = c.place - 1
    length = the_length(c)
    if length is None or not c.take(Sym.COMPARED):
        return None
    if (found := calendar_day(c)) is not None:
        return Counting(length, -1, day=found)
    c.take(Sym.ONCE_DONE, Sym.DAY)
    return Counting(length, -1, event=the_event(c, start))


@attempt
def _before_day(c: Cursor) -> Counting | None:
    """Take "ngày 20/11/2026 ít nhất 10 ngày" behind its "trước"."""
    found = calendar_day(c)
    length = length_behind(c) if found else None
    return None if length is None else Counting(length, -1, day=found)


def length_behind(c: Cursor) -> str | None:
    """Take a length behind what it is counted from or back from."""
    c.skip(Sym.AT_LEAST, Sym.BY, Sym.COMMA, Sym.WITHIN, Sym.LENGTH_OF)
    return the_length(c)


def _before_event(c: Cursor) -> Counting | None:
    c.take(Sym.ONCE_DONE, Sym.DAY)
    first = c.place
    while c.at(*_IN_A_NAME):
        if meeting(c) is None:
            c.next()
    words = c.words(first)
    length = length_behind(c) if words else None
    return None if length is None else Counting(length, -1, event=words)


@behind(Sym.ONCE_DONE)
def condition(c: Cursor) -> Condition | None:
    """Take "sau khi … và …": the events that must happen first.

    Raises:
        Doubtful: it names no event, or only the end of a period.
    """
    start = c.place - 1
    c.refuse(period_end(c) or _named_end(c), _PERIOD_ENDS, start)
    return Condition(_divided(the_event(c, start)))


@peek
def _behind_a_length(c: Cursor) -> Sym | None:
    """Return what stands behind a length that stands here: "sau khi họp 05 ngày"."""
    return None if the_length(c) is None else c.sym


@behind(Sym.SINCE)
def since_event(c: Cursor) -> Condition | None:
    """Take "kể từ khi Nghị quyết có hiệu lực", with no end and no length: it waits for the event.

    Raises:
        Doubtful: it names no event.
    """
    c.take(Sym.ONCE_DONE, Sym.AFTER)
    c.take(Sym.DAY)
    first = c.place
    if not c.at(*WORDS, Sym.FILLER):
        return None
    words = the_event(c, first - 1)
    ends = any(token.sym in _ENDS_OF_A_SPAN for token in c.tokens[first : c.place])
    return None if ends else Condition((words,))


def the_event(c: Cursor, start: int) -> str:
    """Take an event's words: up to what speaks of the deadline again.

    Raises:
        Doubtful: there are none, or a day or an exception is among them.
    """

    def stops(c: Cursor, depth: int) -> bool:
        behind_it = _behind_a_length(c)
        ended = behind_it is not None and behind_it not in GOING_ON
        unclear = behind_it in (*WORDS, Sym.BEFORE, Sym.AFTER, Sym.ONCE_DONE)
        c.refuse(unclear, _WHOSE, start, c.place + 2)
        dated = c.at(Sym.FROM, Sym.TOWARD) and c.ahead() is Sym.DAY and c.ahead(2) is Sym.NUMBER
        told = dated or (depth and c.at(*_TELLING)) or c.token.text in _EXCEPTING
        stop = c.at(*_STOPS) or c.ahead() in _OPENING.get(c.sym, ()) or ended
        c.refuse(told and not stop, _TOLD, start, c.place + 1)
        return stop

    first = c.place
    reached = c.until(stops, Sym.DOT, Sym.COMMA, Sym.OR, Sym.AND)
    c.refuse(c.place == first or c.tokens[first].sym is Sym.CLOCK, _NO_EVENT, start, reached)
    return c.words(first)


def _divided(words: str) -> tuple[str, ...]:
    """Return the events joined by "và", where each part tells of something happening."""
    parts = words.split(" và ")
    if len(parts) > 1 and all(map(_HAPPENINGS.search, parts)):
        return tuple(part.strip(" ,") for part in parts)
    return (words,)
