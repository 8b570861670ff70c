"""All verdicts on one plan, and what became of the debts of bodies that ended."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from kehoach.grouping import group_by
from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.verdicts.assessment.alike import Alike, alone
from kehoach.verdicts.assessment.assessment import Assessment
from kehoach.verdicts.assessment.judge import Case
from kehoach.verdicts.evidence import Claim, Claims
from kehoach.verdicts.obligations import Demand, Docket
from kehoach.verdicts.obligations.obligation import Key


@dataclass(frozen=True)
class Report:
    """All verdicts on one plan at ``as_of``, with what they were reached from.

    ``alike`` holds them without writing each out, for whoever only counts.
    """

    docket: Docket
    claims: Claims
    as_of: date
    alike: tuple[Alike, ...]

    @cached_property
    def assessments(self) -> tuple[Assessment, ...]:
        """Each verdict, in the order of the docket."""
        return tuple(verdict for each in self.alike for verdict in each.each())

    @cached_property
    def sent_back(self) -> Mapping[Key, date]:
        """The day on which what an agency told of was last sent back, where it was."""
        returned = self.those(lambda each: each.returned is not None)
        return {
            each.obligation.key._replace(agency=each.agency): each.returned
            for each in returned
            if each.returned
        }

    def those(self, holds: Callable[[Assessment], bool]) -> Iterator[Assessment]:
        """Yield each verdict of which something holds that does not depend on whose it is.

        It is asked once of all who are alike; no other is written out.
        """
        return (verdict for each in self.alike if holds(each.verdict) for verdict in each.each())

    def claimed(self, holds: Callable[[Assessment], bool]) -> Iterator[tuple[Assessment, Claim]]:
        """Yield the same with the claim on which each rests, where it rests on one."""
        return ((each, each.claim) for each in self.those(holds) if each.claim)

    def heard(self) -> Iterator[Claim]:
        """Yield the claims that had been received by ``as_of``."""
        return (claim for claim in self.claims if claim.came_by(self.as_of))

    def counting(self) -> Iterator[Claim]:
        """Yield the same, but for what was sent back since."""
        return (claim for key in self.claims.by_key for claim in self.counting_of(key))

    def counting_of(self, key: Key) -> Iterator[Claim]:
        """Yield the claims on one obligation that count; once it was sent back, what came anew."""
        day = self.sent_back.get(key)
        said = self.claims.sendings.after(key, day) if day else self.claims.of(key)
        return (claim for claim in said if claim.came_by(self.as_of))


def assess(case: Case, among: Iterable[Demand] | None = None) -> Report:
    """Return the verdict on every obligation whose period has begun, or on those of some demands.

    Debts pass within an item and period: of these, all demands that have begun must be among them.
    """
    demands = case.docket.begun if among is None else among
    own = _Own(each for demand in demands for each in case.judged(demand))
    merged: dict[Key, list[AgencyId]] = defaultdict(list)
    verdicts: list[Alike] = []
    for all_ in own.alike:
        passing = case.passing_on(all_)
        for each in all_.parted(passing):
            if each.agencies[0] in passing:
                verdicts += map(alone, _now_owed(case, each.verdict, own, merged))
            else:
                verdicts.append(each)
    told = chain.from_iterable(_told(verdicts, merged)) if merged else verdicts
    return Report(case.docket, case.claims, case.as_of, tuple(told))


class _Own:
    """The verdicts on what each agency owes by itself, to be looked up by what it owes."""

    def __init__(self, judged: Iterable[Alike]) -> None:
        # Of an id that a plan uses twice the last counts, where the first stands.
        self.alike = {each.verdict.obligation.key: each for each in judged}.values()

    def of(self, key: Key) -> Assessment | None:
        """Return the verdict on what a key names; ``None`` where it is not owed."""
        found = self._demands.get((key.item, key.period), {}).get(key.agency)
        return found.of_one(key.agency) if found else None

    @cached_property
    def _demands(self) -> Mapping[tuple[ItemId, PeriodName], Mapping[AgencyId, Alike]]:
        demands: dict[tuple[ItemId, PeriodName], dict[AgencyId, Alike]] = defaultdict(dict)
        for each in self.alike:
            key = each.verdict.obligation.key
            demands[key.item, key.period].update(dict.fromkeys(each.agencies, each))
        return demands


def _now_owed(
    case: Case,
    verdict: Assessment,
    own: _Own,
    merged: dict[Key, list[AgencyId]],
) -> Iterable[Assessment]:
    """Return what became of the debt of a body that ended with it."""
    taken_over = tuple(_taken_over(case, verdict, verdict.agency, own, {verdict.agency}))
    if not taken_over:
        return (verdict._replace(heirless=True),)
    for theirs in taken_over:
        if theirs.inherited_from is None:
            merged[theirs.obligation.key].append(verdict.agency)
    return [theirs for theirs in taken_over if theirs.inherited_from]


def _taken_over(
    case: Case,
    verdict: Assessment,
    holder: AgencyId,
    own: _Own,
    seen: set[AgencyId],
) -> Iterator[Assessment]:
    """Yield the verdicts on those who took a debt over: their own same one, or the inherited.

    Step by step, since what a successor fulfilled stays its own when it has ended in its turn.
    """
    key, registry = verdict.obligation.key, case.registry
    for heir in registry.agency[holder].successors:
        if heir in seen or not registry.born(heir, case.as_of):
            continue
        seen.add(heir)
        same = own.of(key._replace(agency=heir))
        if same and verdict.agency not in registry.succession(heir):
            # Merged for good: what becomes of the heir's own debt is told by its own verdict.
            yield same
            continue
        inherited = case.docket.inherited(verdict.obligation, heir)
        theirs = case.verdict(inherited, heir)._replace(inherited_from=verdict.agency)
        if case.passing_on(alone(theirs)):
            yield from _taken_over(case, verdict, heir, own, seen)
        else:
            yield theirs


def _told(
    verdicts: Iterable[Alike], merged: Mapping[Key, list[AgencyId]]
) -> Iterator[Iterable[Alike]]:
    """Yield the verdicts; one that absorbed other bodies' same debt says whose."""
    absorbing = group_by(merged, lambda key: (key.item, key.period))
    for each in verdicts:
        key = each.verdict.obligation.key
        those = {one.agency for one in absorbing.get((key.item, key.period), ())}
        yield (_of_whom(part, merged) for part in each.parted(those)) if those else (each,)


def _of_whom(each: Alike, merged: Mapping[Key, list[AgencyId]]) -> Alike:
    names = tuple(_absorbed(each.verdict.obligation.key, merged))
    return alone(each.verdict._replace(merged=names)) if names else each


def _absorbed(key: Key, merged: Mapping[Key, list[AgencyId]]) -> Iterator[AgencyId]:
    """Yield the bodies whose same debt fell to one that owed it, and what had fallen to them."""
    ahead, seen = [*reversed(merged.get(key, ()))], set[AgencyId]()
    while ahead:
        agency = ahead.pop()
        if agency not in seen:
            seen.add(agency)
            yield agency
            ahead += reversed(merged.get(key._replace(agency=agency), ()))
