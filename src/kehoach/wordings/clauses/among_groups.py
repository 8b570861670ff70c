"""What is said to several addressees at once: each has a time, and its year or rhythm may stand once."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.dated import NO_YEAR, given_year, span_of
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Limit, Phrase, Rhythm, When

_HALF_A_YEAR = timedelta(days=183)
_WHOSE = about(": là thời hạn của ai, không rõ", ": whose time it is is not clear")
_YEARLY = Rhythm("year")


def among_groups(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give times of one addressee the year, or "hằng năm", that stands behind a later one's.

    Raises:
        Doubtful: the year of the later would make them half a year apart the wrong way round.
    """
    found: list[Clause] = []
    for clause in reversed(clauses):
        found.insert(0, _given(clause, found[0]) if found and clause.agencies else clause)
    return tuple(found)


def refuse_two_each(clauses: Sequence[Clause]) -> None:
    """Refuse two times of one addressee: the second may be everybody's.

    Raises:
        Doubtful: there are such.
    """
    for before, clause in pairwise(clauses):
        clause.refuse(clause.agencies and clause.agencies == before.agencies, _WHOSE)


def _given(clause: Clause, later: Clause) -> Clause:
    if clause.recurs or not clause.dated or not _yearless(clause):
        return clause
    if _YEARLY in later.rhythms and _yearless(later):
        return clause._replace(phrases=(*clause.phrases, _YEARLY))
    span = next((span for limit in later.dated for span in map(span_of, limit.when) if span), None)
    if later.recurs or span is None:
        return clause
    dated = clause.changed(lambda phrase: _dated(phrase, span.last.year))
    spans = [span_of(when) for limit in dated.dated for when in limit.when]
    clause.refuse(any(each and each.last > span.last + _HALF_A_YEAR for each in spans), NO_YEAR)
    return dated


def _yearless(clause: Clause) -> bool:
    return not any(span_of(when) for limit in clause.dated for when in limit.when)


def _dated(phrase: Phrase, year: int) -> Phrase:
    if not isinstance(phrase, Limit):
        return phrase
    days: tuple[When, ...] = tuple(given_year(when, year) for when in phrase.when)
    return phrase._replace(when=days)
