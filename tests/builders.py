"""Small plans, registries and files, built as a reader would hand them over: all scalars text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kehoach.calendar import WorkCalendar
from kehoach.calendar.working import Year
from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.ids import AgencyId, BodyId, ItemId, PlanId
from kehoach.model.plan import Plan
from kehoach.model.receipts import RegistryBook
from kehoach.model.submissions import Submission
from kehoach.model.workspace import Filing, Workspace
from kehoach.periods import PeriodName
from kehoach.reading.folder import Folder
from kehoach.reading.workspace_reading import read_filed, read_office
from kehoach.verdicts.assessment import Assessment, Case, Report, assess
from kehoach.verdicts.evidence import Claims, Entries, Periods, claims
from kehoach.verdicts.evidence.history import Arrivals
from kehoach.verdicts.obligations import Docket, docket
from kehoach.verdicts.obligations.obligation import Key

Mapping = dict[str, Any]
D = date.fromisoformat


def read_workspace(folder: Folder) -> Workspace:
    """Return everything in a folder that can be used, with what is wrong in the rest."""
    office = read_office(folder)
    return office.workspace(read_filed(folder, agencies=office.registry.agency))


def a_key(plan: str, item: str, agency: str, period: str) -> Key:
    """Return what identifies an obligation."""
    return Key(PlanId(plan), ItemId(item), an_id(agency), PeriodName(period))


def an_id(agency: str) -> AgencyId:
    """Return the id of an agency."""
    return AgencyId(BodyId(agency))


PLAIN_WEEK = WorkCalendar(lambda number: Year({}, {}, f"{number}: weekends only"))
"""A calendar in which only Saturdays and Sundays are off: no holiday blurs what is proved."""


def an_item(
    id_: str = "1",
    deadline: Mapping | Sequence[Mapping] | None = None,
    kind: str = "task",
    **fields: Any,
) -> Mapping:
    """Return an item; without roles, agency ``a`` implements it."""
    roles = {} if {"lead", "implement", "coordinate"} & fields.keys() else {"implement": ["a"]}
    rule = {"within": "2021"} if deadline is None else deadline
    words = {"title": f"Mục {id_}", "text": f"Việc của mục {id_}."}
    return {"id": id_, "kind": kind, "deadline": rule, **words, **roles, **fields}


def a_plan(
    *items: Mapping, first: str = "2021-01-01", last: str = "2026-12-31", **policy: str
) -> Plan:
    """Return a plan of these items; ``policy`` is by default to roll nothing."""
    return Plan.model_validate(
        {
            "schema": "kehoach/plan@1",
            "id": "06",
            "title": "Kế hoạch thử",
            "period": {"from": first, "to": last},
            "policy": {"roll": "none", **policy},
            "items": list(items) or [an_item()],
        }
    )


def a_registry(*agencies: Mapping | str, groups: Sequence[Mapping] = ()) -> Registry:
    """Return a registry; an agency given by its id alone exists for ever (default: a, b, c)."""
    bodies = [each if isinstance(each, dict) else {"id": each} for each in agencies or "abc"]
    named = [{"name": each["id"].upper(), **each} for each in (*bodies, *groups)]
    return Registry.model_validate(
        {
            "schema": "kehoach/agencies@1",
            "agencies": named[: len(bodies)],
            "groups": named[len(bodies) :],
        }
    )


def some_decisions(**kinds: Sequence[Mapping]) -> Decisions:
    """Return decisions; one without a document rests on a letter of 2021-01-01."""
    letter = {"number": "01/QĐ-UBND", "date": "2021-01-01"}
    return Decisions.model_validate(
        {
            "schema": "kehoach/decisions@1",
            **{kind: [{"document": letter, **each} for each in of] for kind, of in kinds.items()},
        }
    )


def a_book(*receipts: Mapping) -> RegistryBook:
    """Return a registry book with these arrivals."""
    return RegistryBook.model_validate({"schema": "kehoach/receipts@1", "receipts": list(receipts)})


def a_filing(
    agency: str = "a",
    dated: str | None = "2021-06-01",
    reports: Sequence[Mapping] = (),
    tasks: Sequence[Mapping] = (),
    **fields: Any,
) -> Filing:
    """Return a file in its agency's folder, carried by a numbered letter of the day ``dated``.

    ``file``, ``folder`` and ``number`` may be given; any other field is the submission's own.
    """
    number = fields.pop("number", f"12/BC-{agency.upper()}")
    document = {"number": number, "date": dated}
    file = fields.pop("file", f"submissions/{agency}/{dated}.yaml")
    folder = fields.pop("folder", agency)
    return Filing(
        file,
        folder,
        Submission.model_validate(
            {
                "schema": "kehoach/submission@1",
                "plan": "06",
                "agency": agency,
                "document": {key: value for key, value in document.items() if value},
                "reports": list(reports),
                "tasks": list(tasks),
                **fields,
            }
        ),
    )


def done(item: str = "1", **fields: Any) -> Mapping:
    """Return a task entry that says *done*."""
    return {"item": item, "status": "done", **fields}


@dataclass(frozen=True)
class Scene:
    """A data folder in small: what is planned, who exists, what was said and decided."""

    plan: Plan
    registry: Registry = field(default_factory=a_registry)
    decisions: Decisions = field(default_factory=some_decisions)
    book: RegistryBook = field(default_factory=a_book)
    filings: tuple[Filing, ...] = ()
    calendar: WorkCalendar = PLAIN_WEEK
    arrivals: Arrivals | None = None

    def told(self, *filings: Filing) -> "Scene":
        """Return the same scene with more files."""
        return replace(self, filings=(*self.filings, *filings))

    def docket(self, as_of: date | str) -> Docket:
        """Return what is owed at a date."""
        day = D(as_of) if isinstance(as_of, str) else as_of
        return docket(self.plan, self.registry, self.decisions, self.calendar, day)

    def claims(self, as_of: date | str = "2030-01-01") -> Claims:
        """Return what was said, as matched at a date."""
        owed = self.docket(as_of)
        periods = Periods(self.plan, owed.demands, owed.least)
        return claims(Entries(periods, self.filings), self.book, self.arrivals)

    def report(self, as_of: date | str) -> Report:
        """Return the verdicts at a date."""
        day = D(as_of) if isinstance(as_of, str) else as_of
        owed = self.docket(day)
        entries = Entries(Periods(self.plan, owed.demands, owed.least), self.filings)
        said = claims(entries, self.book, self.arrivals)
        return assess(Case(owed, said, self.registry, day))

    def verdicts(self, as_of: date | str) -> tuple[Assessment, ...]:
        """Return the verdicts at a date, without what they were reached from."""
        return self.report(as_of).assessments

    def verdict(self, as_of: date | str) -> Assessment:
        """Return the only verdict at a date."""
        (only,) = self.verdicts(as_of)
        return only


def owed(verdicts: Iterable[Assessment]) -> list[tuple[str, str, str]]:
    """Return item, agency and period of each verdict, sorted."""
    return sorted(
        (each.obligation.demand.item.id, each.agency, each.obligation.demand.period)
        for each in verdicts
    )
