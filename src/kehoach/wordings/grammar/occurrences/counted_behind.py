"""Lengths that stand behind what they are counted from: "ngay sau khi có kết luận thanh tra 03 ngày"."""

from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.numerals import numbered
from kehoach.wordings.grammar.occurrences.event_words import is_a_time, named_event
from kehoach.wordings.grammar.occurrences.happenings import (
    calendar_day,
    length_behind,
    period_end,
)
from kehoach.wordings.grammar.occurrences.lengths import GOING_ON
from kehoach.wordings.grammar.phrases import Counting
from kehoach.wordings.language.lexicon import Sym

_LEADS = (Sym.BY, Sym.WITHIN, Sym.LENGTH_OF)
_FROM = (Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER)


@attempt
def counted_behind(c: Cursor) -> Counting | None:
    """Take "sau khi họp 05 ngày", "kể từ ngày ban hành, chậm nhất 30 ngày", "sau ngày 30/6/2026 10 ngày".

    Raises:
        Doubtful: the event is not named, or the length may be the event's own.
    """
    start = c.place
    c.skip(*_LEADS)
    if not c.take(*_FROM):
        return None
    c.take(Sym.ONCE_DONE)
    if (base := _base(c, start)) is None or (length := length_behind(c)) is None:
        return None
    return None if c.at(*GOING_ON) else base._replace(length=length)


def _base(c: Cursor, start: int) -> Counting | None:
    """Take what it is counted from: the end of a period, a day, an event."""
    if (period := period_end(c)) is not None:
        return Counting(period=period)
    if (found := calendar_day(c)) is not None:
        return Counting(day=found)
    c.take(Sym.DAY)
    event = "" if numbered(c) else named_event(c, start)
    return None if is_a_time(event) else Counting(event=event)
