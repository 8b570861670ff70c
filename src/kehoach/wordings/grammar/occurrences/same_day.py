"""On the very day of an event: "ngay trong ngày nhận được hồ sơ"."""

from kehoach.wordings.grammar.combinators import behind
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.occurrences.event_words import the_event
from kehoach.wordings.grammar.occurrences.happenings import FROM_WHEN
from kehoach.wordings.grammar.phrases import Counting
from kehoach.wordings.language.lexicon import WORDS, Sym

_BEGINNINGS = (Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER)
_ENDS = (Sym.END, Sym.COMMA, Sym.SEMICOLON, Sym.CLOSE, Sym.DOT, Sym.OPEN)


@behind(Sym.WITHIN)
def same_day(c: Cursor) -> Counting | None:
    """Take "trong ngày (làm việc)" and the event, or "… tiếp theo kể từ khi": the working day after.

    Raises:
        Doubtful: it is the day of nothing.
    """
    start = c.place - 1
    if not c.take(Sym.DAY, Sym.WORKDAY):
        return None
    working = c.passed.sym is Sym.WORKDAY
    length = "1 working day" if working and c.take(Sym.NEXT) else "0 days"
    c.refuse(c.at(*_ENDS), FROM_WHEN, start)
    begun = c.take_each(*_BEGINNINGS)
    c.take(Sym.DAY)
    if not begun and not c.at(*WORDS, Sym.REQUEST):
        return None
    return Counting(length, event=the_event(c, start))
