"""Which of those who owe a demand can be judged as one: those of whom nothing was said or decided."""

from collections.abc import Iterable
from itertools import groupby

from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId
from kehoach.verdicts.evidence import Claims
from kehoach.verdicts.obligations import Demand, Docket

Run = tuple[AgencyId, ...]


class AlikeAgencies:
    """The agencies that owe each demand, in order, those side by side taken together that are alike.

    Alone stands of whom anything was said of it (or of the report that covers it), and who reckons
    by a calendar of its own. Where anything was decided of a demand everybody does. The others
    differ by role and quota, by whether it is verified that they exist, and by which report is
    asked of them: by nothing else. What becomes of the debts of who ended is told later.
    """

    def __init__(
        self,
        docket: Docket,
        claims: Claims,
        registry: Registry,
        unverified: frozenset[AgencyId],
    ) -> None:
        self._docket = docket
        self._unverified = unverified
        self._said = claims.speakers
        self._local = {each.id for each in registry.agencies if each.calendar is not None}
        asked = [(each.item.id, each.period, each.term.bound) for each in docket.begun]
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
        return self._divided(demand, reports, self._local.union(*said))

    def _reports(self, demand: Demand) -> tuple[Demand, ...]:
        """Return the reports that cover a demand, where it is continuous work."""
        continuous = demand.term.state == "continuous"
        return self._docket.reporting(demand.period) if continuous else ()

    def _divided(
        self, demand: Demand, reports: tuple[Demand, ...], singular: set[AgencyId]
    ) -> tuple[Run, ...]:
        roles = self._docket.roles(demand)
        beside = [self._docket.roles(each) for each in reports]
        lone = frozenset(roles.keys() & singular)
        quotas = demand.item.quota
        named = (demand.item.id, demand.resolved) if quotas else None
        asked = (id(roles), lone, tuple(map(id, beside)), named)
        if asked not in self._runs:

            def likeness(agency: AgencyId) -> tuple[object, ...]:
                itself = agency if agency in lone else None
                quota = self._docket.quota(demand, agency) if quotas else None
                reported = tuple(agency in each for each in beside)
                return itself, roles[agency].role, quota, agency in self._unverified, reported

            owing = self._docket.owing(demand)
            self._runs[asked] = tuple(tuple(run) for _, run in groupby(owing, likeness))
        return self._runs[asked]
