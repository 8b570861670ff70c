"""How the files of a run stood at earlier days: judged again by what had come and was decided by then."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kehoach.run.run import Run
from kehoach.verdicts.assessment import Alike, Case, Report, assess
from kehoach.verdicts.obligations import Docket, docket
from kehoach.verdicts.tables.trend import MonthEnd, ends_of_months


def month_ends(run: Run, report: Report) -> Sequence[MonthEnd]:
    """Return how one plan stood at the end of each month since it began, and how it stands now.

    It is what ``status --as-of`` that day says of all that has a due day or waits for one; continuous
    work is left out. The files are today's, as they are for ``--as-of``.
    """
    first = min((demand.term.start for demand in report.docket.begun), default=run.as_of)
    days = ends_of_months(first, run.as_of)
    return [MonthEnd.of(day, alike) for day, alike in _judged(run, report, days)]


def _judged(
    run: Run, report: Report, days: Iterable[date]
) -> Iterator[tuple[date, Iterable[Alike]]]:
    """Yield the verdicts at the end of each of some days."""
    registry = run.registry
    for whole in _dockets(run, report, days):
        day = whole.assignment.as_of
        once = tuple(each for each in whole.begun if each.term.state != "continuous")
        case = Case(replace(whole, begun=once), report.claims, registry, day)
        yield day, run.asked.keep(assess(case).alike)


def _dockets(run: Run, report: Report, days: Iterable[date]) -> Iterator[Docket]:
    """Yield what was asked for at each day: reckoned anew only where more had been decided."""
    space, last = run.workspace, report.docket
    for day in days:
        known = space.decisions.known(last.plan.id, day)
        if known == last.assignment.decisions:
            last = last.on(day)
        else:
            last = docket(last.plan, space.registry, space.decisions, space.calendar, day)
        yield last
