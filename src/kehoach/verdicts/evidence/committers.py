"""Whose address a commit bears, by what the registry lists: the office's, a service's, an agency's."""

from collections.abc import Collection
from enum import Enum
from typing import NamedTuple

from kehoach.model.agencies import Registry
from kehoach.verdicts.evidence.commit import Commit

FORGES = ("noreply@github.com", "noreply@gitlab.com")
"""Addresses under which a forge itself commits, known without being listed."""


class Capacity(Enum):
    """In what capacity an address commits; ``UNKNOWN``: nobody lists it, or several sides do."""

    OFFICE = "office"  # the consolidating agency
    SERVICE = "service"  # a listed service, or a forge
    AGENCY = "agency"
    UNKNOWN = "unknown"


class Bearer(NamedTuple):
    """Who commits under an address: the capacity, and the agencies that list it."""

    capacity: Capacity
    agencies: frozenset[str] = frozenset()

    @property
    def merges_for_all(self) -> bool:
        """Whether a merge by this one dates what it brings: the office's, a service's, a forge's."""
        return self.capacity in (Capacity.OFFICE, Capacity.SERVICE)


class Committers:
    """Who may be known by an address: ``committers`` of the registry's agencies, and ``services``.

    ``offices`` are the consolidating agencies. An entry is an address or an ``@domain``; addresses
    are raw (no mail-map), compared whole and without case.
    """

    def __init__(self, registry: Registry, offices: Collection[str | None]) -> None:
        self._offices = frozenset(each for each in offices if each)
        self._services = frozenset(map(str.casefold, registry.services))
        self._listed: dict[str, frozenset[str]] = {
            agency.id: frozenset(map(str.casefold, agency.committers))
            for agency in registry.agency.values()
            if agency.committers
        }
        self._witnesses: dict[str, bool] = {}

    def of(self, address: str) -> Bearer:
        """Return who commits under an address; one listed itself goes before its domain."""
        for name in _names(address):
            if found := self._bearer(name):
                return found
        return Bearer(Capacity.UNKNOWN)

    def _bearer(self, name: str) -> Bearer | None:
        """Return who lists an address or a domain; ``None`` where nobody does."""
        agencies = frozenset(id_ for id_, listed in self._listed.items() if name in listed)
        if name in self._services or (not agencies and name in FORGES):
            return Bearer(Capacity.SERVICE, agencies)
        if not agencies:
            return None
        if agencies <= self._offices:
            return Bearer(Capacity.OFFICE, agencies)
        # What the office shares with others, as a whole province's domain, tells nobody from nobody.
        return Bearer(Capacity.UNKNOWN if agencies & self._offices else Capacity.AGENCY, agencies)

    def witnessed(self, commit: Commit) -> bool:
        """Say whether a commit was made, and so dated, by somebody else than a sender."""
        address = commit.committer
        if address not in self._witnesses:
            self._witnesses[address] = self.of(address).merges_for_all
        return self._witnesses[address]

    @property
    def services(self) -> bool:
        """Whether the registry lists any service."""
        return bool(self._services)

    def writes_log(self, address: str) -> bool:
        """Say whether an address is a listed service's, which may write the arrival log."""
        return not self._services.isdisjoint(_names(address))

    def lists(self, agency: str) -> bool:
        """Say whether the registry lists anybody for an agency: no list, no check."""
        return agency in self._listed

    def may_file(self, address: str, agency: str) -> bool:
        """Say whether an address is listed for an agency, itself or by its domain."""
        return not self._listed.get(agency, frozenset()).isdisjoint(_names(address))

    def may_merge(self, address: str) -> bool:
        """Say whether an address is a listed service, or listed for a consolidating agency."""
        listed = (self._listed.get(each, frozenset()) for each in self._offices)
        return not self._services.union(*listed).isdisjoint(_names(address))


def _names(address: str) -> tuple[str, str]:
    """Return an address and its ``@domain``, as they may be listed; what has none is its own."""
    whole = address.casefold()
    _, at, domain = whole.rpartition("@")
    return whole, at + domain
