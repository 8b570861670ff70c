"""The parts into which the data of agencies divides, so that one is read and judged without the others.

A part is a set of agencies closed under succession. Nothing crosses it: an entry counts only in the
folder that bears its agency's id; a debt passes only from a body to its successors; what the registry
book dates, it dates by agency. What was once filed in another's folder and brought home by one commit
is asked of git, file by file, by whoever reads its history. The plan, the registry, the decisions, the
heads of the commits, and so their days and the main line, are the same for all.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.ids import AgencyId


class DataPart(NamedTuple):
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
        return "/" not in file or self.files(file)

    def files(self, file: str) -> bool:
        """Say whether a file is a submission that belongs to it."""
        return "/" in file and self.holds(file_names.owner(file))


WHOLE = DataPart(frozenset(), others=True)
"""Everybody, and what belongs to nobody."""
NOBODY = DataPart(frozenset())


def part_of(registry: Registry, names: Iterable[str | None]) -> DataPart:
    """Return the smallest part in which some agencies, or folders, stand."""
    kin = _Kin(registry)
    return DataPart(frozenset(id_ for name in names for id_ in kin.of(name)))


def divided(registry: Registry, owners: Iterable[str | None], most: int) -> dict[DataPart, int]:
    """Return parts that make up everything, each with how many files lie in its folders.

    ``owners`` names the folder of each file. A part holds about ``most`` files, or more where agencies
    are tied together; and a thirty-second of all, where there are many.
    """
    files = Counter(owners)
    least, kin = max(most, files.total() // 32), _Kin(registry)
    parts: dict[DataPart, int] = {}
    held: set[str | None] = set()
    mine: set[str | None] = set()
    for id_ in registry.agency:
        if id_ not in held:
            tied = kin.of(id_)
            mine.update(tied)
            held.update(tied)
            if (number := sum(files[each] for each in mine)) >= least:
                parts[DataPart(frozenset(mine))] = number
                mine = set()
    if mine:
        parts[DataPart(frozenset(mine))] = sum(files[each] for each in mine)
    rest = sum(number for name, number in files.items() if name not in held)
    return {**parts, DataPart(frozenset(held), others=True): rest}


def shared_out(parts: Mapping[DataPart, int], shares: int) -> list[list[DataPart]]:
    """Return parts in so many shares (or fewer), of about as many files each.

    The smallest stands first: who does that one has more to do beside it.
    """
    heaps: list[tuple[int, list[DataPart]]] = [(0, []) for _ in range(shares)]
    for part, files in sorted(parts.items(), key=lambda each: -each[1]):
        number, heap = min(heaps, key=lambda each: each[0])
        heaps.remove((number, heap))
        heaps.append((number + files, [*heap, part]))
    return [heap for _, heap in sorted(heaps, key=lambda each: each[0]) if heap]


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
