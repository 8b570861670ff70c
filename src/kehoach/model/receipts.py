"""The registry book (sổ văn bản đến): when a report or letter came, recorded by hand."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach.model.documents import Document
from kehoach.model.fields import (
    AgencyRef,
    Count,
    Day,
    Flag,
    ItemRef,
    PeriodRef,
    PlanRef,
    Record,
    Words,
)


class BookEntry(Record):
    """One arrival on ``received`` (the day it was entered, in the plan's timezone).

    With ``item`` it dates that report or task and counts even where no file was committed; without,
    ``document`` names the letter, and it dates all that the agency's file of that number says.
    """

    agency: AgencyRef
    received: Day
    plan: PlanRef | None = None
    item: ItemRef | None = None
    period: PeriodRef | None = None
    document: Document = Document.model_construct()
    started: Day | None = None
    completed: Day | None = None
    quantity: Count | None = None
    sample: Flag = False
    by: Words | None = None
    note: Words | None = None


class RegistryBook(Record):
    """All recorded arrivals."""

    schema_: Annotated[Literal["kehoach/receipts@1"], Field(alias="schema")]
    receipts: tuple[BookEntry, ...] = ()
