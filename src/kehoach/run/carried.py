"""What one commit may have carried home from another agency's folder."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from kehoach.reading.file_reading import submission_in
from kehoach.reading.folder_place import MAX_BYTES
from kehoach.reading.repositories.repository import Repository
from kehoach.run.former_places import FiledCommits
from kehoach.verdicts.evidence.commit import Change

Holds = Callable[[str | None], bool]
"""Says whether a folder below ``submissions/`` (``None``: none at all) is asked about."""

_AGENCY = re.compile(rb"^agency: +(\S+)[ \t]*\r?$", re.MULTILINE)


class Carried:
    """The files outside of some folders that their history rests on.

    A report that lies in another's folder dates nothing, until one commit takes it from there and
    brings it home. So of other folders those files count which a commit altered or removed when it
    brought something in, and which may have spoken of somebody else than their own folder's agency
    before; and those from which the same was brought to these. Most such files are their agency's
    and say so, in one line: that is seen in their bytes; others are read, once for all parts.
    """

    def __init__(self, repository: Repository, filed: FiledCommits) -> None:
        self._repository = repository
        self._filed = filed
        self._foreign: dict[tuple[str | None, str | None], bool] = {}

    def prepare(self, holds: Holds) -> None:
        """Look at once at all that has to be looked at for each of some folders by itself."""
        self._look(
            each
            for id_ in self._commits(holds)
            for each in self._filed.changes[id_]
            if len({other.folder for other in self._filed.changes[id_]}) > 1
        )

    def changes(self, holds: Holds) -> dict[str, tuple[Change, ...]]:
        """Return, by commit, the changes on which the history of some folders rests."""
        carried = self._paths(holds)
        touched = self._commits(holds).union(*(self._by_path[path] for path in carried))
        return {
            id_: tuple(
                each
                for each in self._filed.changes[id_]
                if holds(each.folder) or each.path in carried
            )
            for id_ in touched
        }

    def _paths(self, holds: Holds) -> frozenset[str]:
        """Return the files in other folders from which something may have been brought to some."""
        found: set[str] = set()
        ahead = self._commits(holds)
        changes = (each for id_ in ahead for each in self._filed.changes[id_])
        self._look(each for each in changes if not holds(each.folder))  # all in one call of git
        while ahead:
            id_ = ahead.pop()
            for path in self._left(id_, holds, found) - found:
                found.add(path)
                ahead |= self._by_path[path]
        return frozenset(found)

    def _commits(self, holds: Holds) -> set[str]:
        """Return the commits that touched folders."""
        touched = (ids for folder, ids in self._by_folder.items() if holds(folder))
        return set().union(*touched)

    def _left(self, commit: str, holds: Holds, found: Collection[str]) -> set[str]:
        """Return the files elsewhere from which a commit may have brought something in."""
        changes = self._filed.changes[commit]
        others = [each for each in changes if not holds(each.folder)]
        if not _brought(changes, lambda each: holds(each.folder) or each.path in found):
            return set()
        self._look(others)
        return {each.path for each in others if self._foreign.get((each.before, each.folder))}

    def _look(self, changes: Iterable[Change]) -> None:
        folders: dict[str, set[str | None]] = defaultdict(set)
        for each in changes:
            if each.before and (each.before, each.folder) not in self._foreign:
                folders[each.before].add(each.folder)
        for blob, raw in self._repository.blobs(sorted(folders)):
            for folder in folders[blob]:
                self._foreign[blob, folder] = not _is_of(raw, folder)

    @cached_property
    def _by_folder(self) -> dict[str | None, set[str]]:
        """The commits that touched each folder."""
        found: dict[str | None, set[str]] = defaultdict(set)
        for id_, changes in self._filed.changes.items():
            for each in changes:
                found[each.folder].add(id_)
        return found

    @cached_property
    def _by_path(self) -> dict[str, set[str]]:
        """The commits that touched each file."""
        found: dict[str, set[str]] = defaultdict(set)
        for id_, changes in self._filed.changes.items():
            for each in changes:
                found[each.path].add(id_)
        return found


def _brought(changes: Iterable[Change], asked: Callable[[Change], bool]) -> bool:
    """Say whether any file that is asked about was brought or altered."""
    return any(each.blob and asked(each) for each in changes)


def _is_of(raw: bytes, folder: str | None) -> bool:
    """Say whether a file speaks of its own folder's agency, and so of no other; else it may."""
    if folder is None or len(raw) > MAX_BYTES:
        return False
    return _seen_to_be_of(raw, folder) or _read_to_be_of(raw, folder)


def _seen_to_be_of(raw: bytes, folder: str) -> bool:
    """Say so without reading it: the word stands there once, with the id.

    Without a backslash no word of YAML is spelled otherwise than it reads.
    """
    said = _AGENCY.search(raw)
    return (
        said is not None
        and said[1] == folder.encode("utf-8", "surrogateescape")
        and raw.count(b"agency") == 1 + folder.count("agency")
        and b"\\" not in raw
    )


def _read_to_be_of(raw: bytes, folder: str) -> bool:
    """Say so of a file that is written less plainly: among many parts each would read it again."""
    submission = submission_in(raw).content
    return submission is not None and submission.agency == folder
