"""The plan: its words, its items and its policy on dates."""

from functools import cached_property
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.events import AfterEvents
from kehoach.model.deadlines.one_off import BackFromDay
from kehoach.model.deadlines.term import Before, DeadlineRule
from kehoach.model.fields import (
    AgencyRef,
    BasisRef,
    BodyRef,
    Count,
    Day,
    EventRef,
    ItemRef,
    Name,
    OneOrMore,
    PlanRef,
    Read,
    Record,
    Roll,
    SpanOfDays,
    Tag,
    Words,
)
from kehoach.periods import DAY, Span

Role = Literal["lead", "implement", "coordinate"]
OWING: tuple[Role, ...] = ("lead", "implement")


def _timezone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (KeyError, OSError):  # a folder of zones is no zone
        raise ValueError(text) from None


Timezone = Annotated[str, Read("timezone", _timezone, "string")]


class ReminderPolicy(Record):
    """When a debt is to be reminded of: once it is ``first`` days overdue, then each ``again`` days.

    ``again`` is counted from the day of the last letter about it.
    """

    first: Count = 1
    again: Count = 30


class LetterForm(Record):
    """What stands in the letters written under a plan; whatever is left out stays a dotted blank.

    In ``number`` the place of the number itself is ``{number}``.
    """

    superior: Words | None = None
    number: Words | None = None
    place: Words | None = None
    position: Words | None = None
    signer: Words | None = None
    recipients: tuple[Words, ...] = ()
    filed: Words | None = None


class Policy(Record):
    """How this plan's dates are read; named, printed with each verdict, never hard-wired.

    ``warning_days``: a due day this near (calendar days, inclusive) is "due soon".
    ``counted_back``: which way a day rolls that is counted back; by default ``previous``, so that
    notice is never shortened, unless nothing rolls at all.
    ``tolerance_days``: a declared date may precede receipt by so many calendar days.
    ``reporting``: the report that covers continuous items, and by whose due day a completed task is
    to be told. ``telling``: whether a declared day of completion counts only where it was told by then
    (``in_time``), or in any case (``declared``). ``arrivals``: the day from which on an arrival log
    lists every commit that reaches the main line; where it lacks, ``check`` says so.
    """

    before: Before = "exclusive"
    roll: Roll = "next"
    counted_back: Roll | None = None
    warning_days: Count = 14
    tolerance_days: Count = 10
    reporting: ItemRef | None = None
    consolidator: AgencyRef | None = None
    telling: Literal["in_time", "declared"] = "in_time"
    arrivals: Day | None = None
    reminders: ReminderPolicy = ReminderPolicy.model_construct()

    @property
    def roll_back(self) -> Roll:
        """Which way a day rolls that is counted back, where its deadline does not say."""
        return self.counted_back or ("none" if self.roll == "none" else "previous")


class Lifetime(Record):
    """First and last day (both inclusive) over which recurring duties run."""

    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]

    @property
    def span(self) -> Span:
        """The same days as a half-open span; at least one day."""
        return Span(self.first, max(self.last, self.first) + DAY)


class Basis(Record):
    """A document on which the plan rests, in the plan's words; ``footnote`` gives its day."""

    id: BasisRef
    text: Words
    footnote: Name | None = None


class NamedEvent(Record):
    """An event on which deadlines hang, in the plan's words."""

    id: EventRef
    text: Words


class Section(Record):
    """A heading, and the words that belong to no single item."""

    id: ItemRef
    title: Words | None = None
    text: Words | None = None
    closing: Words | None = None


class Footnote(Record):
    """A footnote of the document."""

    mark: Name
    text: Words


class Quota(Record):
    """The least number a period must reach; without ``agencies``, for all not named elsewhere."""

    agencies: tuple[BodyRef, ...] = ()
    at_least: Count
    unit: Words | None = None


class Item(Record):
    """The smallest place of the plan with its own assignment or deadline.

    ``text``, ``parts``, ``heading`` and ``assignment`` are the document's words; ``title`` is a
    short name of ours for tables, ``note`` a remark of ours on how the sentence was read. ``by`` are
    persons and posts, in words: they owe nothing. ``after`` is the item whose reports this one is
    compiled from (xã → huyện → tỉnh). ``tags`` are ours too: by them one asks for items of one matter.
    """

    id: ItemRef
    kind: Literal["task", "report"]
    title: Words
    tags: Annotated[tuple[Tag, ...], OneOrMore] = ()
    heading: Words | None = None
    text: Words | None = None
    parts: tuple[Words, ...] = ()
    assignment: Words | None = None
    lead: tuple[BodyRef, ...] = ()
    implement: tuple[BodyRef, ...] = ()
    coordinate: tuple[BodyRef, ...] = ()
    by: Annotated[tuple[Words, ...], OneOrMore] = ()
    binding: Literal["required", "requested"] = "required"
    to: BodyRef | None = None
    via: BodyRef | None = None
    after: ItemRef | None = None
    deadlines: Annotated[Deadlines, Field(alias="deadline")]
    wording: Words | None = None
    quota: tuple[Quota, ...] = ()
    deliverable: Words | None = None
    window: Literal["decree-09-2019"] | None = None
    note: Words | None = None

    @model_validator(mode="after")
    def _worded(self) -> Self:
        """Refuse an item without a word of the document: its verdicts could not be proved."""
        if not self.sentence:
            raise PydanticCustomError("value", "no words", {"expected": "sentence"})
        return self

    @property
    def rules(self) -> tuple[DeadlineRule, ...]:
        """Its deadlines, and the rules that stand inside them."""
        return tuple(rule for deadline in self.deadlines for rule in deadline.each())

    @property
    def sentence(self) -> str:
        """The document's words for this item, heading first, a paragraph a line."""
        words = (self.heading, self.text, *self.parts)
        return "\n".join(paragraph for paragraph in words if paragraph)


class Plan(Record):
    """One issued plan. ``number`` is null and ``issued`` a month where the source leaves blanks."""

    schema_: Annotated[Literal["kehoach/plan@1"], Field(alias="schema")]
    id: PlanRef
    title: Words
    short_title: Words | None = None
    number: Name | None = None
    number_form: Words | None = None
    issued: SpanOfDays | None = None
    place: Words | None = None
    issuer: AgencyRef | None = None
    signature: tuple[Words, ...] = ()
    period: Lifetime
    timezone: Timezone = "Asia/Ho_Chi_Minh"
    policy: Policy = Policy.model_construct()
    preamble: Words | None = None
    bases: tuple[Basis, ...] = ()
    events: tuple[NamedEvent, ...] = ()
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...]
    footnotes: tuple[Footnote, ...] = ()
    recipients: tuple[Words, ...] = ()
    letterhead: LetterForm = LetterForm.model_construct()

    @cached_property
    def item(self) -> dict[str, Item]:
        """Items by id; the first of a clash counts."""
        return {item.id: item for item in reversed(self.items)}

    @property
    def counts_back(self) -> bool:
        """Whether any deadline is counted back ("chậm nhất 10 ngày trước …")."""
        rules = (rule for item in self.items for rule in item.rules)
        return any(isinstance(rule, AfterEvents | BackFromDay) and rule.minus for rule in rules)

    @property
    def name(self) -> str:
        """The short title, or the whole one."""
        return self.short_title or self.title
