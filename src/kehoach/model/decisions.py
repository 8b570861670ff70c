"""What was decided after the plan was issued: events, extensions, waivers, returns, pauses and more.

A decision applies from the day of its document on: judged at an earlier day it is not yet known.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from kehoach.model.documents import Document
from kehoach.model.fields import (
    BodyRef,
    Clock,
    Day,
    EventRef,
    Flag,
    ItemRef,
    PeriodRef,
    PlanRef,
    Record,
    Words,
)


class Decision(Record):
    """Something decided, with the document that proves it."""

    plan: PlanRef | None = None
    document: Document = Document.model_construct()
    note: Words | None = None

    def known(self, as_of: date) -> bool:
        """Say whether it had been decided by that day; without number and day it never counts."""
        day = self.document.date if self.document.cited else None
        return day is not None and day <= as_of


D = TypeVar("D", bound="AnyDecision")
KINDS = ("events", "sessions", "requests", "extensions", "waivers", "returns", "pauses")


class Event(Decision):
    """An event on which a deadline hangs has happened on ``date``, at a clock ``time`` if it is known.

    Hours are counted from that time; where none is given, from the end of the day.
    """

    id: EventRef
    date: Day
    time: Clock | None = None

    @property
    def day(self) -> Day | None:
        """The day that it sets."""
        return self.date


class Session(Decision):
    """The day of the session at which an item is due."""

    item: ItemRef
    period: PeriodRef
    date: Day

    @property
    def day(self) -> Day | None:
        """The day that it sets."""
        return self.date


class Request(Decision):
    """A report asked for by a letter, due on ``due`` (inclusive); that day names its period."""

    item: ItemRef
    due: Day
    agencies: tuple[BodyRef, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that it sets."""
        return self.due

    @property
    def before_letter(self) -> bool:
        """Whether it asks for something by a day on which it had not been written."""
        return self.document.date is not None and self.due < self.document.date


class DutyDecision(Decision):
    """A decision on what some agencies, or all, owe of an item in a period, or in every one."""

    item: ItemRef
    period: PeriodRef | None = None
    agencies: tuple[BodyRef, ...] = ()


class Extension(DutyDecision):
    """A new last day (inclusive) for some agencies, or for all; the original day is kept.

    It never shortens, and rolls off days off as the plan's own days do, unless it is ``exact``.
    """

    due: Day
    exact: Flag = False

    @property
    def day(self) -> date | None:
        """The day that it sets."""
        return self.due


class Waiver(DutyDecision):
    """An obligation excused, with the reason; it counts again after ``until`` (inclusive)."""

    reason: Words
    until: Day | None = None

    @property
    def day(self) -> date | None:
        """The day that it sets."""
        return self.until

    def holds(self, as_of: date) -> bool:
        """Say whether it has not expired by that day."""
        return self.until is None or as_of <= self.until


class Return(DutyDecision):
    """What was sent goes back (trả lại): from ``date`` on it is not delivered, until sent again.

    Without a ``date`` it is the day of the letter.
    """

    date: Day | None = None
    reason: Words

    @property
    def day(self) -> Day | None:
        """The day that it sets."""
        return self.date or self.document.date

    @property
    def before_letter(self) -> bool:
        """Whether it would send back what nobody had written of yet: then it does not count."""
        return bool(self.date and self.document.date and self.date < self.document.date)


class Pause(DutyDecision):
    """The clock stands still (tạm dừng) on the days ``from`` … ``until``, both inclusive.

    Without ``until`` it is still going on.
    """

    from_: Annotated[Day, Field(alias="from")]
    until: Day | None = None
    reason: Words

    @property
    def day(self) -> date | None:
        """The day that it sets."""
        return self.from_

    @property
    def backwards(self) -> bool:
        """Whether it ends before it begins, and so pauses nothing."""
        return self.until is not None and self.until < self.from_

    def holds(self, as_of: date) -> bool:
        """Say whether the clock stands still on that day."""
        return self.from_ <= as_of and (self.until is None or as_of <= self.until)


AnyDecision = Event | Session | Request | Extension | Waiver | Return | Pause


class Decisions(Record):
    """All decisions, oldest or newest first as the office likes: their order means nothing."""

    schema_: Annotated[Literal["kehoach/decisions@1"], Field(alias="schema")]
    events: tuple[Event, ...] = ()
    sessions: tuple[Session, ...] = ()
    requests: tuple[Request, ...] = ()
    extensions: tuple[Extension, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    returns: tuple[Return, ...] = ()
    pauses: tuple[Pause, ...] = ()

    def each(self) -> Iterator[tuple[str, int, AnyDecision]]:
        """Yield every decision after the kind of which it is and its place among those."""
        for kind in KINDS:
            decisions: tuple[AnyDecision, ...] = getattr(self, kind)
            for index, decision in enumerate(decisions):
                yield kind, index, decision

    def on_duties(self) -> tuple[DutyDecision, ...]:
        """Return those on what agencies owe, in the order of their kinds."""
        return (*self.extensions, *self.waivers, *self.returns, *self.pauses)

    def known(self, plan: str, as_of: date) -> "Decisions":
        """Return those of one plan that had been decided by ``as_of``, in the order decided."""

        def keep(decisions: tuple[D, ...]) -> tuple[D, ...]:
            mine = (d for d in decisions if d.plan in (None, plan) and d.known(as_of))
            return tuple(sorted(mine, key=decided))

        kept = {kind: keep(getattr(self, kind)) for kind in KINDS}
        return self.model_copy(update=kept)


def decided(decision: AnyDecision) -> tuple[date, date]:
    """Sort decisions by the day of their letter, then by the day that they set."""
    return decision.document.date or date.max, decision.day or date.max


NO_DECISIONS = Decisions.model_construct(schema_="kehoach/decisions@1")
