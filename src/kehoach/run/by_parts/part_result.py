"""What came out of one part of the data: as little as pages of totals and findings need of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from kehoach.checks import Crossing, PartReview, crossing, late_in, wrong_in_part
from kehoach.diagnostics import Finding
from kehoach.model import file_names
from kehoach.model.ids import AgencyId
from kehoach.model.workspace import Workspace
from kehoach.reading.positions import Positions
from kehoach.reading.strays import Unread
from kehoach.reading.workspace_reading import Filings
from kehoach.run.account import ReceiptCounts, Tallied, is_debt, presses
from kehoach.run.inquiry import Inquiry, Judged
from kehoach.verdicts.assessment import Alike, Assessment, Reason, Report
from kehoach.verdicts.assessment.assessment import Excuse
from kehoach.verdicts.obligations import Demand, Obligation
from kehoach.verdicts.tables import Counts, Responsibility
from kehoach.verdicts.tables.changes_since import RecentChange
from kehoach.verdicts.tables.trend import Years
from kehoach.words.statuses import Status


class DemandPlace(NamedTuple):
    """Which demand: the place of its plan, its own in that, and the calendar by which it is reckoned."""

    plan: int
    demand: int
    calendar: str | None


class DemandTally(NamedTuple):
    """How many owe a demand, and how they stand."""

    demand: DemandPlace
    owing: int
    counts: Counts


class Listed(NamedTuple):
    """A verdict that pages list: on which demand, on whom it was laid, and who is ``owing`` it now.

    ``number`` is the place of ``agency`` among all on whom the demand is laid.
    """

    demand: DemandPlace
    number: int
    agency: AgencyId
    owing: AgencyId
    status: Status
    reason: Reason
    days: int | None
    due_soon: bool
    covered: bool | None
    inherited_from: AgencyId | None
    heirless: bool
    merged: tuple[AgencyId, ...]
    excuse: Excuse | None
    returned: date | None


class Verdict(NamedTuple):
    """A finding of lateness, and by what it stands among those of all parts: worst first."""

    plan: int
    days: int
    demand: int
    number: int
    finding: Finding


@dataclass(frozen=True)
class PartResult:
    """What one part of the data comes to.

    ``filed`` are the submissions that were read, ``left_out`` those that could not be; ``wrong`` and
    ``verdicts`` hold the places of what stands in submissions, where each is to be shown. Where the
    question looks ahead, ``ahead`` is what falls due by then beside what is ``pressing``, and
    ``compiled`` how the reports stand from which others are compiled.
    """

    filed: tuple[str, ...]
    left_out: tuple[str, ...]
    unread: Unread
    sample: bool
    invented: bool
    received: ReceiptCounts
    responsibilities: tuple[Responsibility, ...]
    demands: tuple[DemandTally, ...]
    by_year: Years
    pressing: tuple[Listed, ...]
    lately: Mapping[RecentChange, tuple[Listed, ...]]
    ahead: tuple[Listed, ...]
    compiled: tuple[Listed, ...]
    wrong: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    crossing: Crossing


@dataclass(frozen=True)
class _PartFigures(Tallied):
    """The figures of one part."""

    workspace: Workspace
    reports: tuple[Report, ...]
    alike: tuple[Alike, ...]
    coordinating: tuple[AgencyId, ...]
    since: date | None


class _Places:
    """Where demands stand among all."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._plans = {report.docket.plan.id: n for n, report in enumerate(reports)}
        self._demands: Mapping[Demand, int] = {
            demand: n for report in reports for n, demand in enumerate(report.docket.demands)
        }
        self._dockets = [report.docket for report in reports]

    def of(self, demand: Demand) -> DemandPlace:
        """Return the place of a demand."""
        plan = self._plans[demand.plan.id]
        return DemandPlace(plan, self._demands[demand.shared], demand.calendar)

    def number(self, owed: Obligation) -> int:
        """Return the place of an obligation among all of its demand."""
        return self._dockets[self._plans[owed.key.plan]].place(owed)[1]


def part_result(inquiry: Inquiry, filed: Filings, judged: Judged) -> PartResult:
    """Return what a part comes to."""
    asked, places = inquiry.asked, _Places(judged.reports)
    listed, beside = judged.listed(asked), tuple(judged.coordinating(asked))
    tally = _PartFigures(judged.workspace, judged.reports, listed, beside, inquiry.since)
    review = PartReview(judged.workspace, judged.reports, judged.histories)
    findings = (*filed.findings, *wrong_in_part(review))
    listing = inquiry.question.listing
    verdicts = [*_verdicts(review, places)] if listing and inquiry.question.late else []
    return PartResult(
        tuple(each.file for each in filed.filings),
        filed.left_out,
        filed.unread,
        tally.sample,
        tally.invented,
        tally.received,
        tally.responsibilities,
        tuple(
            DemandTally(places.of(demand), tally.owing[demand], counts)
            for demand, counts in tally.by_demand.items()
        ),
        tally.by_year,
        _each_listed(tally.pressing, places),
        {change: _each_listed(those, places) for change, those in tally.lately.items()},
        _each_listed(_ahead(inquiry, tally), places),
        _each_listed(_compiled(inquiry, judged), places),
        tuple(_placed(inquiry, findings) if listing else findings),
        tuple(_with_places(inquiry, verdicts)),
        crossing(review),
    )


def _ahead(inquiry: Inquiry, tally: Tallied) -> Iterator[Alike]:
    """Yield what falls due as far as the question looks ahead, and is not pressing."""
    if (days := inquiry.question.ahead) is not None:
        for each in tally.alike:
            verdict = each.verdict
            if is_debt(verdict) and not presses(verdict) and -(verdict.days or 0) <= days:
                yield each


def _compiled(inquiry: Inquiry, judged: Judged) -> Iterator[Alike]:
    """Yield the verdicts on what other reports are compiled from, for whoever looks ahead."""
    for report in judged.reports if inquiry.question.ahead is not None else ():
        parts = {item.after for item in report.docket.plan.items if item.after}
        yield from (e for e in report.alike if e.verdict.obligation.demand.item.id in parts)


def _each_listed(alike: Iterable[Alike], places: _Places) -> tuple[Listed, ...]:
    return tuple(_listed(verdict, places) for each in alike for verdict in each.each())


def _listed(each: Assessment, places: _Places) -> Listed:
    owed = each.obligation
    return Listed(
        places.of(owed.demand), places.number(owed), owed.agency, each.agency, each.status,
        each.reason, each.days, each.due_soon, each.covered, each.inherited_from, each.heirless,
        each.merged, each.excuse, each.returned,
    )  # fmt: skip


def _verdicts(review: PartReview, places: _Places) -> Iterator[Verdict]:
    """Yield the findings of lateness, each with its place among all."""
    for number, report in enumerate(review.reports):
        late = report.those(lambda each: each.overdue or each.status is Status.DONE_LATE)
        one = replace(review, reports=(report,))
        worst_first = sorted(late, key=lambda each: -(each.days or 0))
        for each, finding in zip(worst_first, late_in(one), strict=True):
            owed = each.obligation
            demand, place = places.of(owed.demand).demand, places.number(owed)
            yield Verdict(number, each.days or 0, demand, place, finding)


def _with_places(inquiry: Inquiry, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    found = _placed(inquiry, [each.finding for each in verdicts])
    for each, finding in zip(verdicts, found, strict=True):
        yield each._replace(finding=finding)


def _placed(inquiry: Inquiry, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings with line and column of what stands in submissions.

    The office's files are looked through once for all parts.
    """
    filed = f"{file_names.SUBMISSIONS}/"
    mine = [each for each in findings if each.place.file.startswith(filed)]
    placed = {
        each.finding.place: each.placed for each in Positions(inquiry.folder.text).located(mine)
    }
    for each in findings:
        yield each._replace(place=placed.get(each.place, each.place))
