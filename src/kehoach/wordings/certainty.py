"""What is certain of a wording that is not wholly understood.

Two ways lead to it: a rule of one clause where only another clause is in doubt, and what stands in other
parts of the wording (between commas, "và", brackets) than the words in doubt. Neither is a deadline by
itself: ``Reading.certain`` is there to be shown to whoever decides.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.rule_forms import rule_forms
from kehoach.wordings.file_forms import Form
from kehoach.wordings.grammar.cursor import Cursor, Doubtful
from kehoach.wordings.grammar.numerals import UNITS
from kehoach.wordings.language.lexicon import Sym, Token

_DIVIDERS = (Sym.COMMA, Sym.SEMICOLON, Sym.AND, Sym.OPEN, Sym.CLOSE, Sym.END)
_UNCERTAIN = (Sym.UNDOING, Sym.OR)
_OF_TIME = (Sym.NUMBER, Sym.CLOCK, Sym.WEEKDAY, Sym.TERM, Sym.HALF_YEARLY, Sym.WORKDAY, *UNITS)
_EXCEPTING = ("trừ", "ngoại trừ", "riêng", "tru", "ngoai tru", "rieng")
_SIDED = (Sym.BEFORE, Sym.BY, Sym.TOWARD, Sym.EVERY, Sym.LENGTH_OF, Sym.ONCE_DONE, Sym.SINCE)
_DATING = ("by", "before", "plus", "minus", "session")
_LEADING_TO_A_DAY = ("ngày", "thứ", "ngay", "thu")
Range = tuple[int, int]
"""The tokens between two dividers: the first, and the one behind the last."""
_MOST_PARTS = 12


def sure_forms(clauses: Sequence[Clause]) -> tuple[Form, ...]:
    """Return the rules of those clauses that are in no doubt, where they name their day."""
    found: list[Form] = []
    for clause in clauses:
        if clause.soft or (not clause.recurs and any(each.side is None for each in clause.dated)):
            continue  # an aim; a day alone, which may be that of a letter or of an event
        try:
            found += rule_forms((clause,))
        except Doubtful:
            continue
    return dating(found)


def dating(forms: Sequence[Form]) -> tuple[Form, ...]:
    """Return the rules that name a day, which no other words of time can narrow.

    "Hằng năm" alone ends with the year, but not where "khoảng ngày 15/6" stands beside it.
    """
    return tuple(form for form in forms if any(key in form for key in _DATING))


class Beside(NamedTuple):
    """The parts of a wording that are not in doubt, and what may be sure of the rules they make.

    ``timely``: those in doubt speak of time; ``excepting``: of a time to which a rule does not apply.
    """

    words: str = ""
    timely: bool = False
    excepting: bool = False

    def sure(self, forms: Sequence[Form]) -> tuple[Form, ...]:
        """Return the rules that what is in doubt cannot change."""
        sure = dating(forms) if self.timely else tuple(forms)
        return tuple(form for form in sure if not (self.excepting and "every" in form))


def beside(c: Cursor, first: int, end: int) -> Beside:
    """Return the parts beside those in doubt, which have tokens from ``first`` up to ``end``.

    Nothing is left where a word says that some part no longer holds, or is one of several, or that an
    hour is another: "5 giờ đúng chiều ngày 30/6".
    """
    if c.tokens[first].sym is Sym.DAYPART:
        if any(token.sym is Sym.CLOCK for token in c.tokens):
            return Beside()
        return Beside(_without_part_of_day(c, c.tokens[first]))
    parts = list(_parts(c))
    if len(parts) > _MOST_PARTS or any(token.sym in _UNCERTAIN for token in c.tokens):
        return Beside()
    doubted = [part for part in parts if part[0] < end and first < part[1]]
    return _beside(c, parts, doubted)


def _beside(c: Cursor, parts: Sequence[Range], doubted: Sequence[Range]) -> Beside:
    doubtful = [token for part in doubted for token in c.tokens[slice(*part)]]
    if not _timely(doubtful):
        return Beside("; ".join(_runs(c, parts, doubted)))
    if not all(_sided(c.tokens[slice(*part)]) for part in parts if part not in doubted):
        return Beside()
    excepting = any(token.text in _EXCEPTING for token in doubtful)
    return Beside("; ".join(_runs(c, parts, doubted)), timely=True, excepting=excepting)


def _timely(tokens: Sequence[Token]) -> bool:
    return any(token.sym in _OF_TIME for token in tokens)


def _sided(tokens: Sequence[Token]) -> bool:
    """Say whether a part that speaks of time says on which side of it: a day alone may be a letter's."""
    return not _timely(tokens) or any(token.sym in _SIDED for token in tokens)


def _without_part_of_day(c: Cursor, token: Token) -> str:
    """Return "chiều thứ Sáu hằng tuần" as "thứ Sáu hằng tuần": the day is certain, and the hour is not."""
    word = token.text.split()[-1]
    kept = word if word in _LEADING_TO_A_DAY else ""
    return f"{c.wording[: token.start]}{kept}{c.wording[token.end :]}"


def _parts(c: Cursor) -> Iterator[Range]:
    """Yield the tokens between dividers, from the first of each up to its end."""
    first = 0
    for place, token in enumerate(c.tokens):
        if token.sym in _DIVIDERS:
            if first < place:
                yield first, place
            first = place + 1


def _runs(c: Cursor, parts: Sequence[Range], doubted: Sequence[Range]) -> Iterator[str]:
    """Yield the wording's own words between the parts in doubt."""
    run: Range | None = None
    for part in parts:
        if part not in doubted:
            run = (run[0] if run else part[0], part[1])
        elif run:
            yield c.words(*_closed(c, run))
            run = None
    if run:
        yield c.words(*_closed(c, run))


def _closed(c: Cursor, run: Range) -> Range:
    """Return a run with the bracket behind it that closes one of its own: "trước 30/6 (cấp xã)"."""
    first, end = run
    syms = [token.sym for token in c.tokens[first : end + 1]]
    return first, end + (syms[-1] is Sym.CLOSE and syms.count(Sym.OPEN) == syms.count(Sym.CLOSE))
