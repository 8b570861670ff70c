"""A question, with all that is the same for every part of the data; and how one part is judged."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, nullcontext
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId, PlanId
from kehoach.model.plan import Item, Plan
from kehoach.model.workspace import Filing, Workspace
from kehoach.reading.folder import Folder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.revisions import day_of
from kehoach.reading.workspace_reading import (
    Filings,
    Office,
    each_filing,
    filing_of,
    read_office,
)
from kehoach.run.by_parts.parts import WHOLE, DataPart, part_of
from kehoach.run.question import Question, WrongQuestion, selected
from kehoach.run.selection import Selection
from kehoach.run.surroundings import Surroundings
from kehoach.verdicts.assessment import Alike, Case, Report, assess
from kehoach.verdicts.evidence import Entries, Periods, claims
from kehoach.verdicts.evidence.undated import undated
from kehoach.verdicts.obligations import Docket, docket
from kehoach.words import Text

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kehoach.run.arrivals import GitArrivals
    from kehoach.run.past import Past
    from kehoach.run.versions import Versions
    from kehoach.verdicts.evidence.history import History

_NOT_EARLIER = Text(
    "--since {since} phải trước ngày xét (--as-of {as_of})",
    "--since {since} has to be before the day judged (--as-of {as_of})",
)


class Inquiry(NamedTuple):
    """A question put to one state of the files: what the office keeps, the day, what the plans ask for.

    ``part`` is what of the data the question is about.
    """

    question: Question
    folder: Folder
    shown_folder: str
    around: Surroundings
    office: Office
    as_of: date
    dockets: tuple[Docket, ...]
    asked: Selection
    part: DataPart

    @property
    def timezone(self) -> str:
        """The timezone by whose days everything is judged."""
        return self.office.plans[0].plan.timezone

    @property
    def since(self) -> date | None:
        """The day from whose end on is told what changed."""
        asked = self.question.since
        if not isinstance(asked, int):
            return asked
        return date.fromordinal(max(self.as_of.toordinal() - asked, date.min.toordinal()))

    @property
    def today(self) -> date:
        """The real day, or the day judged where that is later."""
        return max(self.as_of, self.around.today(self.timezone))

    def others(self) -> tuple[Filing, ...]:
        """Return what all those filed whom the question is not about."""
        return tuple(self.each_other())

    def each_other(self) -> Iterator[Filing]:
        """Yield the same, read one after another as it is wanted."""
        return each_filing(self.folder, lambda name: not self.part.holds(name))


class Judged(NamedTuple):
    """One part of the data: what was read of it, and the verdicts."""

    workspace: Workspace
    reports: tuple[Report, ...]
    histories: "dict[PlanId, History]"
    blind: Text | None

    def listed(self, asked: Selection) -> tuple[Alike, ...]:
        """Return the verdicts that are asked for."""
        return asked.keep(chain.from_iterable(report.alike for report in self.reports))

    def coordinating(self, asked: Selection) -> Iterator[AgencyId]:
        """Yield an agency for each demand asked about that it coordinates."""
        if asked.only:
            return
        for report in self.reports:
            for demand, agency in report.docket.coordinators:
                if asked.concerns(demand, agency, demand.due):
                    yield agency


def inquire(folder: Folder, shown: str, question: Question, around: Surroundings) -> Inquiry:
    """Return what is the same for every part of the data.

    Raises:
        Unusable: a plan or the registry cannot be read.
        WrongQuestion: an agency, item, period or state asked for does not exist.
        GitTrouble: the day of a commit is asked for, and git cannot tell it.
    """
    office = read_office(folder)
    timezone = office.plans[0].plan.timezone
    as_of = question.as_of or _its_day(question, around, timezone) or around.today(timezone)
    dockets = tuple(
        docket(each.plan, office.registry, office.decisions, office.calendar, as_of)
        for each in office.plans
    )
    demands = [demand for each in dockets for demand in each.demands]
    asked = selected(question, office, demands, shown)
    part = _part(folder, question, office, asked)
    if isinstance(question.since, date) and question.since >= as_of:
        raise WrongQuestion(_NOT_EARLIER.filled(since=question.since, as_of=as_of))
    return Inquiry(question, folder, shown, around, office, as_of, dockets, asked, part)


def _part(folder: Folder, question: Question, office: Office, asked: Selection) -> DataPart:
    """Return what of the data a question is about: everything, where it names nobody."""
    if question.file is not None:
        filed = filing_of(folder, question.file)
        whose = {filed.submission.agency} if filed else set()
        return part_of(office.registry, {file_names.owner(question.file), *whose})
    if question.whole or not asked.agencies:
        return WHOLE
    compiled = (_compiled(each.plan, office.registry, asked.agencies) for each in office.plans)
    return part_of(office.registry, {*asked.agencies, *chain.from_iterable(compiled)})


def _compiled(plan: Plan, registry: Registry, agencies: Collection[str]) -> Iterator[AgencyId]:
    """Yield those whose reports some agencies compile: what has come of them is told too."""
    for item in plan.items:
        before = plan.item.get(item.after) if item.after else None
        if before is not None and not set(agencies).isdisjoint(_owing(registry, item)):
            yield from _owing(registry, before)


def _owing(registry: Registry, item: Item) -> Iterator[AgencyId]:
    """Yield whoever may ever owe an item."""
    for id_ in (*item.lead, *item.implement):
        yield from registry.agencies_in.get(id_, ())
        if id_ in registry.agency:
            yield registry.agency[AgencyId(id_)].id


def _its_day(question: Question, around: Surroundings, timezone: str) -> date | None:
    """Return the day of the commit asked about, where it is to be judged at its own day."""
    git = around.needed if question.on_its_day else None
    return day_of(git, timezone) if git else None


def past_of(around: Surroundings) -> "AbstractContextManager[Past | None]":
    """Return what git knows, at work from now on; nothing outside it, where none of it is loaded."""
    opened = around.repository or around.trouble
    if opened is None:
        return nullcontext()
    from kehoach.run.past import Past  # noqa: PLC0415 - with the whole family of git

    return closing(Past(around, opened))


def judged(inquiry: Inquiry, filed: Filings, past: "Past | None") -> Judged:
    """Return the verdicts on the part of the data that the question is about, as it was ``filed``.

    Raises:
        GitTrouble: what git has to date cannot be dated.
    """
    workspace = inquiry.office.workspace(filed)
    versions = _versions(past, inquiry, workspace)
    found = [_judged(inquiry, workspace, each, versions) for each in inquiry.dockets]
    arrivals = [known for _, known in found if known is not None]
    blind = _ask_git(arrivals) if inquiry.question.history else None
    histories = {each.plan: each.asked for each in arrivals if each.asked is not None}
    return Judged(workspace, tuple(report for report, _ in found), histories, blind)


def _versions(past: "Past | None", inquiry: Inquiry, workspace: Workspace) -> "Versions | None":
    if past is None:
        return None
    from kehoach.run.versions import Versions  # noqa: PLC0415 - with the whole family of git

    holds = None if inquiry.part == WHOLE else inquiry.part.holds
    return Versions(past, inquiry.folder, workspace.filings, holds)


def _judged(
    inquiry: Inquiry, workspace: Workspace, whole: Docket, versions: "Versions | None"
) -> "tuple[Report, GitArrivals | None]":
    """Return the verdicts on one plan, and who knows when things came; nobody outside git."""
    owed = whole.of(inquiry.part.agencies(workspace.registry))
    entries = Entries(Periods(owed.plan, owed.demands, owed.least), workspace.filings)
    arrivals = versions.arrivals(entries, workspace, inquiry.as_of) if versions else None
    dating = arrivals if arrivals and _needed(inquiry, entries, owed) else None
    said = claims(entries, workspace.book, dating, inquiry.part.holds)
    return assess(Case(owed, said, workspace.registry, inquiry.as_of)), arrivals


def _needed(inquiry: Inquiry, entries: Entries, owed: Docket) -> bool:
    """Say whether git has to date anything; where nothing of the part asks for it, of the others."""
    sent_back = {each.item for each in owed.assignment.decisions.returns}
    asks = undated(entries, inquiry.office.book, sent_back)
    return any(map(asks, entries.filings)) or any(map(asks, inquiry.each_other()))


def _ask_git(arrivals: "Iterable[GitArrivals]") -> Text | None:
    """Ask git what it knows; return why it cannot tell, where no day of receipt needed it."""
    try:
        for each in arrivals:
            _ = each.history
    except GitTrouble as trouble:
        return trouble.text
    return None
