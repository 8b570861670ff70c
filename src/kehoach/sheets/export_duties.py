"""The due days of a calendar: what has been judged, and what the plan asks for later on."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.verdicts.obligations import Demand, docket


class Duty(NamedTuple):
    """Who owes what on which day, and whether it has still to come.

    ``verdict`` is ``None`` where the period has not begun.
    """

    demand: Demand
    agency: str
    due: date
    open: bool
    verdict: Assessment | None


def duties(run: Run) -> Iterator[Duty]:
    """Yield every duty with a due day: judged ones first, then those that lie ahead."""
    for each in run.assessments:
        if each.obligation.due is not None:
            still = not each.status.closed
            yield Duty(each.obligation.demand, each.agency, each.obligation.due, still, each)
    if not run.asked.only:  # what has not begun is in none of the states
        for report in run.reports:
            yield from _ahead(run, report)


def _ahead(run: Run, report: Report) -> Iterator[Duty]:
    """Yield the duties of periods that begin after the date, as far as is known at the date."""
    plan, registry = report.docket.plan, run.registry
    starts = [demand.term.start for demand in report.docket.demands]
    known = run.workspace.decisions.known(plan.id, run.as_of)
    last = max([run.as_of, *starts])
    later = docket(plan, registry, known, run.workspace.calendar, last)
    seen = set()
    for each in later.obligations:
        demand, due = each.demand, each.due
        if demand.term.start <= run.as_of or due is None:
            continue
        for agency in registry.heirs_on(each.agency, due) or (each.agency,):
            key = demand.item.id, demand.period, agency
            if key not in seen and run.asked.concerns(*key):
                seen.add(key)
                yield Duty(demand, agency, due, each.waiver is None, None)
