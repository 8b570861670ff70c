"""A status file: what one agency says it has reported and done."""

from typing import Annotated, Literal, final

from pydantic import Field

from kehoach.model.documents import Document
from kehoach.model.fields import (
    AgencyRef,
    Count,
    Day,
    Flag,
    ItemRef,
    Percent,
    PeriodRef,
    PlanRef,
    Record,
    Sense,
    Words,
)

Progress = Literal["not_started", "in_progress", "done"]


@final
class ReportEntry(Sense):
    """A periodic or one-off report that this file delivers; ``nil`` where nothing arose."""

    item: ItemRef
    period: PeriodRef | None = None
    nil: Flag = False
    note: Words | None = None


class TaskEntry(Sense):
    """What is said of one task: the days (inclusive) on which it was ``started`` and ``completed``.

    Of one that is not done, the ``reason`` and the day on which it is ``expected`` to be.
    """

    item: ItemRef
    period: PeriodRef | None = None
    status: Progress
    started: Day | None = None
    completed: Day | None = None
    percent: Percent | None = None
    quantity: Count | None = None
    evidence: tuple[Document, ...] = ()
    reason: Words | None = None
    expected: Day | None = None
    note: Words | None = None


class Submission(Record):
    """One YAML file committed by one agency; ``sample`` marks invented data.

    A ``draft`` says nothing yet: it is being filled in, and nothing in it has been sent.
    """

    schema_: Annotated[Literal["kehoach/submission@1"], Field(alias="schema")]
    plan: PlanRef
    agency: AgencyRef
    sample: Flag = False
    draft: Flag = False
    document: Document = Document.model_construct()
    reports: tuple[ReportEntry, ...] = ()
    tasks: tuple[TaskEntry, ...] = ()
    note: Words | None = None
