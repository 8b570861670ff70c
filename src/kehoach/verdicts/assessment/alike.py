"""One verdict for many agencies: of most nothing has been said, and the same holds of all these."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

from kehoach.model.ids import AgencyId
from kehoach.verdicts.assessment.assessment import Assessment


class Alike(NamedTuple):
    """Agencies that stand side by side among those who owe a demand, and the verdict that holds of each.

    ``verdict`` is that of the first; the others' differ in nothing but whose they are. A verdict
    that rests on anything of an agency's own stands alone. Millions are counted so without being
    written out.
    """

    verdict: Assessment
    agencies: tuple[AgencyId, ...]

    def each(self) -> Iterator[Assessment]:
        """Yield the verdict of each agency."""
        return map(self.of_one, self.agencies)

    def of_one(self, agency: AgencyId) -> Assessment:
        """Return the verdict of one of these agencies."""
        if agency == self.verdict.agency:
            return self.verdict
        owed = self.verdict.obligation
        theirs = owed._replace(agency=agency, key=owed.key._replace(agency=agency))
        return self.verdict._replace(obligation=theirs, agency=agency)

    def of(self, agencies: tuple[AgencyId, ...]) -> "Alike":
        """Return the verdict of some of these agencies."""
        return Alike(self.of_one(agencies[0]), agencies)

    def parted(self, alone: AbstractSet[AgencyId]) -> "Iterable[Alike]":
        """Return the same in order, with each of some agencies by itself."""
        if not alone or alone.isdisjoint(self.agencies):
            return (self,)
        runs = groupby(self.agencies, lambda each: each if each in alone else None)
        return [self.of(tuple(run)) for _, run in runs]


def alone(verdict: Assessment) -> Alike:
    """Return a verdict that holds of one agency."""
    return Alike(verdict, (verdict.agency,))
