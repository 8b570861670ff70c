"""Deadlines that hang on something that happens: "kể từ ngày …", "sau khi …", "trước ngày …"."""

import re

from kehoach.periods import parse_span
from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.days import day
from kehoach.wordings.grammar.numerals import months
from kehoach.wordings.grammar.occurrences.event_words import refuse_a_time, the_event
from kehoach.wordings.grammar.occurrences.hours import refuse_other_hours
from kehoach.wordings.grammar.occurrences.lengths import BEGINNINGS, the_length
from kehoach.wordings.grammar.occurrences.meetings import meeting
from kehoach.wordings.grammar.period_days import PERIODS, following
from kehoach.wordings.grammar.phrases import Condition, Counting, Day
from kehoach.wordings.grammar.rhythms import first_months
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.language.lexicon import WORDS, Sym
from kehoach.words import plain_letters

_COUNTING_ON = (Sym.SINCE, Sym.AFTER, Sym.ONCE_DONE, Sym.BEFORE, Sym.FROM)
_ENDS_OF_A_SPAN = (Sym.TOWARD, Sym.DASH, Sym.CLOCK, Sym.DANGER, Sym.UNDOING)
_IN_A_NAME = (*WORDS, Sym.SESSION, Sym.END_OF, Sym.FILLER, Sym.AND, Sym.DOCUMENT)
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
_NO_LONGER = about(
    ": sớm nhất hay chậm nhất bấy lâu trước đó, không rõ",
    ": no earlier than that before it, or no later, is not clear",
)
_NO_MORE = "khong qua"
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
    first = c.place
    not_before = any(token.sym in (Sym.AFTER, Sym.AT_LEAST) for token in c.tokens[start:first])
    length = the_length(c)
    if length is None or c.at(Sym.FIRST, Sym.LAST):  # "10 ngày đầu quý" is a span of it
        refuse_other_hours(c, start)
        return None
    found = _counted_from(c, length, start)
    c.refuse(found and not_before, _NOT_BEFORE, start)
    c.refuse(led and not found, FROM_WHEN, start)
    return found or _counted_back(c, length, (start, first))


@attempt
def _counted_from(c: Cursor, length: str, start: int) -> Counting | None:
    """Take what a length runs from: a day, the end of a period, an event."""
    c.take_each(Sym.COMMA, Sym.SOFT)
    if not c.at(*BEGINNINGS):
        return None
    c.take(Sym.SINCE)
    c.take(Sym.AFTER, Sym.FROM)
    c.take(Sym.ONCE_DONE)
    if (period := period_end(c)) is not None:
        return Counting(length, period=period)
    if (found := calendar_day(c)) is not None:
        return Counting(length, day=found)
    c.take(Sym.DAY)
    return Counting(length, event=the_event(c, start))


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
    if (found := first_months(c)) is not None:
        return found
    several = months(c)
    if several not in _PARTS_OF_YEAR or c.at(Sym.FIRST, Sym.LAST):
        return None
    return _PARTS_OF_YEAR[several]


@attempt
def _named_end(c: Cursor) -> Day | None:
    """Take "ngày kết thúc năm 2026", "hết 6 tháng đầu năm 2026"."""
    c.take(Sym.DAY)
    if not c.take(Sym.END_OF, Sym.TOWARD):
        return None
    found = stretches(c)
    if found is None or len(found) > 1 or not found[0].year:
        return None
    last = parse_span(found[0].name).last
    return Day(last.day, last.month, last.year)


@attempt
def _counted_back(c: Cursor, length: str, lead: tuple[int, int]) -> Counting | None:
    """Take what a length runs back from: a day of the calendar that has its year, or an event.

    Raises:
        Doubtful: its ``lead`` says that it is not to be longer.
    """
    start = lead[0]
    c.take(Sym.SOFT)
    if not c.take(Sym.BEFORE):
        return None
    found = day(c)
    _refuse_at_most(c, lead, start)
    if isinstance(found, Day) and found.year:
        return Counting(length, back=True, day=found)
    if found is not None or stretches(c):
        return None
    c.take(Sym.ONCE_DONE)
    if c.at(Sym.END_OF, Sym.TOWARD):
        if (end := _named_end(c)) is not None:
            return Counting(length, back=True, day=end)
        if (period := period_end(c)) is not None:
            return Counting(length, back=True, period=period)
    c.take(Sym.DAY)
    return Counting(length, back=True, event=the_event(c, start))


def _refuse_at_most(c: Cursor, lead: tuple[int, int], start: int) -> None:
    """Refuse "trong 10 ngày trước ngày bầu cử": no earlier than that, or no later.

    Raises:
        Doubtful: one of the tokens of ``lead`` says that the length is not to be longer.
    """
    said = c.tokens[slice(*lead)]
    most = any(
        token.sym in (Sym.WITHIN, Sym.LENGTH_OF) or _NO_MORE in plain_letters(token.text)
        for token in said
    )
    c.refuse(most, _NO_LONGER, start)


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
        return Counting(length, back=True, day=found)
    c.take(Sym.ONCE_DONE, Sym.DAY)
    return Counting(length, back=True, event=the_event(c, start))


@attempt
def _before_day(c: Cursor) -> Counting | None:
    """Take "ngày 20/11/2026 ít nhất 10 ngày" behind its "trước"."""
    start = c.place - 1
    found = calendar_day(c)
    lead = c.place
    length = length_behind(c) if found else None
    _refuse_at_most(c, (lead, c.place), start)
    going_on = c.at(*_COUNTING_ON)  # "trước ngày 30/6/2026, trong 30 ngày kể từ ngày ký"
    return None if length is None or going_on else Counting(length, back=True, day=found)


def length_behind(c: Cursor) -> str | None:
    """Take a length behind what it is counted from or back from; "6 tháng đầu năm" is none."""
    c.skip(Sym.AT_LEAST, Sym.BY, Sym.COMMA, Sym.WITHIN, Sym.LENGTH_OF)
    found = the_length(c)
    return None if c.at(Sym.FIRST, Sym.LAST) else found


def _before_event(c: Cursor) -> Counting | None:
    c.take(Sym.ONCE_DONE, Sym.DAY)
    first = c.place
    while c.at(*_IN_A_NAME):
        if meeting(c) is None:
            c.next()
    words, lead = c.words(first), c.place
    length = length_behind(c) if words else None
    if length is None:
        return None
    refuse_a_time(c, words, first - 1)
    _refuse_at_most(c, (lead, c.place), first - 1)
    return Counting(length, back=True, event=words)


@behind(Sym.ONCE_DONE)
def condition(c: Cursor) -> Condition | None:
    """Take "sau khi … và …": the events that must happen first.

    Raises:
        Doubtful: it names no event, or only the end of a period.
    """
    start = c.place - 1
    c.refuse(period_end(c) or _named_end(c), _PERIOD_ENDS, start)
    return Condition(_divided(the_event(c, start)))


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


def _divided(words: str) -> tuple[str, ...]:
    """Return the events joined by "và", where each part tells of something happening."""
    parts = words.split(" và ")
    if all(map(_HAPPENINGS.search, parts)):
        return tuple(part.strip(" ,") for part in parts)
    return (words,)
