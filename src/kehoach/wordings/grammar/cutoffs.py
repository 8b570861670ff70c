"""What a report's data cover: "(số liệu tính đến 14/12)", "(từ 15/12 năm trước đến 14/12)": no deadline."""

from kehoach.wordings.grammar.combinators import attempt, peek
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.period_days import PERIODS
from kehoach.wordings.grammar.titles import annexes
from kehoach.wordings.language.lexicon import Sym

_LEADING = (Sym.FILLER, Sym.REPORT, Sym.WORD, Sym.WITHIN, Sym.ON)
_OPENING = (Sym.COMMA, Sym.SEMICOLON, Sym.DOT, Sym.OPEN, Sym.END)  # END: nothing stands before
_ENDS = (Sym.END, Sym.SEMICOLON, Sym.CLOSE, Sym.OPEN)
_CHANGING = (Sym.BY, Sym.REQUEST, Sym.EVERY)
_DENYING = ("trừ", "không", "nếu", "chưa", "riêng", "tru", "khong", "neu", "chua", "rieng")


@attempt
def cut_off(c: Cursor) -> bool:
    """Pass over what is told of the data, in brackets or behind a comma, up to where it ends."""
    bracket = c.take(Sym.OPEN)
    if not bracket and c.passed.sym not in _OPENING:
        return False
    first = c.place
    told = _of_data(c, bracketed=bracket) or (bracket and _over_past(c, first))
    if bracket:
        c.take(Sym.CLOSE)
    return told


@peek
def annexes_or_data(c: Cursor) -> bool:
    """Say whether brackets stand here that name annexes, or which data are meant."""
    return bool(annexes(c)) or cut_off(c)


@attempt
def _of_data(c: Cursor, *, bracketed: bool) -> bool:
    """Pass over words that begin with the data's, and set no time by which they are sent."""
    if bracketed:
        c.skip(*_LEADING)
    return c.take(Sym.DATA) and _to_its_end(c, within=bracketed)


@attempt
def _over_past(c: Cursor, first: int) -> bool:
    """Pass over "từ 15/12 năm trước đến 14/12 năm báo cáo": it begins in the period before."""
    if not c.take(Sym.FROM, Sym.SINCE) or not _to_its_end(c, within=True):
        return False
    past = any(_before_unit(c, place) for place in range(first, c.place))
    return past and any(token.sym is Sym.TOWARD for token in c.tokens[first : c.place])


def _to_its_end(c: Cursor, *, within: bool) -> bool:
    """Pass over all up to the end of the brackets, or of the part; say whether it is of data alone."""
    first = c.place
    while not c.at(*_ENDS) and (within or not c.at(Sym.COMMA)):
        c.next()
    return not any(_sets_a_time(c, place) for place in range(first, c.place))


def _sets_a_time(c: Cursor, place: int) -> bool:
    token = c.tokens[place]
    before = token.sym is Sym.BEFORE and not _before_unit(c, place)
    return before or token.sym in _CHANGING or token.text in _DENYING


def _before_unit(c: Cursor, place: int) -> bool:
    """Say whether this is the "trước" of "năm trước", "tháng trước liền kề"."""
    return c.tokens[place].sym in (Sym.BEFORE, Sym.PAST) and c.tokens[place - 1].sym in PERIODS
