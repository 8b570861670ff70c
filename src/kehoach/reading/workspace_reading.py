"""The whole data folder as one workspace: every file read, every mistake of every file found."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel

from kehoach.calendar import WorkCalendar, vietnam
from kehoach.diagnostics import Finding, Place, Route, Severity
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.attribution import Records, attributed
from kehoach.model.decisions import NO_DECISIONS, Decisions
from kehoach.model.plan import Plan
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import Submission
from kehoach.model.workspace import Filing, PlanFile, Workspace
from kehoach.reading.cache.kept_contents import Contents
from kehoach.reading.file_reading import FileReading, read_file
from kehoach.reading.file_rules import MISPLACED, NO_FILE, OR_ITS_AGENCY
from kehoach.reading.folder import Folder, Owners, everybody
from kehoach.reading.office_reach import over_reaching
from kehoach.reading.strays import Unread, unread_aside, unread_filed
from kehoach.reading.yaml_files.yaml_text import Refused
from kehoach.words import Text

if TYPE_CHECKING:
    from kehoach.model.check_settings import CheckSettings
    from kehoach.model.holidays import Holidays
    from kehoach.model.reminders import Reminder

M = TypeVar("M", bound=BaseModel)
_NO_BOOK = RegistryBook.model_construct(schema_="kehoach/receipts@1", receipts=())


class Unusable(Exception):  # noqa: N818 - people's files are wrong, not the program
    """Without a plan or the registry nothing can be judged; every finding met is carried along."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(*(finding.rule.code for finding in findings))
        self.findings = findings


class _Reader(NamedTuple):
    """Where files are read and what is wrong in them is put down; ``agencies`` are those known."""

    folder: Folder
    findings: list[Finding]
    left_out: list[str]
    lost: dict[str, tuple[Route, ...]]
    unreadable: set[str]
    agencies: Container[str] = ()

    def read(self, name: str, model: type[M], kind: str) -> M | None:
        """Return the content of a file, or ``None`` once its mistakes are put down."""
        return self._put_down(name, model, lambda raw: read_file(raw, name, model, kind))

    def read_submission(self, name: str, contents: Contents) -> Submission | None:
        """Return what an agency says in a file, or ``None`` once its mistakes are put down."""
        return self._put_down(name, Submission, lambda raw: contents.reading(raw, name))

    def _put_down(
        self, name: str, model: type[M], reading: Callable[[bytes], FileReading[M]]
    ) -> M | None:
        try:
            raw = self.folder.take(name)
        except Refused as refused:
            read, found = FileReading[M](None, []), [refused.finding]
        else:
            read = reading(raw)
            found = _told(raw, model, read.findings)
        self.findings.extend(found)
        if read.lost is not None:
            self.lost[name] = read.lost
            self.unreadable.update(read.ids)
        if read.content is None:
            self.left_out.append(name)
        return read.content

    def optional(self, name: str, model: type[M], kind: str) -> M | None:
        """Return the content of a file that need not be there."""
        return self.read(name, model, kind) if self.folder.exists(name) else None


def _told(raw: bytes, model: type[BaseModel], findings: list[Finding]) -> list[Finding]:
    """Return what is wrong in a file, told by slips of the hand where it comes of some."""
    if all(each.rule.severity is not Severity.ERROR for each in findings):
        return findings
    from kehoach.reading.slips.slip_findings import with_slips  # noqa: PLC0415 - for mistakes only

    return with_slips(raw, model, findings)


class Filings(NamedTuple):
    """What some agencies filed: what can be used, with what is wrong in the rest.

    ``beside``: what else stands of the submissions.
    """

    filings: tuple[Filing, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]
    unread: Unread
    beside: tuple[str, ...] = ()


class Office(NamedTuple):
    """What the office itself keeps, read before anything that agencies file, each record with its plan.

    ``findings`` are the mistakes in plans and registry, ``later`` those in the other files; ``unread``
    is what is said of files beside ``submissions/`` that are not read.
    """

    plans: tuple[PlanFile, ...]
    registry: Registry
    decisions: Decisions
    book: RegistryBook
    calendar: WorkCalendar
    holidays: "Holidays | None"
    reminders: "tuple[Reminder, ...]"
    findings: tuple[Finding, ...]
    later: tuple[Finding, ...]
    left_out: tuple[str, ...]
    unread: Unread
    lost: Mapping[str, tuple[Route, ...]]
    unreadable: frozenset[str]
    settings: "CheckSettings | None" = None

    def workspace(self, filed: Filings) -> Workspace:
        """Return it with what was filed."""
        unread = filed.unread.beside(self.unread)
        return Workspace(
            self.plans,
            self.registry,
            self.decisions,
            self.book,
            self.calendar,
            self.holidays,
            filed.filings,
            (*unread.findings, *self.findings, *filed.findings, *self.later),
            tuple(sorted((*unread.left_out, *self.left_out, *filed.left_out))),
            self.lost,
            self.unreadable,
            filed.beside,
            self.reminders,
            self.settings,
        )


def read_office(folder: Folder) -> Office:
    """Return what the office itself keeps.

    Raises:
        Unusable: a plan or the registry is missing or cannot be read, or something reaches over a bound;
            with all that is wrong anywhere.
    """
    reader = _Reader(folder, [], [], {}, set())
    plans = _plans(reader)
    registry = _registry(reader)
    unread = unread_aside(folder, registry.agency if registry else ())
    findings = tuple(reader.findings)
    reader.findings.clear()
    decisions = reader.optional(file_names.DECISIONS, Decisions, "decisions") or NO_DECISIONS
    book = reader.optional(file_names.BOOK, RegistryBook, "receipts") or _NO_BOOK
    holidays, reminders, settings = _holidays(reader), _reminders(reader), _settings(reader)
    over = tuple(over_reaching(plans, registry, decisions, settings))
    later, left_out = (*reader.findings, *over), tuple(reader.left_out)
    if over or registry is None or not plans or any(name in left_out for name in folder.plans()):
        filed = read_filed(folder, agencies=registry.agency if registry else ())
        passed = filed.unread.beside(unread).findings
        raise Unusable((*passed, *findings, *filed.findings, *later))
    records = attributed([each.plan for each in plans], Records(decisions, book, reminders))
    return Office(
        plans, registry, records.decisions, records.book, _calendar(holidays), holidays, records.reminders,
        findings, later, left_out, unread, reader.lost, frozenset(reader.unreadable), settings,
    )  # fmt: skip


def _calendar(holidays: "Holidays | None") -> WorkCalendar:
    return holidays.calendar() if holidays else vietnam()


def read_filed(
    folder: Folder, owners: Owners = everybody, agencies: Container[str] = ()
) -> Filings:
    """Return what lies in the folders below ``submissions/`` that are asked for (default: all)."""
    reader = _Reader(folder, [], [], {}, set(), agencies)
    filed = list(folder.submissions(owners))
    unread = unread_filed(folder, [name for name in filed if isinstance(name, str)])
    filings = tuple(_filings(reader, filed))
    others = folder.submissions(lambda name: not owners(name))
    crowded = any(isinstance(name, str) and file_names.is_read(name) for name in others)
    beside = (file_names.SUBMISSIONS,) * crowded
    return Filings(filings, tuple(reader.findings), tuple(reader.left_out), unread, beside)


def each_filing(folder: Folder, owners: Owners) -> Iterator[Filing]:
    """Yield what lies in the folders asked for and can be read, one file after another is wanted."""
    return _filings(_Reader(folder, [], [], {}, set()), folder.submissions(owners))


def filing_of(folder: Folder, name: str) -> Filing | None:
    """Return what one file below ``submissions/`` says; nothing of one that cannot be read."""
    return next(_filings(_Reader(folder, [], [], {}, set()), (name,)), None)


def _holidays(reader: _Reader) -> "Holidays | None":
    """Return what the folder knows better than the built-in calendar."""
    if not reader.folder.exists(file_names.CALENDAR):
        return None
    from kehoach.model.holidays import Holidays  # noqa: PLC0415 - few folders have such a file

    return reader.read(file_names.CALENDAR, Holidays, "calendar")


def _reminders(reader: _Reader) -> "tuple[Reminder, ...]":
    """Return the letters by which somebody was reminded."""
    if not reader.folder.exists(file_names.REMINDERS):
        return ()
    from kehoach.model.reminders import Reminders  # noqa: PLC0415 - few folders have such a file

    book = reader.read(file_names.REMINDERS, Reminders, "reminders")
    return book.reminders if book else ()


def _settings(reader: _Reader) -> "CheckSettings | None":
    """Return how the checks are set for this folder."""
    if not reader.folder.exists(file_names.CHECKS):
        return None
    from kehoach.model.check_settings import CheckSettings  # noqa: PLC0415 - as above

    return reader.read(file_names.CHECKS, CheckSettings, "checks")


def _plans(reader: _Reader) -> tuple[PlanFile, ...]:
    """Return the plans that can be read."""
    names = reader.folder.plans()
    if not names:
        reader.findings.append(
            Finding(NO_FILE, Place(file_names.PLANS), {"file": file_names.PLANS})
        )
    read = ((name, reader.read(name, Plan, "plan")) for name in names)
    return tuple(PlanFile(name, plan) for name, plan in read if plan is not None)


def _registry(reader: _Reader) -> Registry | None:
    """Return the registry of agencies, if it can be read."""
    if not reader.folder.exists(file_names.REGISTRY):
        reader.findings.append(
            Finding(NO_FILE, Place(file_names.REGISTRY), {"file": file_names.REGISTRY})
        )
        return None
    return reader.read(file_names.REGISTRY, Registry, "agencies")


def _filings(reader: _Reader, filed: Iterable[str | Refused]) -> Iterator[Filing]:
    """Yield the submissions that can be read, each with the folder it lies in."""
    for folder, names in groupby(filed, _owner):
        with reader.folder.contents(folder) as contents:
            for name in names:
                yield from _filing(reader, name, folder, contents)


def _owner(name: str | Refused) -> str | None:
    return file_names.owner(name) if isinstance(name, str) else None


def _filing(
    reader: _Reader, name: str | Refused, folder: str | None, contents: Contents
) -> Iterator[Filing]:
    """Yield what a file says, if it can be read."""
    if isinstance(name, Refused):
        reader.findings.append(name.finding)
        reader.left_out.append(name.finding.place.file)
        return
    submission = reader.read_submission(name, contents) if file_names.is_read(name) else None
    if submission is None:
        return
    filing = Filing(name, folder, submission)
    if filing.folder != submission.agency:
        reader.findings.append(_misplaced(filing, reader.agencies))
    yield filing


def _misplaced(filing: Filing, agencies: Container[str]) -> Finding:
    """Return the finding for a file that lies in another agency's folder, in nobody's, or in none."""
    folder = filing.folder or file_names.SUBMISSIONS
    instead = OR_ITS_AGENCY.filled(folder=folder) if filing.folder in agencies else Text("", "")
    return Finding(
        MISPLACED,
        Place(filing.file, ("agency",)),
        {"folder": folder, "agency": filing.submission.agency, "instead": instead},
    )
