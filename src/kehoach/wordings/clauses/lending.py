"""The year of a plan of one year, lent to what names none."""

from collections.abc import Callable, Sequence

from kehoach.wordings.clauses.clause import FOLLOWING, Clause
from kehoach.wordings.clauses.dated import in_year
from kehoach.wordings.grammar.phrases import Limit, Meeting, Phrase


def lent(clauses: Sequence[Clause], year: int) -> tuple[Clause, ...]:
    """Give this year to what is due once and names none: "Quý II" in a plan of one year.

    Not behind a bare "mỗi năm": "mỗi năm 02 đợt, đợt 1 tháng 4, đợt 2 tháng 10" is of each year.
    """
    first = next((place for place, each in enumerate(clauses) if _is_yearly(each)), len(clauses))
    return tuple(
        clause if place > first or _needs_none(clause) else clause.changed(_lending(year))
        for place, clause in enumerate(clauses)
    )


def _needs_none(clause: Clause) -> bool:
    """Say whether a clause recurs, or has years already: "31/12 các năm 2026, 2027"."""
    dated = any(limit.has_year for limit in clause.dated)
    return clause.recurs or clause.says(FOLLOWING) or dated


def _is_yearly(clause: Clause) -> bool:
    """Say whether a clause is a rhythm of years and nothing else."""
    return clause.phrases == clause.rhythms and any(each.every == "year" for each in clause.rhythms)


def _lending(year: int) -> Callable[[Phrase], Phrase]:
    def lend(phrase: Phrase) -> Phrase:
        match phrase:
            case Limit():
                return in_year(phrase, year)
            case Meeting(month=int()):
                return phrase._replace(year=phrase.year or year)
        return phrase

    return lend
