"""Without a due day of their own: continuous work, requests, and times the plan leaves open."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, Tag

from kehoach.model.deadlines.steps import CoveredBy, NoDueDay, RequestMade
from kehoach.model.deadlines.term import DeadlineRule, Frame, Kind, Term
from kehoach.model.fields import SpanOfDays, Words
from kehoach.periods import Every, Period, Span, periods


class Continuous(DeadlineRule):
    """``continuous: true`` ("thường xuyên", "duy trì đến 2030"): one obligation a reporting period.

    It is never late itself; it is judged by whether the report of that period says something of
    it. ``from`` and ``until`` bound it where the plan does ("trong những năm tiếp theo").
    """

    kind = Kind.CONTINUOUS
    continuous: Literal["true"]
    since: Annotated[SpanOfDays | None, Field(alias="from")] = None
    until: SpanOfDays | None = None

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term for each reporting period (a year where the plan has no report)."""
        reporting = frame.reporting or self._years(frame)
        first = self.since.first if self.since else date.min
        end = self.until.end if self.until else date.max
        if end <= first:
            return ()
        return tuple(
            self._covered(period, last)
            for period, last in reporting.items()
            if period.span.overlaps(Span(first, end))
        )

    def _covered(self, period: Period, last: date) -> Term:
        """Return the term of a period whose report is due on ``last``."""
        steps = (NoDueDay(), CoveredBy(period.name, last))
        return self._term(period, None, steps, "continuous")._replace(resolved=last)

    @staticmethod
    def _years(frame: Frame) -> dict[Period, date]:
        return {period: period.span.last for period in periods(Every("year"), frame.span)}


class OnRequest(DeadlineRule):
    """``on_request: true`` ("khi có yêu cầu", "đột xuất"): nothing until a request is recorded."""

    kind = Kind.ON_REQUEST
    on_request: Literal["true"]

    def _terms(self, frame: Frame) -> tuple[Term, ...]:
        """Return one term a recorded request."""
        return tuple(
            self._term(
                Period.once(Span(request.made, date.max)).told_by(request.due),
                request.due,
                (RequestMade(request.made, request.due),),
            )._replace(
                agencies=request.agencies,
            )
            for request in frame.requests
        )


class NotSet(DeadlineRule):
    """``not_set: "theo lộ trình"``: the plan gives no time; a gap that ``check`` lists."""

    kind = Kind.NOT_SET
    not_set: Words

    def _terms(self, frame: Frame) -> tuple[Term, ...]:  # noqa: ARG002 - every kind takes a frame
        """Return no term: nothing can be late that has no time."""
        return ()


OpenEnded = (
    Annotated[Continuous, Tag("continuous")]
    | Annotated[OnRequest, Tag("on_request")]
    | Annotated[NotSet, Tag("not_set")]
)
"""Each kind, and the key by which it is told from all others."""
