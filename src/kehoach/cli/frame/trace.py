"""What a run looks at beside its command line, noted while it runs: on that its answer rests."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kehoach.reading.cache.folder_state import (
    FolderState,
    data_folder,
    days_in,
    folder_state,
    named_commits,
)
from kehoach.reading.cache.shelf import Shelf
from kehoach.reading.clock import now


class Grounds(NamedTuple):
    """On what an answer rests beside its command line.

    ``given`` is the data folder that was named, ``state`` what it and its repository held (empty where
    none was read); ``days`` are those on which it was asked, by timezone, ``commits`` what revisions named.
    """

    given: str | None
    state: str
    days: dict[str, str]
    commits: dict[str, str]


class _Seen(NamedTuple):
    """A data folder, and how it stood when it was looked at."""

    root: Path
    state: FolderState


class Trace:
    """The grounds of a run, as far as it has come; what it may use again stands on the ``shelf``."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._began = now()
        self._answers, self._beyond = False, False
        self._seen: dict[str | None, _Seen | None] = {}
        self._opened: list[str | None] = []
        self._zones: set[str] = set()
        self._commits: dict[str, str] = {}

    def answers(self) -> None:
        """Note that the command only answers: it prints, and reads nothing but what is noted here."""
        self._answers = True

    def goes_beyond(self) -> None:
        """Note that the run reads or writes something else, or may: its answer is not to be kept."""
        self._beyond = True

    def opens(self, given: Path | None) -> None:
        """Note that the data folder is about to be read, and how it stands."""
        name = str(given) if given else None
        self._look(name)
        self._opened.append(name)

    def looks_up(self, *revisions: str | None) -> None:
        """Note that revisions are about to be looked up, and what they name."""
        if seen := self._folder():
            self._commits |= named_commits(seen.root, filter(None, revisions))

    def goes_by_days(self, timezones: Iterable[str]) -> None:
        """Note by whose days the answer goes."""
        self._zones.update(timezones)

    def still_holds(self, kept: Grounds) -> bool:
        """Say whether the grounds of an earlier answer are what they were."""
        try:
            if days_in(kept.days, self._began) != kept.days:
                return False
        except (KeyError, ValueError):  # not a timezone that is known here
            return False
        if not kept.state:
            return True
        seen = self._look(kept.given)
        if seen is None or seen.state.content != kept.state:
            return False
        return named_commits(seen.root, kept.commits) == kept.commits

    def grounds(self) -> Grounds | None:
        """Return on what the answer rests; ``None`` where that is not all known, or did not stand still."""
        days = days_in(self._zones, self._began)
        if self._beyond or not self._answers or days != days_in(self._zones, now()):
            return None
        if not self._opened:
            return Grounds(None, "", days, {})
        seen = self._folder()
        if seen is None or folder_state(seen.root) != seen.state:
            return None
        if named_commits(seen.root, self._commits) != self._commits:
            return None
        return Grounds(self._opened[0], seen.state.content, days, self._commits)

    def _folder(self) -> _Seen | None:
        return self._seen[self._opened[0]] if self._opened else None

    def _look(self, given: str | None) -> _Seen | None:
        """Return how a data folder stands, looked at once."""
        if given not in self._seen:
            root = data_folder(given)
            state = folder_state(root) if root else None
            self._seen[given] = _Seen(root, state) if root and state else None
        return self._seen[given]
