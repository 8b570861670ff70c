"""By when a finished task must have been told, so that the day it declares counts."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations import Docket, Obligation


class Timing(NamedTuple):
    """The days of a finished task: which was ``declared``, on which it was ``told``, and ``by`` when.

    ``by`` (inclusive) is the due day of ``report``, the next that the agency owes; without one it is
    the due day and the plan's tolerance; ``None`` where nothing is compared: no due day, a mere
    request, an aspiration, or a plan that takes every declared day.
    """

    declared: date | None
    told: date
    by: date | None = None
    report: Obligation | None = None

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

    def timing(self, obligation: Obligation, claim: Claim) -> Timing | None:
        """Return the days of a task that a claim fulfils; ``None`` where nobody knows when it came.

        What was announced before it was done has been told on the day it was done.
        """
        if claim.receipt is None:
            return None
        declared = claim.told.declared
        told = max(claim.receipt.day, declared or date.min)
        policy, due = self._docket.plan.policy, obligation.due
        if due is None or not obligation.binding or policy.telling == "declared":
            return Timing(declared, told)
        if report := self._next_report(obligation.agency, due):
            return Timing(declared, told, report.due, report)
        tolerance = min(policy.tolerance_days, (date.max - due).days)
        return Timing(declared, told, due + timedelta(tolerance))

    def _next_report(self, agency: AgencyId, due: date) -> Obligation | None:
        """Return the first report on or after a day that an agency, or who came after it, owes."""
        owing = self._owing.get(agency, ())
        place = bisect_left(owing, due, key=_due)
        return owing[place] if place < len(owing) else None

    @cached_property
    def _owing(self) -> Mapping[AgencyId, Sequence[Obligation]]:
        """By agency, the reports that it owes, by itself or as a successor, in order of due days."""
        owing: dict[AgencyId, list[Obligation]] = defaultdict(list)
        for report in self._docket.reports:
            for heir in self._registry.heirs_on(report.agency, report.demand.resolved):
                owing[heir].append(report)
        return owing


def _due(report: Obligation) -> date:
    return report.due or date.max
