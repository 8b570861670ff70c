"""Sessions: "tại phiên họp tháng 12", "kỳ họp chuyên đề tháng 5/2026", "kỳ họp gần nhất"."""

from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import UNITS, at_year, year
from kehoach.wordings.grammar.phrases import Meeting, Stretch
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.language.lexicon import WORDS, Sym

_BEHIND_A_NUMBER = (Sym.SLASH, Sym.WORKDAY, *UNITS)
_IN_A_NAME = (*WORDS, Sym.OF, Sym.WEEKDAY, Sym.NUMBER, Sym.WITHIN, Sym.FILLER)
_PARTS_OF_A_YEAR = (Sym.FIRST, Sym.MIDDLE, Sym.LAST)
_NTH = ("thứ", "thu")
_EACH = ("các", "những", "mỗi", "từng", "cac", "nhung", "moi", "tung")
_WHICH_MONTH = about(": kỳ họp tháng nào, không rõ", ": a session of which month is not clear")
_SEVERAL = about(": nhiều kỳ họp trong một câu", ": several sessions in one sentence")


@behind(Sym.SESSION)
def meeting(c: Cursor) -> Meeting | None:
    """Take a session, and the month or the year that it is in.

    Raises:
        Doubtful: there are several.
    """
    start = c.place - 1
    c.refuse(c.tokens[start - 1].text in _EACH, _SEVERAL, start - 1)
    pass_over_its_name(c)
    if (month := _month(c, start)) is not None:
        return Meeting(month=month.first, year=month.year)
    c.skip(Sym.NEAREST, Sym.OF, *_PARTS_OF_A_YEAR)
    c.take(Sym.YEAR)
    year(c)
    c.refuse(c.at(Sym.COMMA, Sym.AND) and c.ahead() in _PARTS_OF_A_YEAR, _SEVERAL, start)
    return Meeting(c.words(start))


def pass_over_its_name(c: Cursor) -> None:
    """Pass over "UBND tỉnh", "thứ 10" behind a session, up to its month, its year or its day."""
    while c.at(*_IN_A_NAME):
        ordinal = c.passed.text in _NTH  # "phiên họp thứ 10 tháng 12/2026": the tenth, and no 10th
        figures = c.ahead() is Sym.DOT and c.ahead(2) is Sym.NUMBER  # "phiên họp 05.5.2026"
        timely = figures or c.ahead() in _BEHIND_A_NUMBER or at_year(c)
        if c.at(Sym.NUMBER) and not ordinal and timely:
            return
        c.next()


@attempt
def _month(c: Cursor, start: int) -> Stretch | None:
    """Take the one month that it is in.

    Raises:
        Doubtful: there are several, or it is in a quarter, and of which month is not said.
    """
    found = stretches(c)
    if found is None:
        return None
    c.refuse(len(found) > 1 or found[0].first != found[0].last, _SEVERAL, start)
    c.refuse(found[0].unit not in ("month", "year"), _WHICH_MONTH, start)
    return found[0] if found[0].unit == "month" else None
