"""Months, quarters, halves and years, alone, in lists and in ranges."""

from collections.abc import Sequence

from kehoach.wordings.grammar.combinators import attempt, behind
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.numerals import at_year, index, months, ordinal, year
from kehoach.wordings.grammar.phrases import MONTHS_IN, Stretch
from kehoach.wordings.language.lexicon import ROMAN, Sym
from kehoach.words import Text

SEPARATORS = (Sym.SLASH, Sym.DASH, Sym.DOT)
_UNITS = {Sym.MONTH: "month", Sym.QUARTER: "quarter"}
_AFTER_INDEX = (
    Sym.COMMA, Sym.AND, Sym.DASH, Sym.TOWARD, Sym.YEAR, Sym.EVERY, Sym.CLOSE, Sym.SEMICOLON, Sym.END,
)  # fmt: skip
_RANGING = (Sym.DASH, Sym.TOWARD)
_ROMAN_LETTERS = frozenset("ivx")
_SEVERAL = ("các", "những", "cac", "nhung")
_MOST = {"month": 12, "quarter": 4}
_NONE_SUCH = Text("không có “{words}”", "there is no “{words}”")
_OTHER_NUMBER = about(": số năm không khớp", " says another number of years")
_BACKWARD = about(": điểm cuối đứng trước điểm đầu", " ends before it begins")
_WHOSE_YEARS = about(
    ": một tháng, quý của từng năm, hay cả năm sau, không rõ",
    ": that month or quarter of each year, or the whole of the later year, is not clear",
)
_RANGE_OR_LIST = about(
    ": gạch nối một khoảng, hay gạch đầu dòng, không rõ",
    ": a dash of a range, or of a list, is not clear",
)
_HALVES = {(3, True): ("quarter", 1), (3, False): ("quarter", 4), (6, True): ("half-year", 1),
           (6, False): ("half-year", 2), (9, True): ("nine-months", 1)}  # fmt: skip


@attempt
def stretches(c: Cursor) -> tuple[Stretch, ...] | None:
    """Take a list of stretches; those that follow one another are one: "Quý III, IV/2026, 2027".

    Raises:
        Doubtful: there is no such month or quarter, a range ends before it begins, or the number of
            years is another.
    """
    start = c.place
    if c.take(Sym.SPAN):
        c.take(Sym.FROM)
    elif c.at(Sym.FILLER) and c.token.text in _SEVERAL and c.ahead() in _UNITS:
        c.next()
    years = _number_of_years(c)
    parts = _parts(c, start)
    if not parts:
        return None
    found = _joined(_dated_by_the_last(parts))
    size = sum(part.end - part.begin for part in found)
    c.refuse(years and (len(found) > 1 or size != years * 12), _OTHER_NUMBER, start)
    return found


def spaced_dot(c: Cursor, place: int) -> bool:
    """Say whether a dot with a space behind it stands there: "2. 2026" is no month."""
    token = c.tokens[place]
    return token.sym is Sym.DOT and c.wording[token.end : token.end + 1].isspace()


def refuse_bullet(c: Cursor, dash: int) -> None:
    """Refuse "- Tháng 6/2026 - Tháng 12/2026": a range, or two entries of a list.

    Raises:
        Doubtful: the ``dash`` may be a bullet as the first sign is.
    """
    dashed = c.tokens[dash].sym is Sym.DASH and c.tokens[0].sym is Sym.DASH
    bullet = dashed and c.wording[c.tokens[dash].start - 1].isspace()
    c.refuse(bullet, _RANGE_OR_LIST, 0, dash + 1)


def _number_of_years(c: Cursor) -> int | None:
    """Take the "2" of "2 năm 2026-2027"."""
    counted = c.at(Sym.NUMBER) and not at_year(c) and c.ahead() is Sym.YEAR
    return c.next().value if counted and at_year(c, 2) else None


def _parts(c: Cursor, start: int) -> list[Stretch]:
    """Take stretches and ranges of them, divided by commas or "và"."""
    parts: list[Stretch] = []
    unit: str | None
    unit, behind_words = None, False
    while (part := _part(c, unit)) is not None:
        c.refuse(behind_words and part.unit == "year", _WHOSE_YEARS, start)
        unit, behind_words = part.unit, part.unit in _MOST and _behind_words(c, Sym.YEAR, Sym.COMMA)
        parts.append(_ranged(c, part, start))
        if not _continues(c):
            break
    return parts


def _behind_words(c: Cursor, *leads: Sym) -> bool:
    """Say whether the year just passed is led on to by one of these: "quý IV, năm 2027", not "IV/2027"."""
    return at_year(c, -1) and c.tokens[c.place - 2].sym in leads


@attempt
def _continues(c: Cursor) -> bool:
    """Pass over a comma or "và" where another stretch stands behind it."""
    if not c.take_each(Sym.COMMA, Sym.AND):
        return False
    if c.at(*_UNITS):
        return c.ahead() not in (Sym.COMMA, Sym.AND, Sym.OPEN, Sym.END, Sym.SEMICOLON)
    if c.at(Sym.YEAR):
        return at_year(c, 1)
    if at_year(c):
        return not _date_like(c)
    return _continues_by_number(c)


def _continues_by_number(c: Cursor) -> bool:
    """Say whether a number of a further month or quarter stands here, or a month and its year."""
    if c.at(Sym.NUMBER):
        return c.ahead() in _AFTER_INDEX or (c.ahead() in SEPARATORS and at_year(c, 2))
    return c.at(Sym.WORD) and c.token.text in ROMAN


def _ranged(c: Cursor, first: Stretch, start: int) -> Stretch:
    """Take the other end of a range where there is one.

    Raises:
        Doubtful: it comes before the first, or both may be years of which the first stands in each.
    """
    end = c.place
    reached = _other_end(c, first) or first
    c.refuse(reached.end <= reached.begin, _BACKWARD, start)
    of_later = first.year is None and first.unit != "year" and reached.last_unit == "year"
    c.refuse(of_later, _WHOSE_YEARS, start)  # "quý III đến năm 2030"
    led = c.tokens[start - 1].sym is Sym.FROM
    c.refuse(not led and first.unit in _MOST and _of_years(c, end), _WHOSE_YEARS, start)
    return reached


def _of_years(c: Cursor, end: int) -> bool:
    """Say whether a range of years alone stands around ``end``: "quý IV, năm 2026 - 2028"."""
    back = end - c.place
    named = at_year(c, back - 1) and c.tokens[end - 2].sym in (Sym.YEAR, Sym.COMMA)
    return named and at_year(c, -1) and c.tokens[c.place - 2].sym in _RANGING


@behind(*_RANGING)
def _other_end(c: Cursor, first: Stretch) -> Stretch | None:
    dash = c.place - 1
    c.take(Sym.TOWARD)
    last = _part(c, first.unit)
    if last is None or (last.year is None and first.year is not None):
        return None
    if first.year and first.unit != "year":
        refuse_bullet(c, dash)
    return Stretch(
        first.unit, first.first, last.last, first.year or last.year, last.unit, last.year
    )


@attempt
def _part(c: Cursor, unit: str | None) -> Stretch | None:
    """Take one stretch; in a list its unit may stand only before the first."""
    start = c.place
    if (half := _half(c)) is not None:
        return half
    named = _UNITS[c.next().sym] if c.at(*_UNITS) else _unspoken_unit(c, unit)
    return _numbered(c, named, start) if named else _year(c)


def _unspoken_unit(c: Cursor, unit: str | None) -> str | None:
    """Return what a number counts that stands without a unit: "quý I, II", "6/2026"."""
    if c.at(Sym.YEAR) or at_year(c):
        return None
    if unit in _MOST:
        return unit
    month = c.at(Sym.NUMBER) and c.ahead() in SEPARATORS and at_year(c, 2)
    month = month and not spaced_dot(c, c.place + 1)
    return "month" if month else None


def _year(c: Cursor) -> Stretch | None:
    """Take "năm 2026", "2026"; no number of things: "trước ngày 15/6, 2000 hộ"."""
    named = c.take(Sym.YEAR)
    things = c.passed.sym is Sym.COMMA and not at_year(c, -2) and c.ahead() is Sym.WORD
    if things and not named:
        return None
    found = year(c) if not _date_like(c) and (named or at_year(c)) else None
    return None if found is None else Stretch("year", 1, 1, found)


def _date_like(c: Cursor) -> bool:
    """Say whether more than a year stands here: 2026-06-30."""
    followed = c.ahead() in SEPARATORS and c.ahead(2) is Sym.NUMBER
    return at_year(c) and followed and not at_year(c, 2)


def _numbered(c: Cursor, unit: str, start: int) -> Stretch | None:
    """Take the number of a month or quarter, and its year where it stands there."""
    found = ordinal(c) or index(c, roman=unit == "quarter")
    if found is None:
        odd = unit == "quarter" and c.at(Sym.WORD) and not set(c.token.text) - _ROMAN_LETTERS
        c.refuse(odd, _NONE_SUCH, start, c.place + 1)
        return None
    c.refuse(not 1 <= found <= _MOST[unit], _NONE_SUCH, start)
    return Stretch(unit, found, found, year_after(c))


@attempt
def _half(c: Cursor) -> Stretch | None:
    """Take "6 tháng đầu năm 2026", "nửa cuối năm 2026", "nửa năm đầu 2026", "4 tháng đầu năm"."""
    count = 6 if c.take(Sym.HALF, Sym.HALF_YEARLY) else months(c)
    first = c.at(Sym.FIRST)
    if count is None or not c.take(Sym.FIRST, Sym.LAST) or not 1 <= count <= MONTHS_IN["year"]:
        return None
    c.skip(Sym.OF)
    if not c.take(Sym.YEAR) and not at_year(c):
        return None
    begin = 1 if first else MONTHS_IN["year"] + 1 - count
    unit, place = _HALVES.get((count, first), ("month", begin))
    last = place if unit != "month" else begin + count - 1
    return Stretch(unit, place, last, year(c))


@attempt
def year_after(c: Cursor) -> int | None:
    """Take the year of a month or quarter: "/2026", "năm 2026", "/năm 2026", ", năm 2026"."""
    c.take(Sym.OF, Sym.COMMA)
    c.take(*SEPARATORS)
    c.take(Sym.YEAR)
    return year(c)


def _dated_by_the_last(parts: Sequence[Stretch]) -> list[Stretch]:
    """Give each part without a year the year that stands after a later one.

    A year that is a part itself is none of another's: "tháng 6 và năm 2027".
    """
    dated: list[Stretch] = []
    later: int | None = None
    whole: int | None = None
    for part in reversed(parts):
        lent = later if part.unit in _MOST else later or whole
        dated.append(part._replace(year=part.year or lent))
        if part.unit == "year":
            whole = part.year
        else:
            later = part.year or later
    return dated[::-1]


def _joined(parts: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Join the parts of a list that follow one another without a gap."""
    done = [parts[0]]
    for part in parts[1:]:
        if done[-1].end == part.begin:
            done[-1] = done[-1].reaching(part)
        else:
            done.append(part)
    return tuple(done)
