"""How everybody stood at the ends of months, judged by what had come and was decided by then.

Where nothing was decided of it, a verdict turns by what comes, around its last day, and where bodies
begin or end: so only what can have turned in a month is judged anew at its end.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from kehoach.model.agencies import Agency, Registry
from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment import Alike, Case, Report, assess
from kehoach.verdicts.evidence import Claims
from kehoach.verdicts.obligations import Demand, Docket, docket
from kehoach.verdicts.tables.counts import Counts
from kehoach.verdicts.tables.trend import MonthEnd, ends_of_months
from kehoach.words.statuses import Shown

_Duty = tuple[ItemId, PeriodName]
_Keep = Callable[[Iterable[Alike]], Iterable[Alike]]


def month_ends(report: Report, keep: _Keep = tuple) -> Sequence[MonthEnd]:
    """Return how one plan stood at the end of each month since it began, and how it stands now.

    It is what ``status --as-of`` that day says of all that has a due day or waits for one, as far as
    ``keep`` wants it; continuous work is left out. The files are today's, as they are for ``--as-of``.
    """
    first = min((demand.term.start for demand in report.docket.begun), default=report.as_of)
    days = ends_of_months(first, report.as_of)
    registry = report.docket.assignment.registry
    turning, standing = _Turning(report.claims, registry, days), _Standing()
    ends: list[MonthEnd] = []
    for whole in _dockets(report.docket, days):
        day, duties = whole.assignment.as_of, turning.at(whole)
        case = Case(whole, report.claims, registry, day)
        again = assess(case, [each for each in _once(whole) if _duty(each) in duties])
        standing.judged_anew(duties, keep(again.alike))
        ends.append(MonthEnd(day, standing.counts()))
    return ends


def _dockets(last: Docket, days: Iterable[date]) -> Iterator[Docket]:
    """Yield what was asked for at each day: reckoned anew only where more had been decided."""
    now, agencies = last.assignment, last.agencies
    for day in days:
        if now.decisions.known(last.plan.id, day) == last.assignment.decisions:
            last = last.on(day)
        else:
            every = docket(last.plan, now.registry, now.decisions, now.calendar, day)
            last = every if agencies is None else every.of(agencies)
        yield last


class _Standing:
    """How everybody stands by verdicts, some of which are reached anew from time to time."""

    def __init__(self) -> None:
        self._held: dict[_Duty, list[tuple[tuple[Shown, ...], tuple[AgencyId, ...]]]] = {}
        self._numbers: dict[AgencyId, Counter[Shown]] = defaultdict(Counter)

    def judged_anew(self, duties: Iterable[_Duty], alike: Iterable[Alike]) -> None:
        """Let verdicts stand instead of all that were reached before on these duties."""
        for duty in duties:
            for counted, agencies in self._held.pop(duty, ()):
                self._count(counted, agencies, -1)
        for each in alike:
            key, counted = each.verdict.obligation.key, each.verdict.counted
            self._held.setdefault((key.item, key.period), []).append((counted, each.agencies))
            self._count(counted, each.agencies, 1)

    def _count(
        self, counted: tuple[Shown, ...], agencies: tuple[AgencyId, ...], number: int
    ) -> None:
        for agency in agencies:
            numbers = self._numbers[agency]
            for shown in counted:
                numbers[shown] += number

    def counts(self) -> Mapping[str, Counts]:
        """Return the counts of each that owes anything."""
        found: dict[str, Counts] = {
            agency: Counts(+numbers) for agency, numbers in self._numbers.items()
        }
        return {agency: counts for agency, counts in found.items() if counts.numbers}


class _Turning:
    """On which demands the verdicts can be others at the end of a month than at that of the one before.

    It is asked month by month, at the ends ``days``. Months are numbers; of those before and after, which
    a file may name as it likes, nothing is held.
    """

    def __init__(self, claims: Claims, registry: Registry, days: Sequence[date]) -> None:
        self._asked = range(_month(days[0]), _month(days[-1]) + 1)
        self._told = self._gathered(_told(claims))
        self._bodies = {_month(day) for each in registry.agencies for day in _turns(each)}
        self._before: Docket | None = None
        self._dues: Mapping[_Duty, set[int]] = {}

    def _gathered(self, spans: Iterable[tuple[_Duty, date, date]]) -> Mapping[_Duty, set[int]]:
        """Return the months in which days of a duty lie, from the first to the last of each span."""
        months: dict[_Duty, set[int]] = defaultdict(set)
        for duty, first, last in spans:
            begin, end = (
                max(_month(first), self._asked.start),
                min(_month(last) + 1, self._asked.stop),
            )
            months[duty].update(range(begin, end))
        return months

    def at(self, owed: Docket) -> AbstractSet[_Duty]:
        """Return which duties to judge anew at the end of a month, or no longer to count."""
        before, self._before = self._before, owed
        month = _month(owed.assignment.as_of)
        if before is None or before.demands is not owed.demands:
            self._dues = self._gathered(_dues(owed))
        elif month not in self._bodies and _reports(before) == _reports(owed):
            return {_duty(each) for each in _once(owed) if self._can_turn(owed, each, month)}
        return {_duty(each) for one in (before, owed) if one for each in _once(one)}

    def _can_turn(self, owed: Docket, demand: Demand, month: int) -> bool:
        """Say whether anything in a month can turn a verdict on a demand; what was decided can always."""
        told, dues = self._told.get(_duty(demand), ()), self._dues[_duty(demand)]
        return month in told or month in dues or owed.decided(demand)


def _once(owed: Docket) -> Iterator[Demand]:
    """Yield what has begun and is no continuous work."""
    return (each for each in owed.begun if each.term.state != "continuous")


def _turns(agency: Agency) -> Iterator[date]:
    """Yield the days on which a body begins, has ended, or is no longer known to exist."""
    yield from agency.valid.turns()
    if agency.unverified_from:
        yield agency.unverified_from


def _reports(owed: Docket) -> Sequence[tuple[AgencyId, date | None]]:
    """Return by when reports are due, by which tasks must be told, as far as decisions move them."""
    return [(each.agency, each.due) for each in owed.reports] if owed.assignment.decided else ()


def _told(claims: Claims) -> Iterator[tuple[_Duty, date, date]]:
    """Yield the first and the last day of what is said of a duty.

    In between it counts by another wording, or is announced and not yet done.
    """
    for claim in claims:
        if claim.receipt:
            days = (claim.receipt.day, claim.finished, claim.came and claim.came.day)
            known = [day for day in days if day]
            yield (claim.key.item, claim.key.period), min(known), max(known)


def _dues(owed: Docket) -> Iterator[tuple[_Duty, date, date]]:
    """Yield the day on which a duty begins, and the days on which it is due soon, due, and past due."""
    warned = owed.plan.policy.warning_days
    for each in (*owed.demands, *owed.assignment.local.values()):
        yield _duty(each), each.term.start, each.term.start
        if each.due:
            yield _duty(each), _later(each.due, -warned), _later(each.due, 1)


def _duty(demand: Demand) -> _Duty:
    return demand.item.id, demand.period


def _later(day: date, days: int) -> date:
    """Return the day so many days later, as far as there is one."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _month(day: date) -> int:
    return day.year * 12 + day.month
