"""What the plan asks for, item by item and period by period, before asking of whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Self

from kehoach.calendar import Rolled, WorkCalendar
from kehoach.grouping import group_by
from kehoach.model.deadlines import Frame, RequestedDay, Term
from kehoach.model.deadlines.counted_steps import CountedFrom
from kehoach.model.deadlines.term import Kind
from kehoach.model.decisions import Decisions, Request
from kehoach.model.plan import Item, Plan
from kehoach.periods import Period, PeriodName
from kehoach.verdicts.obligations.rolling import Rolling, rolling_of


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """One item in one period; computed once, however many agencies owe it.

    ``due`` is the last day on which delivery is on time (inclusive, to 24:00), before extensions;
    ``resolved`` the day at which groups are resolved: the due day where there is one. ``calendar``
    is the id of the calendar by which single agencies reckon its days, where not by that of all;
    ``common`` is then the demand by the calendar of all.
    """

    plan: Plan
    item: Item
    term: Term
    rolled: Rolled | None
    period: PeriodName
    due: date | None
    resolved: date
    calendar: str | None = None
    common: "Demand | None" = None

    @property
    def shared(self) -> "Demand":
        """The demand by the calendar of all: one for all agencies that owe it."""
        return self.common or self

    @property
    def beside_end(self) -> bool:
        """Whether it is the beginning of what has an end of its own in the plan."""
        ends = any(rule.kind is not Kind.START for rule in self.item.deadlines)
        return self.term.beginning and ends

    @property
    def rolling(self) -> Rolling:
        """How its day rolls off days off, and by which rule."""
        return rolling_of(self.plan, self.term)

    @classmethod
    def of(cls, plan: Plan, item: Item, term: Term, rolled: Rolled | None) -> Self:
        """Return the demand for one term of an item, due where its nominal day rolled to."""
        due = rolled.day if rolled else None
        resolved = due or term.resolved or term.start
        return cls(plan, item, term, rolled, term.period.name, due, resolved)


def demands(
    plan: Plan,
    decisions: Decisions,
    calendar: WorkCalendar,
    everybodys: WorkCalendar | None = None,
) -> tuple[Demand, ...]:
    """Return everything that the plan asks for over its whole life, in the plan's order.

    ``everybodys`` is the calendar of all, where ``calendar`` is that of some.
    """
    recorded = _Recorded(plan, decisions, calendar, everybodys or calendar)
    reporting = plan.item.get(plan.policy.reporting or "")
    lasts: dict[Period, date] = {}
    if reporting is not None:
        for demand in _of_item(plan, reporting, recorded.frame(reporting, {})):
            period = demand.term.period  # of several groups, the last to report
            lasts[period] = max(lasts.get(period, demand.resolved), demand.resolved)
    return tuple(
        demand
        for item in plan.items
        for demand in _of_item(plan, item, recorded.frame(item, lasts))
    )


class _Recorded:
    """What has happened that deadlines hang on, by item: gone through once for all of them."""

    def __init__(
        self, plan: Plan, decisions: Decisions, calendar: WorkCalendar, everybodys: WorkCalendar
    ) -> None:
        # Of two about one thing the earlier letter's counts.
        events = tuple(reversed(decisions.events))
        happened = {event.id: event.date for event in events}
        self._sessions = group_by(reversed(decisions.sessions), lambda each: each.item)
        self._requests = group_by(decisions.requests, lambda each: each.item)
        times = {e.id: e.time for e in events if e.time and e.date == happened[e.id]}
        self._frame = partial(
            Frame,
            span=plan.period.span,
            before=plan.policy.before,
            calendar=calendar,
            events=happened,
            times=times,
            calendars=(everybodys, *everybodys.named.values()),
        )

    def frame(self, item: Item, reporting: dict[Period, date]) -> Frame:
        """Return what the deadlines of an item need to know."""
        held = self._sessions.get(item.id, ())
        return self._frame(
            sessions={each.period: each.date for each in held},
            requests=tuple(_requested(self._requests.get(item.id, ()))),
            reporting=reporting,
        )


def reckoned_alike(demand: Demand, calendar: WorkCalendar) -> bool | None:
    """Say whether the document's own reckoning of a day comes to the same, as named or as rolled.

    ``None`` where it has none, or where one of the two days is not known yet.
    """
    term, check = demand.term, demand.term.check
    if check is None or check.nominal is None or term.nominal is None:
        return None
    if check.nominal == term.nominal:
        return True
    rolled = _rolled(demand.plan, check, calendar)
    return rolled is not None and rolled.day == demand.due


def local_demands(
    plan: Plan, decisions: Decisions, calendar: WorkCalendar, common: Iterable[Demand]
) -> Mapping[tuple[str, Demand], Demand]:
    """Return demands by the calendars of single agencies, by calendar and demand of all.

    Whom a demand binds and what its period is called does not depend on the calendar.
    """
    return {
        (id_, shared): replace(
            own, period=shared.period, resolved=shared.resolved, calendar=id_, common=shared
        )
        for id_, local in calendar.named.items()
        for shared, own in zip(common, demands(plan, decisions, local, calendar), strict=True)
    }


def _of_item(plan: Plan, item: Item, frame: Frame) -> tuple[Demand, ...]:
    """Return what one item asks for."""
    terms = _told_apart([term for rule in item.deadlines for term in rule.terms(frame)])
    return tuple(
        Demand.of(plan, item, _open(term, frame), _rolled(plan, term, frame.calendar))
        for term in terms
    )


def _requested(requests: Iterable[Request]) -> Iterator[RequestedDay]:
    """Yield the requests of an item; one due before its own letter asks for nothing."""
    for request in requests:
        if not request.before_letter:
            yield RequestedDay(request.document.date or request.due, request.due, request.agencies)


def _told_apart(terms: list[Term]) -> list[Term]:
    """Call deadlines of one item that fall in one period by their days.

    "Sơ kết năm 2024, tổng kết năm 2026" in one item are two obligations, and neither may hide the
    other. "Cấp xã trước 20/8, cấp tỉnh trước 30/8" is one for each, of the same period.
    """
    several = {
        name
        for name, those in group_by(terms, lambda term: term.period.name).items()
        if not _of_different_bodies(those)
    }
    return [
        term._replace(period=term.period.told_by(term.nominal))
        if term.nominal and term.period.name in several
        else term
        for term in terms
    ]


def _of_different_bodies(terms: Sequence[Term]) -> bool:
    """Say whether no body is named by two of some terms; one alone may name none, and is all others'."""
    named = [id_ for term in terms for id_ in dict.fromkeys(term.bound) or ("",)]
    return len(set(named)) == len(named)


def _open(term: Term, frame: Frame) -> Term:
    """Return the term, open at the earliest when the plan begins: its first year began before."""
    return term._replace(start=max(term.start, frame.span.first))


def _rolled(plan: Plan, term: Term, calendar: WorkCalendar) -> Rolled | None:
    """Return where the nominal day comes to lie (Civil Code 2015, Art. 148.5, by the policy)."""
    if term.nominal is None:
        return None
    rolled = calendar.roll(term.nominal, rolling_of(plan, term).way)
    for step in term.steps:
        if isinstance(step, CountedFrom) and step.length.working_days:
            rolled = calendar.resting_on(rolled, step.start, step.last)
    return rolled
