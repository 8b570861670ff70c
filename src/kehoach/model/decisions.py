"""What was decided after the plan was issued: events, sessions, requests, extensions, waivers.

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

    @property
    def day(self) -> date | None:
        """The day that it sets, if any."""
        return None


D = TypeVar("D", bound=Decision)
KINDS = ("events", "sessions", "requests", "extensions", "waivers")


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


class Extension(Decision):
    """A new last day (inclusive) for some agencies, or for all; the original day is kept.

    It never shortens, and rolls off days off as the plan's own days do, unless it is ``exact``.
    """

    item: ItemRef
    period: PeriodRef | None = None
    agencies: tuple[BodyRef, ...] = ()
    due: Day
    exact: Flag = False

    @property
    def day(self) -> date | None:
        """The day that it sets."""
        return self.due


class Waiver(Decision):
    """An obligation excused, with the reason; it counts again after ``until`` (inclusive)."""

    item: ItemRef
    period: PeriodRef | None = None
    agencies: tuple[BodyRef, ...] = ()
    reason: Words
    until: Day | None = None

    @property
    def day(self) -> date | None:
        """The day that it sets."""
        return self.until

    def holds(self, as_of: date) -> bool:
        """Say whether it has not expired by that day."""
        return self.until is None or as_of <= self.until


AnyDecision = Event | Session | Request | Extension | Waiver


class Decisions(Record):
    """All decisions, oldest or newest first as the office likes: their order means nothing."""

    schema_: Annotated[Literal["kehoach/decisions@1"], Field(alias="schema")]
    events: tuple[Event, ...] = ()
    sessions: tuple[Session, ...] = ()
    requests: tuple[Request, ...] = ()
    extensions: tuple[Extension, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def each(self) -> Iterator[tuple[str, int, AnyDecision]]:
        """Yield every decision after the kind of which it is and its place among those."""
        kinds: dict[str, tuple[AnyDecision, ...]] = {
            "events": self.events, "sessions": self.sessions, "requests": self.requests,
            "extensions": self.extensions, "waivers": self.waivers,
        }  # fmt: skip
        for kind, decisions in kinds.items():
            for index, decision in enumerate(decisions):
                yield kind, index, decision

    def known(self, plan: str, as_of: date) -> "Decisions":
        """Return those of one plan that had been decided by ``as_of``, in the order decided."""

        def keep(decisions: tuple[D, ...]) -> tuple[D, ...]:
            mine = (d for d in decisions if d.plan in (None, plan) and d.known(as_of))
            return tuple(sorted(mine, key=decided))

        return Decisions.model_construct(
            schema_=self.schema_,
            events=keep(self.events),
            sessions=keep(self.sessions),
            requests=keep(self.requests),
            extensions=keep(self.extensions),
            waivers=keep(self.waivers),
        )


def decided(decision: Decision) -> tuple[date, date]:
    """Sort decisions by the day of their letter, then by the day that they set."""
    return decision.document.date or date.max, decision.day or date.max


NO_DECISIONS = Decisions.model_construct(schema_="kehoach/decisions@1")
