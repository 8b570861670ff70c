"""The parts into which the data of agencies divides, so that one is read and judged without the others.

A part is a set of agencies closed under succession. Nothing crosses it: an entry counts only in the
folder that bears its agency's id; a debt passes only from a body to its successors; what the registry
book dates, it dates by agency. What was once filed in another's folder and brought home by one commit
is asked of git, file by file, by whoever reads its history. The plan, the registry, the decisions, the
heads of the commits, and so their days and the main line, are the same for all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId


@dataclass(frozen=True, slots=True)
class Part:
    """Some agencies with their folders; or, with ``others``, whatever belongs to none of ``names``."""

    names: frozenset[str | None]
    others: bool = False

    def holds(self, name: str | None) -> bool:
        """Say whether an agency's id, or a folder (``None``: no folder at all), belongs to it."""
        return (name in self.names) is not self.others

    def agencies(self, registry: Registry) -> frozenset[AgencyId]:
        """Return its agencies."""
        return frozenset(each.id for each in registry.agency.values() if self.holds(each.id))

    def reads(self, file: str) -> bool:
        """Say whether a file has to be read for it; those of the office have."""
        return "/" not in file or self.holds(file_names.owner(file))


WHOLE = Part(frozenset(), others=True)
"""Everybody, and what belongs to nobody."""
NOBODY = Part(frozenset())


def part_of(registry: Registry, names: Iterable[str | None]) -> Part:
    """Return the smallest part in which some agencies, or folders, stand."""
    kin = _Kin(registry)
    return Part(frozenset(id_ for name in names for id_ in kin.of(name)))


class _Kin:
    """Who is tied to whom by succession, forwards and backwards, however far."""

    def __init__(self, registry: Registry) -> None:
        self._tied: dict[str | None, set[str]] = defaultdict(set)
        for agency in registry.agencies:
            for heir in agency.successors:
                self._tied[agency.id].add(heir)
                self._tied[heir].add(agency.id)

    def of(self, name: str | None) -> Collection[str | None]:
        """Return an agency, or a folder, and all that are tied to it."""
        found, ahead = {name}, [name]
        while ahead:
            fresh = self._tied[ahead.pop()] - found
            found |= fresh
            ahead += fresh
        return found
