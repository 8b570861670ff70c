"""The JSON that other programs read. Additions are allowed; a change needs a new number.

These are the types of the output, apart from the program's own; their JSON Schemas are generated
(``kehoach schema status``) and kept in ``docs/schemas``.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Literal, NotRequired

from pydantic import WithJsonSchema
from typing_extensions import TypedDict

from kehoach.contract.counts_contract import Summary
from kehoach.contract.due_contract import Day, DueJson
from kehoach.contract.finding_contract import FindingJson, SuppressedJson
from kehoach.contract.told_contract import ToldJson
from kehoach.verdicts.evidence import Source
from kehoach.words.statuses import APART, ASSIGNED


def _one_of(names: Iterable[StrEnum]) -> WithJsonSchema:
    """Return the schema of a closed list of names, as it stands where it is used."""
    return WithJsonSchema({"enum": [*names], "type": "string"})


StatusName = Annotated[str, _one_of((*ASSIGNED, *APART))]
ReceiptSource = Annotated[str, _one_of(Source)]


class Tool(TypedDict):
    """The program that made the output."""

    name: str
    version: str


class Git(TypedDict):
    """The repository that the data folder lies in."""

    head: str | None
    shallow: bool


class PlanJson(TypedDict):
    """A plan judged."""

    id: str
    title: str
    file: str
    telling: Literal["in_time", "declared"]


class ObligationJson(DueJson, ToldJson):
    """One obligation. ``days``: from due to delivery or as_of; positive is late.

    ``completed`` is the day that counts (``started`` that of a beginning).
    """

    plan: str
    item: str
    kind: Literal["task", "report"]
    title: str
    agency: str
    agency_name: str
    inherited_from: str | None
    merged_from: list[str]
    no_successor: bool
    role: Literal["lead", "implement"]
    binding: Literal["required", "requested"]
    period: str
    wording: str | None
    status: StatusName
    days: int | None
    received: Day | None
    receipt_source: ReceiptSource | None
    receipt_verified: bool | None
    started: Day | None
    completed: Day | None
    covered: bool | None
    quantity: int | None
    at_least: int | None
    submission: str | None
    sample: bool
    reason: str
    reason_code: str


class CalendarDay(TypedDict):
    """A day of the calendar file; ``calendar`` is null where it is off, or worked, for all."""

    calendar: str | None
    date: Day
    off: bool
    name: str


class HeadJson(TypedDict):
    """What every output begins with; ``sample``: invented data is counted in it.

    ``left_out`` are the files that could not be read at all (of a question about some agencies: of
    theirs, and of the office's); ``not_counted`` is what else of the office's own files does not
    count, and why.
    """

    schema: str
    tool: Tool
    as_of: Day
    timezone: str
    git: Git | None
    plans: list[PlanJson]
    sample: bool
    sample_notice: NotRequired[str]
    left_out: list[str]
    not_counted: list[FindingJson]
    calendar: NotRequired[list[CalendarDay]]


class StatusOutput(HeadJson):
    """``kehoach status --format json``."""

    summary: Summary
    obligations: Iterable[ObligationJson]
    findings: Iterable[FindingJson]
    suppressed: Iterable[SuppressedJson]


class CheckOutput(HeadJson):
    """``kehoach check --format json``."""

    summary: Summary
    findings: Iterable[FindingJson]
    suppressed: Iterable[SuppressedJson]


class AgencyAbout(TypedDict):
    """What the registry knows of an agency."""

    id: str
    name: str
    short: str | None
    valid_from: Day | None
    valid_to: Day | None
    successors: list[str]
    groups: list[str]
    source: list[str]
    unverified: str | None
    note: str | None


class AgencyOutput(StatusOutput):
    """``kehoach agency ID --format json``."""

    agency: AgencyAbout


class DueDay(TypedDict):
    """The due day of an item in one period; ``agencies`` are those alone whom it binds, if it names any."""

    period: str
    nominal_due: Day | None
    due: Day | None
    due_assumed: bool
    due_time: str | None
    aim: Day | None
    agencies: list[str]
    steps: list[str]


class ItemAbout(TypedDict):
    """What the plan says of an item."""

    plan: str
    id: str
    kind: Literal["task", "report"]
    title: str
    sentence: str
    assignment: str | None
    wording: str | None
    lead: list[str]
    implement: list[str]
    coordinate: list[str]
    by: list[str]
    binding: Literal["required", "requested"]
    to: str | None
    via: str | None
    after: str | None
    deliverable: str | None
    note: str | None
    due_days: list[DueDay]


class ItemOutput(StatusOutput):
    """``kehoach item ID --format json``."""

    item: ItemAbout


class Link(TypedDict):
    """One link of the chain from the plan's sentence to the verdict."""

    step: str
    text: str


class Explanation(TypedDict):
    """One obligation and how its verdict was reached."""

    obligation: ObligationJson
    chain: list[Link]


class ExplainOutput(HeadJson):
    """``kehoach explain ITEM --agency ID --format json``."""

    explanations: list[Explanation]


class UpcomingOutput(HeadJson):
    """``kehoach upcoming --format json``: in order of due day."""

    days: int
    obligations: list[ObligationJson]


TYPES: Mapping[str, type] = {
    "status": StatusOutput,
    "check": CheckOutput,
    "agency": AgencyOutput,
    "item": ItemOutput,
    "explain": ExplainOutput,
    "upcoming": UpcomingOutput,
}
"""The answers of commands by the name that their schema bears."""
