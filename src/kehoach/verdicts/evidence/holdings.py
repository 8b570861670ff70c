"""What a line of commits has held of each key: in its agency's folder, or astray in another's."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.verdicts.evidence.commit import Change, Commit
from kehoach.verdicts.evidence.meaning import Letter, Meaning
from kehoach.verdicts.obligations.obligation import Key


class Said(NamedTuple):
    """What one version of a file says of one key; ``meaning`` is equal where the sense is."""

    key: Key
    done: bool
    meaning: Meaning


class Version(NamedTuple):
    """What a file said of a key from a commit on; ``day`` is the commit's, as it is counted.

    ``place`` is that of the commit on its line, parents before children.
    """

    day: date
    commit: str
    path: str
    done: bool
    meaning: Meaning
    place: int = 0


class VersionReading(NamedTuple):
    """How a version of a file is read: what it ``said``, and the letters that it ``cited``."""

    said: Callable[[Change], Iterable[Said]]
    cited: Callable[[Change], Iterable[Letter]] = lambda _: ()


class Holdings:
    """What has been held so far, taken in commit by commit, parents before children.

    What lies in another agency's folder dates nothing. Where one commit takes it from there and
    brings it to its own, it has been held since it first came; ``as_of`` an earlier day nobody
    knew that it would be brought.
    """

    def __init__(self, reading: VersionReading, as_of: date) -> None:
        self.versions: dict[Key, list[Version]] = defaultdict(list)
        self.touched: dict[str, list[tuple[int, date]]] = defaultdict(list)
        self._place = 0
        self.cited: dict[Letter, date] = {}
        self._reading = reading
        self._said = reading.said
        self._as_of = as_of
        self._astray: dict[tuple[Key, str], list[Version]] = {}

    def take(self, commit: Commit, day: date) -> None:
        """Take in what a commit, counted on a day, brought, moved and removed."""
        taken = self._taken_away(commit) if self._astray else {}
        self._place += 1
        for change in commit.changes:
            self.touched[change.path].append((self._place, day))
            if change.blob:
                self._hold(change, commit.id, day, taken)
                for letter in self._reading.cited(change):
                    if letter.agency == change.folder:
                        self.cited[letter] = min(day, self.cited.get(letter, day))

    def _hold(
        self, change: Change, commit: str, day: date, taken: Mapping[Key, Sequence[Version]]
    ) -> None:
        """Take in what a file says from a commit on, with what was ``taken`` from elsewhere for it."""
        before = self._keys_before(change) if taken else ()
        for key, done, meaning in self._said(change):
            version = Version(day, commit, change.path, done, meaning, self._place)
            # What stood there already was not brought.
            earlier = taken.get(key, ()) if key not in before else ()
            if change.folder == key.agency:
                self.versions[key] += [*(earlier if day <= self._as_of else ()), version]
            else:
                self._astray.setdefault((key, change.path), []).extend((*earlier, version))

    def sort(self) -> None:
        """Put what was held of each key in order of its days."""
        for found in self.versions.values():
            if len(found) > 1:
                found.sort(key=lambda version: version.day)

    def _taken_away(self, commit: Commit) -> dict[Key, list[Version]]:
        """Return, and forget, what a commit took away from where it lay astray."""
        taken: dict[Key, list[Version]] = {}
        for change in commit.changes:
            still = {said.key for said in self._said(change)} if change.blob else set()
            for key in self._keys_before(change) - still:
                taken.setdefault(key, []).extend(self._astray.pop((key, change.path), ()))
        return taken

    def _keys_before(self, change: Change) -> frozenset[Key]:
        """Return what a file spoke of before a change."""
        if not change.before:
            return frozenset()
        return frozenset(said.key for said in self._said(change._replace(blob=change.before)))
