"""How everybody stood at ends of months, reckoned by several processes, each for agencies of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kehoach.model import file_names
from kehoach.model.ids import PlanId
from kehoach.run import Run
from kehoach.run.by_parts.parts import WHOLE, DataPart, divided, shared_out
from kehoach.run.by_parts.plain_values import plain, restored
from kehoach.run.by_parts.reckoning import PartLost
from kehoach.run.by_parts.shares import in_shares
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.tables.month_ends import month_ends
from kehoach.verdicts.tables.trend import MonthEnd, merged_months

Months = dict[PlanId, Sequence[MonthEnd]]


def months_in_shares(run: Run, jobs: int) -> Months:
    """Return how each plan stood at ends of months; the same, by however many processes."""
    plans = [report.docket.plan.id for report in run.reports]
    try:
        found = [*_by_parts(run, jobs)] if jobs > 1 and run.part == WHOLE else []
    except PartLost:  # here it succeeds, or tells why not
        found = []
    if not found:
        return dict(zip(plans, _months(run, run.reports), strict=True))
    return {plan: merged_months(each[at] for each in found) for at, plan in enumerate(plans)}


def _by_parts(run: Run, jobs: int) -> Iterator[list[list[MonthEnd]]]:
    """Yield, part by part, how each plan stood with the part's agencies.

    Raises:
        PartLost: a process did not come to its end.
    """
    owners = [file_names.owner(each.file) for each in run.workspace.filings]
    parts = divided(run.registry, owners, len(owners) // jobs)
    peopled = {part: files for part, files in parts.items() if part.agencies(run.registry)}
    for told in in_shares(shared_out(peopled, jobs), partial(_told, run)):
        yield [[MonthEnd(*end) for end in ends] for ends in restored(told)]


def _told(run: Run, share: Sequence[DataPart]) -> Iterator[Any]:
    """Yield the same as plain data."""
    for part in share:
        mine = (_of_part(report, part, run) for report in run.reports)
        yield plain([[tuple(end) for end in ends] for ends in _months(run, mine)])


def _months(run: Run, reports: Iterable[Report]) -> list[Sequence[MonthEnd]]:
    return [month_ends(each, run.asked.keep) for each in reports]


def _of_part(report: Report, part: DataPart, run: Run) -> Report:
    """Return what a report rests on as far as some agencies are concerned."""
    said = {key: each for key, each in report.claims.by_key.items() if part.holds(key.agency)}
    claims = replace(report.claims, by_key=said)
    docket = report.docket.of(part.agencies(run.registry))
    return replace(report, docket=docket, claims=claims, alike=())
