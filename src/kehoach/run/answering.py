"""The run that answers a question: files in, verdicts, counts and findings out."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from kehoach.checks import (
    OfficeReview,
    PartReview,
    WholeReview,
    crossing,
    late_in,
    letters,
    wrong_across,
    wrong_in_office,
    wrong_in_part,
)
from kehoach.diagnostics import Finding
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId, PlanId
from kehoach.model.plan import Plan
from kehoach.model.workspace import Workspace
from kehoach.reading.clock import today
from kehoach.reading.folder import Folder
from kehoach.reading.positions import Located, Positions
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.git_folder import folder_at
from kehoach.reading.repositories.repository import Repository, open_repository
from kehoach.reading.repositories.revisions import day_of, shared_with
from kehoach.reading.repositories.work_tree import read_checked_out
from kehoach.reading.workspace_reading import Unusable
from kehoach.run.account import Tallied
from kehoach.run.question import Question, selected
from kehoach.run.selection import Selection
from kehoach.run.since import brought, lowered_or_moved, turned_in
from kehoach.run.surroundings import Surroundings, at_revision, surroundings
from kehoach.verdicts.assessment import Assessment, Case, Report, assess
from kehoach.verdicts.evidence import Entries, Periods, claims
from kehoach.verdicts.obligations import docket
from kehoach.words import Text

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kehoach.run.arrivals import GitArrivals
    from kehoach.run.past import Past
    from kehoach.run.versions import Versions
    from kehoach.verdicts.evidence.history import History


@dataclass(frozen=True)
class Run(Tallied):
    """The answer: what was read, the verdicts asked for, and everything found wrong.

    ``shown_folder`` prefixes file names so that they can be opened from where the user stands;
    ``files`` restricts findings to some of them, ``base`` to what is new since that run. ``blind``
    is why git could not tell what was withdrawn, amended or merged late; ``histories`` what it
    knows, by plan, where it has been asked. ``today`` is the real day of the run, or ``as_of`` where
    that is later. Findings are looked for when they are asked for.
    """

    workspace: Workspace
    reports: tuple[Report, ...]
    assessments: tuple[Assessment, ...]
    coordinating: tuple[AgencyId, ...]
    as_of: date
    timezone: str
    shown_folder: str
    asked: Selection
    repository: Repository | None
    positions: Positions = field(repr=False)
    histories: "Mapping[PlanId, History]"
    blind: Text | None = None
    revision: str | None = None
    files: frozenset[str] = frozenset()
    base: "Run | None" = None
    wordings: bool = False
    today: date | None = None

    @cached_property
    def wrong(self) -> tuple[Finding, ...]:
        """What is wrong in the files: everything found but verdicts of lateness."""
        if self.base is None:
            return self._found(self._wrong)

        new = brought(self.base.wrong, self._wrong)
        taken = lowered_or_moved(self.base.reports, self.reports, self.workspace)
        return self._found((*new, *taken))

    @cached_property
    def _wrong(self) -> tuple[Finding, ...]:
        """What is wrong in all the files, new or not."""
        return tuple(chain(self.workspace.findings, self._wrong_in_all()))

    def _wrong_in_all(self) -> Iterator[Finding]:
        """Yield what the checks find: of the office's files, of what was filed, of both."""
        office = OfficeReview(
            self.workspace,
            tuple(report.docket for report in self.reports),
            self.as_of,
            {plan: history.timeline for plan, history in self.histories.items()},
            self.blind,
            self.wordings,
            self.today,
        )
        yield from wrong_in_office(office)
        yield from wrong_in_part(self._part)
        told = crossing(self._part)
        yield from wrong_across(WholeReview(office, told, lambda: letters(self.workspace.filings)))

    @property
    def _part(self) -> PartReview:
        """Everything filed, as one part."""
        return PartReview(self.workspace, self.reports, self.histories)

    @cached_property
    def uncounted(self) -> tuple[Finding, ...]:
        """What of the office's own files does not count: it cannot be read, or is an error."""
        return tuple(filter(self.workspace.not_counted, self._wrong))

    @cached_property
    def verdicts(self) -> tuple[Finding, ...]:
        """What is late or overdue, as findings."""
        found = late_in(self._part)
        if self.base is None:
            return self._found(found)

        late = tuple(brought(self.base.verdicts, found))
        told = (*self.wrong, *late)
        turns = turned_in(self.base.reports, self.reports, self.workspace, told)
        return self._found((*late, *turns))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found: what is wrong in the files, then the verdicts of lateness."""
        return (*self.wrong, *self.verdicts)

    def _found(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings in the files asked for (all, where none was named)."""
        return tuple(
            each
            for each in found
            if not self.files
            or each.place.file in self.files
            or any(each.place.file.startswith(f"{name}/") for name in self.files)
        )

    def only_files(self, names: frozenset[str]) -> "Run":
        """Return the same run with the findings of some files only (or of folders of them)."""
        return replace(self, files=names)

    @property
    def registry(self) -> Registry:
        """The agencies and groups."""
        return self.workspace.registry

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans judged."""
        return tuple(each.plan for each in self.workspace.plans)

    def placed(self, findings: Iterable[Finding]) -> list[Located]:
        """Return findings with their lines and columns, in the order given."""
        return self.positions.located(findings)

    def located(self, findings: Iterable[Finding] | None = None) -> list[Located]:
        """Return findings (default: all) with line and column, in order of place."""
        located = self.placed(self.findings if findings is None else findings)
        return sorted(located, key=lambda each: (
            each.finding.place.file, each.line, each.column, each.finding.rule.code,
            each.finding.subject.agency or "", each.finding.subject.period or "",
        ))  # fmt: skip

    def shown_file(self, file: str) -> str:
        """Return a file's name as the user can open it."""
        return f"{self.shown_folder}{file}"

    def agency_name(self, id_: str) -> str:
        """Return the name that an agency bears at the date of the run, or its id."""
        agency = self.registry.agency.get(id_)
        return agency.name_on(self.as_of) if agency else id_


def answer(folder: Folder, shown_folder: str, question: Question) -> Run:
    """Return the run that answers a question.

    Raises:
        Unusable: a plan or the registry cannot be read.
        WrongQuestion: an agency, item, period or state asked for does not exist.
        GitTrouble: the folder lies in a repository that cannot date what needs a date.
    """
    around = surroundings(folder.root, today, git=question.git)
    if question.rev is not None:
        then = at_revision(around.needed, question.rev)
        around, folder = around.at(then), folder_at(then, folder.root)
    return _answer(folder, shown_folder, question, around)


def answer_since(folder: Folder, shown_folder: str, question: Question, revision: str) -> Run:
    """Return a run whose findings are only those that came since a git revision.

    The base is the last commit shared with it, judged at the same day; where that cannot be read,
    and where nothing has been committed yet, everything is new.

    Raises:
        Unusable, WrongQuestion, GitTrouble: as ``answer``.
    """
    run = answer(folder, shown_folder, question)
    repository = run.repository or open_repository(folder.root)
    if repository is not None and repository.head is None:
        return run  # before the first commit
    at_revision(repository, revision)
    shared = shared_with(repository, revision) if repository else None
    if shared is None:
        return run
    then = replace(question, as_of=run.as_of)
    around = Surroundings(shared if question.git else None, today)
    try:
        base = _answer(folder_at(shared, folder.root), shown_folder, then, around)
    except Unusable:
        return run
    return replace(run, base=replace(base, blind=None))


def _answer(folder: Folder, shown_folder: str, question: Question, around: Surroundings) -> Run:
    """Return the run on one state of the files; git is at work while they are read."""
    around = replace(around, thorough=question.history)
    with _past(around) as past:
        return _answered(folder, shown_folder, question, around, past)


def _answered(
    folder: Folder, shown_folder: str, question: Question, around: Surroundings, past: "Past | None"
) -> Run:
    workspace = read_checked_out(folder, around.repository).attributed()
    timezone = workspace.plans[0].plan.timezone
    as_of = question.as_of or _its_day(question, around, timezone) or around.today(timezone)
    versions = _versions(past, folder, workspace)
    judged = [_judged(workspace, each.plan, as_of, versions) for each in workspace.plans]
    reports = tuple(report for report, _ in judged)
    arrivals = [known for _, known in judged if known is not None]
    blind = _ask_git(arrivals) if question.history else None
    selection = selected(question, workspace, reports, shown_folder)
    return Run(
        workspace,
        reports,
        selection.keep(chain.from_iterable(report.assessments for report in reports)),
        tuple(_coordinating(reports, selection)),
        as_of,
        timezone,
        shown_folder,
        selection,
        around.repository,
        Positions(folder.text, workspace.lost),
        _asked(arrivals),
        blind,
        question.rev,
        wordings=question.wordings,
        today=max(as_of, around.today(timezone)),
    )


def _asked(arrivals: "Iterable[GitArrivals]") -> "dict[PlanId, History]":
    """Return the histories that were asked for, by plan."""
    return {each.plan: each.asked for each in arrivals if each.asked is not None}


def _coordinating(reports: Iterable[Report], selection: Selection) -> Iterator[AgencyId]:
    """Yield an agency for each demand asked about that it coordinates."""
    if selection.only:
        return
    for report in reports:
        for demand, agency in report.docket.coordinators:
            if selection.concerns(demand.item.id, demand.period, agency):
                yield agency


def _its_day(question: Question, around: Surroundings, timezone: str) -> date | None:
    """Return the day of the commit asked about, where it is to be judged at its own day."""
    git = around.needed if question.on_its_day else None
    return day_of(git, timezone) if git else None


def _ask_git(arrivals: "Iterable[GitArrivals]") -> Text | None:
    """Ask git what it knows; return why it cannot tell, where no day of receipt needed it."""
    try:
        for each in arrivals:
            _ = each.history
    except GitTrouble as trouble:
        return trouble.text
    return None


def _judged(
    workspace: Workspace, plan: Plan, as_of: date, versions: "Versions | None"
) -> "tuple[Report, GitArrivals | None]":
    """Return the verdicts on one plan, and who knows when things came; nobody outside git."""
    owed = docket(plan, workspace.registry, workspace.decisions, workspace.calendar, as_of)
    least = {each.key: each.quota.at_least for each in owed.obligations if each.quota}
    entries = Entries(Periods(plan, owed.demands, least), workspace.filings)
    arrivals = versions.arrivals(entries, workspace, as_of) if versions else None
    said = claims(entries, workspace.book, arrivals)
    return assess(Case(owed, said, workspace.registry, as_of)), arrivals


def _past(around: Surroundings) -> "AbstractContextManager[Past | None]":
    """Return what git knows; nothing outside it, where none of it is loaded."""
    if around.repository is None and around.trouble is None:
        return nullcontext()
    from kehoach.run.past import Past  # noqa: PLC0415 - with the whole family of git

    return closing(Past(around))


def _versions(past: "Past | None", folder: Folder, workspace: Workspace) -> "Versions | None":
    if past is None:
        return None
    from kehoach.run.versions import Versions  # noqa: PLC0415 - with the whole family of git

    return Versions(past, folder, workspace.filings)
