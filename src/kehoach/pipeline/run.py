"""A question, and the run that answers it: files in, verdicts, counts and findings out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property

from kehoach.assessment import Assessment, Case, Report, assess
from kehoach.checks import Review, late_in, wrong_in
from kehoach.diagnostics import Finding
from kehoach.evidence import Periods, claims
from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.model.workspace import Workspace
from kehoach.obligations import docket
from kehoach.pipeline.arrivals import GitArrivals
from kehoach.pipeline.selection import ONLY, Selection
from kehoach.sources.clock import today
from kehoach.sources.folder import DataFolder
from kehoach.sources.git import Repository, open_repository
from kehoach.sources.positions import Located, Positions
from kehoach.sources.reading import read_workspace
from kehoach.summaries import Counts, Responsibility, responsibilities, total
from kehoach.texts import Text, fold


class WrongQuestion(Exception):  # noqa: N818 - the user asked for what is not there
    """The question names something that does not exist."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class Question:
    """What is asked of a data folder; ``as_of`` defaults to today in the plan's timezone.

    Without ``git`` what the registry book does not date counts by its declared day.
    """

    as_of: date | None = None
    agencies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    git: bool = True


@dataclass(frozen=True)
class Run:
    """The answer: what was read, the verdicts asked for, and everything found wrong.

    ``shown_folder`` prefixes file names so that they can be opened from where the user stands;
    ``files`` restricts findings to some of them. Findings are looked for, and git is called, when
    they are asked for.
    """

    workspace: Workspace
    reports: tuple[Report, ...]
    assessments: tuple[Assessment, ...]
    coordinating: tuple[str, ...]
    as_of: date
    timezone: str
    shown_folder: str
    asked: Selection
    repository: Callable[[], Repository | None]
    positions: Positions = field(repr=False)
    files: frozenset[str] = frozenset()

    @cached_property
    def wrong(self) -> tuple[Finding, ...]:
        """What is wrong in the files: everything found but verdicts of lateness."""
        return self._found(wrong_in(Review(self.workspace, self.reports)))

    @cached_property
    def verdicts(self) -> tuple[Finding, ...]:
        """What is late or overdue, as findings."""
        return self._found(late_in(Review(self.workspace, self.reports)))

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

    @property
    def sample(self) -> bool:
        """Whether any verdict shown rests on invented data."""
        return any(each.sample for each in self.assessments)

    @cached_property
    def counts(self) -> Counts:
        """Counts over the verdicts asked for: the sum of all agencies'."""
        return total(row.counts for row in self.responsibilities)

    @cached_property
    def responsibilities(self) -> tuple[Responsibility, ...]:
        """The responsibility table over the verdicts asked for."""
        return responsibilities(self.assessments, self.coordinating)

    def located(self, findings: Iterable[Finding] | None = None) -> list[Located]:
        """Return findings (default: all) with line and column, in order of place."""
        located = map(self.positions.locate, self.findings if findings is None else findings)
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


def answer(folder: DataFolder, shown_folder: str, question: Question) -> Run:
    """Return the run that answers a question.

    Raises:
        Unusable: a plan or the registry cannot be read.
        WrongQuestion: an agency, item, period or state asked for does not exist.
        GitTrouble: the folder lies in a repository that cannot date what needs a date.
    """
    workspace = read_workspace(folder)
    timezone = workspace.plans[0].plan.timezone
    as_of = question.as_of or today(timezone)
    repository = cache(lambda: open_repository(folder.root) if question.git else None)
    reports = tuple(
        _report(folder, workspace, each.plan, as_of, repository) for each in workspace.plans
    )
    selection = _selection(question, workspace, reports)
    return Run(
        workspace,
        reports,
        selection.keep(each for report in reports for each in report.assessments),
        tuple(
            agency
            for report in reports
            for demand, agency in report.docket.coordinators
            if not selection.only and selection.concerns(demand.item.id, demand.period, agency)
        ),
        as_of,
        timezone,
        shown_folder,
        selection,
        repository,
        Positions(folder.texts),
    )


def _report(
    folder: DataFolder,
    workspace: Workspace,
    plan: Plan,
    as_of: date,
    repository: Callable[[], Repository | None],
) -> Report:
    """Return the verdicts on one plan."""
    owed = docket(plan, workspace.registry, workspace.decisions, workspace.calendar, as_of)
    periods = Periods(plan, owed.demands)
    arrivals = GitArrivals(repository, folder, periods, lambda: today(plan.timezone))
    said = claims(periods, workspace.filings, workspace.book, arrivals)
    return assess(Case(owed, said, workspace.registry, as_of))


def _selection(question: Question, workspace: Workspace, reports: tuple[Report, ...]) -> Selection:
    """Return what is asked for, by ids; names and short names of agencies are understood."""
    registry = workspace.registry
    items = {item.id for each in workspace.plans for item in each.plan.items}
    periods = {demand.period for report in reports for demand in report.docket.demands}
    groups = {_known(id_, registry.group, "nhóm", "group") for id_ in question.groups}
    days = {demand.resolved for report in reports for demand in report.docket.demands}
    members = {member for id_ in groups for day in days for member in registry.members_on(id_, day)}
    return Selection(
        (*(agency_id(each, registry) for each in question.agencies), *sorted(members)),
        tuple(_known(each, items, "mục", "item") for each in question.items),
        tuple(_known(each, periods, "kỳ", "period") for each in question.periods),
        tuple(_known(each, ONLY, "trạng thái", "state") for each in question.only),
    )


def agency_id(asked: str, registry: Registry) -> str:
    """Return the id of the agency of this id, name, short name or spelling variant.

    Raises:
        WrongQuestion: no agency, or more than one, is called so.
    """
    if asked in registry.agency:
        return asked
    wanted = fold(asked)
    found = [
        agency.id
        for agency in registry.agencies
        if wanted in {fold(name) for name in (agency.name, agency.short or "", *agency.variants)}
    ]
    return found[0] if len(found) == 1 else _known(asked, registry.agency, "cơ quan", "agency")


def _known(asked: str, known: Iterable[str], vi: str, en: str) -> str:
    """Return what was asked for if it exists.

    Raises:
        WrongQuestion: it does not; the nearest names are offered.
    """
    if asked in (names := list(known)):
        return asked
    near = ", ".join(get_close_matches(asked, names, n=3, cutoff=0.5))
    raise WrongQuestion(
        Text(
            f"không có {vi} “{asked}”" + (f"; có phải: {near}?" if near else ""),
            f"there is no {en} “{asked}”" + (f"; did you mean: {near}?" if near else ""),
        )
    )
