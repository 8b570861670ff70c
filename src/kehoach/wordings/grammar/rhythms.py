"""How often: "hàng năm", "định kỳ 6 tháng", "05 năm một lần", "02 lần/năm"."""

from kehoach.wordings.grammar.combinators import attempt, behind, one_of, peek
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import UNITS, amount, at_year, months, number, numbered
from kehoach.wordings.grammar.phrases import LeastNumber, Rhythm
from kehoach.wordings.grammar.somebody import SEVERAL
from kehoach.wordings.language.lexicon import WORDS, Sym
from kehoach.words import Text

_SEVERAL_MONTHS = {"6 months": "half-year", "9 months": "nine-months", "12 months": "year"}
_OPENING = (
    Sym.END,
    Sym.OPEN,
    Sym.SEMICOLON,
    Sym.MARK,
)  # what stands before the first word of a part
_SCHOOL = ("năm học", "niên khóa", "nam hoc", "nien khoa")
_SCHOOL_YEARS = Rhythm("year", starting="09-01")  # the school year begins in September
_A_LENGTH_TOO = ("nửa năm", "nua nam")
_COUNTED_ON = (Sym.SINCE, Sym.AFTER, Sym.ONCE_DONE, Sym.BEFORE)  # not "từ năm 2026", a beginning
_NEXT_TO_NOW = ("tới", "nữa", "qua", "nay", "vừa qua", "sắp tới", "toi", "nua")
_FIRST_MONTHS = {6: "first-half", 9: "nine-months"}


def _several(times: int) -> Text:
    """Return that each time needs a day of its own: who gave the task must be asked for them."""
    return about(
        f" không nêu ngày của từng lần: cần hỏi cho đủ {times} ngày (hai lần thì ví dụ “ngày 15/6 và "
        "15/12 hằng năm”)",
        f" names no day for each time: {times} days must be asked for (for two, e.g. “ngày 15/6 và "
        "15/12 hằng năm”)",
    )


@behind(Sym.EVERY, Sym.REFERENCE)
def _every(c: Cursor) -> Rhythm | None:
    """Take "hàng năm", "mỗi 6 tháng", "theo quý", "mỗi tháng 01 lần".

    Raises:
        Doubtful: several times a period.
    """
    start = c.place - 1
    if c.at(Sym.WORKDAY):
        return _of_working_days(c)
    if c.take(Sym.ERA):
        return _SCHOOL_YEARS if c.passed.text in _SCHOOL else None
    every = UNITS.get(c.sym) if c.ahead() is Sym.NUMBER else None
    if every and c.ahead(2) in WORDS:
        c.next()  # mỗi quý 01 cuộc
    elif every and c.ahead(2) is Sym.TIMES:
        c.next()
        times = c.token.value
        c.refuse(not _once_a(c), _several(times), start, c.place + 2)
    else:
        every = _unit(c)
        c.take(Sym.ONCE_A)
    return Rhythm(every) if every else None


@behind(Sym.LAST)
def _end_of_each_day(c: Cursor) -> Rhythm | None:
    """Take "cuối mỗi ngày làm việc": the end of a day is its own."""
    days = c.at(Sym.EVERY) and c.ahead() in (Sym.DAY, Sym.WORKDAY)
    return _every(c) if days else None


@behind(Sym.FILLER)
def _working_days(c: Cursor) -> Rhythm | None:
    """Take "các ngày làm việc"."""
    return _of_working_days(c) if c.passed.text in SEVERAL and c.at(Sym.WORKDAY) else None


def _of_working_days(c: Cursor) -> Rhythm | None:
    """Take "ngày làm việc", "ngày làm việc trong tuần", but not "ngày làm việc cuối cùng"."""
    c.next()
    c.run(Sym.WITHIN, Sym.WEEK)
    return None if c.at(Sym.FIRST, Sym.LAST) else Rhythm("working day")


@behind(Sym.PERIODIC)
def _periodic(c: Cursor) -> Rhythm | None:
    """Take "định kỳ hàng năm", "định kỳ 6 tháng"."""
    c.take(Sym.REPORT)
    found = _every(c) if c.at(Sym.EVERY) else None
    every = None if found else first_months(c) or _unit(c)
    _once_a(c)
    return Rhythm(every) if every else found


@behind(Sym.HALF_YEARLY)
def _half_yearly(c: Cursor) -> Rhythm | None:
    """Take "bán niên", "nửa năm một lần"; "nửa năm kể từ ngày ký" is a length, as "06 tháng" is."""
    if c.at(Sym.FIRST, Sym.LAST) or (c.passed.text in _A_LENGTH_TOO and _is_one(c)):
        return None
    c.take(Sym.ONCE_A)
    return Rhythm("half-year")


def _is_one(c: Cursor) -> bool:
    """Say whether the half-year before this is one: a length that is counted, or that of a year."""
    counted = c.at(Sym.COMMA) and c.ahead() in _COUNTED_ON and c.ahead() is not Sym.BEFORE
    one = c.at(*_COUNTED_ON, Sym.NEXT, Sym.PAST, Sym.NUMBER) or c.token.text in _NEXT_TO_NOW
    return counted or one or c.tokens[c.place - 2].sym in (Sym.WITHIN, Sym.LENGTH_OF, Sym.BY)


@attempt
def _times(c: Cursor) -> Rhythm | None:
    """Take "01 lần/năm", "một lần mỗi quý"; more than once has no days of its own.

    Raises:
        Doubtful: several times a period.
    """
    start = c.place
    found = 1 if c.take(Sym.ONCE_A) else number(c)
    if found is None or not (c.passed.sym is Sym.ONCE_A or c.take(Sym.TIMES)):
        return None
    c.take(Sym.SLASH, Sym.WITHIN)
    c.take(Sym.EVERY)
    unit = _unit(c)
    c.refuse(unit and found != 1, _several(found), start)
    return Rhythm(unit) if unit else None


@attempt
def _told_once(c: Cursor) -> Rhythm | None:
    """Take "05 năm một lần", "cuộc/quý", and "6 tháng (trước …": what stands before its limit."""
    opens = c.passed.sym in _OPENING
    among = c.passed.sym in (Sym.WORD, Sym.TIMES) and c.take(Sym.SLASH)
    every = _unit(c)
    if every is None:
        return None
    listed = opens and _further_rhythm(c) is not None  # "quý, 6 tháng và năm"
    heads = (c.at(Sym.OPEN) or c.token.text == ":") and c.ahead() in (Sym.BEFORE, Sym.BY)
    return Rhythm(every) if among or heads or listed or _once_a(c) else None


@behind(Sym.REPORT)
def _report(c: Cursor) -> Rhythm | None:
    """Take "báo cáo quý", "báo cáo 6 tháng đầu năm": the report of each such period."""
    if c.tokens[c.place - 2].sym is Sym.WITHIN:
        return None  # "nêu trong báo cáo năm": where something is told, and not when
    c.take_each(Sym.PERIODIC, Sym.TERM)
    found = _every(c) if c.at(Sym.EVERY) else None
    return found or _reported(c)


def _reported(c: Cursor) -> Rhythm | None:
    """Take "6 tháng đầu năm", "quý", "05 năm" behind "báo cáo"."""
    first = first_months(c) if c.at(Sym.NUMBER) and c.ahead() is Sym.MONTH else None
    if first:
        return Rhythm(first)
    years = c.at(Sym.NUMBER) and c.ahead() is Sym.YEAR  # "tổng kết 05 năm thi hành Luật"
    every = None if years else _unit(c)
    return Rhythm(every) if every and not _goes_on(c, Sym.PAST) else None


def _goes_on(c: Cursor, *others: Sym) -> bool:
    """Say whether a unit is one certain period: "quý sau", "quý đầu", "quý cuối", "quý II"."""
    return c.at(Sym.NEXT, Sym.AFTER, Sym.FIRST, Sym.LAST, *others) or numbered(c)


rhythm = one_of(
    _every, _end_of_each_day, _working_days, _periodic, _half_yearly, _times, _told_once
)
"""Take a rhythm; the name of a report that says one ("báo cáo quý") is ``labelled``."""


@attempt
def labelled(c: Cursor) -> Rhythm | None:
    """Take "đối với báo cáo 06 tháng", "báo cáo năm": what the limit beside it is for."""
    led = c.take(Sym.FOR)
    found = _report(c) or (rhythm(c) if led else None)
    return found._replace(label=True) if found else None


@peek
def _further_rhythm(c: Cursor) -> Rhythm | None:
    return further(c)


@attempt
def further(c: Cursor) -> Rhythm | None:
    """Take another rhythm of a list: "hàng tháng, quý, 6 tháng và năm"."""
    if not c.take_each(Sym.COMMA, Sym.AND):
        return None
    c.take(Sym.EVERY)
    every = _unit(c)
    return Rhythm(every) if every and not _goes_on(c, Sym.SLASH) else None


@attempt
def first_months(c: Cursor) -> str | None:
    """Take "6 tháng đầu năm" without a year."""
    found = months(c)
    plain = c.run(Sym.FIRST, Sym.YEAR) and not at_year(c)
    return _FIRST_MONTHS[found] if plain and found in _FIRST_MONTHS else None


def _unit(c: Cursor) -> str | None:
    """Take "6 tháng", "05 năm", or a unit that no number follows: "năm 2026" is no rhythm."""
    if (counted := _counted_unit(c)) is not None:
        return counted
    if c.sym in UNITS and c.ahead() is not Sym.NUMBER:
        return UNITS[c.next().sym]
    return "half-year" if c.take(Sym.HALF_YEARLY) else None


@attempt
def _counted_unit(c: Cursor) -> str | None:
    """Take "6 tháng", "05 năm", "02 tuần"."""
    found = amount(c)
    if found is None or (found.unit == "year" and at_year(c)) or c.at(Sym.FIRST, Sym.LAST):
        return None
    return found.unit if found.number == 1 else _SEVERAL_MONTHS.get(found.name, found.name)


@attempt
def _once_a(c: Cursor) -> bool:
    """Take "một lần", "/lần", "01 lần"."""
    divided = c.take(Sym.SLASH)
    if c.take(Sym.ONCE_A):
        return True
    found = number(c)
    return c.take(Sym.TIMES) and (found == 1 or (found is None and divided))


@attempt
def quantity(c: Cursor) -> LeastNumber | None:
    """Take "ít nhất 02 lĩnh vực", "mỗi quý 01 cuộc": a number, and of what."""
    each = c.at(Sym.NUMBER) and c.tokens[c.place - 2].sym is Sym.EVERY
    if not c.take(Sym.AT_LEAST) and not each:
        return None
    found = number(c)
    first = c.place
    c.skip(*WORDS, Sym.REPORT, Sym.FILLER, Sym.TIMES, Sym.PERCENT)
    if found is None or c.place == first:
        return None
    return LeastNumber(found, c.words(first))
