"""The JSON of ``kehoach import plan``: kehoach/draft@1. Additions are allowed, a change is a new number."""

from collections.abc import Mapping
from typing import Literal

from typing_extensions import TypedDict

from kehoach.contract.due_contract import Day
from kehoach.contract.outputs import Tool


class DraftPlan(TypedDict):
    """The head of the plan; ``first`` and ``last`` are its days, both inclusive.

    ``issued`` is its day, or its month where the day is left blank.
    """

    id: str
    title: str
    number: str | None
    issued: str | None
    place: str | None
    issuer: str | None
    first: Day
    last: Day
    preamble: str | None
    recipients: list[str]
    signature: list[str]


class DraftColumn(TypedDict):
    """A column of the annex by its heading, and what it was taken for, in the language asked for."""

    heading: str
    read_as: str


class DraftTable(TypedDict):
    """A table read as one of tasks."""

    table: str
    items: int
    columns: list[DraftColumn]


class DraftHeading(TypedDict):
    """A heading of the document, with its numeral or an id made for it.

    ``text`` is what stands under it and asks nobody for anything.
    """

    id: str
    title: str
    text: str | None


class DraftQuantity(TypedDict):
    """The least number that a period must reach."""

    at_least: int
    unit: str


class DraftEntry(TypedDict):
    """An item, in the document's words where they are not ids.

    ``number`` is as the document has it; ``section`` the headings over it, the highest first,
    divided by " > ". ``lead`` are those who owe it: under *chủ trì*, or *thực hiện* where ``role``
    is ``implement``; they, ``implement`` and ``coordinate`` are ids of the registry, and whom it
    lacks stands there in the document's words. ``deadline`` are rules as a plan file writes them;
    ``nominal_due`` is the only last day before any rolling, null where there is none or several.
    ``heading`` stands over the text in the document, ``parts`` are bullets that share one assignment.
    ``to`` is who gets a report, ``via`` who collects it.
    ``by`` are persons and posts, in words.
    """

    id: str
    number: str
    section: str
    kind: Literal["task", "report"]
    heading: str | None
    text: str
    parts: list[str]
    binding: Literal["required", "requested"]
    role: Literal["lead", "implement"]
    lead: list[str]
    implement: list[str]
    coordinate: list[str]
    by: list[str]
    to: str | None
    via: str | None
    assignment: str | None
    wording: str | None
    deadline: list[Mapping[str, object]]
    nominal_due: Day | None
    quantity: DraftQuantity | None
    product: str | None
    note: str | None
    doubts: list[str]


class DraftEvent(TypedDict):
    """An event on which deadlines hang."""

    id: str
    text: str


class DraftNote(TypedDict):
    """A footnote of the document."""

    mark: str
    text: str


class DraftProposal(TypedDict):
    """A body, or a set of them, that the registry lacks; the plan file uses this id.

    Nobody has drawn the line of an ``open`` set.
    """

    id: str
    name: str
    group: bool
    open: bool


class DraftDoubtKind(TypedDict):
    """Doubts of one kind told together, and the ids of the items that they concern."""

    doubt: str
    items: list[str]


class DraftOutput(TypedDict):
    """The whole. ``doubts`` are all of them: those of an item have its id before them.

    ``left`` is what nothing was made of, word for word: paragraphs, rows of other tables.
    """

    schema: Literal["kehoach/draft@1"]
    tool: Tool
    plan: DraftPlan
    columns: list[DraftTable]
    sections: list[DraftHeading]
    items: list[DraftEntry]
    events: list[DraftEvent]
    footnotes: list[DraftNote]
    proposals: list[DraftProposal]
    doubts: list[str]
    doubt_kinds: list[DraftDoubtKind]
    left: list[str]
