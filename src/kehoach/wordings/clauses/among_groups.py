"""Several times in one wording, to several addressees or none: a year or rhythm may stand once."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.dated import NO_YEAR, in_year, span_of
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Day, Limit, PeriodDay, Stretch, When

_AT_MOST_BACK = timedelta(days=62)
_WHOSE = about(": là thời hạn của ai, không rõ", ": whose time it is is not clear")
BEFORE_OR_ON = about(
    ": trước ngày đó hay đúng ngày đó, không rõ", ": before that day or on it is not clear"
)
_IN_THAT_YEAR = about(
    ": trong năm đó thay cho hạn hằng năm, hay thêm vào, không rõ",
    ": whether in that year it takes the place of the yearly one is not clear",
)
_RHYTHMS_OF = {Day: "year", PeriodDay: "month"}


def among_groups(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Give times the year, month or rhythm that stands once, behind a later one.

    Raises:
        Doubtful: the year of the later would put them in another order than their words have.
    """
    found: list[Clause] = []
    for clause in reversed(clauses):
        found.insert(0, _given(clause, found[0]) if found else clause)
    return tuple(found)


def refuse_two_each(clauses: Sequence[Clause]) -> None:
    """Refuse two times of one addressee: the second may be everybody's.

    Raises:
        Doubtful: there are such.
    """
    for before, clause in pairwise(clauses):
        clause.refuse(clause.agencies and clause.agencies == before.agencies, _WHOSE)


def refuse_a_bare_day(clauses: Sequence[Clause]) -> None:
    """Refuse "trước ngày 15 hằng tháng và ngày 20 của tháng cuối quý": "trước" may be of both days.

    Raises:
        Doubtful: only "và", or a sign and no word, stands between a day before which something is due
            and another day.
    """
    for before, clause in pairwise(clauses):
        near = clause.opening == "and" or _is_straight_behind(before, clause)
        bare = near and all(limit.side is None for limit in clause.dated[:1])
        sided = any(limit.side == "before" for limit in before.dated[-1:])
        clause.refuse(clause.dated and bare and sided, BEFORE_OR_ON)


def refuse_a_year_apart(clauses: Sequence[Clause]) -> None:
    """Refuse "trước 31/12 hằng năm; năm 2026: trước 30/11": in that year there would be two.

    Raises:
        Doubtful: a day of one year stands straight beside the same of each, which names no years.
    """
    for before, clause in pairwise(clauses):
        yearly = any(_is_of_each_year(each) for each in (before, clause))
        once = any(_is_of_one_year(each) for each in (before, clause))
        near = clause.first <= before.end + 1 and before.agencies == clause.agencies
        clause.refuse(near and yearly and once, _IN_THAT_YEAR)


def _is_of_each_year(clause: Clause) -> bool:
    years = any(limit.has_year for limit in clause.dated)
    return any(rhythm.every == "year" for rhythm in clause.rhythms) and not years


def _is_of_one_year(clause: Clause) -> bool:
    """Say whether it names a year, and then a day of it: "năm 2026: trước 30/11"."""
    years = clause.dated[0].when if len(clause.dated) > 1 and not clause.recurs else ()
    return bool(years) and all(map(_is_years, years))


def _is_straight_behind(before: Clause, clause: Clause) -> bool:
    """Say whether a day of a period opens a clause with no word before it: "…; ngày 15 tháng cuối quý"."""
    first = clause.phrases[0]
    inner = isinstance(first, Limit) and any(isinstance(each, PeriodDay) for each in first.when)
    return inner and clause.first <= before.end + 1


def _given(clause: Clause, later: Clause) -> Clause:
    if clause.recurs or clause.soft or later.soft or not _yearless(clause):
        return clause
    if clause.agencies and (later.recurs or _of_day_alone(clause)):
        return _with_rhythm(clause, later)
    return clause if later.recurs else _with_year(clause, later)


def _yearless(clause: Clause) -> bool:
    """Say whether it names days and spans, and nothing else, and no year."""
    days = [when for limit in clause.dated for when in limit.when]
    return len(clause.phrases) == len(clause.dated) and not any(map(span_of, days))


def _of_day_alone(clause: Clause) -> bool:
    return all(isinstance(when, PeriodDay) for limit in clause.dated for when in limit.when)


def _with_rhythm(clause: Clause, later: Clause) -> Clause:
    """Give "trước ngày 10, … ngày 15 hằng tháng" its rhythm, or "của tháng cuối quý" its month."""
    inner = later.dated[-1].when[-1] if later.dated else None
    if isinstance(inner, PeriodDay) and inner.unit != "day" and _of_day_alone(clause):
        return clause.limited(lambda limit: _in_the_same(limit, inner))
    day = clause.dated[0].when[0]
    rhythms = [each for each in later.rhythms if each.every == _RHYTHMS_OF.get(type(day))]
    return clause._replace(phrases=(*clause.phrases, *rhythms))


def _in_the_same(limit: Limit, inner: PeriodDay) -> Limit:
    days = [when for when in limit.when if isinstance(when, PeriodDay)]
    return limit._replace(
        when=tuple(inner._replace(point={**inner.point, **day.point}) for day in days)
    )


def _with_year(clause: Clause, later: Clause) -> Clause:
    """Give "đợt 1: 15/6, đợt 2: 15/12/2026" its year; in order, or nearly so where each has its day.

    A year that is a time itself is none of another's: "tháng 6; năm 2027".
    """
    whens = [when for limit in later.dated for when in limit.when if span_of(when)]
    span = span_of(whens[0]) if whens else None
    if span is None or _is_years(whens[0]):
        return clause
    dated = clause.limited(lambda limit: in_year(limit, span.last.year))
    spans = [span_of(when) for limit in dated.dated for when in limit.when]
    back = _AT_MOST_BACK if clause.agencies else timedelta()
    clause.refuse(any(each and each.last > span.last + back for each in spans), NO_YEAR)
    return dated


def _is_years(when: When) -> bool:
    return isinstance(when, Stretch) and when.unit == "year"
