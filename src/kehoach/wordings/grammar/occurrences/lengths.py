"""Lengths of time: "05 ngày làm việc", "01 năm 06 tháng", "48 giờ"."""

from kehoach.wordings.grammar.combinators import attempt
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import UNITS, Amount, amount
from kehoach.wordings.grammar.occurrences.hours import hours
from kehoach.wordings.grammar.rough import refuse_a_rough_length, refuse_two_numbers
from kehoach.wordings.language.lexicon import Sym

_LENGTHS = UNITS | {Sym.WORKDAY: "working day"}
# What may stand behind each unit of a length; working days and others are not reckoned together.
_SMALLER = {
    "year": ("quarter", "month", "week", "day"), "quarter": ("week", "day"), "month": ("week", "day"),
    "week": ("day",), "day": (), "working day": (),
}  # fmt: skip
BEGINNINGS = (Sym.SINCE, Sym.ONCE_DONE, Sym.AFTER, Sym.FROM)
# Behind these a length is part of a name: "06 tháng đầu năm", "hết thời hạn 30 ngày kể từ ngày niêm yết".
GOING_ON = (*BEGINNINGS, Sym.BEFORE, Sym.ONCE_A, Sym.TIMES, Sym.SLASH, Sym.FIRST, Sym.LAST)
_NO_LENGTH = about(
    ": không rõ có cộng thành một thời hạn không, và cộng thế nào",
    ": whether these add up to one length, and how, is not clear",
)


@attempt
def the_length(c: Cursor) -> str | None:
    """Take "05 ngày làm việc", "nửa tháng" (Civil Code 2015, Art. 146.1: 15 days).

    Raises:
        Doubtful: it is no certain length.
    """
    start = c.place
    refuse_two_numbers(c, start)
    found = _length(c)
    if found is not None:
        refuse_a_rough_length(c, start)
    return found


def _length(c: Cursor) -> str | None:
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
    if parts[-1].unit in ("month", "year") and c.at(Sym.NUMBER):
        return None  # "10 tháng 7 năm 2026" is a day
    return " ".join(part.name for part in parts)


@attempt
def _smaller(c: Cursor, part: Amount) -> Amount | None:
    """Take the next part of a length in several units: "06 tháng" of "01 năm 06 tháng"."""
    found = amount(c)
    return found if found and found.unit in _SMALLER[part.unit] else None


@attempt
def _goes_on(c: Cursor) -> bool:
    """Take a further part that makes no one length with those before: "01 tháng 05 ngày làm việc".

    Neither does "06 tháng và 15 ngày trước ngày …", which may be two deadlines.
    """
    c.take(Sym.COMMA, Sym.AND)
    return amount(c, _LENGTHS) is not None and c.at(*BEGINNINGS, Sym.BEFORE)
