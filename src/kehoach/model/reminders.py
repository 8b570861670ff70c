"""The book of reminders: which letter went to whom, on which day, about what, to be answered by when."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kehoach.model.documents import Document
from kehoach.model.fields import AgencyRef, Day, ItemRef, PeriodRef, PlanRef, Record, Words


class RemindedOf(Record):
    """What somebody was reminded of: an item, and where it recurs the period."""

    item: ItemRef
    period: PeriodRef | None = None


class Reminder(Record):
    """A letter that was sent; ``reply_by`` is the last day (inclusive) that it set."""

    plan: PlanRef | None = None
    agency: AgencyRef
    document: Document = Document.model_construct()
    reply_by: Day | None = None
    about: tuple[RemindedOf, ...]
    note: Words | None = None

    def known(self, as_of: date) -> bool:
        """Say whether the letter had been written by that day; without number and day it never counts."""
        day = self.document.date if self.document.cited else None
        return day is not None and day <= as_of


class Reminders(Record):
    """All reminders, in whatever order."""

    schema_: Annotated[Literal["kehoach/reminders@1"], Field(alias="schema")]
    reminders: tuple[Reminder, ...] = ()
