"""By a day, before a day, within a span, counted from a day, at a session: due once."""

from datetime import timedelta
from typing import Annotated

from pydantic import Tag

from kehoach.model.deadlines.counting import count
from kehoach.model.deadlines.steps import BeforeSpan, DayBefore, DayNamed, SpanEnd
from kehoach.model.deadlines.term import DeadlineRule, Frame, Kind, Term
from kehoach.model.fields import Day, Flag, LengthOfTime, SpanOfDays
from kehoach.periods import DAY, ONCE, Span


class ByDay(DeadlineRule):
    """``by: 2021-06-30`` ("đến ngày", "chậm nhất", "không muộn hơn"): that day is the last."""

    kind = Kind.BY
    by: SpanOfDays

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term due on the last day of ``by``."""
        day = self.by.last
        return (self._term(frame.once(), day, (DayNamed(day),)),)


class BeforeDay(DeadlineRule):
    """``before: 2021-06-30`` ("trước ngày"): the day before, unless the policy includes it.

    A month or a year ("trước tháng 3/2027", "trước 2030") always ends the day before it begins:
    the practice is split over days only.
    """

    kind = Kind.BEFORE
    before: SpanOfDays
    inclusive: Flag | None = None

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term due on the last day that still counts as before."""
        step = before(self.before, self.inclusive, frame)
        return (self._term(frame.once(), step.last, (step,)),)


class Within(DeadlineRule):
    """``within: 2021-09`` ("trong tháng", "quý", "năm"): the span's last day.

    The matter is not open before the span begins.
    """

    kind = Kind.WITHIN
    within: SpanOfDays

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term due on the span's last day."""
        day = self.within.last
        return (self._term(frame.once(self.within), day, (SpanEnd(day),)),)


class AfterDay(DeadlineRule):
    """``after: 2026-07-01, plus: 30 days`` ("30 ngày kể từ ngày 01/7/2026"): counted from a day."""

    kind = Kind.COUNTED
    after: Day
    plus: LengthOfTime

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term; the first day is not counted (Civil Code Art. 147.2)."""
        step = count(self.after, self.plus, frame.calendar)
        return (self._term(frame.once(), step.last, (step,)),)


class BackFromDay(DeadlineRule):
    """``before: 2025-03-31, minus: 1 month`` ("chậm nhất 01 tháng trước ngày 31/3/2025").

    Counted back from a day that is known, which is not counted; ``policy.before`` has no say in it.
    """

    kind = Kind.COUNTED
    before: Day
    minus: LengthOfTime

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term; its day rolls back, as all that is counted back."""
        step = count(self.before, self.minus, frame.calendar, back=True)
        return (self._term(frame.once(), step.last, (step,)),)


class AtOneSession(DeadlineRule):
    """``session: 2026-05`` ("kỳ họp chuyên đề tháng 5/2026"): once, at a session in this span.

    Due on the recorded day of the session, which never rolls; until it is recorded, on the span's
    last day, marked as assumed.
    """

    kind = Kind.SESSION
    session: SpanOfDays

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term due on the session's day."""
        return (self.at_session(frame.once(), frame.sessions.get(ONCE), self.session.last),)


OneOff = (
    Annotated[AtOneSession, Tag("one session")]
    | Annotated[AfterDay, Tag("after")]
    | Annotated[BackFromDay, Tag("minus")]
    | Annotated[Within, Tag("within")]
    | Annotated[BeforeDay, Tag("before")]
    | Annotated[ByDay, Tag("by")]
)
"""Each kind, and the key by which it is told from all others."""


def before(named: Span, inclusive: bool | None, frame: Frame) -> DayBefore | BeforeSpan:
    """Return the step from the named day, month or year to the last day before it."""
    if named.end - named.first > timedelta(days=1):
        return BeforeSpan(named.first, named.first - DAY)
    if frame.before == "inclusive" if inclusive is None else inclusive:
        return DayBefore(named.first, named.first)
    return DayBefore(named.first, named.first - DAY)
