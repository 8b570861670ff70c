"""What a line of commits has held of each key: in its agency's folder, or astray in another's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.diagnostics import Route
from kehoach.verdicts.evidence.commit import Change
from kehoach.verdicts.evidence.meaning import Letter, Meaning
from kehoach.verdicts.obligations.obligation import Key

BEYOND_ALL = 1 << 62
"""The place of what no commit holds: after them all."""


class Said(NamedTuple):
    """What one version of a file says of one key; ``meaning`` is equal where the sense is.

    ``route`` is where in the file it stands.
    """

    key: Key
    done: bool
    meaning: Meaning
    route: Route = ()


class Version(NamedTuple):
    """What a file said of a key from a commit on; ``day`` is the commit's, as it is counted.

    ``place`` grows from what is built upon to what builds on it.
    """

    day: date
    commit: str
    path: str
    done: bool
    meaning: Meaning
    place: int = 0


class VersionReading(NamedTuple):
    """What each version of a file ``said``, and the letters that it ``cited``, by git's id for it."""

    said: Mapping[str, Sequence[Said]]
    cited: Mapping[str, Sequence[Letter]] = {}


class Holding(NamedTuple):
    """A commit that touched submissions: its ``day`` as it is counted, and its ``place`` among all."""

    commit: str
    day: date
    place: int
    changes: Sequence[Change]


class Holdings:
    """What has been held so far, taken in commit by commit, parents before children.

    What lies in another agency's folder dates nothing. Where one commit takes it from there and
    brings it to its own, it has been held since it first came; ``as_of`` an earlier day nobody
    knew that it would be brought.
    """

    def __init__(self, reading: VersionReading, as_of: date) -> None:
        self.versions: dict[Key, list[Version]] = defaultdict(list)
        self.touched: dict[str, list[tuple[int, date]]] = defaultdict(list)
        self.cited: dict[Letter, date] = {}
        self._said = reading.said
        self._cited = reading.cited
        self._as_of = as_of
        self._astray: dict[tuple[Key, str], list[Version]] = {}

    def take(self, holding: Holding) -> None:
        """Take in what a commit brought, moved and removed."""
        taken = self._taken_away(holding.changes) if self._astray else {}
        for change in holding.changes:
            self.touched[change.path].append((holding.place, holding.day))
            if change.blob:
                self._hold(change, holding, taken)
                for letter in self._cited.get(change.blob, ()):
                    if letter.agency == change.folder:
                        day = self.cited.get(letter, holding.day)
                        self.cited[letter] = min(day, holding.day)

    def _hold(
        self, change: Change, holding: Holding, taken: Mapping[Key, Sequence[Version]]
    ) -> None:
        """Take in what a file says from a commit on, with what was ``taken`` from elsewhere for it."""
        before = self._keys(change.before) if taken else ()
        commit, day, place, _ = holding
        path, folder = change.path, change.folder
        for key, done, meaning, _ in self._said.get(change.blob or "", ()):
            # What stood there already was not brought.
            earlier = taken.get(key, ()) if taken and key not in before else ()
            if folder != key.agency:
                held = self._astray.setdefault((key, path), [])
                held += earlier
            else:
                held = self.versions[key]
                if earlier and day <= self._as_of:
                    held += earlier
            held.append(Version(day, commit, path, done, meaning, place))

    def sort(self) -> None:
        """Put what was held of each key in order of its days."""
        for found in self.versions.values():
            if len(found) > 1:
                found.sort(key=lambda version: version.day)

    def _taken_away(self, changes: Iterable[Change]) -> dict[Key, list[Version]]:
        """Return, and forget, what a commit took away from where it lay astray."""
        taken: dict[Key, list[Version]] = {}
        for change in changes:
            for key in self._keys(change.before) - self._keys(change.blob):
                taken.setdefault(key, []).extend(self._astray.pop((key, change.path), ()))
        return taken

    def _keys(self, blob: str | None) -> frozenset[Key]:
        """Return what a version of a file speaks of."""
        return frozenset(said.key for said in self._said.get(blob or "", ()))
