"""Which of those who owe a demand can be judged as one: those of whom nothing was said or decided."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count, groupby

from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.verdicts.evidence import Claims
from kehoach.verdicts.obligations import Demand, Docket

Run = tuple[AgencyId, ...]


class AlikeAgencies:
    """The agencies that owe each demand, in order, those side by side taken together that are alike.

    Alone stands of whom anything was said of it (or of the report that covers it), who ended, who
    may take over from who ended, and who reckons by a calendar of its own. Where anything was
    decided of a demand everybody does. The others differ by role and quota, by whether it is
    verified that they exist, and by whether a report is asked of them: by nothing else.
    """

    def __init__(
        self,
        docket: Docket,
        claims: Claims,
        registry: Registry,
        ended: Iterable[AgencyId],
        unverified: frozenset[AgencyId],
    ) -> None:
        self._docket = docket
        self._unverified = unverified
        self._said: dict[tuple[ItemId, PeriodName], set[AgencyId]] = defaultdict(set)
        for key in claims.by_key:
            self._said[key.item, key.period].add(key.agency)
        heirs = {heir for each in ended for heir in (each, *registry.succession(each))}
        local = {each.id for each in registry.agencies if each.calendar is not None}
        self._singular = frozenset(heirs | local)
        asked = [(each.item.id, each.period) for each in docket.begun]
        self._told_apart = len(set(asked)) == len(asked)
        # Many periods of many items lie on the same agencies: they are divided once.
        self._runs: dict[tuple[object, ...], tuple[Run, ...]] = {}

    def runs(self, demand: Demand) -> Iterable[Run]:
        """Return those who owe a demand, in order."""
        reports = self._reports(demand)
        decided = any(map(self._docket.decided, (demand, *reports)))
        if decided or not self._told_apart:
            return ((agency,) for agency in self._docket.owing(demand))
        said = [self._said.get((each.item.id, each.period), set()) for each in (demand, *reports)]
        return self._divided(demand, reports, self._singular.union(*said))

    def _reports(self, demand: Demand) -> tuple[Demand, ...]:
        """Return the reports that cover a demand, where it is continuous work."""
        continuous = demand.term.state == "continuous"
        return self._docket.reporting(demand.period) if continuous else ()

    def _divided(
        self, demand: Demand, reports: tuple[Demand, ...], singular: frozenset[AgencyId]
    ) -> tuple[Run, ...]:
        roles = self._docket.roles(demand)
        beside = [self._docket.roles(each) for each in reports]
        lone = frozenset(roles.keys() & singular)
        quota = (demand.item.id, demand.resolved) if demand.item.quota else None
        asked = (id(roles), lone, tuple(map(id, beside)), quota)
        if asked not in self._runs:
            number = count()

            def likeness(agency: AgencyId) -> tuple[object, ...]:
                if agency in lone:
                    return (next(number),)
                reported = any(agency in each for each in beside)
                apart = agency in self._unverified
                return roles[agency].role, self._docket.quota(demand, agency), apart, reported

            owing = self._docket.owing(demand)
            self._runs[asked] = tuple(tuple(run) for _, run in groupby(owing, likeness))
        return self._runs[asked]
