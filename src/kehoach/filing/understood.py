"""What was understood from one submission file: its entries, and how each of them counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kehoach.diagnostics import Affair, Severity
from kehoach.grouping import group_by
from kehoach.model.plan import Item, Plan
from kehoach.model.submissions import Submission
from kehoach.reading.positions import Located
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Demand


@dataclass(frozen=True)
class UnderstoodEntry:
    """One entry of the file: the claim it is, what the plan asked, and the verdict it has a part in.

    ``verdict`` is none where the agency does not owe the item in that period.
    """

    claim: Claim
    demand: Demand
    verdict: Assessment | None
    as_of: date

    @property
    def item(self) -> Item:
        """What the plan says."""
        return self.demand.item

    @property
    def due(self) -> date | None:
        """The last day on time, as this agency owes it."""
        return self.verdict.obligation.due if self.verdict else None

    @property
    def counts(self) -> bool:
        """Whether the verdict that stands rests on this very entry."""
        return self.verdict is not None and self.verdict.claim is self.claim

    @property
    def came(self) -> bool:
        """Whether it had been received by the date."""
        return self.claim.came_by(self.as_of)

    @property
    def days(self) -> int | None:
        """Days from the last day on time to delivery: positive is late; none where undelivered."""
        claim = self.claim
        day = claim.finished if claim.kind == "task" else claim.receipt and claim.receipt.day
        if self.due is None or day is None or claim.progress != "done" or not self.came:
            return None
        if claim.kind == "task" and self.verdict is not None and self.verdict.done:
            return self.verdict.days
        return (day - self.due).days


@dataclass(frozen=True)
class UnderstoodFile:
    """One file as it was understood; ``submission`` is none where it could not be read.

    ``owed`` is what the agency still owes by the date, the longest overdue first.
    """

    file: str
    agency: str | None
    plan: Plan | None
    submission: Submission | None
    reports: tuple[UnderstoodEntry, ...]
    tasks: tuple[UnderstoodEntry, ...]
    findings: tuple[Located, ...]
    owed: tuple[Assessment, ...]

    @property
    def entries(self) -> tuple[UnderstoodEntry, ...]:
        """Reports first, then tasks, in the order of the file."""
        return (*self.reports, *self.tasks)

    @property
    def uncounted(self) -> int:
        """How many entries of the file could be counted for nothing."""
        if self.submission is None:
            return 0
        told = {each.claim.route for each in self.entries}  # one may speak of a beginning too
        return len(self.submission.reports) + len(self.submission.tasks) - len(told)

    @property
    def acknowledged(self) -> bool:
        """Whether anything in the file had been received by the date."""
        return any(each.came for each in self.entries)

    @property
    def mendable(self) -> tuple[Located, ...]:
        """The findings that the agency can mend itself; the others are none of the letter's."""
        return tuple(each for each in self.findings if each.finding.rule.affair is Affair.AGENCY)

    @property
    def kept_back(self) -> tuple[str, ...]:
        """The codes of findings that only the office can settle."""
        rules = (each.finding.rule for each in self.findings)
        return tuple(sorted({rule.code for rule in rules if rule.affair is Affair.OFFICE}))

    @property
    def wrong(self) -> bool:
        """Whether the file has errors."""
        return any(each.finding.rule.severity is Severity.ERROR for each in self.findings)


def understood(run: Run, file: str) -> UnderstoodFile:
    """Return what was understood from a file, by its name within the data folder."""
    filed = (each.submission for each in run.workspace.filings if each.file == file)
    submission = next(filed, None)
    agency = submission.agency if submission else _by_folder(run, file)
    plans = (each for each in run.plans if submission and each.id == submission.plan)
    entries = group_by(
        sorted(_entries(run, file), key=lambda each: each.claim.route[-1]),
        lambda each: each.claim.kind,
    )
    return UnderstoodFile(
        file,
        agency,
        next(plans, None),
        submission,
        tuple(entries.get("report", ())),
        tuple(entries.get("task", ())),
        tuple(run.located(run.only_files(frozenset({file})).wrong)),
        tuple(sorted(_owed(run, agency), key=_longest_first)),
    )


def _by_folder(run: Run, file: str) -> str | None:
    """Return the agency in whose folder a file lies that cannot be read."""
    parts = file.split("/")
    return parts[1] if len(parts) > 2 and parts[1] in run.registry.agency else None  # noqa: PLR2004


def _entries(run: Run, file: str) -> Iterator[UnderstoodEntry]:
    """Yield the entries of a file that name something of a plan."""
    for report in run.reports:
        verdicts = {
            each.obligation.key._replace(agency=each.agency): each for each in report.assessments
        }
        demands = {(each.item.id, each.period): each for each in report.docket.demands}
        for claim in report.claims:
            if claim.file == file:
                demand = demands[claim.key.item, claim.key.period]
                yield UnderstoodEntry(claim, demand, verdicts.get(claim.key), run.as_of)


def _owed(run: Run, agency: str | None) -> Iterator[Assessment]:
    """Yield what an agency has not delivered: overdue, in term, or left out of a report that came.

    Where the report is missing, it alone is owed, not everything that it would have covered.
    """
    for report in run.reports:
        for each in report.assessments:
            if each.agency != agency or each.requested:
                continue
            left_out = each.reason is Reason.NOT_COVERED
            if left_out or each.status.pending:
                yield each


def _longest_first(each: Assessment) -> tuple[bool, int, str]:
    return each.uncovered, -(each.days or 0), each.obligation.demand.period
