"""By when a finished task must have been told, so that the day it declares counts."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from kehoach.grouping import group_by
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Docket, Obligation


class Timing(NamedTuple):
    """The days of a finished task: which was ``declared``, on which it was ``told``, and ``by`` when.

    ``by`` (inclusive) is the due day of ``report``, the next that the agency owes; without one it is
    the due day and the plan's tolerance; ``None`` where nothing is compared: no due day, a mere
    request, an aspiration, or a plan that takes every declared day. ``returned`` is the day on which it
    was last sent back.
    """

    declared: date | None
    told: date
    by: date | None = None
    report: Obligation | None = None
    returned: date | None = None

    @property
    def sent_back(self) -> bool:
        """Whether the declared day does not count, because what it tells of was sent back since."""
        day = self.returned
        return day is not None and (self.declared is None or self.declared <= day)

    @property
    def late(self) -> bool:
        """Whether the declared day does not count, because it was told too late."""
        return self.by is not None and self.told > self.by and self.day < self.told

    @property
    def day(self) -> date:
        """The day of the work by the agency's word, else the day on which we were told."""
        return self.declared or self.told


class TellingDays:
    """By when the tasks of one plan must have been told."""

    def __init__(self, docket: Docket, registry: Registry) -> None:
        self._docket = docket
        self._registry = registry
        self._owing: dict[AgencyId, list[Obligation]] = {}

    def timing(self, obligation: Obligation, claim: Claim) -> Timing | None:
        """Return the days of a task that a claim fulfils; ``None`` where nobody knows when it came.

        What was announced before it was done has been told on the day it was done.
        """
        if claim.receipt is None:
            return None
        declared = claim.told.declared
        told = max(claim.receipt.day, declared or date.min)
        timing = Timing(declared, told, returned=obligation.returned)
        policy, due = self._docket.plan.policy, obligation.due
        if due is None or not obligation.binding or policy.telling == "declared":
            return timing
        if report := self._next_report(obligation.agency, due):
            return timing._replace(by=report.due, report=report)
        tolerance = min(policy.tolerance_days, (date.max - due).days)
        return timing._replace(by=due + timedelta(tolerance))

    def _next_report(self, agency: AgencyId, due: date) -> Obligation | None:
        """Return the first report on or after a day that an agency, or who came after it, owes."""
        if agency not in self._owing:
            self._owing[agency] = [report for _, report in sorted(self._owed_after(agency))]
        owing = self._owing[agency]
        place = bisect_left(owing, due, key=_due)
        return owing[place] if place < len(owing) else None

    def _owed_after(self, agency: AgencyId) -> Iterator[tuple[int, Obligation]]:
        """Yield the reports that an agency owes or whoever stands in its place when they are asked for.

        Each comes with its place in the order of due days.
        """
        for heir in {agency, *self._registry.succession(agency)}:
            for place, report in self._reports.get(heir, ()):
                if heir in self._registry.heirs_on(agency, report.demand.resolved):
                    yield place, report

    @cached_property
    def _reports(self) -> Mapping[AgencyId, Sequence[tuple[int, Obligation]]]:
        """By agency, the reports that it owes itself, with their places in the order of due days."""
        return group_by(enumerate(self._docket.reports), lambda each: each[1].agency)


def _due(report: Obligation) -> date:
    return report.due or date.max
