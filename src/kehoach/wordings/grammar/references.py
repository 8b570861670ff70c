"""Days and periods of something else: a basis, a comparison, a report's own period, a session's day."""

from kehoach.wordings.grammar.combinators import attempt, behind, peek
from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.days import day
from kehoach.wordings.grammar.numerals import at_year, numbered
from kehoach.wordings.grammar.occurrences.meetings import pass_over_its_name
from kehoach.wordings.grammar.stretches import stretches
from kehoach.wordings.grammar.titles import made_for_a_year
from kehoach.wordings.language.lexicon import WORDS, Sym

_PROPOSING = (("đề", "xuất"), ("kiến", "nghị"), ("de", "xuat"), ("kien", "nghi"))
_ONLY_PROPOSED = about(
    ": mới là đề xuất, chưa phải thời hạn được giao", " is proposed, and not imposed"
)
_ENDS = (Sym.COMMA, Sym.SEMICOLON, Sym.END, Sym.CLOSE)
_LIMITS = (Sym.BEFORE, Sym.BY, Sym.TOWARD, Sym.LENGTH_OF, Sym.WITHIN, Sym.EVERY, Sym.PERIODIC)
_WHOSE = about(
    ": thời hạn của việc, hay của căn cứ, không rõ",
    ": a limit of the work, or of its basis, is not clear",
)


def of_another(c: Cursor) -> bool:
    """Pass over what has days that are no deadline's."""
    _refuse_proposed(c)
    return bool(_basis(c) or _comparison(c)) or _reported_period(c) or _session_on_a_day(c)


@peek
def _refuse_proposed(c: Cursor) -> None:
    """Refuse "đề xuất 30/6/2026".

    Raises:
        Doubtful: a day is proposed, and not imposed.
    """
    start = c.place
    if (c.token.text, c.tokens[start + 1].text) in _PROPOSING:
        c.next(2)
        c.refuse(day(c), _ONLY_PROPOSED, start)


@behind(Sym.BASIS)
def _basis(c: Cursor) -> bool | None:
    """Pass over "Căn cứ Quyết định ngày 15/4/2026", up to the comma behind it.

    Raises:
        Doubtful: a limit stands in it, which may be the work's.
    """
    start = c.place - 1
    limits = False
    while not c.at(*_ENDS):
        limits |= c.next().sym in _LIMITS
    c.refuse(limits, _WHOSE, start)
    return True


@behind(Sym.COMPARED)
def _comparison(c: Cursor) -> bool | None:
    """Pass over "so với cùng kỳ năm 2025": what is compared with."""
    c.skip(*WORDS, Sym.THIS, Sym.TERM, Sym.OF)
    return (stretches(c) or day(c)) is not None or None


@attempt
def _reported_period(c: Cursor) -> bool:
    """Pass over the period of "báo cáo 9 tháng năm 2026 trước ngày …", "kế hoạch quý III/2026: …"."""
    named = c.passed.sym is Sym.REPORT or made_for_a_year(c)
    spans = stretches(c) if named else None
    if not spans or not all(span.year for span in spans):
        return False
    return c.at(Sym.BEFORE, Sym.BY) or c.token.text == ":"


@attempt
def _session_on_a_day(c: Cursor) -> bool:
    """Pass over the name of a session whose day stands behind it: the day is what counts."""
    if not c.take(Sym.SESSION):
        return False
    pass_over_its_name(c)
    figures = c.at(Sym.NUMBER) and c.ahead() in (Sym.SLASH, Sym.DOT) and not at_year(c, 2)
    return figures or (c.at(Sym.DAY) and numbered(c, 1))
