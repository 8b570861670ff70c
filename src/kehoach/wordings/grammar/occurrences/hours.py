"""Lengths in hours: "24 giờ kể từ khi", "48h sau khi", "24 giờ trước khi"."""

from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.language.lexicon import Sym

_HOUR = 60
_DAY = 24 * _HOUR
_BESIDE = (Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER, Sym.FROM)
_ENDS = (Sym.END, Sym.COMMA, Sym.SEMICOLON, Sym.CLOSE, Sym.OPEN, Sym.DOT)
_HOURS = ("giờ", "tiếng", "gio", "tieng")
_OF_CLOCKS = ("đồng", "hồ", "dong", "ho")
_AT_WORK = ("làm", "lam")
_OTHER_HOURS = about(
    ": thời hạn tính bằng phút hoặc giờ làm việc", ": a term in minutes, or in hours of work"
)


@attempt
def hours(c: Cursor) -> str | None:
    """Take hours that are counted, and are no time of day: more than a day has, or beside an event."""
    found = _told(c)
    while c.token.text in _OF_CLOCKS:
        c.next()
    if found is None or found % _HOUR or not _is_counted(c, found):
        return None
    number = found // _HOUR
    return f"{number} hour{'s' * (number > 1)}"


def refuse_other_hours(c: Cursor, start: int) -> None:
    """Refuse a length in minutes, in hours of work, or in hours that have no beginning.

    Raises:
        Doubtful: it is one.
    """
    first = c.place
    found = _told(c) if c.place > start else None
    event = c.at(*_BESIDE) or c.token.text in _AT_WORK
    c.refuse(found is not None and (event or found > _DAY), _OTHER_HOURS, start)
    c.refuse(c.ahead() is Sym.HOUR and c.at(Sym.NUMBER), _OTHER_HOURS, start, first + 2)


def _told(c: Cursor) -> int | None:
    """Take "24 giờ", "120 giờ", "24 tiếng"; return the minutes."""
    if c.at(Sym.CLOCK):
        return c.next().value
    if c.at(Sym.NUMBER) and c.tokens[c.place + 1].text in _HOURS:
        return c.next(2).value * _HOUR
    return None


def _is_counted(c: Cursor, minutes: int) -> bool:
    """Say whether it is more than a day has, a day's with none behind it, or stands beside an event."""
    back = c.at(Sym.BEFORE) and c.ahead() is Sym.ONCE_DONE
    whole = minutes == _DAY and c.at(*_ENDS)
    return minutes > _DAY or whole or back or c.at(*_BESIDE)
