"""Receipts from git, found out only when a claim is met that the registry book does not date."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from kehoach.evidence import Periods, Receipt, Source
from kehoach.evidence.claims import said_in
from kehoach.evidence.history import Change, Commit, History, Said, history
from kehoach.model.submissions import Submission
from kehoach.obligations.obligation import Key
from kehoach.sources.folder import DataFolder
from kehoach.sources.git import Repository
from kehoach.sources.values import validate
from kehoach.sources.yaml_text import Refused, decode, read_mapping

_FOLDER = "submissions/"


class GitArrivals:
    """When the main line of a repository first held what is claimed.

    What it never held is not committed: it is received on the day ``today`` tells, the real one.
    """

    def __init__(
        self,
        repository: Callable[[], Repository | None],
        folder: DataFolder,
        periods: Periods,
        today: Callable[[], date],
    ) -> None:
        self._repository = repository
        self._folder = folder
        self._periods = periods
        self._today = today
        self._said: dict[str, tuple[Said, ...]] = {}

    def receipt(self, key: Key, done: bool) -> Receipt | None:
        """Return when a report first came, or when a task was first said to be done."""
        if self.history is None:
            return None
        found = self.history.receipt(key, done)
        return found or Receipt(self._today(), Source.UNCOMMITTED, "")

    @cached_property
    def history(self) -> History | None:
        """The whole history of the folder's submissions; ``None`` outside a repository.

        Raises:
            GitTrouble: the repository does not hold it.
        """
        repository = self._repository()
        if repository is None:
            return None
        commits = repository.commits(self._periods.plan.timezone)
        kept = filed_under(commits, repository.prefix)
        blobs = {change.blob for commit in kept for change in commit.changes if change.blob}
        here = self._in_work_tree()
        elsewhere = repository.blobs(sorted(blobs - here.keys()))
        for blob in blobs:
            raw = here[blob] if blob in here else elsewhere.get(blob, b"")
            self._said[blob] = self._read(raw)
        return history(kept, repository.main, self._today(), self._of_change)

    def _of_change(self, change: Change) -> Sequence[Said]:
        return self._said.get(change.blob or "", ())

    def _in_work_tree(self) -> dict[str, bytes]:
        """Return the submissions that lie in the work tree, by the id git gives their content."""
        found = {}
        for name, text in self._folder.texts.items():
            if name.startswith(_FOLDER):
                raw = text.encode()
                found[hashlib.sha1(b"blob %d\0%b" % (len(raw), raw)).hexdigest()] = raw  # noqa: S324
        return found

    def _read(self, raw: bytes) -> tuple[Said, ...]:
        """Return what one version of a file says; one that cannot be read says nothing."""
        try:
            data, wrong = read_mapping(decode(raw, ""), "", "submission")
        except Refused:
            return ()
        submission, more = validate(Submission, data, "")
        if submission is None or wrong or more:
            return ()
        return tuple(said_in(submission, self._periods))


def filed_under(commits: Sequence[Commit], prefix: str) -> list[Commit]:
    """Return the commits with only the changes to the folder's own submissions.

    ``commits`` stand children before parents. Where a commit moved the whole data folder, its
    older commits are looked for at the place it came from; a second folder next door is another.
    """
    prefixes = {prefix}
    kept = []
    for commit in commits:
        below = tuple(f"{each}{_FOLDER}" for each in prefixes)
        mine = tuple(
            change
            for change in commit.changes
            if change.path.startswith(below) and change.path.lower().endswith((".yaml", ".yml"))
        )
        kept.append(commit._replace(changes=mine))
        if moved := _moved_from(commit, prefixes):
            prefixes.add(moved)
    return kept


def _moved_from(commit: Commit, prefixes: set[str]) -> str | None:
    """Return where a commit moved the data folder from: the same files, gone there, new here."""
    gone = {change.before: change.path for change in commit.changes if change.blob is None}
    if not gone:
        return None
    places: Counter[str] = Counter()
    for change in commit.changes:
        old = gone.get(change.blob) if change.before is None else None
        for prefix in prefixes:
            name = change.path.removeprefix(prefix)
            if old and change.path.startswith(prefix) and old.endswith(name):
                place = old.removesuffix(name)
                if place not in prefixes and (place == "" or place.endswith("/")):
                    places[place] += name.startswith((_FOLDER, "plan_"))
    return max(places, key=places.__getitem__) if any(places.values()) else None
